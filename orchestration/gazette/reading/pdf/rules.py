"""Printed rules of a page (the lines of tables), and the grids they make."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from orchestration.gazette.reading.pdf.glyphs import Frame

MAX_PATHS = 20_000  # a drawn map has more paths than any table: its page is read without rules
_MAX_POINTS = 200  # points of one path looked at: a table's border has five
_THIN = 2.5  # points: a filled box thinner than this is a rule
_SHORT = 6.0  # points: shorter strokes are dots and arrows
_NEAR = 3.0  # points: rules that come so close meet
_SNAP = 2.0  # points: rules this close at the same height are one, drawn twice


@dataclass(frozen=True, slots=True)
class Rule:
    """A level (y fixed) or upright (x fixed) rule: its place and its two ends, in the frame's coordinates."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Grid:
    """Rules that meet: the edges of a table."""

    levels: list[Rule]
    uprights: list[Rule]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """left, top, right, bottom"""
        xs = [edge for rule in self.levels for edge in (rule.start, rule.end)] + [rule.at for rule in self.uprights]
        ys = [rule.at for rule in self.levels] + [edge for rule in self.uprights for edge in (rule.start, rule.end)]
        return min(xs), min(ys), max(xs), max(ys)


def read_rules(page: pdfium.PdfPage, frame: Frame) -> tuple[list[Rule], list[Rule]]:
    """Level and upright rules of the page in the coordinates of ``frame``."""
    box_left, box_bottom, box_right, box_top = page.get_cropbox()

    def turn(x: float, y: float) -> tuple[float, float]:
        return {
            0: (x - box_left, box_top - y),
            180: (box_right - x, y - box_bottom),
            90: (y - box_bottom, x - box_left),
            270: (box_top - y, box_right - x),
        }[frame.angle]

    levels: list[Rule] = []
    uprights: list[Rule] = []
    paths = _paths(page)
    if len(paths) > MAX_PATHS:
        return [], []
    for item in paths:
        left, bottom, right, top = item.get_bounds()
        (u0, v0), (u1, v1) = turn(left, bottom), turn(right, top)
        x0, x1, y0, y1 = min(u0, u1), max(u0, u1), min(v0, v1), max(v0, v1)
        if y1 - y0 <= _THIN:
            if x1 - x0 >= _SHORT:
                levels.append(Rule((y0 + y1) / 2, x0, x1))
        elif x1 - x0 <= _THIN:
            if y1 - y0 >= _SHORT:
                uprights.append(Rule((x0 + x1) / 2, y0, y1))
        elif _stroked(item):
            for (px, py), (qx, qy) in _sides(item):
                (a, b), (c, d) = turn(px, py), turn(qx, qy)
                if abs(b - d) <= _THIN / 2 and abs(a - c) >= _SHORT:
                    levels.append(Rule((b + d) / 2, min(a, c), max(a, c)))
                elif abs(a - c) <= _THIN / 2 and abs(b - d) >= _SHORT:
                    uprights.append(Rule((a + c) / 2, min(b, d), max(b, d)))
    return _merged(levels), _merged(uprights)


def _paths(page: pdfium.PdfPage) -> list[pdfium.PdfObject]:
    """The page's paths. Their kind is asked of the library first: text objects are many and need no wrapper."""
    count = raw.FPDFPage_CountObjects(page.raw)
    kinds = {raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page.raw, index)) for index in range(count)}
    if raw.FPDF_PAGEOBJ_PATH not in kinds and raw.FPDF_PAGEOBJ_FORM not in kinds:
        return []
    found = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        found.append(item)
        if len(found) > MAX_PATHS:
            break
    return found


def _stroked(item: pdfium.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(item.raw, fill, stroke)) and bool(stroke.value)


def _sides(item: pdfium.PdfObject) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight sides of a path, in the page's space."""
    matrix = item.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    sides = []
    start = here = (0.0, 0.0)
    for index in range(min(raw.FPDFPath_CountSegments(item.raw), _MAX_POINTS)):
        part = raw.FPDFPath_GetPathSegment(item.raw, index)
        raw.FPDFPathSegment_GetPoint(part, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(part)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            sides.append((here, point))
        here = point
        if raw.FPDFPathSegment_GetClose(part):
            sides.append((here, start))
            here = start
    return sides


def _merged(rules: list[Rule]) -> list[Rule]:
    """Rules on one line that touch or overlap become one."""
    out: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at / _SNAP), rule.start)):
        last = out[-1] if out else None
        if last is not None and abs(last.at - rule.at) <= _SNAP and rule.start <= last.end + _NEAR:
            out[-1] = Rule(last.at, last.start, max(last.end, rule.end))
        else:
            out.append(rule)
    return out


def grids(levels: list[Rule], uprights: list[Rule]) -> list[Grid]:
    """Groups of rules that meet and enclose two cells or more, from top to bottom."""
    parent = list(range(len(levels) + len(uprights)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    if len(levels) * len(uprights) > 400_000:
        return []
    for i, level in enumerate(levels):
        for j, upright in enumerate(uprights):
            if (
                level.start - _NEAR <= upright.at <= level.end + _NEAR
                and upright.start - _NEAR <= level.at <= upright.end + _NEAR
            ):
                parent[root(i)] = root(len(levels) + j)
    groups: dict[int, Grid] = {}
    for i, level in enumerate(levels):
        groups.setdefault(root(i), Grid([], [])).levels.append(level)
    for j, upright in enumerate(uprights):
        groups.setdefault(root(len(levels) + j), Grid([], [])).uprights.append(upright)
    found = [
        grid
        for grid in groups.values()
        if len(grid.levels) >= 2 and len(grid.uprights) >= 2 and len(grid.levels) + len(grid.uprights) >= 5
    ]
    return sorted(found, key=lambda grid: grid.box[1])
