"""Reads the figures of running text, clause by clause.

A clause is what stands between two punctuation marks. Each quantity in it is read with the words before it and the words behind it
(`extract.labels`); what the clause does not say itself it takes from its sentence and its section: the topic (维持25件 after
行政复议), whose figure it is (市本级 …，其中 …), and of which time (截至目前, 2016年 in a report of 2017). A quantity whose label is not
known is a statement, never a guess; a figure of another time, a growth or a share is no fact of the year but keeps its place in the ledger.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from extract import wordings
from extract.catalogue import METRICS, PARTIES
from extract.denials import MAY_DENY, denied
from extract.document import Document
from extract.figures import Figure, FigureKind, View, find_figures, view_of
from extract.fold import fold
from extract.labels import Era, Label, LabelMatch, label_of, match_before, match_behind, match_short, match_whole
from extract.records import Fact, LedgerEntry, LedgerKind, Qualifier, Scope, Section, Statement
from extract.sections import heading, heading_topic, sections

#: How narratives name the applicants of the form's columns; 其他 alone is too short to be one.
_PARTY = {label.rpartition("·")[2]: code for code, label in PARTIES.items() if code not in ("all", "other_organisation")}
_PARTY["其他组织"] = "other_organisation"
#: Sections in which a figure of published items is of something else than what they count together.
_NOT_OF_DISCLOSURE = frozenset(
    ("respond", "request", "reply", "review", "litigation", "complaint", "fee", "staff", "training", "meeting", "consult", "proposal")
)
#: Where complaints are about disclosure; elsewhere they are the office's own business (旅游投诉, 消费投诉举报).
_OF_COMPLAINTS = frozenset(("complaint", "review", "litigation", "request", "reply", "refused"))
#: After one of these a bare 其他 is the other channels.
_CHANNELS = frozenset(
    ("disclosed_website", "disclosed_gazette", "disclosed_weibo", "disclosed_wechat", "disclosed_weibo_wechat", "disclosed_new_media")
)
#: The metric a section's figure without words is of, if it is the section's first.
_TOTALS = {"review": "review_total", "litigation": "litigation_total", "complaint": "complaints_total"}
#: Words that turn their sentence to another topic, the last one counts: 发生行政复议案件如下.
_TOPIC_WORDS = re.compile(
    r"(?P<review>复议)|(?P<litigation>诉讼(?!请求)|行政应诉)|(?P<complaint>举报|投诉)|(?P<processing_fee>信息处理费)|(?P<fee>收费|费用)|"
    r"(?P<request>依申请公开|公开申请|收到申请|受理申请|申请[总数件中]|申请方式|申请渠道)|(?P<reply>答复(?![率时期书内质不能]))|"
    r"(?P<disclose>主动公开|公开政府信息|公开信息|公开政务信息|发布信息|发布政府信息|公开渠道)|(?P<respond>回应|解读)"
)
#: A figure's kind is its ledger kind, unless it is a quantity, which is read.
_LEDGER_KIND: dict[FigureKind, LedgerKind] = {
    "share": "share",
    "change": "change",
    "date": "date",
    "period": "period",
    "document_number": "document_number",
    "law": "law",
    "ordinal": "ordinal",
    "contact": "contact",
    "name": "name",
}


def _turns(text: str) -> list[tuple[int, str]]:
    """Returns where in `text` a word turns its sentence to another topic, and to which."""
    return [(match.start(), str(match.lastgroup)) for match in _TOPIC_WORDS.finditer(text)]


@dataclass(frozen=True, slots=True)
class _State:
    """What a clause inherits. `year` is the year its sentence speaks of, None for the report's own."""

    topic: str | None = None
    section: str | None = None
    scope: Scope = "all"
    year: int | None = None
    cumulative: bool = False
    #: 截至2016年底累计: the year's own figure where the report gives no other (Changchun 2016), else all years' together (Shanghai 2011).
    to_year_end: bool = False
    siblings: bool = False
    channels: bool = False
    #: Up to where the topic has been settled by words or facts already.
    turned: int | None = None


@dataclass(slots=True)
class ProseReading:
    """What the running text says; `ledger` accounts for every numeral in it."""

    facts: list[Fact] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    ledger: list[LedgerEntry] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    #: Where facts begin that count up to the year's end.
    to_year_end: set[int] = field(default_factory=set)
    #: Where facts begin whose words name the whole (全市, 各级行政机关).
    of_whole: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose report it is, as far as the prose must know: the report year, the era of its words, and the issuer's name (None: unknown)."""

    year: int | None
    era: Era
    issuer: str | None


def read_prose(document: Document, subject: Subject, taken: Sequence[tuple[int, int]] = ()) -> ProseReading:
    """Returns what the paragraphs of `document` say, but for those that overlap a span `taken` by the reader of forms."""
    reading = ProseReading()
    headings: list[tuple[int, int, int, str]] = []
    section: str | None = None
    stack: dict[int, str | None] = {}
    for start, end in _stretches(document, taken):
        view = view_of(document.text, start, end)
        if not view.text:
            continue
        figures = find_figures(view.text)
        opening = heading(view.text, figures)
        if opening is not None:
            depth, stop = opening
            headings.append((start, view.at[stop - 1] + 1, depth, view.text[:stop]))
            stack = {d: topic for d, topic in stack.items() if d < depth}
            stack[depth] = heading_topic(view.text[:stop])
            section = next((stack[d] for d in sorted(stack, reverse=True) if stack[d]), None)
            if "plan" in stack.values():
                section = "plan"
        _Paragraph(document.text, view, figures, subject, reading, section).read()
    reading.sections = sections(headings, len(document.text))
    _settle_to_year_end(reading)
    _settle_whole(reading)
    return reading


#: How far the words of a label reach from its figure, and what else a clause says before it. The longest label of the catalogue has 44.
_LONGEST_LABEL = 80
_LONGEST_CONTEXT = 160
#: A shorter cell is a label or a figure, not running text.
_SHORTEST_CELL = 24
#: A longer paragraph is no paragraph of a report but a page without breaks, or an attack; it is read in pieces of this length.
_LONGEST = 6_000


def _stretches(document: Document, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yields the paragraphs that no span of `taken` overlaps, overlong ones in pieces that end at a mark where there is one.

    A cell of running text in a table that is no form counts as a paragraph.
    """
    cells = {
        (cell.start, cell.end)
        for table in document.tables
        for row in table.grid
        for cell in row
        if cell and len(cell.text) >= _SHORTEST_CELL
    }
    spans = sorted(taken)
    index = 0
    for start, end in sorted((*document.paragraphs, *cells)):
        while index < len(spans) and spans[index][1] <= start:
            index += 1
        if index < len(spans) and spans[index][0] < end:
            continue
        while end - start > _LONGEST:
            cut = max(document.text.rfind(mark, start, start + _LONGEST) for mark in "。；，;,") + 1
            cut = cut if cut > start else start + _LONGEST
            yield start, cut
            start = cut
        yield start, end


def _settle_whole(reading: ProseReading) -> None:
    """Takes a figure for one body's own where another of the same metric names the whole: 市政府网站9806条 beside 全市政府网站86112条."""
    whole = {
        fact.metric: fact.value for fact in reading.facts if fact.start in reading.of_whole and fact.scope == "all" and fact.party == "all"
    }
    reading.facts = [
        replace(fact, scope="own_level")
        if fact.scope == "all"
        and fact.party == "all"
        and fact.start not in reading.of_whole
        and fact.metric in whole
        and _smaller(fact.value, whole[fact.metric])
        else fact
        for fact in reading.facts
    ]


def _smaller(one: Decimal | None, other: Decimal | None) -> bool:
    """Tells whether both figures are known and the first is the smaller."""
    return one is not None and other is not None and one < other


def _settle_to_year_end(reading: ProseReading) -> None:
    """Takes a figure up to the year's end for a cumulative one where the report gives a figure of the year too."""
    of_year = {fact.metric for fact in reading.facts if fact.start not in reading.to_year_end}
    ends = {fact.end for fact in reading.facts if fact.start in reading.to_year_end and fact.metric in of_year}
    reading.facts = [fact for fact in reading.facts if not (fact.start in reading.to_year_end and fact.metric in of_year)]
    reading.ledger = [
        replace(entry, kind="cumulative") if entry.kind == "fact" and entry.end in ends else entry for entry in reading.ledger
    ]


# --- paragraphs -------------------------------------------------------------------------------------------------------

_SENTENCE_END = re.compile(r"[。!?！？]")
_CLAUSE_END = re.compile(r"[，;；](?!\d{3}(?!\d))|,(?!\d{3}(?!\d))|[。!?]")


@dataclass(frozen=True, slots=True)
class _Clause:
    """One clause: `text[start:end]` without its closing mark, and its figures."""

    start: int
    end: int
    figures: tuple[Figure, ...]


class _Paragraph:
    """The reading of one paragraph: walks its sentences and clauses and adds to the reading."""

    def __init__(
        self, source: str, view: View, figures: Sequence[Figure], subject: Subject, reading: ProseReading, section: str | None
    ) -> None:
        self.view_source, self.view, self.text, self.figures = source, view, view.text, figures
        self.subject, self.reading, self.section = subject, reading, section
        self.masked = _mask_titles(view.text)
        #: The end of the last label that stood behind its figure: what follows belongs to the next one.
        self.read_to = 0
        self.next_figure = 0
        self.turns: list[tuple[int, str]] = []
        #: Facts from here on are of this paragraph.
        self.first_fact = len(reading.facts)

    def read(self) -> None:
        """Adds facts, statements and ledger entries of the paragraph to the reading."""
        state = _State(topic=self.section, section=self.section)
        if not any(f.kind == "quantity" for f in self.figures) and not MAY_DENY.search(self.masked):
            for figure in self.figures:
                self._account(figure, _LEDGER_KIND[figure.kind])
            return
        self.turns = _turns(self.masked)
        for sentence in self._sentences():
            if not any(f.kind == "quantity" for clause in sentence for f in clause.figures) and not MAY_DENY.search(
                self.masked, sentence[0].start, sentence[-1].end
            ):
                for figure in (f for clause in sentence for f in clause.figures):
                    self._account(figure, _LEDGER_KIND[figure.kind])
                topic = self._last_turn(sentence[0].start, sentence[-1].end)
                state = replace(state, topic=topic or state.topic)
                continue
            opens = self.text[sentence[0].start : sentence[0].start + 2] == "其中"
            state = _State(
                topic=state.topic, section=self.section, scope=state.scope if opens else "all", siblings=opens and state.siblings
            )
            before: _Clause | None = None
            last: tuple[Figure, int] | None = None
            for clause in sentence:
                state = self._clause_state(clause, state)
                state = self._read_all_of(clause, state, last)
                state = self._read_clause(clause, state, before)
                if any(f.kind == "quantity" for f in clause.figures):
                    last = self._counted_requests(clause, state)
                before = clause

    def _counted_requests(self, clause: _Clause, state: _State) -> tuple[Figure, int] | None:
        """Returns the one figure of requests in a clause and where its words begin, for a clause that speaks of all of them."""
        quantities = [f for f in clause.figures if f.kind == "quantity"]
        words = self.text[clause.start : clause.end]
        if (
            len(quantities) != 1
            or "结转" in words
            or not (state.topic == "request" or "申请" in words)
            or self._is_of_year(quantities[0], clause, words, state)
        ):
            return None
        return quantities[0], clause.start

    def _sentences(self) -> Iterator[list[_Clause]]:
        """Yields the clauses of each sentence. A mark inside a figure (1,234) or a title (《…，…》) ends nothing."""
        inside = [(f.start, f.end) for f in self.figures]
        self.next_figure = 0
        clauses: list[_Clause] = []
        start = 0
        index = 0
        ends = list(_CLAUSE_END.finditer(self.masked))
        for match in ends:
            while index < len(inside) and inside[index][1] <= match.start():
                index += 1
            if index < len(inside) and inside[index][0] <= match.start() < inside[index][1]:
                continue
            clauses.append(self._clause(start, match.start()))
            start = match.end()
            if _SENTENCE_END.match(match.group()):
                yield clauses
                clauses = []
        clauses.append(self._clause(start, len(self.text)))
        yield clauses

    def _clause(self, start: int, end: int) -> _Clause:
        first = self.next_figure
        while self.next_figure < len(self.figures) and self.figures[self.next_figure].start < end:
            self.next_figure += 1
        return _Clause(start, end, tuple(self.figures[first : self.next_figure]))

    # --- what the clause says beside its figures ----------------------------------------------------------------------

    def _clause_state(self, clause: _Clause, state: _State) -> _State:
        """Returns the state in `clause`: its own words where it has some, the sentence's where not."""
        words = self.masked[clause.start : clause.end]
        year = self._year(clause)
        if year is not None:
            state = replace(state, year=year, cumulative=False, to_year_end=False)
        elif wordings.PRIOR_WORD.search(words) and not wordings.COMPARED.search(words) and "结转" not in words and not _quantities(clause):
            state = replace(state, year=-1)
        elif state.year == -1 or re.match(r"今年|本年|全年|年内", words):
            state = replace(state, year=None)
        if wordings.CUMULATIVE.search(words):
            state = replace(state, cumulative=True)
        if wordings.TO_YEAR_END.search(words):
            state = replace(state, to_year_end=True)
        scope = self._scope(words)
        if scope is not None:
            state = replace(state, scope=scope)
        return state

    def _year(self, clause: _Clause) -> int | None:
        """Returns the year the clause is about, None if it names none. A year compared with (比2016年) or in a title is not it."""
        found = None
        for figure in clause.figures:
            if figure.kind != "date" or self.masked[figure.start] == "\0":
                continue
            match = re.match(r"\d?((?:19|20)\d{2})", self.text[figure.start : figure.end])
            if (
                match is None
                or self.text.startswith("结转", figure.end)
                or re.search(r"[比较与同至到由从自-]$|结转$|转入$", self.text[max(0, figure.start - 2) : figure.start])
            ):
                continue
            found = int(match.group(1))
        return found

    def _scope(self, words: str) -> Scope | None:
        """Returns whose figures the clause says it gives, None if it does not say."""
        if wordings.WHOLE.search(words):
            return "all"
        agency = self._other_agency(words)
        if agency:
            return "part"
        if wordings.OWN_LEVEL.search(words):
            return "own_level"
        return None

    def _other_agency(self, words: str) -> bool:
        """Tells whether a clause's subject is one agency of several, not the issuer."""
        issuer = self.subject.issuer
        if issuer is None or not re.search(r"政府|管理委员会|管委会|开发区|新区$", issuer):
            return False
        for match in wordings.AGENCY.finditer(words):
            name = match["agency"]
            if (
                not wordings.GENERIC_AGENCY.search(name)
                and name not in issuer
                and not re.search(r"[通过利用在依托]$", words[: match.start()])
            ):
                return True
        return False

    # --- figures ------------------------------------------------------------------------------------------------------

    def _read_clause(self, clause: _Clause, state: _State, before: _Clause | None) -> _State:
        """Reads the figures and denials of one clause; returns the state after it."""
        facts_before = len(self.reading.facts)
        spread = self._distributed(clause, state)
        edge = clause.start
        carried: LabelMatch | None = None
        for number, figure in enumerate(clause.figures):
            if figure.kind != "quantity":
                self._account(figure, _LEDGER_KIND[figure.kind])
                if figure.kind in ("share", "change") or self._is_list_mark(figure):
                    edge = figure.end
                continue
            following = islice(clause.figures, number + 1, None)
            stop = next((f.start for f in following if f.kind in ("quantity", "share", "change")), clause.end)
            if figure in spread:
                label = spread[figure]
                if label is None or self._is_of_year(figure, clause, "", replace(state, year=None)):
                    self._state(figure, self.text[clause.start : figure.start], "", clause.start, "statement" if label else None)
                else:
                    state = self._take(figure, label, state, clause.start, figure.end)
            else:
                state, carried = self._read_quantity(figure, clause, edge, stop, state, before, carried)
            edge = max(figure.end, self.read_to)
        self._read_denial(clause, state)
        if len(self.reading.facts) == facts_before:
            topic = self._last_turn(clause.start, clause.end)
            if topic is not None and state.section != "plan":
                state = replace(state, topic=topic)
        return state

    def _last_turn(self, start: int, end: int) -> str | None:
        """Returns the topic that the last topic word in `[start, end)` of the view turns to, None if there is none."""
        index = bisect_left(self.turns, (end,)) - 1
        if index < 0 or self.turns[index][0] < start:
            return None
        topic = self.turns[index][1]
        return "processing_fee" if topic == "fee" and "信息处理费" in self.text else topic

    def _read_quantity(
        self, figure: Figure, clause: _Clause, edge: int, stop: int, state: _State, before: _Clause | None, carried: LabelMatch | None
    ) -> tuple[_State, LabelMatch | None]:
        """Reads one quantity between `edge` (the end of the figure before it) and `stop`; returns the state and the label after it."""
        text = self.text
        words_end = figure.start
        if text[figure.start - 1 : figure.start] == "(" and text[figure.end : figure.end + 1] == ")" and figure.start > edge + 1:
            words_end -= 1  # 受理依申请公开（ 0 ）件: a form filled in between brackets
        edge = max(edge, words_end - _LONGEST_LABEL)
        bracket = text.rfind("(", edge, words_end)
        start = edge if bracket < 0 or ")" in text[bracket:words_end] else bracket + 1
        if (unit := wordings.BRACKETED_UNIT.search(text[:words_end], start)) and not figure.counter:
            # 主动公开政府信息数（条）：1,164
            counter = unit[1]
            factor = 10_000 if counter == "万元" else 1
            figure = replace(figure, counter=counter.replace("万元", "元"), value=None if figure.value is None else figure.value * factor)
            words_end = unit.start()
        if wordings.DENIED_FIGURE.search(text[start:words_end]):
            # 没有一例投诉: the numeral belongs to the denial, which is read after the figures.
            self._account(figure, "name")
            return state, carried
        of_replies = state.topic == "reply" or "答复" in text[clause.start : start]
        left, right = self._relative(text[start:words_end]), self._relative(text[figure.end : min(stop, figure.end + _LONGEST_LABEL)])
        state = self._topic_at(clause, figure, state)
        words = text[max(clause.start, figure.start - _LONGEST_CONTEXT) : figure.start]
        if wordings.FROM.search(left):
            label = self._label_before(wordings.FROM.sub("", left), state)
            self._account(figure, "prior")
            return state, label or carried
        if wordings.TO.search(left):
            label = carried or self._label_before(wordings.TO.sub("", left), state)
            if label is not None and self._is_of_year(figure, clause, words, state) is None:
                return self._take(figure, label, state, clause.start, figure.end), label
            self._account(figure, self._is_of_year(figure, clause, words, state) or "statement")
            return state, label
        if wordings.CHANGE.search(left) and not re.search(r"新增$|不(?:多|少)$|至少$", left):
            self._account(figure, "change")
            return state, carried
        if wordings.ABOUT_DISCLOSURE.fullmatch(left) and (whole := self._broader(clause)) is not None:
            # 行政复议案件41起，其中涉及信息公开3起: the first was of all cases.
            fact = self.reading.facts.pop(whole)
            self.reading.statements.append(Statement(fact.quote, fact.value, fact.unit, fact.qualifier, fact.quote, fact.start, fact.end))
            same = LabelMatch(label_of(fact.metric), 0)
            return self._take(figure, same, state, start, figure.end), same
        found = self._find_label(figure, left, right, start, state, before)
        if (
            of_replies
            and (reply := self._short(left, figure, replace(state, topic="reply")))
            and reply.label.metric == "reply_already_public"
        ):
            found = reply, start, figure.end
        other = self._is_of_year(figure, clause, words, state)
        party = _PARTY.get(wordings.LEAD.sub("", left.strip("、:")).removesuffix("申请").removesuffix("提出").removesuffix("的"))
        if found is None and party and other is None and figure.counter in {"件", "", "宗", "条"} and self._of_received(figure):
            received = LabelMatch(label_of("requests_received"), 0)
            return self._take(figure, received, state, start, figure.end, party=party), carried
        if found is None:
            self._state(figure, left, right, start, other)
            return state, carried
        label, quote_start, quote_end = found
        if label.label.topic == "disclose" and state.section in _NOT_OF_DISCLOSURE and "主动公开" not in left + right:
            # “长春发布”全年发布信息5026条 in the section on interpretation: what one account sent out, not what the body disclosed.
            self._state(figure, left, right, start, other)
            return state, carried
        if other is not None:
            if other == "statement":
                self._state(figure, left, right, start, None)
            else:
                self._account(figure, other)
            return replace(state, topic=label.label.topic), label
        if re.search(r"[均各都]", left):
            # 行政复议、行政诉讼均为0件: each of them, not all together.
            for stem in _stems(left):
                if any(m.label is label.label for m in match_before(stem, self.subject.era)):
                    for each in self._joined(stem, label):
                        if self._fits(each.label, figure, state):
                            self._take(figure, each, state, clause.start, figure.end, account=False)
                    break
        return self._take(figure, label, state, quote_start, quote_end), label

    def _of_received(self, figure: Figure) -> bool:
        """Tells whether a figure of one kind of applicants divides the requests received, which the paragraph gave before."""
        facts = self.reading.facts[self.first_fact :]
        return any(
            f.metric == "requests_received"
            and f.party == "all"
            and f.value is not None
            and figure.value is not None
            and figure.value <= f.value
            for f in facts
        )

    def _broader(self, clause: _Clause) -> int | None:
        """Returns the index of the fact of all cases that the clause before gave, None if it gave none."""
        index = len(self.reading.facts) - 1
        if index < 0 or self.reading.facts[index].metric not in {*_TOTALS.values(), "requests_received"}:
            return None
        return index if 0 < self.view.at[clause.start] - self.reading.facts[index].end < 6 else None

    def _is_list_mark(self, figure: Figure) -> bool:
        """Tells whether a figure only numbers what follows: 一、 (2) 3."""
        return figure.kind == "ordinal" and self.text[figure.end - 1] in "、.)．①②③④⑤⑥⑦⑧⑨"

    def _relative(self, words: str) -> str:
        """Returns `words` with the year of a carry-over said relatively: 结转2020年申请 in a report of 2021 is 结转上年申请."""
        year = self.subject.year
        if year is None or "转" not in words:
            return words
        return words.replace(f"{year - 1}年", "上年").replace(f"{year + 1}年", "下年").replace(f"{year}年", "本年")

    def _topic_at(self, clause: _Clause, figure: Figure, state: _State) -> _State:
        """Returns the state at a figure: a topic word of its clause that stands before it turns the sentence there."""
        topic = self._last_turn(max(clause.start, state.turned or 0), figure.start)
        if topic is None:
            return state
        return replace(state, topic=topic, turned=figure.end)

    def _find_label(
        self, figure: Figure, left: str, right: str, start: int, state: _State, before: _Clause | None
    ) -> tuple[LabelMatch, int, int] | None:
        """Returns the label of a figure and the span that states it, None if its words are not known."""
        era = self.subject.era
        behind = re.split(r"[、()(:”]", right)[0]
        left = left.lstrip("、，,;:)和及与")
        if "“" in left or "”" in left or '"' in left:
            left = left.replace("“", "").replace("”", "").replace('"', "")
        objects = wordings.BEHIND_LEAD.sub("", behind)
        no_object = bool(wordings.NO_OBJECT.match(behind))
        ends_at = max(start, figure.start - len(left))
        if state.siblings and (short := self._short(left, figure, replace(state, topic="disclose"))) and short.label.needs == "documents":
            return short, ends_at, figure.end
        if (
            state.topic in ("reply", "refused")
            and (short := self._short(left, figure, state))
            and short.label.metric.startswith(("reply_already", "outcome_"))
        ):
            return short, ends_at, figure.end
        requests_behind = re.fullmatch(r"(?:政府信息公开|信息公开|依申请公开)?(?:申请)?(?:中|里|当中)", behind)
        if requests_behind:
            no_object = True  # 在已经答复的16件申请中
        full = self._full_before(left, figure, state)
        if full is not None and left.endswith(":") and any(self._strong(objects, m) for m in match_behind(objects, era)):
            full = None  # 答复结果为：3件同意公开
        if full is not None:
            stem, match = full
            if no_object or not wordings.TRANSITIVE.search(stem):
                if self._joined(stem, match) and not re.search(r"[均各都]", left[len(stem) :]):
                    return None
                match = self._of_channels(stem, match, before)
                return match, self._label_start(start, figure.start, left, len(stem) - match.length), figure.end
        stems = _stems(left)
        if wordings.REFERRED.search(left):
            return None
        if objects:
            objects = re.sub(r"(?<=申请)(?:中|里|当中)$", "", objects)
            free = any(wordings.LEAD.sub("", stem) == "" or _is_subject(stem) for stem in stems)
            found = [m for m in match_behind(objects, era) if self._fits(m.label, figure, state)]
            found = [m for m in found if self._strong(objects, m)] or [m for m in found if free and state.topic in m.label.under]
            if found:
                return found[0], figure.start, figure.end + len(behind)
        if not no_object:
            for stem in stems:
                # 公开[488条]政府信息, 召开[39场]新闻发布会: verb before, object behind.
                whole = stem + objects
                spliced = [m for m in match_before(whole, era) if m.length > len(objects) and self._fits(m.label, figure, state)]
                if spliced:
                    return spliced[0], ends_at + max(0, len(whole) - spliced[0].length), figure.end + len(behind)
            if any(wordings.LEAD.sub("", stem) == "" or _is_subject(stem) for stem in stems):
                tail = [m for m in match_before(objects, era) if self._fits(m.label, figure, state)]
                if tail and re.search(r"(?:的|引发|引起|提起|产生|导致)$", objects[: len(objects) - tail[0].length]):
                    return tail[0], figure.start, figure.end + len(behind)
            return None
        short = self._short(left, figure, state)
        if short is not None:
            return short, ends_at, figure.end
        bare = any(not wordings.LEAD.sub("", stem) for stem in stems)
        if bare and before is not None and not any(f.kind == "quantity" for f in before.figures) and not re.match(r"其中|包括|分别", left):
            # 收到政府信息公开申请，共计5件: the label is the whole end of the clause before.
            earlier = self._full_before(self._beside_share(before), figure, state)
            if earlier is not None:
                stem, match = earlier
                return match, before.start + len(stem) - match.length, figure.end
        if bare and (total := self._total(figure, state)) is not None:
            return total, ends_at, figure.end
        return None

    def _total(self, figure: Figure, state: _State) -> LabelMatch | None:
        """Returns the label of the section's own total for a figure without words, the section's first: 五、复议情况 | 共5件."""
        metric = _TOTALS.get(state.section or "") if state.topic == state.section else None
        if state.topic == "training" and figure.counter in {"人次", "人", "名"}:
            metric = "trainees"
        if metric is None or (metric != "trainees" and self._seen(metric)):
            return None
        label = label_of(metric)
        return LabelMatch(label, 0) if self._fits(label, figure, state) else None

    def _seen(self, metric: str) -> bool:
        """Tells whether a fact of `metric` or of its topic has been read already."""
        family = metric.split("_")[0]
        return any(fact.metric.startswith(family) for fact in self.reading.facts[-60:])

    def _label_start(self, start: int, end: int, left: str, index: int) -> int:
        """Returns where in the view `left[index:]` begins; `left` is the end of `text[start:end]` without quotation marks."""
        behind = len(left) - index
        at = end
        while at > start and behind:
            at -= 1
            behind -= self.text[at] not in '“”"'
        return at

    def _short(self, left: str, figure: Figure, state: _State) -> LabelMatch | None:
        """Returns the short label of the topic that is all of `left`, but for words that say nothing."""
        for stem in _stems(left):
            whole = wordings.LEAD.sub("", stem).rpartition(":")[2]
            whole = re.sub(r"^.{0,24}等(?=[^级地方])", "", wordings.LEAD.sub("", whole))
            narrow = state.topic in ("refused", "unavailable", "declined")
            for topic in (state.topic or "overview", None if narrow else state.section):
                for match in match_whole(whole, self.subject.era, topic):
                    if self._fits(match.label, figure, state):
                        return match
        return None

    def _of_channels(self, stem: str, match: LabelMatch, before: _Clause | None) -> LabelMatch:
        """Returns the label of a figure of published items with regard to the channels named for it.

        Of several channels together (网站和微信公众号等主动公开信息176条) it is the total; and a channel that is all the clause before says
        (一是政府网站，共发布信息2894条) is the figure's.
        """
        if match.label.metric in _CHANNELS and wordings.OTHER_CHANNEL.search(stem[: len(stem) - match.length]):
            total = [m for m in match_before(stem, self.subject.era) if m.label.metric == "disclosed_total"]
            return total[0] if total else match
        if match.label.metric == "disclosed_total" and before is not None and not _quantities(before):
            named = re.split(r":|[一二三四五六七]是", text_of(self, before).replace("“", "").replace("”", ""))[-1]
            named = wordings.LEAD.sub("", named)
            channel = [m for m in match_whole(named, self.subject.era, "disclose") if m.label.metric in _CHANNELS]
            return LabelMatch(channel[0].label, match.length) if channel else match
        return match

    def _beside_share(self, clause: _Clause) -> str:
        """Returns the words of a clause without its share: 同意公开的占71.4% gives 同意公开的, 83.3%为网上申请 gives 为网上申请."""
        shares = [f for f in clause.figures if f.kind == "share"]
        if not shares:
            return text_of(self, clause)
        before = re.sub(r"(?:所占比例|占比|占)(?:为|约)?$", "", self.text[clause.start : shares[0].start])
        return before or self.text[shares[0].end : clause.end]

    def _full_before(self, text: str, figure: Figure, state: _State) -> tuple[str, LabelMatch] | None:
        """Returns the full label `text` ends with, once words that only link it to the figure are off, and the text without them.

        Of several, the one that reaches back furthest: 同意公开答复的 is one label, not 答复.
        """
        best: tuple[int, str, LabelMatch] | None = None
        for stem in _stems(text):
            for match in match_before(stem, self.subject.era):
                start = len(stem) - match.length
                if (
                    (best is None or start < best[0])
                    and self._fits(match.label, figure, state)
                    and _begins(stem[:start], stem[start:], match)
                ):
                    best = start, stem, match
        return best[1:] if best else None

    def _label_before(self, left: str, state: _State) -> LabelMatch | None:
        """Returns the label that ends where `left` ends."""
        for stem in _stems(left):
            full = match_before(stem, self.subject.era)
            matches = [*full, *match_whole(wordings.LEAD.sub("", stem), self.subject.era, state.topic or "overview")]
            if matches:
                return matches[0]
        return None

    @staticmethod
    def _strong(objects: str, match: LabelMatch) -> bool:
        """Tells whether a label behind the figure is a full one, known without a topic."""
        return match.label.before is not None and bool(match.label.before.fullmatch(objects[::-1]))

    def _fits(self, label: Label, figure: Figure, state: _State) -> bool:
        """Tells whether a figure can be of a label: its counter, and the siblings a label asks for."""
        if label.needs == "documents" and not (state.siblings and figure.counter in {"条", ""}):
            return False
        if label.needs == "channels" and not state.channels:
            return False
        if label.metric == "complaints_total" and not (
            state.topic in _OF_COMPLAINTS or state.section in _OF_COMPLAINTS or "信息公开" in self.text
        ):
            return False
        if "元" in label.counters:
            return figure.counter.endswith("元")
        return figure.counter == "" or figure.counter in label.counters

    def _joined(self, stem: str, match: LabelMatch) -> list[LabelMatch]:
        """Returns the labels listed right before `match` at the end of `stem`, the nearest first: 行政复议、[行政诉讼]."""
        found: list[LabelMatch] = []
        ahead = stem[: len(stem) - match.length]
        while ahead and ahead[-1] in "和、及与或":
            others = match_before(ahead[:-1], self.subject.era) or match_short(
                re.split(r"[，、和及与或]", ahead[:-1])[-1], self.subject.era
            )
            if not others:
                break
            found.append(others[0])
            ahead = ahead[: -1 - others[0].length]
        return found

    def _is_of_year(self, figure: Figure, clause: _Clause, words: str, state: _State) -> LedgerKind | None:
        """Returns the ledger kind of a quantity that is no figure of the report year, None if it is one."""
        if state.section == "plan" or wordings.NEXT_YEAR.search(words) or wordings.PLAN.search(words[-24:]):
            return "statement"
        if state.year is not None and self.subject.year is not None and state.year != self.subject.year:
            if state.year == -1 or state.year < self.subject.year:
                return "prior"
            return "statement" if state.year > self.subject.year else None
        if state.year == -1 or (wordings.PRIOR_WORD.search(words) and not wordings.COMPARED.search(words) and "结转" not in words):
            return "prior"
        if wordings.PART_OF_YEAR.search(words) and not re.search(r"全年|1(?:-|至|—)12月|年度", words):
            return "statement"
        return "cumulative" if state.cumulative or "历年" in words else None

    def _distributed(self, clause: _Clause, state: _State) -> dict[Figure, LabelMatch | None]:
        """Returns the labels of figures given apart from them, None where they cannot be told apart or are of other years.

        当面、网络、信函申请分别为3件、5件、2件 ; 2016年、2017年主动公开信息分别为4016条和4873条.
        """
        quantities = [f for f in clause.figures if f.kind == "quantity"]
        begin = max((f.end for f in clause.figures if self._is_list_mark(f)), default=clause.start)
        left = self.text[begin : quantities[0].start] if len(quantities) > 1 else ""
        match = re.search(r"(?:分别|依次|各自)(?:[为是有达])?(?P<tail>[^，。;:、()]{0,12}?)(?:[为是有达:]|共)?$", left)
        if match is None:
            return {}
        first = quantities[0]
        years = [
            f
            for f in self.figures
            if f.kind == "date" and f.end <= first.start and re.fullmatch(r"(?:19|20)\d{2}年?度?", self.text[f.start : f.end])
        ]
        if len(years) == len(quantities) and self.subject.year is not None:
            of_years = [int(self.text[f.start : f.start + 4]) for f in years]
            label = self._label_before(left[: match.start()], state)
            if label is not None:
                return {figure: label if year == self.subject.year else None for figure, year in zip(quantities, of_years, strict=True)}
        listed = wordings.LEAD.sub("", left[: match.start()]).rstrip(":")
        # 维持、纠错、其他情形的行政复议案件: what they are all cases of stands behind the last.
        names = re.split(r"[、和及与]", re.sub(r"的(?:行政)?(?:复议|诉讼)案?件?$", "", listed))
        if len(names) != len(quantities):
            return dict.fromkeys(quantities)
        found: dict[Figure, LabelMatch | None] = {}
        for name, figure in zip(names, quantities, strict=True):
            found[figure] = self._named(name, match["tail"], names[-1], figure, self._topic_at(clause, first, state))
        return found if None not in found.values() else dict.fromkeys(quantities)

    def _named(self, name: str, tail: str, last: str, figure: Figure, state: _State) -> LabelMatch | None:
        """Returns the label of one of several listed names; what they share stands behind the last: 当面、网络、信函[申请]."""
        for ending in (tail, "", *(last[i:] for i in range(len(last) - 1, 0, -1))):
            found = self._full_before(name + ending, figure, state)
            if found is not None and found[1].length > len(ending):
                return found[1]
        return self._short(name, figure, state)

    # --- denials ------------------------------------------------------------------------------------------------------

    def _read_denial(self, clause: _Clause, state: _State) -> None:
        """Adds a zero for each thing the clause denies: 没有举报和行政复议案发生."""
        words = self.masked[clause.start : clause.end]
        if (
            state.section == "plan"
            or any(f.value and not self._is_denied(clause, f) for f in _quantities(clause))
            or not MAY_DENY.search(words)
        ):
            return
        if wordings.PLAN.search(words) or state.cumulative or (state.year is not None and state.year != self.subject.year):
            return
        begin = self.view.at[clause.start]
        for label, start in denied(words, self.subject.era, state.topic):
            if not any(fact.metric == label.metric and fact.start >= begin for fact in self.reading.facts):
                self._add(label, Decimal(0), "exact", state, clause.start + start, clause.end, clause.start, clause.end)

    def _is_denied(self, clause: _Clause, figure: Figure) -> bool:
        """Tells whether a figure counts nothing of its own: behind a denial (未发生[一起]), or only pointing (对[10件]申请没有收费)."""
        words = self.text[max(clause.start, figure.start - 8) : figure.start]
        return bool(wordings.DENIED_FIGURE.search(words) or wordings.REFERRED.search(words))

    def _read_all_of(self, clause: _Clause, state: _State, last: tuple[Figure, int] | None) -> _State:
        """Adds what a clause without figure says of all the requests counted right before it: 收到申请8件，都为信函申请."""
        words = self.text[clause.start : clause.end]
        match = wordings.ALL_OF.match(words)
        if (
            last is None
            or match is None
            or clause.figures
            or state.scope != "all"
            or wordings.NOT_ALL.search(words)
            or state.section == "plan"
        ):
            return state
        figure, quote_start = last
        rest = words[match.end() :]
        found = self._full_before(rest, figure, replace(state, topic="request"))
        label = found[1] if found else self._short(rest, figure, replace(state, topic="request"))
        if (
            label is None
            or label.label.topic not in ("request", "reply")
            or label.label.metric in ("requests_received", "requests_handled")
        ):
            return state
        return self._take(figure, label, state, quote_start, clause.end, account=False)

    # --- results ------------------------------------------------------------------------------------------------------

    def _take(
        self,
        figure: Figure,
        match: LabelMatch,
        state: _State,
        quote_start: int,
        quote_end: int,
        *,
        account: bool = True,
        party: str = "all",
    ) -> _State:
        """Adds the fact of a figure and, unless it has its account already, its ledger entry; returns the state after it."""
        label = match.label
        value = figure.value
        if value is not None and METRICS[label.metric].unit == "万元" and figure.counter.endswith("元"):
            value = value / 10000
        while quote_start < figure.start and self.text[quote_start] in "、，,;和及与:(":
            quote_start += 1
        self._add(label, value, figure.qualifier, state, figure.start, figure.end, quote_start, max(quote_end, figure.end), party)
        self.read_to = quote_end
        if label.metric == "requests_carried_in":
            self._settle_handled(value)
        if account:
            self._account(figure, "fact")
        siblings = state.siblings or label.metric in ("info_made_total", "disclosed_total")
        channels = state.channels or label.metric in _CHANNELS
        return replace(state, topic=label.topic, siblings=siblings, channels=channels, turned=figure.end)

    def _settle_handled(self, carried_in: Decimal | None) -> None:
        """Renames a count of requests that turns out to hold those carried in: 收到318件（含上年结转11件）."""
        facts = self.reading.facts
        recent = [
            i
            for i in range(max(0, len(facts) - 4), len(facts))
            if facts[i].metric == "requests_received" and facts[i].party == "all" and facts[i].start >= self.view.at[0]
        ]
        if not recent or carried_in is None:
            return
        whole = facts[recent[0]]
        between = fold(self.view_source[whole.end : facts[-1].start])
        parts = [facts[i].value for i in recent[1:]]
        summed = bool(parts) and whole.value == (parts[-1] or 0) + carried_in
        if summed or re.match(r"[^。;；]{0,3}\((?:其中)?(?:含|包括|包含)", between):
            facts[recent[0]] = replace(whole, metric="requests_handled", unit=METRICS["requests_handled"].unit)

    def _add(
        self,
        label: Label,
        value: Decimal | None,
        qualifier: Qualifier,
        state: _State,
        raw_start: int,
        raw_end: int,
        quote_start: int,
        quote_end: int,
        party: str = "all",
    ) -> None:
        start, end = self.view.place(quote_start, quote_end)
        if state.to_year_end:
            self.reading.to_year_end.add(start)
        if wordings.WHOLE.search(self.masked[max(0, quote_start - 12) : quote_end]):
            self.reading.of_whole.add(start)
        self.reading.facts.append(
            Fact(
                metric=label.metric,
                value=value,
                unit=METRICS[label.metric].unit,
                raw=self._original(raw_start, raw_end),
                quote=self.view_source[start:end],
                start=start,
                end=end,
                source="text",
                scope=state.scope,
                qualifier=qualifier,
                party=party,
            )
        )

    def _state(self, figure: Figure, left: str, right: str, start: int, other: LedgerKind | None) -> None:
        """Adds a quantity that is no fact: a statement with its subject, or the kind of another time."""
        if other not in (None, "statement"):
            self._account(figure, other)
            return
        subject = wordings.LEAD.sub("", left.strip("、，,;:)(“”")).strip("、，,;:(“”") or right.split("、")[0].strip("、，,;:)“”")
        if not subject or figure.value is None:
            self._account(figure, "unread")
            return
        first, last = self.view.place(start, figure.end)
        quote = self.view_source[first:last]
        self.reading.statements.append(Statement(subject, figure.value, figure.counter, figure.qualifier, quote, first, last))
        self._account(figure, "statement")

    def _original(self, start: int, end: int) -> str:
        """Returns the original words of a stretch of the view."""
        first, last = self.view.place(start, end)
        return self.view_source[first:last]

    def _account(self, figure: Figure, kind: LedgerKind) -> None:
        start, end = self.view.place(figure.start, figure.end)
        self.reading.ledger.append(LedgerEntry(start, end, kind))


def _quantities(clause: _Clause) -> list[Figure]:
    """Returns the quantities of a clause."""
    return [figure for figure in clause.figures if figure.kind == "quantity"]


def text_of(paragraph: _Paragraph, clause: _Clause) -> str:
    """Returns the words of a clause."""
    return paragraph.text[clause.start : clause.end]


_LINKS_BY_LAST = {last: tuple(link for link in wordings.LINKS if link[-1] == last) for last in {link[-1] for link in wordings.LINKS}}


def _begins(ahead: str, words: str, match: LabelMatch) -> bool:
    """Tells whether the label `words` may begin where `ahead` ends."""
    if wordings.SPOILT.search(ahead):
        return False
    return not words.startswith(match.label.guarded) or not match.label.guarded or bool(wordings.CLEAN.search(ahead))


@lru_cache(maxsize=1024)
def _stems(text: str) -> tuple[str, ...]:
    """Returns `text`, then `text` without linking words at its end (申请总数共计为, 申请总数共计, 申请总数, 申请), the longest first."""
    seen, queue, stems = {text}, [text], []
    while queue:
        stem = queue.pop(0)
        stems.append(stem)
        for link in _LINKS_BY_LAST.get(stem[-1:], ()):
            rest = stem.removesuffix(link)
            if rest != stem and rest not in seen and len(seen) < 24:
                seen.add(rest)
                queue.append(rest)
        queue.sort(key=len, reverse=True)
    return tuple(stems)


def _is_subject(left: str) -> bool:
    """Tells whether the words before a figure are only its subject or a verb of existence: 2016年汽开区有[1件]…"""
    return bool(re.search(r"(?:有|发生|共|为|是|:|其中)$", left)) and len(left) <= 20


def _mask_titles(text: str) -> str:
    """Returns `text` with what stands between 《 and 》 blanked, so that words and marks of a title say nothing of the clause."""
    if "《" not in text:
        return text
    return re.sub(r"《[^《》]{0,120}》", lambda match: "\0" * len(match.group()), text)
