select
    notice_id as warning_id,
    issue_id,
    document_id,
    stage,
    code,
    message,
    quote,
    page
from {{ source('raw', 'notices') }}
