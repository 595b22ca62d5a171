"""Characters: traditional to simplified, one for one, so that offsets hold."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    """Traditional -> simplified for single characters, from OpenCC's own dictionary (first reading where it gives
    several).
    """
    table: dict[int, str] = {}
    dictionary = resources.files("opencc") / "dictionary" / "TSCharacters.txt"
    for row in dictionary.read_text(encoding="utf8").splitlines():
        traditional, _, readings = row.partition("\t")
        reading = readings.split(" ")[0]
        if len(traditional) == 1 and len(reading) == 1:
            table[ord(traditional)] = reading
    return table


@lru_cache(maxsize=1)
def _may_change() -> re.Pattern[str]:
    """Any character that would change; of the rare ones beyond the basic plane any, as re tries those one by one."""
    basic = "".join(chr(code) for code in _table() if code <= 0xFFFF)
    return re.compile(f"[{re.escape(basic)}\U00010000-\U0010ffff]")


def simplified(text: str) -> str:
    """The text in simplified characters, of the same length."""
    return text.translate(_table()) if _may_change().search(text) else text  # translate looks up every character


def is_traditional(text: str) -> bool:
    """Whether the text is printed in traditional characters (more than one in fifty would change)."""
    table = _table()
    changed = sum(ord(character) in table for character in _may_change().findall(text))
    return changed * 50 > len(text)
