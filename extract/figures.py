"""Finds every numeral in running text and says what kind of thing it is: a date, a document number, a share, … or a quantity.

`find_figures` reads a `View`, the folded text without the spaces that Word and portals leave between ideographs, and returns figures in
order. Each rule below is one named alternative with an example; the first that matches at a place wins, so the order is from the most
particular (an address in the web) to the plain quantity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from extract.fold import fold
from extract.numerals import CHINESE, value_of
from extract.records import Qualifier

FigureKind = Literal["quantity", "share", "change", "date", "period", "document_number", "law", "ordinal", "contact", "name"]


@dataclass(frozen=True, slots=True)
class View:
    """A folded text without idle spaces; `at[i]` is the offset of `text[i]` in the text it was made from (one entry more than characters)."""

    text: str
    at: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Returns the (start, end) in the original text of the view's `[start, end)`."""
        return self.at[start], self.at[end - 1] + 1


def view_of(text: str, start: int = 0, end: int | None = None) -> View:
    """Returns the view of `text[start:end]`. A space stays only between two letters or digits of the ASCII range."""
    end = len(text) if end is None else end
    original = text[start:end]
    folded = fold(original)
    if "，" in original:
        commas = {match.start() for match in _COMMA.finditer(original)}
        folded = "".join("，" if i in commas else character for i, character in enumerate(folded))
    if "(" in folded:
        # 統(tǒng)計局: a hijacked mirror's glosses stand between the characters of its words.
        folded = _GLOSS.sub(lambda match: " " * len(match.group()), folded)
    if not _IDLE.search(folded):
        return View(folded, tuple(range(start, end + 1)))
    kept: list[int] = []
    for match in _KEPT.finditer(folded):
        kept.extend(range(match.start(), match.end()))
    return View("".join(folded[i] for i in kept), (*(start + i for i in kept), end))


_IDLE = re.compile(r"\s|[\u200b\ufeff]")
_GLOSS = re.compile(r"(?<=[一-鿿])\([a-zāáǎàōóǒòēéěèīíǐìūúǔùüǖǘǚǜńňǹ]{1,6}\)")
#: A full-width comma is punctuation (公开12，345条), but for one among full-width digits: １，２０８.
_COMMA = re.compile(r"，(?!(?<=[０-９]，)[０-９]{3}(?![０-９]))")
#: Runs of characters that stay: anything but white space, and a single space between two ASCII letters or digits (`1 200 078`, `V 2`).
_KEPT = re.compile(r"[^\s\u200b\ufeff]+|(?<=[0-9A-Za-z])[ ](?=[0-9A-Za-z])")


@dataclass(frozen=True, slots=True)
class Figure:
    """One numeral in a view: `view.text[start:end]` is all that belongs to it, sign, counter and qualifier words included.

    For a quantity `value` is in `counter` (元 and 万元 stay apart), None where the words name no one number (`两三条`).
    """

    kind: FigureKind
    start: int
    end: int
    value: Decimal | None = None
    qualifier: Qualifier = "exact"
    counter: str = ""


_YEAR = r"(?:19|20)\d{2}"
_CN_DIGIT = "零〇○一二三四五六七八九"
_CN_YEAR = rf"[二一][{_CN_DIGIT}O0]{{3}}"
_CN_SMALL = r"[一二三四五六七八九十廿卅]{1,3}"

#: (kind, rule, pattern). Patterns are tried in this order at each place of the view.
_RULES: tuple[tuple[FigureKind, str, str], ...] = (
    # --- addresses and numbers of the network and the post -------------------------------------------------------------------------
    ("contact", "web address: http://www.x.gov.cn/a1", r"(?:https?://|ftp://|www\.)[\w.\-/:%?=&#~+]+"),
    ("contact", "mail address: cczwgk@sohu.com", r"[A-Za-z0-9][\w.\-]*@[\w.\-]+"),
    ("contact", "domain: 2014.x.gov.cn", r"[A-Za-z0-9\-.]+\.(?:gov|com|cn|net|org|mobi)(?:\.cn)?(?![A-Za-z0-9])[\w/.\-]*"),
    ("contact", "labelled number: 邮编:130011, 电话:88779005、88779006, QQ群123456",
     r"(?:电话|传真|热线|手机|邮编|邮政编码|QQ群?|邮箱|[Ee]-?mail|信箱|微信号|[Tt]el|统一社会信用代码|标识码|备案号)(?:号码?|为|是|:|,|，|\(.{0,8}?\)|\s)*"
     r"(?:\(?\+?\d{2,5}\)?[- ]?)?\d{3,13}(?:[- ]\d{1,8})*(?:[、/,;]\(?\d{3,5}\)?-?\d{5,8})*(?![条件个次])"),
    ("contact", "telephone: (0454)2907056, 0432-64820265, 400-810-0000", r"\(0\d{2,3}\)\s?\d{7,8}|(?<!\d)0\d{2,3}[-—]\d{7,8}(?:-\d{1,6})?|(?<!\d)400-\d{3,4}-\d{3,4}"),
    ("contact", "mobile number", r"(?<![\d.])1[3-9]\d{9}(?!\d)"),
    ("contact", "house number: 普阳街3177号, 院内203室, 3号楼", r"(?<=[路街道巷弄院楼座区段村镇里胡同园场厦内侧])\d+(?:-\d+)?号(?:楼|院)?(?:\d+(?:-\d+)?(?:室|层|楼|房间?))?|\d+(?:室|号楼|号窗口|号院|房间|单元)|(?<=[厦楼座])\d+层"),
    # --- documents and law ---------------------------------------------------------------------------------------------------------
    ("document_number", "中办发〔2016〕8号, (2016)8号, 〔2016〕第8号", rf"[〔\[({{【（]\s?{_YEAR}\s?[〕\])}}】）]\s?(?:第)?\s?\d+(?:-\d+)?\s?号?"),
    ("document_number", "brackets lost by the portal: 〔201763号, 〔20171号", r"[〔\[【]\d{5,8}[〕\]】]?号"),
    ("document_number", "国务院令第711号, 第492号令", r"(?<=令)第?\d+号|第\d+号(?:令|公告|文件?|通告|主席令)?"),
    ("document_number", "2014年第5号公告", rf"{_YEAR}年第\d+号"),
    ("law", "第二十条第(一)项, 第33条第2款", rf"第(?:\d+|[{CHINESE}]+)条(?:之[{CHINESE}])?(?:第?[\(]?(?:\d+|[{CHINESE}]+)[\)]?[款项目])*|第[\(](?:\d+|[{CHINESE}]+)[\)][款项]"),
    # --- dates ---------------------------------------------------------------------------------------------------------------------
    ("date", "2017年3月9日, 22012年 (a stray digit before the year)", rf"\d?{_YEAR}\s?年(?:度|末|底|初)?(?:的?(?:1[0-2]|0?[1-9])月份?(?:底|末|初|上旬|中旬|下旬)?(?:(?:3[01]|[12]\d|0?[1-9])[日号])?)?"),
    ("date", "2016-2017年, 2016年-2018年", rf"{_YEAR}(?:年)?(?:-|—|~|至|到){_YEAR}年?"),
    ("date", "2017.01.05, 2017-3-9, 2017/03/09 09:32", rf"(?<!\d){_YEAR}[-./](?:1[0-2]|0?[1-9])[-./](?:3[01]|[12]\d|0?[1-9])(?!\d)(?: \d{{1,2}}:\d{{2}}(?::\d{{2}})?)?"),
    ("date", "characters lost: 202511日至1231日, 20251月1日, 20161231日", rf"(?<!\d){_YEAR}(?:1[0-2]|0?[1-9])月(?:(?:3[01]|[12]\d|0?[1-9])[日号])?|(?<!\d){_YEAR}\d{{2,4}}日|(?<=[至到])\d{{2,4}}日"),
    ("date", "二○一七年三月九日, 二〇一七年度", rf"{_CN_YEAR}年(?:度|底|末)?(?:{_CN_SMALL}月(?:{_CN_SMALL}[日号])?)?"),
    ("date", "3月9日, 9月初, 1-6月, 3日", r"(?<![\d.])(?:1[0-2]|0?[1-9])(?:-(?:1[0-2]|[1-9]))?月(?:份|底|末|初|上旬|中旬|下旬)?(?:(?:3[01]|[12]\d|0?[1-9])[日号])?(?!\d)|(?<![\d.])(?:3[01]|[12]\d|0?[1-9])日(?![均内])"),
    ("date", "三月九日, 十二月", r"(?:十[一二]?|[一二三四五六七八九])月(?:(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]|份|底|末|初)"),
    ("date", "time of day: 8:30-17:00, 8时30分", r"(?<!\d)(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?:[-—~至](?:[01]?\d|2[0-4]):[0-5]\d)?(?!\d)|(?<!\d)(?:[01]?\d|2[0-4])时(?:[0-5]?\d分)?"),
    ("date", "the year without 年: 2017政府信息公开, 2016版", rf"(?<![\d.,]){_YEAR}(?=版|[^\d\s.,%条件个次份起期篇场人名部项余多万亿元家户宗例批册页张幅则封字种位处户台辆亩米公平]|$)"),
    # --- shares, changes, ratios ---------------------------------------------------------------------------------------------------
    ("change", "4.8个百分点", r"\d+(?:\.\d+)?个?(?:百分点|基点)"),
    ("share", "81.8%, 5‰, 80%以上, 94-96%", r"(?:近|约|超过?|达)?\d+(?:\.\d+)?[%‰]?(?:-|—|~|至)?(?:\d+(?:\.\d+)?)?[%‰](?:以上|以下|左右)?"),
    ("share", "百分之八十, 百分之95.5", rf"[百千]分之(?:\d+(?:\.\d+)?|[{CHINESE}点]+)"),
    ("share", "八成, 九成以上", r"[一二三四五六七八九两\d]成(?:以上|左右|多)?(?![立员为功果效就都本])"),
    ("share", "三分之一, 1:3", r"[一二三四五六七八九十两\d]+分之[一二三四五六七八九十两\d]+|(?<![\d.])\d+:\d+(?![\d:])"),
    # --- order and names -----------------------------------------------------------------------------------------------------------
    ("ordinal", "第59次, 第三方, 第1期, 前10名", rf"第(?:\d+|[{CHINESE}]+)(?:次|届|批|期|轮|季度|名|位|个|版|集|家|部分|阶段|方|步|类|项|章|节|年|时间|号|件|点|一|代|线|任)?|(?:前|排名|排在?|位列|列)(?:全省|全市|全国)?第?(?:\d+|[二三四五六七八九十]+)[名位强]"),
    ("ordinal", "a figure or table: 图1:, 图34, 表2, 附件1", r"(?:附?[图表]|附件|专栏|见注|注)\d+(?:-\d+)?"),
    ("ordinal", "list number: (一) (12) 1) ①", rf"[\(](?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[\)](?![件条次起元万个人篇宗])|[①-⑳㈠-㈩⑴-⑽]|(?<![\d.(])\d{{1,2}}\)(?![件条次起元万个人篇宗])"),
    ("name", "letters and digits: O2O, G20, 5G, H7N9, 24h, 1024*768, 7×24, 1+N", r"[A-Za-z]+\d+[A-Za-z\d]*|\d+[A-Za-z]+[A-Za-z\d]*|\d+[*×xX]\d+(?:小时)?|\d+(?:\+[\dNXn]+)+"),
    ("name", "quoted number: “7666999”, “5·15政务公开日”, “12345”", r"(?<=[“\"'「『《‘])\d+(?:[·.+\-/]\d+)*(?=[”\"'」』》’])|\d{1,2}·\d{1,2}|(?<=[“\"「『‘])\d{1,2}\.\d{1,2}(?=[^\d条件万元])"),
    ("name", "hotline: 12345热线, 110平台, 市长热线12345", r"(?<!\d)(?:12345|12369|12315|12333|12366|12336|12329|12328|12388|12319|12350|96\d{3,4}|110|119|120|114|8890|985|211)(?=[^\d条件个次份人项,，]{0,2}(?:热线|平台|便民|服务|政务|市民|电话|投诉|举报|联动|工程|高校|\+))|(?<=热线)(?:“|\")?\d{3,6}"),
    ("name", "a plan or campaign: 十三五, 十四五规划, 三公经费", r"十[一二三四五]五(?![条件个次份年万千])|[“\"]?三公[”\"]?经费|一网通办|双随机"),
    # --- spans of time -------------------------------------------------------------------------------------------------------------
    ("period", "20个工作日, 15日内, 24小时, 51天, 3个月, 30分钟", rf"(?:近|约|超过?|不少于|不超过|满)?(?:\d+(?:\.\d+)?|[{CHINESE}]+)(?:余|多)?(?:-\d+)?个?(?:工作日|自然日|小时|分钟|秒|天|周|星期|月|季度|日内|日均)(?:以上|以内|内|左右)?"),
    ("period", "三年, 近5年, 10年来", r"(?:近|约|连续|历时)?(?:\d{1,2}|[一二三四五六七八九十两]{1,3})(?:余|多)?年(?:多|以上|以来|来|内|间|时间|期)?(?![度版级均初底末])"),
)  # fmt: skip

#: Counters that may follow a number. The longest wins; 人次, 件次 and the like come before 人 and 件. A counter may stand in brackets: 5(件).
_COUNTERS = (
    "万元|亿元|千元|元|人次|件次|场次|条次|户次|批次|篇次|点次|班次|车次|台次|人\\(次\\)|次\\(场\\)|平方公里|平方米|公里|万平方米|立方米|千米|厘米|毫米|"
    "亩|公顷|吨|公斤|千克|兆|字|条|件|次|份|起|期|篇|场|人|名|个|部|项|宗|例|批|册|页|户|家|类|张|幅|则|篇幅|段|集|封|通|处|所|台|辆|位|种|"
    "级|轮|届|套|本|块|栏|款|卷|盒|盘|支|组|座|栋|间|片|头|只|株|棵|遍|趟|票|笔|单|宗卷|档|款项|大类|小类|余"
)
_ARABIC = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d ])|\d+(?:\.\d+)?"
_MANY = r"[余多来几]"
_QUANTITY = re.compile(
    rf"(?P<before>大约|约有?|近|将近|接近|超过|超|逾|突破|不少于|不低于|至少|多达|高达|不足|不到|不超过|低于|少于|上(?=[万千百]))?"
    rf"(?:(?P<arabic>[-+]?(?:{_ARABIC}))(?P<inside>{_MANY})?(?P<big>万亿|千万|百万|亿|万|千|百)?(?P<after>{_MANY}|\+)?"
    rf"|(?P<chinese>[{CHINESE}]+)(?P<many>{_MANY})?(?P<tail>万|亿)?)"
    rf"[”\"]?\(?(?P<counter>{_COUNTERS})?\)?"
    rf"(?P<behind>以上|以下|以内|左右|上下|之多|不等)?"
)

#: What a Chinese numeral needs behind it to be a figure and not a piece of a word (一体化, 三公, 一把手, 统一): a counter, and no more of a word.
_CHINESE_COUNTER = re.compile(
    r"(?:万元|亿元|元|人次|件次|场次|条|件|次|份|起|期|篇|场|人|名|个|部|项|宗|例|批|册|户|家|类|张|则|封|处|所|种|轮|套|本|大类|大项)"
    r"(?![性体化把手致般定些味律度员民次方级心以为事大])"
)
_IDLE_CHINESE = re.compile(r"一(?:个|次|项|种|批|类|部|家|套|本|份|人|名|级|处)|万|亿|千|百|十")

_LIST_MARK = re.compile(r"(?:^|(?<=[。;:!?;,，]))(?:[一二三四五六七八九十]{1,3}(?:、|是(?!一|否)|要(?=[^求素点闻]))|\d{1,2}(?:、|\.(?!\d)|．))")


def find_figures(text: str) -> list[Figure]:
    """Returns the figures of a view's text in order, none overlapping. Every ASCII digit lies in one of them."""
    figures: list[Figure] = []
    at = 0
    for match in _LIST_MARK.finditer(text):
        figures.extend(_between(text, at, match.start()))
        figures.append(Figure("ordinal", match.start(), match.end()))
        at = match.end()
    figures.extend(_between(text, at, len(text)))
    return figures


@cache
def _scanner() -> re.Pattern[str]:
    """Returns all rules as one pattern of named groups, after which comes the plain number."""
    groups = "|".join(f"(?P<r{number}>{pattern})" for number, (_, _, pattern) in enumerate(_RULES))
    return re.compile(rf"{groups}|(?P<number>[-+]?\d|[{CHINESE}])")


def _between(text: str, at: int, end: int) -> Iterator[Figure]:
    """Yields the figures of `text[at:end]`."""
    scan = _scanner().search
    while at < end:
        match = scan(text, at, end)
        if match is None:
            return
        group = match.lastgroup
        if group is not None and group != "number":
            kind = _RULES[int(group[1:])][0]
            yield Figure(kind, match.start(), match.end(), value=_share_value(match.group()) if kind == "share" else None)
            at = match.end()
            continue
        figure = _quantity(text, match.start(), end, floor=at)
        if figure is None:
            at = match.end()
        else:
            yield figure
            at = figure.end


def _share_value(text: str) -> Decimal | None:
    """Returns the per cent of a share written as one Arabic percentage, None for all others."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)%", text)
    return Decimal(match.group(1)) if match else None


_BEFORE = re.compile(r"(?:大约|约有?|近|将近|接近|超过|超|逾|突破|不少于|不低于|至少|多达|高达|不足|不到|不超过|低于|少于)$")
_AT_LEAST = frozenset(("超过", "超", "逾", "突破", "不少于", "不低于", "至少", "上"))
_BELOW = frozenset(("近", "将近", "接近", "不足", "不到", "不超过", "低于", "少于"))
_ABOUT = frozenset(("大约", "约", "约有"))


def _quantity(text: str, start: int, end: int, floor: int) -> Figure | None:
    """Returns the quantity whose number begins at `start`, None where a Chinese numeral is only a piece of a word."""
    before = _BEFORE.search(text, max(floor, start - 4), start)
    first = before.start() if before else start
    if text[start] in "+-" and start > 0 and (text[start - 1].isalnum() or text[start - 1] in ")）"):
        start += 1  # 3-5件: a dash between two things is no sign
    match = _QUANTITY.match(text, start, end)
    if match is None:
        return None
    counter = match["counter"] or ""
    if match["arabic"]:
        number = match["arabic"] + (match["big"] or "")
        many = match["inside"] or match["after"]
        value = value_of(number)
    else:
        number = match["chinese"] + (match["tail"] or "")
        many = match["many"]
        value = value_of(number)
        after = match.end("tail") if match["tail"] else match.end("many") if many else match.end("chinese")
        vague = bool(before) and number in {"万", "千", "百", "亿"} and before.group() in {"近", "上", "超", "超过", "逾", "将近"}
        if number in {"零", "〇"} and text[start - 1 : start] in "为是" and start:
            return Figure("quantity", start, start + 1, Decimal(0))
        if not _CHINESE_COUNTER.match(text, after) or (_IDLE_CHINESE.fullmatch(number) and not vague and not many):
            return None
        if number == "一" and not many:
            # 一个, 一项, 一批 stand for "a" far more often than for a count; only a closed list of things is counted by 一.
            if counter not in {"件", "条", "起", "次", "期", "例", "宗", "篇", "名", "场"} or text[max(0, start - 1) : start] in "每任同统另这那某逐哪":
                return None
        if value is not None and text[max(0, start - 1) : start] in {"每", "第", "几", "数", "十"}:
            return None
    word, behind = before.group() if before else "", match["behind"] or ""
    qualifier: Qualifier = "exact"
    if many or behind in {"以上", "之多"} or word in _AT_LEAST:
        qualifier = "at_least"
    elif word in _BELOW or behind in {"以下", "以内"}:
        qualifier = "below"
    elif word in _ABOUT or behind in {"左右", "上下", "不等"}:
        qualifier = "about"
    stop = match.end()
    if match.group().endswith(("(", "”", '"')) and not counter:
        stop = next(i for i in range(stop, start, -1) if text[i - 1] not in '(”"')
    elif match.group().endswith(")") and "(" not in match.group():
        stop -= 1
    return Figure("quantity", first, stop, value, qualifier, counter)
