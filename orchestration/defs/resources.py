"""Resources: the run's settings, its hold on the data folder, and the build database. Nothing that decides anything."""

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg
import duckdb

from orchestration.intake import IssueFile, find_issues
from orchestration.parse import parser_version, workers_by_default
from orchestration.record import RunRecord
from orchestration.settings import Settings
from orchestration.warehouse.load import open_build
from orchestration.warehouse.publish import run_lock
from orchestration.warehouse.store import ReadingStore


class Run(dg.ConfigurableResource):  # type: ignore[type-arg]
    """One run: where it reads and writes, and how much it reads again. Holds the data folder while it lasts."""

    raw: str = ""
    data: str = ""
    workers: int = -1  # reading processes; -1: one a core, 0: none but this one
    cluster: str = ""  # address of a Dask scheduler instead
    force: bool = False  # read again what has not changed
    issues: list[str] = []  # noqa: RUF012 - a field of a pydantic model; only these issues are read; the others stay as they were

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> "Iterator[Run]":
        if context.run is None:  # a schedule or a sensor only looks
            yield self
            return
        with run_lock(self.settings.data):
            self.record.begin(context.run.run_id, self.settings.raw)
            try:
                yield self
            finally:
                if self.record.read().get("state") == "running":
                    self.record.end("failed")

    @property
    def settings(self) -> Settings:
        return Settings.read(self.raw or None, self.data or None)

    @property
    def record(self) -> RunRecord:
        return RunRecord(self.settings.last_run)

    @property
    def reading_processes(self) -> int:
        return workers_by_default() if self.workers < 0 else self.workers

    @property
    def store(self) -> ReadingStore:
        return ReadingStore(self.settings.readings, parser_version())

    def files(self) -> list[IssueFile]:
        return find_issues(self.settings.raw)

    def wants(self, file: IssueFile) -> bool:
        """Whether the run reads this file: selected, and changed since it was read (or the run is forced)."""
        selected = not self.issues or file.issue_id in self.issues
        return selected and (self.force or not self.store.has(file.issue_id, file.input_hash))

    def asks_again(self, file: IssueFile) -> bool:
        """Whether the run was told to read this file again though nothing has changed."""
        return self.force and self.wants(file)

    @contextmanager
    def build(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """The build database, closed however the block ends: dbt needs the write lock afterwards."""
        con = open_build(self.settings.build)
        try:
            yield con
        finally:
            con.close()
