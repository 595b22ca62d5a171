"""Court rulings and reports of cases: what parties claim, owe and promise is no fact about a government."""

from __future__ import annotations

import re
from functools import lru_cache

_TITLE = re.compile(r"(?:判决|裁定|调解|裁决|起诉|公诉)书|(?:纠纷|诉[^，。]{2,40})案$")
_PARTIES = re.compile("原告|被告|上诉人|公诉机关|本院|诉讼请求|判决如下|仲裁委员会")
_CHARACTERS_A_WORD = 400
_FIRST_LINE = 80  # characters of a first line that may be a title which the structure did not take for one
_FEW = 3  # words that any text may have


def is_case(title: str, text: str) -> bool:
    """Whether a text tells a case between parties: by its title, or by how often it names them."""
    if _TITLE.search(title) is not None or _TITLE.search(text[:_FIRST_LINE].partition("\n")[0]) is not None:
        return True
    named = _named(text)
    return named >= _FEW and named * _CHARACTERS_A_WORD > len(text)


@lru_cache(maxsize=1)  # several families ask it of the same text
def _named(text: str) -> int:
    return sum(1 for _ in _PARTIES.finditer(text))
