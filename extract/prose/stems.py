"""Labels at the end of words: linking words are taken off one after another (收到申请总数共计为, 收到申请总数, 收到申请), and what
remains is matched with the labels (`extract.prose.labels`) that a figure can be of."""

from __future__ import annotations

from functools import lru_cache

from extract.figures import Figure
from extract.prose import wordings
from extract.prose.clauses import Clause
from extract.prose.context import Context
from extract.prose.labels import Label, LabelMatch, label_of, match_before, match_short, match_whole
from extract.prose.topics import OF_REQUESTS, Topic

#: Where complaints are about disclosure; elsewhere they are the office's own business (旅游投诉, 消费投诉举报).
_OF_COMPLAINTS = frozenset(("complaint", "cases", "review", "litigation", "request", "reply", "refused"))
#: What kinds of documents are counted in, among items disclosed (siblings) and among documents.
_OF_SIBLINGS = frozenset(("条", ""))
_OF_DOCUMENTS = frozenset(("条", "件", "份", "篇", ""))
#: What is counted in the year it comes in, and again where it is carried over.
_OF_THE_YEAR = frozenset(("requests_received", "review_total", "litigation_total"))
#: Topics of requests and what became of them.
_OF_HANDLING = OF_REQUESTS | {"other_handling"}
#: Topics of what has to be told from other deeds with the same things.
_OF_DEEDS: frozenset[Topic] = frozenset(("disclose", "request", "review", "litigation", "press", "interview"))
#: What gazettes are called by that are none of the government: 统计[公报]1期.
_OTHER_GAZETTES = ("统计", "质量", "状况", "资源", "环境", "情况")
#: What is interpreted that is no policy: 统计数据24条，分析[解读]19条.
_OTHER_INTERPRETATIONS = ("分析", "数据", "统计")
#: Where what is new was put, not made.
_WHERE_PUBLISHED = ("目录", "平台", "网站", "专栏", "栏目", "公众号")
#: Topics so narrow that their section's other labels are none of theirs.
_NARROW = frozenset(("refused", "unavailable", "declined", "applicant"))
_LINKS_BY_LAST = {
    last: tuple(link for link in wordings.around.LINKS if link[-1] == last) for last in {link[-1] for link in wordings.around.LINKS}
}
#: No label has so many linking words behind it; a longer chain of them is an attack.
_MOST_STEMS = 24


@lru_cache(maxsize=1024)
def stems(text: str) -> tuple[str, ...]:
    """Returns `text`, then `text` without linking words at its end (申请总数共计为, 申请总数共计, 申请总数, 申请), the longest first."""
    seen, queue, found = {text}, [text], []
    while queue:
        stem = queue.pop(0)
        found.append(stem)
        for link in _LINKS_BY_LAST.get(stem[-1:], ()):
            rest = stem.removesuffix(link)
            if rest != stem and rest not in seen and len(seen) < _MOST_STEMS:
                seen.add(rest)
                queue.append(rest)
        queue.sort(key=len, reverse=True)
    return tuple(found)


def without_lead(words: str) -> str:
    """Returns `words` without what says nothing of what is counted at their head: 其中, 全年, 我局."""
    return wordings.around.LEAD.sub("", words)


def says_nothing(words: str) -> bool:
    """Tells whether words before a figure name nothing that is counted: 其中, 我局全年共."""
    lead = wordings.around.LEAD.match(words)
    if lead is None:
        return "" in stems(words)
    return any(not without_lead(stem) for stem in stems(words))


def fits(label: Label, figure: Figure, context: Context) -> bool:
    """Tells whether a figure can be of a label: its counter, and the siblings a label asks for."""
    if label.needs == "documents":
        return figure.counter in (_OF_DOCUMENTS if context.documents or context.made else _OF_SIBLINGS if context.siblings else ())
    if label.needs == "channels" and not context.channels:
        return False
    if label.needs == "carried" and not context.carried:
        return False
    if label.needs == "answered" and not context.answered:
        return False
    if label.needs == "work" and not context.of_disclosure:
        return False
    if label.metric == "complaints_total" and not (
        context.of_disclosure or context.topic in _OF_COMPLAINTS or context.section in _OF_COMPLAINTS
    ):
        return False
    if "元" in label.counters:
        return figure.counter.endswith("元") or (figure.value == 0 and figure.counter != "项")  # 信息处理费为0 ; 收费0件
    if figure.counter and figure.counter not in label.counters:
        return False
    return figure.value is None or not figure.value % 1  # 收到申请12.5件: a slip, which nobody can settle


def as_charged(label: Label, words: str, clause: Clause, context: Context) -> Label:
    """Returns the label of 信息处理费 instead of that of all fees where the section or the paragraph is on it and `words` name no other:
    信息处理费收取情况：[收取金额]为0元."""
    if label.metric != "fees_collected" or wordings.office.FEES_OF_OLD.search(words):
        return label
    if context.topic == "charges" and context.subject.era == "form":
        return label_of("charges_amount")
    of_processing = context.section == "processing_fee" or "信息处理费" in clause.paragraph.text
    return label_of("processing_fee_collected") if of_processing else label


def full_label(words: str, figure: Figure, context: Context) -> tuple[str, LabelMatch] | None:
    """Returns the full label `words` end with, once words that only link it to the figure are off, and the words without them.

    Of several, the one that reaches back furthest: 同意公开答复的 is one label, not 答复.
    """
    best: tuple[int, str, LabelMatch] | None = None
    for stem in stems(words):
        for match in match_before(stem, context.subject.era):
            start = len(stem) - match.length
            if (best is None or start < best[0]) and fits(match.label, figure, context) and begins_label(stem, start, match.label):
                best = start, stem, match
    return best[1:] if best else None


def begins_label(words: str, start: int, label: Label) -> bool:
    """Tells whether a label may begin at `start` of `words`, after what stands ahead of it: not in 不予[公开], 应[主动公开]."""
    ahead = words[:start]
    if wordings.around.SPOILT.search(ahead):
        return False
    if label.topic in _OF_DEEDS and ahead.removesuffix("了").endswith(wordings.around.OTHER_DEEDS):
        return False
    if label.metric == "gazette_issues" and ahead.endswith(_OTHER_GAZETTES):
        return False
    if label.metric == "info_made_total" and ahead.endswith(_WHERE_PUBLISHED):
        return False  # 依申请公开目录[新增信息]96条, 在信息公开平台[新增信息]562条
    if label.metric == "policy_interpretations" and ahead.endswith(_OTHER_INTERPRETATIONS):
        return False
    if label.metric in _OF_THE_YEAR and wordings.requests.CARRIED.search(ahead):
        return False
    if label.metric == "requests_received" and ahead.endswith(("复议", "诉讼", "应诉", "案件")):
        return False  # 行政复议案件[新收]21件
    if label.metric == "proposals_total" and ahead.endswith("会"):
        return False  # 政协会[议提案]88件
    if label.metric == "requests_received" and wordings.requests.BY_OTHER_WAY.search(
        ahead + "类" if words.startswith("类", start) else ahead
    ):
        return False
    if label.metric == "reply_already_public" and wordings.around.IS_NOT_OF.search(ahead):
        return False
    if label.topic in _OF_HANDLING and wordings.requests.FOR_OTHERS.search(ahead):
        return False
    if label.topic == "disclose" and ahead.endswith(("申请", "申请予以", "申请给予")):
        return False  # 依申请[公开政府信息]
    if label.metric == "requests_received" and ahead.endswith(("发布", "公布", "公示", "上传", "主动公开")):
        return False  # 发布12条[依申请公开信息]
    return not (label.guarded and words.startswith(label.guarded, start)) or bool(wordings.around.CLEAN.search(ahead))


def short_label(words: str, figure: Figure, context: Context) -> LabelMatch | None:
    """Returns the short label of the topic that is all of `words`, but for words that say nothing."""
    topics = (context.topic or "overview", None if context.topic in _NARROW else context.section)
    for stem in stems(words):
        whole = wordings.around.AND_OTHERS.sub("", without_lead(without_lead(stem).rpartition(":")[2]))
        for topic in topics:
            for match in match_whole(whole, context.subject.era, topic):
                if fits(match.label, figure, context):
                    return match
    return None


def any_label(words: str, context: Context) -> LabelMatch | None:
    """Returns the label `words` end with, whatever its figure."""
    era = context.subject.era
    for stem in stems(words):
        matches = (*match_before(stem, era), *match_whole(without_lead(stem), era, context.topic or "overview"))
        if matches:
            return matches[0]
    return None


def listed_labels(stem: str, match: LabelMatch, context: Context) -> list[LabelMatch]:
    """Returns the labels listed right before `match` at the end of `stem`, the nearest first: 行政复议、[行政诉讼]."""
    era = context.subject.era
    found: list[LabelMatch] = []
    ahead = stem[: len(stem) - match.length]
    while ahead and ahead[-1] in "和、及与或":
        name = without_lead(wordings.requests.RECEIVING.sub("", wordings.lists.LISTED.split(ahead[:-1])[-1]))
        others = match_before(ahead[:-1], era) or match_short(name, era)
        if not others or wordings.publishing.MAKING.fullmatch(name):
            break
        found.append(others[0])
        ahead = ahead[: -1 - others[0].length]
    return found
