"""gongbao run: the Dagster job in this process, with progress, and a summary of what was published."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from orchestration import progress
from orchestration.commands.console import FAMILIES, Stop, err, out, table
from orchestration.record import RunRecord
from orchestration.settings import Settings, prepare_dagster_home
from orchestration.warehouse.publish import Busy, published, run_lock
from orchestration.warehouse.query import Warehouse

if TYPE_CHECKING:
    import dagster as dg

_STAGES = {
    "reading": "读取各期 reading issues",
    "loading": "入库 loading",
    "modelling": "建模与检验 dbt models and tests",
    "publishing": "发布 publishing",
}

_OWN_ERROR = re.compile(r"^orchestration\.[\w.]+: ")

_NEXT = """\
接着 next        make up    看板与 Dagster: the dashboards and the pipeline
                 .venv/bin/gongbao sql "SELECT indicator, comparator, value, unit FROM fct_targets"
                 .venv/bin/gongbao status    读了什么, 警示什么: what was read and warned about"""


def run(settings: Settings, issues: list[str], workers: int, cluster: str, force: bool, verbose: bool) -> None:
    """Runs the job and prints the summary. Raises Stop when nothing was published."""
    settings.export_to_environment()
    _refuse_what_cannot_run(settings, issues)
    with _stages():
        failed = _execute(settings, issues, workers, cluster, force, verbose)
    if failed:
        RunRecord(settings.last_run).add(reasons=failed)
        kept = published(settings.data)
        last = f"上一版仍在 The last version stays: {kept.file}" if kept else "尚无已发布版本 Nothing is published yet."
        raise Stop("\n".join(["未发布 Not published:", *[f"  {reason}" for reason in failed], last]))
    summarise(settings)


def summarise(settings: Settings) -> None:
    """Prints what the last run read and published, counted in the published warehouse itself."""
    made = published(settings.data)
    record = RunRecord(settings.last_run).read()
    if made is None:
        raise Stop(f"Nothing is published at {settings.warehouse}.")
    with Warehouse(settings.warehouse) as warehouse:
        count = _counter(warehouse)
        quarantined = record.get("quarantined", [])
        rows: list[tuple[str, Any, str]] = [
            (
                "公报期数 issues",
                count("dim_issue"),
                f"本次读取 read now {record.get('read_now', 0)}, 未变 unchanged {record.get('unchanged', 0)}, "
                f"隔离 quarantined {len(quarantined)}",
            ),
            ("文件 documents", count("dim_document"), ""),
            *((label, count(name), name) for name, label in FAMILIES.items() if name in made.rows),
            ("警示 warnings", count("fct_warnings"), _by(warehouse, "fct_warnings", "code")),
            ("核对 reconciliations", count("fct_reconciliations"), _by(warehouse, "fct_reconciliations", "status")),
        ]
    out.print(table(("", "rows", ""), rows, title="已发布 Published"))
    for one in quarantined:
        out.print(f"[yellow]隔离 quarantined[/] {one['message']}", soft_wrap=True)
    out.print(f"\n仓库 warehouse   {settings.warehouse} → published/{made.file}", soft_wrap=True)
    out.print(_NEXT, soft_wrap=True)


def _refuse_what_cannot_run(settings: Settings, issues: list[str]) -> None:
    from orchestration.intake import find_issues

    try:
        with run_lock(settings.data):
            pass
        known = [file.issue_id for file in find_issues(settings.raw)]
    except (Busy, OSError) as error:
        raise Stop(str(error)) from error
    if not known:
        raise Stop(f"No issue in {settings.raw}: put one at {settings.raw}/<gazette>/<issue>.txt, .pdf or .html.")
    if unknown := sorted(set(issues) - set(known)):
        listed = ", ".join(known[:20]) + (" …" if len(known) > 20 else "")
        raise Stop(f"No such issue in {settings.raw}: {', '.join(unknown)}. There are: {listed or 'none'}.")


def _execute(
    settings: Settings, issues: list[str], workers: int, cluster: str, force: bool, verbose: bool
) -> list[str]:
    """Runs the job; gives the reasons for which it failed, [] when it did not."""
    import dagster as dg

    from orchestration.defs.jobs import JOB, run_tags
    from orchestration.defs.resources import Run

    prepare_dagster_home(settings)
    run = Run(
        raw=str(settings.raw), data=str(settings.data), workers=workers, cluster=cluster, force=force, issues=issues
    )
    try:
        from orchestration.definitions import build_definitions

        job = build_definitions(run).resolve_job_def(JOB)
        level = "INFO" if verbose else "CRITICAL"
        with dg.DagsterInstance.get() as instance:
            result = job.execute_in_process(
                instance=instance,
                tags=run_tags(instance, run, run.files()),
                raise_on_error=False,
                run_config={"loggers": {"console": {"config": {"log_level": level}}}},
            )
    except KeyboardInterrupt:
        return ["interrupted"]
    except Exception as error:
        if verbose:
            raise
        return [f"{type(error).__name__}: {error}"]
    return [] if result.success else _reasons(result)


def _reasons(result: dg.ExecuteInProcessResult) -> list[str]:
    found = []
    for event in result.all_events:
        if event.is_step_failure:
            failure = event.step_failure_data
            stated = failure.user_failure_data
            found.append((stated.description if stated else None) or _root(failure.error))
        elif event.event_type_value == "PIPELINE_FAILURE" and not found:
            error = getattr(event.event_specific_data, "error", None)
            found.append(_root(error) if error else event.message or "the run failed")
    return list(dict.fromkeys(reason for reason in found if reason)) or ["the run failed; `--verbose` shows its log"]


def _root(error: Any) -> str:
    while error is not None and error.cause is not None and error.cause.cls_name != "_RemoteTraceback":
        error = error.cause
    if not error:
        return "unknown"
    return _OWN_ERROR.sub("", " ".join(error.message.split()))  # what we raise ourselves is said in a sentence


@contextlib.contextmanager
def _stages() -> Iterator[None]:
    """A bar for each stage on a terminal; a line for each on anything else."""
    if not err.is_terminal:
        said: set[str] = set()

        def say(stage: str, done: int, total: int) -> None:
            if stage not in said:
                said.add(stage)
                err.print(f"{_STAGES[stage]} … ({total})" if total > 1 else f"{_STAGES[stage]} …")

        with progress.listening(say):
            yield
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=err, transient=True) as bars:
        first = bars.add_task("准备 starting", total=None)
        tasks: dict[str, Any] = {}

        def draw(stage: str, done: int, total: int) -> None:
            bars.update(first, visible=False)
            if stage not in tasks:
                tasks[stage] = bars.add_task(_STAGES[stage], total=total)
            bars.update(tasks[stage], completed=done, total=total)

        with progress.listening(draw):
            yield


def _counter(warehouse: Warehouse) -> Any:
    def count(name: str) -> int:
        return int(warehouse.query(f'SELECT count(*) FROM "{name}"').rows()[0][0])

    return count


def _by(warehouse: Warehouse, name: str, column: str) -> str:
    rows = warehouse.query(f'SELECT "{column}", count(*) FROM "{name}" GROUP BY ALL ORDER BY 2 DESC, 1').rows()
    return ", ".join(f"{value} {count}" for value, count in rows[:6]) + (" …" if len(rows) > 6 else "")
