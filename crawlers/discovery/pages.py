"""What a page says of its portal: the name of its column, its CMS by the signs each family states, the annual reports it lists."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from urllib.parse import urlsplit

from scrapy.http import TextResponse

from crawlers import families as package
from crawlers.annual_report import REPORT_COLUMN, is_annual_report, report_year
from crawlers.discovery.leaf import HOST
from crawlers.discovery.links import same_owner
from crawlers.families.answers import UnexpectedAnswerError
from crawlers.families.base import ReportSpider
from crawlers.families.listing import Listing
from crawlers.families.markup import Row
from crawlers.families.titles import meta_of, titles_of

#: A page of this many reports is a list of them whatever it calls itself.
A_LIST = 2
#: What a column is called where nothing says so.
UNNAMED = "政府信息公开年报"
LONGEST_NAME = 30


@dataclass(frozen=True, slots=True)
class Column:
    """A list that may be an annual-report column: its address as a leaf gives it, its name, and the family that may know how it goes on,
    with the signs of it on the page `seen_on`. `reports` is how many the family's own code reads there, `years` are theirs, and `hosts`.
    """

    url: str
    name: str
    family: str
    family_class: str
    signs: tuple[str, ...]
    seen_on: str
    is_named: bool
    reports: int = 0
    years: tuple[int, ...] = ()
    hosts: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[bool, bool, int, int]:
        """The likelier column has the greater rank."""
        return self.is_named, bool(self.years), len(self.signs), len(set(self.years))


@cache
def known_families() -> tuple[type[ReportSpider], ...]:
    """Returns the families: the classes that state their signs."""
    modules = [import_module(f"{package.__name__}.{module.name}") for module in pkgutil.iter_modules(package.__path__)]
    found = [
        value for module in modules for value in vars(module).values() if isinstance(value, type) and value.__module__ == module.__name__
    ]
    return tuple(family for family in found if issubclass(family, ReportSpider) and "signs" in vars(family))


def signs_on(family: type[ReportSpider], page: TextResponse) -> tuple[str, ...]:
    """Returns the names of a family's signs that a page shows, in its address or in its markup."""
    return tuple(name for name, pattern in family.signs if pattern.search(page.url) or pattern.search(page.text))


def columns_on(page: TextResponse, linked_as: str) -> Iterator[Column]:
    """Yields the annual-report columns that a page is or names, once for each family that it may be of."""
    seen = [(family, signs_on(family, page)) for family in known_families()]
    for family, signs in seen:
        for url, name, years in family.columns_told(page):
            if hosts := _own_hosts(page, (url,)):
                yield Column(url, name, *_named(family), signs, page.url, is_named=True, years=years, hosts=hosts)
    name = column_name(page, linked_as)
    lists = [(family, signs) for family, signs in seen if signs or not family.signs]
    for family, signs in lists:
        reports = _reports(family, page, name)
        if (name and (reports or signs)) or len(reports) >= A_LIST:
            years = tuple(sorted({year for report in reports if (year := report_year(report.title))}))
            hosts = _own_hosts(page, (page.url, *(report.url for report in reports)))
            yield Column(page.url, name or UNNAMED, *_named(family), signs, page.url, bool(name), len(reports), years, hosts)


def column_name(page: TextResponse, linked_as: str) -> str:
    """Returns the name of the annual-report column a page is: by its ColumnName, the link that led here, its title; empty where it is none.

    A report's own page says the column's name too; so a page that calls itself the report of a year is none.
    """
    if any(is_annual_report(title, UNNAMED) and report_year(title) for title in titles_of(page)):
        return ""
    stated = meta_of(page)
    titles = sorted(titles_of(page), key=len)  # of 信息公开年报-吉林市政府信息公开专栏 the part that is the column
    for said in (stated.get("columnname", ""), linked_as, stated.get("columntype", ""), *titles):
        name = "".join(said.split())
        if REPORT_COLUMN.search(name) and len(name) <= LONGEST_NAME and report_year(name) is None:
            return re.sub(r"[\"'\\]", "", name)
    return ""


def _reports(family: type[ReportSpider], page: TextResponse, name: str) -> list[Row]:
    """Returns the annual reports that the family's own code reads from a page; none where the page is in no format of its."""
    if not issubclass(family, Listing):
        return []
    host = urlsplit(page.url).netloc
    leaf = type("Trial", (family,), {"name": "trial", "hosts": (host,), "lists": ((page.url, name),)})()
    try:
        rows = leaf.rows(page)
    except UnexpectedAnswerError:
        return []
    # The year tells a report from a link to the column itself.
    return [row for row in rows if is_annual_report(row.title, name) and report_year(row.title)]


def _own_hosts(page: TextResponse, urls: Iterable[str]) -> tuple[str, ...]:
    """Returns the hosts of the addresses, each once; only those of the page's owner, for what a leaf names as its host is asked."""
    named = dict.fromkeys(urlsplit(url).netloc.lower() for url in urls)
    return tuple(host for host in named if HOST.fullmatch(host) and same_owner(host, urlsplit(page.url).netloc))


def _named(family: type[ReportSpider]) -> tuple[str, str]:
    return family.__module__.rpartition(".")[2], family.__name__
