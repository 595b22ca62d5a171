"""Statements against each other: parts that exhaust a total, shares of stated amounts, growth over a printed base."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from orchestration.gazette.extraction.land.areas import decimals_of
from orchestration.gazette.extraction.reconciliation.sums import Printed, compared, half_unit, summed
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.numbers import ARABIC, SCALE, arabic, scale_of
from orchestration.gazette.records import Reconciliation, Statement

_SECTORS = ("第一产业", "第二产业", "第三产业")
_STRUCTURE = re.compile(
    rf"三次产业(?:增加值)?(?:结构|比例|比重|比)[^，。；0-9]{{0,16}}(?:20\d\d年的)?[^，。；0-9]{{0,8}}(?P<a>{ARABIC})[:：∶](?P<b>{ARABIC})[:：∶](?P<c>{ARABIC})"
)
_FROM_TO = re.compile(
    rf"由[^，。；0-9]{{0,12}}(?:20\d\d年(?:底|末)?的)?(?P<old>{ARABIC})(?P<s1>{SCALE})?(?P<u1>[\u4e00-\u9fff]{{1,4}}?)(?:增加|提高|增长|扩大|上升|跃升|提升)(?:到|至)(?:20\d\d年(?:底|末)?的)?"
    rf"(?P<new>{ARABIC})(?P<s2>{SCALE})?(?P<u2>[\u4e00-\u9fff]{{1,4}}?)，(?:累计|共)?(?:增长|提高|增幅(?:为|达))(?P<pct>{ARABIC})%"
)
_WHOLE = 100.0


def check(marked: MarkedText, statements: Sequence[Statement]) -> Iterator[Reconciliation]:
    """Checks in the order of the text."""
    text = marked.text
    yield from _structure(marked, text)
    yield from _growth(marked, text)
    yield from _sectors(marked, statements)
    yield from _parts(marked, statements)
    yield from _shares(marked, statements)


def _structure(marked: MarkedText, text: str) -> Iterator[Reconciliation]:
    """三次产业结构 a:b:c adds up to 100."""
    if "三次产业" not in text:
        return
    for match in _STRUCTURE.finditer(text):
        parts = [Printed(arabic(match[g]), half_unit(decimals_of(match[g]))) for g in "abc"]
        start, end = marked.clean(match.start(), match.end())
        yield summed("share.sectors", "三次产业结构合计", Printed(_WHOLE, 0.0, start, end), parts)


def _growth(marked: MarkedText, text: str) -> Iterator[Reconciliation]:
    """由a增加到b，增长p%: p against b over a, with what the rounding of both moves it by."""
    if "由" not in text:
        return
    for match in _FROM_TO.finditer(text):
        if match["u1"] != match["u2"] or (match["s1"] or "") != (match["s2"] or ""):
            continue
        old, new = arabic(match["old"]) * scale_of(match["s1"]), arabic(match["new"]) * scale_of(match["s2"])
        if not old:
            continue
        halves = [half_unit(decimals_of(match[g]), scale_of(match[s])) for g, s in (("old", "s1"), ("new", "s2"))]
        pct = half_unit(decimals_of(match["pct"]))
        start, end = marked.clean(match.start(), match.end())
        tolerance = pct + _WHOLE * (halves[1] + new * halves[0] / old) / old
        stated = Printed(arabic(match["pct"]), pct, start, end)
        yield compared("growth.levels", match[0], stated, _WHOLE * (new - old) / old, tolerance)


def _sectors(marked: MarkedText, statements: Sequence[Statement]) -> Iterator[Reconciliation]:
    """第一、第二、第三产业增加值 make up 地区生产总值 of the same side and period, where the text prints all four."""
    wholes = [s for s in statements if "生产总值" in s.indicator and "人均" not in s.indicator and _is_level(s)]
    for whole in wholes:
        parts = []
        for sector in _SECTORS:
            found = next(
                (
                    s
                    for s in statements
                    if s.indicator.startswith(sector) and _is_level(s) and _together(whole, s) and s.start > whole.start
                ),
                None,
            )
            if found is None:
                break
            parts.append(found)
        if len(parts) == len(_SECTORS):
            label = f"{whole.indicator} = {' + '.join(part.indicator for part in parts)}"
            yield summed("sum.sectors", label, _printed(marked, whole), [_printed(marked, part) for part in parts])


def _parts(marked: MarkedText, statements: Sequence[Statement]) -> Iterator[Reconciliation]:
    """What 其中 enumerates under a total of the same unit, where it makes the total up; parts may overlap, so that a
    sum that misses says nothing."""
    text = marked.document.text
    ordered = sorted(statements, key=lambda s: s.start)
    for index, whole in enumerate(ordered):
        if not _is_level(whole) or whole.base_value is None:
            continue
        run: list[Statement] = []
        before = whole
        for part in ordered[index + 1 : index + 12]:
            gap = text[before.end : part.start]
            if "。" in gap or "\n" in gap or len(gap) > 40:
                break
            if not run and "其中" not in text[whole.end : part.end]:
                break
            before = part
            if _is_level(part) and _together(whole, part):
                run.append(part)
        if len(run) < 2 or "生产总值" in whole.indicator:
            continue
        label = f"{whole.indicator} = {' + '.join(part.indicator for part in run)}"
        row = summed("sum.parts", label, _printed(marked, whole), [_printed(marked, part) for part in run])
        if row.status == "holds":
            yield row


_OF = re.compile(rf"，占(?P<of>[^，。；0-9]{{2,24}}?)(?:的|的比重为|比重为|的比重|比重)(?P<pct>{ARABIC})%")


def _shares(marked: MarkedText, statements: Sequence[Statement]) -> Iterator[Reconciliation]:
    """A of a amount, 占B的p%: p against A over B, where the document states B of the same unit, side and period."""
    text = marked.document.text
    for part in statements:
        if not _is_level(part) or part.base_value is None:
            continue
        match = _OF.match(text, part.end)
        if match is None:
            continue
        whole = next(
            (
                s
                for s in statements
                if s is not part and s.indicator == match["of"] and _is_level(s) and _together(s, part)
            ),
            None,
        )
        if whole is None or not whole.base_value:
            continue
        amount, total = _printed(marked, part), _printed(marked, whole)
        half = half_unit(decimals_of(match["pct"]))
        tolerance = half + _WHOLE * (amount.half + amount.value * total.half / total.value) / total.value
        stated = Printed(arabic(match["pct"]), half, part.start, match.end())
        yield compared(
            "share.statement",
            f"{part.indicator} ÷ {whole.indicator}",
            stated,
            _WHOLE * amount.value / total.value,
            tolerance,
        )


def _is_level(statement: Statement) -> bool:
    return (
        statement.measure in ("level", "count", "cumulative")
        and statement.comparator in ("=", "~")
        and statement.value_upper is None
    )


def _together(one: Statement, other: Statement) -> bool:
    """Of one side, unit and period."""
    return (one.side, one.base_unit, one.period_start, one.period_end) == (
        other.side,
        other.base_unit,
        other.period_start,
        other.period_end,
    )


def _printed(marked: MarkedText, statement: Statement) -> Printed:
    """The statement's amount in its base unit, with its rounding."""
    value = statement.base_value if statement.base_value is not None else statement.value
    factor = value / statement.value if statement.value else 1.0
    quote = marked.document.text[statement.start : statement.end]
    digits = [number for number in re.findall(ARABIC, quote) if arabic(number) == statement.value]
    decimals = decimals_of(digits[-1]) if digits else 0
    half = half_unit(decimals, factor)
    if statement.comparator == "~":
        half *= 2  # 约, 左右: rounded further than printed
    return Printed(value, half, statement.start, statement.end)
