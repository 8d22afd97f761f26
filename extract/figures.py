"""Finds every numeral in running text and says what kind of thing it is: a date, a document number, a share, … or a quantity.

`find_figures` reads a `View`, running text without the spaces that Word and portals leave between ideographs, and returns figures in
order. What is no quantity is known by the rules of `catalogue/figures.toml`; at each place the first that matches wins.
"""

from __future__ import annotations

import re
import string
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

from extract.numerals import CHINESE, value_of
from extract.records import Qualifier

FigureKind = Literal["quantity", "share", "change", "date", "period", "document_number", "law", "ordinal", "contact", "name"]


class View(NamedTuple):
    """Running text without idle spaces; `at[i]` is the offset of `text[i]` in the text it was made from (one entry more than it has
    characters)."""

    text: str
    at: Sequence[int]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Returns the (start, end) in the original text of the view's `[start, end)`."""
        return self.at[start], self.at[end - 1] + 1

    def distance(self, end: int, start: int) -> int:
        """Returns how many characters stand between `end`, an offset in the original text, and the view's `start`; what the view leaves
        out counts only where it stands ahead of it."""
        return self.at[start] - end if end <= self.at[0] else start - bisect_left(self.at, end)

    def replaced(self, changes: Sequence[tuple[int, int, str]]) -> View:
        """Returns the view with other words for each (start, end, words) of `changes`, in order; `words` may be none. What stands for more
        or fewer characters begins and ends where those do."""
        pieces: list[str] = []
        at: list[int] = []
        done = 0
        for start, end, words in changes:
            pieces += self.text[done:start], words
            at += self.at[done:start]
            at += (self.at[min(start + i, end - 1)] for i in range(len(words) - 1))
            at += [self.at[end - 1]] * bool(words)
            done = end
        return View("".join((*pieces, self.text[done:])), (*at, *self.at[done:]))


def view_of(running: str, start: int = 0, end: int | None = None) -> View:
    """Returns the view of `running[start:end]` (`extract.fold.fold_running`). Spaces stay, as one, only between two ASCII letters or
    digits, and nothing that parts the thousands of a number (1,208 ; 1 208); other commas are those of Chinese."""
    end = len(running) if end is None else end
    text = running[start:end]
    if "(" in text:
        # 統(tǒng)計局: a hijacked mirror's glosses stand between the characters of its words.
        text = _GLOSS.sub(lambda match: " " * len(match.group()), text)
    if "?" in text:
        text = _HUGGED.sub(lambda match: match.group().replace("?", " "), text)
    if '"' in text:
        text = _QUOTED.sub("“\\1”", text)
    if "【" in text:
        text = _BLACK_BRACKETS.sub(lambda match: f"({match[1]}{')' if match[2] else ''}", text)
    if "其中:" in text:
        text = _AMONG.sub(lambda match: f"其中{' ' * (len(match.group()) - 2)}", text)
    text = _OTHER_COUNTER.sub(lambda match: _SAME_COUNTER[match.group()], text)
    if "," in text or " " in text:
        text = _PARTED.sub(lambda match: match.group().replace(",", "\u200b").replace(" ", "\u200b"), text).replace(",", "，")
    if not _IDLE.search(text):
        return View(text, range(start, end + 1))
    spans = [match.span() for match in _KEPT.finditer(text)]
    return View("".join(text[a:b] for a, b in spans), (*(start + i for a, b in spans for i in range(a, b)), end))


#: A bracket in other signs, but no title 【公示】 and no year of a document's number: 收到申请12件[【上年8件】],
#: also where what follows is not looked at.
_BLACK_BRACKETS = re.compile(r"(?<=[一-鿿\d”])【(?!(?:19|20)\d\d】)([^【】]{1,60})(】|$)")
#: A name in quotation marks of ASCII.
_QUOTED = re.compile('"([^"\n]*)"')
#: 其中: says no more than 其中, but where a list follows in lines of its own.
_AMONG = re.compile(r"其中:[ ]*(?=\S)")
#: Counters that say the same as those that most reports have, which the rules know: 信息12[则], 申请3[宗].
_SAME_COUNTER = {"则": "条", "宗": "件", "例": "件", "起": "件"}
_OTHER_COUNTER = re.compile(r"(?<=\d)(?:[则宗例]|起(?![来始草点码止因步床头子如外始]))")
#: A number whose thousands are parted, as `_ARABIC` has it; but not what 第 numbers (第3 120条).
_PARTED = re.compile(r"(?<![\d.,第])\d{1,3}(?:(?: ?, ?\d{3})+(?!\d)|(?: \d{3})+(?![\d ]))")
_IDLE = re.compile(r"[\s\u200b\ufeff]")
_GLOSS = re.compile(r"\((?<=[一-鿿]\()[a-zāáǎàōóǒòēéěèīíǐìūúǔùüǖǘǚǜńňǹ]{1,6}\)")
#: 共?1340條?: what a page's encoding has no sign for, as spaces without width round a number in bold type, is a question mark there.
_HUGGED = re.compile(r"\? ?\d[\d,.]{0,12} ?[一-鿿]{0,3} ?\?")
#: Runs of characters that stay: anything but white space, and a single space between two ASCII letters or digits (`1 200 078`, `V 2`).
_KEPT = re.compile(r"[^\s\u200b\ufeff]+|(?<=[0-9A-Za-z])[ ](?=[ ]*[0-9A-Za-z])")


class Figure(NamedTuple):
    """One numeral in a view: `view.text[start:end]` is all that belongs to it, sign, counter and qualifier words included.

    For a quantity `value` is in `counter` (元 and 万元 stay apart), None where the words name no one number (`两三条`).
    """

    kind: FigureKind
    start: int
    end: int
    value: Decimal | None = None
    qualifier: Qualifier = "exact"
    counter: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of `catalogue/figures.toml`: what a numeral in certain words is. `begins` is what a match can begin with."""

    kind: FigureKind
    name: str
    examples: tuple[str, ...]
    begins: frozenset[str]
    pattern: str


@cache
def rules() -> tuple[Rule, ...]:
    """Returns the rules in the order they are tried."""
    data = tomllib.loads(resources.files("extract.catalogue").joinpath("figures.toml").read_text(encoding="utf-8"))
    classes = {"0": "0123456789", "a": string.ascii_letters, "一": CHINESE}
    read = []
    for entry in data["rule"]:
        pattern = re.sub(r"<([a-z_]+)>", lambda piece: data["pieces"][piece[1]], entry["pattern"])
        begins = frozenset(beginning for given in entry["begins"] for beginning in classes.get(given, (given,)))
        read.append(Rule(entry["kind"], entry["name"], tuple(entry["examples"]), begins, pattern))
    return tuple(read)


@cache
def _beginnings() -> re.Pattern[str]:
    """Returns what finds the places at which a figure can begin: first by their character alone, which is fast, then by the word."""
    begins = _NUMERAL.union(*(rule.begins for rule in rules()))
    characters = re.escape("".join(sorted({beginning[0] for beginning in begins})))
    alone = re.escape("".join(sorted(beginning for beginning in begins if len(beginning) == 1)))
    words = (f"(?<={re.escape(word[0])}){re.escape(word[1:])}" for word in sorted(begins) if word[0] not in begins)
    return re.compile(f"[{characters}](?:(?<=[{alone}])|{'|'.join(words)})")


@cache
def _rules_at(character: str) -> tuple[re.Pattern[str], tuple[FigureKind, ...]]:
    """Returns the rules that can begin with `character` as one pattern, and the kind of each of its groups; a numeral that is too long
    for any comes first."""
    able = [(rule.kind, rule.pattern) for rule in rules() if any(word[0] == character for word in rule.begins)]
    if character in _NUMERAL:
        able = [("quantity", _OVERLONG), *able]
    return re.compile("|".join(f"({pattern})" for _, pattern in able)), tuple(kind for kind, _ in able)


#: Counters that may follow a number. The longest wins; 人次, 件次 and the like come before 人 and 件.
#: A counter may stand in brackets: 5(件).
_COUNTERS = (
    "个?[大小子分门][类项块]|万元|亿元|千元|元|人次|件次|场次|条次|户次|批次|篇次|点次|班次|车次|台次|人\\(次\\)|次\\(场\\)|平方公里|平方米|公里|"
    "万平方米|立方米|千米|厘米|毫米|"
    "亩|公顷|吨|公斤|千克|兆|字|条|件|次|份|起|期|篇|场|人|名|个|部|项|宗|例|批|册|页|户|家|类|张|幅|则|篇幅|段|集|封|通|处|所|台|辆|位|种|"
    "级|轮|届|套|本|块|栏|款|卷|盒|盘|支|组|座|栋|间|片|头|只|株|棵|遍|趟|票|笔|单|宗卷|档|款项|余"
)
#: How many 元 a counter stands for that holds a numeral, as it does in brackets only: 3807.5(万元).
_SCALES = {"万元": 10_000, "亿元": 100_000_000, "千元": 1_000}
_ARABIC = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d ])(?:\.\d+)?|\d+(?:\.\d+)?"
_MANY = r"[余多来几]"
_NUMERAL = frozenset((*CHINESE, *"0123456789"))
#: No figure of a report has more digits; a longer run is a code or an attack.
_MOST_DIGITS = 20
_OVERLONG = rf"\d{{{_MOST_DIGITS + 1},}}|[{CHINESE}]{{{_MOST_DIGITS + 1},}}"
_QUANTITY = re.compile(
    rf"(?:(?P<arabic>[-+]?(?:{_ARABIC}))(?P<inside>{_MANY})?(?P<big>万亿|千万|百万|亿|万|千|百)?(?P<low>\d{{1,4}}(?:千|百)?(?=[条件次份起期篇场人名个部项余多元]))?(?P<after>{_MANY}|\+)?"
    rf"|(?P<chinese>[{CHINESE}]+)(?P<many>{_MANY})?(?P<tail>万|亿)?)"
    rf"[”\"]?\(?(?P<counter>{_COUNTERS})?\)?"
    rf"(?P<behind>以上|以下|以内|左右|上下|之多|不等)?"
)

#: What a Chinese numeral needs behind it to be a figure and not a piece of a word (一体化, 三公, 一把手, 统一): a counter, and no
#: more of a word.
_CHINESE_COUNTER = re.compile(
    r"(?:万元|亿元|元|人次|件次|场次|条|件|次|份|起|期|篇|场|人|名|个|部|项|宗|例|批|册|户|家|类|张|则|封|处|所|种|轮|套|本|[大小子门][类项])"
    r"(?![性体化把手致般定些味律度员民次方级心事大子]|以(?!及))(?!(?<=[人次])为)"
)
#: 三十二元[五角], 12元[3角5分].
_SMALL_CHANGE = re.compile(r"(?P<jiao>[1-9一二两三四五六七八九])角(?:(?P<fen>[1-9一二两三四五六七八九])分)?")
_IDLE_CHINESE = re.compile("[万亿千百]")
#: Behind a thing that is counted, 一 is a count even of what it else only introduces: 查阅点一个, 专职人员一人.
_COUNT_BEHIND = re.compile(r"[一-鿿](?<![每任同统另这那某逐哪第万有了])一(?:个|人|处|部|台|份|项)(?=[、，,。;:；)]|$)")

#: What numbers a part of a sentence at its head: 一、 二是 3、. The search leaps from numeral to numeral, so the head is looked for behind.
_LIST_MARK = re.compile(
    r"[一二三四五六七八九十\d](?:(?<=^.)|(?<=[。;:!?,，].)|(?<=其中\d)(?=[、.][一-鿿]))"
    r"(?:(?<=\d)\d?(?:、|\.(?!\d)|．)|(?<=\D)[一二三四五六七八九十]{0,2}(?:、|是(?!一|否)|要(?=[^求素点闻])))"
)


#: What numbers a part of a text that lost its line breaks: 公开形式[1、]政务公开栏等[2、]公开信.
_NUMBERED = re.compile(r"(?<![\d.第])([1-9])[、.](?=[一-鿿“《])")
#: Counts that happen to be 1, 2, 3 without a counter stand closer together than the parts of a list, and are hardly ever three.
_SHORTEST_PART = 8
_FEWEST_PARTS = 3


def find_figures(text: str) -> list[Figure]:
    """Returns the figures of a view's text in order, none overlapping. Every ASCII digit lies in one of them."""
    figures: list[Figure] = []
    at = 0
    for start, end in _list_marks(text):
        figures.extend(_between(text, at, start))
        at = end
        figures.append(Figure("ordinal", start, at))
    figures.extend(_between(text, at, len(text)))
    return figures


def in_digits(view: View, figures: Sequence[Figure]) -> tuple[View, Sequence[Figure]]:
    """Returns a view and its figures with the counts that it writes in Chinese numerals (二十三条) in digits (23条), so that all words
    beside figures are read as beside those. 一 stays: 一件也没有收到."""
    runs = [(figure, run) for figure in figures if (run := _count_in_chinese(view.text, figure)) is not None]
    if not runs:
        return view, figures
    written = view.replaced([(start, end, str(figure.value)) for figure, (start, end) in runs])
    found = find_figures(written.text)
    same = [figure.value for figure in found if figure.kind == "quantity"] == [f.value for f in figures if f.kind == "quantity"]
    return (written, found) if same else (view, figures)


def _count_in_chinese(text: str, figure: Figure) -> tuple[int, int] | None:
    """Returns where the Chinese numeral of a count stands that is more than one, None for any other figure."""
    if figure.kind != "quantity" or figure.value is None or figure.value < 2 or figure.counter not in _COUNTED_IN_DIGITS:
        return None
    run = _CHINESE_NUMERAL.search(text, figure.start, figure.end)
    return run.span() if run is not None and value_of(run.group()) == figure.value else None


def _list_marks(text: str) -> list[tuple[int, int]]:
    """Returns where a text has marks that number its parts: at the head of a sentence, or in order from 1 on anywhere in it."""
    marks = [match.span() for match in _LIST_MARK.finditer(text)]
    if not (("1、" in text and "2、" in text) or ("1." in text and "2." in text)):
        return marks
    order: list[tuple[int, int]] = []
    for match in _NUMBERED.finditer(text):
        if int(match[1]) == len(order) + 1 and (not order or match.start() - order[-1][1] >= _SHORTEST_PART):
            order.append(match.span())
    return sorted({*marks, *order}) if len(order) >= _FEWEST_PARTS else marks


def _between(text: str, at: int, end: int) -> Iterator[Figure]:
    """Yields the figures of `text[at:end]`."""
    seek = _beginnings().search
    floor = at
    while (beginning := seek(text, at, end)) is not None:
        start = beginning.start()
        character = text[start]
        pattern, kinds = _rules_at(character)
        figure: Figure | None = None
        if (match := pattern.match(text, start, end)) is not None:
            kind = kinds[(match.lastindex or 1) - 1]
            figure = Figure(kind, start, match.end(), _share_value(match.group()) if kind == "share" else None)
        elif character in _NUMERAL:
            figure = _quantity(text, start, end, floor)
        if figure is not None:
            yield figure
            at = floor = figure.end
        else:
            at = _CHINESE_RUN.match(text, start, end).end()  # type: ignore[union-attr]


def _share_value(text: str) -> Decimal | None:
    """Returns the per cent of a share written as one Arabic percentage, None for all others."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)%", text)
    return Decimal(match.group(1)) if match else None


#: What a beginning that begins no figure is passed over with: a Chinese numeral that is a piece of a word as a whole.
_CHINESE_RUN = re.compile(rf"[{CHINESE}]+|.", re.DOTALL)

#: A Chinese numeral, and the counters behind which it is written in digits; behind others it may be of a word (两项均无, 三种渠道).
_CHINESE_NUMERAL = re.compile(rf"[{CHINESE}]+")
_COUNTED_IN_DIGITS = frozenset(
    ("条", "件", "份", "篇", "起", "宗", "例", "则", "期", "场", "次", "人次", "件次", "条次", "场次", "人", "名")
)
#: What words before and behind a number say of it.
_BEFORE: dict[str, Qualifier] = {
    **dict.fromkeys(("超过", "超过了", "超", "逾", "突破", "突破了", "不少于", "不低于", "至少", "上"), "at_least"),
    **dict.fromkeys(("近", "将近", "接近", "不足", "不到", "不超过", "低于", "少于"), "below"),
    **dict.fromkeys(("大约", "约", "约有", "约为", "约达", "约计", "大约有", "大约为", "大概", "大概有"), "about"),
    **dict.fromkeys(("多达", "高达"), "exact"),
}
_BEHIND: dict[str | None, Qualifier] = {
    **dict.fromkeys(("以上", "之多"), "at_least"),
    **dict.fromkeys(("以下", "以内"), "below"),
    **dict.fromkeys(("左右", "上下", "不等"), "about"),
}
#: Of what is said of one number the first of these counts: 近20余条 are at least 20.
_STRENGTH: tuple[Qualifier, ...] = ("at_least", "below", "about", "exact")
_LONGEST_BEFORE = max(map(len, _BEFORE))
_ENDS_OF_BEFORE = frozenset(word[-1] for word in _BEFORE)


def _word_before(text: str, start: int, floor: int) -> str:
    """Returns the word in `text[floor:start]` right before a number that says how exact it is, the longest; "" if there is none."""
    if start == floor or text[start - 1] not in _ENDS_OF_BEFORE:
        return ""
    words = (text[first:start] for first in range(max(floor, start - _LONGEST_BEFORE), start))
    # 上万条; but 线上28件
    return next((word for word in words if word in _BEFORE and (word != "上" or text[start] in "万千百")), "")


def _counted(text: str, start: int, end: int) -> bool:
    """Tells whether a figure with a counter of its own begins at `start`: 培训1次[43人]."""
    match = _QUANTITY.match(text, start, end)
    return match is not None and bool(match["counter"])


def _quantity(text: str, start: int, end: int, floor: int) -> Figure | None:
    """Returns the quantity whose number begins at `start`, None where a Chinese numeral is only a piece of a word."""
    word = _word_before(text, start, floor)
    first = start - len(word)
    if text[start - 1 : start] in ("-", "+") and not (text[start - 2 : start - 1].isalnum() or text[start - 2 : start - 1] in (")", "）")):
        start -= 1  # -35项; but in 3-5件 a dash between two things is no sign
    match = _QUANTITY.match(text, start, end)
    if match is None:
        return None
    arabic, inside, big, low, after, chinese, many, tail, counter, behind = match.groups()
    if arabic:
        number = arabic + (big or "")
        many = inside or after
        value = value_of(number) if len(number) <= _MOST_DIGITS else None
        if low and value is not None:
            # 11万3千余条, 3万5000件
            addend = value_of(low)
            value = value + addend if addend is not None and big in ("万", "亿") else None
        if match.end() < end and text[match.end()].isdigit() and not (counter and _counted(text, match.end(), end)):
            value = None
    else:
        number = chinese + (tail or "")
        behind_number = match.end("tail") if tail else match.end("many") if many else match.end("chinese")
        vague = number in {"万", "千", "百", "亿"} and word in {"近", "上", "超", "超过", "逾", "将近"}
        has_counter = _CHINESE_COUNTER.match(text, behind_number) is not None
        if number in {"零", "〇"} and text[start - 1 : start] in "为是" and start and not has_counter:
            return Figure("quantity", start, start + 1, Decimal(0))
        if not has_counter or (_IDLE_CHINESE.fullmatch(number) and not vague and not many):
            return None
        # 一个, 一项, 一批 stand for "a" far more often than for a count; only a closed list of things is counted by 一.
        if (
            number == "一"
            and not many
            and not _COUNT_BEHIND.match(text, start - 1)
            and (
                counter not in {"件", "条", "起", "次", "期", "例", "宗", "篇", "名", "场"}
                or (start > 0 and text[start - 1] in "每任同统这那某逐哪")
                # 一件维持，另一件撤销: the second of two
                or (text[start - 1 : start] == "另" and not text.endswith((f"一{counter}", f"1{counter}"), 0, floor))
            )
        ):
            return None
        value = value_of(number) if len(number) <= _MOST_DIGITS else None
        if value is not None and _continues_a_word(text, start):
            return None
    if counter == "元" and value is not None and (small := _SMALL_CHANGE.match(text, match.end())) is not None:
        value += (value_of(small["jiao"]) or 0) / Decimal(10) + (value_of(small["fen"] or "0") or 0) / Decimal(100)
        return Figure("quantity", first, small.end(), value, "exact", counter)
    if counter in _SCALES and value is not None:
        value, counter = value * _SCALES[counter], "元"
    stop = match.end()
    if not counter and text[stop - 1] in '(”"':
        stop = next(i for i in range(stop, start, -1) if text[i - 1] not in '(”"')
    elif text[stop - 1] == ")" and text.find("(", match.start(), stop) < 0:
        stop -= 1
    return Figure("quantity", first, stop, value, _qualifier(word, many, behind), counter or "")


def _continues_a_word(text: str, start: int) -> bool:
    """Tells whether a Chinese numeral goes on a word before it: 第[三]次, 数[十]件; but not 申请数[五]件."""
    before = text[max(0, start - 1) : start]
    return before in {"每", "第", "几", "十"} or (before == "数" and text[start] in "十百千万亿")


def _qualifier(before: str, many: str | None, behind: str | None) -> Qualifier:
    """Returns how exact a number is by the words before it, in it (二十[余]) and behind it."""
    if not (before or many or behind):
        return "exact"
    said: tuple[Qualifier, ...] = ("at_least" if many else "exact", _BEFORE.get(before, "exact"), _BEHIND.get(behind, "exact"))
    return min(said, key=_STRENGTH.index)
