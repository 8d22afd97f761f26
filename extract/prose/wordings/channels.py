"""By which channel: sites, accounts, columns, and whose they are."""

from __future__ import annotations

import re

#: A platform that people visit for other things than what is disclosed: [一网通办平台]访问量312万次, [“粤省事”预约]点击93万次.
OTHER_PLATFORM = re.compile(r"一网通办|一体化|小程序|(?i:app)|客户端|预约|办事平台|服务平台|直播|访谈|学习强国")
#: Accounts of two kinds, counted ahead of what they published together: [17个政务微博、22个]政务微信共发布信息1.93万条.
ACCOUNTS_COUNTED = re.compile(r"\d+个[^，。;、\d]{0,6}(?:微博|微信|公众号|网站|抖音号?)[、和及与]\d+个")
#: The net, which is the site beside another channel: 公开信息380条，[其中网络]公开301条.
BY_THE_NET = re.compile(r"(?:其中)?(?:通过|在)?(?:网络|网上)(?:主动|依法|共|累计|全年|及时)*")
#: Means of any kind: 通过[多种渠道]公开, 以[发文等形式]公开.
ANY_MEANS = re.compile("渠道|方式|形式|途径|平台|载体|媒介|手段|等|多|各")
#: Accounts counted behind the channel they are of: 政务微博方面，[全市共开通]136个，发布信息1120条.
ACCOUNTS_OPENED = re.compile(
    r"(?:^|[，,])(?:全[市县区省州系统]{1,2}|我[市县区局])?(?:共|已|累计|先后|目前)*(?:开通|开设|注册|认证|建成|建立|运行|运营)(?:了|有)?$"
)
#: The usual place of all that is disclosed, beside which a body may have its site: 在[信息公开平台]发布信息120条，在局网站800条.
PLATFORM = re.compile(r"公开[》”]?(?:统一)?(?:平台|专?栏|栏目|系统|目录|网)")
#: What a site holds, of whatever year; not what it published: 累计[网站信息总量]为640条.
HELD_BY_SITE = re.compile(r"网站?(?:现有|已有|共有|累计|的)*信息(?:总量|存量|库存|容量)[^，。;]{0,4}$")
#: What an account does, right behind its name: “清河发布”[全年共推送].
_SENDS_OUT = r"(?:(?:19|20)\d{2}年度?|全年|年内|本年度?|共|共计|累计|总计|合计|已|主动|及时|上|中)*(?:发布|推送|推出|编发|发送|更新)"
#: The name of an account beside its channel: 微信公众号[“秀美清河”]推送, [“秀美清河”]微信公众号推送, 政务微博[@秀美清河]发布.
ACCOUNT_NAME = re.compile(
    r"“[^“”，。;]{1,16}”(?=(?:新浪|腾讯|官方|政务|政府|、){0,5}(?:微博|微信|公众号|订阅号))|(?<=微博|微信)“[^“”，。;]{1,16}”|"
    r"(?<=公众号|订阅号|服务号)“[^“”，。;]{1,16}”|(?<=新媒体)(?:“[^“”，。;]{1,16}”[、和]?)+等?|(?<=[众号信博]平台)“[^“”，。;]{1,16}”|"
    r"“中国[一-鿿]{2,6}”(?=(?:政府|门户|官方)*网站)|"
    r"(?<=网站)“[^“”，。;]{1,16}”(?=(?:全年|共|累计|主动|及时|已)*(?:公开|发布|公布|更新|推送))|"
    rf"(?<=微博|微信|众号)@(?:“[^“”，。;]{{1,16}}”|[^“”，。;、和及与\d]{{2,12}}?(?={_SENDS_OUT}))"
)
#: The name of a house that hijackers wrote over a body's, which is no site of the body: [澳门新葡京官网]主动公开政府信息133条.
HOUSE_NAME = re.compile(
    r"(?:(?:澳门)?(?:新?葡京|威尼斯人?|金沙|银河|永利|太阳城|皇冠|美高梅)|[a-zA-Z]{0,5}365(?:体育|bet)?|必赢|亚博|凯发)"
    r"(?:集团|娱乐城?|体育|国际|在线|平台|app|游戏)*(?:官方网站|官网)(?:手机版|下载|入口|登录|平台|app|首页)*"
)
#: The same of what a channel published: 县政府网站发布[卫生健康]信息52条, 在官网累计公开[水利工作]信息18条. 水利工作 and 司法行政
#: are `all` of it, which 财政信息 may not be where no channel is named.
BUSINESS_OF_CHANNEL = re.compile(
    r"((?:公开发布|公开|发布|公布|更新|推送|上传)了?)(?P<each>各类|各种|各项)?(?!政府|政务|公开|发布|人民)(?P<business>[一-鿿]{2,6}?)(?:(?P<all>(?:行政)?(?:工作|政务)|行政)|类)?(?=信息|资讯)"
)
#: A site by a name that the issuer may have: 清河市人民防空办公室's [清河人民防空网]共发布信息80条, but not 清河网 or 人民网.
NAMED_SITE = re.compile(r"((?!人民)[一-鿿]{2})网(?=[上中]|共|累计|全年|主动|及时|公开|发布|公布|更新|推送|新增|专栏|信息公开)")
#: The place in the name of a body.
PLACE_OF_BODY = re.compile(r".*(?:省|市|县|区|旗|州|盟|镇|乡|中国|国家|中华人民共和国)")
#: What an account wrote itself, which is all that it published unless the sentence tells what it passed on: 公众号推送[原创]文章66篇.
ORIGINAL = re.compile(r"(?<=推出|推送|发布|刊发|编发|发送)了?原创的?(?=推文|文章|图文|信息|稿件|内容|消息|资讯|推送)")
NOT_ORIGINAL = re.compile(r"转载|转发|转推|非原创|其[他它]")
#: The year between a channel and what it did: 管委会网站[2012年]公开信息 ; or between cases and that they came: 公开申请[2021年]共收到1件.
YEAR_OF_CHANNEL = re.compile(
    r"(?:(?<=[网站信博号台])|(?<=许可|处罚|强制|文件|规章|申请|复议|诉讼|投诉|咨询))在?((?:19|20)\d{2})年度?"
    r"(?=全年|共|累计|主动|公开|发布|公布|更新|推送|新增|处理决定|作出|做出|制[发定]|废止|出台|收到|受理|接到|办理|发生)"
)
#: What comes before a channel named alone: 公开渠道[:]政府网站，共发布信息2894条 ; [一是]政府网站，… ; [开通]官方微博，….
CHANNEL_HEAD = re.compile(r":|[一二三四五六七]是|开通|开设|依托|利用|借助|通过")
#: What is told of a channel besides its name: 官方微博[也已开通]，发布信息360条.
WENT_LIVE = re.compile(r"(?:于[^，。;于]{2,10})?(?:也|现|已|正式|全面|顺利)*(?:开通|上线|启用|投入|运行|注册|认证|创建|开设)+$")
#: A paragraph headed by a channel: [2、政务微信。]全年发布信息28条, [(一)政府网站公开情况。]…; but not [一、主动公开情况。].
ITEM_OF_CHANNEL = re.compile(
    r"(?:^|(?<=[。;])(?=[(]?(?:[一二三四五六七八九十]{1,2}|\d{1,2})[)、.．]))[(]?(?:[一二三四五六七八九十]{1,2}|\d{1,2}|[①-⑨])?[)、.．]{0,2}(?P<name>(?P<other>其[他它](?=方式|渠道|途径|形式))?[^，,。;:\d]{0,14}?)"
    r"(?:主动)?(?:公开|发布)?(?:政府)?(?:信息)?(?:情况|方面|渠道|方式|形式)?[。:]"
)
#: A channel as what a clause is about: [“健康清河”微信公众号]全年阅读量66万次，发布信息531条.
CHANNEL_SUBJECT = re.compile(r"网站|官网|微博|微信|公众号|[订服视百][阅务频家]号|新媒体|客户端|账号|抖音|头条")
#: Columns of a site or a newspaper, counted: 在政府网站[开设专栏6个], 网站设立[6个专题], 在日报[开设专版6期].
COLUMNS_COUNTED = re.compile(
    r"(?:专[栏版刊题]|栏目|板块|频道)(?:共|共计)?\d+[余多]?[个期]|\d+[余多]?[个期][^，。;、\d]{0,8}(?:专栏|栏目|专题|板块|频道)"
)
#: A column by its name, at the end of a clause: 用好[“清河之声”专栏]，发布信息64条.
NAMED_COLUMN = re.compile(r"”[^，。;“”]{0,6}(?:专栏|专题|栏目|频道|板块|版块)$")
#: Another channel with its figure in a list: 网站公开30条[，公众号推送办事指南60]条.
CHANNEL_LISTED_NEXT = re.compile(r"[，,、;][^。;\d]{0,16}(?:网站|微博|微信|公众号|新媒体|客户端|抖音)[^。;\d]{0,30}\d")
#: One channel of several among those just counted: 网站和微信平台公布信息202条[，其中网站]194条.
CHANNEL_AMONG = re.compile(r"[，,;(]其中[^，。;、\d]{0,10}(?:网站|官网|微信|微博|公众号)")
#: Another channel with a figure of all it published right behind, so that channels are told apart: 网站公开规划等信息12条[，微信公开60]条.
PLAIN_CHANNEL_NEXT = re.compile(
    r"[，,、;](?:其中)?(?![^，。;\d]*等)[^，。;:\d、]{0,20}(?:微博|微信|公众号|新媒体|其[他它](?:方式|渠道|形式|途径))"
    r"(?:共|累计)?(?:公开|发布|推送)?(?:政府|政务)?(?:信息)?(?:共|近|约|为)*\d"
)
#: The net as a channel, and another one behind it with its figure: [网上公开]765条[，新闻媒体公开76]条.
ON_THE_NET = re.compile(r"(?:通过|利用|在|依托|借助)?(?:网上|网络|互联网)[^，。;站]{0,4}(?:公开|发布|公布|公示)")
OTHER_CHANNEL_NEXT = re.compile(
    r"[，,、;][^。;\d]{0,16}(?:公报|媒体|公[开示告]栏|报[纸刊]|电视|广播|大厅|微博|微信|其[他它](?:形式|方式|渠道|途径))[^。;\d]{0,12}\d"
)
#: The readers of one channel, or its columns, whose items the clause behind counts: [县政府网站]总访问量8万次，发布信息91条 ;
#: [市政府网站]栏目已增至36个，发布信息….
READERS_OF = re.compile(
    r"(?:(?:19|20)\d{2}年度?|全年|年内|截[至止][^，。;]{2,12}?[底末日])*(?P<channel>[^，。;\d“”]{2,20}?)(?:的|全年|年度?|累计|独立|页面|用户|用|户|平均|共|总)*"
    r"(?:访问|浏览|点击|阅读|关注|订阅|粉丝|栏目|专栏|专题)(?:总|人|次|用|户|者|人数)*(?:数|量)?[^，。;\d]{0,6}$"
)
#: What an account put out or who read it, ahead of the count: [“健康清河”公众号]共发布386期, [县农业局微信公众号]全年阅读量66万次.
COUNTS_OF_ACCOUNT = re.compile(
    r"(?:“[^“”]{1,16}”)?(?P<channel>[^，。;“”\d]{0,12}?(?:微博|微信|公众号|订阅号|服务号))(?:“[^“”]{1,16}”)?"
    r"(?:全年|年内|共|累计|总)*(?:发布|推送|编发|推出|更新|阅读|浏览|点击|粉丝|关注|订阅|用户)[^，。;\d]{0,8}$"
)
#: An account whose readers are counted: …[公众号总粉丝数达3]万，较上年增长2000；发布信息416条.
READERS_TOLD = re.compile(r"(?:公众号|微博|微信|视频号|抖音号?|新媒体)[^，。;\d]{0,10}(?:粉丝|关注|订阅|用户)[^，。;\d]{0,6}\d")
#: Channels listed behind a figure that is of all of them: 发布320条[微博、微信、头条号]图文.
CHANNELS_BEHIND = re.compile(
    r"(?P<names>[^，。;:、\d]{2,8}?(?:[、和及与][^，。;:、\d]{2,8}?)+?等?)(?:平台)?(?:图文|信息|文章|推文|内容|消息|稿件|作品|动态)*(?=[，。;:,]|$)"
)
#: Channels as the means of what a figure before them counts: 200条[通过微博、微信发布], 30条[在微博、电视等其他渠道公开].
CHANNELS_BY_MEANS = re.compile(
    r"(?:均|都|分别)?(?P<names>(?:通过|利用|依托|在|经)[^，。;:、\d]{2,12}[、和及与][^，。;:\d]{2,30}?)(?=[，。;]|$)"
)
#: That all items counted ahead of it stand on the site: 739条[信息全部上网公布], 286条[均在厅网站公开].
ALL_ON_THE_SITE = re.compile(
    r"的?(?:(?:政府|政务)?信息)?(?:已?全部|均已?|都已?|全都)(?:上网|(?:通过|在)(?P<names>[^，。;:、\d]{2,20}?)上?)(?:进行了?|予以)?(?:主动|对外|向社会)*(?:公开|发布|公布)"
)
#: What has visitors: a site, or an account with readers: [微信公众号]发布信息120条，累计点击量20万次.
CHANNEL_NAMED = re.compile(
    r"网站|网页|官网|(?<=[户务众])网|(?<=公开)网|(?<=信息)网|微博|微信|公众号|订阅号|新媒体|客户端|抖音|快手|视频号|头条|南方号|百家号|"
    r"学习强国|小红书|知乎|B站|(?:网易|搜狐|人民|企鹅|服务)号|广播|电视|直播|短信"
)
#: The means of what a figure before them counts: 512条[通过报刊、广播等形式公开].
BY_THE_MEANS = re.compile(
    r"(?:信息)?(?P<names>(?:通过|利用|依托|在|经)[^，。;:\d]{2,40}?)(?:主动|对外|向社会|予以|进行)*(?:公开|发布|公布)?(?=[，。;]|$)"
)
#: A channel that the clause before names: 用好政府网站信息公开平台，[在该平台]发布信息60条.
THAT_PLATFORM = re.compile(r"(?:在|通过|利用|依托|经)该(?:平台|账号|号|专栏|栏目|载体|渠道|系统)")
#: One of two channels named before: 以网站为主、微信为辅，[前者]公开信息142条.
ONE_OF_TWO = re.compile(r"[前后]者")
#: Carriers that are not those spoken of before: 在[别的载体]上公开重点信息200余条.
OTHER_CARRIERS = re.compile(r"(?:其他|其它|别的|另外的?)(?:各类|各种)?(?:载体|渠道|媒体|媒介|平台|途径|方式|形式)")
#: Another channel is listed before the one that stands at the verb: [网站和]微信公众号等主动公开信息176条.
OTHER_CHANNEL = re.compile(
    r"(?:(?:网站|微博|微信|官微|公众号|公报|媒体|电视|报[纸刊]|日报|[公宣][示开传告]栏|显示屏|电子屏|展板|抖音|头条|快手|视频号|客户端|APP|广播|平台|大厅|[档图][案书]馆)[^，。;]{0,16}|[公开务专外息众官户]网)"
    r"[、和及与][^，。;]{0,10}$"
)
#: Another channel stands between the site and its verb: 在网站[和微信]平台公布信息202条.
AND_ANOTHER_CHANNEL = re.compile(r"网[^，。;]{0,4}[、和及与][^，。;网]{0,6}(?:微博|微信|公众号|公报|新媒体|客户端|抖音|短信|广播|电视|报)")
#: A body's own site, beside one of the government: [省水文局]网站发布3000条，省政府网站发布120条.
OF_OWN = re.compile(r"(?:局|厅|委|部|办|院|中心|单位)(?:门户|官方|政务)*$")
#: The body's own, by its name: 在[本单位]网站, [我局]微信公众号, [自办]网站.
NAMES_OWN = re.compile(r"(?:本|我)(?:单位|机关|部门|[局委厅办院校镇乡]|街道|公司|中心)|自[有办建]|^在?局")
#: Another list behind one of what a channel published: …等信息474条[，发布办事流程、收费标准等信息20]条.
GOES_ON_LISTING = re.compile(r"[，,;、](?:同时|还|并|另)?(?:主动|累计|共)*(?:公开|发布|更新|推送)[^，。;\d]*等[^，。;、\d]{0,10}\d")
#: The visitors of a site, each once, beside all its visits: [独立用户]访问总量421人，总访问量836次.
VISITORS = re.compile(r"独立(?:用户|访客|访问|IP|ip)")
#: A column of a site.
COLUMN = re.compile(r"专栏|栏目|频道|板块|版块")
#: Another column, with its own figure, behind that of one: 网站财政专栏公开12条，[政策专栏公开30条].
NEXT_COLUMN = re.compile(
    r"[，,、;](?!其中)[^，,。;、\d]{2,20}(?:专栏|栏目|频道|板块|版块)[上中里内]?(?:(?:共|累计|主动|集中|及时)*(?:公开|发布|公布|更新)[^，,。;、\d]{0,8})?\d+[余多]?[条篇件]"
)
#: A sentence about one place where something is published, by its name: [“清河之窗”专栏]全年发布信息310条, [“涉企服务门户”]新增….
NAMED_PLACE = re.compile(r"“[^“”]{2,16}(?:”(?:服务)?(?:专栏|专题|频道|栏目|板块|门户(?!网))|(?:专栏|专题|频道|栏目|板块|门户)”(?!网))")
#: An account by its name alone, whose kind no line of the form is for or is not told: 头条号[“清河水务”发布]信息60条, [@清河水务推送].
NAMED_ACCOUNT = re.compile(
    rf"(?:“(?![^“”]*(?:公开|平台|网|目录|系统))[^“”，。;]{{2,16}}”(?:政务号|账号|专栏|专题|频道|栏目|板块|节目)?|@[一-鿿]{{2,10}}?){_SENDS_OUT}"
)
#: By which channel all items just counted were published: [均通过政府网站公开], [全部为微信发布], [都发布在县政府网站].
ALL_BY_CHANNEL = re.compile(
    r"(?:以上|上述)?(?:信息)?(?:均已?|都已?|皆|已?全部|全都)(?:及时|主动|统一|集中)*(?:是|为|系|通过|利用|依托|经由?|在|(?:公开|发布?|推送)(?:在|到|至)了?)"
    r"(?P<names>[^，。;:]{2,30}?)(?:上|中)?(?:(?:进行|予以)?(?:了|主动|及时|向社会|对外|集中)*(?:公开|发布|公布)(?:信息)?)?"
)
