select
    change_id,
    issue_id,
    document_id,
    section_id,
    quote,
    char_start,
    char_end,
    page,
    rule_id,
    subject,
    old_value,
    new_value,
    unit,
    effective_from,
    is_corrected,
    correction_reason
from {{ ref('stg_policy_changes') }}
