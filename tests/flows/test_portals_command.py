"""`nianbao portals` and its check, as users start them, against the replica."""

from __future__ import annotations

import json

from crawlers.portals import portal_ids
from crawlers.replica import replica_site, serve

COLUMN = "http://www.tongjiang.gov.cn/tjs/c100017/"


def test_what_works_is_said_and_nothing_is_kept(nianbao, settings, replica):
    done = nianbao("portals", "check", "ccszf", "tongjiang", NIANBAO_PROXY=replica)
    assert (done.returncode, done.stderr) == (0, "")
    assert {"ccszf works", "tongjiang works"} <= set(done.stdout.splitlines())
    assert "政府信息公开年报: 2 reports on http://www.tongjiang.gov.cn/tjs/c100017/zfxxgknb.shtml" in done.stdout
    assert "同江市人民政府 2018" in done.stdout
    assert not settings.archive.exists()


def test_what_does_not_work_is_said_and_fails(nianbao):
    site = replica_site()
    for address in [address for address in site if address.startswith(COLUMN + "20")]:
        site = site.without(address)
    with serve(site) as proxy:
        done = nianbao("portals", "check", "ccszf", "tongjiang", NIANBAO_PROXY=proxy)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert {"ccszf works", "tongjiang does not work", "  report     not fetched"} <= set(done.stdout.splitlines())
    assert "problem    report http_404: http://www.tongjiang.gov.cn/" in done.stdout


def test_the_list_has_every_card_and_the_last_crawl(nianbao):
    done = nianbao("portals", "--format", "json")
    rows = json.loads(done.stdout)
    assert [row["portal"] for row in rows] == list(portal_ids())
    ccszf = next(row for row in rows if row["portal"] == "ccszf")
    assert ccszf == {
        "portal": "ccszf",
        "agency": "长春市人民政府",
        "region": "长春市 220100",
        "family": "trs_static",
        "first year": 2008,
        "last crawl": "never",
        "outcome": "",
        "last run": "",
    }
