"""The head before the figure: 地区生产总值增长7%, A、B分别增长x、y, 绿道和廊道各100公里."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from orchestration.gazette.extraction.statements.carried import carried
from orchestration.gazette.extraction.statements.clauses import last_clause, without_rank
from orchestration.gazette.extraction.statements.compared import labelled_place
from orchestration.gazette.extraction.statements.context import Context, Finding, kept_act
from orchestration.gazette.extraction.statements.joined import are_indicators, is_indicator, split_joined
from orchestration.gazette.extraction.statements.layout import REMARK
from orchestration.gazette.extraction.statements.leading import acts_before, ends_in_act, only_acts
from orchestration.gazette.extraction.statements.lists import act_of_list
from orchestration.gazette.extraction.statements.owners import narrower_before, owned, owner_before, spent_on
from orchestration.gazette.extraction.statements.parts import measure_of_part
from orchestration.gazette.extraction.statements.qualifiers import comparison, left_out
from orchestration.gazette.extraction.statements.trimming import trim_tail
from orchestration.gazette.extraction.statements.words import (
    ACTS,
    BARE,
    BUILDS,
    GENERIC,
    GROWS,
    PLACES,
    STAGES,
)
from orchestration.gazette.language.quantities import Quantity
from orchestration.gazette.lexicon.regions import is_place
from orchestration.gazette.records import Comparator

_CIRCUMSTANCES = ("情况下", "基础上", "前提下", "背景下", "因素后", "影响后")
_ADJUSTED = re.compile("(?:扣除|剔除)[^，。；、]{0,8}因素(?:影响)?")
_STAND_INS = ("答卷", "成绩单")  # the head is meant, not named
_INTRODUCED = re.compile(
    r"(?:会议|全会|报告|[市省县区州]委|政府)[^，。；、]{0,6}?(?:确定|明确|提出|制定|通过)(?:了(?=[一-龥]{4})|(?=(?:19|20)\d\d年|今年|明年|全年|全[市省县区]))|(?<!的)提出(?=今年|全年|全[市省县区]|(?:19|20)\d\d年)|(?:目标|指标|任务|结果|情况|数据|原因)(?:安排)?(?:分别|，?也?已经?(?:确定|设定|明确))?[是为]"
)
_OF_KINDS = re.compile(
    "(?P<names>[^等]{2,})等(?:[^，。；、\\d]{0,4}?(?:区域|地区|城市|行业|产业|领域))(?P<measure>[^，。；、\\d]{2,})$"
)
_AND_OTHERS = re.compile(
    r"(?P<names>[^等、]{2,}(?:、[^等、]{2,})+)等(?:[一二三四五六七八九十\d]{1,2}[项个大])?(?P<kind>(?:主要|核心)?指标|(?:产业|行业|领域|产品)[^等、\d]{0,10})$"
)
_OTHERS = re.compile("等(?!级|于|候|待|高)")
_HOW_MANY = re.compile(r"[两二三四五六七八九十][大类]")
_BARE = frozenset("项目 工程 企业 面积 道路 线路 任务 平台 基地 设施 房屋 管网 场所 机构 活动 产业 公路 铁路".split())
_POINTS_BACK = re.compile(r"(?:该|本|此)(工程|项目|行动|计划)(?:共|总)?(?=[\u4e00-\u9fff]{2})")
_COUNTED_BEFORE = re.compile(r"[^、\d]{2,12}\d[\d.]*[\u4e00-\u9fff]{1,2}(?<!强)、(?=[\u4e00-\u9fff]{2})")
_WORKS = ("项目", "工程", "改造", "建设", "整治", "治理", "行动", "计划")
_OF_ANOTHER = re.compile(
    r"(?:产值|产量|营收|收入|利润|装机)?占|惠及|覆盖|超(?:年度|时序|目标)|对.*(?:贡献[率度]|占比|比重|依存度)$"
)
_OF_THE_PLACE = ("经济总量", "投资", "利用外资", "外贸", "进出口", "发送", "运输", "地区生产总值", "营业收入", "营收")
_TIME_LEFT = re.compile(
    r"(?:预计|力争)?到|至|截[至止]|(?:其中)?(?:今年|去年|上年)?(?:[一二三四]季度|[上下]?半年|前三季度|前[一二三四五六七八九十\d]{1,2}个月|\d{1,2}月(?:份|末|当月)?|当月|本月|全年)"
    r"|“[八九十][一二三四五六七]?五”(?:时期|期间|期?末|以来)?|[一二三四五六七八九十\d]{1,2}年[间来]?"
)
_TIME_LEFT_ENDS = "到至止度年月份末期间来”"
_ONLY_PLACE = re.compile(r"[\u4e00-\u9fff]{1,5}(?<![城市郊园社小辖])[县区市旗州](?<!城市)")
_PLACE_LEAD = re.compile(r"^(?:[\u4e00-\u9fff]{1,5}?(?:[县市旗州]|(?<!地)区)(?=[\u4e00-\u9fff]{2}))+")
_LONGEST_BARE = 3  # characters of a place without 省, 市
_PARTS = frozenset(("城市", "农村", "城镇", "乡村", "市区", "县域", "城区"))
_WHOLE = re.compile("^(?:全[国省市县]|我国|全社会)")
_BY_QUARTERS = ("分季度看，", "从季度看，", "分月看，", "分月度看，")
_ARRANGED = frozenset(("安排", "预算安排", "计划安排", "资金", "安排资金"))
_ARRANGES = re.compile("(?<=支出|收入|投资|资金|经费)(?:预算|计划|拟|预期)*安排$")
# 省政府下达我市农村公路建设任务: who set it, and that it was set.
_HANDED_DOWN = re.compile(
    r"^[^，。；、]{0,14}?下达(?:给|了)?(?:[我本全][省市县区州旗]|[\u4e00-\u9fff]{2,3}[市县区州旗])?(?:的)?(?=[^的，。；、]{4})"
)
_TASK_END = re.compile(
    "(?<=建设|改造|安置|治理|整治|搬迁|造林|绿化|培训|招生|收储|收购|征收|种植|播种|供应|生产|修复|更新|化解|转移|减排|引资|住房|公路|就业|投资)(?:目标)?任务$|(?<=建设|改造)计划$"
)
_FROM_WHOLE = ("超全", "高于全", "低于全", "高出全", "低出全")
_GROWING = re.compile("(?:.{0,5}[省市县区州])?的?经济|(?:全[国省市县]|上海|北京|天津|重庆|我[国省市])经济")
_MORE_FIGURES = re.compile(rf"[{REMARK}”]?[、和与及，][{REMARK}“]?(?:不低于|不超过|超过|约)?\d")
_SETS = ("提出", "设定", "确定", "明确")  # 去年总值增长4%，今年提出增长5%: of the same
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d年")
_SERIES_HEAD = re.compile("[一-龥]{3,14}")
_YIELDS = {"增产": "增长", "减产": "下降", "增收": "增加", "减收": "减少", "增支": "增加", "减支": "减少"}
_SPEEDS = re.compile("(?:增速|增幅|涨幅|降幅)$")
_BEYOND = re.compile(
    "[^，。；]{0,2}(?:高于|高出|快于|好于|低于|比)[^，。；\\d]{0,8}(?:目标|计划|预期)|超(?:额完成|出|过|额)?(?:[^，。；]{0,6}(?<!低于)目标|年度|时序|时间|序时|预期|计划|目标|既定|进度|[^，。；]{0,4}标准)"
)
_ABOUT = re.compile(r"^[约均共]占(?=.)")
_ONE_SCHEME = re.compile(
    r"^城乡(?:登记|调查)?失业率|^城乡居民(?:基本|基础|大病)?(?:养老|医疗|医保|保险)"
)  # one insurance, not two
_BOTH_ALIKE = re.compile("^[^和、与及]{0,3}城乡(?:常住|全体)?居民[^和、与及]*$")
_SECTORS = ("第一产业", "第二产业", "第三产业")
_OF_ONE = ("", "计", "共", "共计", "合计", "总计")  # between two figures of one thing: 道路42条共51公里
_OF_INDUSTRY = re.compile(
    "(?<=业)(?:(?:完成|固定资产)?投资(?:额)?|增加值|总产值|产值|营业收入|营业额|商品销售额|销售额|零售额|利润总额|利润|税收|用电量)$"
)
# How far from others, told of several at once: 比全省和全国分别高0.7、1.4个百分点; 高于全国0.7、全省2.3个百分点.
_DISTANCES = re.compile(r"[比较][^，。；]*分别(?:[高低快慢多少]于?|[高低]出)|[高低快慢]于[^，。；\d]*\d[\d.]*、")
_ACTUALLY = re.compile("^实际[已共]?(?=开工|完工|竣工|建成|完成|开复工)")
_EACH = ("均", "各", "都", "双双")
_ACT_WORDS = "|".join(sorted(ACTS, key=len, reverse=True))
# Acts that open a new clause behind 、 (评审、压减资金): verbs alone, not 贷款 or 投资.
_CLAUSE_ACTS = "压减|化解|培育|引进|发放|盘活|淘汰|拆除|治理|修复|新增|整治|打通|清理|减少|带动|吸纳|培训|办理|招引|处置|争取|安置|兑现|减免|追回|破获|查处|查办"
_INNER_ACT = re.compile(
    r"[等并将要共已，累全年分、](?:(?:(?<=[等并将要共已，])(?<!公共)|(?<=等)(?:方面|领域)|(?<=累)计|(?<=全)年|(?<=年)内|(?<=分)别)"
    rf"(?P<act>{_ACT_WORDS})|(?<=、)(?P<kept>{_CLAUSE_ACTS}))(?![率量额点业类]|等|总值)"
)


def head_before(context: Context, group: list[Quantity], left: int) -> list[Finding] | None:
    """Findings of figures whose head stands between ``left`` and the first of them; None where it cannot be told."""
    text, first = context.text, group[0]
    trimmed = trim_tail(text, left, first.start)
    end, words = without_rank(text, left, trimmed.end), trimmed.words
    bound = _bound(words)
    if bound is not None and len(group) == 1 and first.before is None and first.after is None:
        group = [replace(first, comparator=bound)]
        first = group[0]
    start = context.lead(left, end)
    head = context.clean(start, end)
    if "累计" in text[left:start]:
        words = (*words, "累计")
    compared = comparison(context, words, end, first.start) if first.dimension == "points" else ""
    if head.endswith(_STAND_INS):
        source = context.last or context.before_sentence
        return [Finding(q, source.held, start, q.end, words, rule="carried") for q in group] if source else None
    if _ADJUSTED.fullmatch(head) is not None:  # 增长7.9%，扣除物价因素实际增长10.7%
        return carried(context, group, "", words, left)
    if head.startswith("超计划"):
        return []
    if first.dimension != "ratio" and _BEYOND.match(text, left, first.start) is not None:
        return []  # 超年度目标0.8个百分点: how far from a plan
    if first.dimension not in ("points", "ratio") and words and words[0].startswith(_FROM_WHOLE):
        return []  # 超全市平均单产128公斤: how far apart
    if first.dimension == "points" and _DISTANCES.search(text, left, first.start) is not None:
        return []
    if head.startswith("在") and head.endswith("中"):  # 在全省地级市中率先突破4000亿元
        return carried(context, group, "", words, left)
    if head.endswith(_CIRCUMSTANCES):
        begin = text.rfind("在", start + 2, end)  # 外贸在订单减少的情况下增长
        if begin < 0:
            return carried(context, group, "", words, left)
        end, head = begin, context.clean(start, begin)
    if head[-1:] in _TIME_LEFT_ENDS and _TIME_LEFT.fullmatch(head) is not None:
        told = head.endswith("当月") or text.endswith(_BY_QUARTERS, 0, left)
        whole = context.before_sentence if told else None
        head = ""  # …年均增长12%，到2015年达到36亿元; 一季度增长5%，二季度增长6%
        if context.last is None and whole is not None:
            moved = _SPEEDS.sub("", whole.held)  # …同比增长8%。5月当月增长9%
            return [Finding(q, moved, context.quote_start(left, q), q.end, words, rule="carried") for q in group]
    if head in _YIELDS:
        words, head = (*words, _YIELDS[head]), ""  # 粮食产量218万吨，增产1.1%
    if head in _SETS:
        head = ""
    if (not head or head in _ARRANGED) and text[left - 1 : left] == "：":
        above = context.head(_label_start(context, left), left - 1)
        if first.dimension == "ratio" and (place := labelled_place(context.layout, above, left)) is not None:
            return [Finding(q, place, start, q.end, (*words, "增长"), rule="labelled") for q in group]
        by_year = _YEAR_ALONE.fullmatch(text, left, first.start) is not None and _SERIES_HEAD.fullmatch(above)
        if is_indicator(above) or by_year:  # 教育类支出：安排3亿元; 贫困县摘帽：2017年14个，2018年17个
            return [Finding(q, above, start, q.end, words, rule="carried") for q in group]
    if "下达" in head:
        head = _HANDED_DOWN.sub("", head)
    if head.endswith(("任务", "计划")):
        head = _TASK_END.sub("", head)  # 农村公路建设任务500公里
    if head.endswith("安排"):
        head = _ARRANGES.sub("", head)  # 教育支出预算安排10亿元
    if head.startswith("实际"):
        head = _ACTUALLY.sub("", head)  # 计划开工270项，实际已开工129项
    if head[1:2] == "占":
        head = _ABOUT.sub("占", head)
    if works := spent_on(context, head, first):
        return [Finding(q, owned(works, head), max(start, left), q.end, words, rule="spent_on") for q in group]
    if head == "面积" and (stage := ends_in_act(text, left, start)) is not None and stage in STAGES:
        head = stage + head  # 商品房施工面积30万平方米，竣工面积15万平方米
    if (
        not head
        or head in GENERIC
        or head in STAGES
        or head.removesuffix("面积") in STAGES
        or head.startswith(("占", "其中"))
    ):
        found = carried(context, group, head + compared, words, left)
        if found is not None or not _is_of_place(text, left, start, head):
            return found
    measure = measure_of_part(context, head, first, left, words)
    if measure:
        context.shared = measure
        return [Finding(q, head + measure, start, q.end, words, rule="of_whole") for q in group]
    if head in _PARTS and context.last is not None and first.dimension in ("ratio", "points"):
        return [_of_part(context.last, q, head, (start, q.end), words) for q in group]
    bare = 2 <= len(head) <= _LONGEST_BARE and is_place(head)  # 上海为5.5%左右
    if context.last is not None and (bare or _ONLY_PLACE.fullmatch(head) is not None):
        measure = _PLACE_LEAD.sub("", context.last.held)
        measure = next((measure[n:] for n in (3, 2) if measure[n:] and is_place(measure[:n])), measure)
        if context.last.quantity.dimension == first.dimension and is_indicator(measure):  # 甲县开工率为45%，乙县43%
            if first.dimension == "ratio":
                words = (*words, *(word for word in context.last.words if word in GROWS))
            return [Finding(q, head + measure, start, q.end, words, rule="part", carry=measure) for q in group]
    if context.last is not None and head.endswith("业"):
        measured = _OF_INDUSTRY.search(context.last.held)
        if measured is not None and context.last.quantity.dimension == first.dimension:
            named = head + measured[0]  # 汽车制造业增加值增长18.6%，医药制造业增长6.2%
            return [Finding(q, named, start, q.end, words, rule="part") for q in group]
    own = _own_head(context, group, words, left, (start, end), head)
    if own is None:
        return None
    start, head = own
    if len(group) == 1 and "分别" not in words:
        start, head = last_clause(context, start, end, head)
    if head in BARE or _OF_ANOTHER.match(head) is not None:
        owner = owner_before(context, head, first, left)
        if owner and not owner.endswith(head):
            return [
                Finding(q, owned(owner, head) + compared, max(start, left), q.end, words, rule="carried") for q in group
            ]
    narrower = narrower_before(context, left) if _may_be_of_another(head) else ""
    act, measure = act_of_list(context, first, left, start, head, words)
    head = left_out(context, left) + act + head + measure
    if len(group) == 1 and ("分别" in words or "分别" in head) and _MORE_FIGURES.match(text, first.end) is not None:
        return None  # A、B分别为“5%”与“6%”: a list that could not be read as one
    beside = len(group) > 1 and all(text[one.end : other.start] in _OF_ONE for one, other in pairwise(group))
    heads = [head] if beside else _heads(head, len(group), words, first)  # A、B等4条187公里: both of the same
    if heads is None:
        heads = [one + head for one in acts_before(text, left, start)]  # 新建和改造农村公路分别为50公里、80公里
        if len(heads) != len(group):
            return None
    if compared and len(heads) == 1:
        alone = narrower + heads[0]
        return [Finding(q, alone + compared, max(start, left), q.end, words, carry=alone) for q in group]
    heads = [narrower + one + compared for one in heads]
    quote = max(start, left)
    if len(group) == 1 or len(heads) != len(group):
        if len(group) > 1 and len(heads) > 1:
            heads = [narrower + head + compared]
        return [Finding(q, one, quote, q.end, words, kept_act(head)) for q in group for one in heads]
    return [
        Finding(q, one, quote, q.end, words, kept_act(one), rule="joined_heads")
        for q, one in zip(group, heads, strict=True)
    ]


def _bound(words: tuple[str, ...]) -> Comparator | None:
    """What 不低于当地标准的 before a figure (1.3倍) says of it; None where no such words stand there."""
    for word in words:
        if word.endswith("的") and word.startswith("不"):
            return ">=" if "低" in word or "少" in word else "<=" if "高" in word or "多" in word else None
    return None


def _of_part(whole: Finding, quantity: Quantity, part: str, span: tuple[int, int], words: tuple[str, ...]) -> Finding:
    """居民消费价格上涨0.5%，其中城市上涨0.6%、农村上涨0.4%: a part of the place has the measure of the whole."""
    measure = whole.held if whole.rule == "part" else _WHOLE.sub("", whole.held)
    return Finding(quantity, part + measure, *span, words, rule="part", carry=measure)


def _own_head(
    context: Context, group: list[Quantity], words: tuple[str, ...], left: int, span: tuple[int, int], head: str
) -> tuple[int, str] | None:
    """Where the head of a span begins and its words: introductions, clauses before and pointing words left out."""
    text = context.text
    start, end = span
    intro = _INTRODUCED.search(text, start, end)
    if intro is not None and intro.end() < end:
        start = context.lead(intro.end(), end)
        head = context.clean(start, end)
    if "分别" not in words and "分别" not in head:
        start, head = _last_act(context, start, end, head)
    pointed = _POINTS_BACK.match(head) if head[:1] in "该本此" else None
    if pointed is not None:
        head = _section_noun(context, start, pointed[1]) + head[pointed.end() :]
    counted = _COUNTED_BEFORE.match(head) if "、" in head else None
    if counted is not None:
        start = context.lead(text.index("、", start) + 1, end)  # 化粪池460立、供暖井: the unit before is not known
        head = context.clean(start, end)
    if head in BUILDS:
        works = _works_before(context, left)
        if works is None:
            return None
        head = works
    growing = _GROWING.fullmatch(head) is not None or (head.endswith("经济") and is_place(head[:-2].removesuffix("的")))
    if growing and (head == "经济" or not {"增长", "增速"}.isdisjoint(words)):
        head = head.replace("的经济", "经济") + ("增速" if "增速" in words else "增长")
    if head in _BARE:
        act = ends_in_act(text, left, start)
        if act in BUILDS:
            start, head = start - len(act), act + head  # 新开工项目: the noun alone says nothing
    return start, _rate_of(context, start, head)


def _label_start(context: Context, left: int) -> int:
    """Where the label begins that ends in ： before an offset: in its segment, behind the figure that stands there."""
    start, _ = context.layout.segment(left - 2)
    last = context.last
    return max(start, last.quantity.end) if last is not None else start


def _is_of_place(text: str, left: int, start: int, head: str) -> bool:
    """Whether a measure that says nothing alone stands right behind the place's own name (全市贷款余额)."""
    return is_indicator(head) and any(text.endswith(place, left, start) for place in PLACES)


def _may_be_of_another(head: str) -> bool:
    """Whether a head would be read as the whole place's, though the clause before speaks of one body in it."""
    return head in GENERIC or head in BARE or head.startswith(_OF_THE_PLACE) or head.endswith("占比")


def _section_noun(context: Context, start: int, noun: str) -> str:
    """What 该工程 points at: the heading of its section where that ends in the noun; nothing where it does not."""
    heading = context.heading_at(start)
    return heading if heading.endswith(noun) else ""


def _works_before(context: Context, left: int) -> str | None:
    """The works that the segment before sets about, for a bare act (实施棚户区改造项目，开工建设1万户)."""
    stop = context.before_marks(left)
    begin, _ = context.layout.segment(max(0, stop - 1))
    if stop - begin < 4 or begin < context.layout.sentence(left)[0]:
        return None
    head = context.head(begin, stop)
    return head if head.endswith(_WORKS) and not any(mark.isdigit() for mark in head) else None


def _heads(head: str, values: int, words: tuple[str, ...], quantity: Quantity) -> list[str] | None:
    """The heads that a head stands for beside so many values; None where 分别 does not come out even."""
    apart = "分别" in words or "分别" in head
    tail = ""
    if "分别" in head:
        head, _, tail = head.partition("分别")
        tail = tail.removeprefix("实现") or tail  # 一产、二产分别实现增加值
    each = any(word.startswith(_EACH) for word in words)
    if values == 1 and not each and quantity.dimension not in ("ratio", "points"):
        return [head + tail]
    kinds = _OF_KINDS.match(head + tail) if values > 1 else None
    if kinds is not None and len(names := split_joined(kinds["names"], only_marks=True)) == values:
        return [name + kinds["measure"] for name in names]  # 京津冀、长三角等区域浓度分别下降25%、20%
    parts = [part + tail for part in split_joined(head)]
    if values == len(_SECTORS) and head.startswith("三大产业") and apart:
        return [sector + head.removeprefix("三大产业") + tail for sector in _SECTORS]
    if values == 1 and _ONE_SCHEME.search(head) is not None:
        return [head + tail]
    if values == 1 and not each and not apart and _BOTH_ALIKE.search(head) is not None:
        return [head + tail]  # 城乡居民收入增长7%: one figure of both together
    if values == 1:
        others = _AND_OTHERS.match(head + tail) if each or apart else None
        if others is not None:
            kind = "" if others["kind"].endswith("指标") else others["kind"]
            return [name + kind for name in split_joined(others["names"])]  # A、B等产业均增长5%
        if len(parts) > 1 and _OTHERS.search(head) is None and (are_indicators(head + tail) or each or apart):
            return parts
        return [head + tail]
    if len(parts) == values:
        return parts
    listed = [part + tail for part in split_joined(_HOW_MANY.sub("", head), only_marks=True)]
    if len(listed) == values:
        return listed  # 电子信息、绿色建材和装配式建筑两大产业: two
    return None if apart else [head + tail]


def _rate_of(context: Context, start: int, head: str) -> str:
    """A bare rate takes the noun it repeats: 稳妥推进农村承包地流转，流转率 -> 农村承包地流转率."""
    if len(head) > 3 or not head.endswith("率"):
        return head
    text = context.text
    if start < 4 or text[start - 1] != "，" or text[start - len(head) : start - 1] != head[:-1]:
        return head
    before, _ = context.layout.segment(start - 2)
    return context.head(before, start - len(head)) + head


def _last_act(context: Context, start: int, end: int, head: str) -> tuple[int, str]:
    """A head with a clause before its act keeps only what follows (委托…等培训企业家 -> 培训企业家)."""
    best = -1
    for match in _INNER_ACT.finditer(context.text, start, end - 1):
        at = match.start("act") if match["act"] else match.start("kept")
        if not only_acts(context.text, start, at):  # 清理退出、盘活: one predicate
            best = at
    if best <= start:
        return start, head
    begin = context.lead(best, end)
    shorter = context.clean(begin, end)
    return (begin, shorter) if len(shorter) >= 2 else (start, head)
