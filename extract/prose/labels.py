"""The labels of narratives: which words before or after a figure say what it counts.

`catalogue/labels.toml` holds the wordings in a small language; here they are parsed once and made automata (`extract.prose.automaton`),
which walk backwards from a figure (收到申请 | 12件) and forwards behind one (12件 | 为按时办结). Both begin at the figure, so a label
never reaches over words it does not know.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple, cast

from extract.fold import fold
from extract.prose.automaton import Automaton, Choice, Gap, Item, mirrored
from extract.prose.topics import TOPICS, Topic

Era = Literal["narrative", "form"]


# --- the pattern language ---------------------------------------------------------------------------------------------


class LabelSyntaxError(ValueError):
    """A label of `labels.toml` that is not of the language; the message names the label and the place."""


#: 覆 is folded to 复 like all text.
_folded = cache(fold)


def _parse(pattern: str, words: dict[str, Choice]) -> tuple[Item, ...]:
    """Returns the items of one label."""
    at = 0

    def fail(what: str) -> LabelSyntaxError:
        return LabelSyntaxError(f"{what} at {at} of label «{pattern}»")

    def choice(closing: str) -> tuple[tuple[Item, ...], ...]:
        nonlocal at
        sequences: list[tuple[Item, ...]] = []
        items: list[Item] = []
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
                    items.append(Choice(choice(")")))
                case "[":
                    items.append(Choice((*choice("]"), ())))
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
                    items.append(Gap(int(digits.group())))
                    at += digits.end()
                case "?":
                    if not items:
                        raise fail("? with nothing before it")
                    items[-1] = Choice(((items[-1],), ()))
                case ")" | "]" | ">":
                    raise fail(f"unexpected {character}")
                case "（" | "）":
                    items.append("(" if character == "（" else ")")
                case _:
                    items.append(_folded(character))

    return (Choice(choice("")),)


def _regex(items: Sequence[Item]) -> str:
    """Returns the regular expression of `items`."""
    parts: list[str] = []
    for item in items:
        match item:
            case str():
                parts.append(re.escape(item))
            case Gap():
                raise LabelSyntaxError("a gap in a noun that can be denied")
            case Choice(sequences):
                # Longer wordings first: the expression takes the first that fits.
                ordered = sorted(sequences, key=len, reverse=True)
                parts.append(f"(?:{'|'.join(map(_regex, ordered))})")
    return "".join(parts)


def _first_characters(items: Sequence[Item]) -> Iterator[str]:
    """Yields the characters a match of `items` can begin with, "" for an empty match."""
    for item in items:
        match item:
            case str():
                yield item
                return
            case Gap():
                return
            case Choice(sequences):
                firsts = {first for sequence in sequences for first in (_first_characters(sequence) if sequence else ("",))}
                yield from firsts - {""}
                if "" not in firsts:
                    return
    yield ""


# --- the labels -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Label:
    """What `labels.toml` says of one metric: its `full` wordings, and the `short` ones that name it only under their topic.

    `zero` and `zero_verbs` are the nouns and verbs a negation names it by, `zero_under_topic` those nouns and others that name it only
    under its topic, the nouns as regular expressions. `one_of_several`: the wordings name one way of several to what the metric counts.
    """

    metric: str
    topic: Topic
    under: frozenset[Topic]
    counters: frozenset[str]
    era: Era | None
    needs: str | None
    guarded: tuple[str, ...]
    full: Choice
    short: Choice
    one_of_several: bool
    zero: str
    zero_under_topic: str
    zero_verbs: tuple[str, ...]
    examples: tuple[str, ...]
    #: The characters that a noun can begin with.
    zero_first: frozenset[str]


class LabelMatch(NamedTuple):
    """A label found at a figure: its metric, and how many characters of the text it takes."""

    label: Label
    length: int


@cache
def labels() -> tuple[Label, ...]:
    """Returns all labels, read once."""
    data = tomllib.loads(resources.files("extract.catalogue").joinpath("labels.toml").read_text(encoding="utf-8"))
    words: dict[str, Choice] = {}
    for name, text in data["words"].items():
        words[name] = Choice((_parse(text, words),))
    return tuple(_label(metric, entry, words, data["counters"]) for metric, entry in data["metric"].items())


def _label(metric: str, entry: dict[str, object], words: dict[str, Choice], counters: dict[str, str]) -> Label:
    """Returns the label of one metric."""

    def texts(key: str) -> list[str]:
        value = entry.get(key, [])
        if not isinstance(value, list):
            raise LabelSyntaxError(f"{metric}.{key} is no list")
        return [str(text) for text in value]

    zero = [_parse(text, words) for text in texts("zero")]
    zero_short = [_parse(text, words) for text in texts("zero_short")]
    topic, *under = (_topic(metric, name) for name in (str(entry["topic"]), *texts("under")))
    era = entry.get("era")
    if era not in ("narrative", "form", None):
        raise LabelSyntaxError(f"{metric}.era is {era!r}, neither narrative nor form")
    return Label(
        metric=str(entry.get("metric", metric)),
        topic=topic,
        under=frozenset((topic, *under)),
        counters=frozenset(counters[str(entry["counters"])].split("|")),
        era=era,
        needs=str(entry["needs"]) if "needs" in entry else None,
        guarded=tuple(texts("guarded")),
        full=Choice(tuple(_parse(text, words) for text in texts("labels"))),
        short=Choice(tuple(_parse(text, words) for text in texts("short"))),
        one_of_several=entry.get("one_of_several") is True,
        zero="|".join(map(_regex, zero)),
        zero_under_topic="|".join(map(_regex, zero + zero_short)),
        zero_verbs=tuple(texts("zero_verbs")),
        examples=tuple(texts("examples")),
        zero_first=frozenset(first for noun in zero + zero_short for first in _first_characters(noun)) - {""},
    )


def _topic(metric: str, name: str) -> Topic:
    """Returns the topic called `name`. Raises `LabelSyntaxError` where there is none."""
    if name not in TOPICS:
        raise LabelSyntaxError(f"{metric} is of the topic {name!r}, which is none of extract.prose.topics")
    return cast("Topic", name)


def _of_era(era: Era) -> tuple[Label, ...]:
    """Returns the labels of an era."""
    return tuple(label for label in labels() if label.era in (None, era))


Wordings = Literal["full, reversed", "short", "any"]


@cache
def _looking_for(wordings: Wordings, era: Era) -> tuple[Automaton, tuple[Label, ...]]:
    """Returns what looks for the labels of an era in `wordings`, and those labels by its numbers."""
    of_era = _of_era(era)
    match wordings:
        case "full, reversed":
            choices = [Choice(tuple(map(mirrored, label.full.sequences))) for label in of_era]
        case "short":
            choices = [label.short for label in of_era]
        case "any":
            choices = [Choice((*label.full.sequences, *label.short.sequences)) for label in of_era]
    return Automaton(choices), of_era


def _whole(wordings: Wordings, text: str, era: Era) -> list[LabelMatch]:
    """Returns the labels in `wordings` that are the whole of `text`."""
    automaton, of_era = _looking_for(wordings, era)
    return [LabelMatch(of_era[number], len(text)) for number in automaton.whole(text)]


def match_before(text: str, era: Era) -> list[LabelMatch]:
    """Returns the full labels that end where `text` ends, the longest first."""
    automaton, of_era = _looking_for("full, reversed", era)
    found = automaton.beginnings(text[::-1])
    if not found:
        return []
    return [LabelMatch(of_era[number], -length) for length, number in sorted((-length, number) for number, length in found.items())]


def match_whole(text: str, era: Era, topic: Topic | None) -> list[LabelMatch]:
    """Returns the short labels of `topic` that are the whole of `text`."""
    return [match for match in match_short(text, era) if topic in match.label.under]


def match_short(text: str, era: Era) -> list[LabelMatch]:
    """Returns the short labels of any topic that are the whole of `text`."""
    return _whole("short", text, era)


def match_behind(text: str, era: Era) -> list[LabelMatch]:
    """Returns the labels, full or short, that are the whole of `text`."""
    return _whole("any", text, era)


def is_full(text: str, label: Label, era: Era) -> bool:
    """Tells whether `text` is a full label, known without a topic."""
    return any(match.label is label and match.length == len(text) for match in match_before(text, era))


@cache
def label_of(metric: str) -> Label:
    """Returns the first label of a metric."""
    return next(label for label in labels() if label.metric == metric)


@cache
def deniable(era: Era) -> tuple[Label, ...]:
    """Returns the labels that a negation can name in reports of an era."""
    return tuple(label for label in _of_era(era) if label.zero_under_topic)
