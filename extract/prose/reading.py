"""Reads the figures of running text, clause by clause.

Each quantity of a clause is read with the words before it and behind it (`extract.prose.attribution`); what the clause does not say
itself it takes from its sentence and its section (`extract.prose.context`). A quantity whose label is not known is a statement, never a
guess; a figure of another time, a growth or a share is no fact of the year but keeps its place in the ledger
(`extract.prose.quantities`). Denials are zeros (`extract.prose.denials`), and what the whole report says of a figure is settled at the
end (`extract.prose.settling`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from heapq import merge
from operator import itemgetter

from extract.catalogue import METRICS
from extract.document import Document
from extract.figures import Figure, View, find_figures, in_digits, view_of
from extract.fold import fold
from extract.prose import wordings
from extract.prose.all_of import (
    Counted,
    answer_told_behind,
    channel_of_all,
    counted,
    ending_of_the_one,
    goes_on_with_the_one,
    narrowed,
    reason_of_all,
    said_of_all,
    up_to_colon,
    way_of_all,
)
from extract.prose.asides import view_without_asides
from extract.prose.beside import refused_so, whole_before
from extract.prose.clauses import Clause, Paragraph, is_list_mark, mask_titles, sentences, stretches
from extract.prose.context import (
    Context,
    Subject,
    clause_context,
    context_after,
    last_turn,
    opening_context,
    other_time,
    sentence_context,
    topic_turns,
    turned_to,
)
from extract.prose.counts_in_tables import TableOfCounts
from extract.prose.denials import MAY_DENY, denied, denied_by_answer
from extract.prose.distribution import distribute
from extract.prose.labels import Label, LabelMatch
from extract.prose.place import Attribution
from extract.prose.projects import unchanged_projects
from extract.prose.quantities import verdict_on
from extract.prose.quantity import Quantity, Said, Verdict, stated
from extract.prose.sections import Heading, heading, heading_topic, sections
from extract.prose.settling import (
    Marked,
    count_holding,
    renamed,
    settled,
    sum_of_requests,
)
from extract.prose.topics import Topic
from extract.records import Fact, FactSource, LedgerEntry, LedgerKind, Qualifier, Scope, Section, Statement

__all__ = ["ProseReading", "Subject", "read_prose"]

#: What marks an item of a list, or nothing: ●全年公开信息60条.
_BULLET = re.compile(r"[\s●•■◆▲★◎·—]*")
#: Where words that name the whole may begin before the words that state its figure: [全市]网站公开信息9806条.
_WHOLE_REACH = 12
#: Where words that make a figure one of about as many may begin before it: [约]收到申请30件.
_ABOUT_REACH = 24
#: A paragraph behind a colon that is no longer is an item of its list, numbered or not: 行政复议7件：| 维持5件；.
_LONGEST_ITEM = 16
#: How long an answer can be that says no more than 无, and a line that names what it answers.
_LONGEST_ANSWER = 24
_LONGEST_TITLE = 80
#: How many facts back a figure's place among them is looked for; a written report has fewer of all.
_FACTS_HEEDED = 200
#: Among how many entries of the ledger that of the last fact is.
_LAST_ENTRIES = 12
#: Counters that are read as one another (`extract.figures`, `extract.prose.spellings`), of which a statement has the one written.
_READ_ALIKE = frozenset("条则件宗例起项份个")
_SEPARATORS = frozenset("、，,;和及与:(")


@dataclass(slots=True)
class ProseReading:
    """What the running text says; `ledger` accounts for every numeral in it."""

    facts: list[Fact] = field(default_factory=list)
    #: What the words of each fact say beyond it (`extract.prose.settling.Marked`), for the end, when all are read.
    marks: list[tuple[bool, bool, bool]] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    ledger: list[LedgerEntry] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


@dataclass(slots=True)
class _Outline:
    """The headings of a text as far as it is read, and what the next paragraph inherits from those it stands under."""

    headings: list[Heading] = field(default_factory=list)
    #: The topics of the headings that the paragraph stands under, by depth.
    topics: dict[int, Topic | None] = field(default_factory=dict)
    #: Whose the figures up to the next heading are.
    announced: Scope = "all"

    def add(self, heading: Heading) -> None:
        """Begins what stands under one more heading."""
        self.headings.append(heading)
        self.topics = {depth: topic for depth, topic in self.topics.items() if depth < heading.depth}
        self.topics[heading.depth] = heading_topic(heading.text)
        self.announced = "all"

    def section(self) -> Topic | None:
        """Returns the topic of the deepest heading that sets one; under a heading on plans everything is plans."""
        if "plan" in self.topics.values():
            return "plan"
        return next((self.topics[depth] for depth in sorted(self.topics, reverse=True) if self.topics[depth]), None)


def read_prose(
    document: Document, subject: Subject, taken: Sequence[tuple[int, int]] = (), tables: Sequence[TableOfCounts] = ()
) -> ProseReading:
    """Returns what the paragraphs of `document` say, but for those that overlap a span `taken` by the reader of forms, and what its
    `tables` say that are lists of counts."""
    reading = ProseReading()
    outline = _Outline()
    #: What the last paragraph left open with a colon, for the items of the list behind it: 公开2381条，其中：| 1.网站1920条.
    listing: Context | None = None
    #: What the last paragraph left that gave a figure, for one behind it that divides it: 收到申请：66件 | 其中：当面9件.
    told: Context | None = None
    #: Where the paragraph before begins, if it names what the next may answer with 无.
    asked: int | None = None
    #: The line above, if it is a heading and no more.
    above: View | None = None
    for start, end, view, others, is_table in _in_order(document, taken, tables):
        reading.ledger.extend(others)
        if not view.text:
            continue
        view, figures = in_digits(view, find_figures(view.text))
        opening = heading(view.text, figures)
        if opening is not None:
            depth, stop = opening
            outline.add(Heading(view.text[:stop], depth, start))
        speaks = any(figure.kind == "quantity" for figure in figures) or MAY_DENY.search(mask_titles(view.text)) is not None
        paragraph = _paragraph(view, figures, above if opening is None else None)
        notes = _Notes(document.text, paragraph, reading, len(reading.facts), "table" if is_table else "text")
        context = opening_context(subject, outline.section(), paragraph.text, outline.announced)
        is_short = len(view.text) <= _LONGEST_ITEM or is_table
        is_item = bool(figures) and (is_short or (figures[0].start == 0 and is_list_mark(view.text, figures[0])))
        if opening is not None and _answers_none(view.text[opening[1] :].lstrip("。"), subject.year):
            _note_none(view, view.text[: opening[1]], context, notes)
        elif asked is not None and _answers_none(view.text, subject.year):
            _note_none(view_of(document.running, asked, end), view_of(document.running, asked, start).text, context, notes)
        above = view if opening is not None and not view.text[opening[1] :].strip("。:;") else None
        asked = start if _asks(view.text, opening, figures) else None
        if listing is not None and is_item:
            context = _as_listed(context, listing)
        elif told is not None and view.text.startswith("其中") and opening is None:
            context = _as_listed(context, told)
        if speaks:
            context = _read_paragraph(paragraph, context, notes)
        else:
            notes.account_by_kind(figures)
        if view.text.endswith("如下:") and _announces_own_level(view.text, reading.facts):
            outline.announced = "own_level"
        told = context if speaks and len(reading.facts) > notes.first_fact else None
        listing = context if view.text.endswith(":") or (listing is not None and is_item) else None
    reading.ledger.sort(key=lambda entry: entry.start)
    reading.sections = sections(outline.headings, len(document.text))
    _settle(reading, document.text)
    return reading


def _in_order(
    document: Document, taken: Sequence[tuple[int, int]], tables: Sequence[TableOfCounts]
) -> Iterator[tuple[int, int, View, Sequence[LedgerEntry], bool]]:
    """Yields start and end of what there is to read, the view to read it in, what the numerals are that the view leaves out, and whether it
    is one of `tables`."""
    spans = sorted((*taken, *((table.start, table.end) for table in tables)))
    texts = ((start, end, None) for start, end in stretches(document, spans))
    for start, end, table in merge(texts, ((table.start, table.end, table) for table in tables), key=itemgetter(0)):
        if table is not None:
            yield start, end, table.sentence, table.others, True
            continue
        begin = _BULLET.match(document.running, start, end).end()  # type: ignore[union-attr]
        yield start, end, *view_without_asides(document.running, begin, end), False


def _paragraph(view: View, figures: Sequence[Figure], above: View | None) -> Paragraph:
    """Returns a paragraph to be read, as run into the heading `above` it if there is one: （一）政府网站。| 全年公开信息310条。"""
    if above is not None:
        words = above.text.rstrip("。:;") + "。"
        view = View(words + view.text, (*above.at[: len(words)], *view.at))
        figures = [figure._replace(start=figure.start + len(words), end=figure.end + len(words)) for figure in figures]
    masked = mask_titles(view.text)
    return Paragraph(view, view.text, masked, figures, topic_turns(view.text, masked))


def _settle(reading: ProseReading, text: str) -> None:
    """Leaves of the facts read what the whole `text` makes of them."""
    marked = [Marked(fact, *marks) for fact, marks in zip(reading.facts, reading.marks, strict=True)]
    outcome = settled(text, marked, reading.ledger)
    reading.facts, reading.ledger = outcome.facts, outcome.ledger
    reading.statements.extend(map(_as_statement, outcome.taken_back))


def _as_listed(context: Context, listing: Context) -> Context:
    """Returns the context of an item with what it inherits from the paragraph that its list stands behind."""
    return context._replace(
        topic=listing.topic, headed=listing.headed, scope=listing.scope, siblings=listing.siblings, channels=listing.channels
    )


def _announces_own_level(text: str, facts: Sequence[Fact]) -> bool:
    """Tells whether a paragraph ends with words that all figures below it are of the issuer's own offices, of which it has just given
    one: …，省政府办公厅受理287件。[省政府办公厅办理的申请具体情况如下：]"""
    return (
        bool(facts)
        and facts[-1].scope == "own_level"
        and wordings.bodies.ANNOUNCES_OWN_LEVEL.search(text, text.rfind("。") + 1) is not None
    )


def _asks(text: str, opening: tuple[int, int] | None, figures: Sequence[Figure]) -> bool:
    """Tells whether a paragraph only names what the next says something of: a heading, or a line that ends like one."""
    if opening is not None and not text[opening[1] :].strip("。:;"):
        return True
    ends = text[-8:].rstrip("。:;").endswith("情况")
    return ends and len(text) <= _LONGEST_TITLE and not any(figure.kind == "quantity" for figure in figures)


def _answers_none(words: str, year: int | None) -> bool:
    """Tells whether words say no more than that there was none in `year` of what the heading above them names."""
    none = wordings.around.NONE.fullmatch(words) if len(words) <= _LONGEST_ANSWER else None
    return none is not None and none["year"] in (None, str(year))


def _note_none(view: View, heading: str, context: Context, notes: _Notes) -> None:
    """Notes the zeros of what a heading names that is answered with 无 below it; `view` holds both: （一）申请情况。| 无。"""
    if context.section == "plan":
        return
    both = replace(notes, paragraph=Paragraph(view, view.text, view.text, (), ()))
    for label in denied_by_answer(heading, context.subject.era, context.topic):
        span = 0, len(view.text)
        both.add(label, Decimal(0), "exact", context, span, span)


def _as_statement(fact: Fact) -> Statement:
    """Returns as a statement what was taken for a fact."""
    return Statement(fact.quote, fact.value, fact.unit, fact.qualifier, fact.quote, fact.start, fact.end)


# --- the walk ---------------------------------------------------------------------------------------------------------


def _read_paragraph(paragraph: Paragraph, context: Context, notes: _Notes) -> Context:
    """Notes what a paragraph says, sentence by sentence; returns the context behind it."""
    whole: Counted | None = None
    for sentence in sentences(paragraph):
        start, end = sentence[0].start, sentence[-1].end
        if whole is not None and (way := way_of_all(sentence[0], context, whole, notes.latest())) is not None:
            notes.note_fact(whole.figure, way, context)
        if whole is not None and not goes_on_with_the_one(sentence[0], whole):
            whole = None
        if whole is None and not any(clause.quantities for clause in sentence) and not MAY_DENY.search(paragraph.masked, start, end):
            notes.account_by_kind(figure for clause in sentence for figure in clause.figures)
            context = turned_to(last_turn(paragraph, start, end), context)
            for ahead, clause in zip((None, *sentence), sentence, strict=False):
                _note_ending(clause, ahead, context, notes)
            continue
        context = sentence_context(sentence, context)
        previous: Clause | None = None
        counted_in: Clause | None = None
        for clause in sentence:
            context = clause_context(clause, context)
            if whole is not None and (of_all := said_of_all(up_to_colon(clause), context, whole)) is not None:
                notes.note_fact(whole.figure, of_all, context._replace(scope=whole.scope))
                context = context_after(of_all.match.label, clause.end, context)
                whole = narrowed(whole, of_all.match.label)
            else:
                _note_ending(clause, previous, context, notes)
            if previous is not None and (refused := refused_so(clause, previous, notes.latest())) is not None:
                notes.note_fact(previous.quantities[-1], refused, context)
            if previous is not None and (channel := channel_of_all(clause, previous, notes.latest())) is not None:
                notes.note_fact(previous.quantities[0], channel, context)
            if previous is not None and (reason := reason_of_all(clause, previous, context, notes.latest())) is not None:
                notes.note_fact(previous.quantities[-1], reason, context)
            if counted_in is not None and (told := answer_told_behind(clause, counted_in, context, notes.latest())) is not None:
                notes.note_fact(*told, context)
            facts_before = list(notes.reading.facts[-1:]), len(notes.reading.facts)
            context = _read_clause(clause, context, previous, notes)
            if clause.quantities:
                whole = counted(clause, context, _facts_since(*facts_before, notes.reading.facts), whole)
                counted_in = clause
            previous = clause
    return context


def _facts_since(last: Sequence[Fact], count: int, facts: Sequence[Fact]) -> Sequence[Fact]:
    """Returns the facts that came to `facts` since there were `count`, `last` the last of them, which a narrower one may have taken the
    place of: 行政复议案件41起，其中涉及信息公开[3起]，均维持."""
    return facts[count:] or ([] if list(facts[-1:]) == last else facts[-1:])


def _note_ending(clause: Clause, previous: Clause | None, context: Context, notes: _Notes) -> None:
    """Notes how the one case counted before ended, if a clause says so: 发生行政复议1件。[复议机关维持了原答复]."""
    ended = ending_of_the_one(clause, previous, context, notes.latest())
    if ended is not None:
        notes.note_fact(*ended, context)


def _read_clause(clause: Clause, context: Context, previous: Clause | None, notes: _Notes) -> Context:
    """Notes the figures and denials of one clause; returns the context behind it."""
    count = len(notes.reading.facts)
    if not clause.figures and wordings.cases.NONE_OF_DISCLOSURE.fullmatch(clause.words):
        whole = whole_before(clause, notes.latest())
        if whole is not None and whole.value:
            notes.narrow_last()  # 受理行政复议案件61件，均不涉及政府信息公开
            return context
    text = clause.paragraph.text
    distributed = distribute(clause, context, previous, notes.latest())
    edge = clause.start
    carried: LabelMatch | None = None
    for figure, stop in zip(clause.figures, _stops(clause), strict=True):
        if figure.kind != "quantity":
            grown = figure.kind == "share" and _is_of_change(text, edge, figure)
            notes.account(figure, "change" if grown else figure.kind)
            if figure.kind in ("share", "change") or is_list_mark(text, figure):
                edge = figure.end
            continue
        if figure in distributed:
            verdict = _verdict_apart(figure, distributed[figure], clause, context)
        else:
            verdict = verdict_on(Quantity(figure, clause, edge, stop, previous, carried), context, notes.latest())
            carried = verdict.carried
        notes.note(verdict)
        context = verdict.context
        edge = max(figure.end, verdict.attributions[-1].end) if verdict.attributions else figure.end
    begin = clause.paragraph.view.at[clause.start]
    for label, start in denied(clause, previous, context):
        if not any(fact.metric == label.metric and fact.start >= begin for fact in notes.latest()):
            notes.add(label, Decimal(0), "exact", context, (start, clause.end), (clause.start, clause.end))
            context = turned_to(label.topic, context)
    if (unchanged := unchanged_projects(clause, notes.latest())) is not None:
        notes.add(unchanged, Decimal(0), "exact", context, (clause.start, clause.end), (clause.start, clause.end))
    if len(notes.reading.facts) == count and context.section != "plan":
        context = turned_to(last_turn(clause.paragraph, clause.start, clause.end), context)
    return context


def _is_of_change(text: str, edge: int, share: Figure) -> bool:
    """Tells whether a percentage says how much something grew or fell: 同比增长[25%]."""
    return bool(wordings.times.CHANGE.search(text, edge, share.start)) and not wordings.times.NO_CHANGE.search(text, edge, share.start)


def _stops(clause: Clause) -> list[int]:
    """Returns for each figure of a clause where the next begins whose words are not its own, the end of the clause after the last."""
    stops: list[int] = []
    stop = clause.end
    for figure in reversed(clause.figures):
        stops.append(stop)
        if figure.kind in ("quantity", "share", "change"):
            stop = figure.start
    return stops[::-1]


def _verdict_apart(figure: Figure, attributions: tuple[Attribution, ...] | None, clause: Clause, context: Context) -> Verdict:
    """Returns what a figure is that is given apart from its labels (`extract.prose.distribution`)."""
    if attributions is None or other_time("", context._replace(year=None)):
        words = clause.paragraph.text[clause.start : figure.start]
        return stated(Said(figure, clause.start, words, "", None), context, None)
    match = attributions[-1].match
    return Verdict(figure, "fact", context_after(match.label, figure.end, context), match, attributions)


# --- notes ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Notes:
    """Writes down what one paragraph of the document `text` says; its facts are those from `first_fact` on."""

    text: str
    paragraph: Paragraph
    reading: ProseReading
    first_fact: int
    source: FactSource

    def latest(self) -> Sequence[Fact]:
        """Returns the last facts read, those of the report for all that a real one says, of a longer text no more than are heeded."""
        return self.reading.facts[-_FACTS_HEEDED:]

    def account_by_kind(self, figures: Iterable[Figure]) -> None:
        """Accounts for figures that are no quantities, whose kind is that of their ledger entry."""
        for figure in figures:
            if figure.kind != "quantity":
                self.account(figure, figure.kind)

    def account(self, figure: Figure, kind: LedgerKind) -> None:
        """Adds the ledger entry of a figure."""
        start, end = self.paragraph.view.place(figure.start, figure.end)
        self.reading.ledger.append(LedgerEntry(start, end, kind))

    def note(self, verdict: Verdict) -> None:
        """Adds what a quantity turned out to be."""
        if verdict.narrows_last:
            self.narrow_last()
        for attribution in verdict.attributions:
            self.note_fact(verdict.figure, attribution, verdict.context)
        if verdict.subject:
            self._note_statement(verdict)
        self.account(verdict.figure, verdict.kind)

    def narrow_last(self) -> None:
        """Makes a statement of the last fact, which counts more than its metric means."""
        fact = self.reading.facts.pop()
        self.reading.statements.append(_as_statement(fact))
        self.reading.ledger[-_LAST_ENTRIES:] = renamed(self.reading.ledger[-_LAST_ENTRIES:], [fact], "statement")
        self.reading.marks.pop()

    def _note_statement(self, verdict: Verdict) -> None:
        figure = verdict.figure
        start, end = self.paragraph.view.place(verdict.start, figure.end)
        quote = self.text[start:end]
        written = fold(quote[-1:])
        counter = written if figure.counter in _READ_ALIKE and written in _READ_ALIKE else figure.counter
        self.reading.statements.append(Statement(verdict.subject, figure.value, counter, figure.qualifier, quote, start, end))

    def note_fact(self, figure: Figure, attribution: Attribution, context: Context) -> None:
        """Adds a figure as the fact of one label."""
        label = attribution.match.label
        value = figure.value
        if value is not None and METRICS[label.metric].unit == "万元" and figure.counter.endswith("元"):
            value = value / 10_000
        start = attribution.start
        while start < figure.start and self.paragraph.text[start] in _SEPARATORS:
            start += 1
        quote = start, self._behind_bracket(figure.end, max(attribution.end, figure.end))
        self.add(
            label,
            value,
            self._exactness(figure),
            context,
            (figure.start, figure.end),
            quote,
            attribution.party,
            secondary=attribution.secondary,
        )
        if label.metric in ("requests_carried_in", "requests_received") and attribution.party == "all":
            self._rename_count_of_both()

    def _behind_bracket(self, start: int, end: int) -> int:
        """Returns where a bracket ends that opens in `[start, end)` and is not closed there, else `end`: 信息员64名[（均系]兼职）."""
        text = self.paragraph.text
        if text.rfind("(", start, end) <= text.rfind(")", start, end):
            return end
        return text.find(")", end) + 1 or end

    def _exactness(self, figure: Figure) -> Qualifier:
        """Returns how exact a figure is, by its own words or those ahead of its verb: [约]收到申请30件."""
        ahead = self.paragraph.text[max(0, figure.start - _ABOUT_REACH) : figure.start]
        is_about = figure.qualifier == "exact" and "约" in ahead and wordings.sums.ABOUT_AS_MANY.search(ahead) is not None
        return "about" if is_about else figure.qualifier

    def _rename_count_of_both(self) -> None:
        """Renames the count of requests that turns out to hold those carried in, where either was read last."""
        facts, begin = self.reading.facts, self.paragraph.view.at[0]
        if facts[-1].metric == "requests_received":
            index = sum_of_requests(facts, begin)
        else:
            index = count_holding(facts[-1], facts, self.text, begin)
        if index is not None:
            facts[index] = replace(facts[index], metric="requests_handled", unit=METRICS["requests_handled"].unit)

    def add(
        self,
        label: Label,
        value: Decimal | None,
        qualifier: Qualifier,
        context: Context,
        raw: tuple[int, int],
        quote: tuple[int, int],
        party: str = "all",
        *,
        secondary: bool = False,
    ) -> None:
        """Adds a fact; `raw` and `quote` are the spans of the figure and of the words that state it."""
        view = self.paragraph.view
        start, end = view.place(*quote)
        raw_start, raw_end = view.place(*raw)
        names_whole = wordings.bodies.WHOLE.search(self.paragraph.masked[max(0, quote[0] - _WHOLE_REACH) : quote[1]]) is not None
        self.reading.marks.append((context.to_year_end, names_whole, label.one_of_several))
        self.reading.facts.append(
            Fact(
                metric=label.metric,
                value=value,
                unit=METRICS[label.metric].unit,
                raw=self.text[raw_start:raw_end],
                quote=self.text[start:end],
                start=start,
                end=end,
                source=self.source,
                scope=context.scope,
                qualifier=qualifier,
                party=party,
                secondary=secondary,
            )
        )
