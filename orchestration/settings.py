"""Where things are and how a run goes: read once, from options and the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DBT_PROJECT = ROOT / "dbt_project"


@dataclass(frozen=True, slots=True)
class Settings:
    """Folders of one installation. Options win over GONGBAO_RAW and GONGBAO_DATA, those over raw/ and data/."""

    raw: Path
    data: Path

    @classmethod
    def read(cls, raw: str | Path | None = None, data: str | Path | None = None) -> Settings:
        return cls(
            Path(raw or os.environ.get("GONGBAO_RAW") or ROOT / "raw").expanduser().absolute(),
            Path(data or os.environ.get("GONGBAO_DATA") or ROOT / "data").expanduser().absolute(),
        )

    @property
    def build(self) -> Path:
        """The build database: raw tables that stay from run to run, and the dbt models over them."""
        return self.data / "build" / "gongbao.duckdb"

    @property
    def readings(self) -> Path:
        """What was read of each issue, one file an issue: an unchanged issue is not read again."""
        return self.data / "readings"

    @property
    def warehouse(self) -> Path:
        """The link to the published version."""
        return self.data / "warehouse.duckdb"

    @property
    def last_run(self) -> Path:
        """What the last run says of itself, whether it published or not."""
        return self.data / "last_run.json"

    @property
    def dagster_home(self) -> Path:
        return Path(os.environ.get("DAGSTER_HOME") or self.data / "dagster").expanduser().absolute()

    @property
    def corrections(self) -> Path:
        return Path(os.environ.get("GONGBAO_CORRECTIONS") or ROOT / "corrections").expanduser().absolute()

    def export_to_environment(self) -> None:
        """For what reads the environment only: Dagster's processes, dbt, the dashboards."""
        os.environ["GONGBAO_RAW"] = str(self.raw)
        os.environ["GONGBAO_DATA"] = str(self.data)
        os.environ["GONGBAO_BUILD"] = str(self.build)
        os.environ["DAGSTER_HOME"] = str(self.dagster_home)
        os.environ["DBT_SEND_ANONYMOUS_USAGE_STATS"] = "false"
        os.environ["DO_NOT_TRACK"] = "1"


def prepare_dagster_home(settings: Settings) -> Path:
    """Makes the folder and its dagster.yaml (telemetry and sign-up dialog off, one run at a time) where they are missing."""
    home = settings.dagster_home
    home.mkdir(parents=True, exist_ok=True)
    config = home / "dagster.yaml"
    # One that somebody wrote stays; ours follows the version of gongbao.
    if not config.exists() or config.read_text(encoding="utf-8").startswith(_OURS):
        config.write_text(_DAGSTER_YAML, encoding="utf-8")
    return home


_OURS = "# Written by gongbao"
_DAGSTER_YAML = f"""\
{_OURS}: take this line out to keep changes of your own.
telemetry:
  enabled: false
nux:
  enabled: false
# A second run waits in the queue instead of failing on the build database.
concurrency:
  runs:
    max_concurrent_runs: 1
# Steps print nothing: two processes a step to copy what they print are left out.
compute_logs:
  module: dagster._core.storage.noop_compute_log_manager
  class: NoOpComputeLogManager
"""
