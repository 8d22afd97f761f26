"""By which channel something was published: [在市政府网站政务公开专栏]发布…, [通过微博、微信等新媒体平台]推送….

Labels know the commonest wordings of one channel beside its verb; here are lists of channels, columns and accounts between them, means the
form has no line for (报纸, 宣传栏), and what a clause before names as the means of the verb in this one.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Literal

from extract.prose import wordings

#: The metric of what the channels named published; `several` of them that are not told apart, or `means` that the form has no line for.
Channel = Literal[
    "disclosed_website",
    "disclosed_gazette",
    "disclosed_weibo",
    "disclosed_wechat",
    "disclosed_weibo_wechat",
    "disclosed_new_media",
    "disclosed_other",
    "disclosed_total",
    "several",
    "means",
]

#: What names a channel, by its kind: those of the form, the press and apps, boards. The first kind that a word fits is its own.
_KINDS = {
    "website": r"网站|官网|(?:门户|政务|信息|公众|公开|政府|官方|外|专|金盾|卫生|民政|教育|公安|统计|税务|水利|农业)网站?",
    "new_media": r"新媒体|微媒体|两微一端",
    "both": r"双微|两微",
    # Weibo's or WeChat's, which is not told.
    "account": r"官微",
    "weibo": r"微博",
    "wechat": r"微信(?!(?:工作)?群)|公众号|订阅号|服务号",
    "gazette": r"公报|政报",
    "app": r"抖音|快手|视频号|微视|头条|客户端|APP|小程序|学习强国|小红书|知乎|哔哩|B站|(?:百家|网易|企鹅|人民|强国|搜狐)号",
    "press": r"(?:人民|新华|央视|新浪|搜狐|网易)网(?!微博)|报纸|报刊|日报|晚报|报社|电视|电台|广播|"
    r"(?<!公众号)(?<!微[博信])媒体|杂志|期刊|简报|短信",
    "board": r"公开栏|公示栏|宣传栏|公告栏|村务栏|橱窗|展板|展牌|显示屏|电子屏|大屏|LED|滚动屏|触摸屏|查询机|宣传册|宣传单|宣传资料|明白纸|"
    r"横幅|标语|公开信|手册|喇叭|(?:政务|公开|服务|办事|便民)大厅|服务窗口|档案馆|图书馆|查阅(?:点|场所|室|中心)",
    # What bodies have for other purposes and some of what they disclose passes through.
    "service": r"^新闻(?:发布|通气)会|热线(?:电话)?|(?:QQ|微信|工作|居民|业主|家长|村民|网格)群|局域网|内部网|钉钉|政钉|手机报|"
    r"村村响|广播站|红头文件|年鉴|[信邮]箱|内网|"
    r"(?:公示|交易|信用|执法|互动|监管|服务|学习|办公|OA)(?:信息)?(?:平台|系统|网)|信用中国",
    "platform": r"(?:信息|政务)公开(?:平台|专栏|系统)",
}
#: The metric of what one channel published.
_ALONE: dict[str, Channel] = {
    "website": "disclosed_website",
    "gazette": "disclosed_gazette",
    "weibo": "disclosed_weibo",
    "wechat": "disclosed_wechat",
}
#: Marks round the names of newspapers and columns.
_TITLE_MARKS = str.maketrans("", "", "《》")
#: Marks between the channels of a list.
_LISTED = re.compile(r"[、和及与]")
#: How many clauses back the means of a verb may stand.
_CLAUSES_BACK = 3
#: A channel, as the group of its kind.
_KIND = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS.items()))
#: Where the means of a verb begin: 我局[通过]…, [在]…网站. But 存在, 所在, 在线.
BY_MEANS = re.compile(
    r"通过|利用|依托|借助|运用|经由|(?<![存现正所内])在(?![线全])|(?<![关对由至])于(?=[^，。;、]{2,24}(?:网站|平台|公报))"
)
#: What stands behind the channels and says only that they are some, or which part of them: …[等多种渠道], …[和清河号等平台],
#: …网站[政务公开专栏上], …微信[清河发布].
_BEHIND = re.compile(
    r"(?:(?:中心|台|社|(?!等)[一-鿿]{2,4}发布(?:共|累计)?)?(?P<others>(?:(?P<unknown>[、和及与][^，。;:]{1,16}?))?等)?"
    r"(?:各类|各种|多种|多个|两[个大]|有关|相关|有效|主流|网络|新闻|移动|政务|政府|信息|线上|宣传|公开|公众|官方)*(?:新媒体|媒体|媒介)?"
    r"(?:渠道|途径|平台|形式|方式|载体|手段|账号|号|矩阵|阵地|群|网页)*|"
    r"(?:[^，。、;:]{0,14}|[^，。、;:]{0,4}(?:通过|在|以|的)[^，。;:]{2,40})(?:专栏|栏目|目录|频道|版块|板块|模块|子站|分站|子网站))"
    r"(?:公开|发布|宣传)?(?:平台|形式|方式|方面)?[上中里内]?(?:作为[^，。;、]{0,12}(?:平台|渠道|阵地|载体))?$"
)
#: One channel and the name of its account without quotation marks: [微博清河环境], [微信公众号平安清河]; but not [微信粉丝].
_ACCOUNT = re.compile(
    r"(?:官方|政务|政府)?(?:(?P<weibo>微博)|微信(?:公众号)?|公众号|订阅号)(?!.*(?:粉丝|用户|网[友民]|读者|群众|关注|媒体|网站|平台|[号博信、和及与等]$))"
    r"[一-鿿]{2,8}"
)
#: A column that names no site, one of those it may have: 通过[审计信息专栏]公开…. But 政务公开栏目 is the usual place of all.
_COLUMN = re.compile(r"(?!.*公开(?:专栏|栏目|目录|频道|板块))[^，。;:]{2,14}(?:专栏|栏目|频道|版块|板块)[上中里内]?(?:共|累计|主动|集中)*")
#: A column that is called after what it holds, which is not all: 通过[义务教育信息公开专栏]公开….
_THEMED_COLUMN = re.compile(
    r"(?:教育|医疗|财政|预决?算|资金|补贴|扶贫|脱贫|环境|环保|生态|项目|领域|征地|拆迁|住房|土地|工程|就业|社保|救助|低保|食品|药品|生产|价格|收费|"
    r"招[考生]|采购|惠[农民]|民生|疫情|防控|执法|许可|处罚|信用)[^，。;、市县区局厅委]{0,4}信息公开专?栏"
)
#: The sites of others than the body, or for other purposes: 各部门通过[各自]网站发布…, 通过[二级网站]发布…, [第三方网站]公开….
OF_OTHERS = re.compile(
    r"各自|二级(?:学院|单位|部门)?(?:官方|门户)?网|(?:第三方|商业|新闻|媒体|兄弟单位|外部|下属(?:单位|机构)?|其[他它]|采购|招投?标|交易|信用|党建|"
    r"文明|工会|团委|招生|人事考试)网站"
)
#: A chat, which is no account of the body: 社区[微信群]发布516条.
GROUP = re.compile(r"微信(?:工作)?群")
#: How, when and how much was published, and the verb.
_HOW = (
    r"(?:主动|对外|面?向(?:广大|社会)*(?:社会|公众|群众|市民|居民|各界)|及时|依法|累计|共计|总计|合计|一共|总共|共|全年度?|年内|年度内|"
    r"先后|集中|同步|同时|已|均|直接|准确|全面|规范|地|、)"
)
_VERBS = r"(?:公开|发布|公布|推送|发送|更新|刊发|刊登|刊载|上传|加载|录入|推出|播发|编发|转发)"
#: The verb that publishes, with what says how and how much: [共主动公开了]…, [累计发布]….
_PUBLISHES = (
    rf"{_HOW}*{_VERBS}(?:[、和及并与](?:更新|发布|公布|公开|推送|上传))?"
    r"(?!主?(?:平台|渠道|阵地|载体)|专?栏|网|系统|目录|形式|方式|途径)[了的]?"
)
#: Words between a channel and the label of what it published: 局网站[今年以来共]主动公开…, 局网站[发布各类依法]主动公开….
_BETWEEN = re.compile(rf"(?:{_HOW}|今年以来|一年来|整年度?|(?:19|20)\d{{2}}年度?|法定|各类|各种|所有|全部|{_VERBS}[了的]?)+$")
#: What is published where all of it is meant: [各类公安政府信息], [教育、医疗等各类动态], a list that ends in 等 (but for `is_short_list`);
#: and what is of all forms ([文字、图片]信息); but not 财政信息, 各类行政处罚案件信息, 视频信息, one class of several.
_ALL_KINDS = (
    r"(?:(?:各类|各种)?(?:文字|图文)(?:[、和及与](?:文字|图[文片像]|短?视频|音视?频|动[画漫])类?)+(?:等(?:各类|各种)?)?|(?:各类|各种|各项|有关|相关|重要|涉及)(?![^，。;:]{0,6}(?:处罚|许可|审批|案件|招聘|招标|采购))[一-鿿]{0,8}?|(?:各类|各种)[^，。;:]{1,40}等|"
    r"(?P<whole>[^，。;:]{1,60}等的?(?:各类|各种|多类|政务|(?=政府信息)))|"
    r"(?P<list>(?:[^，。;:、]{2,18}、)+[^，。;:、]{2,18}等(?:相关|有关|(?:社会|公众|群众|市民|居民|企业)*(?:普遍|广泛|密切)?(?:关心|关注|关切){1,2}的?)?)(?P<all>在内的?|多个?(?:领域|方面)的?)?)?(?:类|方面|领域)?的?"
)
_THINGS = (
    r"(?:法定主动公开的?)?(?:政府|政务|公开|工作|图文|动态)*(?:信息|资讯|消息|动态|稿件|文章|作品|推文|图文|内容|短视频|(?<=各类)文件)"
    r"(?:、动态|及?动态)?"
)
#: Things listed of which a figure is called the sum: 发布[政策解读、工作动态、服务信息等共计]158条.
_SUMMED = (
    r"(?P<summed>(?:(?:各类|各种)[^，。;:、]{2,14}[、和及与]|(?:[^，。;:、]{2,14}[、和及与]){2,})[^，。;:、]{2,14}等(?:方面|各类|相关)?(?:政府|政务)?(?:信息|内容|资讯|文章)?的?"
    r"(?:总共|共计?|总计|合计))"
)
#: Things listed right before a figure, without a word for all of them: 微信发布[政策解读、民生信息等]60条.
_OPEN_LIST = r"(?P<open>(?:[^，。;:、]{2,12}、)+[^，。;:、]{2,12}等)"
#: A verb that publishes with its object at the end of the words before a figure: 通过官方微博[发布各类气象信息].
PUBLISHED = re.compile(rf"{_PUBLISHES}(?:{_ALL_KINDS}{_THINGS}(?:总数|数量|数)?|{_SUMMED}|{_OPEN_LIST})?$")
#: The same with whatever was published, where channels are told apart: 其中网站[公开预决算、人事任免]32条，微信推送工作动态12条.
PUBLISHED_ANYTHING = re.compile(rf"{_PUBLISHES}[^，。;:\d]{{2,40}}$")
#: The fewest names of a list that says by itself that all of it is meant.
_WHOLE_LIST = 4
#: Kinds of which every body has some, so that a list with two of them is all that a site published: 发布[通知公告、工作动态]等信息310条.
_COMMON = re.compile(
    r"(?:^|(?<=、))(?:各类|相关|有关|本局|我局)*(?:(?:工作|政务|部门|业务|最新|机关|图文|新闻)?动态|(?:通知|公示|政务)?公告(?:公示|通知)?|公示公告|通知|"
    r"机构(?:职能|概况|设置|简介|信息)|(?:政策|法律)?法规(?:文件|政策)?|政策(?:法规|文件|法规文件)|规章(?:文件|制度)|规范性文件|"
    r"(?:工作|政务|新闻)(?:信息|要闻)|要闻|办事指南|规划计划|计划总结|领导(?:信息|简介|分工)|人事(?:信息|任免))(?:类|等)?(?=、|等?$)"
)
#: Who sends out one thing after another, so that any list of them is all: 通过[微信公众号]推送工作动态、惠民政策等信息310条.
_ACCOUNTS: frozenset[Channel | None] = frozenset(("disclosed_weibo", "disclosed_wechat", "disclosed_weibo_wechat", "disclosed_new_media"))
#: One of several lists of what was disclosed, none of which is all: 公开预算、决算、采购、资产[等信息12]条，公开….
ONE_OF_LISTS = re.compile(r"、[^，。;、]{2,14}等[^，。;、\d]{0,14}\d")
#: The verbs by which all is disclosed that has no channel named: [主动公开]规划、人事、财政、采购等信息36条.
DISCLOSES = re.compile(r"(?:全年|年内|本年度?|共|累计|主动|对外|面?向[^，。;、]{2,8}?)*(?:公开|公布|发布)了?(?=[^，。;]*等)")
#: The verb of a clause before whose channel the figure's goes on with: 在网站[发布]目录，公开信息16条 ; 在网站[开设]专栏，发布信息60条.
_PUBLISHING = re.compile(rf"{_PUBLISHES}|开设|开辟|设立|设置|建立|搭建")
#: A clause that only names a channel: [一是]政府网站, [开通了]官方微博, 政府网站[方面], 林业局网站[中], [9月份开通]公众号.
_NAMES_ONLY = re.compile(
    r"(?:[一二三四五六七]是)?(?:充分)?(?:发挥|用好|利用|运用)(?:好|了)?(?P<used>[^，。;]{2,24}?)的?(?:作用|优势|阵地|功能)|"
    r"(?:其中)?(?:[一二三四五六七]是|新开|开通|开设|开办|设立|建立|创建|注册|入驻|启用)了?(?P<name>[^，。;]{2,24})|(?P<topic>[^，。;]{2,20})方面|"
    r"(?P<place>[^，。;]{2,24})[上中]|[^，。;]{1,14}?(?:新?开(?:通|设|办)?|注册|上线|申请)了?(?P<account>[^，。;]{0,20}(?:微博|微信|[众阅条音频务]号|新媒体|客户端))"
)
#: A clause that is only its sentence's subject, a channel, and at most says that it works, or in what manner: [市局官方微博]，
#: 在原有基础上，发布信息342条 ; [门户网站运行平稳]，全年…; but not what something is done with (高度[重]视网站, 为[办]好网站).
_SUBJECT = re.compile(
    r"(?P<name>[^，。;:为办重视根据抓依发挥打造做把将对按注维护管理运强升高关围绕结合针提优改扩拓丰增充使用开设立建搭完推布更在]{0,20}?"
    rf"(?:{_KINDS['website']}|{_KINDS['weibo']}|{_KINDS['wechat']})(?:平台|账号)?)(?:方面)?"
    r"(?:(?:始终|一直|保持|坚持|持续|常态化|正常|平稳|稳定|有序|规范|高效|良好)+(?:运营|运行|运转|更新)|"
    r"(?:运营|运行|运转|更新)(?:正常|平稳|稳定|有序|良好|规范)|(?:通过|以|采[用取])[^，。;、]{1,10}(?:形式|方式|手法)[^，。;、]{2,16}|"
    r"(?:紧扣|围绕|聚焦|立足|紧跟|紧贴|突出|坚持)[^，。;]{2,24})?"
)
#: How many clauses may stand between such a subject and its verb.
_CLAUSES_BEHIND_SUBJECT = 3
#: The operators of accounts, which are no channels of their own: [新浪、腾讯]微博.
_OPERATORS = re.compile(rf"(?:(?:{wordings.around.OPERATORS})[、和及与]?)+(?=[^，。;]{{0,6}}微博)")
#: The verb ahead of a list of what is published, and the list's end: 网站[发布]工作动态、公示公告[等]主动公开信息73条.
_VERB_OF_LIST = re.compile(_PUBLISHES)
_LIST_END = re.compile(r"等(?:方面|内容)?的?(?:各类|各项|各种)?$")
#: Another means begins, and that of the clauses before ends: [同时利用]电话和信函.
_OTHER_MEANS = re.compile(r"(?:同时|另外|此外|另|还|并)[，,]?(?:还|也|又)?(?:通过|利用|依托|借助|运用|采用|采取|以)")


def channel_of(words: str) -> Channel | None:
    """Returns the channel that the words ahead of a verb end with, None where they end with none: a subject, or nothing known."""
    words = words.rstrip(":")  # 政府网站:发布信息42条
    if (channel := _named_last(words)) is not None:
        return channel
    between = _BETWEEN.search(words)
    return _named_last(words[: between.start()]) if between is not None else None


def _named_last(words: str) -> Channel | None:
    """Returns the channel that words end with as they are."""
    by = BY_MEANS.search(words)
    named = (words[by.end() :] if by else words).translate(_TITLE_MARKS)
    if OF_OTHERS.search(named):
        return "means"
    found = list(_KIND.finditer(named))
    if not found:
        return "means" if by and _COLUMN.fullmatch(named) else None
    behind = _BEHIND.match(named, found[-1].end())
    if behind is None:
        account = _ACCOUNT.fullmatch(named)
        return _ALONE["weibo" if account["weibo"] else "wechat"] if account is not None else None
    kinds = {str(match.lastgroup) for match in found}
    kinds.discard("platform")  # 政府网站信息公开专栏 is of the site, one alone the usual place of all that is disclosed
    if not kinds:
        return "means" if _THEMED_COLUMN.search(named) else "disclosed_total"
    unknown = not all(map(_KIND.search, _LISTED.split(named[: found[-1].end()])))
    if unknown and not (behind["others"] is not None and kinds & {"website", "gazette"}):
        return "several"  # 通过“清河公安”、“清河公安”微博发布…: one of them is only named
    if behind["unknown"]:
        kinds.add("press")
    if "both" in kinds:
        kinds = kinds - {"both"} | {"weibo", "wechat"}
    return _together(kinds, open_list=behind["others"] is not None)


def channel_of_list(words: str) -> Channel | None:
    """Returns the channel ahead of a verb that `words` end with the list of, None if they end with none: [网站发布工作动态、公示公告等]."""
    if "等" not in words or _LIST_END.search(words) is None:
        return None
    channels = (channel_of(words[: verb.start()]) for verb in _VERB_OF_LIST.finditer(words))
    return next((channel for channel in channels if channel is not None), None)


def is_short_list(names: str | None, channel: Channel | None, *, summed: bool, alone: bool) -> bool:
    """Tells whether a list of things published, `summed` or not, is too short to be all that `channel` published: 在网站公开预算、决算等
    信息12条; but 在网站公开预算、决算等信息[共]12条, what accounts send out, and what every body has if the list stands `alone`: 在网站发布
    通知公告、工作动态等信息310条."""
    if names is None or names.count("、") + 1 >= _WHOLE_LIST:
        return False
    if channel == "disclosed_website":
        return not summed and not (alone and len(_COMMON.findall(names)) > 1)
    return channel not in _ACCOUNTS and not (channel == "disclosed_total" and summed)


def _together(kinds: Set[str], *, open_list: bool) -> Channel:
    """Returns what several kinds of channels are together; an `open_list` of them ends in 等."""
    if "new_media" in kinds and kinds.isdisjoint({"website", "gazette"}):
        return "means" if "press" in kinds else "disclosed_new_media"  # 传统媒体和新媒体: the new ones are but some
    if kinds == {"weibo", "wechat", "app"}:
        return "disclosed_new_media"  # one figure for weibo, wechat and others; 微信、抖音 alone are two of several
    if kinds <= {"weibo", "wechat"}:
        if len(kinds) == 2:
            return "disclosed_weibo_wechat"
        return "means" if open_list else _ALONE[min(kinds)]
    if kinds.isdisjoint({"website", "gazette"}):
        return "several" if open_list and kinds == {"board"} else "means"  # a township may have no other
    if open_list:
        return "disclosed_total"
    return _ALONE[min(kinds)] if len(kinds) == 1 else "several"


def channel_before(text: str, start: int, end: int, *, bare: bool) -> Channel | None:
    """Returns the channel that the clauses in `text[start:end]` give as the means of the verb behind them, None if they give none:
    [依托微信公众号等新媒体，创新形式，]发布信息100条. A verb that stands `bare` goes on with that of the clause before."""
    pieces = _clauses(text[start:end])[-_CLAUSES_BACK:]
    names_only = _NAMES_ONLY.fullmatch(pieces[-1])
    if names_only is not None and (channel := channel_of(next(filter(None, names_only.groups())))) is not None:
        return channel
    publishing = _PUBLISHING.search(pieces[-1]) if bare and BY_MEANS.search(pieces[-1]) else None
    if publishing is not None and (channel := channel_of(pieces[-1][: publishing.start()]) or channel_of(pieces[-1])) is not None:
        return channel  # 在网站发布目录 ; 依托清河发布微信公众号: the second is an account's name
    for piece in reversed(pieces):
        if BY_MEANS.search(piece) and (channel := channel_of(piece)) is not None:
            return channel
        if _OTHER_MEANS.match(piece):
            return "means"
    return _channel_as_subject(text[start:end])


def _clauses(words: str) -> list[str]:
    """Returns the clauses of `words`, without names of accounts and quotation marks."""
    if "“" in words:
        words = wordings.channels.ACCOUNT_NAME.sub("", words)
    return words.translate(wordings.around.QUOTATION_MARKS).rstrip("，,").replace(",", "，").split("，")


def _channel_as_subject(words: str) -> Channel | None:
    """Returns the channel that is the subject of the clauses `words`, None if none is: [市局新浪、腾讯两大微博，在原有基础上，加大力度，]
    发布信息342条."""
    pieces = _clauses(words)
    # 我局高度重视，[局官网聚焦群众关切]，全年公开信息930条
    subject, *rest = pieces[next((index for index, piece in enumerate(pieces) if _KIND.search(piece)), 0) :]
    subject = wordings.channels.WENT_LIVE.sub("", _OPERATORS.sub("", subject))
    channel = _SUBJECT.fullmatch(subject)
    if len(rest) > _CLAUSES_BEHIND_SUBJECT or channel is None or any(map(_KIND.search, rest)):
        return None
    return channel_of(channel["name"])
