"""The times that one sentence names, and which of them speaks for a figure in it."""

from __future__ import annotations

import re
from bisect import bisect_right

from orchestration.gazette.language.periods import TimeMark, time_marks
from orchestration.gazette.language.spoken_time import WITHIN
from orchestration.gazette.language.title_time import Turn

_OPENING_LENGTH = 3  # characters before a year that opens a sentence (到, ——)
_FROM = re.compile("(?:由|从)[^，。；]{1,24}(?:到|至)")  # 由2015年的3亿元增加到2019年的8亿元
_RESET = re.compile(r"\d[^，。；]*(?:上调|下调|调整|调[高低]|提[高升]|上升|下降|降低|回落|增加)[至为到]")
_PUSHES = ("加快", "推进", "推动", "抓好", "实施", "建设", "完成", "盘活", "对", "将", "把")
_ATTRIBUTE_LENGTH = 12
_MEAN = re.compile("年均|年平均|平均每?年?")
_PAPER = re.compile("度?[^，。；、\\d]{0,14}(?:计划|规划|预算|报告|意见|要点|决议)(?=[，。；、的（和]|报告)")
_BY_PAPER = re.compile("(?:根据|按照|依照|依据|落实|贯彻|执行|对照|围绕|批准的?|通过的?)[^，。；]{0,24}$")
_BEGUN = re.compile("(?:启动|开工|新建|续建|在建|签约|引进|立项|确定|谋划|落地|获批|结转|遗留)(?:实施|建设)?的")
_BY_REACH = 32
_CLAUSE = re.compile("[，；]")
_STOPS = re.compile(r"[，。；：、\d]")


class SentenceTimes:
    """The times of one sentence; all offsets are those of the document's matching form."""

    def __init__(self, text: str, base: int | None, sentence: tuple[int, int]) -> None:
        """``base``: the year that the text is told in; ``sentence``: its span."""
        self.sentence = sentence
        self.marks = time_marks(text, base, *sentence)
        self._starts = [mark.start for mark in self.marks]
        self._text = text
        self._base = base

    def before(self, start: int, offset: int) -> TimeMark | None:
        """The last time named before an offset; 全年, 年底 give way to the year they stand behind (2012年全年)."""
        index = bisect_right(self._starts, offset) - 1
        while index >= 0 and (
            self._is_of_one_figure(self.marks[index], offset)
            or self._tells_apart(self.marks[index], offset)
            or self._is_of_paper(self.marks[index])
            or self._is_of_thing(self.marks[index], offset)
            or (index > 0 and self._is_of_mean(self.marks[index], offset))
        ):
            index -= 1
        if index < 0 or self.marks[index].start < start:
            return None
        mark = self.marks[index]
        if mark.words in WITHIN and index:
            before = self.marks[index - 1]
            if before.start >= start and (not before.relative or before.end == mark.start):
                return before  # 2012年全年, 今年全年
        return mark

    def is_told(self, mark: TimeMark, turn: Turn, offset: int) -> bool:
        """Whether a single year, named in a look upon several, is done with: the figure stands behind ； or 累计.

        A year that opens its sentence or is set off by a comma speaks for the whole of it.
        """
        begin, end = turn.period.start, turn.period.end
        if turn.side is None or begin is None or end is None or begin.year == end.year or mark.first != mark.last:
            return False
        if self._text.startswith("，", mark.end) or mark.start <= self.sentence[0] + _OPENING_LENGTH:
            return False
        between = self._text[mark.end : offset]
        return "；" in between or (turn.side == "outcome" and "累计" in between)

    def _is_of_thing(self, mark: TimeMark, offset: int) -> bool:
        """Whether a year says when the counted things were begun (去年启动的3个园区)."""
        return _BEGUN.fullmatch(self._text, mark.end, offset) is not None

    def _sets(self, mark: TimeMark) -> bool:
        return self._text.endswith(("完成", "实现", "达到", "完成了", "实现了"), 0, mark.start)

    def _is_of_paper(self, mark: TimeMark) -> bool:
        """Whether a year is part of what a paper is called (根据省人大批准的2007年国民经济和社会发展计划)."""
        text = self._text
        return (
            not mark.relative
            and _PAPER.match(text, mark.end) is not None
            and _BY_PAPER.search(text, max(self.sentence[0], mark.start - _BY_REACH), mark.start) is not None
        )

    def tells_moves(self, offset: int) -> bool:
        """Whether the sentence, if its years are all gone by, tells before an offset from where things moved."""
        past = self.marks and all(one.last is not None and one.last < (self._base or 0) for one in self.marks)
        return bool(past) and _FROM.search(self._text, self.sentence[0], offset) is not None

    def _tells_apart(self, mark: TimeMark, offset: int) -> bool:
        """Whether a time gone by only says which things are meant (加快近两年出让的14个项目进度)."""
        text = self._text
        if self._base is None or mark.last is None or mark.last >= self._base or not text.endswith("的", 0, offset):
            return False
        between = text[mark.end : offset - 1]
        pushed = text.endswith(_PUSHES, 0, mark.start)
        return pushed and 0 < len(between) <= _ATTRIBUTE_LENGTH and _STOPS.search(between) is None

    def _is_of_mean(self, mark: TimeMark, offset: int) -> bool:
        """Whether a span only says what 年均 averages over (2005年产粮46万吨，5年间年均增长3%；出栏肉猪…), and not in the clause
        of an offset.
        """
        return (
            _MEAN.match(self._text, mark.end) is not None and _CLAUSE.search(self._text, mark.end, offset) is not None
        )

    def _is_of_one_figure(self, mark: TimeMark, offset: int) -> bool:
        """Whether a time belongs to the figure behind it alone (提升至2025年的52%; 由去年的7%上调至7.5%), and that is not the one
        at an offset.
        """
        text = self._text
        between = text[mark.end : offset]
        if "的目标，" in between and self._sets(mark):
            return True  # 完成“十一五”期间下降20%的目标，投入占3%
        if not text.startswith("的", mark.end):
            return False
        before = text[mark.start - 1]
        return (before in "至到" and "，" in between) or (
            before in "由从" and mark.relative is False and _RESET.search(between) is not None
        )
