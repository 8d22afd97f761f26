"""Applicants by kind, the columns of the forms' table three: 收到申请406件，其中自然人申请[390件]、商业企业[16件]."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extract.catalogue import PARTIES
from extract.figures import Figure
from extract.prose import wordings
from extract.prose.clauses import Clause, sentence_start
from extract.prose.stems import without_lead
from extract.records import Fact

#: How narratives name the applicants of the form's columns; 其他 alone is too short to be one.
_PARTY = {label.rpartition("·")[2]: code for code, label in PARTIES.items() if code not in ("all", "other_organisation")}
_PARTY |= {
    "其他组织": "other_organisation",
    "企业": "enterprise",
    "公司": "enterprise",
    "律师事务所": "legal_service",
    "个人": "natural_person",
    "公民个人": "natural_person",
    "公民": "natural_person",
}
#: One of them stands in every name of applicants.
_LAST_OF_NAMES = frozenset(name[-1] for name in _PARTY)
#: What stands for those of no kind named, and the fewest kinds named before.
_REST = frozenset(("其他", "其它"))
_FEWEST_LISTED = 3
#: What applicants' requests are counted in.
_COUNTERS = frozenset(("件", "", "宗", "单", "条", "份", "起", "例", "次", "项", "个"))


def party_named(words: str) -> str | None:
    """Returns the code of the applicants that are all that `words`, before or behind a figure, say: 其中，自然人提出的申请 ; 来自自然人."""
    if _LAST_OF_NAMES.isdisjoint(words):
        return None
    # 申请主体方面：自然人申请[10件]
    rest = wordings.requests.OF_APPLICANT.sub("", without_lead(words.strip("、:,").rpartition(":")[2]))
    return _PARTY.get(wordings.requests.BY_APPLICANT.sub("", rest))


def party_of_receipt(words: str) -> str | None:
    """Returns the code of the applicants, by a name of the form, whose requests `words` say were received: 收到自然人申请."""
    received = wordings.requests.RECEIVED_OF.search(words) if "申请" in words else None
    return _PARTY[received["party"]] if received is not None else None


def is_rest_of_applicants(words: str, figure: Figure, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure called no more than 其他 is the form's last column: with the other applicants listed right before,
    at least three, it comes to all requests: 收到申请95件，其中自然人83件，商业企业8件，法律服务机构3件，其他[1件]."""
    if figure.value is None or not facts or facts[-1].party == "all" or without_lead(words.strip("、:,")) not in _REST:
        return False
    listed = list(takewhile(lambda fact: fact.metric == "requests_received" and fact.party != "all", reversed(facts)))
    if len(listed) < _FEWEST_LISTED or len(listed) == len(facts):
        return False
    behind = -len(listed) - 1
    if facts[behind].metric == "requests_carried_in" and len(facts) + behind > 0:
        behind -= 1  # 新收92件，上年结转1件。其中自然人85件，…，其他[1件]
    whole = facts[behind]
    summed = figure.value + sum(fact.value or 0 for fact in listed)
    return whole.metric in ("requests_received", "requests_handled") and whole.party == "all" and whole.value == summed


def divides_requests(figure: Figure, clause: Clause, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure of one kind of applicants can divide the requests received, which the paragraph gave before, or any where
    the sentence goes back to them: 新收申请中，自然人[803件]."""
    text, view = clause.paragraph.text, clause.paragraph.view
    goes_back = wordings.requests.BACK_TO_REQUESTS.search(text, sentence_start(text, figure.start), figure.start) is not None
    begin = 0 if goes_back else view.at[0]
    return figure.counter in _COUNTERS and any(
        fact.metric == "requests_received"
        and fact.party == "all"
        and fact.value is not None
        and figure.value is not None
        and figure.value <= fact.value
        for fact in takewhile(lambda fact: fact.start >= begin, reversed(facts))
    )
