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
from orchestration.gazette.extraction.statements.words import BUILDS, GENERIC, KEEPS, PUSHES
from orchestration.gazette.language.quantities import Quantity, in_list

_MARKS = "、，：； 　|■◆●▲·—"
_ROUND = re.compile(r"[（(][^（）()]*[）)]")
_AND = re.compile(r"^(?:[、，：；和与及并 　|■◆●▲\x01]|以及|其中|同时|还有|另有)+")
_VERB_AFTER = re.compile(
    r"(?:大关|台阶|关口|门槛|达到|实现|完成|用于|入选|通过|获|居|位|再|以|比|较|增|降|均|已|全部|按期|提前|为|是|在|并|创|被|纳入|占|由|从|左右|的目标|高于|低于|稳居|跃居|排|连续|"
    r"首次|支持|等)"
)
_NOUN_STOP = re.compile(
    r"(?:完成|实现|达到|突破|入选|获批|获评|获得|荣获|升级|建成|投产|投用|开工|竣工|通车|全部|已|均|基本|成功|顺利|正式|稳定|陆续|相继|上榜|落户|签约|被|纳入|通过|列入|成为|"
    r"启动|启用|用于|提前|按期|正在|实施|增收|累计|年内|全年|跻身|晋升|蝉联|首次|进入|发生|运营|运行|受益|惠及|下降|增长|同比|以上|左右)"
)
_RANKS = re.compile(r"[（(]?(?:居|位居|位列|名列|排|增速|增幅|创|高于|快于|优于|好于|低于|同比|其中$|扣除|按|剔除|跃居|稳居|比|较|连续|继续|均|总量|占|分列|分居|首次|列|超)")
_SUBJECT = re.compile(
    r"(?P<head>[^，。；：]{2,24}?)(?:稳步|持续|平稳|保持|快速|总体|较快|居|位居|突破|超|实现|达|增长|增速|继续|不断|明显|显著|再|创|首次|跃居|稳中|由负|实际|较|比|进一步|大幅|稳定|止跌|$)"
)
_DESCRIPTOR = re.compile(r"(?:总投资额?|投资额?|总规模|规模|计划总投资|年度投资|年度计划投资|计划投资|融资|合同额|投资总额)$")
_SUMMED = re.compile(r"、[^，。；：、]{2,20}等?$")


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
            if not found:
                for quantity in group:
                    yield Unclear(quantity)
            for finding in found or ():
                self._done.append(finding)
                yield finding
            index = last + 1

    def _joined(self, left: Quantity, right: Quantity) -> bool:
        if in_list(self.layout.masked, left, right):
            return True
        return left.end == right.start  # 8.6万户15.7万名

    # --- one group of figures that share their surroundings ---

    def _group(self, group: list[Quantity], previous: Quantity | None, following: Quantity | None) -> list[Finding] | None:
        text = self.layout.masked
        first, last = group[0], group[-1]
        left, _ = self.layout.segment(first.start)
        _, right = self.layout.segment(last.end)
        if previous is not None and previous.end > left:
            left = previous.end
        if following is not None and following.start < right:
            right = following.start
        opening = _AND.match(text, left, first.start)
        if opening is not None:
            left = opening.end()
        after = text[last.end : right]
        skipped = len(after) - len(after.lstrip(HIDDEN)) if self.layout.text[last.end : last.end + 1] in "（(" else 0
        after = after[skipped:]
        noun_at = last.end + skipped
        if after.startswith("的"):
            return self._of(group, left, noun_at + 1, right, following)
        if after and after[0] not in "、和与及并，）) " and not after.startswith(("以及", "其中")):
            verb = _VERB_AFTER.match(after)
            act = ends_in_act(text, left, first.start)
            trimmed = trim_tail(text, left, first.start)
            bare = self._lead(left, trimmed.end)[0] >= trimmed.end
            counts = last.dimension in ("count", "people", "households")
            if verb is None and (act is not None or bare or counts):
                if counts or act is not None or last.dimension in ("ratio", "length", "area"):
                    return self._noun_behind(group, left, noun_at, right, act)
                return None
        return self._head_before(group, left)

    # --- the noun behind: 新建40片运动场地 ---

    def _noun_behind(
        self, group: list[Quantity], left: int, at: int, right: int, act: str | None
    ) -> list[Finding] | None:
        first = group[0]
        segment, _ = self.layout.segment(first.start)
        if act is None and left > segment and self._act_segment == segment and self._only_link(left, first):
            act = self._act  # 新增1家…、17家…
        self._act, self._act_segment = act, segment
        if act in PUSHES and all(quantity.comparator == "=" for quantity in group):
            return []
        if act is None and _SUMMED.search(self.layout.masked, left, first.start) is not None:
            return []  # 淄川、博山、周村3个区: a sum of names just listed
        end = self._noun_end(at, right, subject=act is None)
        head = self._clean(at, end)
        if act in KEEPS:
            head = act + head
        if len(head) < 2:
            return None
        start = self._quote_start(left, first)
        return [Finding(q, head, start, max(end, q.end), act=act, rule="noun_behind") for q in group]

    def _noun_end(self, at: int, right: int, subject: bool) -> int:
        """Where the noun behind a figure ends: at a verb, or before the 和 of a list."""
        text = self.layout.masked
        end = right
        if subject or (right < len(text) and text[right : right + 1] not in "，。；：！\n|"):
            for stop in _NOUN_STOP.finditer(text, at + 1, right):
                rest = right - at
                if subject and rest <= 14 and text[right : right + 1] in "，。；！\n":
                    break
                if text[stop.end() : stop.end() + 1] not in "率点量额":
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
            if re.match(r"(?:年均|平均)?(?:增速|增长|增幅|速度|涨幅)", noun):
                found = self._head_before(group, left)
                for finding in found or ():
                    finding.words = (*finding.words, "增长")
                return found
            if re.match(r"[^，。；]{0,4}(?:目标|水平|速度|幅度|标准|要求|区间|比例)", noun):
                return []
            if act is not None or trimmed.end <= left or {"实现", "完成"} & set(trimmed.words):
                return self._noun_behind(group, left, at, right, act)
            return []
        if first.dimension in ("count", "people", "households"):
            return self._noun_behind(group, left, at, right, act)
        return []

    # --- the head before: 地区生产总值增长7% ---

    def _head_before(self, group: list[Quantity], left: int) -> list[Finding] | None:
        text = self.layout.masked
        first = group[0]
        trimmed = trim_tail(text, left, first.start)
        start, end = self._lead(left, trimmed.end)
        head = self._clean(start, end)
        words = trimmed.words
        if not head or head in GENERIC or head.startswith(("占", "其中")):
            return self._carried(group, head, words, left)
        start, head = self._last_act(start, end, head)
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
        each = "均" in words or "各" in words or "都" in words
        if values == 1 and not each and quantity.dimension not in ("ratio", "points"):
            return [head + tail]
        parts = [part + tail for part in split_joined(head)]
        if values == 1:
            if each or (apart and len(parts) > 1 and all(is_indicator(part) for part in parts)):
                return parts
            joined = len(parts) > 1 and not head.startswith("城乡") and all(is_indicator(p) for p in _JOIN.split(head))
            return parts if joined else [head + tail]
        if len(parts) == values:
            return parts
        return None if apart else [head + tail]

    # --- no head of its own: …亿元，增长2.8% ---

    def _carried(self, group: list[Quantity], own: str, words: tuple[str, ...], left: int) -> list[Finding] | None:
        start = self._quote_start(left, group[0])
        if len(group) > 1 and len(self._done) >= len(group):
            sources = [finding.head for finding in self._done[-len(group) :]]
            if "分别" in words or len(set(sources)) == len(group):
                return [
                    Finding(q, self._with_own(head, own), start, q.end, words, rule="carried_list")
                    for q, head in zip(group, sources, strict=True)
                ]
        head = self._source(left)
        if head is None:
            return None
        return [Finding(q, self._with_own(head, own), start, q.end, words, rule="carried") for q in group]

    def _with_own(self, head: str, own: str) -> str:
        own = own.removeprefix("其中")
        if not own or head.endswith(own):
            return head
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
                return last.head
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
                return None if last is None or len(words) > 12 else last.head
            at = start
        if last is not None:
            return last.head
        return None

    # --- small helpers ---

    def _lead(self, start: int, end: int) -> tuple[int, int]:
        begin, _ = trim_lead(self.layout.masked, start, end, self.places)
        return begin, end

    def _clean(self, start: int, end: int) -> str:
        words = self.layout.text[start:end]
        if "（" in words or "(" in words:
            words = _ROUND.sub("", words)
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
            best = match.start("act")
        if best <= start:
            return start, head
        begin, _ = self._lead(best, end)
        shorter = self._clean(begin, end)
        return (begin, shorter) if len(shorter) >= 2 else (start, head)


_JOIN = re.compile(r"[、，]|和|及|与")
_ACT_WORDS = "|".join(sorted(BUILDS | KEEPS, key=len, reverse=True))
_INNER_ACT = re.compile(
    rf"(?:[等并将要共已，]|累计|全年|年内|城市|分别)(?P<act>{_ACT_WORDS})(?![率量额点业类]|等|总值)"
)
