"""Land uses: a name as printed to its land_use_id, within a scheme where one is known."""

from __future__ import annotations

import re
from functools import lru_cache

from orchestration.gazette.language.characters import simplified
from orchestration.gazette.lexicon.seeds import rows, split

# Where the print does not say which scheme it follows, a supply plan's own norm comes first.
_ORDER = ("supply_plan_2010", "land_sea_2023", "gbt_21010_2017")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]$")


@lru_cache(maxsize=1)
def _names() -> dict[tuple[str, str], str]:
    names: dict[tuple[str, str], str] = {}
    for row in rows("land_uses"):
        for name in (row["name"], *split(row["aliases"])):
            names.setdefault((row["scheme"], name), row["land_use_id"])
    return names


@lru_cache(maxsize=2048)
def land_use(name: str, scheme: str | None = None) -> str | None:
    """The land_use_id of a land use as printed (商服用地, 租赁住宅用地 …); None where no scheme has the name.

    With a ``scheme`` only that one is asked; without, the first of supply plan, land-and-sea and GB/T 21010 to know it.
    """
    name = simplified(re.sub(r"\s", "", name))
    plain = _BRACKET.sub("", name)
    for form in dict.fromkeys((name, plain, plain.replace("计划用地", "用地"))):
        for wanted in (scheme,) if scheme else _ORDER:
            found = _names().get((wanted, form))
            if found:
                return found
    return None
