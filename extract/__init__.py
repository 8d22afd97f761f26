"""Bytes of a page or attachment in, a `Report` out: pure functions, no clock, no network, no disk but the package's own data files."""
