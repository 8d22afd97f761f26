from crawlers.families.trs_static import TrsStatic


class Ccszf(TrsStatic):
    """长春市人民政府: the city's own reports, once published under www.ccszf.gov.cn.

    Region: 220100 长春市
    Hosts: zwgk.changchun.gov.cn, js.changchun.gov.cn
    Retired: www.ccszf.gov.cn
    Family: trs_static
    First year: 2008
    Quirks: one TRS installation behind both hosts, equal paths and document numbers; the date in an address is that of the last import
    Verified: addresses of the reports of 2016 (js), 2017 and 2019 (zwgk), all below /ccsrmzfndbg/
    Assumed: the list page at that folder's root, its paging; the same path on the retired host; the first year
    Politeness: a small city server behind a firewall: one request at a time, the default delay
    """

    name = "ccszf"
    hosts = ("zwgk.changchun.gov.cn", "js.changchun.gov.cn")
    lists = (("http://zwgk.changchun.gov.cn/ccsrmzfndbg/", "政府信息公开年度报告"),)
