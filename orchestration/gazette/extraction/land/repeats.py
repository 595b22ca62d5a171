"""One figure for each piece of land: repeats at their fullest statement, parts by mode and doubtful totals put aside."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.land import areas as la
from orchestration.gazette.extraction.land.lead import Found
from orchestration.gazette.extraction.land.uses import core, scope_of

_IS_TOTAL = re.compile(r"总|合计|共计|建设用地")
_VERB = 4
_HEADLINE = 60
_PREFIX = 4  # 商品住房 beside 住房
_SENTENCE = re.compile(r"[。\n]")


def once(read: list[Found], text: str) -> tuple[list[Found], list[Found]]:
    """The figures of a text in order without what tells of the same land again, and those of which nobody can say what
    they are of.
    """
    kept: list[Found] = []
    seen: dict[tuple[object, ...], list[Found]] = {}
    for found in sorted(read, key=lambda f: (f.area.start, f.start)):
        key = (found.kind, found.year, found.place, core(found.use) if found.use else None)
        earlier = next((one for one in seen.setdefault(key, []) if _repeats(found, one)), None)
        if earlier is None:
            seen[key].append(found)
            kept.append(found)
        elif _fullness(found, text) < _fullness(earlier, text):
            # 1.5万亩 in the headline, 15021亩 in the text: the fuller statement stands.
            seen[key][seen[key].index(earlier)] = found
            kept[kept.index(earlier)] = found
    kept = [one for one in kept if not _is_bare_repeat(one, kept, text) and not _is_mode(one, kept, text)]
    doubtful = [one for one in kept if _is_doubtful_total(one, kept, text)]
    return [one for one in kept if one not in doubtful], doubtful


def _repeats(found: Found, earlier: Found) -> bool:
    """Whether two figures of one thing are the same to the last digit that the coarser one prints."""
    coarse = max(_half_digit(found.area), _half_digit(earlier.area))
    return abs(found.area.ha - earlier.area.ha) <= coarse * (1 + 1e-9)


def _is_bare_repeat(found: Found, others: list[Found], text: str) -> bool:
    """Whether a figure in a sentence that names no use is told elsewhere with its use (供应土地4.76万公顷 in a lead)."""
    if found.rule == "land.table":
        return False
    if _is_headline(found, text) and any(
        other.year == found.year
        and _repeats(found, other)
        and _may_name_one_land(found.use, other.use)
        and not _is_headline(other, text)
        for other in others
    ):
        return True
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


def _is_doubtful_total(found: Found, others: list[Found], text: str) -> bool:
    """Whether an area that names no use and is called no sum would be a second, smaller total of the same year."""
    if found.use or found.place or found.rule == "land.table" or _IS_TOTAL.search(_words_of(found, text)):
        return False
    return any(
        other.use is None
        and other.place is None
        and (other.kind, other.year) == (found.kind, found.year)
        and other.area.ha > found.area.ha
        and _IS_TOTAL.search(_words_of(other, text))
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


def _may_name_one_land(one: str | None, other: str | None) -> bool:
    """Whether a headline's use and a sentence's may be one: 保障房用地, 保障性安居工程用地; not 商服用地, 住宅用地."""
    if one is None or other is None:
        return one is other
    if scope_of(one) != scope_of(other):
        return False
    return scope_of(one) != "use" or core(one) in core(other) or core(other) in core(one)


def _is_renamed(found: Found, other: Found, text: str) -> bool:
    if other.area.start >= found.area.start or other.place != found.place or not _is_alike(found, other):
        return False
    short, long = sorted((core(found.use or ""), core(other.use or "")), key=len)
    is_longer = 0 < len(long) - len(short) <= _PREFIX and long.endswith(short) and "、" not in long
    return is_longer and _SENTENCE.search(text, other.area.end, found.area.start) is not None


def _fullness(found: Found, text: str) -> tuple[float, bool, bool, bool, bool, bool, bool]:
    """The less the fuller: half a unit of the last digit in the finer of two units, then whether it is only a headline's,
    names its use without calling it land (商品住宅计划供地), has no share, has its use only behind it, does not say that all land is 建设用地, and has but one unit."""
    also = found.area.also
    half = min(_half_digit(found.area), _half_digit(also)) if also else _half_digit(found.area)
    has_head = found.use is None or found.use in text[found.start : found.area.start]
    return (
        half,
        _is_headline(found, text),
        found.use is not None and not found.use.endswith("地"),
        found.share is None or found.rule == "land.table",
        not has_head,
        found.use is None and "建设用地" not in text[found.start : found.area.start],
        also is None,
    )


def _is_headline(found: Found, text: str) -> bool:
    """Whether a figure stands in a line that is no sentence and no row: a title, a subtitle."""
    if found.rule == "land.table":
        return False
    end = text.find("\n", found.area.end)
    if end < 0:
        return False
    line = text[text.rfind("\n", 0, found.area.start) + 1 : end].rstrip()
    return len(line) <= _HEADLINE and line[-1:] not in "。；;：，、！" and "。" not in line


def _half_digit(area: la.Area) -> float:
    return 0.5 * 10.0**-area.decimals * (area.ha / area.value if area.value else 1.0)
