"""Search by words: sections in which all of them stand, the innermost one of a nest, ranked by field and by hits."""

from __future__ import annotations

from html import escape
from typing import Any

from dashboards.components import data
from dashboards.components.filters import Where

MOST = 60  # passages shown
AROUND = 70  # characters on either side of the first word found


def find(words: list[str], where: Where) -> list[dict[str, Any]]:
    """Passages best first: a word in the title counts 8, in the heading 5, each hit in the text 1 up to ten.

    A document where no section holds all words, but the whole text does, is one passage of its own.
    """
    everywhere = " and ".join("contains(text, ?)" for _ in words)
    count = " + ".join("least((length(text) - length(replace(text, ?, ''))) / length(?), 10)" for _ in words)
    fields = " + ".join("8 * contains(title, ?)::int + 5 * contains(coalesce(heading, ''), ?)::int" for _ in words)
    twice = [word for word in words for _ in range(2)]
    sql = (
        f"""
    with documents as (select f.* from dim_document f where {where.sql}),
    hits as (select section_id, parent_section_id, document_id, path, heading, text, char_start, page_first
        from dim_section where {everywhere} and document_id in (select document_id from documents)),
    places as (
        select document_id, path, heading, text, char_start, page_first from hits
        where section_id not in (select parent_section_id from hits where parent_section_id is not null)
        union all by name
        select document_id, text, 0 as char_start, page_first from documents
        where {everywhere} and document_id not in (select document_id from hits))
    select p.document_id, d.title, d.doc_number, i.title as issue, p.path, p.heading, p.text,
        p.char_start, p.page_first, {fields} + {count} as score
    from (select p.*, d.title from places p join documents d using (document_id)) p
    join documents d using (document_id) left join dim_issue i using (issue_id)
    order by score desc, i.published_month desc nulls last, p.document_id, p.char_start
    limit {MOST}
    """.replace("(title, ?)", "(p.title, ?)")
        .replace("length(text)", "length(p.text)")
        .replace("replace(text", "replace(p.text")
    )
    return data.rows(sql, [*where.parameters, *words, *words, *twice, *twice])


def passage(found: dict[str, Any], words: list[str]) -> tuple[int, str]:
    """The offset of the first word in the document's text, and the passage around it as HTML with all words marked."""
    text: str = found["text"]
    places = sorted((text.find(word), len(word)) for word in words if word in text)
    first, length = places[0] if places else (0, 0)
    cut = text[max(first - AROUND, 0) : first + length + AROUND].replace("\n", " ")
    shown = escape(cut)
    for word in sorted(set(words), key=len, reverse=True):
        shown = shown.replace(escape(word), f"\x00{escape(word)}\x01")
    return found["char_start"] + first, shown.replace("\x00", "<mark>").replace("\x01", "</mark>")
