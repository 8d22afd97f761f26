"""The labels of narratives: which words before or after a figure say what it counts.

`catalogue/labels.toml` holds the wordings in a small language; here it is parsed once and made regular expressions, matched backwards
from a figure (收到申请 | 12件) and forwards behind one (12件 | 为按时办结). Both matches are anchored at the figure, so a label never
reaches over words it does not know. To compile all takes 0.2 s, so each is compiled when a text first has words that it can begin with.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Literal, NamedTuple

from extract.fold import fold

Era = Literal["narrative", "form"]


# --- the pattern language ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Choice:
    """One of several sequences; an empty one makes the choice optional."""

    sequences: tuple[tuple[_Item, ...], ...]


@dataclass(frozen=True, slots=True)
class _Gap:
    """At most `width` characters without punctuation."""

    width: int


_Item = str | _Choice | _Gap
_GAP = r"[^，。;:,、()!?]"


class LabelSyntaxError(ValueError):
    """A label of `labels.toml` that is not of the language; the message names the label and the place."""


def _parse(pattern: str, words: dict[str, _Choice]) -> tuple[_Item, ...]:
    """Returns the items of one label."""
    at = 0

    def fail(what: str) -> LabelSyntaxError:
        return LabelSyntaxError(f"{what} at {at} of label «{pattern}»")

    def choice(closing: str) -> tuple[tuple[_Item, ...], ...]:
        nonlocal at
        sequences: list[tuple[_Item, ...]] = []
        items: list[_Item] = []
        while True:
            if at == len(pattern):
                if closing:
                    raise fail(f"no {closing}")
                return (*sequences, tuple(items))
            character = pattern[at]
            at += 1
            if character == closing and closing:
                return (*sequences, tuple(items))
            match character:
                case "|":
                    sequences.append(tuple(items))
                    items = []
                case "(":
                    items.append(_Choice(choice(")")))
                case "[":
                    items.append(_Choice((*choice("]"), ())))
                case "<":
                    name, _, _ = pattern[at:].partition(">")
                    if name not in words:
                        raise fail(f"unknown class <{name}>")
                    items.append(words[name])
                    at += len(name) + 1
                case "~":
                    digits = re.match(r"\d+", pattern[at:])
                    if digits is None:
                        raise fail("~ without a number")
                    items.append(_Gap(int(digits.group())))
                    at += digits.end()
                case "?":
                    if not items:
                        raise fail("? with nothing before it")
                    items[-1] = _Choice(((items[-1],), ()))
                case ")" | "]" | ">":
                    raise fail(f"unexpected {character}")
                case "（" | "）":
                    items.append("(" if character == "（" else ")")
                case _:
                    items.append(fold(character))  # 覆 is folded to 复 like all text

    return (_Choice(choice("")),)


def _regex(items: Sequence[_Item], *, backwards: bool) -> str:
    """Returns the regular expression of `items`, for reversed text if `backwards`."""
    parts: list[str] = []
    for item in reversed(items) if backwards else items:
        match item:
            case str():
                parts.append(re.escape(item))
            case _Gap(width):
                parts.append(f"{_GAP}{{0,{width}}}")
            case _Choice(sequences):
                # Longer wordings first: the expression takes the first that fits, and 微信公众号 must not end at 微信.
                ordered = sorted(sequences, key=len, reverse=True)
                parts.append(f"(?:{'|'.join(_regex(sequence, backwards=backwards) for sequence in ordered)})")
    return "".join(parts)


def _edges(items: Sequence[_Item], *, backwards: bool) -> Iterator[str | None]:
    """Yields the characters a match of `items` can begin with (end with if `backwards`): None for any, "" for an empty match."""
    for item in reversed(items) if backwards else items:
        match item:
            case str():
                yield item
                return
            case _Gap():
                yield None
            case _Choice(sequences):
                edges = [edge for sequence in sequences for edge in (_edges(sequence, backwards=backwards) if sequence else ("",))]
                yield from (edge for edge in edges if edge != "")
                if "" not in edges:
                    return
    yield ""


# --- the labels -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Label:
    """What `labels.toml` says of one metric. Wordings are regular expressions: `before` and `short_before` of reversed text, `behind` of
    full and short ones; `zero` and `zero_verbs` are the nouns and verbs a negation names it by, `zero_under_topic` those nouns and others
    that name it only under its topic. `one_of_several`: the wordings name one way of several to what the metric counts."""

    metric: str
    topic: str
    under: frozenset[str]
    counters: frozenset[str]
    era: Era | None
    needs: str | None
    guarded: tuple[str, ...]
    before: str
    behind: str
    short_before: str
    one_of_several: bool
    zero: str
    zero_under_topic: str
    zero_verbs: tuple[str, ...]
    examples: tuple[str, ...]
    #: The characters that a full or short label can begin with, a full one and a short one can end with, and a noun can begin with;
    #: None: any.
    first: frozenset[str] | None
    last: frozenset[str] | None
    short_last: frozenset[str] | None
    zero_first: frozenset[str] | None


class LabelMatch(NamedTuple):
    """A label found at a figure: its metric, and how many characters of the text it takes."""

    label: Label
    length: int


@cache
def labels() -> tuple[Label, ...]:
    """Returns all labels, read once."""
    data = tomllib.loads(resources.files("extract.catalogue").joinpath("labels.toml").read_text(encoding="utf-8"))
    words: dict[str, _Choice] = {}
    for name, text in data["words"].items():
        words[name] = _Choice((_parse(text, words),))
    return tuple(_label(metric, entry, words, data["counters"]) for metric, entry in data["metric"].items())


def _label(metric: str, entry: dict[str, object], words: dict[str, _Choice], counters: dict[str, str]) -> Label:
    """Returns the label of one metric."""

    def texts(key: str) -> list[str]:
        value = entry.get(key, [])
        if not isinstance(value, list):
            raise LabelSyntaxError(f"{metric}.{key} is no list")
        return [str(text) for text in value]

    full = [_parse(text, words) for text in texts("labels")]
    short = [_parse(text, words) for text in texts("short")]
    zero = [_parse(text, words) for text in texts("zero")]
    zero_short = [_parse(text, words) for text in texts("zero_short")]
    topic = str(entry["topic"])

    def any_of(patterns: list[tuple[_Item, ...]], *, backwards: bool) -> str:
        return "|".join(_regex(pattern, backwards=backwards) for pattern in patterns)

    def edges(patterns: list[tuple[_Item, ...]], *, backwards: bool) -> frozenset[str] | None:
        found = {edge for pattern in patterns for edge in _edges(pattern, backwards=backwards)}
        return None if None in found else frozenset(edge for edge in found if edge)

    era = entry.get("era")
    if era not in ("narrative", "form", None):
        raise LabelSyntaxError(f"{metric}.era is {era!r}, neither narrative nor form")
    return Label(
        metric=str(entry.get("metric", metric)),
        topic=topic,
        under=frozenset((topic, *texts("under"))),
        counters=frozenset(counters[str(entry["counters"])].split("|")),
        era=era,
        needs=str(entry["needs"]) if "needs" in entry else None,
        guarded=tuple(texts("guarded")),
        before=any_of(full, backwards=True),
        behind=any_of(full + short, backwards=False),
        short_before=any_of(short, backwards=True),
        one_of_several=entry.get("one_of_several") is True,
        zero=any_of(zero, backwards=False),
        zero_under_topic=any_of(zero + zero_short, backwards=False),
        zero_verbs=tuple(texts("zero_verbs")),
        examples=tuple(texts("examples")),
        first=edges(full + short, backwards=False),
        last=edges(full, backwards=True),
        short_last=edges(short, backwards=True),
        zero_first=edges(zero + zero_short, backwards=False),
    )


_compiled = cache(re.compile)


@cache
def _by_last(character: str, short: bool) -> tuple[tuple[Label, re.Pattern[str]], ...]:
    """Returns the labels that can end with `character`, each with its backwards pattern."""
    found = []
    for label in labels():
        pattern, last = (label.short_before, label.short_last) if short else (label.before, label.last)
        if pattern and (last is None or character in last):
            found.append((label, _compiled(pattern)))
    return tuple(found)


@cache
def _by_first(character: str) -> tuple[tuple[Label, re.Pattern[str]], ...]:
    """Returns the labels that can begin with `character`, each with its forwards pattern."""
    able = (label for label in labels() if label.behind and (label.first is None or character in label.first))
    return tuple((label, _compiled(label.behind)) for label in able)


@lru_cache(maxsize=4096)
def match_before(text: str, era: Era) -> tuple[LabelMatch, ...]:
    """Returns the full labels that end where `text` ends, the longest first."""
    return tuple(_matches(text, era, short=False))


def match_whole(text: str, era: Era, topic: str | None) -> list[LabelMatch]:
    """Returns the short labels of `topic` that are the whole of `text`."""
    return [match for match in match_short(text, era) if topic in match.label.under]


@lru_cache(maxsize=4096)
def match_short(text: str, era: Era) -> tuple[LabelMatch, ...]:
    """Returns the short labels of any topic that are the whole of `text`."""
    return tuple(_matches(text, era, short=True))


def match_behind(text: str, era: Era) -> list[LabelMatch]:
    """Returns the labels, full or short, that are the whole of `text`."""
    return [LabelMatch(label, len(text)) for label, pattern in _by_first(text[:1]) if label.era in (None, era) and pattern.fullmatch(text)]


def is_full(text: str, label: Label) -> bool:
    """Tells whether `text` is a full label, known without a topic."""
    return bool(label.before and _compiled(label.before).fullmatch(text[::-1]))


def _matches(text: str, era: Era, *, short: bool) -> list[LabelMatch]:
    """Returns the labels that end where `text` ends, the longest first; the short ones are the whole of it."""
    if not text:
        return []
    backwards = text[::-1]
    found = []
    for label, pattern in _by_last(text[-1], short):
        if label.era in (None, era):
            match = pattern.fullmatch(backwards) if short else pattern.match(backwards)
            if match and match.end():
                found.append(LabelMatch(label, match.end()))
    return sorted(found, key=lambda m: -m.length)


@cache
def label_of(metric: str) -> Label:
    """Returns the first label of a metric."""
    return next(label for label in labels() if label.metric == metric)


@cache
def deniable(era: Era) -> tuple[Label, ...]:
    """Returns the labels that a negation can name in reports of an era."""
    return tuple(label for label in labels() if label.zero_under_topic and label.era in (None, era))
