"""Which label a quantity has, from the words around it: before it (收到申请[12件]), behind it ([12件]按时办结), on both sides
(公开[488条]政府信息), short ones that are labels only under their topic (其中：网络[47件]), the clause before, and the section itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from extract.figures import Figure
from extract.prose import wordings
from extract.prose.channels import channel_of
from extract.prose.clauses import Clause, quantities_within, quantity_ahead, quantity_before, sentence_end, sentence_start
from extract.prose.context import CHANNELS, WAYS, as_labels_say, turned_to
from extract.prose.labels import LabelMatch, is_full, label_of, match_before, match_behind
from extract.prose.place import PEOPLE, Attribution, Place, on_the_left, start_in_text
from extract.prose.published import (
    by_channel,
    files_of_gazette,
    is_total_by_means,
    issues_of_gazette,
    rest_of_channels,
    whole_published,
    with_channel,
)
from extract.prose.quantity import ITEMS, counts_groups, first_of_groups
from extract.prose.stems import begins_label, fits, full_label, listed_labels, short_label, stems, without_lead
from extract.prose.topics import OF_REQUESTS, Topic
from extract.records import Fact

#: The metric a section's figure without words is of, if it is the section's first.
TOTALS: Mapping[Topic, str] = {
    "review": "review_total",
    "litigation": "litigation_total",
    "litigation_direct": "litigation_direct_total",
    "litigation_after": "litigation_after_review_total",
    "complaint": "complaints_total",
}
#: The kind of cases that such a metric is the total of.
KINDS_OF_CASES: Mapping[str, Topic] = {metric: kind for kind, metric in TOTALS.items()}
#: What cases end in, as the metrics are named behind those of their totals: review_upheld beside review_total.
ENDINGS = ("upheld", "corrected", "other", "pending")
#: What the words that give a reason begin with: 因, 由于, 系因, 鉴于, 涉及, 属, 可能危及.
_BEGINS_REASON = frozenset("因由是系鉴涉属可")
#: How far ahead of a sentence a heading may begin that runs into it.
_HEADING_REACH = 24
#: What is held on one matter or another.
_EVENTS = frozenset(("press_conferences", "online_interviews", "meetings", "trainings"))
#: What is left of the answers, told behind the others.
_RESTS = frozenset(("outcome_other", "outcome_other_rest", "reply_other"))
#: Topics of items that are published or issued.
_OF_ITEMS = frozenset(("disclose", "normative", "regulation", "key_areas"))
#: What is done with rules, by the groups of `DONE_WITH_RULES`.
_DONE_WITH_RULES = {"normative_issued": "issued", "normative_repealed": "repealed", "normative_in_force": "in_force"}
#: What a figure of one outcome cannot be more than.
_ANSWERED = frozenset(("replies_total", "requests_closed", "requests_received", "requests_handled"))
_KINDS_OF_STAFF = frozenset(("staff_full_time", "staff_part_time"))


def attribute(place: Place, facts: Sequence[Fact]) -> Attribution | None:
    """Returns the label of a figure and the span that states it, None if its words are not known. `facts` are those read before."""
    found = _with_shared_verb(place) or _by_own_words(place, facts) or _label_of_figure_before(place) or whole_published(place)
    found = found or rest_of_channels(place, facts)
    return found if found is None else _of_cases_there_were(place, _rest_of_answers(place, found, facts), facts)


def _rest_of_answers(place: Place, found: Attribution, facts: Sequence[Fact]) -> Attribution:
    """Returns the attribution of 其他 to the answers of all kinds where the refusals counted before it are all divided already, or fewer:
    不予公开2件（涉及国家秘密1件、个人隐私1件），其他情形[13件]."""
    if found.match.label.metric != "reply_refused_other_law" or "规定" in place.left:
        return found
    divided = place.figure.value or 0
    for fact in reversed(facts):
        if fact.metric == "reply_refused":
            is_more = fact.value is not None and divided > fact.value
            return found._replace(match=found.match._replace(label=label_of("reply_other"))) if is_more else found
        if not fact.metric.startswith("reply_refused_"):
            break
        divided += fact.value or 0
    return found


def _of_cases_there_were(place: Place, found: Attribution, facts: Sequence[Fact]) -> Attribution | None:
    """Returns the attribution of an outcome to the one kind of cases of which there were any, where two totals are listed before it: 复议
    5宗、诉讼0宗，其中维持[2宗]. None where there were both, for it may be of either or of all: 复议3件、诉讼2件，维持[4件]."""
    topic, _, ending = found.match.label.metric.rpartition("_")
    if ending not in ENDINGS or len(facts) < 2 or wordings.cases.KIND_OF_CASES.search(place.left + place.behind):
        return found
    first, second = KINDS_OF_CASES.get(facts[-2].metric), KINDS_OF_CASES.get(facts[-1].metric)
    begin = sentence_start(place.text, place.figure.start)
    if begin and place.text.startswith(("其中", "结果"), begin):
        begin = sentence_start(place.text, begin - 1)  # 复议5宗、诉讼0宗。其中维持[2宗]
    elif begin and any((figure.value or 0) > (facts[-1].value or 0) for figure in _among(place, begin)):
        begin = sentence_start(place.text, begin - 1)  # 复议7件；诉讼0件，其中[4件]维持: more than there were lawsuits
    sentence = place.clause.paragraph.view.at[begin]
    if first is None or second is None or facts[-2].start < sentence or topic not in (first, second):
        among = place.text.find("其中", sentence_start(place.text, place.figure.start), place.figure.start)
        told = quantities_within(place.clause.paragraph, among, place.figure.end) if among >= 0 else ()
        too_many = first is not None and second == topic and any((figure.value or 0) > (facts[-1].value or 0) for figure in told)
        return None if too_many else found  # 复议7件 | 诉讼0件。其中[4件]维持, in two lines
    if first.startswith(second) or second.startswith(first):
        return found  # 行政诉讼5件，其中未经复议直接起诉4件（维持3件）
    if facts[-1].value and facts[-2].value:
        return None
    own = first if facts[-2].value else second
    return found._replace(match=found.match._replace(label=label_of(f"{own}_{ending}")))


def _among(place: Place, begin: int) -> Sequence[Figure]:
    """Returns the quantities behind 其中 in the sentence that begins at `begin`, none without it."""
    text = place.text
    among = text.find("其中", begin, place.figure.start)
    return quantities_within(place.clause.paragraph, among, sentence_end(text, place.figure.end)) if among >= 0 else ()


def _by_own_words(place: Place, facts: Sequence[Fact]) -> Attribution | None:
    """Returns the label that the words around a figure state, or the clause or section they stand in."""
    narrow = _part_of_siblings(place) or _part_of_replies(place, facts) or _of_the_head_too(place)
    if narrow is not None:
        return None if _is_rest_of_unknown(place, narrow.match, facts) else narrow
    full = _label_before(place)
    if full is not None and full[1].label.metric == "requests_received" and (way := _way_of_heading(place, full[1].length)) is not None:
        return way
    if full is not None and full[1].label.metric == "staff_total" and place.behind.startswith(("专职", "兼职")):
        full = None  # 政府信息公开工作人员[1名]（兼职）
    if full is not None and full[1].label.metric in _KINDS_OF_STAFF and _is_divided_into_both(place):
        return on_the_left(place, LabelMatch(label_of("staff_total"), 0))  # 专职人员总数269人，其中全职23人，兼职246人
    if full is not None and (place.no_object or not place.wants_object(full[0])):
        return _alone(place, *full)
    behind = _label_behind(place)
    if (done := _all_done(place)) is not None:
        return done
    if wordings.around.REFERRED.search(place.left):
        # 对[56名]信息员进行了培训
        return behind if behind is not None and behind.match.label.metric == "trainees" else None
    if behind is not None:
        # 答复[5件]申请: the noun alone would be what was received
        return (_label_around(place) or behind) if behind.match.label.metric == "requests_received" else behind
    if not place.no_object:
        return _label_around(place) or _label_at_the_end_behind(place) or by_channel(place)
    if (rules := _rules_of_the_sentence(place)) is not None:
        return rules
    short = short_label(place.left, place.figure, place.context) or _channel_of_siblings(place)
    if short is not None:
        if short.label.metric == "requests_received" and (way := _way_of_heading(place, short.length)) is not None:
            return way
        channel = None if _is_rest_of_unknown(place, short, facts) else with_channel(place, place.left, short)
        return _under_head(place, channel) if channel is not None else None
    return (
        by_channel(place)
        or _label_of_clause_before(place)
        or _label_before_comparison(place)
        or _decision_of_subject(place)
        or _responded(place)
        or _label_of_heading(place)
        or _total_of_parts(place, facts)
        or _total_of_section(place, facts)
        or _divided_staff(place)
        or issues_of_gazette(place)
        or files_of_gazette(place)
    )


def _all_done(place: Place) -> Attribution | None:
    """Returns what was done of as many requests as a figure counts, of which nothing else is said: 对[14件]申请全部作出答复."""
    done = wordings.requests.ALL_DONE.match(place.text, place.figure.end) if wordings.requests.OF_ALL.search(place.left) else None
    if done is None:
        return None
    label = label_of("replies_total" if done["done"].endswith("复") else "requests_closed")
    return Attribution(LabelMatch(label, 0), place.figure.start, done.end()) if fits(label, place.figure, place.context) else None


def _is_rest_of_unknown(place: Place, match: LabelMatch, facts: Sequence[Fact]) -> bool:
    """Tells whether what is left goes on with a list of what no label knows: 涉及征地的31件，涉及物业的9件，其他[5件]."""
    ahead = quantity_ahead(place.clause, place.previous, place.figure.start) if match.label.metric in _RESTS else None
    if ahead is None:
        return False
    at = place.clause.paragraph.view.at[ahead[1].start]
    return not any(fact.start <= at < fact.end for fact in facts)


def _under_head(place: Place, match: LabelMatch) -> Attribution:
    """Returns the attribution to a short label, secondary where no figure of the sentence is the head it stands under, and by news, which
    are behind all that was disclosed: 主动公开560条，发布各类动态信息[320条]."""
    secondary = place.context.headed not in match.label.under or (match.label.metric == "disclosed_total" and "动态" in place.left)
    return on_the_left(place, match)._replace(secondary=secondary)


# --- short labels that come before all others -------------------------------------------------------------------------


def _part_of_siblings(place: Place) -> Attribution | None:
    """Returns the kind of document that divides the items counted before it in the sentence: 公开信息900条，其中规范性文件[12条]."""
    if not (place.context.siblings or place.context.documents):
        return None
    short = short_label(place.left, place.figure, turned_to("disclose", place.context))
    return on_the_left(place, short) if short is not None and short.label.needs == "documents" else None


def _channel_of_siblings(place: Place) -> LabelMatch | None:
    """Returns the channel that divides the items counted in the sentence, though it spoke of rules since: 公开信息52条，其中规范性文件制发
    0件；政府网站[52条]; but not what came by it: 公开信息52条，收到申请3件，微信[1件]."""
    if not place.context.siblings or place.context.headed not in _OF_ITEMS:
        return None
    short = short_label(place.left, place.figure, turned_to("disclose", place.context))
    return short if short is not None and short.label.metric in CHANNELS else None


def _part_of_replies(place: Place, facts: Sequence[Fact]) -> Attribution | None:
    """Returns the outcome under 答复 that is also a label of its own elsewhere: 答复…，其中已主动公开[3件]; but not more than there were
    answers, nor items beside them: 答复3件，主动公开信息[1683条]."""
    if place.context.topic not in ("reply", "refused"):
        return None
    short = short_label(place.left, place.figure, place.context)
    if short is None or not short.label.metric.startswith(("reply_already", "outcome_")):
        return None
    is_none = short.label.metric == "reply_already_public" and are_items_beside(place.figure, place.left, place.clause, facts)
    return None if is_none else _under_head(place, short)


def are_items_beside(figure: Figure, left: str, clause: Clause, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure behind answers counts what was disclosed beside them, and not answers that something is public: more than
    there were answers, or what does not divide them: 答复3件，主动公开信息[1683条]."""
    answers = next((fact.value for fact in reversed(facts) if fact.metric in _ANSWERED), None)
    if answers is not None and figure.value is not None and figure.value > answers:
        return True
    text = clause.paragraph.text
    return figure.counter in ITEMS and "信息" in left and "其中" not in text[sentence_start(text, figure.start) : figure.start]


def _of_the_head_too(place: Place) -> Attribution | None:
    """Returns what the head of the body took part in as well: 主要领导参加在线访谈2次、新闻发布会[1次] ; …2次，参加新闻发布会[1次]."""
    if place.context.headed != "by_head":
        return None
    took_part = wordings.office.TOOK_PART.match(place.left)
    if not place.is_listed and took_part is None:
        return None
    words = place.left[took_part.end() :] if took_part else place.left
    short = short_label(words, place.figure, turned_to("by_head", place.context))
    return on_the_left(place, short) if short is not None and short.label.topic == "by_head" else None


def _with_shared_verb(place: Place) -> Attribution | None:
    """Returns the label of a listed thing together with the verb of those before it: 制定部门规章1部、行政规范性文件[3件]."""
    clause, figure = place.clause, place.figure
    first = clause.quantities[0]
    if figure is first or not place.is_listed or not place.left or not place.no_object:
        return None
    verb = wordings.lists.SHARED_VERB.search(place.text, clause.start, first.start)
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
    of_each = place.figure.value == 0 or wordings.lists.EACH.search(place.left, len(stem))
    together = match.label.topic == "litigation" and wordings.cases.CASES_TOGETHER.search(stem) is not None
    at = len(stem) - match.length
    if not of_channel and not of_each:
        beside = wordings.around.BESIDE_ANOTHER_THING.fullmatch(stem, 0, at) is not None and not stem.startswith(("作出", "做出"), at)
        listed = listed_labels(stem, match, place.context)
        if together or beside or any(other.label.metric != match.label.metric for other in listed):
            return None
    channel = with_channel(place, stem, match)
    if channel is None:
        return None
    bare = bool(match.label.guarded) and stem.startswith(match.label.guarded, at)
    handled = channel.label.metric == "requests_received" and wordings.requests.HANDLING.match(stem, at) is not None
    by_attribute = place.context.made and channel.label.metric == "disclosed_total"  # 制作信息196条，其中主动公开[54条]
    secondary = bare or handled or by_attribute or _is_on_a_matter(place, channel) or is_total_by_means(place, channel)
    return Attribution(channel, start_in_text(place, at), place.figure.end, secondary=secondary)


def _is_on_a_matter(place: Place, match: LabelMatch) -> bool:
    """Tells whether a figure of events is of those on one matter only: 就防汛工作召开新闻发布会[3场] ; 围绕这一主题举行了[2场]发布会."""
    return match.label.metric in _EVENTS and wordings.office.ON_A_MATTER.search(place.left) is not None


# --- words behind, and on both sides ----------------------------------------------------------------------------------


def _label_behind(place: Place) -> Attribution | None:
    """Returns the label that is all the words behind: [3件]为同意公开. A short one counts only where nothing is named before."""
    things = place.things
    if not things or (not place.figure.counter and place.is_amid_names):
        return None
    context = place.context
    left = place.left
    if (listed := wordings.channels.CHANNELS_BY_MEANS.match(place.text, place.figure.end)) is not None:
        # 200条通过微博、微信发布: of both together
        together = channel_of(listed["names"])
        known = together in CHANNELS and context.siblings and place.is_free
        return Attribution(LabelMatch(label_of(together), 0), place.figure.start, listed.end()) if known else None
    if (told := _all_on_the_site(place) or _case_of_one(place)) is not None:
        return told
    able = [
        m
        for m in match_behind(things, context.subject.era)
        if fits(m.label, place.figure, context) and begins_label(left, len(left), m.label)
    ]
    found = [m for m in able if is_full(things, m.label, context.subject.era)]
    if not found and able and (place.is_free or wordings.office.PARTICIPANTS.search(place.left)):
        found = [m for m in able if context.topic in m.label.under and (place.is_free or m.label.metric == "trainees")]
    return _behind(place, found[0]) if found else _of_reason(place)


def _all_on_the_site(place: Place) -> Attribution | None:
    """Returns as what the site published the items of which the words behind say that all stand there: [739条]信息全部上网公布."""
    on_site = wordings.channels.ALL_ON_THE_SITE.match(place.behind) if place.is_free else None
    website = label_of("disclosed_website")
    if on_site is None or not fits(website, place.figure, place.context):
        return None
    if on_site["names"] is not None and channel_of(on_site["names"]) != website.metric:
        return None
    return Attribution(LabelMatch(website, 0), place.figure.start, place.figure.end + on_site.end())


def _case_of_one(place: Place) -> Attribution | None:
    """Returns the case of the one person who had one: [1名]申请人不服我局答复申请行政复议; several may have had one together."""
    if place.figure.value != 1 or place.figure.counter not in PEOPLE:
        return None
    appealed = wordings.cases.ONE_PERSON_APPEALED.match(place.behind)
    if appealed is None:
        return None
    of_case = label_of("review_total" if appealed["kind"] == "行政复议" else "litigation_total")
    return Attribution(LabelMatch(of_case, 0), place.figure.start, place.figure.end + appealed.end())


def _of_reason(place: Place) -> Attribution | None:
    """Returns the answer that stands behind its reason, or that the reason is: [1件]因涉及商业秘密不予公开, [2件]因信息不存在无法提供."""
    why = wordings.requests.REASON_BEHIND.fullmatch(place.behind) if place.behind[:1] in _BEGINS_REASON else None
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
    return Attribution(match, place.figure.start, place.figure.end + len(place.behind), secondary=_is_on_a_matter(place, match))


def _label_around(place: Place) -> Attribution | None:
    """Returns the label whose verb stands before the figure and whose object behind: 公开[488条]政府信息, 召开[39场]新闻发布会."""
    things, figure = place.things, place.figure
    for stem in stems(place.left):
        whole = stem + things
        for match in match_before(whole, place.context.subject.era):
            if match.length > len(things) and fits(match.label, figure, place.context):
                channel = with_channel(place, whole, match)
                start = place.left_start + max(0, len(whole) - match.length)
                return channel and Attribution(channel, start, figure.end + len(place.behind), secondary=_is_on_a_matter(place, channel))
    verb = place.left.removesuffix("了")
    short = short_label(verb + things, figure, place.context) if verb.endswith(("公开", "发布")) else None
    return Attribution(short, place.left_start, figure.end + len(place.behind)) if short is not None else None


def _label_at_the_end_behind(place: Place) -> Attribution | None:
    """Returns the label at the end of the words behind that say what led to it: [3件]因政府信息公开引发的行政复议."""
    things = place.things
    if not place.is_free:
        return None
    match = next((m for m in match_before(things, place.context.subject.era) if fits(m.label, place.figure, place.context)), None)
    return _behind(place, match) if match is not None and wordings.around.LEADS_TO.search(things[: len(things) - match.length]) else None


# --- no words of its own ----------------------------------------------------------------------------------------------


def _label_of_clause_before(place: Place) -> Attribution | None:
    """Returns the label that is the end of the clause before: 收到政府信息公开申请，共计[5件]."""
    previous = place.previous
    bare = (place.is_bare or wordings.around.TOLD.fullmatch(place.left)) and not wordings.sums.DIVIDES.match(place.left)
    if quantity_before(place.clause, place.figure.start) is not None:
        return None  # 发放情况全部公开，涉及公示43期、[1.4万人次]
    if previous is None or previous.quantities or not (bare or wordings.sums.CONSISTS_OF.fullmatch(place.left)):
        return None
    if (
        wordings.around.MOSTLY.search(previous.words)
        or wordings.lists.ARE_MOST.search(previous.words)
        or wordings.requests.RANKED.match(previous.words)
    ):
        return _of_the_most(place, previous)
    earlier = full_label(_beside_share(previous), place.figure, place.context) or _channel_listed(place, previous)
    if earlier is None:
        return None
    stem, match = earlier
    return Attribution(match, previous.start + len(stem) - match.length, place.figure.end)


def _of_the_most(place: Place, previous: Clause) -> Attribution | None:
    """Returns the way of applying that the clause before says most requests came by, or fewest: 网络申请占大多数，为[41件] ;
    其次是信函，[15件]."""
    words = wordings.requests.RANKED.sub("", wordings.lists.ARE_MOST.sub("", previous.words))
    if (
        words == previous.words
        or place.context.topic not in ("request", "applicant")
        or not wordings.lists.HAS_AS_MANY.fullmatch(place.left)
    ):
        return None
    match = short_label(words, place.figure, turned_to("request", place.context))
    full = full_label(words, place.figure, place.context) if match is None else None
    match = full[1] if full is not None and full[1].length == len(without_lead(words)) else match
    return Attribution(match, previous.start, place.figure.end) if match is not None and match.label.metric in WAYS else None


def _rules_of_the_sentence(place: Place) -> Attribution | None:
    """Returns what was done with the rules that the sentence speaks of: 执行规范性文件审核制度，本年制发[6件]，废止[8件]. None where it
    speaks of 规章 too."""
    done = wordings.publishing.DONE_WITH_RULES.fullmatch(without_lead(place.left)) if place.no_object else None
    spoken = place.text[place.text.rfind("。", 0, place.figure.start) + 1 : place.figure.start]
    if done is None or place.context.subject.era != "form" or "规范性文件" not in spoken or "规章" in spoken:
        return None
    metric = next(metric for metric, verb in _DONE_WITH_RULES.items() if done[verb])
    return on_the_left(place, LabelMatch(label_of(metric), 0)) if fits(label_of(metric), place.figure, place.context) else None


def _responded(place: Place) -> Attribution | None:
    """Returns the responses to what the clause before names: 就供水等热点问题，回应[5次]."""
    previous = place.previous
    if previous is None or previous.quantities or not wordings.office.RESPONDED.fullmatch(without_lead(place.left)):
        return None
    label = label_of("responses_hot_issues")
    named = wordings.office.RESPONDED_TO.match(previous.words)
    if named is None or not fits(label, place.figure, place.context):
        return None
    return Attribution(LabelMatch(label, 0), previous.start, place.figure.end)


def _channel_listed(place: Place, previous: Clause) -> tuple[str, LabelMatch] | None:
    """Returns the channel that is all of the clause before, and its label, where the clause is an item of a list: ①政府网站，[206条]；."""
    number = next((figure for figure in reversed(previous.figures) if figure.kind == "ordinal"), None)
    if number is None or not place.is_bare:
        return None
    words = as_labels_say(place.text[number.end : previous.end], place.context.subject)
    match = short_label(words, place.figure, place.context)
    return (words, match) if match is not None and match.label.metric in CHANNELS | {"disclosed_other"} else None


def _label_before_comparison(place: Place) -> Attribution | None:
    """Returns the label of which the clause before only tells how much more or less there was: 行政复议案件比上年增加3件，为[34件]."""
    previous = place.previous
    if previous is None or place.behind or not wordings.times.AMOUNTS_TO.fullmatch(place.left):
        return None
    compared = wordings.times.COMPARED.search(previous.words)
    if compared is None or wordings.times.CHANGE_TOLD.search(previous.words, compared.end()) is None:
        return None
    full = full_label(previous.words[: compared.start()], place.figure, place.context)
    return Attribution(full[1], previous.start + compared.start() - full[1].length, place.figure.end) if full is not None else None


def _decision_of_subject(place: Place) -> Attribution | None:
    """Returns the kind of decisions that is the subject of their sentence: 行政许可：上一年项目数量18项，…，处理决定数量[230件]."""
    said = wordings.publishing.DECISIONS.fullmatch(without_lead(place.left))
    if said is None:
        return None
    start = sentence_start(place.text, place.figure.start)
    kinds = wordings.publishing.KIND_OF_DECISION.findall(place.text, start, place.figure.start)
    full = full_label(kinds[-1] + said["noun"], place.figure, place.context) if len(set(kinds)) == 1 else None
    return Attribution(full[1], start, place.figure.end) if full is not None else None


def _label_of_heading(place: Place) -> Attribution | None:
    """Returns the label that is a heading run into the paragraph, for the first figure behind it: 3.新闻发布会。全年举办[6场] ;
    1、主动公开:全年公开[191条]."""
    words = place.left.rpartition(":")[2]
    if place.figure is not place.clause.quantities[0] or not wordings.around.WERE.fullmatch(words):
        return None
    end = place.figure.start - len(words)
    heading = _heading_ahead(place, end)
    full = full_label(heading, place.figure, place.context) if heading is not None else None
    if heading is None or full is None or full[1].length != len(heading):
        return None
    return Attribution(full[1], end, place.figure.end, secondary=True)


def _way_of_heading(place: Place, length: int) -> Attribution | None:
    """Returns the way of applying that is a heading run into the paragraph, for the first figure behind it, whose words say in so many
    characters only that requests came in: 1.当面申请。全年收到[2件]."""
    if place.figure is not place.clause.quantities[0]:
        return None
    start = sentence_start(place.text, place.figure.start)
    heading = _heading_ahead(place, max(start, place.text.rfind(":", start, place.figure.start) + 1))
    if heading is None:
        return None
    full = full_label(heading, place.figure, place.context)
    match = full[1] if full is not None else short_label(heading, place.figure, turned_to("request", place.context))
    return on_the_left(place, match._replace(length=length)) if match is not None and match.label.metric in WAYS else None


def _heading_ahead(place: Place, end: int) -> str | None:
    """Returns the heading run into the paragraph that ends right ahead of `end`, without its number; None where there is none."""
    heading = wordings.around.RUN_IN_HEADING.search(place.text[max(0, end - _HEADING_REACH) : end])
    return heading["name"] if heading is not None else None


def _label_of_figure_before(place: Place) -> Attribution | None:
    """Returns the label whose figure is given in two counters, the first of which is none of its own: 收取信息处理费2件，共计[310元].

    Only of money and of what was published: 接待来访52批138人次 counts visits twice, and no consultations.
    """
    if not place.is_bare or not place.no_object:
        return None
    ahead = quantity_ahead(place.clause, place.previous, place.figure.start)
    if ahead is None:
        return None
    beside, before = ahead
    first = first_of_groups(beside, before)
    if beside is place.previous and first is not beside.quantities[0]:
        return None
    words = place.text[beside.start : first.start]
    if before.counter.endswith("类") and (grouped := wordings.lists.GROUPED.fullmatch(place.text, before.end, beside.end)) is not None:
        words += grouped["noun"]  # 发布12类信息，共计350条
    full = full_label(words, place.figure, place.context)
    match = full[1] if full is not None else short_label(words, place.figure, place.context)
    if match is None or not before.counter:
        return None
    if before.counter in match.label.counters and not counts_groups(beside, before, place.figure):
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
    ahead = wordings.around.GROWTH_BEHIND.sub("", text[clause.start : share.start])
    return wordings.around.SHARE_LINK.sub("", ahead) or text[share.end : clause.end]


def _total_of_parts(place: Place, facts: Sequence[Fact]) -> Attribution | None:
    """Returns the total of the topic for a figure called one, that the parts right before it make up: 维持7件，纠正2件，总计[9件]."""
    total = TOTALS.get(place.context.topic or "overview")
    if total is None or not wordings.sums.TOTAL_OF_PARTS.fullmatch(without_lead(place.left) or place.left):
        return None
    parts = {total.replace("total", ending) for ending in ENDINGS}
    listed = list(takewhile(lambda fact: fact.metric in parts, reversed(facts)))
    if len(listed) < 2 or sum(fact.value or 0 for fact in listed) != place.figure.value:
        return None
    return on_the_left(place, LabelMatch(label_of(total), 0))


def _divided_staff(place: Place) -> Attribution | None:
    """Returns all the staff where what is behind divides them: 落实工作人员[136人]，其中专职12人，兼职124人 ; 人员数[136人]（专职12人，
    兼职124人）."""
    if place.figure.counter not in PEOPLE or not (place.context.of_disclosure or place.context.section == "staff"):
        return None
    divided = (
        wordings.office.STAFF.search(place.left) is not None
        and wordings.office.DIVIDED_STAFF.match(place.text, place.figure.end) is not None
    )
    both = wordings.office.ANY_STAFF.search(place.left) is not None
    if not (divided or (both and _is_divided_into_both(place))):
        return None
    return on_the_left(place, LabelMatch(label_of("staff_total"), 0))


def _is_divided_into_both(place: Place) -> bool:
    """Tells whether what is behind a number of staff divides it into those full-time and those part-time."""
    if wordings.office.DIVIDED_INTO_BOTH.match(place.text, place.figure.end):
        return True
    kinds = wordings.office.BOTH_KINDS.match(place.text, place.figure.end)
    return kinds is not None and int(kinds["one"]) + int(kinds["other"]) == place.figure.value


def _total_of_section(place: Place, facts: Sequence[Fact]) -> Attribution | None:
    """Returns the section's own total for a figure without words, if it is the section's first: 五、复议情况 | 共[5件]."""
    context, figure = place.context, place.figure
    if not place.is_bare:
        return None
    metric = TOTALS.get(context.section or "overview") if context.topic == context.section else None
    if context.topic == "training" and figure.counter in {"人次", "人", "名"}:
        metric = "trainees" if _goes_on_with_training(place, facts) else None
    elif metric is not None and any(fact.metric.startswith(metric.removesuffix("total")) for fact in facts):
        return None
    if metric is None:
        return None
    label = label_of(metric)
    return on_the_left(place, LabelMatch(label, 0))._replace(secondary=True) if fits(label, figure, context) else None


def _goes_on_with_training(place: Place, facts: Sequence[Fact]) -> bool:
    """Tells whether the clause of a bare figure speaks of training yet: 培训2次，[120人次] ; but not 接待来访25批[120人次]."""
    clause = place.clause
    first = clause.quantities[0].start
    return first == place.figure.start or (bool(facts) and facts[-1].start >= clause.paragraph.view.at[clause.start])
