"""Pages of many portal styles: what is the report stays, line by line, and nothing else does."""

import json
from pathlib import Path

import pytest

from extract.decode import decode
from extract.html import read_html

PAGES = sorted((Path(__file__).parents[1] / "pages").glob("html_*"))


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_page_is_cleaned_to_the_line(case: Path) -> None:
    truth = json.loads((case / "truth.json").read_text(encoding="utf-8"))
    document = read_html(decode((case / "page.html").read_bytes())[0])
    assert document.text.splitlines() == truth["lines"]
    assert document.title == truth["title"]
    assert {name: document.page.get(name) for name in truth.get("page", {})} == truth.get("page", {})
    for rule, said in truth.get("notes", []):
        assert any(rule == note[0] and said in (None, note[1]) for note in document.notes)
