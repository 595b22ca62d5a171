select
    deadline_id,
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
    is_computed,
    is_corrected,
    correction_reason
from {{ ref('stg_deadlines') }}
