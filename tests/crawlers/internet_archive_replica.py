"""The Internet Archive on loopback, as an HTTP proxy: its index (CDX in JSON, paged by resume keys) and the replay of raw bytes (`id_`)."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from answering import Quiet, listening

REPLAY = re.compile(r"/web/(\d{14})id_/(.+)")
FIELDS = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]


@dataclass(frozen=True)
class Archived:
    """A copy; `status` is what the portal answered then, `original` the address as the index keeps it."""

    original: str
    moment: str
    body: bytes
    mimetype: str = "text/html"
    status: int = 200

    @property
    def digest(self) -> str:
        return base64.b32encode(hashlib.sha1(self.body).digest()).decode()

    @property
    def row(self) -> list[str]:
        host = ",".join(reversed(urlsplit(self.original).hostname.split(".")))
        key = f"{host}){urlsplit(self.original).path.lower()}"
        return [key, self.moment, self.original, self.mimetype, str(self.status), self.digest, str(len(self.body))]


@dataclass
class InternetArchive:
    """What is archived, how many rows an answer has at most, and which addresses are answered with 429 the first time."""

    copies: Sequence[Archived]
    rows: int = 1000
    busy: set[str] = field(default_factory=set)
    robots: str = "User-agent: *\nDisallow: /save/\n"
    asked: list[str] = field(default_factory=list)

    def answer(self, address: str) -> tuple[int, dict[str, str], bytes]:
        parts = urlsplit(address)
        if parts.netloc != "web.archive.org":
            return 502, {}, b"no other host is asked"
        if parts.path == "/robots.txt":
            return 200, {"Content-Type": "text/plain"}, self.robots.encode()
        self.asked.append(address)
        if address in self.busy:
            self.busy.discard(address)
            return 429, {"Retry-After": "0"}, b"Too Many Requests"
        if parts.path == "/cdx/search/cdx":
            return 200, {"Content-Type": "application/json"}, json.dumps(self.index(parse_qs(parts.query))).encode()
        return self.replay(address)

    def index(self, query: dict[str, list[str]]) -> list[list[str]]:
        """Returns the rows of one answer: header, rows, and where there are more an empty row and the key of the rest."""
        (wanted,), (match,) = query["url"], query["matchType"]
        assert query["output"] == ["json"]
        found = []
        for copy in sorted(self.copies, key=lambda copy: (copy.row[0], copy.moment)):
            place = copy.original.partition("://")[2].replace(":80/", "/")
            asked = wanted.partition("://")[2] or wanted
            fits = place.startswith(asked) if match == "prefix" else place == asked
            if fits and (query.get("filter") != ["statuscode:200"] or copy.status == 200):
                found.append(copy)
        if "collapse" in query:
            found = [copy for before, copy in zip([None, *found], found, strict=False) if not before or before.row[::5] != copy.row[::5]]
        begin = int(query["resumeKey"][0]) if "resumeKey" in query else 0
        end = begin + min(self.rows, int(query["limit"][0]))
        names = query["fl"][0].split(",")
        rows = [[dict(zip(FIELDS, copy.row, strict=True))[name] for name in names] for copy in found[begin:end]]
        rest = [[], [str(end)]] if end < len(found) else []
        return [names, *rows, *rest] if rows else []

    def replay(self, address: str) -> tuple[int, dict[str, str], bytes]:
        """Returns the copy of that moment, a redirect to the one nearest to it, or 404."""
        asked = REPLAY.fullmatch(address.partition("web.archive.org")[2])
        of_page = [c for c in self.copies if asked and c.original.replace(":80/", "/") == asked[2] and c.status == 200]
        if not of_page:
            return 404, {"Content-Type": "text/html"}, b"<html><body>The Wayback Machine has not archived that URL.</body></html>"
        nearest = min(of_page, key=lambda copy: abs(int(copy.moment) - int(asked[1])))
        if nearest.moment != asked[1]:
            return 302, {"Location": f"http://web.archive.org/web/{nearest.moment}id_/{asked[2]}"}, b""
        return 200, {"Content-Type": nearest.mimetype, "Memento-Datetime": nearest.moment}, nearest.body


@contextmanager
def serve(archive: InternetArchive) -> Iterator[str]:
    """Yields the proxy's address."""

    class Handler(Quiet):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # noqa: N802  the name BaseHTTPRequestHandler calls
            status, headers, body = archive.answer(self.path)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

    with listening(Handler) as address:
        yield address
