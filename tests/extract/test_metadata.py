"""Whose report it is, of which place and year, and when it was published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.about.metadata import Description, describe
from extract.about.regions import locate, region_of_code
from extract.clean.html import read_html
from extract.dates import dates_in, iso_date, years_in
from extract.document import Document, Paragraph, assemble
from extract.records import Source

SHARED = Path(__file__).resolve().parents[2] / "../shared"


def _document(text: str, title: str | None = None, **page: str) -> Document:
    return assemble([Paragraph(line.strip()) for line in text.split("\n")], title=title, page=page)


# --- dates ---------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2017年3月9日", "2017-03-09"),
        ("2017 年 3 月 9 日", "2017-03-09"),
        ("2017年03月09", "2017-03-09"),
        ("2017-03-09 10:22", "2017-03-09"),
        ("2017/3/9", "2017-03-09"),
        ("填表日期:2017.01.05", "2017-01-05"),
        ("20170309", "2017-03-09"),
        ("二○一七年三月九日", "2017-03-09"),
        ("二〇一七年三月二十五日", "2017-03-25"),
        ("二0一七年十二月廿五日", "2017-12-25"),
        ("二O一二年十月三十一日", "2012-10-31"),
        ("一九九九年十一月十一日", "1999-11-11"),
        ("自201211日起", "2012-01-01"),
        ("至20121231日", "2012-12-31"),
        ("20251月1日", "2025-01-01"),
        ("202512月31日", "2025-12-31"),
        ("2025年131日", "2025-01-31"),
        ("2025115日", None),
        ("2025年12日", None),
        ("2017年13月1日", None),
        ("2017年2月30日", None),
        ("2017年3月", None),
        ("主动公开20170309条", None),
        ("〔201763号", None),
        ("12017-03-09", None),
        ("电话0432-64820265", None),
        ("", None),
    ],
)
def test_dates_in_all_writings(text: str, iso: str | None) -> None:
    assert iso_date(text) == iso


_DAYS = st.dates(date(1990, 1, 1), date(2039, 12, 31))
_CHINESE = "〇一二三四五六七八九"


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _CHINESE[tens]) + ("十" if tens else "") + (_CHINESE[ones] if ones else "")


@given(_DAYS)
def test_every_writing_of_a_day_reads_as_that_day(day: date) -> None:
    year = "".join(_CHINESE[int(digit)] for digit in str(day.year))
    writings = (
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y/%m/%d}",
        f"{day:%Y%m%d}",
        f"{year}年{_chinese(day.month)}月{_chinese(day.day)}日",
        f"{year.replace('〇', '○')} 年 {_chinese(day.month)} 月 {_chinese(day.day)} 日",
        f"{day.year}{day.month}月{day.day}日",
    )
    assert {iso_date(writing) for writing in writings} == {day.isoformat()}


@given(_DAYS)
def test_a_day_that_lost_its_marks_is_read_right_or_not_at_all(day: date) -> None:
    assert iso_date(f"{day.year}{day.month}{day.day}日") in (day.isoformat(), None)


@given(st.text(alphabet="0123456789年月日一二三十〇○-/. 至", max_size=40))
def test_dates_lie_in_the_text_in_order(text: str) -> None:
    found = list(dates_in(text))
    assert all(date.fromisoformat(written.iso) for written in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(0 <= written.start < written.end <= len(text) for written in found)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2016年度报告", [(2016, True)]),
        ("市政府2017政府信息公开", [(2017, False)]),
        ("二○一七年", [(2017, True)]),
        ("2016年3177号", [(2016, True)]),
        ("电话88779005", []),
        ("邮编201701", []),
    ],
)
def test_years(text: str, years: list[tuple[int, bool]]) -> None:
    assert [(year.year, year.marked) for year in years_in(text)] == years


# --- regions -------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("吉林省人民政府", {"220000"}),
        ("吉林市人民政府", {"220200"}),
        ("吉林调查总队", {"220000", "220200"}),
        ("吉林省长春市朝阳区财政局", {"220104"}),
        ("长春市朝阳区", {"220104"}),
        ("北京市朝阳区", {"110105"}),
        ("朝阳区", {"110105", "220104"}),
        ("朝阳市", {"211300"}),
        ("同江市", {"230881"}),
        ("长春新区", {"220100"}),
        ("密云县", {"110228"}),  # a district since 2015
        ("莱芜市", {"371200"}),  # part of 济南 since 2019
        ("邢台市桥西区", {"130503"}),  # 信都区 since 2020
        ("公主岭市", {"220184"}),  # moved from 四平 to 长春: one code for all years
        ("延边州", {"222400"}),
        ("前郭尔罗斯蒙古族自治县", {"220721"}),
        ("内蒙古自治区", {"150000"}),
        ("神农架林区", {"429021"}),
        ("浦东新区", {"310115"}),
        ("江北区", {"330205", "500105"}),
        ("额济纳旗赛汉陶来苏木", {"152923"}),
        ("和平镇", set()),
        ("永丰街道办事处", set()),
        ("财政局", set()),
        ("", set()),
    ],
)
def test_regions_by_name(name: str, codes: set[str]) -> None:
    assert {region.code for region in locate(name).candidates} == codes


def test_region_of_code() -> None:
    changchun = region_of_code("220100")
    assert changchun is not None
    assert changchun.name == "长春市"
    assert region_of_code("999999") is None


@given(st.text(max_size=30))
def test_locating_never_reads_past_the_name(name: str) -> None:
    located = locate(name)
    assert 0 <= located.length <= len(name)
    assert bool(located.candidates) == (located.length > 0)


# --- descriptions --------------------------------------------------------------------------------------------------------------------

# fmt: off
TITLES = [
    # title, issuer, code, level, year
    ("2016年长春市政府信息公开工作年度报告", "长春市人民政府", "220100", "prefecture", 2016),
    ("吉林市人民政府2017政府信息公开工作年度报告", "吉林市人民政府", "220200", "prefecture", 2017),
    ("朝阳市2016年度政府信息公开工作报告", "朝阳市人民政府", "211300", "prefecture", 2016),
    ("同江市2017年政府信息公开工作年度报告", "同江市人民政府", "230881", "county", 2017),
    ("长春市财政局2019年政府信息公开工作年度报告", "长春市财政局", "220100", "department", 2019),
    ("标题: 长春市财政局2019年政府信息公开工作年度报告", "长春市财政局", "220100", "department", 2019),
    ("信息名称:长春市财政局关于2019年度政府信息公开工作情况的报告", "长春市财政局", "220100", "department", 2019),
    ("内容概述 长春市财政局2019年政府信息公开工作年度报告", "长春市财政局", "220100", "department", 2019),
    ("标 题 | 长春市财政局2019年政府信息公开工作年度报告", "长春市财政局", "220100", "department", 2019),
    ("标题长春市财政局2019年政府信息公开工作年度报告", "长春市财政局", "220100", "department", 2019),
    ("第一篇：2019年长春市财政局政府信息公开工作年度报告", "长春市财政局", "220100", "department", 2019),
    ("[长春市人民政府]2012年长春市人民政府信息公开工作年报", "长春市人民政府", "220100", "prefecture", 2012),
    ("长春市人民政府 长春市水务局2012年政府信息公开工作年报", "长春市水务局", "220100", "department", 2012),
    ("文       号: 关键字: 长春市南关区2011年政府信息公开工作年度报告", "长春市南关区人民政府", "220102", "county", 2011),
    ("长八中 [2014] 6号 签发人:李明 2013年长春市第八中学政府信息公开工作年度报告", "长春市第八中学", "220100", "department", 2013),
    ("信息名称 2009长春市双阳区平湖街道政府信息公开工作年度报告", "长春市双阳区平湖街道办事处", "220112", "township", 2009),
    ("长春市人民政府信息公开工作年度报告(2018年度)", "长春市人民政府", "220100", "prefecture", 2018),
    ("长春市政府2018年政府信息公开年报", "长春市人民政府", "220100", "prefecture", 2018),
    ("长春市人民政府办公厅2018年政府信息公开年报", "长春市人民政府办公厅", "220100", "department", 2018),
    ("吉林省人民政府2020年政府信息公开工作年度报告", "吉林省人民政府", "220000", "province", 2020),
    ("上海市2019年政府信息公开工作年度报告", "上海市人民政府", "310000", "province", 2019),
    ("上海市浦东新区2019年政府信息公开工作年度报告", "上海市浦东新区人民政府", "310115", "county", 2019),
    ("北京市朝阳区人民政府2015年政府信息公开工作年度报告", "北京市朝阳区人民政府", "110105", "county", 2015),
    ("二○一二年度天门市政府信息公开工作年度报告", "天门市人民政府", "429006", "county", 2012),
    ("邹城市唐村镇2020年政府信息公开工作年度报告", "邹城市唐村镇人民政府", "370883", "township", 2020),
    ("沈阳市沈河区某某街道办事处2021年政府信息公开工作年度报告", "沈阳市沈河区某某街道办事处", "210103", "township", 2021),
    ("沈阳市沈河区大西街道2021年政府信息公开年报", "沈阳市沈河区大西街道办事处", "210103", "township", 2021),
    ("财政部2018年政府信息公开工作年度报告", "财政部", "100000", "national", 2018),
    ("国家统计局2019年政府信息公开工作年度报告", "国家统计局", "100000", "national", 2019),
    ("国务院办公厅2019年政府信息公开工作年度报告", "国务院办公厅", "100000", "national", 2019),
    ("国家税务总局长春市税务局2020年政府信息公开工作年度报告", "国家税务总局长春市税务局", "220100", "department", 2020),
    ("北京市地震局2010年度政府信息公开工作报告", "北京市地震局", "110000", "department", 2010),
    ("长春市气象台2019年政府信息公开工作年度报告", "长春市气象台", "220100", "department", 2019),
    ("长春市双阳区供销合作联社2019年信息公开工作年度报告", "长春市双阳区供销合作联社", "220112", "department", 2019),
    ("吉林大学2019年信息公开工作年度报告", "吉林大学", None, "department", 2019),
    ("吉林市第一中学2013学年信息公开工作年度报告", "吉林市第一中学", "220200", "department", 2013),
    ("中国共产党长春市委员会社会工作部2024年政务公开工作年度报告", "中国共产党长春市委员会社会工作部", "220100", "department", 2024),
    ("本溪市人民政府2014年政府信息公开工作年度报告", "本溪市人民政府", "210500", "prefecture", 2014),
    ("平潭综合实验区2021年度政府信息公开工作年度报告", "平潭综合实验区", "350128", "county", 2021),
    ("长春新区2020年政府信息公开工作年度报告", "长春新区", "220100", "county", 2020),
    ("延边州2016年政府信息公开工作年度报告", "延边州人民政府", "222400", "prefecture", 2016),
    ("阿拉善盟2016年政府信息公开工作年度报告", "阿拉善盟行政公署", "152900", "prefecture", 2016),
    ("2021年度政府信息公开工作年度报告(长春市水务局)", "长春市水务局", "220100", "department", 2021),
    ("2019年政府信息公开工作年度报告-吉林市司法局", "吉林市司法局", "220200", "department", 2019),
    ("关于长春市教育局2014年政府信息公开工作情况的报告", "长春市教育局", "220100", "department", 2014),
    ("密云县2012年政府信息公开工作年度报告", "密云县人民政府", "110228", "county", 2012),
    ("朝阳区2016年政府信息公开工作年度报告", "朝阳区人民政府", None, None, 2016),
    ("2014-2015年长春市政府信息公开工作年度报告", "长春市人民政府", "220100", "prefecture", None),
    ("我局2016年政府信息公开工作年度报告", None, None, None, 2016),
    ("现将我镇人民政府2016年政府信息公开工作年度报告", None, None, None, 2016),
    ("收藏《市水务局2016年政府信息公开工作年度报告》", None, None, None, 2016),
    ("海关总署(本级机关)2021年政府信息公开工作年度报告", "海关总署", "100000", "national", 2021),
    ("长春文理职业学院2015-2016学年度信息公开工作报告", "长春文理职业学院", "220100", "department", 2016),
    ("Page 8 - 长春市双阳区信访局2022年政府信息公开工作年度报告", "长春市双阳区信访局", "220112", "department", 2022),
    ("长春市水务局2016年政府信息公开年度报", "长春市水务局", "220100", "department", 2016),
    ("长春海关2015年海关政府信息公开年度报告", "长春海关", "220100", "department", 2015),
    ("吉林省环境保护厅2016年度政府政务信息公开工作报告", "吉林省环境保护厅", "220000", "department", 2016),
    ("原长春市粮食局2018年政府信息公开工作年度报告", "长春市粮食局", "220100", "department", 2018),
    ("原平市2018年政府信息公开工作年度报告", "原平市人民政府", "140981", "county", 2018),
    ("政府信息公开工作年度报告", None, None, None, None),
]
# fmt: on


@pytest.mark.parametrize(("title", "issuer", "code", "level", "year"), TITLES, ids=[case[0] for case in TITLES])
def test_titles(title: str, issuer: str | None, code: str | None, level: str | None, year: int | None) -> None:
    for document in (_document("主动公开信息若干。", title), _document(f"{title}\n主动公开信息若干。")):
        found = describe(document)
        shown = title.replace(" ", "")
        assert (found.title, found.issuer, found.region_code, found.level, found.year) == (shown, issuer, code, level, year)


OPENINGS = [
    # the opening of a report without a title, its issuer
    ("本报告根据有关条例要求,由长春市水务局编制。全文包括概述等。", "长春市水务局"),
    ("本年报是根据条例要求,由长春市双阳区建设委员会编制的2014年度政府信息公开年度报告。", "长春市双阳区建设委员会"),
    ("本报告由长春市卫生健康局结合有关统计数据编制,主要内容有六项。", "长春市卫生健康局"),
    ("根据条例要求,由长春市双阳区长春市双阳区水务局负责编制。", "长春市双阳区水务局"),
    ("本报告由长春市人民政府外事办公室编制。全市共有受理点3个。", "长春市人民政府外事办公室"),
    ("本报告由城北街道信息公开工作办公室编制完成。", "城北街道办事处"),
    ("本报告由长春市双阳区人民政府办公室综合各委、办、局的工作情况编写而成。", "长春市双阳区人民政府"),
    ("本报告由双阳区综合行政服务中心编制。", "双阳区综合行政服务中心"),
    ("2009年,平湖镇人民政府信息公开工作按照上级要求有序开展。", "平湖镇人民政府"),
    ("如有疑问,请与双阳区政务公开协调办公室联系。", "双阳区人民政府"),
    ("《长春市水务局2010年信息公开工作年度报告》是长春市水务局编写的年报。", "长春市水务局"),
    ("由概述、主动公开情况等六部分组成。", None),
    ("根据条例规定,现公布长春市水务局2022年政府信息公开工作年度报告。", "长春市水务局"),
    ("特向社会公布2024年度长春市气象局信息公开年度报告。", "长春市气象局"),
    ("现公布2012年平溪镇政府信息公开工作年度报告。", "平溪镇人民政府"),
    ("汇总2014年度长春市双阳区财政局的政府信息公开年度报告编制而成。", "长春市双阳区财政局"),
    ("汇总2016年度平溪乡政府的政务公开年度报告编制而成。", "平溪乡人民政府"),
    ("综合2016年度各乡镇政府的政府信息公开年度报告编制而成。", None),
    ("现公开长春市水务局信息公开2018年度报告。", "长春市水务局"),
    ("特编制长春市双阳区卫生局2014年政府信息公开年度报告。", "长春市双阳区卫生局"),
    ("编制了《长春市气象局2015年政府信息公开工作年度报告》。", "长春市气象局"),
    ("现将长春市信访局2017年政府信息公开工作情况报告如下:", "长春市信访局"),
    ("依据长春市司法局2010年政府信息公开工作情况编制。", "长春市司法局"),
    ("梳理编制长春海关关区2023年政府信息公开工作年度报告。", "长春海关"),
    ("根据《长春市人民政府办公厅关于做好2015年政府信息公开年度报告编制工作的通知》,现将我局2015年政府信息公开情况报告如下:", None),
    ("特向社会公布2021年度本机关政府信息公开工作年度报告。", None),
    ("索引号 | 公开方式 | 发布机构\n220000/2010-00023 | 主动公开 | 长春市水务局\n公开信息12条。", "长春市水务局"),
    ("发布机构 | 长春市水务局 | 成文日期 | 2010年3月2日\n公开信息12条。", "长春市水务局"),
    ("如对本报告有任何疑问,请与长春市水务局(地址:人民大街1号)联系。", "长春市水务局"),
    ("如有疑问,请联系:平溪镇党政办公室,电话:88779005。", "平溪镇人民政府"),
    ("请与长春市双阳区卫生局政府信息公开工作领导小组办公室联系。", "长春市双阳区卫生局"),
    ("请与长春市双阳区政府信息公开办公室联系。", "长春市双阳区人民政府"),
    ("请与农业部政务公开领导小组办公室联系。", "农业部"),
    ("请与本单位政务公开受理机构联系。", None),
    ("请与政府信息公开领导小组办公室联系。", None),
    ("请与长春市人民政府办公室联系。", None),
    ("请与长春市机构编制委员会办公室联系。", "长春市机构编制委员会办公室"),
    ("2022年,长春市财政局坚持依法公开。", "长春市财政局"),
    ("2024年,长春市水务集团有限公司严格落实条例。", "长春市水务集团有限公司"),
    ("2022年,市财政局坚持依法公开。按照长春市财政局的安排办理。", "长春市财政局"),
    ("2009年,水利部主动公开政府信息12条。", "水利部"),
    ("2022年,在区委、区政府的领导下,平溪街道办事处认真贯彻条例。", "平溪街道办事处"),
    ("2022年,宣传部坚持依法公开。", None),
    ("本报告由长春市统计局、国家统计局长春调查队(以下简称局队)编制。", "长春市统计局"),
    ("本报告根据条例要求,由长春市统计局、国家统计\n局长春调查队(以下简称局队)编制的2012年度报告。", "长春市统计局"),
    ("根据条例的要求,长春市双阳区平湖街道特编制2023年政府信息公开年度报告。", "长春市双阳区平湖街道办事处"),
    ("根据通知,长春市双阳区卫生局结合实际,编制本单位2022年度政务公开工作年度报告。", "长春市双阳区卫生局"),
    ("长春市商务委员会(以下简称市商务委)按照条例要求编制本报告,统计期限为2016年。", "长春市商务委员会"),
    ("由长春市双阳区人民政府平湖街道党政办公室综合科编制。", "长春市双阳区人民政府平湖街道办事处"),
    ("我局按照要求编制本报告。", None),
    ("修订了《长春师范大学信息公开实施办法》。", "长春师范大学"),
    ("按照《吉林省政府信息公开办法》和《长春市政府信息公开规定》执行。", None),
    ("长春市政府信息公开工作年度报告本报告根据条例由长春市统计局编制", "长春市统计局"),
    ("2022年,全市各级行政机关坚持依法公开。", None),
    ("2022年,我局认真贯彻落实市委市政府部署。", None),
    ("长春市双阳区广播电视局\n根据条例要求,对我局2011年度情况报告如下。", "长春市双阳区广播电视局"),
    ("单位名称\n长春市双阳区人民政府\n联系人\n李明", "长春市双阳区人民政府"),
    ("长春高新区管委会2010年年报根据《条例》规定编制。", "长春高新区管委会"),
    ("特向社会公开2009年度长春市水务局政府信息公开工作年度报告。请与长春市政府信息公开领导小组办公室联系。", "长春市水务局"),
    ("长春市水务局 根据条例规定,报告如下。请与长春市政府信息公开领导小组办公室联系。", "长春市水务局"),
    ("按照《关于做好2009年度长春市政府信息公开工作年度报告的通知》要求编制。", None),
    ("按照通知精神,形成县水务局2013年信息公开工作情况报告如下:", "县水务局"),
]


@pytest.mark.parametrize(("opening", "issuer"), OPENINGS, ids=[opening[:24] for opening, _ in OPENINGS])
def test_openings_name_the_issuer(opening: str, issuer: str | None) -> None:
    assert describe(_document(f"{opening}\n一、概述\n主动公开政府信息12条。")).issuer == issuer


@pytest.mark.parametrize(
    ("what", "document", "expected"),
    [
        (
            "the form's 填报单位 writes out a short name",
            _document("填报单位(盖章):长春汽车经济技术开发区", "长春汽开区2016年政府信息公开工作年报"),
            {"issuer": "长春汽车经济技术开发区", "region_code": "220100", "level": "county"},
        ),
        (
            "a signature writes out a short name",
            _document("公开信息12条。\n长春市水务局\n2018年3月2日", "市水务局2017年政府信息公开工作年度报告"),
            {"issuer": "长春市水务局", "region_code": "220100", "published": "2018-03-02"},
        ),
        (
            "the signature alone",
            _document("2017年公开信息12条。\n长春市水务局\n二○一八年三月二日"),
            {"issuer": "长春市水务局", "year": 2017, "published": "2018-03-02"},
        ),
        (
            "name and date on one line",
            _document("全年公开信息12条。\n长春市水务局 2018年3月2日"),
            {"issuer": "长春市水务局", "year": None},
        ),
        (
            "made by an office for the whole city",
            _document("本报告由长春市人民政府办公厅编制。2020年全市公开信息12条。"),
            {"issuer": "长春市人民政府", "year": 2020},
        ),
        (
            "made by an office for itself",
            _document("本报告由长春市人民政府办公厅根据条例编制。2020年本厅公开信息12条。"),
            {"issuer": "长春市人民政府办公厅", "level": "department"},
        ),
        (
            "a city's bureau whose city the text names",
            _document("公开信息12条。如有疑问,请与长春市水务局办公室联系。", "市水务局2018年政府信息公开工作年度报告"),
            {"issuer": "长春市水务局", "region_code": "220100"},
        ),
        (
            "a committee's short name written out by who made the report",
            _document("本报告由吉林省人民政府国有资产监督管理委员会编制。公开信息12条。", "省国资委2016年政府信息公开工作年度报告"),
            {"issuer": "吉林省人民政府国有资产监督管理委员会", "region_code": "220000"},
        ),
        (
            "a township whose county the text names",
            _document("按照要求,梅河口市平溪镇公开信息12条。", "平溪镇2018年政府信息公开工作年度报告"),
            {"issuer": "平溪镇人民政府", "region_code": "220581", "level": "township"},
        ),
        (
            "the year of the report it says it publishes before a misprinted period",
            _document("编制了2021年政府信息公开年度报告。统计期限自2020年1月1日起至2020年12月31日止。"),
            {"year": 2021},
        ),
        (
            "last year's report among what was done",
            _document("一、总体情况\n2019年,我局按时编制发布2018年政府信息公开工作年度报告。2019年公开信息12条。"),
            {"year": 2019},
        ),
        ("a period whose end has no year", _document("统计期限自2011年1月1日起至12月31日止。\n截至2011年底,公开信息2条。"), {"year": 2011}),
        (
            "a title broken in its words",
            _document("长春市水务局2020年度政府信息\n公开工作年度报告\n公开信息12条。"),
            {"title": "长春市水务局2020年度政府信息公开工作年度报告", "issuer": "长春市水务局", "year": 2020},
        ),
        (
            "a title whose text runs on behind it, and a contact renamed since",
            _document(
                "长春市双阳区粮食局 2017年政府信息公开工作年度报告 根据《条例》等规定,特向社会公布本年度报告。全文由概述、主动公开情况、"
                "依申请公开情况等八个部分组成,所列数据至年底为止。如有疑问,请与长春市双阳区粮食和物资储备局联系。"
            ),
            {"title": "长春市双阳区粮食局2017年政府信息公开工作年度报告", "issuer": "长春市双阳区粮食局", "year": 2017},
        ),
        (
            "the same below the document's number",
            _document(
                "平政〔2017〕5号 签发人:李明\n长春市双阳区平湖街道办事处 关于2016年度政府信息公开工作的报告 按照有关规定,向社会公布。"
                "全文由概述、主动公开情况、依申请公开情况等八个部分组成,所列数据至年底为止。"
            ),
            {"issuer": "长春市双阳区平湖街道办事处", "year": 2016},
        ),
        (
            "a heading whose text runs on behind it",
            _document(
                "长春市水务局\n1.长春市双阳区水务局2016年政府信息公开工作年度报告 已按时发布。全文由概述、主动公开情况、依申请公开"
                "情况等八个部分组成,所列数据至年底为止。"
            ),
            {"issuer": "长春市水务局"},
        ),
        (
            "a day behind the title",
            _document("2010年长春市水务局政府信息公开工作年度报告 2011-01-28\n公开信息12条。"),
            {"title": "2010年长春市水务局政府信息公开工作年度报告", "issuer": "长春市水务局", "year": 2010, "published": "2011-01-28"},
        ),
        (
            "the title over two lines",
            _document("吉林市人民政府2017\n政府信息公开工作年度报告\n公开信息12条。"),
            {"title": "吉林市人民政府2017政府信息公开工作年度报告", "issuer": "吉林市人民政府", "year": 2017},
        ),
        (
            "what the portal notes comes last",
            _document("公开信息12条。", "2018年政府信息公开工作年度报告", contentsource="长春市水务局"),
            {"issuer": "长春市水务局", "year": 2018},
        ),
        (
            "notes that name no body",
            _document("公开信息12条。", "2018年政府信息公开工作年度报告", contentsource="null", 来源="超级管理员"),
            {"issuer": None, "region": None, "level": None},
        ),
        (
            "a namesake told by the portal's code",
            _document("公开信息12条。", "朝阳区2016年政府信息公开工作年度报告", siteidcode="2201040001"),
            {"region_code": "220104", "level": "county"},
        ),
        (
            "a namesake told by the text",
            _document("按照长春市的部署,公开信息12条。", "朝阳区2016年政府信息公开工作年度报告"),
            {"region_code": "220104"},
        ),
        (
            "a namesake told by nothing",
            _document("公开信息12条。", "铁西区2016年政府信息公开工作年度报告"),
            {"issuer": "铁西区人民政府", "region": None, "region_code": None, "level": None},
        ),
        (
            "a city's bureau on the city's portal",
            _document("公开信息12条。", "市水务局2018年政府信息公开工作年度报告", siteidcode="2201000032"),
            {"issuer": "市水务局", "region_code": "220100", "level": "department"},
        ),
        (
            "a district's bureau on the city's portal",
            _document("公开信息12条。", "区水务局2018年政府信息公开工作年度报告", siteidcode="2201000032"),
            {"issuer": "区水务局", "region_code": None},
        ),
        ("the year of the period", _document("统计期限自2016年1月1日至2016年12月31日。2017年将继续。2017年抓落实。"), {"year": 2016}),
        ("a period that lost 年 and 月", _document("统计期限自201211日至20121231日。\n22012年主动公开信息12条。"), {"year": 2012}),
        ("the year over the form", _document("政府信息公开情况统计表\n(2016年度)\n填报单位:长春市水务局"), {"year": 2016}),
        (
            "the year its clauses begin with",
            _document("2014年公开信息12条,比2013年多2条。\n2015年将继续。\n2014年无申请。"),
            {"year": 2014},
        ),
        ("two years named alike", _document("较2013年多2条。2015年、2014年分别公开信息1条和2条。"), {"year": 2015}),
        ("an earlier year named as often", _document("2013年收到申请31件，2014年收到44件。"), {"year": None}),
        ("no year", _document("公开信息12条。"), {"year": None, "published": None}),
        ("the year before publication", _document("公开信息12条。", pubdate="2019-03-02 09:00"), {"year": 2018, "published": "2019-03-02"}),
        ("published too late to tell", _document("公开信息12条。", pubdate="2019-09-02 09:00"), {"year": None, "published": "2019-09-02"}),
        (
            "the meta tag before the page head before the signature",
            _document("2018年公开信息12条。\n二○一九年三月一日", pubdate="2019-03-05", 发布日期="2019-03-04"),
            {"published": "2019-03-05"},
        ),
        (
            "the page head before the signature",
            _document("公开信息12条。\n二○一九年三月一日", 发布日期="2019-03-04"),
            {"published": "2019-03-04"},
        ),
        ("a head left in a saved text", _document("发布日期:2026-03-12 点击数:\n公开信息12条。"), {"published": "2026-03-12"}),
        ("the day the form was filled in", _document("公开信息12条。\n联系电话:81501921 填表日期:2017.01.05"), {"published": "2017-01-05"}),
        (
            "a full-width, traditional title",
            _document("主動公開信息。", "長春市２０１６年政府信息公開工作年度報告"),
            {"issuer": "长春市人民政府", "year": 2016},
        ),
        (
            "a title spaced out",
            _document("黔 西 县 二 O 一 四 年 度 政 府 信 息 公 开 工 作 报 告"),
            {"issuer": "黔西县人民政府", "year": 2014},
        ),
        (
            "an office for disclosure signs",
            _document("公开信息12条。\n长春市政务公开办公室\n2018年3月2日"),
            {"issuer": "长春市政务公开办公室"},
        ),
        ("a glossed title", _document("懷化市統(tǒng)計局2017年報告\n公開信息3條。"), {"issuer": "怀化市统计局", "year": 2017}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_descriptions(what: str, document: Document, expected: dict[str, object]) -> None:
    found = describe(document)
    assert {name: getattr(found, name) for name in expected} == expected, what


def test_what_the_list_page_and_the_address_tell() -> None:
    source = Source(
        url="http://zwgk.example.gov.cn/nb/201705/t20170517_2259879.html", listed_title="长春市水务局2016年政府信息公开工作年度报告"
    )
    found = describe(_document("公开信息12条。"), source)
    assert found == Description(source.listed_title, "长春市水务局", "长春市", "220100", "department", 2016, "2017-05-17")
    named = describe(_document("公开信息12条。"), Source(name="吉林市司法局2022年政府信息公开工作年度报告.pdf"))
    assert (named.issuer, named.year) == ("吉林市司法局", 2022)
    listed = describe(_document("公开信息12条。"), replace(source, listed_date="2017-03-01"))
    assert listed.published == "2017-03-01"


@given(st.text(max_size=300), st.text(max_size=60))
def test_any_text_is_described(text: str, title: str) -> None:
    found = describe(_document(text, title))
    assert found.published is None or date.fromisoformat(found.published)
    assert (found.region is None) == (found.region_code is None)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared gold files are not here")
def test_the_seeds() -> None:
    lines = (SHARED / "gold/seeds/documents.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        _, file, issuer, code, region, year, *_ = line.split("\t")
        found = describe(_document((SHARED / "seeds" / file).read_text(encoding="utf-8")))
        assert (found.issuer, found.region_code, found.region, str(found.year)) == (issuer, code, region, year)


# --- what each place states ----------------------------------------------------------------------------------------------------------

PAGE = """<html><head><title>年报_长春市人民政府</title>
<META NAME="ArticleTitle" CONTENT="长春市水务局2016年政府信息公开工作年度报告"><meta name="PUBDATE" content="2017-03-09 04:34">
<meta name="ContentSource" content="超级管理员"/><meta name="Author" content="null"></head>
<body><h1>长春市水务局2016年度政府信息公开年报</h1><div>发布时间：2017-03-10 16:34 来源：长春市水务局 更新时间：2020-09-23</div>
<div>{}<p>长春市水务局</p><p>2017年3月8日</p></div></body></html>"""


def test_every_place_is_kept_with_what_it_says() -> None:
    sentences = "".join(f"<p>{n}、2016年，市水务局主动公开政府信息{n}12条，其中规范性文件{n}件，工作信息{n}02条。</p>" for n in range(1, 9))
    source = Source(
        url="http://zwgk.example.gov.cn/nb/202009/t20200923_2259879.html", listed_title="市水务局2016年年报", listed_date="2017-03-13"
    )
    found = describe(read_html(PAGE.format(sentences), source), source)
    assert (found.published, found.title) == ("2017-03-09", "长春市水务局2016年政府信息公开工作年度报告")
    assert [(fact.kind, fact.source, fact.name, fact.value) for fact in found.stated] == [
        ("title", "meta", "articletitle", "长春市水务局2016年政府信息公开工作年度报告"),
        ("title", "head", "heading", "长春市水务局2016年度政府信息公开年报"),
        ("title", "meta", "title", "年报_长春市人民政府"),
        ("title", "list", "title", "市水务局2016年年报"),
        ("issuer", "text", "title", "长春市水务局"),
        ("issuer", "text", "text", "长春市水务局"),
        ("issuer", "meta", "contentsource", None),
        ("issuer", "head", "来源", "长春市水务局"),
        ("published", "meta", "pubdate", "2017-03-09"),
        ("published", "head", "发布时间", "2017-03-10"),
        ("updated", "head", "更新时间", "2020-09-23"),
        ("published", "list", "date", "2017-03-13"),
        ("published", "text", "signature", "2017-03-08"),
        ("published", "address", "address", "2020-09-23"),
    ]


@pytest.mark.parametrize("nothing", ["", " ", "null", "NULL", "undefined", "无"])
def test_a_tag_that_says_nothing_states_nothing(nothing: str) -> None:
    found = describe(_document("公开信息12条。", pubdate=nothing, contentsource=nothing, articletitle=nothing, 发布日期="2018-03-15"))
    assert [(fact.name, fact.value) for fact in found.stated] == [("发布日期", "2018-03-15")]


def test_a_day_that_cannot_be_is_kept_and_not_believed() -> None:
    found = describe(_document("公开信息12条。", pubdate="0000-00-00 00:00", 发布日期="2018-03-15"))
    assert found.published == "2018-03-15"
    assert [(fact.raw, fact.value) for fact in found.stated] == [("0000-00-00 00:00", None), ("2018-03-15", "2018-03-15")]


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("/nb/201705/t20170517_2259879.html", "2017-05-17"),
        ("/art/2018/3/15/art_1229230631_2082997.html", "2018-03-15"),
        ("/UserData/DocHtml/731/2018/3/26/1.html", "2018-03-26"),
        ("/nw12344/20230331/0123456789abcdef0123456789abcdef.html", "2023-03-31"),
        ("/news/show/20200117182933343.html", "2020-01-17"),
        ("/zfb/gknb/201802/0123456789abcdef0123456789abcdef.shtml", None),
        ("/openness/public/6596211/15194811.html", None),
        ("/content/0/240/post_240254.html", None),
        ("/channel_2018/20181340/index.html", None),
    ],
)
def test_the_day_in_an_address(address: str, day: str | None) -> None:
    assert describe(_document("公开信息12条。"), Source(url=f"http://www.example.gov.cn{address}")).published == day
