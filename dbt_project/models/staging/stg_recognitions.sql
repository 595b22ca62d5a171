select
    fact_id as recognition_id,
    issue_id,
    document_id,
    section_id,
    quote,
    char_start,
    char_end,
    page,
    rule_id,
    reading_confidence,
    list_title,
    name,
    ordinal,
    year,
    coalesce(is_corrected, false) as is_corrected,
    correction_reason
from {{ source('raw', 'recognitions') }}
