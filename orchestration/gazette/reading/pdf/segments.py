"""Characters to segments: runs of characters on one baseline with no wide gap between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median

from orchestration.gazette.reading.pdf.glyphs import Glyph

_SAME_LINE = 0.2  # em: baselines that differ by less are one line
_SPLIT = 0.8  # em: a wider gap ends a segment; justified lines stay below, gutters and table columns are above
_WORD = 0.2  # em: between Latin letters or digits this much is a space
_DOUBLED = 0.25  # em: the same character closer than this is printed twice to look bold
_RAISED = 0.62  # em: an index or unit's exponent stands at most so far above or below its line


@dataclass(slots=True)
class Segment:
    """Characters of one line that stand together; ``lefts`` and ``rights`` are the edges of each of them."""

    text: str
    lefts: list[float]
    rights: list[float]
    y: float  # baseline, downwards from the top
    em: float
    confidence: float | None = None  # of recognised scans

    @property
    def x0(self) -> float:
        return self.lefts[0]

    @property
    def x1(self) -> float:
        return self.rights[-1]

    @property
    def top(self) -> float:
        return self.y - 0.88 * self.em

    @property
    def bottom(self) -> float:
        return self.y + 0.12 * self.em


@dataclass(slots=True)
class _Building:
    text: list[str] = field(default_factory=list)
    lefts: list[float] = field(default_factory=list)
    rights: list[float] = field(default_factory=list)
    ems: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)
    space: str = ""

    def add(self, text: str, x0: float, x1: float, glyph: Glyph) -> None:
        self.text.append(text)
        self.lefts.append(x0)
        self.rights.append(x1)
        if text == glyph.text:
            self.ems.append(glyph.em)
            self.ys.append(glyph.y)

    def done(self) -> Segment:
        return Segment("".join(self.text), self.lefts, self.rights, median(self.ys), median(self.ems))


def segments(glyphs: list[Glyph]) -> list[Segment]:
    """Segments from top to bottom and left to right."""
    found: list[Segment] = []
    for line in _baselines(glyphs):
        found.extend(_cut(sorted(line, key=lambda glyph: glyph.x0)))
    found = _with_raised(found, median([glyph.em for glyph in glyphs]) if glyphs else 0.0)
    found.sort(key=lambda segment: (segment.y, segment.x0))
    return found


def _baselines(glyphs: list[Glyph]) -> list[list[Glyph]]:
    lines: list[list[Glyph]] = []
    last = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: glyph.y):
        if lines and glyph.y - last <= _SAME_LINE * min(glyph.em, lines[-1][-1].em):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
            last = glyph.y
    return lines


def _cut(line: list[Glyph]) -> list[Segment]:
    out: list[Segment] = []
    now = _Building()
    for glyph in line:
        if glyph.text.isspace():
            if now.text:
                now.space = glyph.text if glyph.text == "\u3000" else now.space or " "
            continue
        if now.text:
            gap = glyph.x0 - now.rights[-1]
            if now.text[-1] == glyph.text and abs(glyph.x0 - now.lefts[-1]) < _DOUBLED * glyph.em:
                continue
            if gap > _SPLIT * max(min(glyph.em, now.ems[-1]), 1.0):
                out.append(now.done())
                now = _Building()
            elif (now.space and not (_wide(now.text[-1]) and _wide(glyph.text))) or (
                gap > _WORD * glyph.em and _latin(now.text[-1]) and _latin(glyph.text)
            ):
                now.add(now.space or " ", now.rights[-1], glyph.x0, glyph)
        now.space = ""
        now.add(glyph.text, glyph.x0, max(glyph.x1, glyph.x0 + 0.01), glyph)
    if now.text:
        out.append(now.done())
    return out


def _wide(character: str) -> bool:
    """Chinese script and marks: a narrow space between two of them only stretches the line."""
    return character >= "\u2e80" or character in "“”‘’—…·«»‹›"


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _with_raised(found: list[Segment], usual: float) -> list[Segment]:
    """Small segments that touch a larger one a little above or below it (m², 注①) become part of it."""
    small = [s for s in found if len(s.text) <= 4 and s.em < 0.8 * usual]
    if not small:
        return found
    gone: set[int] = set()
    for index in small:
        host = next(
            (other for other in found if other is not index and id(other) not in gone and _holds(other, index)), None
        )
        if host is not None:
            at = sum(1 for left in host.lefts if left < index.x0)
            host.text = host.text[:at] + index.text + host.text[at:]
            host.lefts[at:at] = index.lefts
            host.rights[at:at] = index.rights
            gone.add(id(index))
    if not gone:
        return found
    # a line that goes on after the index was cut there: close it again
    kept = [s for s in found if id(s) not in gone]
    kept.sort(key=lambda s: (round(s.y, 1), s.x0))
    out: list[Segment] = []
    for segment in kept:
        before = out[-1] if out else None
        if (
            before is not None
            and abs(before.y - segment.y) < _SAME_LINE * segment.em
            and -0.2 * segment.em < segment.x0 - before.x1 < 0.35 * segment.em
        ):
            before.text += segment.text
            before.lefts += segment.lefts
            before.rights += segment.rights
        else:
            out.append(segment)
    return out


def _holds(host: Segment, small: Segment) -> bool:
    """Whether a small segment stands raised or lowered in a line, or at its end."""
    em = host.em
    return (
        small.em < 0.8 * em
        and 0 < abs(small.y - host.y) < _RAISED * em
        and host.x0 < small.x0 < host.x1 + 0.35 * em
        and small.x1 < host.x1 + 3 * em
    )


def join(parts: list[Segment]) -> str:
    """The text of segments on one line, left to right: one space where a gap stood between them."""
    return " ".join(part.text for part in sorted(parts, key=lambda part: part.x0))


def split_at(segment: Segment, edges: list[float]) -> list[Segment]:
    """A segment cut at vertical rules that run through it, by the middle of each character."""
    inside = [edge for edge in edges if segment.x0 < edge < segment.x1]
    if not inside:
        return [segment]
    out: list[Segment] = []
    start = 0
    for edge in [*sorted(inside), float("inf")]:
        end = start
        while end < len(segment.text) and (segment.lefts[end] + segment.rights[end]) / 2 < edge:
            end += 1
        if segment.text[start:end].strip():
            out.append(
                Segment(
                    segment.text[start:end],
                    segment.lefts[start:end],
                    segment.rights[start:end],
                    segment.y,
                    segment.em,
                    segment.confidence,
                )
            )
        start = end
    return out
