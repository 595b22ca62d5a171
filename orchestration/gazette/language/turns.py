"""Turns of time: where a document begins to look back, and where ahead.

A work report looks back first and then ahead, with the same words (增长8%左右): the headings, and the sentences that open
paragraphs, say which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.language.contrast import LAST_YEAR
from orchestration.gazette.language.document_year import tells_of_running
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.openings import openings
from orchestration.gazette.language.periods import YEAR, Period, TimeMark, closes_plan, plan_span, time_marks, years
from orchestration.gazette.language.title_time import (
    HEADING_BACK,
    HEADLINE_DONE,
    LONG_PLAN,
    Side,
    Turn,
    looks_forth,
    of_document,
)
from orchestration.gazette.language.told_year import EVENT, names_steps

_LABEL = re.compile(
    r"^[ 　]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}[章节部][分]?|[■◆●▲])"
)
# A line that may be a heading where the structure found no sections.
_LINE = re.compile(
    r"(?m)^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[■◆●▲]|第[一二三四五六七八九十]+[章部节]|“|\d{4}年|今年|主要|20XX)?"
    r"[^，。；\n]{2,36}$|^(?:\d{4}年?|今年|这一年|新的一年|过去的?一年|去年)，[^，。；\n]{2,12}$"
)
# 2020年湖南, 2021年成绩单, 2022，我们这样干, 今年怎么干: a line of its own says which year what stands below is of.
_YEAR_LINE = re.compile(
    r"(?:[^\d，。；：、（）《》]{0,6}(?P<year>(?:19|20)\d\d)(?!\d)年?|(?P<now>今年|新的一年|本年)|(?P<then>过去的?一年|这一年|去年))"
    r"[，·—| ]{0,2}[^\d，。；：、]{0,10}"
)
_NO_YEAR_LINE = re.compile("报告|公报|年鉴|计划|规划|方案|预算|决算|要点|标准|版|月|日|以来|起|学年|届|度")
_DECORATION = " 　【】[]#※→·—|！!：:＊*▼↓"
_HEADING_LENGTH = 60

_HOW_FAR = re.compile(r"(?m)(?:^[ 　]*|(?<=[。；]))(?:完成|进展|落实|办理|推进|实施)情况[:：](?=.)")
_TASK_LABEL = re.compile("(?m)(?:^|(?<=[。；]))(?:任务目标|目标任务|工作目标|年度目标)[:：]")
_TASK_LABELS = ("目标：", "目标:", "任务：", "任务:")  # what such a label ends in
_TASK = re.compile(
    rf"{_TASK_LABEL.pattern}|"
    r"(?m:^)[ 　]*(?:\d{1,3}[.．、]|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、)(?=[^\n]{12})"
)

_MET_AIM = re.compile(r"(?<!为)(?<!为了)(?<!确保)(?:完成|实现|达成|达到)[^，。]{0,24}目标")
_AIM_REACH = 80  # characters before 预期目标是 in which its time stands
_AIMED_REACH = 16  # characters behind 预期目标是 in which its time stands
# 具体目标为：⏎一是实力明显提升。到“十四五”末，…
_FIRST_AIM = re.compile(r"[：:\n 　]*(?:一是|1[.、]|（一）|——)[^，。；：\n]{2,20}[。，：](?=到)")
_MEANT = re.compile("(?<![主重需首])要(?![素道闻点求])|将(?![军来])|计划|力争|预[计期]|拟")
_BULLETIN = re.compile("统计公报")
_BULLETIN_WITHIN = 60
# What a statistical bulletin begins with, where its title is lost.
_GENERAL = re.compile(r"(?:\A|\n)[ 　]*一、综合[ 　]*\n")
_RECKONED = re.compile("初步[核测]算")
_THAT_YEAR = re.compile("一年以?来$|过去的?一年$|这一年$")
_LABELS_NOW = ("今年：", "新的一年：")
_BEGINS = re.compile("年度?是")
_FORESEES = re.compile("(?:[全我][市县省区州旗国])?(?:预计|预期|力争|计划|拟)")
_GREW = re.compile(r"(?:增长|达到?|完成|实现)[^。\n\d]{0,12}\d")
_FIVE_YEARS = re.compile(
    "^[五5]年[一-龥]{2,4}，$|的五年$|过去(?:的)?[五5]年|[五5]年(?:来|的)?工作(?:的)?回顾|[五5]年以?来|这五年"
)


class Turns:
    """The turns of one document, in order; the first stands before its beginning and is what its title says."""

    def __init__(self, marked: MarkedText, base: int | None) -> None:
        self._text = marked.text
        self._base = base
        title = of_document(marked.document, base, self._text)
        start, end = title.period.start, title.period.end
        # What a plan of several years aims at, it aims at in all of them, unless a heading says less.
        self._span = title.period if title.side == "target" and start and end and start.year < end.year else None
        named = marked.document.attached_title or marked.document.title or ""
        if title.side == "target" and start is None and LONG_PLAN.search(named) is not None:
            self._span = Period()
        printed = self._text.find("\n")
        # Where the title has said which way the text looks, its own line opens nothing more.
        self._title_end = printed if title.side and self._text[:printed].strip() == (marked.document.title or "") else 0
        self._is_bulletin = _BULLETIN.search(f"{marked.document.title}{self._text[:_BULLETIN_WITHIN]}") is not None
        self._is_bulletin = self._is_bulletin or (
            "一、综合" in self._text
            and _GENERAL.search(self._text) is not None
            and _RECKONED.search(self._text) is not None
        )
        self.is_running = tells_of_running(self._text, base)
        named = marked.document.title or ""
        parts = [mark.period for mark in time_marks(named, base) if mark.part is not None]  # 前八月重点项目建设…
        self._reported = title.period if title.side == "outcome" else parts[0] if parts else Period()
        self._lines: set[int] = set()  # where lines of news say which year follows
        headings = [title, *self._headings(marked)]
        is_labelled = any(end in self._text for end in _TASK_LABELS) and _TASK_LABEL.search(self._text) is not None
        if title.side == "outcome" or is_labelled:
            headings = sorted([*headings, *self._items(title.period)], key=lambda turn: turn.start)
        # News: no heading says which way it looks.
        self.is_loose = all(turn.side is None or turn.start in self._lines for turn in headings)
        self.all = self._with_openings(headings)
        # What stands above the first heading of a plan says why it is made: it looks ahead only where its words do.
        first = next((start for start, _, section in marked.sections if section.depth == 1), 0)
        self.preamble = first if title.side == "target" and marked.document.kind is not None else 0

    def _headings(self, marked: MarkedText) -> Iterator[Turn]:
        """The turns that headings make; one inside a heading that has spoken turns only where it names a time itself."""
        headings = [
            (start, self._text[start : marked.matching(section.heading_end)], section.depth)
            for start, _, section in marked.sections
        ]
        taken = {start for start, _, _ in headings}
        title = (marked.document.title or "").strip()  # on its line above the text it has spoken already
        headings += [
            (m.start(), m[0], 1)
            for m in _LINE.finditer(self._text)
            if m.start() not in taken and "|" not in m[0] and m[0].strip() != title
        ]
        said = looked_back = False
        for start, words, depth in sorted(headings):
            turn = self._heading(start, words[:_HEADING_LENGTH], nested=said and depth > 1)
            if turn is None:
                turn = self._year_line(start, words, looked_back)
                if turn is not None:
                    self._lines.add(start)
            if turn is not None:
                said = turn.side is not None
                looked_back = looked_back or turn.side == "outcome"
                yield turn

    def _year_line(self, start: int, words: str, looked_back: bool) -> Turn | None:
        """A line that says which year what stands below is of (2021年成绩单; 今年怎么干): one gone by was told, the text's own is to come
        once it has looked back.
        """
        line = _LABEL.sub("", words).strip(_DECORATION)
        said = _YEAR_LINE.fullmatch(line)
        if said is None or _NO_YEAR_LINE.search(line) is not None:
            return None
        base = self._base
        looked_back = looked_back or "展望" in line or self._told_of_last_year(start)
        if said["year"] is None:
            if said["then"] is not None:
                return Turn(start, "outcome", years(base - 1, base - 1) if base is not None else Period())
            return Turn(start, "target", years(base, base) if base is not None else Period()) if looked_back else None
        year = int(said["year"])
        if base is None or (year == base and not looked_back):
            return None
        return Turn(start, "outcome" if year < base else "target", years(year, year))

    def _told_of_last_year(self, start: int) -> bool:
        """Whether the text has told of the year before its own by an offset."""
        if LAST_YEAR.search(self._text, 0, start) is not None:
            return True
        return self._base is not None and self._text.find(f"{self._base - 1}年", 0, start) >= 0

    def _items(self, period: Period) -> Iterator[Turn]:
        """The turns of a report that prints each task and under it how far it has come (28.…。⏎完成情况：…)."""
        for told in _HOW_FAR.finditer(self._text):
            yield Turn(told.start(), "outcome", period)
            for task in _TASK.finditer(self._text, told.end()):
                yield Turn(task.start(), "target", period)
                break
        if (first := _HOW_FAR.search(self._text)) is not None:
            for task in _TASK.finditer(self._text, 0, first.start()):
                yield Turn(task.start(), "target", period)

    def _heading(self, start: int, words: str, nested: bool) -> Turn | None:
        words = _LABEL.sub("", words).strip().rstrip("。：:（）").strip("【】")
        if "，" in words or (nested and not time_marks(words, self._base)):
            return None
        back, forth = HEADING_BACK.search(words), looks_forth(words)
        if forth is not None and back is None and HEADLINE_DONE.search(words) is not None:
            forth = None  # 提前完成年度目标任务
        if back is None and forth is None:
            return None
        if back is not None and forth is not None and forth.start() > back.end():
            return Turn(start, None, Period())
        side: Side = "outcome" if back is not None else "target"
        return Turn(start, side, self._period_of(words, side))

    def _with_openings(self, headings: list[Turn]) -> list[Turn]:
        """Headings' turns and, between them, those of sentences; a sentence that names no time keeps the heading's."""
        opened = (match for match in openings(self._text) if match.start() >= self._title_end)
        if self._is_bulletin:  # nothing in it looks ahead, whatever it says of the plan that its year begins
            opened = (match for match in opened if match.groupdict().get("back") is not None)
        found = sorted(opened, key=lambda match: match.start())
        turns: list[Turn] = []
        waiting = iter(headings)
        heading = next(waiting, None)
        above = headings[0]
        for match in found:
            while heading is not None and heading.start <= match.start():
                turns.append(heading)
                above = heading
                heading = next(waiting, None)
            turn = self._opening(match, turns[-1], above)
            if turn is not None:
                turns.append(turn)
        turns += [heading, *waiting] if heading is not None else []
        return turns

    def _opening(self, match: re.Match[str], before: Turn, above: Turn) -> Turn | None:
        named = match.groupdict()
        if named.get("span") is not None:
            return self._over_years(match, before)
        if named.get("forth") is not None and _MET_AIM.search(match[0]) is not None:
            return None  # 提前完成年度目标任务
        if named.get("plan") is not None:
            return self._plan(match)
        if named.get("back") is not None:
            return self._looking_back(match, before, above)
        words, start = match[0], match.start()
        if words.endswith(_LABELS_NOW) and before.side != "outcome":
            return None  # 今年：, with no 去年： before it
        if above.side == "outcome" and above.start >= 0 and not self.is_loose and words.endswith(("工作。", "工作：")):
            return None  # 一、工作开展情况⏎（一）抓好农业工作。: what was done
        if self.is_loose and "收官" in words:
            return None  # 今年是“十二五”收官之年: news of it looks back
        opens = "list" not in named  # a sentence; else 预期目标是 inside one
        if not opens:
            begin = max(self._text.rfind(stop, max(0, start - _AIM_REACH), start) for stop in "。\n；") + 1
            words = self._text[max(begin, start - _AIM_REACH) : match.end()]
        marks = time_marks(words, self._base) or self._aimed_at(match)
        if "实事" in match[0] and not self._promised(marks or self._spoken_since(before, start), before):
            return None
        if not marks and (span := plan_span(words)) is not None:
            return Turn(start, "target", years(*span))  # 全省“十三五”林业发展的主要目标是
        if not marks:
            period = before.period if before.side == "target" else self._period_of(words, "target")
            return Turn(start, "target", period)
        mark = marks[0] if opens else marks[-1]  # 今年是“十五五”开局之年: this year
        same = above.period.end is not None and above.period.end.year == mark.first == mark.last
        if opens and above.side == "outcome" and same and _BEGINS.search(words) is not None:
            return self._back_to(above, before, start)  # 2006年是“十一五”开局之年, in the bulletin of that year
        past = self._base is not None and mark.last is not None and mark.last < self._base and above.side != "target"
        return Turn(start, "outcome" if past and opens else "target", mark.period)

    def _aimed_at(self, match: re.Match[str]) -> list[TimeMark]:
        """The time right behind 目标是 (目标为，到2010年，…)."""
        end = match.end()
        if (first := _FIRST_AIM.match(self._text, end)) is not None:
            end = first.end()
        marks = time_marks(self._text, self._base, end, end + _AIMED_REACH)
        return [mark for mark in marks[:1] if self._text[end : mark.start].strip("：，") in ("到", "至", "")]

    def _over_years(self, match: re.Match[str], before: Turn) -> Turn | None:
        """用3年时间, 通过5至10年的努力: what a plan aims at from there on is of so many years, from the one named or its own."""
        count = "一二三四五六七八九十".find(match["span"]) + 1 or (2 if match["span"] == "两" else int(match["span"]))
        first = int(match["from"]) if match["from"] else self._base
        ahead = before.side == "target" or (before.side is None and match["effort"] is not None)
        if first is None or not ahead:
            return None
        return Turn(match.start(), "target", years(first, first + count - 1))

    def _spoken_since(self, before: Turn, start: int) -> list[TimeMark]:
        """The times that the paragraph has named since the turn before (去年，…。今年，我市将实施…实事如下：)."""
        begin = max(before.start, self._text.rfind("\n", 0, start) + 1, 0)
        return time_marks(self._text, self._base, begin, start) if before.side == "outcome" else []

    def _promised(self, marks: list[TimeMark], before: Turn) -> bool:
        """Whether works that a government promised are those ahead: not where the heading or the year looks back."""
        last = marks[-1].last if marks else None
        if last is None or self._base is None:
            return before.side != "outcome"
        return last >= self._base

    def _plan(self, match: re.Match[str]) -> Turn | None:
        """What is said of the outline of a five-year plan: of the one named, or that holds or begins in the document's year."""
        start, span = match.start(), plan_span(match[0])
        if span is not None and (self._base is None or span[1] >= self._base):
            return Turn(start, "target", years(*span))
        if self._base is None:
            return None
        first = 2021 + (self._base - 2021) // 5 * 5
        return Turn(start, "target", years(first, first + 4))

    def _looking_back(self, match: re.Match[str], before: Turn, above: Turn) -> Turn | None:
        words, start, base = match[0], match.start(), self._base
        if above.side == "outcome" and above.period.start is not None and _THAT_YEAR.search(words) is not None:
            return self._back_to(above, before, start)  # 一年来, under the heading or the title that says which
        if match["since"] is not None:
            return self._since(int(match["since"]), start, above)
        if match["by"] is not None and self._foreseen(int(match["by"]), match):
            year = int(match["by"])
            return Turn(start, "target", years(year, year))
        if match["by"] is not None and base is None and (above.side == "target" or names_steps(self._text)):
            named = int(match["by"])
            begin = above.period.start
            past = begin is not None and named < begin.year  # before the plan that is told of
            return Turn(
                start, "outcome" if past else "target", years(named, named)
            )  # 2012年，…; 2015年，…, the steps of a plan
        if match["by"] is not None and base is not None and (year := int(match["by"])) >= base:
            if above.side == "target" and before.side == "outcome":
                return Turn(start, "target", years(year, year))  # the plan goes on after a look back
            if before.side == "outcome" and match[0].endswith("："):
                return Turn(start, "target", years(year, year))  # 2003年：…⏎2004年：…
            if self.is_loose and before.side == "outcome" and year == base:
                return Turn(start, None, years(year, year))  # 2019年，…。2020年，…: its words say which way
            return None  # 2026年是…: says no more than the heading above
        if match["while"] is not None and not self._opens_review(match["while"], start, before, above):
            return None
        if self.is_loose and match["by"] is not None and EVENT.match(self._text, match.end()) is not None:
            return None
        side: Side | None = "outcome"
        span = plan_span(words)
        # A plan's last year is summed up with it.
        reviewed = span is not None and above.side == "outcome" and above.period.end == years(*span).end
        if span is not None and not reviewed and (base is None or span[1] >= base):
            to_come = _MEANT.search(self._text, start, match.end() + 24) is not None
            aimed = base is None and re.search(f"[到至]{span[1]}年[^。；]*[达增升降]", self._text) is not None
            # 目标。到2015年，…；“十二五”期间，…
            goes_on = before.side == "target" and before.period.end == years(*span).end
            ahead = to_come or aimed or goes_on or (base is not None and span[0] >= base - 1)
            side = "target" if ahead else None if base is not None else side
        period = self._period_of(words, side)
        if self._is_bulletin and base is not None and _is_long(period) and period.end == years(base - 1, base - 1).end:
            period = years(base - _years_of(period) + 1, base)  # 五年来, in the bulletin of the last of them
        return Turn(start, side, period)

    @staticmethod
    def _back_to(above: Turn, before: Turn, start: int) -> Turn | None:
        """The turn back to what the heading tells, where the aims of then were told below it (2003年目标是：…。⏎一年来，…)."""
        return Turn(start, above.side, above.period) if before.side == "target" and before.start > above.start else None

    def _foreseen(self, year: int, match: re.Match[str]) -> bool:
        """Whether a year that opens a sentence is one to come: 2012年，预计增长11%, after what was done before, and none named later."""
        if (self._base is not None and year < self._base) or _FORESEES.match(self._text, match.end()) is None:
            return False
        later = any(int(named[1]) > year for named in YEAR.finditer(self._text))
        return not later and _GREW.search(self._text, 0, match.start()) is not None

    def _opens_review(self, words: str, start: int, before: Turn, above: Turn) -> bool:
        """Whether 六年来 says how long the review is: as its heading does (过去六年工作回顾), or first in its first paragraph.

        Elsewhere (十年来 within a review of five years) it is of its sentence alone.
        """
        text = self._text
        if above.start < 0:
            return not _is_long(before.period)
        if above.side != "outcome":
            return False
        end = text.find("\n", above.start)
        if words.removesuffix("来") in text[above.start : end]:
            return True
        return not _is_long(before.period) and "\n" not in text[end + 1 : start].strip()

    def _since(self, year: int, start: int, above: Turn) -> Turn | None:
        """2013年以来 in the first words under a heading that looks back: the review begins with that year."""
        if above.side != "outcome" or self._base is None or not year < self._base:
            return None
        if "。" in self._text[above.start : start]:
            return None
        return Turn(start, "outcome", years(year, self._base - 1))

    def _period_of(self, words: str, side: Side | None) -> Period:
        """The period that words name, else the year that their side of time means."""
        marks = time_marks(words, self._base)
        if marks:
            first, last = marks[0].first, marks[0].last
            if (
                first is not None
                and last is not None
                and first < last == (self._base or 0) - 1
                and closes_plan(self._text)
            ):
                return years(first + 1, last + 1)  # 五年来, told in the last of them
            return marks[0].period
        since = "以来" in words and _THAT_YEAR.search(words) is None
        if self._base is None or side is None or since:
            return Period()  # 人大一次会议以来: since when the text does not say
        if _FIVE_YEARS.search(words):
            shift = closes_plan(self._text)
            return years(self._base - 5 + shift, self._base - 1 + shift)
        if side == "target" and self._span is not None:
            return self._span
        running = self.is_running or "进展" in words
        if side == "outcome" and running and self._reported.start is not None:
            return self._reported  # 2022年…半年完成情况: the part of the year that the title says
        year = self._base - 1 if side == "outcome" and not running else self._base
        return years(year, year)


def _years_of(period: Period) -> int:
    """How many years a period spans."""
    return period.end.year - period.start.year + 1 if period.start is not None and period.end is not None else 0


def _is_long(period: Period) -> bool:
    """Whether a period spans several years."""
    return period.start is not None and period.end is not None and period.start.year < period.end.year
