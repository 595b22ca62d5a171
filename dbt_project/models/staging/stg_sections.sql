select
    issue_id,
    section_id,
    document_id,
    parent_section_id,
    depth,
    label,
    path,
    heading,
    char_start,
    char_end,
    heading_end,
    page_first,
    page_last,
    text
from {{ source('raw', 'sections') }}
