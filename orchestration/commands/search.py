"""gongbao search: passages that hold all words, best first, by a scan: an index would drop Chinese characters."""

from __future__ import annotations

import unicodedata
from typing import Any

from rich.text import Text

from orchestration.commands.console import Stop, err, out
from orchestration.settings import Settings
from orchestration.warehouse.query import Warehouse
from orchestration.warehouse.search import find

AROUND = 40  # characters shown before and after the first hit


def normal(word: str) -> str:
    """A word as the clean text writes it: half-width digits and Latin, Chinese punctuation as it is, simplified."""
    from orchestration.gazette.language.characters import simplified

    halved = "".join(
        unicodedata.normalize("NFKC", c) if "０" <= c <= "９" or "Ａ" <= c <= "ｚ" or c in "．％　" else c for c in word
    )
    return str(simplified(halved)).strip()


def search(settings: Settings, given: list[str], most: int) -> None:
    """Prints the best passages with document, section and page."""
    words = [word for word in (normal(one) for text in given for one in text.split()) if word]
    if not words:
        raise Stop("Give at least one word: gongbao search 住宅用地")
    with Warehouse(settings.warehouse) as warehouse:
        found = find(warehouse, words, most)
        if not found and words != given:
            found = find(warehouse, given, most)  # a traditional word, as a traditional text prints it
    for place in found:
        out.print(_heading(place), soft_wrap=True)
        out.print(passage(place["own"], words), soft_wrap=True)
        out.print()
    total = found[0]["found"] if found else 0
    more = f", 显示前 {len(found)} 处: --most N shows more" if total > len(found) else ""
    err.print(f"[dim]{total} 处 passages{more}[/]")
    if not found:
        raise Stop(f"没有一处含有全部词语 No passage holds all of: {' '.join(words)}")


def passage(text: str, words: list[str]) -> Text:
    """The text around the first hit, every word in it marked."""
    places = [text.find(word) for word in words if word in text]
    first = min(places, default=0)
    start, end = max(first - AROUND, 0), min(first + AROUND * 2, len(text))
    cut = text[start:end].replace("\n", " ").strip()
    shown = Text("  " + ("…" if start else "") + cut + ("…" if end < len(text) else ""))
    shown.highlight_words(words, style="bold reverse")
    return shown


def _heading(place: dict[str, Any]) -> str:
    first, last = place["page_first"], place["page_last"]
    page = "" if first is None else f" · 第{first}页" if first == last else f" · 第{first}–{last}页"
    number = f" {place['doc_number']}" if place["doc_number"] else ""
    section = f" · {place['path']} {place['heading'] or ''}".rstrip() if place["path"] else ""
    return f"[bold]{place['title']}[/]{number}{section}{page} [dim]({place['issue_id']}, {place['score']:.0f})[/]"
