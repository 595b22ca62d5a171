select
    fact_id as change_id,
    issue_id,
    document_id,
    section_id,
    quote,
    char_start,
    char_end,
    page,
    rule_id,
    reading_confidence,
    subject,
    old_value,
    new_value,
    unit,
    effective_from,
    coalesce(is_corrected, false) as is_corrected,
    correction_reason
from {{ source('raw', 'policy_changes') }}
