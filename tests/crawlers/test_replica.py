"""The replica must be what it stands for, traps included: tests and the demo are worth what it is worth."""

from __future__ import annotations

import csv
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from crawlers import replica
from crawlers.replica import PORTALS, VIA, Answered, Page, Portal, Site, documents, replica_site, serve, site_of

REPORTS = Path(replica.__file__).parent / "reports"
REAL = [document for document in documents() if document.figures == "real"]

each_portal = pytest.mark.parametrize("portal", PORTALS, ids=lambda portal: portal.name)
each_real_report = pytest.mark.parametrize("document", REAL, ids=lambda document: document.portal)


class Reply:
    """One answer read whole."""

    def __init__(self, connection: HTTPConnection) -> None:
        response = connection.getresponse()
        self.status, self.headers, self.body = response.status, response.headers, response.read()


@pytest.fixture(scope="module")
def proxy() -> Iterator[str]:
    with serve() as address:
        yield address


def ask(proxy: str, address: str, headers: Mapping[str, str] | None = None, method: str = "GET") -> Reply:
    """Asks the proxy for an absolute address."""
    connection = HTTPConnection(urlsplit(proxy).netloc, timeout=10)
    try:
        connection.request(method, address, headers=dict(headers or {}))
        return Reply(connection)
    finally:
        connection.close()


def list_address(portal: Portal) -> str:
    return f"http://{portal.hosts[0]}{portal.folder}{portal.index}"


def report_address(portal: Portal) -> str:
    return next(f"http://{portal.hosts[0]}{document.address}" for document in REAL if document.portal == portal.name)


class Reader(HTMLParser):
    """Text without markup, and what the page links to and loads."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if name in ("href", "src") and value and not value.startswith(("#", "javascript:"))]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def squashed(text: str) -> str:
    return re.sub(r"\s", "", text)


@each_portal
def test_everything_a_portal_links_to_on_its_own_hosts_answers(portal: Portal, proxy: str) -> None:
    waiting, seen = [list_address(portal)], {list_address(portal)}
    connection = HTTPConnection(urlsplit(proxy).netloc, timeout=10)
    while waiting:
        address = waiting.pop()
        connection.request("GET", address)
        reply = Reply(connection)
        assert (reply.status, reply.headers["Via"]) == (200, VIA), address
        if not reply.headers["Content-Type"].startswith("text/html"):
            continue
        linked = {urljoin(address, link) for link in Reader(reply.body.decode(portal.charset, "replace")).links}
        fresh = {link for link in linked if urlsplit(link).netloc in portal.hosts} - seen
        waiting += fresh
        seen |= fresh
    connection.close()
    assert len(seen) > 30, "a portal has a whole navigation around its list"


@each_portal
def test_the_pages_of_a_list_show_every_text_once(portal: Portal) -> None:
    stem, _, extension = portal.index.rpartition(".")
    numbered = (f"{stem}_{number}.{extension}" for number in range(portal.second_page, portal.second_page + 9))
    addresses = [f"http://{portal.hosts[0]}{portal.folder}{name}" for name in (portal.index, *numbered)]
    lists = {address: page.body.decode(page.charset) for address in addresses if (page := replica_site().find(address))}
    links = [urlsplit(urljoin(address, link)).path for address, markup in lists.items() for link in Reader(markup).links]
    own = {document.address for document in documents() if document.portal == portal.name}
    assert len(lists) > 1
    assert sorted(link for link in links if link in own) == sorted(own)


@each_portal
def test_validators_are_those_of_the_portal_and_are_honoured(portal: Portal, proxy: str) -> None:
    address = report_address(portal)
    full = ask(proxy, address)
    assert {name for name in ("ETag", "Last-Modified") if name in full.headers} == portal.validators
    for validator, condition in (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")):
        if validator in portal.validators:
            again = ask(proxy, address, {condition: full.headers[validator]})
            assert (again.status, again.body) == (304, b"")
    outdated = {"If-None-Match": '"another"', "If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT"}
    assert ask(proxy, address, outdated).status == 200


def test_the_kinds_of_validators_differ() -> None:
    assert {len(portal.validators) for portal in PORTALS} == {0, 1, 2}


@each_real_report
def test_charsets_disagree_as_they_do_on_the_real_portal(document: replica.Document) -> None:
    portal = next(portal for portal in PORTALS if portal.name == document.portal)
    page = replica_site()[report_address(portal)]
    header = re.search(r"charset=([\w-]+)", page.content_type)
    meta = [value.decode().lower() for value in re.findall(rb'charset=([\w-]+)"', page.body)]
    assert page.body.decode(page.charset).count(document.title) >= 1
    said = (header[1].lower() if header else None, *meta)
    assert (page.charset, *said) == {
        "ccszf": ("utf-8", None, "utf-8"),
        "jlzwgk": ("utf-8", "utf-8", "gb2312"),
        "qikai": ("gb18030", "utf-8", "gb2312"),
        "chaoyang": ("gb18030", None, "gb2312"),
        "tongjiang": ("utf-8", "utf-8", "utf-8", "gb2312"),
    }[portal.name]


@pytest.mark.parametrize("name", ["qikai", "chaoyang"])
def test_declared_gb2312_is_not_enough(name: str) -> None:
    portal = next(portal for portal in PORTALS if portal.name == name)
    for wrong in ("gb2312", "utf-8"):
        with pytest.raises(UnicodeDecodeError):
            replica_site()[report_address(portal)].body.decode(wrong)


def test_word_splits_numbers_over_spans() -> None:
    portal = next(portal for portal in PORTALS if portal.name == "tongjiang")
    body = replica_site()[report_address(portal)].body
    assert len(body) > 100_000
    assert b"4850" not in body
    assert "4850" in "".join(Reader(body.decode()).words)


@each_real_report
def test_the_page_says_what_is_expected_of_it(document: replica.Document) -> None:
    portal = next(portal for portal in PORTALS if portal.name == document.portal)
    text = squashed("".join(Reader(replica_site()[report_address(portal)].body.decode(portal.charset)).words))
    with (REPORTS / "expected.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row["portal"] == document.portal]
    assert {row["year"] for row in rows} == {str(document.year)}
    assert len({(row["metric"], row["party"]) for row in rows}) == len(rows) >= 13
    missing = [row["quote"] for row in rows if squashed(row["quote"].replace("|", "")) not in text]
    assert missing == []


def test_hosts_beyond_the_portals_are_refused(proxy: str) -> None:
    for method, address in (("GET", "http://www.gov.cn/"), ("GET", "http://127.0.0.1:1/"), ("CONNECT", "www.gov.cn:443")):
        reply = ask(proxy, address, method=method)
        assert (reply.status, reply.headers["Via"]) == (502, VIA)
        assert "nothing is fetched from the network" in reply.body.decode()


def test_absolute_address_and_host_header_name_the_same_page(proxy: str) -> None:
    address = report_address(PORTALS[0])
    split = urlsplit(address)
    assert ask(proxy, split.path, {"Host": split.netloc}).body == ask(proxy, address).body


def test_what_is_not_there_is_not_found(proxy: str) -> None:
    assert ask(proxy, "http://zwgk.changchun.gov.cn/ccsrmzfndbg/none.html").status == 404
    robots = {host: ask(proxy, f"http://{host}/robots.txt").status for host in replica_site().hosts}
    assert {host for host, status in robots.items() if status == 404} == {"www.ln.gov.cn"}
    assert set(robots.values()) == {200, 404}


def test_head_has_the_headers_and_no_body(proxy: str) -> None:
    address = report_address(PORTALS[0])
    head, full = ask(proxy, address, method="HEAD"), ask(proxy, address)
    assert head.body == b""
    assert head.headers["Content-Length"] == str(len(full.body))


def test_only_loopback_is_bound(proxy: str) -> None:
    port = urlsplit(proxy).port
    assert proxy == f"http://127.0.0.1:{port}"
    with pytest.raises(ConnectionError), socket.create_connection(("127.0.0.2", port or 0), timeout=1):
        pass


def test_a_revised_page_is_sent_to_who_has_the_old_one() -> None:
    address = report_address(PORTALS[0])
    old = replica_site()[address]
    new = old.revised("1200078", "1200079", old.modified + timedelta(days=1))
    with pytest.raises(ValueError, match="not once"):
        old.revised("年", "", old.modified)
    with serve(replica_site().with_page(address, new)) as proxy:
        reply = ask(proxy, address, {"If-None-Match": old.etag, "If-Modified-Since": old.headers["Last-Modified"]})
    assert (reply.status, reply.body) == (200, new.body)
    assert replica_site()[address] is old


def test_a_removed_page_and_a_failing_one() -> None:
    gone, broken = report_address(PORTALS[0]), report_address(PORTALS[1])
    site = replica_site().without(gone).with_page(broken, replace(replica_site()[broken], status=503))
    answered: list[Answered] = []
    with serve(site, answered=answered) as proxy:
        assert [ask(proxy, gone).status, ask(proxy, broken, method="HEAD").status] == [404, 503]
    assert answered == [Answered("GET", gone, 404), Answered("HEAD", broken, 503)]
    with pytest.raises(KeyError):
        site.without(gone)


def test_a_new_report_comes_with_its_place_in_the_list() -> None:
    newest = replace(
        REAL[0], address="/ccsrmzfndbg/202003/t20200302_1.html", title="2019年的报告", modified=datetime(2020, 3, 2, tzinfo=UTC)
    )
    site = site_of([*documents(), newest])
    assert f"http://zwgk.changchun.gov.cn{newest.address}" in site
    assert "2019年的报告" in site["http://zwgk.changchun.gov.cn/ccsrmzfndbg/index.html"].body.decode()


def test_a_site_of_ones_own() -> None:
    page = Page(b"hello", "text/plain", datetime(2020, 1, 1, tzinfo=UTC))
    with serve(Site({"http://a.gov.cn/x/index.html": page})) as proxy:
        assert [ask(proxy, f"http://a.gov.cn{path}").status for path in ("/x/", "/x/index.html", "/x", "/")] == [200, 200, 404, 404]


def test_the_command_serves_until_it_is_stopped() -> None:
    with subprocess.Popen([sys.executable, "-m", "crawlers.replica"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        proxy = process.stdout.readline().strip().removeprefix("http_proxy=")
        assert ask(proxy, report_address(PORTALS[0])).status == 200
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == 0


def test_a_taken_port_is_said_in_one_line(proxy: str) -> None:
    command = [sys.executable, "-m", "crawlers.replica", "--port", str(urlsplit(proxy).port)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)
    assert result.returncode == 1
    assert "choose another with --port" in result.stderr
    assert len(result.stderr.splitlines()) == 1
