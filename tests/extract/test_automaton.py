"""The automaton finds what regular expressions of the same wordings find, the longest of each wording."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import extract.prose.automaton
from extract.prose.automaton import NOT_IN_GAPS, Automaton, Choice, Gap, Item, mirrored

CHARACTERS = "申请，件"
ITEMS = st.recursive(
    st.sampled_from(CHARACTERS) | st.builds(Gap, st.integers(0, 3)),
    lambda item: st.builds(Choice, st.lists(st.lists(item, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple)),
    max_leaves=12,
)
WORDINGS = st.lists(st.builds(Choice, st.lists(st.lists(ITEMS, max_size=4).map(tuple), max_size=3).map(tuple)), max_size=4)
TEXTS = st.text(CHARACTERS, max_size=8)


def pattern(items: Sequence[Item]) -> str:
    """Returns the regular expression of a sequence of items."""
    parts = []
    for item in items:
        if isinstance(item, Gap):
            parts.append(f"[^{re.escape(''.join(NOT_IN_GAPS))}]{{0,{item.width}}}")
        elif isinstance(item, Choice):
            parts.append(f"(?:{'|'.join(map(pattern, item.sequences))})" if item.sequences else "(?!)")
        else:
            parts.append(item)
    return "".join(parts)


@settings(max_examples=300)
@given(WORDINGS, TEXTS)
def test_it_finds_what_regular_expressions_find(wordings: list[Choice], text: str) -> None:
    automaton = Automaton(wordings)
    expressions = [re.compile(pattern((wording,))) for wording in wordings]
    lengths = {
        number: max((end for end in range(1, len(text) + 1) if expression.fullmatch(text, 0, end)), default=0)
        for number, expression in enumerate(expressions)
    }
    assert automaton.beginnings(text) == {number: length for number, length in lengths.items() if length}
    assert automaton.whole(text) == tuple(number for number, expression in enumerate(expressions) if expression.fullmatch(text))


@given(st.lists(ITEMS, max_size=4), TEXTS)
def test_mirrored_items_match_reversed_texts(items: list[Item], text: str) -> None:
    forwards, backwards = (Automaton([Choice((tuple(sequence),))]) for sequence in (items, mirrored(items)))
    assert forwards.whole(text) == backwards.whole(text[::-1])


def test_it_finds_the_same_after_it_began_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract.prose.automaton, "_MOST_STATES", 3)
    automaton = Automaton([Choice((("申", "请", Gap(4), "件"),))])
    for text in ("申请公开件", "申请件", "申请信息公开件", "申请，件", "申请公开件"):
        assert bool(automaton.whole(text)) is ("，" not in text), text
