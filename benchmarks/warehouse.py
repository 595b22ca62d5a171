"""What an archive costs after it was read: loading, careers, dbt, publishing, queries and search.

    python -m benchmarks.warehouse [--issues 240] [--keep DIR]

The archive is the real issue's reading, copied under other ids (2,400 issues are two hundred cities' year): the volumes are
real, the names repeat. Reading itself is measured by ``benchmarks.reading`` and the cost per fact family beside it.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from orchestration import dbt
from orchestration.intake import find_issues
from orchestration.parse import parser_version, read_one
from orchestration.settings import ROOT, Settings
from orchestration.warehouse.careers import refresh_careers
from orchestration.warehouse.load import load_tables, open_build
from orchestration.warehouse.publish import publish
from orchestration.warehouse.query import Warehouse
from orchestration.warehouse.registers import refresh_registers
from orchestration.warehouse.rows import IssueTables, decode
from orchestration.warehouse.search import find

BATCH = 50
QUERIES = {
    "count targets by unit": "SELECT unit, count(*) FROM fct_targets GROUP BY ALL",
    "targets with their agencies": "SELECT t.indicator, b.agency_name FROM fct_targets t "
    "JOIN bridge_target_agency b USING (target_id) WHERE t.unit = '%'",
    "text scan": "SELECT count(*) FROM dim_document WHERE contains(text, '住宅用地')",
}


def main() -> None:
    """Prints a row for each step: seconds, and what that is for one issue."""
    options = argparse.ArgumentParser()
    options.add_argument("--issues", type=int, default=240)
    options.add_argument("--keep", type=Path, help="leave the data here")
    chosen = options.parse_args()
    home = chosen.keep or Path(tempfile.mkdtemp(prefix="gongbao-bench-"))
    try:
        _measure(Settings(ROOT / "raw", home), chosen.issues)
    finally:
        if not chosen.keep:
            shutil.rmtree(home, ignore_errors=True)


def _measure(settings: Settings, count: int) -> None:
    settings.export_to_environment()
    (file, *_) = [one for one in find_issues(settings.raw) if one.refused is None]
    sample = decode(read_one(file, file.path.read_bytes(), parser_version()))
    print(f"{count} issues, {sum(table.num_rows for table in sample.values())} rows each\n")
    print("| step | seconds | ms an issue |\n| --- | --- | --- |")
    copies = [(f"copy-{number:05d}", file.issue_id) for number in range(count)]
    con = open_build(settings.build)
    with _timed("load", count):
        for start in range(0, count, BATCH):
            load_tables(con, [(new, _renamed(sample, old, new)) for new, old in copies[start : start + BATCH]])
    with _timed("replace one issue", 1):
        load_tables(con, [(copies[0][0], _renamed(sample, file.issue_id, copies[0][0]))])
    with _timed("registers", count):
        refresh_registers(con)
    with _timed("careers", count):
        refresh_careers(con)
    con.close()
    with _timed("dbt build and tests", count):
        outcome = dbt.build(settings, lambda _: None)
    failed = [result.node.name for result in outcome.results if str(result.status) in ("fail", "error")]
    with _timed("publish", count):
        publish(settings.build, settings.data)
    with Warehouse(settings.warehouse) as warehouse:
        for name, sql in QUERIES.items():
            with _timed(f"query: {name}", None):
                warehouse.query(sql, rows=1000)
        for words in (["住宅用地"], ["发展"], ["责任单位", "市教育局"]):
            with _timed(f"search: {' '.join(words)}", None):
                find(warehouse, words, 10)
    print(f"\npublished {settings.warehouse.resolve().stat().st_size / 1e6:.0f} MB; dbt failures: {failed or 'none'}")


def _renamed(sample: IssueTables, old: str, new: str) -> IssueTables:
    """The sample under another issue id: ids that begin with it follow, ids of facts get it added."""
    made = {}
    for name, table in sample.items():
        for index, field in enumerate(table.schema):
            if field.name in ("fact_id", "notice_id"):
                column = pc.binary_join_element_wise(table.column(index), pa.scalar(new), "-")
            elif field.name.endswith("_id") and pa.types.is_string(field.type):
                column = pc.replace_substring(table.column(index), old, new)
            else:
                continue
            table = table.set_column(index, field, column)
        made[name] = table
    return made


@contextmanager
def _timed(name: str, issues: int | None) -> Iterator[None]:
    began = time.perf_counter()
    yield
    seconds = time.perf_counter() - began
    each = f"{1000 * seconds / issues:.1f}" if issues else ""
    print(f"| {name} | {seconds:.2f} | {each} |", flush=True)


if __name__ == "__main__":
    main()
