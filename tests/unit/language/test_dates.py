"""Dates in words and figures: their days, what binds to them, and a year that is left out."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.gazette.language.date_marks import computed_marks, context_year, date_marks
from orchestration.gazette.language.dates import han_number, parse_date, validity, year_number
from orchestration.gazette.records import Document


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021年4月2日", dt.date(2021, 4, 2)),
        ("２０２１年４月２日", dt.date(2021, 4, 2)),
        ("二○二一年四月三十日", dt.date(2021, 4, 30)),
        ("二〇一九年十二月三十一日", dt.date(2019, 12, 31)),
        ("二零二○年十月十日", dt.date(2020, 10, 10)),
        ("二OO九年三月五日", dt.date(2009, 3, 5)),
        ("一九九八年六月二十日", dt.date(1998, 6, 20)),
        ("2021-04-02", dt.date(2021, 4, 2)),
        ("2021/4/12", dt.date(2021, 4, 12)),
        ("2021.12.01", dt.date(2021, 12, 1)),
        ("2021 年 4 月 2 日", dt.date(2021, 4, 2)),
        ("（2021年4月2日通过）", dt.date(2021, 4, 2)),
        ("2021年2月30日", None),
        ("2021年4月", None),
        ("四月三十日", None),
        ("", None),
    ],
)
def test_parse_date(text: str, day: dt.date | None) -> None:
    assert parse_date(text) == day


HAN = "〇一二三四五六七八九"


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else HAN[tens] + "十"
    return head + (HAN[ones] if ones or not tens else "")


@settings(deadline=None)
@given(st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31)), st.sampled_from("〇○零O"))
def test_every_day_reads_back_in_each_writing(day: dt.date, zero: str) -> None:
    year = "".join(HAN[int(c)] for c in str(day.year)).replace("〇", zero)
    written = [
        f"{day.year}年{day.month}月{day.day}日",
        day.isoformat(),
        f"{day.year}.{day.month}.{day.day}",
        f"{year}年{_han(day.month)}月{_han(day.day)}日",
    ]
    assert [parse_date(words) for words in written] == [day] * 4
    assert [mark.last_day for mark in date_marks(f"于{written[0]}前完成", None)] == [day]


@settings(deadline=None)
@given(st.integers(1, 99))
def test_numerals_read_back(number: int) -> None:
    assert han_number(_han(number)) == number == han_number(str(number))


def test_numbers_that_are_none() -> None:
    assert [han_number(text) for text in ("", "百", "十十", "abc")] == [None] * 4
    assert year_number("二○二") is None


@pytest.mark.parametrize(
    ("text", "words", "last", "bound"),
    [
        ("要在4月20日前发布", "4月20日前", dt.date(2021, 4, 20), "by"),
        ("5月底前制定", "5月底前", dt.date(2021, 5, 31), "by"),
        ("2月底完成", "2月底", dt.date(2021, 2, 28), "at"),
        ("2024年2月末前完成", "2024年2月末前", dt.date(2024, 2, 29), "by"),
        ("年底前全面清理", "年底前", dt.date(2021, 12, 31), "by"),
        ("2021年12月底前完成", "2021年12月底前", dt.date(2021, 12, 31), "by"),
        ("2023年年底完成", "2023年年底", dt.date(2023, 12, 31), "at"),
        ("2023年底之前完成", "2023年底之前", dt.date(2023, 12, 31), "by"),
        ("今年9月1日起顺利实施", "今年9月1日起", dt.date(2021, 9, 1), "since"),
        ("明年3月底前报送", "明年3月底前", dt.date(2022, 3, 31), "by"),
        ("一季度末前完成", "一季度末前", dt.date(2021, 3, 31), "by"),
        ("第三季度完成", "第三季度", dt.date(2021, 9, 30), None),
        ("上半年完成", "上半年", dt.date(2021, 6, 30), None),
        ("2022年下半年完成", "2022年下半年", dt.date(2022, 12, 31), None),
        ("6月中旬前报送", "6月中旬前", dt.date(2021, 6, 20), "by"),
        ("延至2022年4月30日。", "2022年4月30日", dt.date(2022, 4, 30), "until"),
        ("于2021年12月31日停止", "2021年12月31日", dt.date(2021, 12, 31), "at"),
        ("5月前完成", "5月前", dt.date(2021, 4, 30), "by"),
        ("二〇二一年十月底前完成", "二〇二一年十月底前", dt.date(2021, 10, 31), "by"),
        ("2016年以来制定", "2016年以来", dt.date(2016, 12, 31), "since"),
        ("2021-06-30前完成", "2021-06-30前", dt.date(2021, 6, 30), "by"),
    ],
)
def test_marks(text: str, words: str, last: dt.date, bound: str | None) -> None:
    (mark,) = date_marks(text, 2021)
    assert (text[mark.start : mark.end], mark.last_day, mark.bound) == (words, last, bound)


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("每月通报", "monthly"),
        ("每季度末将情况报送", "quarterly"),
        ("于每月5日前报送", "monthly"),
        ("每年3月底前公布", "yearly"),
        ("按季度公开", "quarterly"),
        ("每个月调度", "monthly"),
    ],
)
def test_recurrences(text: str, recurrence: str) -> None:
    assert [mark.recurrence for mark in date_marks(text, 2021)] == [recurrence]


@pytest.mark.parametrize(
    "text",
    [
        "三个月内完成",
        "三年行动计划",
        "近三年末",
        "3—5年",
        "每半年一次",
        "2021年2月30日前",
        "2030年代",
        "十八个月",
        "第2021期",
    ],
)
def test_no_marks(text: str) -> None:
    assert date_marks(text, 2021) == []


def test_a_year_goes_on_in_the_sentence_but_not_one_that_is_past() -> None:
    assert [m.last_day for m in date_marks("2022年5月底前编制，12月底前完成", 2021)] == [
        dt.date(2022, 5, 31),
        dt.date(2022, 12, 31),
    ]
    assert [m.last_day for m in date_marks("根据2018年3月1日的通知，6月底前完成", 2021)][-1] == dt.date(2021, 6, 30)


def test_no_year_no_day() -> None:
    (mark,) = date_marks("6月底前完成", None)
    assert (mark.last_day, mark.is_year_printed) == (None, False)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("自印发之日起30日内报送", dt.date(2021, 5, 16)),
        ("自本通知印发之日起十日内完成", dt.date(2021, 4, 26)),
        ("自公布之日起6个月内完成", dt.date(2021, 10, 16)),
        ("从发布之日起1年内完成", dt.date(2022, 4, 16)),
    ],
)
def test_counted_days(text: str, last: dt.date) -> None:
    (mark,) = computed_marks(text, dt.date(2021, 4, 16))
    assert (mark.last_day, mark.is_computed) == (last, True)


def test_working_days_and_unknown_bases_are_not_counted() -> None:
    assert not list(computed_marks("自印发之日起5个工作日内", dt.date(2021, 4, 16)))
    assert not list(computed_marks("自印发之日起5日内", None))


@pytest.mark.parametrize(
    ("text", "begin", "until", "computed"),
    [
        ("本通知自2021年6月1日起施行，有效期至2026年5月31日。", dt.date(2021, 6, 1), dt.date(2026, 5, 31), False),
        ("本预案自印发之日起实施。", dt.date(2021, 4, 16), None, True),
        ("本办法自公布之日起30日后施行。", dt.date(2021, 5, 16), None, True),
        ("第三十条 本规定自2020年1月1日起施行，有效期5年。", dt.date(2020, 1, 1), dt.date(2024, 12, 31), False),
        ("本实施意见自2021年5月1日起执行至2023年4月30日。", dt.date(2021, 5, 1), dt.date(2023, 4, 30), False),
        ("本细则从二〇二〇年三月一日起施行", dt.date(2020, 3, 1), None, False),
        ("本办法自发布之日起施行，有效期两年。", dt.date(2021, 4, 16), dt.date(2023, 4, 15), True),
    ],
)
def test_validity(text: str, begin: dt.date, until: dt.date | None, computed: bool) -> None:
    found = validity(text, dt.date(2021, 4, 16))
    assert found is not None
    assert (found.effective_from, found.effective_to, found.is_computed) == (begin, until, computed)


@pytest.mark.parametrize(
    "text",
    [
        "国务院公布了《条例》，自2021年2月1日起施行。",
        "自发布之日起不再收取",
        "其他材料自2021年5月1日起实现免提交",
        "确保于今年9月1日起实施",
    ],
)
def test_no_validity(text: str) -> None:
    assert validity(text, dt.date(2021, 4, 16)) is None


@pytest.mark.parametrize(
    ("title", "doc_year", "year"),
    [
        ("关于印发2021年工作要点的通知", 2021, 2021),
        ("关于印发2022年工作要点的通知", 2021, 2022),
        ("关于公布2020年度名单的通知", 2021, 2021),
        ("关于印发规划（2021—2030年）的通知", 2021, 2021),
        ("2023年政府工作报告", None, 2023),
        ("关于印发办法的通知", None, None),
    ],
)
def test_context_year(title: str, doc_year: int | None, year: int | None) -> None:
    document = Document(document_id="t/1", issue_id="t", sequence=1, kind=None, title=title, text="", doc_year=doc_year)
    assert context_year(document) == year
