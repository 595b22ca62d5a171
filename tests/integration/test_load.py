"""Loading: rows as the contract has them, ids that stay, replacement by issue, quotes proved before writing."""

from __future__ import annotations

import dataclasses

import duckdb
import pytest

from orchestration.gazette.records import (
    Document,
    DocumentReading,
    IssueReading,
    Line,
    Notice,
    Page,
    Reconciliation,
    Section,
    Source,
    Statement,
)
from orchestration.warehouse import load, schema
from orchestration.warehouse.rows import BrokenQuote, decode, encode, tables_of_issue, tables_of_quarantined

TEXT = "一、总体要求\n（一）地区生产总值增长6%以上。\n二、保障措施\n新建住房2万套。"


def statement(words: str, value: float, **changes: object) -> Statement:
    start = TEXT.index(words)
    given: dict[str, object] = {
        "start": start,
        "end": start + len(words),
        "rule_id": "targets.test",
        "side": "target",
        "indicator": words,
        "measure": "level",
        "comparator": "=",
        "value": value,
    }
    return Statement(**{**given, **changes})  # type: ignore[arg-type]


def reading(*statements: Statement, issue: str = "t-1", **changes: object) -> IssueReading:
    second = TEXT.index("二、")
    inner = TEXT.index("（一）")
    sections = (
        Section("s1", f"{issue}/1", None, 1, "一", "一", "总体要求", 0, second, 6),
        Section("s2", f"{issue}/1", "s1", 2, "(一)", "一、(一)", "", inner, second - 1, inner + 3),
        Section("s3", f"{issue}/1", None, 1, "二", "二", "保障措施", second, len(TEXT), second + 6),
    )
    document = Document(
        f"{issue}/1",
        issue,
        1,
        "通知",
        "标题",
        TEXT,
        addressees=("各区县",),
        sections=sections,
        page_map=((0, 3, 1), (second, 4, 9)),
        region_name="某市",
    )
    given: dict[str, object] = {
        "source": Source("t", issue, f"raw/t/{issue}.txt", "ab" * 32),
        "media_type": "text/plain",
        "reader": "text",
        "title": "公报",
        "year": 2021,
        "number": 1,
        "published_month": None,
        "page_count": 2,
        "char_count": len(TEXT),
        "pages": (Page((Line("一、总体要求", 1),), 3),),
        "documents": (DocumentReading(document, statements),),
    }
    return IssueReading(**{**given, **changes})  # type: ignore[arg-type]


@pytest.fixture
def con() -> duckdb.DuckDBPyConnection:
    made = duckdb.connect()
    load.create_raw(made)
    return made


def test_a_fact_gets_its_quote_section_page_and_id(con: duckdb.DuckDBPyConnection) -> None:
    load.load_issue(con, reading(statement("地区生产总值增长6%", 6.0), statement("住房2万套", 2.0)))
    rows = con.execute(
        "SELECT quote, section_id, page, char_end - char_start, fact_id FROM raw.statements ORDER BY char_start"
    ).fetchall()
    assert [row[:4] for row in rows] == [("地区生产总值增长6%", "s2", 3, 10), ("住房2万套", "s3", 4, 5)]
    assert len({row[4] for row in rows}) == 2
    (holds,) = con.execute(
        "SELECT bool_and(substring(d.text, char_start + 1, char_end - char_start) = quote) "
        "FROM raw.statements JOIN raw.documents d USING (document_id)"
    ).fetchone() or (None,)
    assert holds is True
    assert con.execute("SELECT page_first, page_last, addressees FROM raw.documents").fetchall() == [(3, 4, ["各区县"])]
    assert con.execute("SELECT page_first, page_last FROM raw.sections ORDER BY section_id").fetchall() == [
        (3, 3),
        (3, 3),
        (4, 4),
    ]


def test_a_fact_carries_the_least_confidence_of_the_lines_it_touches(con: duckdb.DuckDBPyConnection) -> None:
    first = TEXT.index("增长6%")
    lines = ((0, first, 0.9), (first, TEXT.index("二、") - 1, 0.6), (TEXT.index("二、"), TEXT.index("新建"), 0.7))
    scanned = reading(
        statement("总体要求", 1.0),
        statement("地区生产总值", 2.0),
        statement("地区生产总值增长", 3.0),
        statement("增长6%", 4.0),
        statement("以上。\n二、", 5.0),
        statement("住房2万套", 6.0),
    )
    (one,) = scanned.documents
    one = dataclasses.replace(one, document=dataclasses.replace(one.document, confidences=lines))
    load.load_issue(con, dataclasses.replace(scanned, documents=(one,)))
    found = con.execute("SELECT value, reading_confidence FROM raw.statements ORDER BY value").fetchall()
    assert found == [(1.0, 0.9), (2.0, 0.9), (3.0, 0.6), (4.0, 0.6), (5.0, 0.6), (6.0, None)]


def test_loading_again_changes_nothing_and_leaves_other_issues_alone(con: duckdb.DuckDBPyConnection) -> None:
    first, other = reading(statement("住房2万套", 2.0)), reading(statement("住房2万套", 2.0), issue="t-2")
    load.load_issue(con, first)
    load.load_issue(con, other)
    before = con.execute("SELECT * EXCLUDE (rule_id) FROM raw.statements ORDER BY ALL").fetchall()
    load.load_issue(con, first)
    assert con.execute("SELECT * EXCLUDE (rule_id) FROM raw.statements ORDER BY ALL").fetchall() == before
    assert len(before) == 2
    assert con.execute("SELECT count(*) FROM raw.issues").fetchall() == [(2,)]


def test_an_id_survives_a_refined_field_but_not_another_value() -> None:
    def ids(*statements: Statement) -> list[str]:
        found: list[str] = tables_of_issue(reading(*statements), "", "")["statements"]["fact_id"].to_pylist()
        return found

    plain = statement("住房2万套", 2.0)
    assert ids(plain) == ids(dataclasses.replace(plain, indicator_id="housing", rule_id="targets.other"))
    assert ids(plain) != ids(dataclasses.replace(plain, value=3.0))


def test_two_facts_of_one_identity_both_stand_and_a_repetition_is_said() -> None:
    plain = statement("住房2万套", 2.0)
    tables = tables_of_issue(reading(plain, dataclasses.replace(plain, hedge="力争"), plain), "", "")
    assert len(set(tables["statements"]["fact_id"].to_pylist())) == 2
    assert tables["notices"]["code"].to_pylist() == ["fact_said_twice"]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (5, 5), (0, len(TEXT) + 1), (6, 7), (9, 3)])
def test_offsets_that_hold_no_words_are_refused(con: duckdb.DuckDBPyConnection, start: int, end: int) -> None:
    with pytest.raises(BrokenQuote, match=r"targets\.test"):
        load.load_issue(con, reading(statement("住房2万套", 2.0, start=start, end=end)))
    assert con.execute("SELECT count(*) FROM raw.documents").fetchall() == [(0,)]


def test_a_failing_load_leaves_what_was_there(con: duckdb.DuckDBPyConnection) -> None:
    load.load_issue(con, reading(statement("住房2万套", 2.0)))
    tables = tables_of_issue(reading(), "", "")
    tables["notices"] = tables["notices"].append_column("strange", [["x"] * tables["notices"].num_rows])
    broken = {**tables, "statements": tables["documents"]}
    with pytest.raises(duckdb.Error):
        load.load_tables(con, [("t-1", broken)])
    assert con.execute("SELECT count(*) FROM raw.statements").fetchall() == [(1,)]


def test_a_reconciliation_without_a_figure_has_no_quote(con: duckdb.DuckDBPyConnection) -> None:
    check = Reconciliation(
        rule="land.by_use",
        label="按用途",
        stated=None,
        computed=2.0,
        difference=None,
        tolerance=None,
        status="not_checkable",
    )
    base = reading()
    one = dataclasses.replace(base.documents[0], reconciliations=(check,))
    load.load_issue(con, dataclasses.replace(base, documents=(one,)))
    assert con.execute("SELECT rule, rule_id, quote, char_start FROM raw.reconciliations").fetchall() == [
        ("land.by_use", "land.by_use", None, None)
    ]


def test_a_quarantined_file_is_named_and_no_issue(con: duckdb.DuckDBPyConnection) -> None:
    source = Source("t", "t-9", "raw/t/9.txt", "")
    tables = tables_of_quarantined(
        source, Notice("reading", "empty_file", "raw/t/9.txt: empty; fetch it again."), "v", "h"
    )
    load.load_tables(con, [("t-9", decode(encode(tables)))])
    assert con.execute("SELECT code, source_sha256 FROM raw.quarantine").fetchall() == [("empty_file", None)]
    assert con.execute("SELECT count(*) FROM raw.issues").fetchall() == [(0,)]
    assert load.held(con) == {"t-9": ("h", "v")}


def test_encoding_keeps_every_row() -> None:
    tables = tables_of_issue(reading(statement("住房2万套", 2.0)), "v", "h")
    back = decode(encode(tables))
    assert {name: table.to_pylist() for name, table in tables.items() if table.num_rows} == {
        name: table.to_pylist() for name, table in back.items()
    }


def test_a_build_database_of_another_shape_is_made_anew(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("build") / "b.duckdb"
    con = load.open_build(path)
    load.load_issue(con, reading(statement("住房2万套", 2.0)))
    con.close()
    kept = load.open_build(path)
    assert kept.execute("SELECT count(*) FROM raw.issues").fetchall() == [(1,)]
    kept.execute("COMMENT ON TABLE raw.issues IS 'an older shape'")
    kept.close()
    anew = load.open_build(path)
    assert anew.execute("SELECT count(*) FROM raw.issues").fetchall() == [(0,)]
    anew.close()
    path.write_bytes(b"not a database at all" * 1000)
    again = load.open_build(path)
    assert again.execute("SELECT count(*) FROM raw.issues").fetchall() == [(0,)]


def test_every_family_of_records_has_a_table() -> None:
    named = {family.attribute for family in schema.FAMILIES}
    stated = {f.name for f in dataclasses.fields(DocumentReading)} - {"document", "notices"}
    assert named == stated
