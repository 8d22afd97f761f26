"""What a report says of itself: title, issuer, region, level, year, day of publication.

Each answer has an order of trust, written at its function; what the page does not say stays None. The title comes before what stands in the
text, the text before what the portal's system noted: a column holds reports of many bodies, and meta tags are filled by hand or not at all.
What each place says of title, issuer and days is kept beside the answer (`Description.stated`), for they often disagree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, pairwise

from extract.dates import dates_in, iso_date, years_in
from extract.document import Document
from extract.fold import fold
from extract.records import Level, PageFact, PageFactKind, PageFactSource, Source
from extract.regions import NATION_CODE, NATION_NAME, Region, choose, locate, region_of_code


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
    issuer = _issuer(body, lines, page)
    context = "\n".join((title or "", *_head_and_tail(lines), *page.values()))
    site_code = _site_code(page)
    region = _region(issuer, context, site_code)
    if region is None and issuer is not None and _is_national(issuer):
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
        stated=(*_stated_titles(document.page, source), *_stated_issuers(body, lines, page), *days),
    )


# --- title -----------------------------------------------------------------------------------------------------------------------

#: The words a report's title has after its body: 长春市|政府信息公开|工作|年度报告, 朝阳市2016年度|政府信息公开|工作报告, …|政务公开|年报.
_TITLE = re.compile(
    r"(?P<body>.*?)(?P<subject>政府信息公开|政务信息公开|政务公开|信息公开)(?P<middle>[^。;]{0,30}?)(?P<kind>年度?报告|年报|报告|年度总结|工作总结|工作情况)(?P<rest>.*)"
)
_LONGEST_TITLE = 80
#: Titles stand near the head; lines above them are remnants of navigation or a document number.
_TITLE_LINES = 12


#: 怀化市统计局2017年报告: no subject, but a body and a year. Only where no fuller title is found.
_BARE_TITLE = re.compile(r"(?P<body>[^\d、]{3,30})(?:19|20)\d\d年度?(?P<subject>)(?P<middle>)(?P<kind>报告|年报)(?P<rest>)")
#: What kinds of titles have in them; most lines have nothing of it.
_KIND_OF_TITLE = re.compile(r"[报结况]")
_NO_TITLE = re.compile(r"[。;]|当前位置|首页|>>|->")
#: Hijacked mirrors gloss characters with their sound: 统(tǒng)计局.
_GLOSS = re.compile(r"\([a-zü\u00e0-\u01dc]+\)")


def read_title(text: str) -> re.Match[str] | None:
    """Returns the parts of a folded report title (body, subject, middle, kind, rest), None where `text` is no such title."""
    if len(text) > _LONGEST_TITLE or not _KIND_OF_TITLE.search(text) or _NO_TITLE.search(text):
        return None
    text = _GLOSS.sub("", re.sub(r"\s", "", text))
    return _TITLE.fullmatch(text) or _BARE_TITLE.fullmatch(text)


def titled(text: str) -> tuple[str | None, int | None] | None:
    """Returns the body and the year that a folded report title names, None where `text` is no such title."""
    parts = read_title(text)
    return (_title_body(parts), _title_year(_without_space(text))) if parts else None


def _read_title(document: Document, source: Source) -> tuple[str | None, str | None, int | None]:
    """Returns title, body and year: from the page's own heading, else the first lines, else the link that led here.

    The first title that names a body stands: a heading broken over two lines may have kept only 政府信息公开工作年度报告.
    """
    first: tuple[str, str | None, int | None] | None = None
    for candidate in _titles(document, source):
        folded = fold(candidate)
        parts = read_title(folded)
        if parts:
            found = _without_space(candidate), _title_body(parts), _title_year(_without_space(folded))
            if found[1] is not None:
                return found
            first = first or found
    if first is not None:
        return first
    return _without_space(document.title) if document.title else None, None, None


def _titles(document: Document, source: Source) -> Iterator[str]:
    yield from filter(None, (document.title, document.page.get("articletitle")))
    lines = [line.strip() for line in document.text[:3_000].splitlines() if line.strip()][:_TITLE_LINES]
    for above, line in zip(["", *lines], lines, strict=False):
        # 吉林市人民政府2017 / 政府信息公开工作年度报告: the body on its own line above
        if above and _is_body_line(fold(above)) and read_title(fold(line)) and not _title_body(read_title(fold(line))):
            yield above + line
        yield line
    # the browser's title, which has the site's name behind it
    yield re.split(r"[-_|—–]+", document.page.get("title", ""))[0].strip()
    # what the link on the list page said, and a file named after its title
    yield from filter(None, (source.listed_title, source.name.rpartition(".")[0]))


def _without_space(title: str) -> str:
    return re.sub(r"\s+", "", title)


_YEAR_WORDS = re.compile(r"(?:(?:19|20)\d\d|[一二][九〇○零Oo0][〇○零Oo0一二三四五六七八九]{2})\s*(?:学年|年)?度?")


def _title_body(parts: re.Match[str] | None) -> str | None:
    """Returns the body a title names: before its subject, else in brackets or after a dash behind it."""
    if parts is None:
        return None
    found = [parts["body"], parts["middle"], *re.findall(r"[(\[【]([^()\[\]【】]+)[)\]】]|[-—_|]+([^-—_|()]+)$", parts["rest"])]
    for piece in found:
        for text in (piece,) if isinstance(piece, str) else piece:
            body = _as_body(text)
            if body:
                return body
    return None


def _title_year(title: str) -> int | None:
    """Returns the year a title reports on; two years joined (2014-2015年) are no one year, else the first marked with 年 counts."""
    years = list(years_in(title))
    for first, second in pairwise(years):
        if first.year != second.year and re.fullmatch(r"\s*[-—~至到、和]+\s*", title[first.end : second.start]):
            return None
    marked = [year.year for year in years if year.marked]
    return next(iter(marked or [year.year for year in years]), None)


def _named_year(name: str) -> int | None:
    """Returns the one year a file was named after by whoever saved it (`xinchengqu_2022.txt`), for a text that names none."""
    years = {int(year) for year in re.findall(r"(?<!\d)(20[0-3]\d)(?!\d)", name)}
    return years.pop() if len(years) == 1 else None


# --- issuer ----------------------------------------------------------------------------------------------------------------------

#: How the names of bodies end. The list is closed on purpose: a line that ends otherwise is no signature.
_BODY_END = (
    r"(?:人民政府|政府|行政公署|管委会|管理委员会|委员会|办公[室厅]|办事处|公安[局厅]|法院|检察院|分局|总局|[局委办厅院署部处所站馆队台社联]|中心|开发区|新区|高新区|经开区|汽开区|园区|保税区|示范区|"
    r"功能区|管理区|度假区|集团|公司|联社|协会|联合会|总工会|海关|学校|大学|学院|医院|银行|[省市县区旗盟州镇乡]|街道|苏木)"
)
_BODY = re.compile(rf"[一-鿿]{{1,38}}{_BODY_END}(?:\([一-鿿]{{2,20}}\))?")
#: Words that are in sentences and headings, not in names of bodies.
_NOT_IN_BODY = re.compile(
    r"的|是|了|本(?:年|报|级)|情况|工作(?!委员会|部|局|办)|公开(?!办)|存在|问题|措施|关于|进行|部分|年度|目录|指南|网站|首页|平台|超级|管理员|来源|编辑|发布|位置|专栏|栏目|记者"
)
#: 我市, 全县, 各区, 本机关: a body that points instead of naming.
_POINTING = re.compile(r"^(?:我|本|全|各|该|其|市直|区直|县直|省直)")


def _points(name: str) -> bool:
    return bool(_POINTING.match(name)) and not locate(name).candidates  # 本溪市, 全州县


def _as_body(text: str) -> str | None:
    """Returns the body named by a piece of a title, its name written out; None where the piece names none."""
    text = re.sub(r"[\s《》“”\"':：,，、.·【】\[\]]", "", _YEAR_WORDS.sub("", text))
    text = re.sub(r"^(?:[-—~至]|关于|附件\d*|公布|\(.*?\)|第?\d+号?)+|(?:关于|年度|年|度|工作|的)+$", "", text)
    if text.endswith("人民"):  # 长春市人民|政府信息公开工作年度报告: the word 政府 stands once for both
        text += "政府"
    located = locate(text)
    # what a title names after a region is a body, however it ends
    named = _BODY.fullmatch(text) or (located.by_full_name and located.candidates and re.fullmatch(r"[一-鿿()]{2,40}", text))
    if _points(text) or _NOT_IN_BODY.search(text) or not named:
        return None
    return _written_out(text)


def _written_out(body: str) -> str:
    """Returns the full style of a body: 长春市 and 长春市政府 are 长春市人民政府, 阿拉善盟 its 行政公署, a 街道 its 办事处."""
    if re.search(r"(?<!人民)(?<=[省市县区旗盟州镇乡])政府$", body):
        return body.removesuffix("政府") + "人民政府"
    located = locate(body)
    if located.candidates and located.length == len(body) and (located.by_full_name or body[-1] in "州盟旗"):
        return body + ("行政公署" if body.endswith(("盟", "地区")) else "人民政府")
    if re.search(r"[镇乡]$|苏木$", body):
        return body + "人民政府"
    if body.endswith("街道"):
        return body + "办事处"
    return body


def _issuer(body: str | None, lines: list[str], page: dict[str, str]) -> str | None:
    """Returns the body that reports.

    Trust: the title; the form's own 填报单位; the signature; 本报告由…编制; what the portal notes (来源, ContentSource). A title may
    use a short name (长春汽开区, 市财政局): then the first of the others that is its full style is taken.
    """
    others = chain(_stated_bodies(lines), _noted_bodies(page))
    if body is None:
        return next(others, None)
    located = locate(body)
    if located.candidates and located.by_full_name:
        return body
    return next((other for other in others if len(other) > len(body) and _abbreviates(body, other)), body)


def _abbreviates(short: str, full: str) -> bool:
    """Returns whether `short` is `full` with characters left out, the last one kept: 长春汽开区, 长春汽车经济技术开发区."""
    rest = iter(full)
    return short[-1] == full[-1] and all(character in rest for character in short)


_FILLED_BY = re.compile(r"(?:填报|编制|报告|发布|公开|报送)(?:单位|机关|机构)(?:名称)?(?:\([^()]{0,6}\))?\s*:\s*(\S{2,40})")
_MADE_BY = re.compile(
    r"本(?:年度)?(?:工作)?(?:年度)?(?:报告|年报)(?:是)?由([一-鿿]{2,40}?)(?=根据|依据|按照|依照|编制|编写|汇总|负责|\(|,)"
)
_WHOLE_REGION = re.compile(r"全[省市县区旗州盟]|我[省市县区旗州盟]")
#: A signature stands among the last lines; after it come at most the statistics form and its foot.
_SIGNATURE_LINES = 10


def _stated_bodies(lines: list[str]) -> Iterator[str]:
    text = "\n".join(lines)
    for match in _FILLED_BY.finditer(text):
        yield from _named(match[1])
    for line in _signature_lines(lines):
        yield from _named(line)
    for match in _MADE_BY.finditer(text[:3_000]):
        for name in _named(match[1]):
            # 由长春市人民政府政务公开办公室编制 is the government's report where it speaks of 全市
            government = re.match(r"(.+?人民政府).*(?:办公[室厅]|办)$", name)
            yield government[1] if government and _WHOLE_REGION.search(text) else name


def _named(text: str) -> Iterator[str]:
    name = re.sub(r"\s", "", text)
    if 3 <= len(name) <= 40 and _is_body_line(name):
        yield _written_out(name)


def _signature_lines(lines: list[str]) -> Iterator[str]:
    """Yields short lines that may be a signature: beside a line that is only a date, else among the last."""
    for index, line in enumerate(lines):
        if _is_date_line(line):
            yield from (lines[near] for near in (index - 1, index + 1) if 0 <= near < len(lines))
    for line in reversed(lines[-_SIGNATURE_LINES:]):
        if len(line) <= _LONGEST_TITLE:
            # 长春市财政局 2019年3月2日: both on one line
            found = next(dates_in(line), None)
            yield line[: found.start] if found else line


def _is_date_line(line: str) -> bool:
    found = next(dates_in(line), None) if len(line) <= 20 else None
    return found is not None and len(line.strip("() 。")) <= found.end - found.start + 1


def _is_body_line(line: str) -> bool:
    name = re.sub(r"\s|(?:19|20)\d\d年?度?$", "", line)
    return bool(_BODY.fullmatch(name)) and not _points(name) and not _NOT_IN_BODY.search(name) and _is_anchored(name)


def _is_anchored(name: str) -> bool:
    """Returns whether a line is surely a body's name: it begins with a region or ends in a word that only bodies have."""
    return bool(locate(name).candidates) or bool(re.search(r"人民政府|委员会$|管委会$|[一-鿿]{2}局$|办事处$|办公[室厅]$", name))


_NOTED_AS_BODY = ("发布机构", "发布单位", "发文机关", "公开主体", "contentsource", "来源", "信息来源")


def _noted_bodies(page: dict[str, str]) -> Iterator[str]:
    for name in _NOTED_AS_BODY:
        yield from _named(page.get(name, ""))


# --- region and level --------------------------------------------------------------------------------------------------------------

#: Names of national bodies put before the region their branch works in: 国家税务总局|长春市税务局, 中共|长春市委, 国家统计局|吉林调查总队.
_NATIONAL_HEAD = re.compile(
    r"^(?:中共|共青团|中国共产党|中华人民共和国|国家[一-鿿]{2,8}?总?局|中国人民银行|中国[一-鿿]{2,6}?局|自然资源部|生态环境部|财政部|水利部)"
)
_NATIONAL_BODY = re.compile(r"(?:国务院|国家|中国|中华人民共和国|最高人民)[一-鿿]*|(?!.*[省市县区])[一-鿿]{2,12}(?:部|总署|总局)")


def _is_national(issuer: str) -> bool:
    return bool(_NATIONAL_BODY.fullmatch(issuer)) and not locate(_NATIONAL_HEAD.sub("", issuer)).candidates


def _region(issuer: str | None, context: str, site_code: str | None) -> Region | None:
    """Returns the region the issuer's name begins with, told apart by the rest of the page where several bear the name.

    A zone without a region of its own lies in the city it is named after. A body whose name begins with no region (市财政局) lies in
    the region of its portal where the portal is a region's of the same rank.
    """
    if issuer is None:
        return None
    located = locate(issuer)
    if not located.candidates:
        located = locate(_NATIONAL_HEAD.sub("", issuer))
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
    if _is_national(issuer):
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

    Trust: the period of its figures (统计期限自2016年1月1日至12月31日); a line that is only the year, as over the form ((2016年度));
    the year its clauses begin with, where no other is named more often and no later one as often; the year before a signature or
    publication in a first half year.
    """
    text = "\n".join(lines)
    return _period_year(text) or _headed_year(lines) or _told_year(text) or _year_before(iso_date(_signature(lines)) or published)


def _period_year(text: str) -> int | None:
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
    near_end = [*lines[:5], *lines[-_SIGNATURE_LINES:]]
    return next((line for line in reversed(near_end) if _is_date_line(line)), "")


def _headed_date(lines: list[str]) -> str:
    """Returns what stands after 发布日期 in the first lines of a saved text: 发布日期:2026-03-12 点击数:."""
    found = re.search(r"发[布文](?:日期|时间)\s*:\s*(.{8,20})", "\n".join(lines[:_TITLE_LINES]))
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
    yield from (PageFact("title", place, name, raw, _without_space(raw)) for place, name, raw in places if raw and _says(raw))


def _stated_issuers(body: str | None, lines: list[str], page: dict[str, str]) -> Iterator[PageFact]:
    """Yields the bodies that title, text and page name; a body is stated once for each place."""
    if body:
        yield PageFact("issuer", "text", "title", body, body)
    yield from (PageFact("issuer", "text", "text", name, name) for name in dict.fromkeys(_stated_bodies(lines)))
    for name in _NOTED_AS_BODY:
        if _says(raw := page.get(name)):
            yield PageFact("issuer", "meta" if name == "contentsource" else "head", name, raw or "", next(_named(raw or ""), None))


def _head_and_tail(lines: list[str]) -> Iterator[str]:
    yield from lines[:15]
    yield from lines[-8:]
