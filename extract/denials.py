"""Denials: 未收到…申请 is a zero with evidence for each thing it names, and for nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.labels import Era, Label, deniable

#: Whether a stretch of text can hold a denial at all; most sentences cannot.
MAY_DENY = re.compile(r"未|没|无|零|不收|不存在|不予收")
#: A denial, with the verb it may have: 未收到, 没有发生, 无, 零.
_DENIAL = re.compile(
    r"(?:均未|从未|尚未|暂未|并未|未曾|未有|未|没有|没|均无|暂无|尚无|并无|无|零|不存在|不)"
    r"(?!未|经|正当|理由|法提供|需|偿|障碍|线|关|条件|论|误|纸|人机|效|故|偏差|缝|疑|私|害|超|逾期|按|及时|完|全面|足|断|仅|同意|予|同|"
    r"能|够|得|宜|少|多|属|是|公开|动产|良|实|稳定|遗漏|力|涉密|满意|法)"
    r"(?:再|有)?(?:引发|引起|收到|接到|收取|产生|发生|出现|受理|引发|存在|涉及|提起|被|接收|向申请者收取|向申请人收取|征收|"
    r"因)?(?:过)?(?:一[例件起宗次])?"
)
#: A denial that stands behind what it denies: …均未发生, …:无, …零受理.
_DENIED_AHEAD = re.compile(
    r"(?:均|都|皆)?(?:未发生|没有发生|未收到|未产生|未出现|未涉及|不存在|没有|均无|皆无|都无|为零|零受理|零发生|零申请|"
    r"零收费)(?:过)?$|(?:情况)?:(?:无|没有|暂无|零)$"
)
#: What may follow a denied noun: the end, another of a list, or a word for case or event.
_DENIED_END = (
    r"(?=$|诉讼|之事|申请(?!公开)|[、和及与或,，;:。“”()]|以及|案件|案(?!例)|情况|情形|事项|事件|的(?:情况|情形|案件|事项|现象|问题|"
    r"申请|$)|办理|继续办理|发生|出现|等|数|件|被|(?:或|和|及|、)|各项|任何|0|均|费|标准|记录|现象|行为(?:发生)?$|工作$|业务$)"
)


def _deniable_as(metric: str, denied: str, denial: str) -> bool:
    """Tells whether a denial that names the noun of `metric` is a zero of it; the exceptions are wordings met in reports."""
    if metric == "fees_collected":
        return "信息处理费" not in denied and (bool(re.search(r"收|费用", denied + denial)))
    if denial.startswith("不") and not denial.startswith("不存在"):
        return metric == "fees_collected"
    several = re.search(r"(?:当面|现场|网络|网上|在线|信函|书面|邮寄|传真|邮件)(?:申请)?[、和及或]", denied)
    if metric in ("requests_in_person", "requests_online", "requests_letter", "requests_fax"):
        return not several
    if (
        metric == "requests_received"
        and not several
        and re.search(r"(?:当面|现场|网络|网上|在线|信函|书面|邮寄|传真|邮件|重复|逾期)申请", denied)
    ):
        return False
    if metric == "requests_received":
        # 未发生因政府信息公开申请行政复议 denies the review, not the request.
        if re.search(r"结转|逾期|超期|未按时|答复", denied) or (re.search(r"(?:复议|诉讼)申请", denied) and denied.count("申请") == 1):
            return False
        return not re.search(r"申请(?:行政复议|引发|提起|引起|收费|人|书|收取)", denied) or bool(re.search(r"收到|接到|受理", denial))
    if metric in ("requests_carried_in", "requests_carried_out"):
        return "结转" in denied
    return True


def denied(words: str, era: Era, topic: str | None) -> Iterator[tuple[Label, int]]:
    """Yields the labels that a clause's words deny, each with where the denial begins in them."""
    behind = _DENIED_AHEAD.search(words)
    match = _DENIAL.search(words)
    if behind is not None:
        # 依申请公开、行政复议、行政诉讼均未发生 ; 行政复议:无
        things, start, denial = re.sub(r"(?:情况|数量|数|事项|案件)$", "", words[: behind.start()]), 0, behind[0]
    elif match is not None:
        things, start, denial = words[match.end() :], match.start(), match[0]
    else:
        return
    for label in deniable():
        if label.era not in (None, era) or (label.metric.endswith("_corrected") and topic != label.topic):
            continue
        if label.zero_verbs and not re.search("|".join(label.zero_verbs), things):
            continue
        if any(re.search(rf"(?:{noun}){_DENIED_END}", things) for noun in label.zero) and _deniable_as(label.metric, things, denial):
            yield label, start
