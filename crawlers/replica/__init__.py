"""Five real portals as they were, on loopback: for `nianbao demo` and for tests.

    with serve() as address:            # http://127.0.0.1:41234
        ...                             # http_proxy=address, then ask for the real addresses

The server is an HTTP proxy that answers for the portals' own hosts, so spiders run unchanged, and refuses every other host.
Each portal is built like the one it stands for: 长春 and 汽开区 (TRS, one server, UTF-8 and GBK), 吉林市 (digits that lost
their 年, charts as images), 朝阳 (on Liaoning's portal, table layout, GB18030 declared as GB2312), 同江 (Word's HTML).
The five main reports carry the figures their bodies really reported, in sentences written for this project; every answer
says `Via: 1.1 nianbao-replica`.

`python -m crawlers.replica --port 8118` serves in the foreground.
"""

from crawlers.replica.documents import Document, documents
from crawlers.replica.portals import PORTALS, Portal, replica_site, site_of
from crawlers.replica.server import VIA, Answered, serve
from crawlers.replica.site import Page, Site

__all__ = ["PORTALS", "VIA", "Answered", "Document", "Page", "Portal", "Site", "documents", "replica_site", "serve", "site_of"]
