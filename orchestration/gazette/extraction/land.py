"""Figures of land supply: totals, by use, by place, planned or actual, from sentences and from tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.extraction import land_areas as la
from orchestration.gazette.extraction import land_prose, land_tables
from orchestration.gazette.extraction.land_context import Context, document_context, speaks_of_supply
from orchestration.gazette.extraction.land_lead import Found
from orchestration.gazette.extraction.land_lines import rejoined
from orchestration.gazette.extraction.land_uses import core, scope_of
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.lexicon.land_uses import land_use as land_use_id
from orchestration.gazette.records import Breakdown, LandFigure, Notice

_HOUSING = "住宅用地"
_IS_TOTAL = re.compile(r"总|合计|共计|建设用地")
_VERB = 4
_PREFIX = 4  # 商品住房 beside 住房
_SENTENCE = re.compile(r"[。\n]")
_LAND_SEA = "land_sea_2023"
_LAND_SEA_NAMES = frozenset(
    ("商业服务业用地", "工矿用地", "公用设施用地", "绿地与开敞空间用地", "留白用地", "陆地水域", "居住用地")
)


def find(marked: MarkedText) -> Iterator[LandFigure | Notice]:
    """The land-supply figures of a document in order, each once, and a notice for each area that lost its digits."""
    if not speaks_of_supply(marked):
        return
    context = document_context(marked)
    marked = rejoined(marked, context.places)
    read: list[Found] = []
    for item in (*land_prose.read(marked, context), *land_tables.read(marked, context)):
        if isinstance(item, Notice):
            yield item
        else:
            read.append(item)
    kept: list[Found] = []
    seen: dict[tuple[object, ...], list[Found]] = {}
    for found in sorted(read, key=lambda f: (f.area.start, f.start)):
        key = (found.kind, found.year, found.place, core(found.use) if found.use else None)
        earlier = next((one for one in seen.setdefault(key, []) if _repeats(found, one)), None)
        if earlier is None:
            seen[key].append(found)
            kept.append(found)
        elif _fineness(found) < _fineness(earlier):
            # 1.5万亩 in the headline, 15021亩 in the text: the fuller statement stands, as does the one in two units.
            seen[key][seen[key].index(earlier)] = found
            kept[kept.index(earlier)] = found
    kept = [one for one in kept if not _is_bare_repeat(one, kept, marked.text) and not _is_mode(one, kept, marked.text)]
    scheme = _scheme(kept)
    for found in kept:
        yield _record(marked, context, found, scheme)
    yield from _damaged(marked)


def _repeats(found: Found, earlier: Found) -> bool:
    """Whether two figures of one thing are the same to the last digit that the coarser one prints."""
    coarse = max(_half_digit(found.area), _half_digit(earlier.area))
    return abs(found.area.ha - earlier.area.ha) <= coarse * (1 + 1e-9)


def _is_bare_repeat(found: Found, others: list[Found], text: str) -> bool:
    """Whether a figure in a sentence that names no use is told elsewhere with its use (供应土地4.76万公顷 in a lead)."""
    if found.rule == "land.table":
        return False
    if found.use:
        # 商品住宅用地 …。住宅用地 … of the same size, told in another sentence: the same land by a shorter name.
        return any(_is_renamed(found, other, text) for other in others if other.use)
    if found.place or _IS_TOTAL.search(text, found.start, found.end):
        return False
    return any(other.use and other.place is None and _is_alike(found, other) for other in others)


def _is_mode(found: Found, others: list[Found], text: str) -> bool:
    """Whether land transferred is only a part, by mode, of the larger area supplied that is told beside it."""
    words = _words_of(found, text)
    if found.use or "出让" not in words or "供" in words:
        return False
    return any(
        other.use is None
        and (other.kind, other.year, other.place) == (found.kind, found.year, found.place)
        and other.area.ha > found.area.ha
        and "供" in _words_of(other, text)
        for other in others
    )


def _words_of(found: Found, text: str) -> str:
    """A figure's quote with the verb before it."""
    return text[max(0, found.start - _VERB) : found.end]


def _is_alike(found: Found, other: Found) -> bool:
    """Whether two figures are printed alike and of one kind and year."""
    return (other.kind, other.year, other.area.value, other.area.unit, other.area.decimals) == (
        found.kind,
        found.year,
        found.area.value,
        found.area.unit,
        found.area.decimals,
    )


def _is_renamed(found: Found, other: Found, text: str) -> bool:
    if other.area.start >= found.area.start or other.place != found.place or not _is_alike(found, other):
        return False
    short, long = sorted((core(found.use or ""), core(other.use or "")), key=len)
    is_longer = 0 < len(long) - len(short) <= _PREFIX and long.endswith(short) and "、" not in long
    return is_longer and _SENTENCE.search(text, other.area.end, found.area.start) is not None


def _fineness(found: Found) -> tuple[float, bool]:
    """The less the fuller: half a unit of the last digit, in the finer of two units, and whether there is but one."""
    also = found.area.also
    return (min(_half_digit(found.area), _half_digit(also)) if also else _half_digit(found.area)), also is None


def _half_digit(area: la.Area) -> float:
    return 0.5 * 10.0**-area.decimals * (area.ha / area.value if area.value else 1.0)


def _breakdown(found: Found) -> Breakdown:
    scope = scope_of(found.use) if found.use else "all"
    if found.place is None:
        return "total" if scope == "all" else "by_use"
    if scope == "all":
        return "by_region"
    return "residential_by_region" if scope == "housing" else "by_region_and_use"


def _scheme(figures: list[Found]) -> str | None:
    """The scheme that a document's uses follow, where two of them are names of the land-and-sea scheme alone."""
    return _LAND_SEA if len({found.use for found in figures} & _LAND_SEA_NAMES) > 1 else None


def _use_id(use: str, scheme: str | None) -> str | None:
    return (land_use_id(use, scheme) if scheme else None) or land_use_id(use)


def _record(marked: MarkedText, context: Context, found: Found, scheme: str | None) -> LandFigure:
    start, end = marked.clean(found.start, found.end)
    place = found.place
    region_id = context.place.region_id if place is None else context.places.identify(place)
    return LandFigure(
        start=start,
        end=end,
        rule_id=found.rule,
        figure_kind=found.kind,
        plan_year=found.year,
        region_id=region_id,
        region_name=place or context.place.name,
        breakdown=_breakdown(found),
        land_use_id=_use_id(found.use, scheme) if found.use else None,
        land_use=found.use,
        parent_land_use=_HOUSING if found.use and scope_of(found.use) == "kind" else None,
        area_ha=round(found.area.ha, 6),
        share_pct=found.share,
        area=found.area.value,
        unit=found.area.unit,
    )


def _damaged(marked: MarkedText) -> Iterator[Notice]:
    text = marked.text
    for start, end in la.lost(text, 0, len(text)):
        line = max(text.rfind(mark, 0, start) for mark in "。\n，；：") + 1
        if not re.search(r"用地|供|地|区|县|市", text[line:end]):
            continue
        first, last = marked.clean(line, end)
        yield Notice(
            stage="extraction",
            code="damaged_figure",
            message="An area stands here without its leading digits; look it up in the source.",
            quote=marked.document.text[first:last].strip(),
            document_id=marked.document.document_id,
        )
