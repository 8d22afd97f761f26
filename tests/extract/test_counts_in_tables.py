"""Small tables of an office's own making: the same facts in each of their shapes, and none where they count something else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract.document import CellPart, Paragraph, TablePart, assemble
from extract.prose.counts_in_tables import tables_of_counts
from extract.prose.reading import Subject, read_prose
from extract.records import LedgerKind

CHANNELS = {"disclosed_website": 194, "disclosed_wechat": 20, "disclosed_total": 214}
WAYS = {"requests_in_person": 3, "requests_online": 5, "requests_letter": 2, "requests_received": 10}


def read(table: str) -> tuple[dict[str, Decimal | None], set[LedgerKind]]:
    """Returns the facts of a table written one row a line in the report for 2016, and what its numerals are."""
    rows = tuple(tuple(CellPart(cell.strip()) for cell in line.split("|")) for line in table.strip().splitlines())
    document = assemble([Paragraph("有关情况见下表。"), TablePart(rows)])
    reading = read_prose(document, Subject(2016, "narrative", None), (), tables_of_counts(document.running, document.tables, 2016))
    for fact in reading.facts:
        assert fact.quote == document.text[fact.start : fact.end]
        assert fact.raw in fact.quote
        assert fact.source == "table"
    return {fact.metric: fact.value for fact in reading.facts}, {entry.kind for entry in reading.ledger}


@pytest.mark.parametrize(
    ("table", "facts"),
    [
        ("公开渠道|条数\n政府网站|194\n政务微信|20\n合计|214", CHANNELS),
        ("公开渠道|数量（条）\n政府网站|194\n政务微信|20\n合计|214", CHANNELS),
        ("信息公开方式|数量\n1.政府网站|194条\n2.政务微信|20条\n合计|214条", CHANNELS),
        ("序号|公开渠道|条数|占比|备注\n1|政府网站|194|90.7%|\n2|政务微信|20|9.3%|\n|合计|214|100%|", CHANNELS),
        ("公开渠道|条数|公开渠道|条数\n政府网站|194|合计|214\n政务微信|20||", CHANNELS),
        ("公开渠道|2015年|2016年|增减\n政府网站|150|194|44\n政务微信|18|20|2\n合计|168|214|46", CHANNELS),
        ("渠道|政府网站|政务微信|政府公报|合计\n条数|194|20|-|214", CHANNELS),
        ("申请方式|件数\n当面|3\n网络|5\n信函|2\n合计|10", WAYS),
        ("申请方式|当面|网络|信函|合计\n件数|3|5|2|10", WAYS),
        ("答复类型|件数\n同意公开|6\n信息不存在|4", {"reply_granted": 6, "reply_not_exist": 4}),
    ],
)
def test_a_list_in_a_table_is_read_in_all_its_shapes(table: str, facts: dict[str, int]) -> None:
    read_so, kinds = read(table)
    assert read_so == facts
    assert "unread" not in kinds


@pytest.mark.parametrize(
    "table",
    [
        "单位|条数\n教育局|194\n财政局|20\n合计|214",
        "月份|条数\n一月|194\n二月|20\n合计|214",
        "公开渠道|访问量\n政府网站|194\n政务微信|20",
        "公开渠道|2014年|2015年\n政府网站|150|194\n政务微信|18|20",
        "公开渠道|条数|件数\n政府网站|150|194\n政务微信|18|20",
        "公开渠道|条数\n政府网站|约半数\n政务微信|20",
    ],
    ids=["bodies", "months", "visits", "other years", "two counts", "words"],
)
def test_other_tables_are_no_lists_of_counts(table: str) -> None:
    rows = tuple(tuple(CellPart(cell.strip()) for cell in line.split("|")) for line in table.splitlines())
    document = assemble([TablePart(rows)])
    assert tables_of_counts(document.running, document.tables, 2016) == []
