"""Tense: on which side of time a statement stands, and upon which period, from the turns above it and its own words."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from orchestration.gazette.language.addresses import tells_of_last_year
from orchestration.gazette.language.averages import Averages, one_year
from orchestration.gazette.language.document_year import base_year, names_steps
from orchestration.gazette.language.leanings import Leanings
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.periods import UP_TO, Period, TimeMark, part_of, time_marks, years
from orchestration.gazette.language.sentence_times import SentenceTimes
from orchestration.gazette.language.spoken_time import WITHIN, SpokenTime, aims_at
from orchestration.gazette.language.title_time import Side, Turn
from orchestration.gazette.language.turns import Turns

_YEAR_ENDS = ("年底", "今年底")
_COMPARED = ("比", "较", "与", "和", "同", "于")  # 比2016年: the year beside the one that is told of
_OF_WHICH = "其中"
_SENTENCE_REACH = 160  # characters before a figure in which its sentence's tense words stand

# Words that look back inside a plan, and what news says before it reports the one or the other.
_ALREADY = re.compile(
    r"(?:截至目前|目前(?:已|，)|已(?:累计)?(?:建成|完成|达|实现|是|成为|有)|去冬今春|去年(?<![比较与和同于在转变]去年)|上年(?<![比较与和同于在转变]上年)[^末同水]|年以来(?<=\d{4}年以来)|(?:解决|实现|完成|建成|达到|突破|发放|投入)了)[^。；]{0,40}$"
)
_TURNED_TO = re.compile("[，、]今年(?!以来)|预期")  # 去年增长8%，今年预期增长6.5%
_ALREADY_REACH = 48  # characters: the longest of these and what may stand behind it
_LOOKED_BACK = re.compile(
    r"初步(?:预计|核算|统计)|逆势|同比|最后|答卷|收到|前三季度|前(?:[一二三四五六七八九十]|\d{1,2})个月|(?<!\d)1月?[-—–至]\d{1,2}月|今年以来|截[至止]|累计(?=形成|实现|完成|建成|投入|发放|引进)|已(?:经)?(?=[建完实累达形落投])|(?<![比较与和同])去年|完成了|实现了"
)
_FORESEEN = re.compile(r"预计|将(?![军来])|力争|计划|拟|确保|争取|必须|(?<![主重需首])要(?![素道闻点求])")
_DONE_SINCE = re.compile("实际(?:完成|开工|到位|建成|投入)|，目前已?|，已")
_TITLE_REACH = 300
_OF_POSTS = re.compile(
    "(?:人大|政协|人民代表大会)[^，。\n]{0,6}常(?:务)?委员?会(?![^，。\n]{0,12}工作报告|[^，。\n]{0,20}(?:通报会|获悉|上了解))|任免|任命|辞去"
)
# 今年GDP目标均为6%: what is set, whatever its sentence tells beside.
_AIM_SET = re.compile(
    r"目标(?:值|数值|数)?(?:均|都|分别|则|也)*(?:(?<=期目标)中，[^。；\d]*|为|是|在|定为|设为|定在|设在|确定为|设定为|[^，。；]{0,16}(?:上调|下调|调整|调[高低])[至为到])约?$"
)
# What no news of posts tells: how much money, and by how much things grew.
_TELLS_FIGURES = re.compile(r"(?:增长|下降|提高|上升)[\d.]+[%个]|\d[万亿]元|同比")
# 提出每年培训3000人、扶持2000人的工作目标
_AIM_TOLD = re.compile(r"[^。；\n]{0,90}的(?:工作|奋斗|发展|总体|年度|预期)*目标(?:任务)?(?=[，。；]|$)")
_AIM_SETS = re.compile(r"(?:提出|确定|明确|定下|确立|制定)了?[^。；\n]{0,120}$")
_AIM_REACH = 40
_LABELLED = re.compile(r"[ 　]*(?:\d{1,2}[.．、]|（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十]{1,2}、)")
_SO_FAR = re.compile(
    r"。?(?:今年)?(?:上半年|[一二三]季度|前三季度|截[至止]|目前|1[-—~～至]\d{1,2}月|前[一二三四五六七八九十\d]{1,2}个?月)"
)
_COUNTED_BACK = re.compile(r"(?:近|过去的?|这|前)?[一二三四五六七八九十两\d]{1,2}年(?:来|间)?")
_WITHIN_YEARS = re.compile("[三五]年内")
_COMING_YEARS = re.compile("(?:今后|未来)[三四五345]年")
_COUNTED_YEARS = re.compile("[一二三四五六七八九十两2-9]年")
_OF_YEAR_PLAN = re.compile("(?:年度|全年|年)计划")
_PLAN_REACH = 14


class Tense(NamedTuple):
    """What holds at a place: the side (None: the text has not said) and the period."""

    side: Side | None
    period: Period


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
        self._told: tuple[int, TimeMark | None] = (-1, None)  # where the last sentence ended, and the year it told of
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
        self._leanings = Leanings(self._text, self.base is None and names_steps(self._text))
        told = turns.is_loose and marked.document.kind is None
        of_last_year = tells_of_last_year(self._text)
        is_report = "工作报告" in (marked.document.title or "") or of_last_year
        # News of an assembly or of posts counts what was on the agenda: no word in it tells what was reached.
        opens = told and _OF_POSTS.search(self._text, 0, _TITLE_REACH) is not None
        tells = "工作报告" in self._text[: 2 * _TITLE_REACH] or _TELLS_FIGURES.search(self._text) is not None
        self._of_posts = opens and not tells
        self._leans = leans and told and not self._of_posts
        self._spoken = SpokenTime(
            self._text, self.base, turns.is_loose, is_report, of_last_year, self._reports_only, self._reported
        )

    def _leaning(self, offset: int) -> Side | None:
        """Which way news looks as a whole: what it says without a tense looks that way too."""
        return self._leanings.whole(offset) if self._leans else None

    @cached_property
    def _is_of_coming_years(self) -> bool:
        return _COMING_YEARS.search(self._text) is not None

    @property
    def _reports_only(self) -> bool:
        first, *others = self._turns
        titled = first.side == "outcome" and first.period.start is None  # 统计公报, of a year that the text says
        told = titled or (first.side is None and self._leaning(len(self._text)) == "outcome")
        return told and all(turn.side is None for turn in others)

    def at(self, sentence: tuple[int, int], offset: int, before: Side | None = None) -> Tense:
        """Side and period of a quantity at an offset inside a sentence, given the sentence's span.

        ``before``: the side of what the paragraph told before it, for a sentence that says nothing of its time.
        """
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
        stated = self._stated(sentence, offset, turn, before)
        side = stated or turn.side or before or self._leaning(offset)
        if (
            stated is None
            and before is None
            and turn.side is None
            and self._spoken.aimed_at(start, turn.start) is not None
        ):
            side = "target"  # 到2027年，…。…率达到83%
        mark = self._times.before(max(start, turn.start), offset)
        if mark is not None and self._times.is_told(mark, turn, offset):
            mark = None
        if mark is not None and _WITHIN_YEARS.fullmatch(mark.words) is not None:
            reviewed = turn.side == "outcome" or self._text.startswith(("翻了", "新增了"), mark.end)
            mark = None if reviewed else mark  # 五年内翻了一番: the years that are over
        goes_on = self._told[0] in (start, start - 1, sentence[1])
        if mark is None and goes_on and self._text.startswith(_OF_WHICH, start):
            mark = self._told[1]  # 2005年，总值50亿元。其中第一产业…
        self._told = (sentence[1], mark if mark is not None and not mark.relative else None)
        unsaid = turn.period.start is None
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
        if mark is None:
            turned = stated is not None and turn.side is not None and stated != turn.side
            if stated is None and turn.side == "target" and self._times.tells_moves(offset):
                return Tense("outcome", self._times.marks[-1].period)  # 从2015年的3亿增加到2019年的8亿，收入增加到…
            if not turned and side == "target" and (aimed := self._spoken.aimed_at(start, turn.start)) is not None:
                return Tense(side, aimed)
            if turned and side == "target":
                said = self._spoken.before(start, turn.start, side)
                told = one_year(turn.period)  # 2022年，…。州政府划定预期目标，…: of the year after the one told of
                goes_on = said.start is None and told is not None and self.base in (told, told + 1)
                return Tense(side, self._spoken.base_year if goes_on else said)
            if self._is_running and side == "outcome" and turn.period == self._spoken.base_year:
                return Tense(side, self._spoken.part_told(start, turn.start) or turn.period)
            if side == "target" and turn.side == "target" and unsaid and self.base is None and self._is_of_coming_years:
                return Tense(
                    side, Period()
                )  # 今后五年的目标是…，到2012年达到…。…年均增长…: of all the years, whichever they are
            if turned or not unsaid:
                return Tense(side, self._spoken.here(start, turn.start, offset) if turned else turn.period)
            return Tense(side, self._spoken.before(start, turn.start, side))
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
            if unsaid and mark.words in WITHIN:
                said = self._spoken.before(start, turn.start, side)
                if said.start is not None and said.end is not None:
                    whole = said.start.year == said.end.year  # 一季度…；年内…: all of the year
                    return Tense(side, years(said.start.year, said.start.year) if whole else said)
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
        if stated is None and self.base is not None and mark.first is not None and mark.last is not None:
            if aims and turn.side != "outcome":
                side = "target"
            elif self._is_over(mark, turn):
                side = "outcome"
            elif mark.first > self.base or mark.first == self.base < mark.last:
                side = "target"
        return Tense(side, mark.period)

    def _foresees(self, start: int, offset: int) -> bool:
        """Whether what a sentence tells up to an offset is foreseen, not done since (今年计划实施…，实际完成…)."""
        found = [match.end() for match in _FORESEEN.finditer(self._text, start, offset)]
        return bool(found) and _DONE_SINCE.search(self._text, found[-1], offset) is None

    def _is_over(self, mark: TimeMark, turn: Turn) -> bool:
        """Whether a time lies behind the text's year or, in what tells of a plan, before the plan."""
        if mark.last is None or self.base is None:
            return False
        begin = turn.period.start
        if turn.side == "target" and begin is not None and mark.last < begin.year:
            return True
        return mark.last < self.base and not (turn.side == "target" and turn.period == mark.period)

    def _counts_back(self, mark: TimeMark) -> bool:
        """Whether a mark counts several years back from the one the text is told in (近四年, 五年间)."""
        if mark.first is None or mark.last is None or self.base is None:
            return False
        return mark.first <= mark.last == self.base - 1 and _COUNTED_BACK.fullmatch(mark.words) is not None

    def _counted_on(self, mark: TimeMark, turn: Turn, before: Side | None) -> Period | None:
        """The years to come that a plan counts (五年累计投资450亿元), which a review would have counted back."""
        number = _COUNTED_YEARS.fullmatch(mark.words)
        ahead = (turn.side or before or self._leaning(mark.start)) == "target"
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

    def _stated(self, sentence: tuple[int, int], offset: int, turn: Turn, before: Side | None) -> Side | None:
        """What the sentence's own words say beside a quantity; a heading's word outweighs the weak ones."""
        start, end = sentence
        reach = max(start, offset - _AIM_REACH)
        if self._text.find("目标", reach, offset) >= 0 and _AIM_SET.search(self._text, reach, offset) is not None:
            return "target"
        told = self._text.find("目标", offset, end) >= 0 and _AIM_TOLD.match(self._text, offset, end) is not None
        if told and _AIM_SETS.search(self._text, start, offset) is not None:
            return "target"
        if turn.side == "outcome":
            goes_on = turn.period.start is not None and turn.period.start.year == self.base
            if not goes_on and (not self.is_loose or turn.start < 0 or self._text.find("\n", turn.start, start) < 0):
                return None
            ahead = self._leanings.at(start, end, offset, before) == "target" and not self._leanings.is_weak
            if not ahead and before == "target" and self.is_loose and not self._times.marks:
                ahead = not self._leanings.looks_back(start, offset)  # the paragraph has turned to what is to come
            return "target" if ahead else None  # news looks back for a paragraph, and then ahead
        words = self._text[max(start, offset - _SENTENCE_REACH) : offset]
        already = _ALREADY.search(words, max(0, len(words) - _ALREADY_REACH))
        if already is not None and _TURNED_TO.search(words, already.start()) is None:
            return "outcome"
        if turn.side == "target":
            back = self.is_loose and start > turn.start and _LOOKED_BACK.search(words + self._text[offset : offset + 4])
            return "outcome" if back else None
        return None if self._of_posts else self._leanings.at(start, end, offset, before)
