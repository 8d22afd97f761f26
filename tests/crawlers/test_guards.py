"""Answers that say 200, both ways: those that are no page, and pages that only look a little like it."""

import pytest

from crawlers.guards import (
    LARGEST_MARKUP,
    MOST_TAGS,
    has_few_words,
    is_data,
    is_document,
    is_private,
    off_portal,
    refusal,
    sent_away,
)

PAGE = "http://zwgk.example.gov.cn/ndbg/t20180315_1.html"
DOC = "http://zwgk.example.gov.cn/ndbg/P020180315.doc"
TEXT = "一、概述 根据《中华人民共和国政府信息公开条例》的规定，编制本年度报告，全年主动公开政府信息12345条。" * 12


def html(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


REFUSED = {
    "empty": [(PAGE, b""), (PAGE, b" \r\n"), (DOC, b"")],
    "challenge": [
        (PAGE, html("<script>document.cookie='__jsl_clearance=1';location.reload()</script>")),
        (PAGE, html("<script>var arg1='A3';setCookie('acw_sc__v2',x)</script>")),
        (PAGE, html("<script>$_ts=window['$_ts'];if(!$_ts)$_ts={};</script>" + "<script>x</script>" * 2000)),
    ],
    "deleted": [
        (PAGE, html("", '<meta http-equiv="refresh" content="0; url=../">')),
        (PAGE, html("正在跳转", '<META HTTP-EQUIV=Refresh CONTENT="3;URL=http://www.example.gov.cn/">')),
    ],
    "not_found": [
        (PAGE, html("<h1>您访问的页面不存在</h1><a href='/'>返回首页</a>")),
        (PAGE, html("<p>对不起，该信息已被删除！</p>")),
        (PAGE, "<html><body>抱歉，找不到您要的页面</body></html>".encode("gb18030")),
        (PAGE, html("<h1>404 Not Found</h1><hr>nginx")),
    ],
    "login": [(PAGE, html("<form>用户名<input name=u>密码<input type='password' name=p></form>" + "<!-- -->" * 60))],
    "firewall": [
        (PAGE, html("<h2>您的请求可能对网站造成安全威胁</h2>" + " " * 400)),
        (PAGE, html("网站防火墙 您的访问已被管理员设置拦截" + "<br>" * 100)),
        (PAGE, b"<html><body>ok</body></html>"),
    ],
    "too_large": [(PAGE, html(TEXT + " " * LARGEST_MARKUP)), (PAGE, html(TEXT + "<br>" * MOST_TAGS))],
    "html_as_document": [(DOC, html(TEXT)), (DOC.replace(".doc", ".PDF"), b"\xef\xbb\xbf\n <html><script>1</script></html>")],
}
TAKEN = {
    "a page": (PAGE, html(TEXT)),
    "a page in GBK": (PAGE, html(TEXT).decode().encode("gb18030")),
    "a page that refreshes itself": (PAGE, html(TEXT, '<meta http-equiv="refresh" content="600; url=?">')),
    "a report that tells of a 404": (PAGE, html(TEXT + "网站曾出现404错误，部分页面不存在，已删除失效信息")),
    "a report that tells of a firewall": (PAGE, html(TEXT + "市政府网站防火墙拦截攻击12次，请求被拦截")),
    "a page with a login box in its head": (PAGE, html("<input type='password'>" + TEXT)),
    "a short page without bad words": (PAGE, html("<p>本镇2009年未收到政府信息公开申请。</p>" + "<br>" * 80)),
    "Word": (DOC, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "Word's own HTML": (DOC, b'<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>x</body></html>'),
    "a PDF under a page's name": (PAGE, b"%PDF-1.4 tiny"),
}


@pytest.mark.parametrize(("outcome", "url", "body"), [(name, *answer) for name, answers in REFUSED.items() for answer in answers])
def test_refused(outcome: str, url: str, body: bytes) -> None:
    assert refusal(url, body) == outcome


@pytest.mark.parametrize("name", TAKEN)
def test_taken(name: str) -> None:
    assert refusal(*TAKEN[name]) is None


@pytest.mark.parametrize("part", ["<", "<script>", "<!--", "<meta http-equiv=refresh ", "<input type=", " ", "<style>", "请求被"])
def test_hostile_markup_is_answered_at_once(part: str) -> None:
    refusal(PAGE, (part * (10**6 // len(part))).encode())


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://zwgk.example.gov.cn/x", None),
        ("https://zwgk.example.gov.cn:443/x", None),
        ("http://zwgk.example.gov.cn:8080/x", "off_portal"),
        ("http://122.137.242.24:8080/x", None),
        ("http://122.137.242.24/x", "off_portal"),
        ("http://sub.zwgk.example.gov.cn/", "off_portal"),
        ("http://zwgk.example.gov.cn.evil.com/", "off_portal"),
        ("http://zwgk.example.gov.cn@evil.com/", "off_portal"),
        ("http://[bad/", "off_portal"),
        ("ftp://zwgk.example.gov.cn/x", "other_scheme"),
        ("file:///etc/passwd", "other_scheme"),
        ("http://127.0.0.1/", "private_address"),
        ("http://10.1.2.3/", "private_address"),
        ("http://192.168.0.1:8080/preview/", "private_address"),
        ("http://169.254.169.254/latest/", "private_address"),
        ("http://[::1]/", "private_address"),
        ("http://[::ffff:10.0.0.1]/", "private_address"),
        ("http://2130706433/", "private_address"),
        ("http://0x7f000001/", "private_address"),
        ("http://0177.0.0.1/", "private_address"),
        ("http://127.1/", "private_address"),
        ("http://0x7f.1/", "private_address"),
        ("http://127.0.0.1./", "private_address"),
        ("http://[fe80::1%25eth0]/", "private_address"),
        ("http://[fd00::1]/", "private_address"),
        ("http://[::ffff:7f00:1]/", "private_address"),
        ("http://[2002:7f00:1::]/", "private_address"),
        ("http://0.0.0.0/", "private_address"),
        ("http://localhost/", "private_address"),
        ("http://localhost./", "private_address"),
        ("http://oa.internal/", "private_address"),
        ("http://[2606:4700::1111]/", "off_portal"),
        ("http://oa.local/", "private_address"),
        ("http://intranet/", "private_address"),
    ],
)
def test_off_portal(url: str, reason: str | None) -> None:
    assert off_portal(url, ("zwgk.example.gov.cn", "122.137.242.24:8080")) == reason


@pytest.mark.parametrize(
    ("answered", "outcome"),
    [
        ("http://zwgk.example.gov.cn/", "redirected_home"),
        ("http://zwgk.example.gov.cn", "redirected_home"),
        ("http://zwgk.example.gov.cn/index.shtml?from=x", "redirected_home"),
        ("http://zwgk.example.gov.cn/error/404.html", "not_found"),
        ("http://zwgk.example.gov.cn/new/t20180315_1.html", None),
        ("http://zwgk.example.gov.cn/ndbg/index.html", None),
    ],
)
def test_sent_on(answered: str, outcome: str | None) -> None:
    assert sent_away(PAGE, answered) == outcome
    assert sent_away("http://zwgk.example.gov.cn/", "http://zwgk.example.gov.cn/index.html") is None


def test_public_addresses_are_public() -> None:
    assert not is_private("122.137.242.24")
    assert not is_private("www.gov.cn")


@pytest.mark.parametrize(
    ("url", "document"),
    [
        (DOC, True),
        (PAGE, False),
        ("http://x/a.PDF?x=1", True),
        ("http://x/a.html?f=a.pdf", False),
        ("http://x/a.xlsx#1", True),
        ("/module/download/downfile.jsp?classid=0&filename=14c9ea36504347ee.pdf", True),
        ("/module/download/downfile.jsp?fileName=a.docx&classid=0", True),
        ("/search?filename=年报&type=.pdf", False),
    ],
)
def test_is_document(url: str, document: bool) -> None:
    assert is_document(url) is document


@pytest.mark.parametrize(
    ("body", "data"),
    [
        (b'{"articles": []}', True),
        (b'\xef\xbb\xbf \n{"data":{}}', True),
        (b'<?xml version="1.0" encoding="utf-8"?>\n<datastore><recordset/></datastore>', True),
        (b"<datastore>", True),
        (b'<?xml version="1.0"?><!DOCTYPE html><html>', False),
        (b"<html><body>ok</body></html>", False),
        (b"", False),
    ],
)
def test_the_answers_of_interfaces_are_data(body: bytes, data: bool) -> None:
    assert is_data(body) is data


def test_a_year_without_a_report_has_few_words() -> None:
    assert has_few_words(html("<p>暂无</p>" + "<a href='/'></a>" * 900))
    assert not has_few_words(html(TEXT))
