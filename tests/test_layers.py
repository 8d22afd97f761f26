"""The law of the packages: which may import what, read from every import statement in the tree."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("crawlers", "extract", "db", "flows")
ORCHESTRATION = {"prefect"}
STORAGE = {"sqlmodel", "sqlalchemy", "alembic"}
CRAWLING = {"scrapy", "twisted"}

FORBIDDEN = {
    "extract": CRAWLING
    | ORCHESTRATION
    | STORAGE
    | {"crawlers", "db", "flows", "socket", "urllib.request", "http.client", "requests", "time", "subprocess"},
    "crawlers": ORCHESTRATION | STORAGE | {"extract", "db", "flows"},
    "db": CRAWLING | ORCHESTRATION | {"crawlers", "flows"},
    "flows": STORAGE | CRAWLING | {"bs4", "selectolax", "lxml"},
}
#: What `db` may take from the package that gives meaning: its record types and its catalogue, never its reading.
DB_FROM_EXTRACT = ("extract.records", "extract.catalogue")
#: The packages of `extract`; only `extract.reading` brings them together, and they share the modules beside it.
STEPS = ("clean", "files", "about", "forms", "prose")
#: The archive is read by flows without Scrapy being loaded.
WITHOUT_SCRAPY = ("crawlers/archive.py",)
#: The modules of flows that orchestrate; all others start fast because they never load Prefect.
WITH_PREFECT = {"flows/nightly.py", "flows/serve.py", "flows/server.py"}


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imports(tree: ast.AST) -> set[str]:
    """Returns the full dotted names a module imports, at any depth of its code."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute here"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def is_within(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def imports_of(path: Path) -> set[str]:
    return imports(ast.parse(path.read_bytes(), filename=str(path)))


ALL = [pytest.param(package, path, id=str(path.relative_to(ROOT))) for package in PACKAGES for path in modules(package)]


@pytest.mark.parametrize(("package", "path"), ALL)
def test_imports_keep_the_law(package: str, path: Path) -> None:
    broken = {name for name in imports_of(path) for other in FORBIDDEN[package] if is_within(name, other)}
    assert not broken, f"{package} must not import {sorted(broken)}"


@pytest.mark.parametrize("path", modules("db"), ids=lambda p: str(p.relative_to(ROOT)))
def test_db_takes_only_types_and_catalogue_from_extract(path: Path) -> None:
    taken = {name for name in imports_of(path) if is_within(name, "extract")}
    assert not {name for name in taken if not any(is_within(name, allowed) for allowed in DB_FROM_EXTRACT)}


@pytest.mark.parametrize("path", modules("extract"), ids=lambda p: str(p.relative_to(ROOT)))
def test_the_steps_of_extract_know_nothing_of_each_other(path: Path) -> None:
    step = path.relative_to(ROOT / "extract").parts[0]
    if step in STEPS:
        others = {other for other in STEPS if other != step} | {"reading"}
        assert not {name for name in imports_of(path) for other in others if is_within(name, f"extract.{other}")}
    elif step != "reading.py":
        assert not {name for name in imports_of(path) for other in STEPS if is_within(name, f"extract.{other}")}


@pytest.mark.parametrize("name", WITHOUT_SCRAPY)
def test_archive_is_read_without_scrapy(name: str) -> None:
    taken = {name.split(".")[0] for name in imports_of(ROOT / name)}
    assert taken <= set(sys.stdlib_module_names) | {"zstandard", "crawlers"}


@pytest.mark.parametrize("path", modules("flows"), ids=lambda p: str(p.relative_to(ROOT)))
def test_prefect_is_imported_only_where_it_orchestrates(path: Path) -> None:
    uses = any(is_within(name, "prefect") for name in imports_of(path))
    assert uses == (str(path.relative_to(ROOT)) in WITH_PREFECT)


@pytest.mark.parametrize("path", modules("extract"), ids=lambda p: str(p.relative_to(ROOT)))
def test_extract_has_no_clock(path: Path) -> None:
    calls = {ast.unparse(node.func).split(".")[-1] for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.Call)}
    assert not calls & {"now", "today", "utcnow", "perf_counter", "urlopen", "getenv"}


def test_the_law_would_notice() -> None:
    assert is_within("scrapy.http", "scrapy")
    assert not is_within("scrapyish", "scrapy")
    assert imports(ast.parse("def f():\n    from sqlalchemy.orm import Session\n")) == {"sqlalchemy.orm.Session"}
