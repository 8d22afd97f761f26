"""Portals in, raw bytes out. The only output of this package is the archive (`crawlers.archive`).

Who does what, and nothing else:

- `spiders/`      one file per portal, facts only; the file's name is the portal's id
- `families/`     what the portals of one CMS have in common: where the rows are, where the next list page is
- `annual_report` which listed page is an annual report, and of which year
- `guards`        which answers are no page at all (firewall, challenge, deleted, soft 404), though their status says 200
- `middlewares`   change requests and answers: conditional GET, guards, the portal's own hosts only
- `pipelines`     write what the spiders yield to the archive
- `extensions`    begin and close the crawl in the archive, keep to the robots.txt's pace
- `archive`       what was fetched, for ever; read without Scrapy, as are `portals` (their ids and cards)
- `internet_archive` how the Internet Archive is asked for its copies of a portal
- `discovery/`    from the address of an unknown portal to the facts of a leaf
- `__main__`      one crawl as a process of its own, which `lifeline` ends when its parent does
"""
