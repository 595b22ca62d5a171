"""Assets of dbt: every model one asset, every test a check; checks of error level keep a build from being published."""

from collections.abc import Iterator, Mapping
from typing import Any

import dagster as dg
import duckdb
from dagster_dbt import DagsterDbtTranslator, DbtProject, dbt_assets
from dagster_dbt.asset_utils import get_asset_check_key_for_test

from orchestration import dbt, progress
from orchestration.defs.reading import OWNERS
from orchestration.defs.resources import Run
from orchestration.settings import Settings

DbtEvent = dg.MaterializeResult | dg.AssetCheckResult  # type: ignore[type-arg]


class Translator(DagsterDbtTranslator):
    """Models by their names, grouped by their folder; sources by the keys of the raw tables."""

    def get_asset_spec(self, manifest: Mapping[str, Any], unique_id: str, project: DbtProject | None) -> dg.AssetSpec:
        node = self.get_resource_props(manifest, unique_id)
        spec: dg.AssetSpec = super().get_asset_spec(manifest, unique_id, project)
        if node["resource_type"] == "source":
            return spec
        return spec.replace_attributes(key=dg.AssetKey(node["name"]), group_name=_group(node), owners=OWNERS)


def _group(node: Mapping[str, Any]) -> str:
    return "seeds" if node["resource_type"] == "seed" else str(node["fqn"][1])


def dbt_models(settings: Settings) -> dg.AssetsDefinition:
    """All models, seeds and tests of the dbt project as one step."""
    translator = Translator()

    @dbt_assets(manifest=dbt.manifest(settings), dagster_dbt_translator=translator, name="dbt_models")
    def models(context: dg.AssetExecutionContext, run: Run) -> Iterator[DbtEvent]:
        done: list[str] = []
        total = sum(1 for _ in context.selected_asset_keys) + sum(1 for _ in context.selected_asset_check_keys)

        def finished(unique_id: str) -> None:
            done.append(unique_id)
            progress.report("modelling", min(len(done), total), total)

        outcome = dbt.build(run.settings, finished)
        manifest = dbt.manifest(run.settings)
        yield from _events(context, run, translator, _loaded(manifest), outcome.results)

    return models


def _events(
    context: dg.AssetExecutionContext, run: Run, translator: Translator, manifest: Mapping[str, Any], results: Any
) -> Iterator[DbtEvent]:
    rows = _row_counts(run.settings)
    failed: list[str] = []
    for result in results:
        node, status = result.node, str(result.status)
        wrong = status in ("error", "fail", "runtime error")
        if wrong:
            failed.append(f"{node.name}: {' '.join(str(result.message or status).split())}")
        if node.resource_type == "test":
            yield from _check(context, translator, manifest, result)
        elif node.resource_type in ("model", "seed") and not wrong and status != "skipped":
            key = dg.AssetKey(node.name)
            if key in context.selected_asset_keys:
                count = rows.get((node.schema, node.alias))
                counted = {} if count is None else {"dagster/row_count": count}
                yield dg.MaterializeResult(asset_key=key, metadata={"seconds": result.execution_time, **counted})
    if failed:
        listed = "\n".join(f"- {line}" for line in failed[:20])
        raise dg.Failure(
            f"{len(failed)} dbt models or tests failed, nothing is published:\n{listed}", allow_retries=False
        )


def _check(
    context: dg.AssetExecutionContext, translator: Translator, manifest: Mapping[str, Any], result: Any
) -> Iterator[dg.AssetCheckResult]:
    key = get_asset_check_key_for_test(manifest, translator, result.node.unique_id, None)
    if key is None or key not in context.selected_asset_check_keys or str(result.status) == "skipped":
        return
    severity = str(result.node.config.severity).lower()
    yield dg.AssetCheckResult(
        asset_key=key.asset_key,
        check_name=key.name,
        passed=str(result.status) == "pass",
        severity=dg.AssetCheckSeverity.WARN if severity == "warn" else dg.AssetCheckSeverity.ERROR,
        metadata={"rows_that_break_it": int(result.failures or 0), "message": str(result.message or "")},
    )


def _loaded(path: Any) -> Mapping[str, Any]:
    import json

    read: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read


def _row_counts(settings: Settings) -> dict[tuple[str, str], int]:
    con = duckdb.connect(str(settings.build), read_only=True)
    try:
        found = con.execute("SELECT schema_name, table_name, estimated_size FROM duckdb_tables()").fetchall()
    finally:
        con.close()
    return {(schema, table): int(rows) for schema, table, rows in found}
