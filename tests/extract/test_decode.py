"""The traps of charsets on the portals; each case holds the bytes as such a portal sends them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.clean.decode import decode

REPORT = "二〇一七年，朱镕基路街道办事处主动公开政府信息1200078条，收到申请50033件，均按时办结。"
MARKED_UP = '<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><body><p>{text}</p></body></html>'


def page(charset: str, text: str = REPORT) -> str:
    return MARKED_UP.format(charset=charset, text=text)


TRAPS = {
    "GB2312 declared and GB18030 meant": (page("gb2312").encode("gb18030"), None, "gb18030", "meta"),
    "GB2312 in the header alone": (REPORT.encode("gb18030"), "text/html; charset=GB2312", "gb18030", "header"),
    "UTF-8 declared and GBK sent": (page("utf-8").encode("gb18030"), "text/html; charset=utf-8", "gb18030", "detected"),
    "header says UTF-8, page says GBK and is": (page("gbk").encode("gb18030"), "text/html;charset=UTF-8", "gb18030", "meta"),
    "header says GBK, page says UTF-8 and is": (page("utf-8").encode(), "text/html;charset=gbk", "utf-8", "utf-8"),
    "GB2312 declared and UTF-8 sent": (page("gb2312").encode(), None, "utf-8", "utf-8"),
    "header of a server that knows nothing": (page("gb2312").encode("gb18030"), "text/html; charset=ISO-8859-1", "gb18030", "meta"),
    "Big5 declared by both": (page("big5", "政府資訊公開年度報告").encode("big5"), "text/html; charset=big5", "big5hkscs", "header"),
    "header Big5, page GBK and is": (page("gbk", REPORT * 9).encode("gb18030"), "text/html; charset=big5", "gb18030", "header-or-meta"),
    "nothing declared, UTF-8": (REPORT.encode(), None, "utf-8", "utf-8"),
    "nothing declared, GBK": (REPORT.encode("gb18030"), None, "gb18030", "detected"),
    "too short to tell": ("朝阳".encode("gb18030"), None, "gb18030", "fallback"),
    "UTF-8 with mark": (REPORT.encode("utf-8-sig"), "text/html; charset=gb2312", "utf-8", "bom"),
    "UTF-16 with mark": (REPORT.encode("utf-16"), None, "utf-16-le", "bom"),
    "UTF-16 without mark": (page("utf-16").encode("utf-16-be"), None, "utf-16-be", "utf-16"),
    "unquoted charset": (page("gbk").replace('"', "").encode("gb18030"), None, "gb18030", "meta"),
    "declared in the XML line": (f'<?xml version="1.0" encoding="gb2312"?><p>{REPORT}</p>'.encode("gb18030"), None, "gb18030", "meta"),
    "nothing declared, Big5": ("政府資訊公開年度報告".encode("big5"), None, "big5hkscs", "detected"),
    # The second byte of 拢 is under 0xC0, so its GBK bytes are a valid UTF-8 character, of no Chinese script.
    "GBK that happens to be valid UTF-8": ("拢".encode("gbk"), "text/html; charset=gbk", "gb18030", "header"),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_trap_is_read_right_and_the_rule_named(trap: str) -> None:
    data, content_type, charset, rule = TRAPS[trap]
    text, decoding = decode(data, content_type)
    assert (decoding.charset, decoding.rule) == (charset, rule)
    assert "\ufffd" not in text
    assert re.search(r"二〇一七年，朱镕基路.*1200078条|資訊公開|^朝阳$|^拢$", text)


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
@pytest.mark.parametrize("cut", [1, 2, 3])
def test_cut_in_the_last_character_does_not_flip_the_verdict(charset: str, cut: int) -> None:
    data = page("gb2312").split("</p>")[0].removesuffix("。").encode(charset)[:-cut]
    text, decoding = decode(data)
    assert decoding.charset == charset
    assert text.endswith(("均按时", "均按时办"))


def test_one_bad_character_in_utf_8_stays_one() -> None:
    text, decoding = decode(page("utf-8", "摘要" + REPORT * 5).encode().replace("摘要".encode(), "摘要".encode()[:4]))
    assert decoding.rule == "utf-8-damaged"
    assert text.count("\ufffd") == 1
    assert text.count(REPORT) == 5


def test_one_bad_byte_in_gbk_stays_local() -> None:
    text, decoding = decode(page("gbk", "摘要 <p>" + REPORT).encode("gb18030").replace("要 ".encode("gb18030"), b"\xd2 "))
    assert decoding == decode(page("gbk").encode("gb18030"))[1]
    assert REPORT in text


HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1)


@given(HAN, st.sampled_from(["gb2312", "gbk", "gb18030"]))
def test_declared_gbk_round_trips(text: str, declared: str) -> None:
    assert text in decode(page(declared, REPORT + text).encode("gb18030"))[0]


@given(HAN, st.sampled_from([None, "text/html; charset=gb2312", "text/html; charset=utf-8", "text/html; charset=iso-8859-1"]))
def test_utf_8_round_trips_whatever_is_declared(text: str, content_type: str | None) -> None:
    assert decode(page("gb2312", text).encode(), content_type)[0] == page("gb2312", text)


@given(st.binary(max_size=300), st.one_of(st.none(), st.text(max_size=40)))
def test_any_bytes_become_text_that_can_be_written(data: bytes, content_type: str | None) -> None:
    text, _ = decode(data, content_type)
    text.encode("utf-8")
