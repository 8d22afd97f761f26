from crawlers.families.trs_static import TrsStatic


class Handan(TrsStatic):
    """邯郸市人民政府: the city's disclosure platform, one list for all bodies.

    Region: 130400 邯郸市
    Hosts: hdzfxxgk.hd.gov.cn
    Family: trs_static
    First year: 2008
    Quirks: articles of all kinds in one list of 56 pages, whose number the script holds (countPage); issuer and date in cells of their own
    Verified: the list page of 2020-08: its address, columns, script, article addresses /gszbm/autoNNNNN/YYYYMM/tYYYYMMDD_NNN.html
    Assumed: that annual reports pass through this list; a column of their own is not known; the first year
    Politeness: a city server: one request at a time, the default delay
    """

    name = "handan"
    hosts = ("hdzfxxgk.hd.gov.cn",)
    lists = (("http://hdzfxxgk.hd.gov.cn/zfwj/jinqixxgk/", "近期信息公开"),)
