from crawlers.families.trs_static import TrsStatic


class Qikai(TrsStatic):
    """长春汽车经济技术开发区管理委员会: the zone's reports on the city's disclosure platform.

    Region: 220100 长春市
    Hosts: zwgk.changchun.gov.cn
    Family: trs_static
    First year: 2012
    Quirks: the zone has no GB/T 2260 code of its own, the city's stands for it; reports end in the statistics table of 2014
    Verified: the column path /qk/qkqgwhndbg/ and the report of 2015 below it
    Assumed: the list page at that folder's root, its paging; the first year
    Politeness: shares its host with ccszf: one request at a time, the default delay
    """

    name = "qikai"
    hosts = ("zwgk.changchun.gov.cn",)
    lists = (("http://zwgk.changchun.gov.cn/qk/qkqgwhndbg/", "政府信息公开年度报告"),)
