from crawlers.families.hanweb_jpage import HanwebJpage


class Jiangbei(HanwebJpage):
    """宁波市江北区人民政府: the district's annual-report column on its portal.

    Region: 330205 江北区
    Hosts: www.nbjb.gov.cn
    Family: hanweb_jpage
    First year: 2008
    Quirks: columns are numbers; an article's address repeats that of its column
    Verified: the host with its columns /col/colNNN/index.html; an article of 2018-03-15 in column 1229230631
    Assumed: that column 1229230631 is the annual reports'; which generation of dataproxy.jsp it asks; the first year
    Politeness: a district's server: one request at a time, the default delay
    """

    name = "jiangbei"
    hosts = ("www.nbjb.gov.cn",)
    lists = (("http://www.nbjb.gov.cn/col/col1229230631/index.html", "政府信息公开年报"),)
