"""`nianbao discover` over the replicas: the leaf it writes is the portal's, and crawls it."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawlers.portals import card_in
from crawlers.replica import Answered, Page, Site, serve
from flows.discover import DiscoveryError, discover
from flows.settings import Settings

sys.path.insert(0, str(Path(__file__).parents[1] / "crawlers"))
sys.path.insert(0, str(Path(__file__).parents[1] / "extract"))
from cms import gkmlpt, hanweb_jpaas, hanweb_jpage, hanweb_xxgk, plain_list, trs_search, trs_static
from cms.certificate import context_for
from cms.reports import first_state

NAVIGATION = "".join(f'<li><a href="/c{n}/">栏目{n}</a></li>' for n in range(30))


def html(body: str) -> Page:
    return Page(
        f"<html><head><meta charset=utf-8></head><body>{NAVIGATION}{body}</body></html>".encode(),
        "text/html; charset=utf-8",
        datetime(2020, 1, 1, tzinfo=UTC),
    )


def with_home(site: Site, home: str, markup: str) -> Site:
    """Returns the site with a front page, one step before the page that leads to the column."""
    step = f"{home}zwgk/"
    return site.with_page(home, html(f'<a href="{step}">政府信息公开</a><a href="/news/">新闻</a>')).with_page(step, html(markup))


def linked(address: str) -> str:
    return f'<a href="{address}">政府信息公开年报</a><a href="/guide/">政府信息公开指南</a>'


def of_family(play, portal: str, home: str, markup: str) -> tuple[Site, str]:
    return with_home(play(first_state(portal)), home, markup), home


#: Family → its replica with a front page, where to start.
PORTALS = {
    "trs_static": lambda: of_family(trs_static.site, "baicheng", "http://xxgk.jlbc.gov.cn/", linked(trs_static.COLUMN)),
    "trs_search": lambda: of_family(trs_search.site, "pingtan", f"{trs_search.HOST}/", linked(trs_search.COLUMN)),
    "hanweb_jpage": lambda: of_family(hanweb_jpage.site_by_number, "jiangbei", f"{hanweb_jpage.HOST}/", linked(hanweb_jpage.LIST)),
    "hanweb_xxgk": lambda: of_family(
        hanweb_xxgk.site, "lishui", "http://www.lishui.gov.cn/", f'<a href="{hanweb_xxgk.ADDRESS.format(year=2016)}">2016年</a>'
    ),
    "hanweb_jpaas": lambda: of_family(
        hanweb_jpaas.site, "pingchuan", f"{hanweb_jpaas.HOST}/", linked(f"{hanweb_jpaas.HOST}{hanweb_jpaas.FOLDER}/index.html")
    ),
    "gkmlpt": lambda: of_family(
        gkmlpt.site,
        "guangdong_wenlv",
        f"{gkmlpt.HOST}/gkmlpt/",
        """<script src="/gkmlpt/app.js"></script><script>window._CONFIG = {SID: '175', TREE: [{"id":2600,"name":"机构职能"},"""
        """{"id":2629,"name":"政府信息公开年报","post_count":102}]}</script>""",
    ),
    "plain_list": lambda: of_family(plain_list.site, "mudanjiang", f"{plain_list.HOST}/", linked(f"{plain_list.NEW}zfxxgknb.shtml")),
}


@pytest.mark.parametrize("family", PORTALS)
def test_the_leaf_of_each_family_works(family: str, settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site, home = PORTALS[family]()
    into = tmp_path / "found"
    with serve(site, tls=context_for(sorted(site.hosts), tmp_path)) as proxy:
        found = discover(settings.model_copy(update={"proxy": proxy}), home, into, "found_portal", 60)
    said = capsys.readouterr().out
    assert found, said
    leaf = into / "found_portal.py"
    card = card_in(leaf)
    assert (card.portal, card.family) == ("found_portal", family)
    assert len(leaf.read_text("utf-8").splitlines()) <= 20
    assert {path.stem for path in into.iterdir()} >= {"found_portal", "report"}
    assert "found_portal works" in said


def test_a_list_of_many_bodies_says_so(settings: Settings, replica: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Liaoning's, in GB18030 declared as GB2312: one year, all cities."""
    start = "http://www.ln.gov.cn/web/zwgkx/zfxxgk1/2010zfxxgk_148535/2010zfxxgk_120736/shizfgzbg/"
    assert discover(settings.model_copy(update={"proxy": replica}), start, tmp_path / "found", "liaoning", 3)
    card = card_in(tmp_path / "found" / "liaoning.py")
    assert (card.family, card.region_code, card.assumed.partition(";")[0]) == (
        "trs_static",
        "211300",
        "4 reports of 1 year, so of several bodies",
    )
    assert "listed_issuer" in capsys.readouterr().out


def test_what_was_not_found_is_said_and_nothing_is_written(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    """A portal with more pages than the budget, none of them a column of reports, some forbidden."""
    home = "http://www.example.gov.cn/"
    pages = {home: html("".join(f'<a href="/zwgk/{n}/">政务公开{n}</a>' for n in range(20)))}
    pages |= {f"{home}zwgk/{n}/": html("<p>本栏目内容正在更新。</p>") for n in range(20)}
    pages[f"{home}robots.txt"] = Page(b"User-agent: *\nDisallow: /zwgk/3/\n", "text/plain", datetime(2020, 1, 1, tzinfo=UTC))
    answered: list[Answered] = []
    with serve(Site(pages), answered=answered) as proxy:
        assert not discover(settings.model_copy(update={"proxy": proxy}), home, None, None, 7)
    said = capsys.readouterr().out
    asked = [answer.address for answer in answered if not answer.address.endswith("robots.txt")]
    assert len(asked) == 6  # and one that robots.txt forbids
    assert f"{home}zwgk/3/" not in asked
    assert all(f"  {address} " in said for address in asked)
    assert "forbidden_by_robots: http://www.example.gov.cn/zwgk/3/" in said
    assert not (settings.home / "discovered" / "example").exists()


def test_what_cannot_begin_says_why(settings: Settings, tmp_path: Path) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "notes.txt").write_text("mine", "utf-8")
    for url, into, name, said in (
        ("http://www.example.gov.cn/", full, None, "is not empty"),
        ("http://www.ccszf.gov.cn/", None, None, "no portal has"),
        ("http://127.0.0.1/", None, "mine", "no address of a portal"),
        ("www.example.gov.cn", None, None, "no address of a portal"),
        ("http://[", None, "mine", "no address of a portal"),
        ("http://www.example.gov.cn/", None, "../Mine", "small letters"),
    ):
        with pytest.raises(DiscoveryError, match=said):
            discover(settings, url, into, name, 60)
    assert [path.name for path in full.iterdir()] == ["notes.txt"]
    assert not settings.home.exists()


def test_the_command_ends_red_where_nothing_is_found(nianbao) -> None:
    done = nianbao("discover", "http://www.example.gov.cn/")  # nobody listens at the proxy
    assert done.returncode == 1
    assert "unreachable: http://www.example.gov.cn/" in done.stdout
    assert "Traceback" not in done.stderr
