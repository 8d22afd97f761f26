"""Requests and answers on their way: only the portal's own hosts, only what changed, and no answer that is no page."""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes

from crawlers import guards
from crawlers.archive import Archive, Capture
from crawlers.extensions import CrawlRecord
from crawlers.outcomes import Refused

#: On a response whose body is the archive's, because the portal answered 304.
NOT_MODIFIED = "not modified"


def asked_url(request: Request) -> str:
    """Returns the address first asked for, before any redirect."""
    first: list[str] = request.meta.get("redirect_urls", [request.url])
    return first[0]


def archived_response(archive: Archive, capture: Capture) -> Response:
    """Returns a capture as the answer it was."""
    body = archive.body(capture)
    headers = Headers(capture.headers)
    made_of = responsetypes.from_args(headers=headers, url=capture.final_url, body=body)
    return made_of(capture.final_url, status=200, headers=headers, body=body)


def answered_url(response: Response) -> str:
    """Returns the address an answer was asked for at, with the form that was posted; its own where nobody asked (a page of a file)."""
    return asked_url(response.request) if response.request else response.url


class OwnHosts:
    """Asks nothing but the hosts the portal declares, wherever a link or a redirect leads; Scrapy's own filter lets subdomains pass."""

    def __init__(self, hosts: tuple[str, ...]) -> None:
        self.hosts = hosts

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler.spidercls.hosts)  # type: ignore[attr-defined]  # every spider here is a ReportSpider

    def process_request(self, request: Request) -> None:
        if outcome := guards.off_portal(request.url, self.hosts):
            raise Refused(outcome)

    def process_response(self, request: Request, response: Response) -> Response:
        """Refuses what came from a private address under a public name. Behind a proxy the address is the proxy's and says nothing."""
        if response.ip_address and not request.meta.get("proxy") and not response.ip_address.is_global:
            raise Refused("private_address")
        return response


class WholeGzip:
    """Refuses a compressed body that breaks off. Scrapy takes what there is of it for the whole."""

    def process_response(self, request: Request, response: Response) -> Response:
        if response.headers.get("Content-Encoding") == b"gzip" and not guards.is_whole_gzip(response.body):
            raise Refused("truncated")
        return response


class RealPages:
    """Refuses answers that say 200 and are a firewall, a challenge, a deleted page, HTML under a document's name."""

    def process_response(self, request: Request, response: Response) -> Response:
        fresh = response.status == 200 and NOT_MODIFIED not in response.flags
        is_data = request.meta.get("kind") == "list" and guards.is_data(response.body)
        if fresh and "kind" in request.meta and not is_data:
            sent_from = asked_url(request)
            led_astray = guards.sent_away(sent_from, response.url) if sent_from != request.url else None
            if outcome := led_astray or guards.refusal(response.url, response.body):
                raise Refused(outcome)
        return response


class ConditionalGet:
    """Asks with the validators of the archive's last capture; a 304 reaches the spider with the body it confirms.

    The spider then reads the page as any other: a list page's rows, a report's attachments. So an attachment that a kill cut off is asked
    for in the next crawl, though its page has not changed.
    """

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(CrawlRecord.of(crawler).archive)

    def process_request(self, request: Request) -> None:
        for name in ("If-None-Match", "If-Modified-Since"):  # a redirect carries them over from the address it left
            request.headers.pop(name, None)
        last = self.archive.last(asked_url(request)) if "kind" in request.meta else None
        # Validators mean something only to the address that gave them; after a redirect that may be another one.
        if last is not None and last.final_url == request.url:
            for name, validator in (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified")):
                if validator in last.headers:
                    request.headers[name] = last.headers[validator]

    def process_response(self, request: Request, response: Response) -> Response:
        if response.status != 304 or "kind" not in request.meta:
            return response
        last = self.archive.last(asked_url(request))
        if last is None or last.final_url != request.url:
            raise Refused("not_modified_unasked")
        confirmed = archived_response(self.archive, last)
        headers = Headers({**last.headers, **{name: response.headers[name] for name in response.headers}})
        return confirmed.replace(headers=headers, flags=[*response.flags, NOT_MODIFIED])
