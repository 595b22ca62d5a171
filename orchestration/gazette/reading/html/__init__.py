"""Web pages of portals."""

from __future__ import annotations

import re

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset\s?=\s?["']?\s?([\w-]{3,20})|<\?xml[^>]{0,100}encoding=["']([\w-]{3,20})""", re.I
)


def declared_encoding(payload: bytes) -> str | None:
    """The encoding that a page's own head names, None where it names none."""
    match = _DECLARED.search(payload, 0, 4096)
    return (match.group(1) or match.group(2)).decode("ascii") if match else None
