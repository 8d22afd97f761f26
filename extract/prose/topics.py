"""What a sentence can be about. A topic decides which short labels stand for what: 维持25件 under `review` or under `litigation`."""

from __future__ import annotations

from typing import Literal, get_args

Topic = Literal[
    # what was disclosed and said
    "disclose",  # 主动公开, and by which channel
    "key_areas",  # 重点领域
    "normative",  # 规范性文件
    "regulation",  # 规章
    "decision",  # 行政许可, 行政处罚, 行政强制
    "charges",  # 行政事业性收费
    "procurement",  # 政府集中采购
    "respond",  # 解读, 回应
    "interact",  # 互动
    "press",  # 新闻发布会
    "interview",  # 在线访谈
    "by_head",  # what the head of the body took part in
    "visits",  # 网站访问量
    # requests and what became of them
    "request",
    "applicant",  # requests by who applied
    "reply",  # the outcomes, by the words of 2014 and by those of 2019
    "refused",
    "unavailable",
    "declined",
    "other_handling",
    "consult",
    "fee",  # 检索、复制、邮寄费
    "processing_fee",  # 信息处理费
    # cases
    "review",
    "litigation",
    "litigation_direct",  # 未经复议直接起诉
    "litigation_after",  # 复议后起诉
    "cases",  # reviews and lawsuits together: no part is known to be of either
    "complaint",
    "proposal",  # 建议, 提案
    # the office
    "staff",
    "funds",
    "meeting",
    "training",
    "overview",  # nothing said yet
    "plan",  # problems and plans, whose figures are none of the year
]

TOPICS: frozenset[str] = frozenset(get_args(Topic))
#: Topics of requests and of what became of them.
OF_REQUESTS: frozenset[Topic | None] = frozenset(("request", "reply", "refused", "unavailable", "declined"))
