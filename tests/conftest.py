"""What all tests share: a PostgreSQL server of our own, where its binaries are there."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.postgresql import binaries, server


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """URL of a PostgreSQL server where databases may be made: TEST_POSTGRES_URL, else a server started for this session, else a skip."""
    given = os.environ.get("TEST_POSTGRES_URL")
    if given:
        yield given
        return
    found = binaries()
    if found is None:
        pytest.skip("no PostgreSQL: install it (apt-get install postgresql) or set TEST_POSTGRES_URL")
    with server(found) as url:
        yield url
