from crawlers.families.trs_static import TrsStatic


class Chaoyang(TrsStatic):
    """朝阳市人民政府: its reports on Liaoning's provincial portal, which lists all cities' together, one column a year.

    Region: 211300 朝阳市
    Hosts: www.ln.gov.cn
    Family: trs_static
    First year: 2016
    Quirks: rows of all fourteen cities in one list, hence `listed_issuer`; table-layout pages, breadcrumb and font links around the text
    Verified: the column of 2016 (a copy of the portal holds 锦州市's report there), article addresses NUMBER/index.shtml
    Assumed: the list page at that folder's root, its paging; the columns of other years have other numbers and are not listed here yet
    Politeness: a provincial portal: one request at a time, the default delay
    """

    name = "chaoyang"
    hosts = ("www.ln.gov.cn",)
    lists = (("http://www.ln.gov.cn/web/zwgkx/zfxxgk1/2010zfxxgk_148535/2010zfxxgk_120736/shizfgzbg/", "各市工作年度报告"),)
    listed_issuer = "朝阳市"
