"""What is a quantity and still no statement: thresholds, standing rules, names, durations, descriptors."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.layout import Layout
from orchestration.gazette.extraction.statements.thresholds import is_threshold
from orchestration.gazette.language.articles import is_set_in_articles
from orchestration.gazette.language.quantities import Quantity

# Documents of rules state parameters, not aims; land-supply plans state areas that are a family of their own.
_RULES = re.compile(
    r"办法|规定|细则|修正案|的解释|(?<!执行)(?<!达到)(?<!节能)标准(?=[ （(]|$)|条例|预案|待遇|收费|目录|名单|任免|任命|职务|规程|守则|章程|标准的通知|奖补政策|管理制度|(?:保险|医保|社保|救助)[^，。]{0,20}(?:政策|标准)"
)
_LAND_PLAN = re.compile(r"(?:用地|土地)[^，。]{0,8}(?:供应|出让|储备)[^，。]{0,6}计划|供地计划|供应计划")

_LAND_WORDS = ("用地", "供地", "地块", "宗地", "土地出让")
_CHARACTERS_A_LAND_WORD = 60
_REACH = 120  # characters on each side within which the rest of a segment still speaks of a figure

_AFTER_NAME = re.compile(
    r"级(?!别的?增)|强(?![化大度])|型|版|式|制(?![定造作止约度裁])|(?:次|届)?(?:会议|全会|党代会|人代会)|年代|周年|世纪|岁以|以后|前后|工作日|"
    r"号(?!召)|小时|分钟|(?:当场|不幸)?(?:死亡|遇难|受伤|轻伤|重伤|失联|失踪|被困|伤亡)(?=[，。；、])"
)
_DESCRIBES = re.compile(
    r"(?:年产|日产|年处理|日处理|年加工|时速|净重|单机|单体|库容|占地|占地约|占地面积|建筑面积|(?<!增)长|(?<!拓)宽|(?<![提新])高(?!达)|(?<![加])深|直径|全长|总长|(?<!增)(?<!增加)注册资[本金]|每年每人|方圆|周边|半径|海拔|"
    r"设计时速|满足|相当于|折合|每|每人每[年月]|(?<!率)每人|每户|每亩|每吨|每个|每平方米|单价|面值)(?:约|达|为|超过|超|近)?$"
)
_DESCRIBES_LENGTH = 10
_DESCRIBES_END = frozenset("本圆产理工速净重机体容地积长宽高深径金人周边半拔足于合每户亩吨个米价值约达为过超近月年")
_PER_HEAD = re.compile(r"人均[^，。；、]{0,10}面积[^，。；、]{0,6}$")  # an indicator, not the size of a thing
# What a thing is like is an indicator where it is what was built, sold or put in: 新建建筑面积6500万平方米, …、注册资本3亿元.
_OWN_SIZE = re.compile(
    r"(?:新建|竣工|施工|开工|销售|改造|完成|建成|成交)[^，。；、]{0,8}建筑面积(?:达|为|超)?$|[、，](?:实有)?注册资[本金](?:达|为|超)?$"
)
_YIELD = re.compile(r"(?:单产|亩产|产量)[^，。；、]{0,4}每(?:亩|公顷)(?:约|达|为|超过|超|近)?$")
_AROUND = ("周边", "方圆", "半径")
# Parameters of standing rules: money, rates and terms, never counts of works.
_GRANTED = r"[^，。；]{0,24}(?:奖励|补助|补贴|奖补|激励|支持|配套)"
_RULE_SEGMENT = re.compile(
    r"起付|报销(?:比例|限额|标准|[^，。；]{0,4}%)|限额(?!以)|缴费(?:比例|基数|标准)|费率|税率|征收率|收费标准|罚款|处以|最高不超过|"
    rf"给予{_GRANTED}|按照?{_GRANTED}|奖励{_GRANTED}|补助{_GRANTED}|补贴{_GRANTED}|"
    r"每人补贴|利率|首付|公积金贷款|满分|未达到|工作日|小时内|分钟内|"
    r"税前|抵扣|加计扣除|扣除比例|持股|质押|违约|滞纳|扣减|罚金|有期徒刑|现金红利|派息|每股"
)
_ATTENDANCE = re.compile(
    r"(?:人大)?(?:代表|委员)[^，。；]{0,4}(?:听取|审议|票决|投票|差额)|参加(?:了)?会议|应到|实到|出席|缺席|汇聚一堂|到会|列席|旁听|票数|赞成|代表(?:名额)?(?:共|为|有|共有)?\d+名|\d+余?名(?:正式|人大|党|[市县区省]){0,3}(?:人大)?代表|(?:陆续|相继|集中|先后|均已?)(?:开幕|闭幕|召开|落幕)"
)
_ISSUED = re.compile(r"(?:出台|推出|发布|制定|印发)[^，。；、\d]{2,16}(?<!政策)(?<!措施)(?<!举措)(?<!意见)(?<!线路)$")
# 在16个合作社中，…; 86个贫困村实施的搬迁1427户: where, not what.
_SETTING = re.compile(r"[^，。；、\d]{2,16}[中里内]，|[^，。；、\d]{1,8}(?P<does>实施|开展)的")
_PERSONS = frozenset(("名", "位", "支", "余名", "人"))
_HARMS = ("造成", "造成至少", "导致", "致")
# 2000名建设者奋战在一线: who is at work, not what was reached.
_ACTING = re.compile(
    r"[^，。；、\d]{0,16}(?:正在|深入|分赴|身着|身穿|步入|参加|出席|前往|奋战|忙碌|坚守|奔赴|齐聚|云集|走进|来到|驻守|值守|昼夜)"
)
# 排名比去年同期提升3位: how far in a ranking.
_MOVED_RANK = re.compile(r"(?:提升|前移|上升|下降|前进|后移|提高|跃升|进步|攀升|下滑|退后|跃居|升|进)了?$")
# What a page counts of its own readers: 评论0条, 0人参与.
_READERS = re.compile(r"(?:评论|阅读|浏览|点击|点赞|转发|收藏)(?:量|数|次数)?[：:（(]?$")
_READERS_END = frozenset("论读览击赞发藏量数：:（(")
_BY = ("按", "以", "依")
_BY_RATIO = re.compile(
    r"(?:按照?|以|依|按(?![需期时]|增长|下降)[^，。；]{0,20}(?<![率比重达到至为超过长降升加少]))(?:不低于|不高于|不超过|不少于|约|的)?$"
)
_PER_RATIO = re.compile(
    r"^的(?:[^，。；]{0,6})(?:标准|比例|报销|税率|利率|幅度|价格|概率|贴息)|^的?(?:企业|个人)?(?:所得税|关税|增值税|税率|优惠)"
)
_BUILT_BY_RATIO = re.compile(r"的[^，。；]{0,6}(?:标准|比例)(?:建设|新建|配建|建成|配置|设置)")
_THIS_YEAR = re.compile(r"年内|今年|本年")
_ABSTRACT = re.compile(
    r"^的?(?:年度|总体|既定|预期|控制|计划)*(?:目标|任务|要求|底线|红线|标准|上限|下限|限值|警戒|时限|区间)"
)
_COUNTS_WORDS = re.compile(
    r"件?事(?=[，。；])|[关大]?数[字据]|[^，。；、\d]{0,10}实事(?:项目|工程)?(?:名单|清单)?(?:：|，?分别|，?如下|，?包括|，?即|\n|$)|[^，。；、\d]{0,6}指标|[^，。；、\d]{0,4}(?:维度|方面|任务举措|重点任务|环节|层面|部分|板块)(?:[，。；、：]|$)|[^，。；、]{0,6}(?:台阶|大关|关口)|方面"
)
_MORE_STEPS = re.compile(
    r"(?:[、和][\d.]+[千百万亿]+元?)+[两三四五](?:大|个)[^，。；、]{0,6}(?:台阶|大关|关口)"
)  # the last holds
_PROMISED = (
    "实事",
    "实事项目",
    "实事项目为",
    "实事项目共",
    "实事项目有",
    "实事为",
    "实事共",
)  # their number heads a list
_LIST_FOLLOWS = re.compile(r"：|，?分别|，?如下|，?包括|，?即|\n|$")
_HONOURED = re.compile(r"(?:获|入选|蝉联|被|居|位列|登上|上榜|荣|排名|亮相|受到|夺得|刷新)")
_TORN = re.compile(
    r"[，。、；]{1,2}(?:以内|以上|以下|左右)(?=[，。；、！\n]|$)|\n(?:以内|以上|以下|左右)(?=[一-龥，。；])"
)  # what the figure's bound was torn from: not certain
_TORN_DIGITS = re.compile(r"[一-龥]\d[\d.]* $")
_DIGITS_REACH = 10
_TORN_SECOND = "以左，。、；"
_ELECTED = re.compile(r"当选为|担任|出任")
_OF_LEADER = re.compile(r"总书记[^。；]{0,60}$")  # 3次亲临考察, 2次回信: not what the government did
# 在294个城市中排名第一, 169个城市空气质量后20名: among how many, not how many.
_RANKED_AMONG = re.compile(
    r"[^，。；、\d]{2,16}(?:中|里)?(?:排名|位居|位列|列|居)第?[一二三四五六七八九十首\d]|[^，。；、\d]{2,16}[前后]\d+[名位]|[^，。；、\d]{1,16}(?:之中|之列|之一)|[^，。；、\d]{1,12}(?:排名|排行|评比|考核)中"
)
_RANKED = re.compile(r"(?:排名|位次|名次|排位)[^，。；]{0,14}$|位[居列][^，。；\d]{0,6}$")
# 某集团10亿元整车生产基地项目落户: how large a project is.
_OF_COMPANY = re.compile(r"(?:集团|公司|企业|股份|科技|控股|实业|[，、][\u4e00-\u9fff]{4})$")
_COMPANY_PROJECT = re.compile(
    r"[^，。；、\d的]{2,16}(?:基地|项目|生产线|产业园|工厂)(?:等|[，。；、]|[落签开投建动竣])"
)
# 超额完成1万套的年度目标任务: the aim that was surpassed, told with what was reached.
_OWN_AIM = re.compile(r"的(?:全年|年度|年初|预定|既定|原定)+(?:确定的)?(?:工作)?(?:目标|任务|计划)")
_STILL_TO_DO = re.compile("确保|力争|努力|争取|必须|保证|提出|确定|围绕|按照")
_AIMS = ("计划", "目标", "任务")
_COMPLETES = re.compile(r"(?:完成|超额|实现)了?(?:全年|年度|年初|既定)?的?$")
_OLD_AIM = re.compile(
    r"比[^，。；\d]{0,14}(?:目标|计划|任务)(?:值|数)?的?$"
)  # 比“十五”计划目标3000亿元超过…: what was aimed at
# 在前期43个项目开工的基础上，再…: what is already there.
_ON_BASIS = re.compile(r"[^，。；]{0,30}基础上")
_IN = re.compile(r"在[^，。；]*$")
# 与去年提出的总值增长9%相比: what this is held against.
_HELD_AGAINST = re.compile(r"[与和同跟][^，。；]{2,36}$")
_COLLOQUIAL_POINTS = re.compile("多?点(?![一-龥])")  # 相差1个多点
_WITHIN_REACH = re.compile(r"(?:范围|半径|距离)(?:之?内|以内)?")  # 县城30公里范围内: how far, not how much
_HOUR = re.compile(r"日 ?\d{1,2}[:：]$")
_PROMISES = re.compile("[^，。；、\\d]{0,6}实事")
_PARTED = re.compile("分(?:为|成)?了?$")
_GROUPS = re.compile(
    "(?:[^，。；、\\d]{0,4}小?组|批次?|阶段|步|路)(?![一-龥]{0,4}(?:建成|完工))"
)  # 分为5个小组检查: how something was gone about
_BASE_OF_RULE = re.compile(r"为(?:计算)?基数")
_OPERATORS = ("×", "÷", "＝", "=", "＊", "*")
# 由主任1人、委员7人组成: how a body is made up.
_MADE_UP = re.compile(
    r"(?:主任(?:委员)?|主席|理事长?|会长|组长|召集人|委员|组成人员|成员|监事长?|秘书长)(?:各|共|有|为|共有)?(?:不超过|不少于|至少)?$"
)
_CODED = re.compile(r"(?:字符|编码|代码|号码|账号|序号)(?:共|为|有|由)?$")
_PEOPLE = re.compile(r"[^，。；、]{0,6}(?:儿女|人民|干部群众|父老|市民一)")
# Units of what a thing is like, never of what is to be reached.
_DESCRIPTIVE = frozenset(("千伏", "伏", "分钟", "毫米", "厘米", "纳米", "E", "度"))
_FIT_KINDS = frozenset(("ratio", "points", "money"))  # no unit of these is of the wrong kind
# Held or met so many times, or only the number of a session: 举办4届博览会, 完成40期培训, but 第3届, 连续3届.
_SESSIONS = frozenset(("届", "期", "轮"))
_HELD = re.compile(r"(?:举办|承办|主办|举行|召开|办好|连办|完成|开展|应对|抵御|战胜|组织)(?:了|过)?[^，。；]{0,30}$")
_OF_ASSEMBLY = re.compile(r"[^，。；、\d]{0,6}(?:人大|人民代表|政协|党代|[一二三四五六七八九十\d]{1,2}[次中]全?会)")
_LAID = re.compile(
    r"(?:管线|管网|管道|道路|渠道?|沟|堤|堤防|护岸|围墙|步道|线路|电缆|光缆|路面|墙|廊|桥|隧道|河道|巷道|栏|带|路)[^，。；、\d]{0,8}$"
)
_LEAST_LENGTH = 100  # metres; what is shorter is the size of a thing
_LIFE = re.compile(r"寿命[^，。；]{0,26}$")
_DAYS = re.compile(
    r"(?:天数|优良天|好天)[^，。；]{0,14}(?:\d天，(?:同比|[比较][^，。；\d]{1,8})?(?:增加|减少|多|少)了?)?$"
)
_MEAN_TIME = re.compile(
    r"平均(?:[^，。；、]{0,10}(?:时间|时长|天数)[^，。；、]{0,8}|(?:居住|停留|逗留|住院|等待)[^，。；、]{0,2})$"
)
_SCHOOLING = re.compile(
    r"年限(?:[由从自][^，。；]{2,20}[至到为](?:20\d\d年的)?|分别[^，。；]{0,36}|[^，。；]{0,14})$|分别[^，。；]{0,30}%[^，。；]{0,6}和$"
)


def is_rule_document(title: str, text: str) -> bool:
    """Whether a document is one of standing rules, a list or a set of appointments: by its title, or set in articles."""
    return _RULES.search(title) is not None or is_set_in_articles(text)


def is_land_document(title: str, text: str) -> bool:
    """Whether a document is about the supply of land: its areas and their shares are a family of their own."""
    if _LAND_PLAN.search(title) is not None:
        return True
    return sum(map(text.count, _LAND_WORDS)) * _CHARACTERS_A_LAND_WORD > len(text)


def states_nothing(layout: Layout, quantity: Quantity, land: bool) -> bool:
    """Whether a quantity is no statement by what stands around it."""
    text, start, end = layout.masked, quantity.start, quantity.end
    if layout.is_hidden(quantity.number_start):
        return True
    before = text[max(0, start - 40) : start]
    after = text[end : end + 40]
    # Most figures end their clause: what only words behind them can say, need not be asked of those.
    closed = after[:1] in "，。；、"
    if before.endswith("围绕"):
        return True  # 围绕21条产业链，…: what something is about
    if before.endswith(("第", "前", "每", "之", "分之", "满", "No.", "NO.")) and not before.endswith("以前"):
        return True
    if after.startswith(_AIMS) and _COMPLETES.search(before) is not None:
        return True  # 提前完成全年22万人计划: the aim, not what was reached
    if _is_reckoned(quantity, before, after) or (
        after[:1] == "的" and _OWN_AIM.match(after) is not None and _STILL_TO_DO.search(before) is None
    ):
        return True
    if "比" in before and _OLD_AIM.search(before) is not None:
        return True
    if "在" in before and _ON_BASIS.match(after) is not None and _IN.search(before) is not None:
        return True
    if after.startswith("相比") and _HELD_AGAINST.search(before) is not None:
        return True
    if not closed and _GROUPS.match(after) is not None and _PARTED.search(before) is not None:
        return True
    if quantity.unit == "个" and after[:1] in "多点" and _COLLOQUIAL_POINTS.match(after) is not None:
        return True
    if quantity.dimension == "length" and after.startswith("处") and not after.startswith("处理"):
        return True  # 尖山河31公里处: where
    if before[-1:] in ":：" and _HOUR.search(before) is not None and text[quantity.number_start :][:2].isdigit():
        return True  # 07:51
    if quantity.dimension == "length" and not closed and _WITHIN_REACH.match(after) is not None:
        return True
    if (quantity.dimension not in _FIT_KINDS and _wrong_kind(quantity, before, after)) or (
        before.endswith("后") and quantity.unit in ("名", "位")
    ):
        return True
    if after.startswith(("中唯一", "中的唯一")) or (
        after.startswith(("中，", "之中，")) and _IN.search(before) is not None
    ):
        return True  # 10人中唯一一位; 在总投资302亿元中，…
    if quantity.dimension == "count" and not closed and _RANKED_AMONG.match(after) is not None:
        return True
    if quantity.unit in ("次", "封") and _OF_LEADER.search(text, max(0, start - _REACH), start) is not None:
        return True
    if land and (quantity.dimension in ("area", "ratio") and "执行率" not in before):
        return True
    if not closed and quantity.after is None and _AFTER_NAME.match(after) is not None:
        return True
    if (
        not closed
        and quantity.dimension == "count"
        and _COUNTS_WORDS.match(after) is not None
        and "亿" not in (quantity.unit or "")
    ):
        return True
    if quantity.unit == "条" and (not after or closed) and _ISSUED.search(before) is not None:
        return True  # 出台科技创新21条: a name
    if quantity.dimension in ("count", "people") and not closed and _is_place_of(before, after):
        return True
    if quantity.unit == "类" and before.endswith(("个", "种", "项", "款")):
        return True  # 2个1类新药
    if quantity.unit == "件" and before.endswith("的") and _PROMISES.match(after) is not None:
        return True  # 明确了为民兴办的10件实事
    if before.endswith(_PROMISED) and _LIST_FOLLOWS.match(after) is not None:
        return True
    if quantity.unit in _PERSONS and (before.endswith(_HARMS) or (not closed and _ACTING.match(after) is not None)):
        return True
    if before.endswith("指标") or (
        quantity.unit == "位" and (_RANKED.search(before) is not None or _MOVED_RANK.search(before) is not None)
    ):
        return True
    if (quantity.value == 0 and after.startswith(("评论", "参与", "人参与"))) or (
        before[-1:] in _READERS_END and _READERS.search(before) is not None
    ):
        return True
    if quantity.unit in ("次", "届", "年") and _HONOURED.match(after) is not None:
        return True
    if quantity.dimension in ("count", "people") and "万" in (quantity.unit or "") and _PEOPLE.match(after) is not None:
        return True
    if (
        quantity.dimension == "money"
        and not closed
        and _COMPANY_PROJECT.match(after) is not None
        and _OF_COMPANY.search(before) is not None
    ):
        return True
    if quantity.base_unit is None and "亿" in (quantity.unit or "") and not _closes(after) and after[:2] != "资金":
        return True
    if after and is_threshold(layout, quantity, after):
        return True
    described = _DESCRIBES.search(before[-_DESCRIBES_LENGTH:]) if before[-1:] in _DESCRIBES_END else None
    if described is not None and (
        before.endswith("每立方米")  # the rest of a unit: 每立方米19微克
        or (described[0].startswith(_AROUND) and quantity.dimension not in ("length", "area"))  # 周边8000户
        or _PER_HEAD.search(before) is not None
        or _YIELD.search(before) is not None
        or (_OWN_SIZE.search(before) is not None and _closes(after))
    ):
        described = None
    if described is not None and quantity.dimension != "points":
        per_head = before.endswith(("每人每月", "每人每年")) and _closes(after) and not _is_size(before)
        if not per_head:
            return True
    if quantity.dimension == "ratio" and (
        (any(word in before for word in _BY) and _BY_RATIO.search(before)) or (not closed and _PER_RATIO.match(after))
    ):
        # 按不低于15%的比例建设 is a standing rule; with 年内 it is what this year is to bring.
        return _BUILT_BY_RATIO.match(after) is None or _THIS_YEAR.search(before) is None
    if quantity.before is not None and not closed and _ABSTRACT.match(after) is not None:
        return True
    segment_start, segment_end = layout.segment(start)
    segment_start, segment_end = max(segment_start, start - _REACH), min(segment_end, end + _REACH)
    if quantity.dimension in ("count", "people", "households", "length"):
        if quantity.dimension == "people" and _ELECTED.search(text, segment_start, segment_end) is not None:
            return True
        return _ATTENDANCE.search(text, segment_start, segment_end) is not None
    return _RULE_SEGMENT.search(text, segment_start, segment_end) is not None


def is_passed_step(layout: Layout, quantity: Quantity) -> bool:
    """Whether a figure is a step passed on the way to the one behind it (迈上4万亿元、5万亿元两个台阶): the last holds."""
    text, end = layout.masked, quantity.end
    return text.startswith(("、", "和"), end) and _MORE_STEPS.match(text, end) is not None


def figure_is_torn(layout: Layout, quantity: Quantity) -> bool:
    """Whether a figure lost the bound that belonged to it (7.2%，。以内), or digits of its own (收入18 51元): not certain, so
    not a statement.
    """
    text, end = layout.masked, quantity.end
    start = quantity.number_start
    if text[start - 1 : start] == " " and _TORN_DIGITS.search(text, max(0, start - _DIGITS_REACH), start):
        return True
    return text[end + 1 : end + 2] in _TORN_SECOND and _TORN.match(text, end) is not None


def _is_reckoned(quantity: Quantity, before: str, after: str) -> bool:
    """Whether a figure is a term of a formula (×100%), says of whom a body is made up, or how long a code is."""
    if before.endswith(_OPERATORS) or after.startswith(_OPERATORS):
        return True
    if after[:1] == "为" and _BASE_OF_RULE.match(after):
        return True
    if quantity.dimension == "people" and quantity.unit in ("人", "名", "位") and _MADE_UP.search(before):
        return True
    return quantity.unit == "位" and _CODED.search(before) is not None


def _is_place_of(before: str, after: str) -> bool:
    """Whether a count only says where or by whom something is done."""
    setting = _SETTING.match(after)
    return setting is not None and (setting["does"] is not None or "中，" in setting[0] or before.endswith("在"))


def _is_size(before: str) -> bool:
    return before.endswith(("全长", "总长", "占地", "身高", "海拔高"))


def _closes(after: str) -> bool:
    return not after or after[0] in "，。；、！\n："


def _wrong_kind(quantity: Quantity, before: str, after: str) -> bool:
    unit = quantity.unit or ""
    if quantity.dimension == "time":
        if unit in ("天", "小时", "个小时", "分钟") and _MEAN_TIME.search(before) is not None:
            return False
        if unit == "天":
            return _DAYS.search(before) is None
        if unit == "年":
            return quantity.value > 1000 or _SCHOOLING.search(before) is None
        return True
    if unit.endswith("岁"):
        return _LIFE.search(before) is None
    if quantity.dimension == "rate" and unit in ("分", "分贝"):
        return not before.endswith(("得分", "达", "为"))
    if unit == "米":
        return quantity.value < _LEAST_LENGTH or _LAID.search(before) is None
    if unit in _SESSIONS:
        if _OF_ASSEMBLY.match(after) is not None:
            return True
        return _HELD.search(before) is None or before.endswith(("连续", "第", "以来"))
    return unit in _DESCRIPTIVE
