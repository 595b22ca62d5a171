"""The text laid out for statements: brackets and short quotations masked, sentences and segments found.

A mask is as long as what it hides, so that offsets hold. A comma inside a bracket or a name ends no segment.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from copy import copy
from functools import cached_property

from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.quantities import labels_before_figures

HIDDEN = "\x01"
REMARK = "\x02"  # （下同）: passed over wherever it stands
_ENCLOSED = re.compile(
    r"（[^（）\n]{0,80}）|“[^“”\n]{0,26}”|《[^《》\n]{0,60}》|\([^()\n]{0,80}\)|【[^【】\n]{0,40}】|〔[^〔〕\n]{0,40}〕"
)
_ON_FIGURE = re.compile("[（(]按?(?:同口径|可比口径|可比价格?|现价|预计数?|快报数?|初步统计)[)）]")
_LABEL = re.compile(r"[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]")
_LONGEST_LABEL = 5  # characters
_FIGURE = re.compile(
    r"“(?:不低于|不超过|不少于|超过|约)?\d[\d.]*(?:[%％]|个百分点|[万亿]+元?)?(?:[-—~～至]\d[\d.]*[%％]?)?(?:左右|以上|以内|以下)?”"
)
_STOP = re.compile("[，。；：]")
# 四、at the beginning of a line or behind a full stop; not 一、二、三产业. The mark before it is matched, not looked back
# at, so that re can scan for it.
_VERBS = "完成|新[改扩]?建|新增|新开|建[设成]|实施|筹[建集]|推[进动]|开[展发]|举办|改造|优化|创建|培训|为\\d|提[升高]|继续|打造|启动|引进|解决"
_LINE_LABEL = re.compile(
    rf"(?P<mark>[\n。；])(?=[一二三四五六七八九十\d])(?P<label>(?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}})、|(?<=\n)(?:0\d[ 　]?|\d{{1,2}}[ 　]?(?={_VERBS})))(?![一二三四五六七八九十\d]{{1,2}}[、产])"
)
_SENTENCE_ENDS = frozenset("。！？\n")  # each ends a segment too
_SEGMENT_END = re.compile(r"[，；。：！？\n|■◆●▲—](?:(?<![—：])|(?<=—)—|(?<=：)(?!(?<=[0-9]：)[0-9]))")
# A dash parts only where it is double, a colon not between digits (2.5：1).
# Figures inside are not the document's own: what a higher government said, before what is done about it.
_OF_WHICH = ("其中", "包括")
_QUOTED_DUTY = "关于“"
_MEASURES = re.compile(r"(?:落实|具体|贯彻|推进|我市)(?:措施|举措|任务)")


class Layout:
    """Masked text, sentences and segments of one document; all offsets are those of the matching form."""

    def __init__(self, marked: MarkedText) -> None:
        self.marked = marked
        self.text = marked.text
        self.hidden: list[tuple[int, int]] = []
        self.masked = self._mask()

    def of_which(self) -> Layout | None:
        """The text inside the brackets that name parts (（其中新增债券12亿元）), each a sentence of its own; None without one."""
        inner = [span for span in self.hidden if self.text.startswith(_OF_WHICH, span[0] + 1)]
        if not inner:
            return None
        layout = copy(self)
        for known in ("_sentence_ends", "_segment_stops"):
            layout.__dict__.pop(known, None)  # of the other masks
        pieces: list[str] = []
        at = 0
        for start, end in inner:
            pieces += [HIDDEN * (start - at), "。", self.text[start + 1 : end - 1], "。"]
            at = end
        layout.masked = "".join(pieces) + HIDDEN * (len(self.text) - at)
        return layout

    def _mask(self) -> str:
        text = self.text
        pieces: list[str] = []
        at = 0
        for match in _ENCLOSED.finditer(text):
            start, end = match.span()
            first = text[start]
            if first == "“" and _FIGURE.fullmatch(text, start, end) is not None:
                pieces += [text[at:start], REMARK, text[start + 1 : end - 1], REMARK]  # 目标为“5%左右”
                at = end
                continue
            if first == "“" and _STOP.search(text, start, end) is not None:
                continue  # running speech, not a name
            pieces.append(text[at:start])
            at = end
            if first in "（(":
                if text.startswith("下同）", end - 3) or _ON_FIGURE.fullmatch(text, start, end) is not None:
                    pieces.append(REMARK * (end - start))
                    continue
                is_label = end - start <= _LONGEST_LABEL and _LABEL.fullmatch(text, start, end) is not None
                if is_label and not (start and text[start - 1] in "小大" and text[end : end + 1] == "型"):
                    pieces.append("。" * (end - start))
                    continue
            pieces.append(HIDDEN * (end - start))
            self.hidden.append((start, end))
        pieces.append(text[at:])
        masked = _LINE_LABEL.sub(lambda match: match["mark"] + "。" * len(match["label"]), "\n" + "".join(pieces))[1:]
        for start, end in labels_before_figures(text):
            masked = f"{masked[:start]}{'。' * (end - start)}{masked[end:]}"
        return masked

    @cached_property
    def quoted_duties(self) -> list[tuple[int, int]]:
        """Spans of 关于“…” before 落实措施: the words of a higher government."""
        spans = []
        at = self.text.find(_QUOTED_DUTY)
        while at >= 0:
            match = _MEASURES.search(self.text, at, at + 900)
            if match is not None:
                end = match.start()
            else:
                close = self.text.find("”", at)
                end = close if 0 <= close < at + 900 else at
            spans.append((at, end))
            at = self.text.find(_QUOTED_DUTY, max(end, at + 1))
        return spans

    def is_quoted_duty(self, offset: int) -> bool:
        return bool(self.quoted_duties) and any(start <= offset < end for start, end in self.quoted_duties)

    def is_hidden(self, offset: int) -> bool:
        """Whether an offset stands inside a masked bracket, name or title."""
        return self.masked[offset] == HIDDEN

    @cached_property
    def _sentence_ends(self) -> list[int]:
        masked = self.masked
        return [stop for stop in self._segment_stops if masked[stop] in _SENTENCE_ENDS]

    @cached_property
    def _segment_stops(self) -> list[int]:
        return [match.start() for match in _SEGMENT_END.finditer(self.masked)]

    def sentence(self, offset: int) -> tuple[int, int]:
        """The sentence around an offset, without the mark that ends it."""
        ends = self._sentence_ends
        index = bisect_right(ends, offset)
        start = ends[index - 1] + 1 if index else 0
        end = ends[index] if index < len(ends) else len(self.masked)
        return start, end

    def segment(self, offset: int) -> tuple[int, int]:
        """The segment around an offset: between two of ， ； 。 ："""
        stops = self._segment_stops
        index = bisect_left(stops, offset)
        end = stops[index] if index < len(stops) else len(self.masked)
        if not index:
            return 0, end
        stop = stops[index - 1]
        return stop + (2 if self.masked[stop] == "—" else 1), end
