from crawlers.families.trs_static import TrsStatic


class Jlzwgk(TrsStatic):
    """吉林市人民政府: the city government's reports, once published under www.jlzwgk.gov.cn.

    Region: 220200 吉林市
    Hosts: xxgk.jlcity.gov.cn
    Retired: www.jlzwgk.gov.cn
    Family: trs_static
    First year: 2008
    Quirks: breadcrumb with >>; charts are images; digits before 年 lose it in text exports; a preview copy at 122.137.242.24:8080
    Verified: the column /szf/ndbg/, by the reports of 2018 (public host) and 2017 (preview copy); /2020j/ below it, by name
    Assumed: that the list page shows what its sub-columns of a year hold, its paging; the retired host's path (the same); the first year
    Politeness: a small city server: one request at a time, the default delay
    """

    name = "jlzwgk"
    hosts = ("xxgk.jlcity.gov.cn",)
    lists = (("http://xxgk.jlcity.gov.cn/szf/ndbg/", "信息公开年度报告"),)
