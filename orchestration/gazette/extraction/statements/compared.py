"""Figures of places that a text compares: in brackets behind them (GDP增速居前的有甲省（6.9%）), or behind their labels (甲省：8%)."""

from __future__ import annotations

import re

from orchestration.gazette import lexicon
from orchestration.gazette.extraction.statements.context import Finding
from orchestration.gazette.extraction.statements.layout import Layout
from orchestration.gazette.language.quantities import Quantity
from orchestration.gazette.lexicon.regions import is_place

# What places are compared by, named before the list: nothing else is sure to be of each of them.
_MEASURE = re.compile(
    r"(?P<measure>GDP|(?:地区)?生产总值|经济|固定资产投资|社会消费品零售总额|规模以上工业增加值|规上工业增加值|一般公共预算收入|财政收入|人均可支配收入|进出口(?:总额|总值)?)"
    r"的?(?:同比|实际|名义)?(?:增速|增幅指标|增幅|增长(?:预期)?目标|增长率|增长|目标)"
)
_REACH = 200  # characters before the bracket, in its paragraph
_LIST_REACH = 600  # before a figure of a list of all provinces
_LONGEST_PLACE = 8


def fills_bracket(layout: Layout, quantity: Quantity) -> bool:
    """Whether a rate stands alone in a bracket."""
    text = layout.text
    return (
        quantity.dimension == "ratio"
        and text[quantity.start - 1 : quantity.start] in ("（", "(")
        and text[quantity.end : quantity.end + 1] in ("）", ")")
    )


def finding_of(layout: Layout, quantity: Quantity, home: str | None) -> Finding | None:
    """The place before the bracket with what is compared, or None where either is not plain.

    ``home``: the place that the document speaks of, seen from which names of counties are known.
    """
    text, bracket = layout.text, quantity.start - 1
    begin = text.rfind("\n", 0, bracket) + 1
    place = _place_before(text, bracket, home)
    measure = _compared_by(layout, max(begin, bracket - _REACH), bracket)
    if place is None or measure is None:
        return None
    start = bracket - len(place)
    return Finding(quantity, place + measure, start, quantity.end + 1, ("增长",), rule="bracketed")


def labelled_place(layout: Layout, label: str, start: int) -> str | None:
    """What the figure behind a label (甲省：8%) is of, where that names a place and the text has said what places are compared by;
    None else.
    """
    if not is_place(label):
        return None
    measure = _compared_by(layout, max(0, start - _LIST_REACH), start)
    return None if measure is None else label + measure


def _compared_by(layout: Layout, begin: int, end: int) -> str | None:
    """What places are compared by, as it was named last in a span."""
    measures = list(_MEASURE.finditer(layout.masked, begin, end))
    return measures[-1]["measure"] if measures else None


def _place_before(text: str, end: int, home: str | None) -> str | None:
    """The longest name of a place that ends at an offset and begins after a mark."""
    for length in range(_LONGEST_PLACE, 1, -1):
        start = end - length
        if (
            start > 0
            and text[start - 1] in "、，。；：和与及是为有中\n"
            and lexicon.region(text[start:end], home) is not None
        ):
            return text[start:end]
    return None
