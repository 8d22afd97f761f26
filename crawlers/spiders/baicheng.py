from crawlers.families.trs_static import TrsStatic


class Baicheng(TrsStatic):
    """白城市人民政府: the city's reports on its disclosure platform.

    Region: 220800 白城市
    Hosts: xxgk.jlbc.gov.cn
    Family: trs_static
    First year: 2008
    Quirks: the same page head as at Changchun: 登录| 注册, title, 发布日期, an empty hit counter
    Verified: the column, by the address of the report of 2025
    Assumed: the list page at the folder's root, its paging; the first year
    Politeness: a small city server: one request at a time, the default delay
    """

    name = "baicheng"
    hosts = ("xxgk.jlbc.gov.cn",)
    lists = (("http://xxgk.jlbc.gov.cn/bcsrmzf/bcsrmzfndbg/", "政府信息公开年度报告"),)
