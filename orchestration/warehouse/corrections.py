"""Corrections: what a person knows better than the parser, applied to raw rows under guard and visible on them.

Every entry of corrections/*.yml names the fact, the field, the value it expects to find, the value to put there, the
reason and who says so. An entry that finds another value, or no fact, fails the run: what it corrected has changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import yaml

from orchestration.warehouse.load import insert, transaction
from orchestration.warehouse.schema import CORRECTION, FAMILIES, PROVENANCE, SQL_TYPES, Family, arrow_schema

_REQUIRED = ("fact", "field", "expected", "value", "reason", "who")


class CorrectionFailed(Exception):
    """A correction that cannot be applied as it stands; the message says where it stands and what to do."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of a corrections file."""

    fact: str
    field: str
    expected: Any
    value: Any
    reason: str
    who: str
    place: str  # file and number of the entry


def read_corrections(folder: Path) -> list[Correction]:
    """All entries of corrections/*.yml in order. Raises CorrectionFailed for one that is not complete."""
    found: list[Correction] = []
    for file in sorted([*folder.glob("*.yml"), *folder.glob("*.yaml")]):
        try:
            entries = yaml.safe_load(file.read_text(encoding="utf-8")) or []
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise CorrectionFailed(f"{file.name} is not YAML: {error}") from error
        if not isinstance(entries, list):
            raise CorrectionFailed(f"{file.name} must hold a list of corrections; see corrections/README.md.")
        for number, entry in enumerate(entries, 1):
            found.append(_entry(entry, f"{file.name}, entry {number}"))
    return found


def apply_corrections(con: duckdb.DuckDBPyConnection, corrections: Iterable[Correction]) -> int:
    """Applies them to rows as read, records them in raw.corrections, gives their number. All or nothing.

    What an earlier run corrected is taken back first, so that an entry that goes leaves nothing behind.
    """
    with transaction(con):
        _take_back(con)
        recorded = [_apply(con, one) for one in corrections]
        con.execute("DELETE FROM raw.corrections")
        if recorded:
            insert(con, "corrections", pa.Table.from_pylist(recorded, schema=arrow_schema("corrections")))
    return len(recorded)


def _take_back(con: duckdb.DuckDBPyConnection) -> None:
    """Puts the values as read back where a row still bears a correction; a row loaded since does not."""
    rows = con.execute("SELECT fact_id, table_name, field, expected FROM raw.corrections").fetchall()
    for fact_id, table, field, expected in reversed(rows):
        kind = next(family for family in FAMILIES if family.table == table).columns[field]
        con.execute(
            f'UPDATE raw.{table} SET "{field}" = CAST(? AS {SQL_TYPES[kind]}) WHERE fact_id = ? AND is_corrected',
            [expected, fact_id],
        )
    for fact_id, table, *_ in rows:
        con.execute(
            f"UPDATE raw.{table} SET is_corrected = false, correction_reason = NULL WHERE fact_id = ?", [fact_id]
        )


def _entry(entry: Any, place: str) -> Correction:
    if not isinstance(entry, dict) or (missing := [name for name in _REQUIRED if name not in entry]):
        lacks = ", ".join(missing) if isinstance(entry, dict) else "everything"
        raise CorrectionFailed(f"{place} lacks {lacks}; see corrections/README.md.")
    for name in ("fact", "field", "reason", "who"):
        if not str(entry[name] or "").strip():
            raise CorrectionFailed(f"{place}: {name} is empty; see corrections/README.md.")
    return Correction(**{name: entry[name] for name in _REQUIRED}, place=place)


def _apply(con: duckdb.DuckDBPyConnection, one: Correction) -> dict[str, Any]:
    family = _family(one)
    kinds = {name: kind for name, kind in family.columns.items() if name not in PROVENANCE and name not in CORRECTION}
    if one.field not in kinds:
        raise CorrectionFailed(
            f"{one.place}: {family.table} has no field {one.field} that may be corrected; it has {', '.join(kinds)}."
        )
    found = con.execute(
        f'SELECT issue_id, "{one.field}", typeof("{one.field}"), correction_reason '
        f"FROM raw.{family.table} WHERE fact_id = ?",
        [one.fact],
    ).fetchone()
    if found is None:
        raise CorrectionFailed(
            f"{one.place}: there is no fact {one.fact} any more; find the row it meant with `gongbao sql`, or take the "
            "entry out."
        )
    issue_id, present, kind, said = found
    if not _same(con, present, one.expected, kind):
        raise CorrectionFailed(
            f"{one.place}: {one.field} of {one.fact} is {present!r}, the correction expects {one.expected!r}; it may "
            "have been read rightly since: take the entry out, or correct what it expects."
        )
    try:
        con.execute(
            f'UPDATE raw.{family.table} SET "{one.field}" = CAST(? AS {kind}), is_corrected = true, '
            "correction_reason = ? WHERE fact_id = ?",
            [_plain(one.value), f"{said}; {one.reason}" if said else one.reason, one.fact],
        )
    except duckdb.ConversionException as error:
        raise CorrectionFailed(f"{one.place}: {one.value!r} is no {kind} for {one.field}.") from error
    return {
        "fact_id": one.fact,
        "table_name": family.table,
        "field": one.field,
        "expected": _plain(present),
        "value": _plain(one.value),
        "reason": one.reason,
        "who": one.who,
        "file": one.place,
        "issue_id": issue_id,
    }


def _family(one: Correction) -> Family:
    for family in FAMILIES:
        if str(one.fact).startswith(f"{family.prefix}-"):
            return family
    raise CorrectionFailed(
        f"{one.place}: {one.fact} is no fact's id; ids look like st-… , ap-… (see `gongbao explain`)."
    )


def _same(con: duckdb.DuckDBPyConnection, present: Any, expected: Any, kind: str) -> bool:
    try:
        row = con.execute(
            f"SELECT CAST(? AS {kind}) IS NOT DISTINCT FROM CAST(? AS {kind})", [present, _plain(expected)]
        ).fetchone()
    except duckdb.ConversionException:
        return False
    return bool(row and row[0])


def _plain(value: Any) -> str | None:
    return None if value is None else str(value)
