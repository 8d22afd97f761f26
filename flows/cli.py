"""The command `nianbao`. Each command loads only what it needs, so that `extract` and `--help` start at once and never load Prefect."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from flows.errors import UserError

app = typer.Typer(
    help="A nightly warehouse of China's government-disclosure annual reports (政府信息公开工作年度报告).",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # a wrong option is one line, not a box
    context_settings={"help_option_names": ["-h", "--help"]},
)

Portals = Annotated[list[str] | None, typer.Option("--portal", help="Portal to work on; may be repeated. Default: all.", metavar="ID")]


class RowsAs(StrEnum):
    """How the rows of a query are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"


@app.command()
def demo() -> None:
    """The whole way on this machine alone: a replica of five portals, the real nightly run, a warehouse to query."""
    from flows.demo import run_demo

    _exit(run_demo())


@app.command()
def run(
    portal: Portals = None,
    since: Annotated[int | None, typer.Option(help="First report year.", metavar="YEAR")] = None,
    until: Annotated[int | None, typer.Option(help="Last report year.", metavar="YEAR")] = None,
    limit: Annotated[int | None, typer.Option(help="At most so many report pages of each portal.", min=1)] = None,
    only: Annotated[str | None, typer.Option(help="Just the report at this address; name its one --portal.", metavar="URL")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Collect and read, show what would be loaded, load nothing.")] = False,
    from_internet_archive: Annotated[
        bool, typer.Option("--from-internet-archive", help="Not the portals: what the Internet Archive holds of them, gone hosts included.")
    ] = False,
) -> None:
    """The nightly run, now and in the foreground. Exits 1 where a portal had a problem; the others are done all the same."""
    from flows.foreground import run_in_foreground
    from flows.settings import load_settings

    parameters = {
        "portals": portal,
        "since": since,
        "until": until,
        "limit": limit,
        "only": only,
        "dry_run": dry_run,
        "from_internet_archive": from_internet_archive,
    }
    _exit(run_in_foreground(load_settings(), parameters))


@app.command()
def serve() -> None:
    """Run every night at 02:00 China time, and by hand with `prefect deployment run nightly/default`, until stopped."""
    from flows.settings import load_settings, prepare_prefect

    settings = load_settings()
    prepare_prefect(settings)
    from flows.serve import serve as serve_nightly

    serve_nightly(settings)


@app.command()
def extract(
    files: Annotated[list[Path], typer.Argument(help="Saved pages or attachments: html, text, docx, doc, xls, xlsx, pdf.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, in the order of the files.")] = False,
    why: Annotated[bool, typer.Option("--why", help="Also what was left out of the text, and by which rule.")] = False,
) -> None:
    """Read saved pages: figures with the words that state them, findings, the account of every numeral."""
    if as_json:
        from flows.files import json_lines

        failures = []
        for line in json_lines(files):
            if line.json is not None:
                sys.stdout.write(line.json + "\n")
            else:
                failures.append(line.failure)
                _complain(line.failure)
    else:
        from flows.files import UnreadableFileError, read_file
        from flows.show import show_report

        failures = []
        for path in files:
            try:
                show_report(str(path), read_file(path), why=why)
            except UnreadableFileError as error:
                failures.append(str(error))
                _complain(str(error))
    _exit(not failures)


@app.command()
def replay(portal: Portals = None) -> None:
    """Read the whole archive into the warehouse again, without a network: after an update of the reader, or into a new warehouse."""
    from flows.foreground import replay_archive
    from flows.settings import load_settings

    _exit(replay_archive(load_settings(), portal))


@app.command()
def sql(
    statement: Annotated[str | None, typer.Argument(help="One SQL statement that reads.")] = None,
    recipe: Annotated[str | None, typer.Option(help="A question of the cookbook instead; see `nianbao recipes`.", metavar="NAME")] = None,
    file: Annotated[Path | None, typer.Option(help="A file that holds the statement.", metavar="FILE")] = None,
    output: Annotated[RowsAs, typer.Option("--format", help="How the rows are printed.")] = RowsAs.TABLE,
    limit: Annotated[int, typer.Option(help="At most so many rows; 0 for all.", min=0)] = 1000,
) -> None:
    """Ask the warehouse. It is opened for reading only."""
    from db.query import query
    from flows.ask import statement_of
    from flows.settings import load_settings
    from flows.show import show_rows

    asked = statement_of(statement, recipe, file)
    result = query(load_settings().database_url, asked, limit or None)
    show_rows(result.columns, result.rows, output)
    if result.is_cut:
        _complain(f"only the first {limit} rows; --limit 0 shows all")


@app.command()
def recipes(
    name: Annotated[str | None, typer.Argument(help="Print the SQL of this one, with how to read its answer.", metavar="NAME")] = None,
) -> None:
    """The cookbook: questions for `nianbao sql --recipe NAME`."""
    from db.cookbook import RECIPES, question
    from flows.ask import statement_of
    from flows.show import show_rows

    if name:
        sys.stdout.write(statement_of(None, name, None))
    else:
        show_rows(("recipe", "what it answers"), [(recipe, question(recipe)) for recipe in RECIPES], RowsAs.TABLE)


@app.command()
def export(
    place: Annotated[Path, typer.Argument(help="FILE.csv, .parquet, .xlsx, .sqlite (all there is), or a folder for a Data Package.")],
    portal: Portals = None,
    since: Annotated[int | None, typer.Option(help="First report year.", metavar="YEAR")] = None,
    until: Annotated[int | None, typer.Option(help="Last report year.", metavar="YEAR")] = None,
    metric: Annotated[list[str] | None, typer.Option("--metric", help="Metric; may be repeated. Default: all.", metavar="CODE")] = None,
) -> None:
    """Write the figures that stand to a file, or all of the warehouse with its description. Nothing is overwritten."""
    from db.export import Selection
    from db.export import export as export_warehouse
    from flows.settings import load_settings
    from flows.show import console

    selection = Selection(tuple(portal or ()), since, until, tuple(metric or ()))
    with console.status(f"writing {place}", spinner="line"):
        written = export_warehouse(load_settings().database_url, place, selection)
    for table, rows in written.items():
        print(f"{table}: {rows:,} rows")


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help="Words that a section of a report must all hold; of any length, Chinese or not.")],
    since: Annotated[int | None, typer.Option(help="First report year.", metavar="YEAR")] = None,
    until: Annotated[int | None, typer.Option(help="Last report year.", metavar="YEAR")] = None,
    output: Annotated[RowsAs, typer.Option("--format", help="How the sections are printed.")] = RowsAs.TABLE,
    limit: Annotated[int, typer.Option(help="At most so many sections; 0 for all.", min=0)] = 50,
) -> None:
    """Find words in the reports that stand: the sections that hold them, newest year first."""
    from db.search import search as search_reports
    from flows.settings import load_settings
    from flows.show import show_rows

    result = search_reports(load_settings().database_url, words, since=since, until=until, limit=limit or None)
    show_rows(result.columns, result.rows, output)
    if result.is_cut:
        _complain(f"only the first {limit} sections; --limit 0 shows all")


@app.command()
def status() -> None:
    """What is here: each portal's last crawl and its verdict, what the warehouse holds, what is stale."""
    from flows.settings import load_settings
    from flows.status import show_status

    show_status(load_settings())


portals = typer.Typer(help="The portals there are, with their last crawl and what came of it.", invoke_without_command=True)
app.add_typer(portals, name="portals")


@portals.callback()
def list_portals(
    context: typer.Context,
    output: Annotated[RowsAs, typer.Option("--format", help="How the portals are printed.")] = RowsAs.TABLE,
) -> None:
    """The portals there are, with their last crawl and what came of it."""
    if context.invoked_subcommand is None:
        from flows.settings import load_settings
        from flows.status import show_portals

        show_portals(load_settings(), output)


@portals.command()
def check(
    portal: Annotated[list[str] | None, typer.Argument(help="Portals to check. Default: all.", metavar="ID")] = None,
) -> None:
    """Fetch one list page and one report of each portal and say what works. Exits 1 if anything does not. Nothing is kept."""
    from flows.check import check_portals
    from flows.settings import load_settings

    _exit(check_portals(load_settings(), portal))


@app.command()
def discover(
    url: Annotated[str, typer.Argument(help="Address of a portal, or of any page near its annual reports.")],
    into: Annotated[Path | None, typer.Option(help="Empty folder for the leaf. Default: discovered/NAME in the home.")] = None,
    name: Annotated[str | None, typer.Option(help="Name of the portal. Default: made from the host.")] = None,
    requests: Annotated[int, typer.Option(help="At most so many pages are asked for on the way.", min=1)] = 60,
) -> None:
    """Walk an unknown portal, recognise its CMS, find its annual reports, and write a leaf that works, for review."""
    from flows.discover import discover as discover_portal
    from flows.settings import load_settings

    _exit(discover_portal(load_settings(), url, into, name, requests))


def main() -> None:
    """Runs a command; an error a user can do something about is one line, everything else keeps its traceback."""
    try:
        app()
    except OSError as error:
        _complain(f"{error.strerror}: {error.filename}" if error.filename else str(error))
    except UserError as error:
        _complain(str(error))
    except Exception as error:
        from crawlers.archive import ArchiveError
        from crawlers.portals import BadCardError
        from db.engine import WarehouseError

        if not isinstance(error, ArchiveError | BadCardError | WarehouseError):
            raise
        _complain(str(error))
    sys.exit(1)


def _complain(message: str | None) -> None:
    print(f"nianbao: {message}", file=sys.stderr)


def _exit(is_well: bool) -> None:
    if not is_well:
        raise typer.Exit(1)


if __name__ == "__main__":
    main()
