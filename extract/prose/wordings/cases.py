"""Reviews, lawsuits and complaints: which are about disclosure, who decided them and how they ended."""

from __future__ import annotations

import re

#: As many of each, of which neither is all: [投诉、举报各]2件.
COMPLAINTS_EACH = re.compile(r"(?:投诉[、和及与]举报|举报[、和及与]投诉)[^，。;、\d]{0,4}各[为有]?$")
#: Complaints and denunciations, each with its own figure, so that neither is all: 投诉[3]起、举报[1]起; but 投诉3起、举报0起.
COMPLAINTS_APART = re.compile(
    r"(?:(?:投诉[^，,。;、\d]{0,6}(?P<one>\d{1,15})[件起次宗]?[，,、;和及与]+[^，,。;、\d]{0,6}举报)|(?:举报[^，,。;、\d]{0,6}(?P<other>\d{1,15})[件起次宗]?[，,、;和及与]+[^，,。;、\d]{0,6}投诉))"
    r"[^，,。;、\d]{0,6}[1-9]"
)
#: Appeals in other matters than disclosure: 受理[消费者申诉]120件, [学生申诉]2件.
OTHER_APPEAL = re.compile(
    r"(?:学生|教师|教职工|职工|员工|消费者?|顾客|旅客|游客|纳税人|业主|考生|人事|工伤|劳动|商标|合同|价格)[^，。;、]{0,4}申诉"
)
#: The line on which people complain, not ask: [举报电话]接听3次.
COMPLAINTS_LINE = re.compile(r"(?:举报|投诉|监督)(?:热线)?电话")
#: Who hears complaints about anything: [12319热线]受理投诉1530件.
HOTLINE = re.compile(r"热线|(?<!\d)1\d{4}(?!\d)|信箱|平台|消费|质量|环[保境]|价格|物价|信访|网民|来信|来访")
#: A body that decides on the cases of others: [作为复议机关]受理行政复议15件.
AS_REVIEWER = re.compile(
    r"(?:作为|担任|以)(?:行政)?复议机关|"
    r"复议(?:办公室|办|机构|委员会|中心)(?:\([^)]*\))?[^。;，,]{0,8}(?:收到|接到|受理|审理|办理|承办)(?![^。]*信息公开)"
)
#: What is done for others: [协助]法院办理诉讼案件2件.
ON_BEHALF = re.compile(r"协助|配合|旁听|代理")
#: Cases of both kinds, which one figure counts together: 行政[复议及行政诉讼]案件共1件; but not 经复议诉讼, 复议后诉讼.
CASES_TOGETHER = re.compile(r"(?<![经访])复议(?:申请|案件|案)?(?:以及|[、和及与或])?(?:行政)?(?:诉讼|应诉)")
#: What listed outcomes are outcomes of, behind the last of them: 维持、纠错、其他情形[的行政复议案件]分别为.
CASES = re.compile(r"复议|诉讼")
CASES_SHARED = re.compile(r"的(?:行政)?(?:复议|诉讼)案?件?$")
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
#: What one person did, which is one case: 1[名申请人不服我局答复向县政府申请行政复议].
ONE_PERSON_APPEALED = re.compile(
    r"(?:(?:政府信息公开|信息公开)?申请人|村民|居民|市民|公民|群众|当事人|业主)[^，。;:]{0,40}?(?:申请|提起|提出)了?(?P<kind>行政复议|行政诉讼)"
)
#: The part of the cases that are about disclosure: 行政复议案件41起，[其中涉及信息公开]3起.
ABOUT_DISCLOSURE = re.compile(
    r"(?:其中)?[,，]?(?:(?:涉及?|属于?|有关|关于|因|与|针对)?(?:政府)?信息公开(?:类|工作|相关|有关|方面|案件|引[发起]|产生|提起|而|的|事项|申请)*|"
    r"(?:因?对?不服|对|因对)[^，。;、]{0,6}(?:政府)?信息公开(?:申请)?(?:答复|告知|决定|行为)?(?:书|意见)?(?:不服)?(?:的|引发|提起|案件)*)"
)
#: The same behind several counts of cases: 行政复议87件[、行政诉讼23件，其中涉及政府信息公开的分别为2]件、1件 ; or behind the others:
#: 复议7件[，其中6件针对处罚，1件针对信息公开].
DISCLOSURE_AMONG_CASES = re.compile(
    r"[，,](?:其中)?\d+[余多]?[件起宗][^。;，,\d]{2,30}[，,、]\d+[余多]?[件起宗](?:针对|涉及|因|系|属|与)[^。;，,\d]{0,8}信息公开|"
    r"[^。;]{0,30}?[，,(](?:其中[，,]?[^。;，,\d]{0,6}?|(?:涉及|属于|有关|关于|因))(?:政府|政务)?信息公开[^。;，,\d]{0,14}?(?:分别[^。;，,\d]{0,2})?\d"
)
#: None of the cases just counted is about disclosure: 受理行政复议案件61件，[均不涉及政府信息公开].
NONE_OF_DISCLOSURE = re.compile(
    r"(?:其中)?(?:均|都|全部)?(?:不|未|无|没有|非)(?:涉及?|因|属于?|有)?(?:政府)?信息公开(?:类|方面|工作|事项|引发|引起)*的?(?:案件|事项|情况|诉讼|复议)?|"
    r"(?:均|都|全部)?[与同](?:政府信息|政务|信息)?公开(?:工作)?(?:无关|没有关系|不相关)"
)
#: How many of the cases just counted came to an end: 行政诉讼3件，[已审结2件]，均维持.
CONCLUDED = re.compile(r"(?:其中)?[，,]?(?:现?已|均已?|已全部|全部|年内|当年)*(?:审结|审理完毕|审理终结|结案|办结)了?\d+[余多]?[件起宗]")
#: How the one case just counted ended, in brackets behind it: 行政复议1件[（结果维持）].
SAID_IN_BRACKETS = re.compile(r"\((?:(?:复议|审理|判决)?结果)?(?:[为是]|:)?(?P<words>[^()，。;,、\d]{2,16})\)")
#: A body that decides on reviews, by its name, and what it does: [市政府]维持了原答复, [国家质检总局]作出维持决定.
_REVIEWER = r"[一-鿿]{1,12}?(?:政府|[厅局委办署部])"
_REVIEWER_DECIDES = r"(?=复议决定|复议后|予以|[作做]出|决定|维持|撤销|责令)"
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
