"""Text set anew: at another width, by characters or by ems, with or without hanging punctuation."""

from __future__ import annotations

import unicodedata

_NEVER_FIRST = "，。；：、！？”’》〉）〕%‰"
_NEVER_LAST = "“‘《〈（〔"


def _ems(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in "WF" else 0.5


def wrapped(text: str, width: int, *, by_ems: bool = False, hanging: bool = False) -> str:
    """The text with every paragraph broken into lines.

    Args:
        text: one paragraph a line.
        width: of a full line, in characters or ems.
        by_ems: whether half-width characters count half.
        hanging: whether closing marks stay with the line before and opening marks go to the next one.
    """
    lines = []
    for paragraph in text.split("\n"):
        line, size = "", 0.0
        for character in paragraph:
            step = _ems(character) if by_ems else 1.0
            if size + step > width and not (hanging and character in _NEVER_FIRST):
                carried = ""
                if hanging and line[-1:] in _NEVER_LAST:
                    line, carried = line[:-1], line[-1:]
                lines.append(line)
                line, size = carried, sum(_ems(c) if by_ems else 1.0 for c in carried)
            line += character
            size += step
        lines.append(line)
    return "\n".join(lines)
