"""Numbers in digits, in words, and those that are only near."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.gazette.language.numbers import chinese, numbers, pair, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("１２", 12),
        ("1,234", 1234),
        ("1,234,567.5", 1234567.5),
        ("３．８", 3.8),
        ("0.1", 0.1),
        ("-3.2", -3.2),
        ("负5", -5),
        ("5万", 50_000),
        ("1.05万", 10_500),
        ("2.8万亿", 2.8e12),
        ("3千万", 3e7),
        ("6百", 600),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("两百", 200),
        ("一百零八", 108),
        ("三百二", 320),
        ("三百二十一", 321),
        ("两万五", 25_000),
        ("一万零五十", 10_050),
        ("十二万三千", 123_000),
        ("三亿五千万", 3.5e8),
        ("一万亿", 1e12),
        ("千亿", 1e11),
        ("二〇二一", 2021),
        ("二零二一", 2021),
        ("三点五", 3.5),
        ("零点二五", 0.25),
        ("半", 0.5),
        ("三分之二", 2 / 3),
        ("百分之五", 0.05),
        ("百分之十二点五", 0.125),
    ],
)
def test_whole_strings(text: str, value: float) -> None:
    assert parse_number(text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "元", "第", "点", "五六七千", "12.3.4", "万元", "千百亿"])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("三五", (3, 5)),
        ("七八", (7, 8)),
        ("一二", (1, 2)),
        ("七八十", (70, 80)),
        ("三四百", (300, 400)),
        ("二五", None),
        ("五三", None),
    ],
)
def test_pairs(text: str, bounds: tuple[float, float] | None) -> None:
    assert pair(text) == bounds


def test_running_text() -> None:
    found = [(n.value, n.upper) for n in numbers("建成5G基站3,000个，第三届大会用1.2万元，来了三五家企业、二十人")]
    assert found == [(3000, None), (12000, None), (3, 5), (20, None)]


_DIGITS = "零一二三四五六七八九"


def _in_words(number: int) -> str:
    """A Chinese numeral of 0 <= number < 10^12, written the full way."""
    if number < 10:
        return _DIGITS[number]
    for step, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= step:
            high, low = divmod(number, step)
            gap = "零" if low and low < step // 10 else ""
            return _in_words(high) + name + gap + (_in_words(low) if low else "")
    raise AssertionError


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_words_are_read_back(number: int) -> None:
    assert chinese(_in_words(number)) == number


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=99))
def test_digits_are_read_back(whole: int, hundredths: int) -> None:
    printed = f"{whole:,}.{hundredths:02d}"
    wide = printed.translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))
    assert parse_number(printed) == parse_number(wide) == pytest.approx(whole + hundredths / 100)
