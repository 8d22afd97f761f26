"""Is it a report? One line a case: what it is, its title, its text, how many figures the catalogue knows in it, and the answer."""

from __future__ import annotations

import pytest

from extract.about.judge import SIGNALS, Signal, judge
from extract.document import CellPart, Document, Paragraph, TablePart, assemble

# fmt: off
REPORTS = [
    ("city narrative", "某某市2016年政府信息公开工作年度报告",
     "一、概述\n2016年,我市主动公开政府信息2310条。\n二、依申请公开\n全年收到申请12件。", 2),
    ("department", "松河市水务局2019年政府信息公开工作年度报告", "本报告由松河市水务局编制。2019年主动公开信息88条。", 1),
    ("two sentences", None, "截至年底公开信息45条。本年度无申请公开,未收取费用。", 2),
    ("one sentence on staff", None, "2009年本局设专职人员2名,支出经费3万元。", 1),
    ("one figure without the word for disclosure", None, "清理之后继续有效的规范性文件共7个。", 1),
    ("only negations", "平溪乡2012年政府信息公开年度报告", "全乡没有收到公开申请,没有行政复议和行政诉讼。", 3),
    ("only words, no figures known", "平溪乡2012年政府信息公开年度报告", "我乡高度重视信息公开,成立了领导小组,完善了制度。", 0),
    ("cover of an attachment", "平溪县2021年政府信息公开工作年度报告", "详见附件", 0),
    ("form only", None, "一、本年新收政府信息公开申请数量 | 3 | 0 | 3\n二、上年结转政府信息公开申请数量 | 0 | 0 | 0", 6),
    ("traditional characters", None, "我局2011年主動公開政府信息95條。全年未收到公開申請。未發生行政複議。", 3),
    ("period first", None, "统计期限自201311日至20131231日。\n全年公开政府信息61条。", 1),
    ("year in chinese numerals", "东岭市二〇一五年政府信息公开工作年度报告", "主动公开信息三百余条。", 1),
    ("report with a reply section", "东岭市2015年政府信息公开工作年度报告", "按时答复申请9件,其中同意公开5件。", 3),
    ("report in a notice's cover", "东岭区人民政府办公室关于发布2019年政府信息公开工作年度报告的公告",
     "一、总体情况\n全区主动公开信息310条,收到申请5件。", 6),
    ("report named a summary", "东岭镇2010年政府信息公开工作总结", "今年以来公开政务信息130条,没有收到信息公开申请。", 2),
    ("report of a ministry's branch", "国家税务总局东岭市税务局2020年政府信息公开工作年度报告", "全年主动公开213条,收到申请1件。", 2),
    ("form of 2021 with headings", "东岭县2022年政府信息公开工作年度报告",
     "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n五、存在的主要问题及改进情况\n不足:解读形式不多。", 160),
    ("speaks of guides", "东岭县2013年政府信息公开年度报告", "修订了政府信息公开指南和目录,公开信息900条。", 1),
    ("speaks of notices", "东岭县2013年政府信息公开年度报告", "下发了关于做好政府信息公开工作的通知,公开信息900条。", 1),
    ("speaks of the training meeting", "东岭县2013年政府信息公开年度报告", "召开工作会议2次,举办培训班1期,培训60人次。", 3),
    ("speaks of another report", "东岭县2019年政府信息公开年度报告",
     "第三方评估报告显示,我县排名靠前。审计报告指出的问题已整改。公开信息900条,收到申请2件。", 2),
    ("from the paper's site", "东岭县2019年政府信息公开年度报告", "来源:东岭日报\n公开信息900条。本报告所列数据至12月31日。", 1),
    ("published on a day", "东岭县2019年政府信息公开年度报告",
     "2020年1月20日,现公布东岭县2019年政府信息公开年度报告。公开信息900条。", 1),
    ("speaks of press", "东岭县2013年政府信息公开年度报告", "记者采访、新闻发布会等方式公开信息20条;公开信息900条。", 2),
    ("speaks of proposals answered", "东岭县2017年政府信息公开工作年度报告",
     "公开人大代表建议答复32件、政协提案答复41件。公开信息900条。", 1),
    ("body with another subject in its name", "东岭市安全生产监督管理局2012年度政府信息公开年度报告",
     "一是坚持天天更新。二是扩大公众参与。", 0),
    ("asks its departments for information", None,
     "2013年,县里定了制度,要求各部门每月上报公开内容。全年主动公开信息529条。现将年度工作报告如下。", 1),
    ("sent round in its own house", "东岭县环境保护局2010年政府信息公开工作年度报告", "本局各科室、站:\n全年公开政府信息42条。", 1),
    ("speaks of law government", "东岭县2020年政府信息公开工作年度报告", "推进法治政府建设,公开预算决算120份,收到申请4件。", 2),
    ("title without year", "东岭县政府信息公开年度报告", "2012年公开信息150条,收到申请3件。", 2),
    ("title split over two lines", None, "东岭县人民政府2018\n政府信息公开工作年度报告\n全县公开信息150条,收到申请3件。", 2),
    ("glossed mirror", "東嶺市統(tǒng)計局2017年報告", "2017年公開信息33條,答復(fù)0次。", 2),
    ("one masked name", "东岭县2018年政府信息公开工作年度报告", "主动公开信息150条,联系人张××。", 1),
    ("navigation left over", None, "首页 > 政府信息公开年报\n登录 | 注册\n东岭市2020年政府信息公开工作年度报告\n公开信息320条。", 1),
    ("quarter figures", None, "本年度我街道在平台发布信息77条,其中动态60条。", 1),
    ("review only", None, "2021年主动公开信息20条。收到申请2件。行政复议1起。", 3),
    ("form with 'reasonless' label only in its rows", None, "4.无正当理由大量反复申请 | 0 | 0\n本年新收政府信息公开申请数量 | 1 | 1", 4),
    ("form whose figures the portal lost", "东岭镇2022年政府信息公开工作年度报告",
     "一、总体情况\n我镇加强了政务公开。完善了制度。\n规章 | |\n本年新制作数量 | |\n一、本年新收政府信息公开申请数量 | |", 0),
    ("headings in brackets", "东岭市水务局2018年政府信息公开工作年度报告",
     "【概述】2018年,全局主动公开信息72条。\n【依申请公开】受理申请9件,行政复议0件。", 3),
    ("own headings in brackets", None, "【概述】根据有关规定,编制本报告。\n【主动公开】全局公开信息72条。", 1),
    ("column's mark before the title", None, "【政府信息公开】东岭市水务局2018年政府信息公开工作年度报告\n市水务局公开信息72条。", 1),
    ("yearbook's office", "东岭市年鉴编辑部2018年政府信息公开工作年度报告", "全年公开信息72条。", 1),
    ("tells of last year's report", "东岭市水务局2014年政府信息公开工作年度报告",
     "一、概述\n3月28日,市水务局在网站发布2013年政府信息公开工作年度报告,修订了指南。公开信息72条。", 1),
    ("extract that tells of last year's report", None, "2014年3月28日,在网站发布2013年政府信息公开年度报告。公开信息72条。", 1),
    ("nothing on disclosure but the title", "东岭市水务局2022年政府信息公开工作年度报告",
     "二、其他需要报告的事项\n全年承办人大代表建议26件、政协提案31件。", 2),
    ("addresses in pinyin", "东岭市统计局2020年政府信息公开工作年度报告",
     "网站http://slj.dongling.gov.cn/xxgk,邮箱slj_xxgk@dl.gov.cn,电子版http://slj.dongling.gov.cn/zfxxgknb。没有收费。", 1),
    ("published with a preface", None, "2015年3月30日,我局现将2014年政府信息公开工作年度报告公布如下,请监督。公开信息72条。", 1),
    ("bare title of an audit office", "东岭市审计局2016年报告", "2016年公开信息40条。", 1),
    ("bare title of a finance office", "东岭市财政局2016年度报告", "2016年公开信息40条。", 1),
    ("working summary with next year's plan", "东岭市司法局2014年度政府信息公开工作情况报告",
     "共公开信息56条。2015年将继续加强公开工作。", 1),
]
OTHERS = [
    ("news passed on", "东岭县信息公开走在前", "原标题:东岭县信息公开走在前\n县水务局上半年公开取水许可信息6条。", 0),
    ("interpretation of the report", "文字解读:关于东岭市水务局2023年政府信息公开工作年度报告的解读",
     "根据上级要求编制了年度报告。统计期限自2023年1月1日起。主动公开信息40条,收到申请3件。", 2),
    ("guide", "东岭市政府信息公开指南",
     "为方便公民获取信息,特编制本指南。申请人可以通过以下方式提出申请。受理机构自收到申请之日起20个工作日内答复。", 1),
    ("guide without a title", None, "特编制本指南。公民需要获得信息公开服务的,可查阅。申请人可通过以下方式提出申请。", 0),
    ("report on the rule of law", "东岭市2023年法治政府建设年度报告",
     "全年收到行政复议申请88件,审结80件,维持41件。主动公开信息75条,办理依申请公开9件。", 8),
    ("circular on an assessment", "关于东岭市2022年度政务公开考评结果的通报", "各单位公开信息7500条,办理依申请公开33件。", 4),
    ("proposals alone", None, "2023年我局办理市人大代表建议26件,市政协提案31件,满意率100%。", 2),
    ("the work of a review office", None, "新受理行政复议案件97件。\n二、被申请人构成情况\n县政府部门88件,其中政府信息公开11件。", 2),
    ("half a year", "东岭市2022年上半年政府信息公开工作情况报告", "上半年公开信息310条,收到申请4件,办结4件。", 5),
    ("list of faults", "东岭市2022年政府信息公开年报整改清单", "水务局:总计有误,应为12件。", 1),
    ("search results", "检索结果", "2022年主动公开政府信息310条,收到申请4件……2021年主动公开政府信息88条", 4),
    ("news of a meeting on reports", "东岭县召开政府信息公开年度报告编制工作部署会", "9日下午召开会议。", 0),
    ("news on reports, signed", "东岭市发布2022年度政府信息公开年报", "年报显示,全市公开信息7500条,收到申请33件。(记者 王东)", 4),
    ("infographic", "一图读懂东岭市2022年政府信息公开工作年度报告", "公开信息7500条,收到申请33件。", 4),
    ("error page that names a report", None, "提示\n抱歉,您要看的页面《东岭市2015年政府信息公开工作年度报告》不存在", 0),
    ("catalogue", "东岭市水务局政府信息公开目录", "机构职能、政策法规、行政许可", 0),
    ("application form", "东岭市政府信息公开申请表", "申请人信息 | 姓名 | 证件号码", 0),
    ("regulation", "中华人民共和国政府信息公开条例", "第一条 为了保障公民依法获取政府信息,制定本条例。\n第二条 本条例所称政府信息。", 0),
    ("local rules", "东岭市政府信息公开规定", "第一条 根据有关条例,制定本规定。", 0),
    ("notice to report", "关于做好2021年度政府信息公开工作年度报告编制工作的通知",
     "各乡镇人民政府:现将年度报告编制有关事项通知如下:请各单位于1月20日前报送。", 0),
    ("notice without a title", None, "各科室:请各部门于2月10日前将本部门年度报告报送办公室。", 0),
    ("notice that speaks of reports", "关于做好2018年政府信息公开工作年度报告编制发布工作的通知",
     "各乡镇人民政府,县直各部门:\n根据条例规定,各单位应于3月31日前公布年度报告,并于1月20日前将统计表(一式2份)报县政府办公室。", 2),
    ("notice on format", "国务院办公厅关于印发政府信息公开工作年度报告格式的通知", "现就有关事项通知如下。", 0),
    ("model", "政府信息公开工作年度报告(模板)", "××市2021年主动公开信息×××条,收到申请××件。", 0),
    ("model text with figures", "政府信息公开年度工作报告范文",
     "本年度报告根据有关规定编制。全区至年底共有各类信息5120条,其中今年新增1200条。收到申请30件,答复30件。", 6),
    ("model texts", "2020年政务公开工作总结(精选4篇)", "2020年,我局公开信息120条,没有收到申请。", 2),
    ("model texts, counted", "乡镇政府信息公开工作年度报告3篇", "2020年,我镇公开信息120条,没有收到申请。", 2),
    ("one month", "东岭市2010年政府信息公开工作三月份情况", "新增目录310条。收到公开申请54件,办结50件。", 6),
    ("monthly form", "东岭市政府信息公开统计月报", "公开信息310条。收到申请4件,办结4件。", 5),
    ("news, dateline", None, "东岭网东岭3月2日电(王东)多数单位公布了年报,其中一家通过官方微博公开信息363条。", 1),
    ("news, agency's dateline", None,
     "松河网东岭7月6日电 东岭省清理出政府信息79万条,其中主动公开41万条。据东岭省2008年度政府信息公开工作年度报告透露,收到申请310件。", 6),
    ("news that quotes a report", "东岭市亮出公开账单",
     "东岭市水务局日前发布2016年度政府信息公开工作报告。报告显示,全年主动公开信息463条,受理申请208件,其中同意公开146件。"
     "报告指出,工作还存在不足。(首席记者韩东)", 6),
    ("news under the report's title", "《东岭市2023年政府信息公开工作年度报告》公布",
     "《东岭市2023年政府信息公开工作年度报告》近日公布。\n《报告》显示,全年办理申请159件,行政复议9件、行政诉讼8件。", 6),
    ("news of a day", None, "来源:东岭日报\n27日,东岭省人民政府正式向社会发布2016年政府信息公开工作年度报告。\n"
     "报告显示,各级累计主动公开政府信息61万条,收到申请519件。", 4),
    ("news of a day and year", None, "2016年2月3日,东岭海事局网站公布2015年政府信息公开工作报告,梳理一年来的做法。全年公开信息61条。", 1),
    ("news of a site", None, "3月28日上午,东岭市政府在其门户网站上晒出2016年度政府信息公开年报,公开信息61条,收到申请9件。", 6),
    ("news, recently", None, "近日,市水务局发布2014年政府信息公开工作报告,公开信息61条,收到申请9件。", 4),
    ("news with the day behind", None, "《东岭市2014年政府信息公开工作年度报告》于3月30日在门户网站发布。公开信息61条,收到申请9件。", 4),
    ("news with the day within", None, "东岭市水务局网站1月30日公布2014年政府信息公开工作报告。公开信息61条,收到申请9件。", 4),
    ("news, passive", None, "2019年3月29日,东岭市水务局2018年政府信息公开工作年度报告在市政府网站发布。公开信息61条,收到申请9件。", 4),
    ("entries of a yearbook", None, "【概况】2018年,全市公开信息9025条,收到申请98件,行政复议10件。\n【决策公开】公布规划12项。", 6),
    ("entry of a yearbook", None, "政务服务\n【信息公开】 2016年,县政府办公开信息902条,受理申请9件。", 4),
    ("yearbook", "东岭年鉴(2019)", "政务公开\n2018年,东岭区公开信息902条。受理申请9件,行政复议1件。", 3),
    ("news from a press conference", None, "记者在发布会上了解到,去年全省受理政府信息公开申请5372件,行政复议145件。\n"
     "发布会上,省政府办公厅有关负责人介绍,公开政府信息61万条。", 6),
    ("letter on how to report", "关于政府信息公开年度报告有关项目填报问题的解释",
     "东岭市人民政府办公厅:\n来函收悉。经研究,现答复如下:应当公开的是因信息公开申请行政复议的情况。", 0),
    ("news of a press conference", "东岭市政务公开工作新闻发布会召开",
     "7月9日,市政府新闻办组织召开新闻发布会。去年全市公开信息11万条,截至目前召开新闻发布会68次。", 2),
    ("news of a prize", "我市政务公开工作跃居全省第二 受省政府表彰", "核心提示:我市去年发布政府信息5.1万条,召开新闻发布会12次。", 3),
    ("model without saying so", "××局2020年政府信息公开工作年度报告",
     "根据要求,××局编制本报告。主动公开信息XX条,收到申请XX件,答复XX件。", 0),
    ("fill-in model", None, "2020年,____局主动公开政府信息____条,收到申请____件,答复____件。", 0),
    ("blank form", None, "第二十条第(一)项\n信息内容 | 本年制发件数\n规章 | \n一、本年新收政府信息公开申请数量 |  |", 0),
    ("blank 2014 form", "政府信息公开情况统计表", "(一)主动公开政府信息数 | 条 | \n(一)收到申请数 | 件 | ", 0),
    ("how to fill in", "政府信息公开工作年度报告填报说明", "本年新收政府信息公开申请数量指当年收到的申请。", 0),
    ("column page", "政府信息公开年报", "浏览器版本过低", 0),
    ("list of reports", None,
     "东岭市2021年政府信息公开工作年度报告\n东岭市2020年政府信息公开工作年度报告\n"
     "东岭市2019年政府信息公开工作年度报告\n东岭市2018年政府信息公开工作年度报告", 0),
    ("list of bodies", "2021年度政府信息公开年报",
     "教育局2021年政府信息公开工作年度报告 2022-01-20\n水务局2021年政府信息公开工作年度报告 2022-01-21\n"
     "司法局2021年政府信息公开工作年度报告 2022-01-22\n民政局2021年政府信息公开工作年度报告 2022-01-23", 0),
    ("reply to an applicant", "关于李某政府信息公开申请的答复", "你于2020年3月2日提出的政府信息公开申请收悉。", 0),
    ("notice to an applicant", "东岭市政府信息公开告知书", "您申请公开的信息不存在。", 0),
    ("letter", "关于商请提供年度报告材料的函", "请贵局于1月10日前反馈。", 0),
    ("law-based government", "东岭市2020年法治政府建设年度报告", "办理政府信息公开申请12件,公开规范性文件9件。", 3),
    ("administration by law", "东岭市水务局2016年依法行政工作报告", "主动公开信息35条,收到公开申请1件。", 2),
    ("work report", "2019年东岭市政府工作报告", "各位代表:现在,我代表市人民政府报告工作。公开信息2000条。", 1),
    ("work report without a title", None, "各位代表:现在我代表政府向大会报告工作。", 0),
    ("final accounts", "东岭市水务局2018年度部门决算", "收入1200万元,支出1100万元。", 0),
    ("budget", "东岭市2019年部门预算公开情况说明", "公开部门预算报告56份。", 1),
    ("statistics bulletin", "东岭市2020年国民经济和社会发展统计公报", "全年生产总值320亿元。", 0),
    ("environment bulletin", "东岭市2017年环境状况公报", "空气质量优良天数310天。", 0),
    ("website form", "东岭市政府网站工作年度报表(2019年度)", "信息发布总数3000条,收到留言30条。", 1),
    ("water report", "东岭市2020年水资源公报", "水资源总量3亿立方米。", 0),
    ("third-party assessment", "2018年政务公开评估报告", "对56家单位进行评估,主动公开得分80分。", 0),
    ("work points", "东岭市2019年政务公开工作要点", "扩大公开范围,加强解读。", 0),
    ("plan", "东岭市2019年政府信息公开工作实施方案", "各单位要在6月底前完成。", 0),
    ("news of publication", "东岭市发布2020年政府信息公开年报", "日前,东岭市政府公布了去年年报,全年主动公开信息3100条,收到申请21件。", 2),
    ("news by a reporter", None, "记者从市政府办公室获悉,去年全市主动公开信息3100条。", 1),
    ("news, agency style", None, "本网讯 去年全市收到政府信息公开申请21件。", 1),
    ("agency's dateline", None, "东岭日报社东岭2月8日电全市去年主动公开政府信息3100条,收到申请21件。\n网站访问量12万人次。", 3),
    ("figures of another's report", None, "据东岭市2011年政府信息公开工作年度报告披露,全市主动公开政府信息3100条,收到申请21件。", 3),
    ("missing page", None, "您访问的页面不存在", 0),
    ("error 404", "404", "404 Not Found", 0),
    ("forbidden", None, "403 Forbidden", 0),
    ("challenge", "安全验证", "请输入验证码以继续访问", 0),
    ("script challenge", None, "Please enable JavaScript and refresh the page", 0),
    ("login", "用户登录", "请先登录后查看 用户名: 密码:", 0),
    ("empty", None, "", 0),
    ("navigation only", None, "首页 | 政务公开 | 政务服务 | 互动交流", 0),
    ("leaders", "领导之窗", "市长 主持政府全面工作", 0),
    ("decree", "东岭市人民政府关于表彰先进集体的决定", "授予12个单位先进集体称号。", 0),
    ("reading of a policy", "《政府信息公开条例》解读", "条例共六章五十六条。", 0),
    ("party affairs", "东岭市2019年党务公开工作报告", "公开党务信息35条。", 1),
    ("meeting", "全市政府信息公开工作会议召开", "3月2日,全市政府信息公开工作会议召开。", 0),
    ("training", "我市举办政府信息公开培训班", "参加培训120人。", 1),
    ("answer to a delegate", "对市人大第12号建议的答复", "您提出的关于加强信息公开的建议收悉。", 0),
    ("quarter on one line", None, "2021年三季度政务公开工作自查报告东岭市林业局一、基本情况主动公开政府信息93条。" + "提高认识。" * 12, 1),
    ("check of sites", "东岭区关于2023年5月门户网站与政务新媒体自查情况的报告", "5月区政府网站公开信息310条。", 1),
    ("news of a ranking", None, "3月9日,省政府办公厅公布了上年度政务公开考评结果。东岭市政府网站全年发布信息9210条。", 1),
    ("table of contents", None, "目录\n一、总体情况\n二、主动公开\n三、依申请公开", 0),
]
# fmt: on


def _document(title: str | None, text: str) -> Document:
    parts = [
        TablePart((tuple(CellPart(cell.strip()) for cell in line.split("|")),)) if "|" in line else Paragraph(line)
        for line in text.split("\n")
    ]
    return assemble(parts, title=title)


@pytest.mark.parametrize(("what", "title", "text", "facts"), REPORTS, ids=[case[0] for case in REPORTS])
def test_is_a_report(what: str, title: str | None, text: str, facts: int) -> None:
    verdict = judge(_document(title, text), facts)
    assert verdict.is_report, f"{what}: {verdict.reason}"


@pytest.mark.parametrize(("what", "title", "text", "facts"), OTHERS, ids=[case[0] for case in OTHERS])
def test_is_no_report(what: str, title: str | None, text: str, facts: int) -> None:
    verdict = judge(_document(title, text), facts)
    assert not verdict.is_report, f"{what}: {verdict.reason}"


@pytest.mark.parametrize("signal", SIGNALS, ids=[signal.name for signal in SIGNALS])
def test_each_signal_sees_its_own_example(signal: Signal) -> None:
    assert signal.pattern.search(signal.example.replace(" ", ""))


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("懷嶺市統(tǒng)計局公開信息33條,答復(fù)0次。", ("pinyin_glosses",)),
        ("bt365游戏平台政务公开办公室公开信息20条。", ("overwritten_names",)),
        ("澳门金沙集团主动公开信息20条,即时比分公报公开3条。", ("overwritten_names",)),
        ("东岭市主动公开信息20条,联系电话(区号)0431。", ()),
        ("支持(zc)单位1个。", ()),
        ("皇冠镇公开体育彩票公益金使用情况。", ()),
        ("公开澳门投资企业名录1份。", ()),
    ],
)
def test_hijacked_mirrors_are_flagged(text: str, flags: tuple[str, ...]) -> None:
    assert judge(_document(None, text), 1).flags == flags


def test_the_reason_names_the_signals() -> None:
    assert "report_title +4" in judge(_document("东岭市2016年政府信息公开工作年度报告", "公开信息20条。"), 1).reason
