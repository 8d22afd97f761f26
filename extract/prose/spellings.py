"""Words that say the same are spelt one way before running text is read (`catalogue/spellings.toml`)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from extract.figures import View

#: What was done with how many of what, the number ahead of its object: 公开[12条信息], 收到[3件政府信息公开申请]; but not 没有收到一件申请.
_OBJECT_BEHIND = re.compile(
    r"(?<!没有)(?<![没未无])(?:(?P<verb>(?:公开|发布|推送|更新|上传|刊登|刊发|编发)(?=[^，。;]{1,12}信息)|(?:收到|受理|接到|办理)(?=[^，。;]{1,24}申请))"
    r"(?:约|近|超过?|逾)?[\d一二三四五六七八九十百千万两零.]+[余多]?(?P<counter>[条篇则件宗份起]|大?类)"
    r"(?P<thing>(?<=[条篇则类])(?:各类|各种|相关|有关)?(?:政府|政务)?信息|(?<=[件宗份起条])(?:依申请公开|政府信息公开|信息公开|公开)?的?申请))"
    r"(?=[，。;、()]|$|(?<=信息)共?计?\d)"
)


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


def _object_first(match: re.Match[str]) -> tuple[tuple[int, int, str], tuple[int, int, str]]:
    """Returns the changes that set the object behind a figure ahead of it: 公开12条信息 as 公开信息12条."""
    verb, counter, thing = match["verb"], match["counter"], match["thing"]
    return (*match.span("verb"), verb + thing), (match.start("counter"), match.end("thing"), counter)
