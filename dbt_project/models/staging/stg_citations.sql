select
    fact_id as citation_id,
    issue_id,
    document_id,
    section_id,
    quote,
    char_start,
    char_end,
    page,
    rule_id,
    reading_confidence,
    cited_number,
    cited_title,
    coalesce(is_corrected, false) as is_corrected,
    correction_reason
from {{ source('raw', 'citations') }}
