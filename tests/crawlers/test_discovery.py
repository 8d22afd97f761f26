"""What a walk goes by: links, signs, columns; and the leaf it comes to, whatever the portal says of itself."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scrapy.http import HtmlResponse

from crawlers.discovery.leaf import Leaf, leaf_text
from crawlers.discovery.links import COLUMN, name_for, site_of, worth
from crawlers.discovery.pages import column_name, columns_on, known_families, signs_on
from crawlers.portals import card_in

URL = "http://www.example.gov.cn/zwgk/zfxxgknb/"


def page(body: str, head: str = "") -> HtmlResponse:
    return HtmlResponse(URL, body=f"<html><head>{head}</head><body>{body}</body></html>".encode(), encoding="utf-8")


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("政府信息公开年报", "政府信息公开"),
        ("年度报告", "政务公开"),
        ("政府信息公开", "公开目录"),
        ("政务公开", "网站地图"),
        ("网站地图", "新闻中心"),
        ("政府信息公开年报", "2016年政府信息公开工作年度报告"),  # a report, not a column
        ("政务公开", "依申请公开"),
        ("信息公开年报", "政府信息公开指南"),
    ],
)
def test_links_towards_the_column_come_first(better: str, worse: str) -> None:
    assert worth(better, "http://a.gov.cn/x/") > worth(worse, "http://a.gov.cn/x/")


def test_an_address_tells_too() -> None:
    assert worth("2025年", URL) > 0 == worth("2025年", "http://a.gov.cn/x/")
    assert worth("信息公开年报", "http://a.gov.cn/x/") >= COLUMN


@pytest.mark.parametrize(
    ("host", "site", "name"),
    [
        ("www.tongjiang.gov.cn", "tongjiang.gov.cn", "tongjiang"),
        ("zwgk.changchun.gov.cn", "changchun.gov.cn", "changchun_zwgk"),
        ("mdj.gov.cn", "mdj.gov.cn", "mdj"),
        ("www.360.cn", "360.cn", "portal_360"),
        ("122.137.242.24", "122.137.242.24", "portal_122_137_242_24"),
        ("www.gov.cn", "www.gov.cn", "www"),
    ],
)
def test_sites_and_names(host: str, site: str, name: str) -> None:
    assert (site_of(host), name_for(host)) == (site, name)
    assert name.isidentifier()


#: What a page of each family shows.
SHOWN = {
    "trs_static": '<a href="./201803/t20180315_407537.html">x</a><script>createPageHTML(3, 0, "index", "html")</script>',
    "trs_search": '<a href="./201803/t20180315_4.htm">x</a><script>list2.trsapi; classsql: "" || "chnlid=1813", prepage: 10</script>',
    "hanweb_jpage": "<a href=/art/2018/3/15/art_1_2.html>x</a><datastore></datastore>/module/web/jpage/dataproxy.jsp",
    "hanweb_xxgk": "<a href='/module/xxgk/xxgkAnnualReport.jsp?area=1133&amp;fbtime=2017'>2017年</a>",
    "hanweb_jpaas": "<script url='/api-gateway/jpaas-publish-server/front/page/build/unit'></script>",
    "gkmlpt": "<a href=/gkmlpt/index>x</a><script>window._CONFIG = {}</script>",
}


@pytest.mark.parametrize("family", SHOWN)
def test_a_family_is_known_by_its_signs(family: str) -> None:
    shown = {known.__module__.rpartition(".")[2]: len(signs_on(known, page(SHOWN[family]))) for known in known_families()}
    assert max(shown, key=lambda name: shown[name]) == family
    assert shown["plain_list"] == 0


def test_every_family_states_its_signs() -> None:
    folder = Path(__file__).resolve().parents[2] / "crawlers" / "families"
    bases = {"answers", "base", "internet_archive", "known", "listing", "markup", "pager", "titles"}
    assert {known.__module__.rpartition(".")[2] for known in known_families()} >= {
        path.stem for path in folder.glob("[a-z]*.py") if "signs = (" in path.read_text("utf-8")
    }
    assert set(SHOWN) | {"plain_list"} <= {path.stem for path in folder.glob("[a-z]*.py")} - bases


def test_a_column_is_named_by_what_says_so_first() -> None:
    meta = '<META NAME="ColumnName" CONTENT="null"><meta name="columntype" content="政府信息公开年报">'
    assert column_name(page("", meta), "") == "政府信息公开年报"
    assert column_name(page("", meta), "信息公开年报") == "信息公开年报"
    assert column_name(page("<h2>本栏目</h2>"), "政务公开") == ""
    of_a_report = "<title>长春市2016年政府信息公开工作年度报告</title>"
    assert column_name(page("", meta + of_a_report), "信息公开年报") == ""


def test_a_list_is_a_column_by_its_reports_whatever_it_is_called() -> None:
    rows = "".join(f'<li><a href="{y}03/t{y}0315_{y}.html">{y - 1}年某县政府信息公开工作年度报告</a> {y}-03-15</li>' for y in (2016, 2017))
    found = max(columns_on(page(f"<ul>{rows}</ul>"), "专栏"), key=lambda column: column.rank)
    assert (found.family, found.url, found.years, found.is_named) == ("trs_static", URL, (2015, 2016), False)
    assert list(columns_on(page("<p>没有年报</p>"), "专栏")) == []


def test_what_a_list_links_elsewhere_is_no_host_of_its_own() -> None:
    """A leaf's hosts are asked before anybody has looked at it; and they stand in its file, which is run."""
    hosts = (
        "zwgk.example.gov.cn",
        "10.0.0.1",
        "mp.example.com",
        "x&quot;&quot;&quot;+print()+&quot;&quot;&quot;.example.gov.cn",
        "u@example.gov.cn",
    )
    rows = "".join(
        f'<li><a href="http://{host}/art_{y}.html">{y}年某县政府信息公开工作年度报告</a> {y + 1}-03-15</li>'
        for y, host in enumerate(hosts, 2015)
    )
    columns = list(columns_on(page(f"<ul>{rows}</ul>"), "政府信息公开年报"))
    assert columns
    assert {column.hosts for column in columns} == {("www.example.gov.cn", "zwgk.example.gov.cn")}
    told = '<a href="http://mp.example.com/module/xxgk/xxgkAnnualReport.jsp?fbtime=2017&amp;area=1133">2017年</a>'
    assert not any(column.is_named for column in columns_on(page(told), ""))


@pytest.mark.parametrize("host", ['a"""+print()+""".gov.cn', "a.gov.cn\n", "", "a.gov.cn/x", "A.gov.cn"])
def test_what_is_no_host_makes_no_leaf(host: str) -> None:
    leaf = Leaf("odd", "a", "b", "220100 长春市", ("a.gov.cn", host), "plain_list", "PlainList", 2008, ((URL, "年报"),), "", "")
    with pytest.raises(ValueError, match="is no host"):
        leaf_text(leaf)


@example("", "", "\x85\x85")
@given(st.text(max_size=60), st.text(max_size=200), st.text(max_size=40))
def test_no_word_of_a_portal_becomes_code(agency: str, said: str, column: str) -> None:
    facts = {"name": "some_portal", "region": "220100 长春市", "family": "plain_list", "family_class": "PlainList", "first_year": 2008}
    leaf = Leaf(agency=agency, about=said, verified=said, assumed=said, hosts=("a.gov.cn", "b.gov.cn"), lists=((URL, column),), **facts)
    text = leaf_text(leaf)
    imported, portal = ast.parse(text).body
    assert isinstance(imported, ast.ImportFrom)
    assert isinstance(portal, ast.ClassDef)
    stated = {node.targets[0].id: ast.literal_eval(node.value) for node in portal.body[1:]}  # type: ignore[attr-defined]
    assert stated == {"name": "some_portal", "hosts": ("a.gov.cn", "b.gov.cn"), "lists": ((URL, column),)}
    assert len(text.splitlines()) <= 20


def test_a_hostile_card_is_still_a_card(tmp_path: Path) -> None:
    evil = '"""\nimport os\nos.system("x")\n"""'
    leaf = Leaf("evil", evil, evil, "220100 长春市", ("a.gov.cn",), "plain_list", "PlainList", 2008, ((URL, evil),), evil, evil)
    (tmp_path / "evil.py").write_text(leaf_text(leaf), "utf-8")
    card = card_in(tmp_path / "evil.py")
    assert (card.family, card.region_code, card.hosts) == ("plain_list", "220100", ("a.gov.cn",))
