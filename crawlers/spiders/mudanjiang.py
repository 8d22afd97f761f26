from crawlers.families.plain_list import PlainList


class Mudanjiang(PlainList):
    """牡丹江市人民政府: the city's reports, on the CMS Heilongjiang's cities share.

    Region: 231000 牡丹江市
    Hosts: mdj.gov.cn, www.mdj.gov.cn
    Family: plain_list
    First year: 2008
    Quirks: a column for each year and kind of body: c105130 the city's of 2017, c105122 the city's and c105123 the departments' of 2019
    Verified: these columns, by the addresses of reports in them, with their breadcrumbs
    Assumed: the name of a column's list page, taken from 同江市; its paging; the columns of other years
    Politeness: a city server: one request at a time, the default delay
    """

    name = "mudanjiang"
    hosts = ("mdj.gov.cn", "www.mdj.gov.cn")
    lists = tuple((f"http://mdj.gov.cn/mdjsrmzf/{at}/zfxxgknb.shtml", "市政府信息公开年度报告") for at in ("c105130", "c105122"))
