select
    warning_id,
    issue_id,
    document_id,
    stage,
    code,
    message,
    quote,
    page
from {{ ref('int_warnings') }}
