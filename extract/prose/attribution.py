"""Which label a quantity has, from the words around it: before it (收到申请[12件]), behind it ([12件]按时办结), on both sides
(公开[488条]政府信息), short ones that are labels only under their topic (其中：网络[47件]), the clause before, and the section itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from extract.figures import Figure
from extract.prose import wordings
from extract.prose.channels import BY_MEANS, DISCLOSES, ONE_OF_LISTS, PUBLISHED, Channel, channel_before, channel_of, is_short_list
from extract.prose.clauses import Clause, behind_last, behind_last_quantity, quantity_before
from extract.prose.context import CHANNELS, Context, as_labels_say, turned_to
from extract.prose.labels import LabelMatch, is_full, label_of, match_before, match_behind, match_whole
from extract.prose.stems import fits, full_label, listed_labels, says_nothing, short_label, stems, without_lead
from extract.prose.topics import OF_REQUESTS
from extract.records import Fact

#: The metric a section's figure without words is of, if it is the section's first.
TOTALS = {
    "review": "review_total",
    "litigation": "litigation_total",
    "litigation_direct": "litigation_direct_total",
    "litigation_after": "litigation_after_review_total",
    "complaint": "complaints_total",
}
#: What cases end in, as the metrics are named behind those of their totals: review_upheld beside review_total.
_ENDINGS = ("upheld", "corrected", "other", "pending")
#: How far back a figure of the same family makes a figure without words another one than the section's total.
_FAMILY_REACH = 60
_LONGEST_SUBJECT = 20
#: What the words that give a reason begin with: 因, 由于, 系因, 鉴于.
_BEGINS_REASON = frozenset("因由是系鉴")
#: How far ahead of a sentence a heading may begin that runs into it.
_HEADING_REACH = 24
#: What staff is counted in.
_PEOPLE = frozenset(("名", "人", "位"))
#: How far ahead of the number of its issues a gazette is named.
_ISSUES_REACH = 80
_KINDS_OF_STAFF = frozenset(("staff_full_time", "staff_part_time"))


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
        return wordings.BEHIND_LEAD.sub("", self.behind)

    @property
    def things(self) -> str:
        """`objects` without the ending that makes them only what the figure is part of: 信息公开申请[中]."""
        return wordings.AMONG.sub("", self.objects)

    @property
    def no_object(self) -> bool:
        """Whether nothing that could be counted stands behind."""
        return bool(wordings.NO_OBJECT.match(self.behind) or wordings.AMONG_REQUESTS.fullmatch(self.behind))

    def wants_object(self, stem: str) -> bool:
        """Whether the words before, or `stem` of them, end in a verb whose object stands behind: 主动公开收到的[6件]建议提案."""
        return any(wordings.TRANSITIVE.search(words) for words in (stem, self.left.removesuffix("的")))

    @property
    def is_listed(self) -> bool:
        """Whether the words before go on with a list: 在线访谈2次[、新闻发布会]1次."""
        return self.text.startswith(("、", "和", "及"), self.start)

    @property
    def left_start(self) -> int:
        """Where the words before the figure begin."""
        return _start_in_text(self, 0)

    @property
    def is_free(self) -> bool:
        """Whether the words before name nothing that is counted: at most a subject or a verb of existence (2016年汽开区有[1件]…)."""
        return self.is_bare or any(len(stem) <= _LONGEST_SUBJECT and wordings.EXISTS.search(stem) is not None for stem in stems(self.left))

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
    words = left.lstrip("、，,;:)和及与")
    if "“" in words or "”" in words or '"' in words:
        words = words.translate(wordings.QUOTATION_MARKS)
    end = wordings.BEHIND_END.search(right)
    behind = (right[: end.start()] if end else right).rstrip("和及与")
    if "申请" in behind and (among := wordings.AMONG_THEM.match(behind)) is not None:
        behind = among[0]
    if figure.counter in _PEOPLE:
        behind = wordings.DUTY.sub("", behind)
    return Place(clause, figure, start, words, behind, context, previous)


def attribute(place: Place, facts: Sequence[Fact]) -> Attribution | None:
    """Returns the label of a figure and the span that states it, None if its words are not known. `facts` are those read before."""
    found = _with_shared_verb(place) or _by_own_words(place, facts) or _label_of_figure_before(place) or _whole_published(place)
    return found if found is None else _of_cases_there_were(place, found, facts)


def _of_cases_there_were(place: Place, found: Attribution, facts: Sequence[Fact]) -> Attribution | None:
    """Returns the attribution of an outcome to the one kind of cases of which there were any, where two totals are listed before it: 复议
    5宗、诉讼0宗，其中维持[2宗]. None where there were both, for it may be of either or of all: 复议3件、诉讼2件，维持[4件]."""
    topic, _, ending = found.match.label.metric.rpartition("_")
    if ending not in _ENDINGS or len(facts) < 2 or wordings.KIND_OF_CASES.search(place.left + place.behind):
        return found
    totals = {metric: kind for kind, metric in TOTALS.items()}
    first, second = totals.get(facts[-2].metric), totals.get(facts[-1].metric)
    sentence = place.clause.paragraph.view.at[behind_last(place.text, "。;；", place.figure.start)]
    if first is None or second is None or facts[-2].start < sentence or topic not in (first, second):
        return found
    if first.startswith(second) or second.startswith(first):
        return found  # 行政诉讼5件，其中未经复议直接起诉4件（维持3件）
    if facts[-1].value and facts[-2].value:
        return None
    own = first if facts[-2].value else second
    return found._replace(match=found.match._replace(label=label_of(f"{own}_{ending}")))


def _by_own_words(place: Place, facts: Sequence[Fact]) -> Attribution | None:
    """Returns the label that the words around a figure state, or the clause or section they stand in."""
    narrow = _part_of_siblings(place) or _part_of_replies(place) or _of_the_head_too(place)
    if narrow is not None:
        return narrow
    full = _label_before(place)
    if full is not None and full[1].label.metric == "staff_total" and place.behind.startswith(("专职", "兼职")):
        full = None  # 政府信息公开工作人员[1名]（兼职）
    if full is not None and full[1].label.metric in _KINDS_OF_STAFF and wordings.DIVIDED_INTO_BOTH.match(place.text, place.figure.end):
        return _on_the_left(place, LabelMatch(label_of("staff_total"), 0))  # 专职人员总数269人，其中全职23人，兼职246人
    if full is not None and (place.no_object or not place.wants_object(full[0])):
        return _alone(place, *full)
    behind = _label_behind(place)
    if wordings.REFERRED.search(place.left):
        # 对[56名]信息员进行了培训
        return behind if behind is not None and behind.match.label.metric == "trainees" else None
    if behind is not None:
        # 答复[5件]申请: the noun alone would be what was received
        return (_label_around(place) or behind) if behind.match.label.metric == "requests_received" else behind
    if not place.no_object:
        return _label_around(place) or _label_at_the_end_behind(place) or _by_channel(place)
    short = short_label(place.left, place.figure, place.context)
    if short is not None:
        channel = _with_channel(place, place.left, short)
        return _under_head(place, channel) if channel is not None else None
    return (
        _by_channel(place)
        or _label_of_clause_before(place)
        or _label_of_heading(place)
        or _total_of_parts(place, facts)
        or _total_of_section(place, facts)
        or _divided_staff(place)
        or _issues_of_gazette(place)
    )


def _on_the_left(place: Place, match: LabelMatch) -> Attribution:
    """Returns the attribution to a label that all words before the figure state."""
    return Attribution(match, place.left_start, place.figure.end)


def _under_head(place: Place, match: LabelMatch) -> Attribution:
    """Returns the attribution to a short label, secondary where no figure of the sentence is the head it stands under, and by news, which
    are behind all that was disclosed: 主动公开560条，发布各类动态信息[320条]."""
    secondary = place.context.headed not in match.label.under or (match.label.metric == "disclosed_total" and "动态" in place.left)
    return _on_the_left(place, match)._replace(secondary=secondary)


# --- short labels that come before all others -------------------------------------------------------------------------


def _part_of_siblings(place: Place) -> Attribution | None:
    """Returns the kind of document that divides the items counted before it in the sentence: 公开信息900条，其中规范性文件[12条]."""
    if not (place.context.siblings or place.context.documents):
        return None
    short = short_label(place.left, place.figure, turned_to("disclose", place.context))
    return _on_the_left(place, short) if short is not None and short.label.needs == "documents" else None


def _part_of_replies(place: Place) -> Attribution | None:
    """Returns the outcome under 答复 that is also a label of its own elsewhere: 答复…，其中已主动公开[3件]."""
    if place.context.topic not in ("reply", "refused"):
        return None
    short = short_label(place.left, place.figure, place.context)
    return _under_head(place, short) if short is not None and short.label.metric.startswith(("reply_already", "outcome_")) else None


def _of_the_head_too(place: Place) -> Attribution | None:
    """Returns what the head of the body took part in as well: 主要领导参加在线访谈2次、新闻发布会[1次] ; …2次，参加新闻发布会[1次]."""
    if place.context.headed != "by_head":
        return None
    took_part = wordings.TOOK_PART.match(place.left)
    if not place.is_listed and took_part is None:
        return None
    words = place.left[took_part.end() :] if took_part else place.left
    short = short_label(words, place.figure, turned_to("by_head", place.context))
    return _on_the_left(place, short) if short is not None and short.label.topic == "by_head" else None


def _with_shared_verb(place: Place) -> Attribution | None:
    """Returns the label of a listed thing together with the verb of those before it: 制定部门规章1部、行政规范性文件[3件]."""
    clause, figure = place.clause, place.figure
    first = clause.quantities[0]
    if figure is first or not place.is_listed or not place.left or not place.no_object:
        return None
    verb = wordings.SHARED_VERB.search(place.text, clause.start, first.start)
    full = full_label(verb[0] + place.left, figure, place.context) if verb else None
    return Attribution(full[1], clause.start, figure.end) if full and full[1].length > len(place.left) else None


# --- words before -----------------------------------------------------------------------------------------------------


def _label_before(place: Place) -> tuple[str, LabelMatch] | None:
    """Returns the full label before the figure and the words up to its end, None where a full one behind a colon has more right."""
    full = full_label(place.left, place.figure, place.context)
    if full is not None and place.left.endswith(":"):
        objects = place.objects
        if any(is_full(objects, match.label, place.context.subject.era) for match in match_behind(objects, place.context.subject.era)):
            return None  # 答复结果为：3件同意公开
    return full


def _alone(place: Place, stem: str, match: LabelMatch) -> Attribution | None:
    """Returns the attribution to a label before the figure, None where the figure is of several labels together."""
    of_channel = match.label.metric in CHANNELS
    of_each = place.figure.value == 0 or wordings.EACH.search(place.left, len(stem))
    together = match.label.topic == "litigation" and wordings.CASES_TOGETHER.search(stem) is not None
    if not of_channel and not of_each and (together or listed_labels(stem, match, place.context)):
        return None
    channel = _with_channel(place, stem, match)
    if channel is None:
        return None
    at = len(stem) - match.length
    bare = bool(match.label.guarded) and stem.startswith(match.label.guarded, at)
    handled = channel.label.metric == "requests_received" and wordings.HANDLING.match(stem, at) is not None
    secondary = bare or handled or _is_total_by_means(place, channel)
    return Attribution(channel, _start_in_text(place, at), place.figure.end, secondary=secondary)


def _start_in_text(place: Place, index: int) -> int:
    """Returns where in the paragraph `left[index:]` begins; the text may have marks and names that `left` has not."""
    words, at = place.left[index:], place.figure.start
    if place.text.endswith(words, place.start, at):
        return at - len(words)
    for character in reversed(words):
        at = max(place.start, place.text.rfind(character, place.start, at)) if character in place.text[place.start : at] else at
    return at


def _with_channel(place: Place, stem: str, match: LabelMatch) -> LabelMatch | None:
    """Returns the label of a figure of published items with regard to the channels named for it.

    Of several channels together it is the total (网站和微信公众号等主动公开信息176条) or no one's (微博、微信发布12条: None), as with means
    the form has no line for (通过报纸、电视公开信息85条); a channel that the clauses before name (一是政府网站，共发布信息2894条) is the
    figure's.
    """
    era = place.context.subject.era
    ahead = stem[: len(stem) - match.length]
    if match.label.metric in CHANNELS and (listed := wordings.CHANNELS_BEHIND.match(place.text, place.figure.end)) is not None:
        together = channel_of(listed["names"])
        if together is not None:
            return LabelMatch(label_of(together), match.length) if together not in ("several", "means") else None
    if match.label.metric == "disclosed_new_media" and ahead.endswith("等") and channel_of(ahead + "新媒体") == "disclosed_new_media":
        return match  # 微信、微博等[政务新媒体发布信息]: what it names are kinds of it
    if match.label.metric in CHANNELS and (
        wordings.OTHER_CHANNEL.search(ahead)
        or (match.label.metric == "disclosed_website" and wordings.AND_ANOTHER_CHANNEL.search(stem, len(ahead)))
    ):
        published = PUBLISHED.search(stem)
        together = channel_of(stem[: published.start()]) if published is not None else None
        if together == "means":
            return None  # 通过传统媒体和政务新媒体公开信息2312条: of both together
        if together == match.label.metric and not wordings.PLATFORM.search(ahead):
            return match  # 通过市政府门户网站及本局门户网站公开信息794条
        total = next((m for m in match_before(stem, era) if m.label.metric == "disclosed_total"), None)
        return total or _published(place)
    if match.label.metric == "disclosed_key_areas" and wordings.OTHER_CARRIERS.search(ahead):
        return None  # 专栏公开重点领域信息89条。各部门在其他载体上公开重点领域信息[120条]
    if match.label.metric != "disclosed_total":
        return match
    named, _, behind = ahead.rpartition(":")
    channel = channel_of(named if named and not without_lead(behind) else ahead)  # 政务微信：全年发布信息128条
    if channel is not None or place.previous is None:
        return _of_channel(channel or _channel_of_item(place), match)
    return _of_clause_before(place, place.previous, stem, match)


def _of_clause_before(place: Place, previous: Clause, stem: str, match: LabelMatch) -> LabelMatch | None:
    """Returns the label of a figure of published items with regard to what the clause before names as their channel or carrier."""
    bare = not without_lead(stem[: len(stem) - match.length])
    if not previous.quantities:
        named = without_lead(wordings.CHANNEL_HEAD.split(as_labels_say(wordings.ASIDE.sub("", previous.words), place.context.subject))[-1])
        alone = next((m for m in match_whole(named, place.context.subject.era, "disclose") if m.label.metric in CHANNELS), None)
        if alone is not None:
            return LabelMatch(alone.label, match.length)
        channel = _channel_before(place, bare=bare) or _channel_of_item(place)
        if channel is None and "公开" not in stem and wordings.CHANNEL_SUBJECT.search(previous.words):
            return None  # 网站改版后，发布信息[1200条]: whether by the site alone is not told
        return _of_channel(channel, match)
    if "主动" not in stem and _are_issues(place, previous.quantities[-1]):
        return LabelMatch(label_of("disclosed_gazette"), match.length)  # 出版《政府公报》12期，发布政府信息[120条]
    if wordings.COLUMNS_COUNTED.search(previous.words):
        of_columns = _channel_before(place, bare=bare)
        return None if of_columns is None and "公开" not in stem else _of_channel(of_columns, match)
    if "公开" not in stem and bare and (of_readers := _channel_of_readers(previous)) is not None:
        return LabelMatch(label_of(of_readers), match.length)  # 县政府网站总访问量8万次，发布信息[91条]
    if "公开" not in stem and _is_of_one_carrier(previous):
        return None  # “健康清河”公众号全年阅读量66万次，发布信息[531条] ; 编印简报12期，刊发信息[120条]
    return match


def _channel_of_readers(clause: Clause) -> Channel | None:
    """Returns the one channel whose readers are all that a clause counts: [县政府网站]总访问量8万次."""
    if len(clause.quantities) != 1:
        return None
    readers = wordings.READERS_OF.fullmatch(clause.paragraph.text, clause.start, clause.quantities[0].start)
    channel = channel_of(readers["channel"]) if readers is not None else None
    return channel if channel in CHANNELS else None


def _is_of_one_carrier(clause: Clause) -> bool:
    """Tells whether a clause counts the readers of an account, or issues of something: what the clause behind it was published in."""
    if wordings.CHANNEL_SUBJECT.search(clause.words):
        return True
    return clause.quantities[-1].counter == "期" and wordings.HELD_IN_ROUNDS.search(clause.words) is None


def _are_issues(place: Place, figure: Figure) -> bool:
    """Tells whether a figure counts the issues of a gazette named before it, and of nothing else: 《政府公报》。全年刊发[6期]."""
    if figure.counter != "期":
        return False
    named = list(wordings.PERIODICAL.finditer(place.text, max(0, figure.start - _ISSUES_REACH), figure.start))
    return bool(named) and named[-1]["gazette"] is not None


def _issues_of_gazette(place: Place) -> Attribution | None:
    """Returns the issues of a gazette that a clause or sentence before names: 一是政府公报。全年刊发[6期]，刊登文件88件."""
    if not place.no_object or not _are_issues(place, place.figure):
        return None
    return _on_the_left(place, LabelMatch(label_of("gazette_issues"), 0)) if wordings.ISSUED.fullmatch(without_lead(place.left)) else None


def _of_channel(channel: Channel | None, match: LabelMatch) -> LabelMatch | None:
    """Returns the label of what a channel published that `match` takes for the total, None where it has no metric."""
    if channel is None or channel in ("several", "disclosed_total"):
        return match
    return LabelMatch(label_of(channel), match.length) if channel != "means" else None


def _channel_before(place: Place, *, bare: bool) -> Channel | None:
    """Returns the channel that the clauses before the figure's, back to the last figure or sentence, give as its means."""
    text, end = place.text, place.clause.start
    if place.previous is not None and place.previous.quantities and wordings.COLUMNS_COUNTED.search(place.previous.words):
        end = place.previous.quantities[0].start  # 在政府网站开设专栏6个，发布信息[60条]
    start = max(behind_last(text, "。;；", end), behind_last_quantity(place.clause.paragraph, end))
    return channel_before(text, start, end, bare=bare)


def _channel_of_item(place: Place) -> Channel | None:
    """Returns the channel that a paragraph's first sentence is about, for its first figure: 2.政务微信。全年发布信息[28条].
    What a body disclosed in all may stand there too: 1.利用信息网。…我局共主动公开政府信息185条."""
    item = wordings.ITEM_OF_CHANNEL.match(place.text, 0, place.clause.start)
    if item is None or "主动" in place.left or behind_last_quantity(place.clause.paragraph, place.figure.start):
        return None
    return "disclosed_other" if item["other"] else channel_of(item["name"])


def _by_channel(place: Place) -> Attribution | None:
    """Returns the label of items published by a channel where no label has the words for what was published."""
    match = _published(place)
    if match is None:
        return None
    end = place.figure.end + (0 if place.no_object else len(place.behind))
    return Attribution(match, place.left_start, end, secondary=_is_total_by_means(place, match))


def _whole_published(place: Place) -> Attribution | None:
    """Returns what was published in words that no label has, where the parts of the figure are told right behind it, and so it is no part
    itself: 共公开与行业领域相关的各类非涉密信息[1057条]，其中网站公开633条. It stands behind any other figure of its metric."""
    left = place.left
    if not _is_divided_whole(place):
        return None
    published = wordings.PUBLISHES_THINGS.search(left)
    if published is None or wordings.ONE_CLASS.search(published["what"]) or wordings.ONE_CLASS.search(left, 0, published.start()):
        return None
    listed = PUBLISHED.search(left)
    if listed is not None and any(listed.groupdict().values()):
        return None  # whether a list is all that was published is told by `_published`
    ahead = left[: published.start()]
    channel = channel_of(ahead) or (_channel_before(place, bare=not without_lead(ahead)) if place.previous is not None else None)
    if channel in ("several", "means"):
        return None
    label = label_of(channel or "disclosed_total")
    return _on_the_left(place, LabelMatch(label, 0))._replace(secondary=True) if fits(label, place.figure, place.context) else None


def _is_divided_whole(place: Place) -> bool:
    """Tells whether a figure is the first of its clause and no part of others, and its parts are told right behind it."""
    if (
        not place.no_object
        or place.context.siblings
        or place.left.startswith("其中")
        or "“" in place.text[place.start : place.figure.start]
    ):
        return False
    first = behind_last_quantity(place.clause.paragraph, place.figure.start) <= place.clause.start
    return first and wordings.PARTS_BEHIND.match(place.text, place.figure.end) is not None


def _is_total_by_means(place: Place, match: LabelMatch) -> bool:
    """Tells whether a figure of all that was disclosed names its means: beside one without it is a part (通过区公开平台公开421条)."""
    return match.label.metric == "disclosed_total" and BY_MEANS.search(place.left) is not None


def _published(place: Place) -> LabelMatch | None:
    """Returns the label of items published by a channel, in words that no label has: 通过官方微博、微信等发布各类气象信息[500条]."""
    whole = place.left + ("" if place.no_object else place.things)
    for stem in stems(whole):
        published = PUBLISHED.search(stem)
        if published is None or published.start() >= len(place.left):
            continue
        ahead = stem[: published.start()]
        named = channel_of(ahead)
        channel = named or (_channel_before(place, bare=not without_lead(ahead)) if place.previous is not None else None)
        summed = published["all"] is not None or _divides_by_channel(place) or any(word in whole[len(stem) :] for word in "计共")
        if is_short_list(published["list"] or published["open"], channel, summed=summed, alone=named is not None and _is_alone(place)):
            return None
        listed = published["list"] or published["summed"] or (published["whole"] and not published[0].endswith("文件"))
        if channel in (None, "several") and listed and _is_all_disclosed(place, ahead, published[0]):
            channel = "disclosed_total"
        if channel is None or channel in ("several", "means"):
            return None
        label = label_of(channel)
        return LabelMatch(label, len(place.left)) if fits(label, place.figure, place.context) else None
    return None


def _is_alone(place: Place) -> bool:
    """Tells whether a list of what a channel published neither divides the items counted before it nor has another list behind it:
    在政府网站发布通知公告、工作动态等信息[474条，]发布办事流程等信息20条."""
    divides = place.context.siblings or place.context.channels or place.left.startswith("其中")
    return not divides and wordings.GOES_ON_LISTING.match(place.text, place.figure.end) is None


def _divides_by_channel(place: Place) -> bool:
    """Tells whether figures by their channels divide what was counted before: 发布信息90条，其中网站公开规划等[30条]，公众号推送60条."""
    if not place.context.siblings:
        return False
    return place.context.channels or wordings.CHANNEL_LISTED_NEXT.match(place.text, place.figure.end) is not None


def _is_all_disclosed(place: Place, ahead: str, published: str) -> bool:
    """Tells whether things listed, `published` by no channel that the words `ahead` name, are all that was disclosed: 我局公开规划、人事、
    财政、采购等信息[36条]; but not one of several lists, or what divides the items counted before it."""
    context = place.context
    if context.siblings or context.channels or context.headed == "disclose" or place.left.startswith("其中"):
        return False
    named = DISCLOSES.match(published) is not None and not BY_MEANS.search(ahead)
    return named and len(ONE_OF_LISTS.findall(place.text)) == 1


# --- words behind, and on both sides ----------------------------------------------------------------------------------


def _label_behind(place: Place) -> Attribution | None:
    """Returns the label that is all the words behind: [3件]为同意公开. A short one counts only where nothing is named before."""
    things = place.things
    if not things or (not place.figure.counter and place.is_amid_names):
        return None
    context = place.context
    able = [m for m in match_behind(things, context.subject.era) if fits(m.label, place.figure, context)]
    found = [m for m in able if is_full(things, m.label, context.subject.era)]
    if not found and able and (place.is_free or wordings.PARTICIPANTS.search(place.left)):
        found = [m for m in able if context.topic in m.label.under and (place.is_free or m.label.metric == "trainees")]
    return _behind(place, found[0]) if found else _of_reason(place)


def _of_reason(place: Place) -> Attribution | None:
    """Returns the answer that stands behind its reason, or that the reason is: [1件]因涉及商业秘密不予公开, [2件]因信息不存在无法提供."""
    why = wordings.REASON_BEHIND.fullmatch(place.behind) if place.behind[:1] in _BEGINS_REASON else None
    if why is None or place.context.topic not in OF_REQUESTS or not place.is_free:
        return None
    for words in (why["reason"], why["outcome"]):
        for match in match_behind(words, place.context.subject.era):
            is_end = match.label.topic == "reply" or match.label.metric == "requests_closed_extended"
            if is_end and fits(match.label, place.figure, place.context):
                return _behind(place, match)
    return None


def _behind(place: Place, match: LabelMatch) -> Attribution:
    """Returns the attribution to a label that the words behind the figure state."""
    return Attribution(match, place.figure.start, place.figure.end + len(place.behind))


def _label_around(place: Place) -> Attribution | None:
    """Returns the label whose verb stands before the figure and whose object behind: 公开[488条]政府信息, 召开[39场]新闻发布会."""
    things, figure = place.things, place.figure
    for stem in stems(place.left):
        whole = stem + things
        for match in match_before(whole, place.context.subject.era):
            if match.length > len(things) and fits(match.label, figure, place.context):
                channel = _with_channel(place, whole, match)
                return channel and Attribution(
                    channel, place.left_start + max(0, len(whole) - match.length), figure.end + len(place.behind)
                )
    verb = place.left.removesuffix("了")
    short = short_label(verb + things, figure, place.context) if verb.endswith(("公开", "发布")) else None
    return Attribution(short, place.left_start, figure.end + len(place.behind)) if short is not None else None


def _label_at_the_end_behind(place: Place) -> Attribution | None:
    """Returns the label at the end of the words behind that say what led to it: [3件]因政府信息公开引发的行政复议."""
    things = place.things
    if not place.is_free:
        return None
    match = next((m for m in match_before(things, place.context.subject.era) if fits(m.label, place.figure, place.context)), None)
    return _behind(place, match) if match is not None and wordings.LEADS_TO.search(things[: len(things) - match.length]) else None


# --- no words of its own ----------------------------------------------------------------------------------------------


def _label_of_clause_before(place: Place) -> Attribution | None:
    """Returns the label that is the end of the clause before: 收到政府信息公开申请，共计[5件]."""
    previous = place.previous
    bare = (place.is_bare or wordings.TOLD.fullmatch(place.left)) and not wordings.DIVIDES.match(place.left)
    if previous is None or previous.quantities or not (bare or wordings.CONSISTS_OF.fullmatch(place.left)):
        return None
    if wordings.MOSTLY.search(previous.words):
        return None
    earlier = full_label(_beside_share(previous), place.figure, place.context)
    if earlier is None:
        return None
    stem, match = earlier
    return Attribution(match, previous.start + len(stem) - match.length, place.figure.end)


def _label_of_heading(place: Place) -> Attribution | None:
    """Returns the label that is a heading run into the paragraph, for the first figure behind it: 3.新闻发布会。全年举办[6场]."""
    start, text = place.clause.start, place.text
    if (
        text[start - 1 : start] not in ("。", ":")
        or place.figure is not place.clause.quantities[0]
        or not wordings.WERE.fullmatch(place.left)
    ):
        return None
    heading = wordings.RUN_IN_HEADING.search(text[max(0, start - _HEADING_REACH) : start])
    full = full_label(heading["name"], place.figure, place.context) if heading is not None else None
    if heading is None or full is None or full[1].length != len(heading["name"]):
        return None
    return Attribution(full[1], start, place.figure.end, secondary=True)


def _label_of_figure_before(place: Place) -> Attribution | None:
    """Returns the label whose figure is given in two counters, the first of which is none of its own: 收取信息处理费2件，共计[310元].

    Only of money and of what was published: 接待来访52批138人次 counts visits twice, and no consultations.
    """
    if not place.is_bare or not place.no_object:
        return None
    before, beside = quantity_before(place.clause, place.figure.start), place.clause
    if before is None and place.previous is not None and len(place.previous.quantities) == 1:
        before, beside = place.previous.quantities[0], place.previous
    if before is None:
        return None
    words = place.text[beside.start : before.start]
    if before.counter.endswith("类") and (grouped := wordings.GROUPED.fullmatch(place.text, before.end, beside.end)) is not None:
        words += grouped["noun"]  # 发布12类信息，共计350条
    full = full_label(words, place.figure, place.context)
    match = full[1] if full is not None else short_label(words, place.figure, place.context)
    if match is None or not before.counter or before.counter in match.label.counters:
        return None
    if match.label.topic != "disclose" and not place.figure.counter.endswith("元"):
        return None
    return Attribution(match, beside.start, place.figure.end)


def _beside_share(clause: Clause) -> str:
    """Returns the words of a clause without its share: 同意公开的占71.4% gives 同意公开的, 83.3%为网上申请 gives 为网上申请."""
    share = next((f for f in clause.figures if f.kind == "share"), None)
    if share is None:
        return clause.words
    text = clause.paragraph.text
    return wordings.SHARE_LINK.sub("", text[clause.start : share.start]) or text[share.end : clause.end]


def _total_of_parts(place: Place, facts: Sequence[Fact]) -> Attribution | None:
    """Returns the total of the topic for a figure called one, that the parts right before it make up: 维持7件，纠正2件，总计[9件]."""
    total = TOTALS.get(place.context.topic or "")
    if total is None or not wordings.TOTAL_OF_PARTS.fullmatch(without_lead(place.left) or place.left):
        return None
    parts = {total.replace("total", ending) for ending in _ENDINGS}
    listed = list(takewhile(lambda fact: fact.metric in parts, reversed(facts)))
    if len(listed) < 2 or sum(fact.value or 0 for fact in listed) != place.figure.value:
        return None
    return _on_the_left(place, LabelMatch(label_of(total), 0))


def _divided_staff(place: Place) -> Attribution | None:
    """Returns all the staff where what is behind divides them: 落实工作人员[136人]，其中专职12人，兼职124人."""
    if place.figure.counter not in _PEOPLE or not (place.context.of_disclosure or place.context.section == "staff"):
        return None
    if wordings.STAFF.search(place.left) is None or wordings.DIVIDED_STAFF.match(place.text, place.figure.end) is None:
        return None
    return _on_the_left(place, LabelMatch(label_of("staff_total"), 0))


def _total_of_section(place: Place, facts: Sequence[Fact]) -> Attribution | None:
    """Returns the section's own total for a figure without words, if it is the section's first: 五、复议情况 | 共[5件]."""
    context, figure = place.context, place.figure
    if not place.is_bare:
        return None
    metric = TOTALS.get(context.section or "") if context.topic == context.section else None
    if context.topic == "training" and figure.counter in {"人次", "人", "名"}:
        metric = "trainees"
    elif metric is not None and any(fact.metric.startswith(metric.removesuffix("total")) for fact in facts[-_FAMILY_REACH:]):
        return None
    if metric is None:
        return None
    label = label_of(metric)
    return _on_the_left(place, LabelMatch(label, 0))._replace(secondary=True) if fits(label, figure, context) else None
