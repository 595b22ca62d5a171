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
    return table | {ord(variant): usual for variant, usual in _VARIANTS.items()}


_VARIANTS = {"衞": "卫", "敍": "叙", "擡": "抬", "枱": "台"}  # as Hong Kong prints them
# Simplified in these words only: 批覆, but 覆盖; 著力, but 显著; 計畫, but 畫家.
_IN_WORDS = re.compile("(?<=[计规企策])画|(?<=[批答回函])覆|覆(?=[函议核])|著(?=[力眼手重陆])|(?<=[衣随沿围])著")
_SIMPLE = {"覆": "复", "著": "着", "画": "划"}


@lru_cache(maxsize=1)
def _may_change() -> re.Pattern[str]:
    """Any character that would change; of the rare ones beyond the basic plane any, as re tries those one by one."""
    basic = "".join(chr(code) for code in _table() if code <= 0xFFFF)
    return re.compile(f"[{re.escape(basic)}\U00010000-\U0010ffff]")


def simplified(text: str) -> str:
    """The text in simplified characters, of the same length."""
    if not _may_change().search(text):
        return text
    text = text.translate(_table())  # looks up every character
    if "覆" in text or "著" in text or "画" in text:
        text = _IN_WORDS.sub(lambda match: _SIMPLE[match[0]], text)
    return text


def is_traditional(text: str) -> bool:
    """Whether the text is printed in traditional characters (more than one in fifty would change)."""
    table = _table()
    changed = sum(ord(character) in table for character in _may_change().findall(text))
    return changed * 50 > len(text)
