"""What a text says only beside a figure: how it compares (growth, last year's figure, a share), and where more of it is to be found.

收到申请12件（较上年增长20%），其中网络申请5件，占41.7%（详见附表1） tells the same as 收到申请12件，其中网络申请5件. So such an aside is
taken out of the view before it is read, and its numerals are accounted for by what they are: all that is said of a figure stands right
beside it then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.figures import View, find_figures, view_of
from extract.prose import wordings
from extract.prose.spellings import spelt_alike
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
#: That it grew or fell, without an amount: [有所增加], [翻了一番].
_CHANGED = r"(?:(?:有所|大幅度?|略有|稍有|明显|显著)(?:增加|增长|增多|减少|下降|降低|上升|提高|回落)|翻了?一番|(?:基本)?持平)"
#: 同比增长20%, 比上年增加3件, 与2015年的30件相比，增加3件, 与去年持平, 较上年的8件有所增加, 是去年的2倍.
_GROWTH = (
    rf"(?:(?:同比|环比|(?:相较于?|比|较|与|同){_EARLIER}(?:的?{_AMOUNT})?(?:相比)?，?)(?:{_GROWN}|{_CHANGED})|"
    rf"(?:[是为]|达到?|相当于){_EARLIER}的\d+(?:\.\d+)?倍)"
)
#: 占41.7%, 占申请总数的41.7%.
_SHARE = r"占(?:比|[^，。;()\d]{1,14}?)?(?:的|为|约|达|:)*\d+(?:\.\d+)?%(?:左右)?"
#: How well it was done: 及时率100%, 按时办结率达到98.5%.
_RATE = (
    r"(?:(?:及时|按[时期]|准[时确]|满意|规范|合格|知晓|覆盖|完成|办结|答复|回复|办理|反馈|受理|公开|信息|社会|群众|申请人?|的|总)+率|"
    r"(?:社会|群众|公众)?满意度)(?:均|都|已)*(?:为|是|达到?|保持在?|:)?了?\d+(?:\.\d+)?%(?:以上)?"
)
_MORE = rf"(?:[，、;](?:{_GROWTH}|{_SHARE}|{_GROWN}))*"
#: Last year's figure alone, which only a bracket sets apart: （上年为8件）.
_LAST_YEAR = rf"(?:上年度?|去年|上一年度?)(?:同期)?(?:收到|受理|公开|发布|办理)?(?:为|是|有|:)?{_AMOUNT}"
#: A share that a bracket alone makes one: （41.7%）.
_BARE_SHARE = r"\d+(?:\.\d+)?%"
#: Where more is to be found: （详见附件1）, （见下表）.
_REFERENCE = (
    r"(?:具体|详细|详情)*(?:详?见|参见|参照|附)(?:本?报告)?(?:后附|所附|下|上|左|右)?(?:附?[表件图录]|统计表|汇总表)[^(),，。;]{0,12}"
)
#: Where something is on the web: （www.qinghe.gov.cn）, （网址：http://…）.
_ADDRESS = r"(?:网址:?|域名:?)?(?:https?:|www\.)[^()，。;]{1,80}"
#: By how many days an answer took longer: 1件延长答复期限[15个工作日].
_LONGER = r"延(?:期|长(?:(?:答复|办理|办结)?(?:期限|时限|时间))?)了?(?P<days>(?:至|不超过)?\d{1,2}个?(?:工作日|日|天))"
#: What the form of 2014 says of how to count: （不同渠道和方式公开相同信息计1条）.
_COUNTED_AS = r"不同(?:渠道|方式)[^(),，。;\d]{2,20}计1[条次]"
_IN_BRACKETS = rf"\((?:(?:{_GROWTH}|{_SHARE}|{_GROWN}|{_LAST_YEAR}){_MORE}|{_BARE_SHARE}|{_REFERENCE}|{_ADDRESS}|{_COUNTED_AS})\)"
#: An aside in brackets, by how many days, or a comparison as a clause of its own right behind what is counted.
_ASIDE = re.compile(
    rf"(?P<bracket>{_IN_BRACKETS})|{_LONGER}|"
    rf"\d[万亿]?[余多]?(?:[条件人场]次|[条件篇份个项起宗例次人名期场封])(?P<clause>，(?:{_GROWTH}|{_SHARE}|{_RATE}){_MORE})(?=[，。;、)]|$)"
)
#: Without one of these there is none.
_MAY_STAND_ASIDE = re.compile("[占比较增减%倍延]|www|http|上年|去年|上一年|持平|[(（][^)）]{0,6}[见附参]|计1[条次]")


def view_without_asides(running: str, start: int = 0, end: int | None = None) -> tuple[View, list[LedgerEntry]]:
    """Returns the view of `running[start:end]`, words that say the same spelt one way, without its asides, and what their numerals are."""
    return _without_asides(spelt_alike(view_of(running, start, end)))


def _without_asides(view: View) -> tuple[View, list[LedgerEntry]]:
    """Returns the view of a paragraph without its asides, and what their numerals are."""
    text = view.text
    if not _MAY_STAND_ASIDE.search(text):
        return view, []
    spans = [match.span(match.lastgroup or 0) for match in _ASIDE.finditer(text)]
    if not spans:
        return view, []
    entries = [entry for start, end in spans for entry in _accounted(view, start, end)]
    return view.replaced([(start, end, "") for start, end in spans]), entries


def _accounted(view: View, start: int, end: int) -> Sequence[LedgerEntry]:
    """Returns what the numerals of the aside in `[start, end)` are: a change, a share, the year before's, or what they are anyway."""
    words = view.text[start:end]
    entries = []
    for figure in find_figures(words):
        ahead = words[: figure.start]
        grown = wordings.times.CHANGE.search(ahead) is not None
        kind: LedgerKind = "name" if ahead.endswith("计") else "prior" if figure.kind == "quantity" else figure.kind
        kind = "change" if grown and kind in ("prior", "share") else kind
        entries.append(LedgerEntry(*view.place(start + figure.start, start + figure.end), kind))
    return entries
