"""What is published: items and classes of items, documents by their attribute, decisions, rules, interpretations, periodicals."""

from __future__ import annotations

import re

#: Meetings of those who govern, beside which others are theirs too: 公开[常务会议15次、]专题会议22次.
GOVERNING_MEETINGS = re.compile(r"(?:常务|全体|办公)会议?(?:信息|纪要)?[^，。;、\d]{0,6}\d+[余多]?[次场条期件个][、，,和及]")
#: Two verbs of rules, each of which is counted: [制发、主动公开规范性文件]3件, [制定并公开行政规范性文件]3件.
ISSUED_AND_DISCLOSED = re.compile(
    r"(?:制[发定]|出台|印发)了?(?:[、和及与]|并)(?:且|全部|均|主动|及时|依法|对外|向社会)*(?:公开|公布)了?的?(?:行政)?规范性文件(?:总?数量?|共|共计|为|:)*$"
)
#: A verb that publishes, with whatever it publishes: 共[公开与行业领域相关的各类非涉密信息], [发布本年度信息].
PUBLISHES_THINGS = re.compile(
    r"(?:主动|对外|累计|共计?|全年|及时|集中|规范|依法|面?向社会|、)*(?<![拟应不未免予可])(?:公开|发布|公布|推送|上传|刊发)(?!平台|系统|工作|指南|办|网|制度|条例|领导|方式|形式|渠道|途径|申请|载体)了?(?P<what>[^，。;:\d]{0,60})"
    r"(?:信息|动态|内容|资讯|要闻)(?:共计?|合计|总计|累计|达|数量?|总数|总量)*$"
)
#: A verb that publishes ahead of words that say what became of it or who made it: [主动公开正式]发文的政府信息, [公开本局]制作的信息.
PUBLISHES_WHAT_IS = re.compile(
    r"(?:主动|对外|依法|及时|累计|共|全年|已)*(?<![不应未拟予可])(?:公开|发布|公布)了?(?:正式|已经?|依法|所|新|由?(?:本|我)(?:单位|机关|部门|[部局厅委办院镇乡县市区]))*$"
)
#: One class or place of what is published: 机构概况[类]信息, 行政[处罚]案件信息, 通过[公告栏]发布; but 公文类 may be all of it.
ONE_CLASS = re.compile(
    r"(?<!公文)(?<!各)类的?(?:政府|政务)?$|法定主动公开|通知|公告|公示|便民|处罚|许可|案件|招[标聘投]|采购|预算|决算|财[政务]|人事|栏|目录|督促|还通过|大厅|触摸|屏"
)
#: A verb beside that of publishing, whose figure is of what was published: [制作]和主动发布信息207条, [收集]、公开信息95条.
MAKING = re.compile(r"(?:共|累计|已)*(?:制作|制定|编制|编写|编辑|撰写|采写|收集|采集|搜集|整理|梳理|审核|审查|录入|起草)")
#: What the information is about, ahead of it: 主动公开[卫生]政府信息52条 is all that a 卫生局 disclosed.
BUSINESS = re.compile(r"(?<=公开|发布)[一-鿿]{2,6}(?=政府信息|政务信息)")
#: What is held in rounds, not issued: 举办[培训班]3期, 公开信息120条.
HELD_IN_ROUNDS = re.compile(r"培训|学习|讲座|论坛|课|班")
#: What comes out in issues: a gazette, or anything else.
PERIODICAL = re.compile(
    r"(?P<gazette>公报|政报)|简报|专报|通报|快报|日报|晚报|[月周季]报|专[刊题栏辑]|[月期会党]刊|刊物|杂志|手册|通讯|动态》|信息》|参考》|培训|学习|节目|访谈|讲座|论坛|黑板报|墙报"
)
#: The same gazette in another language: 公报6期[、蒙文版2]期.
NEXT_EDITION = re.compile(r"[、，,][^，。;、\d]{0,4}[文语]版?\d+期")
#: A verb by which a gazette comes out, and how often: 《市人民政府公报》[全年共编印]6期.
ISSUED = re.compile(
    r"(?:(?:全年|年内|共|共计|累计|每期|了)*(?:编印|编辑|编发|编制|出版|出刊|发行|印发|印制|刊发|刊出|发布|发放|赠阅|出))+(?:了|共|共计)*"
)
#: What stands in the issues of a gazette just counted: 政府公报6期，[登载文件]49件, 公报6期，[刊登规范性文件和政策解读]49件.
PRINTED = re.compile(
    r"(?:全年|共|累计|总共|总计|合计|其中|并|内容|、)*(?:刊登|刊载|登载|刊发|收录|编登|编发|公开|公布|发布)了?(?:共|各类|各种)*"
    r"(?:(?:[^，。;:、\d]{0,12}[、和及与])*[^，。;:、\d]{0,10}(?:文件|公文|信息|政策|内容|法规|文章|文稿))?(?:共计?|总计|合计)?"
)
#: What was obtained from others, beside what was made: 制作政府信息310条[，获取政府信息12]条.
OBTAINED_NEXT = re.compile(r"[，,、;](?:其中)?(?:全年|共)*(?:获取|保存|获得)[^，。;\d]{0,10}\d")
#: Areas named ahead of what was disclosed of them: 突出征地、扶贫[等重点领域]，公开信息96条.
KEY_AREAS_NAMED = re.compile(r"重点领域(?:的?(?:政府)?信息(?:公开)?)?$")
#: Items spoken of again: 在31条[新增信息里].
AMONG_ITEMS = re.compile(r"[^，。;]{0,10}信息(?:当?中|里)")
#: A class of what is to be disclosed by law, by its name, or beside others: 动态信息75篇，[法定主动公开（通知公告）]9条 ;
#: 通知公告14[条、法定主动公开信息]66条.
STATUTORY_CLASS = re.compile(r"法定主动公开\([^()]+\)$|\d[条篇件个项]?[、,，]法定主动公开(?:类?信息|(?:政府信息)?内容)?$")
#: One class of the items disclosed, not all: [机构概况类：新增主动公开]2条 ; but not 主动公开类信息12条, 公开各类信息12条, 分类公开12条.
OF_ONE_CLASS = re.compile(
    r"[一-鿿”](?<!公开)(?<![各种多分两三四五几\d几这该此])类(?:别)?(?:政府|政务)?(?:信息|文件)?(?:方面)?[:,，]?(?:全年|本年度?|今年|当年|共|累计|新增|已|新)*"
    r"(?:主动)?(?:公开|发布|公布)(?:政府|政务)?(?:信息|文件)?(?:共计|共|总计|数|量|为|:)*$"
)
#: What requests turn out to be for: 收到申请22件，其中[主动公开类]信息2件, 属于[主动公开范围]的信息3件.
KIND_OF_ANSWER = re.compile(r"主动公开(?:类|范围)")
#: Items that are those left over of a list: [其他主动公开]类信息4条; but 其他方式公开12条 is by other channels.
OTHER_ITEMS = re.compile(r"(?:其他|其它)的?(?:应|各类)?(?:主动)?公开")
#: News, which may be one class of what was published: 发布[政务动态]312条，[通知公告45]条.
OF_NEWS = re.compile(r"(?<!各[类种项])(?:政务|工作|图文|新闻)?(?<!各[类种项])动态(?:类|共|共计|新闻|信息)*$")
#: Documents by their attribute, made and no requests: [产生依申请公开信息]12条, [目录中有依申请公开信息]3条.
ITEMS_ON_REQUEST = re.compile(r"(?:产生|形成|制作|生成|目录[中里]?有)了?依申请?公开的?(?:政府)?信息(?:共计?|数|为)*$")
#: All kinds of news, which are one class where another follows: 各类工作动态.
ALL_NEWS = re.compile(r"各类[^，。;、]{0,6}动态(?:类|共|共计|信息)*$")
NEXT_CLASS = re.compile(
    r"[、，,;](?!其中|[比较同与净增减])(?:(?!公开|发布|网|微|公众|收|受理|申请|更新|推送|共)[^，,。;、\d]){2,10}\d+[余多]?[条件篇份]"
)
#: Documents by their attribute: 2015年[产生的政府信息中]，属依申请公开41条.
AMONG_DOCUMENTS = re.compile(r"(?:产生|制作|形成|生成)的?(?:政府信息|公文类?信息|公文|文件)(?:当?中|里)$")
#: Documents counted ahead of what divides them: [制发文件427]件，其中不予公开311件.
DOCUMENTS_MADE = re.compile(r"(?:印发|制发|制作|制定|出台|形成|产生|发出)(?:各类|各种)?(?:行政)?(?:公文|文件)(?:共|总数)?\d")
#: The same told with their number: 对126份[公文标注公开属性]，其中主动公开41份.
ATTRIBUTED = re.compile(r"公文[^，。;]{0,8}属性|公开属性(?:确|认|界)?[定标]?注?为")
#: What the figure explains are meetings, not policies: [会议解读]6条.
OF_MEETINGS = re.compile(r"会议(?:精神|内容|纪要|议题)?的?解读(?:信息|材料|稿件?|文章|数量?)*$")
#: What was disclosed on the site or column that is for it, whatever it counts up first: [信息公开网主动公开]信息391条,
#: [县政府网站政府信息公开栏目公开信息]512条，其中当年新增146条; but not what is [新增] or [发布] there only.
ON_THE_PLATFORM = re.compile(
    r"信息公开[》”]?(?:门户)?(?:网|专?栏|平台|目录|系统|子站)[^，。;]{0,16}?(?:主动公开|公开(?:各类)?(?:政府|政务)?信息)[^。;]{0,12}(?:条|[条，,](?:其中)?[^。;]{0,8}新增[^。;]{0,8})$"
)
#: The same as the subject of what was published: [人大建议答复主动公开]19件, [主办的建议提案复文里]，主动公开38件.
REPLIES_PUBLISHED = re.compile(r"(?:复文|建议|提案|议案)(?:答复|办理结果)?(?:当?中|里|(?:已|均|全部|主动|对外)*公开)$")
#: Items by their attribute in one counter, so that none is a request or its refusal: [主动公开41件，依申请公开3件，不予公开]8件.
ITEMS_BY_ATTRIBUTE = re.compile(
    r"主动公开[^，,。;、\d]{0,10}\d+[余多]?([件条份篇个])(?:[，,(]占[^，,。;、]{1,10})?[，,;、](?:属于?)?"
    r"依申请?公开[^，,。;、\d]{0,6}\d+\1(?:[，,(]占[^，,。;、]{1,10})?[，,;、](?:属于?)?(?:不予公开|不公开|免予公开)"
)
#: Items that are disclosed or not, no requests: 不予公开[信息]10条.
ITEMS = re.compile(r"信息(?!公开申请)|文件|公文")
#: Decisions without their kind, and the kinds there are: [行政许可]上年18项，本年减少1项，[处理决定数量]230件.
DECISIONS = re.compile(r"(?:本年度?)?的?(?P<noun>处理决定(?:总?数量?)?)[为共:]*")
KIND_OF_DECISION = re.compile(r"行政许可|行政处罚|行政强制|其他对外管理服务事项")
#: How many of a kind there were the year before, and what they became: 行政许可[：上一年项目数量]18项，[本年减少]1项.
PROJECTS_BEFORE = re.compile(r"上一?年度?的?(?:行政)?(?:许可|处罚|强制|收费)?(?:项目|事项)?(?:总?数量?)?(?:共计?|达|有|为|是|:)*$")
PROJECTS_CHANGED = re.compile(
    r"本年度?(?:比上年|较上年|项目|的|,)*(?:增/减|增减|(?P<fewer>减少?|取消|核减|下放|精简)|新增|增加?|增设)了?(?:项目|事项)?(?:数量?)?(?:共计?|为|:)*"
)
#: That there were as many: [本年无增减], [与上年持平].
PROJECTS_UNCHANGED = re.compile(
    r"(?:本年度?|今年)?(?:项目|事项)?(?:数量)?(?:无增/?减|没有增减|未增减|无变化|没有变化|未变动|不变|与(?:上年|去年)持平)(?:变化)?"
)
#: The same as a heading that runs into the paragraph: [（二）行政许可。]上一年许可事项18项.
HEADED_BY_KIND = re.compile(
    rf"[(]?(?:[一二三四五六七八九十]{{1,2}}|\d{{1,2}})[)、.]+(?P<kind>{KIND_OF_DECISION.pattern}|行政事业性收费)(?:情况|方面)?[。:;]"
)
KIND_OF_PROJECT = re.compile(rf"{KIND_OF_DECISION.pattern}|行政事业性收费")
#: Decisions that were published, of whatever year: [公示行政许可]12件、行政处罚8件.
PUBLISHES_DECISIONS = re.compile(r"(?:公开|公示|公布|发布)了?(?:各类|全部|所有|[^，。;、]{0,4}的)?行政(?:许可|处罚|强制)")
#: What is disclosed without being asked for: [行政处罚决定]予以公开12件, [提案复文]全部公开6件.
PUBLISHED_THINGS = re.compile(rf"{ITEMS.pattern}|决定书?(?=[^，。;]*公开)|复文|复函|提案|建议|清单|事项")
#: That items were disclosed, no answer that they are: [共主动公开政府信息]412条; but not 属于主动公开的信息2条.
DISCLOSES_ITEMS = re.compile(r"(?<![属于])主动公开(?!范围)[^，。;、]{0,8}(?:信息|动态)")
#: What else than information is disclosed, of which nobody asks: [行政处罚决定]依法公开12件, [提案复文]公开6件.
NO_INFORMATION = re.compile(r"决定书?(?=[^，。;]*公开)|复文|复函|提案|建议|清单")
#: Information that is not to be disclosed: [不予公开政府信息]35条.
NOT_PUBLIC = re.compile(r"(?:^|[为属类共的]|年度?|[局委厅办])不予以?公开的?(?:政府|政务)?信息(?:有|共计?|合计|总?数量?|为|:)*$")
#: What was done with rules named before: 规范性文件全部统一编号，[本年制发]5件，[清理后废止]4件，[现行有效]23件.
DONE_WITH_RULES = re.compile(
    r"(?:本年度?|全年|今年|当年|新|已|共|宣布|清理|梳理|后|时|文件)*"
    r"(?:(?P<issued>制发|制定|出台)|(?P<repealed>废止(?:和?失效)?|失效)|(?P<in_force>(?:现行|继续)有效))(?:件数|数量|数)?(?:共|为|:)*"
)
#: Documents of which the figures behind are parts by their attribute: [制发公文]146件，其中不予公开42件.
DOCUMENTS = re.compile(
    r"(?:公文(?:备案|属性)?|发文|行文|(?:制发|印发|下发|制作|产生|形成|起草|拟制|审核|审查)(?:各类|正式|部门|市局|本局|我局|机关|本级)?文件|公开属性(?:源头)?(?:认定|界定|审核|审查|确定|标注)|(?:认定|界定|审核|审查|确定|标注)[^，。;、\d]{0,8}公开属性)(?:总数|数)?(?:共|共计|总计|为)?$"
)
#: Rules gone through, which are parted behind: [清理行政规范性文件]15件，其中废止3件，继续有效12件.
RULES_REVIEWED = re.compile(r"(?:清理|梳理)[^，。;、]{0,10}规范性文件(?:总数|共|共计)?$")
#: The answers to proposals, as items that were published: [主动公开建议提案复文]135件.
PUBLISHED_REPLIES = re.compile(r"(?:公开|发布|公布|公示)[^，。;、\d]{0,16}(?:复文|复函|答复)[^，。;、\d]{0,4}$")
#: Proposals, of which the answers are disclosed behind them: [人大代表建议13件、政协提案17件]，对外公开7件.
PROPOSALS_COUNTED = re.compile(r"(?:建议|提案|议案)(?:共|总计)?\d+[余多]?[件条份]")
#: The documents just counted, not all items disclosed: 制发规范性文件8件，[主动公开]8件.
DISCLOSED_OF_THEM = re.compile(r"(?:其中)?(?:均|全部|都|已|同步|同时|及时|依法)*(?:主动)?公开")
#: Alone behind other outcomes, one of them and no receipt: 主动公开188件、[依申请公开]203件.
BY_REQUEST = re.compile(r"[、和及]?依申请公开")
#: One kind of interpretations, beside those in words: 图片、视频等[其他形式解读]217条, [通过漫画、短视频等形式发布解读]9次.
IN_OTHER_FORMS = re.compile(
    r"(?:其他|其它|(?:通过|以|采[用取]|利用)(?![^，。;]*文字)[^，。;]{0,10}[图频画片]等)(?:形式|方式)的?(?:开展|发布|制作|进行)?(?:政策)?解读"
)
#: Those by one kind of people, beside those in writing; and those of policies of others: [负责人解读]12次, [上级政策解读]20条.
BY_SOMEBODY = re.compile(
    r"(?:负责人|负责同志|领导|专家|媒体)(?:带头|亲自|参与|开展|进行)?(?:政策)?解读(?:信息|材料|文章|稿件)?[共为:]*$|"
    r"上级(?:政策|文件|政策文件|政策性文件)?(?:的)?解读"
)
#: Interpretations of others, which are but passed on: [转载国务院、省政府]政策解读86篇; but not 发布和转载省政策解读12篇, 转载政策解读12篇.
PASSED_ON = re.compile(r"(?<![、和及与并布开制作])(?:转载|转发)了?(?:国务院|国家|中央|中国|上级|各级|部委|省|市)[^，。;]{0,14}解读")
#: Other documents and what explains them, counted together: 公开政策[文件及解读材料]82件. But …各12件 counts each.
WITH_DOCUMENTS = re.compile(
    r"(?:文件|公文|文本|文稿|纪要|公告|通告|公报|通知|报告|法规|规章|决定|方案|规划|信息|动态|"
    r"法律|条例|办法|规定|意见|制度|标准|措施|清单|数据|[预决]算|(?<=公开|发布|公布)政策)(?:以及|及其?|和|与|、)"
    r"(?:相关|有关|配套|对应|各类|政策|的)*解读(?!.*[各均])"
)
#: That the rules just counted were disclosed: 制发规范性文件2件，[均已主动公开], [并在县政府网站公布].
RULES_WERE_DISCLOSED = re.compile(
    r"(?:并|且|已|均|都|全部|及时|按照?(?:规定|要求)|依法|在\d+个?(?:工作)?日内)+(?:(?:在|通过)[^，。;]{2,16}?(?:网站?|平台|专?栏|公报|媒体)上?)?"
    r"(?:主动|面?向社会|对外|进行了?|予以|及时)*(?:公开|公布|发布)了?"
)
