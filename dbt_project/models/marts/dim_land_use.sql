select
    land_use_id,
    scheme,
    code,
    name,
    parent_land_use_id,
    {{ split_list('aliases') }} as aliases
from {{ ref('land_uses') }}
