"""What headings make a text or a part of it tell of when it is not land being supplied: land taken in or made ready."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.land.context import SUPPLY
from orchestration.gazette.language.marked import MarkedText

# Land is bought up, taken, cleared and registered before it can be supplied: a plan of that has the same uses and places.
_BEFORE_SUPPLY = re.compile(
    r"储备|收储|做地|整备|征收|征转|转用|征地|报批|整治|复垦|闲置|批而未供|低效|成片开发|腾退|占补平衡|详细规划"
)
_SUPPLIED = re.compile(r"供[应给地]|出让")


def tells_of_land_before(marked: MarkedText, titles: str) -> bool:
    """Whether any heading of a text speaks of land before its supply: else no passage needs to be asked."""
    return _BEFORE_SUPPLY.search(titles) is not None or any(
        _BEFORE_SUPPLY.search(section.heading) for section in marked.document.sections
    )


def is_before_supply(marked: MarkedText, titles: str, start: int, end: int) -> bool:
    """Whether the nearest heading that says it makes a passage one of land before its supply, and the passage itself
    tells of none being supplied."""
    if _SUPPLIED.search(marked.text, start, end):
        return False
    for outer in marked.ancestors(marked.section_at(start)):
        if SUPPLY.search(outer.heading):
            return False
        if _BEFORE_SUPPLY.search(outer.heading):
            return True
    return _BEFORE_SUPPLY.search(titles) is not None and SUPPLY.search(titles) is None
