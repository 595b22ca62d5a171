"""Search of the published text by words: for ``gongbao search`` and the dashboards, so that both rank alike."""

from __future__ import annotations

from typing import Any

from orchestration.warehouse.query import Warehouse

# A place is a section without the sections inside it, or what a document says before all of its sections: a hit is
# found once, at its innermost place. A word may stand in the title or in a heading above; one at least stands here.
# Where no place of a document holds all words, the whole document may. Only documents with all words are cut up.
_SQL = """
with recursive docs as (
    select document_id, issue_id, title, doc_number, text, page_first, page_last
    from dim_document
    where list_bool_and(list_transform($words::varchar[], lambda w: contains(text, w) or contains(title, w)))
        and ($documents::varchar[] is null or list_contains($documents, document_id))),
sections as (select s.* from dim_section s where document_id in (select document_id from docs)),
inner_starts as (
    select parent_section_id as section_id, min(char_start) as inner_start
    from sections where parent_section_id is not null group by all),
above as (
    select section_id, coalesce(heading, '') as headings from sections where parent_section_id is null
    union all
    select s.section_id, a.headings || ' ' || coalesce(s.heading, '')
    from sections s join above a on s.parent_section_id = a.section_id),
heads as (select document_id, min(char_start) as first_start from sections group by all),
places as (
    select s.document_id, s.path, s.heading, a.headings, s.char_start, s.page_first, s.page_last, false as whole,
        if(i.inner_start is null, s.text, substring(s.text, 1, i.inner_start - s.char_start)) as own
    from sections s left join inner_starts i using (section_id) left join above a using (section_id)
    union all by name
    select document_id, 0 as char_start, page_first, page_last, false as whole,
        if(first_start is null, text, substring(text, 1, first_start)) as own
    from docs left join heads using (document_id)
    union all by name
    select document_id, 0 as char_start, page_first, page_last, true as whole, text as own from docs),
scored as (
    select p.*, d.title, d.doc_number, d.issue_id,
        list_sum(list_transform($words::varchar[], lambda w:
            8 * contains(d.title, w)::int + 5 * contains(coalesce(p.heading, ''), w)::int
            + least((length(p.own) - length(replace(p.own, w, ''))) / length(w), 10))) / if(whole, 4, 1) as score
    from places p join docs d using (document_id)
    where list_bool_or(list_transform($words::varchar[], lambda w: contains(p.own, w)))
        and list_bool_and(list_transform($words::varchar[], lambda w:
            contains(p.own, w) or contains(d.title, w) or contains(coalesce(p.headings, ''), w)))
    qualify not (whole and bool_or(not whole) over (partition by document_id)))
select document_id, doc_number, title, path, heading, own, char_start, page_first, page_last, issue_id, whole,
    score::double as score, count(*) over () as found
from scored
order by score desc, document_id, char_start limit $most
"""


def find(warehouse: Warehouse, words: list[str], most: int, documents: list[str] | None = None) -> list[dict[str, Any]]:
    """The places that hold all words, best first: title 8, heading 5, each hit in the place itself 1 up to ten; a
    document in which no single place holds all words counts a quarter.

    `own` is the place's own text and `char_start` its offset in the document; `found` counts the places beyond `most`
    too. `documents` limits the search to documents by id.
    """
    result = warehouse.query(_SQL, {"words": words, "most": most, "documents": documents})
    return [dict(zip(result.columns, row, strict=True)) for row in result.rows()]
