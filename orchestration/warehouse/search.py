"""Search of the published text by words: for ``gongbao search`` and the dashboards, so that both rank alike."""

from __future__ import annotations

from typing import Any

from orchestration.warehouse.query import Warehouse

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
from scored
where all_words and any_here and ($documents::varchar[] is null or list_contains($documents, document_id))
order by score desc, document_id, char_start limit $most
"""


def find(warehouse: Warehouse, words: list[str], most: int, documents: list[str] | None = None) -> list[dict[str, Any]]:
    """The places that hold all words, best first: title 8, heading 5, each hit in the place itself 1 up to ten.

    `own` is the place's own text and `char_start` its offset in the document; `found` counts the places beyond `most`
    too. `documents` limits the search to documents by id.
    """
    result = warehouse.query(_SQL, {"words": words, "most": most, "documents": documents})
    return [dict(zip(result.columns, row, strict=True)) for row in result.rows()]
