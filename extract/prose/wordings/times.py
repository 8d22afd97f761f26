"""Of which time a figure is: changes, earlier and later years, parts of the year, counts over several years, plans."""

from __future__ import annotations

import re

#: A growth or a decline, not a count: 同比[增加]759条.
CHANGE = re.compile(
    r"(?:增加|增长|增幅|减少|下降|降低|降幅|上升|提高|多出|少了|多了|增多|减幅|翻|净增|新增幅度|同比多|同比少|相比多|相比少|比上年多|"
    r"比上年少|比去年多|比去年少|增|减|升|降|多|少|压缩|压减|缩短|上浮|下浮)"
    r"(?:了|约|近|幅度?|幅为|率为?|量为?|数为?|:|超过?)*$"
)
#: Words that end like a change and are none: [新增]12条, [不少]于, [至少]3件.
NO_CHANGE = re.compile(r"新增$|不(?:多|少)$|至少$")
#: The figure behind is the prior year's: [由]1128条增加到1887条, [从去年的]12件, [较上年的]12件减少到9件.
FROM = re.compile(
    r"(?:(?:由|从)(?P<from>上年度?|去年|原来|之前|前年|(?:19|20)\d{2}年)?|[较比与同](?P<than>上年度?|去年|前年|(?:19|20)\d{2}年))(?:的|约)*$"
)
#: The figure of the year before, from which the year's own is told: [由去年的12]件增加到15件.
FROM_LAST_YEAR = re.compile(r"(?:由|从)(?:上年度?|去年|上一年度?|(?P<year>(?:19|20)\d{2})年)[^，。;]{0,4}?\d[^，。;]*$")
#: What such a figure changed to, without which 由 is who does it: 由1128条[增加到]1887条, but 由2名专职人员负责.
CHANGED_TO = re.compile(r"[到至]|[^，。;]{0,16}?(?:增|减|升|降|提高|扩|缩|调整|变|涨|跃)[^，。;]{0,6}[到至为]")
#: The figure behind is this year's: 由1128条[增加到]1887条.
TO = re.compile(
    r"(?:增加|增长|减少|下降|上升|提高|降低|增|减|降|升|扩大|扩充|扩展|拓展|增设|增配|压缩|调整|变)(?:到|至|为)(?:了)?(?:(?:(?P<year>(?:19|20)\d{2})|今|本)年度?的?)?$"
)
#: Words ahead of such a change that say only when and why: 设立查阅点1个，[现已]增加到2个 ; but not 公开信息300条，[栏目]增加到15个.
SAYS_WHEN = re.compile(
    r"(?:目前|现在?|随后|之后|后|又|再|进一步|逐步|[年月][底末中初]|已经?)*(?:(?:根据|按照?|应|因|由)[^，。;]{1,8}?)?(?:现在?|又|再|进一步|逐步|已经?|予以)*"
)
#: Words that speak of an earlier year: [去年]收到3件; but not of what was carried over from it: 上年结转.
PRIOR_WORD = re.compile(r"(?:上年度?|去年|上一年度?|前一年|往年|前年|同期(?!全|我|共|还|累计))(?!度?结转|度?转)")
#: An earlier year as what the next clauses speak of: [去年]，公开信息12条.
PRIOR_FRAME = re.compile(r"(?:在)?(?:上年度?|去年|上一年度?|前年)(?:全年|同期)?")
#: A count of an earlier year that opens a sentence, so that the clauses behind it count that year too: [去年公开]信息50条，收到申请20件.
PRIOR_COUNT = re.compile(
    r"(?:而|在)?(?:上年度?|去年|上一年度?|前年)(?:全年)?(?:我[局委办厅镇乡院区县市省]|本机关|全[省市县区镇局])?(?:一?共|共计|累计|总共)?"
    r"(?:主动|依法|及时)?(?:公开|发布|收到|受理|接到|接收|办理|答复|办结|举办|举行|召开|开展|组织|制发|印发|编发|更新)"
)
#: All a clause says that only sets an earlier year's figure beside the year's own: 公开2087条，[2012年为1764条].
FIGURE_OF_A_YEAR = re.compile(r"而?(?:19|20)\d{2}年度?(?:全年|同期)?[为是有:]?(?:约|近)?\d[\d.]*[万余多]*[一-鿿]{0,2}")
#: Words that only compare with an earlier year: [比上年]增加3件.
COMPARED = re.compile(r"(?:比|较|与|同|相比|相较|对比)(?:于)?(?:上年|去年|往年|上一年|前一年|同期|(?:19|20)\d{2}年)")
#: An open bracket whose figures are an earlier year's, though it is only compared with: 与[去年（]电话1872次、现场8115人次）相比.
PRIOR_BRACKET = re.compile(r"(?:上年度?|去年度?|上一年度?|前一年)(?:全年|同期)?(?:为|是)?\([^()]*$")
#: How much more or less there was than in the year compared with: 比上年的31件[增加3件].
CHANGE_TOLD = re.compile(r"(?:增加|减少|增长|下降|增|减|多|少|上升)了?[约近]?\d+[^，。;]{0,3}$")
#: What the whole came to, behind that: …增加3件，[达到]34件.
AMOUNTS_TO = re.compile(r"(?:(?:今年|本年|全年)?(?:总数|总量)?(?:为|达到?|共计?|总计|合计|累计|至))+:?")
#: A growth that names what grew: [比2020年多收到申请]4件.
GROWN = re.compile(
    r"(?:比|较|与|同|相比|相较|对比)(?:于)?(?:上年|去年|往年|上一年|前一年|同期|(?:19|20)\d{2}年)度?(?:同期|相比)?"
    r"(?:多|少|增加|减少|增|减|增长|新增)[^，。;:()]{1,16}$"
)
#: Counts over more than the year: 开通[以来]公开信息9806条, 网站[开通后]发布…, 施行[一年多来]….
CUMULATIVE = re.compile(
    r"以来(?<!今年以来)(?<!一年以来)|(?<!年初)(?<!年1月)(?<!1月1日)至今(?!年)|开通后|成立后|总计已|累计已达|存量|近[二两三四五六七八九十\d]{1,2}年|"
    r"(?:[二两三四五六七八九十]年多?|一年多|一年半)(?:以?来|间)|十[一二三四五]五[”\"]?(?:期间|时期|以来)"
)
#: What a clause begins with that counts over all years, or is all it says: [历年累计:]主动公开300条, [历年来]，公开300条.
OVER_ALL_YEARS = re.compile(r"历年(?:来?$|累计:)")
#: Since the 条例 came into force, in the year of which the first reports are: [《条例》施行以来], [5月1日以来].
SINCE_IN_FORCE = re.compile(
    r"(?:条例》?(?:的|正式|颁布|发布|贯彻|全面)*(?:施行|实施|生效)|(?:今年|2008年)?5月1日起?[^，。;\d]{0,12}(?:施行|实施|生效)?)(?:之日起)?(?:以来|后|至今)"
)
#: Counts up to the day of writing: [截至目前]公开信息9806条.
UP_TO_NOW = re.compile(r"截[至止](?:到|至)?(?:目前|今|报告|现在)|到目前|目前(?:累计|共|已|为止|我)")
#: What makes a count up to a day one of all years: 截至目前，我局[累计]公开信息9806条.
OF_ALL_YEARS = re.compile(r"累[计积]|历年|总计已|以来")
#: The year and no more: [2017年以来]公开信息 in the report of 2017.
SINCE_YEAR = re.compile(r"((?:19|20)\d{2})年?(?:\d{1,2}月(?:份|\d{1,2}日)?起?|年?初)?(?:以来|至今(?!年))")
#: Counts from an earlier year on: [自2019年]新《条例》施行至2022年底.
SINCE = re.compile(r"(?:自|从)((?:19|20)\d{2})年?[^，。;]{0,24}?(?:(?<![增加长升高减少降低大充展])[至到]|起|以来|开始|-|—)")
#: Since when something is done, without 自: [2004年5月1日起]开展此项工作; but no year of its own behind.
FROM_A_YEAR_ON = re.compile(r"(?:19|20)\d{2}年(?:\d{1,2}月(?:份|\d{1,2}日)?)?起(?!.*(?:19|20)\d{2}年)")
#: Aims, rules and examples, not counts: [力争]公开500条, [每月]发布12期.
PLAN = re.compile(
    r"(?<!规划)(?<!按)(?<!按照)计划|下一步|力争|拟于|争取|预计|目标|不少于|至少|每年|每月|每季度?|每周|每天|每日|日均|平均|人均|月均|必须|要求.{0,12}(?:不|达到)|应当|"
    r"原则上|例如|比如|譬如|规定.{0,8}内(?!办结|答复|办理|完成|给予|[作做]出|书面|全部)"
)
#: What a clause begins with that plans, and the clauses behind it with it: [明年]举办培训班5期，公开信息500条 ; [我局计划举办]培训班5期.
#: Not 工作计划 nor 计划生育.
PLANS_AHEAD = re.compile(
    r"(?:而|在)?(?:明年|来年|下一?年度?|下一?步|今后)(?!度?结转|度?转|度?继续|度?办)|"
    r"[一-鿿]{0,6}?(?:(?<![划度作按购目照据])计划|拟(?!公开|发布)|力争|打算|预计|将(?=继续|进一步|再))(?:于|在|再|新|继续|进一步|集中|分批)*"
    r"(?:举办|举行|召开|公开|组织|开展|新增|发布|加强|加大|努力)"
)
#: What ends such plans: 计划举办培训班5期，[现已]举办6期.
DONE = re.compile(r"已|实际|今年|本年|全年|年内|目前|截[至止]")
#: What figures hold of such words: 举办[不少于]2期培训班.
AT_LEAST = re.compile(r"不少于|至少")
#: Rates, behind which the year's own figure may stand: [日均]接听咨询电话7次，全年1700余次.
RATE = re.compile(r"日均|月均|周均|平均|每[天日周月季]")
#: Counts up to the report year's end, or a month or two before it: [截至2016年底]公开信息9806条, [截至11月底]收到申请71件, 我局[到2016年底]
#: 公开…; but not the end of a period: 2016年1月1日至….
TO_YEAR_END = re.compile(
    r"(?:截[至止]到?|(?<![起日月年])[到至])(?:(?P<year>(?:19|20)\d{2})年(?:年?[底末]|12月(?:[底末]|(?:2\d|3[01])日?))|(?:本|今年)?年[底末])|"
    r"截[至止]到?(?:(?:19|20)\d{2}年)?1[0-2]月(?:份|[底末]|\d{1,2}日?)"
)
#: Says of a count up to the year's end that it began before: 网站发布10500条，[开通至今]….
BEGAN_BEFORE = re.compile(r"开通(?:以来|至今|后)|历年")
#: Said of what a body holds in all, behind its count (form of Shanghai, 2008): 到2011年底累计公开325条，[全文电子化]率达100%.
OF_ALL_HELD = "全文电子化"
#: The year's own behind what was counted up to its end: 累计公开325条，[其中本年度]新增57条.
OF_THE_YEAR_AGAIN = re.compile(r"(?:其中|包括)?[,:]?(?:今年|本年|当年|全年|年内|(?:19|20)\d{2}年度?(?!底|末|\d))")
#: A sentence on what is new in the year, behind one that counted up: 历年累计公开12030条。[2014年当年新增]1530条.
NEW_OF_THE_YEAR = re.compile(OF_THE_YEAR_AGAIN.pattern + r"(?:当年|本年度?|全年|共)*新增\d")
#: A year that begins in another, as schools count: [2020-2021学年], [2020年9月1日至2021年8月]31日.
YEAR_OVER_TWO = re.compile(
    r"(?P<first>20\d\d)年?(?:[-—~至/]{1,2}(?P<last>20\d\d)学年|"
    r"(?P<from>\d{1,2})月(?:\d{1,2}日)?起?[-—~至到]{1,2}(?P<until>20\d\d)年(?P<to>\d{1,2})月)"
)
#: Figures of a part of the year: 1至6月受理申请3件, 一季度412条, 截至6月底公开120条. But the end of August is that of a school's year.
PART_OF_YEAR = re.compile(
    r"[一二三四]季度|[上下]半年|\d{1,2}(?:月)?(?:-|至|—)\d{1,2}月|前\d+个?月|[^至截\d]\d{1,2}月份(?!$)|\d{0,2}月\d{1,2}日起?(?:-|至|到|—)[1-79]月|"
    r"截[至止]到?(?:(?:19|20)\d{2}年|今年|本年)?[1-79]月|[当本]月|当[天日]|(?:春节|国庆|两会|汛期?|疫情|假期?|节假日|宣传[周月])期间|"
    r"(?<!\d)(?:[1-9]|1[01])月\d{1,2}日(?:之|以)?前"
)
#: A part of the year that what follows is of as well: [上半年]，公开信息120条，收到申请3件 ; [清河镇截至6月底]，公开信息77条.
FRAME_OF_PART = re.compile(
    rf"(?:[一-鿿]{{1,14}}?[局委办厅镇乡会院道府区县市校关室门站所队处科])?(?:自|从|在|第|前|的|今年|当年|本年度?|(?:19|20)\d{{2}}年度?)*(?:{PART_OF_YEAR.pattern})(?:\d{{1,2}}日|[底末份止内前起]|期间|以来)*"
)
#: The year ahead of who did something in it: [2014年度]县政府及县直单位公开信息460条, [本年度]市级机关受理申请5000件.
YEAR_AHEAD = re.compile(r"(?:(?:19|20)\d{2}年度?|本年度?|今年|当年)?(?:全年)?")
#: The whole year in the words of a part of it: 1至12月受理申请3件.
WHOLE_YEAR = re.compile(r"全年|(?<!\d)1(?:月(?:1日)?)?(?:-|至|到|—)12月|年度(?![上下前第一二三四])")
#: The report's own year again after another was spoken of: 去年收到3件，[今年]收到5件 ; 2013年底累计公开347条，[其中本年度]新增40条.
THIS_YEAR = re.compile(r"(?:其中)?[，,:]?(?:今年|本年|全年|年内)")
#: The year of a date, also where a stray digit of a list stuck to it: 2016年12月.
YEAR_OF_DATE = re.compile(r"\d?((?:19|20)\d{2})")
#: A year with figures of its own beside others: [2008年]5件、2009年10件.
YEAR_OF_LISTED = re.compile(r"(?:19|20)\d{2}年度?")
#: What such a year stands behind, but for the head of a clause: 其[中]2008年5件[、]2009年10件.
BEFORE_YEAR_OF_LISTED = "中、，,;:。和及站博信"
#: A date that is only a year: 2016年、2017年主动公开信息分别为4016条和4873条.
YEAR_ALONE = re.compile(r"(?:19|20)\d{2}年?度?")
#: The year an open bracket speaks of: 57件[（2009年]为41件 ; or what is compared with: [较2009年（]41件.
YEAR_OF_BRACKETS = re.compile(r"(?:\(|[比较同与])((?:19|20)\d{2})年度?(?:[^()]{0,6}$|同?期?\($)")
#: A bracket that tells of another year: 公开157条[（2019年]103条，2018年88条）.
BRACKET_OF_YEAR = re.compile(r"\((?:其中)?[，,:]?(?:19|20)\d{2}年")
#: Words before a year that only compare with it or begin a span: [比]2016年, [由]2015年的12件, [结转]2016年, [因]2016年的申请引发.
YEAR_ASIDE = re.compile(r"[比较与同至到由从自因-]$|转[结入]?$")
#: Words behind such a year: 2016年[结转], 是2016年[的1.5倍], 2008年[至今].
YEAR_OF_ASIDE = re.compile(
    r"以来|至今(?!年)|结转|转[结办入来]|度?(?:全年|同期)?的(?:近|约|超过?)?[\d.一二两三四五六七八九十]{1,6}(?:多|余)?倍|度?的一半"
)
#: Words that speak of the next year: [下一年]公开500条; but not of what is carried over to it: 结转下年度继续办理.
NEXT_YEAR = re.compile(
    r"年(?:(?<=下一年)(?<![转延待]...)(?<!转结...)(?<![转延待结][至到入]...)|(?<=[明下来]年)(?<![转延待]..)(?<!转结..)(?<![转延待结][至到入]..))(?!度?结转|度?继续)"
)
