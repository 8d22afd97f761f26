from crawlers.families.trs_static import TrsStatic


class Tonghua(TrsStatic):
    """通化市人民政府: the city's and its office's reports on its disclosure platform.

    Region: 220500 通化市
    Hosts: xxgk.tonghua.gov.cn
    Family: trs_static
    First year: 2008
    Quirks: the office's report loses the 年 and 月 of its dates (202511日至1231日), the city's does not
    Verified: both columns, by the addresses of the two reports of 2025
    Assumed: the list pages at the folders' roots, their paging; the first year
    Politeness: a small city server: one request at a time, the default delay
    """

    name = "tonghua"
    hosts = ("xxgk.tonghua.gov.cn",)
    lists = tuple((f"http://xxgk.tonghua.gov.cn/thsrmzf/thsrmzf1/{at}/", "政府信息公开年度报告") for at in ("ndbg", "xxgknb"))
