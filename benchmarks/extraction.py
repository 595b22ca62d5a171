"""What reading a document costs, family by family, as ratios to one plain pass of ``re`` over the same text.

    .venv/bin/python -m benchmarks.extraction [FILE ...]      default: raw/zibo/2021-04.txt

Prints megabytes of UTF-8 a second on one core, best of several rounds, in one run on one machine. What is counted is the
time of the process, so that others on the machine take no part of it.
"""

from __future__ import annotations

import hashlib
import importlib
import logging
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from orchestration.gazette.extraction import reconciliation
from orchestration.gazette.extraction.families import FAMILIES, read_document
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.pipeline import read_issue
from orchestration.gazette.reading import read
from orchestration.gazette.records import Document, Source

_ROUNDS = 7


def best(work: Callable[[], object]) -> float:
    """The least of several timings, in seconds of the process."""
    times = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def segmenter() -> Callable[[str], object] | None:
    """jieba's segmentation as a yardstick, where it is installed (`pip install jieba`); the project does not need it."""
    try:
        jieba = importlib.import_module("jieba")
    except ModuleNotFoundError:
        return None
    jieba.setLogLevel(logging.WARNING)
    jieba.lcut("一")  # loads its dictionary
    return lambda text: jieba.lcut(text)


def main(files: list[str]) -> None:
    """Prints the table for some files."""
    payloads = [(file, Path(file).read_bytes()) for file in files]
    documents: list[Document] = []
    for file, payload in payloads:
        source = Source("benchmark", "benchmark", file, hashlib.sha256(payload).hexdigest())
        documents += [item.document for item in read_issue(payload, source).documents]
    size = sum(len(document.text.encode()) for document in documents) / 1e6
    digits = re.compile(r"\d+")
    base = best(lambda: [digits.findall(document.text) for document in documents])
    print(f"{len(documents)} documents, {size:.2f} MB of UTF-8; one pass of re for digits: {size / base:.0f} MB/s\n")
    print("| stage | MB/s | times one pass of re |\n| --- | ---: | ---: |")

    def row(name: str, seconds: float) -> None:
        print(f"| {name} | {size / seconds:.1f} | {seconds / base:.1f} |")

    row("reading (bytes to pages)", best(lambda: [read(payload, file) for file, payload in payloads]))
    row("the whole way", best(lambda: [read_issue(p, Source("b", "b", f, "0")) for f, p in payloads]))
    for field, find in FAMILIES.items():
        row(field, best(lambda find=find: [list(find(MarkedText(document))) for document in documents]))  # type: ignore[misc]
    readings = [(MarkedText(document), read_document(document)) for document in documents]
    row("reconciliations", best(lambda: [list(reconciliation.check(*pair)) for pair in readings]))
    row("**all families and checks**", best(lambda: [read_document(document) for document in documents]))
    if (segment := segmenter()) is not None:
        row("jieba segments the same", best(lambda: [segment(document.text) for document in documents]))


if __name__ == "__main__":
    main(sys.argv[1:] or ["raw/zibo/2021-04.txt"])
