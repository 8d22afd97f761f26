from crawlers.families.gkmlpt import Gkmlpt


class GuangdongWenlv(Gkmlpt):
    """广东省文化和旅游厅: the department's reports on Guangdong's disclosure catalogue.

    Region: 440000 广东省
    Hosts: whly.gd.gov.cn
    Family: gkmlpt
    First year: 2008
    Quirks: people see the column at /gkmlpt/annualreport#2629; the interface may answer 404 for a second page though there is one
    Verified: column 2629 and site 175, in a public crawler of this very list; an answer's members, seen for other bodies of the province
    Assumed: the first year; paging, for columns of more than a hundred articles
    Politeness: one platform for a whole province: one request at a time, the default delay
    """

    name = "guangdong_wenlv"
    hosts = ("whly.gd.gov.cn",)
    lists = (("http://whly.gd.gov.cn/gkmlpt/api/all/2629?page=1&sid=175", "政府信息公开年报"),)
