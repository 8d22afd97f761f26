"""Puts a report's text into whole pages of several portal styles, and changes pages as portals do without changing what they say.

A style is a function from the report's blocks to markup: a paragraph is a string, a table a list of rows. All that surrounds the report
here is invented chrome with figures of its own, none of which may be read.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from itertools import groupby

import opencc

from extract.document import CellPart
from extract.fold import fold

Block = str | list[tuple[CellPart, ...]]
Style = Callable[[Sequence[Block]], str]
Change = Callable[[str], str]

# --- blocks ------------------------------------------------------------------------------------------------------------------------------


def blocks_of(text: str) -> list[Block]:
    """Returns the paragraphs of a saved text, and its lines of cells between ` | ` as tables."""
    blocks: list[Block] = []
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for is_table, group in groupby(lines, lambda line: "|" in line):
        if is_table:
            blocks.append([_cells(line) for line in group if not re.fullmatch(r"[|\s:-]+", line)])
        else:
            blocks.extend(group)
    return blocks


def _cells(line: str) -> tuple[CellPart, ...]:
    """Returns the cells of a row, with or without bars at its ends."""
    return tuple(CellPart(cell.strip()) for cell in line.removeprefix("|").removesuffix("|").split("|"))


def _title(blocks: Sequence[Block]) -> str:
    """Returns what the page's head calls it: its first line where that is a title."""
    first = blocks[0]
    return first if isinstance(first, str) and "。" not in first else "政府信息公开"


def _table(rows: Sequence[Sequence[CellPart]], cell: Callable[[str], str], attributes: str) -> str:
    lines = []
    for row in rows:
        cells = (
            "<td"
            + (f' rowspan="{part.rowspan}"' if part.rowspan > 1 else "")
            + (f' colspan="{part.colspan}"' if part.colspan > 1 else "")
            + f' style="border: 1px solid">{cell(part.text)}</td>'
            for part in row
        )
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table {attributes}>\n" + "\n".join(lines) + "\n</table>"


def _links(names: str, template: str = '<li><a href="/col/{0}/index.html">{1}</a></li>') -> str:
    return "\n".join(template.format(number, name) for number, name in enumerate(names.split()))


MENU = "首页 政务公开 办事服务 互动交流 走进宁江 新闻中心 政策文件 数据开放 专题专栏"
FOOT = "主办单位：宁江区人民政府 承办：宁江区电子政务中心 联系电话：0438-3102256 吉ICP备05008888号 网站标识码：2207020001"

# --- styles ------------------------------------------------------------------------------------------------------------------------------


def divs(blocks: Sequence[Block]) -> str:
    """A portal of today: header, breadcrumb, article with date and toolbar, neighbours, footer, all in <div>."""
    content = "\n".join(
        f'<p style="text-indent: 2em;"><span style="font-family: 仿宋_GB2312; font-size: 16pt">{html.escape(block)}</span></p>'
        if isinstance(block, str)
        else _table(block, lambda text: f'<p style="text-align: center">{html.escape(text)}</p>', 'border="1" cellspacing="0" width="100%"')
        for block in blocks
    )
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="PubDate" content="2026-03-15 09:30"><title>{_title(blocks)}</title></head>
<body><header><nav><ul>{_links(MENU)}</ul></nav></header>
<div class="container"><ol class="breadcrumb"><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li>
<li class="active">年度报告</li></ol>
<div class="article-box"><div class="article-info"><span>发布时间：2026-03-15 16:34</span><span>信息来源：区政府办</span>
<span>阅读次数：<i>1,208</i></span>
<span>字号：</span><span>大</span><span>中</span><span>小</span><span>打印</span></div>
<div class="article-content" id="zoom">
{content}
</div>
<div class="page-turn"><p>上一篇：<a href="a">关于召开2026年工作会议的通知</a></p><p>下一篇：<a href="b">没有了</a></p></div></div></div>
<footer><p>{FOOT}</p></footer></body></html>"""


def layout_tables(blocks: Sequence[Block]) -> str:
    """A portal of 2008: tables within tables, menus in columns beside the text, <font>."""
    content = "\n".join(
        f"<P><FONT face=宋体 size=3>　　{html.escape(block)}</FONT></P>"
        if isinstance(block, str)
        else _table(block, lambda text: f"<FONT size=2>{html.escape(text) or '&nbsp;'}</FONT>", "border=1 cellPadding=0 cellSpacing=0")
        for block in blocks
    )
    menu = _links(
        "政府信息公开规定 政府信息公开指南 政府信息公开目录 依申请公开 监督投诉",
        '<tr><td width="16"><img src="/images/dot.gif"></td><td height="24"><a href="/s{0}/" class="menu">{1}</a></td></tr>',
    )
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{_title(blocks)}--宁江区人民政府</title></head>
<body bgcolor="#FFFFFF" leftmargin="0"><table width="980" border="0" align="center">
<tr><td height="26"><marquee>欢迎访问宁江区人民政府门户网站</marquee></td>
<td align="right"><a href="/home/">设为首页</a> <a href="/fav/">收藏本站</a></td></tr></table>
<table width="980" border="0" align="center"><tr>{_links(MENU, '<td width="90"><a href="/n{0}/">{1}</a></td>')}</tr></table>
<table width="980" border="0" align="center"><tr><td width="196" valign="top"><table width="190">{menu}</table></td>
<td width="776" valign="top">
<table width="100%" border="0"><tr><td height="30">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; 年度报告</td></tr>
<tr><td align="center">发布日期：2010-03-15 来源：区政府办 【字体：大 中 小】</td></tr>
<tr><td><table width="96%" align="center"><tr><td>
{content}
</td></tr></table></td></tr><tr><td align="right">【打印】【关闭窗口】</td></tr></table></td></tr></table>
<table width="980" border="0" align="center"><tr><td align="center">{FOOT}</td></tr></table></body></html>"""


def word(blocks: Sequence[Block]) -> str:
    """HTML as Word saves it: each paragraph and each number broken over spans, its marks between them."""

    def runs(text: str) -> str:
        pieces = re.split(r"(\d+)", text)
        latin = '<span lang="EN-US" style="font-size:16.0pt;mso-bidi-font-size:12.0pt">{}</span>'
        split = (
            "".join(latin.format(half) for half in (piece[:2], piece[2:]) if half)
            if piece.isdigit()
            else f'<span style="font-size:16.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:宋体">{html.escape(piece)}</span>'
            for piece in pieces
            if piece
        )
        return "".join(split)

    def paragraph(text: str) -> str:
        end = '<span lang="EN-US"><o:p></o:p></span>'
        return f'<p class="MsoNormal" style="text-indent:32.0pt;mso-char-indent-count:2.0">{runs(text)}{end}</p>'

    content = "\n".join(
        paragraph(block) if isinstance(block, str) else _table(block, paragraph, 'class="MsoTableGrid" border="1" cellspacing="0"')
        for block in blocks
    )
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta charset="utf-8">
<title>{_title(blocks)}</title><!--[if gte mso 9]><xml><w:WordDocument><w:Zoom>100</w:Zoom></w:WordDocument></xml><![endif]-->
<style>p.MsoNormal {{margin:0cm; font-size:10.5pt}}</style></head><body lang="ZH-CN"><ul>{_links(MENU)}</ul>
<div class="Section1" style="layout-grid:15.6pt">
{content}
</div><p>{FOOT}</p></body></html>"""


def breaks(blocks: Sequence[Block]) -> str:
    """All paragraphs in one element, a <br> after each, indented by hand."""
    content = "\n".join(
        f"&nbsp;&nbsp;&nbsp;&nbsp;{html.escape(block)}<br/><br/>"
        if isinstance(block, str)
        else _table(block, html.escape, 'border="1"') + "<br>"
        for block in blocks
    )
    return f"""<html><head><meta charset="utf-8">
<title>{_title(blocks)}_宁江区人民政府</title></head><body><div id="top">{_links(MENU, '<a href="/{0}">{1}</a>')}</div>
<div id="main"><div class="title2">时间：2026-03-15　来源：区政府办　点击：367次</div>
<div class="TRS_Editor">{content}</div></div><div id="foot">{FOOT}</div></body></html>"""


def preformatted(blocks: Sequence[Block]) -> str:
    """A text put into <pre> as it was, indented by ideographic spaces."""
    content = "".join(
        f"　　{html.escape(block)}\n" if isinstance(block, str) else f"</pre>{_table(block, html.escape, 'border=1')}<pre>"
        for block in blocks
    )
    return f"""<html><head><meta charset="utf-8">
<title>{_title(blocks)}</title></head><body><div>{_links(MENU, '<a href="/{0}">{1}</a> |')}</div>
<div class="article"><pre>{content}</pre></div><div class="foot">{FOOT}</div></body></html>"""


def row_per_paragraph(blocks: Sequence[Block]) -> str:
    """A layout table of which each row holds one paragraph."""
    content = "\n".join(
        f'<tr><td class="bt_content">　　{html.escape(block)}</td></tr>'
        if isinstance(block, str)
        else f"<tr><td>{_table(block, html.escape, 'border=1 class=tab')}</td></tr>"
        for block in blocks
    )
    return f"""<html><head><meta charset="utf-8">
<title>{_title(blocks)}</title></head><body><table><tr>{_links(MENU, '<td><a href="/{0}">{1}</a></td>')}</tr></table>
<table width="100%">{content}</table><table><tr><td>{FOOT}</td></tr></table></body></html>"""


STYLES: dict[str, Style] = {style.__name__: style for style in (divs, layout_tables, word, breaks, preformatted, row_per_paragraph)}

# --- changes that leave what a page says ----------------------------------------------------------------------------------------------

_TAG = re.compile(r"(<[^<>]*>)")
_FULL_WIDTH = {ord(digit): ord(digit) - 0x30 + 0xFF10 for digit in "0123456789"}


def _body_text(page: str, change: Callable[[str], str]) -> str:
    """Returns the page with `change` made to each text between two tags of its body."""
    at = page.lower().index("<body")
    pieces = _TAG.split(page[at:])
    return page[:at] + "".join(piece if piece.startswith("<") else change(piece) for piece in pieces)


def chrome_around(page: str) -> str:
    """A banner, a menu beside, related reading and a second foot around the page's own."""
    beside = _links("领导之窗 机构职能 人事信息 财政预算 应急管理")
    head = (
        f'<div class="banner"><span>今天是2026年4月2日 星期四</span><a>登录</a><a>注册</a></div><div class="side"><ul>{beside}</ul></div>'
    )
    related = _links("宁江区2024年政府信息公开工作年度报告 宁江区2023年政府信息公开工作年度报告")
    tail = f'<div class="related"><h3>相关阅读</h3><ul>{related}</ul></div><div>版权所有：宁江区人民政府 访问量：1208366</div>'
    page = re.sub(r"<body[^<>]*>", rf"\g<0>{head}", page, count=1, flags=re.IGNORECASE)
    return re.sub(r"</body>", rf"{tail}\g<0>", page, flags=re.IGNORECASE)


def digits_in_spans(page: str) -> str:
    """Each digit of the text in an element of its own."""
    return _body_text(page, lambda text: re.sub(r"(?<![&#\d])\d(?!\d*;)", r"<span><b>\g<0></b></span>", text))


def attributes_shuffled(page: str) -> str:
    """The attributes of each tag the other way round, with one more and other quotation marks."""

    def turned(tag: re.Match[str]) -> str:
        attributes = re.findall(r"""[\w:-]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'<>/]+))?""", tag[2])
        quoted = [re.sub(r'="([^"\']*)"$', r"='\1'", attribute) for attribute in reversed(attributes)]
        return f"<{tag[1]} {' '.join(['data-v-7a=1', *quoted])}>"

    return re.sub(r"<((?!meta|html)[a-z]\w*)(\s[^<>]*)>", turned, page, flags=re.IGNORECASE)


def comments_and_scripts(page: str) -> str:
    """Comments and scripts with figures in them, before and behind each paragraph and inside its text."""
    noise = "<!-- 收到申请999件 --><script>var count = '公开999条';</script><style>.p12{width:34px}</style>"
    page = re.sub(r"</p>|<br/>", rf"\g<0>{noise}", page, flags=re.IGNORECASE)
    return _body_text(page, lambda text: text.replace("，", "<!--12-->，"))


def upper_case_tags(page: str) -> str:
    return re.sub(r"</?\w+", lambda name: name[0].upper(), page)


def character_references(page: str) -> str:
    """Each other character of the text as a reference, as some editors store all of them."""

    def referred(text: str) -> str:
        return "".join(f"&#{ord(c)};" if c.isalnum() and n % 2 else f"&#x{ord(c):x};" if c.isdigit() else c for n, c in enumerate(text))

    return _body_text(page, lambda text: text if "&" in text else referred(text))


def odd_spaces(page: str) -> str:
    """No-break and ideographic spaces around paragraphs and numbers, source lines broken between ideographs, zero-width marks."""

    def spaced(text: str) -> str:
        text = re.sub(r"(?<=[\u4e00-\u9fff])(?=公开|申请)", "\n        ", text)
        text = re.sub(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])", "&nbsp;", text)
        return text.replace("。", "。\u3000\u200b")

    # Inside <pre> a line break is a new paragraph, and in some texts spaces are what parts the cells of a row.
    parts = re.compile(r"[^\s，。；] \d+\s*<")
    return page if "<pre>" in page.lower() or parts.search(page) else _body_text(page, spaced)


def full_width_digits(page: str) -> str:
    return _body_text(page, lambda text: text if "&" in text else text.translate(_FULL_WIDTH))


def traditional(page: str) -> str:
    """Traditional characters by the dictionary's phrases, but where one does not lead back to the simplified one."""

    def converted(text: str) -> str:
        changed = _S2T.convert(text)
        return (
            "".join(new if fold(new) == old else old for new, old in zip(changed, text, strict=True)) if len(changed) == len(text) else text
        )

    return _body_text(page, converted)


_S2T = opencc.OpenCC("s2t")

CHANGES: dict[str, Change] = {
    change.__name__: change
    for change in (
        chrome_around,
        digits_in_spans,
        attributes_shuffled,
        comments_and_scripts,
        upper_case_tags,
        character_references,
        odd_spaces,
        full_width_digits,
        traditional,
    )
}
