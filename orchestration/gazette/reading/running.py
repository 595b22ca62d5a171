"""Running headers and footers told by their form and repetition, whatever the gazette is called.

Used on the text of one line at a time, folded (full-width digits to half-width, outer space gone).
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from orchestration.gazette.language.characters import simplified

MAX_RUNNING_CHARS = 60  # a header holds a name, an issue and a number: longer lines are text
_YEAR = r"(?:(?:19|20)\d{2}|[一二〇○零]{1}[〇○零一二三四五六七八九]{3})"
_ISSUE = re.compile(
    rf"(?:(?P<year>{_YEAR})\s?年?\s?[·.,/]?\s?)?第\s?(?P<number>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})\s?[期号]"
    r"|(?P<year2>(?:19|20)\d{2})\s?[·./]\s?(?P<number2>\d{1,2})(?=\D|$)"
)
_WHOLE_SERIES = re.compile(r"[(（]?\s?总?第?\s?\d{1,4}\s?期\s?[)）]?|[(（]?\s?总第?\s?\d{1,4}\s?[期号]?\s?[)）]?")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,30}(?:公报|政报)|《[\u4e00-\u9fff]{2,30}(?:公报|政报)》")
_EDGE = r"[\s\-—–―－_·•.|丨/~〜・]"
_NUMBER_LEFT = re.compile(rf"^{_EDGE}*(?:第\s?)?(\d{{1,4}})?(?:\s?页)?{_EDGE}*$")
_BARE = re.compile(r"^(\d{1,4})$")
_DECORATED = re.compile(
    r"^(?:[\-—–―－·•~〜・_]{1,3}\s?(\d{1,4})\s?[\-—–―－·•~〜・_]{1,3}"
    r"|第\s?(\d{1,4})\s?页(?:\s?[,，/]?\s?共\s?\d{1,4}\s?页)?|(\d{1,4})\s?/\s?\d{1,4}"
    r"|[Pp](?:age|\.)?\s?(\d{1,4})(?:\s?of\s?\d{1,4})?)$"
)
NO_HEAD = re.compile(r"[,.;:!?。，；：！？、()（）\d]")  # no name of a column has one, folded or not
_CHINESE_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0}


@dataclass(frozen=True, slots=True)
class Running:
    """What a line says if it is a running header or footer.

    ``form``: masthead (gazette and issue), issue (without the name), decorated (— 12 —), bare (12).
    ``number``: the page number as the line has it (its digits may stand reversed), None where it has none.
    """

    form: str
    number: str | None
    name: str | None = None
    year: int | None = None
    issue: int | None = None


def fold(line: str) -> str:
    """A line in the form the patterns here read: NFKC, no outer space, runs of space as one."""
    return " ".join(unicodedata.normalize("NFKC", line).split())


def running_line(folded: str) -> Running | None:
    """The line read as a header or footer, by its form alone; None where the form says nothing."""
    if not folded or len(folded) > MAX_RUNNING_CHARS:
        return None
    bare = _BARE.match(folded)
    if bare:
        return Running("bare", bare.group(1))
    decorated = _DECORATED.match(folded)
    if decorated:
        return Running("decorated", next(group for group in decorated.groups() if group))
    plain = simplified(folded)  # of the same length
    if "期" not in plain and "号" not in plain and "公报" not in plain and "政报" not in plain:
        return None
    return _masthead(plain, folded)


def _masthead(plain: str, folded: str) -> Running | None:
    name = _NAME.search(plain)
    rest = plain if name is None else f"{plain[: name.start()]} {plain[name.end() :]}"
    issue = _ISSUE.search(rest)
    if issue is None:
        return None
    rest = rest[: issue.start()] + " " + rest[issue.end() :]
    rest = _WHOLE_SERIES.sub(" ", rest, count=1) if "总" in rest else rest
    left = _NUMBER_LEFT.match(rest)
    if left is None:
        return None
    year = issue.group("year") or issue.group("year2")
    number = issue.group("number") or issue.group("number2")
    if name is None:  # 2021年第4期 12: an issue and a page without the name, to be borne out by repetition
        return Running("issue", left.group(1), None, _digits(year), _digits(number)) if year else None
    printed = folded[name.start() : name.end()].strip("《》")
    return Running("masthead", left.group(1), printed, _digits(year), _digits(number))


def _digits(words: str | None) -> int | None:
    if not words:
        return None
    if words.isdigit():
        return int(words)
    if "十" in words:
        tens, _, ones = words.partition("十")
        return (_CHINESE_DIGITS.get(tens, 1) if tens else 1) * 10 + (_CHINESE_DIGITS.get(ones, 0) if ones else 0)
    value = 0
    for char in words:
        if char not in _CHINESE_DIGITS:
            return None
        value = value * 10 + _CHINESE_DIGITS[char]
    return value


@cache
def _column_heads() -> re.Pattern[str]:
    with (Path(__file__).parent / "running_heads.csv").open(encoding="utf-8", newline="") as rows:
        return re.compile("|".join(f"(?:{row['pattern']})" for row in csv.DictReader(rows)))


def is_column_head(folded: str) -> bool:
    """Whether the line is the name of a gazette's column (市政府文件), as running heads print it."""
    return len(folded) <= 16 and _column_heads().fullmatch(simplified(folded.replace(" ", ""))) is not None


_PAGE_OF = re.compile(r"第\s?\d{1,4}\s?页\s?[,，/]?\s?共\s?\d{1,4}\s?页")


def says_page(line: str) -> bool:
    """Whether a line says which page of how many it is (第3页 共9页): nothing else is written so."""
    return len(line) <= MAX_RUNNING_CHARS and _PAGE_OF.fullmatch(fold(line)) is not None


_GOVERNMENT_GAZETTE = re.compile(
    r"《?[一-龥]{0,20}(?:政府|国务院|(?:人大|代表大会)常(?:务)?委(?:员)?会)(?:办公[厅室])?公报》?|《?[一-龥]{0,10}政报》?"
)


def is_gazette(folded: str) -> bool:
    """Whether the line is the name of a gazette and nothing else; a bulletin may be named so too (环境状况公报)."""
    return _NAME.fullmatch(simplified(folded).replace(" ", "")) is not None


def is_government_gazette(folded: str) -> bool:
    """Whether the line is the name of a gazette that a government or a congress publishes: no document bears it."""
    return _GOVERNMENT_GAZETTE.fullmatch(simplified(folded).replace(" ", "")) is not None


def may_be_head(folded: str) -> bool:
    """Whether a line is short and plain enough to be a running head, should it repeat beside page breaks."""
    return 2 <= len(folded) <= 24 and not NO_HEAD.search(folded)
