"""Titles of reports and names of bodies, as one line of a text says them: 长春市财政局2019年政府信息公开工作年度报告.

All functions read folded text (`extract.fold.fold`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.about.regions import locate
from extract.dates import years_in

#: The words a report's title has after its body: 长春市|政府信息公开|工作|年度报告, 朝阳市2016年度|政府信息公开|工作报告, …|政务公开|年报.
_TITLE = re.compile(
    r"(?P<body>.*?)(?P<subject>政府信息公开|政务信息公开|政务公开|信息公开)(?P<middle>[^。;]{0,30}?)(?P<kind>年度?报告|年报|报告|年度总结|工作总结|工作情况|年度报$)(?P<rest>.*)"
)
LONGEST_TITLE = 80
#: 怀化市统计局2017年报告: no subject, but a body and a year. Only where no fuller title is found.
_BARE_TITLE = re.compile(r"(?P<body>[^\d、]{3,30})(?:19|20)\d\d年度?(?P<subject>)(?P<middle>)(?P<kind>报告|年报)(?P<rest>)")
#: What kinds of titles have in them; most lines have nothing of it.
_KIND_OF_TITLE = re.compile(r"[报结况]")
_NO_TITLE = re.compile(r"[。;]|当前位置|首页|>>|->|本(?:年度)?(?:报告|年报)")
#: Hijacked mirrors gloss characters with their sound: 统(tǒng)计局.
_GLOSS = re.compile(r"\([a-zü\u00e0-\u01dc]+\)")
#: What a portal marks a title with, ahead of it: [【图文】]东岭市林业局2022年度….
_MARK = re.compile(r"^[【\[][一-鿿]{2,4}[】\]](?=.)")
#: A title given as a field of the portal's record: [信息名称:]东岭市林业局关于2014年度…, [内容概述 ]市林业局2014年…, [标题]….
#: Also behind a field left empty: [文 号: 关键字:]东岭区2010年….
_FIELD = re.compile(
    r"^[\s\-]*(?:(?:文\s*号|索\s*引\s*号)\s*[:：]\s*)?(?:(?:信息|文件|文章|公文)?(?:标\s*题|名\s*称)|题\s*名|关\s*键\s*[字词]|内容(?:概述|概览|摘要))"
    r"\s*(?:[:：|]|(?<=\s)|(?<=标题)|(?<=题名))\s*"
)
#: The number of the document and who signed it, on the title's line: [东二中〔2015〕3号 签发人:李明 ]2014年东岭市第二中学….
_NUMBERED = re.compile(
    r"^\s*[一-鿿]{1,8}\s*[〔\[(]\s*(?:19|20)\d\d\s*[〕\])]\s*第?\d+\s*号\s*(?:签发人\s*[:：]\s*[一-鿿]{2,4}\s+)?(?=[^\s])"
)
_YEAR_WORDS = re.compile(
    r"(?:(?:(?:19|20)\d\d|[一二][九〇○零Oo0][〇○零Oo0一二三四五六七八九]{2})\s*年?\s*[-—~至、]{1,2}\s*)?"
    r"(?:(?:19|20)\d\d|[一二][九〇○零Oo0][〇○零Oo0一二三四五六七八九]{2})\s*(?:学年|年)?度?"
)


def read_title(text: str) -> re.Match[str] | None:
    """Returns the parts of a report's title (body, subject, middle, kind, rest), None where `text` is no such title."""
    if len(text) > LONGEST_TITLE or not _KIND_OF_TITLE.search(text) or _NO_TITLE.search(text):
        return None
    text = _MARK.sub("", _GLOSS.sub("", re.sub(r"\s", "", _NUMBERED.sub("", _FIELD.sub("", text)))))
    return _TITLE.fullmatch(text) or _BARE_TITLE.fullmatch(text)


def titled(text: str) -> tuple[str | None, int | None] | None:
    """Returns the body and the year that a report's title names, None where `text` is no such title."""
    parts = read_title(text)
    return (title_body(parts), title_year(without_space(text))) if parts else None


def without_space(title: str) -> str:
    """Returns a title without the blanks and line breaks of its layout."""
    return re.sub(r"\s+", "", title)


def title_body(parts: re.Match[str] | None) -> str | None:
    """Returns the body a title names: before its subject, else in brackets or after a dash behind it."""
    if parts is None:
        return None
    found = [parts["body"], parts["middle"], *re.findall(r"[(\[【]([^()\[\]【】]+)[)\]】]|[-—_|]+([^-—_|()]+)$", parts["rest"])]
    for piece in found:
        for text in (piece,) if isinstance(piece, str) else piece:
            body = as_body(text)
            if body:
                return body
    return None


def title_year(title: str) -> int | None:
    """Returns the year a title reports on: of a school year (2018-2019学年) the one it ends in; other two years joined (2014-2015年) are no
    one year; else the first marked with 年 counts."""
    years = list(years_in(title))
    for first, second in pairwise(years):
        if first.year != second.year and re.fullmatch(r"\s*[-—~至到、和]+\s*", title[first.end : second.start]):
            return second.year if title.startswith("学年", second.end) and second.year == first.year + 1 else None
    marked = [year.year for year in years if year.marked]
    return next(iter(marked or [year.year for year in years]), None)


# --- bodies --------------------------------------------------------------------------------------------------------------------------

#: How the names of bodies end. The list is closed on purpose: a line that ends otherwise is no signature.
_BODY_END = (
    r"(?:人民政府|政府|行政公署|管委会|管理委员会|委员会|办公[室厅]|办事处|公安[局厅]|法院|检察院|分局|总局|[局委办厅院署部处所站馆队台社联]|中心|开发区|新区|高新区|经开区|汽开区|园区|保税区|示范区|"
    r"功能区|管理区|度假区|集团|公司|联社|协会|联合会|总工会|海关|学校|大学|学院|[中小]学|幼儿园|医院|银行|[支分]行|[省市县区旗盟州镇乡]|街道|苏木)"
)
_BODY = re.compile(rf"[一-鿿]{{1,38}}{_BODY_END}(?:\([一-鿿]{{2,20}}\))?")
#: Words that are in sentences, headings and a browser's buttons (收藏), not in names of bodies.
_NOT_IN_BODY = re.compile(
    r"的|是|了|我|本(?:年|报|级)|情况|工作(?!委员会|部|局|办)|公开(?!办)|存在|问题|措施|关于|进行|部分|年度|目录|指南|网站|首页|平台|超级|管理员|来源|编辑|发布|位置|专栏|栏目|记者|"
    r"官网|官方|现将|认真|贯彻|坚持|严格|高度重视|根据|按照|依据|收藏|打印|下载|分享|字体|点击"
)
#: What a title puts between the year and its subject and is no part of the body's name: 天津海关2015年[海关]政府信息公开….
_SECTOR = re.compile(r"(?<=\d年)度?(?:海关|税务|气象|政府|部门|机关|行政机关|本级|关区|系统)$")
#: The portal's name ahead of a body of the same region: [嵊州市人民政府]嵊州市水务局.
_PORTAL_AHEAD = re.compile(r"^([一-鿿]{2,12}[省市县区旗盟州])(?:人民政府)?(?=\1)")
#: 我市, 全县, 各区, 本机关, 乡镇: a body that points instead of naming.
_POINTING = re.compile(r"^(?:我|本|全|各|该|其|市直|区直|县直|省直|[省市县区旗州镇乡]{2,}(?:街道)?(?:人民政府|政府|办事处)?$)")
#: The number of a heading, or of one text of several: [一、]2010年全县…, [二 ]2010年…, [第一篇:]2009年北京市文化局….
_HEADING_NUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}(?:[、.．]|(?=(?:19|20)\d\d))|(?:第[一二三四五六七八九十]{1,3}篇|篇[一二三四五六七八九十]{1,3})[\s:：、]*)"
)
#: 海关总署(本级机关): whose figures a title says it gives, beside the name.
_OWN_LEVEL = re.compile(r"\((?:本级|机关|本级机关|本机关|机关本级|[省市县区]本级)\)")


def _points(name: str) -> bool:
    return bool(_POINTING.match(name)) and not locate(name).candidates  # 本溪市, 全州县


def as_body(text: str) -> str | None:
    """Returns the body named by a piece of a title, its name written out; None where the piece names none."""
    text = _HEADING_NUMBER.sub("", _SECTOR.sub("", text))
    text = re.sub(r"[\s《》“”\"':：,，、.·【】\[\]]", "", _OWN_LEVEL.sub("", _YEAR_WORDS.sub("", text)))
    text = _PORTAL_AHEAD.sub("", text)
    text = re.sub(r"^(?:[-—~至]|关于|附件\d*|公布|\(.*?\)|第?\d+号?|[A-Za-z]+\d*)+|(?:关于|年度|年|度|工作|的|[-—~])+$", "", text)
    text = re.sub(r"(?<=海关)关区$", "", text)  # what a custom house is in charge of
    if text.startswith("原") and locate(text[1:]).candidates and not locate(text).candidates:
        text = text[1:]  # 原长春市粮食局, which reports once more; but 原平市 is a city
    if text.endswith("人民"):  # 长春市人民|政府信息公开工作年度报告: the word 政府 stands once for both
        text += "政府"
    located = locate(text)
    # what a title names after a region is a body, however it ends
    named = _BODY.fullmatch(text) or (located.by_full_name and located.candidates and re.fullmatch(r"[一-鿿()]{2,40}", text))
    if _points(text) or _NOT_IN_BODY.search(text) or not named:
        return None
    return written_out(text)


def written_out(body: str) -> str:
    """Returns the full style of a body: 长春市 and 长春市政府 are 长春市人民政府, 阿拉善盟 its 行政公署, a 街道 its 办事处."""
    if re.search(r"(?<!人民)(?<=[省市县区旗盟州镇乡])政府$", body):
        return body.removesuffix("政府") + "人民政府"
    located = locate(body)
    if located.candidates and located.length == len(body) and (located.by_full_name or body[-1] in "州盟旗"):
        return body + ("行政公署" if body.endswith(("盟", "地区")) else "人民政府")
    if re.search(r"[镇乡]$|苏木$", body):
        return body + "人民政府"
    if body.endswith("街道"):
        return body + "办事处"
    return body


#: A region that a template and its filler both gave: 北京市大兴区|北京市大兴区发展和改革委员会.
_TWICE = re.compile(r"^([一-鿿]{2,8}[省市县区旗州])\1")


def named(text: str) -> Iterator[str]:
    """Yields the body that a whole text names, its name written out; nothing where it names none for sure."""
    name = _TWICE.sub(r"\1", re.sub(r"\s", "", text))
    if 3 <= len(name) <= 40 and is_body_line(name):
        yield written_out(name)


def is_body_line(line: str) -> bool:
    """Tells whether a line is surely the name of a body, and no more than a year behind it."""
    name = re.sub(r"\s|(?:19|20)\d\d年?度?$", "", line)
    return bool(_BODY.fullmatch(name)) and not _points(name) and not _NOT_IN_BODY.search(name) and is_anchored(name)


#: Ministries, today's and those before 2018; 宣传部 ends like them and is none.
MINISTRIES = frozenset(
    (
        *(
            "外交部",
            "国防部",
            "教育部",
            "科技部",
            "科学技术部",
            "工业和信息化部",
            "公安部",
            "监察部",
            "民政部",
            "司法部",
            "财政部",
            "商务部",
        ),
        *(
            "人力资源社会保障部",
            "人力资源和社会保障部",
            "自然资源部",
            "国土资源部",
            "生态环境部",
            "环境保护部",
            "住房城乡建设部",
            "住房和城乡建设部",
        ),
        *(
            "交通运输部",
            "铁道部",
            "水利部",
            "农业部",
            "农业农村部",
            "文化部",
            "文化和旅游部",
            "卫生部",
            "退役军人事务部",
            "应急管理部",
            "审计署",
            "海关总署",
        ),
    )
)


def is_anchored(name: str) -> bool:
    """Tells whether a name is surely a body's: it begins with a region, is a ministry or ends in a word that only bodies have."""
    return (
        name in MINISTRIES
        or bool(locate(name).candidates)
        or bool(re.search(r"人民政府|委员会$|管委会$|[一-鿿]{2}局$|办事处$|办公[室厅]$", name))
    )


#: Names of national bodies put before the region their branch works in: 国家税务总局|长春市税务局, 中共|长春市委, 国家统计局|吉林调查总队.
_NATIONAL_HEAD = re.compile(
    r"^(?:中共|共青团|中国共产党|中华人民共和国|国家[一-鿿]{2,8}?总?局|中国人民银行|中国[一-鿿]{2,6}?局|自然资源部|生态环境部|财政部|水利部)"
)
_NATIONAL_BODY = re.compile(r"(?:国务院|国家|中国|中华人民共和国|最高人民)[一-鿿]*|(?!.*[省市县区])[一-鿿]{2,12}(?:部|总署|总局)")


def without_national_head(name: str) -> str:
    """Returns a branch's name from its region on: 国家税务总局长春市税务局 is 长春市税务局."""
    return _NATIONAL_HEAD.sub("", name)


def is_national(name: str) -> bool:
    """Tells whether a body is one of the whole country."""
    return bool(_NATIONAL_BODY.fullmatch(name)) and not locate(without_national_head(name)).candidates
