"""Which links of a page lead towards annual reports. Pure functions over words and addresses."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crawlers import guards
from crawlers.annual_report import REPORT_COLUMN, report_year

#: What a link says that leads towards the column, and what it is worth.
WORDS = (
    (re.compile(r"信息公开|政务公开"), 60),
    (re.compile(r"公开(?:平台|专栏|目录|栏目)?$"), 40),
    (re.compile(r"(?:网站|站点)(?:地图|导航)"), 30),
)
#: The column itself, by its name: 政府信息公开年报, 年度报告.
COLUMN = 100
#: How the column is named in addresses, whatever the link says: zfxxgknb (政府信息公开年报), ndbg (年度报告).
IN_ADDRESS = re.compile(r"gknb|ndbg|gkmlpt|annual_?report", re.IGNORECASE)
NAMED = 20
#: 政府信息公开指南 and the like lead past it.
PAST = re.compile(r"指南|依申请|申请|投诉|举报|下载|登录|解读|制度")

#: Ends under which everyone has a name of his own: changchun.gov.cn is one owner's.
SHARED_ENDS = ("gov.cn", "org.cn", "com.cn", "net.cn", "edu.cn")


def worth(text: str, url: str) -> int:
    """Returns how likely a link leads to an annual-report column: 0 is not at all, COLUMN and above is the column itself."""
    words = "".join(text.split())
    named = NAMED if IN_ADDRESS.search(urlsplit(url).path) else 0
    if REPORT_COLUMN.search(words) and len(words) <= 20 and report_year(words) is None:
        return COLUMN + named
    if PAST.search(words):
        return 0
    return max((value for pattern, value in WORDS if pattern.search(words) and len(words) <= 20), default=0) + named


def site_of(host: str) -> str:
    """Returns what the hosts of one owner have in common: zwgk.changchun.gov.cn and www.changchun.gov.cn are changchun.gov.cn's."""
    labels = host.split(".")
    if host.replace(".", "").isdecimal():
        return host
    kept = 3 if ".".join(labels[-2:]) in SHARED_ENDS else 2
    return ".".join(labels[-kept:])


def same_owner(host: str, other: str) -> bool:
    """Returns whether two hosts, with a port or without, are one owner's."""
    one, another = (site_of(name.partition(":")[0].lower()) for name in (host, other))
    return one == another


def host_of(url: str) -> str | None:
    """Returns the host of a portal's address; None for what is none: www.changchun.gov.cn without http://, ftp://…, http://127.0.0.1/."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    host = parts.hostname or ""
    return None if parts.scheme not in ("http", "https") or guards.is_private(host) else host


def name_for(host: str) -> str:
    """Returns a name for the portal on a host, fit for a file and a spider: tongjiang, changchun_zwgk, portal_10_1_2_3."""
    site = site_of(host)
    if site == host and host.replace(".", "").isdecimal():
        return "portal_" + host.replace(".", "_")
    before = [label for label in host.removesuffix(site).split(".") if label not in ("", "www")]
    name = re.sub(r"[^a-z0-9]+", "_", "_".join((site.partition(".")[0], *before)).lower())
    return name if name[0].isalpha() else f"portal_{name}"
