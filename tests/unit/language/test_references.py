"""References: titles with their nesting, document numbers without the words that lead to them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.gazette.language.references import number_marks, title_marks


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("按照《云州市节水办法》执行", ["云州市节水办法"]),
        ("《关于实施〈节水条例〉的通知》", ["关于实施〈节水条例〉的通知"]),
        ("《关于印发《节水方案》的通知》", ["关于印发《节水方案》的通知"]),
        ("《甲法》《乙条例》、《丙规定》", ["甲法", "乙条例", "丙规定"]),
        ("《没有合上的书名\n《节水条例》", ["节水条例"]),
        ("没有书名", []),
    ],
)
def test_titles(text: str, titles: list[str]) -> None:
    marks = list(title_marks(text))
    assert [mark.title for mark in marks] == titles
    assert all(text[mark.start : mark.end] == f"《{mark.title}》" for mark in marks)


@pytest.mark.parametrize(
    ("title", "is_document"),
    [
        ("云州市节水办法（试行）", True),
        ("政府工作报告", True),
        ("中华人民共和国公司法", True),
        ("危险废物处置导则", True),
        ("关于促进消费的若干措施", True),
        ("国民经济和社会发展第十四个五年规划纲要（草案）", True),
        ("人民日报", False),
        ("写作方法", False),
        ("书法", False),
        ("云州通史", False),
        ("雪豹", False),
    ],
)
def test_kinds_of_titles(title: str, is_document: bool) -> None:
    (mark,) = title_marks(f"《{title}》")
    assert mark.is_document is is_document


@pytest.mark.parametrize(
    ("title", "is_bare"), [("条例", True), ("实施方案", True), ("纲要（草案）", True), ("节水条例", False)]
)
def test_bare_titles(title: str, is_bare: bool) -> None:
    (mark,) = title_marks(f"《{title}》")
    assert mark.is_bare is is_bare


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("（云政办字〔2021〕18号）", ["云政办字〔2021〕18号"]),
        ("按照国办发〔2020〕50号文件", ["国办发〔2020〕50号"]),
        ("贯彻落实云发[2019]3号精神", ["云发〔2019〕3号"]),
        ("云办发（2018）3号", ["云办发〔2018〕3号"]),
        ("云政办发明电〔2021〕14号", ["云政办发明电〔2021〕14号"]),
        ("沪规划资源施〔2021〕128号", ["沪规划资源施〔2021〕128号"]),
        ("国发〔2016〕5号、云政发〔2016〕7号", ["国发〔2016〕5号", "云政发〔2016〕7号"]),
        ("根据国务院令第711号", ["国务院令第711号"]),
        ("云州市人民政府令第35号", ["云州市人民政府令第35号"]),
        ("2021年第4号", []),
        ("（2021）5号楼", []),
        ("仍按（[1993]云价费字164号）规定执行", ["〔1993〕云价费字164号"]),
    ],
)
def test_numbers(text: str, numbers: list[str]) -> None:
    assert [mark.number for mark in number_marks(text)] == numbers


@settings(deadline=None)
@given(st.sampled_from(["国发", "云政办字", "鲁自然资字", "财税"]), st.integers(1990, 2030), st.integers(1, 999))
def test_a_number_reads_back_in_any_bracket(prefix: str, year: int, serial: int) -> None:
    for opening, closing in ("〔〕", "[]", "（）", "【】"):
        (mark,) = number_marks(f"按照{prefix}{opening}{year}{closing}{serial}号要求")
        assert (mark.number, mark.prefix, mark.year, mark.serial) == (
            f"{prefix}〔{year}〕{serial}号",
            prefix,
            year,
            serial,
        )
