"""The data dictionary in the repository is the one the schema gives."""

from __future__ import annotations

from db.dictionary import PATH, dictionary


def test_the_dictionary_is_current() -> None:
    assert PATH.read_text(encoding="utf-8") == dictionary(), "run: python -m db.dictionary"
