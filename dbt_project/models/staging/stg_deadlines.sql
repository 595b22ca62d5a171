select
    fact_id as deadline_id,
    issue_id,
    document_id,
    section_id,
    quote,
    char_start,
    char_end,
    page,
    rule_id,
    reading_confidence,
    task,
    due_date,
    recurrence,
    coalesce(is_computed, false) as is_computed,
    coalesce(is_corrected, false) as is_corrected,
    correction_reason
from {{ source('raw', 'deadlines') }}
