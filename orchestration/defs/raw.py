"""Assets of schema raw: what was read goes into the build database, corrections are applied, quotes are proved."""

from collections.abc import Iterator

import dagster as dg
import duckdb

from orchestration import progress
from orchestration.defs.reading import OWNERS
from orchestration.defs.resources import Run
from orchestration.intake import IssueFile
from orchestration.warehouse.corrections import apply_corrections, read_corrections
from orchestration.warehouse.load import delete_issues, held, load_tables, quarantined
from orchestration.warehouse.publish import broken_quotes
from orchestration.warehouse.registers import refresh_registers, what_was_read
from orchestration.warehouse.schema import FACT_TABLES, TABLES

BATCH = 50  # issues written in one transaction
OVER_ALL_ISSUES = ("persons", "appointment_persons", "office_terms")  # made by ``careers``
LOADED = tuple(name for name in TABLES if name not in OVER_ALL_ISSUES)


def raw_key(table: str) -> dg.AssetKey:
    """The asset key of a raw table: what a dbt source of the same name is."""
    return dg.AssetKey(["raw", table])


@dg.multi_asset(
    name="raw_tables",
    specs=[
        dg.AssetSpec(
            raw_key(name),
            deps=["pages", "documents", "facts"],
            group_name="raw",
            kinds={"duckdb"},
            owners=OWNERS,
            description=f"raw.{name} of the build database, replaced issue by issue.",
        )
        for name in LOADED
    ],
    check_specs=[
        dg.AssetCheckSpec(
            "quotes_stand_at_their_offsets",
            asset=raw_key(name),
            blocking=True,
            description="Every quote is the text of its document between its offsets.",
        )
        for name in FACT_TABLES
    ],
)
def raw_tables(context: dg.AssetExecutionContext, run: Run) -> Iterator[dg.MaterializeResult | dg.AssetCheckResult]:  # type: ignore[type-arg]
    """Brings schema raw to what the files in raw/ say now; an issue whose file is gone goes."""
    corrections = read_corrections(run.settings.corrections)
    with run.build() as con:
        changed = _load_changed(con, run, run.files())
        apply_corrections(con, corrections)
        refresh_registers(con)
        (issues,) = con.execute("SELECT count(*) FROM raw.issues").fetchone() or (0,)
        rows = {name: _count(con, name) for name in LOADED}
        previews = {name: _preview(con, name) for name in ("issues", "quarantine", "notices")}
        wrong = broken_quotes(con, "raw")
        run.record.add(corrections=len(corrections), **what_was_read(con))
    if not issues:
        raise dg.Failure(
            "Not one issue could be read: nothing is published and the last version stays. "
            "`gongbao status` names every file with the reason."
        )
    context.log.info(f"{changed} issues loaded, {len(corrections)} corrections applied")
    for name, count in rows.items():
        extra = {"preview": dg.MetadataValue.md(previews[name])} if name in previews else {}
        yield dg.MaterializeResult(asset_key=raw_key(name), metadata={"dagster/row_count": count, **extra})
    for name in FACT_TABLES:
        yield dg.AssetCheckResult(
            asset_key=raw_key(name),
            check_name="quotes_stand_at_their_offsets",
            passed=name not in wrong,
            metadata={"rows": rows[name], "broken": wrong.get(name, 0)},
        )


def _load_changed(con: duckdb.DuckDBPyConnection, run: Run, files: list[IssueFile]) -> int:
    """Loads what the build database does not hold as the store has it; gives the number of issues."""
    store = run.store
    present = held(con)
    delete_issues(con, sorted(set(present) - {file.issue_id for file in files}))
    unread = quarantined(con)

    def differs(file: IssueFile) -> bool:
        current = present.get(file.issue_id) == (file.input_hash, store.parser_version)
        return not current or file.issue_id in unread or run.asks_again(file)

    changed = [file for file in files if differs(file)]
    for start in range(0, len(changed), BATCH):
        batch = changed[start : start + BATCH]
        # Nothing is kept of an issue that was not selected since another parser read it: its rows stay.
        read = [(file.issue_id, store.get(file.issue_id, file.input_hash)) for file in batch]
        load_tables(con, [(issue_id, tables) for issue_id, tables in read if tables is not None])
        progress.report("loading", start + len(batch), len(changed))
    return len(changed)


def _count(con: duckdb.DuckDBPyConnection, name: str) -> int:
    (count,) = con.execute(f"SELECT count(*) FROM raw.{name}").fetchone() or (0,)
    return int(count)


_PREVIEWED = {
    "issues": "issue_id, title, document_count, notice_count, status",
    "quarantine": "issue_id, code, message",
    "notices": "issue_id, stage, code, count(*) AS rows",
}


def _preview(con: duckdb.DuckDBPyConnection, name: str) -> str:
    grouped = " GROUP BY ALL" if name == "notices" else ""
    found = con.execute(f"SELECT {_PREVIEWED[name]} FROM raw.{name}{grouped} ORDER BY ALL LIMIT 20")
    names = [column[0] for column in found.description or []]
    lines = [" | ".join(names), " | ".join("---" for _ in names)]
    lines += [" | ".join("" if value is None else str(value) for value in row) for row in found.fetchall()]
    return "\n".join(f"| {line} |" for line in lines)
