"""Lists of no known CMS: the pager is links, 下一页, 尾页, to `?page=2`, `list_2.html` or whatever the portal calls them, or a script."""

from __future__ import annotations

from crawlers.families.listing import Listing


class PlainList(Listing):
    """Heilongjiang's cities and counties, and whoever shows rows with dates and a pager that says where it leads."""

    signs = ()
