"""Exports: what is read back is what the warehouse holds, in every format, the same bytes each time, safe in spreadsheets."""

from __future__ import annotations

import csv
import json
import sys
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from db.compare import all_rows, differences
from db.engine import open_reader, open_warehouse
from db.export import ExportError, Selection, export
from db.export.csv_file import inert
from db.load import load_captures, load_report
from db.query import query
from db.search import search

#: What a page may hold that a spreadsheet would run.
HOSTILE = "=HYPERLINK(1)"


@pytest.fixture(scope="module")
def url(make: SimpleNamespace, new_url: Callable[[], str]) -> str:
    """A warehouse of two portals and three years, with a revision, a conflict, a failed check and a hostile page."""
    url = new_url()
    reports = (
        ("p", "a", 1, make.report({"meetings": 3, "charges_amount": "0.5", "outcome_total/research": -2}, year=2016)),
        ("p", "a", 2, make.report({"meetings": 4, "charges_amount": "0.5"}, year=2016)),
        ("p", "b", 2, make.report({"meetings": {"value": None, "raw": HOSTILE}}, year=2017, title=HOSTILE)),
        (
            "q",
            "c",
            3,
            make.report({"meetings": 12}, "+某镇人民政府", 2018, None, findings=(make.failed("sum", "meetings", expected=1, actual=2),)),
        ),
    )
    with make.opened(url) as engine:
        for portal, name, night, report in reports:
            capture = make.capture(portal, name, night, f"{name}{night}")
            load_captures(engine, make.portal(portal), [make.crawl(portal, night)], [capture])
            load_report(engine, make.content_of(capture), report, "1.0")
    return url


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shown(url: str, view: str, *columns: str) -> list[tuple[Any, ...]]:
    return sorted(query(url, f"SELECT {', '.join(columns)} FROM {view}", limit=None).rows, key=str)


def test_csv_holds_the_figures_that_stand(url: str, tmp_path: Path) -> None:
    assert export(url, tmp_path / "figures.csv", Selection()) == {"figures": 4}
    rows = read_csv(tmp_path / "figures.csv")
    assert [(row["issuer"], row["year"], row["metric"], row["value"], row["raw"]) for row in rows] == [
        ("'+某镇人民政府", "2018", "meetings", "12", "12"),
        ("长春市人民政府", "2016", "charges_amount", "0.5", "0.5"),
        ("长春市人民政府", "2016", "meetings", "4", "4"),
        ("长春市人民政府", "2017", "meetings", "", f"'{HOSTILE}"),
    ]


def test_a_package_describes_its_files(url: str, tmp_path: Path) -> None:
    counts = export(url, tmp_path / "package", Selection())
    package = json.loads((tmp_path / "package/datapackage.json").read_text(encoding="utf-8"))
    assert package["licenses"]
    assert [source["path"] for source in package["sources"]] == ["http://www.p.gov.cn/", "http://www.q.gov.cn/"]
    names = {resource["name"]: {field["name"] for field in resource["schema"]["fields"]} for resource in package["resources"]}
    for resource in package["resources"]:
        data = (tmp_path / "package" / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(data), f"sha256:{sha256(data).hexdigest()}")
        rows = read_csv(tmp_path / "package" / resource["path"])
        assert len(rows) == resource["rows"] == counts[resource["name"]] > 0
        schema = resource["schema"]
        assert all(field["description"] for field in schema["fields"])
        assert list(rows[0]) == [field["name"] for field in schema["fields"]]
        numeric = [field["name"] for field in schema["fields"] if field["type"] != "string"]
        assert all(row[name] == "" or float(row[name]) is not None for row in rows for name in numeric)
        if "primaryKey" in schema:
            assert len({tuple(row[name] for name in schema["primaryKey"]) for row in rows}) == len(rows)
        for key in schema.get("foreignKeys", ()):
            assert key["reference"]["fields"] in names[key["reference"]["resource"]]
    wide = read_csv(tmp_path / "package/figures_wide.csv")
    assert [(row["year"], row["meetings"], row["charges_amount"]) for row in wide] == [
        ("2018", "12", ""),
        ("2016", "4", "0.5"),
        ("2017", "", ""),
    ]


def test_parquet_has_types_units_and_all_rows(url: str, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    export(url, tmp_path / "figures.parquet", Selection())
    read = parquet.read_table(tmp_path / "figures.parquet")
    assert [str(read.schema.field(name).type) for name in ("issuer", "year", "value")] == ["string", "int64", "double"]
    assert read.schema.field("value").metadata[b"description"]
    columns = ("issuer", "year", "metric", "party", "value", "raw", "quote", "start_offset")
    assert sorted((tuple(row[name] for name in columns) for row in read.to_pylist()), key=str) == shown(url, "figures", *columns)


def test_parquet_without_its_library_says_what_to_install(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"pip install .*\[parquet\]"):
        export(url, tmp_path / "figures.parquet", Selection())
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_has_all_tables_and_runs_nothing(url: str, tmp_path: Path) -> None:
    counts = export(url, tmp_path / "all.xlsx", Selection())
    workbook = CalamineWorkbook.from_path(tmp_path / "all.xlsx")
    assert workbook.sheet_names == list(counts)
    heading, *rows = workbook.get_sheet_by_name("figures").to_python()
    columns = [heading.index(name) for name in ("issuer", "year", "value", "raw")]
    assert [tuple(row[column] for column in columns) for row in rows] == [
        ("+某镇人民政府", 2018, 12, "12"),
        ("长春市人民政府", 2016, 0.5, "0.5"),
        ("长春市人民政府", 2016, 4, "4"),
        ("长春市人民政府", 2017, "", HOSTILE),
    ]
    with zipfile.ZipFile(tmp_path / "all.xlsx") as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist())


def test_what_a_workbook_cannot_hold_is_told(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.export.workbook.CHARACTERS", 5)
    export(url, tmp_path / "cut.xlsx", Selection())
    heading, first, *_ = CalamineWorkbook.from_path(tmp_path / "cut.xlsx").get_sheet_by_name("figures").to_python()
    assert dict(zip(heading, first, strict=True))["issuer"] == "+某镇人…"
    monkeypatch.setattr("db.export.workbook.ROWS", 4)
    with pytest.raises(ExportError, match="a sheet holds 3 rows and figures has more"):
        export(url, tmp_path / "many.xlsx", Selection())
    assert [path.name for path in tmp_path.iterdir()] == ["cut.xlsx"]


SELECTIONS = {
    "portal": (Selection(portals=("q",)), [(2018, "meetings")]),
    "since": (Selection(since=2017), [(2018, "meetings"), (2017, "meetings")]),
    "until": (Selection(until=2016), [(2016, "charges_amount"), (2016, "meetings")]),
    "metric": (Selection(metrics=("charges_amount",)), [(2016, "charges_amount")]),
}


@pytest.mark.parametrize("case", SELECTIONS)
def test_what_is_selected_is_written(url: str, tmp_path: Path, case: str) -> None:
    selection, expected = SELECTIONS[case]
    export(url, tmp_path / "f.csv", selection)
    assert [(int(row["year"]), row["metric"]) for row in read_csv(tmp_path / "f.csv")] == expected


REFUSED = {
    "meeting.csv": (Selection(metrics=("meeting",)), "did you mean meetings"),
    "portal.csv": (Selection(portals=("nowhere",)), "no portal"),
    "none.csv": (Selection(since=2030), "no figures are selected"),
    "part.sqlite": (Selection(since=2016), "no selection"),
    "figures.json": (Selection(), "no kind of file"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_told_and_nothing_is_left(url: str, tmp_path: Path, name: str) -> None:
    selection, reason = REFUSED[name]
    with pytest.raises(ExportError, match=reason):
        export(url, tmp_path / name, selection)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["f.csv", "f.parquet", "f.xlsx", "f.sqlite", "f"])
def test_the_same_warehouse_gives_the_same_bytes_and_nothing_is_overwritten(url: str, tmp_path: Path, name: str) -> None:
    if name == "f.parquet":
        pytest.importorskip("pyarrow")
    for folder in ("one", "other"):
        export(url, tmp_path / folder / name, Selection())
    one, other = (
        {path.relative_to(tmp_path / folder): path.read_bytes() for path in (tmp_path / folder).rglob("*") if path.is_file()}
        for folder in ("one", "other")
    )
    assert one == other
    with pytest.raises(ExportError, match="is there already"):
        export(url, tmp_path / "one" / name, Selection())


@pytest.mark.parametrize("name", ["f.sqlite", "f.csv", "f"])
def test_what_a_killed_export_left_does_no_harm(url: str, tmp_path: Path, name: str) -> None:
    for left in ("", "-wal", "-shm"):
        (tmp_path / f".{name}.part{left}").write_text("torn")
    export(url, tmp_path / name, Selection())
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_snapshot_of_another_schema_is_refused(make: SimpleNamespace, url: str, tmp_path: Path) -> None:
    export(url, tmp_path / "f.sqlite", Selection())
    older = f"sqlite:///{tmp_path / 'f.sqlite'}"
    with make.opened(older) as engine, engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    with pytest.raises(ExportError, match="has schema 0001"):
        export(older, tmp_path / "g.sqlite", Selection())
    assert not list(tmp_path.glob(".g*"))


def test_a_snapshot_holds_every_row_and_gives_the_same_csv(url: str, tmp_path: Path) -> None:
    export(url, tmp_path / "f.sqlite", Selection())
    snapshot = f"sqlite:///{tmp_path / 'f.sqlite'}"
    engine, copy = open_reader(url), open_warehouse(snapshot)
    assert differences(all_rows(engine), all_rows(copy)) == []
    engine.dispose()
    copy.dispose()
    assert search(snapshot, ["某镇"]).rows == search(url, ["某镇"]).rows != ()
    for source, folder in ((url, "one"), (snapshot, "other")):
        export(source, tmp_path / folder, Selection())
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "other" / path.name).read_bytes(), path.name


@given(st.text())
def test_no_text_is_run(text: str) -> None:
    cell = inert(text)
    assert cell in (text, f"'{text}")
    assert cell[:1] not in tuple("=@＝＠\t\r\n")
    if cell[:1] in tuple("+-＋－"):
        float(cell)


@pytest.mark.parametrize("number", ["-35", "+0.5", "12", "-0"])
def test_numbers_stay_numbers(number: str) -> None:
    assert inert(number) == number
