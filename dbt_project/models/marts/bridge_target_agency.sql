select
    target_id,
    agency_id,
    agency_name,
    role
from {{ ref('int_target_agencies') }}
