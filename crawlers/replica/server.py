"""The replica on the wire: an HTTP proxy on loopback that answers for the portals' real hosts and never goes anywhere else."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from crawlers.replica.portals import replica_site
from crawlers.replica.site import Page, Site

LOOPBACK = "127.0.0.1"
VIA = "1.1 nianbao-replica"


@dataclass(frozen=True, slots=True)
class Answered:
    """One request, and the status it was answered with. What was posted stands in the address, behind a #."""

    method: str
    address: str
    status: int


@contextmanager
def serve(
    site: Site | None = None, port: int = 0, answered: list[Answered] | None = None, tls: ssl.SSLContext | None = None
) -> Iterator[str]:
    """Serves the site (the five portals, if none is given) and yields the proxy's address, `http://127.0.0.1:PORT`.

    A page whose address ends in `#FORM` is the answer to that form, posted there. Every answer is added to `answered` as it is
    sent. Addresses of https are answered in a tunnel, where `tls` has a certificate for them. Port 0 takes a free one; raises OSError
    where the port is taken.
    """
    server = _Server(replica_site() if site is None else site, port, [] if answered is None else answered, tls)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://{LOOPBACK}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a client's idle connection must not hold up the end

    def __init__(self, site: Site, port: int, answered: list[Answered], tls: ssl.SSLContext | None) -> None:
        self.tls = tls
        self.site = site
        self.hosts = site.hosts
        self.answered = answered
        super().__init__((LOOPBACK, port), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "nianbao-replica"
    disable_nagle_algorithm = True  # head and body go in two packets, and would wait 40 ms for each other
    timeout = 60
    scheme = "http"

    def do_GET(self, posted: str = "") -> None:
        address = self._address() + posted
        page = self.server.site.find(address)
        if page is not None and page.status == HTTPStatus.OK and self._is_current(page):
            self._answer(address, HTTPStatus.NOT_MODIFIED, {name: page.headers[name] for name in sorted(page.validators)}, b"")
        elif page is not None:
            self._answer(address, page.status, page.headers, page.body)
        elif urlsplit(address).netloc in self.server.hosts:
            self._answer(address, HTTPStatus.NOT_FOUND, {"Content-Type": "text/html"}, b"<html><body><h1>404 Not Found</h1></body></html>")
        else:
            self._refuse(address)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        self.do_GET("#" + self.rfile.read(int(self.headers["Content-Length"])).decode())

    def do_CONNECT(self) -> None:
        """Speaks TLS on this connection from here on, as the host asked for."""
        host = self.path.removesuffix(":443")
        if self.server.tls is None or host not in self.server.hosts:
            self._refuse(self.path)
            return
        self.send_response(HTTPStatus.OK)
        self.end_headers()
        self.request: Any = self.server.tls.wrap_socket(self.request, server_side=True)
        self.setup()
        self.scheme, self.close_connection = "https", False

    def _address(self) -> str:
        """The absolute address asked for, from the request line as a proxy gets it or from the Host header."""
        if urlsplit(self.path).scheme:
            return self.path
        return f"{self.scheme}://{self.headers.get('Host', '')}{self.path}"

    def _is_current(self, page: Page) -> bool:
        """Whether the client has this page already (RFC 9110 §13.2.2: If-None-Match decides alone where it is sent)."""
        tags = self.headers.get("If-None-Match")
        if tags is not None and "ETag" in page.validators:
            return page.etag in (tag.strip().removeprefix("W/") for tag in tags.split(","))
        since = self.headers.get("If-Modified-Since")
        if tags is not None or since is None or "Last-Modified" not in page.validators:
            return False
        try:
            return page.modified <= parsedate_to_datetime(since)
        except (TypeError, ValueError):
            return False

    def _refuse(self, address: str) -> None:
        known = ", ".join(sorted(self.server.hosts))
        text = f"nianbao-replica: {address} is none of the hosts replayed here, and nothing is fetched from the network. Hosts: {known}\n"
        self._answer(address, HTTPStatus.BAD_GATEWAY, {"Content-Type": "text/plain; charset=utf-8"}, text.encode())

    def _answer(self, address: str, status: int, headers: dict[str, str], body: bytes) -> None:
        self.server.answered.append(Answered(self.command, address, int(status)))  # before the client can look
        self.send_response(status)
        self.send_header("Via", VIA)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing: what was asked stands in `answered`."""
