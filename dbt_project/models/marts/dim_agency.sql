select
    agency_id,
    name,
    short_name,
    aliases,
    level,
    region_id,
    agency_type,
    is_registered
from {{ ref('int_agencies') }}
