"""The views people query: one SQL file each, the same text on SQLite and PostgreSQL; its first line says what it shows.

`figures_wide` has no file: its columns are the metrics of the catalogue.
"""

from __future__ import annotations

from importlib.resources import files

from sqlalchemy import Connection, inspect

from db import catalogue

#: In order of creation: a view stands after those it reads.
NAMES = (
    "figures",
    "figures_wide",
    "year_on_year",
    "totals_by_region",
    "coverage",
    "conflicts",
    "source_conflicts",
    "findings_failed",
    "revisions",
    "rereadings",
    "reports_gone",
    "pages_to_check",
    "freshness",
)

_WIDE = """\
-- The figures that stand, one row for each report and one column for each metric (all applicants together). inexact counts the figures of \
the row that are not exact or not for all the body reports for: look them up in figures
CREATE VIEW figures_wide AS
SELECT
    issuer.name AS issuer,
    issuer.region_code AS region_code,
    region.name AS region,
    edition.level AS level,
    report.year AS year,
    edition.form AS form,
    (
        SELECT count(*) FROM fact
        WHERE fact.edition_id = edition.id AND fact.preferred AND fact.party = 'all' AND (fact.qualifier <> 'exact' OR fact.scope <> 'all')
    ) AS inexact,
{metrics},
    reading.portal_id AS portal,
    reading.url AS url,
    edition.id AS edition_id
FROM report_source
JOIN report ON report.id = report_source.report_id
JOIN issuer ON issuer.id = report.issuer_id
LEFT JOIN region ON region.code = issuer.region_code
JOIN reading ON reading.id = report_source.reading_id
JOIN edition ON edition.id = reading.edition_id
WHERE report_source.stands
"""
# A look-up per column, and not one grouped pass over the facts: a query then pays for the columns it names, not for all.
_WIDE_METRIC = """\
    (
        SELECT fact.value FROM fact
        WHERE fact.edition_id = edition.id AND fact.preferred AND fact.metric = '{code}' AND fact.party = 'all'
    ) AS {code}"""


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
