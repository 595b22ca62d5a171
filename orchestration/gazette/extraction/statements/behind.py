"""What stands behind a figure that counts: the noun it counts, what the clause says of it, and where a list goes on."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.context import Context
from orchestration.gazette.extraction.statements.trimming import trim_tail
from orchestration.gazette.language.quantities import Quantity
from orchestration.gazette.record_class import record

# Adverbs that open a predicate and say nothing of it; inside words (均衡, 基本医疗) they are none.
_LESSER = (
    r"在(?:全国|全省|全市)(?:率先|首批)?|全部|稳步|顺利|成功|正式|陆续|相继|按期|如期|率先|已经?(?=[\u4e00-\u9fff])|"
    r"均(?<![人平年月日户亩]均)(?![衡价值等匀线])|"
    r"基本(?=完成|建成|实现|达到|形成|覆盖|消除|具备|建立|解决|稳定|到位|成型|完工|竣工|确定|落实|满足|打通|贯通)|"
    r"全面(?=完成|建成|实现|达到|形成|覆盖|消除|建立|解决|到位|完工|竣工|落实|投[产用]|开工|启动|启用|推开|铺开|打通|贯通)"
)
_ADVERBS = re.compile(f"(?:{_LESSER})+")
# A verb behind a counted noun: the noun ends before it. Each begins with a character, so that re can scan for it.
_PREDICATE = re.compile(
    rf"{_LESSER}|完成|实现|达到|突破|入选|入围|获|荣[获膺]|当选|升级(?!版|改造)|建成(?!区)|投产|投用|开工(?<!新开工)|竣工|通车|上榜|落户|挂牌|签约|被|纳入|通过|列入|"
    r"成为|启动|启用|用于|投向|提前|正在|实施|提供|进行|开展|给予|在(?![建线校编岗职读产营运])|增收|累计|年内|全年|跻身|晋升|蝉联|首次|进入|"
    r"登上|进展(?=顺|良|迅|较|缓|有)|组成(?<=[名人]组成)|发生(?!产)|运营|运行|受益|惠及|下降|增长|同比|则(?=分别)|上市(?!公司|企业|后备|许可)|接通|互通|贯通|刷新|结对|就读|参会|"
    r"带动|拉动|集聚(?!区)|汇聚|援助|吸引|吸纳|缔结|覆盖(?![率面])|高于|低于|超过|分别|以[上下](?<!规模以.)(?<!级以.)(?<!限额以.)(?=[，。；、]|$)|左右|不仅|将(?=[在于要建开完实])"
)
# The same right behind the figure (37项向全国推广), where words that also begin nouns (签约项目, 成功案例) are none.
_OPENS = re.compile(
    r"(?:均|已经?|全部|按期|如期|提前|连续|首次|顺利|率先|正在|在[^，。；、]{2,10}(?=上市|挂牌))*"
    r"(?:用于|投向|支持|入选(?![项企单])|入围|获(?!批的|奖)|荣获|当选|为(?![民农老])|实现|完成|达到|被|纳入|列入|通过(?!率)|使用|就读|"
    r"成为|向|进入|跻身|开工(?![项建])|完工(?![项的])|竣工(?!项)|投产(?!项)|投用|建成(?![区项])|上市(?![公企后许])|上榜|落地(?!项)|参加|参与|享受|接受|"
    r"在[^，。；、]{2,10}(?:上市|挂牌))"
)
_NOT_VERBS = ("率", "点", "量", "额", "权")  # 完成率, 试点, 获得量: the verb was part of a noun
_LINK = re.compile(r"(?:、|以及|及|[和与])(?:其他|另外)?$")
_CONJUNCT = re.compile(
    r"、|以及|(?<![参总饱共平缓温柔调])和(?![谐平美睦解])|(?<![参普涉触危以顾遍])及(?![时其格早第以])"
)
_WORKS_END = ("建设", "发展", "改造", "治理", "整治", "修复", "创建", "提升", "培育", "推广", "保护", "开发")
_COMPLETE = (
    "项目 工程 建设 基地 园区 中心 平台 企业 县 市 区 村 镇 海缆 道路 公路 铁路 线路 水库 改造 治理 学校 医院 公园 站 港 机场 枢纽 集群 示范区"
).split()
_LIGHT = ("开展", "推进", "实施", "进行")  # what goes on is in the noun: 5座水库前期工作有序开展
_LIGHT_LENGTH = 4
_CONJUNCT_LENGTH = 6  # a second conjunct of at least so many characters speaks of works of its own
_NEXT_CLAUSE = re.compile("、(?:所有|全部|其余)")  # 7个县接通甲线、所有县互通乙线
_NEXT_ACTS = tuple(
    "推进 推动 加快 打造 培育 建设 新建 改造 实施 完善 开展 建立 组建 引进 启动 创建 整治 治理 修复".split()
)
_ATTRIBUTE = "的"  # 127个国家和地区的584个港口
_APART = "分别"
_HAVING = ("目有", "业有", "村有", "县有", "镇有", "区有", "厂有", "站有", "程有", "线有")


@record(frozen=True, slots=True)
class Behind:
    """Offsets behind one figure; ``noun == start`` where none is counted, ``end == noun`` where nothing is said of it."""

    start: int
    noun: int
    end: int
    listed: bool = False  # the next figure is another item of the same list
    valued: bool = False  # the next figure is the value of what the clause says


def read_behind(context: Context, at: int, right: int, following: Quantity | None, acted: bool = False) -> Behind:
    """What stands between ``at`` and ``right``, the next figure or the end of the segment.

    ``acted``: a verb before the figure has the noun for its object, which then runs on over what it does (…企业上云).
    """
    text = context.text
    stop, listed, valued = right, False, False
    if following is not None and following.start == right:
        link = _next_item(text, at, right)
        listed, valued = link is not None, link is None
        stop = right if link is None else link
    elif acted:
        stop = _own_works(text, at, right)
    verb = first_verb(text, at, stop) if not acted or valued or listed else None
    if not acted and opens_predicate(text, at, stop):
        verb = at
    noun = stop if verb is None else verb
    if verb is None and not acted and not listed and not valued:
        clause = _NEXT_CLAUSE.search(text, at + 1, stop)
        noun = stop = stop if clause is None else clause.start()
    noun = _shorn(text, at, noun)
    if valued:
        if text.endswith(_HAVING, at, noun):
            noun = _shorn(text, at, noun - len("有"))  # 65个重点项目有20个完工
        return Behind(at, noun, noun, valued=True)
    end = max(noun, stop if verb is None else _predicate_end(text, verb, stop))
    return Behind(at, noun, _shorn(text, noun, end), listed=listed)


def predicate(context: Context, behind: Behind) -> str:
    """What the clause says of the noun, its opening adverbs left out."""
    at = behind.noun
    adverbs = _ADVERBS.match(context.text, at, behind.end)
    if adverbs is not None and adverbs.end() < behind.end:
        at = adverbs.end()
    said = context.clean(at, behind.end).removeprefix("进行")
    return "" if said.startswith(("分别是", "分别为")) else said  # 8所学校分别是: names follow, nothing is said of them


def opens_predicate(text: str, at: int, right: int) -> bool:
    """Whether what stands behind a figure is no noun but says what is done with it (八成以上投向民生)."""
    verb = _OPENS.match(text, at, right)
    return verb is not None and not text.startswith(_NOT_VERBS, verb.end())


def shared_predicate(context: Context, following: Quantity) -> str:
    """The predicate that stands once behind a list of counted nouns (10所学校、12个专业群入选…); empty without one."""
    index = context.index(following)
    while index < len(context.figures):
        later = context.figures[index + 1] if index + 1 < len(context.figures) else None
        behind = item_behind(context, context.figures[index], later)
        if behind.valued or behind.noun == behind.start:
            return ""
        if behind.end > behind.noun:
            said = predicate(context, behind)
            return "" if said.endswith(_LIGHT) and len(said) <= _LIGHT_LENGTH else said
        if not behind.listed:
            return ""
        index += 1
    return ""


def item_behind(context: Context, figure: Quantity, later: Quantity | None) -> Behind:
    """What stands behind a figure further on in the sentence; ``later`` is the one after it."""
    _, right = context.layout.segment(figure.end)
    if later is not None and later.start < right:
        right = later.start
    return read_behind(context, context.past_bracket(figure.end, right), right, later)


def noun_end(text: str, at: int, right: int) -> int:
    """Where a noun at ``at`` ends: at the first verb behind it."""
    verb = first_verb(text, at, right)
    return _shorn(text, at, right if verb is None else verb)


def first_verb(text: str, at: int, right: int) -> int | None:
    """Where the first verb behind ``at`` begins."""
    for verb in _PREDICATE.finditer(text, at + 1, right):
        if not text.startswith(_NOT_VERBS, verb.end()):
            return verb.start()
    return None


def _next_item(text: str, at: int, right: int) -> int | None:
    """Where the words of the next figure of a list begin (its link); None where that figure tells of this noun."""
    link = _LINK.search(text, max(at, right - 4), right)
    if link is not None:
        return link.start()
    conjuncts = list(_CONJUNCT.finditer(text, at + 1, right))
    if not conjuncts:
        return None
    if text[right - 1] == "等":
        return conjuncts[0].start()  # 8座水库和甲坝、乙坝等5座: the names belong to the next figure
    last = conjuncts[-1]
    if text[right - 1] == _ATTRIBUTE:
        return None
    if last[0] == "、":
        return last.start()  # 3条地铁新线、新增里程30公里
    own = trim_tail(text, last.end(), right).end == right and first_verb(text, last.end(), right) is None
    return last.start() if own else None


def _own_works(text: str, at: int, right: int) -> int:
    """Where the counted object of a verb ends before a second one, of works of its own (6个项目建设和乙业一体化发展)."""
    for match in _CONJUNCT.finditer(text, at + 2, right):
        if text.startswith(_NEXT_ACTS, match.end()) and match[0] == "、":
            return match.start()  # 培育25条风景道、推进8大类目的地建设
        if (
            text.endswith(tuple(_COMPLETE), at, match.start())
            and text.endswith(_WORKS_END, at, right)
            and right - match.end() >= _CONJUNCT_LENGTH
        ):
            return match.start()
    return right


def _predicate_end(text: str, verb: int, stop: int) -> int:
    """A predicate ends before 、, but for what is done in several places (分别在甲地、乙地开工)."""
    if text.startswith(_APART, verb):
        return stop
    comma = text.find("、", verb, stop)
    return comma if comma >= 0 else stop


def _shorn(text: str, at: int, end: int) -> int:
    while end > at and text[end - 1] in "、和与及并，以 ":
        end -= 1
    return end
