from crawlers.families.trs_static import TrsStatic


class ChangchunChaoyang(TrsStatic):
    """长春市朝阳区人民政府: the district's reports on the city's disclosure platform.

    Region: 220104 朝阳区
    Hosts: zwgk.changchun.gov.cn
    Family: trs_static
    First year: 2008
    Quirks: not 朝阳市 of Liaoning; departments have columns of their own, /cy/qzfzcbm/UNIT/zfxxgknb/
    Verified: the folder /cy/, by the address of a department's report of 2025
    Assumed: the government's column, named as those of 二道区 and 双阳区 are; its list page and paging; the first year
    Politeness: shares its host with ccszf: one request at a time, the default delay
    """

    name = "changchun_chaoyang"
    hosts = ("zwgk.changchun.gov.cn",)
    lists = (("http://zwgk.changchun.gov.cn/cy/cyqrmzfndbg/", "政府信息公开年度报告"),)
