select
    agency_id,
    name,
    mentions
from {{ source('raw', 'agencies') }}
