select
    citation_id,
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
    cited_document_id,
    is_corrected,
    correction_reason
from {{ ref('int_citations') }}
