"""Requests for information: who asked and by which way, what was carried over, how all of them or the one was answered."""

from __future__ import annotations

import re

#: Requests of one kind of applicants, by its name in the form: [收到自然人提出的信息公开申请]8件; 收到公民申请 are all.
RECEIVED_OF = re.compile(
    r"(?:收到|受理|接收|接到)了?(?P<party>自然人|商业企业|科研机构|社会公益组织|法律服务机构)(?:提出|提交|递交)?的?"
    r"(?:政府信息公开|信息公开)?申请(?:公开)?(?:政府信息|信息)?(?:事项)?(?:共|为|:)*$"
)
#: Of which requests the applicants are told, counted in another paragraph: [新收申请中]，自然人803件, [新收申请按主体]分.
BACK_TO_REQUESTS = re.compile(
    r"(?:新收到?|收到|受理|接收)的?(?:政府信息公开|信息公开|依申请公开)?申请(?:当?中|里|按|的?(?:申请人|主体|来源))"
)
#: What stands behind the name of applicants, and ahead of it: 自然人[提出的申请], [来自]自然人.
OF_APPLICANT = re.compile(
    r"(?:提出|提交|递交)?的?(?:政府信息公开|信息公开)?(?:申请(?:件|事项|案件|信息|材料)?)?的?(?:总?数量?)?"
    r"(?:共计|总计|合计|一共|共有?|达到?|为|有|是)?$"
)
BY_APPLICANT = re.compile(
    r"^(?:(?:政府信息公开|信息公开|公开)?申请(?!人)(?:中|里|当中)?)?(?:均|都|全部)?"
    r"(?:申请人(?:[中里]|当中)?)?(?:均|都)?(?:来自于?|系|属于?|由|为|是)?"
)
#: The reason of an answer and what the answer was, behind its figure: 1件[因涉及商业秘密不予公开],
#: 1件[涉及商业秘密不予公开], 2件[因信息不存在无法提供].
REASON_BEHIND = re.compile(
    r"(?:[是系]?(?:因为?|由于|鉴于)|(?=涉及|属|可能危及))其?(?:(?:所|申请人所?)?申请(?:公开)?的?(?=(?:政府)?信息))?(?P<reason>[^，。;()]{4,24}?)[而故应]?被?"
    r"(?P<outcome>(?:依法|决定|答复)*(?:不予公开|未予公开|不公开|不同意公开|不予提供|未公开)|(?:(?:依法|均)?(?:告知|答复|建议|要求|通知|转)|无法|未能|不能).*|"
    r"(?:依法|经批准|经同意)*延期(?:办结|答复|办理)?)外?"
)
#: A refusal for the reason that the clause before gave: 1件涉及国家秘密，[依法不予公开].
REFUSED_SO = re.compile(
    r"(?:故|因此|所以|因而|则|已|均|被|依法|按照?规定|经审查|决定|答复|告知|申请人|为|作出)*(?:不予公开|不同意公开|未予公开)(?:的?(?:决定|答复|处理))?"
)
#: Applicants whose requests are counted right behind them: 公开申请共11人次[、14件].
REQUESTS_BEHIND = re.compile(r"[、，,(](?:共|计|合计|共计)?\d+[余多]?[件宗份](?!次)")
#: Requests that came by one way that is none of the metrics', or from some applicants: [其他渠道]受理申请13件, [以个人名义提交]的申请5件;
#: or that are to go elsewhere: 告知[向其他机关]申请3件, or of one kind: [征地拆迁类]申请5件, or those due: [已到答复期的]申请26件. But
#: 网络和其他方式 are all ways.
BY_OTHER_WAY = re.compile(
    r"(?:(?<![和及与或、等])(?:其他|其它|别的)(?:方式|渠道|途径|形式)|电话|短信|名义(?:提交|提出|递交)|"
    r"向(?:其他|其它|有关|相关|上级|对应)[^，。;、]{0,8}|(?:到期|答复期|期满)的?|(?:告知|建议|引导)[^，。;、]{0,12}|(?<![各多两三四])类的?|"
    r"涉及(?![^，。;、]*(?:公开|信息|本|我))[^，。;、]{2,12})共?$"
)
#: Requests to others, with which the body only helps: [协助市政府]办理依申请公开12件, [代区政府]答复申请3件.
FOR_OTHERS = re.compile(r"(?:协助|配合|指导|督促|督办|代(?=[省市县区]))[^，。;]{0,16}$")
#: What the figure is part of, not what it counts: 在已经答复的16件[申请中].
AMONG_REQUESTS = re.compile(r"(?:政府信息公开|信息公开|依申请公开)?(?:申请)?(?:中|里|当中)")
#: What is behind them is said of the part that follows: 30件[申请中]已办结28件.
AMONG_THEM = re.compile(r"[^，。;、]{0,10}申请(?:当?中|里)")
#: Who applied, from their counter to the number of requests: 32人[提出的申请]86件, 32人次[通过网络提交申请]86件.
APPLICANTS_OF = re.compile(r"[人名位次个家][^，。;:、\d]{0,18}申请[^，。;:、\d]{0,10}")
#: Who else applied than persons: 5[个申请人]提出的申请9件, 3[家企业]申请5件.
OF_BODIES_THAT_ASK = re.compile(r"[个家](?P<who>申请人|企业|公司|单位|组织|法人)(?=所?(?:提出|提交|递交|申请))")
#: A verb that tells less plainly than 收到 that requests came in: [办理]申请55件 may be of those carried in too, or those closed.
HANDLING = re.compile(r"办理|处理|承办")
#: What was accepted of the requests received, right behind them: 收到申请12件，[受理]10件.
ACCEPTED = re.compile(r"(?:其中)?(?:审查后|补正后|经|依法|实际|正式|予以|已|共)*(?:受理|立案)")
_APPLICANT = "公民|个人|自然人|法人|(?:商业)?企业|公司|单位|组织|科研机构"
#: Requests of one kind of applicants, and of another behind them: 收到[公民申请]12件，[法人申请]3件.
OF_ONE_KIND = re.compile(
    rf"(?:收到|受理|接到|接收|新收|^)(?:{_APPLICANT}|企业[、和及与]社会组织)(?:个人)?(?:提出|提交|递交)?的?(?:政府|信息|公开|依)*申请"
)
OF_ANOTHER_KIND = re.compile(rf"[,，、;](?:收到|受理|接到)?(?:{_APPLICANT}|其他组织)[^，。;、\d]{{0,14}}申请[^，。;、\d]{{0,6}}\d")
#: A name in a list of answers that no attribute of documents has: 已主动公开、[同意公开]、[不存在]分别为3件、5件、1件.
ONLY_AN_ANSWER = re.compile(r"同意|不存在|非?不?属于?本|非本|途径|补正|更改")
#: How often it was, among the ways of applying, ahead of its name: [其次是]信函，15件.
RANKED = re.compile(r"^(?:其次|再次|第二|最后)(?:[为是]|,)?")
#: Two verbs of one object: [受理并答复]申请28件, 依申请公开[受理和办结]6件; but 收到答复 is what the applicant gets.
TWO_VERBS = re.compile(
    r"(?:(?:受理|接收)[并和及与、]?|(?:收到|接到|接受)[并和及与、])(?:且|已|全部|均|依法|及时|按时|按期)*(?P<second>答复|回复|办结)(?!率)"
)
#: What a count of requests stands before, if anything: 收到[8件]有效申请; but 对[10个]镇街开展依申请公开测评.
COUNTED_REQUESTS = re.compile(
    r"[，,。;、:()]|$|(?:有效|有关|各类|书面|网[上络]|在线|线上|信函|当面|依|公民|公众|市民|自然人|申请人|群众|法人|企业|要求|关于|涉及|的)*"
    r"(?:通过|申请|公开|政府|政务|信息|均|全|都|已|并|和|及|占|比|较|为|是|属|由|其中)"
)
#: A heading that runs into its sentence: [依申请公开情况:]全年收到来信24件.
RECEIPT_HEADING = re.compile(r"^[^:\d]{2,16}情况:(?=[^:]*(?:收到|接到|受理|办理))")
#: What is applied for that is no information, and where: [行政许可事项1项]，全年申请量0件 ; [政务服务中心]受理申请3200件.
SERVICES = re.compile(
    r"(?:政务|便民|行政)服务(?:中心|大厅|窗口)|(?:办事|受理|审批)大厅|行政许可|行政审批|(?:许可|审批|服务|权力|政务)事项|不动产|营业执照|登记业务|"
    r"[一-鿿]{2}(?:审批|许可|注册|(?<=企业|产权|抵押|婚姻|主体|设立|变更)登记|备案|资质|补贴|补助|贷款)(?:事项|业务|类)*(?:网[上络]|在线)?的?申请"
)
#: What is applied for behind such words that is information: 在政务服务中心收到[信息公开]申请3件.
INFORMATION_ASKED_FOR = re.compile(r"信息公开|公开(?:政府|政务)?信息|依申请|公开的?申请|申请公开|政务公开")
#: What another body has to answer: [应由县国土局答复的]1件.
OTHERS_SHOULD_ANSWER = re.compile(r"(?:应当?|须|需要?)由[^，。;:]{2,16}(?:答复|回复|公开|办理|处理)的?$")
#: What letters are about that ask for no information: [咨询、申诉]等来信30件.
OTHER_LETTERS = re.compile(r"咨询|申诉|投诉|举报|信访|留言|建议|求助")
#: The same of what was asked for: a 水务局 that [收到水利领域信息公开申请]5件 tells of all.
BUSINESS_ASKED_FOR = re.compile(
    r"(?<=收到|受理|接到|接收|办理)([一-鿿]{2,6}?)(?:领域|方面|系统)?的?(?=依申请公开|(?:政府)?信息公开申请|公开申请)"
)
#: The ways by which all requests came, named together ahead of them: 收到[网络、信函等渠道的]申请12件.
WAYS_TOGETHER = re.compile(
    r"(?<=收到|受理|接到|接收|办理)(?:通过|以)?(?:(?:互联网|网络|网上(?:平台)?|在线|信函|邮寄|当面|现场|传真|电子邮件)[、和及与]?){2,}等?"
    r"(?:各种?|多种?|[\d两三四五]种)?(?:渠道|方式|途径|形式)(?:提交|提出|递交)?的?(?=(?:依|公开|政府|信息)*申请)"
)
#: Words ahead of requests or cases that are none of the year's own: [上年结转的]申请3件.
CARRIED = re.compile(r"结转(?!外|以外|之外)|转结|(?:上年|去年|上一年度?|[至自])[^，。;]{0,6}转[来至到入]|遗留")
#: Those carried in, without saying of which year they are: 办结12件（[含结转]3件) ; 结转 alone behind what was done is to the next year.
CARRIED_AMONG = re.compile(r"(?:含|其中|包括|包含|连同|加上)(?!.*年)[^，。;]*$")
#: Those carried in among those received, in the same way: [收到申请23件（含结转]1件）.
RECEIVED_HOLD_CARRIED = re.compile(r"(?:收到|受理|接到|接收)[^，。;()\d]*\d+[件份宗起][(，、](?:其中)?(?:含|包括|包含|连同)结转的?$")
#: What was done of all requests of a number: 对[14件]申请[全部作出答复].
ALL_DONE = re.compile(
    r"(?:政府信息公开|信息公开|依申请公开|公开)?的?申请(?:件|事项|人)?(?:在法定(?:期限|时限)内|在规定(?:期限|时限|时间)内|全部|逐一|均|都|已经?|"
    r"依法依规|依法|[按及]时|按期|按规定|认真|予以|进行|给予|作出|做出|作|做)*了?(?P<done>答复|回复|办结|办理完毕)(?=[，。;:、]|$)"
)
OF_ALL = re.compile("对(?:(?:收到|受理|接到|提出|提交)的)?$")
#: What was carried in from the year before: [上年没有结转].
CARRIED_IN = re.compile(r"上年|去年|上一年|前一年|往年|历年|以前")
#: Those that came new beside those carried in: 共办理48件，上年结转2件，[新增]46件.
CAME_NEW = re.compile(r"(?:本年度?|当年|今年|年内)?新增(?:申请)?")
#: What came new, behind those carried in: 其中结转2件[，新收39]件.
NEW_BEHIND = re.compile(r"[、，,;](?:本年度?|当年|今年)?新(?:收到?|增|受理)(?:申请)?(?P<new>\d{1,15})[件份宗]")
#: What was carried in, behind what came in the year: 收到申请9件，其中当年7件[，上年结转2]件.
CARRIED_BEHIND = re.compile(r"[件份宗]?[、，,;](?:上年度?|上一年度?|去年|往年)?结转(?:申请)?(?P<carried>\d{1,15})[件份宗]")
#: Requests that hold those carried in, said in a bracket ahead of them: 收到[（含上年结转1件）]申请53件.
HOLDS_AHEAD = re.compile(r"\((?:其中)?(?:含|包括|包含|连同)[^()]{0,8}(?:结转|转结)[^()]{0,8}\)$")
#: What is left of requests and is told in the next clause to be carried over: 余[5件未到办理期限，结转至下年].
LEFT_OVER = re.compile(r"(?:其余|剩余|余下|余|尚有|还有|仍有|另有|另|有)(?:的|有|申请|共)*$")
CARRIED_NEXT = re.compile(
    r"[^，,。;、\d]{0,14}[，,](?:已|将|均|需|按规定|依法|并)*(?:结转|转结|顺延|转)(?:至|到|入|于)?(?:下年|下一年|次年|明年|来年)度?(?:继续)?(?:办理|办结|答复|处理)?(?=[，,。;]|$)"
)
#: Requests carried in are added to others: [加上上年结转]的21件，全年应办理784件.
ADDS_CARRIED = re.compile(r"(?:加上|连同|加之|算上|并入|[含和加及]|包括)[^，。;]{0,8}(?:结转|转结|新收)")
#: Answers that came later than in time: [延期至30日答复]2件.
EXTENDED_ANSWER = re.compile(r"(?:延期|延长|逾期|超期)[^，。;]{1,12}(?:答复|回复)")
#: What was received, without its name: [共收到]3件，均已答复.
BARE_RECEIPT = re.compile(
    r"(?:[，,:、]|其中|全年|年内|本年度?|共|共计|累计|一共|总共|已|我[局镇乡委办院街道]+)*(?:收到|受理|接到|接收|办理|处理|有)?(?:了|共)?"
)
#: What was received of other business: [受理贷款申请]3200件，按时办结3150件.
RECEIVED = re.compile(r"(?:受理|收到|接到|接收|承办|办理|处理)[一-鿿]{2,}(?<!完毕)(?<!完结)")
#: New requests and those carried in together: 新收23件，上年结转2件，[共办理]25件.
HANDLED_TOGETHER = re.compile(
    r"(?:总?合计|总计|总共|共计|一共|共|累计|实际|应)(?:应|需)?(?:办理|处理|办$)(?:的?(?:政府信息公开)?申请)?(?:共|共计)?"
)
#: What was done of both, and what is left of them behind it: 新收23件，上年结转2件，[年内已办理]22件[，结转下年3件].
HANDLED_OF_BOTH = re.compile(r"[、，,;]?(?:本?年度|年内|当年|全年|共|累计|实际|已经?)*(?:办理|处理|办复)(?:完成|完)?")
LEFT_OF_BOTH = re.compile(
    r"[，,、;](?:尚有|还有|剩余|其余|另有|未办结)*(?:(?:结转|转结|转|留)?[至到入]?[下次来]一?年度?(?:继续)?(?:办理|处理|结转|办结)?(?:为|共)?(?P<left>\d{1,15})[件份宗]|"
    r"(?P<first>\d{1,15})[件份宗](?:申请)?(?:将|需)?(?:结转|转结|转|留)[至到入]?[下次来]一?年)"
)
#: What may be carried over like requests; but [信访类]2件 is an answer to some of these.
OF_OTHERS = re.compile(r"复议|诉讼|应诉|建议|提案|留言|(?<!属于)(?<!涉及)信访(?!类|、?举报|、?投诉|途径|渠道)|来信|信件|工单|诉求")
#: Requests for information, not for a review: 收到[申请]30件; but not 复议申请, 申请行政复议.
OF_REQUESTS_TOO = re.compile(r"(?<!复议)申请(?!行政复议|复议)")
#: Another class that was asked for: 收到依申请公开环境信息3件[、人事信息2]件.
NEXT_ASKED_FOR = re.compile(r"[、，,;和及][^，,。;、\d]{2,10}(?:信息|资料|文件|申请|类)\d")
#: Requests in writing, which all are but where another way stands beside it: [书面政府信息公开申请]2份, 以[书面形式提出申请]4件; but not
#: 网上和书面申请.
WRITTEN_REQUESTS = re.compile(r"(?<![、和及与或])书面(?:形式|方式)?(?:提出|提交|递交)?的?[^，。;、\d]{0,10}申请|申请书面")
#: The verb of requests that came: 通过网站[收到]申请3件.
RECEIVES = re.compile(r"收到|受理|接到|接收|新收")
#: Others than those counted beside them, by a way or of a kind that is not known: 收到网上申请3件[，电话申请1]2件.
OTHER_REQUESTS = re.compile(r"申请(?!人|公开的?信息|内容)[^，,。;、\d]{0,8}\d|\d+[余多]?[件份宗起例][^，,。;、\d]{0,10}申请")
#: What was answered in time, and so answered: 按时[答复]12件; but no rate of it.
ANSWERED_IN_TIME = re.compile(r"(?:答复|回复)(?!率)")
#: Said of answers: 均以书面形式[答复].
ANSWERED = re.compile(r"答复|回复|告知|反馈|送达")
#: The verb ahead of the first name of a list: [收到]网上、信函申请9件.
RECEIVING = re.compile(r"^.*(?:收到|受理|接到|接收|办理)了?")
#: Another way of applying, with its figure: 书面申请12件，[网上申请5件].
OTHER_WAY = re.compile(
    r"(?:网上|网络|在线|网站|互联网|平台|电子|邮件|邮箱|信函|邮寄|来信|传真|当面|现场|口头|上门|来访|电话)"
    r"(?!咨询|查询|查阅|答复|回复|告知|接待)[^，,。;\d]{0,12}(?P<count>\d{1,15})[件份宗起例封]"
)
#: What is answered there is no request for information: 收到网民[留言]19条，答复19条.
NO_REQUEST = re.compile(
    r"留言|来信|信件|信访|咨询|诉求|问政|热线|工单|建议|提案|投诉|举报|提问|问题|网民|网友|来电|来访|私信|评论|跟帖|(?<!电子)信箱|舆情|关切|热点"
)
#: No more than that something was answered, in a sentence of its own, and the end of one that counts what: 收到信件[45件。][办结]40件.
BARE_ANSWER = re.compile(r"(?:已|共|均|全部|按时|按期|及时|当场|已经|并|其中)*(?:答复|回复|办结|办理|受理|不予受理|处理)(?:了|完毕)?")
COUNTS_LAST = re.compile(r"\d[余多]?(?:[件条次封起宗个]|人次|件次)[。;]$")
#: The verb of what comes in, not of what is published on it: [收到]投诉3条.
COMES_IN = re.compile(r"收|受理|接|发生|引发|引起|产生|提起|办[理结]|处理|回复|答复")
#: By which rule something was done: [根据政府信息公开有关规定]答复, [按要求]办结.
_BY_RULE = r"(?:(?:按照?|根据|依照|依据|遵照)[^，。;、]{0,20}?(?:规定|要求|程序|流程)(?:的(?:程序|要求|[时期]限))?|依法(?:依规)?)"
#: Who answered the one request, and its answer: [县建委]予以公开, [街道]于规定期限内作出答复.
WHO_ANSWERED = re.compile(
    r"^[一-鿿]{0,6}(?:[局委办镇乡厅处所院]|街道|政府|机关|单位|部门|中心)(?=(?:已|均|依法|[于在按]|予以|同意|[作做]出|告知|答复|及时|决定))"
)
#: What the one was answered with, in quotation marks or not: [答复]“本机关不掌握相关政府信息”.
ANSWERED_WITH = re.compile(r"^(?:答复|告知)(?:申请人|其)?(?:为|:)?(?=本机关|该?信息|政府信息|不|无法|非)")
#: What a sentence begins with that goes on with the one request counted in the one before: [已]按时答复.
GOES_ON_WITH_THE_ONE = re.compile(r"(?:已经?|现已|均已|该|经|目前)(?![^，。;]*\d)|" + WHO_ANSWERED.pattern)
#: Words ahead of some of the requests that tell no more of them: [对其中]4件, [另]1起.
SOME_OF_THEM = re.compile(r"(?:其中|对|另外?|其余|剩余|余|还?有|的|,|，|、)*")
#: All of the requests just counted: …，[均已]答复 ; …，[都为]信函申请 ; …，全市各级行政机关[已全部予以]答复.
ALL_OF = re.compile(
    rf"(?:[^均都皆]{{0,14}}?)(?:现?均已?|都已?|皆|已?全部|已经全部)(?:已经|已)?(?:{_BY_RULE}|在(?:规定|法定)的?(?:时限|期限|时间)内(?!办)|[在于]\d+个?(?:工作)?日内)?"
    r"(?:通过|以|来自|按(?=部分|不?同意|不?予以?公开)|为|是|系|予以|给予|进行|作出|做出|予|获得?|得到|经(?:复议机关|法院|审理|复议))*"
)
#: Not of all of them, or not yet: …，[其余]均为信函申请 ; 均[未]逾期 ; 均[引导]其书面申请 ; 已[转交]市水务局答复.
NOT_ALL = re.compile(
    r"引导|转[交办送]|移[交送]|交由|建议其|建议申请|建议通过|其余|其他(?!结果|情形|$)|剩余|未(?!经(?:行政)?复议|审结|办结|结案)|没有|无(?!法提供)|"
    r"不(?!同意|予|掌握|存在)|率|另|除"
)
#: What is said of the one case just counted: 复议1件，[该案件目前]尚未审结 ; 申请1件，[已按规定]答复 ; 诉讼1件，[]法院判决维持.
OF_THE_ONE = re.compile(
    r"(?:[该此](?:一|起|件|例|宗)?(?:行政)?(?:复议|诉讼)?(?:申请|案件|案|件))?(?:[至到截][^，。;尚仍未正]{1,14}(?=[尚仍未正])|目前|现|最终)?"
    rf"(?:已[在于]\d+个?(?:工作)?日内|[均都]?已经?{_BY_RULE}|(?:[均都]?已经?)?(?:依法|按照?(?:规定|程序|要求)|按时(?!办)|按期(?!办))?)(?:及时)?(?:由?申请[人者])?(?:通过|以|采用|为|是|系|属于?(?!已)|予以(?!部?分?公开)|获得?|得到)?"
)
#: What all requests just counted are, said of them plainly: 收到申请2件，[为]网络申请.
ARE = re.compile(r"[为系是](?:通过|以)?")
#: By which way all of them came: 收到申请2件，[申请方式为]网络申请.
WAY_IS = re.compile(r"(?:申请|提交|提出|收取)的?(?:方式|形式|渠道|途径)[均都皆]?[为系是](?:通过|以)?")
#: What the one request was for, behind how it came: 系邮寄提交[的关于土地补偿标准的申请].
WHAT_WAS_ASKED = re.compile(r"的?(?:关于|有关|涉及)[^，。;]{2,40}?的?申请$")
#: Why all of what was just counted ended so: 不予公开3件，[理由为属于行政执法案卷], 无法提供6件，[均为本机关不掌握].
REASON_OF_ALL = re.compile(
    r"(?:(?P<all>(?:原因|理由)(?:均|都)?[为是系]?:?|均|都|皆|全部)(?:[为是系])?(?:因为?|由于)?|(?:[为是系]|因为?|由于|(?=属|涉)))(?P<words>[^，。;()\d]{3,30})"
)
#: All of what was just counted, in brackets behind it: 不同意公开2件[（均涉及商业秘密）].
ALL_IN_BRACKETS = re.compile(r"\((?:均|都|皆|全部)(?:为|系|是)?(?P<words>[^()，。;,]{2,30})\)")
#: Who applied, or by which way, and nothing else: 收到申请1件[（自然人申请）], 收到申请3件[（信函）].
APPLIED_IN_BRACKETS = re.compile(r"\((?!含|包|其|除|不|非)(?:申请人)?(?:均|都|皆|全部)?(?P<words>[^()，。;,、\d]{2,16})\)")
#: The reason of it, and nothing else: 不同意公开1件[（原因是涉及商业秘密）].
REASON_IN_BRACKETS = re.compile(r"\((?:(?:原因|理由)(?:均?[为是系]|:)|因[为是]?|[为系是])?(?!主要|多)(?P<words>[^()，。;,]{3,30})\)")
