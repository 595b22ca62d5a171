"""Names of places as words of a text.

Chinese has no spaces: a county's name arises where one word ends and another begins (供|应城市, 新|增城市), or is at the
same time a verb with its object (新建县小学).
"""

from __future__ import annotations

import re

from orchestration.gazette.lexicon.regions import is_place

_LONGEST = 12
# Words that make a place of its first character alone: before them another word may end in it (沿|海城市, 华|南山区).
_COMMON_TAILS = frozenset(("城市", "城区", "山区", "湖区", "港区", "郊区", "林区", "新区"))
# Names that are phrases too (to build in a county, to add a city, cooperation market): an office or a year must follow them.
_PHRASES = frozenset(("新建县", "新建区", "增城市", "增城区", "合作市", "新城区", "城区", "郊区", "矿区", "老城区"))
_OFFICE = re.compile(r"(?:人民)?(?:政府|委员会|代表大会|委|人大|法院|检察院)")
_YEAR = re.compile(r"(?:19|20)\d\d")
# What may stand before a name that another word could have begun.
_BEFORE = re.compile(
    r"(?:^|[^一-龥]|[在由从据赴和及与至到是受的将]|位于|来自|关于|代表|任命|公布|发布|印发|出台|下达|中共|今年|去年|年|月|日|讯|电)$"
)
_NOT_BEHIND = re.compile(r"[场域间划]")  # 上海市场, 和平区域: the last character belongs to another word


def name_ending(text: str, end: int, least: int = 3) -> str | None:
    """The longest registered name of a place that ends at an offset of a text and begins with a word (重庆市 in 任命重庆市)."""
    for size in range(min(end, _LONGEST), least - 1, -1):
        name = text[end - size : end]
        if is_place(name) and stands(name, text, end):
            return name
    return None


def stands(name: str, text: str, end: int) -> bool:
    """Whether a registered name that ends at an offset is a word there, not made of pieces of others."""
    start = end - len(name)
    if name[-1] in "市区县" and _NOT_BEHIND.match(text, end):
        return False
    if name in _PHRASES and not _OFFICE.match(text, end):
        return (start > 0 and _within_place(text, start)) or (_YEAR.match(text, end) is not None and opens(text, start))
    if name[1:] not in _COMMON_TAILS:
        return True
    return opens(text, start) or _within_place(text, start)


def _within_place(text: str, end: int) -> bool:
    """Whether another place's name ends where a name begins: 湖北省|应城市, 孝感|应城市."""
    return any(is_place(text[end - size : end]) for size in range(2, min(end, _LONGEST) + 1))


def opens(text: str, start: int) -> bool:
    """Whether a name begins a clause, or stands behind a word that leads to one (在淄博市)."""
    return _BEFORE.search(text, max(0, start - 2), start) is not None
