"""Bytes of one file in, pages out: the reader is chosen by what the bytes are, not by the file's name alone."""

from __future__ import annotations

from dataclasses import replace

from orchestration.gazette.reading import sniff
from orchestration.gazette.reading.decode import decode
from orchestration.gazette.reading.errors import Unreadable, unreadable
from orchestration.gazette.reading.limits import MAX_TEXT_BYTES
from orchestration.gazette.reading.plain import read_text
from orchestration.gazette.reading.prose import require_bounded_lines, require_chinese
from orchestration.gazette.reading.result import ReadResult

__all__ = ["ReadResult", "Unreadable", "read"]

_WAY_OUT = "put the issue there as text, PDF or HTML"
_IMAGE_SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif", ".webp")


def read(payload: bytes, file: str) -> ReadResult:
    """Reads one file into pages. ``file`` names it in messages and settles nothing that the bytes tell themselves.

    Raises Unreadable, with a notice that names the file, what is wrong and the way out.
    """
    if not payload.strip(b"\x00 \t\r\n\f"):
        raise unreadable(file, "empty_input", "the file is empty", "fetch the issue again")
    kind, media_type, words = sniff.container(payload)
    if kind == "other":
        raise unreadable(file, "not_a_gazette", f"the file is {words}", _WAY_OUT)
    if kind == "pdf":
        from orchestration.gazette.reading.pdf.reader import read_pdf

        return read_pdf(payload, file)
    if kind == "image":
        if not file.lower().endswith(_IMAGE_SUFFIXES):
            raise unreadable(
                file, "not_a_gazette", f"the file is {words}, not text", "name it so, to have it recognised"
            )
        from orchestration.gazette.reading.scan import read_image

        return read_image(payload, file, media_type)
    if len(payload) > MAX_TEXT_BYTES:
        raise unreadable(
            file,
            "too_large",
            f"{len(payload):,} bytes of text exceed the limit of {MAX_TEXT_BYTES:,}",
            "split the file by issue",
        )
    from orchestration.gazette.reading.html import declared_encoding

    decoded = decode(payload, file, declared_encoding(payload))
    if sniff.is_html(decoded.text):
        from orchestration.gazette.reading.html import read_html

        result = read_html(decoded.text, file)
    else:
        require_bounded_lines(decoded.text, file)
        require_chinese(decoded.text, file)
        result = read_text(decoded.text, file)
    return replace(
        result,
        notices=decoded.notices + result.notices,
        metadata={"encoding": decoded.encoding, **result.metadata},
    )
