"""Reads the crossed tables two and four of the 2019 and 2021 forms: a cell is what the words of its row and its column say together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.catalogue import METRICS
from extract.fold import fold
from extract.forms.heads import Head, Leaf, form_head, grid_head
from extract.forms.labels import read_label
from extract.forms.layouts import Crossed, column_roles, is_article, table_four
from extract.forms.notes import Notes, give_up
from extract.forms.rows import FormRow, Piece
from extract.records import Form


def read_crossed(rows: Sequence[FormRow], crossed: Crossed, notes: Notes) -> None:
    """Reads table two or four: a cell is what the words of its row and of its column say together."""
    head: Head[frozenset[str]] | None = None
    open_head: list[FormRow] = []
    over_articles = False
    block = -1
    for row in _with_values_apart(rows, crossed):
        if row.block != block:
            if open_head:
                head, open_head = _crossed_head(open_head, crossed), []
            block = row.block
            # A page break may part rows from their heads; in text, heads that drifted part them too, and others would be taken for theirs.
            head = None if head is None or not row.gridded else Head(head.leaves, gridded=False)
        if is_article(row.pieces[0].text) and not row.pieces[0].carried and not over_articles:
            # A new block has new heads; some tables print its article beside the block's rows and not over them.
            head, open_head = None, []
        if _is_crossed_head(row, crossed, head is not None and not open_head):
            open_head.append(row)
            # 条例条款 | 信息内容 | 本年处理决定数量: the articles stand beside the rows below, and are of this head.
            over_articles = len(row.pieces) > 1 and all(map(_is_over_labels, row.pieces[:2]))
            continue
        if open_head:
            head, open_head = _crossed_head(open_head, crossed), []
        elif _is_unknown(row, crossed):
            # The title or the heads of another block, drifted: what follows does not stand under the heads so far.
            head = None
        _read_crossed_row(row, head, crossed, notes)


def _is_unknown(row: FormRow, crossed: Crossed) -> bool:
    """Returns whether the row has words only and none of the form's."""
    texts = [piece for piece in row.pieces if piece.text]
    return all(piece.reading.kind == "words" for piece in texts) and not any(_word(piece, crossed) for piece in texts)


def _is_crossed_head(row: FormRow, crossed: Crossed, has_head: bool) -> bool:
    texts = [piece for piece in row.pieces if piece.text and not piece.carried]
    if not texts or any(piece.reading.kind not in ("words", "unit") for piece in texts):
        return False
    words = [word for piece in texts if (word := _word(piece, crossed)) is not None]
    if row.gridded and len(texts) == 1 < len(row.pieces) and row.pieces[0] == texts[0] and words and words[0] in crossed.subjects:
        # 行政许可 beside blank cells is a row that was not filled in.
        return False
    return bool(words) and (len(texts) > 1 or not row.gridded or not has_head)


def _word(piece: Piece, crossed: Crossed) -> str | None:
    """Returns the form's word for a piece: its own, or the only one it shortens (制发件数 for 本年制发件数, 本年制发件)."""
    bare = _YEAR_NAMED.sub(lambda match: "上一年" if match[0].startswith("上") else "本年", read_label(piece.text).bare)
    known = crossed.words.get(bare) or crossed.words.get(bare[:-1])
    if known is not None or len(bare) < 2 or bare.startswith(("其他", "其它")):
        return known
    longer = {word for key, word in crossed.words.items() if bare in key}
    return longer.pop() if len(longer) == 1 else None


#: Other words for the year that a head begins with: 本年度制发数, 当年废止件数, 上年度项目数量.
_YEAR_NAMED = re.compile("^(?:本年度|当年|全年|上一?年度?)")


def _crossed_head(rows: Sequence[FormRow], crossed: Crossed) -> Head[frozenset[str]]:
    """Returns the leaves over the value columns with the form's words over each; none where words stand together that no cell has."""
    fixed = None if crossed.heads is None else form_head(rows, crossed.heads)
    if fixed is not None and None not in {leaf.meaning for leaf in fixed.leaves}:
        keys = {metric: key for key, metric in crossed.metrics.items()}
        return Head(tuple(Leaf(x.first, x.last, keys[x.meaning or ""], x.text) for x in fixed.leaves), fixed.gridded)
    if crossed.heads is not None:
        return Head((), gridded=False)

    def meaning(path: tuple[Piece, ...]) -> frozenset[str] | None:
        return frozenset(word for piece in path if (word := _word(piece, crossed)) is not None) or None

    if all(row.gridded for row in rows):
        leaves = grid_head(rows, meaning)
    else:
        leaves = tuple(Leaf(0, 0, meaning((piece,)), piece.text) for row in rows for piece in row.pieces)
    leaves = _cut_heads(leaves, crossed) or leaves
    named = [leaf.meaning for leaf in leaves if leaf.meaning]
    impossible = any(not any(words <= key for key in crossed.metrics) for words in named)
    # Heads that name a cell by themselves beside heads that do not: a head above some of them is lost, and others may have moved under it.
    if impossible or len({words in crossed.metrics for words in named}) > 1:
        return Head((), gridded=False)
    if not rows[0].gridded and not _is_whole(leaves, crossed):
        return Head((), gridded=False)
    # Over the labels stands 信息内容 or nothing of the form, with a head over the articles before it or not (条例条款 | 信息内容); any
    # other head unknown is that of a column of values.
    over_labels = 0 if leaves[0].meaning else 2 if len(leaves) > 1 and not leaves[1].meaning and _is_over_labels(leaves[1]) else 1
    return Head(leaves[over_labels:], gridded=rows[0].gridded)


def _is_over_labels(head: Leaf[frozenset[str]] | Piece) -> bool:
    """Tells whether a head is that of the labels, or of the articles beside them: 信息内容."""
    return column_roles().get(read_label(head.text).bare) == "label"


#: The least of a head that was cut short: 上一年 of 上一年项目数量.
_SHORTEST_CUT = 3


def _cut_heads(leaves: Sequence[Leaf[frozenset[str]]], crossed: Crossed) -> tuple[Leaf[frozenset[str]], ...] | None:
    """Returns the leaves of heads cut at their first line (本年新 | 本年新 | 对外公开总数量) or copied from the one before them
    (本年新制作数量 | 本年新制作数量 | 对外公开总数量): those of one subject, by their places.

    None where a head is none of the subject's at its place, where all are read as they are, or where several subjects' heads fit.
    """
    values = [leaf for leaf in leaves if column_roles().get(read_label(leaf.text).bare) not in ("label", "note")]
    if all(leaf.meaning for leaf in values) and len({leaf.meaning for leaf in values}) == len(values):
        return None
    texts = [leaf.text for leaf in values]
    fitting = {
        heads
        for heads in _heads_in_order(crossed)
        if len(heads) == len(values)
        and all(_begins(text, head) or text == before for text, head, before in zip(texts, heads, ["", *texts], strict=False))
    }
    if len(fitting) != 1:
        return None
    return tuple(replace(leaf, meaning=frozenset((head,))) for leaf, head in zip(values, fitting.pop(), strict=True))


def _begins(text: str, head: str) -> bool:
    own, whole = read_label(text).bare, read_label(head).bare
    return own == whole or (len(own) >= _SHORTEST_CUT and whole.startswith(own))


def _heads_in_order(crossed: Crossed) -> Iterable[tuple[str, ...]]:
    """Returns the heads over the columns of each subject of each form, in the form's order."""
    heads: dict[tuple[str, Form], list[str]] = {}
    for key in crossed.metrics:
        for form in crossed.forms[key]:
            for subject in key & crossed.subjects:
                heads.setdefault((subject, form), []).extend(key - crossed.subjects)
    return map(tuple, heads.values())


def _is_whole(leaves: Sequence[Leaf[frozenset[str]]], crossed: Crossed) -> bool:
    """Returns whether heads in lines of text are all that a subject of the form has: where one is lost, as at the beginning of a text that
    was cut, the figures stand under the next."""
    found = {leaf.meaning for leaf in leaves if leaf.meaning}
    if any(words in crossed.metrics for words in found):
        return True  # heads that name a cell by themselves
    heads: dict[tuple[str, str], set[frozenset[str]]] = {}
    for key in crossed.metrics:
        subject = key & crossed.subjects
        for form in crossed.forms[key]:
            heads.setdefault(("".join(subject), form), set()).add(key - subject)
    # 2019 has 处理决定数量 behind two others, 2021 本年处理决定数量 alone.
    is_own = len(found) > 1 or all(read_label(leaf.text).bare.startswith("本年") for leaf in leaves if leaf.meaning)
    return is_own and found in heads.values()


def _read_crossed_row(row: FormRow, head: Head[frozenset[str]] | None, crossed: Crossed, notes: Notes) -> None:
    figures = [n for n, piece in enumerate(row.pieces) if piece.reading.kind in ("figure", "unread")]
    labels = [piece for piece in row.pieces if piece.reading.kind == "words"]
    text = " ".join(piece.text for piece in labels) or notes.document.text[row.start : row.end][:40]
    words = frozenset(word for piece in labels if (word := _word(piece, crossed)) is not None)
    placed = head.place(row) if head is not None else None
    if head is None and words in crossed.metrics and len(figures) == 1:
        placed, head = {figures[0]: 0}, Head((Leaf(0, 0, frozenset[str](), ""),), gridded=False)
    if placed is None or head is None:
        if figures:
            give_up(row, "columns", f"{text}: which figure stands under which head is not clear", notes)
        return
    unit = next((piece.reading.unit for piece in row.pieces if piece.reading.kind == "unit"), "")
    for number, leaf_number in placed.items():
        piece, leaf = row.pieces[number], head.leaves[leaf_number]
        key = words | (leaf.meaning or frozenset())
        metric = crossed.metrics.get(key)
        if metric is not None and (words or leaf.meaning) and leaf.meaning is not None:
            own = crossed.forms[key]
            if len(own) == 1:
                notes.forms[next(iter(own))] += 1
            printed = unit or read_label(leaf.text).unit or next((read_label(label.text).unit for label in labels), "")
            notes.take(metric, "all", piece, row, printed, METRICS[metric].unit if metric == "charges_amount" else "")
        elif piece.reading.kind in ("figure", "unread"):
            notes.state(piece, row, f"{text} {leaf.text}".strip())
            notes.finding("unknown_row", f"{text} {leaf.text}: no cell of the form")


def _with_values_apart(rows: Sequence[FormRow], crossed: Crossed) -> Iterable[FormRow]:
    """Yields the rows, a head of text that was given the values below it parted from them: the 15 figures of table four, one a line; those
    of a row of table two whose label is lost (现行有效件数 | 0 | 0 | 0)."""
    for row in rows:
        first = row.pieces[0]
        word = _word(first, crossed) if not row.gridded and len(row.pieces) > 2 and first.reading.kind == "words" else None
        if word is not None and (len(row.pieces) > 15 if crossed.heads is not None else word not in crossed.subjects):
            yield FormRow(first.start, first.end, (first,), row.block, row.gridded)
            yield FormRow(row.pieces[1].start, row.end, row.pieces[1:], row.block, row.gridded)
        else:
            yield row


def read_bare_table_four(row: FormRow, notes: Notes) -> bool:
    """Reads a lone row of fifteen figures after the words 行政复议 and 行政诉讼 as table four if its totals are sums; returns whether."""
    values = [piece.reading.value for piece in row.pieces]
    before = fold(notes.document.text[max(0, row.start - 120) : row.start])
    if len(values) != 15 or "行政复议" not in before or "行政诉讼" not in before:
        return False
    groups = [[value for value in values[n : n + 5] if value is not None] for n in (0, 5, 10)]
    if any(len(group) != 5 or sum(group[:4]) != group[4] for group in groups):
        return False
    for piece, metric in zip(row.pieces, table_four().metrics.values(), strict=True):
        notes.take(metric, "all", piece, row, "", "")
    return True
