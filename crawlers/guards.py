"""Answers that say 200 and are no page: each has a name that is counted, and none is archived as a report.

Pure functions over bytes. A rule looks at what the answer is made of (how much text a reader would see, what the head declares), because
the words alone (404, 已删除, 登录) occur in honest reports too.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import zlib
from urllib.parse import urlsplit

#: Files that are documents, not pages, by the end of their address, or by the name a download is asked for (Hanweb:
#: /module/download/downfile.jsp?classid=0&filename=14c9ea36504347eeb7007b6774f0b737.pdf).
DOCUMENT = re.compile(r"^[^?#]*\.(?:docx?|xlsx?|pdf)(?:[?#]|$)|^[^#]*[?&]file_?name=[^&#]*\.(?:docx?|xlsx?|pdf)(?:[&#]|$)", re.IGNORECASE)

#: PDF; docx and xlsx; doc and xls: how the bytes of a document start, whatever its address.
DOCUMENT_STARTS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")

#: Pictures, by the end of their address; of a scanned report each page is one.
IMAGE = re.compile(r"^[^?#]*\.(?:jpe?g|png|gif|bmp|tiff?)(?:[?#]|$)", re.IGNORECASE)

#: A body that unpacks to more is too large anyway (DOWNLOAD_MAXSIZE).
BOMB = 64 * 2**20

#: An answer is looked at no further than this; what the guards look for stands at the front.
LOOKED_AT = 200_000

#: A page with more bytes, or more tags, is no report: the largest met has 355 KB, of Word's tags. Taken apart, 700,000 tags need 250 MB.
LARGEST_MARKUP = 16 * 2**20
MOST_TAGS = 200_000

#: Characters of markup in which most pages have said something.
BEGIN = 8_000

#: The script that sets a cookie and asks again: 加速乐 (__jsl_clearance), 阿里云 (acw_sc__v2), 瑞数 ($_ts).
CHALLENGE = re.compile(r"__jsl_clearance|acw_sc__v2|\$_ts\s*=\s*window\[|window\[['\"]\$_ts")

#: Pages of web application firewalls, without their spaces. Each counts only together with FEW_WORDS: a report may quote such a sentence.
FIREWALL = re.compile(
    r"网站防火墙|应用防火墙|WebApplicationFirewall|AccessDenied|安全威胁"
    r"|请求(?:已|可能)?被?(?:拦截|阻断)|访问(?:已|被|行为).{0,6}(?:拦截|阻断)",
    re.IGNORECASE,
)

#: A firewall's shortest answers have no words at all (changwu/pingtan archive: below 300 bytes, where no portal page is below 2,000).
TOO_SHORT = 300

#: The answer of a list's interface: JSON (an object or a list), or jpage's XML.
DATA = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{|\[|(?:<\?xml[^>]{0,100}>\s*)?<datastore>)")

#: <meta http-equiv="refresh" content="0; url=../">: how TRS serves an article that was deleted.
REFRESH = re.compile(r"<meta[^>]{0,200}http-equiv\s*=\s*[\"']?refresh[^>]{0,200}url\s*=", re.IGNORECASE)

#: 您访问的页面不存在, 该信息已被删除, 404 Not Found, with status 200; without its spaces.
NOT_FOUND = re.compile(
    r"(?:页面|网页|文件|信息|内容|文章|栏目|地址|资源).{0,8}(?:不存在|未找到|找不到|已(?:被)?(?:删除|移除|下线))"
    r"|(?:找不到|未找到).{0,10}(?:页面|网页|文件)|404(?:NotFound|错误|页面)|^404\b",
    re.IGNORECASE,
)

#: /, /index.html, /default.aspx: where many portals send whoever asks for a page they took down.
FRONT_PAGE = re.compile(r"/?|/(?:index|default|main)\.\w{2,5}", re.IGNORECASE)

#: /404.html, /error/404.htm, /errpage/notfound.jsp
ERROR_PAGE = re.compile(r"/(?:404|error|err|notfound|not_found)(?:\.\w{2,5})?$", re.IGNORECASE)

LOGIN = re.compile(r"<input[^>]{0,200}type\s*=\s*[\"']?password", re.IGNORECASE)

#: Fewer characters than this, tags and scripts aside, and an answer is a notice, not a page: the shortest report of a township met so far
#: has 600.
FEW_WORDS = 300

#: Word saves its own HTML under .doc, and that is a document: <html xmlns:o="urn:schemas-microsoft-com:office:office">.
OFFICE_HTML = re.compile(rb"urn:schemas-microsoft-com:office|content=[\"']?(?:Word|Excel)\.", re.IGNORECASE)
HTML_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|script|meta|body|title)\b", re.IGNORECASE)

#: What a reader does not see of a page: scripts, styles, comments, tags, space.
UNSEEN = re.compile(
    r"<script\b.*?(?:</script>|\Z)|<style\b.*?(?:</style>|\Z)|<!--.*?(?:-->|\Z)|<[^<>]*>|&nbsp;|\s+", re.IGNORECASE | re.DOTALL
)
#: The same, and the words of links: menus and lists.
NO_PROSE = re.compile(rf"<a\b[^<>]*>[^<>]{{0,300}}|{UNSEEN.pattern}", re.IGNORECASE | re.DOTALL)

#: Fewer characters than this outside of links, and the report is somewhere else, for the page around it says something too: where one is,
#: the site's keeper, its numbers.
LITTLE_PROSE = 400


def is_document(url: str) -> bool:
    """Returns whether an address, absolute or relative, is a document's (.doc .docx .xls .xlsx .pdf): by its path, or by the file name it
    asks for."""
    return bool(DOCUMENT.match(url))


def is_image(url: str) -> bool:
    """Returns whether the path of an address ends in a picture's file name."""
    return bool(IMAGE.match(url))


def refusal(url: str, body: bytes) -> str | None:
    """Returns the name of what an answer with status 200 is instead of the page or document asked for; None where nothing is wrong.

    Names: empty, too_large, challenge, deleted, not_found, login, firewall, html_as_document (`crawlers.outcomes` says them in words).
    """
    if not body.strip():
        return "empty"
    if is_document(url) or is_image(url):
        html = HTML_START.match(body) and not OFFICE_HTML.search(body[:LOOKED_AT])
        return "html_as_document" if html else None
    if body.startswith(DOCUMENT_STARTS):
        return None
    if len(body) > LARGEST_MARKUP or body.count(b"<") > MOST_TAGS:
        return "too_large"
    markup = _text(body[:LOOKED_AT])
    if CHALLENGE.search(markup):
        return "challenge"
    words = _seen(markup, UNSEEN, FEW_WORDS)
    if len(words) >= FEW_WORDS:
        return None
    if REFRESH.search(markup):
        return "deleted"
    if NOT_FOUND.search(words):
        return "not_found"
    if LOGIN.search(markup):
        return "login"
    if FIREWALL.search(words) or len(body) < TOO_SHORT:
        return "firewall"
    return None


def is_data(body: bytes) -> bool:
    """Returns whether an answer is an interface's: as short as what it has to say, and read strictly by whoever asked."""
    return bool(DATA.match(body))


def has_few_words(body: bytes) -> bool:
    """Returns whether a page says less than any report does, tags and scripts aside."""
    return len(_seen(_text(body[:LOOKED_AT]), UNSEEN, FEW_WORDS)) < FEW_WORDS


def has_little_prose(body: bytes) -> bool:
    """Returns whether a page says so little outside of its links that a report on it cannot be in its text."""
    return len(_seen(_text(body[:LOOKED_AT]), NO_PROSE, LITTLE_PROSE)) < LITTLE_PROSE


def is_mislabelled(content_type: str, body: bytes) -> bool:
    """Returns whether a page is not in the charset its header says: GBK sent as UTF-8, or UTF-8 sent as GBK."""
    says_utf8 = "utf-8" in content_type.lower()
    if not says_utf8 and not re.search("charset=[\"']?gb", content_type, re.IGNORECASE):
        return False
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return says_utf8
    return not says_utf8 and not body.isascii()


def is_whole_gzip(compressed: bytes) -> bool:
    """Returns whether a gzip stream comes to its end; what comes after BOMB bytes is not looked at."""
    stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
    rest, seen = compressed, 0
    try:
        while rest and not stream.eof and seen < BOMB:
            seen += len(stream.decompress(rest, 2**20))
            rest = stream.unconsumed_tail
    except zlib.error:
        return False
    return stream.eof or seen >= BOMB


def off_portal(url: str, hosts: tuple[str, ...]) -> str | None:
    """Returns why an address is none of the portal's: private_address, off_portal, other_scheme; None where it is one.

    A private address is told apart because a portal that redirects there is broken or hostile, one that links another portal is not.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "off_portal"
    if parts.scheme not in ("http", "https"):
        return "other_scheme"
    if (host in hosts and port in (None, 80, 443)) or f"{host}:{port}" in hosts:
        return None
    return "private_address" if is_private(host) else "off_portal"


def is_private(host: str) -> bool:
    """Returns whether a host is, by its name alone, no address of the open internet: 10.0.0.1, [::1], localhost, intranet.

    Addresses are read in all forms that the system's resolver takes: 2130706433, 0x7f000001, 0177.0.0.1, 127.1, ::ffff:10.0.0.1.
    """
    host = host.rstrip(".")
    try:
        address = ipaddress.ip_address(host if ":" in host else socket.inet_aton(host))
    except (ValueError, OSError):
        return "." not in host or host.endswith((".localhost", ".local", ".internal"))
    inner = address.ipv4_mapped or address.sixtofour if isinstance(address, ipaddress.IPv6Address) else None
    return not (inner or address).is_global


def sent_away(asked: str, answered: str) -> str | None:
    """Returns what it means to be sent on from one address to another of the same portal: redirected_home, not_found; None where it may be
    the page itself."""
    if ERROR_PAGE.search(urlsplit(answered).path):
        return "not_found"
    home = FRONT_PAGE.fullmatch(urlsplit(answered).path) and not FRONT_PAGE.fullmatch(urlsplit(asked).path)
    return "redirected_home" if home else None


def _seen(markup: str, unseen: re.Pattern[str], enough: int) -> str:
    """Returns what is left of a page without what is unseen: of its beginning where that is `enough` characters, as it is as a rule."""
    begin = markup[: markup.find("<", BEGIN)] if len(markup) > BEGIN else ""
    seen = unseen.sub("", begin)
    return seen if len(seen) >= enough else unseen.sub("", markup)


def _text(body: bytes) -> str:
    """Returns the bytes as text good enough to look for words: UTF-8 where they are, GB18030 where they are not."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        # A cut at LOOKED_AT may split the last character; anything earlier is another charset.
        return body.decode("utf-8", "ignore") if error.start > len(body) - 4 else body.decode("gb18030", "replace")
