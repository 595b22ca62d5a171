"""The characters of one PDF page with their places, turned so that the page's text runs from left to right."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_GENERATED = (0x20, 0x0D, 0x0A)  # pdfium puts these in by its own guess of words and lines: geometry decides here
_HYPHEN = 0x02  # pdfium's mark for a hyphen at the end of a line


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: left and right edge, baseline (y downwards from the top), and the size of its em, in points."""

    text: str
    x0: float
    x1: float
    y: float
    em: float


@dataclass(slots=True)
class Frame:
    """All characters of one direction of writing, in the coordinates of that direction."""

    angle: int  # of the writing, degrees counterclockwise in the page's own space: 0, 90, 180, 270
    width: float
    height: float
    glyphs: list[Glyph]
    upright: bool  # the writing is level once the page is shown as its own rotation says


@dataclass(slots=True)
class PageGlyphs:
    """A page's characters by direction, the most written one first."""

    frames: list[Frame]
    oblique: int  # characters at other angles: watermarks, stamps
    unknown: int  # characters that the font cannot name


def read_glyphs(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, count: int) -> PageGlyphs:
    """Collects what ``textpage`` holds. The order of the content stream plays no part from here on."""
    handle = textpage.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    matrix = raw.FS_MATRIX()
    by_angle: dict[int, list[tuple[str, float, float, float, float]]] = {}
    oblique = unknown = 0
    high = 0
    for index in range(count):
        code = raw.FPDFText_GetUnicode(handle, index)
        if code in _GENERATED and (code != 0x20 or raw.FPDFText_IsGenerated(handle, index) == 1):
            continue
        if code == _HYPHEN:
            code = 0x2D
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
            high = 0
        if code < 0x20 or code in (0xFFFD, 0xFFFE, 0xFFFF) or code > 0x10FFFF:
            unknown += code != 0x09
            continue
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        raw.FPDFText_GetMatrix(handle, index, matrix)
        size = raw.FPDFText_GetFontSize(handle, index)
        a, b = matrix.a, matrix.b
        scale = math.hypot(a, b)
        em_y = size * math.hypot(matrix.c, matrix.d)
        if not scale or not 0.5 < em_y < 2000.0 or not math.isfinite(x.value + y.value):
            continue
        if abs(b) < 0.02 * scale:
            angle = 0 if a > 0 else 180
        elif abs(a) < 0.02 * scale:
            angle = 90 if b > 0 else 270
        else:
            oblique += 1
            continue
        em_x = size * scale
        if code >= 0x2E80:  # set on the full em; quotation marks and dashes of some fonts are not
            advance = em_x
        else:
            raw.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
            spans = {0: right.value - x.value, 180: x.value - left.value, 90: top.value - y.value}
            advance = spans.get(angle, y.value - bottom.value)
            if code == 0x20 or not 0 < advance < 3 * em_x:
                advance = 0.3 * em_x
        by_angle.setdefault(angle, []).append((chr(code), x.value, y.value, advance, em_y))
    frames = [_frame(angle, found, page) for angle, found in by_angle.items()]
    frames.sort(key=lambda frame: (-len(frame.glyphs), not frame.upright))
    return PageGlyphs(frames, oblique, unknown)


def _frame(angle: int, found: list[tuple[str, float, float, float, float]], page: pdfium.PdfPage) -> Frame:
    box_left, box_bottom, box_right, box_top = page.get_cropbox()
    along, across = box_right - box_left, box_top - box_bottom
    width, height = (along, across) if angle in (0, 180) else (across, along)
    glyphs = []
    for text, x, y, advance, em in found:
        if angle == 0:
            u, v = x - box_left, box_top - y
        elif angle == 180:
            u, v = box_right - x, y - box_bottom
        elif angle == 90:  # writing goes up the page: its top is the page's left
            u, v = y - box_bottom, x - box_left
        else:
            u, v = box_top - y, box_right - x
        glyphs.append(Glyph(text, u, u + advance, v, em))
    return Frame(angle, width, height, glyphs, upright=(page.get_rotation() - angle) % 360 == 0)
