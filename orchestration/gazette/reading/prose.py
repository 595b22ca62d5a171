"""Whether decoded text is Chinese prose that a gazette could hold, or something else with a text file's name."""

from __future__ import annotations

import json
import re

from orchestration.gazette.reading.errors import unreadable
from orchestration.gazette.reading.limits import MAX_LINE_CHARS, MIN_CHINESE_CHARS, MIN_CHINESE_SHARE

_SAMPLE = 400_000
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_KANA = re.compile(r"[\u3041-\u30ff]+")
_HANGUL = re.compile(r"[\uac00-\ud7a3]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_CODE_LINE = re.compile(
    r"^\s{0,80}(?:(?:import|from|def|class|return|const|let|var|function|public|private|static|#include|using|package|"
    r"namespace|if|for|while|else|elif|try|except|catch|SELECT|INSERT|CREATE)\b.{0,200}[;:{(\w)]\s*$|[{}\[\]();,]{1,6}\s*$|"
    r".{0,200}[;{}]\s*$|(?://|/\*|\*|#!|--)\s?.{0,200}$|[\w.]{1,60}\s?=\s?.{1,200}$)",
    re.I,
)
_KEY = re.compile(r'^[\[{]\s{0,50}(?:["\[{]|[\]}])')
_WAY_OUT = "put the issue itself there as text, PDF or HTML, or take the file out of the raw folder"


def require_chinese(text: str, file: str) -> None:
    """Raises Unreadable, with the reason, for text that is empty or no Chinese prose. Looks at a bounded sample."""
    sample = text[:_SAMPLE]
    if not text.strip("\ufeff\u200b \t\r\n\f\v\u3000"):
        raise unreadable(file, "empty_input", "the file holds no text", _WAY_OUT)
    if _is_json(sample, len(text)):
        raise unreadable(file, "not_a_gazette", "the file is JSON data, not the text of an issue", _WAY_OUT)
    han = _count(_HAN, sample)
    letters = _count(_LETTERS, sample)
    if han < MIN_CHINESE_CHARS:
        words = "no Chinese at all" if not han else f"only {han} Chinese characters"
        raise unreadable(file, "not_a_gazette", f"the text holds {words}", _WAY_OUT)
    if han < MIN_CHINESE_SHARE * letters:
        raise unreadable(file, "not_a_gazette", f"only {han} of {letters} letters are Chinese", _WAY_OUT)
    if _count(_KANA, sample) * 5 > letters or _count(_HANGUL, sample) * 5 > letters:
        raise unreadable(file, "not_a_gazette", "the text is Japanese or Korean", _WAY_OUT)
    if han * 3 < len(sample) and _is_code(sample):
        raise unreadable(file, "not_a_gazette", "the text is program source, not prose", _WAY_OUT)


def _is_code(sample: str) -> bool:
    """Whether most lines read as those of a program."""
    lines = [line for line in re.split(r"[\r\n]", sample) if line.strip()]
    code = sum(1 for line in lines if len(line) < 400 and _CODE_LINE.match(line))
    return len(lines) >= 4 and code * 2 > len(lines)


def _count(runs: re.Pattern[str], sample: str) -> int:
    """How many characters of a kind there are, given the pattern of a run of them."""
    return sum(map(len, runs.findall(sample)))


def require_bounded_lines(text: str, file: str) -> None:
    """Raises Unreadable where one line is longer than any text printed on paper could be."""
    start = 0
    while len(text) - start > MAX_LINE_CHARS:
        window_end = start + MAX_LINE_CHARS + 1
        cut = max(text.rfind(mark, start, window_end) for mark in "\n\r\f\x85\u2028\u2029")
        if cut < 0:
            raise unreadable(
                file,
                "line_too_long",
                f"a line from character {start} on exceeds {MAX_LINE_CHARS:,} characters",
                "restore the line ends of the text or fetch the issue again",
            )
        start = cut + 1


def _is_json(sample: str, length: int) -> bool:
    head = sample.lstrip("\ufeff \t\r\n")
    if not _KEY.match(head):
        return False
    if length > len(sample):
        return head.startswith(("{", "[{", '["'))
    try:
        json.loads(head)
    except RecursionError:
        return True
    except ValueError:
        return re.match(r'^[\[{]\s{0,50}"[^"\n]{1,80}"\s{0,9}[:,]', head) is not None
    return True
