from crawlers.families.trs_search import TrsSearch


class Pingtan(TrsSearch):
    """平潭综合实验区管理委员会: the zone's reports on Fujian's shared platform.

    Region: 350128 平潭县
    Hosts: www.pingtan.gov.cn
    Family: trs_search
    First year: 2007
    Quirks: answers below 300 bytes are its firewall's, a meta refresh is a deleted page; other bodies' reports stand in the same column
    Verified: the list page of 2026-03 whole: ten rows of 20, the script with channel, column and page size; the search's address
    Assumed: the first year, from the number of rows; the names in the search's answer, seen in public crawlers of this platform
    Politeness: its firewall answers too many requests with empty pages: one at a time, the default delay
    """

    name = "pingtan"
    hosts = ("www.pingtan.gov.cn",)
    lists = (("https://www.pingtan.gov.cn/zwgk/zfxxgk/zfxxgknb/", "政府信息公开年报"),)
