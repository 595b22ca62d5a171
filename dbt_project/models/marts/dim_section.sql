select
    section_id,
    document_id,
    parent_section_id,
    depth,
    label,
    path,
    heading,
    text,
    char_start,
    char_end,
    page_first,
    page_last
from {{ ref('stg_sections') }}
