from crawlers.families.trs_static import TrsStatic


class Dehui(TrsStatic):
    """德惠市人民政府: the county-level city's reports on Changchun's disclosure platform.

    Region: 220183 德惠市
    Hosts: zwgk.changchun.gov.cn
    Family: trs_static
    First year: 2008
    Quirks: none known
    Verified: the column, by the addresses of the reports of 2018 and 2024
    Assumed: the list page at the folder's root, its paging; the first year
    Politeness: shares its host with ccszf: one request at a time, the default delay
    """

    name = "dehui"
    hosts = ("zwgk.changchun.gov.cn",)
    lists = (("http://zwgk.changchun.gov.cn/dh/dhsrmzfndbg/", "政府信息公开年度报告"),)
