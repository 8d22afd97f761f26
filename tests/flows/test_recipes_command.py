"""`nianbao recipes` and the ways to say what `nianbao sql` asks."""

from __future__ import annotations

import pytest

from db.cookbook import RECIPES
from flows.load import prepare_warehouse


@pytest.fixture(autouse=True)
def warehouse(settings):
    prepare_warehouse(settings)


def test_the_recipes_are_listed_shown_and_asked_by_name(nianbao, tmp_path):
    listed = nianbao("recipes").stdout
    assert all(name in listed for name in RECIPES)
    assert nianbao("recipes", "fees").stdout == RECIPES["fees"]
    asked = nianbao("sql", "--recipe", "fees", "--format", "csv")
    assert (asked.returncode, asked.stdout.strip(), asked.stderr) == (0, "issuer,level,year,metric,amount,qualifier,quote,url", "")


def test_a_statement_may_stand_in_a_file(nianbao, tmp_path):
    (tmp_path / "mine.sql").write_text("-- 我的问题\nSELECT code FROM party WHERE code = 'all'\n", encoding="utf-8")
    assert nianbao("sql", "--file", "mine.sql", "--format", "csv").stdout.split() == ["code", "all"]
    (tmp_path / "gbk.sql").write_bytes("SELECT '问'".encode("gbk"))
    assert "gbk.sql is no text in UTF-8" in nianbao("sql", "--file", "gbk.sql").stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "ask one thing"),
        (("SELECT 1", "--recipe", "fees"), "ask one thing"),
        (("--recipe", "nothing"), "there is no recipe 'nothing'"),
        (("--file", "nothing.sql"), "No such file or directory: nothing.sql"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(nianbao, arguments, told):
    asked = nianbao("sql", *arguments)
    assert (asked.returncode, asked.stdout, len(asked.stderr.splitlines())) == (1, "", 1)
    assert told in asked.stderr
