"""`nianbao sql`: the same rows as a table, CSV, JSON and Markdown, and a limit that is said when it cuts."""

from __future__ import annotations

import csv
import io
import json

import pytest

from flows.load import prepare_warehouse

PARTIES = "SELECT code, label FROM party ORDER BY code"


@pytest.fixture(autouse=True)
def warehouse(settings):
    prepare_warehouse(settings)


def test_all_formats_hold_the_same_rows(nianbao):
    as_json = json.loads(nianbao("sql", PARTIES, "--format", "json").stdout)
    as_csv = list(csv.DictReader(io.StringIO(nianbao("sql", PARTIES, "--format", "csv").stdout)))
    markdown = [
        [cell.strip() for cell in line.strip("|\n ").split("|")]
        for line in nianbao("sql", PARTIES, "--format", "markdown").stdout.splitlines()
    ]
    assert {"code": "natural_person", "label": "自然人"} in as_json
    assert as_csv == as_json
    assert markdown == [["code", "label"], ["---", "---"], *([row["code"], row["label"]] for row in as_json)]
    table = nianbao("sql", PARTIES).stdout
    assert all(row["label"] in table for row in as_json)


def test_whole_figures_have_no_point_and_null_is_empty(nianbao):
    assert nianbao("sql", "SELECT 12.0, 0.5, NULL, 'a|b'", "--format", "csv").stdout.splitlines()[1] == "12,0.5,,a|b"
    assert nianbao("sql", "SELECT 'a|b' AS x", "--format", "markdown").stdout.splitlines()[2] == r"| a\|b |"


def test_a_result_that_is_cut_says_so(nianbao):
    counting = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500) SELECT i FROM n"
    cut = nianbao("sql", counting, "--format", "csv")
    assert len(cut.stdout.splitlines()) == 1001
    assert "only the first 1000 rows" in cut.stderr
    whole = nianbao("sql", counting, "--format", "csv", "--limit", "0")
    assert (len(whole.stdout.splitlines()), whole.stderr) == (1501, "")


def test_a_search_has_the_same_formats_and_says_when_there_is_nothing_to_find(nianbao):
    assert nianbao("search", "复议", "--format", "csv").stdout.splitlines() == ["issuer,year,section,snippet,url,start_offset"]
    refused = nianbao("search", "，")
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    assert "a search needs words" in refused.stderr


def test_an_export_of_nothing_is_refused_in_one_line(nianbao, tmp_path):
    refused = nianbao("export", "figures.csv")
    assert (refused.returncode, refused.stderr) == (1, "nianbao: no figures are selected: nothing was written\n")
    assert not (tmp_path / "figures.csv").exists()
