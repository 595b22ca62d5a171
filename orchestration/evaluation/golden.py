"""Golden annotations: what careful readers found in a text, in YAML files under tests/golden.

One file is one source: ``source`` (a file of the repository) or ``text`` (the words themselves), and ``facts``, a
list per family. A fact names its document by sequence (``doc``, 1 where left out), a ``quote`` of the clean text that
states it, and the fields it claims. A field's value may be a list of readings that are equally right. ``open: true``
marks what reasonable readers differ on: such a fact is neither missed nor false.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from orchestration.gazette.pipeline import read_issue
from orchestration.gazette.records import IssueReading, Source

# family in golden files -> field of DocumentReading
FAMILIES = {
    "targets": "statements",
    "outcomes": "statements",
    "land": "land",
    "appointments": "appointments",
    "assignments": "assignments",
    "policy_changes": "policy_changes",
    "deadlines": "deadlines",
    "citations": "citations",
    "recognitions": "recognitions",
}


@dataclass(frozen=True, slots=True)
class Expected:
    """One fact that a reader found."""

    doc: int
    quote: str
    fields: dict[str, Any]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Golden:
    """One annotated source."""

    name: str
    payload: bytes
    file: str
    facts: dict[str, tuple[Expected, ...]] = field(default_factory=dict)

    def read(self) -> IssueReading:
        """What the pipeline says of the source."""
        digest = hashlib.sha256(self.payload).hexdigest()
        return read_issue(self.payload, Source("golden", self.name, self.file, digest))


def load(folder: Path, root: Path) -> Iterator[Golden]:
    """All annotated sources under a folder, in order of name.

    Args:
        folder: where the YAML files lie.
        root: what ``source`` paths are relative to.

    Raises:
        ValueError: a file names an unknown family or neither a source nor a text.
    """
    for path in sorted(folder.rglob("*.yml")):
        content = yaml.safe_load(path.read_text(encoding="utf8"))
        if "facts" not in content:
            continue  # floors and other tables beside the annotations
        if unknown := set(content["facts"]) - set(FAMILIES):
            raise ValueError(f"{path}: unknown families {', '.join(sorted(unknown))}; known are {', '.join(FAMILIES)}")
        if "source" in content:
            payload, file = (root / content["source"]).read_bytes(), content["source"]
        elif "text" in content:
            payload, file = content["text"].encode(), path.with_suffix(".txt").name
        else:
            raise ValueError(f"{path}: give a source (a file) or a text")
        facts = {family: tuple(map(_expected, listed or ())) for family, listed in content["facts"].items()}
        yield Golden(path.stem, payload, file, facts)


def _expected(item: dict[str, Any]) -> Expected:
    fields = {key: value for key, value in item.items() if key not in ("doc", "quote", "open", "note")}
    return Expected(int(item.get("doc", 1)), str(item["quote"]), fields, bool(item.get("open", False)))
