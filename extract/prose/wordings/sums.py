"""Wholes and their parts: what announces parts, what is a sum of them, and what is the year's own of a greater count."""

from __future__ import annotations

import re

#: Bodies that appoint one each, which is no count: [各科室均]明确1名兼职人员.
FOR_EACH = re.compile(r"各(?![类种项])|每|均|都")
#: A sum over channels, of which an item in two of them is twice (form of 2014): [通过不同渠道和方式]公开政府信息14.89万条，其中….
OVER_CHANNELS = re.compile(r"不同(?:的)?(?:渠道|方式|途径)")
#: What begins the words of a part of what was counted before: [其中]征地类40件.
AMONG_THOSE = re.compile(r"[，,、;:(]*(?:其中|包括|包含|含)")
#: Behind a figure of which the parts are told next, so that it is the whole: 公开信息516条，[其中]…, …40条，[涉及]机构职能、规划计划; but
#: not in what a bracket says of the figure: 公开信息516条（含转载）.
PARTS_BEHIND = re.compile(
    r"(?!\([^(),，、\d]*\))"
    r"[，,。;:(]{0,2}(?:其中|包括|包含|含|涉及|主要(?:包括|涉及|为|是)|内容(?:涵盖|包括|涉及)|从[^，。;]{2,8}看)"
)
#: Words that only say what the label at the end of the clause before consists of: 公开政府信息，[包括机构信息、政策文件共]58条.
CONSISTS_OF = re.compile(r"(?:包括|包含|涵盖|涉及)(?:了|有)?(?![^，。;]*结转)[^，。;:\d]{2,30}(?:共计?|合计|总计|累计)")
#: The label is the whole end of the clause before, unless the figure begins a division: 收到申请，[其中]5件.
DIVIDES = re.compile(r"其中|包括|分别")
#: What is done beside the rest: 除在网站公开外，[还通过]电视公开信息60条.
ALSO = re.compile(r"(?<![偿返归])还(?:主动|另外?|积极|充分|注重|对外|向|通过|利用|借助|依托|运用|采[取用]|在|以|于|发布|公开|公布)")
#: What may be there several times, each by its own name: 县政府[网站], “清河发布”[微信公众号], 《民声直通》[在线访谈].
NAMED_ONE = re.compile(r"网|微博|微信|公众号|新媒体|访谈")
#: What a figure is called behind what it counts: 公开信息[数]378条, 公开信息[共]378条.
AS_A_COUNT = re.compile(r"(?:总?数量?|共计?|累计|为|:)+$")
#: Words that say more of a thing than its name: [其中]市政府网站, [2016年]网站.
NAMES_MORE = re.compile(r"\d|其中|累计|[年月日季]|全[市县区省州镇乡系]|各|共|总|合计|含|新增|另|余|下属|所属|下级|基层")
#: The sum of the figures before it: 市网站60条，镇网站5条，[共计]65条.
ADDED_UP = re.compile(r"(?:共|合|总|累)计?[^，。;、\d]{0,10}\d")
#: A count that holds the parts behind it: 收到318件[（含]上年结转11件）, 共办理48件[：]上年结转2件，新增46件.
HOLDS = re.compile(
    r"[件宗份]?:(?:其中)?|[^。;；]{0,3}(?:[(,，、](?:其中)?(?:含|包括|包含)[^)。;；]*|[(,，、]其中(?:[^。;；),，\d]*新[^。;；),，\d]{0,8}\d+[余多]?[件宗份][，,、])?[^。;；),，\d]*)"
)
#: What is taken off again: 加上上年结转的2件，[除去]结转下年的3件，共办理25件.
TAKEN_OFF = re.compile(r"除去|除掉|扣除|减去|剔除")
#: All figures together, behind those of the parts: 县直71件，镇街38件，[全县合计]135件 ; 结果维持7件，结果纠正2件，[总计]9件.
TOTAL_OF_PARTS = re.compile(
    r"(?:全[市县区省州镇乡年]|全系统|全局|年内|两级|以上|上述|三项|两项|经?统计)?(?:总?合计|总计|总共|共计|一共|共|累计|总数|总量)(?:数|量|为)*:?"
)
#: The same with the verb of its parts: 县直收到9件，镇街收到3件，[全县共收到]12件.
TOTAL_WITH_VERB = re.compile(r"(?:全[市县区省州镇乡年]|两级)?(?:总?合计|总计|总共|共计|一共|共|累计)(?:主动公开|公开|发布|收到|受理|接到)")
#: The verb by which kinds of items were disclosed, ahead of their list, and words of other matters, of another time or of more behind.
DISCLOSES_KINDS = re.compile(r"公开|公布|发布(?!会)")
OF_NO_KIND = re.compile(
    r"申请|答复|咨询|投诉|留言|来信|建议|提案|公报|新媒体|栏|报|电视|短信|去年|上年|季度|月份|半年|办[理结]|处罚|许可|环评|审批|"
    r"[；;][^，。;]*(?:公开|公布|发布)[^，。;]*\d"
)
#: Words of a sentence that counts what is not published: 网站公开89条，[答复]留言25条，合计114条.
OF_OTHER_MATTERS = re.compile(r"申请|答复|回复|咨询|投诉|举报|留言|来信|来电|建议|提案|回应|办[理结]|处罚|许可|去年|上年|季度|月份|半年")
#: Ahead of a list that is not all: [另通过]教育信息网发布要闻37条、…，总计229条.
BESIDE_THE_REST = re.compile(r"另|此外|通过|利用|依托|借助|网站|微信|微博|公众号|在[^，。;]{0,12}[网栏台]")
#: The year's figure behind those of its parts: 一季度收到申请6件，…，[全年共]27件.
TOTAL_OF_YEAR = re.compile(r"(?:全年度?|年度)(?:总?合计|总计|共计|累计|共|为|总共)*")
#: What was counted before was not of the year alone: …265条，[其中2017年公开]83条 ; …213件，[2022年收到]57件.
OF_THE_YEAR = re.compile(
    r"(?:其中)?[，,:]?(?:(?:19|20)\d{2}年度?|本年度?|今年|当年度?|年内|全年(?=新增))(?:以来)?(?:全年|当年|本年度?|新增?|主动|累计|共|为|达到?)*"
    r"(?:(?P<published>公开|发布|公布)|(?P<handled>收到|受理|接到|举办|召开|开展|组织|办理|答复)|新增)?(?:信息|政府信息|申请|总?访问量|点击量|浏览量)?(?:共计|合计|总计|累计|共)?"
)
#: What is new of all that was counted up to the year's end: …7512条，[新增]1061条.
NEW = re.compile(r"(?:其中)?[，,:]?新增(?:政府)?(?:信息)?")
#: Parts told ahead of another: 网站公开90条，[其中动态30]条，法定主动公开内容12条.
GOES_ON_WITH_PARTS = re.compile(r"其中[^。;]*\d")
#: What was counted before is the year's own: [2016年]公开120条，累计公开2300条.
NAMES_THE_YEAR = re.compile(r"(?:19|20)\d{2}年(?!以来)|全年|本年|今年|当年|年内|新增")
#: A sentence on this year alone: [全年]主动公开310条.
WITHIN_THE_YEAR = re.compile(r"全年|本年|今年|当年|年内")
#: Up to which day was counted, which names no year as the one counted: [截至2014年12月26日]，共公开730条，今年新增52条.
UP_TO_A_DAY = re.compile(r"截[至止]到?[^，,。;]{0,14}?[日底末]")
#: What is new in the year, of more that was counted before: 共公开730条，[今年新增]52条.
NEW_THIS_YEAR = re.compile(
    r"(?:其中)?[，,:]?(?:(?:19|20)\d{2}年度?|本年度?|今年|当年度?|年内|全年)(?:以来|内|共|又|度|已)?新(?:增|公开|发布)"
)
#: What the parts of items just counted begin with: 公开信息60条，[其中]财务信息40条 ; 公开信息60条[:]财务信息40条.
PARTS_OF_ITEMS = re.compile(r"其中|包括|包含|涉及|分别[为是]|[条篇则]:")
#: A number that is about what came in, said ahead of the verb: [约收到]30件; but not 预约接待30人.
ABOUT_AS_MANY = re.compile(r"(?<![节预特公条签履大合契])(?:大?约)(?:共|新|累计)?(?:收到|受理|接到|办理|答复|公开|发布)[^，。;:、\d]{0,16}$")
