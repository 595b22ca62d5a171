"""What figures of land a text enumerates together, and the figure that such a list stands inside."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from orchestration.gazette.extraction.land.uses import ALL_LAND, core
from orchestration.gazette.extraction.reconciliation.land_items import Item

_SENTENCE_OF_LIST = 60  # characters between the figures of a list that is told of one a sentence
_ENDS = re.compile(r"(?<!\d)。|。(?!\d)")


@dataclass(eq=False, slots=True)
class Listed:
    """Figures enumerated together; ``parent`` is the figure they stand inside."""

    parent: Item | None
    segment: int
    opened_by_bracket: bool = False
    members: list[Item] = field(default_factory=list)


def lists(text: str, items: list[Item]) -> list[Listed]:
    """Every enumeration of the text, with the figure it stands inside where the print says so."""
    stack = [Listed(None, 0)]
    done = [stack[0]]
    segment = 0
    before: Item | None = None
    sentence: list[Item] = []
    for item in items:
        gap = text[before.end : item.start] if before and before.end <= item.start else ""
        if before is None or _breaks(gap, before, item):
            inside = (
                sentence
                and _ENDS.findall(gap)
                and len(_ENDS.findall(gap)) == 1
                and re.search(r"[。\n]\s*(?:[^。，\n]{0,12}中，)?其中", gap)
            )
            if inside:
                stack.append(Listed(_parent_of(sentence, item), segment))
            else:
                stack = [Listed(None, segment)]
            done.append(stack[-1])
            sentence, segment = [], 0
        else:
            segment += gap.count("；") + gap.count("\n")
            if gap.count("（") > gap.count("）"):
                stack.append(Listed(before, segment, opened_by_bracket=True))
                done.append(stack[-1])
            else:
                if "）" in gap and gap.count("）") > gap.count("（"):
                    while len(stack) > 1 and stack[-1].opened_by_bracket:
                        stack.pop()
                if re.search(r"其中|包括|包含", gap) and fits(before, item):
                    stack.append(Listed(before, segment))
                    done.append(stack[-1])
                elif "；" in gap:
                    _leave(stack, item, segment)
        while len(stack) > 1 and stack[-1].parent is not None and not fits(stack[-1].parent, item):
            stack.pop()
        if not _continues(stack[-1], item):
            stack = [Listed(None, segment)]
            done.append(stack[0])
        stack[-1].members.append(item)
        sentence.append(item)
        before = item
    return [one for one in done if len(one.members) > 1]


def _breaks(gap: str, before: Item, item: Item) -> bool:
    """Whether a new sentence begins between two figures; places told of one a sentence or a line are still one list."""
    if not _ENDS.search(gap):
        return False
    if "其中" in gap or not same_list(before, item):
        return True
    if before.place is not None and item.place is not None:
        return False
    # Uses told of one a sentence: 1.商服用地 …。2.工矿仓储用地 ….
    return item.scope == "kind" or len(gap) > _SENTENCE_OF_LIST or ALL_LAND.search(gap.rpartition("。")[2]) is not None


def _parent_of(sentence: list[Item], item: Item) -> Item | None:
    fitting = [one for one in sentence if fits(one, item) and one.scope != "kind"]
    return (
        fitting[-1]
        if len(fitting) == 1 or (fitting and fitting[-1].scope == "housing" and item.scope == "kind")
        else fitting[0]
        if fitting
        else None
    )


def _leave(stack: list[Listed], item: Item, segment: int) -> None:
    """A semicolon closes what 其中 opened since the last one, if what follows belongs to the list outside."""
    while len(stack) > 1 and stack[-1].segment < segment and stack[-2].members:
        # A list of one may go on behind it (其中商服用地 …；住宅用地 …), unless it lies in a kind of housing land.
        is_list = len(stack[-1].members) > 1 or (stack[-1].parent is not None and stack[-1].parent.scope == "kind")
        if not is_list or not same_list(stack[-2].members[-1], item):
            return
        stack.pop()


def fits(parent: Item, item: Item) -> bool:
    """Whether a figure can be a part of another: a use of all land, a place of the whole, a kind of housing land."""
    if parent.figure.figure_kind != item.figure.figure_kind or parent.figure.plan_year != item.figure.plan_year:
        return False
    if parent.place == item.place:
        return (
            parent.scope == "all" != item.scope
            or (parent.scope == "housing" and item.scope == "kind")
            or (parent.scope == "kind" == item.scope)
        )
    if parent.place is not None:
        return False
    return parent.scope == "all" or (
        parent.use is not None and item.use is not None and core(parent.use) == core(item.use)
    )


def _continues(one: Listed, item: Item) -> bool:
    return not one.members or same_list(one.members[-1], item)


def same_list(last: Item, item: Item) -> bool:
    """Whether two figures can be items of one list: of one kind and year, of several places or of several uses."""
    if last.figure.figure_kind != item.figure.figure_kind or last.figure.plan_year != item.figure.plan_year:
        return False
    if last.place == item.place:
        return last.use != item.use and last.use is not None and item.use is not None
    if last.place is None or item.place is None:
        return False
    return (last.use is None and item.use is None) or bool(last.use and item.use and core(last.use) == core(item.use))
