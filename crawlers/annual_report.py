"""Which listed pages are annual reports (政府信息公开工作年度报告), and of which year: decided here and nowhere else.

All there is to go by is the row's title and the name of its column. A Chinese title names the kind of document last (…年度报告, …的通知,
…指南), so the rule reads from the end: the title must end in a report, and between it and 信息公开 nothing but the small change of such
titles may stand. What a title cannot tell (whose report, a school's or a government's) is left to whoever reads the page.
"""

from __future__ import annotations

import re
import unicodedata

#: What the document is about. 政务公开 and 政府信息公开 are used for each other in titles before 2019.
SUBJECT = r"(?:信息公开|政务公开|信息与政务公开|政务信息)"

#: What may stand between subject and report: 政府信息公开 工作情况的 2016年度 报告.
#: Anything else (自查, 评估, 考核, 整改) makes it another document.
BETWEEN = r"(?:工作|情况|年度|年|度|的|总结|实施|执行|贯彻|落实|开展|条例|《|》|和|及|政府|信息公开|政务公开|\d{4}|[“”\"]){0,12}"

REPORT_END = re.compile(rf"{SUBJECT}{BETWEEN}(?:年度报告|年报|报告书|报告)$")

#: 2016年长春市政府信息公开工…: the list shows no more. In an annual-report column such a row is fetched, the page will tell.
CUT_SHORT = re.compile(r"\.\.+$")
ABOUT_DISCLOSURE = re.compile(SUBJECT)

#: A disclosure of something else: 环境信息公开年度报告 (firms), 校务信息公开 (schools), 财政信息公开 (budgets).
OTHER_SUBJECT = re.compile(r"(?:环境|校务|院务|厂务|企业|财政|预算|决算|预决算|行政许可|行政处罚|双随机)信息公开")

#: A row that leads to many reports: 各部门2016年政府信息公开年度报告, 各市工作年度报告.
MANY = re.compile(r"各(?:市|县|区|旗|乡|镇|街道|部门|单位|委|局|地|成员)")

#: A part of the year: 2017年上半年政府信息公开工作报告.
PART_OF_YEAR = re.compile(r"半年|季度|月份|\d月(?!\d*日)|[一二三四五六七八九十]月")

#: News or paper about a report, though it ends in one: 贵州省发布2016年…年度报告. 关于…的报告 is the report itself, and
#: 机构编制委员会办公室 is an issuer.
ABOUT_ONE = re.compile(r"发布|公布|出台|刊登|报送|上报|(?<!机构)编制(?!委|办)|撰写|编写|解读|图解|读懂|转载|征求|范本|模板|样本|样式|格式")

#: A notice whose whole content is the report: 关于印发《2010年政府信息公开工作年度报告》的通知.
WRAPPED = re.compile(r"(?:印发|公布|发布)《(?P<inner>[^《》]+)》的(?:通知|公告|通告)$")

#: Ends that say nothing of the kind of document: .doc, 全文, 及统计表, （2016年度）, 2018-03-15. A bracket that says it is another
#: document, （图解） or （附表）, stays, and the title then ends in no report.
ENDS = (
    re.compile(r"\.(?:docx?|xlsx?|pdf|html?|shtml)$", re.IGNORECASE),
    re.compile(r"(?:全文|正文|电子版|文字版|全真版|word版|pdf版)$", re.IGNORECASE),
    re.compile(r"(?:及|和|暨|与)(?:附件|附表|统计表|情况统计表)$"),
    re.compile(r"[(〔\[【](?!一图|图解|图表|解读|政策解读|英文|模板|样表|草案|征求|附表|附件|统计表)[^()〔〕\[\]【】]*[)〕\]】]$"),
    re.compile(r"[-_—:：·|]*20\d\d(?:[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?|年度?)?$"),
    re.compile(r"[-_—:：·|。.\s]+$"),
)

#: In an annual-report column the title may leave the subject out: 长春市2016年度报告, 市教育局2015年年报, 2017年.
#: An issuer, a year, the report; nothing else, so that 2016年度财务报告 or 部门决算报告 are none.
#: 政府网站工作年度报告 is another document again, so a 网站 is no issuer.
ISSUER = r"(?:[^年报告的]{1,25}(?:省|市|区|县|旗|镇|乡|街道|局|厅|委|委员会|办|办公室|政府|管委会|中心|处|所|院|署|部|队|(?<!网)站))?"
BARE = re.compile(rf"{ISSUER}(?:关于)?20\d\d年?(?:度|年度)?(?:工作)?(?:年度报告|年度工作报告|工作年度报告|年报|报告)?$")
BARE_REPORT = re.compile(r"年度|年报|^20\d\d年$")

REPORT_COLUMN = re.compile(r"年报|年度报告|年度工作报告")

#: 二〇一七, 二○一七, 二零一七, 二0一七, 二O一七: portals write the zero of a year in six ways.
CHINESE_YEAR = re.compile(r"二[〇○零0OoΟО][〇○零0OoΟО一二三][〇○零0OoΟО一二三四五六七八九](?=年)")
CHINESE_DIGITS = str.maketrans("〇○零OoΟО一二三四五六七八九", "0000000123456789")

#: 〔2018〕12号, (长府办发[2018]3号): the number of a document, not the year reported.
DOCUMENT_NUMBER = re.compile(r"[〔\[(【]?(?:19|20)\d\d[〕\])】]\s*\d+\s*号")
#: 2018-03-15, 2018年3月15日: a day, not the year reported.
DAY = re.compile(r"20\d\d(?:[-./]\d{1,2}[-./]\d{1,2}|年\d{1,2}月(?:\d{1,2}日)?)")
#: 2016-2017年度: a report of two years is a report of none.
SPAN = re.compile(r"20\d\d年?(?:度|年度)?[-—~至到、和及]+20\d\d")
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
YEAR_OF_REPORT = re.compile(r"(?<!\d)(20\d\d)(?=年度)")

#: The first reports: Guangzhou's and Shanghai's own rules asked for them from 2003 and 2004 on, the State Council's from 2008.
FIRST_YEAR = 2003


def is_annual_report(title: str, column: str = "") -> bool:
    """Returns whether a row with this title, in a column of this name, leads to one body's annual report on government disclosure."""
    words = _plain(title)
    if wrapped := WRAPPED.search(words):
        return is_annual_report(wrapped["inner"], column)
    cut_short = CUT_SHORT.search(words)
    words = _without_ends(words)
    if MANY.search(words) or PART_OF_YEAR.search(words) or ABOUT_ONE.search(words) or OTHER_SUBJECT.search(words):
        return False
    in_report_column = bool(REPORT_COLUMN.search(column))
    if cut_short:
        return in_report_column and bool(ABOUT_DISCLOSURE.search(words))
    if REPORT_END.search(words):
        return in_report_column or "年报" in words or "年度" in words or report_year(title) is not None
    return in_report_column and bool(BARE.fullmatch(words) or BARE.fullmatch(_plain(title))) and bool(BARE_REPORT.search(_plain(title)))


def report_year(title: str) -> int | None:
    """Returns the year the title says it reports, None where it names none, or several and none of them as 年度."""
    words = DAY.sub("", DOCUMENT_NUMBER.sub("", _plain(title)))
    if SPAN.search(words):
        return None
    years = set(YEAR.findall(words))
    if len(years) > 1:
        years = set(YEAR_OF_REPORT.findall(words))
    years = {year for year in years if int(year) >= FIRST_YEAR}
    return int(years.pop()) if len(years) == 1 else None


def _plain(title: str) -> str:
    """Returns the title in one spelling: half-width, without spaces, Chinese years in digits."""
    words = "".join(unicodedata.normalize("NFKC", title).split())
    return CHINESE_YEAR.sub(lambda year: year[0].translate(CHINESE_DIGITS).replace("二", "2"), words)


def _without_ends(words: str) -> str:
    """Returns the title without what follows the name of the document; at most six ends, so that no title can make us search for long."""
    for _ in range(6):
        shorter = words
        for end in ENDS:
            shorter = end.sub("", shorter)
        if shorter == words:
            break
        words = shorter
    return words
