"""What a search finds, as passages with the words marked and the offset to open the reader at."""

from __future__ import annotations

import unicodedata
from html import escape
from typing import Any

from dashboards.components import data
from dashboards.components.filters import Where

MOST = 60  # passages shown
AROUND = 70  # characters on either side of the first word found


def split(words: str) -> list[str]:
    """The words of a query, digits and Latin letters in half width as the clean text writes them."""
    return [
        "".join(unicodedata.normalize("NFKC", c) if "０" <= c <= "ｚ" else c for c in word) for word in words.split()
    ]


def find(words: list[str], where: Where) -> list[dict[str, Any]]:
    """Places best first, in the documents that the filters leave (all where none is set)."""
    documents = None
    if where.active:
        documents = list(
            data.frame(f"select document_id from dim_document f where {where.sql}", where.parameters)["document_id"]
        )
    return data.search(words, MOST, documents)


def passage(found: dict[str, Any], words: list[str]) -> tuple[int, str]:
    """The offset of the first word in the document's text, and the passage around it as HTML with all words marked."""
    text: str = found["own"]
    places = sorted((text.find(word), len(word)) for word in words if word in text)
    first, length = places[0] if places else (0, 0)
    cut = text[max(first - AROUND, 0) : first + length + AROUND].replace("\n", " ")
    shown = escape(cut)
    for word in sorted(set(words), key=len, reverse=True):
        shown = shown.replace(escape(word), f"\x00{escape(word)}\x01")
    return found["char_start"] + first, shown.replace("\x00", "<mark>").replace("\x01", "</mark>")
