"""Patterns of many alternatives, run over a text in less time."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator


def matches(
    pattern: re.Pattern[str], begins: re.Pattern[str], text: str, start: int = 0, end: int = sys.maxsize
) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer`` gives, tried only where ``begins`` matches.

    ``begins`` has to match wherever the pattern does, and to begin with a set of characters, for which re scans in C.
    """
    at = start
    for begin in begins.finditer(text, start, end):
        if begin.start() < at:
            continue
        match = pattern.match(text, begin.start(), end)
        if match is not None:
            at = match.end()
            yield match
