"""What each reader keeps and how fast, beside other extractors on the same PDFs.

    python -m benchmarks.reading [--pages 12] [--write]

The text is the real issue's, set by ``tests.support.render`` in several layouts. A probe is 24 characters in a row,
taken every 97 characters of that text; it counts as found when it stands whole, white space aside, in what an extractor
gives. ``--write`` puts the table into docs/formats.md.
"""

from __future__ import annotations

import argparse
import io
import re
import time
from collections.abc import Callable
from pathlib import Path

from orchestration.gazette.pipeline import read_issue
from orchestration.gazette.reading import read
from orchestration.gazette.records import Source
from tests.support import render
from tests.support.render import Block

ROOT = Path(__file__).parents[1]
ISSUE = ROOT / "raw" / "zibo" / "2021-04.txt"
DOCS = ROOT / "docs" / "formats.md"
MARK = "<!-- benchmark -->"
PROBE, STEP = 24, 97
_SPACE = re.compile(r"[\s|]+")


def paragraphs() -> list[list[str]]:
    """The issue's clean text: per document, its paragraphs."""
    issue = read_issue(ISSUE.read_bytes(), Source("zibo", "zibo-2021-04", "raw/zibo/2021-04.txt", "0" * 64))
    return [read.document.text.split("\n") for read in issue.documents]


def layouts(documents: list[list[str]], pages: int) -> dict[str, tuple[bytes, str]]:
    """PDFs by name with the text they hold, cut to about ``pages`` pages."""
    budget = pages * 1700  # characters on a page of two columns
    blocks: list[Block] = []
    used = 0
    for title, *rest in documents:
        for number, text in enumerate([title, *rest]):
            if used < budget:
                blocks.append(Block(text, "p" if number else "title", spanning=not number))
                used += len(text)
    plain = [Block(block.text) for block in blocks]
    words = "".join(block.text for block in blocks)
    made = {
        "one column": render.pdf(plain, 1),
        "two columns": render.pdf(plain, 2),
        "two columns, interleaved stream": render.pdf(plain, 2, "interleaved"),
        "two columns, titles over both, interleaved": render.pdf(blocks, 2, "interleaved"),
        "three columns, landscape, interleaved": render.pdf(plain, 3, "interleaved", size=(842.0, 595.0)),
        "two columns, turned pages, interleaved": render.pdf(plain, 2, "interleaved", rotate=90),
    }
    return {name: (payload, words) for name, payload in made.items()}


def found(words: str, text: str) -> float:
    """Share of the probes of ``words`` that stand whole in ``text``."""
    clean, target = _SPACE.sub("", words), _SPACE.sub("", text)
    probes = [clean[at : at + PROBE] for at in range(0, len(clean) - PROBE, STEP)]
    return sum(probe in target for probe in probes) / len(probes)


def with_gongbao(payload: bytes) -> tuple[str, int]:
    result = read(payload, "benchmark.pdf")
    return "".join(line.text for page in result.pages for line in page.lines), len(result.pages)


def with_pypdfium2(payload: bytes) -> tuple[str, int]:
    import pypdfium2

    document = pypdfium2.PdfDocument(payload)
    return "".join(page.get_textpage().get_text_bounded() for page in document), len(document)


def with_pdfplumber(payload: bytes) -> tuple[str, int]:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(payload)) as document:
        return "".join(page.extract_text() or "" for page in document.pages), len(document.pages)


def with_pdfminer(payload: bytes) -> tuple[str, int]:
    from pdfminer.high_level import extract_text

    text = extract_text(io.BytesIO(payload))
    return text, text.count("\f")


EXTRACTORS: dict[str, Callable[[bytes], tuple[str, int]]] = {
    "gongbao": with_gongbao,
    "pypdfium2": with_pypdfium2,
    "pdfplumber": with_pdfplumber,
    "pdfminer.six": with_pdfminer,
}


def timed(run: Callable[[bytes], tuple[str, int]], payload: bytes, again: int) -> tuple[str, int, float]:
    """Text, pages and the best of ``again`` times, in seconds."""
    best = float("inf")
    text, pages = "", 0
    for _ in range(again):
        at = time.perf_counter()
        text, pages = run(payload)
        best = min(best, time.perf_counter() - at)
    return text, pages, best


def pdf_table(documents: list[list[str]], pages: int) -> list[str]:
    rows = ["| PDF | " + " | ".join(EXTRACTORS) + " |", "| --- |" + " --- |" * len(EXTRACTORS)]
    for name, (payload, words) in layouts(documents, pages).items():
        cells = []
        for extractor, run in EXTRACTORS.items():
            text, count, taken = timed(run, payload, 3 if extractor in ("gongbao", "pypdfium2") else 1)
            cells.append(f"{found(words, text):.0%} · {count / taken:.0f}/s")
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
        print(rows[-1], flush=True)
    return rows


def other_table(documents: list[list[str]]) -> list[str]:
    """Text, web page and scan: found probes and pages a second (a page of 800 characters where the format has none)."""
    raw = ISSUE.read_bytes()
    plain = [Block(text) for document in documents for text in document]
    words = "".join(block.text for block in plain)
    rows = ["| format | probes found | pages/s |", "| --- | --- | --- |"]
    cases = {
        "text as extracted, UTF-8": (raw, "a.txt", None),
        "text as extracted, GB18030": (raw.decode().encode("gb18030"), "a.txt", None),
        "text typed cleanly": ("\n".join(block.text for block in plain).encode(), "a.txt", words),
        "web page": (render.web_page(plain, "测试").encode(), "a.html", words),
    }
    for name, (payload, file, want) in cases.items():
        text, _, taken = timed(lambda data, file=file: (_text(data, file), 0), payload, 3)
        printed = want or "".join(line for line in map(str.strip, raw.decode().split("\n")) if not _running(line))
        rows.append(f"| {name} | {found(printed, text):.1%} | {len(words) / 800 / taken:.0f} |")
        print(rows[-1], flush=True)
    scanned = render.scanned_pdf(render.pdf(plain[:25], 2, "interleaved"), [0])
    first = render.pdf(plain[:25], 2, "interleaved")
    want = "".join(line.text for line in read(first, "a.pdf").pages[0].lines)
    text, _, taken = timed(lambda data: (_text(data, "a.pdf"), 1), scanned, 1)
    rows.append(f"| scan, two columns at 180 dpi | {found(want, text):.0%} | {1 / taken:.2f} |")
    print(rows[-1])
    return rows


def _running(line: str) -> bool:
    """A running header of the issue, which a reader has to leave out."""
    return ("公报" in line and "期" in line) or (len(line) < 9 and line.endswith(("文件", "任免")))


def _text(payload: bytes, file: str) -> str:
    return "".join(line.text for page in read(payload, file).pages for line in page.lines)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pages", type=int, default=12)
    arguments.add_argument("--write", action="store_true")
    chosen = arguments.parse_args()
    documents = paragraphs()
    rows = [*pdf_table(documents, chosen.pages), "", *other_table(documents)]
    if chosen.write:
        before, _, rest = DOCS.read_text("utf-8").partition(MARK)
        _, _, after = rest.partition(MARK)
        DOCS.write_text(f"{before}{MARK}\n\n" + "\n".join(rows) + f"\n\n{MARK}{after}", "utf-8")


if __name__ == "__main__":
    main()
