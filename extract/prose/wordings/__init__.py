"""The words that stand around labels and figures, by what they speak of.

Each pattern has a name and an example; what the words mean for a figure is decided where they are used: above all in
`extract.prose.context` (of which time, of whose), `extract.prose.attribution` (which label) and `extract.prose.quantities` (what becomes
of it).
"""

from extract.prose.wordings import around, bodies, cases, channels, lists, office, publishing, requests, sums, times

__all__ = ["around", "bodies", "cases", "channels", "lists", "office", "publishing", "requests", "sums", "times"]
