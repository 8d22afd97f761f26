"""Figures of published items: by which channel they were, whether they are all or one class of them, and which are a gazette's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extract.figures import Figure
from extract.prose import wordings
from extract.prose.channels import (
    BY_MEANS,
    DISCLOSES,
    GROUP,
    OF_OTHERS,
    ONE_OF_LISTS,
    PUBLISHED,
    PUBLISHED_ANYTHING,
    Channel,
    channel_before,
    channel_of,
    channel_of_list,
    is_short_list,
)
from extract.prose.clauses import Clause, behind_last_quantity, quantity_before, sentence_start
from extract.prose.context import CHANNELS, TOTALS_OF_ITEMS, as_labels_say
from extract.prose.labels import LabelMatch, label_of, match_before, match_whole
from extract.prose.place import Attribution, Place, on_the_left
from extract.prose.stems import fits, stems, without_lead
from extract.records import Fact

#: How far ahead of counted bodies others stand beside them.
_BODIES_REACH = 12
#: How far ahead of the number of its issues a gazette is named.
_ISSUES_REACH = 80
#: How far ahead of the words before a figure a list may begin that ends in them, and how many marks of it they have then.
_LONGEST_LIST = 160
_FEWEST_OF_LONG_LIST = 3


def with_channel(place: Place, stem: str, match: LabelMatch) -> LabelMatch | None:
    """Returns the label of a figure of published items with regard to the channels named for it.

    Of several channels together it is the total (网站和微信公众号等主动公开信息176条) or no one's (微博、微信发布12条: None), as with means
    the form has no line for (通过报纸、电视公开信息85条); a channel that the clauses before name (一是政府网站，共发布信息2894条) is the
    figure's.
    """
    ahead = stem[: len(stem) - match.length]
    if (
        match.label.metric in TOTALS_OF_ITEMS
        and "的" in stem
        and (published := wordings.publishing.PUBLISHES_WHAT_IS.search(ahead)) is not None
    ):
        # 通过政府网站主动公开正式[发文的政府信息]: what is published is described, and the verb stands before it
        match, ahead = LabelMatch(label_of("disclosed_total"), len(stem) - published.start()), ahead[: published.start()]
    if match.label.metric == "disclosed_website" and OF_OTHERS.search(stem):
        return None
    if match.label.metric == "disclosed_wechat" and GROUP.search(stem):
        return None
    if match.label.metric in CHANNELS and wordings.channels.ACCOUNTS_COUNTED.search(place.text, place.clause.start, place.figure.start):
        return None
    if match.label.metric in CHANNELS and (listed := wordings.channels.CHANNELS_BEHIND.match(place.text, place.figure.end)) is not None:
        together = channel_of(listed["names"])
        if together is not None:
            return LabelMatch(label_of(together), match.length) if together not in ("several", "means") else None
    if match.label.metric == "disclosed_new_media" and ahead.endswith("等") and channel_of(ahead + "新媒体") == "disclosed_new_media":
        return match  # 微信、微博等[政务新媒体发布信息]: what it names are kinds of it
    if match.label.metric in CHANNELS and (
        wordings.channels.OTHER_CHANNEL.search(ahead)
        or (match.label.metric == "disclosed_website" and wordings.channels.AND_ANOTHER_CHANNEL.search(stem, len(ahead)))
    ):
        return _of_channels_together(place, stem, match)
    if match.label.metric == "disclosed_key_areas" and wordings.channels.OTHER_CARRIERS.search(ahead):
        return None  # 专栏公开重点领域信息89条。各部门在其他载体上公开重点领域信息[120条]
    if match.label.metric != "disclosed_total":
        return match
    if wordings.bodies.COUNTED.fullmatch(ahead) and _are_some_bodies(place):
        return None  # 12个街道公开政府信息[86条]
    if wordings.channels.BY_THE_NET.fullmatch(ahead):
        return LabelMatch(label_of("disclosed_website"), match.length)  # 其中网络公开政府信息[301条]
    named, _, behind = ahead.rpartition(":")
    channel = channel_of(named if named and not without_lead(behind) else ahead)  # 政务微信：全年发布信息128条
    channel = channel or channel_of_list(_from_head_of_clause(place) + ahead)
    if (
        "主动" not in stem
        and channel is None
        and (by := BY_MEANS.search(ahead))
        and not wordings.channels.ANY_MEANS.search(ahead, by.end())
    ):
        return None  # 通过电视专题公开政府信息[4条]: by means that no line of the form is for
    if channel is not None or place.previous is None:
        return _of_channel(channel or _channel_of_item(place), match)
    return _of_clause_before(place, place.previous, stem, match)


def _are_some_bodies(place: Place) -> bool:
    """Tells whether the words of a figure begin behind a number of bodies, no other kind of which stands beside them."""
    ahead = place.text[max(0, place.left_start - _BODIES_REACH) : place.left_start]
    return ahead.endswith("个") and wordings.bodies.OTHER_BODIES_AHEAD.search(ahead) is None


def _of_channels_together(place: Place, stem: str, match: LabelMatch) -> LabelMatch | None:
    """Returns the label of what the channel of `match` published together with another that stands beside it."""
    published = PUBLISHED.search(stem)
    together = channel_of(stem[: published.start()]) if published is not None else None
    if together == "means":
        return None  # 通过传统媒体和政务新媒体公开信息2312条: of both together
    if together == match.label.metric and not wordings.channels.PLATFORM.search(stem[: len(stem) - match.length]):
        return match  # 通过市政府门户网站及本局门户网站公开信息794条
    if together == "disclosed_weibo_wechat":
        return LabelMatch(label_of(together), match.length)  # 通过官方微信平台、微博平台公开信息76条
    total = next((m for m in match_before(stem, place.context.subject.era) if m.label.metric == "disclosed_total"), None)
    return total or _published(place)


def _of_clause_before(place: Place, previous: Clause, stem: str, match: LabelMatch) -> LabelMatch | None:
    """Returns the label of a figure of published items with regard to what the clause before names as their channel or carrier."""
    bare = not without_lead(stem[: len(stem) - match.length])
    if not previous.quantities:
        ahead = wordings.channels.WENT_LIVE.sub("", as_labels_say(wordings.around.ASIDE.sub("", previous.words), place.context.subject))
        named = without_lead(wordings.channels.CHANNEL_HEAD.split(ahead)[-1])
        alone = next((m for m in match_whole(named, place.context.subject.era, "disclose") if m.label.metric in CHANNELS), None)
        if alone is not None:
            return LabelMatch(alone.label, match.length)
        if wordings.publishing.KEY_AREAS_NAMED.search(previous.words):
            return LabelMatch(label_of("disclosed_key_areas"), match.length)  # 突出征地、扶贫等重点领域，公开信息[96条]
        channel = _channel_before(place, bare=bare) or _channel_of_item(place)
        if (
            channel is None
            and "公开" not in stem
            and (wordings.channels.CHANNEL_SUBJECT.search(previous.words) or wordings.channels.NAMED_COLUMN.search(previous.words))
        ):
            return None  # 网站改版后，发布信息[1200条]: whether by the site alone is not told
        return _of_channel(channel, match)
    if "主动" not in stem and _are_issues(place, previous.quantities[-1]):
        return LabelMatch(label_of("disclosed_gazette"), match.length)  # 出版《政府公报》12期，发布政府信息[120条]
    if wordings.channels.COLUMNS_COUNTED.search(previous.words) or _counts_accounts(previous):
        of_columns = _channel_before(place, bare=bare)
        return None if of_columns is None and "公开" not in stem else _of_channel(of_columns, match)
    if "公开" not in stem and bare and (of_readers := _channel_of_readers(previous)) is not None:
        return LabelMatch(label_of(of_readers), match.length)  # 县政府网站总访问量8万次，发布信息[91条]
    if "公开" not in stem and bare and (counting := _channel_that_counts(previous)) is not None:
        return LabelMatch(label_of(counting), match.length)  # “健康清河”公众号发布386期，推送信息[1200条]
    if "公开" not in stem and wordings.channels.READERS_TOLD.search(place.text, sentence_start(place.text, previous.start), previous.start):
        return None  # “清河教育”公众号粉丝3万，较上年增长2000；发布信息[416条]
    if "公开" not in stem and _is_of_one_carrier(previous):
        return None  # 编印简报12期，刊发信息[120条]
    return match


def _counts_accounts(clause: Clause) -> bool:
    """Tells whether all that a clause counts are accounts, which those before it name: 政务微博方面，[全市共开通136个]."""
    first = clause.quantities[0]
    return (
        first.counter in ("个", "家")
        and wordings.channels.ACCOUNTS_OPENED.search(clause.paragraph.text[clause.start : first.start]) is not None
    )


def _channel_that_counts(clause: Clause) -> Channel | None:
    """Returns the one account whose issues or readers a clause counts: [“健康清河”公众号]共发布386期, [公众号]全年阅读量66万次."""
    counted = wordings.channels.COUNTS_OF_ACCOUNT.match(clause.paragraph.text, clause.start, clause.quantities[0].start)
    channel = channel_of(counted["channel"].translate(wordings.around.QUOTATION_MARKS)) if counted is not None else None
    return channel if channel in CHANNELS and len(clause.quantities) == 1 else None


def _channel_of_readers(clause: Clause) -> Channel | None:
    """Returns the one channel whose readers are all that a clause counts: [县政府网站]总访问量8万次."""
    if len(clause.quantities) != 1:
        return None
    readers = wordings.channels.READERS_OF.fullmatch(clause.paragraph.text, clause.start, clause.quantities[0].start)
    channel = channel_of(readers["channel"]) if readers is not None else None
    return channel if channel in CHANNELS else None


def _is_of_one_carrier(clause: Clause) -> bool:
    """Tells whether a clause counts the readers of an account, or issues of something: what the clause behind it was published in."""
    if wordings.channels.CHANNEL_SUBJECT.search(clause.words):
        return True
    return clause.quantities[-1].counter == "期" and wordings.publishing.HELD_IN_ROUNDS.search(clause.words) is None


def _are_issues(place: Place, figure: Figure) -> bool:
    """Tells whether a figure counts the issues of a gazette named before it, and of nothing else: 《政府公报》。全年刊发[6期]."""
    if figure.counter != "期":
        return False
    named = list(wordings.publishing.PERIODICAL.finditer(place.text, max(0, figure.start - _ISSUES_REACH), figure.start))
    return bool(named) and named[-1]["gazette"] is not None


def issues_of_gazette(place: Place) -> Attribution | None:
    """Returns the issues of a gazette that a clause or sentence before names: 一是政府公报。全年刊发[6期]，刊登文件88件."""
    if not place.no_object or not _are_issues(place, place.figure):
        return None
    return (
        on_the_left(place, LabelMatch(label_of("gazette_issues"), 0))
        if wordings.publishing.ISSUED.fullmatch(without_lead(place.left))
        else None
    )


def files_of_gazette(place: Place) -> Attribution | None:
    """Returns what stands in the issues of a gazette that the clause before counts: 《政府公报》出刊6期，登载文件[49件]. None where another
    class of it is told behind: 刊登规范性文件[12件]、人事任免5件."""
    previous, label = place.previous, label_of("disclosed_gazette")
    if previous is None or not previous.quantities or not place.no_object or not _are_issues(place, previous.quantities[-1]):
        return None
    if place.figure is not place.clause.quantities[0] or not fits(label, place.figure, place.context):
        return None
    if wordings.publishing.PRINTED.fullmatch(place.left) is None or wordings.publishing.NEXT_CLASS.match(place.text, place.figure.end):
        return None
    return on_the_left(place, LabelMatch(label, 0))


def rest_of_channels(place: Place, facts: Sequence[Fact]) -> Attribution | None:
    """Returns what was published by means the form has no line for, where with the figures before it it comes to all that was disclosed:
    公开信息287条，其中县政府网站173条，镇村公示栏[114条] ; …，其余[114条]通过报刊、广播公开."""
    if not facts or facts[-1].metric not in CHANNELS:
        return None
    label, behind = label_of("disclosed_other"), wordings.channels.BY_THE_MEANS.match(place.behind)
    names = behind["names"] if behind is not None else place.left
    if "网" in names or channel_of(names) not in ("means", "several") or not fits(label, place.figure, place.context):
        return None
    parts = list(takewhile(lambda fact: fact.metric in CHANNELS and fact.scope == "all", reversed(facts)))
    whole = facts[-1 - len(parts)] if 0 < len(parts) < len(facts) else None
    if whole is None or whole.metric != "disclosed_total":
        return None
    if whole.value != sum((part.value or 0 for part in parts), start=place.figure.value or 0):
        return None
    end = place.figure.end + (behind.end() if behind is not None else 0)
    return Attribution(LabelMatch(label, 0), place.left_start, end)


def _of_channel(channel: Channel | None, match: LabelMatch) -> LabelMatch | None:
    """Returns the label of what a channel published that `match` takes for the total, None where it has no metric."""
    if channel is None or channel in ("several", "disclosed_total"):
        return match
    return LabelMatch(label_of(channel), match.length) if channel != "means" else None


def _channel_before(place: Place, *, bare: bool) -> Channel | None:
    """Returns the channel that the clauses before the figure's, back to the last figure or sentence, give as its means."""
    text, end = place.text, place.clause.start
    previous = place.previous
    if previous is not None and not previous.quantities and "该" in place.left and wordings.channels.THAT_PLATFORM.search(place.left):
        return channel_of(previous.words.translate(wordings.around.QUOTATION_MARKS)) or "means"
    if (
        previous is not None
        and previous.quantities
        and (wordings.channels.COLUMNS_COUNTED.search(previous.words) or _counts_accounts(previous))
    ):
        end = previous.quantities[0].start  # 在政府网站开设专栏6个，发布信息[60条] ; 政务微博方面，全市共开通136个，发布信息[1120条]
    start = max(sentence_start(text, end), behind_last_quantity(place.clause.paragraph, end))
    return channel_before(text, start, end, bare=bare)


def _channel_ahead(place: Place, ahead: str) -> Channel | None:
    """Returns the channel that the clauses before give as the means of a verb that the words `ahead` name none for."""
    bare = not without_lead(ahead)
    if place.previous is None:
        return _channel_of_item(place) if bare else None
    channel = _channel_before(place, bare=bare)
    if channel is not None or not bare or not place.previous.quantities:
        return channel
    return _channel_of_readers(place.previous) or _channel_that_counts(place.previous)


def _channel_of_item(place: Place) -> Channel | None:
    """Returns the channel that a paragraph's first sentence is about, for its first figure: 2.政务微信。全年发布信息[28条].
    What a body disclosed in all may stand there too: 1.利用信息网。…我局共主动公开政府信息185条."""
    items = list(wordings.channels.ITEM_OF_CHANNEL.finditer(place.text, 0, place.clause.start))
    item = items[-1] if items else None
    if item is None or "主动" in place.left or behind_last_quantity(place.clause.paragraph, place.figure.start) > item.start():
        return None
    return "disclosed_other" if item["other"] else channel_of(item["name"])


def by_channel(place: Place) -> Attribution | None:
    """Returns the label of items published by a channel where no label has the words for what was published."""
    match = _published(place)
    if match is None or without_lead(place.left).startswith(wordings.around.OTHER_DEEDS):
        return None
    end = place.figure.end + (0 if place.no_object else len(place.behind))
    return Attribution(match, place.left_start, end, secondary=is_total_by_means(place, match))


def whole_published(place: Place) -> Attribution | None:
    """Returns what was published in words that no label has, where the parts of the figure are told right behind it, and so it is no part
    itself: 共公开与行业领域相关的各类非涉密信息[1057条]，其中网站公开633条. It stands behind any other figure of its metric."""
    left = place.left
    if not _is_divided_whole(place):
        return None
    published = wordings.publishing.PUBLISHES_THINGS.search(left)
    if (
        published is None
        or wordings.publishing.ONE_CLASS.search(published["what"])
        or wordings.publishing.ONE_CLASS.search(left, 0, published.start())
    ):
        return None
    listed = PUBLISHED.search(left)
    if listed is not None and any(listed.groupdict().values()):
        return None  # whether a list is all that was published is told by `_published`
    ahead = left[: published.start()]
    channel = channel_of(ahead) or _channel_ahead(place, ahead)
    if channel in ("several", "means") or (channel is None and wordings.channels.OTHER_CARRIERS.search(ahead)):
        return None
    label = label_of(channel or "disclosed_total")
    return on_the_left(place, LabelMatch(label, 0))._replace(secondary=True) if fits(label, place.figure, place.context) else None


def _is_divided_whole(place: Place) -> bool:
    """Tells whether a figure is the first of its clause and no part of others, and its parts are told right behind it."""
    if (
        not place.no_object
        or place.context.siblings
        or place.left.startswith("其中")
        or "“" in place.text[place.start : place.figure.start]
    ):
        return False
    first = quantity_before(place.clause, place.figure.start) is None
    return first and wordings.sums.PARTS_BEHIND.match(place.text, place.figure.end) is not None


def is_total_by_means(place: Place, match: LabelMatch) -> bool:
    """Tells whether a figure of all that was disclosed names its means: beside one without it is a part (通过区公开平台公开421条)."""
    return match.label.metric == "disclosed_total" and BY_MEANS.search(place.left) is not None


def _published(place: Place) -> LabelMatch | None:
    """Returns the label of items published by a channel, in words that no label has: 通过官方微博、微信等发布各类气象信息[500条]."""
    left = _with_head_of_list(place)
    whole = left + ("" if place.no_object else place.things)
    for stem in stems(whole):
        published = PUBLISHED.search(stem)
        if published is None or published.start() >= len(left):
            continue
        ahead = stem[: published.start()]
        named = channel_of(ahead)
        channel = named or _channel_ahead(place, ahead)
        apart = wordings.channels.PLAIN_CHANNEL_NEXT.match(place.text, place.figure.end) is not None
        summed = published["all"] is not None or apart or _divides_by_channel(place) or any(word in whole[len(stem) :] for word in "计共")
        if is_short_list(published["list"] or published["open"], channel, summed=summed, alone=named is not None and _is_alone(place)):
            return None
        listed = published["list"] or published["summed"] or (published["whole"] and not published[0].endswith("文件"))
        if channel in (None, "several") and listed and _is_all_disclosed(place, ahead, published[0]):
            channel = "disclosed_total"
        if named == "several" and _is_divided_whole(place) and wordings.channels.CHANNEL_AMONG.match(place.text, place.figure.end):
            channel = "disclosed_total"  # 网站和微信平台公布信息[202条]，其中网站194条
        return _fitting(channel, place) if channel not in (None, "several", "means") else None
    return _part_of_channel(place) if _divides_by_channel(place) else None


def _fitting(metric: str, place: Place) -> LabelMatch | None:
    """Returns the label of `metric` for a figure that all words before it state, None if it cannot be of it."""
    label = label_of(metric)
    return LabelMatch(label, len(place.left)) if fits(label, place.figure, place.context) else None


def _part_of_channel(place: Place) -> LabelMatch | None:
    """Returns the label of what one channel published, whatever it was: 其中网站公开预决算、人事任免[32条]，微信推送工作动态12条."""
    published = PUBLISHED_ANYTHING.search(place.left)
    channel = channel_of(place.left[: published.start()]) if published is not None and place.no_object else None
    return _fitting(channel, place) if channel in CHANNELS else None


def _with_head_of_list(place: Place) -> str:
    """Returns the words before a figure; where they end a list that is too long for them, from the list's verb on, without its middle:
    [通过政府网站公开预决算、…、就业举措等信息共计]86条."""
    if place.start == place.clause.start or place.left.count("、") < _FEWEST_OF_LONG_LIST or "等" not in place.left:
        return place.left
    head = _from_head_of_clause(place)
    return wordings.lists.MIDDLE_OF_LIST.sub(r"\g<head>", head + place.left) if head else place.left


def _from_head_of_clause(place: Place) -> str:
    """Returns the words of the clause ahead of the words before a figure, which are too long to be all of them: [我局通过政府网站发布]….
    They begin behind the figure before."""
    clause = place.clause
    begin = max(clause.start, place.start - _LONGEST_LIST, behind_last_quantity(clause.paragraph, place.start))
    return place.text[begin : place.start].translate(wordings.around.QUOTATION_MARKS)


def _is_alone(place: Place) -> bool:
    """Tells whether a list of what a channel published neither divides the items counted before it nor has another list behind it:
    在政府网站发布通知公告、工作动态等信息[474条，]发布办事流程等信息20条."""
    divides = place.context.siblings or place.context.channels or place.left.startswith("其中")
    return not divides and wordings.channels.GOES_ON_LISTING.match(place.text, place.figure.end) is None


def _divides_by_channel(place: Place) -> bool:
    """Tells whether figures by their channels divide what was counted before: 发布信息90条，其中网站公开规划等[30条]，公众号推送60条."""
    if not place.context.siblings:
        return False
    return place.context.channels or wordings.channels.CHANNEL_LISTED_NEXT.match(place.text, place.figure.end) is not None


def _is_all_disclosed(place: Place, ahead: str, published: str) -> bool:
    """Tells whether things listed, `published` by no channel that the words `ahead` name, are all that was disclosed: 我局公开规划、人事、
    财政、采购等信息[36条]; but not one of several lists, or what divides the items counted before it."""
    context = place.context
    if context.siblings or context.channels or context.headed == "disclose" or place.left.startswith("其中"):
        return False
    named = DISCLOSES.match(published) is not None and not BY_MEANS.search(ahead)
    return named and len(ONE_OF_LISTS.findall(place.text)) == 1
