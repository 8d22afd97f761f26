"""Ids made of what they name, so that the same things get the same ids in every warehouse, whatever is loaded first."""

from __future__ import annotations

import hashlib
import json

#: Hexadecimal digits of an id: 80 bits, so that a million ids collide with a chance of 4 in 10^13.
ID_LENGTH = 20


def digest_of(*parts: object) -> str:
    """Returns the id of a thing made of plain values (text, numbers, None, lists, tuples, mappings)."""
    return hashlib.sha256(canonical_json(parts).encode()).hexdigest()[:ID_LENGTH]


def canonical_json(value: object) -> str:
    """Returns the one JSON text of a plain value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
