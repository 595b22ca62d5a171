"""The last asset: a tested build becomes the published version, or nothing does."""

import dagster as dg

from orchestration import progress
from orchestration.defs.reading import OWNERS
from orchestration.defs.resources import Run
from orchestration.parse import parser_version
from orchestration.warehouse.publish import publish, versions


def published_warehouse(marts: list[dg.AssetKey]) -> dg.AssetsDefinition:
    """The asset that follows all marts, and with them their blocking checks."""

    @dg.asset(
        name="published_warehouse",
        deps=marts,
        group_name="published",
        kinds={"duckdb"},
        owners=OWNERS,
        description="data/warehouse.duckdb: the marts of a build in which every test of error level passed, "
        "put in the place of the version before in one rename.",
    )
    def published(context: dg.AssetExecutionContext, run: Run) -> dg.MaterializeResult:  # type: ignore[type-arg]
        progress.report("publishing", 0, 1)
        settings = run.settings
        made = publish(settings.build, settings.data, {"run_id": context.run_id, "parser_version": parser_version()})
        run.record.end("published", file=made.file)
        progress.report("publishing", 1, 1)
        listed = "\n".join(f"| {table} | {rows} |" for table, rows in made.rows.items())
        return dg.MaterializeResult(
            metadata={
                "file": dg.MetadataValue.path(str(settings.data / "published" / made.file)),
                "sha256": made.sha256,
                "rows": sum(made.rows.values()),
                "versions_kept": len(versions(settings.data)),
                "preview": dg.MetadataValue.md(f"| table | rows |\n| --- | --- |\n{listed}"),
            }
        )

    return published
