from crawlers.families.trs_static import TrsStatic


class ChangchunShuangyang(TrsStatic):
    """长春市双阳区人民政府: the district's reports on the city's disclosure platform.

    Region: 220112 双阳区
    Hosts: zwgk.changchun.gov.cn
    Family: trs_static
    First year: 2008
    Quirks: digits before 年 and 月 lose them in the page's text (20251月1日); a second title stands in the text itself
    Verified: the column, by the addresses of the reports of 2018 and 2025
    Assumed: the list page at the folder's root, its paging; the first year
    Politeness: shares its host with ccszf: one request at a time, the default delay
    """

    name = "changchun_shuangyang"
    hosts = ("zwgk.changchun.gov.cn",)
    lists = (("http://zwgk.changchun.gov.cn/sy/syqrmzfndbg/", "政府信息公开年度报告"),)
