"""What a sentence can be about. A topic decides which short labels stand for what: 维持25件 under `review` or under `litigation`."""

from __future__ import annotations

import re
from collections.abc import Mapping
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

#: Words that turn their sentence to another topic, the last one counts: 发生[行政复议]案件如下. A word stands before those it begins with.
_TOPICS: Mapping[Topic, str] = {
    "litigation_direct": "未经复议直接提起行政诉讼|未经复议直接提起诉讼|未经复议提起行政诉讼|未经复议提起诉讼|未经复议|未经行政复议|"
    "直接起诉|直接提起行政诉讼|直接提起诉讼",
    "litigation_after": "复议后提起行政诉讼|复议后提起诉讼|复议后起诉|复议后再起诉|复议后又起诉|复议后再次起诉|复议后仍起诉|"
    "复议后再提起行政诉讼|复议后又提起行政诉讼|复议后再提起诉讼|复议后又提起诉讼|复议后诉讼|复议后行政诉讼|复议后向法院起诉|复议后向人民法院起诉",
    #: Of both together no part is known to be of either: 行政复议和行政诉讼共9件，其中维持5件.
    "cases": "复议和行政诉讼|复议、行政诉讼|复议与行政诉讼|复议及行政诉讼|复议以及行政诉讼|复议或行政诉讼|复议行政诉讼|"
    "复议和诉讼|复议、诉讼|复议及诉讼|复议诉讼",
    "review": "复议",
    "litigation": "诉讼|行政应诉",
    "complaint": "举报|投诉",
    "processing_fee": "信息处理费|收费通知",
    "charges": "行政事业性收费",
    "fee": "收费|费用",
    "request": "依申请公开|依申公开|公开申请|收到申请|受理申请|申请总|申请数|申请件|申请中|申请方式|申请渠道",
    "reply": "答复",
    "normative": "规范性文件:|规范性文件(|规范性文件方面|规范性文件清理|清理规范性文件|清理行政规范性文件",
    "regulation": "规章:|规章(|规章方面",
    "disclose": "主动公开|公开政府信息|公开信息|公开政务信息|发布信息|发布政府信息|公开渠道",
    "respond": "回应|解读",
    "staff": "专门机构|查阅点|查询点",
    "press": "新闻发布会|新闻通气会",
    "interview": "在线访谈|网上访谈|网络访谈",
}
TOPIC_OF = {word: topic for topic, words in _TOPICS.items() for word in words.split("|")}
#: What is no such word: 诉讼请求, 答复率, 答复期限, 维持原答复, 信访举报投诉类申请, 信访复议.
_NO_TOPIC = {
    "收费通知": "(?!要求)",
    "解读": "(?!率)",
    "回应": "(?!率)",
    "规范性文件:": "(?<!规章、规范性文件:)(?<!规章和规范性文件:)(?<!规章、行政规范性文件:)(?<!规章和行政规范性文件:)",
    "复议": "(?<!信访复议)",
    "诉讼": "(?!请求)",
    "答复": "(?<!维持我[一-鿿]答复)(?<!撤销我[一-鿿]答复)(?<!维持本机关答复)(?<!撤销本机关答复)"
    "(?<!申请公开的答复)(?<!原答复)(?<!重新答复)(?<!限期答复)(?<!责令答复)(?<!作出答复)(?<!维持答复)(?<!撤销答复)(?<![服对]答复)(?<!局答复)(?![率时期书内质不能]|(?:行为)?违法)",
    "举报": "(?<!信访举报)(?<!信访、举报)(?<!信访投诉举报)(?<!信访投诉、举报)(?<!信访、投诉、举报)(?!类)",
    "投诉": "(?<!信访投诉)(?<!信访、投诉)(?<!信访举报投诉)(?<!信访举报、投诉)(?<!信访、举报、投诉)(?!类)",
}
TOPIC = re.compile("|".join(re.escape(word) + _NO_TOPIC.get(word, "") for word in TOPIC_OF))
