"""Words that say the same are spelt one way before running text is read (`catalogue/spellings.toml`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from extract.figures import View
from extract.prose.clauses import sentence_start

#: What was done with how many of what, the number ahead of its object: 公开[12条信息], 收到[3件政府信息公开申请]; but not 没有收到一件申请.
_OBJECT_BEHIND = re.compile(
    r"(?<!没有)(?<![没未无])(?:(?P<verb>(?:公开|发布|推送|更新|上传|刊登|刊发|编发)(?=[^，。;]{1,12}信息)|(?:收到|受理|接到|办理)(?=[^，。;]{1,24}申请))"
    r"(?:约|近|超过?|逾)?[\d一二三四五六七八九十百千万两零.]+[余多]?(?P<counter>[条篇则件宗份起]|大?类)"
    r"(?P<thing>(?<=[条篇则类])(?:各类|各种|相关|有关)?(?:政府|政务)?信息|(?<=[件宗份起条])(?:依申请公开|政府信息公开|信息公开|公开)?的?申请))"
    r"(?=[，。;、()]|$|(?<=信息)共?计?\d)"
)
#: Parts in brackets right behind what they are parts of: 行政复议47件[（对信息公开答复不服的14件）]; but not of one body or level, nor the
#: earlier year's figure, nor those with something of all behind the bracket: 诉讼2件（直接起诉1件，复议后起诉1件），法院均维持.
_PARTS_IN_BRACKETS = re.compile(
    r"(?<=[条件次期场份篇人项个])\((?!其中|含|包括|包含|去年|上年|同期|[^()]*(?:[省市区县镇乡级]|本(?!年)|部门|单位))"
    r"(?=[^()\d]{2,24}\d+[条件次期场份篇人项个]|20\d\d年(?:[公发收受办新主][^()\d]{0,20}\d|\d+[条件次期场份篇人项个]，20\d\d年))"
    r"[^()。]*(?P<end>\))(?!，?[^，。;\d]{0,6}[均全都])"
)
#: Requests counted as published items mostly are (收到申请13[条]), and items as requests are (公开信息87[件]); but not groups of them.
_OTHERWISE_COUNTED = re.compile(
    r"(?:(?P<requests>申请(?:表|书)?|(?<=收到|受理|接到|接受)依申请公开)|(?<!规范性)(?:信息|公文|文件))(?:总|数量?|共计?|合计|累计|达到?|为|有|:)*"
    r"[\d一二三四五六七八九十百千两][\d.一二三四五六七八九十百千零]*[万余多]?(?P<counter>(?(requests)[条个]|[件项份个]))(?=[，。:;、()]|$)"
)
#: What the figures behind it are counted in, and the words that end what it counts: those of items, or of anything else than items.
_COUNTED = re.compile(r"[\d一二三四五六七八九十百千两][万余多]?(?P<counter>[条件项份个])(?![次例款级大小子类\d])")
_ITEMS = re.compile(r"信息(?!公开|不存在)|公文|文件|动态")
_NO_ITEMS = re.compile(r"(?<!依)申请|收到|受理|接到|办[理结](?!结果|情况)|发生|引发|提起|被|答复|规范性|(?:不予|同意|部分)公开的|[。;]")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One rule: what its `pattern` matches says the same as the words `say`; `examples` are pairs of texts, as written and as read.
    `begins` are the characters that a match can begin with."""

    name: str
    begins: str
    pattern: str
    say: str
    examples: tuple[tuple[str, str], ...]


@cache
def spellings() -> tuple[Spelling, ...]:
    """Returns the rules in the order they are tried."""
    data = tomllib.loads(resources.files("extract.catalogue").joinpath("spellings.toml").read_text(encoding="utf-8"))
    return tuple(
        Spelling(
            entry["name"], entry["begins"], entry["pattern"], entry["say"], tuple((written, read) for written, read in entry["examples"])
        )
        for entry in data["spelling"]
    )


@cache
def _beginnings() -> re.Pattern[str]:
    """Returns what finds the places at which a rule can match, by their character alone, which is fast."""
    return re.compile(f"[{re.escape(''.join(sorted({character for rule in spellings() for character in rule.begins})))}]")


@cache
def _rules_at(character: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Returns pattern and words of each rule that can begin with `character`."""
    return tuple((re.compile(rule.pattern), rule.say) for rule in spellings() if character in rule.begins)


def spelt_alike(view: View) -> View:
    """Returns the view of a text with its words spelt the one way that the rules of the reader know."""
    changes = _changes(view.text)
    view = view.replaced(changes) if changes else view
    changes = [change for match in _OBJECT_BEHIND.finditer(view.text) for change in _object_first(match)]
    view = view.replaced(changes) if changes else view
    if "(" in view.text:
        changes = [change for match in _PARTS_IN_BRACKETS.finditer(view.text) for change in _parts_among(match)]
        view = view.replaced(changes) if changes else view
    changes = list(_counters(view.text))
    return view.replaced(changes) if changes else view


def _changes(text: str) -> list[tuple[int, int, str]]:
    """Returns (start, end, words) of all that the rules match in a text, in order."""
    changes: list[tuple[int, int, str]] = []
    done = 0
    for place in _beginnings().finditer(text):
        start = place.start()
        if start < done:
            continue
        for pattern, say in _rules_at(place[0]):
            if match := pattern.match(text, start):
                done = match.end()
                changes.append((start, done, say))
                break
    return changes


def _parts_among(match: re.Match[str]) -> tuple[tuple[int, int, str], tuple[int, int, str]]:
    """Returns the changes that set parts in brackets out: 收到申请12件（网络申请5件） as 收到申请12件，其中网络申请5件."""
    return (match.start(), match.start() + 1, "，其中"), (*match.span("end"), "")


def _object_first(match: re.Match[str]) -> tuple[tuple[int, int, str], tuple[int, int, str]]:
    """Returns the changes that set the object behind a figure ahead of it: 公开12条信息 as 公开信息12条."""
    verb, counter, thing = match["verb"], match["counter"], match["thing"]
    return (*match.span("verb"), verb + thing), (match.start("counter"), match.end("thing"), counter)


def _counters(text: str) -> Iterator[tuple[int, int, str]]:
    """Yields the changes that count requests as most are counted, and published items, with the parts told behind them: 收到申请13[件]，
    其中主动公开4[件], 公开信息87[条]，其中依申请公开11[条]."""
    done = 0
    while (first := _OTHERWISE_COUNTED.search(text, done)) is not None:
        begin, done = done, first.end()
        say, ends = ("件", _ITEMS) if first["requests"] else ("条", _NO_ITEMS)
        if not first["requests"] and _NO_ITEMS.search(text, max(begin, sentence_start(text, first.start())), first.start()):
            continue  # 办理申请22件，其中主动公开类信息2件
        yield *first.span("counter"), say
        while (part := _COUNTED.search(text, done)) is not None and ends.search(text, done, part.start()) is None:
            if part["counter"] == first["counter"]:
                yield *part.span("counter"), say
            done = part.end()
