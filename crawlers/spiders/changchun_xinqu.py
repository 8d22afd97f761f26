from crawlers.families.trs_static import TrsStatic


class ChangchunXinqu(TrsStatic):
    """长春新区管理委员会: the zone's reports on the city's disclosure platform.

    Region: 220100 长春市
    Hosts: zwgk.changchun.gov.cn
    Family: trs_static
    First year: 2016
    Quirks: the zone has no GB/T 2260 code of its own, the city's stands for it; the first years stand in its office's column
    Verified: both columns, by the addresses of the reports of 2025 (the committee's) and 2016 (the office's, imported in 2021)
    Assumed: the list pages at the folders' roots, their paging
    Politeness: shares its host with ccszf: one request at a time, the default delay
    """

    name = "changchun_xinqu"
    hosts = ("zwgk.changchun.gov.cn",)
    lists = tuple((f"http://zwgk.changchun.gov.cn/ccxq/{at}/", "政府信息公开年度报告") for at in ("zcxqrmzfndbg", "zcxqdzzhbgs/zfxxgknb"))
