"""Scans: pictures of pages recognised by the optional extra ``ocr``, with the confidence of every line kept."""

from __future__ import annotations

import importlib.util
import io
from functools import cache
from typing import TYPE_CHECKING, Any

from orchestration.gazette.reading.errors import unreadable
from orchestration.gazette.reading.limits import MAX_IMAGE_PIXELS
from orchestration.gazette.reading.pdf.segments import Segment
from orchestration.gazette.reading.result import ReadResult
from orchestration.gazette.records import Page

if TYPE_CHECKING:
    from PIL.Image import Image

RENDER_SCALE = 2.5  # pixels a point: 180 dpi, at which type of 10 points is 25 pixels high, what the models expect
_INSTALL = "install the recognition of scans with `make ocr`, or give the text of the issue"


def available() -> bool:
    """Whether the extra is installed."""
    return importlib.util.find_spec("rapidocr") is not None and importlib.util.find_spec("onnxruntime") is not None


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical"})


def recognise(image: Image, scale: float = 1.0) -> list[Segment]:
    """Lines of a picture as segments, places in pixels divided by ``scale``."""
    import numpy as np

    if image.width * image.height > MAX_IMAGE_PIXELS:
        shrink = (MAX_IMAGE_PIXELS / (image.width * image.height)) ** 0.5
        image = image.resize((int(image.width * shrink), int(image.height * shrink)))
        scale *= shrink
    result = _engine()(np.asarray(image.convert("RGB")))
    if result.boxes is None or result.txts is None or result.scores is None:
        return []
    out = []
    for box, text, score in zip(result.boxes, result.txts, result.scores, strict=True):
        words = text.strip()
        if not words:
            continue
        x0, x1 = float(min(p[0] for p in box)) / scale, float(max(p[0] for p in box)) / scale
        y0, y1 = float(min(p[1] for p in box)) / scale, float(max(p[1] for p in box)) / scale
        out.append(_segment(words, x0, x1, y0, y1, float(score)))
    return sorted(out, key=lambda segment: (segment.y, segment.x0))


def _segment(words: str, x0: float, x1: float, y0: float, y1: float, score: float) -> Segment:
    """A recognised box as a segment: characters share its width by how wide their kind is."""
    widths = [0.5 if character.isascii() else 1.0 for character in words]
    step = (x1 - x0) / sum(widths)
    lefts, rights, at = [], [], x0
    for width in widths:
        lefts.append(at)
        at += width * step
        rights.append(at)
    height = y1 - y0
    em = min(step, height) if len(words) > 3 else height * 0.85
    return Segment(words, lefts, rights, y1 - 0.14 * height, em, score)


def read_image(payload: bytes, file: str, media_type: str) -> ReadResult:
    """A picture of one page. Raises Unreadable where the extra is missing or the picture cannot be read."""
    if not available():
        raise unreadable(file, "no_ocr", "the file is a picture", _INSTALL)
    from PIL import Image, UnidentifiedImageError

    from orchestration.gazette.reading.pdf import compose
    from orchestration.gazette.reading.prose import require_chinese

    pages: list[Page] = []
    try:
        with Image.open(io.BytesIO(payload)) as image:
            frames = min(getattr(image, "n_frames", 1), 400)
            parts: list[compose.PageParts] = []
            for frame in range(frames):
                image.seek(frame)
                parts.append((recognise(image.copy()), [], []))
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError, SyntaxError, ValueError) as error:
        raise unreadable(file, "damaged_image", f"the picture cannot be opened ({error})", "scan it anew") from None
    pages = [Page(lines) for lines in compose.compose(parts).pages]
    require_chinese("\n".join(line.text for page in pages for line in page.lines), file)
    return ReadResult(media_type, "ocr", tuple(pages), (), {"recognised_pages": len(pages)})
