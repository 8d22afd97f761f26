from crawlers.families.plain_list import PlainList


class Tongjiang(PlainList):
    """同江市人民政府: pages converted from Word, on the CMS Heilongjiang's counties share.

    Region: 230881 同江市
    Hosts: www.tongjiang.gov.cn
    Family: plain_list
    First year: 2015
    Quirks: the report is Word's own HTML; headings 1、 and (一) mixed; the same text is often attached as .doc
    Verified: the host, its columns /tjs/cNNNNNN/NAME.shtml (政策文件, 领导之窗) and articles /tjs/cNNNNNN/YYYYMM/cNN_NNNNNN.shtml
    Assumed: the number of the annual-report column, its paging by links; the first year
    Politeness: a county's server: one request at a time, the default delay
    """

    name = "tongjiang"
    hosts = ("www.tongjiang.gov.cn",)
    lists = (("http://www.tongjiang.gov.cn/tjs/c100017/zfxxgknb.shtml", "政府信息公开年报"),)
