"""Joined heads split the plain way: 城乡居民收入, 原煤、原油产量, 起数和死亡人数."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.words import INDICATOR_ENDS, SHARED_ENDS

_JOINT = re.compile(
    r"[、，]|以及|(?<![参总饱共平缓温柔])和(?![谐平美睦解])|(?<![参普涉触危以顾遍])及(?![时其格早第])|(?<![参赠])与(?!会)"
)
_SECTORS = re.compile(r"(?:一二三产业?|一、二、三产业?|三次产业)(?!结构|比)")
_BETWEEN = ("比", "比值", "倍差", "差距", "之差")  # 城乡居民收入比: one figure between the two
_STANDING = frozenset(
    ("出口", "进口", "投资", "消费", "财政收入", "税收", "工业投资", "城镇居民", "存款", "贷款", "二产", "三产")
)
_COUNTED = ("起数", "数量", "人数", "件数", "户数", "总数", "人次", "数")


def split_joined(head: str, only_marks: bool = False) -> list[str]:
    """The heads a joined head stands for: 城镇居民和农村居民人均可支配收入 -> both incomes; itself where it is one.

    ``only_marks`` splits at 、 alone, for lists whose items hold a 和 of their own.
    """
    if head.endswith(_BETWEEN) and not head.endswith("占比"):
        return [head]
    if head.startswith("城乡") and "和" not in head and "、" not in head:
        return [f"城镇{head[2:]}", f"农村{head[2:]}"]
    if head.endswith("收支"):
        return [f"{head[:-2]}收入", f"{head[:-2]}支出"]
    sectors = _SECTORS.match(head)
    if sectors is not None:
        return [name + head[sectors.end() :] for name in ("第一产业", "第二产业", "第三产业")]
    parts = [part for part in (head.split("、") if only_marks else _JOINT.split(head)) if part]
    if len(parts) < 2:
        if "存贷款" in head:
            return [head.replace("存贷款", "存款"), head.replace("存贷款", "贷款")]
        return [head]
    last = parts[-1]
    if parts[0].endswith("存") and last.startswith("贷款"):
        return [parts[0] + last[1:], parts[0][:-1] + last]
    if not any(is_indicator(part) for part in parts[:-1]):  # else the heads stand each on its own
        parts = [_completed(part, last) for part in parts[:-1]] + [last]
    first = parts[0]
    return [first, *(_with_prefix(part, first) for part in parts[1:])]


def are_indicators(head: str) -> bool:
    """Whether every part of a joined head, as printed, ends like an indicator."""
    return all(is_indicator(part) for part in _JOINT.split(head))


def is_indicator(head: str) -> bool:
    """Whether a phrase ends in a word that indicators end in (率, 额, 收入, 投资 …)."""
    return head.endswith(INDICATOR_ENDS)


def _completed(part: str, last: str) -> str:
    """A part that lost what the last part ends in gets it back: 原煤、原油产量; 城镇、农村居民收入; 刑事、治安案件."""
    for length in (4, 3, 2):
        at = last.find(part[-length:])
        if len(part) >= length and at >= 0 and at + length < len(last):
            return part + last[at + length :]
    end = next((last[at:] for at in range(1, len(last)) if last[at:] in SHARED_ENDS), None)
    if end is not None:
        return part + end
    if len(part) in (2, 3) and len(last) >= len(part) + 2 and part not in _STANDING:
        return part + last[len(part) :]
    return part


def _with_prefix(part: str, first: str) -> str:
    """死亡人数 behind 生产安全事故起数 is that of 生产安全事故; 花费 behind 入境游客数量 that of 入境游客."""
    if len(part) > 5 or part in _STANDING:
        return part
    short = len(part) <= 2 or part.endswith(("人数", "数", "损失", "面积", "金额"))
    for end in _COUNTED:
        if short and first.endswith(end) and len(first) > len(end) + 1:
            return first[: -len(end)] + part
    if part in ("支出", "收入") and first.endswith(("收入", "支出")):
        return first[:-2] + part
    return part
