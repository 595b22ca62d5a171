"""Comparators and hedges: the words before and behind a figure that bound it (不低于, 以上, 左右)."""

from __future__ import annotations

import re

from orchestration.gazette.records import Comparator

SUFFIX = r"(?:及其?以上|及以内|及以下|以上|之上|以内|之内|以下|之下|左右|上下)"

_GE: Comparator = ">="
_LE: Comparator = "<="
_NEAR: Comparator = "~"
_AT_LEAST = "不低于 不少于 不小于 不下于 超过 超过了 超出 突破 突破了 快于 至少 最少 大于 高于 多于 不得低于 不得少于 不得小于 不应低于 不应少于 不能低于 不能少于 首破 首超 再破 超 逾 过 破 大于等于 ≥ >"
_AT_MOST = "不超过 不高于 不大于 不多于 不突破 不超 不得超过 不得高于 不得突破 不得多于 不得大于 不应超过 不应高于 不能超过 不能高于 不足 不到 低于 少于 小于 至多 最多 ≤ <"
_ABOUT = "大约 大概 约为 约合 约 接近 将近 近"
# Words that end like a comparator and are none.
_OTHERS = (
    "通过 经过 再过 最近 附近 公约 条约 合约 节约 制约 预约 集约 签约 赛过 渡过 度过 超超 打破 侦破 爆破 攻破 连破"
)

BEFORE: dict[str, Comparator] = (
    dict.fromkeys(_AT_LEAST.split(), _GE) | dict.fromkeys(_AT_MOST.split(), _LE) | dict.fromkeys(_ABOUT.split(), _NEAR)
)
AFTER: dict[str, Comparator] = (
    dict.fromkeys("以上 及以上 及其以上 之上".split(), _GE)
    | dict.fromkeys("以内 之内 及以内 以下 之下 及以下".split(), _LE)
    | dict.fromkeys("左右 上下".split(), _NEAR)
)
HEDGES = frozenset((*_ABOUT.split(), "左右", "上下"))

_LONGEST_FIRST = tuple(sorted(BEFORE, key=len, reverse=True))
LAST_CHARACTERS = frozenset(word[-1] for word in BEFORE)
NO_COMPARATOR = tuple(_OTHERS.split())
_WITH_VERB = re.compile(r"(?:至少|最少|不少于)[^，。；：、0-9]{1,6}$")


def word_before(text: str, start: int) -> str | None:
    """The comparator word that ends right before an offset; None where there is none (通过, 签约 are none)."""
    if text[start - 1 : start] not in LAST_CHARACTERS:
        return None
    left = text[max(0, start - 5) : start]
    if not left.endswith(_LONGEST_FIRST) or left.endswith(NO_COMPARATOR):
        return None
    return next(word for word in _LONGEST_FIRST if left.endswith(word))


def at_least_with_verb(text: str, start: int) -> bool:
    """Whether 至少 stands before an offset with only its verb between (至少组织两场)."""
    begin = max(0, start - 10)
    return text.find("少", begin, start) >= 0 and _WITH_VERB.search(text, begin, start) is not None
