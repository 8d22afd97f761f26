from crawlers.families.trs_static import TrsStatic


class Tonghuaxian(TrsStatic):
    """通化县人民政府: the county's reports on its disclosure platform.

    Region: 220521 通化县
    Hosts: xxgk.tonghuaxian.gov.cn
    Family: trs_static
    First year: 2008
    Quirks: the title is broken in two lines, issuer and report
    Verified: the column, by the address of the report of 2025
    Assumed: the list page at the folder's root, its paging; the first year
    Politeness: a county's server: one request at a time, the default delay
    """

    name = "tonghuaxian"
    hosts = ("xxgk.tonghuaxian.gov.cn",)
    lists = (("http://xxgk.tonghuaxian.gov.cn/zfgz6/zfbgs/ndbg/", "政府信息公开年度报告"),)
