"""What is fetched with a report page: on a page with a text its documents, on one without whatever the text may be in."""

import pytest
from scrapy.http import HtmlResponse

from crawlers.families.attachments import attachments_of

PAGE = "http://zwgk.example.gov.cn/ndbg/201803/t20180315_1.html"
FOLDER = PAGE.rpartition("/")[0] + "/"
SITE = "http://zwgk.example.gov.cn"
TITLE = "长春市2017年政府信息公开工作年度报告"
TEXT = "<p>一、概述 根据《中华人民共和国政府信息公开条例》的规定，编制本年度报告，全年主动公开政府信息12345条。</p>" * 12
MENU = "".join(f'<li><a href="/c{n}/">栏目{n}的名称</a></li>' for n in range(80))
FOOT = (
    '<img src="/images/logo.png"><img src="./sgs.gif" width="40"><iframe src="http://www.gov.cn/jiucuo.html"></iframe>主办：长春市人民政府'
)

#: Markup of the body → its attachments, on a page that has no text of its own and on one that has.
CASES: dict[str, tuple[str, list[str], list[str]]] = {
    "a document of the page's folder": ('<a href="./P020180315.doc">全文</a>', [FOLDER + "P020180315.doc"], [FOLDER + "P020180315.doc"]),
    "an attachment from elsewhere": ('<a href="/u/1.pdf">附件：年报</a>', [f"{SITE}/u/1.pdf"], [f"{SITE}/u/1.pdf"]),
    "a form of the site": ('<a href="/u/form.doc">申请表格</a>', [], []),
    "another year's report": ('<a href="./P2016.pdf">2016年政府信息公开工作年度报告</a>', [], []),
    "a viewer": ('<iframe src="/pdfjs/viewer.html?file=/u/2017.pdf"></iframe>', [f"{SITE}/u/2017.pdf"], [f"{SITE}/u/2017.pdf"]),
    "a viewer, its document escaped": (
        '<iframe src="/v.html?file=%2Fu%2F2017%E5%B9%B4.pdf&page=1"></iframe>',
        [f"{SITE}/u/2017%E5%B9%B4.pdf"],
        [f"{SITE}/u/2017%E5%B9%B4.pdf"],
    ),
    "a frame": ('<iframe src="./content_1.html"></iframe>', [FOLDER + "content_1.html"], []),
    "a scan of two pages": (
        '<img src="./W020180315_1.jpg"><img src="/picture/0/180315091212345.JPG" width="800">',
        [FOLDER + "W020180315_1.jpg", f"{SITE}/picture/0/180315091212345.JPG"],
        [],
    ),
    "a document a script opens": ("<script>var f = '.\\/P020180315.pdf'; view(f)</script>", [FOLDER + "P020180315.pdf"], []),
    "a script of the page's own": (
        '<script src="./t20180315_1.js"></script><script src="/js/jquery.js"></script>',
        [FOLDER + "t20180315_1.js"],
        [],
    ),
    "somewhere else": ('<a href="http://evil.example.com/1.pdf">附件</a><iframe src="http://10.0.0.1/x.html"></iframe>', [], []),
    "nothing": ("", [], []),
}


@pytest.mark.parametrize("case", CASES)
def test_attachments(case: str) -> None:
    markup, without_text, with_text = CASES[case]
    for text, expected in (("", without_text), (TEXT, with_text)):
        body = f"<html><body><ul>{MENU}</ul>{text}{markup}{FOOT}</body></html>".encode()
        own, _ = attachments_of(HtmlResponse(PAGE, body=body, encoding="utf-8"), TITLE, ("zwgk.example.gov.cn",))
        assert [row.url for row in own] == expected


def test_what_is_linked_and_left_is_told() -> None:
    body = f'{TEXT}<a href="/u/form.doc">申请表格</a><a href="./P1.doc">附件</a>'.encode()
    own, others = attachments_of(HtmlResponse(PAGE, body=body, encoding="utf-8"), TITLE, ("zwgk.example.gov.cn",))
    assert ([row.title for row in own], [row.title for row in others]) == (["附件"], ["申请表格"])
