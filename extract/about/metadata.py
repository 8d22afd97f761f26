"""What a report says of itself: title, issuer, region, level, year, day of publication.

Each answer has an order of trust, written at its function; what the page does not say stays None. The title comes before what stands in the
text, the text before what the portal's system noted: a column holds reports of many bodies, and meta tags are filled by hand or not at all.
What each place says of title, issuer and days is kept beside the answer (`Description.stated`), for they often disagree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.about.issuers import NOTED_AS_BODY, SIGNATURE_LINES, announced_year, in_its_region, is_date_line, stated_bodies
from extract.about.issuers import issuer as reporting_body
from extract.about.regions import NATION_CODE, NATION_NAME, Region, choose, locate, region_of_code
from extract.about.titles import (
    LONGEST_TITLE,
    is_body_line,
    is_national,
    named,
    read_title,
    title_body,
    titled,
    without_national_head,
    without_space,
)
from extract.dates import dates_in, iso_date, years_in
from extract.document import Document
from extract.fold import fold
from extract.records import Level, PageFact, PageFactKind, PageFactSource, Source


@dataclass(frozen=True, slots=True)
class Description:
    """Title, issuer, region (full name and GB/T 2260 code), level, year reported on, and the ISO date of publication; and what each place
    states of them."""

    title: str | None = None
    issuer: str | None = None
    region: str | None = None
    region_code: str | None = None
    level: Level | None = None
    year: int | None = None
    published: str | None = None
    #: Evidence beside the answers, and no part of what tells two descriptions apart.
    stated: tuple[PageFact, ...] = field(default=(), compare=False)


_UNKNOWN = Source()

#: What a template writes where it knows nothing.
EMPTY = frozenset({"", "null", "undefined", "none", "无"})


def describe(document: Document, source: Source = _UNKNOWN) -> Description:
    """Returns what `document` says of itself, with what is known of it from outside where it is silent."""
    page = {name: fold(value).strip() for name, value in document.page.items()}
    lines = [line for line in map(str.strip, document.folded.splitlines()) if line]
    title, body, year = _read_title(document, source)
    bodies = tuple(stated_bodies(lines))
    issuer = reporting_body(body, bodies, lines, page)
    context = "\n".join((title or "", *_head_and_tail(lines), *page.values()))
    site_code = _site_code(page)
    region = _region(issuer and in_its_region(issuer, lines), context, site_code)
    if region is None and issuer is not None and is_national(issuer):
        region = Region(NATION_CODE, NATION_NAME)
    days = tuple(_days(page, source, lines))
    published = next((day.value for day in days if day.kind == "published" and day.value), None)
    return Description(
        title=title,
        issuer=issuer,
        region=region.name if region else None,
        region_code=region.code if region else None,
        level=_level(issuer, region),
        year=year or _year(lines, published) or _named_year(source.name),
        published=published,
        stated=(*_stated_titles(document.page, source), *_stated_issuers(body, bodies, page), *days),
    )


# --- title -----------------------------------------------------------------------------------------------------------------------

#: Titles stand near the head; lines above them are remnants of navigation or a document number.
_TITLE_LINES = 12
#: A title's line that goes on in the next: 六盘水市公安局2020年度政府信息|公开工作年度报告.
_BROKEN_TITLE = re.compile(r"(?:政府信息|政务信息|政府|政务|信息|公开|工作|年度)$")
#: A title whose text runs on behind it on one line: [东岭市林业局 2018年政府信息公开工作年度报告 ]根据《条例》….
_RUN_ON_TITLE = re.compile(r"(?!\d{1,2}[、.])[^。,;:!?|\n]{6,70}?(?:报告|年报|总结)(?=\s+[一-鿿(《\d])")
#: The day that a list puts behind a title: …年度报告2011-01-28.
_DAY_BEHIND = re.compile(r"(?<=[报告总结况])\s*[\[(]?((?:19|20)\d\d([-/.])\d{1,2}\2\d{1,2})[\])]?$")


def _read_title(document: Document, source: Source) -> tuple[str | None, str | None, int | None]:
    """Returns title, body and year: from the page's own heading, else the first lines, else the link that led here.

    The first title that names a body stands: a heading broken over two lines may have kept only 政府信息公开工作年度报告.
    """
    first: tuple[str, str | None, int | None] | None = None
    for candidate in _titles(document, source):
        found = titled(fold(candidate))
        if found:
            body, year = found
            if body is not None:
                return without_space(candidate), body, year
            first = first or (without_space(candidate), body, year)
    if first is not None:
        return first
    return without_space(document.title) if document.title else None, None, None


def _titles(document: Document, source: Source) -> Iterator[str]:
    lines = [line.strip() for line in document.text[:3_000].splitlines() if line.strip()][:_TITLE_LINES]
    if document.title:
        yield document.title
    yield from filter(None, (document.page.get("articletitle"),))
    for above, line in zip(["", *lines], lines, strict=False):
        if above and _goes_on(fold(above), fold(line)):
            yield above + line
        yield _DAY_BEHIND.sub("", line)
        if len(line) > LONGEST_TITLE and (title := _RUN_ON_TITLE.match(fold(line[: 2 * LONGEST_TITLE]))) is not None:
            yield line[: title.end()]
        # an encyclopedia's first words: 《东岭市林业局2014年…报告》是….
        yield from re.findall("^《([^《》]+)》", line)
    # the browser's title, which has the site's name behind it
    yield re.split(r"[-_|—–]+", document.page.get("title", ""))[0].strip()
    # what the link on the list page said, and a file named after its title
    yield from filter(None, (source.listed_title, source.name.rpartition(".")[0]))


def _goes_on(above: str, line: str) -> bool:
    """Tells whether two lines are one title: a body above a title that names none (吉林市人民政府2017 / 政府信息公开工作年度报告), or one
    that is broken in its words."""
    parts = read_title(line)
    if is_body_line(above):
        return parts is not None and title_body(parts) is None
    return bool(_BROKEN_TITLE.search(above)) and read_title(above) is None and title_body(read_title(above + line)) is not None


def _named_year(name: str) -> int | None:
    """Returns the one year a file was named after by whoever saved it (`xinchengqu_2022.txt`), for a text that names none."""
    years = {int(year) for year in re.findall(r"(?<!\d)(20[0-3]\d)(?!\d)", name)}
    return years.pop() if len(years) == 1 else None


# --- region and level --------------------------------------------------------------------------------------------------------------


def _region(issuer: str | None, context: str, site_code: str | None) -> Region | None:
    """Returns the region the issuer's name begins with, told apart by the rest of the page where several bear the name.

    A zone without a region of its own lies in the city it is named after. A body whose name begins with no region (市财政局) lies in
    the region of its portal where the portal is a region's of the same rank.
    """
    if issuer is None:
        return None
    located = locate(issuer)
    if not located.candidates:
        located = locate(without_national_head(issuer))
    if located.candidates:
        return _outermost(located.candidates, issuer) or choose(located.candidates, context, site_code)
    own = region_of_code(site_code) if site_code else None
    return own if own and issuer[0] == own.name[-1] and issuer[0] in "省市县区旗州盟" else None


def _outermost(candidates: tuple[Region, ...], issuer: str) -> Region | None:
    """Returns the prefecture a zone is named after where its namesakes all lie in it: 淮安经济技术开发区 in 淮安市, which has a 淮安区."""
    if not _ZONE.search(issuer):
        return None
    return next((outer for outer in candidates if all(outer is inner or outer.contains(inner) for inner in candidates)), None)


def _site_code(page: dict[str, str]) -> str | None:
    """Returns the six-digit region code in SiteIDCode (2201000032); ministries have letters there (bm14000001)."""
    found = re.match(r"\d{6}(?=\d{4}$)", page.get("siteidcode", ""))
    return found[0] if found else None


_TOWNSHIP = re.compile(r"(?:[镇乡]|苏木)(?:人民政府)?$|街道(?:办事处|办)?$")
_ZONE = re.compile(r"(?:开发区|新区|高新区|经开区|汽开区|园区|保税区|示范区|试验区|实验区|功能区|管理区|度假区)(?:管委会|管理委员会)?$")


def _level(issuer: str | None, region: Region | None) -> Level | None:
    """Returns the level of the issuer: of a government its region's, of an office or bureau `department`.

    Zones (经济技术开发区) rank with counties here: they report to the city they are named after. Directly governed cities are provinces.
    """
    if issuer is None:
        return None
    if is_national(issuer):
        return "national"
    if _TOWNSHIP.search(issuer):
        return "township"
    if _ZONE.search(issuer) and not (region and issuer.startswith(region.name) and len(issuer) == len(region.name)):
        return "county"
    if not re.search(r"(?:人民政府|行政公署)$", issuer):
        return "department"
    if region is None:
        return None
    return "province" if region.is_province else "prefecture" if region.is_prefecture else "county"


# --- year --------------------------------------------------------------------------------------------------------------------------

_RANGE = re.compile(r"^\s*起?\s*[,，]?\s*(?:至|到|-|—|~)+\s*$")


def _year(lines: list[str], published: str | None) -> int | None:
    """Returns the year a text without a telling title reports on.

    Trust: the period of its figures (统计期限自2016年1月1日至12月31日); a line that is only the year, as over the form ((2016年度)); the
    year its clauses begin with, where no other is named more often and no later one as often. The report it says it publishes
    (现公布某局2016年…年度报告) may be of a later year than these, where last year's text was not mended throughout; one of an earlier
    year is spoken of among what was done. Last the year before a signature or publication in a first half year.
    """
    text = "\n".join(lines)
    told = _period_year(text) or _headed_year(lines) or _told_year(text) or 0
    return max(told, announced_year(lines) or 0) or _year_before(iso_date(_signature(lines)) or published)


#: A period whose end leaves the year to its beginning: 自[2011年1月1日起至12月31日].
_WHOLE_YEAR = re.compile(r"((?:19|20)\d\d)年0?1月0?1日起?,?(?:[至到]|[-—~]{1,2})(?:当年|同年|本年)?12月31日")


def _period_year(text: str) -> int | None:
    if (whole := _WHOLE_YEAR.search(text[:6_000])) is not None:
        return int(whole[1])
    found = list(dates_in(text[:6_000]))
    for first, second in pairwise(found):
        if (
            second.start - first.end <= 8
            and _RANGE.match(text[first.end : second.start])
            and first.iso[:4] == second.iso[:4]
            and first.iso.endswith("-01-01")
        ):
            return int(first.iso[:4])
    return None


def _headed_year(lines: list[str]) -> int | None:
    years = {
        year.year
        for line in lines
        if len(line) <= 12
        for year in years_in(line)
        if year.marked and not re.sub(r"[()年度\s]", "", line[: year.start] + line[year.end :])
    }
    return years.pop() if len(years) == 1 else None


#: 2017年3月, 2016年版, 〔2016年〕, 2015年底: years of something else.
_NOT_REPORTED = re.compile(r"\s{0,2}\d{1,2}月|版|〕|底|初")


def _told_year(text: str) -> int | None:
    years = [year for year in years_in(text) if year.marked and not _NOT_REPORTED.match(text, year.end)]
    opening = [year.year for year in years if not year.start or text[year.start - 1] in "\n。,;:、()"]
    if not opening:
        return None
    counts = Counter(year.year for year in years)
    # 2013年收到31件，2014年收到44件: an earlier year named as often as a later one is no answer.
    first = opening[0]
    return first if all(count < counts[first] or (count == counts[first] and year <= first) for year, count in counts.items()) else None


def _year_before(iso: str | None) -> int | None:
    return int(iso[:4]) - 1 if iso and int(iso[5:7]) <= 6 else None


# --- publication ---------------------------------------------------------------------------------------------------------------------

#: Where a day is named, in the order of trust: what the government's meta tags say, then what the page's head prints, at times without a
#: label (`date`).
_NAMED_DAYS: tuple[tuple[PageFactKind, PageFactSource, tuple[str, ...]], ...] = (
    ("published", "meta", ("pubdate", "publishdate")),
    ("published", "head", ("发布日期", "发布时间", "发文日期", "公开日期", "日期", "时间", "date")),
    ("written", "head", ("成文日期", "生成日期")),
    ("updated", "head", ("更新日期", "更新时间")),
)
#: Days in addresses: /201705/t20170517_2259879.html (TRS), /art/2018/3/15/art_12.html (Hanweb), /nw12344/20230331/a1.html,
#: /show/20200117182933343.html. It is the day of the last import (portals.md: a 2019 report stands under 20200923).
_ADDRESS_DAY = re.compile(r"/t?(20\d\d)(?:(\d\d)(\d\d)(?=[_/]|\d{6,9}\.)|[/-](\d{1,2})[/-](\d{1,2})/)")


def _days(page: dict[str, str], source: Source, lines: list[str]) -> Iterator[PageFact]:
    """Yields the days the page states. Published is, by trust: meta tag, page head, first lines of a saved text, list page, signature, day
    the form was filled in, date in the address."""
    yield from (
        _day(kind, place, name, page.get(name, "")) for kind, place, names in _NAMED_DAYS for name in names if _says(page.get(name))
    )
    address = _ADDRESS_DAY.search(source.url or "")
    others: tuple[tuple[PageFactSource, str, str], ...] = (
        ("head", "发布日期", "" if page.get("发布日期") else _headed_date(lines)),
        ("list", "date", fold(source.listed_date or "")),
        ("text", "signature", _signature(lines)),
        ("text", "填报日期", _filled(lines)),
        ("address", "address", "-".join(filter(None, address.groups())) if address else ""),
    )
    yield from (_day("published", place, name, raw) for place, name, raw in others if _says(raw))


def _day(kind: PageFactKind, place: PageFactSource, name: str, raw: str) -> PageFact:
    return PageFact(kind, place, name, raw, iso_date(raw))


def _says(raw: str | None) -> bool:
    """Returns whether a tag or label says anything: templates fill what they do not know with null."""
    return (raw or "").strip().lower() not in EMPTY


def _signature(lines: list[str]) -> str:
    """Returns the line of the signature's date: a line that is only a date, the last one, near an end of the text; empty where none is."""
    near_end = [*lines[:5], *lines[-SIGNATURE_LINES:]]
    return next((line for line in reversed(near_end) if is_date_line(line)), "")


def _headed_date(lines: list[str]) -> str:
    """Returns what stands after 发布日期 in the first lines of a saved text (发布日期:2026-03-12 点击数:), else behind the title."""
    head = lines[:_TITLE_LINES]
    found = re.search(r"发[布文](?:日期|时间)\s*:\s*(.{8,20})", "\n".join(head))
    found = found or next((day for line in head if (day := _DAY_BEHIND.search(line)) and read_title(line)), None)
    return found[1] if found else ""


def _filled(lines: list[str]) -> str:
    found = re.search(r"(?:填表|填报)(?:日期|时间)\s*:\s*(.{8,16})", "\n".join(lines))
    return found[1] if found else ""


# --- what each place states ----------------------------------------------------------------------------------------------------------


def _stated_titles(page: Mapping[str, str], source: Source) -> Iterator[PageFact]:
    places: tuple[tuple[PageFactSource, str, str | None], ...] = (
        ("meta", "articletitle", page.get("articletitle")),
        ("head", "heading", page.get("heading")),
        ("meta", "title", page.get("title")),
        ("list", "title", source.listed_title),
    )
    yield from (PageFact("title", place, name, raw, without_space(raw)) for place, name, raw in places if raw and _says(raw))


def _stated_issuers(body: str | None, stated: Sequence[str], page: dict[str, str]) -> Iterator[PageFact]:
    """Yields the bodies that title, text and page name; a body is stated once for each place."""
    if body:
        yield PageFact("issuer", "text", "title", body, body)
    yield from (PageFact("issuer", "text", "text", name, name) for name in dict.fromkeys(stated))
    for name in NOTED_AS_BODY:
        if _says(raw := page.get(name)):
            yield PageFact("issuer", "meta" if name == "contentsource" else "head", name, raw or "", next(named(raw or ""), None))


def _head_and_tail(lines: list[str]) -> Iterator[str]:
    yield from lines[:15]
    yield from lines[-8:]
