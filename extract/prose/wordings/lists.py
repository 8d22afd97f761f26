"""Lists of names with one figure or several, and groups of things that are counted in groups."""

from __future__ import annotations

import re

#: What was done of several things listed before, one after the other: 受理派件5670件、申请1件，[分别办结]5641件、1件.
DONE_EACH = re.compile(r"分别(?:已)?(?:办结|答复|回复|办理|处理|处置)$")
#: How many things were listed ahead of a denial: 投诉、复议、诉讼[三项均]无.
ALL_LISTED = re.compile(r"[两二三四五2-5][项者](?:情况|事项)?[均都皆]")
#: What groups of items are called that are counted in 个: 公开信息12个[栏目].
_OF_GROUPS = r"(?:方面|类别|领域|版块|板块|专栏|频道|(?:[一二三四]级)?(?:栏目|目录|类目))"
#: Groups, from their counter to the number of things in them: 公开信息6[大类]350条, 12[类、]350条, 8[个方面]120条, 公开12[类信息共]350条.
GROUPS = re.compile(
    rf"(?:[项类块批种](?:别|目)?|个(?:{_OF_GROUPS}|项目))的?(?P<noun>(?:政府|政务|公开)?信息|(?<=类)文件)?[、,，]?(?:共计?|合计|总计|累计|计)?"
)
#: Between groups and the groups in them: 公开信息28大项[、]79小项，共计6657条.
GROUPS_AND_THEIRS = re.compile(rf"{_OF_GROUPS}?[、，,和及与]?(?:共计?|合计)?")
#: What only counts groups, behind its figure, whatever the words before it: 公开信息12个[栏目]; but not 设立专栏12个.
COUNTS_GROUPS = re.compile(_OF_GROUPS)
#: The things that groups are of, behind their counter: 发布12类[信息]，共计350条.
GROUPED = re.compile(r"(?:别|目)?(?P<noun>(?:政府|政务|公开)?信息)")
#: Marks between the names of a list: 当面[、]网络[和]信函申请分别为3件、5件、2件. But 涉及, 危及, and 与…有关 before a name.
NAMES = re.compile(r"、?(?:以及|(?<![涉危])及|和|与(?![^、]{0,14}(?:有关|相关)))|、")
#: Marks between labels that share one figure: 行政复议[、]行政诉讼均为0件.
LISTED = re.compile(r"[，、和及与或]")
#: Each of the labels listed, not all together: 行政复议、行政诉讼[均]为0件.
EACH = re.compile(r"[均各都皆]")
#: A list whose figures stand apart from it: 当面、网络、信函申请[分别为]3件、5件、2件. `tail` is a verb or what the names share.
DISTRIBUTED = re.compile(r"(?:分别|依次|各自|各(?=[为有]))(?:[为是有达])?(?P<tail>[^，。;:、()]{0,12}?)(?:[为是有达:]|共)?$")
#: What channels listed by name have behind them: 通过网站、公示栏、微信[三种渠道公开信息]，数量分别是27条、110条和38条.
OF_WAYS_LISTED = re.compile(
    r"(?:等(?:[\d两三四五六七]?[种个类])?|[\d两三四五六七][种个类])(?:主要|不同|公开|政务|新媒体)*(?:渠道|途径|方式|平台|载体|形式)(?:主动|对外|共|累计)*"
    r"(?:(?:公开|发布)?(?:各类)?(?:政府|政务)?(?:信息)?|(?:提出|提交|递交)?的?申请)(?:的?(?:数量|条数|篇数|件数))?$"
)
#: Words ahead of 分别 that say only that it counts: [数量]分别是27条、110条和38条.
COUNTED_APART = re.compile(r"(?:公开|发布|信息)*(?:数量?|条数|件数|篇数)?")
#: Behind the names of a list, that they are the most: 当面申请、网上申请[占主体]，分别为366件、196件.
ARE_MOST = re.compile(r"(?:占(?:据?主体|据?主导|大?多数|绝大多数)|为主(?:体|要[方形]式|要途径|要渠道)?|居多|较多|最多|最少|较少|占?少数)$")
#: That each of those named before had as many: 春播、汛期[各召开]新闻发布会1次, 印发规范性文件[各]1件.
EACH_HELD = re.compile(r"各(?:自|分别)?(?:(?:召开|举办|组织|开展|举行|印发|制发|发布|收到|受理)了?(?!.*各)|\d)")
#: One figure for each of a list: 规范性文件制发数、废止数[均为]0件, 维持、纠正[各]1件.
EACH_OF = re.compile(r"(?:均|都|皆|各)(?:为|是|有|计)?(?P<tail>)$")
#: A figure of what the clause before says is the most or the least: 网络申请占大多数，[为]41件.
HAS_AS_MANY = re.compile(r"(?:分别)?(?:达到?|共有?|[为是有]|仅有?|只有?|共计)*")
#: What makes a figure, or several, be of listed names: 当面、网络申请[分别]为3件、5件 ; 维持、纠正[各]1件.
OF_LISTED = re.compile(r"分别|依次|[各均都皆]")
#: Where a list of names begins: 共收到10件[（]当面、网络申请分别为….
LIST_HEAD = re.compile(r".*[(:,]", re.DOTALL)
#: The verb or state that several things listed share: [制定]部门规章1部、行政规范性文件3件.
SHARED_VERB = re.compile(r"制定|出台|制发|印发|废止|现行有效|继续有效|作出|做出|设立|配备|召开|举办|开展")
#: What a long list has between its first things and its last: 公开预决算、招生政策、招聘信息、[社会保障政策、]就业举措等.
MIDDLE_OF_LIST = re.compile(r"(?P<head>、(?:[^，。;:、]{1,30}、){2})(?:[^，。;:、]{1,30}、)+")
