"""Reads the figures of running text, clause by clause.

A clause is what stands between two punctuation marks. Each quantity in it is read with the words before it and the words behind it
(`extract.labels`); what the clause does not say itself it takes from its sentence and its section: the topic (维持25件 after 行政复议), whose
figure it is (市本级 …，其中 …), and of which time (截至目前, 2016年 in a report of 2017). A quantity whose label is not known is a statement,
never a guess; a figure of another time, a growth or a share is no fact of the year but keeps its place in the ledger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from extract.catalogue import METRICS, PARTIES
from extract.document import Document
from extract.figures import Figure, View, find_figures, view_of
from extract.fold import fold
from extract.labels import Era, Label, LabelMatch, deniable, labels, match_before, match_behind, match_whole
from extract.records import Fact, LedgerEntry, LedgerKind, Qualifier, Scope, Section, Statement

# --- what a clause can say beside its label -------------------------------------------------------------------------------------------------

#: Words between a label and its figure that say nothing: 申请总数[共计为], 公开信息数[达到].
_LINKS = (
    *("数量", "总数量", "件数", "条数", "次数", "篇数", "人数", "份数", "起数", "总数", "总量", "数", "量", "总件数", "总次数", "总人数"),
    *("总计", "总共", "总额", "总和", "合计", "共计", "一共", "共有", "共", "累计", "已达", "达到", "多达", "达", "分别为", "分别", "各为"),
    *("已有", "已", "举办", "召开", "举行", "开展", "组织", "发生", "受理", "收到", "接到", "办理", "设有", "配备", "安排", "收取", "编印", "全年"),
    *("为", "是", "有", "了", "的", "各", "均", "都", "仅", "计", ":", "=", "“", '"', "'", ",", "约", "情况", "工作", "分布", "(", "上", "就"),
)
#: Words at the head of a clause that say nothing of what is counted: 其中, 包括, 全年, 2017年, 我局.
_LEAD = re.compile(
    r"^(?:其中|包括|含|包含|有|以及|及|和|与|并|且|另|另外|此外|同时|一是|二是|三是|、|:|“|\"|主要是|主要为|主要(?!负责|领导)|分别是|分别为|分别|其(?!他|它|余)|即|截[至止]到?\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?|底|末)|[截至到]*年[底末]前?|[一-鿿]{2,10}(?:镇|乡|街道|局|厅|县|区|市|委)(?=公开|发布|收到|受理|主动)|全年|一年来|今年以来|今年|本年度|本年|年内|"
    r"(?:19|20)\d{2}年度?|共计|共|累计|总计|合计|我[市县区省局办镇乡委院厅州旗会]|我街道|[省市县区]政府(?!网|门户|公报)|全[市县区省州镇乡局系统]{1,2}|本(?:机关|单位|部门|局|办|街道|镇|乡)|[市县区]本级|各级行政机关|已|就|则|为|是|,)+"
)
#: 3件[为]按时办结, 1件[是因为]涉及个人隐私.
_BEHIND_LEAD = re.compile(r"^(?:[的为是属系]于?|经由|经|通过|利用|得以|属于|是因为|因为|均为|都为|都是|均是|全部为|全部是|皆为|系|有|则为|\(|,|，|:)+")
#: The figure in brackets of what was said before: 收到申请(12件).
_OPEN = "(:“\""

_CHANGE = re.compile(
    r"(?:增加|增长|增幅|减少|下降|降低|降幅|上升|提高|多出|少了|多了|增多|减幅|翻|净增|新增幅度|同比多|同比少|相比多|相比少|比上年多|比上年少|比去年多|比去年少|增|减|升|降|多|少|压缩|压减|缩短|上浮|下浮)"
    r"(?:了|约|近|幅度?|幅为|率为?|量为?|数为?|:|超过?)*$"
)
#: 由1128条增加到1887条: the first is the prior year's, the second this year's.
_FROM = re.compile(r"(?:由|从)(?:上年度?|去年|原来|之前|前年|(?:19|20)\d{2}年)?(?:的|约)*$")
_TO = re.compile(r"(?:增加|增长|减少|下降|上升|提高|降低|增|减|降|升|扩大|压缩|调整|变)(?:到|至|为)(?:了)?$")
_PRIOR_WORD = re.compile(r"(?:上年度?|去年|上一年度?|前一年|往年|前年|同期)(?!结转|度?结转|转)")
_COMPARED = re.compile(r"(?:比|较|与|同|相比|相较|对比)(?:于)?(?:上年|去年|往年|上一年|前一年|同期|(?:19|20)\d{2}年)")
_CUMULATIVE = re.compile(
    r"(?<!今年)(?<!一年)以来|至今|(?:截至|截止)(?:到|至)?(?:目前|今|报告|现在)|到目前(?:为止)?|目前(?:累计|共|已|为止|我)|开通后|成立后|总计已|累计已达|存量"
)
_PLAN = re.compile(r"计划|力争|拟于|争取|预计|目标|不少于|至少|每年|每月|每季度?|每周|每天|每日|日均|平均|人均|月均|必须|要求.{0,12}(?:不|达到)|应当|原则上|规定.{0,8}内")
_TO_YEAR_END = re.compile(r"截[至止]到?(?:19|20)\d{2}年(?:底|末|12月31日)")
#: Figures of a part of the year: 1至6月受理申请3件, 一季度412条.
_PART_OF_YEAR = re.compile(r"[一二三四]季度|[上下]半年|\d{1,2}(?:月)?(?:-|至|—)\d{1,2}月|前\d+个?月|[^至截]\d{1,2}月份(?!$)")
_NEXT_YEAR = re.compile(r"(?<!结转)(?<!结转[至到入])(?:下一年|明年|下年|来年)(?!度?结转|度?继续)")

_OWN_LEVEL = re.compile(
    r"(?:[省市县区旗州]|自治区)(?:直)?本级|本级(?!政府网|财政|公报)|(?<!属于)(?<!属)(?<!非)(?<!由)本机关(?!不|未|无|掌握|公开|职责|职权|范围|制作|信息|政府信息|$)|^(?:[省市县区]|我[市县区])?(?:人民)?政府(?:办公室|办公厅|办)?(?:共|全年|主动|本年度?|累计|\d{4}年度?)|[市县区省]政府(?:办公室|办公厅|办|本级|机关|层面|自身|本身)?(?:全年|共|主动|收到|受理|本年度?)(?!网)"
)
_WHOLE = re.compile(r"全[市县区省州盟旗]|我[市县区省州盟旗](?!本级|政府办)|各级行政机关|各级政府机关|全系统|各地各部门|各乡镇|及其工作部门|及(?:其)?(?:所属|各)")
#: A department, a district or a unit as the subject of a clause: 市国土资源局接到申请127件.
_AGENCY = re.compile(
    r"(?P<agency>(?:(?:[省市县区州]|我[市县区])?[一-鿿]{2,12}?(?:局|委员会|发改委|住建委|教委|卫计委|建委|厅|部门|中心|法院|分局|公司|学校|大队|支队|管委会))|(?:[省市县区])[一-鿿]{1,4}[委办](?!结|理|公|事))(?=[^,，。;:]{0,12}?(?:接到|收到|受理|办理|公开|发布|占|有|共|主动|\d|$))"
)
_GENERIC_AGENCY = re.compile(
    r"各|级部门|有关|相关|职能部门|工作部门|政府部门|市直部门|区直部门|县直部门|直属部门|行政部门|主管部门|全部|我局|本局|我委|我办|我厅|政务公开办|信息公开办|办公室|承办|责任部门|业务部门|两级|政务中心|服务中心|查询中心|新闻中心|信息中心|对|向|被|由|于|多部门|等部门|单位|媒体中心|纠错|提供|开办|新闻办|政府办|交办|举办|承办|办理|的部门|个部门|家部门|部门联办|督办|会办|待办|领办|代办"
)

#: Verbs that want an object behind the figure: 公开[12条]信息. With an unknown object there the figure is of that object.
_TRANSITIVE = re.compile(r"(?:公开|发布|公布|推送|发送|更新|上传|收到|受理|接到|接收|办理|处理|召开|举办|制作|答复|回应|接待|接受|组织|开展|参加|答|收)$")
_NO_OBJECT = re.compile(r"^(?:$|[占比较同为是约其均都全已按无未，。;,、)）]|(?:，|,)|以上|左右|不等|次|的比例|左右|并|且|和|及|与|次数|数|达到|信息数|政府信息数)")

# --- sections ---------------------------------------------------------------------------------------------------------------------------------

_HEADING = re.compile(
    r"(?:(?P<d1>第[一二三四五六七八九十]+(?:部分|章|节)|[一二三四五六七八九十]{1,3}、)|(?P<d2>[\(][一二三四五六七八九十]{1,3}[\)]、?|\(\)|[一二三四五六七八九十]{1,3}[.．])|(?P<d3>\d{1,2}[、.．](?!\d)|[\(]\d{1,2}[\)]))"
)
#: Words of a heading that set the topic of its section. Two different topics in one heading set none: 行政复议、行政诉讼情况.
_HEADING_TOPICS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("plan", re.compile(r"存在(?:的)?(?:主要)?(?:问题|不足)|改进|下一步|打算|工作思路|工作计划|努力方向|今后|明年|面临|下步")),
    ("review", re.compile(r"复议")),
    ("litigation", re.compile(r"诉讼|应诉")),
    ("complaint", re.compile(r"举报|投诉|申诉")),
    ("fee", re.compile(r"收费|费用|减免")),
    ("request", re.compile(r"申请|办结")),
    ("reply", re.compile(r"答复")),
    ("respond", re.compile(r"解读|回应|舆情|互动|新闻发布")),
    ("proposal", re.compile(r"建议|提案")),
    ("training", re.compile(r"培训")),
    ("meeting", re.compile(r"会议")),
    ("staff", re.compile(r"机构|人员|队伍")),
    ("funds", re.compile(r"经费")),
    ("consult", re.compile(r"咨询")),
    ("normative", re.compile(r"规范性文件")),
    ("disclose", re.compile(r"主动公开|公开政府信息|信息公开(?:的)?(?:数量|内容|渠道|形式|方式)|公开(?:渠道|方式|载体|平台)|重点领域")),
)
#: How narratives name the applicants of the form's columns; 其他 alone is too short to be one.
_PARTY = {label.rpartition("·")[2]: code for code, label in PARTIES.items() if code not in ("all", "other_organisation")}
#: Sections in which a figure of published items is of something else than what they count together.
_NOT_OF_DISCLOSURE = frozenset(("respond", "request", "reply", "review", "litigation", "complaint", "fee", "staff", "training", "meeting", "consult", "proposal"))
#: After one of these a bare 其他 is the other channels.
_CHANNELS = frozenset(("disclosed_website", "disclosed_gazette", "disclosed_weibo", "disclosed_wechat", "disclosed_weibo_wechat"))
#: The metric a section's figure without words is of, if it is the section's first.
_TOTALS = {"review": "review_total", "litigation": "litigation_total", "complaint": "complaints_total"}
#: Words in a clause that turn the sentence to another topic, the last one counts: 发生行政复议案件如下.
_TOPIC_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("review", re.compile(r"复议")),
    ("litigation", re.compile(r"诉讼(?!请求)|行政应诉")),
    ("complaint", re.compile(r"举报|投诉")),
    ("request", re.compile(r"依申请公开|公开申请|收到申请|受理申请|申请[总数件]|申请中|申请方式|申请渠道")),
    ("reply", re.compile(r"答复(?!率|时|期|书|内|质|不|能)")),
    ("disclose", re.compile(r"主动公开|公开政府信息|公开信息|公开政务信息|发布信息|发布政府信息|公开渠道")),
    ("respond", re.compile(r"回应|解读")),
    ("processing_fee", re.compile(r"信息处理费")),
    ("fee", re.compile(r"收费|费用")),
)


@dataclass(frozen=True, slots=True)
class _State:
    """What a clause inherits. `year` is the year its sentence speaks of, None for the report's own."""

    topic: str | None = None
    section: str | None = None
    scope: Scope = "all"
    year: int | None = None
    cumulative: bool = False
    #: 截至2016年底累计: the year's own figure where the report gives no other (Changchun 2016), else all years' together (Shanghai 2011).
    to_year_end: bool = False
    siblings: bool = False
    channels: bool = False
    #: Up to where the topic has been settled by words or facts already.
    turned: int | None = None


@dataclass(slots=True)
class ProseReading:
    """What the running text says; `ledger` accounts for every numeral in it."""

    facts: list[Fact] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    ledger: list[LedgerEntry] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    #: Where facts begin that count up to the year's end.
    to_year_end: set[int] = field(default_factory=set)
    #: Where facts begin whose words name the whole (全市, 各级行政机关).
    of_whole: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose report it is, as far as the prose must know: the report year, the era of its words, and the issuer's name (None: unknown)."""

    year: int | None
    era: Era
    issuer: str | None


def read_prose(document: Document, subject: Subject, taken: Sequence[tuple[int, int]] = ()) -> ProseReading:
    """Returns what the paragraphs of `document` say, but for those that overlap a span `taken` by the reader of forms."""
    reading = ProseReading()
    headings: list[tuple[int, int, int, str]] = []
    section: str | None = None
    stack: dict[int, str | None] = {}
    for start, end in document.paragraphs:
        if any(a < end and start < b for a, b in taken):
            continue
        view = view_of(document.text, start, end)
        if not view.text:
            continue
        figures = find_figures(view.text)
        heading = _heading(view.text, figures)
        if heading is not None:
            depth, stop = heading
            headings.append((start, view.at[stop - 1] + 1, depth, view.text[:stop]))
            stack = {d: topic for d, topic in stack.items() if d < depth}
            stack[depth] = _heading_topic(view.text[:stop])
            section = next((stack[d] for d in sorted(stack, reverse=True) if stack[d]), None)
            if "plan" in stack.values():
                section = "plan"
        _Paragraph(document.text, view, figures, subject, reading, section).read()
    reading.sections = _sections(headings, len(document.text))
    _settle_to_year_end(reading)
    _settle_whole(reading)
    return reading


def _settle_whole(reading: ProseReading) -> None:
    """Takes a figure for one body's own where another of the same metric names the whole: 市政府网站9806条 beside 全市政府网站86112条."""
    whole = {fact.metric: fact.value for fact in reading.facts if fact.start in reading.of_whole and fact.scope == "all" and fact.party == "all"}
    reading.facts = [
        replace(fact, scope="own_level")
        if fact.scope == "all" and fact.start not in reading.of_whole and fact.metric in whole and _smaller(fact.value, whole[fact.metric])
        else fact
        for fact in reading.facts
    ]


def _smaller(one: Decimal | None, other: Decimal | None) -> bool:
    """Tells whether both figures are known and the first is the smaller."""
    return one is not None and other is not None and one < other


def _settle_to_year_end(reading: ProseReading) -> None:
    """Takes a figure up to the year's end for a cumulative one where the report gives a figure of the year too."""
    of_year = {fact.metric for fact in reading.facts if fact.start not in reading.to_year_end}
    cumulative = [fact for fact in reading.facts if fact.start in reading.to_year_end and fact.metric in of_year]
    reading.facts = [fact for fact in reading.facts if fact not in cumulative]
    places = [(fact.start, fact.end) for fact in cumulative]
    reading.ledger = [
        replace(entry, kind="cumulative") if entry.kind == "fact" and any(a <= entry.start < b for a, b in places) else entry
        for entry in reading.ledger
    ]


def _heading(text: str, figures: Sequence[Figure]) -> tuple[int, int] | None:
    """Returns (depth, end) of the heading a paragraph begins with, None if it begins with none."""
    match = _HEADING.match(text)
    if match is None:
        return None
    depth = 1 if match["d1"] else 2 if match["d2"] else 3
    stop = re.compile(r"[。:;!?]").search(text, match.end())
    end = stop.start() if stop else len(text)
    if end - match.end() > 40 or end == match.end() or any(f.kind == "quantity" and f.start < end for f in figures):
        return None
    return depth, end


def _heading_topic(heading: str) -> str | None:
    """Returns the topic a heading sets, None if it names none or several."""
    topics = [topic for topic, words in _HEADING_TOPICS if words.search(heading)]
    if "plan" in topics:
        return "plan"
    # 依申请公开信息收取的费用, 因申请引发的行政复议: the narrower subject is what the section is about.
    narrow = [topic for topic in topics if topic not in ("request", "reply", "disclose")] or topics[:1]
    if narrow and set(narrow) <= {"staff", "funds", "meeting", "training"}:
        return narrow[0] if len(narrow) == 1 else "staff"
    return narrow[0] if len(narrow) == 1 else None


def _sections(headings: Sequence[tuple[int, int, int, str]], length: int) -> list[Section]:
    """Returns the sections that `headings` open; each ends where the next of its depth or above begins."""
    sections = []
    for number, (start, _, depth, words) in enumerate(headings):
        end = next((other for other, _, other_depth, _ in headings[number + 1 :] if other_depth <= depth), length + 1)
        sections.append(Section(words, depth, start, end - 1))
    return sections


# --- paragraphs -------------------------------------------------------------------------------------------------------------------------------

_SENTENCE_END = re.compile(r"[。!?！？]")
_CLAUSE_END = re.compile(r"[，;；](?!\d{3}(?!\d))|,(?!\d{3}(?!\d))|[。!?]")


@dataclass(frozen=True, slots=True)
class _Clause:
    """One clause: `text[start:end]` without its closing mark, and its figures."""

    start: int
    end: int
    figures: tuple[Figure, ...]


class _Paragraph:
    """The reading of one paragraph: walks its sentences and clauses and adds to the reading."""

    def __init__(
        self, source: str, view: View, figures: Sequence[Figure], subject: Subject, reading: ProseReading, section: str | None
    ) -> None:
        self.view_source, self.view, self.text, self.figures = source, view, view.text, figures
        self.subject, self.reading, self.section = subject, reading, section
        self.masked = _mask_titles(view.text)
        #: The end of the last label that stood behind its figure: what follows belongs to the next one.
        self.read_to = 0

    def read(self) -> None:
        """Adds facts, statements and ledger entries of the paragraph to the reading."""
        state = _State(topic=self.section, section=self.section)
        for sentence in self._sentences():
            opens = self.text[sentence[0].start : sentence[0].start + 2] == "其中"
            state = _State(topic=state.topic, section=self.section, scope=state.scope if opens else "all", siblings=opens and state.siblings)
            before: _Clause | None = None
            last: tuple[Figure, int] | None = None
            for clause in sentence:
                state = self._clause_state(clause, state)
                state = self._read_all_of(clause, state, last)
                state = self._read_clause(clause, state, before)
                if any(f.kind == "quantity" for f in clause.figures):
                    last = self._counted_requests(clause, state)
                before = clause

    def _counted_requests(self, clause: _Clause, state: _State) -> tuple[Figure, int] | None:
        """Returns the one figure of requests in a clause and where its words begin, for a clause that speaks of all of them."""
        quantities = [f for f in clause.figures if f.kind == "quantity"]
        words = self.text[clause.start : clause.end]
        if len(quantities) != 1 or not (state.topic == "request" or "申请" in words) or self._is_of_year(quantities[0], clause, words, state):
            return None
        return quantities[0], clause.start

    def _sentences(self) -> Iterator[list[_Clause]]:
        """Yields the clauses of each sentence. A mark inside a figure (1,234) or a title (《…，…》) ends nothing."""
        inside = [(f.start, f.end) for f in self.figures]
        clauses: list[_Clause] = []
        start = 0
        index = 0
        ends = [m for m in _CLAUSE_END.finditer(self.masked)]
        for match in ends:
            while index < len(inside) and inside[index][1] <= match.start():
                index += 1
            if index < len(inside) and inside[index][0] <= match.start() < inside[index][1]:
                continue
            clauses.append(self._clause(start, match.start()))
            start = match.end()
            if _SENTENCE_END.match(match.group()):
                yield clauses
                clauses = []
        clauses.append(self._clause(start, len(self.text)))
        yield clauses

    def _clause(self, start: int, end: int) -> _Clause:
        return _Clause(start, end, tuple(f for f in self.figures if start <= f.start < end))

    # --- what the clause says beside its figures ----------------------------------------------------------------------------------------------

    def _clause_state(self, clause: _Clause, state: _State) -> _State:
        """Returns the state in `clause`: its own words where it has some, the sentence's where not."""
        words = self.masked[clause.start : clause.end]
        year = self._year(clause)
        if year is not None:
            state = replace(state, year=year, cumulative=False, to_year_end=False)
        elif _PRIOR_WORD.search(words) and not _COMPARED.search(words) and "结转" not in words and not _quantities(clause):
            state = replace(state, year=-1)
        elif state.year == -1:
            state = replace(state, year=None)
        elif re.match(r"(?:今年|本年|全年|年内)", words):
            state = replace(state, year=None)
        if _CUMULATIVE.search(words):
            state = replace(state, cumulative=True)
        if _TO_YEAR_END.search(words):
            state = replace(state, to_year_end=True)
        scope = self._scope(words)
        if scope is not None:
            state = replace(state, scope=scope)
        return state

    def _year(self, clause: _Clause) -> int | None:
        """Returns the year the clause is about, None if it names none. A year compared with (比2016年) or in a title is not it."""
        found = None
        for figure in clause.figures:
            if figure.kind != "date" or self.masked[figure.start] == "\0":
                continue
            match = re.match(r"\d?((?:19|20)\d{2})", self.text[figure.start : figure.end])
            if match is None or self.text.startswith("结转", figure.end) or re.search(r"[比较与同至到由从自-]$|结转$|转入$", self.text[max(0, figure.start - 2) : figure.start]):
                continue
            found = int(match.group(1))
        return found

    def _scope(self, words: str) -> Scope | None:
        """Returns whose figures the clause says it gives, None if it does not say."""
        if _WHOLE.search(words):
            return "all"
        agency = self._other_agency(words)
        if agency:
            return "part"
        if _OWN_LEVEL.search(words):
            return "own_level"
        return None

    def _other_agency(self, words: str) -> bool:
        """Tells whether a clause's subject is one agency of several, not the issuer."""
        issuer = self.subject.issuer
        if issuer is None or not re.search(r"政府|管理委员会|管委会|开发区|新区$", issuer):
            return False
        for match in _AGENCY.finditer(words):
            name = match["agency"]
            if not _GENERIC_AGENCY.search(name) and name not in issuer and not re.search(r"[通过利用在依托]$", words[: match.start()]):
                return True
        return False

    # --- figures --------------------------------------------------------------------------------------------------------------------------------

    def _read_clause(self, clause: _Clause, state: _State, before: _Clause | None) -> _State:
        """Reads the figures and denials of one clause; returns the state after it."""
        facts_before = len(self.reading.facts)
        spread = self._distributed(clause, state)
        edge = clause.start
        carried: LabelMatch | None = None
        for number, figure in enumerate(clause.figures):
            if figure.kind != "quantity":
                self._account(figure, figure.kind if figure.kind != "share" else "share")
                if figure.kind in ("share", "change") or self._is_list_mark(figure):
                    edge = figure.end
                continue
            following = clause.figures[number + 1 :]
            stop = next((f.start for f in following if f.kind in ("quantity", "share", "change")), clause.end)
            if figure in spread:
                label = spread[figure]
                if label is None or self._is_of_year(figure, clause, "", replace(state, year=None)):
                    self._state(figure, self.text[clause.start : figure.start], "", clause.start, "statement" if label else None)
                else:
                    state = self._take(figure, label, state, clause.start, figure.end)
            else:
                state, carried = self._read_quantity(figure, clause, edge, stop, state, before, carried)
            edge = max(figure.end, self.read_to)
        self._read_denial(clause, state)
        if len(self.reading.facts) == facts_before:
            words = self.masked[clause.start : clause.end]
            last = max(((m.start(), topic) for topic, p in _TOPIC_WORDS for m in p.finditer(words)), default=None)
            if last is not None and state.section != "plan":
                state = replace(state, topic=last[1])
        return state

    def _read_quantity(
        self, figure: Figure, clause: _Clause, edge: int, stop: int, state: _State, before: _Clause | None, carried: LabelMatch | None
    ) -> tuple[_State, LabelMatch | None]:
        """Reads one quantity between `edge` (the end of the figure before it) and `stop`; returns the state and the label after it."""
        text = self.text
        words_end = figure.start
        if text[figure.start - 1 : figure.start] == "(" and text[figure.end : figure.end + 1] == ")" and figure.start > edge + 1:
            words_end -= 1  # 受理依申请公开（ 0 ）件: a form filled in between brackets
        start = max((edge, *(i + 1 for i in range(edge, words_end) if text[i] in "(" and ")" not in text[i:words_end])))
        if (unit := _BRACKETED_UNIT.search(text[:words_end], start)) and not figure.counter:
            # 主动公开政府信息数（条）：1,164
            counter = unit[1]
            factor = 10_000 if counter == "万元" else 1
            figure = replace(figure, counter=counter.replace("万元", "元"), value=None if figure.value is None else figure.value * factor)
            words_end = unit.start()
        left, right = self._relative(text[start:words_end]), self._relative(text[figure.end : stop])
        state = self._topic_at(clause, figure, state)
        words = text[clause.start : figure.start]
        if _FROM.search(left):
            label = self._label_before(_FROM.sub("", left), state)
            self._account(figure, "prior")
            return state, label or carried
        if _TO.search(left):
            label = carried or self._label_before(_TO.sub("", left), state)
            if label is not None and self._is_of_year(figure, clause, words, state) is None:
                return self._take(figure, label, state, clause.start, figure.end), label
            self._account(figure, self._is_of_year(figure, clause, words, state) or "statement")
            return state, label
        if _CHANGE.search(left) and not re.search(r"新增$|不(?:多|少)$|至少$", left):
            self._account(figure, "change")
            return state, carried
        if _ABOUT_DISCLOSURE.fullmatch(left) and (whole := self._broader(clause)) is not None:
            # 行政复议案件41起，其中涉及信息公开3起: the first was of all cases.
            fact = self.reading.facts.pop(whole)
            self.reading.statements.append(Statement(fact.quote, fact.value, fact.unit, fact.qualifier, fact.quote, fact.start, fact.end))
            label = next(label for label in labels() if label.metric == fact.metric)
            return self._take(figure, LabelMatch(label, 0), state, start, figure.end), LabelMatch(label, 0)
        found = self._find_label(figure, left, right, start, state, before)
        other = self._is_of_year(figure, clause, words, state)
        party = _PARTY.get(_LEAD.sub("", left.strip("、:")).removesuffix("申请").removesuffix("提出").removesuffix("的"))
        if found is None and party and other is None and figure.counter in {"件", "", "宗", "条"} and self._of_received(figure):
            label = next(label for label in labels() if label.metric == "requests_received")
            return self._take(figure, LabelMatch(label, 0), state, start, figure.end, party=party), carried
        if found is None:
            self._state(figure, left, right, start, other)
            return state, carried
        label, quote_start, quote_end = found
        if label.label.topic == "disclose" and state.section in _NOT_OF_DISCLOSURE and "主动公开" not in left + right:
            # “长春发布”全年发布信息5026条 in the section on interpretation: what one account sent out, not what the body disclosed.
            self._state(figure, left, right, start, other)
            return state, carried
        if other is not None:
            if other == "statement":
                self._state(figure, left, right, start, None)
            else:
                self._account(figure, other)
            return replace(state, topic=label.label.topic), label
        if re.search(r"[均各都]", left):
            # 行政复议、行政诉讼均为0件: each of them, not all together.
            for stem in _stems(left):
                if any(m.label is label.label for m in match_before(stem, self.subject.era)):
                    for each in self._joined(stem, label):
                        if self._fits(each.label, figure, state):
                            self._take(figure, each, state, clause.start, figure.end, account=False)
                    break
        return self._take(figure, label, state, quote_start, quote_end), label

    def _of_received(self, figure: Figure) -> bool:
        """Tells whether a figure of one kind of applicants divides the requests received, which the paragraph gave before."""
        facts = [f for f in self.reading.facts if f.start >= self.view.at[0] and f.source == "text"]
        return any(f.metric == "requests_received" and f.party == "all" and f.value is not None and figure.value is not None and figure.value <= f.value for f in facts)

    def _broader(self, clause: _Clause) -> int | None:
        """Returns the index of the fact of all cases that the clause before gave, None if it gave none."""
        index = len(self.reading.facts) - 1
        if index < 0 or self.reading.facts[index].metric not in {*_TOTALS.values(), "requests_received"}:
            return None
        return index if 0 < self.view.at[clause.start] - self.reading.facts[index].end < 6 else None

    def _is_list_mark(self, figure: Figure) -> bool:
        """Tells whether a figure only numbers what follows: 一、 (2) 3."""
        return figure.kind == "ordinal" and self.text[figure.end - 1] in "、.)．①②③④⑤⑥⑦⑧⑨"

    def _relative(self, words: str) -> str:
        """Returns `words` with the year of a carry-over said relatively: 结转2020年申请 in a report of 2021 is 结转上年申请."""
        year = self.subject.year
        if year is None or "转" not in words:
            return words
        return words.replace(f"{year - 1}年", "上年").replace(f"{year + 1}年", "下年").replace(f"{year}年", "本年")

    def _topic_at(self, clause: _Clause, figure: Figure, state: _State) -> _State:
        """Returns the state at a figure: a topic word of its clause that stands before it turns the sentence there."""
        words = self.masked[clause.start : figure.start]
        last = max(((m.start(), topic) for topic, p in _TOPIC_WORDS for m in p.finditer(words)), default=None)
        if last is None or (state.turned is not None and clause.start + last[0] < state.turned):
            return state
        topic = "processing_fee" if last[1] == "fee" and "信息处理费" in self.text else last[1]
        return replace(state, topic=topic, turned=figure.end)

    def _find_label(
        self, figure: Figure, left: str, right: str, start: int, state: _State, before: _Clause | None
    ) -> tuple[LabelMatch, int, int] | None:
        """Returns the label of a figure and the span that states it, None if its words are not known."""
        era = self.subject.era
        behind = re.split(r"[、()(:”]", right)[0]
        left = left.lstrip("、，,;:)和及与")
        if "“" in left or "”" in left or '"' in left:
            left = left.replace("“", "").replace("”", "").replace('"', "")
        objects = _BEHIND_LEAD.sub("", behind)
        no_object = bool(_NO_OBJECT.match(behind))
        ends_at = max(start, figure.start - len(left))
        if state.siblings and (short := self._short(left, figure, replace(state, topic="disclose"))) and short.label.needs == "documents":
            return short, ends_at, figure.end
        if state.topic in ("reply", "refused") and (short := self._short(left, figure, state)) and short.label.metric.startswith(("reply_already", "outcome_")):
            return short, ends_at, figure.end
        full = self._full_before(left, figure, state)
        if full is not None and left.endswith(":") and any(self._strong(objects, m) for m in match_behind(objects, era)):
            full = None  # 答复结果为：3件同意公开
        if full is not None:
            stem, match = full
            if no_object or not _TRANSITIVE.search(stem):
                if self._joined(stem, match) and not re.search(r"[均各都]", left[len(stem) :]):
                    return None
                return match, self._label_start(start, figure.start, left, len(stem) - match.length), figure.end
        stems = list(_stems(left))
        if _REFERRED.search(left):
            return None
        if objects:
            objects = re.sub(r"(?<=申请)(?:中|里|当中)$", "", objects)
            free = any(_LEAD.sub("", stem) == "" or _is_subject(stem) for stem in stems)
            found = [m for m in match_behind(objects, era) if self._fits(m.label, figure, state)]
            found = [m for m in found if self._strong(objects, m)] or [m for m in found if free and state.topic in m.label.under]
            if found:
                return found[0], figure.start, figure.end + len(behind)
        if not no_object:
            for stem in stems:
                # 公开[488条]政府信息, 召开[39场]新闻发布会: verb before, object behind.
                whole = stem + objects
                spliced = [m for m in match_before(whole, era) if m.length > len(objects) and self._fits(m.label, figure, state)]
                if spliced:
                    return spliced[0], ends_at + max(0, len(whole) - spliced[0].length), figure.end + len(behind)
            if any(_LEAD.sub("", stem) == "" or _is_subject(stem) for stem in stems):
                tail = [m for m in match_before(objects, era) if self._fits(m.label, figure, state)]
                if tail and re.search(r"(?:的|引发|引起|提起|产生|导致)$", objects[: len(objects) - tail[0].length]):
                    return tail[0], figure.start, figure.end + len(behind)
            return None
        short = self._short(left, figure, state)
        if short is not None:
            return short, ends_at, figure.end
        bare = any(not _LEAD.sub("", stem) for stem in stems)
        if bare and before is not None and not any(f.kind == "quantity" for f in before.figures) and not re.match(r"其中|包括|分别", left):
            # 收到政府信息公开申请，共计5件: the label is the whole end of the clause before.
            earlier = self._full_before(self._beside_share(before), figure, state)
            if earlier is not None:
                stem, match = earlier
                return match, before.start + len(stem) - match.length, figure.end
        if bare and (total := self._total(figure, state)) is not None:
            return total, ends_at, figure.end
        return None

    def _total(self, figure: Figure, state: _State) -> LabelMatch | None:
        """Returns the label of the section's own total for a figure without words, the section's first: 五、复议情况 | 共5件."""
        metric = _TOTALS.get(state.section or "") if state.topic == state.section else None
        if state.topic == "training" and figure.counter in {"人次", "人", "名"}:
            metric = "trainees"
        if metric is None or (metric != "trainees" and self.reading.facts and self.reading.facts[-1].start > self.view.at[0] - 400 and self._seen(metric)):
            return None
        label = next(label for label in labels() if label.metric == metric)
        return LabelMatch(label, 0) if self._fits(label, figure, state) else None

    def _seen(self, metric: str) -> bool:
        """Tells whether a fact of `metric` or of its topic has been read already."""
        family = metric.split("_")[0]
        return any(fact.metric.startswith(family) for fact in self.reading.facts)

    def _label_start(self, start: int, end: int, left: str, index: int) -> int:
        """Returns where in the view `left[index:]` begins; `left` is the end of `text[start:end]` without quotation marks."""
        behind = len(left) - index
        at = end
        while at > start and behind:
            at -= 1
            behind -= self.text[at] not in "“”\""
        return at

    def _short(self, left: str, figure: Figure, state: _State) -> LabelMatch | None:
        """Returns the short label of the topic that is all of `left`, but for words that say nothing."""
        for stem in _stems(left):
            whole = _LEAD.sub("", stem).rpartition(":")[2]
            whole = re.sub(r"^.{0,24}等(?=[^级地方])", "", _LEAD.sub("", whole))
            for topic in (state.topic or "overview", state.section):
                for match in match_whole(whole, self.subject.era, topic):
                    if self._fits(match.label, figure, state):
                        return match
        return None

    def _beside_share(self, clause: _Clause) -> str:
        """Returns the words of a clause without its share: 同意公开的占71.4% gives 同意公开的, 83.3%为网上申请 gives 为网上申请."""
        shares = [f for f in clause.figures if f.kind == "share"]
        if not shares:
            return text_of(self, clause)
        before = re.sub(r"(?:所占比例|占比|占)(?:为|约)?$", "", self.text[clause.start : shares[0].start])
        return before or self.text[shares[0].end : clause.end]

    def _full_before(self, text: str, figure: Figure, state: _State) -> tuple[str, LabelMatch] | None:
        """Returns the full label `text` ends with, once words that only link it to the figure are off, and the text without them.

        Of several, the one that reaches back furthest: 同意公开答复的 is one label, not 答复.
        """
        best: tuple[int, str, LabelMatch] | None = None
        for stem in _stems(text):
            for match in match_before(stem, self.subject.era):
                start = len(stem) - match.length
                if (best is None or start < best[0]) and self._fits(match.label, figure, state) and _begins(stem[:start], stem[start:], match):
                    best = start, stem, match
        return best[1:] if best else None

    def _label_before(self, left: str, state: _State) -> LabelMatch | None:
        """Returns the label that ends where `left` ends."""
        for stem in _stems(left):
            matches = match_before(stem, self.subject.era)
            matches = matches or match_whole(_LEAD.sub("", stem), self.subject.era, state.topic or "overview")
            if matches:
                return matches[0]
        return None

    @staticmethod
    def _strong(objects: str, match: LabelMatch) -> bool:
        """Tells whether a label behind the figure is a full one, known without a topic."""
        return match.label.before is not None and bool(match.label.before.fullmatch(objects[::-1]))

    def _fits(self, label: Label, figure: Figure, state: _State) -> bool:
        """Tells whether a figure can be of a label: its counter, and the siblings a label asks for."""
        if label.needs == "documents" and not (state.siblings and figure.counter in {"条", ""}):
            return False
        if label.needs == "channels" and not state.channels:
            return False
        if "元" in label.counters:
            return figure.counter.endswith("元")
        return figure.counter == "" or figure.counter in label.counters

    def _joined(self, stem: str, match: LabelMatch) -> list[LabelMatch]:
        """Returns the labels listed right before `match` at the end of `stem`, the nearest first: 行政复议、[行政诉讼]."""
        found: list[LabelMatch] = []
        ahead = stem[: len(stem) - match.length]
        while ahead and ahead[-1] in "和、及与或":
            others = match_before(ahead[:-1], self.subject.era)
            if not others:
                break
            found.append(others[0])
            ahead = ahead[: -1 - others[0].length]
        return found

    def _is_of_year(self, figure: Figure, clause: _Clause, words: str, state: _State) -> LedgerKind | None:
        """Returns the ledger kind of a quantity that is no figure of the report year, None if it is one."""
        if state.section == "plan" or _NEXT_YEAR.search(words) or _PLAN.search(words[-24:]):
            return "statement"
        if state.year is not None and self.subject.year is not None and state.year != self.subject.year:
            if state.year == -1 or state.year < self.subject.year:
                return "prior"
            return "statement" if state.year > self.subject.year else None
        if state.year == -1 or (_PRIOR_WORD.search(words) and not _COMPARED.search(words) and "结转" not in words):
            return "prior"
        if _PART_OF_YEAR.search(words) and not re.search(r"全年|1(?:-|至|—)12月|年度", words):
            return "statement"
        return "cumulative" if state.cumulative or "历年" in words else None

    def _distributed(self, clause: _Clause, state: _State) -> dict[Figure, LabelMatch | None]:
        """Returns the labels of figures given apart from them, None where they cannot be told apart or are of other years.

        当面、网络、信函申请分别为3件、5件、2件 ; 2016年、2017年主动公开信息分别为4016条和4873条.
        """
        quantities = [f for f in clause.figures if f.kind == "quantity"]
        begin = max((f.end for f in clause.figures if self._is_list_mark(f)), default=clause.start)
        left = self.text[begin : quantities[0].start] if len(quantities) > 1 else ""
        match = re.search(r"(?:分别|依次|各自)(?:[为是有达])?(?P<tail>[^，。;:、()]{0,12}?)(?:[为是有达:]|共)?$", left)
        if match is None:
            return {}
        first = quantities[0]
        years = [f for f in self.figures if f.kind == "date" and f.end <= first.start and re.fullmatch(r"(?:19|20)\d{2}年?度?", self.text[f.start : f.end])]
        if len(years) == len(quantities) and self.subject.year is not None:
            of_years = [int(self.text[f.start : f.start + 4]) for f in years]
            label = self._label_before(left[: match.start()], state)
            if label is not None:
                return {figure: label if year == self.subject.year else None for figure, year in zip(quantities, of_years, strict=True)}
        names = re.split(r"[、和及与]", _LEAD.sub("", left[: match.start()]).rstrip(":"))
        if len(names) != len(quantities):
            return dict.fromkeys(quantities)
        found: dict[Figure, LabelMatch | None] = {}
        for name, figure in zip(names, quantities, strict=True):
            found[figure] = self._named(name, match["tail"], names[-1], figure, self._topic_at(clause, first, state))
        return found if None not in found.values() else dict.fromkeys(quantities)

    def _named(self, name: str, tail: str, last: str, figure: Figure, state: _State) -> LabelMatch | None:
        """Returns the label of one of several listed names; what they share stands behind the last: 当面、网络、信函[申请]; …分别[公开信息]."""
        for ending in (tail, "", *(last[i:] for i in range(1, len(last)))):
            found = self._full_before(name + ending, figure, state)
            if found is not None and found[1].length > len(ending):
                return found[1]
        return self._short(name, figure, state)

    # --- denials --------------------------------------------------------------------------------------------------------------------------------

    def _read_denial(self, clause: _Clause, state: _State) -> None:
        """Adds a zero for each thing the clause denies: 没有举报和行政复议案发生."""
        words = self.masked[clause.start : clause.end]
        if state.section == "plan" or any(f.kind == "quantity" and f.value for f in clause.figures):
            return
        if _PLAN.search(words) or state.cumulative or (state.year is not None and state.year != self.subject.year):
            return
        behind = _DENIED_AHEAD.search(words)
        match = _DENIAL.search(words)
        if behind is not None:
            # 依申请公开、行政复议、行政诉讼均未发生 ; 行政复议:无
            denied, start = re.sub(r"(?:情况|数量|数|事项|案件)$", "", words[: behind.start()]), 0
        elif match is not None:
            denied, start = words[match.end() :], match.start()
        else:
            return
        denial = (behind or match)[0]  # type: ignore[index]
        for label in deniable():
            if label.era not in (None, self.subject.era):
                continue
            if label.metric.endswith("_corrected") and state.topic != label.topic:
                continue
            if label.zero_verbs and not re.search("|".join(label.zero_verbs), denied):
                continue
            if any(f.metric == label.metric and f.source == "text" for f in self.reading.facts[-8:] if self.view.at[clause.start] <= f.start):
                continue
            for noun in label.zero:
                if re.search(rf"(?:{noun}){_DENIED_END}", denied) and _deniable_as(label.metric, denied, denial):
                    self._add(label, Decimal(0), "exact", state, clause.start + start, clause.end, clause.start, clause.end)
                    break

    def _read_all_of(self, clause: _Clause, state: _State, last: tuple[Figure, int] | None) -> _State:
        """Adds what a clause without figure says of all the requests counted right before it: 收到申请8件，都为信函申请 ; 对12件申请，均已答复."""
        words = self.text[clause.start : clause.end]
        match = _ALL_OF.match(words)
        if last is None or match is None or clause.figures or _NOT_ALL.search(words) or state.section == "plan":
            return state
        figure, quote_start = last
        rest = words[match.end() :]
        found = self._full_before(rest, figure, replace(state, topic="request"))
        label = found[1] if found else self._short(rest, figure, replace(state, topic="request"))
        if label is None or label.label.topic not in ("request", "reply") or label.label.metric in ("requests_received", "requests_handled"):
            return state
        return self._take(figure, label, state, quote_start, clause.end, account=False)

    # --- results --------------------------------------------------------------------------------------------------------------------------------

    def _take(
        self, figure: Figure, match: LabelMatch, state: _State, quote_start: int, quote_end: int, *, account: bool = True, party: str = "all"
    ) -> _State:
        """Adds the fact of a figure and, unless it has its account already, its ledger entry; returns the state after it."""
        label = match.label
        value = figure.value
        if value is not None and METRICS[label.metric].unit == "万元" and figure.counter.endswith("元"):
            value = value / 10000
        while quote_start < figure.start and self.text[quote_start] in "、，,;和及与:(":
            quote_start += 1
        self._add(label, value, figure.qualifier, state, figure.start, figure.end, quote_start, max(quote_end, figure.end), party)
        self.read_to = quote_end
        if label.metric == "requests_carried_in":
            self._settle_handled(value)
        if account:
            self._account(figure, "fact")
        siblings = state.siblings or label.metric in ("info_made_total", "disclosed_total")
        channels = state.channels or label.metric in _CHANNELS
        return replace(state, topic=label.topic, siblings=siblings, channels=channels, turned=figure.end)

    def _settle_handled(self, carried_in: Decimal | None) -> None:
        """Renames a count of requests that turns out to hold those carried in: 收到318件（含上年结转11件）; 办理871件，其中新收842件，上年结转29件."""
        facts = self.reading.facts
        recent = [i for i in range(max(0, len(facts) - 4), len(facts)) if facts[i].metric == "requests_received" and facts[i].party == "all" and facts[i].start >= self.view.at[0]]
        if not recent or carried_in is None:
            return
        whole = facts[recent[0]]
        between = fold(self.view_source[whole.end : facts[-1].start])
        parts = [facts[i].value for i in recent[1:]]
        summed = bool(parts) and whole.value == (parts[-1] or 0) + carried_in
        if summed or re.match(r"[^。;；]{0,3}\((?:其中)?(?:含|包括|包含)", between):
            facts[recent[0]] = replace(whole, metric="requests_handled", unit=METRICS["requests_handled"].unit)

    def _add(
        self,
        label: Label,
        value: Decimal | None,
        qualifier: Qualifier,
        state: _State,
        raw_start: int,
        raw_end: int,
        quote_start: int,
        quote_end: int,
        party: str = "all",
    ) -> None:
        start, end = self.view.place(quote_start, quote_end)
        if state.to_year_end:
            self.reading.to_year_end.add(start)
        if _WHOLE.search(self.masked[max(0, quote_start - 12) : quote_end]):
            self.reading.of_whole.add(start)
        self.reading.facts.append(
            Fact(
                metric=label.metric,
                value=value,
                unit=METRICS[label.metric].unit,
                raw=self._original(raw_start, raw_end),
                quote=self.view_source[start:end],
                start=start,
                end=end,
                source="text",
                scope=state.scope,
                qualifier=qualifier,
                party=party,
            )
        )

    def _state(self, figure: Figure, left: str, right: str, start: int, other: LedgerKind | None) -> None:
        """Adds a quantity that is no fact: a statement with its subject, or the kind of another time."""
        if other not in (None, "statement"):
            self._account(figure, other)  # type: ignore[arg-type]
            return
        subject = _LEAD.sub("", left.strip("、，,;:)(“”")).strip("、，,;:(“”") or right.split("、")[0].strip("、，,;:)“”")
        if not subject or figure.value is None:
            self._account(figure, "unread")
            return
        first, last = self.view.place(start, figure.end)
        quote = self.view_source[first:last]
        self.reading.statements.append(Statement(subject, figure.value, figure.counter, figure.qualifier, quote, first, last))
        self._account(figure, "statement")

    def _original(self, start: int, end: int) -> str:
        """Returns the original words of a stretch of the view."""
        first, last = self.view.place(start, end)
        return self.view_source[first:last]

    def _account(self, figure: Figure, kind: LedgerKind) -> None:
        start, end = self.view.place(figure.start, figure.end)
        self.reading.ledger.append(LedgerEntry(start, end, kind))


#: All of the requests just counted: …，[均已]答复 ; …，[都为]信函申请 ; …，全市各级行政机关[已全部予以]答复.
_ALL_OF = re.compile(r"(?:[^均都皆]{0,14}?)(?:现?均已?|都已?|皆|已?全部|已经全部)(?:已经|已)?(?:按照?规定|依法|按要求|在规定时限内|在法定期限内|按程序)?(?:通过|以|为|是|系|予以|给予|进行|作出|做出)*")
_NOT_ALL = re.compile(r"其余|其他|剩余|未|没有|无|不(?!同意|予)|率|另|除")


def _quantities(clause: _Clause) -> list[Figure]:
    """Returns the quantities of a clause."""
    return [figure for figure in clause.figures if figure.kind == "quantity"]


def text_of(paragraph: _Paragraph, clause: _Clause) -> str:
    """Returns the words of a clause."""
    return paragraph.text[clause.start : clause.end]


#: Words right before a label that make it another thing: 不予[公开], 应[主动公开].
_SPOILT = re.compile(r"(?:不|未|非|没有|无|不予|应|应当|拟|需|可|可以|免|率|五|拒绝|要求|暂缓|延期|逾期|超期|重复|撤回|放弃|取消|补正|审查|审核|备案|解读|驳回|原告)$")
#: What may stand right before a label that is guarded: nothing, a subject, an adverb, a date, punctuation.
_CLEAN = re.compile(
    r"(?:^|[，、,;:。)”》\0]|\d{4}年度?|年|月|日|机关|部门|单位|[局办厅委市县区镇乡省州旗院校站处科会社]|街道|政府|政府办公室|办公室|中心|系统|全[市县区省]|我[市县区局]|共|已|均|全部|累计|合计|共计|"
    r"一共|总共|实际|按时|书面|依法|认真|妥善|积极|规范|直接|其中|包括|含|当年|全年|年内|期间|以来|通过|予以|及时|并|也|又|还|新|再|办事处|管委会|开发区|园区|大队|公司|大学|学院|学校|银行|集团|统计|目前|情况|方面|分别|有|中|度|本级|发生|产生|引发|提起|相关的|有关的|信息公开的|工作的|接到)$"
)


_ABOUT_DISCLOSURE = re.compile(r"(?:其中)?[,，]?(?:涉及|属于?|关于|因|与|针对)?(?:政府)?信息公开(?:类|工作|相关|有关|方面|案件|引发|的|事项|申请)*")
#: 对[10件]依申请公开没有收取费用: the figure only says which ones, it is counted elsewhere.
_REFERRED = re.compile(r"(?:对|对于|就|针对|将|把|以上|上述|这|该)$")
_BRACKETED_UNIT = re.compile(r"\((条|件|次|篇|个|人|名|万元|元|人次|期|份|处|场)\)[:=为]?$")


def _begins(ahead: str, words: str, match: LabelMatch) -> bool:
    """Tells whether the label `words` may begin where `ahead` ends."""
    if _SPOILT.search(ahead):
        return False
    return not words.startswith(match.label.guarded) or not match.label.guarded or bool(_CLEAN.search(ahead))


def _stems(text: str) -> Iterator[str]:
    """Yields `text`, then `text` without linking words at its end (申请总数共计为 | 申请总数共计 | 申请总数 | 申请), the longest first."""
    seen, queue = {text}, [text]
    while queue:
        stem = queue.pop(0)
        yield stem
        for link in _LINKS:
            if stem.endswith(link) and len(seen) < 24 and stem[: -len(link)] not in seen:
                seen.add(stem[: -len(link)])
                queue.append(stem[: -len(link)])
        queue.sort(key=len, reverse=True)


def _is_subject(left: str) -> bool:
    """Tells whether the words before a figure are only its subject or a verb of existence: 2016年汽开区有[1件]…"""
    return bool(re.search(r"(?:有|发生|共|为|是|:|其中)$", left)) and len(left) <= 20


#: A denial, with the verb it may have: 未收到, 没有发生, 无, 零.
_DENIAL = re.compile(
    r"(?:均未|从未|尚未|暂未|并未|未曾|未有|未|没有|没|均无|暂无|尚无|并无|无|零|不存在|不)"
    r"(?!未|正当|理由|法提供|需|偿|障碍|线|关|条件|论|误|纸|人机|效|故|偏差|缝|疑|私|害|超|逾期|按|及时|完|全面|足|断|仅|同意|予|同|能|够|得|宜|少|多|属|是|公开|动产|良|实|稳定|遗漏|力|涉密|满意|法)"
    r"(?:再|有)?(?:引发|引起|收到|接到|收取|产生|发生|出现|受理|引发|存在|涉及|提起|被|接收|向申请者收取|向申请人收取|征收|因)?(?:过)?(?:一[例件起宗次])?"
)
#: A denial that stands behind what it denies: …均未发生, …:无, …零受理.
_DENIED_AHEAD = re.compile(r"(?:均|都|皆)?(?:未发生|没有发生|未收到|未产生|未出现|未涉及|不存在|没有|均无|皆无|都无|为零|零受理|零发生|零申请|零收费)(?:过)?$|(?:情况)?:(?:无|没有|暂无|零)$")
#: What may follow a denied noun: the end, another of a list, or a word for case or event.
_DENIED_END = (
    r"(?=$|诉讼|之事|申请(?!公开)|[、和及与或,，;:。“”()]|以及|案件|案(?!例)|情况|情形|事项|事件|的(?:情况|情形|案件|事项|现象|问题|申请|$)|办理|继续办理|发生|出现|等|数|件|被|(?:或|和|及|、)|各项|任何|0|均|费|标准|记录|现象|行为(?:发生)?$|工作$|业务$)"
)


def _deniable_as(metric: str, denied: str, denial: str) -> bool:
    """Tells whether a denial that names the noun of `metric` is a zero of it; the exceptions are wordings met in reports."""
    if metric == "fees_collected":
        return "信息处理费" not in denied and (bool(re.search(r"收|费用", denied + denial)))
    if denial.startswith("不") and not denial.startswith("不存在"):
        return metric == "fees_collected"
    if metric == "requests_received":
        # 未发生因政府信息公开申请行政复议 denies the review, not the request.
        if re.search(r"结转|逾期|超期|未按时|答复", denied) or (re.search(r"(?:复议|诉讼)申请", denied) and denied.count("申请") == 1):
            return False
        return not re.search(r"申请(?:行政复议|引发|提起|引起|收费|人|书|收取)", denied) or bool(re.search(r"收到|接到|受理", denial))
    if metric in ("requests_carried_in", "requests_carried_out"):
        return "结转" in denied
    return True


def _mask_titles(text: str) -> str:
    """Returns `text` with what stands between 《 and 》 blanked, so that words and marks of a title say nothing of the clause."""
    if "《" not in text:
        return text
    return re.sub(r"《[^《》]{0,120}》", lambda match: "\0" * len(match.group()), text)
