"""Words that mean the same are read the same: each row of `paraphrases.tsv` is a sentence with choices, all of which say its `facts`.

`[a|b|c]` is a choice of words, of which one may be empty.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

import pytest

from extract.document import Paragraph, assemble
from extract.prose.reading import Subject, read_prose

PARAPHRASES = Path(__file__).with_name("paraphrases.tsv")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
#: The first report by the form of 2019.
_FIRST_OF_THE_FORM = 2019


def _rows() -> list[tuple[str, str, str]]:
    with PARAPHRASES.open(encoding="utf-8", newline="") as lines:
        return [(row["year"], row["sentence"], row["facts"]) for row in csv.DictReader(lines, delimiter="\t")]


def _sentences(template: str) -> Iterator[str]:
    """Yields the sentences of a template in which at most two choices are another than their first."""
    pieces = [piece.split("|") if place % 2 else [piece] for place, piece in enumerate(_CHOICE.split(template))]
    first = [words[0] for words in pieces]
    choices = [place for place, words in enumerate(pieces) if len(words) > 1]
    seen = set()
    for one, other in combinations(choices, 2) if len(choices) > 1 else [(place, place) for place in choices]:
        for words in product(pieces[one], pieces[other]):
            sentence = list(first)
            sentence[one], sentence[other] = words
            seen.add("".join(sentence))
    yield from sorted(seen)


def _facts(sentence: str, year: int) -> list[str]:
    """Returns the facts of a sentence as `paraphrases.tsv` writes them."""
    subject = Subject(year, "form" if year >= _FIRST_OF_THE_FORM else "narrative", None)
    facts = read_prose(assemble([Paragraph(text) for text in sentence.split("¶")]), subject).facts
    return sorted(
        f"{fact.metric}={fact.value:f}"
        + (f" {fact.scope}" if fact.scope != "all" else "")
        + (f" {fact.qualifier}" if fact.qualifier != "exact" else "")
        + (f" {fact.party}" if fact.party != "all" else "")
        for fact in facts
        if fact.value is not None
    )


@pytest.mark.parametrize(("year", "template", "facts"), _rows(), ids=lambda value: value[:40] if isinstance(value, str) else None)
def test_paraphrases(year: str, template: str, facts: str) -> None:
    expected = sorted(filter(None, facts.split("; ")))
    otherwise = {sentence: found for sentence in _sentences(template) if (found := _facts(sentence, int(year))) != expected}
    assert not otherwise
