"""Work shared among processes: the order is kept, and an item that takes its process down costs only itself."""

from __future__ import annotations

import os
import signal

import pytest

from flows.pool import MANY, each


def double(number: int) -> int:
    if number in (3, 4, 90):  # as a fault in a native parser does
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def lost(number: int) -> int:
    return -number


@pytest.mark.parametrize("count", [0, 6, MANY + 20])
def test_every_item_has_its_answer_in_order(count: int) -> None:
    expected = [-n if n in (3, 4, 90) else 2 * n for n in range(count)]
    assert list(each(double, range(count), lost)) == expected
