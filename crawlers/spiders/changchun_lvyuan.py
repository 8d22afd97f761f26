from crawlers.families.trs_static import TrsStatic


class ChangchunLvyuan(TrsStatic):
    """长春市绿园区人民政府办公室: the reports of the district government's office on the city's disclosure platform.

    Region: 220106 绿园区
    Hosts: zwgk.changchun.gov.cn
    Family: trs_static
    First year: 2008
    Quirks: the office's reports are called 年报; the government's own stand elsewhere, by the names of other districts in /ly/lyqrmzfndbg/
    Verified: the office's column, by the address of its report of 2025
    Assumed: the list page at the folder's root, its paging; the first year
    Politeness: shares its host with ccszf: one request at a time, the default delay
    """

    name = "changchun_lvyuan"
    hosts = ("zwgk.changchun.gov.cn",)
    lists = (("http://zwgk.changchun.gov.cn/ly/lyqrmzfbgs/zfxxgknb/", "政府信息公开年报"),)
