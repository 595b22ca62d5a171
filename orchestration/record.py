"""What the last run says of itself: data/last_run.json, written as the run goes, also when nothing is published."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path
from typing import Any


class RunRecord:
    """The record of one run. A killed run leaves it in the state "running"."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def read(self) -> dict[str, Any]:
        """The record as it stands; {} before the first run."""
        try:
            found = json.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def begin(self, run_id: str, raw: Path) -> None:
        self._write({"run_id": run_id, "state": "running", "began_at": _now(), "raw": str(raw), "process": os.getpid()})

    def add(self, **stated: Any) -> None:
        """Adds to the record or changes what stands in it."""
        self._write({**self.read(), **stated})

    def end(self, state: str, **stated: Any) -> None:
        """Ends the record: published or failed."""
        self.add(state=state, ended_at=_now(), **stated)

    def _write(self, stated: dict[str, Any]) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.file.with_suffix(f".{os.getpid()}.tmp")
        fresh.write_text(json.dumps(stated, ensure_ascii=False, indent=2, default=str), encoding="utf-8")
        fresh.replace(self.file)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
