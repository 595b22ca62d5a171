"""Tense: on which side of time a statement stands, and upon which period, from the turns above it and its own words."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from orchestration.gazette.language.addresses import tells_of_last_year
from orchestration.gazette.language.averages import Averages, one_year
from orchestration.gazette.language.contrast import side_of_season, turns_ahead
from orchestration.gazette.language.document_year import base_year
from orchestration.gazette.language.leanings import Leanings
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.periods import UP_TO, Period, TimeMark, part_of, time_marks, years
from orchestration.gazette.language.sentence_times import SentenceTimes
from orchestration.gazette.language.spoken_time import WITHIN, SpokenTime, aims_at
from orchestration.gazette.language.stated import Stated
from orchestration.gazette.language.title_time import Side, Turn
from orchestration.gazette.language.told_year import COMING_YEARS, looks_on, names_steps, tells_of_report
from orchestration.gazette.language.turns import Turns

_YEAR_ENDS = ("年底", "今年底", "今年年底")
_COMPARED = ("比", "较", "与", "和", "同", "于")  # 比2016年: the year beside the one that is told of
_OF_WHICH = "其中"
_FORESEEN = re.compile(
    r"提出，?(?=20\d\d年)|预计(?:[可将]|到)?|将(?![军来])|力争|计划|拟|确保|争取|必须|(?<![主重需首])要(?![素道闻点求])"
)
_DONE_SINCE = re.compile("实际(?:完成|开工|到位|建成|投入)|，目前已?|，已")
_LABELLED = re.compile(r"[ 　]*(?:\d{1,2}[.．、]|（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十]{1,2}、)")
_SO_FAR = re.compile(
    r"。?(?:今年)?(?:上半年|[一二三]季度|前三季度|截[至止]|目前|1[-—~～至]\d{1,2}月|前[一二三四五六七八九十\d]{1,2}个?月)"
)
_STANDS = re.compile("截[至止]|目前|本月")
_COUNTED_BACK = re.compile(r"(?:近|过去的?|这|前)?[一二三四五六七八九十两\d]{1,2}年(?:来|间)?")
_WITHIN_YEARS = re.compile("[三五]年内")
_COUNTED_YEARS = re.compile("[一二三四五六七八九十两2-9]年")
_OF_YEAR_PLAN = re.compile("(?:年度|全年|年)计划")
_PLAN_REACH = 14


class Tense(NamedTuple):
    """What holds at a place: the side (None: the text has not said) and the period."""

    side: Side | None
    period: Period


class _Said(NamedTuple):
    """What is known of a quantity before its sentence's time is: where its sentence begins and it stands, what turned last,
    what its sentence states, and the side that follows from both.
    """

    start: int
    offset: int
    turn: Turn
    stated: Side | None
    side: Side | None


_UNSAID = Turn(-1, None, Period())


def _later(period: Period) -> Period:
    """A span of years, a year later."""
    if period.start is None or period.end is None:
        return period
    return years(period.start.year + 1, period.end.year + 1)


def _gainsays(mark: TimeMark, side: Side | None, base: int | None) -> bool:
    """Whether a time is of the other side than its sentence's words seem to say."""
    if base is None or mark.last is None:
        return False
    return (side == "outcome" and mark.last > base) or (side == "target" and mark.last < base)


class Timeline:
    """The time of one document, read once: its turns, and the years its sentences name."""

    def __init__(self, marked: MarkedText, leans: bool = True) -> None:
        """``leans``: what news tells without a tense may be told by which way the whole of it looks."""
        self._text = marked.text
        self.base = base_year(marked)
        self._times = SentenceTimes(self._text, self.base, (0, 0))  # of the sentence read last
        self._year_at: tuple[int, TimeMark | None] = (
            -1,
            None,
        )  # where the last sentence ended, and the year it told of
        turns = Turns(marked, self.base)
        self.is_loose = turns.is_loose
        self._turns = turns.all
        self._preamble = turns.preamble
        self._is_running = turns.is_running  # 上半年完成情况: the year goes on
        self._turn_starts = [turn.start for turn in self._turns]
        self.averages = Averages(self._text, self._turns, self.base)
        self.yearless: TimeMark | None = None  # the first 今年 that a figure stands behind and no year is known for
        # The part of a year that the title reports on: what comes behind it is ahead (一季度…下半年).
        self._reported = time_marks(marked.document.title or "", self.base)
        self._leanings = Leanings(
            self._text,
            turns.is_loose and (names_steps(self._text) if self.base is None else looks_on(self._text, self.base)),
        )
        told = turns.is_loose and marked.document.kind is None
        of_last_year = tells_of_last_year(self._text)
        is_report = "工作报告" in (marked.document.title or "") or of_last_year
        self._stated = Stated(self._text, self.base, self._leanings, turns.is_loose, told)
        self._leans = leans and told and not self._stated.is_of_posts
        self._tells_report = self._leans and tells_of_report(self._text)
        self._spoken = SpokenTime(
            self._text, self.base, turns.is_loose, is_report, of_last_year, self._reports_only, self._reported
        )

    def _leaning(self, offset: int) -> Side | None:
        """Which way news looks as a whole: what it says without a tense looks that way too."""
        return self._leanings.whole(offset) if self._leans else None

    @cached_property
    def _is_of_coming_years(self) -> bool:
        return COMING_YEARS.search(self._text) is not None

    @property
    def _reports_only(self) -> bool:
        first, *others = self._turns
        titled = first.side == "outcome" and first.period.start is None  # 统计公报, of a year that the text says
        told = titled or (first.side is None and self._leaning(len(self._text)) == "outcome")
        return told and all(turn.side is None for turn in others)

    def at(
        self,
        sentence: tuple[int, int],
        offset: int,
        before: Side | None = None,
        last: tuple[Side | None, int] = (None, 0),
    ) -> Tense:
        """Side and period of a quantity at an offset inside a sentence, given the sentence's span.

        ``before``: the side of what the paragraph told before it, for a sentence that says nothing of its time; ``last``: of
        what the text told last, in whatever paragraph, and where that ended.
        """
        tense = self._told(sentence, offset, before, last)
        begin = tense.period.start
        if tense.side == "outcome" and begin is not None and self.base is not None and begin.year > self.base:
            return Tense("target", tense.period)  # nothing was reached in a year to come
        return tense

    def _told(
        self, sentence: tuple[int, int], offset: int, before: Side | None, last: tuple[Side | None, int]
    ) -> Tense:
        if sentence != self._times.sentence:
            self._times = SentenceTimes(self._text, self.base, sentence)
        start = sentence[0]
        turn = self._turns[bisect_right(self._turn_starts, offset) - 1]
        if turn.start < 0 and offset < self._preamble:
            turn = _UNSAID
        if turn.side is None and turn.start >= start:
            before = None
        if self._is_running and turn.side == "outcome" and self._sets_task(sentence):
            return Tense("target", self._spoken.base_year)
        if self.is_loose and self._stated.is_called_aim(offset, sentence[1]):
            return Tense("target", self._spoken.base_year)
        stated = self._stated.of(sentence, offset, turn, before, bool(self._times.marks))
        # 目标为10%，…⏎去年收入增长12%。共筹集资金…: the paragraph has turned back since.
        turned_since = (
            self.is_loose
            and before == "outcome"
            and self._text.find("\n", max(0, turn.start), start) >= 0
            and (not self._leanings.is_bound(offset) or self._tells_on(start, offset, last[1]))
        )
        if turned_since and stated is None:
            stated = before
        side = stated or turn.side or before or self._leaning(offset)
        weak = stated is None or self._leanings.is_weak
        if weak and last[0] == "target" and before is None and self._goes_on(sentence):
            if turn.side is None:
                stated, side = None, "target"
            elif turn.side == "outcome" and turn.start < last[1]:
                return Tense("target", self._spoken.base_year)  # 2021年，…。报告提出，…增长7%。⏎实施…
        if weak and before is None and turn.side is None and self._spoken.aimed_at(start, turn.start) is not None:
            stated, side = None, "target"  # 到2027年，…。…率达到83%
        mark = self._times.before(max(start, turn.start), offset)
        if mark is not None and self._times.is_told(mark, turn, offset):
            mark = None
        if mark is not None and _WITHIN_YEARS.fullmatch(mark.words) is not None:
            reviewed = turn.side == "outcome" or self._text.startswith(("翻了", "新增了"), mark.end)
            mark = None if reviewed else mark  # 五年内翻了一番: the years that are over
        goes_on = self._year_at[0] in (start, start - 1, sentence[1])
        if mark is None and goes_on and self._text.startswith(_OF_WHICH, start):
            mark = self._year_at[1]  # 2005年，总值50亿元。其中第一产业…
        self._year_at = (sentence[1], mark if mark is not None and not mark.relative else None)
        if stated == "target" and turn.side is None and mark is not None and self._is_over_by(mark, offset):
            stated = side = "outcome"  # 报告提出，2020年总值增长3.7%，2021年目标为7.5%
        if mark is not None and self.is_loose and turn.side != "target":
            if stated != "target" and turns_ahead(self._text, self.base, mark, offset):
                return Tense("target", mark.period)
            if side is None and self._leans:
                stated = side = side_of_season(self._text, mark)
        if side is None and self._is_told(mark, start, turn):
            side = "outcome"
        if mark is not None and (counted := self._counted_on(mark, turn, before)) is not None:
            return Tense("target", counted)
        if (turn.side is None or turn.start < 0) and mark is not None and self._is_to_come(mark):
            stated = side = "target"
        if mark is not None and side == "outcome" and self._counts_back(mark):
            over = self._spoken.is_of_base or (turn.side == "outcome" and turn.period == self._spoken.base_year)
            if over:
                mark = replace(mark, period=_later(mark.period))  # 近四年, told when the last of them is over
        if mark is not None and mark.relative and self.base is None:
            self.yearless = self.yearless or mark
        said = _Said(start, offset, turn, stated, side)
        return self._undated(said) if mark is None else self._dated(said, mark)

    def promised(self, tense: Tense) -> Tense:
        """The tense of a promise in a table, of the sentence read last: of all its year, where it names no time itself."""
        begin, end = tense.period.start, tense.period.end
        if self._times.marks or begin is None or end is None or begin.year != end.year:
            return tense
        return Tense("target", years(begin.year, begin.year))

    def _undated(self, said: _Said) -> Tense:
        """The tense of a quantity whose sentence names no time."""
        start, offset, turn, stated, side = said
        turned = stated is not None and turn.side is not None and stated != turn.side
        if stated is None and turn.side == "target" and self._times.tells_moves(offset):
            return Tense("outcome", self._times.marks[-1].period)  # 从2015年的3亿增加到2019年的8亿，收入增加到…
        if not turned and side == "target" and (aimed := self._spoken.aimed_at(start, turn.start)) is not None:
            return Tense(side, aimed)
        if turned and side == "target":
            named = self._spoken.before(start, turn.start, side)
            told = one_year(turn.period)  # 2022年，…。州政府划定预期目标，…: of the year after the one told of
            goes_on = named.start is None and told is not None and self.base in (told, told + 1)
            return Tense(side, self._spoken.base_year if goes_on else named)
        if self._is_running and side == "outcome" and turn.period == self._spoken.base_year:
            return Tense(side, self._spoken.part_told(start, turn.start) or turn.period)
        if (
            side == "target"
            and turn.side == "target"
            and turn.period.start is None
            and self.base is None
            and self._is_of_coming_years
        ):
            return Tense(side, Period())  # 今后五年的目标是…，到2012年…。…年均增长…: of all the years, whichever
        if turned or turn.period.start is not None:
            return Tense(side, self._here(start, turn, offset) if turned else turn.period)
        return Tense(side, self._spoken.before(start, turn.start, side))

    def _tells_on(self, start: int, offset: int, told: int) -> bool:
        """Whether a figure goes on with what its sentence told last, nothing ahead between (达到35亿元；占比达42%左右)."""
        return start < told <= offset and not self._leanings.looks_ahead(told, offset)

    def _here(self, start: int, turn: Turn, offset: int) -> Period:
        """The period of what was done, told after aims were: the one spoken of, or so far this year."""
        here = self._spoken.here(start, turn.start, offset)
        paragraph = self._text.rfind("\n", 0, start) + 1
        if here.start is None and _STANDS.search(self._text, max(paragraph, turn.start), offset) is not None:
            return self._spoken.base_year
        return here

    def _dated(self, said: _Said, mark: TimeMark) -> Tense:
        """The tense of a quantity whose sentence names a time."""
        start, offset, turn, stated, side = said
        if side == "outcome" and mark.period == self._spoken.base_year:  # 截至7月底，今年已开工…
            upto = next((one for one in self._times.marks if one.part == UP_TO and one.start < mark.start), None)
            if upto is not None and upto.first == self.base:
                return Tense(side, upto.period)
        of_year = side == "target" and mark.part is not None and mark.first is not None
        if of_year and (
            self._text.find("；", mark.end, offset) >= 0  # 1-6月完成…；计划新开工项目10个
            or _OF_YEAR_PLAN.search(self._text, max(start, offset - _PLAN_REACH), offset) is not None
        ):
            return Tense(side, years(mark.first or 0, mark.first or 0))  # 1-6月完成…，年度计划投资5亿元
        if mark.relative:
            if self._is_ahead_of(turn, mark) and self._foresees(start, offset):
                return Tense("target", mark.period)
            if turn.period.start is None and mark.words in WITHIN:
                holds = self._spoken.before(start, turn.start, side)
                if holds.start is not None and holds.end is not None:
                    whole = holds.start.year == holds.end.year  # 一季度…；年内…: all of the year
                    return Tense(side, years(holds.start.year, holds.start.year) if whole else holds)
            return Tense(side, self._within(turn, mark, side, stated))
        # 到2014年末，绿地达到…, in a text that tells of 2014 and never looks ahead: reached.
        aims = aims_at(self._text, mark, self.base) and not (mark.first == self.base and self._leanings.never_ahead)
        if aims and turn.side == "outcome" and self.is_loose and _FORESEEN.search(self._text, mark.end, offset):
            return Tense("target", mark.period)  # 去年…。到2012年，总值要突破…
        if turn.side is None and stated != "target" and aims:
            return Tense("target", mark.period)  # 到2025年，完成造林…
        if self._is_ahead_of(turn, mark) and self._foresees(start, offset):
            return Tense("target", mark.period)  # a look back at 2023 goes on: 2024年，全市将…
        if turn.side is None and self._leanings.is_weak and _gainsays(mark, stated, self.base):
            stated = None  # 达到, 增长 are said of what is to come too
        if stated is None and self._is_before_plan(mark, turn):
            return Tense("outcome", mark.period)
        if stated is None and self.base is not None and mark.first is not None and mark.last is not None:
            if aims and turn.side != "outcome":
                side = "target"
            elif mark.last < self.base and not (turn.side == "target" and turn.period == mark.period):
                side = "outcome"
            elif mark.first > self.base or (mark.first == self.base < mark.last and "月" not in mark.words):
                side = "target"
        return Tense(side, mark.period)

    def _is_told(self, mark: TimeMark | None, start: int, turn: Turn) -> bool:
        """Whether a time that is over is told of in a text none of whose words looks ahead (2006年总产值2亿元)."""
        if not self._leans or self.base is None or not self._leanings.never_ahead:
            return False
        period = mark.period if mark is not None else self._spoken.before(start, turn.start, "outcome")
        return period.end is not None and period.end.year <= self.base and (mark is None or not mark.relative)

    def _goes_on(self, sentence: tuple[int, int]) -> bool:
        """Whether news of a work report that has turned to what is to come goes on with it: a sentence that names no time and does
        not look back.
        """
        return self._tells_report and not self._times.marks and not self._leanings.looks_back(*sentence)

    def _is_over_by(self, mark: TimeMark, offset: int) -> bool:
        """Whether a year named before a quantity was over when the text was written, and nothing between them looks ahead."""
        over = self.base is not None and not mark.relative and mark.last is not None and mark.last < self.base
        over = over and not mark.words.endswith(("底", "末"))  # 占比2019年底达到30%、2020年底达到50%的任务
        return over and not self._leanings.looks_ahead(mark.end, offset)

    def _foresees(self, start: int, offset: int) -> bool:
        """Whether what a sentence tells up to an offset is foreseen, not done since (今年计划实施…，实际完成…).

        Under a heading that looks back, 预计 says only that the figures are not out yet (2016年，预计全县总值340亿元).
        """
        reckoned = () if self.is_loose else ("预计",)
        found = [match.end() for match in _FORESEEN.finditer(self._text, start, offset) if match[0] not in reckoned]
        return bool(found) and _DONE_SINCE.search(self._text, found[-1], offset) is None

    def _is_before_plan(self, mark: TimeMark, turn: Turn) -> bool:
        """Whether a time lies before the plan that the text tells of."""
        begin = turn.period.start
        return turn.side == "target" and begin is not None and mark.last is not None and mark.last < begin.year

    def _counts_back(self, mark: TimeMark) -> bool:
        """Whether a mark counts several years back from the one the text is told in (近四年, 五年间)."""
        if mark.first is None or mark.last is None or self.base is None:
            return False
        return mark.first <= mark.last == self.base - 1 and _COUNTED_BACK.fullmatch(mark.words) is not None

    def _counted_on(self, mark: TimeMark, turn: Turn, before: Side | None) -> Period | None:
        """The years to come that a plan counts (五年累计投资450亿元), which a review would have counted back."""
        number = _COUNTED_YEARS.fullmatch(mark.words)
        over = any(
            one.last is not None and self.base is not None and one.last < self.base
            for one in self._times.marks
            if one.end <= mark.start
        )
        ahead = not over and (turn.side or before or self._leaning(mark.start)) == "target"
        if number is None or not ahead or self.base is None or mark.first is None or mark.last is None:
            return None
        return years(self.base, self.base + mark.last - mark.first) if mark.last < self.base else None

    def _sets_task(self, sentence: tuple[int, int]) -> bool:
        """Whether a sentence that opens its line names a task, and the next one tells how far it has come (…。上半年，已…)."""
        start, end = sentence
        text = self._text
        if (
            self._times.marks
            or (start and text[start - 1] not in "\n。")
            or not _LABELLED.match(text, text.rfind("\n", 0, end) + 1, end)
        ):
            return False
        if text.rfind("\n", 0, end) + 1 < start and text[start - 1] != "。":
            return False
        stop = text.find("\n", end)
        return _SO_FAR.match(text, end, len(text) if stop < 0 else stop) is not None and not self._leanings.looks_back(
            start, end
        )

    def _within(self, turn: Turn, mark: TimeMark, side: Side | None, stated: Side | None) -> Period:
        """The period of 今年, 全年, 年内 and the like, beside what the heading above speaks of."""
        period = turn.period
        single = one_year(period) is not None
        if mark.part is not None:
            year = self._year_told(turn.start, mark.start) or one_year(period) or self.base
            return part_of(year, mark.part) if year is not None else Period()
        if mark.words == "全年" and side == "outcome" and turn.side is None and self._turns_to_own_year(mark.start):
            return self._year_before
        now = mark.words not in WITHIN and mark.words != "今年以来"
        if now and side == "outcome" and turn.side == "outcome" and single and self.base is not None:
            period = mark.period if stated is not None else period
        elif stated == "target" and turn.side == "outcome":
            period = mark.period  # 2016年…。\n年内力争…: what is to come within this year
        elif (now or not single) and (side == "target" or period.start is None):
            period = mark.period
        if mark.words in _YEAR_ENDS and side == "target" and period.end is not None:
            period = Period(period.start, period.end, period.end)
        return period

    @property
    def _year_before(self) -> Period:
        return years(self.base - 1, self.base - 1) if self.base is not None else Period()

    def _turns_to_own_year(self, offset: int) -> bool:
        """Whether news turns to the aims of its own year behind an offset (全年实现…。2023年主要目标是：…): it was the year before."""
        turns = self._turns[bisect_right(self._turn_starts, offset) :]
        return any(turn.side == "target" and turn.period == self._spoken.base_year for turn in turns)

    def _year_told(self, turn: int, offset: int) -> int | None:
        """The year whose quarters a paragraph tells (2024年…。分季度看，一季度…): the last it named before.

        A part of this year (今年一季度) says so itself.
        """
        text = self._text
        if text.startswith("今年", offset):
            return None
        begin = max(text.rfind("\n", 0, offset) + 1, turn)
        for mark in reversed(time_marks(text, self.base, begin, offset)):
            compared = text.startswith(_COMPARED, mark.start - 1)
            if not mark.relative and not compared and mark.first is not None and mark.first == mark.last:
                return mark.first
        return None

    def _is_ahead_of(self, turn: Turn, mark: TimeMark) -> bool:
        """Whether 今年 is a later year than the one that was looked back on."""
        end = turn.period.end
        now = (mark.words.startswith("今年") and "以来" not in mark.words) or (
            not mark.relative and mark.part is None and mark.first == mark.last == self.base
        )
        if end is None and mark.last is None:  # 去年…。今年计划…, of no year that is known
            return turn.side == "outcome" and mark.words.startswith("今年") and "以来" not in mark.words
        return turn.side == "outcome" and now and end is not None and mark.last is not None and mark.last > end.year

    def _is_to_come(self, mark: TimeMark) -> bool:
        """Whether a part of a year lies behind the one that the title reports on."""
        begin = mark.period.start
        return (
            mark.part is not None
            and begin is not None
            and any(
                told.period.end is not None and told.period.end < begin and told.period.end.year == begin.year
                for told in self._reported
            )
        )
