"""One night at a portal that does everything wrong, beside one that is well: each answer is counted by its name, in little memory."""

import contextlib
import gzip
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from crawlers.archive import Crawl, open_archive
from crawlers.replica import replica_site

sys.path.insert(0, str(Path(__file__).parent))
from answering import Quiet, listening
from small_portal import LIST, TEXT

HOST = "http://zwgk.changchun.gov.cn"
MEGABYTE = 2**20

Misdeed = Callable[[BaseHTTPRequestHandler], None]


def page(markup: str, status: int = 200, **headers: str) -> Misdeed:
    return raw(f"<html><body>{markup}</body></html>".encode(), status, **headers)


def raw(body: bytes, status: int = 200, **headers: str) -> Misdeed:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        for name, value in (told | {name.replace("_", "-"): value for name, value in headers.items()}).items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def endless(size: int, chunked: bool) -> Misdeed:
    """A body of so many bytes, told in advance or not; sent until nobody listens."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.send_header(*(("Transfer-Encoding", "chunked") if chunked else ("Content-Length", str(size))))
        request.end_headers()
        piece = bytes(MEGABYTE)
        for _ in range(size // MEGABYTE):
            request.wfile.write(b"%x\r\n%b\r\n" % (MEGABYTE, piece) if chunked else piece)

    return answer


def cut_chunk(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.send_header("Transfer-Encoding", "chunked")
    request.end_headers()
    request.wfile.write(b"ffff\r\n<html>" + TEXT.encode())


def slow(request: BaseHTTPRequestHandler) -> None:
    """A byte now and then: each is an answer, none the last."""
    request.send_response(200)
    request.send_header("Content-Length", "1000")
    request.end_headers()
    for _ in range(100):
        request.wfile.write(b"<")
        time.sleep(0.1)


def hang_up(request: BaseHTTPRequestHandler) -> None:
    request.connection.shutdown(socket.SHUT_RDWR)


def redirect(to: str) -> Misdeed:
    return raw(b"", 302, Location=to)


#: What stands at the address of a report, and the outcome it is counted by.
MISDEEDS: dict[str, tuple[Misdeed, str]] = {
    "firewall": (raw(b"<html><body>blocked</body></html>"), "firewall"),
    "firewall_words": (page("您的请求可能对网站造成安全威胁" + " " * 400), "firewall"),
    "jsl": (page("<script>document.cookie='__jsl_clearance=1'</script>"), "challenge"),
    "acw": (page("<script>setCookie('acw_sc__v2', x)</script>" + "<script>x</script>" * 2000), "challenge"),
    "refresh": (page('<meta http-equiv="refresh" content="0; url=../">'), "deleted"),
    "soft_404": (page("您访问的页面不存在" + "<br>" * 100), "not_found"),
    "moved_home": (redirect(f"{HOST}/"), "redirected_home"),
    "moved_to_404": (redirect(f"{HOST}/error/404.html"), "not_found"),
    "login": (page("用户名<input name=u>密码<input type='password'>" + "<!-- -->" * 60), "login"),
    "login_elsewhere": (redirect("http://sso.example.gov.cn/login"), "off_portal"),
    "hijacked": (redirect("http://bt365.example.com/"), "off_portal"),
    "inside": (redirect("http://192.168.1.1/"), "private_address"),
    "inside_decimal": (redirect("http://2130706433/"), "private_address"),
    "inside_ipv6": (redirect("http://[::1]:22/"), "private_address"),
    "inside_mapped": (redirect("http://[::ffff:169.254.169.254]/latest/"), "private_address"),
    "inside_by_name": (redirect("http://localhost/"), "private_address"),
    "another_scheme": (redirect("ftp://zwgk.changchun.gov.cn/"), "http_302"),
    "round_and_round": (redirect("?"), "redirect_loop"),
    "not_there": (page("nothing", 404), "http_404"),
    "error": (page("oops", 500), "http_500"),
    "overloaded": (page("later", 503, Retry_After="0"), "http_503"),
    "too_many": (page("later", 429, Retry_After="0"), "http_429"),
    "short_body": (raw(b"<html>" + TEXT.encode(), Content_Length="90000"), "truncated"),
    "cut_chunk": (cut_chunk, "truncated"),
    "cut_gzip": (raw(gzip.compress(TEXT.encode() * 50, 1)[:-400], Content_Encoding="gzip"), "truncated"),
    "slow": (slow, "timeout"),
    "hangs_up": (hang_up, "unreachable"),
    "empty": (raw(b""), "empty"),
    "three_gigabytes": (endless(3 * 2**30, chunked=False), "too_large"),
    "three_gigabytes_untold": (endless(3 * 2**30, chunked=True), "too_large"),
    "gzip_bomb": (raw(gzip.compress(bytes(500 * MEGABYTE), 1), Content_Encoding="gzip"), "too_large"),
    "tag_bomb": (page("<a href=x>" * 700_000), "too_large"),
    "word_bomb": (page("<p>" + TEXT * 20_000), "too_large"),
}
#: Answers that are odd, and are reports all the same.
HONEST: dict[str, Misdeed] = {
    "honest": page(TEXT),
    "gbk_as_utf8": raw(f"<html><body>{TEXT}</body></html>".encode("gb18030")),
    "tags": page(TEXT + "<a href=x>" * 190_000),
    "depth": page("<div>" * 190_000 + TEXT),
    "short_attachment": page(TEXT + f'<a href="{HOST}/a/fake.pdf">附件</a><a href="{HOST}/a/fake.doc">附件</a>'),
}


def address(name: str) -> str:
    number = [*MISDEEDS, *HONEST].index(name)
    return f"{LIST}201703/t20170315_{number:04}.html"


def answers() -> dict[str, Misdeed]:
    names = [*MISDEEDS, *HONEST]
    rows = "".join(f'<li><a href="{address(name)}">长春市{name}局2016年政府信息公开工作年度报告</a> 2017-03-15</li>' for name in names)
    healthy = {url: raw(p.body, p.status, Content_Type=p.content_type) for url, p in replica_site().items()}
    misdeeds = {address(name): misdeed for name, (misdeed, _) in MISDEEDS.items()}
    around = {
        LIST: page(f"<ul>{rows}</ul>{TEXT}"),
        f"{HOST}/": page("首页" + TEXT),
        f"{HOST}/error/404.html": page("页面走丢了" + TEXT),
        f"{HOST}/a/fake.pdf": page(TEXT),
        f"{HOST}/a/fake.doc": page(TEXT),
    }
    return healthy | around | misdeeds | {address(name): answer for name, answer in HONEST.items()}


@contextmanager
def portals() -> Iterator[str]:
    """Serves both portals behind a proxy, and yields its address."""
    known = answers()

    class Handler(Quiet):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # noqa: N802  the name BaseHTTPRequestHandler calls
            looped = self.path.partition("?")[0]
            answer = known.get(self.path) or known.get(self.path + "index.html") or known.get(looped) or page("no such page", 404)
            self.close_connection = True
            with contextlib.suppress(OSError):  # the crawl hung up on us
                answer(self)

    with listening(Handler) as address:
        yield address


#: Runs a command and prints its peak memory in kilobytes. A small process in between, because Linux counts to a process what the one that
#: forked it held, and a test process holds more than a crawl may.
MEASURED = (
    "import resource, subprocess, sys; status = subprocess.call(sys.argv[1:]);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(status)"
)


def start(portal: str, proxy: str, folder: Path) -> subprocess.Popen[bytes]:
    chosen = {"http_proxy": proxy, "NIANBAO_DELAY": "0", "NIANBAO_TIMEOUT": "1"}
    command = [sys.executable, "-c", MEASURED, sys.executable, "-m", "crawlers", portal, "--archive", str(folder)]
    with (folder / f"{portal}.log").open("wb") as log:
        return subprocess.Popen(command, env=os.environ | chosen, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log)


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """Returns the folder of the archives after one night at both portals, and the peak memory of the crawl of the hostile one, in bytes."""
    folder = tmp_path_factory.mktemp("archive")
    with portals() as proxy:
        hostile, healthy = start("ccszf", proxy, folder), start("qikai", proxy, folder)
        kilobytes, _ = hostile.communicate()
        healthy.communicate()
        assert (hostile.returncode, healthy.returncode) == (0, 0), (folder / "ccszf.log").read_text()
    return folder, int(kilobytes) * 1024


def crawl_of(folder: Path, portal: str) -> Crawl:
    with open_archive(folder, portal) as archive:
        (crawl,) = archive.crawls()
        return crawl


def test_each_misdeed_is_counted_by_its_name(night: tuple[Path, int]) -> None:
    crawl = crawl_of(night[0], "ccszf")
    assert crawl.outcome == "finished", crawl.reason
    named = {problem.url: problem.outcome for problem in crawl.problems}
    assert {name: named.get(address(name)) for name in MISDEEDS} == {name: outcome for name, (_, outcome) in MISDEEDS.items()}
    assert {named[f"{HOST}/a/fake.pdf"], named[f"{HOST}/a/fake.doc"]} == {"html_as_document"}
    for outcome in named.values():
        assert crawl.counts[f"problem_{outcome}"] == list(named.values()).count(outcome)
    assert crawl.counts["problems"] == len(named) == len(MISDEEDS) + 2
    assert crawl.counts["reports_in_another_charset_than_declared"] == 1


def test_nothing_but_reports_is_archived(night: tuple[Path, int]) -> None:
    with open_archive(night[0], "ccszf") as archive:
        assert {capture.url for capture in archive.captures()} == {LIST, *map(address, HONEST)}


def test_the_summary_says_it_in_plain_words(night: tuple[Path, int]) -> None:
    reason = crawl_of(night[0], "ccszf").reason
    for words in ("38 reports listed", "5 new", "2 a firewall's page", "5 too large", "1 not answered in time", "1 status 500"):
        assert words in reason


def test_memory_stays_small(night: tuple[Path, int]) -> None:
    assert 50 * MEGABYTE < night[1] < 400 * MEGABYTE


def test_the_other_portal_is_untouched(night: tuple[Path, int]) -> None:
    crawl = crawl_of(night[0], "qikai")
    assert (crawl.outcome, crawl.counts["reports_new"], crawl.problems) == ("finished", 3, ())
