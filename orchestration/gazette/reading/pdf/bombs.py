"""Streams that inflate without bound, found before the PDF library inflates them in memory of its own."""

from __future__ import annotations

import re
import zlib

from orchestration.gazette.reading.limits import MAX_PDF_STREAM_BYTES

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 600  # bytes before a stream in which its filters and kind are named
_HARMLESS = 64 * 1024  # deflate grows at most 1032-fold: what is shorter stays within the limit
_CHUNK = 1024 * 1024
_MAX_STREAMS = 20_000  # looked at; a file of more is bounded by its own length


def largest_stream(payload: bytes, limit: int = MAX_PDF_STREAM_BYTES) -> int:
    """Bytes that the largest text or drawing stream inflates to, counted no further than ``limit``.

    Pictures are left out: the library scales them as they are read.
    """
    largest = 0
    for number, match in enumerate(_STREAM.finditer(payload)):
        if number >= _MAX_STREAMS or largest > limit:
            break
        head = payload[max(0, match.start() - _DICTIONARY) : match.start()]
        head = head[head.rfind(b"obj") + 3 :] if b"obj" in head else head
        layers = head.count(b"/FlateDecode") + head.count(b"/Fl ") + head.count(b"/LZWDecode")
        if not layers or (b"/Image" in head and layers == 1):
            continue
        end = payload.find(b"endstream", match.end())
        end = len(payload) if end < 0 else end
        if end - match.end() < _HARMLESS and layers == 1:
            continue
        largest = max(largest, _inflated(payload[match.end() : end], layers, limit))
    return largest


def _inflated(data: bytes, layers: int, limit: int) -> int:
    """Length of ``data`` inflated ``layers`` times, up to just over ``limit``; 0 for what does not inflate."""
    inflaters = [zlib.decompressobj() for _ in range(min(layers, 4))]
    total = 0
    queue = [(0, data)]
    while queue and total <= limit:
        level, block = queue.pop()
        inflater = inflaters[level]
        if inflater.eof:
            continue
        try:
            part = inflater.decompress(block, _CHUNK)
        except zlib.error:
            break
        if inflater.unconsumed_tail and not inflater.eof:  # what follows the end is no data
            queue.append((level, inflater.unconsumed_tail))
        if level + 1 == len(inflaters):
            total += len(part)
        elif part:
            queue.append((level + 1, part))
    return total
