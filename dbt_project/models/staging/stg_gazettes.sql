select
    gazette_id,
    name,
    publisher,
    region_code,
    region_name,
    source_url
from {{ source('raw', 'gazettes') }}
