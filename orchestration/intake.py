"""What lies in raw/: one file an issue, with its gazette and sidecars; and what lies there oddly.

Nothing here reads an issue's text: files are found, named and hashed. Every oddity becomes a quarantined file with a
reason and a way out, never an exception.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from orchestration.gazette.records import Notice, Source

KINDS = (".txt", ".html", ".htm", ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")  # preferred first
LARGEST = 1 << 30  # bytes of one file
_ASIDE = {"gazette.yml", "gazette.yaml", "readme.md", "license", "licence"}


@dataclass(frozen=True, slots=True)
class IssueFile:
    """One file of raw/. ``refused`` says why it is not read at all; ``notices`` are kept with what is read."""

    path: Path
    source: Source
    input_hash: str  # of the bytes, the sidecars and the notices: what the reading depends on
    refused: Notice | None = None
    notices: tuple[Notice, ...] = ()

    @property
    def issue_id(self) -> str:
        return self.source.issue_id


@dataclass(slots=True)
class _Gazette:
    gazette_id: str
    described: dict[str, object]
    notices: list[Notice] = field(default_factory=list)


def find_issues(raw: Path) -> list[IssueFile]:
    """Every file under raw/ that is or should be an issue, by issue id. Raises FileNotFoundError without a raw/."""
    if not raw.is_dir():
        raise FileNotFoundError(f"No folder {raw}: put issues at {raw}/<gazette>/<issue>.txt, .pdf or .html.")
    found: dict[str, IssueFile] = {}
    gazettes: dict[Path, _Gazette] = {}
    for path, folder_error in _walk(raw):
        parts = path.relative_to(raw).parts
        home = raw / parts[0] if len(parts) > 1 else raw
        if home not in gazettes:
            gazettes[home] = _read_gazette(home, raw)
        one = _describe(path, raw, gazettes[home], folder_error)
        if one.issue_id in found:
            one = _second(one, found[one.issue_id])
        found[one.issue_id] = one
    return [found[issue_id] for issue_id in sorted(found)]


def inventory_hash(files: list[IssueFile]) -> str:
    """Changes when any file or sidecar is new, changed or gone."""
    stated = "\n".join(f"{file.issue_id} {file.input_hash}" for file in files)
    return hashlib.sha256(stated.encode()).hexdigest()[:32]


def read_bytes(path: Path) -> bytes:
    """A regular file's bytes; OSError for anything else (a pipe would block for ever)."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError("it is not a regular file")
    if status.st_size > LARGEST:
        raise OSError(f"it has {status.st_size:,} bytes, more than the {LARGEST:,} that one issue may have")
    return path.read_bytes()


def _walk(raw: Path) -> Iterator[tuple[Path, OSError | None]]:
    """Files in a stable order, preferred kinds first; a folder that cannot be listed comes with its error."""
    errors: list[OSError] = []
    for folder, inner, names in os.walk(raw, onerror=errors.append, followlinks=False):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        base = Path(folder)
        # A folder under a file's name is no gazette's folder: it is refused by its name, as a link to a folder is.
        unlike = [name for name in inner if (base / name).is_symlink() or (base != raw and _is_kind(name))]
        inner[:] = [name for name in inner if name not in unlike]
        for name in sorted([*names, *unlike], key=lambda n: (Path(n).stem, _preference(n), n)):
            if not _is_aside(name):
                yield base / name, None
    for error in errors:
        yield Path(os.fsdecode(error.filename)), error


def _is_kind(name: str) -> bool:
    return Path(name).suffix.lower() in KINDS


def _preference(name: str) -> int:
    suffix = Path(name).suffix.lower()
    return KINDS.index(suffix) if suffix in KINDS else len(KINDS)


def _is_aside(name: str) -> bool:
    lower = name.lower()
    return (
        lower in _ASIDE or lower.startswith((".", "~")) or lower.endswith((".origin.yml", ".origin.yaml", "~", ".tmp"))
    )


def _read_gazette(home: Path, raw: Path) -> _Gazette:
    made = _Gazette(_plain(home.name), {})
    if home != raw:
        made.described = _read_yaml(home / "gazette.yml", _shown(home / "gazette.yml", raw), made.notices)
    return made


def _describe(path: Path, raw: Path, gazette: _Gazette, folder_error: OSError | None) -> IssueFile:
    parts = [_plain(part) for part in path.relative_to(raw).parts]
    shown = _shown(path, raw)
    issue_id = "-".join([*parts[:-1], Path(parts[-1]).stem])
    notices = list(gazette.notices)
    origin = _read_yaml(path.with_name(f"{path.stem}.origin.yml"), f"{shown}: its origin sidecar", notices)
    refused: Notice | None = None
    sha256 = ""
    try:
        if folder_error is not None:
            raise folder_error
        if len(parts) < 2:
            refused = _refusal(
                shown, "not_in_a_gazette_folder", "it lies in no gazette's folder", "move it to raw/<gazette>/"
            )
        elif path.suffix.lower() not in KINDS:
            refused = _refusal(
                shown,
                "unknown_kind_of_file",
                f"{path.suffix or 'a file without a suffix'} is not read",
                "give it as .txt, .pdf or .html",
            )
        sha256 = hashlib.sha256(read_bytes(path)).hexdigest()
    except OSError as error:
        refused = unreadable_file(shown, error)
    if origin.get("sha256") not in (None, sha256) and not refused:
        notices.append(
            Notice(
                "reading",
                "origin_sha256_differs",
                f"{shown}: the origin sidecar states another sha256; fetch the file again or correct the sidecar.",
            )
        )
    source = Source(gazette.gazette_id, issue_id, shown, sha256, origin, gazette.described)
    return IssueFile(path, source, _input_hash(source, notices, refused), refused, tuple(notices))


def unreadable_file(shown: str, error: OSError) -> Notice:
    """The notice of a file that the system would not give."""
    reason = error.strerror or str(error)
    return _refusal(
        shown, "unreadable_file", f"it cannot be read ({reason})", "check that it is a file with read permission"
    )


def _second(one: IssueFile, first: IssueFile) -> IssueFile:
    """A further file that claims an issue id: refused under an id of its own."""
    refused = _refusal(
        one.source.file,
        "second_file_of_an_issue",
        f"{first.source.file} is read as issue {one.issue_id} already",
        "keep one of the two, or rename this one",
    )
    source = Source(
        one.source.gazette_id,
        f"{one.issue_id}.{_plain(one.path.suffix.lstrip('.')) or 'file'}-{_short(one.source.file)}",
        one.source.file,
        one.source.sha256,
        one.source.origin,
        one.source.gazette,
    )
    return IssueFile(one.path, source, _input_hash(source, [], refused), refused)


def _refusal(shown: str, code: str, wrong: str, way_out: str) -> Notice:
    return Notice("reading", code, f"{shown}: {wrong}; {way_out}.")


def _read_yaml(path: Path, shown: str, notices: list[Notice]) -> dict[str, object]:
    if not path.exists():
        return {}
    try:
        read: Any = yaml.safe_load(read_bytes(path))
        if read is None:
            return {}
        if isinstance(read, dict):
            return {str(key): value for key, value in read.items()}
        wrong = "it holds no names with values"
    except (OSError, yaml.YAMLError, ValueError, RecursionError) as error:
        wrong = " ".join(str(error).split())
    notices.append(Notice("reading", "broken_sidecar", f"{shown}: it was left aside ({wrong}); correct it."))
    return {}


def _input_hash(source: Source, notices: list[Notice], refused: Notice | None) -> str:
    stated = [
        source.sha256,
        source.file,
        sorted(source.origin.items()),
        sorted(source.gazette.items()),
        notices,
        refused,
    ]
    return hashlib.sha256(repr(stated).encode("utf-8", "replace")).hexdigest()


def _shown(path: Path, raw: Path) -> str:
    return _plain("/".join([raw.name, *path.relative_to(raw).parts]))


def _plain(name: str) -> str:
    """A name that can be shown and stored: bytes that are no UTF-8 and control characters replaced."""
    readable = os.fsencode(name).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "�" for char in readable).replace("...", "…").strip()


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]
