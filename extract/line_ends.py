"""Lines that a format broke, put together again: Chinese is written without spaces, letters and digits are not to run together."""

from __future__ import annotations

import re
from collections.abc import Iterable

_IDEOGRAPH = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2018-\u201d]")


def join_lines(lines: Iterable[str]) -> str:
    """Returns the lines of one cell or paragraph as one: nothing beside an ideograph, a space between letters or digits."""
    joined = ""
    for line in filter(None, (line.strip() for line in lines)):
        glued = not joined or _IDEOGRAPH.match(joined[-1]) or _IDEOGRAPH.match(line[0])
        joined += line if glued else f" {line}"
    return joined
