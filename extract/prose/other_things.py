"""Words of a label that speak of another thing than its metric counts: the answer to a letter, a column of the site, another training."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from extract.prose import wordings
from extract.prose.clauses import quantity_before, sentence_end, sentence_start
from extract.prose.context import Context, in_brackets, turned_to
from extract.prose.labels import Label
from extract.prose.place import PEOPLE
from extract.prose.quantity import CASES, ITEMS, Quantity, Said
from extract.prose.stems import full_label, short_label, without_lead
from extract.prose.topics import OF_REQUESTS, Topic

#: What meetings and trainings are counted in, not those who came.
_OCCASIONS = frozenset(("次", "期", "场", "场次", "个"))
#: Sections in which a figure of published items is of something else than what they count together.
_NOT_OF_DISCLOSURE: frozenset[Topic | None] = frozenset(
    (
        *("respond", "request", "reply", "review", "litigation", "complaint", "fee", "processing_fee"),
        *("staff", "training", "meeting", "consult", "proposal"),
    )
)
#: Of one field, or what one account sent out: 发布各类信息500条 under a heading on 重点领域 or 互动.
_NOT_OF_ALL_DISCLOSURE: frozenset[Topic | None] = _NOT_OF_DISCLOSURE | {"key_areas", "interact"}
#: What is answered and closed of requests, and in the same words of letters and other matters (公开答复, 办结).
_ANSWERS = (
    "replies_total",
    "requests_closed",
    "requests_closed_on_time",
    "requests_closed_extended",
    "outcome_declined",
)
#: What was disclosed of what was asked for, in words that are said of anything (予以公开, 部分公开).
_DISCLOSING_ANSWERS = ("outcome_granted", "outcome_partial", "outcome_granted_or_partial", "reply_granted", "reply_partial")
#: Topics of cases, which may be about anything.
_CASES: frozenset[Topic] = frozenset(("complaint", "review", "litigation"))
#: Topics of what comes in, which are columns too among what was published.
_MAY_BE_COLUMNS: frozenset[Topic] = frozenset(("complaint", "review", "litigation", "consult", "visits"))
#: What the names of bodies end in whose head is called otherwise than they: 主任.
_ENDS_OF_BODIES: Mapping[str, tuple[str, ...]] = {"主任": ("委员会", "委", "办公室", "办"), "区": ("区", "新区", "开发区")}
#: How many sentences of a bare verb and its figure are read as one.
_MOST_BARE = 4
#: How far beside a figure the words stand that tell what it is of: those of other fees, or 申请.
_BESIDE = 24


def is_of_something_else(quantity: Quantity, said: Said, label: Label, context: Context) -> bool:
    """Tells whether the words of a label speak of another thing here than its metric counts."""
    tells = _TELLS.get(label.metric) or _TELLS.get(label.topic)
    if (tells is not None and tells(quantity, said, context)) or _is_a_column(quantity, said, label, context):
        return True
    return label.topic in _CASES and _is_unrelated(quantity.clause.paragraph.text, said.figure.end)


def _is_a_column(quantity: Quantity, said: Said, label: Label, context: Context) -> bool:
    """公开信息60条，其中财务信息40条、行政复议[3条]、在线咨询[2条]: what is published on it; but 其中…40条，收到投诉[3条]."""
    if label.topic not in _MAY_BE_COLUMNS or said.figure.counter not in ITEMS or not said.figure.value:
        return False
    if not (context.siblings or context.channels) or wordings.requests.COMES_IN.search(said.left):
        return False
    text, end = quantity.clause.paragraph.text, said.figure.start
    return wordings.sums.PARTS_OF_ITEMS.search(text, sentence_start(text, end), end) is not None


def _is_unrelated(text: str, end: int) -> bool:
    """Tells whether what stands behind cases says that they have nothing to do with disclosure: 收到举报[2件]均与信息公开无关."""
    behind = end + 1 if text.startswith("(", end) else end
    return text.startswith(("均", "都", "全部", "与", "同"), behind) and wordings.cases.NONE_OF_DISCLOSURE.match(text, behind) is not None


def _answers_no_request(quantity: Quantity, said: Said, context: Context) -> bool:
    """收到网民留言19条，答复[19条] ; 区长信箱收到信件45件。办结[40件] ; 答复群众来信[32件] ; 延期至30日答复[2件], [2件]延期至次年1月答复:
    not all answers ; 应由县局答复的[1件]: of another body."""
    clause, previous = quantity.clause, quantity.previous
    if wordings.requests.OTHERS_SHOULD_ANSWER.search(said.left):
        return True
    words = clause.paragraph.text[clause.start : said.figure.start]
    behind = clause.paragraph.text[said.figure.end : clause.end]
    if wordings.requests.EXTENDED_ANSWER.search(said.left) or wordings.requests.EXTENDED_ANSWER.search(behind):
        return True
    if _is_of_services(quantity, said, context):
        return True
    if previous is None:
        words = _counted_before(quantity) + words
    elif not previous.quantities:
        words = previous.words + words
    return "申请" not in words + clause.words and (context.letters or wordings.requests.NO_REQUEST.search(words) is not None)


def _counted_before(quantity: Quantity) -> str:
    """Returns the sentence before that of a figure, where it ends with what it counts and bare verbs go on with it, else "":
    [区长信箱收到信件45件。]办结40件。不予受理5件."""
    paragraph, start = quantity.clause.paragraph, quantity.clause.start
    if wordings.requests.BARE_ANSWER.fullmatch(paragraph.text, start, quantity.figure.start) is None:
        return ""
    for _ in range(_MOST_BARE):
        begin = sentence_start(paragraph.text, max(0, start - 1))
        before = paragraph.text[begin:start]
        if wordings.requests.COUNTS_LAST.search(before) is None:
            return ""
        bare = wordings.requests.BARE_ANSWER.match(before)
        if bare is None or not before[bare.end()].isdigit():
            return before
        start = begin
    return ""


def _is_of_another_chief(_: Quantity, said: Said, context: Context) -> bool:
    """举办发布会3次，市长出席[1次] in the report of a bureau: the head of another body."""
    chief = wordings.office.CHIEF.search(said.left)
    issuer = context.subject.issuer
    return chief is not None and (
        issuer is None or not issuer.removesuffix("人民政府").endswith(_ENDS_OF_BODIES.get(chief[1], (chief[1],)))
    )


def _discloses_unasked(quantity: Quantity, said: Said, context: Context) -> bool:
    """审核信息32条，予以公开[30条] ; 行政处罚决定依法公开[12条]: nobody had asked for it, or not for information."""
    of_requests = not OF_REQUESTS.isdisjoint((context.topic, context.section, context.headed))
    text = quantity.clause.paragraph.text
    of_items = said.figure.counter in ITEMS or wordings.publishing.PUBLISHED_THINGS.search(said.left) is not None
    if context.headed is None and wordings.publishing.NO_INFORMATION.search(said.left):
        return True
    nobody_asked = of_items and not of_requests and text.find("申请", 0, said.figure.end + _BESIDE) < 0
    return nobody_asked or _answers_no_request(quantity, said, context)


def _are_items(quantity: Quantity, said: Said, context: Context) -> bool:
    """不予公开信息有[10条], 审核信息420条，其中不予公开[15条],
    公文主动公开6件、依申请公开2件、不予公开[9件]; but 收到申请12件，其中不予公开信息[2条]."""
    if context.headed in OF_REQUESTS:
        return False
    if context.made or _divides_documents(quantity, said):
        return True
    words = (quantity.previous.words if quantity.previous is not None else "") + said.left
    if said.figure.counter not in ITEMS and not (said.figure.counter == "" and "信息数" in said.left):
        return False
    return wordings.publishing.ITEMS.search(words) is not None and "申请" not in words and "答复" not in words


def _divides_documents(quantity: Quantity, said: Said) -> bool:
    """制发文件427件，其中因涉密不予公开[311件]: documents by their attribute, no answers."""
    text = quantity.clause.paragraph.text
    return wordings.publishing.DOCUMENTS_MADE.search(text, sentence_start(text, said.figure.start), said.figure.start) is not None


def _is_no_refusal(quantity: Quantity, said: Said, context: Context) -> bool:
    """县长信箱收到信件30件，不予受理[12件] ; 县长信箱收到信件30件。不予受理[12件] ; 制发文件427件，其中涉及国家秘密[3件]."""
    before = _counted_before(quantity)
    if "申请" not in before and wordings.requests.NO_REQUEST.search(before):
        return True
    return _is_of_letters(quantity, said, context) or _divides_documents(quantity, said)


def _is_of_services(quantity: Quantity, said: Said, _: Context) -> bool:
    """行政许可事项1项，全年申请量[0件]，受理量[0件]: what was applied for is no information."""
    if "公开" in said.left or "信息" in said.left + said.right:
        return False
    text, end = quantity.clause.paragraph.text, said.figure.start
    begin = sentence_start(text, end)
    named = (match for match in wordings.requests.SERVICES.finditer(text, begin, end) if not in_brackets(text, begin, match.start()))
    services = [match.end() for match in named]
    return bool(services) and wordings.requests.INFORMATION_ASKED_FOR.search(text, services[-1], end) is None


def _is_no_request(quantity: Quantity, said: Said, context: Context) -> bool:
    """在已办结的申请中，主动公开188件、依申请公开[203件] ; 公文主动公开6件、依申请公开[2件]、不予公开9件 ; 产生依申请公开信息[12条] ;
    公开申请共[11人次]、14件: applicants."""
    text, end = quantity.clause.paragraph.text, said.figure.end
    if said.figure.counter.startswith("人") and wordings.requests.REQUESTS_BEHIND.match(text, end):
        return True
    if said.figure.counter in ITEMS and wordings.publishing.ITEMS_ON_REQUEST.search(said.left):
        return True
    if (context.headed == "reply" or context.made) and wordings.publishing.BY_REQUEST.fullmatch(said.left) is not None:
        return True
    return _is_of_services(quantity, said, context)


def _is_carried_of_others(quantity: Quantity, said: Said, _: Context) -> bool:
    """行政诉讼案件3件，其中上年结转[1件]: cases, not requests; but 收到申请30件，行政复议1件，结转下年办理2件. 办结12件（含结转[3件]):
    those carried in, not out."""
    text, end = quantity.clause.paragraph.text, said.figure.end
    start = sentence_start(text, said.figure.start)
    if wordings.requests.CARRIED_AMONG.search(said.left):
        return True
    return wordings.requests.OF_OTHERS.search(text, start, end) is not None and not wordings.requests.OF_REQUESTS_TOO.search(
        text, start, end
    )


def _are_letters(quantity: Quantity, said: Said, context: Context) -> bool:
    """收到各类咨询、申诉等来信[30件]: letters about anything ; 企业注册网上申请[52件]: for no information."""
    if _is_of_services(quantity, said, context):
        return True
    return "申请" not in said.left.rpartition(":")[2] + said.right and wordings.requests.OTHER_LETTERS.search(said.left) is not None


def _is_of_documents(_: Quantity, said: Said, context: Context) -> bool:
    """制作政府信息100条，其中属于主动公开[60条]: what was made is parted, nothing answered ; 属于主动公开的信息有[5条] in the section on
    what was disclosed."""
    return context.made or context.documents or (said.figure.counter in ITEMS and context.section == "disclose" and context.headed is None)


def _is_no_response(quantity: Quantity, said: Said, context: Context) -> bool:
    """公开信息221条，其中机构职能33条，回应关切[13条]: a column ; 通过12345热线回应群众关切[4500次]: calls about anything ;
    解答来信、回应社会关切[60条]: of letters too."""
    if wordings.office.LETTERS_TOO.search(said.left) is not None:
        return True
    listed = said.figure.counter in ITEMS and (context.siblings or context.headed == "disclose")
    words = quantity.clause.paragraph.text[quantity.clause.start : said.figure.start]
    return wordings.office.HOTLINE_ANSWERS.search(words) is not None or (listed and without_lead(said.left) == "回应关切")


def _is_on_events(_: Quantity, said: Said, __: Context) -> bool:
    """机构设置70条、新闻发布会[6条], 公开信息40条，其中业务培训[2条]: what is published on them."""
    return said.figure.counter in ITEMS and wordings.office.HELD.search(said.left) is None


def _is_no_press_conference(quantity: Quantity, said: Said, context: Context) -> bool:
    """机构设置70条、新闻发布会[6条] ; 新闻发布活动[31场]，其中新闻发布会12场: of all kinds."""
    text, end = quantity.clause.paragraph.text, said.figure.end
    of_all_kinds = "发布活动" in said.left + said.right and "新闻发布会" in text[end : end + _BESIDE]
    return of_all_kinds or _is_on_events(quantity, said, context)


def _is_one_edition(quantity: Quantity, said: Said, _: Context) -> bool:
    """公报（汉文版）[6期]、蒙文版2期: as many come out in each language."""
    return wordings.publishing.NEXT_EDITION.match(quantity.clause.paragraph.text, said.figure.end) is not None


def _is_no_count_of_interpretations(_: Quantity, said: Said, __: Context) -> bool:
    """文字解读272条，图片、视频等其他形式解读[217条]: a part ; 政策文件及解读材料[82件]: of both together ; 会议解读[6条] ;
    转载省政府政策解读[86篇]: of others ; 负责人解读[12次]: by some."""
    patterns = (
        wordings.publishing.IN_OTHER_FORMS,
        wordings.publishing.BY_SOMEBODY,
        wordings.publishing.WITH_DOCUMENTS,
        wordings.publishing.OF_MEETINGS,
        wordings.publishing.PASSED_ON,
    )
    return any(pattern.search(said.left) is not None for pattern in patterns)


def _is_noticed_only(quantity: Quantity, said: Said, _: Context) -> bool:
    """发出收费通知3件，总金额[600元]: what was asked for is not what was paid."""
    previous = quantity.previous.words if quantity.previous is not None else ""
    return (bool(previous) or "通知" in said.left) and wordings.office.NOTICE_OF_FEE.search(previous + said.left) is not None


def _is_one_kind_of_fee(quantity: Quantity, said: Said, _: Context) -> bool:
    """收取检索费[12元]、复制费8元 ; 按每页[0.1元]收取复印费: the price of one ; 印制手册、设备更新等费用[30万元]: what was spent."""
    if wordings.office.PRICE_OF_ONE.search(said.left) or wordings.office.EXPENSE.search(said.left):
        return True
    figure, clause = quantity.figure, quantity.clause
    around = clause.paragraph.text[max(0, figure.start - _BESIDE) : figure.end + _BESIDE]
    kinds = wordings.office.FEE_OF_KIND.findall(around)
    is_of_kind = any(
        match.end() == figure.end for match in wordings.office.FEE_OF_KIND.finditer(clause.paragraph.text, clause.start, figure.end)
    )
    return is_of_kind and len({kind for kind, _ in kinds}) > 1 and any(value.strip("0.,") for _, value in kinds)


def _is_spent_on_more(quantity: Quantity, said: Said, _: Context) -> bool:
    """落实工作经费[3万元]用于网站改版: the form leaves websites and the gazette out."""
    text, start, end = quantity.clause.paragraph.text, quantity.clause.start, said.figure.end
    if "公开" not in said.left and wordings.office.SPENT_ON_IT.match(text, end):
        return True
    return "公开" not in said.left and "专项" not in said.left and wordings.office.SPENT_ON.search(text, start, end + _BESIDE) is not None


def _is_of_other_matters(quantity: Quantity, said: Said, context: Context) -> bool:
    """12319热线受理投诉[1530件], 办理网民留言85件，其中投诉[25件], 接待来访120人次，处理投诉[36件]: complaints about anything ; 投诉[3起]、
    举报[1起]: parts of all ; 收到申请43件，其中涉及投诉举报类[37件]: what requests were about."""
    if said.left.startswith(("其中涉及", "涉及")) and "公开" not in said.left:
        return True
    apart = _is_beside_its_like(quantity) or (bool(said.figure.value) and wordings.cases.COMPLAINTS_EACH.search(said.left) is not None)
    if (context.letters and context.headed is None) or apart:
        return True
    text, previous = quantity.clause.paragraph.text, quantity.previous
    goes_on = previous is not None and bool(said.figure.value) and "申请" not in previous.words
    start = previous.start if previous is not None and goes_on else quantity.clause.start
    words = text[start : said.figure.start]
    return "公开" not in words and wordings.cases.HOTLINE.search(words) is not None


def _is_beside_its_like(quantity: Quantity) -> bool:
    """Tells whether complaints and denunciations are counted apart in a sentence, and a figure is of either."""
    text, figure = quantity.clause.paragraph.text, quantity.figure
    start, end = sentence_start(text, figure.start), sentence_end(text, figure.start)
    apart = wordings.cases.COMPLAINTS_APART.search(text, start, end)
    return apart is not None and int(apart["one"] or apart["other"]) > 0 and apart.start() <= figure.start < apart.end()


def _is_of_another_body(quantity: Quantity, said: Said, context: Context) -> bool:
    """作为复议机关受理行政复议15件，维持[12件]: cases against others ; 协助法院办理诉讼案件[2件] ; 12345转办30件，[2件]正在办理: calls ;
    cases of any kind."""
    text, start, end = quantity.clause.paragraph.text, quantity.clause.start, said.figure.start
    begin = sentence_start(text, end)
    if wordings.cases.AS_REVIEWER.search(text, begin, end) or wordings.office.HOTLINE_ANSWERS.search(text, begin, end):
        return True
    return wordings.cases.ON_BEHALF.search(text, start, end) is not None or _are_cases_of_any_kind(said, text, context)


def _are_cases_of_any_kind(said: Said, text: str, context: Context) -> bool:
    """受理行政复议[40件]，纠错率50% ; 审结行政复议[31件] in the report of a justice bureau: where nothing is said of disclosure."""
    if not said.figure.value:
        return False
    begin, end = sentence_start(text, said.figure.start), said.figure.start
    if wordings.cases.CASES_OF_A_FIELD.search(text, begin, end) and "公开" not in text[begin:end]:
        return True
    if context.of_disclosure or context.section in _CASES or context.section == "cases":
        return False
    sentence = text[sentence_start(text, said.figure.start) : sentence_end(text, said.figure.start)]
    if "公开" in sentence:
        return False
    issuer = context.subject.issuer
    of_justice = issuer is not None and wordings.cases.JUSTICE_BODY.search(issuer) is not None
    return wordings.cases.RATES_OF_CASES.search(sentence) is not None or (
        of_justice and wordings.cases.HANDLES_CASES.search(sentence) is not None
    )


def _are_no_own_decisions(quantity: Quantity, said: Said, context: Context) -> bool:
    """全省各级生态环境部门办理行政处罚案件[524件] in the report of one of them: decisions of others ; 公示行政许可12件、行政处罚[8件]:
    what was published of them."""
    text, end = quantity.clause.paragraph.text, said.figure.start
    if wordings.publishing.PUBLISHES_DECISIONS.search(text, quantity.clause.start, end):
        return True
    issuer = context.subject.issuer
    if not said.figure.value or issuer is None or wordings.bodies.HAS_AGENCIES.search(issuer):
        return False
    system = wordings.bodies.OF_A_SYSTEM.search(text, sentence_start(text, end), end)
    return system is not None and wordings.bodies.OF_ITSELF.search(text, system.end(), end) is None


def _is_of_others(said: Said) -> bool:
    """参加全市政务公开培训[2次], 参加上级组织的会议[3次]: others held them; but how many took part is a figure of the body's own."""
    return "参加" in said.left and said.figure.counter in _OCCASIONS and wordings.office.ATTENDED.search(said.left) is not None


def _are_other_calls(quantity: Quantity, said: Said, _: Context) -> bool:
    """举报电话接听[3次] ; 高速公路服务热线接听电话[31万次]: whoever rings, for whatever."""
    if wordings.cases.COMPLAINTS_LINE.search(said.left) is not None:
        return True
    words = _sentence_up_to(quantity)
    return "热线" in said.left and not any(word in words + said.right for word in ("咨询", "公开", "政策"))


def _is_asked_otherwise(quantity: Quantity, said: Said, context: Context) -> bool:
    """热线接受政策咨询[2156次]: by one way of asking, not all ; “三下乡”活动接受群众咨询[800人次]: about anything."""
    return wordings.office.BY_HOTLINE.search(said.left) is not None or _is_at_an_event(quantity, said, context)


def _is_at_an_event(quantity: Quantity, _: Said, __: Context) -> bool:
    """“3·15”期间现场接受咨询[230人次] ; 宣传日现场解答咨询[500人次]: about anything."""
    words = _sentence_up_to(quantity)
    return "公开" not in words and wordings.office.AT_AN_EVENT.search(words) is not None


def _is_another_appeal(_: Quantity, said: Said, __: Context) -> bool:
    """受理消费者申诉[120件]."""
    return wordings.cases.OTHER_APPEAL.search(said.left) is not None


def _is_another_meeting(quantity: Quantity, said: Said, context: Context) -> bool:
    """召开听证会[3次] ; 公开常务会议15次、专题会议[22次]."""
    if "研究" in said.left and wordings.office.OF_OTHERS_MEETINGS.search(said.left):
        return True  # 参加会议研究政务公开工作[3次]
    if wordings.office.OTHER_MEETING.search(said.left) or _is_of_others(said) or _is_on_events(quantity, said, context):
        return True
    text, start, end = quantity.clause.paragraph.text, quantity.clause.start, said.figure.start
    return "公开" not in said.left and wordings.publishing.GOVERNING_MEETINGS.search(text, start, end) is not None


def _is_another_training(quantity: Quantity, said: Said, context: Context) -> bool:
    """组织消防安全培训[2次] ; 组织消防培训2次，参训[120人] ; 召开会议和培训[3次]: of both together."""
    words = said.left + said.right
    if quantity.previous is not None and said.figure.counter not in _OCCASIONS:
        words = quantity.previous.words + words
    if wordings.office.MEETINGS_AND_TRAININGS.search(said.left) or _is_of_others(said) or _is_on_events(quantity, said, context):
        return True
    if said.figure.counter not in _OCCASIONS and _are_others_trained(quantity, context):
        return True
    return "公开" not in words and wordings.office.OTHER_TRAINING.search(words) is not None


def _are_others_trained(quantity: Quantity, context: Context) -> bool:
    """举办上市公司董事培训班5期、培训[1870人次]: those of a training ahead in the clause that is none known."""
    ahead = quantity_before(quantity.clause, quantity.figure.start)
    if ahead is None or ahead.counter not in _OCCASIONS:
        return False
    words = wordings.around.ASIDE.sub("", quantity.clause.paragraph.text[quantity.clause.start : ahead.start])
    if "培训" not in words or "公开" in words:
        return False
    there = turned_to("training", context)
    return full_label(words, ahead, there) is None and short_label(words, ahead, there) is None


def _is_of_letters(_: Quantity, said: Said, context: Context) -> bool:
    """县长信箱收到信件30件，办结18件，不予受理[12件] ; 受理信访事项[6件]: letters, and what became of them, not requests."""
    if context.letters or ("热线" in said.left and "公开" not in said.left):
        return True
    return "访" in said.left and wordings.office.RECEIVES_LETTERS.search(said.left) is not None


def _is_one_for_each(quantity: Quantity, said: Said, _: Context) -> bool:
    """各科室均明确[1名]工作人员."""
    clause = quantity.clause
    return said.figure.value == 1 and wordings.sums.FOR_EACH.search(clause.paragraph.text, clause.start, said.figure.start) is not None


def _is_not_all_staff(quantity: Quantity, said: Said, context: Context) -> bool:
    """增配[1名]兼职人员: how many there are in all is not told ; 各科室均明确[1名]工作人员."""
    added = said.figure.counter in PEOPLE and wordings.office.ADDS_STAFF.search(said.left) is not None
    return added or _is_one_for_each(quantity, said, context)


def _is_of_more_staff(quantity: Quantity, said: Said, context: Context) -> bool:
    """配备了1名兼职人员和其他[2名]从事政府信息公开的工作人员, 主任由秘书兼任，另有[2名]工作人员: those beside others ;
    配备了[3名]工作人员，专职负责热线接听."""
    duty = wordings.office.DUTY_BEHIND.match(quantity.clause.paragraph.text, said.figure.end)
    if duty is not None and "公开" not in duty["what"]:
        return True
    if wordings.office.HEAD_BESIDE_STAFF.search(quantity.clause.paragraph.text, max(0, said.start - 8), said.start + 1):
        return True  # 配备股长1名、工作人员[2名]
    return wordings.office.BESIDE_OTHER_STAFF.search(said.left) is not None or _is_not_all_staff(quantity, said, context)


def _is_one_of_what_was_published(quantity: Quantity, said: Said, context: Context) -> bool:
    """发布政府信息300条，其中：公示公告120条，建议提案[26件]: a kind of the items, not what was dealt with ; 公开建议提案复文[26件] ;
    主办人大建议[3件]，会办5件: a part."""
    if wordings.publishing.PUBLISHED_REPLIES.search(said.left) or ("办" in said.left and wordings.office.HELPED_WITH.search(said.left)):
        return True
    if "主办" in said.left and wordings.office.HELPED_WITH_BESIDE.match(quantity.clause.paragraph.text, said.figure.end):
        return True
    of_items = context.siblings or (said.figure.counter in ITEMS and "公开" in _sentence_up_to(quantity))
    return of_items and _is_behind_among(quantity) and wordings.office.DIVIDES_PROPOSALS.search(_sentence_up_to(quantity)) is None


def _is_behind_among(quantity: Quantity) -> bool:
    """Tells whether a figure stands behind 其中 in its sentence."""
    return "其中" in _sentence_up_to(quantity)


def _sentence_up_to(quantity: Quantity) -> str:
    """Returns the words of a figure's sentence ahead of it."""
    text, end = quantity.clause.paragraph.text, quantity.figure.start
    return text[sentence_start(text, end) : end]


def _is_of_the_page(quantity: Quantity, said: Said, _: Context) -> bool:
    """浏览次数：[88] in a page's head: the page's own counter, not the site's ; 微信公众号发布12条，点击量[20万次]: an account's ;
    独立用户访问总量[421次]: visitors."""
    if (not said.figure.counter and said.left.endswith(":")) or wordings.channels.VISITORS.search(said.left):
        return True
    text, end = quantity.clause.paragraph.text, said.figure.start
    begin = sentence_start(text, end)
    if "网站" not in text[begin:end] and wordings.channels.OTHER_PLATFORM.search(text, begin, end):
        return True
    named = wordings.channels.CHANNEL_NAMED.findall(text, begin, end)
    return bool(named) and "网" not in named[-1]


def _is_of_one_account(quantity: Quantity, said: Said, context: Context) -> bool:
    """“长春发布”全年发布信息[5026条] in the section on interpretation; 收到群众来信，通过网站公开答复[156条];
    转发微博[400条]: what others wrote. But a part of the items that the sentence counted as disclosed is of them:
    主动公开信息650条，其中网站公开[390条]."""
    if "转发微" in said.left or _is_one_of_classes(quantity, said):
        return True
    return not context.siblings and _is_outside(_NOT_OF_DISCLOSURE, said, context)


def _is_not_all_of_the_site(quantity: Quantity, said: Said, context: Context) -> bool:
    """累计网站信息总量为[640条]: all that the site holds ; 网站财政专栏公开[12条]，政策专栏公开30条: what stands in one column ; 网上公开
    信息[12条]: by whatever site, where no other channel stands beside it."""
    if "网" in said.left and wordings.channels.ON_THE_NET.match(without_lead(said.left)):
        return wordings.channels.OTHER_CHANNEL_NEXT.match(quantity.clause.paragraph.text, said.figure.end) is None
    of_column = wordings.channels.COLUMN.search(said.left) is not None and wordings.channels.PLATFORM.search(said.left) is None
    if of_column and wordings.channels.NEXT_COLUMN.match(quantity.clause.paragraph.text, said.figure.end):
        return True
    return wordings.channels.HELD_BY_SITE.search(said.left) is not None or _is_of_one_account(quantity, said, context)


def _is_not_of_all(quantity: Quantity, said: Said, context: Context) -> bool:
    """网站发布信息2960条，…，主动公开文件数量为[0]: no documents, but information ; 发布信息[500条] under 重点领域 ; 收到申请3件，
    公开信息[8条]: what was asked for ; “清河之窗”专栏全年发布信息[310条]: in one place ; 除在网站公开外，还通过电视公开信息[60条]:
    beside the rest."""
    if (said.figure.value == 0 and "文件" in said.left) or _is_of_one_class(quantity, said, context):
        return True
    before = quantity.previous.words if quantity.previous is not None else ""
    if wordings.publishing.REPLIES_PUBLISHED.search(said.left) or wordings.publishing.REPLIES_PUBLISHED.search(before):
        return True  # 人大建议答复主动公开[19条] ; 政协提案复文里，主动公开[38件]
    if said.figure.counter in CASES and "信息" not in said.left and wordings.publishing.PROPOSALS_COUNTED.search(_sentence_up_to(quantity)):
        return True  # 办理人大代表建议13件、政协提案17件，对外公开[7件]
    if "主动" not in said.left and quantity.clause.paragraph.text.startswith("、", quantity.edge) and _is_behind_among(quantity):
        return True  # 主动公开信息300条，其中公示公告120条、曝光台发布各类信息[17条]
    if (
        "动态" in said.left
        and wordings.publishing.ALL_NEWS.search(said.left)
        and wordings.publishing.NEXT_CLASS.match(quantity.clause.paragraph.text, said.figure.end)
    ):
        return True  # 发布各类工作动态[312条]，通知公告45条
    if context.headed in OF_REQUESTS and "主动" not in said.left and without_lead(said.left) == said.left:
        return True
    text, start = quantity.clause.paragraph.text, quantity.clause.start
    if wordings.channels.ONE_OF_TWO.search(text, start, said.figure.start):
        return True  # 以网站为主、微信为辅：前者公开信息[142条]
    if "“" in text and wordings.channels.NAMED_PLACE.match(text, sentence_start(text, start)):
        return True
    if ("”" in text or "@" in text) and wordings.channels.NAMED_ACCOUNT.search(text, start, said.figure.start):
        return True  # 头条号“清河水务”发布各类信息[60条]
    if "还" in text[start : said.figure.start] and wordings.sums.ALSO.search(text, start, said.figure.start):
        return True
    if "主动" not in said.left and text.find("独立用户", said.figure.end) >= 0:
        return True  # 全年发布信息[4422篇]，独立用户访问总量25万个: all that a site put out, in the words of the report on it
    of_requests = context.headed in OF_REQUESTS and said.figure.counter in CASES
    if of_requests and ("信息" not in said.left + said.right or wordings.publishing.KIND_OF_ANSWER.search(said.left)):
        return True  # 收到申请12件，其中属于主动公开[1件]: an answer, for which the form has no line
    if "其" in said.left and wordings.publishing.OTHER_ITEMS.search(said.left):
        return True  # 财政信息5条；其他主动公开类信息[4条]
    return _is_outside(_NOT_OF_ALL_DISCLOSURE, said, context)


def _are_spoken_of_again(quantity: Quantity, said: Said, _: Context) -> bool:
    """在[31条]新增信息里 ; 新增的[31条]信息中: which were counted before."""
    return (
        said.left.endswith(("在", "新增的"))
        and wordings.publishing.AMONG_ITEMS.match(quantity.clause.paragraph.text, said.figure.end) is not None
    )


def _is_one_of_classes(quantity: Quantity, said: Said) -> bool:
    """网站发布政务动态[312条]、通知公告45条: one class of what was published, not all."""
    if not wordings.publishing.OF_NEWS.search(said.left):
        return False
    return wordings.publishing.NEXT_CLASS.match(quantity.clause.paragraph.text, said.figure.end) is not None


def _is_outside(sections: frozenset[Topic | None], said: Said, context: Context) -> bool:
    """Tells whether what was published is told under one of `sections`, or is an answer, and is not called 主动公开."""
    return said.left.endswith("公开答复") or ("主动公开" not in said.left + said.right and context.section in sections)


def _is_of_one_class(quantity: Quantity, said: Said, context: Context) -> bool:
    """机构概况类：新增主动公开[2条]，政策文件类主动公开信息[5条]: parts by what they are about ; 网站发布信息6259条，其中动态类3077条，
    主动公开类[1194条]: a class of what the site published."""
    if "公开类" in said.left and context.headed == "disclose" and not context.siblings:
        return True
    text, start = quantity.clause.paragraph.text, quantity.clause.start
    if "法定" in said.left and wordings.publishing.STATUTORY_CLASS.search(text, start, said.figure.start):
        return True
    if said.left.startswith("法定") and wordings.sums.GOES_ON_WITH_PARTS.search(text, sentence_start(text, start), start):
        return True  # 网站公开90条，其中动态30条，法定主动公开内容12条
    return "类" in text[start : said.figure.start] and wordings.publishing.OF_ONE_CLASS.search(text, start, said.figure.start) is not None


#: What tells another thing, by the metric or else the topic of the label.
_TELLS: Mapping[str, Callable[[Quantity, Said, Context], bool]] = {
    **dict.fromkeys(_ANSWERS, _answers_no_request),
    **dict.fromkeys(_DISCLOSING_ANSWERS, _discloses_unasked),
    "requests_received": _is_no_request,
    **dict.fromkeys(("requests_letter", "requests_online", "requests_email", "requests_in_person"), _are_letters),
    **dict.fromkeys(("requests_carried_in", "requests_carried_out"), _is_carried_of_others),
    "reply_already_public": _is_of_documents,
    "reply_refused": _are_items,
    "responses_hot_issues": _is_no_response,
    "press_conferences": _is_no_press_conference,
    "gazette_issues": _is_one_edition,
    "by_head": _is_of_another_chief,
    "online_interviews": _is_on_events,
    "policy_interpretations": _is_no_count_of_interpretations,
    "processing_fee_collected": _is_noticed_only,
    "fees_collected": _is_one_kind_of_fee,
    "complaints_total": _is_of_other_matters,
    "review": _is_of_another_body,
    "litigation": _is_of_another_body,
    "decision": _are_no_own_decisions,
    "special_funds": _is_spent_on_more,
    "meetings": _is_another_meeting,
    "appeals_total": _is_another_appeal,
    "consultations_on_site": _is_at_an_event,
    "consultations_phone": _are_other_calls,
    "consultations_total": _is_asked_otherwise,
    "training": _is_another_training,
    **dict.fromkeys(("refused", "unavailable", "declined"), _is_no_refusal),
    **dict.fromkeys(("outcome_refused", "outcome_unavailable", "outcome_declined"), _is_no_refusal),
    "staff": _is_not_all_staff,
    "staff_total": _is_of_more_staff,
    "proposal": _is_one_of_what_was_published,
    "site_visits": _is_of_the_page,
    "info_made_total": _are_spoken_of_again,
    "disclosed_total": _is_not_of_all,
    "disclosed_website": _is_not_all_of_the_site,
    "disclose": _is_of_one_account,
}
