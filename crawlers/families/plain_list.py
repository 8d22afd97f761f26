"""Lists of no known CMS whose pager is links: 下一页, 尾页, to `?page=2`, `list_2.html` or whatever the portal calls them."""

from __future__ import annotations

from crawlers.families.listing import Listing


class PlainList(Listing):
    """Heilongjiang's counties, and whoever shows rows with dates and a pager of links."""
