"""Whose a figure is: the issuer's own offices, all bodies under it, one of them, a whole field."""

from __future__ import annotations

import re

#: The bodies of a whole field, of which an agency is but one: [全省各级生态环境部门]办理行政处罚案件524件, [全市水利系统]作出….
OF_A_SYSTEM = re.compile(
    r"各级|全[省市县区州盟旗][^，。;\d]{1,8}系统|各地|各(?:省|市|州|盟|县|区|旗|乡镇|分局|支局|大队|所|部门|单位)|全国|全省|全区各|全[市县州盟旗][^，。;\d]{1,10}部门|基层|督促|指导|协助|配合"
)
#: The body itself, behind such: [我厅]作出行政处罚12件, [厅本级]….
OF_ITSELF = re.compile(r"我[厅局委办站队所]|本(?:级|机关|单位|部门|[厅局委办站队所])|[厅局委]机关")
#: The issuer's own offices, not all bodies under it: [市本级]公开信息1208条, [县政府]收到申请3件.
OWN_LEVEL = re.compile(
    r"本级(?:(?<=[省市县区旗州]本级)|(?<=[省市县区旗州]直本级)|(?!政府网|财政|公报))|"
    r"本机关(?<!属于本机关)(?<![属非由持销]本机关)(?!不|未(?!收到|发生|接到|产生|出现|被|受理)|无|掌握|公开|职责|职权|范围|制作|信息|政府信息|$)|"
    r"政府(?<=[市县区省]政府)(?:办公室|办公厅|办|本级|机关|层面|自身|本身)?(?:全年|共|一共|总共|合计|累计|实际|新收|接到|接收|主动|收到|受理|本年度?)(?!网)"
)
#: The same, as the subject that a clause begins with: [人民政府]2016年公开信息1208条, [省政府及其部门]受理527件.
OWN_LEVEL_SUBJECT = re.compile(
    r"(?:[省市县区]|我[市县区])?(?:人民)?政府(?:办公室|办公厅|办)?(?:共|一共|总共|合计|全年|主动|本年度?|累计|\d{4}年度?)|"
    r"(?:其中)?[,，:]?(?:本[省市县区州])?[省市县区州]级(?:各|行政)?(?:机关|部门|单位)(?=(?:共|累计|全年|主动|新)*(?:公开|发布|收到|受理|接到))|"
    r"(?:其中)?[省市县区州](?:人民)?政府[及和](?:其|所属|[省市县区州][直级])?(?:组成|直属|工作)?(?:部门|机构|单位)|"
    r"(?:其中)?[,，:]?以?[省市县区州](?:人民)?政府[作]?为(?:被申请人|被告)的|"
    r"其中[,，:]?(?:本)?[省市县区州](?:人民)?政府(?:制定|制发|印发|出台|发布|公开|办理|答复)"
)
#: The office of a government itself, in its own report: [区政府办公室]收到, [本机关]受理; but not 区本级.
OF_THE_OFFICE = re.compile(r"办公[室厅]|政府办|本机关")
#: Words at the end of a paragraph that the figures below it are of the issuer's own offices: [省政府办公厅办理的申请]具体情况如下：
ANNOUNCES_OWN_LEVEL = re.compile(
    r"(?:本级(?!财政)|[省市县区]级(?:机关|部门)|(?:[省市县区州]|我[省市县区])(?:人民)?政府(?:办公[厅室]|办|本级|机关|层面)?)(?:共|全年|\d{4}年度?)*"
    r"(?:受理|收到|接到|办理|处理|答复|公开|发布)[^，。;]*(?:情况|结果|数据|如下)"
)
#: All bodies under the issuer: [全市]公开信息86112条, [各级行政机关]收到申请40件.
WHOLE = re.compile(
    r"全[市县区省州盟旗]|我[市县区省州盟旗](?!本级|政府办)|本级(?:及(?!其)|[和与])(?:各|所辖|所属|下辖|辖区内?)?(?:[县市区]|乡镇?|镇|街道|部门)(?![^，。]*分别)|各级行政机关|各级政府机关|全系统|各地各部门|及其工作部门|"
    r"及(?:其)?(?:所属|各)"
)
#: The issuer's departments as a clause's subject, and the bodies below beside them: [市直各部门]公开1200条，[各县区公开5600]条.
DEPARTMENTS = re.compile(r"(?:其中)?[，,:]?(?:[省市县区州](?:直(?:各|有关)?|政府(?:各|直属|所属))|各(?:职能)?)(?:部门|单位|机关)")
BODIES_BELOW = re.compile(r"[，,;、](?:其中)?(?:各|所辖|辖区)?(?:县|区|市|乡|镇|街道|地市|州)[^，。;]{0,14}\d")
#: The government as a clause's subject, and those under it beside it: [市政府召开]新闻发布会28场，各县区召开61场.
GOVERNMENT_BESIDE = re.compile(
    r"(?:其中)?[，,:]?(?:[省市县区州]|我[市县区])?(?:人民)?政府(?:办公[室厅]|办)?(?:本年度?|全年|组织|共|一共|累计)*(?:召开|举办|举行|组织|开展|参加)"
    r"(?=[^，。;]*\d[^，。;]*[，;、](?:其中)?(?:各|所辖|辖区|市直|县直|区直|下属|所属)(?:县|区|市|乡|镇|街道|地市|州|部门|单位)[^，。;]{0,14}\d)"
)
#: Bodies under the issuer as a clause's subject: 市本级112件，[各县区]845件.
SUBORDINATES = re.compile(
    r"(?:其中)?(?:各|下级|下属|所属|直属|系统|基层|部门|[县市区省]直|乡镇|镇街|街道|区县|县区|县市|[市县区州盟旗]、[市县区乡旗])"
)
#: The bodies of the lowest level as a clause's subject, whose figures are not all: [各乡镇]公开信息120条; but not
#: 各部门、各乡镇, 各乡镇和部门.
OF_LOWEST_LEVEL = re.compile(
    r"(?:其中)?[,，:]?(?:全[市县区])?(?:\d+个)?(?:(?:各|部分|个别)(?:乡镇|镇街|街镇|街道|镇乡|乡|镇|区县|县区|县市区?|市县区?|社区|村)|(?:部分|个别)(?:部门|单位)|(?:下属|直属|基层)(?:各|事业)?单位)(?:街道|社区|办事处)?"
    r"(?:共|累计|全年|主动|依法|及时|共计|实际)*(?:公开|发布|收到|受理|接到)"
)
#: Issuers that have agencies under them: 长春市人民政府, 汽车经济技术开发区; but not an agency (某省人民政府国资委).
HAS_AGENCIES = re.compile(r"政府(?:(?:政务|(?:政府)?信息)公开[一-鿿]*|办公[室厅]|办)?$|(?<!监督)管理委员会$|管委会|开发区|新区$")
#: The agency is the means, not the subject: [通过]市信息中心发布, [组织市城建局]、市农委等部门召开新闻发布会42次.
BY_MEANS_OF = re.compile(r"[通过利用在依托]$|(?:组织|会同|联合|协调)(?!部)[^，。;:]*$")
#: What names of agencies end in; a clause without one names none: 市财政[局], 服务[中心].
AGENCY_END = re.compile(r"局|委|厅|部门|中心|法院|公司|学校|大队|支队|办")
#: A department, a district or a unit as the subject of a clause: 市国土资源局接到申请127件; but 围绕市县中心[工作] names no centre and
#: 市府办[函]〔2017〕26号 is a document's number.
AGENCY = re.compile(
    r"(?<!其)(?!其中)(?P<agency>(?:(?:[省市县区州]|我[市县区])?[一-鿿]{2,12}?(?:局|委员会|发改委|住建委|教委|卫计委|建委|厅|部门(?!信箱|邮箱|网站|留言|负责|领导|主要)|"
    r"中心(?!工作(?!人)|任务|大局)|法院|分局|公司|"
    r"学校|大队|支队|管委会))|(?:[省市县区])[一-鿿]{1,4}[委办](?!员|结|理|公|事|函|字|发(?!布|送)|规?〔))"
    r"(?!(?:依法)?(?:予以|[作做]出|决定)?(?:维持|撤销|纠正|确认|责令|驳回|裁定|判决))(?=[^,，。;:]{0,12}?(?:接到|收到|受理|办理|公开|发布|占|"
    r"有|共|主动|\d|$))"
)
#: Agencies in general, the issuer itself, where something is, or words that only end like an agency: [各]部门, 镇政府[及部门], [我局],
#: [政务中心], [提供]部门, 在[网站]部门动态栏目.
GENERIC_AGENCY = re.compile(
    r"各|每|[及和]其?部门|级部门|有关|相关|职能部门|工作部门|组成部门|所属部门|下属部门|网站|政府部门|市直部门|区直部门|县直部门|直属部门|行政部门|主管部门|全部|我局|本局|我委|我办|"
    r"我厅|政务公开办|信息公开办|办公室|承办|责任部门|业务部门|两级|政务中心|服务中心|查询中心|查阅中心|新闻中心|信息中心|对|向|被|由|于|"
    r"大厅|窗口|在|多部门|等部门|本部门|单位|媒体中心|纠错|提供|开办|新闻办|府办|交办|举办|办理|的部门|个部门|家部门|部门联办|督办|会办|待办|领办|"
    r"代办|组织(?!部)|会同|联合"
)
#: All who disclose, counted, of whose items the sum is told: 60[家公开单位]共公开信息16874条.
ALL_BODIES = re.compile(
    r"[个家](?P<who>(?:(?:政府|政务)?(?:信息)?公开|责任|成员)(?:单位|主体|部门))(?=(?:全年|年内)?(?:共|累计|合计|总计|一共|总共))"
)
#: Bodies counted right ahead, of which what they disclosed is no total: 12个[街道]公开; but [56个部门和]16个乡镇 are all.
COUNTED = re.compile(r"各?(?:乡镇|街道|街镇|镇街|镇乡|部门|单位|科室|社区|村)(?:主动|依法|共|累计|全年|及时)*")
OTHER_BODIES_AHEAD = re.compile(r"[、和及与][^，,。;\d]{0,6}\d+个$")
