"""Many wordings looked for at once: an automaton over characters that is made as texts walk through it.

A wording is a sequence of items: a character, a choice of sequences, a gap of any characters but punctuation. All places of all wordings
that a text can stand at after some characters are one state; the step from a state with a character is worked out when a text first
takes it, and remembered. So a text costs one look-up a character, however many wordings there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences; an empty one makes the choice optional."""

    sequences: tuple[tuple[Item, ...], ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """At most `width` characters, none of them `NOT_IN_GAPS`."""

    width: int


#: A string is one character.
Item = str | Choice | Gap

#: Punctuation, and what begins a denial: in 申请[未]办结12件 the label 申请办结 is not.
NOT_IN_GAPS = frozenset("，。;:,、()!?未没")
#: No texts of reports need so many; behind an attack that makes more, the automaton begins anew.
_MOST_STATES = 20_000


def mirrored(items: Sequence[Item]) -> tuple[Item, ...]:
    """Returns the items that match the reversed texts of those that `items` match."""
    return tuple(Choice(tuple(map(mirrored, item.sequences))) if isinstance(item, Choice) else item for item in reversed(items))


class _Place:
    """A place in the wording with the number `wording`: before the first of `items`, with the place `behind` them, None at its end."""

    def __init__(self, items: Sequence[Item], behind: _Place | None, wording: int) -> None:
        self.items, self.behind, self.wording = items, behind, wording

    @cached_property
    def next(self) -> _Place:
        """The place behind the first item, or within it where that is a gap that can take more."""
        first = self.items[0]
        rest = self.items[1:]
        return _Place((Gap(first.width - 1), *rest) if isinstance(first, Gap) else rest, self.behind, self.wording)

    @cached_property
    def ahead(self) -> tuple[_Place, ...]:
        """The places with nothing but a character, a gap or the end of the wording ahead that this one comes to without a character."""
        return tuple(self._ahead())

    def _ahead(self) -> Iterator[_Place]:
        if not self.items:
            yield from (self,) if self.behind is None else self.behind.ahead
            return
        first = self.items[0]
        if isinstance(first, str):
            yield self
            return
        behind = _Place(self.items[1:], self.behind, self.wording)
        if isinstance(first, Choice):
            for sequence in first.sequences:
                yield from _Place(sequence, behind, self.wording).ahead
            return
        if first.width:
            yield self
        yield from behind.ahead


class _State(dict[str, "_State | None"]):
    """The places that a text can stand at; what it holds are the states behind this one by the character between, those worked out so far,
    None where no wording goes on. `ends` are the numbers of the wordings that a text ends there, the lowest first."""

    def __init__(self, places: frozenset[_Place], states: dict[frozenset[_Place], _State]) -> None:
        super().__init__()
        self.ends = tuple(sorted({place.wording for place in places if not place.items}))
        self._gaps = [place for place in places if place.items and isinstance(place.items[0], Gap)]
        self._at: dict[str, list[_Place]] = {}
        for place in places:
            if place.items and isinstance(place.items[0], str):
                self._at.setdefault(place.items[0], []).append(place)
        self._states = states

    def __missing__(self, character: str) -> _State | None:
        gaps = () if character in NOT_IN_GAPS else self._gaps
        places = frozenset(ahead for place in (*self._at.get(character, ()), *gaps) for ahead in place.next.ahead)
        step = self._states.get(places)
        if step is None and places:
            step = self._states[places] = _State(places, self._states)
        self[character] = step
        return step


class Automaton:
    """Looks for `wordings`, each a choice of sequences of items, at the beginning of texts; they are told by their numbers."""

    def __init__(self, wordings: Sequence[Choice]) -> None:
        begin = (_Place((wording,), None, number).ahead for number, wording in enumerate(wordings))
        self._states: dict[frozenset[_Place], _State] = {}
        self._begin = _State(frozenset(place for ahead in begin for place in ahead), self._states)

    def beginnings(self, text: str) -> dict[int, int]:
        """Returns the wordings that `text` begins with, each with the length of the longest beginning that is one."""
        found: dict[int, int] = {}
        state = self._bounded()
        for length, character in enumerate(text, 1):
            step = state[character]
            if step is None:
                break
            state = step
            for wording in state.ends:
                found[wording] = length
        return found

    def whole(self, text: str) -> tuple[int, ...]:
        """Returns the wordings that are the whole of `text`, the lowest number first."""
        state = self._bounded()
        for character in text:
            step = state[character]
            if step is None:
                return ()
            state = step
        return state.ends

    def _bounded(self) -> _State:
        """Returns the state at the beginning; forgets the others where they are too many."""
        if len(self._states) > _MOST_STATES:
            self._states.clear()
            self._begin.clear()
        return self._begin
