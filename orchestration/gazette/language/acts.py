"""The words by which this language puts a person into a post or takes one out of it.

Only words and their direction; what they govern is read by extraction.appointments.
"""

from __future__ import annotations

import re

# A text without any of these holds no act. Each begins with two characters of its own, so that re can scan for them.
CLUES = (
    "任命", "免去", "聘任", "辞去", "任免", "任职", "免职", "不再担任", "不再兼任", "自然免除", "相应终止", "委派", "辞任", "撤职", "罢免",
    "试用期", "职务", "同志任", "代理", "提名", "卸任", "选举", "补选", "委任", "推荐", "撤销", "聘请", "出任", "聘为", "选为", "推举", "接任", "辞职", "当选", "选出", "续聘", "拟任", "拟提", "接替",
    "离任", "就任", "升任", "升为", "挂职", "挂任", "调任", "转任", "改任", "晋升", "兹聘",
    "同志[为兼调]", "决定[：，:,]?[^，。：:,]{2,9}任", "宣布[：，:,]?[^，。：:,]{2,9}任", "公布[：，:,]?[^，。：:,]{2,9}任",
)  # fmt: skip
# Most texts hold many of their first characters, and few of these before the second of one.
CLUE = re.compile(
    f"[{''.join({word[0] for word in CLUES})}](?=[{''.join({word[1] for word in CLUES})}])"
    f"(?:{'|'.join(f'(?<={word[0]}){word[1:]}' for word in CLUES)})"
)

# One act word. Guards keep out what is made of the same characters: 任命书, 任命名单, 撤销处分 …
VERB = re.compile(
    r"(?=[任聘委特推提选补增宣续免撤罢解辞不卸离去终行已均都被予给先引主自])(?:"  # what any of them begins with
    r"(?P<appoint>(?:任命|聘任|续聘|委任(?!命)|特[任派](?!员|记者)|(?<=兹)聘(?=[^，。；：为]{2,9}为)|(?<![招应受返解续改竞延])聘(?![请任用为])(?=[\u4e00-\u9fff·]{2,9}(?:同志|先生|女士)(?:为|担任|任))|聘请|委派(?!驻)|推荐|提名|选举|补选|增补|推选|推举)"
    r"(?!委员会|工委|法|书|方式|制度|名单|人员|案|事项|权|制|仪式|程序|大会|文件|通知|前|后|期|工作|机关|合同|证书|办法|条件|产生|单位|表))"
    r"|(?P<announce>宣布了?(?=[\u4e00-\u9fff]{2,4}(?:$|为)))"
    r"|(?P<remove>免去|免除|(?<=被)免(?![去除职费于征疫责罚息试考遭诉])(?=[^，。；：]{3})|撤销|撤去|罢免|解聘|解除)"
    r"|(?P<resign>辞去|辞任(?!的|后|前|信|函|报告|[\u4e00-\u9fff]{0,2}[，。；]))"
    r"|(?P<cease>不再(?:担任|兼任|任(?!何))|卸任|终止(?=其[^，。；：]{0,30}任[^，。；：]{2,40}职务)|离任(?=[\u4e00-\u9fff]{2})(?![后前时的审交经])|(?<![免辞撤出前])去任(?=[\u4e00-\u9fff]{2})(?![何务免命职期后]))"
    r"|(?P<end>终止(?=[^，。；：]{2,40}试用期))"
    r"|(?P<dismiss>(?:行政)?撤职(?:处分|处理)|(?:已|均|都)?(?:被(?:予以|依法|就地|先行|先期)?|予以|给予)?(?:先行|先期)?(?:免职|(?<=被)撤职)"
    r"(?!案|权|名单|书|通知|的|后|和|前|程序|手续|决定|情况|事项|人员))"
    r"|(?P<quit>(?:引咎|主动|自愿)?辞职(?!的|信|书|报告|请求|申请|后|人员|\d)))"
)
_OF_VERBS = "任聘派荐名选补举宣免撤罢解辞再止"  # one of these characters is in each of them
OF_VERBS = re.compile(f"[{_OF_VERBS}]")
# Acts that name a post nobody but the verb's own object can hold: there a name needs its surname.
LOOSE = frozenset(
    ("聘请", "推荐", "提名", "选举", "补选", "增补", "推选", "推举", "委派", "罢免", "解除", "免除", "解聘")
)
# The verbs that say more than appoint or remove: printed in the remark.
SPECIAL = frozenset(
    (
        "委派",
        "推荐",
        "提名",
        "选举",
        "补选",
        "增补",
        "推选",
        "推举",
        "聘任",
        "续聘",
        "聘请",
        "聘",
        "撤销",
        "撤去",
        "罢免",
        "解聘",
    )
)

ACCEPT = re.compile(r"接受了?|同意了?|批准了?|准[予许]了?|通过了?(?=关于)")
# A document that says so has passed the resignations it tells as offered.
PASSED = re.compile(
    r"(?:通过|接受|同意|批准)[^。\n]{0,40}(?:辞职|辞去|辞呈|人事任免|任免案|任免事项|请求)|辞职\d+人|(?:请求|申请|辞呈)(?:已经?|均)?[被获](?:接受|批准|同意)"
)
# A motion that was passed: 表决通过了关于任命A为X的议案.
CARRIED = re.compile(r"通过|批准|表决")
# A motion rather than a decision: 提请任命, 拟任命; not 根据市长的提请，决定任命.
MOTION = re.compile(r"提请|提名(?=任命|免去|$)|提议|建议|(?<![草虚模比])拟(?!定)")
ON_MOTION = re.compile(r"(?:根据|按照|依照|依据|经)[^，。；]{0,40}?(?:提请|建议|提名|提议)")

# The words that join a person to the post taken up, longest first.
LINK = re.compile("继续担任|兼任|担任|出任|代理|作为|任|为|兼")
# 任免, 任命, 任务 … are other words than 任.
# 出任, 担任 …: the character before belongs to the link, not to the name.
PART_OF_LINK = frozenset("出接就兼担连离卸去现已曾时原")
NOT_A_LINK = re.compile(r"任[免命务期职何意由过]|担任过")
# What a person-first clause may use: 王静任…, 王静代理….
PERSON_FIRST = re.compile(
    r"(?=[调被获受再续接挂出当兼担代转改履就任])"  # what any of them begins with
    r"(?:调(?=[\u4e00-\u9fff]{2,16}任)|被任命为|[被获受]聘任?(?:为|(?=担任))|被(?:推选|推举|选举|选)为|(?:再度|再次|续)?获(?:委任|续任|任命)(?:为|(?=担任))|接任|挂职(?:担任|任)|挂任|出任|获任|当选为?|兼任|担任|代理|调任|转任|改任|履新(?!之?[前后的])|(?<!曾)就任(?!之?[前后]|的|期间|仪式)|(?<![现已原时所历前曾获接续留就离卸])任(?![免命务期职何意由]))"
)
# What is only announced beforehand: 拟任, 拟提名为.
PROPOSED = re.compile(
    r"拟(?:任(?![命免职务期])|兼任|转任|调任|继续担任|担任|提名为?|提拔(?:为|任)?|推荐为?|晋升为?|聘任为|进一步使用为?)"
)
# The votes a person was elected with, before 当选.
BALLOT = re.compile(r"(?:以(?:[^，。；]{0,10}票(?:数|的?(?:高票|赞成票|得票))?|绝对多数|高票)|全票|高票|依法)$")
# What lays the acts that follow before somebody else: 现提请：任命A为X.
LAYS_BEFORE = re.compile(r"(?P<word>提请|提出)[^，。；：]{0,20}：\s*$")
DECIDES = re.compile(r"(?:决定|通过)：?\s*$")
# The same without a person printed: the subject of the clause before.
SUBJECT_FIRST = re.compile(
    r"(?:并|同时|且|分别|正式|跨(?:公司|集团|省|市|区|界|行业))?(?:调(?=[\u4e00-\u9fff]{2,16}任)|兼任|兼|出任|调任|转任|改任|任(?![免命务期职何意由]))"
)

# Who goes somewhere, before the clause that says as what: 派A到X县挂职，任…; A南下，调任….
LEAVES_FOR = re.compile(
    r"^(?:选派|下派|委派|派)?(?P<who>[^，。；：]{2,40}?)(?:到|赴|南下|北上|西行|跨省|进京|离京|接替)(?![会场位席])"
)

# What lapses by itself or with another post.
LAPSE = re.compile(
    r"[也亦同一自相随即](?:"  # first, so that re can scan for it
    r"(?:(?:(?<=[也亦])|(?<=同)时|(?<=一)并)(?:自然|自行|自动|相应|随之|即行)|(?<=自)[然行动]|(?<=相)应|(?<=随)之|(?<=即)行)"
    r"(?:免除|终止|解除|撤销|免去|取消)"
    r"|(?<=职务同)时(?:免除|免去|终止)(?=[，。；：）]|$))"
)

# What any clause holds that tells an act by a word of its own: a verb, ACCEPT, PROPOSED, LAPSE or PENALTY, or the words
# for who succeeds whom, rises, or is elected. Most clauses go on with names and posts and hold none.
TELLS = re.compile(f"[{_OF_VERBS}受意准过拟除销去消察警降诫替升]")

# A clause that tells a life rather than states an act.
CAREER = re.compile(
    r"据公开|公开报道|公开简历|目前|官网|历任|曾任|曾经|曾(?:当选|被|获|兼)|曾担任|曾在|先后|时任|此前|之(?<![天日周]之)(?<!召开之)前|现任|现在的职务|简历|出生|毕业|参加工作|入党|以来|开始|期间|任上(?=[，。、调])|履历|担任过|任过|据传|传闻|传(?=[\u4e00-\u9fff]{2,3}[任为])|有望|可望|或将|接替|随即|升任(?![，。、不的])|后任|退休前"
)
# 接替B任X tells an act, but 曾接替B任X a life; 现任X局长A将出任Y what is to come.
NO_CAREER = re.compile(r"(?<![后曾前])接替[\u4e00-\u9fff·]{2,16}，?[出担接]?任|现任[^，。；：]{4,30}(?<!即)即?将")
PENALTY = re.compile(
    r"留党察看|开除党籍|开除|党内(?:严重)?警告|严重警告|行政(?:警告|记过|记大过|降级|撤职)|警告|记大过|记过|降级|撤职|诫勉"
)
