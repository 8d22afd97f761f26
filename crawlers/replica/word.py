"""What Word leaves in a page: a head of styles nobody uses, and text cut into runs, numbers through the middle."""

from __future__ import annotations

import re
from html import escape

#: A number, other ASCII, or a stretch of Chinese: Word starts a new run wherever the font changes, and often where it does not.
RUN = re.compile(r"(?P<number>[0-9]+)|[ -~]+?(?=[0-9]|[^ -~]|$)|[^ -~]{1,12}")
LATIN = (
    'lang=EN-US style=\'font-size:16.0pt;mso-bidi-font-size:12.0pt;font-family:"Times New Roman","serif";'
    "mso-fareast-font-family:仿宋_GB2312;mso-hansi-font-family:宋体;color:black;mso-font-kerning:0pt'"
)
CHINESE = (
    "style='font-size:16.0pt;mso-bidi-font-size:12.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:宋体;"
    "mso-bidi-font-family:宋体;color:black;mso-font-kerning:0pt'"
)

#: Table styles Word lists in every page it saves, used or not, each in seven variants.
TABLE_STYLES = (
    *("Light Shading", "Light List", "Light Grid", "Dark List", "Colorful Shading", "Colorful List", "Colorful Grid"),
    *(f"{kind} {number}" for kind in ("Medium Shading", "Medium List", "Grid Table", "List Table") for number in range(1, 6)),
)


def word_runs(text: str) -> str:
    """Returns the paragraph's text as Word's spans; a number of several digits stands in two of them."""
    return "".join(_run(match) for match in RUN.finditer(text))


def word_head() -> str:
    """Returns what Word puts before the text: a meta tag that contradicts the page's own, conditional comments, styles."""
    latent = "\n".join(
        f'  <w:LsdException Locked="false" Priority="{60 + index}" SemiHidden="false" UnhideWhenUsed="false" Name="{name}{accent}"/>'
        for accent in ("", *(f" Accent {number}" for number in range(1, 7)))
        for index, name in enumerate(TABLE_STYLES)
    )
    return (
        '<meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=ProgId content=Word.Document>\n'
        "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument>"
        f'<w:LatentStyles DefLockedState="false" LatentStyleCount="267">\n{latent}\n</w:LatentStyles></xml><![endif]-->\n'
        "<style><!--\n @font-face {font-family:宋体;panose-1:2 1 6 0 3 1 1 1 1 1;mso-font-charset:134;}\n"
        " p.MsoNormal {mso-style-unhide:no;margin:0cm;text-align:justify;font-size:10.5pt;mso-font-kerning:1.0pt}\n--></style>"
    )


def _run(match: re.Match[str]) -> str:
    text = match[0]
    if number := match["number"]:
        half = len(number) // 2
        return "".join(_span(LATIN, part) for part in (number[:half], number[half:]) if part)
    return _span(LATIN if text.isascii() else CHINESE, text)


def _span(attributes: str, text: str) -> str:
    return f"<span {attributes}>{escape(text, quote=False)}</span>"
