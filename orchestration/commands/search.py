"""gongbao search: passages that hold all words, best first, by a scan: an index would drop Chinese characters."""

from __future__ import annotations

import unicodedata
from typing import Any

from rich.text import Text

from orchestration.commands.console import Stop, err, out
from orchestration.settings import Settings
from orchestration.warehouse.query import Warehouse

AROUND = 40  # characters shown before and after the first hit

# A place is a section without the sections inside it, or what a document says before all of its sections: a hit is
# found once, at its innermost place. A word may stand in the title or in a heading above; one at least stands here.
_SQL = """
with recursive words as (select unnest($words::varchar[]) as word),
inner_starts as (
    select parent_section_id as section_id, min(char_start) as inner_start
    from dim_section where parent_section_id is not null group by all),
above as (
    select section_id, coalesce(heading, '') as headings from dim_section where parent_section_id is null
    union all
    select s.section_id, a.headings || ' ' || coalesce(s.heading, '')
    from dim_section s join above a on s.parent_section_id = a.section_id),
heads as (select document_id, min(char_start) as first_start from dim_section group by all),
places as (
    select s.document_id, s.section_id, s.path, s.heading, a.headings, s.char_start, s.page_first, s.page_last,
        substring(d.text, s.char_start + 1, coalesce(i.inner_start, s.char_end) - s.char_start) as own
    from dim_section s
    join dim_document d using (document_id)
    left join inner_starts i using (section_id)
    left join above a using (section_id)
    union all by name
    select d.document_id, null as section_id, null as path, null as heading, '' as headings, 0 as char_start,
        d.page_first, d.page_last, substring(d.text, 1, coalesce(h.first_start, length(d.text))) as own
    from dim_document d left join heads h using (document_id)),
scored as (
    select p.*, d.title, d.doc_number, d.issue_id,
        sum(8 * contains(d.title, w.word)::int + 5 * contains(coalesce(p.heading, ''), w.word)::int
            + least((length(p.own) - length(replace(p.own, w.word, ''))) / length(w.word), 10)) as score,
        bool_and(contains(d.title, w.word) or contains(p.headings, w.word) or contains(p.own, w.word)) as all_words,
        bool_or(contains(p.own, w.word)) as any_here
    from places p join dim_document d using (document_id) cross join words w
    group by all)
select document_id, doc_number, title, path, heading, own, char_start, page_first, page_last, issue_id,
    score::double as score, count(*) over () as found
from scored where all_words and any_here
order by score desc, document_id, char_start limit $most
"""


def find(warehouse: Warehouse, words: list[str], most: int) -> list[dict[str, Any]]:
    """The places that hold all words, best first: title 8, heading 5, each hit in the place itself 1 up to ten."""
    result = warehouse.query(_SQL, {"words": words, "most": most})
    return [dict(zip(result.columns, row, strict=True)) for row in result.rows()]


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
