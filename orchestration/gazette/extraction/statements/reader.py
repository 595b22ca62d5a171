"""Reads the quantities of one sentence into findings: each with the indicator it is a figure of.

Three shapes carry almost all: head before the figure (地区生产总值增长7%), noun behind it (新建40片运动场地), and no head of
its own (…亿元，增长2.8%), which takes the head from before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.extraction.statements.behind import opens_predicate
from orchestration.gazette.extraction.statements.context import Context, Finding, Unclear
from orchestration.gazette.extraction.statements.described import DESCRIPTOR, described
from orchestration.gazette.extraction.statements.heads import head_before
from orchestration.gazette.extraction.statements.layout import HIDDEN, Layout
from orchestration.gazette.extraction.statements.leading import ends_in_act
from orchestration.gazette.extraction.statements.nouns import noun_behind
from orchestration.gazette.extraction.statements.settings import qualifies, standing
from orchestration.gazette.extraction.statements.told import object_behind, told_behind
from orchestration.gazette.extraction.statements.trimming import trim_tail
from orchestration.gazette.extraction.statements.words import BUILDS, LEAD, PUSHES
from orchestration.gazette.language.quantities import Quantity, in_list
from orchestration.gazette.lexicon.regions import is_place

_OPENING = re.compile(r"(?:[、，：；及 　|■◆●▲—–-]|[和与](?![美谐平])|并(?!购)|以及|其中|同时|还有|另有)+")
_MOVED_BEHIND = re.compile("的?(?:高速|快速|较快)?(?:增长|增速|增幅)(?=、)")  # 保持40%以上增长、达357万辆
_PLACED = re.compile(r"(?<![制定持于])在(?:全[国省市县区州]|我[省市])?$")
_ACT = re.compile("|".join(sorted((act for act in BUILDS if len(act) > 1), key=len, reverse=True)))
_PLACE_LENGTH = 8  # 个县（市、区）
_LINK_AFTER = re.compile(r"[、及，）) ]|[和与](?![美谐平])|并(?!购)|以及|其中")
# What follows a figure and is no noun that it counts.
_VERB_AFTER = re.compile(
    r"大关|台阶|关口|门槛|达到|实现|完成|用于|入选|通过(?!率)|获(?!批的|奖)|居(?![民住委家])|位(?=[居列于])|再(?![生造贷制])|以(?![上下内])|"
    r"比(?!例)|较(?![大高多])|增(?=[长加幅速至到])|降(?=[低至到幅])|均|已|全部|按期|提前|为(?![民农老])|是|在(?![建线校编岗园产读营运])|并|"
    r"创(?=[历下造建近出])|目标(?=[，。；、]|$)|被|纳入|占|由|从(?!业)|左右|的目标|掌握(?=[，。；、]|$)|把握(?=[，。；、]|$)|高于|低于|稳居|跃居|排(?=[名在第全])|连续|首次|支持|等"
)
_ATTRIBUTE_AFTER = re.compile(r"在[^，。；、]{2,16}的")  # 10家在全国有影响的企业
_MOVES = "提高|提升|增加|上升|增长|扩大|下降|降低|减少"
# 由5.51件提高到6件: the first is the old value.
_OLD_VALUE = re.compile(
    rf"(?:左右|以上|以下)?，?(?:分别|大幅|逐步|进一步|显著|明显|优化|快速|迅速|稳步)?(?:整合|合并|归并|{_MOVES}|下调|上调|压缩|缩短|调整|压减|精简|拓展|延长|收窄|缩小|回落|回升|跃升|"
    r"发展|壮大|扩展|变|改|增|升|降|减|转)[到至为了成]"
)
# 从2000年的500亿元，到2005年的1000亿元: no verb stands between.
_ONWARD = re.compile(r"，?[到至](?:(?:19|20)\d\d年[底末]?的?)?(?:约|近|超过?)?[\d一二两三四五六七八九千百]")
_ONWARD_FIRST = ("到", "至", "，到", "，至")
_SHIFTED = ("上调", "下调", "调低", "调高", "上调了", "下调了", "调低了", "调高了")
_MOVED_FIRST = (
    "，下降",
    "，上升",
    "，提高",
    "，提升",
    "，降至",
    "，降到",
    "，降低",
    "，增加",
    "，回落",
    "，上调",
    "，下调",
)
_OLD_BEFORE = re.compile(r"[由从自][^，。；]{0,16}$")
# 较上年的9323亿元增加4374亿元: the first is the base.
_BASE_VALUE = re.compile(rf" ?(?:分别)? ?(?:{_MOVES}|净增|增收|减收|增支|减支)")
_LABEL = re.compile("([一-龥]{2,4})：$")
_LABEL_LENGTH = 5
_BASE_BEFORE = re.compile(r"(?<![占同环对可])[较比](?![重例率值大高])[^，。；]{0,16}$")
_LOOK_BACK = 18
_MEASURES = ("length", "area")
# 3.4公里道路拓宽改造工程, 60万平方米标准厂房: a noun that the measure stands before.
_MEASURED = re.compile(
    rf"(?!建成|完成|开工|通车|已|全)[\u4e00-\u9fff{HIDDEN}]{{0,12}}(?:工程|项目|道路|公路|管网|管道|厂房|标房|用房|住房|大棚|绿道|河道|步道|基地|园区|示范区|示范片|果园|茶园)"
)
_OR_MORE = frozenset(("以上", "及以上", "以下", "及以下"))
_COUNTS = ("count", "people", "households")
_AFTER_SHARED = ("的", "，", "。", "；", "")
_CLOSING = ("，", "。", "；", "、", "和", "与", "及", "")

_SPOTS = frozenset(("市区", "城区", "主城区", "中心城区", "县城", "镇区"))
_SAYS_NOTHING = LEAD | PUSHES | _SPOTS
_AND = ("、", "和", "与", "及", "以及")


class SentenceReader:
    """Reads sentences in order; remembers what was found, for heads that are carried over."""

    def __init__(self, layout: Layout, places: tuple[str, ...]) -> None:
        self._context = Context(layout, places)

    def read(self, quantities: list[Quantity]) -> Iterator[Finding | Unclear]:
        """Findings of one sentence, given its quantities that can be statements, in order."""
        context = self._context
        context.before_sentence = context.last
        context.done, context.shared = [], ""
        context.figures = quantities = standing(context.layout, quantities)
        index = 0
        while index < len(quantities):
            last = index
            while last + 1 < len(quantities) and self._joined(quantities[last], quantities[last + 1]):
                last += 1
            group = quantities[index : last + 1]
            previous = quantities[index - 1] if index else None
            following = quantities[last + 1] if last + 1 < len(quantities) else None
            found = self._group(group, previous, following)
            if found is None:
                yield from (Unclear(quantity) for quantity in group)
            for finding in found or ():
                context.done.append(finding)
                if not finding.silent:
                    yield finding
            index = last + 1

    def _joined(self, left: Quantity, right: Quantity) -> bool:
        """Whether two figures share their surroundings: 7%、8%; 22个、1.05万套; 8.6万户15.7万名."""
        if left.end == right.start:
            return True
        text = self._context.text
        behind = self._context.past_bracket(left.end, right.start)
        if behind > left.end and text[behind : right.start] in _AND and left.dimension == right.dimension:
            return True  # 分别减少11.9%（其中…）、15.5%
        shared = text[left.end : right.start] in ("计", "共", "共计", "合计", "总计")
        if shared and left.dimension == "count" and text[right.end : right.end + 1] in _AFTER_SHARED:
            return True  # 5个共66万平方米的还建项目; 道路42条共51公里
        if right.base_unit is None and left.base_unit is not None and text[right.end : right.end + 1] not in _CLOSING:
            return False  # 培训1.5万人、19万农村人口饮水工程: the second counts what stands behind it
        return in_list(text, left, right)

    def _group(
        self, group: list[Quantity], previous: Quantity | None, following: Quantity | None
    ) -> list[Finding] | None:
        context, text = self._context, self._context.text
        first, last = group[0], group[-1]
        left = self._left(first, previous)
        _, right = context.layout.segment(last.end)
        if following is not None and following.start < right:
            right = following.start
        at = context.past_bracket(last.end, right)
        if text[left - 1 : left] == "：" and first.dimension in ("ratio", "points") and _follows_place(text, left):
            return head_before(context, group, left)  # 甲省：8%乙省：9%
        before = max(left, first.start - _LOOK_BACK)
        if (
            text.startswith(_ONWARD_FIRST, at)
            and _ONWARD.match(text, at)
            and _OLD_BEFORE.search(text, before, first.start)
        ):
            return _silently(head_before(context, group, left))
        if (
            text.startswith(_MOVED_FIRST, at)
            and _OLD_VALUE.match(text, at)
            and _OLD_BEFORE.search(text, before, first.start)
        ):
            return _silently(head_before(context, group, left))
        if first.dimension == "points" and text.endswith(_SHIFTED, 0, first.start):
            begin, _ = context.layout.sentence(first.start)
            if text.find("目标", begin, first.start) >= 0:
                return _silently(head_before(context, group, left))  # how far an aim was moved
        if at >= right:
            return head_before(context, group, left)  # most figures end their clause
        if (_OLD_VALUE.match(text, at, right) and _OLD_BEFORE.search(text, before, first.start)) or (
            _BASE_VALUE.match(text, at, right) and _BASE_BEFORE.search(text, before, first.start)
        ):
            return _silently(head_before(context, group, left))
        if text.startswith("的", at, right):
            return described(context, group, left, at + 1, right, following)
        if _LINK_AFTER.match(text, at, right) is None and not _verb_follows(text, at, right):
            act = ends_in_act(text, left, first.start)
            head_end = trim_tail(text, left, first.start).end
            if last.dimension == "money" and DESCRIPTOR.search(text, left, head_end) is not None:
                return described(context, group, left, at, right, following)
            counts = last.dimension in _COUNTS or (
                last.dimension in _MEASURES and _MEASURED.match(text, at, right) is not None
            )
            begin = context.lead(left, head_end)
            bare = begin >= head_end or text[begin:head_end] in _SAYS_NOTHING  # 全市完成200万㎡改造
            if counts or act is not None or bare:
                return noun_behind(context, group, left, at, right, act, following)
            if qualifies(context, last, left, at):
                return []
            return object_behind(context, group, left, at, right, following)
        return told_behind(context, group, left, at, right, following)

    def _left(self, first: Quantity, previous: Quantity | None) -> int:
        """Where the words that belong to a figure begin: after the mark, the figure and the noun before it."""
        context, text = self._context, self._context.text
        left, _ = context.layout.segment(first.start)
        if previous is not None and previous.end > left:
            named = context.last is None or context.last.quantity is not previous
            if named and (text.startswith("的", previous.end) or previous.after in _OR_MORE):
                return left  # 产值超10亿元的县增至5个, 出栏50头以上养殖比例: the figure before is part of the name
            left = previous.end
            noun_end = context.last.end if context.last is not None else 0
            if left < noun_end <= first.start and (text.startswith(_AND, noun_end) or noun_end == first.start):
                left = noun_end
            moved = _MOVED_BEHIND.match(text, left, first.start)
            left = moved.end() if moved is not None else left
        opening = _OPENING.match(text, left, first.start)
        if opening is not None:
            left = opening.end()
        placed = previous is not None and previous.dimension == "count"
        if (
            placed
            and previous is not None
            and _PLACED.search(text, max(0, previous.start - 4), previous.start) is not None
        ):
            act = _ACT.search(text, left, min(first.start, left + _PLACE_LENGTH))
            left = left if act is None else act.start()  # 在115个县建设示范片1000个: where, not what
        if previous is not None and left == previous.end:
            left = context.past_bracket(left, first.start)
        return left


def _follows_place(text: str, left: int) -> bool:
    """Whether the label that ends before an offset is the name of a place."""
    label = _LABEL.search(text, max(0, left - _LABEL_LENGTH), left)
    return label is not None and any(is_place(label[1][at:]) for at in range(len(label[1]) - 1))


def _verb_follows(text: str, at: int, right: int) -> bool:
    if opens_predicate(text, at, right):
        return True
    return _VERB_AFTER.match(text, at, right) is not None and _ATTRIBUTE_AFTER.match(text, at, right) is None


def _silently(found: list[Finding] | None) -> list[Finding] | None:
    for finding in found or ():
        finding.silent = True
    return found
