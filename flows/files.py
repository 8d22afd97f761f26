"""Reading saved pages and attachments named on the command line, without archive or warehouse."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.media import Unreadable
from extract.reading import read_report
from extract.records import Report, Source
from extract.to_json import report_as_json
from flows.errors import UserError
from flows.pool import MANY, each


class UnreadableFileError(UserError):
    """A file that could not be read as anything; the message names the file and the reason."""


@dataclass(frozen=True, slots=True)
class FileLine:
    """What became of one file: its JSON object on one line, or why there is none."""

    json: str | None
    failure: str | None = None


def read_file(path: Path) -> Report:
    """Returns the reading of one file; raises UnreadableFileError."""
    try:
        return read_report(path.read_bytes(), Source(name=path.name))
    except OSError as error:
        raise UnreadableFileError(f"{path}: {error.strerror}") from error
    except Unreadable as error:
        raise UnreadableFileError(f"{path}: {error}") from error
    except Exception as error:  # a fault of ours in one file; it must not cost the other files their answer
        raise UnreadableFileError(f"{path}: the reader failed: {error!r}") from error


def json_lines(paths: Sequence[Path]) -> Iterator[FileLine]:
    """Yields one line per file, in order."""
    # Another process costs half a second, which someone with one file would notice.
    return map(_line, paths) if len(paths) < MANY else each(_line, paths, _lost)


def _line(path: Path) -> FileLine:
    try:
        report = read_file(path)
    except UnreadableFileError as error:
        return FileLine(None, str(error))
    return FileLine(json.dumps(report_as_json(report, file=str(path)), ensure_ascii=False))


def _lost(path: Path) -> FileLine:
    return FileLine(None, f"{path}: reading it took its process down")
