"""What a user can do wrong: one clear line, an exit code, no traceback, nothing lost."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from crawlers import portals
from crawlers.portals import portal_ids
from flows.cli import main
from flows.load import prepare_warehouse
from flows.settings import Settings


def says(done, *words: str) -> None:
    """The command failed with one line that has these words."""
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    last = done.stderr.strip().splitlines()[-1]
    assert all(word in last for word in words), done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run", "--portal", "nope"], ["unknown portal nope", "baicheng, ccszf"]),
        (["run", "--since", "2018", "--until", "2016"], ["since 2018 is after until 2016"]),
        (["run", "--only", "http://a.example/"], ["one portal"]),
        (["run", "--limit", "0"], ["--limit"]),
        (["replay", "--portal", "nope"], ["unknown portal nope"]),
        (["replay", "--portal", "ccszf"], ["ccszf.sqlite", "crawl it first"]),
        (["sql", "SELECT 1"], ["no warehouse", "warehouse.sqlite"]),
        (["sql", "SELECT 1", "--format", "xml"], ["--format"]),
        (["nonsense"], ["nonsense"]),
    ],
    ids=lambda value: " ".join(value) if value[0] in {"run", "replay", "sql", "nonsense"} else "",
)
def test_wrong_arguments(nianbao, arguments, words):
    says(nianbao(*arguments), *words)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"NIANBAO_WAREHOUSE_URL": "oracle://x/y"}, ["oracle", "postgresql://"]),
        ({"NIANBAO_WAREHOUSE_URL": "nonsense"}, ["nonsense", "no database URL"]),
        ({"NIANBAO_WAREHOUSE_URL": "postgresql://u:secret@127.0.0.1:1/x"}, ["cannot be opened", "refused"]),
        ({"NIANBAO_DELAY": "-1"}, ["NIANBAO_DELAY=-1"]),
        ({"NIANBAO_CONCURRENCY": "many"}, ["NIANBAO_CONCURRENCY=many"]),
        ({"NIANBAO_PORTALS": "ccszf, nope"}, ["unknown portal nope"]),
    ],
)
def test_wrong_settings(nianbao, wrong, words):
    done = nianbao("run", **wrong)
    says(done, *words)
    assert "secret" not in done.stderr


@pytest.mark.parametrize(
    "statement", ["DELETE FROM fact", "DROP TABLE fact", "CREATE TABLE t (x)", "ATTACH 'x' AS y", "PRAGMA user_version = 3"]
)
def test_sql_that_writes_is_refused(nianbao, settings, statement):
    prepare_warehouse(settings)
    says(nianbao("sql", statement), "only reading is allowed")


def test_sql_that_is_wrong_says_why(nianbao, settings):
    prepare_warehouse(settings)
    says(nianbao("sql", "SELECT nope FROM fact"), "nope")


def test_a_torn_archive_file_is_named(nianbao, settings):
    settings.archive.mkdir(parents=True)
    torn = settings.archive / "ccszf.sqlite"
    torn.write_bytes(b"SQLite format 3\x00 torn here")
    says(nianbao("replay", "--portal", "ccszf"), str(torn))
    says(nianbao("status"), str(torn))


def test_a_disk_that_cannot_be_written_is_named(nianbao, tmp_path: Path):
    if os.geteuid() == 0:
        place = "/proc/nianbao"  # root may write everywhere but here
    else:
        place = str(tmp_path / "shut" / "home")
        (tmp_path / "shut").mkdir(mode=0o500)
    says(nianbao("run", NIANBAO_HOME=place), place)


def test_status_and_portals_before_the_first_run(nianbao, settings: Settings):
    status = nianbao("status")
    assert (status.returncode, status.stdout.count("never")) == (0, len(portal_ids()))
    assert "the first run makes it" in status.stdout
    assert "长春市人民政府" in nianbao("portals").stdout
    assert not settings.home.exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [("class Mine:\n    pass\n", "the card must begin"), ("class Mine(:\n", "line 1 is no Python"), ("", "must define one class")],
)
def test_a_leaf_without_a_card(
    text: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.py").write_text(text, "utf-8")
    monkeypatch.setattr(portals, "SPIDERS", tmp_path)
    monkeypatch.setattr(sys, "argv", ["nianbao", "portals"])
    with pytest.raises(SystemExit, match="1"):
        main()
    (line,) = capsys.readouterr().err.splitlines()
    assert f"mine.py: {said}" in line
