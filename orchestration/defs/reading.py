"""Assets from files to facts: what lies in raw/, and what was read of each issue. Reading itself is the domain's."""

from collections import Counter
from collections.abc import Iterator

import dagster as dg

from orchestration import progress
from orchestration.defs.partitions import ISSUES
from orchestration.defs.resources import Run
from orchestration.intake import inventory_hash
from orchestration.parse import is_passing, parser_version, read_all
from orchestration.warehouse.rows import IssueTables, decode
from orchestration.warehouse.schema import FACT_TABLES

OWNERS = ["team:gongbao"]


@dg.asset(
    group_name="reading",
    kinds={"file"},
    owners=OWNERS,
    description="The issues that lie in raw/, with the hash of their bytes; files that cannot be read are among them.",
)
def issue_files(run: Run) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Grain: one file."""
    files = run.files()
    if not files:
        raise dg.Failure(
            f"No issue in {run.settings.raw}: put one at {run.settings.raw}/<gazette>/<issue>.txt, .pdf or .html."
        )
    run.record.add(files=inventory_hash(files))
    listed = "\n".join(f"| {f.issue_id} | {f.source.file} | `{f.source.sha256[:12]}` |" for f in files[:20])
    return dg.MaterializeResult(
        metadata={
            "files": len(files),
            "refused": sum(f.refused is not None for f in files),
            "parser_version": parser_version(),
            "preview": dg.MetadataValue.md(f"| issue | file | sha256 |\n| --- | --- | --- |\n{listed}"),
        }
    )


def _spec(name: str, description: str) -> dg.AssetSpec:
    return dg.AssetSpec(
        name,
        deps=[issue_files],
        group_name="reading",
        kinds={"python"},
        owners=OWNERS,
        description=description,
        partitions_def=ISSUES,
    )


@dg.multi_asset(
    name="read_issues",
    specs=[
        _spec("pages", "The pages of each issue, their lines in reading order. Grain: one page."),
        _spec("documents", "The documents of each issue with their clean text and sections. Grain: one document."),
        _spec("facts", "Every fact family, each row pointing at the words that state it. Grain: one fact."),
    ],
    partitions_def=ISSUES,
    backfill_policy=dg.BackfillPolicy.single_run(),
)
def read_issues(context: dg.AssetExecutionContext, run: Run) -> Iterator[dg.MaterializeResult]:  # type: ignore[type-arg]
    """Reads the issues of the run's partitions that changed, or that another parser read."""
    files = run.files()
    ranged = context.run.tags.keys() & {"dagster/partition", "dagster/asset_partition_range_start"}
    asked = set(context.partition_keys) if ranged else {file.issue_id for file in files}
    stale = [file for file in files if file.issue_id in asked and run.wants(file)]
    store = run.store
    totals: Counter[str] = Counter()
    progress.report("reading", 0, len(stale))
    for done, (file, payload) in enumerate(read_all(stale, run.reading_processes, run.cluster or None), 1):
        tables = decode(payload)
        store.put(file.issue_id, file.input_hash, payload, passing=is_passing(tables))
        for asset, counted in _counts(tables).items():
            totals.update(counted)
            if ranged:
                context.add_asset_metadata(
                    {**counted, "source_sha256": file.source.sha256}, asset_key=asset, partition_key=file.issue_id
                )
        for row in tables["quarantine"].to_pylist() if "quarantine" in tables else []:
            context.log.warning(f"Quarantined: {row['message']}")
        progress.report("reading", done, len(stale))
    run.record.add(read_now=len(stale), unchanged=len(files) - len(stale))
    store.keep_only((file.issue_id, file.input_hash) for file in files)
    shared = {"issues_read_now": len(stale), "issues_unchanged": len(asked) - len(stale)}
    yield dg.MaterializeResult(asset_key="pages", metadata={**shared, "rows": totals["pages"]})
    yield dg.MaterializeResult(
        asset_key="documents", metadata={**shared, **{n: totals[n] for n in ("documents", "sections")}}
    )
    yield dg.MaterializeResult(
        asset_key="facts", metadata={**shared, **{n: totals[n] for n in (*FACT_TABLES, "warnings")}}
    )


def _counts(tables: IssueTables) -> dict[str, dict[str, int]]:
    def rows(name: str) -> int:
        return int(tables[name].num_rows) if name in tables else 0

    return {
        "pages": {"pages": rows("pages")},
        "documents": {"documents": rows("documents"), "sections": rows("sections")},
        "facts": {**{name: rows(name) for name in FACT_TABLES}, "warnings": rows("notices")},
    }
