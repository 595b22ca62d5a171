"""A document as HTML with its facts marked in their places: pure functions from text and spans to markup.

Offsets are code points into dim_document.text, end exclusive, as in the fact tables. Everything printed is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

HERE = "here"  # the kind of an unseen mark: only a place to scroll to


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text to mark: a fact (with its family's number for the colour) or a hit of a search."""

    start: int
    end: int
    kind: str  # "f0", "f1" … a family; "hit" a searched word
    title: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's place in the text and in the tree."""

    start: int
    heading_end: int
    depth: int
    words: str


def hits(text: str, words: Iterable[str]) -> list[Span]:
    """Every place a searched word stands."""
    return [Span(m.start(), m.end(), "hit", word) for word in words if word for m in re.finditer(re.escape(word), text)]


def body(text: str, spans: Sequence[Span], headings: Sequence[Heading]) -> str:
    """The text as paragraphs; marks are cut at paragraph ends and where they overlap, so that the markup nests."""
    anchors = {heading.start: number for number, heading in enumerate(headings)}
    bold = [(heading.start, heading.heading_end) for heading in headings]
    cuts = sorted({p for s in spans for p in (s.start, s.end)} | {p for pair in bold for p in pair} | set(anchors))
    ordered = sorted(spans, key=lambda s: (s.start, -s.end))
    parts: list[str] = []
    offset = first_cut = first_span = 0
    for line in text.split("\n"):
        end = offset + len(line)
        while first_cut < len(cuts) and cuts[first_cut] <= offset:
            first_cut += 1
        stop = first_cut
        while stop < len(cuts) and cuts[stop] < end:
            stop += 1
        while first_span < len(ordered) and ordered[first_span].end <= offset:
            first_span += 1
        near = [s for s in ordered[first_span:] if s.start < end and s.end > offset]
        edges = [offset, *cuts[first_cut:stop], end]
        pieces = [_piece(text, a, b, near, anchors, bold) for a, b in pairwise(edges) if a < b]
        kind = ' class="row"' if " | " in line else ""
        parts.append(f"<p{kind}>{''.join(pieces)}</p>")
        offset = end + 1
    return "".join(parts)


def _piece(
    text: str, start: int, end: int, spans: Sequence[Span], anchors: dict[int, int], bold: Sequence[tuple[int, int]]
) -> str:
    words = escape(text[start:end])
    covering = [s for s in spans if s.start <= start and end <= s.end]
    if covering:
        chosen = any(s.chosen for s in covering)
        here = " here" if any(s.kind == HERE for s in covering) else ""
        titles = "&#10;".join(dict.fromkeys(escape(s.title, quote=True) for s in covering if s.title))
        kind = min(covering, key=lambda s: (not s.chosen, s.kind == HERE, s.end - s.start)).kind
        words = f'<mark class="{kind}{here}{" chosen" if chosen else ""}" title="{titles}">{words}</mark>'
    if any(a <= start and end <= b for a, b in bold):
        words = f"<b>{words}</b>"
    if start in anchors:
        words = f'<span id="gb-s{anchors[start]}"></span>{words}'
    return words


def tree(headings: Sequence[Heading]) -> str:
    """The sections as an indented list; each item carries the number of its anchor."""
    items = (
        f'<a class="d{min(heading.depth, 4)}" data-to="gb-s{number}" title="{escape(heading.words, quote=True)}">'
        f"{escape(heading.words)}</a>"
        for number, heading in enumerate(headings)
    )
    return f"<nav>{''.join(items)}</nav>"


def page(text: str, spans: Sequence[Span], headings: Sequence[Heading], at: int | None) -> str:
    """The whole reader: tree, text, style, and the script that brings the chosen place into view.

    `at` is the offset to show when no fact is chosen.
    """
    spans = [*spans, Span(at, at + 1, HERE, "")] if at is not None and at < len(text) else list(spans)
    nav = tree(headings) if headings else ""
    article = f"<article>{body(text, spans, headings)}</article>"
    return f"{STYLE}<div class='gb-reader' id='gb-reader'>{nav}{article}</div>{SCRIPT}"


COLOURS = (
    "59,120,168",
    "200,128,60",
    "95,143,110",
    "138,111,168",
    "79,146,113",
    "187,85,72",
    "171,139,40",
    "120,130,142",
    "60,140,150",
)
STYLE = (
    """<style>
.gb-reader {display: flex; gap: 1.2rem; height: 74vh; line-height: 1.95}
.gb-reader nav {flex: 0 0 250px; overflow-y: auto; font-size: .86em; line-height: 1.5;
  border-right: 1px solid rgba(128,128,128,.25)}
.gb-reader nav a {display: block; cursor: pointer; padding: .18rem .5rem; color: inherit; opacity: .8;
  text-decoration: none; white-space: nowrap; overflow: hidden; text-overflow: ellipsis}
.gb-reader nav a:hover {opacity: 1; background: rgba(128,128,128,.12)}
.gb-reader nav .d1 {font-weight: 600; opacity: 1} .gb-reader nav .d2 {padding-left: 1.4rem}
.gb-reader nav .d3 {padding-left: 2.3rem} .gb-reader nav .d4 {padding-left: 3.2rem}
.gb-reader article {flex: 1; overflow-y: auto; position: relative; padding-right: 1rem; max-width: 46rem}
.gb-reader p {margin: 0 0 .35rem; text-indent: 2em} .gb-reader p.row {text-indent: 0; font-size: .92em}
.gb-reader mark {background: none; color: inherit; border-bottom: 2px solid transparent}
.gb-reader mark.hit {background: rgba(240,200,60,.4); }
"""
    + "".join(f".gb-reader mark.f{n} {{border-color: rgba({rgb},.75)}}\n" for n, rgb in enumerate(COLOURS))
    + """.gb-reader mark.chosen {background: rgba(200,128,60,.35); border-color: rgb(200,128,60)}
@media (max-width: 800px) {.gb-reader nav {display: none}}
</style>"""
)
SCRIPT = """<script>
(() => {
  const reader = document.getElementById("gb-reader"), text = reader.querySelector("article");
  const show = (to) => { if (to) text.scrollTop = to.getBoundingClientRect().top - text.getBoundingClientRect().top
    + text.scrollTop - text.clientHeight / 4; };
  reader.querySelectorAll("nav a").forEach((a) => {
    a.addEventListener("click", () => show(document.getElementById(a.dataset.to)));
  });
  show(text.querySelector("mark.chosen") || text.querySelector("mark.here"));
})();
</script>"""
