"""Reads damaged files through the whole domain and says what went wrong.

    python -m tests.fuzz.run --count 10000 [--start 0]

For each file: it is read or refused by name, within a time that grows with its length alone, and every fact's quote
stands at its offsets. Exits 1 on the first kind of failure after printing the seeds that show it.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import defaultdict
from dataclasses import fields

from orchestration.gazette.pipeline import read_issue
from orchestration.gazette.reading import Unreadable
from orchestration.gazette.records import DocumentReading, Fact, IssueReading, Source
from tests.fuzz.mutate import mutant

SLOW_SECONDS = 5.0  # a mutant holds a few pages: this is a hundred times what one takes


def check(name: str, payload: bytes) -> IssueReading | None:
    """Reads one file and holds every offset against its text; None for a file that was refused by name."""
    source = Source("fuzz", "fuzz-1", name, "0" * 64)
    try:
        reading = read_issue(payload, source)
    except Unreadable as refused:
        if name not in refused.notice.message or not refused.notice.code:
            raise AssertionError(refused.notice) from refused
        return None
    for document in reading.documents:
        _check_document(document)
    return reading


def _check_document(reading: DocumentReading) -> None:
    text = reading.document.text
    assert not any("\ud800" <= character <= "\udfff" for character in text)
    for section in reading.document.sections:
        assert 0 <= section.start <= section.heading_end <= section.end <= len(text)
    offsets = [offset for offset, _, _ in reading.document.page_map]
    assert offsets == sorted(offsets)
    for field in fields(reading):
        value = getattr(reading, field.name)
        for fact in value if isinstance(value, tuple) else ():
            if isinstance(fact, Fact):
                assert 0 <= fact.start < fact.end <= len(text), (field.name, fact)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=10_000)
    arguments.add_argument("--start", type=int, default=0)
    chosen = arguments.parse_args()
    failures: dict[str, list[int]] = defaultdict(list)
    read = refused = 0
    began = time.perf_counter()
    for seed in range(chosen.start, chosen.start + chosen.count):
        name, payload = mutant(seed)
        at = time.perf_counter()
        try:
            if check(name, payload) is None:
                refused += 1
            else:
                read += 1
        except Exception:
            last = traceback.format_exc().strip().splitlines()
            failures[" | ".join(line.strip() for line in last[-3:])].append(seed)
        if (taken := time.perf_counter() - at) > SLOW_SECONDS:
            failures[f"slower than {SLOW_SECONDS} s on {name}"].append(seed)
            print(f"seed {seed}: {name}, {len(payload)} bytes, {taken:.1f} s", file=sys.stderr)
    print(f"{chosen.count} mutants: {read} read, {refused} refused, {sum(map(len, failures.values()))} failed, "
          f"{time.perf_counter() - began:.0f} s")  # fmt: skip
    for what, seeds in failures.items():
        print(f"  {len(seeds)} x {what}  (seeds {seeds[:8]})")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
