"""Is it an annual report? A small set of named signals, each with its weight and an example, added up.

A column named 政府信息公开年报 holds guides, notices, blank forms, letters and lists too, and a report may be two sentences without a
title. So no single word decides. The figures found are the strongest sign (they are what a report is for); what speaks against is mostly
the title, since other reports and news quote the same figures. The sum must be positive: a text that shows nothing either way is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.about.titles import read_title
from extract.dates import years_in
from extract.document import Document
from extract.fold import fold

#: Where a signal looks: the title (the heading, or first lines short enough to be one), the first 400 characters, or the whole text.
Place = Literal["title", "head", "text"]


@dataclass(frozen=True, slots=True)
class Signal:
    """One sign for (`weight` > 0) or against a report: `pattern` is searched in folded text without spaces and matches `example`."""

    name: str
    weight: int
    place: Place
    pattern: re.Pattern[str]
    example: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a document is an annual report, the signals that said so, and what is suspicious about it."""

    is_report: bool
    reason: str
    flags: tuple[str, ...] = ()


def _signal(name: str, weight: int, place: Place, pattern: str, example: str) -> Signal:
    return Signal(name, weight, place, re.compile(pattern), example)


#: The day of what is news: 2015年1月30日上午, 今天, 近日.
_DAY_OF_NEWS = r"(?:(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日(?:[上下]午)?|[今昨][天日]|[近今]日|日前|近期|最近),?"
#: A report by its name: 2014年政府信息公开工作报告, 《…年度报告》.
_NAMED_REPORT = r"(?:信息|政务)公开[^。,\n]{0,12}?(?:报告|年报)》?"
#: What is told without a word of the teller: no 现将, 特向, 我局, 本机关.
_TOLD = "[^。\\n现特我本]"
#: Nothing by which a report speaks of its body or itself: 我局, 本报告.
_IN_THE_THIRD_PERSON = (
    r"(?s:(?!.*(?:我[省市县区旗州局委办厅院镇乡处站]|我街道|我单位|本(?:报告|年报|年度报告|机关|单位|部门|[局委办厅镇乡街院级]))))"
)
#: A heading's number, on a line of its own: 一、概述.
_NUMBER = r"[(第]?[一二三四五六七八九十\d]{1,3}[、.)]"

SIGNALS: tuple[Signal, ...] = (
    # for
    _signal(
        "purpose",
        3,
        "text",
        r"本(?:年度|工作|年)?报告(?:是)?(?:由|根据|依据|按照)|根据[^。]{0,60}(?:编制|撰写)了?本(?:年度)?(?:工作)?(?:年度)?(?:报告|年报)",
        "本报告由某市人民政府办公室编制",
    ),
    _signal("period", 3, "text", r"统计(?:时间|期限|数据|周期|时限)[^。]{0,12}\d{4}", "统计期限自2016年1月1日至2016年12月31日"),
    _signal("disclosed", 2, "text", r"公开[^。;]{0,24}?\d[\d,.]*[余多万]*[条件篇]", "主动公开政府信息1027条"),
    _signal(
        "requests",
        2,
        "text",
        r"申请[^。;]{0,12}?\d+[余多]?[件条次宗起]|(?:未|没|没有)(?:收到|接到|受理|有)[^。;,]{0,12}申请|无[^。;,正]{0,6}申请",
        "收到申请0次",
    ),
    _signal(
        "disputes",
        1,
        "text",
        r"(?:未|无|没)(?![经正])[^。;\n]{0,16}(?:行政复议|行政诉讼|复议|诉讼)|(?:复议|诉讼)[^。;]{0,12}\d+[件起]",
        "无行政复议、行政诉讼",
    ),
    _signal("request_section", 2, "text", r"收到和处理政府信息公开申请情况", "三、收到和处理政府信息公开申请情况"),
    _signal("problem_section", 1, "text", r"存在的?(?:主要)?问题(?:及|和|与)(?:改进|整改)", "五、存在的主要问题及改进情况"),
    # against, by the title
    _signal("guide", -9, "title", r"指南|目录$|流程图?$|须知|申请表|条例$|办法$|规定$|制度$|问答|解读", "某市政府信息公开指南"),
    _signal(
        "interpretation",
        -20,
        "title",
        r"报告》?的?(?:文字|图文|图片|图表|政策)?解读(?:\n|$)|(?:^|\n)(?:文字|图文|图片|图表|政策|一图)解读",
        "文字解读:关于某市2023年政府信息公开工作年度报告的解读",
    ),
    _signal(
        "notice", -5, "title", r"通知$|通知\(|的函$|工作要点|方案$|意见$|通报$|任务分解|培训班|会议", "关于做好年度报告编制和发布工作的通知"
    ),
    _signal("notice_to_report", -9, "title", r"(?:做好|编制|报送|填报|开展|规范)[^\n]*(?:通知|函)", "关于做好年度报告编制和发布工作的通知"),
    _signal("model", -9, "title", r"模板|范本|样表|样本|格式|参考文本|填报说明|填写说明|示例", "政府信息公开工作年度报告(模板)"),
    # Sites that sell model texts fill them with figures of real ones.
    _signal(
        "model_text",
        -20,
        "title",
        r"范文|范例|样文|怎么写|如何写|[(【](?:精选|通用|优秀|推荐|合集|集锦)|(?:报告|总结|材料)[^\n]{0,6}(?:\d|[二三四五六七八九十])篇[)】]?$",
        "政府信息公开年度工作报告范文(精选5篇)",
    ),
    _signal(
        "month",
        -20,
        "title",
        r"(?<![-—~至到\d])(?:1[0-2]|[1-9]|十[一二]?|(?<!十)[一二三四五六七八九])月份(?!的?年)|统计月报|月报表",
        "某市2016年政府信息公开工作二月份工作情况",
    ),
    _signal(
        "reply",
        -9,
        "title",
        r"答复书?$|告知书$|回复$|复函$|函复$|批复$|的解释$|答复意见|建议.*答复|提案.*答复",
        "关于某某政府信息公开申请的答复",
    ),
    _signal(
        "other_report",
        -9,
        "title",
        r"法治政府建设|依法行政|政府工作报告|预算|决算|统计公报|(?:环境|水资源|质量)[^报]{0,6}公报|评估报告|工作年度报表|社会责任|绩效|审计(?!局|厅|署)|述职|调研报告|"
        r"国民经济和社会发展|党务公开|财政收支|普法|安全生产(?!监[一-鿿]{0,3}[局厅队]|委员会)|行政执法[^公]*报告|双公示",
        "某市2020年法治政府建设年度报告",
    ),
    # Those titles settle it: the figures of such a report can be all the catalogue knows of reviews and rules.
    _signal(
        "report_on_another_subject",
        -11,
        "title",
        r"^(?!.*(?:信息公开|政务公开)).*(?:法治政府|依法行政|预算|决算|绩效|普法|(?:审计|执法|财政)(?![局厅署部所]|[大支]队)|政府工作|政府网站|建议|提案|"
        r"政务服务(?![中大局和]|管理))[^\n]*(?:报告|总结)",
        "某市2020年法治政府建设年度报告",
    ),
    _signal(
        "about_reports",
        -20,
        "title",
        r"考评|考核(?:结果|通报)|测评|评估|整改|自查|要点[^报\n]{0,8}落实|问题清单|半年|[一二三四1-4]季度|(?:搜索|检索)结果|一图(?:读|看)懂|(?<!查看)图解(?!链接)",
        "关于2022年度政务公开工作考评结果的通报",
    ),
    _signal(
        "check_of_sites",
        -20,
        "title",
        r"(?:政府网站|门户网站|政务新媒体|政务微博|政务微信|政务公众号)[^\n]*(?:检查|自查|监测|普查|抽查|排查|巡查|监管|运维|运行)[^\n]*(?:情况|报告|通报|结果|总结)",
        "某区关于2024年3月政府网站与政务新媒体自查情况的报告",
    ),
    _signal(
        "news_title",
        -9,
        "title",
        r"[一-鿿](?:发布|公布|晒出|出炉|亮相)(?:\d{4}年)?[^关]*(?:年报|年度报告)$|(?:年报|年度报告)》?(?:发布|公布|出炉|亮相)$|"
        r"荣获|喜获|跃居|位居|名列|[受获][^,]{0,8}表彰|(?:召开|举行|举办)[^\n]{0,40}(?:发布|部署|推进|培训|座谈|工作|动员|调度|协调)会(?:议)?$|发布会[^\n]{0,8}(?:召开|举行|举办|实录)$",
        "我市发布2020年政府信息公开年报",
    ),
    # against, by the text
    _signal(
        "reporter",
        -12,
        "text",
        r"\((?:本报|本网|见习|实习|首席|特约|驻[一-鿿]{1,3}|[一-鿿]{2,4}[报网社台])*(?:记者|通讯员)[^()\n]{1,16}\)",
        "(首席记者李明)",
    ),
    # A report speaks of itself as 本报告 and shows no figures by quoting itself.
    _signal(
        "quotes_a_report",
        -10,
        "text",
        r"(?:\n|。)据?(?:《(?:年度)?(?:报告|年报)》|(?:该|这份)?(?:年度)?报告|(?:该|这份)?年报)(?:显示|指出|透露|披露|提出了)|"
        r"信息公开(?:工作)?(?:情况)?(?:年度)?(?:报告|年报)》?(?:显示|透露|披露|指出)",
        "据某省2016年政府信息公开工作年度报告透露",
    ),
    _signal(
        "told_to_the_press",
        -6,
        "text",
        r"记者在[^,。\n]{0,12}会上(?:获悉|了解到)|(?:\n|。)发布会上,[^。]{0,80}(?:介绍|表示|通报)",
        "记者在发布会上了解到",
    ),
    _signal(
        "newspaper",
        -4,
        "head",
        r"来源:[一-鿿·]{1,8}(?:日报|晚报|晨报|早报|商报|快报|时报|新闻|新华社|新华网|人民网)(?:\n|\d|作者|$)",
        "来源:清河日报",
    ),
    _signal(
        "news",
        -8,
        "head",
        r"原标题:|记者(?:从|在[^,。\n]{1,12}上|获悉|了解到|注意到|发现|看到|浏览|梳理)|本[报网台]讯|核心提示:|\d日[电讯](?=[,:(。\n]|记者)|"
        r"[报网社闻][一-鿿]{0,6}\d{1,2}月\d{1,2}日[电讯]|[日近]前,[^。]{0,40}(?:发布|公布|晒出|出台)|"
        r"(?:日前|近日)(?:正式|对外|向社会)*(?:发布|公布|晒出)[^。]{0,30}(?:报告|年报)|(?:报告|年报)》(?:日前|近日)(?:正式|对外|向社会)*(?:发布|公布)|"
        r"(?:\n|。)(?:\d{1,2}月)?\d{1,2}日,[^。现]{2,24}(?:发布|公布)(?:[^。]{2,30}(?:年度报告|年报)。|[^。]{0,40}(?:考评|考核|测评|评估|评选)[^。]{0,8}(?:结果|名单|排名))",
        "日前,市政府办公室公布了去年的年报",
    ),
    # Who tells first that a body's report is out is not that body: its own speaks of 我局 and 本报告.
    _signal(
        "news_of_a_report",
        -11,
        "head",
        rf"\A{_IN_THE_THIRD_PERSON}\n?(?:(?!{_NUMBER})[^\n。]{{4,60}}\n)?(?:"
        rf"(?:{_DAY_OF_NEWS}(?!,?[在通向利按根依])|(?!\d){_TOLD}{{4,30}}\d月\d{{1,2}}日){_TOLD}{{0,60}}?(?:发布|公布|晒出|公开)了?{_TOLD}{{0,50}}?{_NAMED_REPORT}[,。]|"
        rf"(?:{_DAY_OF_NEWS}{_TOLD}{{4,50}}?{_NAMED_REPORT}|{_TOLD}{{4,50}}?{_NAMED_REPORT}于\d){_TOLD}{{0,30}}?(?:发布|公布|出炉|上线)[,。])",
        "2015年1月30日,清河市水务局网站发布2014年政府信息公开工作报告,回顾了一年的工作。",
    ),
    # A yearbook has its entries under heads in brackets, and speaks of all bodies as others.
    _signal(
        "yearbook_entry",
        -11,
        "head",
        rf"\A{_IN_THE_THIRD_PERSON}(?![^【]*报告\n)(?:[^【]*\n)?【[一-鿿]{{2,12}}】(?=[一-鿿\d][^\n]*。)(?![^\n。]{{0,60}}(?:报告|年报)\n)",
        "【政务公开】2016年,清河区主动公开政府信息902条。",
    ),
    _signal("yearbook", -11, "title", r"年鉴(?![社馆办编室部局中])|\d{4}卷", "清河年鉴(2017)"),
    # 新华网某地3月2日电: an agency's dateline runs into its first sentence.
    _signal("dateline", -8, "head", r"[网社报台][一-鿿]{2,8}\d{1,2}月\d{1,2}日(?:电|讯)", "新华社长春3月31日电吉林省"),
    _signal(
        "quotes_a_report",
        -8,
        "head",
        r"(?:(?<![根依数])据|从)[^。\n本]{2,40}(?:年度报告|年度?工作报告|年报)[》”]?(?:透露|显示|披露|介绍|中?(?:了解到|获悉|得知))",
        "据某省政府信息公开年度报告显示",
    ),
    _signal(
        "guide_text",
        -8,
        "text",
        r"编制了?本指南|制[定作]了?本指南|本指南[^。]{0,20}(?:适用|更新|查阅)|申请人?(?:可以|可)通过(?:以下|下列)(?:方式|途径|渠道)",
        "特编制本指南",
    ),
    # Reports are sent round too: 本局各科室: (海盐县环保局 2010).
    _signal("addressees", -2, "text", r"\n[^\n。]{0,30}各[^\n。]{1,40}:(?:\n|$)", "关于报送材料的通知\n各乡镇人民政府、县直各部门:\n"),
    _signal(
        "notice_text",
        -7,
        "text",
        r"于\d[^。]{0,12}前[^。]{0,40}(?:报送|上报|报[^告。]{1,10}(?:办公室|科|局))|"
        r"请各(?:单位|部门|乡镇|县|区)[^。]{0,60}(?:报送|上报|编制|发布)|要求?各(?:单位|部门|乡镇|县|区)[^。]{0,60}(?:报送|上报|编制|发布)[^。]{0,20}(?:年度报告|年报)|"
        r"请[^。]{0,10}于\d[^。]{0,20}前[^。]{0,30}(?:报送|上报|报至|反馈)|"
        r"现将[^。]{0,40}(?:事项|要求)通知如下|就[^。]{0,40}(?:事项|要求)通知如下",
        "现将年度报告编制有关事项通知如下",
    ),
    _signal(
        "letter_text",
        -8,
        "head",
        r"(?:你|您)(?:单位|公司|局)?(?:于\d|提[出交]的|申请(?:公开|获取)的)|您好[!,:]|收悉。[^\n]{0,40}(?:答复|批复|函复|解释)如下",
        "你提出的政府信息公开申请收悉",
    ),
    # Of what a report says beside its subject, without a word of that.
    _signal("proposals_alone", -9, "text", r"(?s:\A(?!.*公开).*(?:建议|提案))", "我局办理市人大代表建议26件"),
    _signal(
        "review_office",
        -9,
        "text",
        r"被申请人(?:构成|分布|类型|情况)|复议申请(?:涉及)?的?(?:事项|管理领域|行政管理类别)|案件审理情况[。\n]",
        "二、被申请人构成情况",
    ),
    _signal("speech", -9, "head", r"各位代表|同志们[:,]", "各位代表:现在,我代表市人民政府"),
    _signal("law_text", -8, "head", r"第一条(?:为|根据)[^\n]{0,80}(?:制定|条例|办法)", "第一条 为了保障公民依法获取政府信息,制定本条例"),
    _signal("rules_text", -9, "text", r"制[定订]本(?:制度|办法|规定|细则|规程|规范)(?=[。,\n])", "结合我镇实际,特制定本制度。"),
    _signal(
        "error_page",
        -8,
        "head",
        r"(?:页面|网页|文件|内容|文章)(?:《[^》]{0,60}》)?(?:不存在|未找到|找不到|已删除|已被删除|无法访问)|404(?:NotFound|错误|-)|(?:拒绝|禁止|没有权限|无权)访问|系统(?:错误|繁忙)|安全验证|请输入验证码|"
        r"(?i:accessdenied|forbidden|badgateway|enablejavascript)|请(?:先)?登录(?:后|系统)|用户名[:]?密码|开启JavaScript",
        "您访问的页面不存在",
    ),
)

#: Stands where a body fills in its own name or figure: XX市, ××件, ***局, 20__年, (此处填写…); but not in an address: /xxgk/, qhtj_xxgk@….
#: The class of what it begins with comes first, which a search leaps to.
_PLACEHOLDER = re.compile(
    r"[X×╳✕x*○〇_此2](?:(?<=[X×╳✕x])(?<![A-Za-z\d./@_-].)[X×╳✕x]+(?![A-Za-z\d./@_-])|(?<=\*)\*+(?=[市县区局委年件条])|(?<=[○〇])[○〇]+(?=[市县区局委件条])|(?<=_)_+|"
    r"(?<=此)处(?:填|写)|(?<=2)0[X×_ ]{1,2}年)"
)
#: Model texts have them all over; one may be a masked name.
_MANY_PLACEHOLDERS = 3
#: A list names many reports one after the other; a report names none but itself.
_MANY_TITLES = 4
#: What the blank forms hold instead of figures: their labels, one after another.
_FORM_LABEL = re.compile(
    r"本年新收政府信息公开申请数量|主动公开政府信息数|本年制发件数|本年新制作数量|收到申请数|第二十条第\([一五六八九]\)项"
)
#: What a report has though the portal lost its form's figures; a form to be filled in has none.
_SENTENCES_OF_A_REPORT = 2
_GLOSS = re.compile(r"\((?<=[一-鿿]\()[a-zü\u00e0-\u01dc]{1,7}\)")
_MANY_GLOSSES = 2
#: Names written over those of cities and offices on hijacked mirrors.
_HOUSES = ("澳门", "新葡京", "葡京", "威尼斯人?", "太阳城", "永利", "银河", "皇冠")
_OVERWRITTEN = re.compile(
    r"b(?i:t365|et365|etway)|B(?i:t365|et365|etway)|365(?i:bet)|188(?i:bet)|博彩|即时比分|真人娱乐|老虎机|六合彩|体育投注|彩票平台|"
    + "|".join(f"{house}[^。,]{{0,2}}(?:金沙|赌|娱乐|游戏|平台|官网|体育(?:投注|app))" for house in _HOUSES)
)


def judge(document: Document, facts: int) -> Verdict:
    """Returns whether `document` is an annual report of government disclosure; `facts` counts its figures of catalogued metrics."""
    folded = document.folded
    text = _GLOSS_MARK.sub("", _without_blanks(folded))
    titles = _title_lines(document)
    flags = _flags(folded)
    own = [("facts", min(facts, 6)), *_title_signals(titles)] if facts else _title_signals(titles)
    text = "\n" + text  # each line stands behind a line break, the first one too
    named = "\n".join(titles)
    # A text that never says 公开 may do so in its title, which markup and saved pages keep apart.
    places: dict[Place, str] = {"title": named, "head": text[:401], "text": f"\n{named}{text}"}
    against = [*_seen(places, against=True), *_counted(text)]
    # What speaks for a report changes nothing where the rest already says that it is one.
    needed = not facts or _score(own) + _score(against) <= 0
    supporting = _seen(places, against=False) if needed else []
    told = text.count("。") >= _SENTENCES_OF_A_REPORT and ("report_title", 4) in own
    if not facts and not told and not any(name in ("disclosed", "requests") for name, _ in supporting) and _holds_form(text):
        against.append(("form_without_figures", -9))
    found = [*own, *supporting, *against]
    score = _score(found)
    reason = ", ".join(f"{name} {weight:+d}" for name, weight in sorted(found, key=lambda item: -abs(item[1]))) or "no sign of a report"
    return Verdict(score > 0, reason, flags)


def _holds_form(text: str) -> bool:
    return len(_FORM_LABEL.findall(text)) >= 2


def _score(found: Iterable[tuple[str, int]]) -> int:
    return sum(weight for _, weight in found)


def _seen(places: Mapping[Place, str], *, against: bool) -> list[tuple[str, int]]:
    """Returns the signals for or against a report that are seen at their places."""
    return [(signal.name, signal.weight) for signal in SIGNALS if (signal.weight < 0) == against and _matches(signal, places[signal.place])]


def _matches(signal: Signal, place: str) -> bool:
    if signal.place != "title":
        return bool(signal.pattern.search(place))
    return any(signal.pattern.search(line) for line in place.split("\n"))


_GLOSS_MARK = re.compile(r"\([a-zü\u00e0-\u01dc]{1,7}\)")


def _without_blanks(folded: str) -> str:
    """Returns a folded text without blanks; line breaks stay, they part headings from sentences."""
    return folded.replace(" ", "")


#: A line that begins so is a heading inside a text: 一、 (二) 3.
_HEADING = re.compile(r"(?:第?[一二三四五六七八九十]{1,3}|\d{1,2}|[(][一二三四五六七八九十\d]{1,3})[、.章条)]")


#: A title that its text runs on behind, on one line: [东岭市林业局2020年四季度政务公开自查报告]2020年12月31日一、….
_RUN_ON_TITLE = re.compile(r"[^。,;:|]{6,50}?(?:报告|总结|通报|通知)(?=[一-鿿\d])")


def _title_lines(document: Document) -> list[str]:
    """Returns the heading, or where the page has none of its own the first lines that can be one: a report's title, else the first two."""
    if document.title:
        return [_GLOSS_MARK.sub("", _without_blanks(fold(document.title)).replace("\n", ""))]
    lines = [_GLOSS_MARK.sub("", line) for line in _without_blanks(document.folded[:2_000]).split("\n")]
    run_on = _RUN_ON_TITLE.match(lines[0])
    lines = [line for line in lines[:8] if 4 <= len(line) <= 60 and "。" not in line and "|" not in line] or ([run_on[0]] if run_on else [])
    named = [line for line in lines if read_title(line) and any(years_in(line))]
    return named[:1] or [line for line in lines[:2] if not _HEADING.match(line)]


def _title_signals(titles: Sequence[str]) -> list[tuple[str, int]]:
    for title in titles:
        parts = read_title(title)
        if parts and any(years_in(title)):
            return [("report_title", 4)]
        if parts and parts["body"]:  # 政府信息公开年报 alone is the name of a column
            return [("report_title_without_year", 1)]
    return []


def _counted(text: str) -> list[tuple[str, int]]:
    """Returns the signals that need counting: placeholders of a model text, titles of a list."""
    found: list[tuple[str, int]] = []
    if len(_PLACEHOLDER.findall(text)) >= _MANY_PLACEHOLDERS:
        found.append(("placeholders", -9))
    listed = {line for line in text.split("\n") if read_title(line)}
    if len(listed) >= _MANY_TITLES and text.count("。") < len(listed):
        found.append(("list_of_titles", -9))
    return found


def _flags(folded: str) -> tuple[str, ...]:
    flags = []
    if len(_GLOSS.findall(folded)) >= _MANY_GLOSSES:
        flags.append("pinyin_glosses")
    if _OVERWRITTEN.search(folded):
        flags.append("overwritten_names")
    return tuple(flags)
