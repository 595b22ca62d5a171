"""Whose figure a bare head gives: 出让矿业权60宗、成交价8亿元 is the price of the 矿业权, 某集团实现重塑，占比… its own share."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.behind import noun_end
from orchestration.gazette.extraction.statements.context import Context, kept_act
from orchestration.gazette.extraction.statements.leading import trim_lead
from orchestration.gazette.extraction.statements.words import BARE, BUILDS, GENERIC, PUSHES
from orchestration.gazette.language.quantities import Quantity

# A body, a zone or a line narrower than the government: what its clause goes on to say is its own, not the place's.
_ENTITY = re.compile(
    r"(?!争创|申[建报]|推[进动]|建设|打造|支持|深化|加快|实施|创建|发挥|依托|参与|融入|对接|服务|共建|推广|引导|鼓励|完善|落实|全[省市区县]|[积大]|持续|扎实)(?:[\u4e00-\u9fff\x01]{2,14}?|[\u4e00-\u9fff\x01]{0,6}\x01)(?:经济圈|都市圈|城市群|经济带|集团|公司(?!治理)|开发区|经开区|高新区|自贸区|自贸试验区|自由贸易试验区|自贸港|综保区|保税区|"
    r"合作区|产业园|科技城|科学城|科创城|创新园|创新港|国际机场|铁路|班列|监管企业|省属企业|市属企业|央企|省属国企|市属国企)(?![县市]?[、和与及])"
)
_INDUSTRY = re.compile(
    r"[\u4e00-\u9fff]{1,8}?(?:产业链|产业集群|产业(?!园|工|体系|结构|转|升|政|发展|投资|基)|(?<![产就创行企事作])业(?![务绩态主户]))(?=[\u4e00-\u9fff])"
)
# What a clause says of its subject, where no figure stands in it.
_PREDICATE = re.compile(
    r"稳步|持续|平稳|总体|较快|(?<!安)居(?![民住家])|位居|位列|突破|实现|继续|不断|明显|显著|再创|首次|跃居|由负|从无到有|连续|迈上|跨[上越入]|进一步|大幅|稳定|止跌|"
    r"全面|正式|成功|顺利|加快|加速|快速|蓬勃|深入|有序|扎实|上线|启用|运行|投产|增量|提质|扩容|扩能|提档|走深|做大|做强|全国第|全球第|全省第|全国首|远超|跑出|取得|"
    r"发展(?=远|迅|势|良|壮)|增长(?=势头|较|迅|强)|迅[速猛]|强劲|发力|[再又喜]获|圆满|火热|火爆|活跃|旺盛|完成|达到|获批|入选|强链|延链|拓[线展]"
)
_ABSTRACT = (
    "动能 水平 能力 结构 效益 步伐 成效 活力 基础 环境 格局 优势 作用 质效 后劲 动力 形势 力度 态势 韧性 大局 局面 体系 机制 质量 影响力 经济 运行 发展 工作 民生 "
    "改革 转型 开放 融合 势头 速度 进程 潜力 空间 增长 攻坚 生态 效能 功能 氛围 意识 实力 竞争力 规模 质态 支撑 作风 治理 安全 秩序 保障 供给 市场"
).split()
# Verbs with an object that the next clause speaks of: 做强“四色”产业集群，全产业链产值….
_MAKES = re.compile(
    r"(?:做强|做大|做优|壮大|培育|打造|共建|建设|实施|落实|开展|发展|新建|建成|推广|发行|举办|启动|设立|组建|承办|用好|办好)+"
)
_OPENING = re.compile("全力|积极|大力|深入|持续|加快|扎实|有序|稳步|部区|省市|央地|联合|进一步|着力|重点|成功")
_REACHES = re.compile(r"(?<=..)(?:带动|拉动|惠及|撬动|覆盖)")
# Acts inside a head: in front of them stands who acts.
_ACTS = re.compile(r"(?<=..)(?:新增|净增|带动|拉动|惠及|撬动|完成|实现|发放|接待|发送|累计|达到|覆盖)")
_FRONT_ACTS = re.compile(
    r"(?:新增|净增|新建成|新设|新发展|新引进|新培育|发放|接待|发送|出让|改造|发行|引进|培育|实现|完成|销售|签约|办理|改造提升)+(?=..)"
)
_ALIGNED = ("运营", "装机", "发电", "通车", "营业", "参保", "交易")
_MEASURES = tuple(
    sorted(
        (
            BARE
            | GENERIC
            | {
                "市场渗透率",
                "增加值",
                "利润总额",
                "人次",
                "播种面积",
                "种植面积",
                "发电装机",
                "装机",
                "产量",
                "线路",
                "营业总收入",
                "主营业务收入",
            }
        )
        - {
            "建议",
            "总产",
            "旅客",
            "床位",
            "利润率",
            "改造",
            "新建",
            "开工",
            "建成",
            "其他",
            "在建",
            "级",
            "占",
            "平均",
            "综合",
            "覆盖",
            "企业",
        },
        key=len,
        reverse=True,
    )
)
_TOTAL_OF_PLACE = ("生产总值", "财政收入", "预算收入", "支配收入", "零售总额", "税收收入")
# What may own a measure that stands behind another of it: 某企业营收5亿元、利润1亿元.
_OWNERS = (
    "业 企业 公司 集团 集群 园区 开发区 经开区 高新区 港 机场 铁路 公路 交通 能源 项目 基金 平台 国企 央企 银行 游客 产品 制品 车 船舶 班列 线路 机构 景区 主体 农机 电站 "
    "贸易区 试验区 经济 果 茶 畜 菌 药 花 橡胶 咖啡 旅游 物流 外贸 电商"
).split()
_OF_PLACE = re.compile("[县市州旗](?:累计)?$")
_QUOTED = re.compile("“[^“”]*”")
_SPENT = frozenset("投资 总投资 投资额 总投资额 计划投资 计划总投资 投入 累计投入 累计投资 总投入".split())
_PUT_IN = frozenset("投入 累计投入 总投入".split())
_SPENDS = ("完成", "建成", "新建", "改造", "实施", "建设", "改扩建", "新增")  # 投资3亿元建成公租房510套
_WORKS = frozenset("count length area households".split())
YIELD = re.compile("(?<=..)(?:(?:平均)?(?:单产|亩产)|生产|总产量?|(?:(?:播种|种植|收获|播栽)?面积|播面))$")
_YIELDS = frozenset("亩产 平均亩产 单产 平均单产 总产 总产量 产量".split())
_STANDS_ALONE = 2
_LONGEST = 20
_COUNTS = ("count", "people", "households")
_CLAUSES_BACK = 2


def owner_before(context: Context, own: str, first: Quantity, left: int) -> str:
    """The words that a bare head ``own`` needs in front of it; empty where nobody is named plainly."""
    text, last = context.text, context.last
    stop = context.before_marks(left)
    if stop == left or stop <= context.layout.sentence(left)[0]:
        return ""
    start, _ = context.layout.segment(stop - 1)
    if last is not None and last.quantity.start >= start:
        same = last.quantity.base_unit == first.base_unit and first.base_unit is not None
        return _of_item(last.held, own, last.quantity.dimension in _COUNTS, text[stop] == "、", same)
    for _ in range(_CLAUSES_BACK):
        if start < context.layout.sentence(left)[0]:
            return ""
        subject = subject_of(context, start, stop)
        if subject or (last is not None and last.quantity.start >= start):
            return subject
        stop = context.before_marks(start)
        if stop == start:
            return ""
        start, _ = context.layout.segment(stop - 1)
    return ""


def spent_on(context: Context, head: str, money: Quantity) -> str:
    """What a bare sum is spent on, told in the next clause (投资3亿元，实施了农网改造); empty where it names none.

    Where works were counted before in the sentence, the sum is of those.
    """
    text, before = context.text, context.last
    if head not in _SPENT:
        return ""
    if before is not None and "；" in text[before.quantity.end : money.start]:
        before = None  # 投入2亿元，实施6000户改造；投入6亿元，建成56个安置点
    if before is not None and before.quantity.dimension not in ("ratio", "points"):
        return before.held if before.quantity.dimension in _WORKS and head in _PUT_IN else ""
    begin = money.end + text.startswith("，", money.end)
    if begin == money.end and not text.startswith(_SPENDS, begin):
        return ""
    start, stop = context.layout.segment(begin)
    start = max(start, begin)
    begin, words = trim_lead(text, start, stop, context.places)
    kept = kept_act(text[begin:stop])
    acts = any(word in BUILDS or word in PUSHES or word == "完成" for word in words)
    if kept in _SPENT or (kept is None and not acts):
        return ""
    figure = next((one for one in context.figures if begin <= one.start < stop), None)
    if figure is not None and figure.dimension == "money":
        return ""  # 投资3亿元，完成投资2亿元: both of what was named before
    if figure is not None and figure.start <= begin:
        begin, figure = figure.end, None  # 建成3座污水处理厂
    noun = context.clean(begin, noun_end(text, begin, figure.start if figure is not None else stop))
    return _noun(noun.removeprefix("了"))


def narrower_before(context: Context, left: int) -> str:
    """The body or zone that a clause before opens with, where none between states a figure: what follows is of it alone."""
    text, last = context.text, context.last
    begin, start = context.layout.sentence(left)[0], left
    for _ in range(_CLAUSES_BACK):
        stop = start - 1
        if stop <= 0 or text[stop] != "，":
            return ""
        start, _ = context.layout.segment(stop - 1)
        if start < begin or (last is not None and last.quantity.start >= start):
            return ""
        entity = _entity(context, trim_lead(text, start, stop, context.places)[0], stop)
        if entity:
            return entity
    return ""


def subject_of(context: Context, start: int, stop: int) -> str:
    """What a clause without a figure is about: its subject, or the object of what is made; empty where it is abstract."""
    text = context.text
    start, words = trim_lead(text, start, stop, context.places)
    entity = _entity(context, start, stop)
    if entity:
        return entity
    opening = _OPENING.match(text, start, stop)
    makes = _MAKES.match(text, opening.end() if opening is not None else start, stop)
    if makes is not None or any(word in BUILDS or word in PUSHES for word in words):
        begin = makes.end() if makes is not None else start
        verb = _PREDICATE.search(text, begin + 2, stop)
        return _noun(context.clean(begin, verb.start() if verb is not None else stop))
    industry = _INDUSTRY.match(text, start, stop)
    verb = _PREDICATE.search(text, start + 2, stop)
    if verb is None:
        return ""
    if industry is not None and industry.end() <= verb.start():
        return context.clean(start, industry.end())
    words_before = context.clean(start, verb.start())
    measure = next((end for end in _MEASURES if words_before.endswith(end)), "")
    return _noun(words_before.removesuffix(measure))


def owned(owner: str, own: str) -> str:
    """An owner and a bare head as one; what the one ends in and the other begins with stands once (…投资 + 投资完成率)."""
    for length in (4, 3, 2):
        if len(own) > length and owner.endswith(own[:length]):
            return owner + own[length:]
    return owner + own


def without_measure(head: str) -> str:
    """A head without the measure it ends in: 医疗旅游人次 -> 医疗旅游; the totals of a place stay whole."""
    if head.endswith(_TOTAL_OF_PLACE):
        return head
    end = next((end for end in _MEASURES if head.endswith(end)), "")
    short = head.removesuffix(end)
    return short if len(short) >= _STANDS_ALONE else head


def _entity(context: Context, start: int, stop: int) -> str:
    match = _ENTITY.match(context.text, start, stop)
    return context.clean(start, match.end()) if match is not None else ""


def _of_item(head: str, own: str, counted: bool, listed: bool, same_unit: bool) -> str:
    """The owner that the head of the figure before gives: who acts, or what is counted, or whose measure it is."""
    if own.startswith("拉动") and "对" in head[2:]:
        return _noun(head.partition("对")[0])  # 第一产业对增长的贡献率6%，拉动GDP增长0.2个百分点
    if own in _YIELDS:
        return _noun(YIELD.sub("", head))
    actor = (_REACHES if own.startswith(("惠及", "覆盖", "带动")) else _ACTS).search(head)
    if actor is not None and _OF_PLACE.search(head[: actor.start()]) is None:
        return _noun(head[: actor.start()].removesuffix("累计"))
    head = head if actor is None else head[actor.end() :]
    front = _FRONT_ACTS.match(head)
    base = head[front.end() :] if front is not None else head
    if own[:2] in _ALIGNED and base.find(own[:2]) >= _STANDS_ALONE:
        return base[: base.index(own[:2])]
    if listed and own.startswith(("惠及", "覆盖", "带动")):
        return _noun(base)
    short = without_measure(base)
    if short.endswith(tuple(_OWNERS)) or (counted and (listed or same_unit)):
        return _noun(short)
    return ""


def _noun(words: str) -> str:
    if (
        not _STANDS_ALONE <= len(words) <= _LONGEST
        or "、" in _QUOTED.sub("", words)
        or words.endswith(tuple(_ABSTRACT))
    ):
        return ""
    if "的" in words or words.startswith("在") or words in ("单产", "总产"):
        return ""
    return "" if any(mark.isdigit() for mark in words[-3:]) or words in BUILDS else words
