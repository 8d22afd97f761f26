"""A PostgreSQL server of our own for tests and benchmarks, gone when they are over."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def binaries() -> Path | None:
    """Folder of the newest server installed; Debian keeps its binaries off the PATH."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda path: float(path.parts[-3]))
    found = debian[-1] if debian else shutil.which("pg_ctl")
    return Path(found).parent if found else None


@contextmanager
def server(binaries: Path) -> Iterator[str]:
    """Yields the URL of a database whose owner may make others. It forgets what a power cut would interrupt: it is not kept."""
    # A folder of its own and not tmp_path, whose parents only the user who runs the tests may enter.
    folder = Path(tempfile.mkdtemp(prefix="nianbao-postgresql-"))
    as_owner: list[str] = []
    if os.geteuid() == 0:  # the server refuses to run as root
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        as_owner = ["setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    def run(program: str, *arguments: str) -> None:
        command = [*as_owner, str(binaries / program), "-D", str(folder / "data"), *arguments]
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(folder)}
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, env=environment)

    try:
        run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync")
        fast = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", f"-p {port} -h 127.0.0.1 -k {folder} {fast}", "start")
        try:
            yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
