from crawlers.families.hanweb_xxgk import HanwebXxgk


class Lishui(HanwebXxgk):
    """丽水市人民政府: the city's reports, one page a year.

    Region: 331100 丽水市
    Hosts: www.lishui.gov.cn
    Family: hanweb_xxgk
    First year: 2008
    Quirks: the area is the city's 社会信用代码, with the region code of before 2000 in it; the order of the parameters varies between links
    Verified: the address of 2017 with its whole report
    Assumed: that other years answer alike, and a year without a report with few words; the first year
    Politeness: a city server: one request at a time, the default delay
    """

    name = "lishui"
    hosts = ("www.lishui.gov.cn",)
    lists = (("http://www.lishui.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=113325000026455663", "政府信息公开年度报告"),)
    first_year = 2008
