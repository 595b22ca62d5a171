"""Characters: traditional to simplified, one for one, so that offsets hold."""

from __future__ import annotations

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


def simplified(text: str) -> str:
    """The text in simplified characters, of the same length."""
    return text.translate(_table())


def is_traditional(text: str) -> bool:
    """Whether the text is printed in traditional characters (more than one in fifty would change)."""
    table = _table()
    changed = sum(1 for character in text if ord(character) in table)
    return changed * 50 > len(text)
