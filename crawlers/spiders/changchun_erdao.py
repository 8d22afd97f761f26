from crawlers.families.trs_static import TrsStatic


class ChangchunErdao(TrsStatic):
    """长春市二道区人民政府: the district's reports on the city's disclosure platform.

    Region: 220105 二道区
    Hosts: zwgk.changchun.gov.cn
    Family: trs_static
    First year: 2008
    Quirks: the district's office has a column of its own, /ed/edqrmzfbgs/zfxxgknb/, which reports refer to by mistake
    Verified: both columns, by the addresses of the government's report of 2023 and the office's of 2022
    Assumed: the list pages at the folders' roots, their paging; the first year
    Politeness: shares its host with ccszf: one request at a time, the default delay
    """

    name = "changchun_erdao"
    hosts = ("zwgk.changchun.gov.cn",)
    lists = tuple((f"http://zwgk.changchun.gov.cn/ed/{at}/", "政府信息公开年度报告") for at in ("edqrmzfndbg", "edqrmzfbgs/zfxxgknb"))
