"""Whose report it is, of which year, whether it is one at all, and what else is on the page."""
