"""From bytes to a `Report`: decode, clean, read the forms, read the prose, account for every numeral, check.

This is the only module that knows the order of the steps; each step is a pure function of what came before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from extract.about.judge import judge
from extract.about.metadata import Description, describe
from extract.about.other_reports import ReportOnPage, reports_on_page
from extract.checks import check, code, prefer
from extract.clean.decode import decode
from extract.clean.html import read_html
from extract.clean.plain import read_plain
from extract.document import Document, join
from extract.files.doc import read_doc
from extract.files.docx import read_docx
from extract.files.pdf import read_pdf
from extract.files.spreadsheet import read_spreadsheet
from extract.forms.reading import FormReading, read_forms
from extract.forms.years import tables_of_other_years
from extract.media import UNREADABLE, Unreadable, media_type
from extract.prose.counts_in_tables import tables_of_counts
from extract.prose.labels import Era
from extract.prose.reading import ProseReading, Subject, read_prose
from extract.records import Decoding, Fact, Finding, Form, LedgerEntry, Report, Source, Statement

#: Changes whenever a reading may differ from before; the warehouse keeps readings of different versions apart.
EXTRACTOR_VERSION = "2026.11.14"

_FILE_READERS: dict[str, Callable[[bytes], Document]] = {
    "docx": read_docx,
    "doc": read_doc,
    "xls": read_spreadsheet,
    "xlsx": read_spreadsheet,
    "pdf": read_pdf,
}

#: A page with fewer figures of its own than this is a cover for its attachment (见附件).
_OWN_FIGURES = 3


def read_report(data: bytes, source: Source = Source(), attachments: Sequence[tuple[bytes, Source]] = ()) -> Report:
    """Returns the reading of a page, a saved text or a file.

    `attachments` are the files its page links to; they are read where the page itself states next to nothing, and then stand
    behind the page's text in the report's. Raises `Unreadable` with a reason for people where the bytes are none of the formats read here.
    """
    document, media, decoding = read_document(data, source)
    report = _read(document, media, decoding, source)
    if attachments and sum(fact.preferred for fact in report.facts) < _OWN_FIGURES:
        parts, notes = [document], []
        for body, attached in attachments:
            try:
                parts.append(read_document(body, attached)[0])
            except Unreadable as problem:
                notes.append(("unreadable_attachment", f"{attached.name}: {problem}"))
        whole = join(parts)
        report = _read(replace(whole, notes=(*whole.notes, *notes)), media, decoding, source)
    return report


def read_document(data: bytes, source: Source) -> tuple[Document, str, Decoding | None]:
    """Returns the document in `data`, its media type, and for texts how it was decoded. Raises `Unreadable`."""
    media = media_type(data, source)
    if media in UNREADABLE:
        raise Unreadable(UNREADABLE[media])
    if media == "image":
        note = ("needs_ocr", "an image: its text can only be had by character recognition")
        return Document("", (), (), notes=(note,)), media, None
    if media in _FILE_READERS:
        return _FILE_READERS[media](data), media, None
    text, decoding = decode(data, source.content_type)
    return (read_html(text, source) if media == "html" else read_plain(text)), media, decoding


def _read(document: Document, media: str, decoding: Decoding | None, source: Source) -> Report:
    """Returns the reading of a document."""
    described = describe(document, source)
    year = described.year
    own, *others = reports_on_page(document, described)
    forms, prose = _read_one(own.document, described)
    beside = [_read_beside(other, described) for other in others]
    facts = prefer((*forms.facts, *prose.facts, *(fact for other in beside for fact in other.facts)))
    statements = (*forms.statements, *prose.statements, *(statement for other in beside for statement in other.statements))
    verdict = judge(document, len(facts))
    ledger = _complete(document.text, (*forms.ledger, *prose.ledger, *(entry for other in beside for entry in other.ledger)))
    form = _form(forms.form, year)
    # Provincial tables have sums of their own; a narrative before 2014 follows no form.
    noted = tuple(_noted(document, verdict.flags, len(facts)))
    findings = (
        *noted,
        *forms.findings,
        *(other.finding for other in beside),
        *check(facts, forms.form if form == "local" else form),
        *_cut_off(document, facts),
        *_undated(year, facts),
    )
    if not verdict.is_report:
        facts, findings = (), (*noted, Finding("is_report", "fail", (), f"read as no annual report: {verdict.reason}"))
        ledger = tuple(replace(entry, kind="unread") if entry.kind == "fact" else entry for entry in ledger)
    return Report(
        is_report=verdict.is_report,
        title=described.title,
        issuer=described.issuer,
        region=described.region,
        region_code=described.region_code,
        level=described.level,
        year=year,
        form=form if verdict.is_report else None,
        published=described.published,
        text=document.text,
        sections=tuple(prose.sections),
        facts=tuple(facts),
        statements=tuple(sorted(statements, key=lambda statement: statement.start)) if verdict.is_report else (),
        ledger=ledger,
        findings=findings,
        media=media,
        decoding=decoding,
        page=document.page,
        dropped=document.dropped,
        page_facts=described.stated,
    )


def _read_one(document: Document, described: Description) -> tuple[FormReading, ProseReading]:
    """Returns the reading of one report's paragraphs and tables."""
    year = described.year
    elsewhere = tables_of_other_years(document, year)
    of_the_year = (table for number, table in enumerate(document.tables) if number not in elsewhere)
    tables = tables_of_counts(document.running, of_the_year, year)
    forms = read_forms(document, year, tuple(table.start for table in tables))
    subject = Subject(year, _era(forms.form, year, document.text), described.issuer)
    return forms, read_prose(document, subject, forms.taken, tables)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What another report on the page gives to this one's reading."""

    facts: tuple[Fact, ...]
    statements: tuple[Statement, ...]
    ledger: tuple[LedgerEntry, ...]
    finding: Finding


def _read_beside(other: ReportOnPage, described: Description) -> _Beside:
    """Returns another body's figures as those of a part, and no figures of another year."""
    forms, prose = _read_one(other.document, described)
    ledger = (*forms.ledger, *prose.ledger)
    start = other.document.paragraphs[0][0]
    title = other.document.text[start:].partition("\n")[0]
    if other.whose == "other_year":
        finding = Finding(
            "other_report", "cannot_tell", (), f"the page holds another year's report too, whose figures are not read: {title}"
        )
        of_year = tuple(replace(entry, kind="prior") if entry.kind in ("fact", "statement") else entry for entry in ledger)
        return _Beside((), (), of_year, finding)
    finding = Finding("other_report", "cannot_tell", (), f"the page holds another body's report too, read as a part: {title}")
    facts = tuple(replace(fact, scope="part") for fact in (*forms.facts, *prose.facts))
    return _Beside(facts, (*forms.statements, *prose.statements), ledger, finding)


#: Words that only reports under the form of 2019 and later use, for texts whose year is not known.
_FORM_WORDS = re.compile(r"结转下年度|上年结转|本年新收|予以公开|信息处理费|规章|行政规范性文件")


def _era(form: Form | None, year: int | None, text: str) -> Era:
    """Returns whose words the prose uses: those of the 2014 table and before, or those of the form of 2019."""
    if form in ("2019", "2021"):
        return "form"
    if form == "2014":
        return "narrative"
    if year is not None:
        return "form" if year >= 2019 else "narrative"
    return "form" if len(_FORM_WORDS.findall(text)) >= 2 else "narrative"


def _form(form: Form | None, year: int | None) -> Form | None:
    """Returns the form by its labels, else by the report year; narratives of 2014 to 2018 without the table are `2014` too."""
    if form is not None or year is None:
        return form
    return "local" if year < 2014 else "2014" if year < 2019 else "2019" if year < 2021 else "2021"


def _noted(document: Document, flags: Iterable[str], facts: int) -> Iterable[Finding]:
    """Yields what the readers and the judge noticed of the page, as findings. A frame matters where the report may be in it."""
    for rule, message in document.notes:
        if rule == "iframe" and facts >= _OWN_FIGURES:
            continue
        yield Finding(rule, "cannot_tell", (), message)
    for flag in flags:
        yield Finding(flag, "fail", (), f"the page looks like a {flag.replace('_', ' ')}")


def _undated(year: int | None, facts: Iterable[Fact]) -> Iterable[Finding]:
    """Yields a finding for the text's figures where the report year is not known: a year's own figure and the prior year's look alike."""
    metrics = dict.fromkeys(code(fact.metric, fact.party) for fact in facts if fact.source == "text")
    if year is None and metrics:
        yield Finding("undated", "cannot_tell", tuple(metrics), "the report year is not known, so whose year the text's figures are is not")


_SENTENCE_END = re.compile(r"[。；！？\n]")


def _cut_off(document: Document, facts: Iterable[Fact]) -> Iterable[Finding]:
    """Yields a finding for the figures of the last sentence or row where the source stops in it: 108 of 1086 looks like any figure."""
    if not document.open_ended:
        return
    begin = max((end.end() for end in _SENTENCE_END.finditer(document.text)), default=0)
    metrics = dict.fromkeys(code(fact.metric, fact.party) for fact in facts if fact.end > begin)
    if metrics:
        yield Finding("cut_off", "cannot_tell", tuple(metrics), f"the source may have been cut off in «{document.text[begin:][-40:]}»")


_DIGITS = re.compile(r"[0-9０-９]+")


def _complete(text: str, entries: Iterable[LedgerEntry]) -> tuple[LedgerEntry, ...]:
    """Returns the entries in order, with an `unread` one for each run of digits that none of them covers."""
    accounts = {(entry.start, entry.end, entry.kind): entry for entry in entries}
    spans = sorted(accounts)
    at = covered = 0
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        while at < len(spans) and spans[at][0] <= start:
            covered = max(covered, spans[at][1])
            at += 1
        if covered < end:
            accounts[start, end, "unread"] = LedgerEntry(start, end, "unread")
    return tuple(accounts[span] for span in sorted(accounts))
