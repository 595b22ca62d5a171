"""The code location: the assets and what is said of them, what gates what, and when the job runs by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import dagster as dg
import pytest

from orchestration.definitions import build_definitions
from orchestration.defs import raw as raw_assets
from orchestration.defs.jobs import JOB, changed_files, monthly, run_tags
from orchestration.defs.partitions import RANGE_END, RANGE_START
from orchestration.defs.resources import Run
from orchestration.intake import inventory_hash
from orchestration.settings import Settings
from tests.integration.conftest import LOOSE, World

pytestmark = pytest.mark.slow


@pytest.fixture
def definitions(world: World) -> dg.Definitions:
    return build_definitions(Run(raw=str(world.settings.raw), data=str(world.settings.data)))


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.instance_for_test() as made:
        yield made


@pytest.fixture
def run(tmp_path: Path) -> Run:
    raw = tmp_path / "raw" / "a"
    raw.mkdir(parents=True)
    (raw / "1.txt").write_text(LOOSE, encoding="utf-8")
    return Run(raw=str(tmp_path / "raw"), data=str(tmp_path / "data"))


def ancestors(graph: object, key: dg.AssetKey) -> set[str]:
    nodes = graph.get(key).parent_keys  # type: ignore[attr-defined]
    found = {parent.to_user_string() for parent in nodes}
    for parent in nodes:
        found |= ancestors(graph, parent)
    return found


def test_the_way_from_files_to_the_published_warehouse(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    behind = ancestors(graph, dg.AssetKey("published_warehouse"))
    everything = {key.to_user_string() for key in graph.get_all_asset_keys()}
    # The pages stay behind: they are there to look up what a reader gave.
    assert behind == everything - {"published_warehouse", "raw/pages"}
    assert {"issue_files", "pages", "documents", "facts", "raw/statements", "raw/persons", "fct_targets"} <= behind
    assert {"issue_files", "facts", "raw/statements"} <= ancestors(graph, dg.AssetKey("fct_targets"))


def test_every_asset_says_what_it_is(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    groups = set()
    for key in graph.get_all_asset_keys():
        spec = graph.get(key)
        groups.add(spec.group_name)
        assert spec.description, key
        assert spec.owners == ["team:gongbao"], key
        assert spec.kinds, key
    assert groups == {"reading", "raw", "seeds", "staging", "intermediate", "marts", "published"}
    for name in ("pages", "documents", "facts"):
        assert isinstance(graph.get(dg.AssetKey(name)).partitions_def, dg.DynamicPartitionsDefinition)
    assert graph.get(dg.AssetKey("fct_targets")).partitions_def is None


def test_quotes_and_dbt_tests_of_error_level_gate_publication(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    checks = {key: graph.get_check_spec(key) for key in graph.asset_check_keys}
    quotes = {key.asset_key.path[-1] for key in checks if key.name == "quotes_stand_at_their_offsets"}
    assert {"statements", "appointments", "land_figures"} <= quotes
    assert all(spec.blocking for key, spec in checks.items() if key.name == "quotes_stand_at_their_offsets")
    unique = [key for key in checks if key.name.startswith("unique_fct_targets")]
    assert len(unique) == 1
    assert checks[unique[0]].blocking
    assert sum(spec.blocking for spec in checks.values()) > 100


def test_a_broken_quote_in_the_build_stops_the_run_before_the_models(
    run: Run, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoil(con: object) -> None:
        con.execute("UPDATE raw.deadlines SET char_start = char_start + 1")  # type: ignore[attr-defined]

    monkeypatch.setattr(raw_assets, "refresh_registers", spoil)
    run = Run(raw=run.raw, data=run.data, workers=0)
    job = build_definitions(run).resolve_job_def(JOB)
    result = job.execute_in_process(instance=instance, raise_on_error=False, tags=run_tags(instance, run, run.files()))
    assert not result.success
    steps = {event.step_key for event in result.all_events if event.is_step_success}
    assert "read_issues" in steps
    assert not steps & {"raw_tables", "careers", "dbt_models", "published_warehouse"}
    failed = [check for check in result.get_asset_check_evaluations() if not check.passed]
    assert [(check.asset_key.path[-1], check.check_name) for check in failed] == [
        ("deadlines", "quotes_stand_at_their_offsets")
    ]
    assert not Settings.read(run.raw, run.data).warehouse.exists()
    assert run.record.read()["state"] == "failed"


def test_the_schedule_runs_on_the_second_in_shanghai(run: Run, instance: dg.DagsterInstance) -> None:
    assert (monthly.cron_schedule, monthly.execution_timezone) == ("0 6 2 * *", "Asia/Shanghai")
    assert monthly.default_status is dg.DefaultScheduleStatus.RUNNING
    ticked = dt.datetime(2021, 5, 2, 6, tzinfo=ZoneInfo("Asia/Shanghai"))
    with dg.build_schedule_context(
        instance=instance, scheduled_execution_time=ticked, resources={"run": run}
    ) as context:
        request = monthly(context)
    assert isinstance(request, dg.RunRequest)
    assert request.run_key == "monthly-2021-05"
    assert (request.tags[RANGE_START], request.tags[RANGE_END]) == ("a-1", "a-1")
    assert instance.get_dynamic_partitions("issues") == ["a-1"]


def test_the_sensor_sees_new_changed_and_removed_files(run: Run, instance: dg.DagsterInstance) -> None:
    def look(cursor: str | None) -> dg.SensorResult | dg.SkipReason:
        with dg.build_sensor_context(instance=instance, cursor=cursor, resources={"run": run}) as context:
            found = changed_files(context)
        assert isinstance(found, dg.SensorResult | dg.SkipReason)
        return found

    folder = Path(run.raw) / "a"
    cursors: list[str | None] = [None]
    for change in (
        lambda: None,
        lambda: (folder / "2.txt").write_text(LOOSE, encoding="utf-8"),
        lambda: (folder / "2.txt").write_text(LOOSE + "又及。\n", encoding="utf-8"),
        lambda: (folder / "gazette.yml").write_text("name: 某公报\n", encoding="utf-8"),
        lambda: (folder / "2.txt").unlink(),
    ):
        change()
        seen = look(cursors[-1])
        assert isinstance(seen, dg.SensorResult)
        assert len(seen.run_requests or []) == 1
        assert seen.cursor not in cursors
        cursors.append(seen.cursor)
        assert isinstance(look(cursors[-1]), dg.SkipReason), "nothing has changed since"
    assert instance.get_dynamic_partitions("issues") == ["a-1"]
    (folder / "1.txt").unlink()
    assert isinstance(look(cursors[-1]), dg.SkipReason)


def test_the_sensor_does_not_repeat_what_a_run_has_just_published(run: Run, instance: dg.DagsterInstance) -> None:
    def look() -> dg.SensorResult:
        with dg.build_sensor_context(instance=instance, resources={"run": run}) as context:
            found = changed_files(context)
        assert isinstance(found, dg.SensorResult)
        return found

    run.record.begin("r", Path(run.raw))
    run.record.end("published", files=inventory_hash(run.files()))
    assert not look().run_requests
    run.record.add(state="failed")
    assert len(look().run_requests or []) == 1
    run.record.add(state="published")
    (Path(run.raw) / "a" / "2.txt").write_text(LOOSE, encoding="utf-8")
    assert len(look().run_requests or []) == 1


def test_a_run_spans_the_stale_issues_alone(run: Run, instance: dg.DagsterInstance) -> None:
    for number in range(2, 7):
        (Path(run.raw) / "a" / f"{number}.txt").write_text(LOOSE, encoding="utf-8")
    files = run.files()
    for file in files:
        if file.issue_id not in ("a-3", "a-4"):
            run.store.put(file.issue_id, file.input_hash, b"")
    tags = run_tags(instance, run, files)
    assert (tags[RANGE_START], tags[RANGE_END]) == ("a-3", "a-4")
    chosen = Run(raw=run.raw, data=run.data, issues=["a-5"], force=True)
    tags = run_tags(instance, chosen, files)
    assert (tags[RANGE_START], tags[RANGE_END]) == ("a-5", "a-5")
