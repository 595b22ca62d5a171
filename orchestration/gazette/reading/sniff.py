"""What the bytes are, told by themselves: the file's name is asked only where the bytes fit several readers."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["pdf", "image", "html", "text", "other"]

_IMAGES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "application/zip", "a ZIP container (Word, Excel, OFD or an archive)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage", "an old Word or Excel file"),
    (b"\x1f\x8b", "application/gzip", "a gzip archive"),
    (b"BZh", "application/x-bzip2", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "application/x-xz", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed", "a 7z archive"),
    (b"Rar!\x1a\x07", "application/vnd.rar", "a RAR archive"),
    (b"{\\rtf", "application/rtf", "a rich text (RTF) file"),
    (b"\x7fELF", "application/x-elf", "a program"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3", "a database"),
    (b"OggS", "application/ogg", "a sound file"),
    (b"ID3", "audio/mpeg", "a sound file"),
)
_PDF_HEAD = 1024  # readers accept %PDF- anywhere in the first kilobyte
_HTML_HEAD = 65_536
_TAG = re.compile(
    r"<(?:p|div|table|tr|td|br|span|body|head|meta|title|h[1-6]|ul|li|article|section|a)\b[^<>]{0,500}>", re.I
)


def container(payload: bytes) -> tuple[Kind, str, str]:
    """Kind, media type and a plain description of the bytes, as far as leading magic tells; else text."""
    if payload.find(b"%PDF-", 0, _PDF_HEAD) >= 0:
        return "pdf", "application/pdf", "a PDF"
    for magic, media_type in _IMAGES:
        if payload.startswith(magic):
            return "image", media_type, f"a picture ({media_type})"
    if payload.startswith(b"RIFF") and payload[8:12] == b"WEBP":
        return "image", "image/webp", "a picture (image/webp)"
    if payload.startswith(b"BM") and len(payload) > 14 and int.from_bytes(payload[2:6], "little") == len(payload):
        return "image", "image/bmp", "a picture (image/bmp)"
    for magic, media_type, words in _OTHERS:
        if payload.startswith(magic):
            return "other", media_type, words
    return "text", "text/plain", "text"


def is_html(text: str) -> bool:
    """Whether decoded text is marked up: a doctype or root element, or several tags of a page near its beginning."""
    head = text[:_HTML_HEAD].lstrip("\ufeff \t\r\n\x00")
    low = head[:2000].lower()
    if low.startswith(("<!doctype html", "<html")) or ("<html" in low and low.startswith("<")):
        return True
    if "<" not in head:
        return False
    tags = sum(1 for _, _ in zip(_TAG.finditer(head), range(6), strict=False))
    return tags >= (3 if head.startswith("<") else 6)
