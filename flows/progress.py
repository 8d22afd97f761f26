"""Progress on the terminal: each line the flows log, and one bar over the portals with the page just stored beside it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from flows.show import console

#: Set as `extra` on the record that says a portal's work is over, well or not.
PORTAL_DONE = {"portal_done": True}

_STYLE = {logging.WARNING: "yellow", logging.ERROR: "bold red"}


class _Lines(logging.Handler):
    def __init__(self, bar: Progress, task: TaskID) -> None:
        super().__init__()
        self.bar, self.task = bar, task

    def emit(self, record: logging.LogRecord) -> None:
        message = escape(record.getMessage())
        if record.levelno < logging.INFO:
            self.bar.update(self.task, description=message)
            return
        style = _STYLE.get(record.levelno, "default")
        self.bar.console.print(f"[dim]{self.bar.tasks[0].elapsed or 0:5.1f} s[/]  [{style}]{message}[/]", highlight=False, soft_wrap=True)
        if getattr(record, "portal_done", False):
            self.bar.advance(self.task)


@contextmanager
def progress(portals: int, first: str) -> Iterator[None]:
    """Shows the log of the flows while the block runs, under it a bar that fills as portals are done; `first` is said at once."""
    columns = (
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("portals"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    logger = logging.getLogger("flows")
    with Progress(*columns, console=console, transient=True) as bar:
        handler = _Lines(bar, bar.add_task("", total=portals))
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG)
        logger.info(first)
        try:
            yield
        finally:
            logger.removeHandler(handler)
