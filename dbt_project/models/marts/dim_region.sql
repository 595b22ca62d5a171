select
    region_id,
    name,
    short_name,
    gb2260_code,
    region_type,
    parent_region_id,
    host_region_id,
    valid_from,
    valid_to,
    aliases,
    source
from {{ ref('int_regions') }}
