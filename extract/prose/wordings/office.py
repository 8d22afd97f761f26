"""The body's own work: staff and money, meetings, trainings, press conferences, letters and proposals answered."""

from __future__ import annotations

import re

#: Staff that came to what there was, which is not told: [增配了]1名兼职人员, [充实专职人员]2名; but not 充实力量，配备专职人员2名.
ADDS_STAFF = re.compile(
    r"(?:新增|新?增(?:配|派|设|补|添|聘)|(?<!参)增加|加[配派]|补[充配]|充实|新配备?|[调招]入)了?(?![^，。;]*(?:配备|落实|安排|确定|明确|设立|有|[达到至为]))[^，。;、\d]{0,24}$"
)
#: What staff is there for, which says nothing of who is counted: 1名专职人员[负责日常工作], 2名工作人员兼职[承办]; or what they
#: were given: 明确1名兼职人员[和工作职责].
DUTY = re.compile(
    r"(?<=人员|息员|络员|同志|干部|专职|兼职|全职)(?:具体|专门|共同|分别|主要)?(?:负责|按照?|根据|依照|开展|从事|承担|承办|办理|管理|处理|维护|操作|协助|做好).*"
    r"|(?<=人员|息员|络员|同志|干部)(?:和|及其?|以及|与)(?:具体|相[应关]的?|必要的?|专门|其|岗位|工作|办公)*(?:职责|任务|分工|责任|场[所地]|设[备施]|电脑|经费)$"
)
#: What staff just counted is there for: 3名工作人员[，专职负责热线接听].
DUTY_BEHIND = re.compile(r"[一-鿿]{0,6}人员[，,]?(?:全职|专职|专门|具体|主要)*(?:负责|从事|承担)(?P<what>[^，,。;]{0,12})")
#: Kinds of fees that are no 信息处理费: 收取[检索]费.
FEES_OF_OLD = re.compile(r"检索|复[制印]|邮|工本|成本|打印")
#: Fees by their kinds, none of which is all that was collected: 收取[检索费12元]、[复制费8元]; but 检索、复制费20元 are all.
FEE_OF_KIND = re.compile(r"(?<![索制印寄递描费][、和及或])(检索|复[制印]|邮|打印|扫描|快递)[寄递]?费?用?[共计为:]*(\d[\d,.]*)元")
#: The price of one, not what was collected: 按[每页]0.1元收取.
PRICE_OF_ONE = re.compile(r"每[一]?[页张份件次幅套人]$|标准[为是:]?$")
#: What an applicant was asked to pay, not what was collected: 发出收费[通知]3件，总金额300元.
NOTICE_OF_FEE = re.compile(r"通知(?!.*收取)")
#: What people were trained in that is no disclosure: [消防]培训120人次.
OTHER_TRAINING = re.compile(
    r"(?:消防|安全生产|食品安全|防汛|防火|急救|应急|健康|科普|礼仪|写作|职业|岗位|电商|旅游|技能|农技|农业|科技|就业|创业|党建|党务|党员|廉政|[普执]法|法[制律]|计生|卫生|教师|财务|会计|信访|统计|扶贫|环保|农民|纳税人|办税)[^，。;、]{0,6}培训"
)
#: Meetings and trainings that others held: [参加全市信息公开培训], [参加区政府组织的业务培训班].
ATTENDED = re.compile(
    r"参加了?(?:全[国省市县区州]|[国省市县区州](?:政府|里|级|局|委|办)?(?:、[省市县区](?:政府|里|级)?)?(?!直)|上级|[^，。;、]{0,10}(?:组织|举办|召开|开展|主办)的)"
    r"[^，。;、]{0,16}(?:培训|会议?|班)(?:班|会|活动)?(?:共|共计)?$"
)
#: What may stand behind the sum of both kinds of staff: 专职2名、兼职5名，共7名[工作人员]; but not 共7名驾驶员.
NO_MORE_THAN_STAFF = re.compile(r"(?:工作)?人员|从事|负责|$|[，,。;、)]")
#: A line that people ring, which is one way of asking of several: [纳税服务热线]接受政策咨询2156次; but 热线等渠道 are all.
BY_HOTLINE = re.compile(r"热线(?!等|[、和及与])")
#: When people are asked in the street: [“3·15”期间]现场接受咨询, [安全生产宣传月]….
AT_AN_EVENT = re.compile(r"(?:宣传|咨询)[日周月]|下乡|赶集|”活动|[”节日周月动](?:活动)?(?:期间|当[天日])|宣传活动|3[·.]15")
#: Meetings and trainings under one figure: 召开政务公开[工作会议和培训]3次.
MEETINGS_AND_TRAININGS = re.compile(r"(?:会议|推进会|部署会|座谈会|例会)[、和及与](?:业务|专题|集中|各类)*培训")
#: What the form leaves out of the money for the work: 投入资金12万元用于[网站]改版.
SPENT_ON = re.compile(r"网站|网页|公报|政报|改版")
#: The same right behind the money, whatever it is called: 投入专项资金23万元[对区政府网站]进行改造.
SPENT_ON_IT = re.compile(r"(?:用于|对|实施|进行|开展)[^，。;]{0,14}(?:网站|平台|系统|大厅)")
#: What costs the body something, and brings nothing in: [印制手册、网站建设]等费用30万元.
EXPENSE = re.compile(r"建设|购[置买]|采购|印[制刷]|编印|培训|维护|设备|更新|宣传|投入|支出|开支|用于")
#: Meetings that others took part in, or others held: [参加会议研究]政务公开工作3次, [其他单位]专题研究….
OF_OTHERS_MEETINGS = re.compile(r"(?:参加|列席|出席)[^，。;、]{0,12}会|其[他它余][^，。;、]{0,8}研究|各级[^，。;、]{0,12}研究")
#: Meetings with the public or the press, which are none on the work: 召开政务公开[听证会]3次.
OTHER_MEETING = re.compile(r"(?:听证|发布|恳谈|评议|通气|吹风|见面)会[共为:]*$")
#: A kind of staff in brackets, behind their number: 2名[工作人员(专职)], 工作人员3名[(兼职)], 信息公开员64名[(均系兼职)].
KIND_OF_STAFF = re.compile(
    r"(?P<who>(?:工作人员|人员|同志|干部|信息员|联络员|公开员|专干)?)\((?P<all>(?:均|都|全部)(?:[为是系])?)?(?P<kind>专职|兼职|全职)(?:人员)?\)"
)
#: What is said of a place for reading beside that there is one: 16个查阅点[均正常开放].
OPEN_TO_ALL = re.compile(r"(?<=[查阅][阅询]点|查阅室|阅场所)(?:全部|均|都|已|正常|免费|向|共?接待).*")
#: All the staff, before their number, and what divides them, behind it: 落实[工作人员]136人[，其中专职]12人.
STAFF = re.compile(r"(?:工作人员|信息员|联络员|公开人员|公开员|公开专干)(?:总数|共|有|达|为|数)*$")
ANY_STAFF = re.compile(r"人员(?:总数|共|有|达|为|数)*$")
DIVIDED_STAFF = re.compile(r"[，,;(、]?(?:其中|包括|含|均|都|全部)[:为是]?[^，。;()]{0,6}(?:专职|全职|兼职)")
#: Those of the staff who stand beside others that the words before name: 主任由秘书兼任，[另有]2名工作人员, [其余]人员3名.
BESIDE_OTHER_STAFF = re.compile(r"另(?!行)|还有|外加|其[他它余](?!组织)")
#: The head of an office, told beside its staff, or what they stand at: 配备政务公开股[长1名、]工作人员2名, 配备[查询机1台、]工作人员2名.
HEAD_BESIDE_STAFF = re.compile(r"(?:[长任]\d+[余多]?[名人位]|[机脑屏]\d+[余多]?[台部套块])[、，和]")
#: Both kinds of staff, behind all of it, whatever it is called: 专职人员总数269人[，其中全职23人，兼职246人].
DIVIDED_INTO_BOTH = re.compile(
    r"(?:[，,;:(、]?(?:其中|包括|含)[,，:为有]*[^，。;()\d]{0,8}|\()(?:(?:专|全)职[^，。;()\d]{0,10}\d+[余多]?[名人位]?[,，、;和]?[^，。;()\d]{0,8}兼职|兼职[^，。;()\d]{0,10}\d+[余多]?[名人位]?"
    r"[,，、;和]?[^，。;()\d]{0,8}(?:专|全)职)"
)
#: The same without a word that divides, where only their sum tells: 专职人员36人[，全职9人、兼职27人].
BOTH_KINDS = re.compile(
    r"[，,;:、]((?:专|全)|(?P<second>兼))职[^，。;()\d]{0,8}(?P<one>\d{1,15})[名人位]?[，,、;和][^，。;()\d]{0,6}(?(second)(?:专|全)|兼)职[^，。;()\d]{0,8}(?P<other>\d{1,15})"
)
#: Heads of bodies by their titles: 举办发布会3次，[局长]出席1次; but not 副局长.
CHIEF = re.compile(r"(?<!副)(主任|[部省州市区县旗镇乡厅局关](?=长))")
#: What one event of several was on: [就防汛工作召开]新闻发布会3场.
ON_A_MATTER = re.compile(r"(?:就|围绕|针对|聚焦)(?!业)[^，。;]{2,24}(?:召开|举行|举办|组织|开展)")
#: Who took part, before their number: 培训班2期，[市县国土部门]386人次参加.
PARTICIPANTS = re.compile(
    r"(?:机构|骨干|负责人|同志|信息员|联络员|部门|单位|学校|各校|司局|处室|科室|人员|干部|乡镇|街道|系统|办事处|中心|机关)的?$"
)
#: Where anything is asked and answered: [12333]回应公众关切400次, [通过局长信箱]回应关切12次.
HOTLINE_ANSWERS = re.compile(r"热线|信箱|工单|(?<![\d.])1[2-9]\d{3}(?!\d|[条次件余个人起])")
#: What citizens write and ask.
_LETTERS = "(?:来信|信件|信访|留言|咨询|诉求|来电|来访|投诉|举报|提问|工单)"
#: It is answered as well, and counted together with the responses: [解答来信、回应]关切60条,
#: [回应咨询和]关切60条; but not …[各]12条.
LETTERS_TOO = re.compile(
    rf"(?:{_LETTERS}[^，。;\d]{{0,6}}(?:以及|[、和及与并])[^，。;、\d]{{0,4}}回应|回应[^，。;、\d]{{0,6}}{_LETTERS}[^，。;、\d]{{0,3}}[和及与])(?!.*[各均])"
)
#: Proposals that others answer, and those beside the body's own: [会办]政协提案5件, 主办建议3件[，会办5]件; but 主办、协办 are all.
HELPED_WITH = re.compile(r"(?<![主承]办[、和及与])(?:会办|协办|分办)(?![、和及与][主承]办)[^，。;、]{0,12}$")
HELPED_WITH_BESIDE = re.compile(r"[，,、;(]?(?:会办|协办|分办)[^，。;、\d]{0,12}\d")
#: Whose deputies or members proposals are: [省]人大代表建议2件，[市级]政协提案8件.
LEVEL_OF_PROPOSALS = re.compile(r"(全国|自治区|[省市县区州旗镇])级?(?:人大|政协|代表|委员)")
#: Petitions as such: [受理信访]事项6件; but 不予受理信访事项 is an answer to a request.
RECEIVES_LETTERS = re.compile(r"(?<!不予)(?<!不再)(?<!不)(?:受理|收到|接到|接待|办理|处理|承办|化解|办结)[^，。;、]{0,6}(?:信访|来访)")
#: A matter that was responded to, and that it was: [就供水等热点问题]，[及时回应]5次.
RESPONDED_TO = re.compile(
    r"(?:(?:19|20)\d{2}年度?|全年|年内|我[局镇乡委办]|,)*(?:就|对|围绕|针对|聚焦|关于)(?![^，。;]*(?:信访|留言|热线|来信))[^，。;]{0,30}(?:热点|舆情|关切)(?:问题|事件|事项|话题)?$"
)
RESPONDED = re.compile(r"(?:全年|均|已|主动|及时|积极|共|累计|开展|进行|作出|做出|予以)*回应(?:共|了|累计)*")
#: What makes a count one of events, not of what is published on them: [举办]新闻发布会6次 ; but not 机构设置70条、新闻发布会6条.
HELD = re.compile(r"举办|召开|举行|承办|组织|开展|参加|参与|出席|接受|做客|次数|场次")
#: What somebody took part in who was named before: …出席新闻发布会2次，[参加]在线访谈1次.
TOOK_PART = re.compile(r"(?:还|并|也|又)?(?:参加|出席|参与|做客)了?")
#: What makes an interview in which somebody took part one that the body held: 局长[做客]“在线访谈”1期; but not 参加在线访谈.
GUEST = re.compile(r"做客|走进")
#: What 其中 divides is the proposals: 公开信息300条，[建议提案办理11件，其中]建议6件.
DIVIDES_PROPOSALS = re.compile(r"(?:建议|提案)[^，。;\d]{0,12}\d+[余多]?[件条][，,]其中")
#: Press conferences of one subject, not all: [防汛]新闻发布会, 举办[重大项目]新闻发布会; but not 市政府新闻发布会, 例行新闻发布会.
ONE_SUBJECT = re.compile(
    r"(?!(?:举办|召开|承办|举行|进行|参加|参与|组织|开展|[开办行加]了|政府|例行|专题|主题|各类|系列|其中|共计|全[市县区省])新闻发布会)[一-鿿]{2}新闻发布会"
)
