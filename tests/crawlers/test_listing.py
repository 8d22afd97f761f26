"""List pages as portals build them: which rows, which dates, which further pages."""

from pathlib import Path
from urllib.parse import parse_qsl, urldefrag

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scrapy import Request
from scrapy.http import HtmlResponse

from crawlers import guards
from crawlers.families.answers import UnexpectedAnswerError, day_of, member
from crawlers.families.markup import Row, as_asked, documents_of, followable, in_its_charset, year_columns
from crawlers.families.plain_list import PlainList
from crawlers.families.trs_search import TrsSearch
from crawlers.families.trs_static import TrsStatic

LIST = "http://zwgk.example.gov.cn/ndbg/"
SAMPLES = Path(__file__).resolve().parents[2] / "../shared/samples"


class Trs(TrsStatic):
    name = "trs"
    hosts = ("zwgk.example.gov.cn",)
    lists = ((LIST, "年报"),)


class Plain(PlainList):
    name = "plain"
    hosts = ("zwgk.example.gov.cn",)
    lists = ((LIST, "年报"),)


def page(body: str, url: str = LIST) -> HtmlResponse:
    return HtmlResponse(url, body=f"<html><body>{body}</body></html>".encode(), encoding="utf-8")


ROWS = {
    "li with the date beside the link": (
        '<ul><li><a href="./201803/t20180315_1.html">2017年年报</a><span>2018-03-15</span></li>'
        '<li><a href="./201703/t20170315_2.html">2016年年报</a><span>[2017/3/5]</span></li></ul>',
        [
            Row(LIST + "201803/t20180315_1.html", "2017年年报", "2018-03-15"),
            Row(LIST + "201703/t20170315_2.html", "2016年年报", "2017-03-05"),
        ],
    ),
    "table row, date in another cell with line breaks round it": (
        '<table><tr><td><a href="/a/t20180315_1.htm" title="长春市2017年政府信息公开工作年度报告">长春市2017年政府信息…</a></td>'
        "<td>\n 2018年3月15日\n</td></tr></table>",
        [Row("http://zwgk.example.gov.cn/a/t20180315_1.htm", "长春市2017年政府信息公开工作年度报告", "2018-03-15")],
    ),
    "dl with dd, as at Pingtan": (
        '<div><dl><dd><a href="./202603/t20260313_105587.htm" title="2025年度报告">2025年度报告</a></dd><dd> 2026-03-10 </dd></dl>'
        '<dl><dd><a href="./202503/t20250310_97791.htm" title="2024年度报告">2024年度报告</a></dd><dd> 2025-03-10 </dd></dl></div>',
        [
            Row(LIST + "202603/t20260313_105587.htm", "2025年度报告", "2026-03-10"),
            Row(LIST + "202503/t20250310_97791.htm", "2024年度报告", "2025-03-10"),
        ],
    ),
    "a date that belongs to two rows belongs to none": (
        '<div>2018-03-15 <a href="t20180315_1.html">甲</a><a href="t20180315_2.html">乙</a></div>',
        [Row(LIST + "t20180315_1.html", "甲", None), Row(LIST + "t20180315_2.html", "乙", None)],
    ),
    "picture and title link the same article": (
        '<ul><li><a href="t20180315_1.html"><img src="x.png"></a><a href="t20180315_1.html#top">年报</a> 2018.03.15</li></ul>',
        [Row(LIST + "t20180315_1.html", "年报", "2018-03-15")],
    ),
    "a title attribute that is another text": (
        '<li><a href="t20180315_1.html" title="点击查看">2017年年报</a></li>',
        [Row(LIST + "t20180315_1.html", "2017年年报", None)],
    ),
    "no day of the calendar": ('<li><a href="t20180315_1.html">年报</a>2018-02-31</li>', [Row(LIST + "t20180315_1.html", "年报", None)]),
    "a report listed as a file": (
        '<li><a href="./P020180315.pdf">2017年年报</a><span>2018-03-15</span></li>',
        [Row(LIST + "P020180315.pdf", "2017年年报", "2018-03-15")],
    ),
    "Liaoning's articles": (
        '<li><a href="BFEE58FB76EF459E980A459CE5F25160/index.shtml">甲</a></li><li><a href="2025020510204834948/index.shtml">乙</a></li>',
        [Row(LIST + "BFEE58FB76EF459E980A459CE5F25160/index.shtml", "甲"), Row(LIST + "2025020510204834948/index.shtml", "乙")],
    ),
    "navigation, scripts and nowhere are no rows": (
        '<a href="/">首页</a><a href="javascript:void(0)">更多</a><a href="#">顶部</a><a>无</a><a href="mailto:a@b">信</a>'
        '<a href="http://[bad/t20180315_1.html">坏</a><a href="../zfxxgk/">年报栏目</a>',
        [],
    ),
}


@pytest.mark.parametrize("case", ROWS)
def test_rows(case: str) -> None:
    body, rows = ROWS[case]
    assert Trs().rows(page(body)) == rows


def test_a_plain_list_knows_its_rows_by_the_date_beside_them() -> None:
    body = '<a href="/tjs/c1/zfxxgknb.shtml">政府信息公开年报</a><ul><li><a href="/tjs/c1/201801/c04_1.shtml">年报</a> 2018-01-05</li></ul>'
    assert Plain().rows(page(body)) == [Row("http://zwgk.example.gov.cn/tjs/c1/201801/c04_1.shtml", "年报", "2018-01-05")]


PAGERS = {
    "createPageHTML": (Trs, '<script>createPageHTML(3, 0, "index", "html");</script>', ["index_1.html", "index_2.html"]),
    "createPageHTML, another name and end": (Trs, "<script>createPageHTML( 2,1,'nlist','shtml')</script>", ["nlist_1.shtml"]),
    "createPageHTML of one page": (Trs, '<script>createPageHTML(1, 0, "index", "html");</script><a href="#">下一页</a>', []),
    "createPageHTML with a place, from one": (
        Plain,
        "<script>createPageHTML('page_div',3, 1,'zfxxgknb','shtml',41);</script>",
        ["zfxxgknb_2.shtml", "zfxxgknb_3.shtml"],
    ),
    "two createPageHTML, twice the same": (Trs, '<script>createPageHTML(2,0,"index","html");</script>' * 2, ["index_1.html"]),
    "two lists on one page": (Trs, '<script>createPageHTML(2,0,"index","html");createPageHTML(3,0,"b","html")</script>', None),
    "countPage": (Trs, "<script>var currentPage=0\nvar countPage=4 ;</script>", ["index_1.html", "index_2.html", "index_3.html"]),
    "links on a TRS list": (Trs, '<a href="index_1.html">下一页</a>', ["index_1.html"]),
    "links": (Plain, '<a href="?page=2">2</a><a href="?page=2"> 下一页 &gt;</a><a href="list_9.html">尾页</a>', ["?page=2", "list_9.html"]),
    "only the last page, numbers from one": (
        Plain,
        '<a href="#">下一页</a><a href="?page=2">2</a><a href="?page=5">尾页</a>',
        [f"?page={n}" for n in range(2, 6)],
    ),
    "only the last page, numbers from zero": (
        Trs,
        '<a href="index_1.html">2</a><a href="index_3.html">末页</a>',
        [f"index_{n}.html" for n in (1, 2, 3)],
    ),
    "the last page is the second": (
        Plain,
        '<a href="javascript:go(2)">下一页</a><a href="l_2.html">2</a><a href="l_2.html">尾页</a>',
        ["l_2.html"],
    ),
    "a last page nobody can count to": (Plain, '<a href="javascript:go(2)">下一页</a><a href="list_9.html">尾页</a>', None),
    "numbers of two kinds": (Plain, '<a href="?page=2">2</a><a href="?day=3">3</a><a href="?page=5">尾页</a>', None),
    "numbers alone": (Plain, '<a href="l_2.html">2</a><a href="l_3.html">[3]</a><a href="/rili/4.html">4</a>', ["l_2.html", "l_3.html"]),
    "a pager by script alone": (Plain, '<a href="javascript:go(2)">下一页</a> 共3页', None),
    "a pager of one page": (Plain, '<a href="#">下一页</a><a href="#">末页</a> 共1页', []),
    "no pager": (Plain, "<p>年报</p>", []),
    "pages counted by a script alone": (Plain, "<div id=pages></div><script>var pageCount = '5'; turn(1)</script>", None),
    "pages counted by words alone": (Plain, "<b>共 12 条</b> 共 3 页", None),
    "one page counted": (Plain, "<script>var totalPage=1, pageCount: 0</script>共1页 共12条 共 34 条", []),
}


@pytest.mark.parametrize("case", PAGERS)
def test_further_pages(case: str) -> None:
    family, body, pages = PAGERS[case]
    others = family().other_pages(page(body))
    assert others == (None if pages is None else [LIST + name for name in pages])


def test_on_a_later_page_a_pager_that_leads_nowhere_is_the_end() -> None:
    last = page('<a href="l_1.html">上一页</a><a href="#">下一页</a><a href="l_3.html">尾页</a>', LIST + "l_3.html")
    assert Plain().other_pages(last) == [LIST + "l_3.html"]


def test_paging_starts_from_the_page_asked() -> None:
    third = page("<script>countPage=4</script>", LIST + "index_2.shtml")
    assert Trs().other_pages(third) == [LIST + f"index_{n}.shtml" for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (1521043200, "2018-03-15"),  # midnight in China, the day before in UTC
        ("1521043200000", "2018-03-15"),
        ("2018-03-15 09:30:00", "2018-03-15"),
        ("2018年3月5日", "2018-03-05"),
        (None, None),
        ("", None),
    ],
)
def test_the_day_of_an_interface(moment: object, day: str | None) -> None:
    assert day_of(moment) == day


@pytest.mark.parametrize("moment", ["昨天", "2018-02-31", 20180315, -1, 1.5, True, [], "15210432000000"])
def test_no_day_of_an_interface(moment: object) -> None:
    with pytest.raises(UnexpectedAnswerError, match="expected a date"):
        day_of(moment)


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_gbk_sent_as_utf8_is_read(charset: str) -> None:
    sent = HtmlResponse(LIST, body="<p>政府信息公开年报</p>".encode(charset), headers={"Content-Type": "text/html; charset=utf-8"})
    assert in_its_charset(sent).css("p::text").get() == "政府信息公开年报"


def test_columns_of_a_year() -> None:
    body = (
        '<a href="./2025j/">2025</a><a href="/ndbg/2024j/index.html">2024</a><a href="2024j/index.html#top">2024</a>'
        '<a href="2019n/bmdw/">部门</a>'
        '<a href="./201803/t20180315_1.html">年报</a><a href="/2023j/">别处</a><a href="2023/t1.html">文</a><a href="../2022/">上级</a>'
    )
    assert year_columns(page(body)) == [LIST + "2025j/", LIST + "2024j/index.html", LIST + "2019n/bmdw/"]


def test_documents_of_a_page() -> None:
    body = (
        '<a href="./P0201803.doc">附件：年报.doc</a><a href="./P0201803.doc">下载</a><iframe src="/v/年报.pdf"></iframe>'
        '<embed src="a.PDF"><object data="b.xlsx"></object><a href="c.html">网页</a><a href="javascript:open(\'x.doc\')">坏</a>'
    )
    assert documents_of(page(body)) == [
        Row(LIST + "P0201803.doc", "附件：年报.doc"),
        Row("http://zwgk.example.gov.cn/v/年报.pdf", ""),
        Row(LIST + "a.PDF", ""),
        Row(LIST + "b.xlsx", ""),
    ]


@pytest.mark.parametrize(
    "part",
    [
        "<a href=t20180315_1.html>x</a>",
        "<p><a href=t20180315_1.html>x</a></p>",
        "<div>",
        "<li><a href='t20180315_{}.html'>年报</a>2018-01-01",
        "<table><tr><td>",
    ],
)
def test_a_huge_list_is_read(part: str) -> None:
    body = "".join(part.format(n) for n in range(20_000))
    assert len(Trs().rows(page(f"<div><div>{body}</div></div>"))) <= 20_000


@pytest.mark.parametrize(
    "body",
    [
        "createPageHTML(" + " " * 200_000,
        "createPageHTML('" * 20_000,
        "countPage" + " " * 200_000,
        "共" + " " * 200_000,
        "totalPage = " * 20_000,
        "".join(f"<a href='l_{n % 7}_{n}.html'>{n % 900 + 2}</a>" for n in range(20_000)) + "<a href='l_1_99999.html'>尾页</a>",
    ],
)
def test_a_pager_made_to_be_searched_for_ever_is_not(body: str) -> None:
    assert not Trs().other_pages(page(body))


@pytest.mark.skipif(not SAMPLES.exists(), reason="real list pages are kept beside the project")
@pytest.mark.parametrize(
    ("name", "first", "rows", "others"),
    [
        ("pingtan_list_nb_index.html", ("平潭综合实验区2025年度政府信息公开工作年度报告", "2026-03-10"), 10, 0),
        ("handan_xxgk_list.html", ("邯郸市教育局关于印发《邯郸市学校安全工作目标管理考核办法》的通知", "2020-08-05"), 1, 55),
    ],
)
def test_real_list_pages(name: str, first: tuple[str, str], rows: int, others: int) -> None:
    response = HtmlResponse("http://zwgk.example.gov.cn/x/index.html", body=(SAMPLES / name).read_bytes(), encoding="utf-8")
    found = Trs().rows(response)
    assert (found[0].title, found[0].date) == first
    assert len(found) == rows
    assert all(row.date for row in found)
    assert len(Trs().other_pages(response) or []) == others


@pytest.mark.skipif(not SAMPLES.exists(), reason="real list pages are kept beside the project")
def test_the_real_page_of_trs_search_says_what_it_posts() -> None:
    response = HtmlResponse(LIST, body=(SAMPLES / "pingtan_list_nb_index.html").read_bytes(), encoding="utf-8")
    spider = type("Search", (TrsSearch,), {"name": "search", "hosts": Trs.hosts, "lists": Trs.lists})()
    (second,) = spider.other_pages(response) or []
    request = spider.list_request(second, "年报")
    assert (request.method, urldefrag(request.url).url) == ("POST", "http://zwgk.example.gov.cn/fjdzapp/search")
    posted = {"channelid": "200210", "classsql": "chnlid=1813", "sortfield": "-docorderpri,-docreltime", "prepage": "10", "page": "2"}
    assert dict(parse_qsl(request.body.decode())) == posted


@given(st.text(alphabet=st.characters(), max_size=40), st.sampled_from(("", "//", "http://", "http://zwgk.example.gov.cn:")))
@example("80a/", "http://zwgk.example.gov.cn:")
@example("/2017\ud800.html", "")
@example("[::1/", "http://")
def test_what_is_followable_can_be_asked(address: str, begin: str) -> None:
    """One broken address on a list page must not cost the crawl the others."""
    if url := followable(page(""), begin + address):
        asked = as_asked(Row(url, "2017年年报")).url
        if guards.off_portal(asked, Plain.hosts) is None:
            assert Request(asked).url.isascii()


def test_a_broken_address_costs_no_other_row() -> None:
    broken = '<li><a href="http://zwgk.example.gov.cn:80a/t20180315_9.html">2017年年报</a> 2018-03-15</li>'
    good = '<li><a href="./201703/t20170315_2.html">2016年年报</a> 2017-03-05</li>'
    assert [row.url for row in Trs().rows(page(f"<ul>{broken}{good}</ul>"))] == [f"{LIST}201703/t20170315_2.html"]


def test_half_a_character_is_no_text_and_can_be_told() -> None:
    """JSON can write "\\ud800", which no database takes."""
    with pytest.raises(UnexpectedAnswerError) as told:
        member({"title": "年报\ud800"}, "title", str)
    str(told.value).encode()
