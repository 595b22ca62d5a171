select
    fact_id,
    table_name,
    field,
    expected,
    value,
    reason,
    who,
    file,
    issue_id
from {{ ref('stg_corrections') }}
