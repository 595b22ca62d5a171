select
    person_id,
    name,
    disambiguation
from {{ source('raw', 'persons') }}
