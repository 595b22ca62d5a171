"""Numbered sections of a document, as a tree.

Levels nest as they are met, whatever their order of styles: 一、 → (一) → 1. → (1) → ①, plans number 1 / 1.1 / 1.1.1,
regulations 第一章 → 第一条 (GB/T 9704-2012, 7.3.3; 立法技术规范). A label counts where it stands at the head of a
paragraph or, inside one, after the end of a sentence and in sequence; so a "（1）" that is only mentioned opens
nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from orchestration.gazette.language.dates import han_number

_HAN = "一二三四五六七八九十百"
_LABEL = re.compile(
    rf"(?P<han>[{_HAN}]{{1,4}})、"
    rf"|（(?P<han_round>[{_HAN}]{{1,4}})）"
    rf"|第(?P<chapter>[{_HAN}零〇\d]{{1,5}})(?P<unit>[编章节条])[ 　]?"
    r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,4})(?:[ 　]|(?=[一-龥《“])(?!年|月|日|万|亿|个|元|公|平|%))"
    r"|（(?P<round>\d{1,2})）"
    r"|(?P<dotted>\d{1,2})[.．、](?!\d)"
    r"|(?P<plain>\d{1,2})[ 　](?=[一-龥《“])"
    r"|(?P<circled>[①-⑳])"
)
# Inside a paragraph only round numbers are set as items after a sentence's end or a colon.
_INLINE = re.compile(r"(?<=[。；：）〕])（(?P<round>\d{1,2})）|(?<=[。；：）〕])(?P<circled>[①-⑳])")
_HEADING_LIMIT = 48  # characters; a longer first sentence is the section's text, not its heading
# A heading that fills its line to the last character shows no end of line: its closing noun, and an opening after it,
# do.
_RUN_IN = re.compile(
    r"[^。，；：\n]{2,40}?(?:情况|回顾|要求|目标|任务|措施|思想|原则|思路|安排|总量|结构|布局|意义|领导|保障|内容|范围|依据|目的|职责|机制|步骤|成效)"
    r"(?=(?:19|20)\d\d年[^，。；：\n]{0,30}[，。；]|(?:今年|过去|做好|全[市省县区]|我[市省县区]|各[县区市级地]|坚持以|为深入|为贯彻|为进一步|按照|根据《))"
)
_SENTENCE = re.compile(r"[。：；\n]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A label found in the text, with its place in the tree."""

    start: int
    label_end: int
    heading_end: int
    style: str
    number: int
    label: str
    path: str
    depth: int
    parent: int | None  # index among the headings
    end: int  # end of the section


@dataclass(slots=True)
class _Open:
    style: str
    number: int
    index: int


def headings(text: str, start: int, end: int) -> list[Heading]:
    """The labelled sections in ``text[start:end]``, in order, as a tree."""
    marks = _marks(text, start, end)
    found: list[Heading] = []
    stack: list[_Open] = []
    last: dict[str, int] = {}  # the last number of each style: items may count on through the sections above them
    for at, label_end, style, number, label, inline in marks:
        depth = _place(stack, last, style, number, label, inline)
        if depth is None:
            continue
        del stack[depth:]
        last[style] = number
        parent = stack[-1].index if stack else None
        path = (found[parent].path if parent is not None and not style.startswith("decimal") else "") + _in_path(
            label, style
        )
        stack.append(_Open(style, number, len(found)))
        heading_end = _heading_end(text, label_end, end)
        found.append(Heading(at, label_end, heading_end, style, number, label, path, len(stack), parent, end))
    return _closed(found, end)


def _closed(found: list[Heading], end: int) -> list[Heading]:
    """Each section up to the next one that is not inside it."""
    closed: list[Heading] = []
    for i, heading in enumerate(found):
        later = (found[k] for k in range(i + 1, len(found)))
        stop = next((one.start for one in later if one.depth <= heading.depth), end)
        closed.append(replace(heading, heading_end=min(heading.heading_end, stop), end=stop))
    return closed


def _in_path(label: str, style: str) -> str:
    return label + "、" if style == "han" else label


def _marks(text: str, start: int, end: int) -> list[tuple[int, int, str, int, str, bool]]:
    """(start, label end, style, number, label, inside a paragraph) of every candidate."""
    marks = []
    at = start
    while at < end:
        line_end = text.find("\n", at, end)
        line_end = end if line_end < 0 else line_end
        match = _LABEL.match(text, at, line_end)
        if match and match.end() < line_end:
            marks.append((at, match.end(), *_read(match), False))
        for inner in _INLINE.finditer(text, at, line_end):
            if inner.start() > at:
                marks.append((inner.start(), inner.end(), *_read(inner), True))
        at = line_end + 1
    return marks


def _read(match: re.Match[str]) -> tuple[str, int, str]:
    groups = match.groupdict()
    if value := groups.get("han"):
        return "han", han_number(value) or 0, value
    if value := groups.get("han_round"):
        return "han_round", han_number(value) or 0, f"({value})"
    if value := groups.get("chapter"):
        number = int(value) if value.isdigit() else _hundreds(value)
        return f"chapter{groups['unit']}", number, f"第{value}{groups['unit']}"
    if value := groups.get("decimal"):
        parts = value.split(".")
        return f"decimal{len(parts)}", int(parts[-1]), value
    if value := groups.get("round"):
        return "round", int(value), f"({value})"
    if value := groups.get("dotted"):
        return "dotted", int(value), f"{value}."
    if value := groups.get("plain"):
        return "decimal1", int(value), value
    circled = groups["circled"] or ""
    return "circled", ord(circled) - ord("①") + 1, circled


def _hundreds(value: str) -> int:
    """Article numbers run past a hundred (第一百零三条)."""
    hundred, found, rest = value.partition("百")
    if not found:
        return han_number(value) or 0
    return (han_number(hundred) or 1) * 100 + (han_number(rest.lstrip("零〇")) or 0)


_RANK = {"chapter编": 0, "chapter章": 1, "chapter节": 2, "chapter条": 3}


def _place(stack: list[_Open], last: dict[str, int], style: str, number: int, label: str, inline: bool) -> int | None:
    """How many open sections stay open around a new one; None where the label is no section."""
    if style.startswith("decimal"):
        return _place_decimal(stack, style, number, label, inline)
    if style in _RANK:
        return sum(1 for section in stack if section.style in _RANK and _RANK[section.style] < _RANK[style])
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].style == style:
            if number == stack[depth].number + 1:
                return depth
            if number == 1 and not inline:
                return depth  # numbering begins anew: another list beside the last
            return (
                None
                if inline or number == stack[depth].number
                else (depth if number == stack[depth].number + 2 else None)
            )
    if number == 1 or (number == last.get(style, 0) + 1 and not inline):
        return len(stack)
    if not stack and not inline and style in ("han", "han_round"):
        return 0  # the first of a list is lost; the rest still stand
    return None


def _place_decimal(stack: list[_Open], style: str, number: int, label: str, inline: bool) -> int | None:
    level = int(style[-1])
    decimals = [section for section in stack if section.style.startswith("decimal")]
    base = (
        len(stack) - len(decimals)
        if not decimals
        else next(i for i, s in enumerate(stack) if s.style.startswith("decimal"))
    )
    if level == 1:
        previous = decimals[0].number if decimals else 0
        return base if number == previous + 1 else None
    if not decimals:
        return None
    top = int(label.split(".")[0])
    if decimals[0].number != top:
        return None
    kept = [section for section in decimals if int(section.style[-1]) < level]
    siblings = [section for section in decimals if int(section.style[-1]) == level]
    if number not in (1, (siblings[-1].number if siblings else 0) + 1):
        return None
    return base + len(kept)


def _heading_end(text: str, label_end: int, end: int) -> int:
    """Where a heading's words end: at its own line's end, or after its first sentence where that is short."""
    match = _SENTENCE.search(text, label_end, end)
    stop = match.start() if match else end
    if match is None or match[0] != "\n":
        run_in = _RUN_IN.match(text, label_end, min(stop, label_end + 60))
        if run_in:
            return run_in.end()
    if stop - label_end > _HEADING_LIMIT:
        return label_end
    return stop
