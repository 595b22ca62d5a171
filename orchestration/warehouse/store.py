"""What was read of each issue, kept on disk: one file an issue, named by the issue and what its reading depends on.

A reading is found again only for the same bytes, sidecars and parser, so that an unchanged issue is not read twice and
a lost build database is filled again without reading anything.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from orchestration.warehouse.rows import IssueTables, decode

_SUFFIX = ".arrows"


class ReadingStore:
    """The folder of readings."""

    def __init__(self, folder: Path, parser_version: str) -> None:
        self.folder = folder
        self.parser_version = parser_version
        folder.mkdir(parents=True, exist_ok=True)

    def has(self, issue_id: str, input_hash: str) -> bool:
        """Whether the issue need not be read again."""
        return self._path(issue_id, input_hash).exists()

    def put(self, issue_id: str, input_hash: str, payload: bytes, passing: bool = False) -> None:
        """Keeps an encoded reading: whole or not at all. A ``passing`` one is kept for this run, and read again in the next."""
        final, once = self._path(issue_id, input_hash), self._path(issue_id, input_hash, passing=True)
        unfinished = final.with_suffix(f".{os.getpid()}.tmp")
        unfinished.write_bytes(payload)
        unfinished.replace(once if passing else final)
        (final if passing else once).unlink(missing_ok=True)

    def get(self, issue_id: str, input_hash: str) -> IssueTables | None:
        """What was read of the issue, or why it could not be; None where nothing is kept."""
        for passing in (False, True):
            path = self._path(issue_id, input_hash, passing)
            if path.exists():
                return decode(path.read_bytes())
        return None

    def keep_only(self, current: Iterable[tuple[str, str]]) -> None:
        """Forgets readings of other inputs and other parsers."""
        wanted = {self._path(*one, passing).name for one in current for passing in (False, True)}
        for file in self.folder.iterdir():
            if file.name not in wanted:
                file.unlink(missing_ok=True)

    def _path(self, issue_id: str, input_hash: str, passing: bool = False) -> Path:
        key = hashlib.sha256(f"{input_hash} {self.parser_version}".encode()).hexdigest()[:16]
        name = issue_id.replace("/", "_").replace("\0", "_")
        if len(name.encode()) > 180:  # a file name holds 255 bytes
            name = hashlib.sha256(name.encode()).hexdigest()[:32]
        return self.folder / f"{name}.{key}{'.once' if passing else ''}{_SUFFIX}"
