"""The time that a text has named before a sentence, and that holds on where no heading has said one."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from orchestration.gazette.language.addresses import YEAR_BEGINS
from orchestration.gazette.language.periods import EDGE_OF_PLAN, UP_TO, YEAR, Period, TimeMark, time_marks, years
from orchestration.gazette.language.title_time import Side
from orchestration.gazette.language.told_year import EVENT

WITHIN = frozenset(("全年", "年内", "年底", "年末", "当年"))  # hold within what is spoken of
_VAGUE = frozenset(("全年", "年底", "年末", "当年", "今年以来"))  # say of what is done as well as of what is to come
_FIGURE = re.compile(r"\d")
_STARTS = ("", "。", "\n", "：", "；", "　", " ", "“")
_YEAR_REACH = 300  # characters before a figure in which the year spoken of stands
_REPORT_REACH = 1500  # characters back in which a text that only reports has named its time
_DAY_AFTER = re.compile(r"\d{1,2}月\d{1,2}[日号]")
_AHEAD = re.compile(
    r"(?:(?<!截)(?<!截止)[到至]|预计|将[于在]?|计划[于在]?|力争|有望|拟[于在]|争取|确保|锚定|面向)[^，。；\d]{0,3}$"
)
_AHEAD_REACH = 8
_CAPTION = re.compile(r"[ 　]*[图表][ 　]?[\d一二三四五六七八九十]{1,3}[：: 　]")
_BESIDES = frozenset("到至比较与同于自从由-—－–~～")
_SPAN_ON = re.compile(r"[-—－–~～至到]{1,2}(?:19|20)\d\d年")
_TIMES = re.compile(r"末?的[\d.]+倍")  # 是2007年的2.2倍
_BULLETS = tuple("●◆■▲★•·")
_NOW = re.compile(r"[^，。；\d]{0,6}(?:截至目前|目前|到目前)")
_TITLE_REACH = 300


_GREW_SINCE = re.compile(
    r"[^。；\n]*?\d[^。；\n]{0,12}，(?:同比|[比较](?:上年|去年))[^，。；\n]{0,6}(?:增|减|提|上|下|降|升)"
)
_SENTENCE = 90  # characters behind a year within which its figure is compared


def aims_at(text: str, mark: TimeMark, base: int | None) -> bool:
    """Whether a year is one to be reached: 到2025年; not 截至2020年, nor a year gone by."""
    if text[mark.start - 1 : mark.start] not in ("到", "至"):
        return False
    if text.startswith("的", mark.end):
        return False  # 由2015年的51%提高到2020年的56%
    past = base is not None and mark.last is not None and mark.last < base
    if not past and _GREW_SINCE.search(text, mark.end, mark.end + _SENTENCE) is not None:
        return False  # 到2024年末，机构总数达1000个，比上年增加20个: reached
    return not past and text[max(0, mark.start - 2) : mark.start] not in ("截至", "截到")


class SpokenTime:
    """The times that one document speaks of; all offsets are those of its matching form."""

    def __init__(
        self,
        text: str,
        base: int | None,
        is_loose: bool,
        is_report: bool,
        of_last_year: bool,
        reports_only: bool,
        titled: list[TimeMark],
    ) -> None:
        """``base``: the year that 今年 means; ``is_loose``: no heading says which way the text looks; ``is_report``: a work
        report, which bears the year after the one it tells of; ``of_last_year``: it looks back on that one alone;
        ``titled``: the times that the title names.
        """
        self._text = text
        self._base = base
        self._is_loose = is_loose
        self._is_report = is_report
        self._of_last_year = of_last_year
        self._reports_only = reports_only
        self._titled = titled
        self._said_at = (-1, -1)
        self._said: list[TimeMark] = []

    def before(self, start: int, turn: int, side: Side | None) -> Period:
        """The last time that the paragraph named before a sentence, where no heading has said one: it holds on.

        A text that only reports may have said it in a paragraph before. Days of events are no periods.
        """
        begin = self._list_begin(self._text.rfind("\n", 0, start) + 1)
        if self._reports_only:
            begin = max(0, start - _REPORT_REACH)
        begin = max(begin, turn)
        if (begin, start) != self._said_at:
            self._said_at = (begin, start)
            self._said = [
                mark
                for mark in time_marks(self._text, self._base, begin, start)
                if mark.period.start is not None
                and mark.words not in WITHIN
                and mark.words != "今年以来"
                and _DAY_AFTER.match(self._text, mark.end) is None
                and not self._tells_event(mark)
                and not self._is_aside(mark)
                and not self._is_caption(mark)
            ]
        for mark in reversed(self._said):
            if side == "outcome" and self._is_to_come(mark):
                continue  # 预计2026年底通车。…已完成80%: so far, not then
            if self._base is None or mark.last is None or mark.first is None or side is None:
                return mark.period
            if self._is_report and side == "outcome" and mark.first == self._base:
                continue  # a work report bears the year after the one it tells of
            if (side == "outcome" and mark.first <= self._base) or (side == "target" and mark.last >= self._base):
                return self._titled_part(mark.period) if side == "outcome" else mark.period
        if side == "outcome" and self._of_last_year and self._base is not None and not self._says_now(start):
            return years(self._base - 1, self._base - 1)
        if side == "outcome":
            told = self._only_year
            return self._titled_part(told if told.start is not None else self._last_told(start))
        return (self._only_aim or self._plan_year(start)) if side == "target" else Period()

    def _list_begin(self, line: int) -> int:
        """Where the list begins whose item a line is (●2023年，…；⏎●收入…；): what its first item says of the time holds for all."""
        mark = self._text[line : line + 1]
        if mark not in _BULLETS:
            return line
        while line and self._text.startswith(mark, above := self._text.rfind("\n", 0, line - 1) + 1):
            line = above
        return line

    def aimed_at(self, start: int, turn: int) -> Period | None:
        """The year that the paragraph aims at before a sentence (到2025年，…。A达到…), if no other time was named since."""
        begin = max(self._text.rfind("\n", 0, start) + 1, turn, 0)
        if self._text.find("到20", begin, start) < 0:
            return None
        marks = time_marks(self._text, self._base, begin, start)
        if not marks or not aims_at(self._text, marks[-1], self._base):
            return None
        at = marks[-1].start - 1
        opens = self._text[at - 1 : at] in _STARTS or (
            self._text.startswith("，", marks[-1].end) and _FIGURE.search(self._text, begin, at) is None
        )  # 开展专项行动，到2027年，…: before any figure
        return marks[-1].period if opens or marks[-1].start - 1 == begin else None

    def here(self, start: int, turn: int, offset: int) -> Period:
        """The part of this year that the paragraph tells of before a sentence (2022年一季度，…), else the past year spoken of."""
        return self.part_told(start, turn) or self._year_spoken_of(offset)

    def part_told(self, start: int, turn: int) -> Period | None:
        """The part of this year that the paragraph named last before a sentence; None where it named none."""
        begin = max(self._text.rfind("\n", 0, start) + 1, turn)
        for mark in reversed(time_marks(self._text, self._base, begin, start)):
            if mark.first is not None and mark.first == mark.last == self._base and mark.period != self.base_year:
                return mark.period
        return None

    def _is_beside(self, year: re.Match[str]) -> bool:
        """Whether a year is aimed at, held against or part of a span: not the one that a bulletin is of."""
        text = self._text
        before = text[year.start() - 1 : year.start()] if year.start() else ""
        return (
            before in _BESIDES
            or _SPAN_ON.match(text, year.end()) is not None
            or _TIMES.match(text, year.end()) is not None
        )

    def _says_now(self, start: int) -> bool:
        """Whether a sentence tells how things stand today (截至目前，已建成…)."""
        return _NOW.match(self._text, start) is not None

    @cached_property
    def is_of_base(self) -> bool:
        """Whether a text that only reports is of the whole of its own year (a bulletin), not of the year it is told in."""
        return (
            self._reports_only
            and self._base is not None
            and self._only_year == self.base_year
            and not any(word in self._text for word in ("今年", "去年", "明年"))
        )

    @cached_property
    def base_year(self) -> Period:
        """The whole of the year that 今年 means."""
        return years(self._base, self._base) if self._base is not None else Period()

    def _titled_part(self, period: Period) -> Period:
        """The part of the year that the paragraph or the title reports on (截至7月底，今年…; 前九月实际使用外资…), for what is
        told of the year as such.
        """
        if period.start is not None and period != self.base_year:
            return period
        parts = [
            mark.period
            for mark in (*(said for said in reversed(self._said) if said.part == UP_TO), *self._titled)
            if mark.first == mark.last == self._base and (mark.part is not None or mark.period != self.base_year)
        ]
        return parts[0] if parts else period

    def _last_told(self, start: int) -> Period:
        """The past year that news told of last before an offset, where it has not turned to this year since."""
        if self._base is None or not self._is_loose or self._is_report:
            return Period()
        for mark in reversed(self._all_marks[: bisect_right(self._all_starts, start)]):
            if mark.first is None or mark.last is None or mark.words in WITHIN:
                continue
            is_year = mark.first == mark.last and mark.part is None and not self._tells_event(mark)
            return mark.period if is_year and mark.last < self._base else Period()
        return Period()

    def _plan_year(self, start: int) -> Period:
        """The year of news that sets aims and names no other: it has spoken of this year before an offset, of none later."""
        if self._base is None or not self._is_loose:
            return Period()
        index = bisect_right(self._all_starts, start)
        for mark in (*reversed(self._all_marks[:index]), *self._titled):
            if mark.last is None or mark.last < self._base or mark.part is not None:
                continue
            if mark.first is not None and mark.first < mark.last and not self._looks_past(mark):
                return mark.period  # “十二五”期间, all along
            now = mark.first == mark.last == self._base and (not mark.relative or mark.words not in _VAGUE)
            if now or mark.last > self._base:
                return years(self._base, self._base) if now else Period()
        return Period()

    @cached_property
    def _only_aim(self) -> Period | None:
        """The year that an undated text aims at, if it is the only one (力争到2010年，…): all that it aims at is for then."""
        if self._base is not None or not self._is_loose:
            return None
        if any(mark.period.start is None and mark.words not in WITHIN for mark in self._all_marks):
            return None  # 今后五年, 今年: it speaks of other times too
        aimed = {mark.period for mark in self._all_marks if aims_at(self._text, mark, None)}
        named = {int(match[1]) for match in YEAR.finditer(self._text) if not self._is_beside(match)}
        return aimed.pop() if len(aimed) == 1 and not named else None

    @cached_property
    def _only_year(self) -> Period:
        """The year of a text that names one alone, again and again: what it tells without a time is of that year."""
        if self._is_report:
            return Period()
        found = [match for match in YEAR.finditer(self._text) if not self._is_beside(match)]
        if self._is_loose:
            found = [match for match in found if YEAR_BEGINS.match(self._text, match.start()) is None]
        named = {int(match[1]) for match in found}
        told = len(found) > 1 or (self._reports_only and found and found[0].start() < _TITLE_REACH)
        return years(*named, *named) if told and len(named) == 1 else Period()

    def _year_spoken_of(self, offset: int) -> Period:
        """The last past year named before an offset, for a sentence that turns back without naming one."""
        for mark in reversed(time_marks(self._text, self._base, max(0, offset - _YEAR_REACH), offset)):
            if self._base is not None and mark.last is not None and mark.last < self._base:
                return mark.period
        return Period()

    def _is_aside(self, mark: TimeMark) -> bool:
        """Whether a span of years that ends now (近四年) stands inside its sentence: it holds for its own clause."""
        if self._text[mark.start - 1 : mark.start] in ("（", "("):
            return True
        edge = EDGE_OF_PLAN.match(self._text, mark.end) if "五" in mark.words else None
        if edge is not None and not self._text.startswith(("之年", "年", "之际"), edge.end()):
            return True  # “十二五”良好开局: how it began, not when
        if self._text.startswith("零时", mark.end):
            return True  # 截至2020年11月1日零时: the hour of a census
        since = mark.words.endswith("以来") and mark.words != "今年以来"  # 巩固了“十五”以来的格局
        return (since or mark.words.startswith(("近", "这", "过去"))) and self._text[
            mark.start - 1 : mark.start
        ] not in _STARTS

    def _is_to_come(self, mark: TimeMark) -> bool:
        """Whether a year is one that something is planned for or expected in."""
        return _AHEAD.search(self._text, max(0, mark.start - _AHEAD_REACH), mark.start) is not None

    def _is_caption(self, mark: TimeMark) -> bool:
        """Whether a time stands in the caption of a figure or a table (图1：2011-2015年…)."""
        return _CAPTION.match(self._text, self._text.rfind("\n", 0, mark.start) + 1) is not None

    def _tells_event(self, mark: TimeMark) -> bool:
        """Whether a year says when something happened, in a clause that states nothing (2021年，…到村里考察)."""
        return (
            self._is_loose
            and mark.first is not None
            and mark.first == mark.last
            and EVENT.match(self._text, mark.end) is not None
        )

    def _looks_past(self, span: TimeMark) -> bool:
        """Whether news speaks of another time to come than one span of years."""
        return any(
            mark.last is not None and self._base is not None and mark.last >= self._base and mark.period != span.period
            for mark in self._all_marks
        )

    @cached_property
    def _all_marks(self) -> list[TimeMark]:
        return time_marks(self._text, self._base)

    @cached_property
    def _all_starts(self) -> list[int]:
        return [mark.start for mark in self._all_marks]
