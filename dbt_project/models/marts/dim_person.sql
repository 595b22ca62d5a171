select
    person_id,
    name,
    disambiguation
from {{ ref('stg_persons') }}
