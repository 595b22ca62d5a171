"""Numbers as this language writes them: digits, Chinese numerals, scales, and numbers that are only near.

``parse_number`` reads one whole string; ``numbers`` finds the numbers of a running text. Both take half- and full-width
digits. Ordinals (第三), years and letters with digits (5G, A4) are not numbers here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# --- fragments other modules build their patterns from ---------------------------------------------------------------

# 1,234.5 / 1234.5 / １２３; a comma only as a thousands separator.
ARABIC = r"(?:[0-9０-９]{1,3}(?:[,][0-9０-９]{3})+(?![0-9０-９])|[0-9０-９]+)(?:[.．][0-9０-９]+)?"
# Scales after a number, not the first character of 千瓦, 千米, 百分点.
SCALE = r"(?:兆(?=[元斤吨噸美])|万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?![瓦米克伏卡])|百(?!分))"
CHINESE_DIGITS = "〇零一二两三四五六七八九"
CHINESE = "〇零一二两三四五六七八九十百千万亿"
RANGE = r"(?:-{1,2}|[—–－~～至到]|——)"

_VALUES = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_GREAT = {"万": 10_000, "亿": 100_000_000}

_SCALES = {
    "百": 100, "千": 1_000, "万": 10_000, "十万": 100_000, "百万": 1_000_000, "千万": 10_000_000,
    "亿": 100_000_000, "十亿": 1_000_000_000, "百亿": 10_000_000_000, "千亿": 100_000_000_000, "万亿": 1_000_000_000_000,
    "兆": 1_000_000_000_000,
}  # fmt: skip

_WHOLE = re.compile(rf"(?P<sign>[-−负]?)(?P<digits>{ARABIC})(?P<scale>{SCALE})?")
_FRACTION = re.compile(rf"(?P<below>[{CHINESE}]+)分之(?P<above>[{CHINESE}]+(?:点[{CHINESE_DIGITS}]+)?)")
_PAIR = re.compile(r"(?P<first>[一二三四五六七八])(?P<second>[二三四五六七八九])(?P<scale>[十百千万亿]*)")


@dataclass(frozen=True, slots=True)
class Number:
    """One number in a text. ``upper`` is set where the writer leaves it between two (三五家: 3 and 5)."""

    start: int
    end: int
    value: float
    upper: float | None = None


def scale_of(words: str | None) -> int:
    """What a scale word multiplies by: 万 -> 10000; 1 for none."""
    return _SCALES[words] if words else 1


def arabic(digits: str) -> float:
    """The value of a string that matches ``ARABIC``."""
    return float(digits.replace(",", "").replace(" ", "").replace("．", "."))  # it reads full-width digits too


def chinese(numeral: str) -> float | None:
    """The value of a Chinese numeral (三百二十一, 两万五, 二〇二一, 三点五, 半); None if it is none."""
    if not numeral:
        return None
    if numeral == "半":
        return 0.5
    whole, point, decimals = numeral.partition("点")
    if point:
        head, tail = chinese(whole), [_VALUES.get(c) for c in decimals]
        if head is None or not tail or None in tail:
            return None
        return float(f"{head:.0f}.{''.join(str(v) for v in tail)}")
    if all(c in _VALUES for c in numeral):
        if len(numeral) == 1:
            return float(_VALUES[numeral])
        return float("".join(str(_VALUES[c]) for c in numeral))
    return _stepped(numeral)


def _stepped(numeral: str) -> float | None:
    if len(numeral) > 1 and numeral[0] in _STEPS and numeral[1] in _STEPS:
        return None  # 千百亿: many, no number
    total = section = 0
    digit: int | None = None
    last_step = 0
    zero = False
    for character in numeral:
        if character in _VALUES:
            if digit is not None and not zero:
                return None  # two digits in a row inside a stepped numeral: not one number
            digit, zero = _VALUES[character], _VALUES[character] == 0
        elif character in _STEPS:
            last_step = _STEPS[character]
            section += (1 if digit is None or zero else digit) * last_step
            digit, zero = None, False
        elif character in _GREAT:
            great = _GREAT[character]
            section += digit or 0
            total = (total + section) * great if total and great > total else total + (section or 1) * great
            section, digit, zero, last_step = 0, None, False, great
        else:
            return None
    if digit is not None:
        # 两万五 is 25000 and 三百二 is 320, but 三百零二 is 302.
        short = last_step >= 100 and numeral[-2:-1] not in ("零", "〇") and numeral[-2:-1] in ("百", "千", "万", "亿")
        section += digit * (last_step // 10) if short else digit
    return float(total + section)


def pair(numeral: str) -> tuple[float, float] | None:
    """The two bounds of an approximate pair: 三五 -> (3, 5), 七八十 -> (70, 80); None if it is none."""
    match = _PAIR.fullmatch(numeral)
    if match is None:
        return None
    first, second = _VALUES[match["first"]], _VALUES[match["second"]]
    if not (second == first + 1 or (first, second) == (3, 5)):
        return None
    scale = chinese(match["scale"]) if match["scale"] else 1.0
    return (first * scale, second * scale) if scale else None


def parse_number(text: str) -> float | None:
    """The number that a whole string states: 1.05万 -> 10500, １,２３４ -> 1234, 三分之二 -> 0.67, 百分之五 -> 0.05."""
    text = text.strip()
    match = _WHOLE.fullmatch(text)
    if match is not None:
        value = arabic(match["digits"]) * scale_of(match["scale"])
        return -value if match["sign"] else value
    fraction = _FRACTION.fullmatch(text)
    if fraction is not None:
        below, above = chinese(fraction["below"]), chinese(fraction["above"])
        return above / below if below and above is not None else None
    return chinese(text) if text else None


_RUNNING = re.compile(
    rf"(?<![A-Za-z0-9０-９.第])(?:(?P<digits>{ARABIC})(?P<scale>{SCALE})?"
    rf"|(?P<fraction>[{CHINESE}]+分之[{CHINESE}]+)|(?P<words>[{CHINESE}]+))(?![A-Za-z])"
)


def numbers(text: str) -> Iterator[Number]:
    """The numbers of a running text, in order, scales included (1.05万 is 10500)."""
    for match in _RUNNING.finditer(text):
        start, end = match.span()
        if match["digits"]:
            yield Number(start, end, arabic(match["digits"]) * scale_of(match["scale"]))
            continue
        near = pair(match[0]) if match["words"] else None
        if near is not None:
            yield Number(start, end, near[0], near[1])
            continue
        value = parse_number(match[0])
        if value is not None:
            yield Number(start, end, value)
