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
def _traditional() -> re.Pattern[str]:
    """Any character that would change."""
    return re.compile(f"[{re.escape(''.join(map(chr, _table())))}]")


def simplified(text: str) -> str:
    """The text in simplified characters, of the same length."""
    return text.translate(_table())


def is_traditional(text: str) -> bool:
    """Whether the text is printed in traditional characters (more than one in fifty would change)."""
    return len(_traditional().findall(text)) * 50 > len(text)
