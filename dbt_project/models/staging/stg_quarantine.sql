select
    issue_id,
    gazette_id,
    source_file,
    source_sha256,
    code,
    message,
    parser_version,
    input_hash,
    read_at
from {{ source('raw', 'quarantine') }}
