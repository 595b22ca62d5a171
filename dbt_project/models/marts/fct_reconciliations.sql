select
    reconciliation_id,
    issue_id,
    document_id,
    section_id,
    quote,
    char_start,
    char_end,
    page,
    rule_id,
    rule,
    label,
    stated,
    computed,
    difference,
    tolerance,
    status
from {{ ref('stg_reconciliations') }}
