from crawlers.families.hanweb_jpaas import HanwebJpaas


class Pingchuan(HanwebJpaas):
    """白银市平川区人民政府: the reports of the district's bodies, on Gansu's shared platform.

    Region: 620403 平川区
    Hosts: www.bypc.gov.cn
    Family: hanweb_jpaas
    First year: 2019
    Quirks: a sub-column for each year and kind of body: /zfxxgk/zfxxgknb/2025n/bmdw/; departments repeat theirs under /zfxxgk/bmdwxzjd/
    Verified: the sub-column, by the address of the office's report of 2025, /art/2026/art_<32 hex>.html
    Assumed: that the column's own page links its sub-columns, and each of these names one unit; the first year
    Politeness: a district's server: one request at a time, the default delay
    """

    name = "pingchuan"
    hosts = ("www.bypc.gov.cn",)
    lists = (("https://www.bypc.gov.cn/zfxxgk/zfxxgknb/index.html", "政府信息公开年报"),)
