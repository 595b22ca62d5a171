"""Corrections: applied under guard, visible on the fact, taken back when their entry goes."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from orchestration.warehouse import load
from orchestration.warehouse.corrections import (
    CorrectionFailed,
    apply_corrections,
    read_corrections,
)
from tests.integration.test_load import reading, statement


@pytest.fixture
def con() -> duckdb.DuckDBPyConnection:
    made = duckdb.connect()
    load.create_raw(made)
    load.load_issue(made, reading(statement("住房2万套", 2.0)))
    return made


def fact(con: duckdb.DuckDBPyConnection) -> str:
    return str((con.execute("SELECT fact_id FROM raw.statements").fetchone() or ("",))[0])


def entry(folder: Path, **stated: object) -> Path:
    lines = [f"{name}: {value}" for name, value in stated.items()]
    folder.mkdir(exist_ok=True)
    (folder / "a.yml").write_text("- " + "\n  ".join(lines) + "\n", encoding="utf-8")
    return folder


def test_a_correction_changes_the_field_and_says_so(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    folder = entry(
        tmp_path / "c", fact=fact(con), field="value", expected=2, value=20000.5, reason="印刷有误", who="某人"
    )
    assert apply_corrections(con, read_corrections(folder)) == 1
    assert con.execute("SELECT value, is_corrected, correction_reason, fact_id FROM raw.statements").fetchall() == [
        (20000.5, True, "印刷有误", fact(con))
    ]
    assert con.execute("SELECT field, expected, value, who, issue_id FROM raw.corrections").fetchall() == [
        ("value", "2.0", "20000.5", "某人", "t-1")
    ]


@pytest.mark.parametrize("loaded_again", [False, True])
def test_a_second_run_corrects_alike_and_an_entry_that_goes_leaves_nothing(
    con: duckdb.DuckDBPyConnection, tmp_path: Path, loaded_again: bool
) -> None:
    folder = entry(tmp_path / "c", fact=fact(con), field="value", expected=2, value=3, reason="一", who="某")
    with (folder / "a.yml").open("a", encoding="utf-8") as more:
        more.write(f"- {{fact: {fact(con)}, field: value, expected: 3, value: 4, reason: 二, who: 某}}\n")
        more.write(f"- {{fact: {fact(con)}, field: unit, expected: null, value: 套, reason: 三, who: 某}}\n")
    for _ in range(3):
        assert apply_corrections(con, read_corrections(folder)) == 3
        assert con.execute("SELECT value, unit, correction_reason FROM raw.statements").fetchall() == [
            (4.0, "套", "一; 二; 三")
        ]
        if loaded_again:
            load.load_issue(con, reading(statement("住房2万套", 2.0)))
    assert apply_corrections(con, []) == 0
    assert con.execute("SELECT value, unit, is_corrected, correction_reason FROM raw.statements").fetchall() == [
        (2.0, None, False, None)
    ]


def test_null_and_dates_can_be_expected_and_put(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    folder = entry(
        tmp_path / "c", fact=fact(con), field="deadline", expected="null", value="2022-05-31", reason="漏读", who="某"
    )
    apply_corrections(con, read_corrections(folder))
    assert str((con.execute("SELECT deadline FROM raw.statements").fetchone() or ("",))[0]) == "2022-05-31"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"expected": 3}, "expects 3"),
        ({"expected": "something"}, "expects 'something'"),
        ({"expected": "null"}, "expects None"),
        ({"fact": "st-aaaaaaaaaaaa"}, "there is no fact"),
        ({"fact": "xx-aaaaaaaaaaaa"}, "no fact's id"),
        ({"field": "quote"}, "no field quote"),
        ({"field": "char_start"}, "no field char_start"),
        ({"field": "nothing"}, "no field nothing"),
        ({"value": "many"}, "no DOUBLE"),
        ({"reason": "''"}, "reason is empty"),
    ],
)
def test_what_does_not_fit_fails_loudly_and_changes_nothing(
    con: duckdb.DuckDBPyConnection, tmp_path: Path, changes: dict[str, object], said: str
) -> None:
    stated = {"fact": fact(con), "field": "value", "expected": 2, "value": 5, "reason": "r", "who": "w", **changes}
    before = con.execute("SELECT * EXCLUDE (correction_reason) FROM raw.statements").fetchall()
    with pytest.raises(CorrectionFailed, match=said) as failed:
        apply_corrections(con, read_corrections(entry(tmp_path / "c", **stated)))
    assert "a.yml, entry 1" in str(failed.value)
    assert con.execute("SELECT * EXCLUDE (correction_reason) FROM raw.statements").fetchall() == before


def test_a_second_entry_that_fails_takes_the_first_back(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    folder = entry(tmp_path / "c", fact=fact(con), field="value", expected=2, value=5, reason="r", who="w")
    (folder / "b.yml").write_text(
        f"- {{fact: {fact(con)}, field: unit, expected: 户, value: 套, reason: r, who: w}}\n", encoding="utf-8"
    )
    with pytest.raises(CorrectionFailed, match=r"b\.yml"):
        apply_corrections(con, read_corrections(folder))
    assert con.execute("SELECT value, is_corrected FROM raw.statements").fetchall() == [(2.0, False)]


@pytest.mark.parametrize("text", ["- {fact: st-a}", "fact: st-a", "- nothing", "- [", "- {fact: '', field: a}"])
def test_a_file_that_is_not_a_list_of_whole_entries_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    with pytest.raises(CorrectionFailed, match=r"a\.yml"):
        read_corrections(tmp_path)


def test_the_repository_s_own_corrections_can_be_read() -> None:
    from orchestration.settings import Settings

    assert isinstance(read_corrections(Settings.read().corrections), list)
