select
    indicator_id,
    name,
    {{ split_list('aliases') }} as aliases,
    theme,
    usual_unit,
    better
from {{ ref('indicators') }}
