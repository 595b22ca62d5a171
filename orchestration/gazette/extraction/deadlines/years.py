"""The year that a date without one means: the document's own, that of the work it orders, or the one its words are told in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from orchestration.gazette.extraction.deadlines.telling import headings_above
from orchestration.gazette.language.date_marks import context_year, year_of_work
from orchestration.gazette.language.document_year import base_year
from orchestration.gazette.language.marked import MarkedText

_REVIEWED = re.compile(r"(?:(?P<year>20\d\d)年度?)?[^，。；\d]{0,8}(?:总结|回顾|(?:开展|完成|进展|工作|落实)情况)")
_HEADED = re.compile(r"(20\d\d)年度?(?![\d—–~～至-])")


@dataclass(frozen=True)
class Years:
    """The years of one document; what has to be read from its words is read once and only where it is asked for."""

    marked: MarkedText

    @cached_property
    def own(self) -> int | None:
        """The year of its number, its signing or its title."""
        return context_year(self.marked.document)

    @cached_property
    def of_work(self) -> int | None:
        """The one year that an undated text names its own work by."""
        return year_of_work(self.marked.text) if self.own is None else None

    @cached_property
    def _told(self) -> int | None:
        return base_year(self.marked)

    def at(self, offset: int) -> int | None:
        """The year of a sentence in an undated text: in the part of a summary that looks back, the year it looks back on."""
        title = _REVIEWED.search(self.marked.document.title)
        for heading in headings_above(self.marked, offset):
            if headed := _HEADED.match(heading):
                return int(headed[1])
            if title and title["year"] and _REVIEWED.search(heading):
                return int(title["year"])
        return self._told or self.of_work
