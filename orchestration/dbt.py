"""dbt inside the process: parse when the project changed, build, and let the database go.

The command line of dbt starts three interpreters for what takes a third of a second here; but the connection that dbt
opens holds DuckDB's write lock until it is closed by hand.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from orchestration.settings import DBT_PROJECT, Settings

_WATCHED = ("*.sql", "*.yml", "*.yaml", "*.csv", "*.md")


class DbtFailed(Exception):
    """dbt did not come through; the message holds what it said."""


def manifest(settings: Settings) -> Path:
    """The project's manifest.json, made anew when a file of the project changed."""
    target = _target(settings)
    made, stamp = target / "manifest.json", target / "project.sha256"
    with _one_at_a_time(target):
        current = _project_hash()
        if made.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == current:
            return made
        _invoke(settings, ["parse"], None)
        stamp.write_text(current, encoding="utf-8")
    return made


def build(settings: Settings, finished: Callable[[str], None]) -> Any:
    """Builds and tests every model; gives dbt's results node by node, failed ones among them.

    ``finished`` is called with each node's unique id. Raises DbtFailed when dbt could not run at all.
    """
    with _one_at_a_time(_target(settings)):
        return _invoke(settings, ["build", "--exclude-resource-type", "unit_test"], finished)


def _invoke(settings: Settings, arguments: list[str], finished: Callable[[str], None] | None) -> Any:
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner

    settings.build.parent.mkdir(parents=True, exist_ok=True)
    os.environ["GONGBAO_BUILD"] = str(settings.build)

    def heard(event: Any) -> None:
        if finished and event.info.name == "NodeFinished":
            finished(event.data.node_info.unique_id)

    log = _target(settings) / "logs"
    runner = dbtRunner(callbacks=[heard])
    try:
        outcome = runner.invoke(
            [
                *arguments,
                *("--project-dir", str(DBT_PROJECT), "--profiles-dir", str(DBT_PROJECT)),
                *("--target-path", str(_target(settings)), "--log-path", str(log)),
                *("--log-level", "none", "--log-level-file", "info", "--no-use-colors"),
            ]
        )
    finally:
        DuckDBConnectionManager.close_all_connections()  # type: ignore[no-untyped-call]
    if outcome.exception is not None or outcome.result is None:
        raise DbtFailed(f"dbt {arguments[0]} failed: {outcome.exception}. Its log is at {log}/dbt.log.")
    return outcome.result


def _target(settings: Settings) -> Path:
    target = settings.data / "dbt"
    target.mkdir(parents=True, exist_ok=True)
    return target


def _project_hash() -> str:
    digest = hashlib.sha256()
    files = [file for kind in _WATCHED for file in DBT_PROJECT.rglob(kind) if "target" not in file.parts]
    for file in sorted(files):
        digest.update(str(file.relative_to(DBT_PROJECT)).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


@contextlib.contextmanager
def _one_at_a_time(target: Path) -> Iterator[None]:
    """Webserver, daemon and runs load the definitions at once: only one may write the manifest."""
    with (target / "parse.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
