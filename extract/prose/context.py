"""What a clause inherits from its sentence, paragraph and section: the topic (维持25件 after 行政复议), whose figures it gives
(市本级…，其中…), and of which time (截至目前, 2016年 in a report of 2017)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal, NamedTuple

from extract.figures import Figure
from extract.prose import wordings
from extract.prose.clauses import Clause, Paragraph, sentence_end, sentence_start
from extract.prose.labels import Era, Label, LabelMatch
from extract.prose.topics import TOPIC, TOPIC_OF, Topic
from extract.records import LedgerKind, Scope

#: After one of these a bare 其他 is the other channels.
CHANNELS = frozenset(
    ("disclosed_website", "disclosed_gazette", "disclosed_weibo", "disclosed_wechat", "disclosed_weibo_wechat", "disclosed_new_media")
)
#: By which way requests came: parts of what was received.
WAYS = frozenset(f"requests_{way}" for way in ("in_person", "online", "letter", "fax", "letter_fax", "email"))
#: Metrics of what was published, by whatever channel.
PUBLISHED_ITEMS = CHANNELS | {"disclosed_total"}
#: Metrics of all items, made or published, of which a kind of document behind them is a part.
TOTALS_OF_ITEMS = frozenset(("info_made_total", "disclosed_total"))
#: Topics of figures that are answered as requests are: 接受咨询30人次，答复30件.
_OF_LETTERS = frozenset(("consult", "complaint", "proposal"))
#: What the names of the metrics begin with that tell what became of requests.
_ANSWERS = ("outcome_", "reply_", "replies_", "requests_closed")
#: What every fee is of in a paragraph or sentence that names it.
_CHARGES = "行政事业性收费"
#: The year whose 1 May brought the 条例 into force.
_FIRST_YEAR = 2008
#: The year of a clause on an earlier year that it does not name: 去年.
_EARLIER = -1
#: The year of clauses that plan, whether they name one or not: 下一步.
_LATER = 9999
#: How far ahead of a clause a bracket on other years may begin.
_YEARS_REACH = 80
#: How many characters before a figure a word of planning reaches: 力争…达到500条.
_PLAN_REACH = 24
#: Words of which there is one where a clause begins with bodies of the lowest level.
_OF_SOME_BODIES = ("各", "属", "基层", "部分", "个别")
#: How the names of the offices of governments end.
_OFFICES = ("办公室", "办公厅")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose report it is, as far as the prose must know: the report year, the era of its words, and the issuer's name (None: unknown)."""

    year: int | None
    era: Era
    issuer: str | None


class Context(NamedTuple):
    """What is known before a clause or figure is read. `year` is the year its sentence speaks of, None for the report's own."""

    subject: Subject
    section: Topic | None
    #: Whether the paragraph speaks of 信息公开.
    of_disclosure: bool
    topic: Topic | None
    scope: Scope = "all"
    #: Whose the figures of each sentence are that names nobody: what a paragraph before said of all up to the next heading.
    announced: Scope = "all"
    year: int | None = None
    #: Whether the sentence speaks of a part of the year: 上半年，公开信息120条，收到申请[3件].
    part_of_year: bool = False
    cumulative: bool = False
    #: 截至2016年底累计, 截至目前: the year's own figure where the report gives no other (Changchun 2016), else all years' together
    #: (Shanghai 2011).
    to_year_end: bool = False
    #: Whether the sentence has counted so, and now gives the year's own: 截至2016年底累计公开12030条，本年度[公开1530条].
    of_year_again: bool = False
    #: The topic of the figure that the sentence gave last, None if it gave none yet.
    headed: Topic | None = None
    #: Whether the sentence has counted items made or published, so that a kind of document is a part of them.
    siblings: bool = False
    #: Whether these were made, or stand in a row by their attribute, so that what is said of it divides them in any counter:
    #: 制作政府信息60件，其中不予公开52件.
    made: bool = False
    #: Whether the sentence has counted documents, so that what is said of their attribute divides them: 制发公文146件，其中不予公开42件.
    documents: bool = False
    #: The label of a figure of several years that the sentence gave, for the year's own behind it: 累计213件，其中2022年[57件].
    of_all_years: LabelMatch | None = None
    #: Whether the sentence has counted items of one channel, so that a bare 其他 is the other channels.
    channels: bool = False
    #: The metric whose figure the sentence is parting, and whose that figure was: 查阅点12个，其中市级2个，镇级10个.
    parted: tuple[str, Scope] | None = None
    #: Whether the sentence has added requests carried in to others, so that what is handled are both.
    carried: bool = False
    #: Whether the sentence has told what became of requests, so that those carried over are left to the next year: 办结12件，结转[3件].
    answered: bool = False
    #: Whether the sentence has counted letters and the like, so that what it says was answered are these: 收到留言19条，按时答复[19条].
    letters: bool = False
    #: Up to where in the paragraph the topic has been settled by words or facts already.
    turned: int = 0


def opening_context(subject: Subject, section: Topic | None, text: str, announced: Scope) -> Context:
    """Returns the context at the beginning of a paragraph, whose figures were `announced` to be of some level."""
    return Context(subject, section, "信息公开" in text or "政务公开" in text, section, announced, announced)


def sentence_context(sentence: list[Clause], context: Context) -> Context:
    """Returns the context at the beginning of a sentence; only one that begins with 其中 divides what the sentence before it gave, and
    only one of the year (历年累计公开12030条。[2014年新增]1530条) goes on with what that counted over all years."""
    text, start, end = sentence[0].paragraph.text, sentence[0].start, sentence[-1].end
    divides = text.startswith("其中", start)
    by_attribute = text.find("公开", start, end) >= 0 and wordings.publishing.ITEMS_BY_ATTRIBUTE.search(text, start, end) is not None
    return Context(
        context.subject,
        context.section,
        context.of_disclosure,
        "request" if context.topic == "applicant" else context.topic,
        scope=context.scope if divides else context.announced,
        announced=context.announced,
        year=context.year if divides else None,
        part_of_year=divides and context.part_of_year,
        cumulative=divides and context.cumulative,
        to_year_end=divides and context.to_year_end,
        headed=context.headed if divides else None,
        of_all_years=context.of_all_years if wordings.times.NEW_OF_THE_YEAR.match(text, start) else None,
        answered=divides and context.answered,
        siblings=divides and context.siblings,
        made=by_attribute or (divides and context.made),
    )


def clause_context(clause: Clause, context: Context) -> Context:
    """Returns the context in `clause`: its own words where it has some, the sentence's where not."""
    words = clause.masked
    cumulative, to_year_end, again = context.cumulative, context.to_year_end, context.of_year_again
    named = _year_named(clause, context.subject.year) if clause.figures else None
    year = _year_of_clause(clause, named, context)
    if named is not None:
        cumulative, to_year_end, again = False, False, again or to_year_end
    elif year == context.year and (cumulative or to_year_end) and wordings.times.OF_THE_YEAR_AGAIN.match(words):
        cumulative, to_year_end, again = False, False, True
    part_of_year = _begins_with_part_of_year(clause, again=context.part_of_year) or (
        context.part_of_year and named is None and not wordings.times.WHOLE_YEAR.search(words) and not wordings.times.THIS_YEAR.match(words)
    )
    carried = context.carried or ("转" in words and wordings.requests.ADDS_CARRIED.search(words) is not None)
    carried = carried and wordings.sums.TAKEN_OFF.match(words) is None
    cumulative = cumulative or wordings.times.OVER_ALL_YEARS.match(words) is not None or _of_several_years(clause, context.subject.year)
    if not cumulative and (ends := _counts_up_to_an_end(clause, up_to_year_end=to_year_end)):
        cumulative, to_year_end = ends == "all years", True
    among = wordings.publishing.ATTRIBUTED if clause.quantities else wordings.publishing.AMONG_DOCUMENTS
    documents = context.documents or among.search(words) is not None
    return context._replace(
        year=year,
        part_of_year=part_of_year,
        cumulative=cumulative,
        to_year_end=to_year_end,
        of_year_again=again,
        scope=_scope_of_clause(clause, context),
        carried=carried,
        documents=documents,
    )


def _year_of_clause(clause: Clause, named: int | None, context: Context) -> int | None:
    """Returns the year a clause is of that may have `named` one: what it says of an earlier or later one without a number, or that of the
    sentence; None for the report's own."""
    words, own, year = clause.masked, context.subject.year, context.year
    if named is not None:
        beside = context.headed is not None and named != own and wordings.times.FIGURE_OF_A_YEAR.fullmatch(words)
        return _EARLIER if beside else named
    if not clause.quantities and _speaks_of_earlier(words):
        return own - 1 if own is not None and wordings.times.PRIOR_FRAME.fullmatch(words) else _EARLIER
    if wordings.times.PLANS_AHEAD.match(words):
        return _LATER
    opens = context.headed is None or clause.paragraph.text[clause.start - 1] == ";"
    if clause.quantities and opens and year is None and wordings.times.PRIOR_COUNT.match(words):
        return own - 1 if own is not None else _EARLIER
    if year == _EARLIER or (year == _LATER and wordings.times.DONE.search(words)):
        return None
    is_over = year is not None and (wordings.times.THIS_YEAR.match(words) or _stands_behind_years(clause))
    return None if is_over else year


def _stands_behind_years(clause: Clause) -> bool:
    """Tells whether a bracket that told of other years ends right before a clause: 公开157条（2019年103条，2018年88条），[微信120条]."""
    ahead = clause.paragraph.text[max(0, clause.start - _YEARS_REACH) : clause.start].rstrip("，,；;、")
    return ahead.endswith(")") and "(" in ahead and wordings.times.BRACKET_OF_YEAR.match(ahead, ahead.rfind("(")) is not None


def _scope_of_clause(clause: Clause, context: Context) -> Scope:
    """Returns whose the figures of a clause are: what its words say, else what the sentence says."""
    words, named = clause.masked, _without_bracket_behind(clause)
    year = wordings.times.YEAR_AHEAD.match(words).end()  # type: ignore[union-attr]
    words, named = words[year:], named[year:]
    scope = _scope_named(named, context.subject.issuer) or context.scope
    if context.scope != "all" and scope == context.scope and wordings.bodies.SUBORDINATES.match(words):
        scope = "part"  # 县政府收到申请9件，各乡镇收到3件
    if scope == "all" and any(word in words for word in _OF_SOME_BODIES) and wordings.bodies.OF_LOWEST_LEVEL.match(words):
        scope = "part"
    if (
        scope == "all"
        and ("直" in words or "各" in words)
        and wordings.bodies.DEPARTMENTS.match(words)
        and wordings.bodies.BODIES_BELOW.search(_rest_of_sentence(clause))
    ):
        scope = "part"
    if scope == "all" and "政府" in words and wordings.bodies.GOVERNMENT_BESIDE.match(_rest_of_sentence(clause), year):
        scope = "own_level"
    return scope


def _of_several_years(clause: Clause, own: int | None) -> bool:
    """Tells whether words speak of more years than the report's: 近三年, 自2019年…至2022年底; but not 2022年以来 in the report of 2022, nor
    自《条例》施行以来 in that of 2008, when it came into force."""
    words = clause.masked
    if own == _FIRST_YEAR and ("施" in words or "5月1日" in words) and wordings.times.SINCE_IN_FORCE.search(clause.words):
        return False
    if "20" in words or "19" in words:
        if _year_over_two(words, own) is not None:
            return False
        since = wordings.times.SINCE.search(words) or wordings.times.SINCE_YEAR.search(words)
        if since is not None:
            return own is None or int(since[1]) < own
    return wordings.times.CUMULATIVE.search(words) is not None


# --- time -------------------------------------------------------------------------------------------------------------


def _counts_up_to_an_end(clause: Clause, *, up_to_year_end: bool) -> Literal["year", "all years"] | None:
    """Returns what a clause counts that counts up to the year's end or the day of writing: all years' where its sentence says so.

    截至目前公开信息504条 may be the year's, 截至目前累计公开504条 is not; up to a year's end (of which the sentence may speak already) 累计
    alone says nothing (Changchun 2016).
    """
    words = clause.masked
    if ("目前" in words or "截" in words) and (now := wordings.times.UP_TO_NOW.search(words)) is not None:
        return "all years" if wordings.times.OF_ALL_YEARS.search(_rest_of_sentence(clause), now.start()) else "year"
    if not up_to_year_end and ("底" in words or "末" in words or "月" in words):
        up_to_year_end = wordings.times.TO_YEAR_END.search(words) is not None
    if not up_to_year_end:
        return None
    rest = _rest_of_sentence(clause)
    held = "累计" in words and wordings.times.OF_ALL_HELD in rest
    return "all years" if held or wordings.times.BEGAN_BEFORE.search(rest) else "year"


def _rest_of_sentence(clause: Clause) -> str:
    """Returns the words of a clause and of those behind it up to the sentence's end."""
    text = clause.paragraph.masked
    return text[clause.start : sentence_end(text, clause.start)]


def _year_over_two(words: str, own: int | None) -> int | None:
    """Returns the year of a period of a year that begins in one and ends in the next, None if words name none: the report's own if it is
    one of them, else that of the end."""
    if "20" not in words or ("学年" not in words and words.count("月") < 2):
        return None
    match = wordings.times.YEAR_OVER_TWO.search(words)
    if match is None:
        return None
    first, last = int(match["first"]), int(match["last"] or match["until"])
    months = 12 * (last - first) + (int(match["to"]) - int(match["from"]) if match["from"] else 0)
    if first == last or months > 12:
        return None
    return own if own in (first, last) else last


def _year_named(clause: Clause, own: int | None) -> int | None:
    """Returns the year the clause is about, None if it names none. A year compared with (比2016年) or in a title is not it."""
    text = clause.paragraph.text
    found = _year_over_two(clause.masked, own)
    if found is not None:
        return found
    for figure in clause.figures:
        if figure.kind != "date" or clause.paragraph.masked[figure.start] == "\0" or in_brackets(text, clause.start, figure.start):
            continue
        match = wordings.times.YEAR_OF_DATE.match(text, figure.start, figure.end)
        aside = wordings.times.YEAR_OF_ASIDE.match(text, figure.end) or wordings.times.YEAR_ASIDE.search(
            text[max(0, figure.start - 2) : figure.start]
        )
        if match is not None and not aside:
            found = int(match[1])
    if found is None and own is not None and (end := wordings.times.TO_YEAR_END.search(clause.masked)) is not None and end["year"]:
        found = int(end["year"]) if int(end["year"]) < own else None  # 截至2016年底 in the report of 2017
    return found


def _begins_with_part_of_year(clause: Clause, *, again: bool) -> bool:
    """Tells whether a clause begins with a part of the year, and says no more than that if it counts nothing: [上半年]，公开信息120条.

    From 5月 to 12月 is all that there was to report of 2008, and so with a body founded in its year; but not where the sentence has
    spoken of another part (`again`): 1-6月公开20条，[7-12月]公开31条.
    """
    words = clause.masked
    if not ("月" in words or "季" in words or "半" in words) or ("12月" in words and not again):
        return False
    frame = wordings.times.FRAME_OF_PART.match(words)
    return frame is not None and (frame.end() == len(words) or bool(clause.quantities))


def is_of_part_of_year(words: str, context: Context) -> bool:
    """Tells whether `words`, or those ahead in their sentence, speak of a part of the year and not of all of it."""
    return (context.part_of_year or names_part_of_year(words)) and not wordings.times.WHOLE_YEAR.search(words)


def names_part_of_year(words: str) -> bool:
    """Tells whether `words` name a part of a year: 上半年, 1至6月, 一季度, 当天."""
    may = "月" in words or "季" in words or "半" in words or "当" in words or "期间" in words
    return may and wordings.times.PART_OF_YEAR.search(words) is not None


def year_at(clause: Clause, figure: Figure, context: Context) -> Context:
    """Returns the context at a figure of a clause that names several years, each with figures of its own: 2008年[5件]、2009年10件.

    A clause speaks of the last year it names (`_year_named`), what stands before another year in it of that one.
    """
    if clause.masked.count("年") < 2 or len(clause.quantities) < 2:
        return context
    text = clause.paragraph.text
    years = [f for f in clause.figures if f.kind == "date" and wordings.times.YEAR_OF_LISTED.fullmatch(text, f.start, f.end)]
    ahead = [
        f for f in years if f.end <= figure.start and (f.start == clause.start or text[f.start - 1] in wordings.times.BEFORE_YEAR_OF_LISTED)
    ]
    if len(years) < 2 or not ahead or any(ahead[-1].end <= f.start < figure.start for f in clause.quantities):
        return context
    return context._replace(year=int(text[ahead[-1].start : ahead[-1].start + 4]))


def in_brackets(text: str, start: int, at: int) -> bool:
    """Tells whether a bracket that opens in `text[start:at]` is still open at `at`: 57件（[2009年]为41件）."""
    return text.rfind("(", start, at) > text.rfind(")", start, at)


def _speaks_of_earlier(words: str) -> bool:
    """Tells whether words speak of an earlier year's figures; a comparison (比上年) or a carry-over (上年结转) does not."""
    if "年" not in words and "期" not in words:
        return False
    if "(" in words and wordings.times.PRIOR_BRACKET.search(words):
        return True
    return "结转" not in words and wordings.times.PRIOR_WORD.search(words) is not None and not wordings.times.COMPARED.search(words)


def other_time(words: str, context: Context) -> LedgerKind | None:
    """Returns the ledger kind of a quantity that `words` (those before it) make no figure of the report year, None if it is one."""
    if (
        context.section == "plan"
        or ("年" in words and wordings.times.NEXT_YEAR.search(words))
        or wordings.times.PLAN.search(words[-_PLAN_REACH:].rpartition("实际")[2])
    ):
        return "statement"
    year, own = ("(" in words and _year_in_brackets(words)) or context.year, context.subject.year
    if year == _LATER:
        return "statement"
    if year is not None and own is not None and year != own:
        return "prior" if year < own else "statement"
    if year == _EARLIER or _speaks_of_earlier(words):
        return "prior"
    if is_of_part_of_year(words, context):
        return "statement"
    return "cumulative" if context.cumulative or "历年" in words else None


def _year_in_brackets(words: str) -> int | None:
    """Returns the year that an open bracket at the end of words is about: 57件（2009年为[41件], 较2009年（[41件]."""
    if not in_brackets(words, 0, len(words)):
        return None
    match = wordings.times.YEAR_OF_BRACKETS.search(words)
    return int(match[1]) if match else None


def as_labels_say(words: str, subject: Subject) -> str:
    """Returns `words` as labels say them: without the names of accounts and of hijackers' houses, the report's year between a channel and
    its verb and the issuer's own business ahead of its information, and with the year of a carry-over said relatively (结转2020年申请 in a
    report of 2021 is 结转上年申请)."""
    year, issuer = subject.year, subject.issuer
    if issuer is not None and ("政府信息" in words or "政务信息" in words):
        words = wordings.publishing.BUSINESS.sub(lambda match: "" if match[0] in issuer else match[0], words)
    if issuer is not None and "申请" in words:
        words = wordings.requests.BUSINESS_ASKED_FOR.sub(lambda match: "" if match[1] in issuer else match[0], words)
    if "申请" in words and ("渠道" in words or "方式" in words or "途径" in words or "形式" in words):
        words = wordings.requests.WAYS_TOGETHER.sub("", words)
    if issuer is not None and "网" in words:
        # What names the place only is no body's own: 清河网. The few words that name a site ask for it.
        words = wordings.channels.NAMED_SITE.sub(
            lambda site: "网站" if site[1] in wordings.channels.PLACE_OF_BODY.sub("", issuer) else site[0], words
        )
    if "官" in words and ("官网" in words or "官方网站" in words):
        words = wordings.channels.HOUSE_NAME.sub("", words)
    if "“" in words or "@" in words:
        words = wordings.channels.ACCOUNT_NAME.sub("", words)
    if year is not None and str(year) in words:
        words = wordings.channels.YEAR_OF_CHANNEL.sub(lambda match: "" if match[1] == str(year) else match[0], words)
    if year is None or ("转" not in words and "顺延" not in words):
        return words
    return words.replace(f"{year - 1}年", "上年").replace(f"{year + 1}年", "下年").replace(f"{year}年", "本年")


# --- whose ------------------------------------------------------------------------------------------------------------


def _scope_named(words: str, issuer: str | None) -> Scope | None:
    """Returns whose figures the clause says it gives, None if it does not say."""
    if wordings.bodies.WHOLE.search(words):
        return "all"
    if (
        issuer is not None
        and wordings.bodies.AGENCY_END.search(words)
        and wordings.bodies.HAS_AGENCIES.search(issuer)
        and _names_agency(words, issuer)
    ):
        return "part"
    own = wordings.bodies.OWN_LEVEL.search(words) or wordings.bodies.OWN_LEVEL_SUBJECT.match(words)
    if own is None or (issuer is not None and issuer.endswith(_OFFICES) and wordings.bodies.OF_THE_OFFICE.search(own[0])):
        return None  # 区政府办公室收到申请23件 in the report of that office: all that it has to report
    return "own_level"


def _without_bracket_behind(clause: Clause) -> str:
    """Returns a clause's words up to a bracket that parts its first figure: 收到申请86件[（市本级23件、县区63件）]."""
    text, first = clause.paragraph.text, clause.quantities[0] if clause.quantities else None
    if first is not None and text.startswith(("(均", "(都"), first.end):
        return clause.masked[: first.end - clause.start]  # 行政处罚7件（均为综合行政执法大队作出）
    if first is None or not text.startswith("(", first.end):
        return clause.masked
    bracket = text[first.end : clause.end].partition(")")[0]
    return clause.masked[: first.end - clause.start] if any(map(str.isdigit, bracket)) else clause.masked


def _names_agency(words: str, issuer: str) -> bool:
    """Tells whether a clause's subject is one agency of several, not the issuer, nor the committee of the zone that is the issuer."""
    return any(
        not wordings.bodies.GENERIC_AGENCY.search(match["agency"])
        and not _is_issuer(match["agency"].removeprefix("年").removeprefix("度"), issuer)  # 2011年西站地区管委会
        and not wordings.bodies.BY_MEANS_OF.search(words[: match.start()])
        for match in wordings.bodies.AGENCY.finditer(words)
    )


def _is_issuer(agency: str, issuer: str) -> bool:
    """Tells whether an agency's name is part of the issuer's, or that of a zone's committee where the issuer is a zone."""
    if agency in issuer or agency.replace("管委会", "管理委员会") in issuer:
        return True
    return agency.endswith(("管委会", "管理委员会")) and issuer.endswith(("开发区", "新区"))


# --- topic ------------------------------------------------------------------------------------------------------------


def topic_turns(text: str, masked: str) -> list[tuple[int, Topic]]:
    """Returns where in a paragraph a word outside titles turns its sentence to another topic, and to which.

    In a paragraph that names 信息处理费 every fee is that one. So it is with 行政事业性收费, but where requests are spoken of as well:
    there only in the sentence that names it.
    """
    turns = [(match.start(), TOPIC_OF[match.group()]) for match in TOPIC.finditer(masked)]
    if "信息处理费" in text:
        return [(start, "processing_fee" if topic == "fee" else topic) for start, topic in turns]
    if _CHARGES not in text:
        return turns
    all_are = "申请" not in text
    return [(start, "charges" if topic == "fee" and (all_are or _names_charges(text, start)) else topic) for start, topic in turns]


def _names_charges(text: str, end: int) -> bool:
    """Tells whether the sentence that `text[:end]` ends in has named 行政事业性收费: 行政事业性收费2项，[收费]金额12万元."""
    return text.find(_CHARGES, sentence_start(text, end), end) >= 0


def last_turn(paragraph: Paragraph, start: int, end: int) -> Topic | None:
    """Returns the topic that the last topic word in `[start, end)` of the paragraph turns to, None if there is none."""
    if not paragraph.turns:
        return None
    index = bisect_left(paragraph.turns, (end,)) - 1
    if index < 0 or paragraph.turns[index][0] < start:
        return None
    return paragraph.turns[index][1]


def turned_to(topic: Topic | None, context: Context) -> Context:
    """Returns the context turned to `topic`, unchanged where that is None."""
    return context if topic is None or topic == context.topic else context._replace(topic=topic)


def context_at(clause: Clause, figure: Figure, context: Context) -> Context:
    """Returns the context at a figure: a topic word of its clause that stands before it turns the sentence there."""
    topic = last_turn(clause.paragraph, max(clause.start, context.turned), figure.start)
    return context if topic is None else context._replace(topic=topic, turned=figure.end)


def context_after(label: Label, end: int, context: Context) -> Context:
    """Returns the context behind a fact of `label` that ends at `end` of the paragraph."""
    return context._replace(
        topic=label.topic,
        headed=label.topic,
        siblings=context.siblings or label.metric in TOTALS_OF_ITEMS,
        made=label.metric == "info_made_total" or (context.made and label.topic != "request"),
        documents=context.documents and label.topic != "request",
        channels=context.channels or label.metric in CHANNELS,
        answered=context.answered or label.metric.startswith(_ANSWERS),
        letters=label.topic in _OF_LETTERS or (context.letters and label.topic != "request"),
        turned=end,
    )
