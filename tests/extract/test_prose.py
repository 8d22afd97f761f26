"""How sentences are read: the catalogue's own examples, the traps of context one by one, and the same report in other clothes."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from itertools import combinations, product
from pathlib import Path

import pytest

from extract.catalogue import METRICS
from extract.document import Paragraph, assemble
from extract.figures import view_of
from extract.fold import fold_running
from extract.prose.labels import Era, Label, labels
from extract.prose.reading import ProseReading, Subject, read_prose
from extract.prose.spellings import Spelling, spellings, spelt_alike
from extract.reading import read_report

SENTENCES = Path(__file__).with_name("sentences.tsv")
#: Sentences with choices of words, all of which say their facts: `[a|b|c]`, of which one may be empty.
PARAPHRASES = Path(__file__).with_name("paraphrases.tsv")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
STYLED = sorted((Path(__file__).resolve().parents[1] / "pages").glob("reading_0[0-4]*/page.txt"))


def read(sentence: str, year: int = 2017, era: Era = "narrative") -> ProseReading:
    """Returns what is read in `sentence`; ¶ parts paragraphs."""
    return read_prose(assemble([Paragraph(text) for text in sentence.split("¶")]), Subject(year, era, None))


@pytest.mark.parametrize("label", [label for label in labels() if label.examples], ids=lambda label: label.metric)
def test_each_label_reads_its_own_examples(label: Label) -> None:
    for example in label.examples:
        read_metrics = [fact.metric for fact in read(example, 2024 if label.era == "form" else 2017, label.era or "narrative").facts]
        assert label.metric in read_metrics, f"{example} is read as {read_metrics}"


def test_every_label_is_of_the_catalogue() -> None:
    assert {label.metric for label in labels()} <= set(METRICS)


def test_labels_use_every_class_of_words_and_counters() -> None:
    text = files("extract.catalogue").joinpath("labels.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    assert set(data["words"]) == set(re.findall(r"<(\w+)>", text)) - {"name"}
    assert set(data["counters"]) == {entry["counters"] for entry in data["metric"].values()}


def facts_told(sentence: str, year: int) -> list[str]:
    """Returns what is read in a sentence of a report for `year`: `metric=value`, and behind it the scope, qualifier or applicant that is
    not all, exact and all."""
    return sorted(
        f"{fact.metric}={fact.value:f}"
        + (f" {fact.scope}" if fact.scope != "all" else "")
        + (f" {fact.qualifier}" if fact.qualifier != "exact" else "")
        + (f" {fact.party}" if fact.party != "all" else "")
        for fact in read(sentence, year, "form" if year >= 2019 else "narrative").facts
        if fact.value is not None
    )


def _sentences() -> list[tuple[str, str, str, str]]:
    with SENTENCES.open(encoding="utf-8", newline="") as lines:
        return [(row["year"], row["sentence"], row["facts"], row["why"]) for row in csv.DictReader(lines, delimiter="\t")]


@pytest.mark.parametrize("spelling", spellings(), ids=lambda spelling: spelling.name)
def test_each_spelling_reads_its_own_examples(spelling: Spelling) -> None:
    for written, read_as in spelling.examples:
        view = view_of(fold_running(written))
        spelt = spelt_alike(view)
        assert spelt.text == view_of(fold_running(read_as)).text
        assert len(spelt.at) == len(spelt.text) + 1
        assert list(spelt.at) == sorted(spelt.at)


@pytest.mark.parametrize(
    ("year", "sentence", "facts", "why"), _sentences(), ids=lambda value: value[:24] if isinstance(value, str) else None
)
def test_sentences(year: str, sentence: str, facts: str, why: str) -> None:
    """`facts` are as `facts_told` gives them; nothing else may be read."""
    assert facts_told(sentence, int(year)) == sorted(filter(None, facts.split("; "))), why


def _templates() -> list[tuple[str, str, str]]:
    with PARAPHRASES.open(encoding="utf-8", newline="") as lines:
        return [(row["year"], row["sentence"], row["facts"]) for row in csv.DictReader(lines, delimiter="\t")]


def _paraphrases(template: str) -> Iterator[str]:
    """Yields the sentences of a template in which at most two choices are another than their first."""
    pieces = [piece.split("|") if place % 2 else [piece] for place, piece in enumerate(_CHOICE.split(template))]
    first = [words[0] for words in pieces]
    choices = [place for place, words in enumerate(pieces) if len(words) > 1]
    seen = {"".join(first)}
    for one, other in combinations(choices, 2) if len(choices) > 1 else [(place, place) for place in choices]:
        for words in product(pieces[one], pieces[other]):
            sentence = list(first)
            sentence[one], sentence[other] = words
            seen.add("".join(sentence))
    yield from sorted(seen)


@pytest.mark.parametrize(("year", "template", "facts"), _templates(), ids=lambda value: value[:40] if isinstance(value, str) else None)
def test_words_that_mean_the_same_are_read_the_same(year: str, template: str, facts: str) -> None:
    expected = sorted(filter(None, facts.split("; ")))
    otherwise = {sentence: found for sentence in _paraphrases(template) if (found := facts_told(sentence, int(year))) != expected}
    assert not otherwise


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("围绕市县中心工作，全年公开政府信息205条", "all"),
        ("服务县乡中心任务公开政府信息205条", "all"),
        ("县文化中心公开政府信息205条", "part"),
    ],
)
def test_a_centre_is_a_body_but_the_central_work_is_none(sentence: str, scope: str) -> None:
    reading = read_prose(assemble([Paragraph(sentence)]), Subject(2017, "narrative", "清水县人民政府"))
    assert [(fact.metric, fact.scope) for fact in reading.facts] == [("disclosed_total", scope)]


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("清水县政府及组成部门共公开政府信息205条", "all"),
        ("清水县政府及部门共公开政府信息205条", "all"),
        ("县政府及部门共公开政府信息205条", "own_level"),
        ("我们在政府网站部门动态栏目公开政府信息205条", "all"),
        ("县审计部门公开政府信息205条", "part"),
    ],
)
def test_agencies_in_general_are_no_part(sentence: str, scope: str) -> None:
    reading = read_prose(assemble([Paragraph(sentence)]), Subject(2017, "narrative", "清水县人民政府"))
    assert [fact.scope for fact in reading.facts] == [scope]


@pytest.mark.parametrize("issuer", ["清水开发区", "清水新区"])
def test_the_committee_of_a_zone_is_the_zones_own(issuer: str) -> None:
    reading = read_prose(
        assemble([Paragraph(f"{issuer[2:]}管委会公开政府信息205条，县教育局公开政府信息31条")]), Subject(2017, "narrative", issuer)
    )
    assert [(fact.value, fact.scope) for fact in reading.facts] == [(205, "all"), (31, "part")]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("公开政府信息205条，同比增长25 %", "change"),
        ("公开政府信息205条，较上年下降了6.5%", "change"),
        ("公开政府信息205条，占18%", "share"),
        ("按时办结率提高到98%", "share"),
    ],
)
def test_a_percentage_is_a_change_where_something_grew(sentence: str, kind: str) -> None:
    reading = read_prose(assemble([Paragraph(sentence)]), Subject(2017, "narrative", None))
    assert reading.ledger[-1].kind == kind


def _figures(text: str) -> list[tuple[str, str, object, str, str]]:
    report = read_report(text.encode())
    return sorted((f.metric, f.party, f.value, f.qualifier, f.scope) for f in report.facts if f.preferred)


FULL_WIDTH = {ord(digit): ord(digit) - 0x30 + 0xFF10 for digit in "0123456789"}


@pytest.mark.parametrize("page", STYLED, ids=lambda page: page.parent.name)
def test_full_width_digits_change_no_figure(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    if "." in text or "|" in text:
        pytest.skip("decimals and tables are written in ASCII")
    assert _figures(text.translate(FULL_WIDTH)) == _figures(text)


@pytest.mark.parametrize("page", STYLED, ids=lambda page: page.parent.name)
def test_spaces_of_layout_change_no_figure(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    spaced = text.replace("公开", "公\u3000开").replace("申请", "申 请").replace("条", " 条").replace("件", " 件")
    if "|" in text or "\t" in text or "  " in text:
        pytest.skip("spaces are the columns of this page")
    assert _figures(spaced) == _figures(text)


@pytest.mark.parametrize(
    ("issuer", "value"), [("清河县民政局", 73), ("清河县教育局", None), (None, None)], ids=["its own business", "another's", "unknown"]
)
def test_the_issuers_own_business_is_all_it_disclosed(issuer: str | None, value: int | None) -> None:
    document = assemble([Paragraph("2012年主动公开民政政府信息73条。")])
    facts = read_prose(document, Subject(2012, "narrative", issuer)).facts
    assert [(fact.metric, fact.value) for fact in facts] == ([] if value is None else [("disclosed_total", value)])


@pytest.mark.parametrize(
    ("sentence", "issuer", "values"),
    [
        ("全市各级水利部门作出行政处罚决定88件", "清河市水利局", []),
        ("各县区水利局加强执法，全年作出行政处罚决定88件", "清河市水利局", []),
        ("全市各级水利部门加强执法，我局作出行政处罚决定9件", "清河市水利局", [9]),
        ("全年作出行政处罚决定9件", "清河市水利局", [9]),
        ("全市各级行政机关作出行政处罚决定880件", "清河市人民政府", [880]),
    ],
)
def test_decisions_of_a_whole_field_are_not_one_agencys(sentence: str, issuer: str, values: list[int]) -> None:
    reading = read_prose(assemble([Paragraph(sentence)]), Subject(2021, "form", issuer))
    assert [fact.value for fact in reading.facts] == values


@pytest.mark.parametrize(
    ("title", "issuer", "is_head"),
    [
        ("局长", "清河县水利局", True),
        ("我局局长", "清河县水利局", True),
        ("副局长", "清河县水利局", False),
        ("局长", "清河县人民政府", False),
        ("县长", "清河县人民政府", True),
        ("县长", "清河县水利局", False),
        ("主任", "清河县卫生健康委员会", True),
        ("主任", "清河县水利局", False),
        ("局长", None, False),
    ],
)
def test_the_head_of_a_body_is_told_by_its_title(title: str, issuer: str | None, is_head: bool) -> None:
    document = assemble([Paragraph(f"举办新闻发布会3次，{title}出席1次。")])
    facts = read_prose(document, Subject(2016, "narrative", issuer)).facts
    assert [fact.value for fact in facts if fact.metric == "press_conferences_by_head"] == ([1] if is_head else [])


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("县政府网站共发布水利信息64条", [("disclosed_website", 64)]),
        ("微信公众号累计推送水利工作信息31条", [("disclosed_wechat", 31)]),
        ("县政府网站共发布水利信息64条，人事信息8条", []),
        ("县政府网站共发布教育信息64条", []),
        ("主动公开水利工作信息64条", [("disclosed_total", 64)]),
        ("主动公开水利信息64条", []),
    ],
)
def test_the_issuers_own_business_is_all_that_a_channel_of_its_published(sentence: str, facts: list[tuple[str, int]]) -> None:
    reading = read_prose(assemble([Paragraph(sentence)]), Subject(2021, "form", "清河县水利局"))
    assert [(fact.metric, fact.value) for fact in reading.facts] == facts


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("收到公民依申请公开水利信息5件，答复5件", [5, 5]),
        ("受理水利领域信息公开申请5件", [5]),
        ("收到依申请公开水利信息3件、人事信息2件", []),
        ("收到依申请公开教育信息5件", []),
        ("受理教育领域信息公开申请5件", []),
    ],
)
def test_the_issuers_own_business_is_all_that_was_asked_for(sentence: str, values: list[int]) -> None:
    reading = read_prose(assemble([Paragraph(sentence)]), Subject(2014, "narrative", "清河县水利局"))
    assert [fact.value for fact in reading.facts] == values


@pytest.mark.parametrize(
    ("sentence", "issuer", "facts"),
    [
        ("清河人民防空网共发布信息64条", "清河市人民防空办公室", [("disclosed_website", 64)]),
        ("清河网共发布信息64条", "清河市人民防空办公室", []),
        ("在人民网共发布信息64条", "清河市人民政府", []),
    ],
)
def test_a_site_may_have_the_issuers_own_name(sentence: str, issuer: str, facts: list[tuple[str, int]]) -> None:
    reading = read_prose(assemble([Paragraph(sentence)]), Subject(2013, "narrative", issuer))
    assert [(fact.metric, fact.value) for fact in reading.facts] == facts


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("全年受理行政复议40件，维持12件。", []),
        ("发生行政复议1件，维持1件。", [1, 1]),
        ("受理因政府信息公开引发的行政复议2件，维持1件。", [2, 1]),
        ("四、政府信息公开行政复议、行政诉讼情况|受理行政复议申请2件，维持1件。", [2, 1]),
    ],
    ids=["its business", "against itself", "on disclosure", "under a heading on disclosure"],
)
def test_cases_are_a_justice_bureaus_business(text: str, values: list[int]) -> None:
    document = assemble([Paragraph(paragraph) for paragraph in text.split("|")])
    assert [fact.value for fact in read_prose(document, Subject(2021, "form", "清河县司法局")).facts] == values


def test_what_opens_a_clause_is_a_statement_of_what_stands_behind_it() -> None:
    statements = read("网站设置42个一级栏目，130余个二级栏目。").statements
    assert [(statement.subject, statement.value) for statement in statements] == [("网站设置", 42), ("二级栏目", 130)]
