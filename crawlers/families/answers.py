"""What a CMS's interface answers, read strictly: another shape than the family's format is an error that says what was expected."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar
from urllib.parse import quote_plus

from scrapy.http import HtmlResponse, TextResponse

from crawlers.families.markup import iso_date

Wanted = TypeVar("Wanted")

#: China has one time zone, without summer time since 1991: a moment of an interface is a day there.
CHINA = datetime.timezone(datetime.timedelta(hours=8))

#: Moments in milliseconds; the same number of seconds would be in the year 5138.
MILLISECONDS_FROM = 10**11


class UnexpectedAnswerError(ValueError):
    """An answer that is not in the family's format; the message says what was expected, and what came."""


def json_object(response: TextResponse) -> Mapping[str, Any]:
    """Returns the JSON object a response is; raises UnexpectedAnswerError where it is something else."""
    try:
        answer = json.loads(response.text)
    except (ValueError, RecursionError):  # the latter where it is nested to fell a parser
        raise UnexpectedAnswerError(f"expected JSON, found {excerpt(response.text)}") from None
    if not isinstance(answer, dict):
        raise UnexpectedAnswerError(f"expected a JSON object, found {excerpt(response.text)}")
    return answer


def member(answer: Mapping[str, Any], name: str, kind: type[Wanted]) -> Wanted:
    """Returns a member of a JSON object; raises UnexpectedAnswerError where it is missing, of another kind, or no text."""
    value = answer.get(name)
    half_a_character = isinstance(value, str) and any("\ud800" <= character <= "\udfff" for character in value)
    if not isinstance(value, kind) or isinstance(value, bool) or half_a_character:
        raise UnexpectedAnswerError(f"expected {name} ({kind.__name__}), found {excerpt(json.dumps(answer, ensure_ascii=False))}")
    return value


def members(answer: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
    """Returns a member that is a list of JSON objects; raises UnexpectedAnswerError where it is anything else."""
    found = member(answer, name, list)
    if not all(isinstance(element, dict) for element in found):
        raise UnexpectedAnswerError(f"expected {name} to be a list of objects, found {excerpt(json.dumps(found, ensure_ascii=False))}")
    return found


def number(text: str, what: str) -> int:
    """Returns a count an interface writes as a string, "53"; raises UnexpectedAnswerError where it is none."""
    if not (text.isascii() and text.isdecimal() and len(text) < 8):
        raise UnexpectedAnswerError(f"expected a number as {what}, found {excerpt(text)}")
    return int(text)


def day_of(moment: object) -> str | None:
    """Returns the day (ISO, in China) of a moment: Unix seconds or milliseconds, as number or string, or a written date; None where there
    is none. Raises UnexpectedAnswerError where it is something else.
    """
    if moment is None or moment == "":
        return None
    if isinstance(moment, int | str) and str(moment).isascii() and str(moment).isdecimal() and 9 <= len(str(moment)) <= 13:
        seconds = int(moment) / (1000 if int(moment) >= MILLISECONDS_FROM else 1)
        return datetime.datetime.fromtimestamp(seconds, CHINA).date().isoformat()
    if isinstance(moment, str) and (day := iso_date(moment)):
        return day
    raise UnexpectedAnswerError(f"expected a date, found {excerpt(repr(moment))}")


def markup(response: TextResponse, html: str) -> HtmlResponse:
    """Returns HTML that came inside another answer as a response of its own, at the same address."""
    return HtmlResponse(response.url, body=html.encode(), encoding="utf-8", request=response.request)


def form(fields: Mapping[str, object]) -> str:
    """Returns fields as the body of a form, in their order."""
    return "&".join(f"{quote_plus(name)}={quote_plus(str(value))}" for name, value in fields.items())


def excerpt(text: str) -> str:
    """Returns enough of an answer to recognise it by, in one line."""
    words = " ".join(text[:400].encode("utf-8", "replace").decode().split())
    return (words[:120] + "…" if len(words) > 120 else words) or "nothing"
