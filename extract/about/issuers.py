"""Whose report it is, where no title says it: what the form, the signature and the report's own opening say.

Openings have few frames, and the body stands in each at one place: 由[某局]编制, 现公布[某局]2020年…年度报告, 请与[某局]办公室联系,
2020年，[某局]坚持…. A body that only points (我局, 本机关) is passed over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, pairwise

from extract.about.regions import locate
from extract.about.titles import LONGEST_TITLE, MINISTRIES, is_anchored, is_national, named, read_title, title_body, title_year, written_out
from extract.dates import dates_in

_FILLED_BY = re.compile(r"(?:填报|编制|报告|发布|公开|报送)(?:单位|机关|机构)(?:名称)?(?:\([^()]{0,6}\))?\s*:\s*(\S{2,40})")
#: The head of a table on top of the page: 索引号 | 公开方式 | 发布机构, the body in the row below or beside.
_HEAD_CELL = re.compile(r"(?:发布|公开|制作|发文)(?:机构|机关|单位)(?:名称)?:?")
#: The same on a line of its own, the body on the next: 填报单位 / 政府/部门.
_HEAD_LINE = re.compile(r"(?:(?:填报|编制|报告|发布|公开|制作|发文)(?:单位|机关|机构)|政府/部门|(?:单位|部门|机构)名称):?")
#: 由[某局]根据条例编制, 由[某局]编制的2014年度报告, 由[某局]结合有关统计数据编制, 由[某局]、某总队（以下简称…）编制.
_MADE_BY = re.compile(
    r"由([一-鿿]{2,40}?)(?:、[一-鿿、]{2,40}?)?(?:\([^()]{0,20}\))?(?:(?:根据|依据|按照|依照|结合|汇总|综合(?=各|所属|全|[省市区县](?:政府|[级直])))[^。;]{0,60}?)?(?:负责|汇总|组织|牵头|统一){0,2}(?:编制|编写|撰写|起草|制作)|"
    r"本(?:年度)?(?:工作)?(?:年度)?(?:报告|年报)(?:是)?由([一-鿿]{2,40}?)(?=根据|依据|按照|依照|结合|编制|编写|汇总|负责|\(|,)"
)
#: The same as a sentence's subject: [某委员会]（以下简称…）按照《条例》要求编制本报告, 根据要求，[某街道]特编制2023年….
_MAKES = re.compile(
    r"(?:^|[\n。,])([一-鿿]{4,40}?)(?:\([^()]{0,20}\))?(?:(?:根据|依据|按照|依照|结合)[^。;]{0,60}?)?(?:特|现|组织)?(?:编制|撰写|制作)"
    r"(?:了|完成|形成)?(?:本(?:年度)?(?:工作)?(?:报告|年报)|《|(?:本(?:单位|部门|机关|街道|[局委办镇乡]))?(?:19|20)\d\d年)"
)
#: A report named by its body as it begins: [某委员会]2012年年报根据…编制, [某局] 根据条例….
_BEGINS = re.compile(
    r"(?:^|\n)([一-鿿]{4,40}?)"
    r"(?:(?:19|20)\d\d年度?(?:政府信息公开)?(?:工作)?(?:年报|年度报告)(?=由|根据|依据|按照)| (?=根据|依据|按照|依照|为))"
)
#: A report named in passing: 特向社会公布2012年度[某局]政府信息公开工作年度报告, 汇总2014年度[某局]的…年度报告而成;
#: but not what others are to do: 关于做好….
_NAMED_IN_PASSING = re.compile(
    r"(?<!做好)(?<!编制)(?<!报送)(?<!《)(?:19|20)\d\d年度?([一-鿿]{4,30}?[^县市区省的])的?(?:政府信息|政务)公开(?:工作)?年度报告(?![^。]{0,14}(?:通知|》))"
)
#: A report named as what is published or made: 现公布[某局2020年政府信息公开工作年度报告], 编制了《[…]》, 现将[…]公布如下.
_ANNOUNCED = re.compile(
    r"(?:公布|社会公开|[现特]公开|发布|编制|编写|撰写|形成|制作|现将|特将)(?:了|出|完成|形成|成|的)*《?"
    r"(?P<title>[^。;,:《》\n]{0,50}?信息公开[^。;,:《》\n]{0,14}?(?:年度报告|年报|工作报告|情况报告|报告|情况))"
)
#: What a report is made of: 依据[某局2010年政府信息公开工作情况]编制.
_MADE_OF = re.compile(r"(?:依据|根据|结合|梳理)(?P<title>[^。;,:《》\n]{2,50}?信息公开(?:工作)?(?:实际)?情况)(?=[^。;,]{0,6}编制)")
#: Whom to ask: 如对本报告有疑问，请与[某局办公室]联系, 请联系：[某局]（地址….
_CONTACT = re.compile(r"请(?:您)?(?:直接)?(?:与|同|向|联系|致电)(?:联系)?:?([一-鿿]{4,40}?)(?=联系|咨询|反映|[(,;。:\n]|电话|地址)")
#: The first sentence on the year: 2022年，[某局]坚持…, 2022年，在…领导下，[某局]认真….
_YEAR_OPENS = re.compile(
    r"(?:^|\n|。)(?:19|20)\d\d年(?:度|以来)?,?(?:在[^,。\n]{2,40}下,)?([一-鿿]{3,30}?)(?:(?<!人民)政府信息公开工作|信息公开工作)?"
    r"(?:根据|按照|坚持|严格|认真|深入|全面|积极|紧紧|紧密|高度重视|持续|切实|不断|扎实|始终|紧扣|围绕|以习近平|共?主动公开|共收到)"
)
#: A body's own rules: 制定了《[某局]政府信息公开指南》; but not those of its region that it follows.
_OWN_RULES = re.compile(
    r"(?:制定|制订|修订|出台|编制|完善|公开)(?:了|并[一-鿿]{2})?《([一-鿿]{4,30}?)(?:政府)?(?:信息|政务|依申请)公开[^《》]{0,12}?(?:指南|目录|制度|方案|办法|细则)"
)
#: What is below a township names no other body as its own.
_TOWNSHIP = re.compile(r"[镇乡]人民政府$|街道办事处$")
#: How far the opening of a report reaches.
_OPENING = 3_000
#: That a report is of a region: 全市, 我市, or that it puts together others': [综合各]区县、各部门年度报告编制.
_WHOLE_REGION = re.compile(r"全[省市县区旗州盟]|我[省市县区旗州盟]|综合[^。;]{0,8}[各所]")
#: A government's office that makes its report: 长春市人民政府|办公厅, 长春市人民政府|政务公开办公室.
_OF_GOVERNMENT = re.compile(r"(.+?人民政府)(?:(?:政府)?(?:信息|政务)公开(?:工作)?(?:领导小组)?)?(?:办公[室厅]|办)")
#: The room of a body that answers for it: 某局|办公室, 某街道|党政办公室, 某部|政务公开领导小组办公室.
_ROOM = re.compile(
    r"(?<=[局厅委部署院会处镇乡道木司学行室])(?:党政|综合|行政|秘书|管理|政策法规)*"
    r"(?:(?:政府)?(?:信息|政务)公开(?:工作)?(?:领导小组|受理机构)?)?(?:办公[室厅]|办|综合[科处]|[处科股]|室)$"
)
#: The office for disclosure of a region: 某区|政府信息公开办公室.
_OFFICE_FOR_DISCLOSURE = re.compile(r"(?:政府)?(?:信息|政务)公开(?:工作)?(?:协调|领导小组|协调小组)?办公?室?$")
#: Offices of committees that are bodies of their own: 某市机构编制委员会|办公室, 某市委某委员会|办公室.
_OFFICE_OF_ITS_OWN = re.compile(r"(?:编制|编纂|运动|[市县区省]委.*)委员会办公室$")
#: A signature stands among the last lines; after it come at most the statistics form and its foot.
SIGNATURE_LINES = 10
#: How often a report's text is asked for the region of its body.
_MOST_MENTIONS = 100
#: How far before a name its region may begin in the text: [韶关市武江区]龙归镇人民政府.
_LONGEST_REGION = 12

#: Where a portal notes whose page it is.
NOTED_AS_BODY = ("发布机构", "发布单位", "发文机关", "公开主体", "contentsource", "来源", "信息来源")


def issuer(body: str | None, stated: Sequence[str], lines: Sequence[str], page: Mapping[str, str]) -> str | None:
    """Returns the body that reports; `body` is the title's, `stated` those of `stated_bodies`.

    Trust: the title; the form's own 填报单位; the signature; the opening (由…编制, 现公布…年度报告); what the portal notes (来源,
    ContentSource); last whom the report names in its first sentence or for questions. A title may use a short name (长春汽开区,
    市财政局): then the first of the others that is its full style is taken, else what the text itself puts before it (长春|市财政局). A
    township's full style has no region.
    """
    others = chain(stated, noted_bodies(page), _mentioned_bodies(lines))
    if body is None:
        body = next(others, None)
        return in_its_region(body, lines) if body and _OF_A_PLACE.match(body) else body
    located = locate(body)
    if located.candidates and located.by_full_name:
        return body
    others = chain(stated if _OF_A_PLACE.match(body) else _signing_bodies(lines), noted_bodies(page))
    full = next((other for other in others if len(other) > len(body) and _abbreviates(body, other)), body)
    return in_its_region(full, lines) if _OF_A_PLACE.match(full) else full


def _abbreviates(short: str, full: str) -> bool:
    """Tells whether `short` is `full` with characters left out, the last one kept: 长春汽开区, 长春汽车经济技术开发区; 委 is 委员会."""
    full = full.removesuffix("员会") if short.endswith("委") else full
    rest = iter(full)
    return short[-1] == full[-1] and all(character in rest for character in short)


#: A name that leaves out whose city or county it is: 市财政局, 县人民政府.
_OF_A_PLACE = re.compile(r"[省市县区旗州盟](?!政)")


def in_its_region(body: str, lines: Sequence[str]) -> str:
    """Returns a body whose name begins with no region with the one that the text puts before it most often, as it is where it puts none."""
    if locate(body).candidates or is_national(body):
        return body
    text = "\n".join(lines)
    found: Counter[str] = Counter()
    short = re.sub(r"(?<=[镇乡木])人民政府$|(?<=街道)办事处$", "", body)
    for match in islice(re.finditer(re.escape(short), text), _MOST_MENTIONS):
        before = text[max(0, match.start() - _LONGEST_REGION) : match.start()]
        for begin in range(len(before)):
            if begin == len(before) - 1 and re.match(r"[一-鿿]", before[begin - 1 : begin]):
                continue  # 形[成]县食品药品监管局: the end of a word, not 成县
            located = locate(before[begin:] + body)
            # 眉山|市卫生局: the region's last character may be the name's first.
            if located.candidates and located.by_full_name and len(before) - begin <= located.length <= len(before) - begin + 1:
                found[before[begin:] + body] += 1
                break
    return found.most_common(1)[0][0] if found else body


# --- what the report states ----------------------------------------------------------------------------------------------------------


def stated_bodies(lines: Sequence[str]) -> Iterator[str]:
    """Yields the bodies that a report names as its own, the surest first."""
    yield from _signing_bodies(lines)
    text = "\n".join(lines)
    opening = _unbroken(text)
    for match in _MADE_BY.finditer(opening):
        yield from _reporting_bodies(match[1] or match[2], text)
    for match in chain(_BEGINS.finditer(text[:_OPENING]), _MAKES.finditer(opening)):
        yield from named(match[1])
    for parts in _announced(opening):
        body = title_body(parts)
        if body is not None and is_anchored(body):
            yield body


def _signing_bodies(lines: Sequence[str]) -> Iterator[str]:
    """Yields the bodies that fill in the form, head the page or sign the report."""
    text = "\n".join(lines)
    for match in _FILLED_BY.finditer(text):
        yield from named(match[1])
    yield from _headed_bodies(lines)
    for line in _signature_lines(lines):
        yield from (_reporting(name, text) or name for name in named(line))
    yield from named(lines[0] if lines else "")


def announced_year(lines: Sequence[str]) -> int | None:
    """Returns the year of the report that a text says it publishes: 现公布某局2021年政府信息公开工作年度报告."""
    return next((year for parts in _announced(_unbroken("\n".join(lines))) if (year := title_year(parts.string)) is not None), None)


def _unbroken(text: str) -> str:
    """Returns the opening of a report without the line breaks that a narrow page puts in its sentences."""
    return re.sub(r"(?<=[一-鿿,、:(《])\n(?=[一-鿿])", "", text[:_OPENING])


def _announced(opening: str) -> Iterator[re.Match[str]]:
    """Yields the parts of the titles that a report's opening gives it."""
    for match in chain(_ANNOUNCED.finditer(opening), _MADE_OF.finditer(opening)):
        if (parts := read_title(match["title"] if match["title"].endswith(("报告", "年报")) else f"{match['title']}报告")) is not None:
            yield parts


def _mentioned_bodies(lines: Sequence[str]) -> Iterator[str]:
    """Yields the bodies that a report's opening names without saying that it is theirs."""
    text = "\n".join(lines)
    opening = _unbroken(text)
    for match in _NAMED_IN_PASSING.finditer(opening):
        yield from named(written_out(match[1]))
    for match in _YEAR_OPENS.finditer(text[:_OPENING]):
        body = in_its_region(match[1], lines)
        located = locate(body)
        if (located.candidates and located.by_full_name) or body in MINISTRIES or _TOWNSHIP.search(body):
            yield from named(body)
    for match in _OWN_RULES.finditer(text[:_OPENING]):
        located = locate(match[1])
        if located.candidates and located.length < len(match[1]) and not match[1].endswith("政府"):
            yield from named(match[1])
    for match in _CONTACT.finditer(opening):
        room = _OFFICE_FOR_DISCLOSURE.sub("", match[1])
        if room and room != match[1] and locate(room).length == len(room):
            yield written_out(room)
        elif _OF_GOVERNMENT.fullmatch(match[1]) is None or _WHOLE_REGION.search(text):
            yield from _reporting_bodies(match[1], text)


def _reporting_bodies(name: str, text: str) -> Iterator[str]:
    """Yields the body that reports where the text names it, or a room of it."""
    if (body := _reporting(name, text)) is not None:
        yield body
    else:
        yield from named(name)


def _reporting(name: str, text: str) -> str | None:
    """Returns the body for which a room of it reports, None where `name` is no such room.

    由长春市人民政府政务公开办公室编制 is the government's report where it speaks of 全市.
    """
    if (government := _OF_GOVERNMENT.fullmatch(name)) is not None:
        return government[1] if _WHOLE_REGION.search(text) else None
    if _OFFICE_OF_ITS_OWN.search(name):
        return None
    while (room := _ROOM.search(name)) is not None and "人民政府" not in name[-6 - len(room[0]) : room.start()]:
        name = name[: room.start()]
        if (body := next(named(written_out(name)), None)) is not None and _ROOM.search(name) is None:
            return body
    return None


def _headed_bodies(lines: Sequence[str]) -> Iterator[str]:
    """Yields the bodies of a table on top of the page, beside its label or below it, and one below a title without a body."""
    for line, below in pairwise(lines[:SIGNATURE_LINES]):
        if _HEAD_LINE.fullmatch(line) or ((title := read_title(line)) is not None and title_body(title) is None):
            yield from named(below)
        cells = [cell.strip() for cell in line.split("|")]
        under = [cell.strip() for cell in below.split("|")]
        for index, cell in enumerate(cells):
            if len(cells) > 1 and _HEAD_CELL.fullmatch(cell):
                yield from named(cells[index + 1] if index + 1 < len(cells) else "")
                yield from named(under[index] if index < len(under) else "")


def _signature_lines(lines: Sequence[str]) -> Iterator[str]:
    """Yields short lines that may be a signature: beside a line that is only a date, else among the last."""
    for index, line in enumerate(lines):
        if is_date_line(line):
            yield from (lines[near] for near in (index - 1, index + 1) if 0 <= near < len(lines))
    for line in reversed(lines[-SIGNATURE_LINES:]):
        if len(line) <= LONGEST_TITLE:
            # 长春市财政局 2019年3月2日: both on one line
            found = next(dates_in(line), None)
            yield line[: found.start] if found else line


def is_date_line(line: str) -> bool:
    """Tells whether a line is only a date, in brackets or not."""
    found = next(dates_in(line), None) if len(line) <= 20 else None
    return found is not None and len(line.strip("() 。")) <= found.end - found.start + 1


# --- what the portal notes -----------------------------------------------------------------------------------------------------------


def noted_bodies(page: Mapping[str, str]) -> Iterator[str]:
    """Yields the bodies that the portal's page notes as the source."""
    for name in NOTED_AS_BODY:
        yield from named(page.get(name, ""))
