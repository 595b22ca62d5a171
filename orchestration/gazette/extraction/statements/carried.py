"""Figures without a head of their own: …亿元，增长2.8%; …62家、总数186家; 分别增加8个、15亿元."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.context import Context, Finding
from orchestration.gazette.extraction.statements.joined import is_indicator, split_joined
from orchestration.gazette.extraction.statements.owners import YIELD, owned, owner_before, subject_of, without_measure
from orchestration.gazette.extraction.statements.trimming import trim_tail
from orchestration.gazette.extraction.statements.words import (
    BARE,
    BUILDS,
    GENERIC,
    GROWS,
    RAISES,
    REACHES,
    SHRINKS,
    STAGES,
)
from orchestration.gazette.language.quantities import Quantity, in_list

# Segments that only say how the figure before compares, and leave its head in force.
_RANKS = re.compile(
    r"[（(]?(?:居|位居|位列|名列|排|增速|增幅|创|高于|快于|优于|好于|低于|同比|其中$|扣除|按|剔除|跃居|稳居|比|较|连续|继续|均|总量|占|分列|分居|首次|列|超)"
)
# A segment without a figure that has a subject of its own: 社会消费品零售总额稳步回升，增长8%.
_SUBJECT = re.compile(
    r"(?P<head>[^，。；：]{2,24}?)(?:稳步|持续|平稳|增幅|涨幅|降幅|保持|快速|总体|较快|居(?![民住委家])|位居|排名|取得|提前|超额|翻了|突破|超|实现|达|增长|增速|继续|不断|明显|显著|再|创|首次|跃居|稳中|"
    r"由负|扭转|摆脱|走出|从无到有|从零|连跨|连续|迈[上过]|跨[上越过]|越过|跃上|站上|同比(?:持平|[增上下降])|与(?:上年|去年)|实际|较|比|按(?=可比|现行|现价|不变|同口径)|进一步|大幅|稳定|止跌|在(?![建线校编岗职])|$)"
)
_HEADING_LINE = re.compile(r"[一-龥“”]{4,24}(?:建设|改造|提升|工程|整治|治理|项目|行动|修复|保障|服务|能力)")
_OF_WORKS = frozenset("投资 完成投资 总投资 计划投资 开工率 竣工率 投产率 投资完成率 到位资金".split())
# A sentence that goes on with the works of the one before says until when.
_GOES_ON = re.compile(
    "截[至止]|目前|今年|全年|累计|[上下]半年|[一二三四]季度|前[一二三四五六七八九十三]|\\d{1,2}月?[-—~～至到]\\d{1,2}月"
)
# A sentence that turns to another year: 今年的目标是, 2022年预计增长.
_TURNS = re.compile("[\n ]*(?:今年|新的一年|本年|明年|全年|(?:19|20)\\d\\d年)")
_NEAR = 16  # characters between a sentence's last figure and the one that goes on with its works
_EACH = frozenset(("均", "都", "双双", "同步"))
_SEGMENTS_BACK = 4
_RATES = ("率", "比例", "比重", "占比")
_SPEEDS = ("增速", "增幅", "涨幅", "降幅")
_NUMBERS = ("数", "量", "额", "面积", "里程")
_NAME_LENGTH = 21  # with its quotation marks
_TWINS = {
    "支出": "收入",
    "收入": "支出",
    "贷款余额": "存款余额",
    "存款余额": "贷款余额",
    "进口": "出口",
    "出口": "进口",
}
_DISTANCES = ("超全", "高于", "低于", "快于", "慢于", "高出", "低出", "好于", "优于")
_DISTANCE_END = re.compile("(?<=..)(?:高于|低于|快于|慢于|高出|低出|好于|优于).*$")
_DISTANCE = re.compile("高于|低于|快于|慢于|高出|低出|好于|优于")
_OF_WHOLE = frozenset(("完成", "占"))
_SUMS = re.compile("总?(?:协议|合同|签约|计划|概算|到位|引资)*(?:资金|金额)$")
_TOTALS = ("总数", "总量", "总里程", "总数量")
_NEWLY = re.compile(r"^(?:新增|净增|新发展|新引进|新培育|新认定|新建|创建|培育|引进)")
_ADDED = re.compile("^(?:新增|净增|新发展|新培育|新认定|新登记|新设立)(?=..)")
_HANDLED = re.compile(r"^(?:办理|办结|受理|答复|培训|改造|治理|抽检|检查)(?=[\u4e00-\u9fff]{2})")
_INVESTED = re.compile(
    r"(?<=..)(?:(?:年度|计划)*(?:总投资|计划投资|年度投资)额?(?:概算|估算|预算)?|投资额|投资总额|投资概算)$"
)
_STAGE_END = re.compile(
    r"(?:(?<=项目|工程)建设|施工|销售|新开工|开工|新建|续建|改扩建|改建|扩建|启动|签约|竣工|投产|入库|完成投资|建成|完工|通车|铺筑|开复工)$"
)
# Measures of a thing, not shares of its other measure: they take the place of the one before.
_OF_ITS_OWN = (GENERIC | BARE) - frozenset(
    "占 级 其他 前列 占比 比重 比例 增幅 增速 涨幅 降幅 总量 总数 存量 增量 合计 累计 在建 建成 开工 改造 新建 平均 年均 综合 覆盖 首位 总投资 完成投资 投资 投资额 总投资额 资金 "
    "完成率 增长速度 同口径 标准 水平 缺口 余额 完成投资 到位资金 实到资金 开工率 竣工率 投产率 投资完成率 办结率 满意率 入住率 单价 均价".split()
)


def carried(
    context: Context, group: list[Quantity], own: str, words: tuple[str, ...], left: int
) -> list[Finding] | None:
    """Findings whose heads come from before; ``own`` are the few words they add (总数, 占…). None where nothing holds."""
    start = context.quote_start(left, group[0])
    last = context.last
    if last is not None and own in BUILDS - STAGES and context.text.find(own, last.start, last.quantity.start) >= 0:
        own = ""  # 新建学校10所，今年新建20所: of the same
    apart = "分别" in words
    if len(group) > 1:
        heads = _subjects_before(context, left, len(group)) if apart else None
        if heads is None and len(context.done) >= len(group) and not (apart and _cuts_list(context, len(group))):
            heads = [finding.held for finding in context.done[-len(group) :]]
            if apart and len(set(heads)) < len(group):
                # 收入由44亿元增加到144亿元，支出由26亿元增加到80亿元，分别增长…: the old values count for nothing
                told = list(dict.fromkeys(finding.held for finding in reversed(context.done)))[: len(group)]
                heads = told[::-1] if len(told) == len(group) else heads
            if not apart and len(set(heads)) < len(group):
                heads = None
        if heads is not None:
            return [
                Finding(q, with_own(head, own), start, q.end, words, rule="carried_list")
                for q, head in zip(group, heads, strict=True)
            ]
        if apart:
            return None
    if not own and len(group) == 1 and any(word in _EACH for word in words) and (each := _listed_before(context, left)):
        return [Finding(group[0], one, start, group[0].end, words, rule="carried_list") for one in each]
    head = _source(context, left, own)
    if head is None and own:
        head = owner_before(context, own, group[0], left) or None
    if head is None:
        head = _works_of_sentence_before(context, left, own)
    if head is None and not own:
        head = _grown_in_sentence_before(context, group[0], words, left)
        if head is not None and context.before_sentence is not None:
            words = (*words, *(word for word in context.before_sentence.words if word in GROWS))
    if head is None:
        head = _named_before(context, left) or (_line_above(context, left) if own in _OF_ITS_OWN | {"投资"} else None)
        if (
            head is None
            and (len(own) < 4 or own.startswith(("占", *_DISTANCES)))
            and not (is_indicator(own) and own.endswith(("率", "量", "值")))
        ):
            return None
    head = _of_kind(head, group[0])
    if head is None and not own:
        return None
    grew = context.last is not None and any(word in GROWS for word in context.last.words)
    if grew and head is not None and own.startswith(_DISTANCES) and not head.endswith(("增速", "增幅", "涨幅")):
        head += "增速"  # 增长5%、低于全国0.3个百分点
    if context.last is not None and context.last.silent:
        words = (*words, *context.last.words)  # 增长速度由4.4%提高到10%
    if head is not None and not own and _is_whole_of_added(context, group[0], words):
        head = _ADDED.sub("", head)
    base = head
    if head is not None and not own and group[0].dimension == "points" and not head.endswith(_SPEEDS):
        head += next((word for word in words if word in _SPEEDS), "") or _speed(context, head, words)
    if head is not None and "占" in head[2:] and not own and _is_no_share(group[0], words):
        head = head[: head.rindex("占")]  # 增加值占全市66%，同比增长9%
    alike = context.last is not None and group[0].unit == context.last.quantity.unit and group[0].unit == "%"
    of_plan = any(word.endswith("的") or word in _OF_WHOLE for word in words)  # 增长18%，完成年度计划的48%
    if not own and context.last is not None and alike and grew and not _moves(words) and not of_plan:
        words = (*words, *(word for word in context.last.words if word in GROWS))  # 增长13%，力争达到15%
    if own == "投资" and context.text.find("完成投资", left, group[0].start) >= 0:
        own = "完成投资"
    # 增速高于全市0.3个百分点, 增速回落1个百分点: what follows is of the thing itself.
    carry = base if base != head or _DISTANCE.search(own) is not None else None
    return [Finding(q, with_own(head or "", own), start, q.end, words, rule="carried", carry=carry) for q in group]


def _speed(context: Context, head: str, words: tuple[str, ...]) -> str:
    """What changes by points behind a growth: 增长4%，比上月回落1个百分点 is of the 增速; 下降4%，收窄1个百分点 of the 降幅."""
    last = context.last
    if last is None or last.quantity.dimension != "ratio" or head.endswith(_RATES) or not _moves(words):
        return ""
    if any(word in SHRINKS for word in last.words):
        return "降幅" if any(word.startswith(("收窄", "扩大")) for word in words) else "增速"
    return "增速" if any(word in GROWS for word in last.words) else ""


def _is_no_share(quantity: Quantity, words: tuple[str, ...]) -> bool:
    """Whether a figure behind a share is of what has the share: its growth or its amount."""
    return quantity.dimension == "money" or (quantity.dimension == "ratio" and any(word in GROWS for word in words))


def _is_whole_of_added(context: Context, quantity: Quantity, words: tuple[str, ...]) -> bool:
    """Whether a figure is how many there are with those added before it: 新增高新技术企业20家，达到100家."""
    last = context.last
    if last is None or last.quantity.unit != quantity.unit or not last.quantity.value < quantity.value:
        return False
    return any(word in REACHES for word in words)


def _cuts_list(context: Context, number: int) -> bool:
    """Whether the last so many figures are only the end of a longer list: which of its heads are meant cannot be told."""
    if len(context.done) <= number:
        return False
    before, first = context.done[-number - 1].quantity, context.done[-number].quantity
    return before is not first and in_list(context.text, before, first)


def _moves(words: tuple[str, ...]) -> bool:
    return any(word in GROWS or word in SHRINKS or word in RAISES for word in words)


def _of_kind(head: str | None, quantity: Quantity) -> str | None:
    """A carried rate is none of what is no ratio: 优良天数比例90%、增加13天 is of the 优良天数; 合格率98%，增加2家 of nothing."""
    if (
        head is None
        or quantity.dimension in ("ratio", "points", "rate")
        or not head.endswith(_RATES)
        or head.endswith("生产率")
    ):
        return head
    short = head.removesuffix("比例")
    return short if short != head and short.endswith(_NUMBERS) else None


def with_own(head: str, own: str) -> str:
    """A carried head with the few words the figure has of its own: …、总数186家; …收入2.3%、支出…."""
    own = own.removeprefix("其中")
    if not own or head.endswith(own) or (own in BUILDS - STAGES and head.startswith(own)):
        return head
    if own.startswith("占") and "占" in head:
        return head[: head.rindex("占")] + own
    if own == "人均":
        return head if head.startswith(own) else own + head  # 总值达到20亿元，人均达到4382元
    twin = _TWINS.get(own)
    if twin is not None and head.endswith(twin):
        return head[: -len(twin)] + own
    if own.endswith("率"):
        head = _HANDLED.sub("", head)  # 办理提案20件，满意率100%
    if own == "总产":
        head = YIELD.sub("", head.partition("、")[0])  # 粮食面积、单产实现双增，总产达14亿斤
    if own.startswith(_DISTANCES):
        head = _DISTANCE_END.sub("", head)  # 增幅高于全市8个百分点，高于全省4个百分点
    if own.endswith("资金"):
        head = _SUMS.sub("", head)  # 总协议资金148亿元，到位资金12亿元
    if own in _TOTALS:
        head = _NEWLY.sub("", head)  # 新增上市公司62家、总数186家
    if own in _OF_ITS_OWN:
        head = without_measure(YIELD.sub("", _NEWLY.sub("", head)))  # 新能源投资增长70%、装机规模增长38%
    if own.endswith("投资") and not own.startswith("占"):
        head = _STAGE_END.sub("", without_measure(_INVESTED.sub("", head)))  # 重点项目总投资92亿元，完成投资28亿元
    if own.endswith("面积") and own.removesuffix("面积") in STAGES:
        head = _STAGE_END.sub("", head.removesuffix("面积"))
    if own in STAGES:
        head = _STAGE_END.sub("", without_measure(_INVESTED.sub("", head)))  # 重大项目开工390个、竣工437个
    return owned(head, own)


def _source(context: Context, left: int, own: str = "") -> str | None:
    """The head that holds at an offset: of the segment before, unless a figureless one in between has its own."""
    last = context.last
    text = context.text
    sentence_start, _ = context.layout.sentence(left)
    at = left
    for _ in range(_SEGMENTS_BACK):
        start = context.layout.segment(at - 1)[0] if at else 0
        stop = at
        while stop > start and text[stop - 1] in "，：； 　":
            stop -= 1
        if last is not None and start <= last.quantity.start:
            return last.held
        if start < sentence_start or stop <= start:
            break
        if _RANKS.match(text, start, stop) is None:
            match = _SUBJECT.match(text, start, stop)
            if match is not None:
                head = context.head(start, trim_tail(text, start, match.end("head")).end)
                head = head.removesuffix("万元").removesuffix("亿元")  # 工业产值万元，同比增长20%: its figure was lost
                if is_indicator(head.partition("（")[0]) or head.endswith("数"):  # 地区生产总值（GDP）突破千亿大关
                    return head
                subject = subject_of(context, start, stop) if own and last is None else ""
                if subject:
                    return subject
            return None if last is None or stop - start > 12 else last.held
        at = start
    return last.held if last is not None else None


def _subjects_before(context: Context, left: int, number: int) -> list[str] | None:
    """Joined subjects of a figureless segment just before (A、B从无到有，分别达2个、3个)."""
    start, _ = context.layout.segment(max(0, left - 1))
    last = context.last
    if start < context.layout.sentence(left)[0] or (last is not None and last.quantity.start >= start):
        return None
    match = _SUBJECT.match(context.text, start, max(start, left - 1))
    if match is None:
        return None
    heads = split_joined(context.head(start, match.end("head")))
    return heads if len(heads) == number else None


def _line_above(context: Context, left: int) -> str | None:
    """A line of its own without a mark, under which a figure opens the text: the works it heads (完成投资5亿元)."""
    text = context.layout.text
    start = text.rfind("\n", 0, left) + 1
    if start == 0 or context.before_marks(left) > start or text[start:left].strip("，、：； "):
        return None
    line = text[text.rfind("\n", 0, start - 1) + 1 : start - 1].strip()
    return line if _HEADING_LINE.fullmatch(line) else None


def _listed_before(context: Context, left: int) -> list[str]:
    """The heads of the list that ends right before an offset (A12320元、B6080元，均增长12.5%; A达到95%，B达到99%，均提高2个百分点);
    empty where none does.
    """
    done = context.done
    if not done or context.text[done[-1].quantity.end : left] != "，":
        return []
    first = len(done) - 1
    while first and context.text.startswith("、", done[first - 1].quantity.end):
        first -= 1
    if first == len(done) - 1:
        unit = done[first].quantity.unit
        while (
            first
            and done[first - 1].quantity.unit == unit
            and context.text.startswith("，", done[first - 1].quantity.end)
        ):
            first -= 1
    heads = [one.held for one in done[first:]]
    return heads if len(heads) > 1 and len(set(heads)) == len(heads) else []


def _works_of_sentence_before(context: Context, left: int, own: str) -> str | None:
    """The works that the sentence right before counts: …安排重点项目45个。1-8月完成投资62亿元."""
    before = context.before_sentence
    if own not in _OF_WORKS or context.done or before is None or before.quantity.dimension != "count":
        return None
    begin = context.layout.sentence(left)[0]
    goes_on = _GOES_ON.match(context.text, begin) is not None and left - before.end <= _NEAR
    return before.held if goes_on and before.held.endswith(("项目", "工程")) else None


def _grown_in_sentence_before(context: Context, quantity: Quantity, words: tuple[str, ...], left: int) -> str | None:
    """What the sentence right before told the growth of: …增长8%。今年，预计增长7%; 今年的目标是7%左右."""
    before = context.before_sentence
    if before is None or context.done or quantity.dimension != "ratio" or before.quantity.dimension != "ratio":
        return None
    begin = context.layout.sentence(left)[0]
    if _TURNS.match(context.text, begin) is None or quantity.start - begin > _NEAR or not _moves(before.words):
        return None
    aimed = any("目标" in word or word in GROWS for word in words)
    return before.held if aimed and left - before.end <= _NEAR else None


def _named_before(context: Context, left: int) -> str | None:
    """A quoted name that ends the segment before: …补充医疗保险“齐惠保”，参保人数."""
    text, end = context.layout.text, context.before_marks(left)
    if not text.endswith("”", 0, end):
        return None
    begin = text.rfind("“", max(0, end - _NAME_LENGTH), end)
    if begin < 0:
        return None
    start, _ = context.layout.segment(begin)
    reached = trim_tail(text, start, begin).end
    if reached < begin:  # 粮食生产实现“九连丰”，稳定在…: of what reached it
        return context.head(start, reached) or None
    return text[begin:end]
