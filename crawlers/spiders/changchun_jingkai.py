from crawlers.families.trs_static import TrsStatic


class ChangchunJingkai(TrsStatic):
    """长春经济技术开发区管理委员会: the zone's reports on the city's disclosure platform.

    Region: 220100 长春市
    Hosts: zwgk.changchun.gov.cn
    Family: trs_static
    First year: 2008
    Quirks: the zone has no GB/T 2260 code of its own, the city's stands for it; old reports carry the import's date in their address
    Verified: the column, by the addresses of the reports of 2008, 2015 and 2025
    Assumed: the list page at the folder's root, its paging
    Politeness: shares its host with ccszf: one request at a time, the default delay
    """

    name = "changchun_jingkai"
    hosts = ("zwgk.changchun.gov.cn",)
    lists = (("http://zwgk.changchun.gov.cn/jk/jkqrmzfndbg/", "政府信息公开年度报告"),)
