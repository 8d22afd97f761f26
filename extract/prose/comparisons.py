"""What a text says only to compare a figure beside it: growth, last year's figure, a share.

收到申请12件（较上年增长20%），其中网络申请5件，占41.7% tells the same as 收到申请12件，其中网络申请5件. So a comparison is taken out of
the view before it is read, and its numerals are accounted for by what they are: all that is said of a figure stands right beside it then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.figures import View, find_figures
from extract.prose import wordings
from extract.records import LedgerEntry, LedgerKind

#: An earlier year, and what it is compared with.
_EARLIER = r"(?:(?:上年度?|去年度?|上一年度?|前一年|往年|前年|(?:19|20)\d{2}年度?)(?:的?同期)?|同期)"
#: How much, and of what.
_AMOUNT = (
    r"(?:约|近|超过?|逾)?\d+(?:\.\d+)?"
    r"(?:%|‰|个?百分点|倍|[万亿]?[余多]?(?:[条件人场]次|万?元|[条件篇份个项起宗例次人名期场封通点])?)"
    r"(?:左右|以上)?"
)
#: That it grew or fell, and by how much: [略有增长，增幅为], [净增].
_GROWN = (
    r"(?:有所|大幅度?|略有|明显|小幅|共|净|均)*"
    r"(?:增加|增长|增幅|增多|减少|减幅|下降|降低|降幅|上升|提高|回落|下滑|多|少|增|减|升|降)(?:了|幅度?|率|为|达到?|:)*" + _AMOUNT
)
#: 同比增长20%, 比上年增加3件, 与2015年的30件相比，增加3件, 与去年持平.
_GROWTH = (
    rf"(?:同比|环比|(?:相较于?|比|较|与|同){_EARLIER}(?:的?{_AMOUNT})?(?:相比)?，?)"
    rf"(?:{_GROWN}|(?:基本)?持平)"
)
#: 占41.7%, 占申请总数的41.7%.
_SHARE = r"占(?:比|[^，。;()\d]{1,14}?)?(?:的|为|约|达|:)*\d+(?:\.\d+)?%(?:左右)?"
_MORE = rf"(?:[，、;](?:{_GROWTH}|{_SHARE}|{_GROWN}))*"
#: Last year's figure alone, which only a bracket sets apart: （上年为8件）.
_LAST_YEAR = rf"(?:上年度?|去年|上一年度?)(?:同期)?(?:收到|受理|公开|发布|办理)?(?:为|是|有|:)?{_AMOUNT}"
_IN_BRACKETS = rf"\((?:{_GROWTH}|{_SHARE}|{_GROWN}|{_LAST_YEAR}){_MORE}\)"
#: A comparison in brackets, or as a clause of its own right behind what is counted.
_COMPARISON = re.compile(
    rf"(?P<bracket>{_IN_BRACKETS})|"
    rf"\d[万亿]?[余多]?(?:[条件人场]次|[条件篇份个项起宗例次人名期场封])(?P<clause>，(?:{_GROWTH}|{_SHARE}){_MORE})(?=[，。;、)]|$)"
)
#: Without one of these there is none.
_MAY_COMPARE = re.compile("[占比较增减]|上年|去年|上一年|持平")


def without_comparisons(view: View) -> tuple[View, list[LedgerEntry]]:
    """Returns the view of a paragraph without its comparisons, and what their numerals are."""
    text = view.text
    if not _MAY_COMPARE.search(text):
        return view, []
    spans = [match.span("bracket" if match["bracket"] else "clause") for match in _COMPARISON.finditer(text)]
    if not spans:
        return view, []
    kept = list(zip((0, *(end for _, end in spans)), (*(start for start, _ in spans), len(text)), strict=True))
    at = tuple(place for start, end in kept for place in view.at[start:end])
    entries = [entry for start, end in spans for entry in _accounted(view, start, end)]
    return View("".join(text[start:end] for start, end in kept), (*at, view.at[-1])), entries


def _accounted(view: View, start: int, end: int) -> Sequence[LedgerEntry]:
    """Returns what the numerals of the comparison in `[start, end)` are: a change, a share, the year before's, or what they are anyway."""
    words = view.text[start:end]
    entries = []
    for figure in find_figures(words):
        ahead = words[: figure.start]
        grown = wordings.times.CHANGE.search(ahead) is not None
        kind: LedgerKind = "prior" if figure.kind == "quantity" else figure.kind
        kind = "change" if grown and kind in ("prior", "share") else kind
        entries.append(LedgerEntry(*view.place(start + figure.start, start + figure.end), kind))
    return entries
