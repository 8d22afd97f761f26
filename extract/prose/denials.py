"""Denials: 未收到…申请 is a zero with evidence for each thing it names, and for nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.figures import Figure
from extract.prose import wordings
from extract.prose.channels import channel_of
from extract.prose.clauses import Clause, sentence_start
from extract.prose.context import CHANNELS, WAYS, Context, as_labels_say, is_of_part_of_year
from extract.prose.labels import Era, Label, deniable, label_of, match_before
from extract.prose.stems import as_charged, without_lead
from extract.prose.topics import OF_REQUESTS, Topic

#: Whether a stretch of text can hold a denial at all; most sentences cannot.
MAY_DENY = re.compile(r"未|没|无|零|免费|不收|不存在|不涉及|不予收")
#: A denial, with the verb it may have: 未收到, 没有发生, 无, 零.
_DENIAL = re.compile(
    r"(?:均未|从未|尚未|暂未|并未|未曾|未有|未|没有|没|均无|暂无|尚无|并无|无|零|不存在|不)"
    r"(?!未|经|须|审结|正当|理由|法提供|需|偿|障碍|线|关|条件|论|误|纸|人机|效|故|偏差|缝|疑|私|害|超|逾期|按|及时|完|全面|足|断|仅|同意|予|同|"
    r"能|够|得|宜|少|多|属|是|公开(?!申请)|动产|良|实(?!施)|稳定|遗漏|力|涉密|满意|法)"
    r"(?:再|有)?(?:引发|引起|收到|接到|收取|产生|发生|出现|受理|存在|涉及(?![^，。;、]{2,14}的申请)|提起|被|接收|向申请者收取|向申请人收取|征收|"
    r"因)?(?:过)?(?:一[例件起宗次])?"
)
#: Who or when stands between what is denied and a denial behind it: 依申请公开件[全年]没有收到, 申请[我局2021年]没有接到.
_WHO_OR_WHEN = (
    r"(?:(?:我|本)(?:[省市县区旗州镇乡局委办厅院校站队]|街道?|单位|部门|机关|中心|公司)|全年|年内|年度内|本年度?|当年|今年|这一年|一年来|(?:19|20)\d{2}年度?|"
    r"则|截至目前|至今|目前|一直|同样|连续[两二三四五六七八九十]年|一[例件起宗次条笔]|任何)"
)
#: The same, with what says that it is so of all of them: [我局今年也一概]未收到.
_OF_ALL = rf"{_WHO_OR_WHEN}*(?:均|都|皆|也|亦|一概|一律|全部)*"
#: A negation with its verb behind it: [尚未曾]收到.
_NOT = r"(?:从|尚|暂|并)?(?:未|没有?)(?:再|曾)?"
#: A denial that stands behind what it denies: …均未发生, …:无, …零受理, …一件也没有收到.
_DENIED_AHEAD = re.compile(
    rf"{_OF_ALL}(?:{_NOT}(?:发生|收到|接到|接收|产生|出现|涉及|收取|举办|举行|召开|开展)|未有|不存在|没有|均无|皆无|都无|为零|零受理|零发生|零收取)"
    rf"(?:过)?$|(?:(?:情况)?:{_OF_ALL}为?|情况)(?:无|没有|暂无|零)$"
)
#: A clause that only denies what the one before names: 这方面的复议和诉讼，[今年没有发生].
_DENIES_CLAUSE_BEFORE = re.compile(rf"{_OF_ALL}{_NOT}(?:发生|收到|接到|接收|产生|出现|收取)(?:过)?")
#: What may follow a denied noun: the end, another of a list, or a word for case or event.
_DENIED_END = (
    r"(?=(?:(?:类|方面)的?(?![^案事业情申、和及与或]))?(?:$|(?:行政)?诉讼|之事|申请(?!公开)|[、和及与或,，;:。“”()]|[也又亦且更](?=[无未没])|以及|案件|案(?!例)|案例(?=发生|出现|$)|项目(?=发生|$)|情况|情形|事项|事[件例]|的(?:情况|情形|案[件例]|事项|事[件例]|现象|问题|"
    r"申请|$)|问题(?:发生)?$|办理|继续办理|(?:制发|制定|出台|印发)(?!权)|发生|出现|等|数|件|被|(?:或|和|及|、)|各项|任何|0|均|费|收费|标准|记录|现象|行为(?:发生)?$|工作$|业务$))"
)


#: What a denied thing may have behind it that only says how it was counted: 依申请公开[数量]为零.
_COUNT_WORD = re.compile(r"(?:情况|数量|数|事项|案件|方面|工作|[两二三四五]项)$")
#: What a heading says behind the things it names: 收费[的情况。].
_HEADED = re.compile(r"(?:的?(?:情况|数量))?[。:;]*$")
#: Ways of applying; written requests are all where no other way is named, so that 没有书面申请 may deny all.
_WAYS_BUT_WRITTEN = "当面|现场|网络|网上|在线|信函|邮寄|传真|邮件"
_WAYS = f"{_WAYS_BUT_WRITTEN}|书面"
#: Ways of applying that are denied together, so that none of them alone is the subject: 未收到[网络、]信函申请.
_SEVERAL_WAYS = re.compile(f"(?:{_WAYS})(?:申请)?[、和及或]")
#: Marks between things denied together: 无政策解读[、]舆情回应.
_LISTED = re.compile(r"[、，,和及与或]")
#: A denial of requests of one kind is none of all: 未收到[信函申请], 没有[重复申请], 无[涉及征地拆迁的申请]; but not 关于信息公开的申请.
_ONE_KIND = re.compile(
    f"(?:{_WAYS_BUT_WRITTEN}|重复)申请|(?:{_WAYS})(?:等)?(?:形式|方式|途径|渠道)(?:提出|提交|递交)?的申请|"
    r"^(?:通过|以|采用)(?!任何|各|多)[^，。;、]{1,10}(?:提出|提交|递交)的|^(?:法人|企业|自然人|科研机构)(?:提出|提交)?的?(?:政府|信息|公开)*申请|"
    r"(?:涉及|关于|有关)(?![^，。;、]{0,14}(?:信息|公开|政务|[本我该]))[^，。;、]{2,14}的申请"
)
#: What is denied is an ending of cases, not the cases: 没有[复议被纠正]、[诉讼败诉]的情况 ; 没有在行政[诉讼案件中]被判违法.
_OF_ENDING = re.compile(
    r"(?:复议|诉讼|应诉)(?:案件|案|结果|决定|请求|诉求)?(?:发生|出现|存在)?(?:被|败诉|纠错|纠正|撤销)|(?:复议|诉讼|应诉)(?:案件|案|过程|程序)*[中里](?!心)|(?:败诉|纠错|纠正|撤销|违法)[^，。;、]{0,4}的(?:行政)?(?:复议|诉讼)"
)
#: Costs that the body bears itself: 没有[诉讼及相关费]用, 没有与[复议、诉讼有关的费]用; but no costs: 没有诉讼和收费.
_COSTS = re.compile(
    r"(?:复议|诉讼|应诉|申诉)(?:[^、，。;和及与或收]{0,12}|(?:[、和及与或]|以及)?(?:相关|有关|其[他它])[^、，。;收]{0,4})费"
)
#: What is denied are costs of cases: 未产生[行政诉讼费用], 没有[与诉讼有关的费用], 没有因[复议产生的费用].
_OF_COSTS = re.compile(
    r"(?:复议|诉讼|应诉|申诉)(?:案件)?\)?(?:而|所)?(?:有关|相关|产生|发生|引发|引起|引致|导致|造成|支出|支付)?的?"
    r"(?:各项|各种|任何|一切|相关|有关)?费"
)
#: What was asked of a court, not that it was asked, unless it is what came: 未支持[诉讼请求]; but 未收到复议和诉讼请求.
_CLAIM = re.compile(r"(?:复议|诉讼)的?(?:请求|诉求|要求)")
#: A denial of lawsuits of one kind is none of all: 未发生[复议后]提起的行政诉讼.
_ONE_KIND_OF_SUITS = re.compile(r"直接(?:起诉|提起)|复议后")
#: What is denied is no receipt but what became of requests, or one kind of them: 没有[逾期答复]的申请, 没有[涉密]的申请.
_OF_HANDLING = re.compile(
    r"^(?:超出|不符|违反|按时|按期|及时)|结转|转[办来交]|交办|移送|逾期|超期|未按时|答复|申请件?被|(?:(?<!公开[和及或、与])不予|不同意|拒绝|驳回|撤回|补正|无效|涉密|恶意|积压)[^、和及与“”]{0,12}申请"
)
#: The request is for something else than information: 未收到[复议申请], 未收到提起[行政诉讼的申请], 没有[要求听证的申请];
#: 没有[依申请公开及不予公开的信息] speaks of documents.
_OTHER_REQUEST = re.compile(
    r"依申请公开(?:以及|[和及或、与])(?:不予公开|未予公开|不公开|不同意公开|免予公开)的?(?:政府)?信息|"
    r"(?:复议|诉讼|应诉|申诉|仲裁|听证|回应|解读|访谈|咨询|更正(?:政府信息|信息|记录)?|许可|审批|登记|救助|赔偿|补偿|贷款|减免(?:收?费用?)?|公开以外)(?:的|之|类的?)?申请|申请(?:行政)?(?:复议|诉讼|听证)"
)
#: The request is only the cause or the bearer of what is denied: 未发生因[申请引发]行政复议, 未发生因依申请[公开被]复议纠错,
#: 未向[申请人]收费.
_REQUEST_ASIDE = re.compile(
    r"申请(?:的?(?:办理|答复|处理)(?=行政|引发|提起|引起|导致|产生))?(?:行政复议|引发|提起|引起|导致|产生|收费|人(?!要求|提出|申请)|书|收取)|公开(?:工作|事项|答复|申请)?而?(?:被(?!动)|引[发起]|导致|提起)|"
    r"申请公开的?(?:行政)?(?:复议|诉讼)"
)
#: What is denied are cases about requests: 未发生[有关依申请公开事项的行政复议], 未收到[申请提起的诉讼].
_CASES_OF_REQUESTS = re.compile(
    r"申请公开(?:类|的)?(?:被[^、，,；;]{0,8}|(?:行政)?)(?:复议|诉讼|应诉)|申请[^、，,；;和及与或]{0,10}(?:的|提请|提起|引发|引起)[^、，,；;和及与或]{0,8}(?:复议|诉讼|应诉|投诉|举报|申诉)"
)
#: A thing with a denial of its own, of which it is the subject: 零诉讼、[复议案件无确认违法].
_WITH_OWN_DENIAL = re.compile(r"[、，,和及](?!无|没|未|零)[^、，,和及]{2,10}(?:无(?!关)|没有|未)(?=[^、，,和及])[^、，,]*")
#: What is denied is money: 没有收取[依申请公开费用].
_MONEY = re.compile(r"费")
#: That nothing was charged for what was asked for: [依申请公开信息均免费提供].
_FREE = re.compile(
    r"(?:依申请|申请人?|检索|复[印制]|邮寄|提供的?(?:政府)?信息)[^，。;]{0,14}(?:均|全部|一律|都)(?:为|系|是|实行)?免费(?:提供|办理)?$|依申请公开(?:政府)?(?:信息)?的?免费(?:提供|办理)$"
)
#: A charge that is no fee for information: 无[行政事业性收费]事项.
_OTHER_CHARGE = re.compile(r"行政事业性|信息(?:公开)?处理费")
#: What is denied are cases of a fault only, not all: 未发生[因答复超期]被投诉, [因不当公开引发]的诉讼. But
#: 没有因公开不当引起的复议 is how six of 1,800 reports say that there was none; it is taken so where no figure says otherwise
#: (`extract.prose.settling`).
_OF_FAULT = re.compile(
    r"因[^,，、]{0,16}(?:超期|逾期|失误|错误|违规|违法|泄密|瑕疵)|"
    r"(?:超期|逾期|不当公开|失误|违规|违法|泄密|失密)[^,，、]{0,6}(?:引发|引起|导致|造成|产生)"
)
#: None but those spoken of before: 收到申请2件，未收到[其他申请] ; 除成本费外没有收取[其他费用].
_BESIDE_OTHERS = re.compile(r"^(?:任何)?其[他它](?!组织|形式|方式|渠道|单位|部门|个人)|除[^，。;]{1,12}外的")
#: None but what the clause before excepts: [除收到1件信函申请外，]没有其他形式的申请.
_EXCEPT = re.compile(r"除[^，,。;；]{1,30}外[，,]?$")
#: What is denied behind the last figure of a list: 信函申请98件[、无]传真申请.
_DENIED_BESIDE = re.compile("、(?=无|未|没有)")
#: How far ahead of a clause such words may begin.
_EXCEPT_REACH = 34
#: Where the next thing is denied by a word of its own: 无申请[、无]收费, 既无申请[也无]收费.
_NEXT_DENIAL = re.compile("[、，,也又亦且更](?:无|零|未|没有?)")
#: The verb of a denial that means the requests, not what they led to: 未[收到]向申请人收取….
_RECEIVE = re.compile(r"收到|接到|受理")
#: What makes 费 one that was asked for: 没有[收]取检索费, 无检索[费用]; but 未收到减免费用的申请 is no charge.
_CHARGE = re.compile(r"收(?!到)|收到.*费|费用|(?:检索|复[印制]|邮寄)费")
#: What was not waived says nothing of what was charged: 没有[减免费用].
_OF_WAIVING = re.compile(r"(?:减免|免收|免除)(?:的|任何|相关|有关)*(?:收费|费用|金额|费|信息处理费)?")
#: A waiver by a noun of its own, also beside charges: 未发生收费和[费用减免]. In 收费及[减免] it is no more than the name of the matter.
_WAIVER = re.compile(r"(?:收费|费用)减免|(?:减免|免收|免除)(?:的|任何|相关|有关)*(?:收费|费用|金额|费)")
#: A waiver of other things than fees for information: 没有[税费减免].
_OTHER_WAIVER = re.compile(r"行政事业性|税|租|利息|保险|学费")
#: What was charged or complained of against the rules, or with good reason, is not all: 没有[违规]收费, 没有[属实]的举报.
_AGAINST_RULES = re.compile(r"^责|有责|属实|违规|违法|乱收|擅自|不合理|超标准|多收|变相")
#: What is denied is that something was set up, not that cases came: 未[开通]网上申请, 尚未[制定]收费标准.
_SET_UP = re.compile(
    r"开通|设[立置]|开设|提供|建立|制定|出台|公布|明确|规定|完善|健全|列入|纳入|落实|支持|开放|细化|编制|规范|重视|掌握|统计|登记|收集|编[写印]|整理"
)
#: That nothing at all was published: 无[主动公开政府信息]; but not 没有[主动公开信息的栏目], 没有[应主动公开的信息].
_PUBLISHED = re.compile(r"(?:发生|产生|新增)?主动公开的?(?:政府|政务)?信息(?:的?情况)?(?:发生)?")
#: Channels by which nothing was published: [没有通过]政府公报、微博[公开的信息], [未在]微博[发布信息]; but not [对未在]网站[公开的信息]….
_BY_NO_CHANNEL = re.compile(
    r"(?P<denial>未曾?|没有|没|无)(?:(?:通过|利用|在|经|以)|(?<=无))(?P<names>[^，。;:]{2,40}?)(?:等(?:渠道|方式|形式|平台|途径)?|(?:渠道|方式|形式|途径))?[上中]?"
    r"(?:主动|对外)*(?:公开|发布|推送|刊登|刊发)过?(?P<things>的?(?:任何|相关|有关)?(?:政府|政务)?信息)?(?:的?情况)?$"
)
#: The same behind the channels: [微信、微博没有]公开信息.
_CHANNELS_WITHOUT = re.compile(r"(?:均|都)?(?:没有|未)(?:公开|发布|推送|刊登|刊发)过?(?:任何|相关|有关)?(?:政府|政务)?信息$")
#: Words ahead of such a denial that make it a description: [对]未在网站公开的信息.
_DESCRIBES = re.compile(r"[对将把就凡因]|由于|其中")
#: Words ahead of such a denial by which it speaks of some, or of a fault: [财政方面]无主动公开信息, [因]没有主动公开信息被通报.
_OF_AN_AREA = re.compile(r"方面|领域|类|栏|网站|通过|信息|文件|项目|[其有]中|因|由于|问题|不足|疏")
_KINDS_OF_SUITS = frozenset(("litigation_direct", "litigation_after"))
#: Topics of cases, which come and are not set up.
_OF_CASES = frozenset(("request", "review", "litigation", "complaint", "fee", "processing_fee", "consult"))
#: Words ahead of a denial by which it is none of the whole: 除旅游局外，[其他单位]均未收费 ; [部分乡镇]未收到申请 ; [申请人]未提起诉讼.
_OF_A_PART = re.compile(
    r"其余|(?:其[他它]|部分|个别|有些|有的|一些|多数|少数|某些)[^，。;:]{0,8}?(?:单位|部门|机关|乡镇|街道|社区|网站|[市县区局委办]|[处科]室|地[方区])|"
    r"(?<![对向])(?:申请人|当事人|原告|对方)(?:均|也|都)?$"
)
#: Words ahead of a denial by which it says not what was, but what would be or should be: [如]未收到答复, [确保]无投诉.
_NO_CLAIM = re.compile(r"^(?:如|若|倘|假如)|确保|保证|防止|避免|杜绝|力求")
#: Ways of asking, of which one is not all: 未收到[电话]咨询.
_WAY_OF_ASKING = re.compile("当面|现场|来访|窗口|上门|电话|来电|热线|网上|网络|在线|线上|网站|信函|来信|书面|邮件|微信")
#: Consultations that are none of citizens about disclosure, or are what the body would have offered itself: 未[开展政策咨询], 无[法律咨询].
_OTHER_CONSULTING = re.compile(
    r"^(?:开展|组织|举办|举行|提供|进行|设)|咨询费|(?:法律|专家|心理|健康|决策|技术|就业|招标|投资|工程)[^，。;:]{0,4}咨询"
)
#: The word for the cases themselves, where what was asked by them is named too: [诉讼]和诉讼请求.
_NOUN_OF_CASES = {"review_total": "复议", "litigation_total": "诉讼"}
#: What a thing begins with of which there was none, not of some of them: 未收到[市人大]代表建议, 无[相关政策]解读 ;
#: but not 无专人负责政策解读.
_PLAINLY = re.compile(
    r"(?:收到|接到|承办|办理|交办|发布|制作|开展|进行|涉及|存在|发生|有|任何|有关|相关|需要?|各级|各类|[省市县区级的]|公众|社会|群众|重大|回应|政府)*"
    r"(?:人大|代表|政协|委员|“?两会|建议|提案|议|政策|文件|舆情|热点|关切|关注)"
)
#: That nothing was refused, not that it was wrongly: 没有[不予公开]的情形 ; but not 没有应公开而不予公开的情形.
_REFUSED = re.compile(r"(?:任何|依申请|申请|政府|信息|部分公开|存在|出现|发生|被|有|、|和|或|及)*(?:不予公开|不同意公开|未予公开)")
#: What is denied is a fault of them, that they were disclosed, or some kind of them: 没有[逾期]的提案, 无政策解读[不]准确的现象.
_SOME_OF_THEM = re.compile(r"[不未超逾]期?|公开|重点|以上|主办")
#: What was refused, which is denied only of what was asked for.
_REFUSALS = frozenset(("reply_refused", "outcome_refused"))
#: What is denied only so: its words stand in denials of other things too.
_PLAINLY_DENIED = frozenset(("proposals_total", "proposals_npc", "proposals_cppcc", "policy_interpretations", "responses_hot_issues"))


def _deniable_as(metric: str, things: str, denial: str) -> bool:
    """Tells whether a denial of `things` that names the noun of `metric` is a zero of it; the exceptions are wordings met in reports."""
    if _OF_FAULT.search("因" + things if denial.endswith("因") else things):
        return False
    if _BESIDE_OTHERS.search(things):
        return False
    if metric == "fees_collected":
        if _OTHER_CHARGE.search(things) or _AGAINST_RULES.search(things) or _COSTS.search(things):
            return False
        return _CHARGE.search(denial + _OF_WAIVING.sub("", things)) is not None
    if denial.startswith("不") and not denial.startswith(("不存在", "不涉及")):
        return False  # 不公开, 不收费: a rule or a refusal, no count
    if metric == "fees_waived":
        return not _OTHER_WAIVER.search(things) and ("收" not in things + denial or _WAIVER.search(things) is not None)
    if metric == "processing_fee_collected":
        return "处理费" in _OF_WAIVING.sub("", things)
    if metric in ("review_total", "litigation_total", "appeals_total") and _OF_COSTS.search(things):
        return False
    if metric in ("review_total", "litigation_total"):
        if _OF_ENDING.search(things) or (_is_of_claim(things, _NOUN_OF_CASES[metric]) and not _RECEIVE.search(denial)):
            return False
        return metric == "review_total" or not _ONE_KIND_OF_SUITS.search(things)
    if metric == "complaints_total":
        return not _AGAINST_RULES.search(things)
    if metric == "disclosed_total":
        return _PUBLISHED.fullmatch(things) is not None and not denial.endswith("未")
    if metric == "consultations_total":
        return len(set(_WAY_OF_ASKING.findall(things))) != 1 and not _OTHER_CONSULTING.search(things)
    if metric in _PLAINLY_DENIED:
        return not _SOME_OF_THEM.search(things) and any(map(_PLAINLY.match, _LISTED.split(things)))
    if metric in _REFUSALS:
        return _REFUSED.match(things) is not None and not _RECEIVE.search(denial)
    if metric in WAYS:
        return not _SEVERAL_WAYS.search(things)
    if metric == "requests_received":
        return _denies_requests(things, denial)
    if metric in ("requests_carried_in", "requests_carried_out"):
        return "结转" in things or "转结" in things
    return True


def _is_of_claim(things: str, noun: str) -> bool:
    """Tells whether the cases called `noun` are named only by what was asked of the court: [诉讼]请求; but not 诉讼和诉讼请求."""
    if "求" not in things:
        return False
    rest, claims = _CLAIM.subn("", things)
    return claims > 0 and noun not in rest


def _denies_requests(things: str, denial: str) -> bool:
    """Tells whether a denial that names requests is one of all requests: 未发生因政府信息公开申请行政复议 denies the review."""
    if "申请" in things:
        things = next(part for part in _NEXT_DENIAL.split(things) if "申请" in part)
    if things.startswith(("需", "应")):
        return False  # 没有需要依申请公开的信息: what might be asked for
    one_kind = _ONE_KIND.search(things)
    if _OF_HANDLING.search(things) or (one_kind and ("的" in one_kind[0] or not _SEVERAL_WAYS.search(things))):
        return False
    if _MONEY.search(things) or _CASES_OF_REQUESTS.search(things):
        return False
    if "申请" in things and "申请" not in _OTHER_REQUEST.sub("", things):
        return False
    return not _REQUEST_ASIDE.search(things) or bool(_RECEIVE.search(denial))


def denied(clause: Clause, previous: Clause | None, context: Context) -> Iterator[tuple[Label, int]]:
    """Yields the labels that a clause denies for the report year, each with where in the paragraph the denial begins; what it denies may be
    all that the clause before names: 公开信息的申请，[我局没有收到].

    None up to now (目前尚未收到申请, 自2008年以来未发生复议) is none in the year either.
    """
    words, begin, origin = clause.masked, 0, clause.start
    if not MAY_DENY.search(words):
        return
    if previous is not None and not previous.quantities and _DENIES_CLAUSE_BEFORE.fullmatch(words) and not MAY_DENY.search(previous.masked):
        words, origin = previous.masked + words, previous.start
    counted = [figure for figure in clause.quantities if figure.value and not _counts_nothing(clause, figure)]
    if counted and words.endswith(")") and "(" in words and counted[0].start > clause.start + words.rindex("("):
        words = words[: words.rindex("(")]  # 未收到申请（上年收到3件）
    elif counted:
        begin = clause.quantities[-1].end - clause.start
        if not _DENIED_BESIDE.match(words, begin):
            return
    if (
        context.section == "plan"
        or (context.year is not None and context.year != context.subject.year)
        or wordings.times.PLAN.search(words)
        or is_of_part_of_year(words, context)
    ):
        return
    if _EXCEPT.search(clause.paragraph.text[max(0, clause.start - _EXCEPT_REACH) : clause.start]):
        return
    for label, start in _denied_in(as_labels_say(words[begin:], context.subject), context.subject.era, context.topic):
        start += begin
        if label.metric == "disclosed_total" and not _is_of_all_published(clause, words[:start], context):
            continue
        if label.needs == "answered" and (not context.answered or wordings.requests.CARRIED_IN.search(words)):
            continue  # 上年没有结转
        if label.metric in _REFUSALS and context.section not in OF_REQUESTS and "申请" not in clause.paragraph.text:
            continue
        yield as_charged(label, words, clause, context), origin + start


def _is_of_all_published(clause: Clause, ahead: str, context: Context) -> bool:
    """Tells whether a denial with the words `ahead` in its clause is of all that a body might have published: at most a time stands before
    its clause (2016年，我局没有…), and its section is of no one area."""
    text = clause.paragraph.text
    before = text[sentence_start(text, clause.start) : clause.start].rstrip("，,")
    return context.section in (None, "disclose") and not without_lead(before) and not _OF_AN_AREA.search(before + ahead)


def _counts_nothing(clause: Clause, figure: Figure) -> bool:
    """Tells whether a figure counts nothing of its own: behind a denial (未发生[一起]), ahead of one ([一件]也没有收到), of what is listed
    (复议、诉讼[两项]均无), or only pointing (对[10件]申请没有收费)."""
    text = clause.paragraph.text
    if wordings.around.NOT_EVEN_ONE.match(text, figure.start) or wordings.lists.ALL_LISTED.match(text, figure.start):
        return True
    words = text[max(clause.start, figure.start - 8) : figure.start]
    if clause.paragraph.text[figure.start] == "一" and wordings.around.DENIED_ONE.search(words):
        return True
    return bool(wordings.around.DENIED_FIGURE.search(words) or wordings.around.REFERRED.search(words))


@cache
def _denied_noun(nouns: str) -> re.Pattern[str]:
    """Returns what finds one of a label's `nouns` where it ends there."""
    return re.compile(f"(?:{nouns}){_DENIED_END}")


def _denied_in(words: str, era: Era, topic: Topic | None) -> Iterator[tuple[Label, int]]:
    """Yields the labels that words deny, each with where the denial begins in them."""
    behind = _DENIED_AHEAD.search(words)
    match = _DENIAL.search(words)
    ahead = words[: match.start()] if match is not None else ""
    if _OF_A_PART.search(ahead) or _NO_CLAIM.search(ahead):
        return
    yield from _channels_denied(words)
    if (free := _FREE.search(words)) is not None:
        yield label_of("fees_collected"), free.start()
    yield from ((label, 0) for label in _denied_behind(words, era))
    if behind is not None:
        # 依申请公开、行政复议、行政诉讼均未发生 ; 行政复议:无
        things, start, denial = _COUNT_WORD.sub("", words[: behind.start()]), 0, behind[0]
    elif match is not None:
        things, start, denial = _WITH_OWN_DENIAL.sub("", words[match.end() :]), match.start(), match[0]
        if things.startswith(("结转", "转结")):
            things = ahead + things  # 上年度没有结转
    else:
        return
    for label in _named(things, denial, era, _cases_named(ahead, topic)):
        yield label, start


def denied_by_answer(heading: str, era: Era, topic: Topic | None) -> Iterator[Label]:
    """Yields the labels that a heading names, which 无 below it denies: （一）申请情况 | 无。"""
    return _named(_HEADED.sub("", heading), "无", era, topic)


def _channels_denied(words: str) -> Iterator[tuple[Label, int]]:
    """Yields the labels of the channels by which nothing was published, each with where its denial begins: 没有通过政府公报、微博公开的
    信息."""
    if (behind := _CHANNELS_WITHOUT.search(words)) is not None:
        named = [channel_of(name) for name in wordings.lists.NAMES.split(without_lead(words[: behind.start()]))]
        yield from ((label_of(channel), 0) for channel in named if channel in CHANNELS and all(named))
    match = _BY_NO_CHANNEL.search(words)
    if match is None or _DESCRIBES.search(words, 0, match.start()):
        return
    if match["denial"].startswith("未") and (match["things"] or "").startswith("的"):
        return  # 未在网站公开的信息
    for name in wordings.lists.NAMES.split(match["names"]):
        if (channel := channel_of(name)) in CHANNELS:
            yield label_of(channel), match.start()


def _denied_behind(words: str, era: Era) -> Iterator[Label]:
    """Yields the labels that are all of what words deny behind it: 制发规范性文件[无], 政府公报公开[无]."""
    if words.endswith(("无", "零")):
        thing = without_lead(words[:-1])
        whole = (match.label for match in match_before(thing, era) if match.length == len(thing))
        yield from (label for label in whole if _has_verb(label, thing))


def _has_verb(label: Label, things: str) -> bool:
    """Tells whether `things` have a verb by which a negation names a label, if it asks for one."""
    return not label.zero_verbs or any(verb in things for verb in label.zero_verbs)


def _cases_named(words: str, topic: Topic | None) -> Topic | None:
    """Returns the topic of the one kind of cases that `words` name, None if they name both, `topic` if none: 无[行政复议]纠错."""
    of_review, of_suits = "复议" in words, "诉讼" in words
    if not of_review and not of_suits:
        return topic
    return None if of_review and of_suits else "review" if of_review else topic if topic in _KINDS_OF_SUITS else "litigation"


def _named(things: str, denial: str, era: Era, topic: Topic | None) -> Iterator[Label]:
    """Yields the labels that a denial of `things` is a zero of."""
    if things.startswith("“"):
        things = things[1:].replace("”", "", 1)  # 没有“不予公开”答复
    of_set_up = _SET_UP.match(things) is not None
    topic = _cases_named(things, topic)
    for label in deniable(era):
        if label.zero_first.isdisjoint(things) or (of_set_up and label.topic in _OF_CASES):
            continue
        if not _has_verb(label, things):
            continue
        nouns = label.zero_under_topic if topic == label.topic else label.zero
        if nouns and _denied_noun(nouns).search(things) and _deniable_as(label.metric, things, denial):
            yield label
