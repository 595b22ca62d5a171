select
    indicator_id,
    region_id,
    cast(year as integer) as year,
    target_id,
    outcome_id,
    target_value,
    comparator,
    outcome_value,
    base_unit,
    met,
    measure
from {{ ref('int_target_progress') }}
-- one pair a year: the wording that agrees first, then the measures in which plans set their goals
qualify
    row_number() over (
        partition by indicator_id, region_id, year
        order by
            is_same_phrase desc,
            list_position(
                ['growth_rate', 'level', 'share', 'reduction_rate', 'increment', 'count', 'cumulative'], measure
            ) asc,
            base_unit asc
    ) = 1
