"""A quantity of a clause, the words that are its own, and what becomes of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.figures import Figure
from extract.prose import wordings
from extract.prose.clauses import Clause, behind_last, behind_last_quantity, quantity_before
from extract.prose.context import Context, context_after, turned_to
from extract.prose.labels import LabelMatch
from extract.prose.place import PEOPLE, Attribution
from extract.prose.stems import without_lead
from extract.records import LedgerKind

#: How far the words of a label reach from its figure. The longest label of the catalogue has 44.
LONGEST_LABEL = 80
#: What requests and cases are counted in, and published items seldom.
CASES = frozenset(("件", "宗", "起", "份", "例"))
#: What published items are counted in, and requests and events hardly ever.
ITEMS = frozenset(("条", "篇", "则"))
#: What requests are counted in right behind the number of those who made them, where nothing else is counted: 收到申请32人86[次].
_REQUESTS = CASES | {"次", "条", "项", "件次"}
#: What the counters of groups of things end in, and those of the things: 公开信息[6]类[350]条, 公开信息[28]大项[600]条.
_GROUPS = frozenset("项类块种批个")
_THINGS = frozenset(("条", "件", "篇", "次", "份", "宗"))
#: No groups are parted into groups so often; a longer list of them is an attack.
_MOST_LEVELS = 8
#: What applicants are counted in.
_APPLICANTS = PEOPLE | {"人次"}
#: What stands between the ends of a range: 配备1[-]2名兼职人员.
RANGE_MARKS = "-—–~至"
#: What stands right behind a figure, up to the next mark.
_THING_BEHIND = re.compile(r"[^，。;、:)]{1,16}")
#: How far back a bracket may open that closes between a label and its figure.
_LONGEST_ASIDE = 160


class Quantity(NamedTuple):
    """A quantity of a clause; the words that can be its own reach from `edge`, where the figure before it ends, to `stop`, where the one
    behind it begins. `previous` is the clause before, `carried` the label of the figure before, for a figure that continues it."""

    figure: Figure
    clause: Clause
    edge: int
    stop: int
    previous: Clause | None
    carried: LabelMatch | None


class Said(NamedTuple):
    """A figure and the words around it as labels say them: `left` before it, from `start`, and `right` behind it, up to other figures.

    `other` is the ledger kind of a figure that they make none of the report year.
    """

    figure: Figure
    start: int
    left: str
    right: str
    other: LedgerKind | None


class Verdict(NamedTuple):
    """What a quantity is, and what follows inherits.

    `kind` is its ledger kind. A `fact` has attributions, its own last, before it those to labels it holds for as well. A `statement` has a
    `subject` whose words begin at `start`; one without is only the other end of a change.
    """

    figure: Figure
    kind: LedgerKind
    context: Context
    carried: LabelMatch | None
    attributions: tuple[Attribution, ...] = ()
    subject: str = ""
    start: int = 0
    #: The fact before it counts more than its metric means (all cases, not those about disclosure), and is but a statement.
    narrows_last: bool = False


def counted_otherwise(quantity: Quantity) -> Figure | None:
    """Returns the figure right before a quantity that counts the same things otherwise: the groups they fall in (公开信息[6类]350条), or
    who asked for them (收到申请[32人]86件). None if none does."""
    before = quantity_before(quantity.clause, quantity.figure.start)
    if before is None:
        return None
    of_applicants = before.end == quantity.figure.start and counts_applicants(quantity.clause, before, quantity.figure)
    return before if of_applicants or counts_groups(quantity.clause, before, quantity.figure) else None


def first_of_groups(clause: Clause, groups: Figure) -> Figure:
    """Returns the first of the figures that count groups and the groups in them, the last of which is `groups`: 公开信息[6大类]、35小类."""
    text, index = clause.paragraph.text, clause.quantities.index(groups)
    for before in reversed(clause.quantities[max(0, index - _MOST_LEVELS) : index]):
        if before.counter[-1:] not in _GROUPS or not wordings.lists.GROUPS_AND_THEIRS.fullmatch(text, before.end, groups.start):
            break
        groups = before
    return groups


def counts_groups(clause: Clause, figure: Figure, behind: Figure) -> bool:
    """Tells whether a figure only counts the groups of what the figure `behind` it counts: 公开信息[16项]65条, 申请[4批]9件."""
    if figure.counter[-1:] not in _GROUPS or behind.counter not in _THINGS or figure.value is None or behind.value is None:
        return False
    return figure.value <= behind.value and wordings.lists.GROUPS.fullmatch(clause.paragraph.text, figure.end - 1, behind.start) is not None


def counts_applicants(clause: Clause, figure: Figure, behind: Figure) -> bool:
    """Tells whether a figure counts those who made the requests that the figure `behind` it counts: 收到[32人]提出的申请86件 ;
    收到申请[32人]86件."""
    if figure.counter not in _APPLICANTS and not wordings.requests.OF_BODIES_THAT_ASK.match(clause.paragraph.text, figure.end - 1):
        return False
    if figure.end == behind.start:
        return behind.counter in _REQUESTS and "申请" in clause.paragraph.text[clause.start : figure.start]
    return (
        behind.counter in CASES
        and wordings.requests.APPLICANTS_OF.fullmatch(clause.paragraph.text, figure.end - 1, behind.start) is not None
    )


def things_of_groups(quantity: Quantity) -> str:
    """Returns what the groups before a quantity are groups of, where it stands behind their number: 发布12类[信息]共350条."""
    groups = counted_otherwise(quantity)
    match = (
        wordings.lists.GROUPS.fullmatch(quantity.clause.paragraph.text, groups.end - 1, quantity.figure.start)
        if groups is not None
        else None
    )
    noun = match["noun"] if match is not None else None
    return "" if noun is None else "信息" if quantity.figure.counter in ITEMS else noun


def own_words(quantity: Quantity) -> tuple[Figure, int, int]:
    """Returns the figure, with the counter that stands in brackets before it, and the span of the words before it that can be its own."""
    figure, text = quantity.figure, quantity.clause.paragraph.text
    if (other := counted_otherwise(quantity)) is not None:
        first = first_of_groups(quantity.clause, other)
        start = max(quantity.clause.start, first.start - LONGEST_LABEL, behind_last_quantity(quantity.clause.paragraph, first.start))
        return figure, start, first.start
    end = figure.start
    if text.startswith(")", figure.end) and (opened := wordings.around.OPEN_BRACKET.search(text, quantity.edge + 1, end)) is not None:
        end = opened.start()  # 受理依申请公开（ 0 ）件: a form filled in between brackets ; 政府网站（全年98条）
    start = max(quantity.edge, end - LONGEST_LABEL)
    bracket = text.rfind("(", start, end)
    if bracket >= 0 and ")" not in text[bracket:end]:
        start = bracket + 1
    unit = wordings.around.BRACKETED_UNIT.search(text, start, end) if not figure.counter else None
    if unit is None:
        return figure, start, end
    # 主动公开政府信息数（条）：1,164
    value = figure.value
    if unit[1] == "万元" and value is not None:
        value *= 10_000
    return figure._replace(counter=unit[1].removeprefix("万"), value=value), start, unit.start()


def without_asides(clause: Clause, start: int, end: int) -> tuple[int, str]:
    """Returns the words in `[start, end)` of the paragraph without asides in brackets, and where they begin: before a bracket with a
    figure or marks of its own that closes among them (微信公众号（1个）发布信息[149条], 公开信息（含组织机构，工作动态等栏目）共[85条])."""
    text = clause.paragraph.text
    words = text[start:end]
    if ")" not in words:
        return start, words
    closing = words.index(")") + 1
    opening = text.rfind("(", max(0, start - _LONGEST_ASIDE), start) if "(" not in words[:closing] else -1
    if opening >= 0 and wordings.around.ASIDE.fullmatch(text, opening, start + closing):
        start = _clause_start(clause, opening)
        words = text[start:opening] + words[closing:]
    return start, wordings.around.ASIDE.sub("", words)


def _clause_start(clause: Clause, end: int) -> int:
    """Returns where the words before `end` begin that can be of one label: behind the last mark or quantity before it."""
    mark = behind_last(clause.paragraph.text, "，,;；。", end)
    return max(end - LONGEST_LABEL, mark, behind_last_quantity(clause.paragraph, end))


def is_of_a_row(quantity: Quantity) -> bool:
    """Tells whether bare numbers stand side by side, the row of a table whose columns are lost: 本年新收申请数量 [136] 2 0 0 1 0 139."""
    figure, text = quantity.figure, quantity.clause.paragraph.text
    if figure.counter:
        return False
    return (quantity.stop == figure.end + 1 and text[figure.end] == " ") or (
        quantity.edge == figure.start - 1 and text[quantity.edge] == " " and text[quantity.edge - 1].isdigit()
    )


def is_of_a_range(quantity: Quantity) -> bool:
    """Tells whether a figure is one end of a range, which is no count: 配备[1]-[2名]兼职人员."""
    figure, text, edge, stop = quantity.figure, quantity.clause.paragraph.text, quantity.edge, quantity.stop
    if edge == figure.start - 1 and text[edge] in RANGE_MARKS:
        return text[edge - 1].isdigit()
    return not figure.counter and stop == figure.end + 1 and text[figure.end] in RANGE_MARKS and text[stop : stop + 1].isdigit()


def fact_of(figure: Figure, context: Context, match: LabelMatch, start: int, *, narrows_last: bool = False) -> Verdict:
    """Returns the verdict that a figure is the fact of one label, stated by the words from `start` to its end."""
    after = context_after(match.label, figure.end, context)
    return Verdict(figure, "fact", after, match, (Attribution(match, start, figure.end),), narrows_last=narrows_last)


def stated(said: Said, context: Context, carried: LabelMatch | None) -> Verdict:
    """Returns the verdict on a figure that is no fact: a statement with its subject, or of the kind of another time."""
    figure = said.figure
    if said.other not in (None, "statement"):
        return Verdict(figure, said.other, context, carried)
    subject = without_lead(said.left.strip("、，,;:)(“”")).strip("、，,;:(“”") or said.right.split("、")[0].strip("、，,;:)“”")
    if not subject or figure.value is None:
        return Verdict(figure, "unread", context, carried)
    if wordings.publishing.DOCUMENTS.search(subject):
        context = context._replace(documents=True)
    elif wordings.publishing.RULES_REVIEWED.search(subject):
        context = turned_to("normative", context)
    elif (_counts_other_matters(subject, context) and not _is_kind_of_request(said.left, subject, context)) or _handles_other_matters(said):
        context = context._replace(letters=True)
    return Verdict(figure, "statement", context, carried, subject=subject, start=said.start)


def _handles_other_matters(said: Said) -> bool:
    """Tells whether a figure is how many of other things than requests were handled, as named right behind it: 处理25件[网民留言]."""
    if not said.left.endswith(("处理", "办理", "受理", "收到", "接到")):
        return False
    thing = _THING_BEHIND.match(said.right)
    return thing is not None and "申请" not in thing[0] and wordings.requests.NO_REQUEST.search(thing[0]) is not None


def _is_kind_of_request(words: str, subject: str, context: Context) -> bool:
    """Tells whether a statement counts some of the requests counted before, whatever they are about: 其中历史遗留问题类[40件]."""
    return context.headed == "request" and subject.endswith("类") and wordings.sums.AMONG_THOSE.match(words) is not None


def _counts_other_matters(subject: str, context: Context) -> bool:
    """Tells whether a statement counts what is answered and closed as requests are: 收到网民留言19条 ; 受理贷款申请3200件.

    But 其中涉及信访3件 is a kind of the requests counted before.
    """
    if wordings.requests.NO_REQUEST.search(subject) and "申请" not in subject:
        return not subject.startswith(("涉", "属"))
    return context.headed is None and wordings.requests.RECEIVED.search(subject) is not None and "公开" not in subject
