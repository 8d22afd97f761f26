"""Proxies on loopback: one that gives the answers it is told to, status, headers and bytes, and remembers what it was asked, and when; and
what it takes to listen for any other."""

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


class Quiet(BaseHTTPRequestHandler):
    """Answers without a line on stderr for each."""

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def listening(handler: type[Quiet]) -> Iterator[str]:
    """Yields the address of a server that answers by the handler; what a crawl left half asked holds nobody up."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.block_on_close = False
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def proxy(answers: Mapping[str, Answer | list[Answer]]) -> Iterator[tuple[str, list[Asked]]]:
    """Yields the address of a proxy with these answers, and the requests it gets. Of a list, each is given once, the last for ever."""
    asked: list[Asked] = []

    class Handler(Quiet):
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

    with listening(Handler) as address:
        yield address, asked
