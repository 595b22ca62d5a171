select
    land_use_id,
    other_land_use_id,
    relation,
    reason
from {{ ref('land_use_crosswalk') }}
