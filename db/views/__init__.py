"""The views people query: one SQL file each, the same text on SQLite and PostgreSQL; its first line says what it shows.

`figures_wide` has no file: its columns are the metrics of the catalogue.
"""

from __future__ import annotations

from importlib.resources import files

from sqlalchemy import Connection, inspect

from db import catalogue

#: In order of creation: a view stands after those it reads.
NAMES = (
    "standing_reports",
    "year_pairs",
    "pairs_to_compare",
    "figures",
    "figures_wide",
    "year_on_year",
    "comparable_series",
    "totals_by_region",
    "coverage",
    "conflicts",
    "source_conflicts",
    "findings_failed",
    "series_evidence",
    "revisions",
    "rereadings",
    "reports_gone",
    "page_facts",
    "pages_to_check",
    "freshness",
)

_WIDE = """\
-- The figures that stand, one row for each report and one column for each metric (all applicants together). inexact counts the figures of \
the row that are not exact or not for all the body reports for: look them up in figures
CREATE VIEW figures_wide AS
SELECT
    standing_reports.issuer AS issuer,
    standing_reports.region_code AS region_code,
    standing_reports.region AS region,
    standing_reports.level AS level,
    standing_reports.year AS year,
    standing_reports.form AS form,
    edition_figures.inexact AS inexact,
{metrics},
    standing_reports.portal AS portal,
    standing_reports.url AS url,
    standing_reports.edition_id AS edition_id
FROM standing_reports
JOIN edition_figures ON edition_figures.edition_id = standing_reports.edition_id
"""
_WIDE_METRIC = "    edition_figures.{code} AS {code}"


def text() -> str:
    """Returns the SQL of all views."""
    return "\n".join(definition(name) for name in NAMES)


def definition(name: str) -> str:
    """Returns the SQL of one view, its description on the first line."""
    if name == "figures_wide":
        return _WIDE.format(metrics=",\n".join(_WIDE_METRIC.format(code=row["code"]) for row in catalogue.metric_rows()))
    return files(__package__).joinpath(f"{name}.sql").read_text(encoding="utf-8")


def description(name: str) -> str:
    """Returns what a view shows, in words."""
    return definition(name).partition("\n")[0].removeprefix("-- ")


def create(connection: Connection) -> None:
    """Creates all views anew."""
    drop(connection)
    for name in NAMES:
        connection.exec_driver_sql(definition(name))
        if connection.dialect.name == "postgresql":
            quoted = description(name).replace("'", "''")
            connection.exec_driver_sql(f"COMMENT ON VIEW {name} IS '{quoted}'")


def drop(connection: Connection) -> None:
    """Drops those of the views that are there."""
    present = set(inspect(connection).get_view_names())
    for name in reversed(NAMES):
        if name in present:
            connection.exec_driver_sql(f"DROP VIEW {name}")
