"""Figures of land supply: totals, by use, by place, planned or actual, from sentences and from tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.extraction.land import areas as la
from orchestration.gazette.extraction.land import prose, tables
from orchestration.gazette.extraction.land.context import Context, document_context, speaks_of_supply
from orchestration.gazette.extraction.land.lead import Found
from orchestration.gazette.extraction.land.lines import rejoined
from orchestration.gazette.extraction.land.repeats import once
from orchestration.gazette.extraction.land.sums import placed
from orchestration.gazette.extraction.land.uses import is_origin, names_housing, scope_of
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.lexicon.land_uses import land_use as land_use_id
from orchestration.gazette.records import Breakdown, LandFigure, Notice

_HOUSING = "住宅用地"
_HOUSING_PLANS = frozenset((_HOUSING, "住房用地", "居住用地"))
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
    for item in (*prose.read(marked, context), *tables.read(marked, context)):
        if isinstance(item, Notice):
            yield item
        else:
            read.append(item)
    kept, doubtful = once(placed(read), marked.text)
    kept = [one for one in kept if not (one.use and is_origin(one.use))]
    for one in doubtful:
        yield _notice(marked, one.start, one.end, "unclear_use", "What this area is of is not told; read it by eye.")
    scheme = _scheme(kept)
    for found in kept:
        yield _record(marked, context, found, scheme)
    yield from _damaged(marked)


def _breakdown(found: Found) -> Breakdown:
    scope = scope_of(found.use) if found.use else "all"
    if found.place is None:
        return "total" if scope == "all" else "by_use"
    if scope == "all":
        return "by_region"
    return "residential_by_region" if scope == "housing" else "by_region_and_use"


def _is_kind_of_housing(context: Context, use: str) -> bool:
    """Whether a use is a kind of housing land; in a plan of housing land alone, joined ones too that name one."""
    scope = scope_of(use)
    return scope == "kind" or (scope == "use" and context.subject in _HOUSING_PLANS and names_housing(use))


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
        region_name=place or context.place.printed,
        breakdown=_breakdown(found),
        land_use_id=_use_id(found.use, scheme) if found.use else None,
        land_use=found.use,
        parent_land_use=_HOUSING if found.use and _is_kind_of_housing(context, found.use) else None,
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
        message = "An area stands here without its leading digits; look it up in the source."
        yield _notice(marked, line, end, "damaged_figure", message)


def _notice(marked: MarkedText, start: int, end: int, code: str, message: str) -> Notice:
    first, last = marked.clean(start, end)
    quote = marked.document.text[first:last].strip()
    return Notice("extraction", code, message, quote=quote, document_id=marked.document.document_id)
