"""`nianbao extract`: files in, one JSON object a line out; what cannot be read is said and costs the others nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from flows.files import json_lines
from flows.pool import MANY

REPORT = """示例市人民政府2016年政府信息公开工作年度报告
2016年，全市主动公开政府信息1200条。全年共收到政府信息公开申请15件，其中当面申请5件，网络申请10件。
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_one_object_a_line_in_the_order_of_the_files(nianbao, report, tmp_path):
    other = tmp_path / "guide.html"
    other.write_text("<html><body><h1>办事指南</h1><p>请携带身份证。</p></body></html>", encoding="utf-8")
    done = nianbao("extract", "--json", str(report), str(other), str(report))
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["file"] for line in lines] == [str(report), str(other), str(report)]
    assert [line["is_report"] for line in lines] == [True, False, True]
    assert (done.returncode, done.stderr) == (0, "")


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_answered(nianbao, report, tmp_path):
    torn = tmp_path / "torn.docx"
    torn.write_bytes(b"PK\x03\x04 torn")
    done = nianbao("extract", "--json", str(torn), str(report), str(tmp_path / "missing.html"), str(tmp_path))
    assert [json.loads(line)["file"] for line in done.stdout.splitlines()] == [str(report)]
    complaints = done.stderr.splitlines()
    assert [line.split(": ")[1] for line in complaints] == [str(torn), str(tmp_path / "missing.html"), str(tmp_path)]
    assert done.returncode == 1


def test_many_files_are_shared_among_processes_and_come_in_order(report, tmp_path):
    paths = [report, tmp_path / "missing"] * (MANY // 2 + 1)
    lines = list(json_lines(paths))
    assert len(lines) > MANY
    one, missing = list(json_lines(paths[:2]))
    assert lines == [one, missing] * (MANY // 2 + 1)


def test_people_see_figures_with_their_words_findings_and_what_was_dropped(nianbao, tmp_path):
    path = tmp_path / "page.html"
    title, text = REPORT.splitlines()
    menu = "".join(f"<li><a href=/c{n}/>栏目{n}</a></li>" for n in range(20))
    path.write_text(f"<html><body><ul>{menu}</ul><h1>{title}</h1><p>{text}</p></body></html>", encoding="utf-8")
    done = nianbao("extract", "--why", str(path))
    assert done.returncode == 0
    for words in ("示例市人民政府", "requests_received", "15 件", "收到政府信息公开申请15件", "dropped by"):
        assert words in done.stdout


def test_extract_loads_neither_prefect_nor_scrapy_nor_a_database(report):
    program = (
        "import sys; from flows.cli import app; app(['extract', '--json', sys.argv[1]], standalone_mode=False);"
        "print(sorted({'prefect', 'scrapy', 'sqlalchemy', 'sqlmodel', 'twisted'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(report)], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
