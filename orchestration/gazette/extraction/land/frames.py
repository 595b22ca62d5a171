"""What headings and the sentences before say of year and kind where a paragraph or a sentence about land begins."""

from __future__ import annotations

import re
from bisect import bisect_right

from orchestration.gazette.extraction.land.context import SUPPLY, YEAR, YEARS, Context, heading_kind, year_of
from orchestration.gazette.extraction.land.lead import Frame
from orchestration.gazette.language.marked import MarkedText

_AGAINST = re.compile(r"(?:[比较与]|[高低多少]于|超过)$")  # before a year that is only compared with
_POINT = re.compile(r"年?[底末初]")  # 2019年年底: a point of time
_AGAINST_LAST = re.compile(r"[比较]了?[去上]年")


class Frames:
    """Makes the frames of one text's paragraphs and moves them over sentences that give no figure."""

    def __init__(self, marked: MarkedText, context: Context, bounds: list[tuple[int, int]]) -> None:
        self.marked = marked
        self.text = marked.text
        self.context = context
        self.bounds = bounds
        self.starts = [start for start, _ in bounds]

    def opening(self, start: int) -> Frame:
        """Year and kind as the headings above and the sentences before say them."""
        frame = Frame(self.context.plan_year)
        for outer in self.marked.ancestors(self.marked.section_at(start)):
            if frame.kind is None:
                frame.kind = heading_kind(outer.heading)
                year = self._year(outer.heading)
                if frame.kind and year is not None:
                    frame.year = year
        line = self.text.rfind("\n", 0, start) + 1
        if line < start:
            self.passing(frame, bisect_right(self.starts, line) - 1, bisect_right(self.starts, start) - 1)
        return frame

    def passing(self, frame: Frame, first: int, last: int) -> None:
        """Sentences without figures also move the year (2020年，全市供地 … 。)."""
        for start, end in self.bounds[first:last]:
            year = self._year(self.text[start:end])
            if year is not None and SUPPLY.search(self.text, start, end):
                frame.year = year
            elif _AGAINST_LAST.search(self.text, start, end) and (current := self.context.current_year):
                frame.year = current if frame.year == current - 1 else frame.year

    def _year(self, words: str) -> int | None:
        told = [] if YEARS.search(words) else list(YEAR.finditer(words))
        told = [
            mark for mark in told if not _AGAINST.search(words, 0, mark.start()) and not _POINT.match(words, mark.end())
        ]
        match = next(
            (mark for mark in told if (mark["word"] or "").startswith(("今", "本"))), told[0] if told else None
        )
        return year_of(match, self.context.current_year) if match else None
