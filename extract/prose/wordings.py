"""The words that stand around labels and figures: links, leads, and what says of which time and of whose a figure is.

Each pattern has a name and an example; what the words mean for a figure is decided where they are used: above all in
`extract.prose.context` (of which time, of whose), `extract.prose.attribution` (which label) and `extract.prose.quantities` (what becomes
of it).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from extract.prose.topics import Topic

#: Quotation marks round names, which labels have not: str.translate takes them off.
QUOTATION_MARKS = str.maketrans("", "", '“”"')
#: What stands in quotation marks.
QUOTED = re.compile(r"“([^“”]*)”")

# --- between, before and behind labels --------------------------------------------------------------------------------

#: Words between a label and its figure that say nothing: 申请总数[共计为], 公开信息数[达到].
LINKS = (
    *("数量", "总数量", "件数", "条数", "次数", "篇数", "人数", "份数", "起数", "期数", "场数", "宗数"),
    *("总数", "总量", "数", "量", "总件数", "总条数", "总次数", "总人数"),
    *("总计", "总共", "总额", "总和", "合计", "共计", "一共", "共有", "共", "累计", "已达", "达到", "多达", "达", "分别为", "分别", "各为"),
    *(
        "已有",
        "已",
        "配了",
        "举办",
        "召开",
        "举行",
        "开展",
        "组织",
        "发生",
        "受理",
        "收到",
        "接到",
        "办理",
        "设有",
        "配备",
        "安排",
        "收取",
        "编印",
    ),
    *("全年", "人民币", "亦", "也", "则为", "为", "是", "有", "占", "了", "的", "各", "均", "都", "仅", "只", "计", "约"),
    *("情况", "工作", "分布", "答复", "上", "就"),
    *(":", "=", "“", '"', "'", ",", "("),
)
#: Words at the head of a clause that say nothing of what is counted: 其中, 包括, 全年, 2017年, 我局.
LEAD = re.compile(
    r"^(?:其中|实际(?=公开|发布)|(?:主动|信息)?公开的?(?:政府信息|信息)?(?:的?主要)?(?:途径|渠道|方式|形式|载体|平台)(?:主要)?(?:为|有|是|包括)(?=[^，。;\d]{0,12}(?:网站|微博|微信|公众号|公报))|包括|含|包含|有|以及|及时|及|和|与|并|且|另|另外|此外|同时|一是|二是|三是|、|:|“|\"|主要是|主要为|主要(?!负责|领导)|分别是|"
    r"分别为|分别|其(?!他|它|余)|具体(?:为|是|包括|有)|按(?:申请|收件|接收)?(?:渠道|方式|途径)(?:来?[分看]|划分|统计)[为有]?|申请(?:渠道|方式|途径)(?:[为是有]|包括)|即|截[至止]到?(?:\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?|底|末)|12月(?:31日|底|末))|[截至到]*年[底末]前?|(?!我?(?:部分|个别)|各[一-鿿]{1,9}(?:公开|发布))[一-鿿]{2,10}(?:镇|乡|"
    r"街道|局|厅|县|区|市|委)(?=(?:(?:19|20)\d{2}年度?|全年|共|累计)*(?:公开|发布|收到|受理|主动))|"
    r"(?![一-鿿]{0,4}[各属])[一-鿿]{0,10}(?:街道|街道办|办事处|管委会|园区|开发区|高新区|公司|集团|医院|学校|学院|大学|中学|小学|[大支]队|"
    r"(?<!媒体)(?<!新闻)中心|残联|联社|[镇乡]政府)(?=(?:(?:19|20)\d{2}年度?|全年|共|累计)*(?:公开|发布|收到|受理|主动))|全年度?|整年度?|年度内|一年来|今年以来|今年|本年度|本年|年内|"
    r"(?:19|20)\d{2}年度?|共计|共|累计|总计|合计|我[市县区省局办镇乡委院厅州旗会校站署馆]|我街道?|我部(?!分)门?|我单位|我(?:行(?!政)|关(?![于注])|处(?!理)|所(?!有))|总[局署](?=(?:全年|共|累计|主动)*(?:公开|发布|收到|受理))|(?:[省市县区]|全[镇乡])政府(?!网|门户|公报)|"
    r"历年|全[市县区省州镇乡局系统]{1,2}|系统内|本(?:机关|单位|部门|局|办|街道|镇|乡|委|厅|院|校|中心|公司|署|会(?!计))|[市县区]本级|各级行政机关|已经?|除了?$|就|则|为|是|(?:申请)?来源(?:渠道)?[为是]|(?:答复|办理|处理)结果[为是]|,)+"
)
#: Requests of one kind of applicants, by its name in the form: [收到自然人提出的信息公开申请]8件; 收到公民申请 are all.
RECEIVED_OF = re.compile(
    r"(?:收到|受理|接收|接到)了?(?P<party>自然人|商业企业|科研机构|社会公益组织|法律服务机构)(?:提出|提交|递交)?的?"
    r"(?:政府信息公开|信息公开)?申请(?:公开)?(?:政府信息|信息)?(?:事项)?(?:共|为|:)*$"
)
#: Of which requests the applicants are told, counted in another paragraph: [新收申请中]，自然人803件, [新收申请按主体]分.
BACK_TO_REQUESTS = re.compile(
    r"(?:新收到?|收到|受理|接收)的?(?:政府信息公开|信息公开|依申请公开)?申请(?:当?中|里|按|的?(?:申请人|主体|来源))"
)
#: What stands behind the name of applicants, and ahead of it: 自然人[提出的申请], [来自]自然人.
OF_APPLICANT = re.compile(
    r"(?:提出|提交|递交)?的?(?:政府信息公开|信息公开)?(?:申请(?:件|事项|案件|信息|材料)?)?的?(?:总?数量?)?"
    r"(?:共计|总计|合计|一共|共有?|达到?|为|有|是)?$"
)
BY_APPLICANT = re.compile(
    r"^(?:(?:政府信息公开|信息公开|公开)?申请(?!人)(?:中|里|当中)?)?(?:均|都|全部)?"
    r"(?:申请人(?:[中里]|当中)?)?(?:均|都)?(?:来自于?|系|属于?|由|为|是)?"
)
#: 3件[为]按时办结, 1件[是因为]涉及个人隐私, 2个[“]查阅中心”.
BEHIND_LEAD = re.compile(
    r"^(?:[的为是属系“]于?|类型(?=[为是属系])|经由|经|通过|利用|得以|因为|均为|都为|都是|均是|全部为|全部是|皆为|有(?!关)|则为|[(,，:]|(?:均|都|皆|全部)(?:属于?|系|(?=予以|给予|部分|同意|公开|不予))|(?:政府信息公开|信息公开|公开)?申请(?=均|都|皆|全部)|《[^《》]{1,12}》(?:所指|规定)的?|《[^《》]{1,16}》(?=[^，。;、]{0,6}(?:培训|讲座))|"
    r"(?:已经?|均已?|都已?|全部)?(?:依法依规|依法|依规|按照?(?![^按，。;、]{0,4}(?:[时期]限|时间)(?:要求|规定)?(?:内|办|完|予))[^按，。;、]{0,6}(?:规定|规范|要求|程序|时限)(?!内))(?:进行了?)?)+"
)
#: The reason of an answer and what the answer was, behind its figure: 1件[因涉及商业秘密不予公开],
#: 1件[涉及商业秘密不予公开], 2件[因信息不存在无法提供].
REASON_BEHIND = re.compile(
    r"(?:[是系]?(?:因为?|由于|鉴于)|(?=涉及|属|可能危及))其?(?:(?:所|申请人所?)?申请(?:公开)?的?(?=(?:政府)?信息))?(?P<reason>[^，。;()]{4,24}?)[而故应]?被?"
    r"(?P<outcome>(?:依法|决定|答复)*(?:不予公开|未予公开|不公开|不同意公开|不予提供|未公开)|(?:(?:依法|均)?(?:告知|答复|建议|要求|通知|转)|无法|未能|不能).*|"
    r"(?:依法|经批准|经同意)*延期(?:办结|答复|办理)?)外?"
)
#: A refusal for the reason that the clause before gave: 1件涉及国家秘密，[依法不予公开].
REFUSED_SO = re.compile(
    r"(?:故|因此|所以|因而|则|已|均|被|依法|按照?规定|经审查|决定|答复|告知|申请人|为|作出)*(?:不予公开|不同意公开|未予公开)(?:的?(?:决定|答复|处理))?"
)
#: Where the words behind a figure end: 5件[、]网络申请3件, 2个“查阅中心[”]; but not 5名专、兼职人员, 2块“查阅点”标牌.
BEHIND_END = re.compile(r"(?<![专全])、|[():]|”(?![一-鿿])")
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
    r"(?:消防|安全生产|食品安全|防汛|防火|急救|应急|健康|科普|礼仪|写作|职业|岗位|电商|旅游|技能|农技|农业|科技|就业|创业|党建|党务|党员|廉政|[普执]法|法[制律]|计生|卫生|教师|财务|会计|信访|统计|扶贫|环保|农民)[^，。;、]{0,6}培训"
)
#: Meetings and trainings that others held: [参加全市信息公开培训], [参加区政府组织的业务培训班].
ATTENDED = re.compile(
    r"参加了?(?:全[国省市县区州]|[国省市县区州](?:政府|里|级|局|委|办)?(?:、[省市县区](?:政府|里|级)?)?(?!直)|上级|[^，。;、]{0,10}(?:组织|举办|召开|开展|主办)的)"
    r"[^，。;、]{0,16}(?:培训|会议?|班)(?:班|会|活动)?(?:共|共计)?$"
)
#: What may stand behind the sum of both kinds of staff: 专职2名、兼职5名，共7名[工作人员]; but not 共7名驾驶员.
NO_MORE_THAN_STAFF = re.compile(r"(?:工作)?人员|从事|负责|$|[，,。;、)]")
#: As many of each, of which neither is all: [投诉、举报各]2件.
COMPLAINTS_EACH = re.compile(r"(?:投诉[、和及与]举报|举报[、和及与]投诉)[^，。;、\d]{0,4}各[为有]?$")
#: Complaints and denunciations, each with its own figure, so that neither is all: 投诉[3]起、举报[1]起; but 投诉3起、举报0起.
COMPLAINTS_APART = re.compile(
    r"(?:(?:投诉[^，,。;、\d]{0,6}(?P<one>\d+)[件起次宗]?[，,、;和及与]+[^，,。;、\d]{0,6}举报)|(?:举报[^，,。;、\d]{0,6}(?P<other>\d+)[件起次宗]?[，,、;和及与]+[^，,。;、\d]{0,6}投诉))"
    r"[^，,。;、\d]{0,6}[1-9]"
)
#: A line that people ring, which is one way of asking of several: [纳税服务热线]接受政策咨询2156次; but 热线等渠道 are all.
BY_HOTLINE = re.compile(r"热线(?!等|[、和及与])")
#: When people are asked in the street: [“3·15”期间]现场接受咨询, [安全生产宣传月]….
AT_AN_EVENT = re.compile(r"宣传[日周月]|[”节日周月动](?:活动)?(?:期间|当[天日])|宣传活动|3[·.]15")
#: Appeals in other matters than disclosure: 受理[消费者申诉]120件, [学生申诉]2件.
OTHER_APPEAL = re.compile(
    r"(?:学生|教师|教职工|职工|员工|消费者?|顾客|旅客|游客|纳税人|业主|考生|人事|工伤|劳动|商标|合同|价格)[^，。;、]{0,4}申诉"
)
#: The line on which people complain, not ask: [举报电话]接听3次.
COMPLAINTS_LINE = re.compile(r"(?:举报|投诉|监督)(?:热线)?电话")
#: Meetings and trainings under one figure: 召开政务公开[工作会议和培训]3次.
MEETINGS_AND_TRAININGS = re.compile(r"(?:会议|推进会|部署会|座谈会|例会)[、和及与](?:业务|专题|集中|各类)*培训")
#: What the form leaves out of the money for the work: 投入资金12万元用于[网站]改版.
SPENT_ON = re.compile(r"网站|网页|公报|政报|改版")
#: What costs the body something, and brings nothing in: [印制手册、网站建设]等费用30万元.
EXPENSE = re.compile(r"建设|购[置买]|采购|印[制刷]|编印|培训|维护|设备|更新|宣传|投入|支出|开支|用于")
#: Who hears complaints about anything: [12319热线]受理投诉1530件.
HOTLINE = re.compile(r"热线|(?<!\d)1\d{4}(?!\d)|信箱|平台|消费|质量|环[保境]|价格|物价|信访|网民|来信|来访")
#: A body that decides on the cases of others: [作为复议机关]受理行政复议15件.
AS_REVIEWER = re.compile(
    r"(?:作为|担任|以)(?:行政)?复议机关|"
    r"复议(?:办公室|办|机构|委员会|中心)(?:\([^)]*\))?[^。;，,]{0,8}(?:收到|接到|受理|审理|办理|承办)(?![^。]*信息公开)"
)
#: A platform that people visit for other things than what is disclosed: [一网通办平台]访问量312万次, [“粤省事”预约]点击93万次.
OTHER_PLATFORM = re.compile(r"一网通办|一体化|小程序|(?i:app)|客户端|预约|办事平台|服务平台|直播|访谈|学习强国")
#: What is done for others: [协助]法院办理诉讼案件2件.
ON_BEHALF = re.compile(r"协助|配合|旁听|代理")
#: Meetings that others took part in, or others held: [参加会议研究]政务公开工作3次, [其他单位]专题研究….
OF_OTHERS_MEETINGS = re.compile(r"(?:参加|列席|出席)[^，。;、]{0,12}会|其[他它余][^，。;、]{0,8}研究|各级[^，。;、]{0,12}研究")
#: Meetings with the public or the press, which are none on the work: 召开政务公开[听证会]3次.
OTHER_MEETING = re.compile(r"(?:听证|发布|恳谈|评议|通气|吹风|见面)会[共为:]*$")
#: Meetings of those who govern, beside which others are theirs too: 公开[常务会议15次、]专题会议22次.
GOVERNING_MEETINGS = re.compile(r"(?:常务|全体|办公)会议?(?:信息|纪要)?[^，。;、\d]{0,6}\d+[次场条期件个][、，,和及]")
#: A kind of staff in brackets, behind their number: 2名[工作人员(专职)], 工作人员3名[(兼职)].
KIND_OF_STAFF = re.compile(r"(?P<who>(?:工作人员|人员|同志|干部|信息员|联络员)?)\((?P<kind>专职|兼职|全职)\)")
#: Another thing ahead of a label, of which the figure is as well: 召开[协调会和]新闻发布会9次, 发生[信访、]行政复议3件; but not another
#: verb (收到和办理申请), level (省、市人大代表建议) or what a meeting is on (政府信息和政务公开会议).
BESIDE_ANOTHER_THING = re.compile(
    r"(?!.*(?:收到|接到|接收|受理|办理|处理|办结|公开|发布|制作|撰写|编写|举办|召开|组织|开展|发生|产生|出现|[国省市县区乡镇级]|信息|政务|网站|专栏)(?:以及|.)$)"
    r".*[一-鿿”》]{2}(?<!以)(?:、|和|与|以及|及|或)"
)
#: What is said of a place for reading beside that there is one: 16个查阅点[均正常开放].
OPEN_TO_ALL = re.compile(r"(?<=[查阅][阅询]点|查阅室|阅场所)(?:全部|均|都|已|正常|免费|向|共?接待).*")
#: All the staff, before their number, and what divides them, behind it: 落实[工作人员]136人[，其中专职]12人.
STAFF = re.compile(r"(?:工作人员|信息员|联络员|公开人员)(?:总数|共|有|达|为|数)*$")
ANY_STAFF = re.compile(r"人员(?:总数|共|有|达|为|数)*$")
DIVIDED_STAFF = re.compile(r"[，,;(、]?(?:其中|包括|含|均|都|全部)[:为是]?[^，。;()]{0,6}(?:专职|全职|兼职)")
#: Those of the staff who stand beside others that the words before name: 主任由秘书兼任，[另有]2名工作人员, [其余]人员3名.
BESIDE_OTHER_STAFF = re.compile(r"另(?!行)|还有|外加|其[他它余](?!组织)")
#: The head of an office, told beside its staff: 配备政务公开股[长1名、]工作人员2名.
HEAD_BESIDE_STAFF = re.compile(r"[长任]\d+[名人位][、，和]")
#: Both kinds of staff, behind all of it, whatever it is called: 专职人员总数269人[，其中全职23人，兼职246人].
DIVIDED_INTO_BOTH = re.compile(
    r"(?:[，,;:(、]?(?:其中|包括|含)[,，:为有]*[^，。;()\d]{0,8}|\()(?:(?:专|全)职[^，。;()\d]{0,10}\d+[名人位]?[,，、;和]?[^，。;()\d]{0,8}兼职|兼职[^，。;()\d]{0,10}\d+[名人位]?"
    r"[,，、;和]?[^，。;()\d]{0,8}(?:专|全)职)"
)
#: Bodies that appoint one each, which is no count: [各科室均]明确1名兼职人员.
FOR_EACH = re.compile(r"各(?![类种项])|每|均|都")
#: Verbs that want an object behind the figure: 公开[12条]信息. With an unknown object there the figure is of that object.
TRANSITIVE = re.compile(
    r"(?:公开|发布|公布|推送|发送|更新|上传|收到|受理|接到|接收|办理|处理|召开|举办|制作|答复|回应|接待|接受|组织|开展|参加|提出|提交|递交|答|收)$"
)
#: Nothing that is counted stands behind the figure: 收到申请12件[，其中], 公开信息12条[，比上年].
NO_OBJECT = re.compile(
    r"^(?:$|其(?![他它])|[占比较同为是约均都已按无未并且和及与次数，。;、,)）—]|全(?![市县区省州旗镇乡])|以[上及]|左右|不等|的比例|达到|(?:政府)?信息数)"
)
#: Words right before a label that make it another thing: 不予[公开], 应[主动公开], or one kind of it: 视频[解读], 线下[邮件] (by post).
SPOILT = re.compile(
    r"(?:不|未|非|没有|无|不予以?|未予以?|(?:维持|撤销|变更)(?:了|原|的|[作做]出|[我本][局厅委办镇乡院]|[我本]?(?:机关|单位|部门|街道))*|应|应当|拟|需|可|可以|免|率|五|拒绝|要求|暂缓|延期|逾期|超期|重复|撤回|放弃|取消|补正|转办|转交|移交|转送|(?<!经)(?<!经保密)审查|(?<!经)审核|备案|"
    r"解读|电子化的|驳回|提前|原告|民事|刑事|其他|其它|来电|二审|再审|信访|重新|责令|限期|征得|视频|图文|图片|图表|文字|动漫|动画|漫画|一图|(?<!线上)(?<!线上[、和及与])线下|二级|各自)$"
)
#: What is done with items that are public, cases that came or events of others, other than to publish, have or hold them, right before
#: their name: [抽查]主动公开信息120条, [化解]行政复议3件, [收看]新闻发布会2次.
OTHER_DEEDS = (
    *("删除", "撤下", "下架", "清理", "清查", "排查", "抽查", "检查", "检测", "监测", "核查", "复核", "自查", "整改", "更正"),
    *("纠正", "修改", "修订", "屏蔽", "迁移", "导入", "备份", "归档", "移送", "评估", "测评", "校对", "审校", "巡查", "督促"),
    *("停止", "暂停", "漏", "错误", "不当", "延迟", "承诺", "研究", "审议", "讨论", "指导", "化解", "调解", "减少", "防止"),
    *("预防", "观摩", "审理", "庭审", "评查", "转播", "收看", "收听", "观看", "退回", "终止", "中止", "回访", "约谈", "质疑"),
    *("会办", "催办", "胜诉", "败诉", "撤诉", "和解", "采纳", "录用", "点赞", "评论", "收藏", "翻译"),
)
#: Applicants whose requests are counted right behind them: 公开申请共11人次[、14件].
REQUESTS_BEHIND = re.compile(r"[、，,(](?:共|计|合计|共计)?\d+[件宗份](?!次)")
#: Accounts of two kinds, counted ahead of what they published together: [17个政务微博、22个]政务微信共发布信息1.93万条.
ACCOUNTS_COUNTED = re.compile(r"\d+个[^，。;、\d]{0,6}(?:微博|微信|公众号|网站|抖音号?)[、和及与]\d+个")
#: What was done of several things listed before, one after the other: 受理派件5670件、申请1件，[分别办结]5641件、1件.
DONE_EACH = re.compile(r"分别(?:已)?(?:办结|答复|回复|办理|处理|处置)$")
#: Requests that came by one way that is none of the metrics', or from some applicants: [其他渠道]受理申请13件, [以个人名义提交]的申请5件;
#: or that are to go elsewhere: 告知[向其他机关]申请3件, or of one kind: [征地拆迁类]申请5件, or those due: [已到答复期的]申请26件. But
#: 网络和其他方式 are all ways.
BY_OTHER_WAY = re.compile(
    r"(?:(?<![和及与或、等])(?:其他|其它|别的)(?:方式|渠道|途径|形式)|电话|短信|名义(?:提交|提出|递交)|"
    r"向(?:其他|其它|有关|相关|上级|对应)[^，。;、]{0,8}|(?:到期|答复期|期满)的?|(?:告知|建议|引导)[^，。;、]{0,12}|(?<![各多两三四])类的?|"
    r"涉及(?![^，。;、]*(?:公开|信息|本|我))[^，。;、]{2,12})共?$"
)
#: Requests to others, with which the body only helps: [协助市政府]办理依申请公开12件, [代区政府]答复申请3件.
FOR_OTHERS = re.compile(r"(?:协助|配合|指导|督促|督办|代(?=[省市县区]))[^，。;]{0,16}$")
#: What turns a range into its opposite: [不属于政府信息]公开范围3件.
IS_NOT_OF = re.compile(r"(?:不|非|未)属于?[^，。;、]*$")
#: What may stand right before a label that is guarded: nothing, a subject, an adverb, a date, punctuation: 市财政[局]答复3件, [已]办结3件.
CLEAN = re.compile(
    r"(?:^|[，、,;:。)”》—\-\0]|\d{4}年度?|年|月|日|机关|部门|单位|[局办厅委市县区镇乡村省州旗院校站处科会社]|街道|政府|政府办公室|办公室|"
    r"中心|系统|全[市县区省]|我[市县区局]|共|已|均|全部|累计|合计|共计|苏木|"
    r"一共|总共|实际|[按及]时|^时|按期|如期|按(?:规定|要求|程序)|书面|依法|依法依规|依规|认真|妥善|积极|规范|直接|其中|包括|含|当年|全年|年内|期间|以来|通过|予以|及时|并|也|又|还|新|再|"
    r"办事处|管委会|开发区|园区|大队|公司|大学|学院|学校|银行|集团|统计|目前|情况|方面|分别|有|中|度|本级|发生|产生|引发|提起|相关的|"
    r"有关的|信息公开的|工作的|(?:复议|诉讼)(?:案件|申请)?(?:以及|[和及与或])|接到|收到|接收|受理|信息公开)$"
)
#: The figure only says which ones, it is counted elsewhere: [对]10件依申请公开没有收取费用.
REFERRED = re.compile(r"(?:对|对于|就|针对|将|把|以上|上述|这|该)$")
#: Words before a figure that only name its subject or a verb of existence: 2016年汽开区[有]1件….
EXISTS = re.compile(r"(?:有|发生|共|为|是|:|其中|其余|另外|剩余|剩下|另|[审办]结的|结案的|(?<![业结节盈富多条件])余)$")
#: A clause that only says what the applicant was told: 不属于我局公开范围，[告知申请人向有关部门咨询的]8件.
TOLD = re.compile(r"(?:并|已|均|故|由我局)*(?:告知|建议|引导)(?:其|申请人|当事人)?[^，。;:]{0,24}的")
#: What the figure is part of, not what it counts: 在已经答复的16件[申请中].
AMONG_REQUESTS = re.compile(r"(?:政府信息公开|信息公开|依申请公开)?(?:申请)?(?:中|里|当中)")
#: What is behind them is said of the part that follows: 30件[申请中]已办结28件.
AMONG_THEM = re.compile(r"[^，。;、]{0,10}申请(?:当?中|里)")
#: Only the ending of it: 16件信息公开申请[中], 公开的12条信息[中], 除2件结转下年办理[外], 2件均已办结[并答复申请人].
AMONG = re.compile(
    r"(?:(?<=申请|信息)(?:中|里|当中)|(?<=办理|处理|答复|年度|延期|下年)(?:以外|之外|外)|"
    r"(?<=办结|答复|回复)并(?:已|均|依法)?(?:答复|回复|予以|同意|告知|办结|提供|反馈|送达)[^，。;]*)$"
)
#: What stands before the case a figure counts, behind the figure: 3件因政府信息公开[引发]行政复议.
LEADS_TO = re.compile(r"(?:的|引发|引起|提起|产生|导致)$")
#: The head of a short label that names other things first: 网站、微博[等]其他方式. But 等级, 等地方 are words.
AND_OTHERS = re.compile(r"^.{0,24}等(?=[^级地方])")
#: A growth ahead of its share: 主动公开信息数[较上年减少]三分之一，共156条.
GROWTH_BEHIND = re.compile(
    r"(?:同比|环比|[比较与同](?:上年度?|去年|上一年度?|(?:19|20)\d{2}年度?)(?:同期|相比)?)(?:有所|大幅|略有|共)?(?:增加|增长|减少|下降|上升|提高|降低)了?约?$"
)
#: Heads of bodies by their titles: 举办发布会3次，[局长]出席1次; but not 副局长.
CHIEF = re.compile(r"(?<!副)(主任|[部省州市区县旗镇乡厅局](?=长))")
#: The words between a label and its share: 同意公开的[占]71.4%.
SHARE_LINK = re.compile(r"(?:所占比例|占比|占)(?:为|约)?$")
#: Words in a bracket that make it more than an aside: they name another thing that is counted, or a part.
_OF_MORE = (
    "公开|申请|答复|处理|复议|诉讼|应诉|投诉|举报|结转|专职|兼|规章|文件|维持|纠|驳回|撤|部分|不予|微博|微信|公众号|媒体|网站|公报|减免|回应|解读|"
    "访谈|培训|会议|建议|提案|传真|信函|当面|电话|邮(?!寄费)|网络|网上|现场|来访|法人|公民|组织|企业|个人|其中|分别|增|减|同比|占"
)
#: A bracket that is its label's own figure or unit: 当面（2件）, 主动公开政府信息数（条）.
_FIGURE_OR_UNIT = r"(?:全年|年内)?\d*(?:条|件|次|篇|人|名|万元|元|人次|期|份|处|场|起|宗)?\)|个\)"
#: Those whose platforms accounts are on.
OPERATORS = "新浪|腾讯|网易|搜狐|人民网?|新华网?"
#: A closed bracket beside a label that says nothing of what is counted: 微信[（含转发）]851条, 收取的费用[（检索费等）]为0元; but not
#: 行政复议（诉讼）3件, 收到申请（含上年结转）318件. Behind 微博 it may name its operators, behind 新媒体 its accounts, behind 网站 its
#: columns, and columns anywhere: 公开信息[（包括政务公开等4个栏目）]共计85条; nor does an account's number: 订阅号[（微信号：qhfb2017）]
#: 公开信息23条.
ASIDE = re.compile(
    rf"\((?!{_FIGURE_OR_UNIT})(?![^()]*(?:{_OF_MORE}))[^()]{{1,60}}\)|"
    rf"(?<=信息)\((?:文件|公文)\)|(?<=微博)\((?:(?:{OPERATORS}|官方|政务|微博)+[、和及与]?)+\)|(?<=微信)\((?:公众|订阅|服务)(?:平台|号)\)|"
    r"\((?:微信|微博|公众号|订阅号|账号|帐号|ID|id)[号名为是:]*[@A-Za-z0-9_\-]{3,30}\)|(?<=新媒体)\([^()]{1,40}\)|(?<=网站)\((?:含[^()、，]{1,16}(?:网站|子站)|(?![^()]*(?:\d|含|微博|微信|公众号|媒体|公报))[^()]{1,40})\)|\([^()]{1,150}(?:栏目|类别|领域|目录|板块)\)"
)
#: A bracket that has opened before a figure and says nothing of it: 政府网站[（全年]98条）.
OPEN_BRACKET = re.compile(r"\((?:全年|年内|累计|共计?|合计|计|约)*$")
#: The counter in brackets before its figure, as forms have it: 主动公开政府信息数[（条）：]1,164.
BRACKETED_UNIT = re.compile(r"\((条|件|次|篇|个|人|名|万元|元|人次|期|份|处|场)\)[:=为]?$")
#: A figure behind it says how few would have counted: [没有]一例投诉, [未发生]1起, [没有召开]一场新闻发布会; but 未受理1件, 无法提供1件
#: may be answers.
DENIED_FIGURE = re.compile(
    r"(?:未|没有?|无)(?:曾|再|有)?"
    r"(?:发生|出现|产生|收到|接到|接收|发现|存在|引发|提起|收取|召开|举办|举行|组织|开展|制[定发]|出台|印发|参加|受理(?=过|任何))?(?:过|任何)?$"
)
#: Not even one: 申请[一件也没有收到]. But 1件未受理, 一件未答复 are answers.
NOT_EVEN_ONE = re.compile(
    r"一[件例起宗次条笔个](?:也|都|均|亦)?(?:从|尚)?(?:未|没有?)(?:再|曾)?(?:收到|接到|接收|收取|发生|出现|产生|有(?!效))"
)
#: How many things were listed ahead of a denial: 投诉、复议、诉讼[三项均]无.
ALL_LISTED = re.compile(r"[两二三四五2-5][项者](?:情况|事项)?[均都皆]")
#: Every one, not one: 文件发布[一条解读一条].
EVERY_ONE = re.compile(r"(一[条件项个期篇份])[，、]?[一-鿿]{1,4}\1")
#: A sum over channels, of which an item in two of them is twice (form of 2014): [通过不同渠道和方式]公开政府信息14.89万条，其中….
OVER_CHANNELS = re.compile(r"不同(?:的)?(?:渠道|方式|途径)")
#: Work that was not done well, to which cases are owed that a denial names: 没有因公开[不当引]起的行政复议.
OF_DEFECT = re.compile(r"不(?:当|及时|力|规范|到位|够)[^，。;]{0,8}(?:引|导致|产生|造成|提起|申请|而)")
#: The form's note on how to count: [不同渠道公开相同信息计]1条, [同一热点计]1次.
DEFINES = re.compile(r"(?:同一|不同|相同|多次|重复|多渠道)[^，。；;]{0,24}?(?:计|算|按)(?:为|作)?$")

#: What groups of items are called that are counted in 个: 公开信息12个[栏目].
_OF_GROUPS = r"(?:方面|类别|领域|版块|板块|专栏|频道|(?:[一二三四]级)?(?:栏目|目录|类目))"
#: Groups, from their counter to the number of things in them: 公开信息6[大类]350条, 12[类、]350条, 8[个方面]120条, 公开12[类信息共]350条.
GROUPS = re.compile(
    rf"(?:[项类块批种](?:别|目)?|个(?:{_OF_GROUPS}|项目))的?(?P<noun>(?:政府|政务|公开)?信息|(?<=类)文件)?[、,，]?(?:共计?|合计|总计|累计|计)?"
)
#: Between groups and the groups in them: 公开信息28大项[、]79小项，共计6657条.
GROUPS_AND_THEIRS = re.compile(rf"{_OF_GROUPS}?[、，,和及与]?(?:共计?|合计)?")
#: What only counts groups, behind its figure, whatever the words before it: 公开信息12个[栏目]; but not 设立专栏12个.
COUNTS_GROUPS = re.compile(_OF_GROUPS)
#: Who applied, from their counter to the number of requests: 32人[提出的申请]86件, 32人次[通过网络提交申请]86件.
APPLICANTS_OF = re.compile(r"[人名位次个家][^，。;:、\d]{0,18}申请[^，。;:、\d]{0,10}")
#: Who else applied than persons: 5[个申请人]提出的申请9件, 3[家企业]申请5件.
OF_BODIES_THAT_ASK = re.compile(r"[个家](?P<who>申请人|企业|公司|单位|组织|法人)(?=所?(?:提出|提交|递交|申请))")
#: The things that groups are of, behind their counter: 发布12类[信息]，共计350条.
GROUPED = re.compile(r"(?:别|目)?(?P<noun>(?:政府|政务|公开)?信息)")

#: What a number only tells apart from others: 公开信息超过100条[的5个单位], 发布500条[以上的部门]; or what was to be:
#: 公开信息500条[的目标].
OF_BODIES = re.compile(
    r"(?:以上|以下)?的(?:有?\d+个|前?\d+名)?(?:单位|部门|乡镇|街道|[县市区乡镇村]|个人|同志|科室|网站|栏目|专栏|目标|任务|指标|要求|计划)(?!网|政府信息)"
)

#: A verb that tells less plainly than 收到 that requests came in: [办理]申请55件 may be of those carried in too, or those closed.
HANDLING = re.compile(r"办理|处理|承办")
#: What was accepted of the requests received, right behind them: 收到申请12件，[受理]10件.
ACCEPTED = re.compile(r"(?:其中)?(?:审查后|补正后|经|依法|实际|正式|予以|已|共)*(?:受理|立案)")
_APPLICANT = "公民|个人|自然人|法人|(?:商业)?企业|公司|单位|组织|科研机构"
#: Requests of one kind of applicants, and of another behind them: 收到[公民申请]12件，[法人申请]3件.
OF_ONE_KIND = re.compile(rf"(?:收到|受理|接到|接收|新收|^)(?:{_APPLICANT})(?:个人)?(?:提出|提交|递交)?的?(?:政府|信息|公开|依)*申请")
OF_ANOTHER_KIND = re.compile(rf"[,，、;](?:收到|受理|接到)?(?:{_APPLICANT}|其他组织)[^，。;、\d]{{0,14}}申请[^，。;、\d]{{0,6}}\d")

# --- lists ------------------------------------------------------------------------------------------------------------

#: Marks between the names of a list: 当面[、]网络[和]信函申请分别为3件、5件、2件. But 涉及, 危及, and 与…有关 before a name.
NAMES = re.compile(r"、?(?:以及|(?<![涉危])及|和|与(?![^、]{0,14}(?:有关|相关)))|、")
#: Marks between labels that share one figure: 行政复议[、]行政诉讼均为0件.
LISTED = re.compile(r"[，、和及与或]")
#: Cases of both kinds, which one figure counts together: 行政[复议及行政诉讼]案件共1件; but not 经复议诉讼, 复议后诉讼.
CASES_TOGETHER = re.compile(r"(?<![经访])复议(?:申请|案件|案)?(?:以及|[、和及与或])?(?:行政)?(?:诉讼|应诉)")
#: Each of the labels listed, not all together: 行政复议、行政诉讼[均]为0件.
EACH = re.compile(r"[均各都皆]")
#: A list whose figures stand apart from it: 当面、网络、信函申请[分别为]3件、5件、2件. `tail` is a verb or what the names share.
DISTRIBUTED = re.compile(r"(?:分别|依次|各自|各(?=[为有]))(?:[为是有达])?(?P<tail>[^，。;:、()]{0,12}?)(?:[为是有达:]|共)?$")
#: What channels listed by name have behind them: 通过网站、公示栏、微信[三种渠道公开信息]，数量分别是27条、110条和38条.
OF_WAYS_LISTED = re.compile(
    r"(?:等(?:[\d两三四五六七]?[种个类])?|[\d两三四五六七][种个类])(?:主要|不同|公开|政务|新媒体)*(?:渠道|途径|方式|平台|载体|形式)(?:主动|对外|共|累计)*"
    r"(?:(?:公开|发布)?(?:各类)?(?:政府|政务)?(?:信息)?|(?:提出|提交|递交)?的?申请)(?:的?(?:数量|条数|篇数|件数))?$"
)
#: Words ahead of 分别 that say only that it counts: [数量]分别是27条、110条和38条.
COUNTED_APART = re.compile(r"(?:公开|发布|信息)*(?:数量?|条数|件数|篇数)?")
#: Behind the names of a list, that they are the most: 当面申请、网上申请[占主体]，分别为366件、196件.
ARE_MOST = re.compile(r"(?:占(?:据?主体|据?主导|大?多数|绝大多数)|为主(?:体|要[方形]式|要途径|要渠道)?|居多|较多|最多|最少|较少|占?少数)$")
#: That each of those named before had as many: 春播、汛期[各召开]新闻发布会1次, 印发规范性文件[各]1件.
EACH_HELD = re.compile(r"各(?:自|分别)?(?:(?:召开|举办|组织|开展|举行|印发|制发|发布|收到|受理)了?(?!.*各)|\d)")
#: One figure for each of a list: 规范性文件制发数、废止数[均为]0件, 维持、纠正[各]1件.
EACH_OF = re.compile(r"(?:均|都|皆|各)(?:为|是|有|计)?(?P<tail>)$")
#: A figure of what the clause before says is the most or the least: 网络申请占大多数，[为]41件.
HAS_AS_MANY = re.compile(r"(?:分别)?(?:达到?|共有?|[为是有]|仅有?|只有?|共计)*")
#: A name in a list of answers that no attribute of documents has: 已主动公开、[同意公开]、[不存在]分别为3件、5件、1件.
ONLY_AN_ANSWER = re.compile(r"同意|不存在|非?不?属于?本|非本|途径|补正|更改")
#: How often it was, among the ways of applying, ahead of its name: [其次是]信函，15件.
RANKED = re.compile(r"^(?:其次|再次|第二|最后)(?:[为是]|,)?")
#: What makes a figure, or several, be of listed names: 当面、网络申请[分别]为3件、5件 ; 维持、纠正[各]1件.
OF_LISTED = re.compile(r"分别|依次|[各均都皆]")
#: Where a list of names begins: 共收到10件[（]当面、网络申请分别为….
LIST_HEAD = re.compile(r".*[(:,]", re.DOTALL)
#: What listed outcomes are outcomes of, behind the last of them: 维持、纠错、其他情形[的行政复议案件]分别为.
CASES = re.compile(r"复议|诉讼")
CASES_SHARED = re.compile(r"的(?:行政)?(?:复议|诉讼)案?件?$")
#: The verb or state that several things listed share: [制定]部门规章1部、行政规范性文件3件.
SHARED_VERB = re.compile(r"制定|出台|制发|印发|废止|现行有效|继续有效|作出|做出|设立|配备|召开|举办|开展")
#: Two verbs of rules, each of which is counted: [制发、主动公开规范性文件]3件, [制定并公开行政规范性文件]3件.
ISSUED_AND_DISCLOSED = re.compile(
    r"(?:制[发定]|出台|印发)了?(?:[、和及与]|并)(?:且|全部|均|主动|及时|依法|对外|向社会)*(?:公开|公布)了?的?(?:行政)?规范性文件(?:总?数量?|共|共计|为|:)*$"
)
#: Two verbs of one object: [受理并答复]申请28件, 依申请公开[受理和办结]6件; but 收到答复 is what the applicant gets.
TWO_VERBS = re.compile(
    r"(?:(?:受理|接收)[并和及与、]?|(?:收到|接到|接受)[并和及与、])(?:且|已|全部|均|依法|及时|按时|按期)*(?P<second>答复|回复|办结)(?!率)"
)
#: What a count of requests stands before, if anything: 收到[8件]有效申请; but 对[10个]镇街开展依申请公开测评.
COUNTED_REQUESTS = re.compile(
    r"[，,。;、:()]|$|(?:有效|有关|各类|书面|网[上络]|在线|线上|信函|当面|依|公民|公众|市民|自然人|申请人|群众|法人|企业|要求|关于|涉及|的)*"
    r"(?:通过|申请|公开|政府|政务|信息|均|全|都|已|并|和|及|占|比|较|为|是|属|由|其中)"
)
#: A heading that runs into its sentence: [依申请公开情况:]全年收到来信24件.
RECEIPT_HEADING = re.compile(r"^[^:\d]{2,16}情况:(?=[^:]*(?:收到|接到|受理|办理))")
#: What is applied for that is no information, and where: [行政许可事项1项]，全年申请量0件 ; [政务服务中心]受理申请3200件.
SERVICES = re.compile(
    r"(?:政务|便民|行政)服务(?:中心|大厅|窗口)|办事大厅|行政许可|行政审批|(?:许可|审批|服务|权力|政务)事项|不动产|营业执照|登记业务|"
    r"[一-鿿]{2}(?:审批|许可|注册|(?<=企业|产权|抵押|婚姻|主体|设立|变更)登记|备案|资质|补贴|补助|贷款)(?:事项|业务|类)*(?:网[上络]|在线)?的?申请"
)
#: What begins the words of a part of what was counted before: [其中]征地类40件.
AMONG_THOSE = re.compile(r"[，,、;:(]*(?:其中|包括|包含|含)")
#: What letters are about that ask for no information: [咨询、申诉]等来信30件.
OTHER_LETTERS = re.compile(r"咨询|申诉|投诉|举报|信访|留言|建议|求助")
#: Whose business reviews and suits of all kinds are: [清河区司法局].
JUSTICE_BODY = re.compile(r"司法[局厅部]|法制(?:办|局)|复议局")
#: What such a body does with the cases of others: [受理]行政复议40件, 出庭[应诉]4件; but 发生行政复议1起 is one against itself.
HANDLES_CASES = re.compile(r"受理|审理|审结|承办|办理|应诉")
#: How cases of all kinds went, which nobody counts of those on disclosure: 受理行政复议40件，[综合纠错率]50%, 以市政府[为被告]的….
RATES_OF_CASES = re.compile(r"(?:纠错|胜诉|败诉|出庭应?诉?)率|(?:政府|部门|机关)为被告")
#: Cases of a field, which are none about disclosure, nor are those told with them: [受理税务行政复议]11件，应诉2件.
CASES_OF_A_FIELD = re.compile(r"(?:受理|办理|审理)(?!有关|涉|因|对|针|当事|公民|申请|政府|各类|相关)[一-鿿]{2}行政复议")
#: Words that say which kind of cases an outcome is of: [诉讼]维持1件.
KIND_OF_CASES = re.compile(r"复议|诉讼|应诉|起诉|法院|判决|裁定")
#: Behind a figure of which the parts are told next, so that it is the whole: 公开信息516条，[其中]…, …40条，[涉及]机构职能、规划计划; but
#: not in what a bracket says of the figure: 公开信息516条（含转载）.
PARTS_BEHIND = re.compile(
    r"(?!\([^(),，、\d]*\))"
    r"[，,。;:(]{0,2}(?:其中|包括|包含|含|涉及|主要(?:包括|涉及|为|是)|内容(?:涵盖|包括|涉及)|从[^，。;]{2,8}看)"
)
#: A verb that publishes, with whatever it publishes: 共[公开与行业领域相关的各类非涉密信息], [发布本年度信息].
PUBLISHES_THINGS = re.compile(
    r"(?:主动|对外|累计|共计?|全年|及时|集中|规范|依法|面?向社会|、)*(?<![拟应不未免予可])(?:公开|发布|公布|推送|上传|刊发)(?!平台|系统|工作|指南|办|网|制度|条例|领导|方式|形式|渠道|途径|申请|载体)了?(?P<what>[^，。;:\d]{0,60})"
    r"(?:信息|动态|内容|资讯|要闻)(?:共计?|合计|总计|累计|达|数量?|总数|总量)*$"
)
#: A verb that publishes ahead of words that say what became of it or who made it: [主动公开正式]发文的政府信息, [公开本局]制作的信息.
PUBLISHES_WHAT_IS = re.compile(
    r"(?:主动|对外|依法|及时|累计|共|全年|已)*(?<![不应未拟予可])(?:公开|发布|公布)了?(?:正式|已经?|依法|所|新|由?(?:本|我)(?:单位|机关|部门|[部局厅委办院镇乡县市区]))*$"
)
#: One class or place of what is published: 机构概况[类]信息, 行政[处罚]案件信息, 通过[公告栏]发布; but 公文类 may be all of it.
ONE_CLASS = re.compile(
    r"(?<!公文)(?<!各)类的?(?:政府|政务)?$|法定主动公开|通知|公告|公示|便民|处罚|许可|案件|招[标聘投]|采购|预算|决算|财[政务]|人事|栏|目录|督促|还通过|大厅|触摸|屏"
)
#: A verb beside that of publishing, whose figure is of what was published: [制作]和主动发布信息207条, [收集]、公开信息95条.
MAKING = re.compile(r"(?:共|累计|已)*(?:制作|制定|编制|编写|编辑|撰写|采写|收集|采集|搜集|整理|梳理|审核|审查|录入|起草)")
#: A heading that runs into its paragraph, with its number: [3.新闻发布会。]全年举办6场 ; [（二）在线访谈：]组织12期.
RUN_IN_HEADING = re.compile(
    r"(?:^|[。;])\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)、.]+(?P<name>[^，。;:、\d]{2,14}?)(?:情况|工作)*[。:]$"
)
#: What says of things named before only that they were: [全年共举办]6场, 1、主动公开:[全年公开]191条.
WERE = re.compile(
    r"(?:全年|年内|本年度?|今年|\d{4}年度?|我局|共|共计|累计|先后)*(?:举办|召开|组织|举行|开展|参加|公开|发布|制作|推出|受理|收到|接到|发生|产生)了?(?:共|各类)*"
)
#: Words that only say what the label at the end of the clause before consists of: 公开政府信息，[包括机构信息、政策文件共]58条.
CONSISTS_OF = re.compile(r"(?:包括|包含|涵盖|涉及)(?:了|有)?(?![^，。;]*结转)[^，。;:\d]{2,30}(?:共计?|合计|总计|累计)")
#: The label is the whole end of the clause before, unless the figure begins a division: 收到申请，[其中]5件.
DIVIDES = re.compile(r"其中|包括|分别")

# --- channels ---------------------------------------------------------------------------------------------------------

#: The usual place of all that is disclosed, beside which a body may have its site: 在[信息公开平台]发布信息120条，在局网站800条.
PLATFORM = re.compile(r"公开[》”]?(?:统一)?(?:平台|专?栏|栏目|系统|目录|网)")
#: What a site holds, of whatever year; not what it published: 累计[网站信息总量]为640条.
HELD_BY_SITE = re.compile(r"网站?(?:现有|已有|共有|累计|的)*信息(?:总量|存量|库存|容量)[^，。;]{0,4}$")
#: What an account does, right behind its name: “清河发布”[全年共推送].
_SENDS_OUT = r"(?:(?:19|20)\d{2}年度?|全年|年内|本年度?|共|共计|累计|总计|合计|已|主动|及时|上|中)*(?:发布|推送|推出|编发|发送|更新)"
#: The name of an account beside its channel: 微信公众号[“秀美清河”]推送, [“秀美清河”]微信公众号推送, 政务微博[@秀美清河]发布.
ACCOUNT_NAME = re.compile(
    r"“[^“”，。;]{1,16}”(?=(?:新浪|腾讯|官方|政务|政府|、){0,5}(?:微博|微信|公众号|订阅号))|(?<=微博|微信)“[^“”，。;]{1,16}”|"
    r"(?<=公众号|订阅号|服务号)“[^“”，。;]{1,16}”|(?<=新媒体)(?:“[^“”，。;]{1,16}”[、和]?)+等?|(?<=[众号信博]平台)“[^“”，。;]{1,16}”|"
    r"“中国[一-鿿]{2,6}”(?=(?:政府|门户|官方)*网站)|"
    rf"(?<=微博|微信|众号)@(?:“[^“”，。;]{{1,16}}”|[^“”，。;、和及与\d]{{2,12}}?(?={_SENDS_OUT}))"
)
#: The name of a house that hijackers wrote over a body's, which is no site of the body: [澳门新葡京官网]主动公开政府信息133条.
HOUSE_NAME = re.compile(
    r"(?:(?:澳门)?(?:新?葡京|威尼斯人?|金沙|银河|永利|太阳城|皇冠|美高梅)|[a-zA-Z]{0,5}365(?:体育|bet)?|必赢|亚博|凯发)"
    r"(?:集团|娱乐城?|体育|国际|在线|平台|app|游戏)*(?:官方网站|官网)(?:手机版|下载|入口|登录|平台|app|首页)*"
)
#: What the information is about, ahead of it: 主动公开[卫生]政府信息52条 is all that a 卫生局 disclosed.
BUSINESS = re.compile(r"(?<=公开|发布)[一-鿿]{2,6}(?=政府信息|政务信息)")
#: The same of what was asked for: a 水务局 that [收到水利领域信息公开申请]5件 tells of all.
BUSINESS_ASKED_FOR = re.compile(
    r"(?<=收到|受理|接到|接收|办理)([一-鿿]{2,6}?)(?:领域|方面|系统)?的?(?=依申请公开|(?:政府)?信息公开申请|公开申请)"
)
#: The ways by which all requests came, named together ahead of them: 收到[网络、信函等渠道的]申请12件.
WAYS_TOGETHER = re.compile(
    r"(?<=收到|受理|接到|接收|办理)(?:通过|以)?(?:(?:互联网|网络|网上(?:平台)?|在线|信函|邮寄|当面|现场|传真|电子邮件)[、和及与]?){2,}等?"
    r"(?:各种?|多种?|[\d两三四五]种)?(?:渠道|方式|途径|形式)(?:提交|提出|递交)?的?(?=(?:依|公开|政府|信息)*申请)"
)
#: The same of what a channel published: 县政府网站发布[卫生健康]信息52条, 在官网累计公开[水利工作]信息18条. 水利工作 and 司法行政
#: are `all` of it, which 财政信息 may not be where no channel is named.
BUSINESS_OF_CHANNEL = re.compile(
    r"((?:公开发布|公开|发布|公布|更新|推送|上传)了?)(?P<each>各类|各种|各项)?(?!政府|政务|公开|发布|人民)(?P<business>[一-鿿]{2,6}?)(?:(?P<all>(?:行政)?(?:工作|政务)|行政)|类)?(?=信息|资讯)"
)
#: A site by a name that the issuer may have: 清河市人民防空办公室's [清河人民防空网]共发布信息80条, but not 清河网 or 人民网.
NAMED_SITE = re.compile(r"((?!人民)[一-鿿]{2})网(?=[上中]|共|累计|全年|主动|及时|公开|发布|公布|更新|推送|新增|专栏|信息公开)")
#: The place in the name of a body.
PLACE_OF_BODY = re.compile(r".*(?:省|市|县|区|旗|州|盟|镇|乡|中国|国家|中华人民共和国)")
#: What an account wrote itself, which is all that it published unless the sentence tells what it passed on: 公众号推送[原创]文章66篇.
ORIGINAL = re.compile(r"(?<=推出|推送|发布|刊发|编发|发送)了?原创的?(?=推文|文章|图文|信息|稿件|内容|消息|资讯|推送)")
NOT_ORIGINAL = re.compile(r"转载|转发|转推|非原创|其[他它]")
#: The year between a channel and what it did: 管委会网站[2012年]公开信息 ; or between cases and that they came: 公开申请[2021年]共收到1件.
YEAR_OF_CHANNEL = re.compile(
    r"(?:(?<=[网站信博号台])|(?<=许可|处罚|强制|文件|规章|申请|复议|诉讼|投诉|咨询))在?((?:19|20)\d{2})年度?"
    r"(?=全年|共|累计|主动|公开|发布|公布|更新|推送|新增|处理决定|作出|做出|制[发定]|废止|出台|收到|受理|接到|办理|发生)"
)
#: What comes before a channel named alone: 公开渠道[:]政府网站，共发布信息2894条 ; [一是]政府网站，… ; [开通]官方微博，….
CHANNEL_HEAD = re.compile(r":|[一二三四五六七]是|开通|开设|依托|利用|借助|通过")
#: What is told of a channel besides its name: 官方微博[也已开通]，发布信息360条.
WENT_LIVE = re.compile(r"(?:于[^，。;于]{2,10})?(?:也|现|已|正式|全面|顺利)*(?:开通|上线|启用|投入|运行)+$")
#: A paragraph headed by a channel: [2、政务微信。]全年发布信息28条, [(一)政府网站公开情况。]…; but not [一、主动公开情况。].
ITEM_OF_CHANNEL = re.compile(
    r"[(]?(?:[一二三四五六七八九十]{1,2}|\d{1,2}|[①-⑨])?[)、.．]{0,2}(?P<name>(?P<other>其[他它](?=方式|渠道|途径|形式))?[^，,。;:\d]{0,14}?)"
    r"(?:主动)?(?:公开|发布)?(?:政府)?(?:信息)?(?:情况|方面|渠道|方式|形式)?[。:]"
)
#: A channel as what a clause is about: [“健康清河”微信公众号]全年阅读量66万次，发布信息531条.
CHANNEL_SUBJECT = re.compile(r"网站|官网|微博|微信|公众号|[订服视百][阅务频家]号|新媒体|客户端|账号|抖音|头条")
#: Columns of a site or a newspaper, counted: 在政府网站[开设专栏6个], 网站设立[6个专题], 在日报[开设专版6期].
COLUMNS_COUNTED = re.compile(r"(?:专[栏版刊题]|栏目|板块|频道)(?:共|共计)?\d+[个期]|\d+[个期][^，。;、\d]{0,8}(?:专栏|栏目|专题|板块|频道)")
#: A column by its name, at the end of a clause: 用好[“清河之声”专栏]，发布信息64条.
NAMED_COLUMN = re.compile(r"”[^，。;“”]{0,6}(?:专栏|专题|栏目|频道|板块|版块)$")
#: Another channel with its figure in a list: 网站公开30条[，公众号推送办事指南60]条.
CHANNEL_LISTED_NEXT = re.compile(r"[，,、;][^。;\d]{0,16}(?:网站|微博|微信|公众号|新媒体|客户端|抖音)[^。;\d]{0,30}\d")
#: Another channel with a figure of all it published right behind, so that channels are told apart: 网站公开规划等信息12条[，微信公开60]条.
PLAIN_CHANNEL_NEXT = re.compile(
    r"[，,、;](?:其中)?(?![^，。;\d]*等)[^，。;:\d、]{0,20}(?:微博|微信|公众号|新媒体|其[他它](?:方式|渠道|形式|途径))"
    r"(?:共|累计)?(?:公开|发布|推送)?(?:政府|政务)?(?:信息)?(?:共|近|约|为)*\d"
)
#: The net as a channel, and another one behind it with its figure: [网上公开]765条[，新闻媒体公开76]条.
ON_THE_NET = re.compile(r"(?:通过|利用|在|依托|借助)?(?:网上|网络|互联网)[^，。;站]{0,4}(?:公开|发布|公布|公示)")
OTHER_CHANNEL_NEXT = re.compile(
    r"[，,、;][^。;\d]{0,16}(?:公报|媒体|公[开示告]栏|报[纸刊]|电视|广播|大厅|微博|微信|其[他它](?:形式|方式|渠道|途径))[^。;\d]{0,12}\d"
)
#: The readers of one channel, or its columns, whose items the clause behind counts: [县政府网站]总访问量8万次，发布信息91条 ;
#: [市政府网站]栏目已增至36个，发布信息….
READERS_OF = re.compile(
    r"(?:(?:19|20)\d{2}年度?|全年|年内|截[至止][^，。;]{2,12}?[底末日])*(?P<channel>[^，。;\d“”]{2,20}?)(?:的|全年|年度?|累计|独立|页面|用户|用|户|平均|共|总)*"
    r"(?:访问|浏览|点击|阅读|关注|订阅|粉丝|栏目|专栏|专题)(?:总|人|次|用|户|者|人数)*(?:数|量)?[^，。;\d]{0,6}$"
)
#: An account whose readers are counted: …[公众号总粉丝数达3]万，较上年增长2000；发布信息416条.
READERS_TOLD = re.compile(r"(?:公众号|微博|微信|视频号|抖音号?|新媒体)[^，。;\d]{0,10}(?:粉丝|关注|订阅|用户)[^，。;\d]{0,6}\d")
#: What is held in rounds, not issued: 举办[培训班]3期, 公开信息120条.
HELD_IN_ROUNDS = re.compile(r"培训|学习|讲座|论坛|课|班")
#: Channels listed behind a figure that is of all of them: 发布320条[微博、微信、头条号]图文.
CHANNELS_BEHIND = re.compile(
    r"(?P<names>[^，。;:、\d]{2,8}?(?:[、和及与][^，。;:、\d]{2,8}?)+?等?)(?:平台)?(?:图文|信息|文章|推文|内容|消息|稿件|作品|动态)*(?=[，。;:,]|$)"
)
#: Channels as the means of what a figure before them counts: 200条[通过微博、微信发布], 30条[在微博、电视等其他渠道公开].
CHANNELS_BY_MEANS = re.compile(
    r"(?:均|都|分别)?(?P<names>(?:通过|利用|依托|在|经)[^，。;:、\d]{2,12}[、和及与][^，。;:\d]{2,30}?)(?=[，。;]|$)"
)
#: What has visitors: a site, or an account with readers: [微信公众号]发布信息120条，累计点击量20万次.
CHANNEL_NAMED = re.compile(
    r"网站|网页|官网|(?<=[户务众])网|(?<=公开)网|(?<=信息)网|微博|微信|公众号|订阅号|新媒体|客户端|抖音|快手|视频号|头条|南方号|百家号|"
    r"学习强国|小红书|知乎|B站|(?:网易|搜狐|人民|企鹅|服务)号|广播|电视|直播|短信"
)
#: What comes out in issues: a gazette, or anything else.
PERIODICAL = re.compile(
    r"(?P<gazette>公报|政报)|简报|专报|通报|快报|日报|晚报|[月周季]报|专[刊题栏辑]|[月期会党]刊|刊物|杂志|手册|通讯|动态》|信息》|参考》|培训|学习|节目|访谈|讲座|论坛|黑板报|墙报"
)
#: The same gazette in another language: 公报6期[、蒙文版2]期.
NEXT_EDITION = re.compile(r"[、，,][^，。;、\d]{0,4}[文语]版?\d+期")
#: A verb by which a gazette comes out, and how often: 《市人民政府公报》[全年共编印]6期.
ISSUED = re.compile(
    r"(?:(?:全年|年内|共|共计|累计|每期|了)*(?:编印|编辑|编发|编制|出版|出刊|发行|印发|印制|刊发|刊出|发布|发放|赠阅|出))+(?:了|共|共计)*"
)
#: What a long list has between its first things and its last: 公开预决算、招生政策、招聘信息、[社会保障政策、]就业举措等.
MIDDLE_OF_LIST = re.compile(r"(?P<head>、(?:[^，。;:、]{1,30}、){2})(?:[^，。;:、]{1,30}、)+")
#: A channel that the clause before names: 用好政府网站信息公开平台，[在该平台]发布信息60条.
THAT_PLATFORM = re.compile(r"(?:在|通过|利用|依托|经)该(?:平台|账号|号|专栏|栏目|载体|渠道|系统)")
#: What is done beside the rest: 除在网站公开外，[还通过]电视公开信息60条.
ALSO = re.compile(r"(?<![偿返归])还(?:主动|另外?|积极|充分|注重|对外|向|通过|利用|借助|依托|运用|采[取用]|在|以|于|发布|公开|公布)")
#: One of two channels named before: 以网站为主、微信为辅，[前者]公开信息142条.
ONE_OF_TWO = re.compile(r"[前后]者")
#: What was obtained from others, beside what was made: 制作政府信息310条[，获取政府信息12]条.
OBTAINED_NEXT = re.compile(r"[，,、;](?:其中)?(?:全年|共)*(?:获取|保存|获得)[^，。;\d]{0,10}\d")
#: Items spoken of again: 在31条[新增信息里].
AMONG_ITEMS = re.compile(r"[^，。;]{0,10}信息(?:当?中|里)")
#: Carriers that are not those spoken of before: 在[别的载体]上公开重点信息200余条.
OTHER_CARRIERS = re.compile(r"(?:其他|其它|别的|另外的?)(?:各类|各种)?(?:载体|渠道|媒体|媒介|平台|途径|方式|形式)")
#: Another channel is listed before the one that stands at the verb: [网站和]微信公众号等主动公开信息176条.
OTHER_CHANNEL = re.compile(
    r"(?:(?:网站|微博|微信|官微|公众号|公报|媒体|电视|报[纸刊]|日报|[公宣][示开传告]栏|显示屏|电子屏|展板|抖音|头条|快手|视频号|客户端|APP|广播|平台|大厅|[档图][案书]馆)[^，。;]{0,16}|[公开务专外息众官户]网)"
    r"[、和及与][^，。;]{0,10}$"
)
#: Another channel stands between the site and its verb: 在网站[和微信]平台公布信息202条.
AND_ANOTHER_CHANNEL = re.compile(r"网[^，。;]{0,4}[、和及与][^，。;网]{0,6}(?:微博|微信|公众号|公报|新媒体|客户端|抖音|短信|广播|电视|报)")

#: What may be there several times, each by its own name: 县政府[网站], “清河发布”[微信公众号], 《民声直通》[在线访谈].
NAMED_ONE = re.compile(r"网|微博|微信|公众号|新媒体|访谈")
#: A body's own site, beside one of the government: [省水文局]网站发布3000条，省政府网站发布120条.
OF_OWN = re.compile(r"(?:局|厅|委|部|办|院|中心|单位)(?:门户|官方|政务)*$")
#: The body's own, by its name: 在[本单位]网站, [我局]微信公众号, [自办]网站.
NAMES_OWN = re.compile(r"(?:本|我)(?:单位|机关|部门|[局委厅办院校镇乡]|街道|公司|中心)|自[有办建]|^在?局")
#: What a figure is called behind what it counts: 公开信息[数]378条, 公开信息[共]378条.
AS_A_COUNT = re.compile(r"(?:总?数量?|共计?|累计|为|:)+$")
#: Words that say more of a thing than its name: [其中]市政府网站, [2016年]网站.
NAMES_MORE = re.compile(r"\d|其中|累计|[年月日季]|全[市县区省州镇乡系]|各|共|总|合计|含|新增|另|余|下属|所属|下级|基层")
#: The sum of the figures before it: 市网站60条，镇网站5条，[共计]65条.
ADDED_UP = re.compile(r"(?:共|合|总|累)计?[^，。;、\d]{0,10}\d")

# --- wholes and parts -------------------------------------------------------------------------------------------------

#: A count that holds the parts behind it: 收到318件[（含]上年结转11件）, 共办理48件[：]上年结转2件，新增46件.
HOLDS = re.compile(
    r"[件宗份]?:(?:其中)?|[^。;；]{0,3}(?:\((?:其中)?(?:含|包括|包含)[^)]*|[(,，、]其中(?:[^。;；),，\d]*新[^。;；),，\d]{0,8}\d+[件宗份][，,、])?[^。;；),，\d]*)"
)
#: Words ahead of requests or cases that are none of the year's own: [上年结转的]申请3件.
CARRIED = re.compile(r"结转(?!外|以外|之外)|转结|(?:上年|去年|上一年度?|[至自])[^，。;]{0,6}转[来至到入]|遗留")
#: Those carried in, without saying of which year they are: 办结12件（[含结转]3件) ; 结转 alone behind what was done is to the next year.
CARRIED_AMONG = re.compile(r"(?:含|其中|包括|包含|连同|加上)(?!.*年)[^，。;]*$")
#: What was carried in from the year before: [上年没有结转].
CARRIED_IN = re.compile(r"上年|去年|上一年|前一年|往年|历年|以前")
#: Those that came new beside those carried in: 共办理48件，上年结转2件，[新增]46件.
CAME_NEW = re.compile(r"(?:本年度?|当年|今年|年内)?新增(?:申请)?")
#: What came new, behind those carried in: 其中结转2件[，新收39]件.
NEW_BEHIND = re.compile(r"[、，,;](?:本年度?|当年|今年)?新(?:收到?|增|受理)(?:申请)?(?P<new>\d+)[件份宗]")
#: Requests that hold those carried in, said in a bracket ahead of them: 收到[（含上年结转1件）]申请53件.
HOLDS_AHEAD = re.compile(r"\((?:其中)?(?:含|包括|包含|连同)[^()]{0,8}(?:结转|转结)[^()]{0,8}\)$")
#: What is left of requests and is told in the next clause to be carried over: 余[5件未到办理期限，结转至下年].
LEFT_OVER = re.compile(r"(?:其余|剩余|余下|余|尚有|还有|仍有|另有|另|有)(?:的|有|申请|共)*$")
CARRIED_NEXT = re.compile(
    r"[^，,。;、\d]{0,14}[，,](?:已|将|均|需|按规定|依法|并)*(?:结转|转结|顺延|转)(?:至|到|入|于)?(?:下年|下一年|次年|明年|来年)度?(?:继续)?(?:办理|办结|答复|处理)?(?=[，,。;]|$)"
)
#: Requests carried in are added to others: [加上上年结转]的21件，全年应办理784件.
ADDS_CARRIED = re.compile(r"(?:加上|连同|加之|算上|并入|[含和加及]|包括)[^，。;]{0,8}(?:结转|转结)")
#: What is taken off again: 加上上年结转的2件，[除去]结转下年的3件，共办理25件.
TAKEN_OFF = re.compile(r"除去|除掉|扣除|减去|剔除")
#: The part of the cases that are about disclosure: 行政复议案件41起，[其中涉及信息公开]3起.
ABOUT_DISCLOSURE = re.compile(
    r"(?:其中)?[,，]?(?:(?:涉及?|属于?|有关|关于|因|与|针对)?(?:政府)?信息公开(?:类|工作|相关|有关|方面|案件|引[发起]|产生|提起|而|的|事项|申请)*|"
    r"(?:因?对?不服|对|因对)[^，。;、]{0,6}(?:政府)?信息公开(?:申请)?(?:答复|告知|决定|行为)?(?:书|意见)?(?:不服)?(?:的|引发|提起|案件)*)"
)
#: The same behind several counts of cases: 行政复议87件[、行政诉讼23件，其中涉及政府信息公开的分别为2]件、1件 ; or behind the others:
#: 复议7件[，其中6件针对处罚，1件针对信息公开].
DISCLOSURE_AMONG_CASES = re.compile(
    r"[，,](?:其中)?\d+[件起宗][^。;，,\d]{2,30}[，,、]\d+[件起宗](?:针对|涉及|因|系|属|与)[^。;，,\d]{0,8}信息公开|"
    r"[^。;]{0,30}?[，,(](?:其中[，,]?[^。;，,\d]{0,6}?|(?:涉及|属于|有关|关于|因))(?:政府|政务)?信息公开[^。;，,\d]{0,14}?(?:分别[^。;，,\d]{0,2})?\d"
)
#: Answers that came later than in time: [延期至30日答复]2件.
EXTENDED_ANSWER = re.compile(r"(?:延期|延长|逾期|超期)[^，。;]{1,10}(?:答复|回复)")
#: What was received, without its name: [共收到]3件，均已答复.
BARE_RECEIPT = re.compile(
    r"(?:[，,:、]|其中|全年|年内|本年度?|共|共计|累计|一共|总共|已|我[局镇乡委办院街道]+)*(?:收到|受理|接到|接收|办理|处理|有)?(?:了|共)?"
)
#: What was received of other business: [受理贷款申请]3200件，按时办结3150件.
RECEIVED = re.compile(r"(?:受理|收到|接到|接收|承办|办理|处理)[一-鿿]{2,}(?<!完毕)(?<!完结)")
#: None of the cases just counted is about disclosure: 受理行政复议案件61件，[均不涉及政府信息公开].
NONE_OF_DISCLOSURE = re.compile(
    r"(?:其中)?(?:均|都|全部)?(?:不|未|无|没有|非)(?:涉及?|因|属于?|有)?(?:政府)?信息公开(?:类|方面|工作|事项|引发|引起)*的?(?:案件|事项|情况|诉讼|复议)?|"
    r"(?:均|都|全部)?[与同](?:政府信息|政务|信息)?公开(?:工作)?(?:无关|没有关系|不相关)"
)
#: A paragraph that only answers the heading above it, 收费情况 | [本年度无。]
NONE = re.compile(
    r"(?:(?P<year>(?:19|20)\d{2})年度?)?(?:本年度?|今年|全年|目前|本(?:机关|单位|部门|[局镇乡办])|我(?:街道|[局镇乡委办院校])|,|，)*(?:均|都|暂|尚|并)?"
    r"(?:无|零|没有|未发生|未产生|未出现|未涉及|不涉及|不存在|未收到|未接到|没有(?:发生|收到|产生|出现)|(?:共|总数)?为?[0零](?:[件次起宗条例元]|人次)|为[0零])过?"
    r"(?:此类|此项|上述|该类|这类|相关|有关|任何|以上)*(?:情况|事项|情形|现象|案件|内容)?(?:发生)?[。.;]?"
)
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
#: New requests and those carried in together: 新收23件，上年结转2件，[共办理]25件.
HANDLED_TOGETHER = re.compile(
    r"(?:总?合计|总计|总共|共计|一共|共|累计|实际|应)(?:应|需)?(?:办理|处理|办$)(?:的?(?:政府信息公开)?申请)?(?:共|共计)?"
)
#: What was done of both, and what is left of them behind it: 新收23件，上年结转2件，[年内已办理]22件[，结转下年3件].
HANDLED_OF_BOTH = re.compile(r"[、，,;]?(?:本?年度|年内|当年|全年|共|累计|实际|已经?)*(?:办理|处理|办复)(?:完成|完)?")
LEFT_OF_BOTH = re.compile(
    r"[，,、;](?:尚有|还有|剩余|其余|另有|未办结)*(?:(?:结转|转结|转|留)?[至到入]?[下次来]一?年度?(?:继续)?(?:办理|处理|结转|办结)?(?:为|共)?(?P<left>\d+)[件份宗]|"
    r"(?P<first>\d+)[件份宗](?:申请)?(?:将|需)?(?:结转|转结|转|留)[至到入]?[下次来]一?年)"
)
#: Ahead of a list that is not all: [另通过]教育信息网发布要闻37条、…，总计229条.
BESIDE_THE_REST = re.compile(r"另|此外|通过|利用|依托|借助|网站|微信|微博|公众号|在[^，。;]{0,12}[网栏台]")
#: The year's figure behind those of its parts: 一季度收到申请6件，…，[全年共]27件.
TOTAL_OF_YEAR = re.compile(r"(?:全年度?|年度)(?:总?合计|总计|共计|累计|共|为|总共)*")
#: What was counted before was not of the year alone: …265条，[其中2017年公开]83条 ; …213件，[2022年收到]57件.
OF_THE_YEAR = re.compile(
    r"(?:其中)?[，,:]?(?:(?:19|20)\d{2}年度?|本年度?|今年|当年度?|年内|全年(?=新增))(?:以来)?(?:全年|新增?|主动|累计|共|为|达到?)*"
    r"(?:(?P<published>公开|发布|公布)|(?P<handled>收到|受理|接到|举办|召开|开展|组织|办理|答复)|新增)?(?:信息|政府信息|申请|总?访问量|点击量|浏览量)?"
)
#: Another list behind one of what a channel published: …等信息474条[，发布办事流程、收费标准等信息20]条.
GOES_ON_LISTING = re.compile(r"[，,;、](?:同时|还|并|另)?(?:主动|累计|共)*(?:公开|发布|更新|推送)[^，。;\d]*等[^，。;、\d]{0,10}\d")
#: What is new of all that was counted up to the year's end: …7512条，[新增]1061条.
NEW = re.compile(r"(?:其中)?[，,:]?新增(?:政府)?(?:信息)?")
#: A class of what is to be disclosed by law, by its name, or beside others: 动态信息75篇，[法定主动公开（通知公告）]9条 ;
#: 通知公告14[条、法定主动公开信息]66条.
STATUTORY_CLASS = re.compile(r"法定主动公开\([^()]+\)$|\d[条篇件个项]?[、,，]法定主动公开(?:类?信息|(?:政府信息)?内容)?$")
#: Parts told ahead of another: 网站公开90条，[其中动态30]条，法定主动公开内容12条.
GOES_ON_WITH_PARTS = re.compile(r"其中[^。;]*\d")
#: One class of the items disclosed, not all: [机构概况类：新增主动公开]2条 ; but not 主动公开类信息12条, 公开各类信息12条, 分类公开12条.
OF_ONE_CLASS = re.compile(
    r"[一-鿿”](?<!公开)(?<![各种多分两三四五几\d几这该此])类(?:别)?(?:政府|政务)?(?:信息|文件)?(?:方面)?[:,，]?(?:全年|本年度?|今年|当年|共|累计|新增|已|新)*"
    r"(?:主动)?(?:公开|发布|公布)(?:政府|政务)?(?:信息|文件)?(?:共计|共|总计|数|量|为|:)*$"
)
#: What one event of several was on: [就防汛工作召开]新闻发布会3场.
ON_A_MATTER = re.compile(r"(?:就|围绕|针对|聚焦)(?!业)[^，。;]{2,24}(?:召开|举行|举办|组织|开展)")
#: What may be carried over like requests; but [信访类]2件 is an answer to some of these.
OF_OTHERS = re.compile(r"复议|诉讼|应诉|建议|提案|留言|(?<!属于)(?<!涉及)信访(?!类|、?举报|、?投诉|途径|渠道)|来信|信件|工单|诉求")
#: Requests for information, not for a review: 收到[申请]30件; but not 复议申请, 申请行政复议.
OF_REQUESTS_TOO = re.compile(r"(?<!复议)申请(?!行政复议|复议)")
#: What requests turn out to be for: 收到申请22件，其中[主动公开类]信息2件, 属于[主动公开范围]的信息3件.
KIND_OF_ANSWER = re.compile(r"主动公开(?:类|范围)")
#: Items that are those left over of a list: [其他主动公开]类信息4条; but 其他方式公开12条 is by other channels.
OTHER_ITEMS = re.compile(r"(?:其他|其它)的?(?:应|各类)?(?:主动)?公开")
#: Words that tell how things were for the most part, without a figure: [大部分]通过信函申请，19件已答复.
MOSTLY = re.compile(r"大部分|大多|多数|绝大|主要|多为|居多|为主")
#: News, which may be one class of what was published: 发布[政务动态]312条，[通知公告45]条.
OF_NEWS = re.compile(r"(?<!各[类种项])(?:政务|工作|图文|新闻)?(?<!各[类种项])动态(?:类|共|共计|新闻|信息)*$")
#: Documents by their attribute, made and no requests: [产生依申请公开信息]12条, [目录中有依申请公开信息]3条.
ITEMS_ON_REQUEST = re.compile(r"(?:产生|形成|制作|生成|目录[中里]?有)了?依申请?公开的?(?:政府)?信息(?:共计?|数|为)*$")
#: All kinds of news, which are one class where another follows: 各类工作动态.
ALL_NEWS = re.compile(r"各类[^，。;、]{0,6}动态(?:类|共|共计|信息)*$")
NEXT_CLASS = re.compile(r"[、，,;](?!其中)(?:(?!公开|发布|网|微|公众|收|受理|申请|更新|推送|共)[^，,。;、\d]){2,10}\d+[条件篇份]")
#: Another class that was asked for: 收到依申请公开环境信息3件[、人事信息2]件.
NEXT_ASKED_FOR = re.compile(r"[、，,;和及][^，,。;、\d]{2,10}(?:信息|资料|文件|申请|类)\d")
#: What was counted before is the year's own: [2016年]公开120条，累计公开2300条.
NAMES_THE_YEAR = re.compile(r"(?:19|20)\d{2}年(?!以来)|全年|本年|今年|当年|年内|新增")
#: Up to which day was counted, which names no year as the one counted: [截至2014年12月26日]，共公开730条，今年新增52条.
UP_TO_A_DAY = re.compile(r"截[至止]到?[^，,。;]{0,14}?[日底末]")
#: What is new in the year, of more that was counted before: 共公开730条，[今年新增]52条.
NEW_THIS_YEAR = re.compile(
    r"(?:其中)?[，,:]?(?:(?:19|20)\d{2}年度?|本年度?|今年|当年度?|年内|全年)(?:以来|内|共|又|度|已)?新(?:增|公开|发布)"
)
#: Who took part, before their number: 培训班2期，[市县国土部门]386人次参加.
PARTICIPANTS = re.compile(r"(?:部门|单位|学校|各校|司局|处室|科室|人员|干部|乡镇|街道|系统|办事处|中心|机关)的?$")
#: Documents by their attribute: 2015年[产生的政府信息中]，属依申请公开41条.
AMONG_DOCUMENTS = re.compile(r"(?:产生|制作|形成|生成)的?(?:政府信息|公文类?信息|公文|文件)(?:当?中|里)$")
#: The visitors of a site, each once, beside all its visits: [独立用户]访问总量421人，总访问量836次.
VISITORS = re.compile(r"独立(?:用户|访客|访问|IP|ip)")
#: The same told with their number: 对126份[公文标注公开属性]，其中主动公开41份.
ATTRIBUTED = re.compile(r"公文[^，。;]{0,8}属性")
#: The bodies of a whole field, of which an agency is but one: [全省各级生态环境部门]办理行政处罚案件524件, [全市水利系统]作出….
OF_A_SYSTEM = re.compile(
    r"各级|全[省市县区州盟旗][^，。;\d]{1,8}系统|各地|各(?:省|市|州|盟|县|区|旗|乡镇|分局|支局|大队|所|部门|单位)|全国|全省|全区各|全[市县州盟旗][^，。;\d]{1,10}部门|基层|督促|指导|协助|配合"
)
#: The body itself, behind such: [我厅]作出行政处罚12件, [厅本级]….
OF_ITSELF = re.compile(r"我[厅局委办站队所]|本(?:级|机关|单位|部门|[厅局委办站队所])|[厅局委]机关")
#: Where anything is asked and answered: [12333]回应公众关切400次, [通过局长信箱]回应关切12次.
HOTLINE_ANSWERS = re.compile(r"热线|信箱|工单|(?<![\d.])1[2-9]\d{3}(?!\d|[条次件余个人起])")
#: What the figure explains are meetings, not policies: [会议解读]6条.
OF_MEETINGS = re.compile(r"会议(?:精神|内容|纪要|议题)?的?解读(?:信息|材料|稿件?|文章|数量?)*$")
#: What citizens write and ask.
_LETTERS = "(?:来信|信件|信访|留言|咨询|诉求|来电|来访|投诉|举报|提问|工单)"
#: It is answered as well, and counted together with the responses: [解答来信、回应]关切60条,
#: [回应咨询和]关切60条; but not …[各]12条.
LETTERS_TOO = re.compile(
    rf"(?:{_LETTERS}[^，。;\d]{{0,6}}(?:以及|[、和及与并])[^，。;、\d]{{0,4}}回应|回应[^，。;、\d]{{0,6}}{_LETTERS}[^，。;、\d]{{0,3}}[和及与])(?!.*[各均])"
)
#: A column of a site.
COLUMN = re.compile(r"专栏|栏目|频道|板块|版块")
#: Another column, with its own figure, behind that of one: 网站财政专栏公开12条，[政策专栏公开30条].
NEXT_COLUMN = re.compile(
    r"[，,、;](?!其中)[^，,。;、\d]{2,20}(?:专栏|栏目|频道|板块|版块)[上中里内]?(?:(?:共|累计|主动|集中|及时)*(?:公开|发布|公布|更新)[^，,。;、\d]{0,8})?\d+[条篇件]"
)
#: Requests in writing, which all are but where another way stands beside it: [书面政府信息公开申请]2份, 以[书面形式提出申请]4件; but not
#: 网上和书面申请.
WRITTEN_REQUESTS = re.compile(r"(?<![、和及与或])书面(?:形式|方式)?(?:提出|提交|递交)?的?[^，。;、\d]{0,10}申请|申请书面")
#: The verb of requests that came: 通过网站[收到]申请3件.
RECEIVES = re.compile(r"收到|受理|接到|接收|新收")
#: Others than those counted beside them, by a way or of a kind that is not known: 收到网上申请3件[，电话申请1]2件.
OTHER_REQUESTS = re.compile(r"申请(?!人|公开的?信息|内容)[^，,。;、\d]{0,8}\d|\d+[件份宗起例][^，,。;、\d]{0,10}申请")
#: What was disclosed on the site that is for it: [信息公开网主动公开]信息391条.
ON_THE_PLATFORM = re.compile(r"信息公开网[^，。;]{0,6}主动公开")
#: What was answered in time, and so answered: 按时[答复]12件; but no rate of it.
ANSWERED_IN_TIME = re.compile(r"(?:答复|回复)(?!率)")
#: Said of answers: 均以书面形式[答复].
ANSWERED = re.compile(r"答复|回复|告知|反馈|送达")
#: The verb ahead of the first name of a list: [收到]网上、信函申请9件.
RECEIVING = re.compile(r"^.*(?:收到|受理|接到|接收|办理)了?")
#: Another way of applying, with its figure: 书面申请12件，[网上申请5件].
OTHER_WAY = re.compile(
    r"(?:网上|网络|在线|网站|互联网|平台|电子|邮件|邮箱|信函|邮寄|来信|传真|当面|现场|口头|上门|来访|电话)"
    r"(?!咨询|查询|查阅|答复|回复|告知|接待)[^，,。;\d]{0,12}(?P<count>\d+)[件份宗起例封]"
)
#: The same as the subject of what was published: [人大建议答复主动公开]19件, [主办的建议提案复文里]，主动公开38件.
REPLIES_PUBLISHED = re.compile(r"(?:复文|建议|提案|议案)(?:答复|办理结果)?(?:当?中|里|(?:已|均|全部|主动|对外)*公开)$")
#: Items by their attribute in one counter, so that none is a request or its refusal: [主动公开41件，依申请公开3件，不予公开]8件.
ITEMS_BY_ATTRIBUTE = re.compile(
    r"主动公开[^，,。;、\d]{0,10}\d+([件条份篇个])(?:[，,(]占[^，,。;、]{1,10})?[，,;、](?:属于?)?"
    r"依申请?公开[^，,。;、\d]{0,6}\d+\1(?:[，,(]占[^，,。;、]{1,10})?[，,;、](?:属于?)?(?:不予公开|不公开|免予公开)"
)
#: Items that are disclosed or not, no requests: 不予公开[信息]10条.
ITEMS = re.compile(r"信息(?!公开申请)|文件|公文")
#: Decisions without their kind, and the kinds there are: [行政许可]上年18项，本年减少1项，[处理决定数量]230件.
DECISIONS = re.compile(r"(?:本年度?)?的?(?P<noun>处理决定(?:总?数量?)?)[为共:]*")
KIND_OF_DECISION = re.compile(r"行政许可|行政处罚|行政强制|其他对外管理服务事项")
#: Decisions that were published, of whatever year: [公示行政许可]12件、行政处罚8件.
PUBLISHES_DECISIONS = re.compile(r"(?:公开|公示|公布|发布)了?(?:各类|全部|所有|[^，。;、]{0,4}的)?行政(?:许可|处罚|强制)")
#: What is disclosed without being asked for: [行政处罚决定]予以公开12件, [提案复文]全部公开6件.
PUBLISHED_THINGS = re.compile(rf"{ITEMS.pattern}|决定书?(?=[^，。;]*公开)|复文|复函|提案|建议|清单|事项")
#: Information that is not to be disclosed: [不予公开政府信息]35条.
NOT_PUBLIC = re.compile(r"(?:^|[为属类共的]|年度?|[局委厅办])不予以?公开的?(?:政府|政务)?信息(?:有|共计?|合计|总?数量?|为|:)*$")
#: Documents of which the figures behind are parts by their attribute: [制发公文]146件，其中不予公开42件.
DOCUMENTS = re.compile(
    r"(?:公文|发文|行文|(?:制发|印发|下发|制作|产生|形成|起草|拟制|审核|审查)(?:各类|正式)?文件|公开属性(?:源头)?(?:认定|界定|审核|审查|确定|标注)|(?:认定|界定|审核|审查|确定|标注)[^，。;、\d]{0,8}公开属性)(?:总数|数)?(?:共|共计|总计|为)?$"
)
#: Rules gone through, which are parted behind: [清理行政规范性文件]15件，其中废止3件，继续有效12件.
RULES_REVIEWED = re.compile(r"(?:清理|梳理)[^，。;、]{0,10}规范性文件(?:总数|共|共计)?$")
#: Proposals that others answer, and those beside the body's own: [会办]政协提案5件, 主办建议3件[，会办5]件; but 主办、协办 are all.
HELPED_WITH = re.compile(r"(?<![主承]办[、和及与])(?:会办|协办|分办)(?![、和及与][主承]办)[^，。;、]{0,12}$")
HELPED_WITH_BESIDE = re.compile(r"[，,、;(]?(?:会办|协办|分办)[^，。;、\d]{0,12}\d")
#: Whose deputies or members proposals are: [省]人大代表建议2件，[市级]政协提案8件.
LEVEL_OF_PROPOSALS = re.compile(r"(全国|自治区|[省市县区州旗镇])级?(?:人大|政协|代表|委员)")
#: The answers to proposals, as items that were published: [主动公开建议提案复文]135件.
PUBLISHED_REPLIES = re.compile(r"(?:公开|发布|公布|公示)[^，。;、\d]{0,16}(?:复文|复函|答复)[^，。;、\d]{0,4}$")
#: The documents just counted, not all items disclosed: 制发规范性文件8件，[主动公开]8件.
DISCLOSED_OF_THEM = re.compile(r"(?:其中)?(?:均|全部|都|已)*(?:主动)?公开")
#: Alone behind other outcomes, one of them and no receipt: 主动公开188件、[依申请公开]203件.
BY_REQUEST = re.compile(r"[、和及]?依申请公开")
#: Petitions as such: [受理信访]事项6件; but 不予受理信访事项 is an answer to a request.
RECEIVES_LETTERS = re.compile(r"(?<!不予)(?<!不再)(?<!不)(?:受理|收到|接到|接待|办理|处理|承办|化解|办结)[^，。;、]{0,6}(?:信访|来访)")
#: What is answered there is no request for information: 收到网民[留言]19条，答复19条.
NO_REQUEST = re.compile(
    r"留言|来信|信件|信访|咨询|诉求|问政|热线|工单|建议|提案|投诉|举报|提问|问题|网民|网友|来电|来访|私信|评论|跟帖|(?<!电子)信箱|舆情|关切|热点"
)
#: A matter that was responded to, and that it was: [就供水等热点问题]，[及时回应]5次.
RESPONDED_TO = re.compile(
    r"(?:(?:19|20)\d{2}年度?|全年|年内|我[局镇乡委办]|,)*(?:就|对|围绕|针对|聚焦|关于)(?![^，。;]*(?:信访|留言|热线|来信))[^，。;]{0,30}(?:热点|舆情|关切)(?:问题|事件|事项|话题)?$"
)
RESPONDED = re.compile(r"(?:全年|均|已|主动|及时|积极|共|累计|开展|进行|作出|做出|予以)*回应(?:共|了|累计)*")
#: What makes a count one of events, not of what is published on them: [举办]新闻发布会6次 ; but not 机构设置70条、新闻发布会6条.
HELD = re.compile(r"举办|召开|举行|承办|组织|开展|参加|参与|出席|接受|做客|次数|场次")
#: What somebody took part in who was named before: …出席新闻发布会2次，[参加]在线访谈1次.
TOOK_PART = re.compile(r"(?:还|并|也|又)?(?:参加|出席|参与|做客)了?")
#: The verb of what comes in, not of what is published on it: [收到]投诉3条.
COMES_IN = re.compile(r"收|受理|接|发生|引发|引起|产生|提起|办[理结]|处理|回复|答复")
#: What the parts of items just counted begin with: 公开信息60条，[其中]财务信息40条 ; 公开信息60条[:]财务信息40条.
PARTS_OF_ITEMS = re.compile(r"其中|包括|包含|涉及|分别[为是]|[条篇则]:")
#: What 其中 divides is the proposals: 公开信息300条，[建议提案办理11件，其中]建议6件.
DIVIDES_PROPOSALS = re.compile(r"(?:建议|提案)[^，。;\d]{0,12}\d+[件条][，,]其中")
#: One kind of interpretations, beside those in words: 图片、视频等[其他形式解读]217条, [通过漫画、短视频等形式发布解读]9次.
IN_OTHER_FORMS = re.compile(
    r"(?:其他|其它|(?:通过|以|采[用取]|利用)(?![^，。;]*文字)[^，。;]{0,10}[图频画片]等)(?:形式|方式)的?(?:开展|发布|制作|进行)?(?:政策)?解读"
)
#: Those by one kind of people, beside those in writing; and those of policies of others: [负责人解读]12次, [上级政策解读]20条.
BY_SOMEBODY = re.compile(
    r"(?:负责人|负责同志|领导|专家|媒体)(?:带头|亲自|参与|开展|进行)?(?:政策)?解读(?:信息|材料|文章|稿件)?[共为:]*$|"
    r"上级(?:政策|文件|政策文件|政策性文件)?(?:的)?解读"
)
#: Interpretations of others, which are but passed on: [转载国务院、省政府]政策解读86篇; but not 发布和转载省政策解读12篇, 转载政策解读12篇.
PASSED_ON = re.compile(r"(?<![、和及与并布开制作])(?:转载|转发)了?(?:国务院|国家|中央|中国|上级|各级|部委|省|市)[^，。;]{0,14}解读")
#: Other documents and what explains them, counted together: 公开政策[文件及解读材料]82件. But …各12件 counts each.
WITH_DOCUMENTS = re.compile(
    r"(?:文件|公文|文本|文稿|纪要|公告|通告|公报|通知|报告|法规|规章|决定|方案|规划|信息|动态|"
    r"法律|条例|办法|规定|意见|制度|标准|措施|清单|数据|[预决]算|(?<=公开|发布|公布)政策)(?:以及|及其?|和|与|、)"
    r"(?:相关|有关|配套|对应|各类|政策|的)*解读(?!.*[各均])"
)
#: A sentence about one place where something is published, by its name: [“清河之窗”专栏]全年发布信息310条, [“涉企服务门户”]新增….
NAMED_PLACE = re.compile(r"“[^“”]{2,16}(?:”(?:服务)?(?:专栏|专题|频道|栏目|板块|门户(?!网))|(?:专栏|专题|频道|栏目|板块|门户)”(?!网))")
#: An account by its name alone, whose kind no line of the form is for or is not told: 头条号[“清河水务”发布]信息60条, [@清河水务推送].
NAMED_ACCOUNT = re.compile(
    rf"(?:“(?![^“”]*(?:公开|平台|网|目录|系统))[^“”，。;]{{2,16}}”(?:政务号|账号|专栏|专题|频道|栏目|板块|节目)?|@[一-鿿]{{2,10}}?){_SENDS_OUT}"
)
#: Press conferences of one subject, not all: [防汛]新闻发布会, 举办[重大项目]新闻发布会; but not 市政府新闻发布会, 例行新闻发布会.
ONE_SUBJECT = re.compile(
    r"(?!(?:举办|召开|承办|举行|进行|参加|参与|组织|开展|[开办行加]了|政府|例行|专题|主题|各类|系列|其中|共计|全[市县区省])新闻发布会)[一-鿿]{2}新闻发布会"
)
#: A number that is about what came in, said ahead of the verb: [约收到]30件; but not 预约接待30人.
ABOUT_AS_MANY = re.compile(r"(?<![节预特公条签履大合契])(?:大?约)(?:共|新|累计)?(?:收到|受理|接到|办理|答复|公开|发布)[^，。;:、\d]{0,16}$")
#: By which rule something was done: [根据政府信息公开有关规定]答复, [按要求]办结.
_BY_RULE = r"(?:(?:按照?|根据|依照|依据|遵照)[^，。;、]{0,20}?(?:规定|要求|程序|流程)(?:的(?:程序|要求|[时期]限))?|依法(?:依规)?)"
#: All of the requests just counted: …，[均已]答复 ; …，[都为]信函申请 ; …，全市各级行政机关[已全部予以]答复.
ALL_OF = re.compile(
    rf"(?:[^均都皆]{{0,14}}?)(?:现?均已?|都已?|皆|已?全部|已经全部)(?:已经|已)?(?:{_BY_RULE}|在(?:规定|法定)的?(?:时限|期限|时间)内(?!办)|[在于]\d+个?(?:工作)?日内)?"
    r"(?:通过|以|来自|按(?=部分|不?同意|不?予以?公开)|为|是|系|予以|给予|进行|作出|做出|予|获得?|得到|经(?:复议机关|法院|审理|复议))*"
)
#: That the rules just counted were disclosed: 制发规范性文件2件，[均已主动公开], [并在县政府网站公布].
RULES_WERE_DISCLOSED = re.compile(
    r"(?:并|且|已|均|都|全部|及时|按照?(?:规定|要求)|依法|在\d+个?(?:工作)?日内)+(?:(?:在|通过)[^，。;]{2,16}?(?:网站?|平台|专?栏|公报|媒体)上?)?"
    r"(?:主动|面?向社会|对外|进行了?|予以|及时)*(?:公开|公布|发布)了?"
)
#: By which channel all items just counted were published: [均通过政府网站公开], [全部为微信发布], [都发布在县政府网站].
ALL_BY_CHANNEL = re.compile(
    r"(?:以上|上述)?(?:信息)?(?:均已?|都已?|皆|已?全部|全都)(?:及时|主动|统一|集中)*(?:是|为|系|通过|利用|依托|经由?|在|(?:公开|发布?|推送)(?:在|到|至)了?)"
    r"(?P<names>[^，。;:]{2,30}?)(?:上|中)?(?:(?:进行|予以)?(?:了|主动|及时|向社会|对外|集中)*(?:公开|发布|公布)(?:信息)?)?"
)
#: How many of the cases just counted came to an end: 行政诉讼3件，[已审结2件]，均维持.
CONCLUDED = re.compile(r"(?:其中)?[，,]?(?:现?已|均已?|已全部|全部|年内|当年)*(?:审结|审理完毕|审理终结|结案|办结)了?\d+[件起宗]")
#: Not of all of them, or not yet: …，[其余]均为信函申请 ; 均[未]逾期 ; 均[引导]其书面申请 ; 已[转交]市水务局答复.
NOT_ALL = re.compile(
    r"引导|转[交办送]|移[交送]|交由|建议其|建议申请|建议通过|其余|其他(?!结果|情形|$)|剩余|未(?!经(?:行政)?复议|审结|办结|结案)|没有|无(?!法提供)|"
    r"不(?!同意|予|掌握|存在)|率|另|除"
)
#: What is said of the one case just counted: 复议1件，[该案件目前]尚未审结 ; 申请1件，[已按规定]答复 ; 诉讼1件，[]法院判决维持.
OF_THE_ONE = re.compile(
    r"(?:[该此](?:一|起|件|例|宗)?(?:行政)?(?:复议|诉讼)?(?:申请|案件|案|件))?(?:[至到截][^，。;尚仍未正]{1,14}(?=[尚仍未正])|目前|现|最终)?"
    rf"(?:[均都]?已经?{_BY_RULE}|(?:[均都]?已经?)?(?:依法|按照?(?:规定|程序|要求)|按时(?!办)|按期(?!办))?)(?:及时)?(?:由?申请[人者])?(?:通过|以|采用|为|是|系|属于?(?!已)|予以(?!部?分?公开)|获得?|得到)?"
)
#: A bracket that says why, at the end of what is said of them: 复议1件，结果为其他[（申请人撤回）].
LAST_ASIDE = re.compile(r"(?<=[一-鿿])\([^()]*\)$")
#: What all requests just counted are, said of them plainly: 收到申请2件，[为]网络申请.
ARE = re.compile(r"[为系是](?:通过|以)?")
#: By which way all of them came: 收到申请2件，[申请方式为]网络申请.
WAY_IS = re.compile(r"(?:申请|提交|提出|收取)的?(?:方式|形式|渠道|途径)[均都皆]?[为系是](?:通过|以)?")
#: Why all of what was just counted ended so: 不予公开3件，[理由为属于行政执法案卷], 无法提供6件，[均为本机关不掌握].
REASON_OF_ALL = re.compile(
    r"(?:(?P<all>(?:原因|理由)(?:均|都)?[为是系]?:?|均|都|皆|全部)(?:[为是系])?(?:因为?|由于)?|(?:[为是系]|因为?|由于|(?=属|涉)))(?P<words>[^，。;()\d]{3,30})"
)
#: How the one case just counted ended, in brackets behind it: 行政复议1件[（结果维持）].
SAID_IN_BRACKETS = re.compile(r"\((?:(?:复议|审理|判决)?结果)?(?:[为是]|:)?(?P<words>[^()，。;,、\d]{2,16})\)")
#: A body that decides on reviews, by its name, and what it does: [市政府]维持了原答复, [国家质检总局]作出维持决定.
_REVIEWER = r"[一-鿿]{1,12}?(?:政府|[厅局委办署部])"
_REVIEWER_DECIDES = r"(?=予以|[作做]出|决定|维持|撤销|责令)"
#: Who decided a case, by which its kind is known, ahead of how it ended: [复议机关]维持了原答复, [法院]判决驳回诉讼请求, [复议结果]为纠正.
ENDING_TOLD = re.compile(
    rf"(?:其中|最终|目前)*[，,]?(?:(?P<review>复议(?:机关|结果|决定结果)|经?{_REVIEWER}(?:依法)?(?:审理|审查|复议|{_REVIEWER_DECIDES}))|"
    r"(?![^，。;]*[向到])[一-鿿]{0,12}?法院|诉讼结果|(?:一审|终审)?判决结果)"
)
#: That the ending is not the last: 一审判决维持，原告已[上诉].
APPEALED = re.compile(r"上诉|二审|再审|抗诉|发回")
#: What such words say beside: 复议机关[以程序不当为由]撤销, 法院[经审理]判决驳回, [清河县人民]法院.
WHY_DECIDED = re.compile(
    rf"^(?!复议){_REVIEWER}{_REVIEWER_DECIDES}|"
    rf"(?:经(?:{_REVIEWER})?|依法)(?:审理|审查|开庭审理|依法审理)(?:后|认为)?|"
    r"[以因][^，。;]{2,16}?(?:为由|而(?=撤|维|驳|确|责))|最终|[一-鿿]{2,10}?(?=(?:人民)?法院)"
)
#: All of what was just counted, in brackets behind it: 不同意公开2件[（均涉及商业秘密）].
ALL_IN_BRACKETS = re.compile(r"\((?:均|都|皆|全部)(?:为|系|是)?(?P<words>[^()，。;,]{2,30})\)")
#: Who applied, or by which way, and nothing else: 收到申请1件[（自然人申请）], 收到申请3件[（信函）].
APPLIED_IN_BRACKETS = re.compile(r"\((?!含|包|其|除|不|非)(?:申请人)?(?:均|都|皆|全部)?(?P<words>[^()，。;,、\d]{2,16})\)")
#: The reason of it, and nothing else: 不同意公开1件[（原因是涉及商业秘密）].
REASON_IN_BRACKETS = re.compile(r"\((?:(?:原因|理由)(?:均?[为是系]|:)|因[为是]?|[为系是])?(?!主要|多)(?P<words>[^()，。;,]{3,30})\)")

# --- of which time ----------------------------------------------------------------------------------------------------

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
    r"(?<!规划)计划|下一步|力争|拟于|争取|预计|目标|不少于|至少|每年|每月|每季度?|每周|每天|每日|日均|平均|人均|月均|必须|要求.{0,12}(?:不|达到)|应当|"
    r"原则上|例如|比如|譬如|规定.{0,8}内(?!办结|答复|办理|完成|给予|[作做]出|书面|全部)"
)
#: What figures hold of such words: 举办[不少于]2期培训班.
AT_LEAST = re.compile(r"不少于|至少")
#: Rates, behind which the year's own figure may stand: [日均]接听咨询电话7次，全年1700余次.
RATE = re.compile(r"日均|月均|周均|平均|每[天日周月季]")
#: Counts up to the report year's end, or a month or two before it: [截至2016年底]公开信息9806条, [截至11月底]收到申请71件, 我局[到2016年底]
#: 公开…; but not the end of a period: 2016年1月1日至….
TO_YEAR_END = re.compile(
    r"(?:截[至止]到?|(?<![起日月年])[到至])(?:(?:19|20)\d{2}年(?:年?[底末]|12月(?:[底末]|(?:2\d|3[01])日?))|(?:本|今年)?年[底末])|"
    r"截[至止]到?(?:(?:19|20)\d{2}年)?1[0-2]月(?:份|[底末]|\d{1,2}日?)"
)
#: Says of a count up to the year's end that it began before: 网站发布10500条，[开通至今]….
BEGAN_BEFORE = re.compile(r"开通(?:以来|至今|后)|历年")
#: Said of what a body holds in all, behind its count (form of Shanghai, 2008): 到2011年底累计公开325条，[全文电子化]率达100%.
OF_ALL_HELD = "全文电子化"
#: The year's own behind what was counted up to its end: 累计公开325条，[其中本年度]新增57条.
OF_THE_YEAR_AGAIN = re.compile(r"(?:其中|包括)?[,:]?(?:今年|本年|当年|全年|年内|(?:19|20)\d{2}年度?(?!底|末|\d))")
#: A year that begins in another, as schools count: [2020-2021学年], [2020年9月1日至2021年8月]31日.
YEAR_OVER_TWO = re.compile(
    r"(?P<first>20\d\d)年?(?:[-—~至/]{1,2}(?P<last>20\d\d)学年|"
    r"(?P<from>\d{1,2})月(?:\d{1,2}日)?起?[-—~至到]{1,2}(?P<until>20\d\d)年(?P<to>\d{1,2})月)"
)
#: Figures of a part of the year: 1至6月受理申请3件, 一季度412条, 截至6月底公开120条. But the end of August is that of a school's year.
PART_OF_YEAR = re.compile(
    r"[一二三四]季度|[上下]半年|\d{1,2}(?:月)?(?:-|至|—)\d{1,2}月|前\d+个?月|[^至截]\d{1,2}月份(?!$)|\d{0,2}月\d{1,2}日起?(?:-|至|到|—)[1-79]月|"
    r"截[至止]到?(?:(?:19|20)\d{2}年|今年|本年)?[1-79]月|[当本]月|当[天日]|(?:春节|国庆|两会|汛期?|疫情|假期?|节假日|宣传[周月])期间|"
    r"(?<!\d)(?:[1-9]|1[01])月\d{1,2}日(?:之|以)?前"
)
#: A part of the year that what follows is of as well: [上半年]，公开信息120条，收到申请3件 ; [清河镇截至6月底]，公开信息77条.
FRAME_OF_PART = re.compile(
    rf"(?:[一-鿿]{{1,14}}?[局委办厅镇乡会院道府区县市校关])?(?:自|从|在|第|前|的|今年|本年|(?:19|20)\d{{2}}年)*(?:{PART_OF_YEAR.pattern})(?:\d{{1,2}}日|[底末份止内前起]|期间|以来)*"
)
#: The whole year in the words of a part of it: 1至12月受理申请3件.
WHOLE_YEAR = re.compile(r"全年|(?<!\d)1(?:月(?:1日)?)?(?:-|至|到|—)12月|年度")
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

# --- whose ------------------------------------------------------------------------------------------------------------

#: The issuer's own offices, not all bodies under it: [市本级]公开信息1208条, [县政府]收到申请3件.
OWN_LEVEL = re.compile(
    r"本级(?:(?<=[省市县区旗州]本级)|(?<=[省市县区旗州]直本级)|(?!政府网|财政|公报))|"
    r"本机关(?<!属于本机关)(?<![属非由]本机关)(?!不|未|无|掌握|公开|职责|职权|范围|制作|信息|政府信息|$)|"
    r"政府(?<=[市县区省]政府)(?:办公室|办公厅|办|本级|机关|层面|自身|本身)?(?:全年|共|一共|总共|合计|累计|实际|新收|接到|接收|主动|收到|受理|本年度?)(?!网)"
)
#: The same, as the subject that a clause begins with: [人民政府]2016年公开信息1208条, [省政府及其部门]受理527件.
OWN_LEVEL_SUBJECT = re.compile(
    r"(?:[省市县区]|我[市县区])?(?:人民)?政府(?:办公室|办公厅|办)?(?:共|一共|总共|合计|全年|主动|本年度?|累计|\d{4}年度?)|"
    r"(?:其中)?[,，:]?(?:本[省市县区州])?[省市县区州]级(?:各|行政)?(?:机关|部门|单位)(?=(?:共|累计|全年|主动|新)*(?:公开|发布|收到|受理|接到))|"
    r"(?:其中)?[省市县区州](?:人民)?政府[及和](?:其|所属|[省市县区州][直级])?(?:组成|直属|工作)?(?:部门|机构|单位)|"
    r"(?:其中)?[,，:]?以?[省市县区州](?:人民)?政府[作]?为(?:被申请人|被告)的|"
    r"其中[,，:]?(?:本)?[省市县区州](?:人民)?政府(?:制定|制发|印发|出台|发布|公开|办理|答复)"
)
#: The office of a government itself, in its own report: [区政府办公室]收到, [本机关]受理; but not 区本级.
OF_THE_OFFICE = re.compile(r"办公[室厅]|政府办|本机关")
#: Words at the end of a paragraph that the figures below it are of the issuer's own offices: [省政府办公厅办理的申请]具体情况如下：
ANNOUNCES_OWN_LEVEL = re.compile(
    r"(?:本级(?!财政)|[省市县区]级(?:机关|部门)|(?:[省市县区州]|我[省市县区])(?:人民)?政府(?:办公[厅室]|办|本级|机关|层面)?)(?:共|全年|\d{4}年度?)*"
    r"(?:受理|收到|接到|办理|处理|答复|公开|发布)[^，。;]*(?:情况|结果|数据|如下)"
)
#: All bodies under the issuer: [全市]公开信息86112条, [各级行政机关]收到申请40件.
WHOLE = re.compile(
    r"全[市县区省州盟旗]|我[市县区省州盟旗](?!本级|政府办)|本级(?:及(?!其)|[和与])(?:各|所辖|所属|下辖|辖区内?)?(?:[县市区]|乡镇?|镇|街道|部门)(?![^，。]*分别)|各级行政机关|各级政府机关|全系统|各地各部门|及其工作部门|"
    r"及(?:其)?(?:所属|各)"
)
#: The issuer's departments as a clause's subject, and the bodies below beside them: [市直各部门]公开1200条，[各县区公开5600]条.
DEPARTMENTS = re.compile(r"(?:其中)?[，,:]?(?:[省市县区州](?:直(?:各|有关)?|政府(?:各|直属|所属))|各(?:职能)?)(?:部门|单位|机关)")
BODIES_BELOW = re.compile(r"[，,;、](?:其中)?(?:各|所辖|辖区)?(?:县|区|市|乡|镇|街道|地市|州)[^，。;]{0,14}\d")
#: Bodies under the issuer as a clause's subject: 市本级112件，[各县区]845件.
SUBORDINATES = re.compile(
    r"(?:其中)?(?:各|下级|下属|所属|直属|系统|基层|部门|[县市区省]直|乡镇|镇街|街道|区县|县区|县市|[市县区州盟旗]、[市县区乡旗])"
)
#: The bodies of the lowest level as a clause's subject, whose figures are not all: [各乡镇]公开信息120条; but not
#: 各部门、各乡镇, 各乡镇和部门.
OF_LOWEST_LEVEL = re.compile(
    r"(?:其中)?[,，:]?(?:全[市县区])?(?:\d+个)?(?:各(?:乡镇|镇街|街镇|街道|镇乡|乡|镇|区县|县区|县市区?|市县区?|社区|村)|(?:下属|直属|基层)(?:各|事业)?单位)(?:街道|社区|办事处)?"
    r"(?:共|累计|全年|主动|依法|及时|共计|实际)*(?:公开|发布|收到|受理|接到)"
)
#: Issuers that have agencies under them: 长春市人民政府, 汽车经济技术开发区; but not an agency (某省人民政府国资委).
HAS_AGENCIES = re.compile(r"政府(?:(?:政务|(?:政府)?信息)公开[一-鿿]*|办公[室厅]|办)?$|(?<!监督)管理委员会$|管委会|开发区|新区$")
#: The agency is the means, not the subject: [通过]市信息中心发布, [组织市城建局]、市农委等部门召开新闻发布会42次.
BY_MEANS_OF = re.compile(r"[通过利用在依托]$|(?:组织|会同|联合|协调)(?!部)[^，。;:]*$")
#: What names of agencies end in; a clause without one names none: 市财政[局], 服务[中心].
AGENCY_END = re.compile(r"局|委|厅|部门|中心|法院|公司|学校|大队|支队|办")
#: A department, a district or a unit as the subject of a clause: 市国土资源局接到申请127件; but 围绕市县中心[工作] names no centre and
#: 市府办[函]〔2017〕26号 is a document's number.
AGENCY = re.compile(
    r"(?P<agency>(?:(?:[省市县区州]|我[市县区])?[一-鿿]{2,12}?(?:局|委员会|发改委|住建委|教委|卫计委|建委|厅|部门(?!信箱|邮箱|网站|留言|负责|领导|主要)|"
    r"中心(?!工作(?!人)|任务|大局)|法院|分局|公司|"
    r"学校|大队|支队|管委会))|(?:[省市县区])[一-鿿]{1,4}[委办](?!结|理|公|事|函|字|发(?!布|送)|规?〔))(?=[^,，。;:]{0,12}?(?:接到|收到|受理|办理|公开|发布|占|"
    r"有|共|主动|\d|$))"
)
#: Agencies in general, the issuer itself, or words that only end like an agency: [各]部门, 镇政府[及部门], [我局], [政务中心], [提供]部门,
#: 在[网站]部门动态栏目.
GENERIC_AGENCY = re.compile(
    r"各|每|[及和]其?部门|级部门|有关|相关|职能部门|工作部门|组成部门|所属部门|下属部门|网站|政府部门|市直部门|区直部门|县直部门|直属部门|行政部门|主管部门|全部|我局|本局|我委|我办|"
    r"我厅|政务公开办|信息公开办|办公室|承办|责任部门|业务部门|两级|政务中心|服务中心|查询中心|查阅中心|新闻中心|信息中心|对|向|被|由|于|"
    r"大厅|窗口|多部门|等部门|本部门|单位|媒体中心|纠错|提供|开办|新闻办|府办|交办|举办|办理|的部门|个部门|家部门|部门联办|督办|会办|待办|领办|"
    r"代办|组织(?!部)|会同|联合"
)

# --- topics -----------------------------------------------------------------------------------------------------------

#: Words that turn their sentence to another topic, the last one counts: 发生[行政复议]案件如下. A word stands before those it begins with.
_TOPICS: Mapping[Topic, str] = {
    "litigation_direct": "未经复议直接提起行政诉讼|未经复议直接提起诉讼|未经复议提起行政诉讼|未经复议提起诉讼|未经复议|未经行政复议|"
    "直接起诉|直接提起行政诉讼|直接提起诉讼",
    "litigation_after": "复议后提起行政诉讼|复议后提起诉讼|复议后起诉|复议后再起诉|复议后又起诉|复议后再次起诉|复议后仍起诉|"
    "复议后再提起行政诉讼|复议后又提起行政诉讼|复议后再提起诉讼|复议后又提起诉讼|复议后诉讼|复议后行政诉讼|复议后向法院起诉|复议后向人民法院起诉",
    #: Of both together no part is known to be of either: 行政复议和行政诉讼共9件，其中维持5件.
    "cases": "复议和行政诉讼|复议、行政诉讼|复议与行政诉讼|复议及行政诉讼|复议以及行政诉讼|复议或行政诉讼|复议行政诉讼|"
    "复议和诉讼|复议、诉讼|复议及诉讼|复议诉讼",
    "review": "复议",
    "litigation": "诉讼|行政应诉",
    "complaint": "举报|投诉",
    "processing_fee": "信息处理费|收费通知",
    "charges": "行政事业性收费",
    "fee": "收费|费用",
    "request": "依申请公开|依申公开|公开申请|收到申请|受理申请|申请总|申请数|申请件|申请中|申请方式|申请渠道",
    "reply": "答复",
    "normative": "规范性文件:|规范性文件(|规范性文件方面|规范性文件清理|清理规范性文件|清理行政规范性文件",
    "regulation": "规章:|规章(|规章方面",
    "disclose": "主动公开|公开政府信息|公开信息|公开政务信息|发布信息|发布政府信息|公开渠道",
    "respond": "回应|解读",
    "staff": "专门机构|查阅点|查询点",
    "press": "新闻发布会|新闻通气会",
    "interview": "在线访谈|网上访谈|网络访谈",
}
TOPIC_OF = {word: topic for topic, words in _TOPICS.items() for word in words.split("|")}
#: What is no such word: 诉讼请求, 答复率, 答复期限, 维持原答复, 信访举报投诉类申请, 信访复议.
_NO_TOPIC = {
    "收费通知": "(?!要求)",
    "解读": "(?!率)",
    "回应": "(?!率)",
    "规范性文件:": "(?<!规章、规范性文件:)(?<!规章和规范性文件:)(?<!规章、行政规范性文件:)(?<!规章和行政规范性文件:)",
    "复议": "(?<!信访复议)",
    "诉讼": "(?!请求)",
    "答复": "(?<!维持我[一-鿿]答复)(?<!撤销我[一-鿿]答复)(?<!维持本机关答复)(?<!撤销本机关答复)"
    "(?<!申请公开的答复)(?<!原答复)(?<!重新答复)(?<!限期答复)(?<!责令答复)(?<!作出答复)(?<!维持答复)(?<!撤销答复)(?<![服对]答复)(?<!局答复)(?![率时期书内质不能]|(?:行为)?违法)",
    "举报": "(?<!信访举报)(?<!信访、举报)(?<!信访投诉举报)(?<!信访投诉、举报)(?<!信访、投诉、举报)(?!类)",
    "投诉": "(?<!信访投诉)(?<!信访、投诉)(?<!信访举报投诉)(?<!信访举报、投诉)(?<!信访、举报、投诉)(?!类)",
}
TOPIC = re.compile("|".join(re.escape(word) + _NO_TOPIC.get(word, "") for word in TOPIC_OF))
