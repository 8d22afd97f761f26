from crawlers.families.trs_static import TrsStatic


class ChangchunJingyue(TrsStatic):
    """长春净月高新技术产业开发区管理委员会: the zone's reports on the city's disclosure platform.

    Region: 220100 长春市
    Hosts: zwgk.changchun.gov.cn
    Family: trs_static
    First year: 2008
    Quirks: the zone has no GB/T 2260 code of its own, the city's stands for it; a sub-column for each year, 2025j
    Verified: the column's address with its sub-column of 2025, named in the report of one of its departments
    Assumed: that the column's own list page links its sub-columns; their paging; the first year
    Politeness: shares its host with ccszf: one request at a time, the default delay
    """

    name = "changchun_jingyue"
    hosts = ("zwgk.changchun.gov.cn",)
    lists = (("http://zwgk.changchun.gov.cn/jy/jykfqrmzfndbg/", "政府信息公开年度报告"),)
