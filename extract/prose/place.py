"""A quantity and the words around it, and the attribution of a label to it."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.figures import Figure
from extract.prose import wordings
from extract.prose.clauses import Clause
from extract.prose.context import Context
from extract.prose.labels import LabelMatch
from extract.prose.stems import says_nothing, stems

#: Longer words before a verb of existence name more than a subject.
_LONGEST_SUBJECT = 20
#: What staff is counted in.
PEOPLE = frozenset(("名", "人", "位", "个"))
#: Marks ahead of words; but 及时 is a word.
_MARKS_AHEAD = re.compile(r"^(?:[、，,;:)和与—·•●]|及(?!时))+")


class Place(NamedTuple):
    """A quantity and the words around it, up to the quantities on both sides.

    `left` is the end of its clause's text from `start` to the figure, without quotation marks and separators at its head;
    `behind` is what follows up to the next separator. `previous` is the clause before.
    """

    clause: Clause
    figure: Figure
    start: int
    left: str
    behind: str
    context: Context
    previous: Clause | None

    @property
    def text(self) -> str:
        """The paragraph's text."""
        return self.clause.paragraph.text

    @property
    def objects(self) -> str:
        """What the figure may count behind it, without linking words: 3件[为]按时办结."""
        return wordings.around.BEHIND_LEAD.sub("", self.behind)

    @property
    def things(self) -> str:
        """`objects` without the ending that makes them only what the figure is part of: 信息公开申请[中]."""
        return wordings.around.AMONG.sub("", self.objects)

    @property
    def no_object(self) -> bool:
        """Whether nothing that could be counted stands behind."""
        return bool(wordings.around.NO_OBJECT.match(self.behind) or wordings.requests.AMONG_REQUESTS.fullmatch(self.behind))

    def wants_object(self, stem: str) -> bool:
        """Whether the words before, or `stem` of them, end in a verb whose object stands behind: 主动公开收到的[6件]建议提案."""
        return any(wordings.around.TRANSITIVE.search(words) for words in (stem, self.left.removesuffix("的")))

    @property
    def is_listed(self) -> bool:
        """Whether the words before go on with a list: 在线访谈2次[、新闻发布会]1次."""
        return self.text.startswith(("、", "和", "及"), self.start)

    @property
    def left_start(self) -> int:
        """Where the words before the figure begin."""
        return start_in_text(self, 0)

    @property
    def is_free(self) -> bool:
        """Whether the words before name nothing that is counted: at most a subject or a verb of existence (2016年汽开区有[1件]…)."""
        return self.is_bare or any(
            len(stem) <= _LONGEST_SUBJECT and wordings.around.EXISTS.search(stem) is not None for stem in stems(self.left)
        )

    @property
    def is_amid_names(self) -> bool:
        """Whether names stand on both sides and the next figure right behind, as in a list whose marks are lost: 文件[55]政策解读60."""
        behind = self.figure.end + len(self.behind)
        return not self.is_free and any(figure.start == behind for figure in self.clause.quantities)

    @property
    def is_bare(self) -> bool:
        """Whether the words before say nothing at all."""
        return says_nothing(self.left)


class Attribution(NamedTuple):
    """A label of a figure, and the span of the paragraph that states both. `secondary` as in `Fact`."""

    match: LabelMatch
    start: int
    end: int
    party: str = "all"
    secondary: bool = False


def place_of(clause: Clause, figure: Figure, start: int, left: str, right: str, context: Context, previous: Clause | None) -> Place:
    """Returns the place of a quantity; `left` are the words before it, from `start`, and `right` those behind it."""
    words = _MARKS_AHEAD.sub("", left, count=1)
    if "“" in words or "”" in words or '"' in words:
        words = words.translate(wordings.around.QUOTATION_MARKS)
    end = wordings.around.BEHIND_END.search(right)
    behind = (right[: end.start()] if end else right).rstrip("和及与")
    if "申请" in behind and (among := wordings.requests.AMONG_THEM.match(behind)) is not None:
        behind = among[0]
    if figure.counter in PEOPLE:
        behind = wordings.office.DUTY.sub("", behind)
    if "查" in behind:
        behind = wordings.office.OPEN_TO_ALL.sub("", behind)
    return Place(clause, figure, start, words, behind, context, previous)


def on_the_left(place: Place, match: LabelMatch) -> Attribution:
    """Returns the attribution to a label that all words before the figure state."""
    return Attribution(match, place.left_start, place.figure.end)


def start_in_text(place: Place, index: int) -> int:
    """Returns where in the paragraph `left[index:]` begins; the text may have marks and names that `left` has not."""
    words, at = place.left[index:], place.figure.start
    if place.text.endswith(words, place.start, at):
        return at - len(words)
    for character in reversed(words):
        at = max(place.start, place.text.rfind(character, place.start, at)) if character in place.text[place.start : at] else at
    return at
