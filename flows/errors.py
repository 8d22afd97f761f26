"""Errors a user can do something about."""

from __future__ import annotations


class UserError(Exception):
    """What is wrong and what to do about it, in one line; the command line prints it and exits 1."""
