"""The table of portals: made from the cards, and the README's is today's."""

import pytest

from crawlers import portals
from crawlers.portals import MARKS, README, portal_ids, read_card, table, with_table


def test_the_readme_has_todays_portals() -> None:
    readme = README.read_text("utf-8")
    assert with_table(readme) == readme, "the README's portals are not today's: python -m crawlers.portals"


def test_a_row_is_a_card() -> None:
    rows = table().splitlines()[2:]
    assert len(rows) == len(portal_ids())
    for portal, row in zip(portal_ids(), rows, strict=True):
        card = read_card(portal)
        assert row.startswith(f"| `{portal}` | {card.agency} | {card.region} {card.region_code} | {card.family} | {card.first_year} |")
        assert all(host in row for host in (*card.hosts, *card.retired))


def test_what_stands_around_the_table_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portals, "table", lambda: "new\n")
    assert with_table(f"before\n{MARKS[0]}old\n{MARKS[1]}after\n") == f"before\n{MARKS[0]}new\n{MARKS[1]}after\n"
    with pytest.raises(ValueError, match="marks"):
        with_table("a README without a table")
