"""Reads the quantities of one sentence into findings: each with the indicator it is a figure of.

Three shapes carry almost all: head before the figure (地区生产总值增长7%), noun behind it (新建40片运动场地), and no head of its
own (…亿元，增长2.8%), which takes the head from before. Joined heads (A、B分别增长x、y) give a finding each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from orchestration.gazette.extraction.statements.layout import HIDDEN, Layout
from orchestration.gazette.extraction.statements.phrases import (
    ends_in_act,
    is_indicator,
    plain,
    split_joined,
    trim_lead,
    trim_tail,
    without_times,
)
from orchestration.gazette.extraction.statements.words import BUILDS, GENERIC, KEEPS, LEAD, PUSHES, STAGES
from orchestration.gazette.language.quantities import Quantity, in_list

_MARKS = "、，：； 　|■◆●▲·—"
_ROUND = re.compile(r"[（(][^（）()]*[）)]")
_AND = re.compile(r"(?:[、，：；及 　|■◆●▲]|[和与](?![美谐平])|并(?!购)|以及|其中|同时|还有|另有)+")
_LINK_AFTER = re.compile(r"[、及，）) ]|[和与](?![美谐平])|并(?!购)|以及|其中")
_VERB_AFTER = re.compile(
    r"大关|台阶|关口|门槛|达到|实现|完成|用于|入选|通过(?!率)|获(?!批的|奖)|居(?![民住委家])|位(?=[居列于])|再(?![生造贷制])|以(?![上下内])|比(?!例)|较(?!大|高|多)|"
    r"增(?=长|加|幅|速|至|到)|降(?=低|至|到|幅)|均|已|全部|按期|提前|为(?!民|农|老)|是|在(?![建线校编岗园产读营运])|并|创(?=历|下|造|建|近|出)|被|纳入|占|由|从(?!业)|左右|的目标|高于|低于|"
    r"稳居|跃居|排(?=名|在|第|全)|连续|首次|支持|等"
)
_NOUN_STOP = re.compile(
    r"(?:完成|实现|达到|突破|入选|获批|获评|获得|荣获|升级|建成|投产|投用|开工|竣工|通车|全部|已|均|基本|成功|顺利|正式|稳定|陆续|相继|上榜|落户|签约|被|纳入|通过|列入|成为|"
    r"启动|启用|用于|提前|按期|正在|实施|提供|进行|开展|给予|在(?!建|线|校|编|岗|职)|率先|增收|累计|年内|全年|跻身|晋升|蝉联|首次|进入|发生(?!产)|运营|运行|受益|惠及|下降|增长|同比|(?<!规模)(?<!级)(?<!限额)以上|左右)"
)
_RANKS = re.compile(
    r"[（(]?(?:居|位居|位列|名列|排|增速|增幅|创|高于|快于|优于|好于|低于|同比|其中$|扣除|按|剔除|跃居|稳居|比|较|连续|继续|均|总量|占|分列|分居|首次|列|超)"
)
_SUBJECT = re.compile(
    r"(?P<head>[^，。；：]{2,24}?)(?:稳步|持续|平稳|保持|快速|总体|较快|居|位居|突破|超|实现|达|增长|增速|继续|不断|明显|显著|再|创|首次|跃居|稳中|由负|从无到有|从零|连跨|连续|迈上|跨上|跨越|跃上|站上|实际|较|比|进一步|大幅|稳定|止跌|$)"
)
_DESCRIPTOR = re.compile(
    r"(?:总投资额?|投资额?|总规模|规模|计划总投资|年度投资|年度计划投资|计划投资|融资|合同额|投资总额)$"
)
_SUMMED = re.compile(r"(?:、[^，。；：、]{2,20}){1,9}$")
_CIRCUMSTANCES = ("情况下", "基础上", "前提下", "背景下", "因素后", "影响后")
_STAND_INS = ("答卷", "成绩单")
_OTHER_NOUN = re.compile(r"(?:投资|产值|产量|装机规模|营收)$")
_FOR_WHOM = re.compile(r"(?:为|对|在|将|把|向)(?:全[市省县区州]|我[市省县区]|[本各]\w)?")
_HOW_MANY = re.compile(r"[两二三四五六七八九十][大类]")
_AND_NAMES = re.compile(r"[和、]")
_TWINS = {
    "支出": "收入",
    "收入": "支出",
    "贷款余额": "存款余额",
    "存款余额": "贷款余额",
    "进口": "出口",
    "出口": "进口",
}
_STAGE_END = re.compile(r"(?:新开工|开工|启动|签约|竣工|投产|入库)$")
_NEWLY = re.compile(r"^(?:新增|净增|新发展|新引进|新培育|新认定|新建|创建|培育|引进)")
_RATE_OF = re.compile(r"(?<![、和与及])(?:率|占比|比例|比重|浓度|水平|指数|余额|收入|增加值)[^、，。；]{0,8}$")
_MERGED = re.compile(
    r"(?:优化)?(?:整合|合并|压减|精简|减少|撤并|归并)(?:优化)?(?:为|至|到|成)$"
)  # 188个园区整合为120个
_INTRODUCED = re.compile(r"(?:目标|指标|任务|结果|情况|数据)(?:分别)?(?:是|为)")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]")
_LISTED = re.compile(r"[等、和及与]")
_STOP = re.compile(r"[，。；：！\n、]|(?<![A-Za-z0-9.])\d(?![GADK])")
_LESSER = re.compile(
    r"在(?:全国|全省|全市)(?:率先|首批)?|全部|稳步|顺利|成功|正式|基本|率先|全面(?=[\u4e00-\u9fff]{2})|均|已经?"
)
_OLD_VALUE = re.compile(
    r"(?:左右|以上|以下)?(?:大幅|逐步|进一步|显著|明显|优化)?(?:整合|合并|归并|提高|提升|增加|上升|增长|扩大|下降|降低|减少|下调|上调|压缩|缩短|调整|压减|精简|拓展|延长|收窄|回落|跃升|变|改|增|升|降|减)"
    r"(?:到|至|为|了|成)"
)
_BASE_VALUE = re.compile(r"(?:提高|提升|增加|上升|增长|扩大|下降|降低|减少|净增)")
_BASE_BEFORE = re.compile(r"(?<![占同环对可])[较比](?![重例率值大高])[^，。；]{0,16}$")
# 3个万亿级和7个千亿级产业集群: what the first left out stands behind the last.
_GRADE_ENDING = re.compile(
    r"(?:[、和与及](?:\d+[余多]?[个家所处座项])?[^，。；、和与及]{0,6}级)+([^，。；、和与及\d]{2,14})"
)
_OLD_BEFORE = re.compile(r"(?:由|从|自)[^，。；]{0,16}$")


@dataclass(slots=True)
class Finding:
    """One figure with its indicator; offsets are those of the matching form."""

    quantity: Quantity
    head: str
    start: int  # of the quote
    end: int
    words: tuple[str, ...] = ()  # the predicate words beside the figure
    act: str | None = None
    rule: str = "head_before"
    carry: str | None = None  # the head that later figures carry over, where it is not ``head``
    silent: bool = False  # no statement of its own (an old value, works merely pushed on), but its head holds on


@dataclass(slots=True)
class Unclear:
    """A figure whose indicator could not be told."""

    quantity: Quantity


@dataclass(slots=True)
class SentenceReader:
    """Reads sentences in order; remembers the last finding, for heads that are carried over."""

    layout: Layout
    places: tuple[str, ...]
    _done: list[Finding] = field(default_factory=list)
    _before_sentence: Finding | None = None
    _act: str | None = None  # the act of the list that the figure before belongs to
    _act_segment: int = -1

    def read(self, group_of: list[Quantity]) -> Iterator[Finding | Unclear]:
        """Findings of one sentence, given its quantities that can be statements, in order."""
        self._before_sentence = self._done[-1] if self._done else None
        self._done = []
        index = 0
        while index < len(group_of):
            last = index
            while last + 1 < len(group_of) and self._joined(group_of[last], group_of[last + 1]):
                last += 1
            group = group_of[index : last + 1]
            previous = group_of[index - 1] if index else None
            following = group_of[last + 1] if last + 1 < len(group_of) else None
            found = self._group(group, previous, following)
            if found is None:
                for quantity in group:
                    yield Unclear(quantity)
            for finding in found or ():
                self._done.append(finding)
                if not finding.silent:
                    yield finding
            index = last + 1

    def _joined(self, left: Quantity, right: Quantity) -> bool:
        if in_list(self.layout.masked, left, right):
            return True
        return left.end == right.start  # 8.6万户15.7万名

    # --- one group of figures that share their surroundings ---

    def _group(
        self, group: list[Quantity], previous: Quantity | None, following: Quantity | None
    ) -> list[Finding] | None:
        text = self.layout.masked
        first, last = group[0], group[-1]
        left, _ = self.layout.segment(first.start)
        _, right = self.layout.segment(last.end)
        if previous is not None and previous.end > left:
            left = previous.end
            noun_end = self._done[-1].end if self._done else 0
            if left < noun_end <= first.start and (text[noun_end] in "、和与及" or noun_end == first.start):
                left = noun_end  # the noun of the figure before is none of this one's
        if following is not None and following.start < right:
            right = following.start
        opening = _AND.match(text, left, first.start)
        if opening is not None:
            left = opening.end()
        while (
            text[left] == HIDDEN and self.layout.text[left] in "（(" and previous is not None and left == previous.end
        ):
            left += len(text[left : first.start]) - len(text[left : first.start].lstrip(HIDDEN))
        after = text[last.end : right]
        skipped = len(after) - len(after.lstrip(HIDDEN)) if self.layout.text[last.end : last.end + 1] in "（(" else 0
        after = after[skipped:]
        noun_at = last.end + skipped
        if _OLD_VALUE.match(after) is not None and _OLD_BEFORE.search(text, max(left, first.start - 18), first.start):
            return self._silently(self._head_before(group, left))
        if _BASE_VALUE.match(after) is not None and _BASE_BEFORE.search(text, max(left, first.start - 18), first.start):
            return self._silently(self._head_before(group, left))  # 较上年的9323亿元增加4374亿元
        if after.startswith("的"):
            return self._of(group, left, noun_at + 1, right, following)
        if after and _LINK_AFTER.match(after) is None:
            verb = _VERB_AFTER.match(after)
            act = ends_in_act(text, left, first.start)
            trimmed = trim_tail(text, left, first.start)
            descriptor = _DESCRIPTOR.search(text, left, trimmed.end)
            if last.dimension == "money" and descriptor is not None and verb is None:
                return self._of(group, left, noun_at, right, following)
            bare = self._lead(left, trimmed.end)[0] >= trimmed.end
            counts = last.dimension in ("count", "people", "households")
            if verb is None and (act is not None or bare or counts):
                if counts or act is not None or last.dimension in ("ratio", "length", "area"):
                    return self._noun_behind(group, left, noun_at, right, act, following)
                return None
        return self._head_before(group, left)

    def _silently(self, found: list[Finding] | None) -> list[Finding] | None:
        for finding in found or ():
            finding.silent = True
        return found

    # --- the noun behind: 新建40片运动场地 ---

    def _noun_behind(
        self, group: list[Quantity], left: int, at: int, right: int, act: str | None, following: Quantity | None
    ) -> list[Finding] | None:
        first = group[0]
        segment, _ = self.layout.segment(first.start)
        residue = ""
        if act is None and left > segment and self._act_segment == segment and left >= first.start:
            act = self._act  # 新增1家…、17家…
        elif act is None and left < first.start:
            act, residue = self._opening_act(left, first.start)
        self._act, self._act_segment = act, segment
        if act is None and self._sums_names(left, group):
            return []
        if act is None and _RATE_OF.search(self.layout.masked, at, right) is not None and self._is_ratio(following):
            return []  # 22条排水沟整治率达100%: the count only says of what
        merged = following is not None and _MERGED.search(self.layout.masked, at, right)
        end = self._noun_end(at, merged.start() if merged else right, subject=act is None)
        noun = self._clean(at, self._noun_end(at, right, subject=True))
        head = self._noun(at, end, noun, residue, act)
        if len(head) < 2:
            return None
        pushed = bool(merged) or (act in PUSHES and all(quantity.comparator == "=" for quantity in group))
        start = self._quote_start(left, first)
        return [
            Finding(q, head, start, max(end, q.end), act=act, rule="noun_behind", carry=noun or head, silent=pushed)
            for q in group
        ]

    def _noun(self, at: int, end: int, noun: str, residue: str, act: str | None) -> str:
        """The indicator that a counted noun makes, with the act or the place without which it would mislead."""
        text = self.layout.masked
        head = self._clean(at, end)
        if act is None:
            stop = self._segment_stop(end)
            followed = self.layout.text[stop : stop + 1].isdigit()  # 320个市重大项目完成投资850亿元
            whole = noun if followed else _LESSER.sub("", self._clean(at, stop))
            head = whole if len(whole) <= 20 or (len(noun) <= 3 and len(whole) <= 30) else noun
        if "、" in head and head.rfind("的") > head.rfind("、"):
            head = head.rpartition("的")[2]  # 开放共享、规范运营的城市书房
        if head.endswith("级") and len(head) <= 6:
            ending = _GRADE_ENDING.match(text, end)
            head += ending[1] if ending is not None else ""
        head = residue + head
        return act + head if act in KEEPS and not head.startswith(act) else head

    def _is_ratio(self, quantity: Quantity | None) -> bool:
        return quantity is not None and quantity.dimension in ("ratio", "points")

    def _segment_stop(self, end: int) -> int:
        """Where the words after a noun end: at the next mark, or before the next figure of the sentence."""
        text = self.layout.masked
        match = _STOP.search(text, end)
        return match.start() if match is not None else len(text)

    def _opening_act(self, left: int, end: int) -> tuple[str | None, str]:
        """The act a clause opens with, where a noun stands between it and the figure: 改造提升…等27座公园."""
        text = self.layout.masked
        if text[end - 1] == "的":
            return None, ""  # 新排查出的1304户危房: a clause about the noun
        begin, words = trim_lead(text, left, end, self.places)
        act = next((word for word in reversed(words) if word in BUILDS or word in PUSHES), None)
        kept = self._kept_act(text[begin : begin + 4])
        if kept is not None:
            act, begin = kept, begin + len(kept)
        residue = self._clean(begin, end) if text[end - 1] != "等" else ""
        if (
            not residue
            or residue in LEAD
            or _FOR_WHOM.fullmatch(residue)
            or len(residue) > (8 if act is not None else 16)
            or _LISTED.search(residue) is not None
        ):
            return act, ""
        return act, residue

    def _sums_names(self, left: int, group: list[Quantity]) -> bool:
        """Whether a count only sums names just listed (淄川、博山、周村3个区); 等 leaves room for more than were named."""
        match = _SUMMED.search(self.layout.masked, left, group[0].start)
        if match is None:
            return False
        return not match[0].endswith("等") or match[0].count("、") + 1 == group[0].value

    def _noun_end(self, at: int, right: int, subject: bool) -> int:
        """Where the noun behind a figure ends: at a verb, or before the 和 of a list."""
        text = self.layout.masked
        end = right
        if text[right : right + 1] not in ("，", "。", "；", "：", "！", "\n", "|", ""):
            cut = text.rfind("、", at, right)
            if text[right - 1] == "等":
                listed = _AND_NAMES.search(text, at + 1, right)  # 8座中型水库和松桃陆家坝、青山冲等5座
                cut = listed.start() if listed is not None else cut
            if cut > at:
                end = right = cut  # 3条地铁新线、新增里程30公里
        if subject or text[right : right + 1] not in ("，", "。", "；", "：", "！", "\n", "|", ""):
            for stop in _NOUN_STOP.finditer(text, at + 1, right):
                if text[stop.end() : stop.end() + 1] not in ("率", "点", "量", "额"):
                    end = stop.start()
                    break
        while end > at and text[end - 1] in "、和与及并，以":
            end -= 1
        return end

    # --- 的: 总投资5100亿元的440个项目; 完成40%以上的行政村污水治理任务 ---

    def _of(
        self, group: list[Quantity], left: int, at: int, right: int, following: Quantity | None
    ) -> list[Finding] | None:
        text = self.layout.masked
        first = group[0]
        trimmed = trim_tail(text, left, first.start)
        descriptor = _DESCRIPTOR.search(text, left, trimmed.end)
        if first.dimension == "money" and descriptor is not None:
            noun, stop = at, right
            if following is not None and following.start <= at:
                noun = following.end
                _, stop = self.layout.segment(following.end)
                later = re.search(r"[、和与及]?\d", text[noun:stop])
                stop = noun + later.start() if later is not None else stop
            elif following is not None and right == following.start:
                noun, stop = at, right
            end = self._noun_end(noun, stop, subject=True)
            head = self._clean(noun, end)
            if not head:
                before = self._clean(*self._lead(left, descriptor.start()))
                head = before
            if not head:
                return []
            word = text[descriptor.start() : descriptor.end()].replace("计划总投资", "总投资")
            return [Finding(q, head + word, descriptor.start(), q.end, rule="descriptor") for q in group]
        act = ends_in_act(text, left, first.start)
        noun = text[at:right]
        if first.dimension == "ratio":
            if re.match(r"(?:年均|平均)?(?:增速|增长|增幅)?(?:目标|预期)", noun):
                return []
            if re.match(r"(?:年均|平均)?(?:增速|增长|增幅|速度|涨幅)", noun):
                found = self._head_before(group, left)
                for finding in found or ():
                    finding.words = (*finding.words, "增长")
                return found
            if re.match(r"[^，。；]{0,4}(?:目标|水平|速度|幅度|标准|要求|区间|比例)", noun):
                return []
            if act is not None or trimmed.end <= left or {"实现", "完成"} & set(trimmed.words):
                return self._noun_behind(group, left, at, right, act, following)
            return []
        if first.dimension in ("count", "people", "households"):
            return self._noun_behind(group, left, at, right, act, following)
        return []

    # --- the head before: 地区生产总值增长7% ---

    def _head_before(self, group: list[Quantity], left: int) -> list[Finding] | None:
        text = self.layout.masked
        first = group[0]
        trimmed = trim_tail(text, left, first.start)
        start, end = self._lead(left, trimmed.end)
        head = self._clean(start, end)
        words = trimmed.words
        if text.startswith("累计", left) or "累计" in text[left:start]:
            words = (*words, "累计")
        if head.endswith(_STAND_INS):
            source = self._before_sentence if not self._done else self._done[-1]
            return (
                [Finding(q, self._held(source), start, q.end, words, rule="carried") for q in group] if source else None
            )
        if head.startswith("超计划"):
            return []
        if head.endswith(_CIRCUMSTANCES):
            return self._carried(group, "", words, left)
        if not head or head in GENERIC or head in STAGES or head.startswith(("占", "其中")):
            return self._carried(group, head, words, left)
        intro = _INTRODUCED.search(text, start, end)
        if intro is not None and intro.end() < end:
            start, end = self._lead(intro.end(), end)
            head = self._clean(start, end)
        start, head = self._last_act(start, end, head)
        if head == "经济":
            head = "经济增长"
        head = self._rate_of(start, head)
        heads = self._heads(head, len(group), words, first)
        if heads is None:
            return None
        quote = start if start >= left else left
        if len(group) == 1 or len(heads) != len(group):
            if len(group) > 1 and len(heads) > 1:
                heads = [head]
            return [Finding(q, one, quote, q.end, words, self._kept_act(head)) for q in group for one in heads]
        return [
            Finding(q, one, quote, q.end, words, self._kept_act(one), rule="joined_heads")
            for q, one in zip(group, heads, strict=True)
        ]

    def _rate_of(self, start: int, head: str) -> str:
        """A bare rate takes the noun it repeats: 稳妥推进农村承包地流转，流转率 -> 农村承包地流转率."""
        if len(head) > 3 or not head.endswith("率"):
            return head
        text = self.layout.masked
        if start < 4 or text[start - 1] != "，" or text[start - len(head) : start - 1] != head[:-1]:
            return head
        before, _ = self.layout.segment(start - 2)
        begin, _ = self._lead(before, start - len(head))
        return self._clean(begin, start - len(head)) + head

    def _heads(self, head: str, values: int, words: tuple[str, ...], quantity: Quantity) -> list[str] | None:
        apart = "分别" in words or "分别" in head
        tail = ""
        if "分别" in head:
            head, _, tail = head.partition("分别")
        each = any(word in words for word in ("均", "各", "都", "双双"))
        if values == 1 and not each and quantity.dimension not in ("ratio", "points"):
            return [head + tail]
        parts = [part + tail for part in split_joined(head)]
        if values == 1:
            alone = all(is_indicator(part) for part in _JOIN.split(head + tail))
            if len(parts) > 1 and "等" not in head and (alone or (each and not apart)):
                return parts
            return [head + tail]
        if len(parts) == values:
            return parts
        listed = [part + tail for part in split_joined(_HOW_MANY.sub("", head), only_marks=True)]
        if len(listed) == values:
            return listed  # 电子信息、绿色建材和装配式建筑两大产业: two
        return None if apart else [head + tail]

    # --- no head of its own: …亿元，增长2.8% ---

    def _carried(self, group: list[Quantity], own: str, words: tuple[str, ...], left: int) -> list[Finding] | None:
        start = self._quote_start(left, group[0])
        if len(group) > 1 and "分别" in words and (named := self._subjects_before(left, len(group))) is not None:
            return [
                Finding(q, self._with_own(head, own), start, q.end, words, rule="carried_list")
                for q, head in zip(group, named, strict=True)
            ]
        if len(group) > 1 and len(self._done) >= len(group):
            sources = [self._held(finding) for finding in self._done[-len(group) :]]
            if "分别" in words or len(set(sources)) == len(group):
                return [
                    Finding(q, self._with_own(head, own), start, q.end, words, rule="carried_list")
                    for q, head in zip(group, sources, strict=True)
                ]
        if len(group) > 1 and "分别" in words:
            return None
        head = self._source(left)
        if head is None:
            head = self._named_before(left)
            if head is None and len(own) < 4 and not (is_indicator(own) and own.endswith(("率", "量", "值"))):
                return None
        if self._done and self._done[-1].silent:
            words = (*words, *self._done[-1].words)  # 增长速度由4.4%提高到10%
        if own == "投资" and self.layout.masked.endswith("完成投资", left, group[0].start):
            own = "完成投资"
        return [Finding(q, self._with_own(head or "", own), start, q.end, words, rule="carried") for q in group]

    def _subjects_before(self, left: int, number: int) -> list[str] | None:
        """Joined subjects of a figureless segment just before (A、B从无到有，分别达2个、3个)."""
        start, _ = self.layout.segment(max(0, left - 1))
        last = self._done[-1] if self._done else None
        if start < self.layout.sentence(left)[0] or (last is not None and last.quantity.start >= start):
            return None
        match = _SUBJECT.match(self.layout.masked[start : left - 1])
        if match is None:
            return None
        begin, end = self._lead(start, start + match.end("head"))
        heads = split_joined(self._clean(begin, end))
        return heads if len(heads) == number else None

    def _named_before(self, left: int) -> str | None:
        """A quoted name that ends the segment before: …补充医疗保险“齐惠保”，参保人数."""
        text = self.layout.text
        close = left - 1
        while close > 0 and text[close] in "，、 ":
            close -= 1
        if close > 0 and text[close] == "”":
            begin = text.rfind("“", max(0, close - 20), close)
            if begin >= 0:
                return text[begin : close + 1]
        return None

    def _with_own(self, head: str, own: str) -> str:
        """A carried head with the few words the figure has of its own: …、总数186家; …收入2.3%、支出…."""
        own = own.removeprefix("其中")
        if not own or head.endswith(own):
            return head
        if own.startswith("占") and "占" in head:
            return head[: head.rindex("占")] + own
        twin = _TWINS.get(own)
        if twin is not None and head.endswith(twin):
            return head[: -len(twin)] + own
        if own in ("总数", "总量", "总里程", "总数量"):
            head = _NEWLY.sub("", head)  # 新增上市公司62家、总数186家
        if (
            own in GENERIC
            and len(own) >= 3
            and _OTHER_NOUN.search(head) is not None
            and own not in ("总投资", "完成投资")
        ):
            head = _OTHER_NOUN.sub("", head)  # 新能源投资增长70%、装机规模增长38%
        if own in STAGES:
            head = _STAGE_END.sub("", head)  # 重大项目开工390个、竣工437个
        return head + own

    def _source(self, left: int) -> str | None:
        """The head that holds at an offset: of the segment before, unless a figureless one in between has its own."""
        last = self._done[-1] if self._done else None
        at = left
        for _ in range(4):
            start, _end = self.layout.segment(max(0, at - 1)) if at else (0, 0)
            stop = at
            while stop > start and self.layout.masked[stop - 1] in "，：； 　":
                stop -= 1
            if last is not None and start <= last.quantity.start:
                return self._held(last)
            sentence_start, _ = self.layout.sentence(left)
            if start < sentence_start or stop <= start:
                break
            words = self.layout.masked[start:stop]
            if _RANKS.match(words) is None:
                match = _SUBJECT.match(words)
                if match is not None:
                    begin, end = self._lead(start, start + match.end("head"))
                    head = self._clean(begin, end)
                    if is_indicator(head):
                        return head
                return None if last is None or len(words) > 12 else self._held(last)
            at = start
        if last is not None:
            return self._held(last)
        return None

    # --- small helpers ---

    def _held(self, finding: Finding) -> str:
        return finding.carry or finding.head

    def _lead(self, start: int, end: int) -> tuple[int, int]:
        begin, _ = trim_lead(self.layout.masked, start, end, self.places)
        return begin, end

    def _clean(self, start: int, end: int) -> str:
        words = self.layout.text[start:end]
        if "（" in words or "(" in words:
            words = _ROUND.sub(_short_bracket, words)
        if "[" in words:
            words = _FOOTNOTE.sub("", words)
        return plain(without_times(words))

    def _quote_start(self, left: int, quantity: Quantity) -> int:
        text = self.layout.masked
        while left < quantity.start and text[left] in _MARKS:
            left += 1
        return left

    def _only_link(self, left: int, quantity: Quantity) -> bool:
        """Whether nothing but 、 or 和 stands between a figure and what was read before it."""
        return left >= quantity.start

    def _kept_act(self, head: str) -> str | None:
        for length in (4, 3, 2):
            if head[:length] in KEEPS:
                return head[:length]
        return None

    def _last_act(self, start: int, end: int, head: str) -> tuple[int, str]:
        """A head with a clause before its act keeps only what follows (委托…等培训企业家 -> 培训企业家)."""
        text = self.layout.masked
        best = -1
        for match in _INNER_ACT.finditer(text, start, end - 1):
            best = match.start("act") if match["act"] else match.start("kept")
        if best <= start:
            return start, head
        begin, _ = self._lead(best, end)
        shorter = self._clean(begin, end)
        return (begin, shorter) if len(shorter) >= 2 else (start, head)


def _short_bracket(match: re.Match[str]) -> str:
    """镇（街道）keeps its bracket; what explains at length goes."""
    inner = match[0][1:-1]
    return match[0] if len(inner) <= 4 and not re.search(r"[、，\d]|含|不|下同|预计", inner) else ""


_JOIN = re.compile(r"[、，]|和|及|与")
_ACT_WORDS = "|".join(sorted(BUILDS | KEEPS, key=len, reverse=True))
# Acts that open a new clause behind 、 (评审、压减资金): verbs alone, not 贷款 or 投资.
_KEPT_WORDS = "压减|化解|培育|引进|发放|盘活|淘汰|拆除|治理|修复|新增|整治|打通|清理|减少|带动|吸纳|培训|办理|招引|处置|争取|安置|兑现|减免|追回|破获|查处|查办"
_INNER_ACT = re.compile(
    rf"(?:(?:[等并将要共已，]|累计|全年|年内|城市|分别)(?P<act>{_ACT_WORDS})|、(?P<kept>{_KEPT_WORDS}))(?![率量额点业类]|等|总值)"
)
