"""A scanned issue all the way through: what its recognition was unsure of is said, and the published facts carry it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from orchestration import dbt
from orchestration.gazette import pipeline
from orchestration.gazette.reading.result import ReadResult
from orchestration.gazette.records import Line, Page, Source
from orchestration.settings import Settings
from orchestration.warehouse import load
from orchestration.warehouse.careers import refresh_careers
from orchestration.warehouse.publish import publish
from orchestration.warehouse.query import Warehouse
from tests.integration.conftest import Answer

pytestmark = pytest.mark.slow

LINES = (
    ("临江市人民政府关于印发临江市2023年工作要点的通知", 0.99),
    ("临政发〔2023〕9号", 0.97),
    ("各县区人民政府：", 0.98),
    ("2023年全市地区生产总值增长6%以上。", 0.93),
    ("新建充电桩2000个，", 0.91),
    ("新建公园30座。", 0.55),
    ("临江市人民政府", 0.91),
    ("2023年3月1日", 0.99),
)


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A data folder in which an issue of recognised lines, and the same issue as a text, were published."""
    settings = Settings.read(data=tmp_path_factory.mktemp("scan"))
    page = Page(tuple(Line(text, number, confidence=sure) for number, (text, sure) in enumerate(LINES, 1)), 1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "read", lambda payload, file: ReadResult("application/pdf", "ocr", (page,)))
        scan = pipeline.read_issue(b"", Source("linjiang", "linjiang-1", "raw/linjiang/1.pdf", "0" * 64))
    plain = "\n".join(text for text, _ in LINES).encode()
    text = pipeline.read_issue(plain, Source("linjiang", "linjiang-2", "raw/linjiang/2.txt", "1" * 64))
    con = load.open_build(settings.build)
    try:
        load.load_issue(con, scan)
        load.load_issue(con, text)
        load.replace_table(con, "gazettes", [{"gazette_id": "linjiang", "name": "临江市人民政府公报"}])
        refresh_careers(con)
    finally:
        con.close()
    dbt.build(settings, lambda _: None)
    publish(settings.build, settings.data)
    return settings


def rows(settings: Settings, sql: str) -> list[tuple[object, ...]]:
    with Warehouse(settings.warehouse) as warehouse:
        return warehouse.query(sql).rows()


def test_a_published_fact_carries_the_least_confidence_of_its_lines(scanned: Settings) -> None:
    found = rows(scanned, "SELECT issue_id, value, reading_confidence FROM fct_targets ORDER BY 1, value")
    assert found == [
        ("linjiang-1", 6.0, 0.93),
        ("linjiang-1", 30.0, 0.55),
        ("linjiang-1", 2000.0, 0.91),
        ("linjiang-2", 6.0, None),
        ("linjiang-2", 30.0, None),
        ("linjiang-2", 2000.0, None),
    ]


def test_the_line_it_was_unsure_of_is_a_warning(scanned: Settings) -> None:
    found = rows(scanned, "SELECT issue_id, quote FROM fct_warnings WHERE code = 'low_confidence'")
    assert found == [("linjiang-1", "新建公园30座。")]


def test_explain_says_how_sure_the_recognition_was(scanned: Settings, gongbao: Callable[..., Answer]) -> None:
    ids = dict(rows(scanned, "SELECT issue_id, target_id FROM fct_targets WHERE value = 30"))
    assert "0.55" in gongbao("explain", ids["linjiang-1"], settings=scanned).out
    assert "confidence" not in gongbao("explain", ids["linjiang-2"], settings=scanned).out


def test_every_fact_table_with_spans_has_the_column(scanned: Settings) -> None:
    without = rows(
        scanned,
        "SELECT table_name FROM duckdb_columns() WHERE table_name LIKE 'fct%' GROUP BY table_name "
        "HAVING bool_or(column_name = 'char_start') AND NOT bool_or(column_name = 'reading_confidence')",
    )
    assert without == []
