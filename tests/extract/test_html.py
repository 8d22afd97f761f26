"""Pages of many portal styles: what is the report stays, line by line, and nothing else does."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.clean.decode import decode
from extract.clean.html import read_html

PAGES = sorted((Path(__file__).parents[1] / "pages").glob("html_*"))


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_page_is_cleaned_to_the_line(case: Path) -> None:
    truth = json.loads((case / "truth.json").read_text(encoding="utf-8"))
    document = read_html(decode((case / "page.html").read_bytes())[0])
    assert document.text.splitlines() == truth["lines"]
    assert document.title == truth["title"]
    assert {name: document.page.get(name) for name in truth.get("page", {})} == truth.get("page", {})
    for rule, said in truth.get("notes", []):
        assert any(rule == note[0] and said in (None, note[1]) for note in document.notes)


TITLE = "宁江区2017年政府信息公开工作年度报告"
HEADS = {
    "in order": '<title>{}</title><meta name="PubDate" content="2018-03-15">',
    "title not closed": '<title>{}<meta name="PubDate" content="2018-03-15">',
    "comment not closed": '<title>{}</title><!-- 统计代码 <meta name="PubDate" content="2018-03-15">',
    "style not closed": '<title>{}</title><meta name="PubDate" content="2018-03-15"><style> .a{{color:red}}',
    "quotation mark missing": '<title>{}</title><meta name="Author" content="管理员><meta name="PubDate" content="2018-03-15">',
    "bracket in a value": '<title>{}</title><meta name="Description" content="收入>100"><meta name="PubDate" content="2018-03-15">',
    "two titles": '<title>{}</title><title></title><meta name="pubdate" content="2018-03-15"/>',
    "null": '<meta name="ArticleTitle" content="null"><title>{}_宁江区政府</title><meta name=PUBDATE content=2018-03-15>',
    "no quotation marks": "<TITLE>{}</TITLE><META NAME=PubDate CONTENT=2018-03-15>",
    "site and column named too": '<title>{}--年报--宁江区人民政府门户网站</title><meta content="2018-03-15" name="PubDate">',
}


@pytest.mark.parametrize("head", HEADS)
def test_broken_head_loses_neither_facts_nor_body(head: str) -> None:
    document = read_html(
        f"<html><head>{HEADS[head].format(TITLE)}</head><body><p>全年主动公开政府信息1086条，收到申请23件。</p></body></html>"
    )
    assert document.title == TITLE
    assert document.page["pubdate"] == "2018-03-15"
    assert document.text == "全年主动公开政府信息1086条，收到申请23件。"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<span>1200</span><span>078</span>条", "1200078条"),
        ("<b>1</b>2<font>00</font><i></i>078条", "1200078条"),
        ("12000\u200b78条", "1200078条"),
        ("政府\n      信息公开1086\n条", "政府信息公开1086 条"),
        ("a<!-- 12 -->b", "ab"),
        ("主动公开<del>1000</del>1086条", "主动公开1086条"),
        ("統<ruby>計<rt>tǒng</rt></ruby>局", "統計局"),
    ],
)
def test_text_across_inline_elements(markup: str, text: str) -> None:
    rest = "全年主动公开政府信息，收到申请，均按时办结。"
    assert read_html(f"<p>{markup}</p><p>{rest}</p>").text.splitlines()[0] == text


def test_cells_on_one_line_do_not_run_together() -> None:
    document = read_html("<table><tr><td><p>收到</p><p>申请</p></td><td>12<br>34</td></tr><tr><td>办结</td><td>5</td></tr></table>")
    assert document.text.splitlines() == ["收到申请 | 12 34", "办结 | 5"]


@pytest.mark.parametrize("quote", "'\"")
def test_a_frames_own_document_stands_in_its_place(quote: str) -> None:
    framed = "&lt;html&gt;&lt;body&gt;&lt;p&gt;全年收到申请12件。&lt;/p&gt;&lt;/body&gt;&lt;/html&gt;"
    page = f"<body><p>一、概述如下。</p><iframe class='a' srcdoc={quote}{framed}{quote} width='9'></iframe><p>二、收费为零元。</p></body>"
    assert read_html(page).text == "一、概述如下。\n全年收到申请12件。\n二、收费为零元。"


def test_each_line_that_is_not_in_the_text_is_in_dropped_with_its_rule() -> None:
    case = next(case for case in PAGES if case.name == "html_hanweb")
    document = read_html(decode((case / "page.html").read_bytes())[0])
    rules = {dropped.rule for dropped in document.dropped}
    assert rules >= {"links", "metadata", "title", "foot"}
    assert ("title", TITLE) in {(dropped.rule, dropped.text) for dropped in document.dropped}


SENTENCE = st.integers(0, 10**7).map(lambda n: f"全年主动公开政府信息{n}条，收到申请{n // 7}件，均在法定期限内办结。")


@given(st.lists(SENTENCE, min_size=1, max_size=12, unique=True), st.sampled_from(PAGES))
def test_any_report_comes_whole_out_of_any_portal(sentences: list[str], case: Path) -> None:
    """The report's paragraphs in the place of a page's own: whatever their number, all of them come out."""
    truth = json.loads((case / "truth.json").read_text(encoding="utf-8"))
    page = decode((case / "page.html").read_bytes())[0]
    first = next((line for line in truth["lines"] if page.count(line) == 1 and "。" in line), None)
    if first:
        replaced = page.replace(first, "</p><p>".join(sentences) if "<p>" + first in page else "".join(sentences))
        text = read_html(replaced).text
        assert all(sentence in text for sentence in sentences)


@given(st.text(alphabet="<>/=\"' \n&;ptdrabi!-首页>1", max_size=300))
def test_any_markup_is_read(markup: str) -> None:
    read_html(markup)
