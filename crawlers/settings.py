"""Scrapy's settings, each with Scrapy's default and the reason for ours. What a user may choose comes from NIANBAO_* variables."""

import os

BOT_NAME = "nianbao"
SPIDER_MODULES = ["crawlers.spiders"]

# --- what we write -----------------------------------------------------------------------------------------------------------------------
ARCHIVE = os.environ.get("NIANBAO_ARCHIVE", "nianbao-data/archive")
CRAWL_ID = None  # made from portal and time where the caller names none
CONCURRENT_ITEMS = 1  # default 100: that many tasks are made for each page, and the archive stores one at a time
ITEM_PIPELINES = {"crawlers.pipelines.ToArchive": 100}
EXTENSIONS = {
    "crawlers.extensions.CrawlRecord": 0,
    "crawlers.politeness.Pace": 500,
    "scrapy.extensions.throttle.AutoThrottle": None,  # Pace is it, and more
    # They tell of Scrapy's statistics, a tenth of the work of a crawl; the closing summary says what counts.
    "scrapy.extensions.corestats.CoreStats": None,
    "scrapy.extensions.logstats.LogStats": None,
    "scrapy.extensions.logcount.LogCount": None,
}
STATS_CLASS = "scrapy.statscollectors.DummyStatsCollector"
DOWNLOADER_STATS = False  # default True
SPIDER_MIDDLEWARES = {"scrapy.spidermiddlewares.depth.DepthMiddleware": None}  # default on: counts links from the start, for limits
WARN_ON_GENERATOR_RETURN_VALUE = False  # default True: looks our own code over when a crawl starts; mypy has
DOWNLOADER_MIDDLEWARES = {
    # On the way out in this order, back in the opposite one.
    "crawlers.politeness.Limits": 40,
    "crawlers.middlewares.OwnHosts": 50,
    "crawlers.politeness.Robots": 100,
    "crawlers.politeness.Patience": 550,
    "crawlers.middlewares.RealPages": 555,  # sees what ConditionalGet let pass, before Patience would ask again
    "crawlers.middlewares.ConditionalGet": 560,
    "crawlers.middlewares.WholeGzip": 595,  # before Scrapy unpacks
    # Ours are these, and more.
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    # Subdomains and `dont_filter` pass Scrapy's own host filter; OwnHosts lets nothing pass and counts what it held.
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
}
# Default: last in, first out. Lists show the newest reports first, and a crawl that ends early should have those.
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"

# --- politeness --------------------------------------------------------------------------------------------------------------------------
CONTACT = os.environ.get("NIANBAO_CONTACT", "")
# Scrapy names itself; a portal's keeper should find out who asks, and why, and be able to write.
USER_AGENT = f"nianbao/0.1 (annual reports on government information disclosure{'; ' + CONTACT if CONTACT else ''})"
ROBOTSTXT_OBEY = True  # default False
CONCURRENT_REQUESTS_PER_DOMAIN = 1  # default 8: old county servers fall over
CONCURRENT_REQUESTS = 2  # default 16: a graceful stop waits for what is in flight, 16 s at 16 and 2 s at 2
DOWNLOAD_DELAY = float(os.environ.get("NIANBAO_DELAY", "1"))  # default 0: seconds between two requests to a host, at least
DOWNLOAD_DELAY_JITTER = 0  # default 0.5: half of what robots.txt asks for is less than it asks for
AUTOTHROTTLE_ENABLED = True  # default False: slower where the portal is slow
AUTOTHROTTLE_START_DELAY = DOWNLOAD_DELAY  # default 5: a portal has a few dozen pages, the first five would set the pace of all
AUTOTHROTTLE_MAX_DELAY = 60
# A report page that is listed as it was is asked for again once in so many days, and then conditionally; 0: every night.
RECHECK_DAYS = int(os.environ.get("NIANBAO_RECHECK_DAYS", "7"))
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip",  # default: deflate, br and zstd too, which do not say whether they are whole
    "Accept-Language": "zh-CN,zh;q=0.9",  # default en: some portals answer with their English site
}

# Ten hours at a request in two seconds; what is left over is asked for in the next night.
REQUESTS_A_NIGHT = int(os.environ.get("NIANBAO_REQUESTS", "20000"))
# After NIANBAO_CRAWL_HOURS a crawl is stopped from outside; a little earlier it stops asking by itself, and tells what it left.
HOURS_A_NIGHT = 0.9 * float(os.environ.get("NIANBAO_CRAWL_HOURS", "7"))
FAILURES_IN_A_ROW = 10  # so many pages of a host that fail for the host's own fault, and it is left alone for the night

# --- patience ----------------------------------------------------------------------------------------------------------------------------
# Default 180: what a portal has not sent in a minute it sends in the next night's crawl. An attachment has five times as long.
DOWNLOAD_TIMEOUT = float(os.environ.get("NIANBAO_TIMEOUT", "60"))
RETRY_TIMES = 2  # Scrapy's default, said here because a failed report page is a gap until the next night
RETRY_PRIORITY_ADJUST = 1  # default -1: at once and not after all others, so that a host that fails is known by its first ten pages
DOWNLOAD_MAXSIZE = 64 * 2**20  # default 1 GiB: the largest report met is a PDF of 40 MB
DOWNLOAD_WARNSIZE = 16 * 2**20  # default 32 MiB
REDIRECT_MAX_TIMES = 5  # default 20
METAREFRESH_ENABLED = False  # default True: on these portals a refresh is how a deleted page answers (crawlers.guards)
CLOSESPIDER_ERRORCOUNT = 20  # default none: our own code is at fault, each further page is asked in vain

# --- safety ------------------------------------------------------------------------------------------------------------------------------
TELNETCONSOLE_ENABLED = False  # default on: a local port that executes Python
REMOTE_CONTROL_ENABLED = False  # default on since 2.19: another one
COOKIES_ENABLED = True  # Scrapy's default: some firewalls let in who keeps their cookie
HTTPCACHE_ENABLED = False  # Scrapy's default, said here because the archive is the cache, and a second one would hide changes

# --- logs --------------------------------------------------------------------------------------------------------------------------------
LOG_LEVEL = "INFO"  # default DEBUG: prints every item
STATS_DUMP = False  # default True: the closing summary says what counts
