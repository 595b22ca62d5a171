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

    def path(self, issue_id: str, input_hash: str) -> Path:
        key = hashlib.sha256(f"{input_hash} {self.parser_version}".encode()).hexdigest()[:16]
        name = issue_id.replace("/", "_").replace("\0", "_")
        if len(name.encode()) > 180:  # a file name holds 255 bytes
            name = hashlib.sha256(name.encode()).hexdigest()[:32]
        return self.folder / f"{name}.{key}{_SUFFIX}"

    def has(self, issue_id: str, input_hash: str) -> bool:
        return self.path(issue_id, input_hash).exists()

    def put(self, issue_id: str, input_hash: str, payload: bytes) -> None:
        """Keeps an encoded reading: whole or not at all."""
        final = self.path(issue_id, input_hash)
        unfinished = final.with_suffix(f".{os.getpid()}.tmp")
        unfinished.write_bytes(payload)
        unfinished.replace(final)

    def get(self, issue_id: str, input_hash: str) -> IssueTables:
        return decode(self.path(issue_id, input_hash).read_bytes())

    def keep_only(self, current: Iterable[tuple[str, str]]) -> None:
        """Forgets readings of other inputs and other parsers."""
        wanted = {self.path(*one).name for one in current}
        for file in self.folder.iterdir():
            if file.name not in wanted:
                file.unlink(missing_ok=True)
