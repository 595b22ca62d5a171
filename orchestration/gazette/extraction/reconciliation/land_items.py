"""The land figures that checks compare: each with its number's own span and rounding."""

from __future__ import annotations

import re
from dataclasses import dataclass

from orchestration.gazette.extraction.land import areas as la
from orchestration.gazette.extraction.land.uses import scope_of
from orchestration.gazette.extraction.reconciliation.sums import Printed, half_unit
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.numbers import ARABIC, arabic
from orchestration.gazette.records import LandFigure

_FIGURE = re.compile(rf"(?P<n>[0-9]+。[0-9]+|{ARABIC})")
_ROUGHLY = re.compile(".{0,1}[多余]|.{2,4}左右")
_NEARLY = re.compile(r"约|近|逾|超")


@dataclass(eq=False, slots=True)
class Item:
    """One figure with its number's own span and rounding, and the list it belongs to."""

    figure: LandFigure
    first: int  # the figure's quote in the matching text
    final: int
    start: int  # its number
    end: int
    half: float  # in hectares

    @property
    def place(self) -> str | None:
        own = self.figure.breakdown in ("total", "by_use")
        return None if own else self.figure.region_name

    @property
    def use(self) -> str | None:
        return self.figure.land_use

    @property
    def scope(self) -> str:
        return scope_of(self.use) if self.use else "all"

    @property
    def printed(self) -> Printed:
        return Printed(self.figure.area_ha, self.half, self.figure.start, self.figure.end)


def item_of(marked: MarkedText, figure: LandFigure) -> Item:
    """A figure with its number's place in the matching text and its rounding."""
    text = marked.text
    first, final = marked.matching(figure.start), marked.matching(figure.end)
    last = None
    for match in _FIGURE.finditer(text, first, final):
        if arabic(match["n"].replace("。", ".")) == figure.area:
            last = match
    start, end = last.span("n") if last else (first, final)
    digits = last["n"] if last else ""
    decimals = la.decimals_of(digits)
    if _NEARLY.search(text[max(0, start - 2) : start]) or _ROUGHLY.match(text, end, end + 6):
        # 约4900公顷 is rounded to its last digit that is not nought.
        decimals = decimals if decimals else -(len(digits) - len(digits.rstrip("0")))
    return Item(
        figure, first, final, start, end, half_unit(decimals, figure.area_ha / figure.area if figure.area else 1.0)
    )


def name_of(item: Item) -> str:
    """What a check calls a figure: its place where it has one of its own, and its use."""
    place = item.figure.region_name or ""
    use = item.use or "供应总量"
    return f"{place if item.place else ''}{use}" or use
