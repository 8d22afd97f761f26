"""A proxy that gives the answers it is told to, status, headers and bytes, and remembers what it was asked, and when."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, dict[str, str], bytes]


def ok(markup: str, **headers: str) -> Answer:
    return 200, {"Content-Type": "text/html; charset=utf-8", **headers}, f"<html><body>{markup}</body></html>".encode()


@dataclass(frozen=True)
class Asked:
    """One request; `moment` is of the monotonic clock."""

    url: str
    headers: Mapping[str, str]
    moment: float = field(default_factory=time.monotonic)


@contextmanager
def proxy(answers: Mapping[str, Answer | list[Answer]]) -> Iterator[tuple[str, list[Asked]]]:
    """Yields the address of a proxy with these answers, and the requests it gets. Of a list, each is given once, the last for ever."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(Asked(self.path, dict(self.headers)))
            answer = answers.get(self.path, (404, {}, b"nothing here"))
            if isinstance(answer, list):
                answer = answer.pop(0) if len(answer) > 1 else answer[0]
            status, headers, body = answer
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
