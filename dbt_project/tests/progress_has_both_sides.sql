-- Both sides of a progress row speak of its indicator, region and year, in its measure.
select progress.*
from {{ ref('fct_target_progress') }} as progress
left join {{ ref('fct_targets') }} as target on progress.target_id = target.target_id
left join {{ ref('fct_outcomes') }} as outcome on progress.outcome_id = outcome.outcome_id
where
    (target.indicator_id, target.region_id, target.year, target.measure)
    is distinct from (progress.indicator_id, progress.region_id, progress.year, progress.measure)
    or (outcome.indicator_id, outcome.region_id, outcome.year, outcome.measure)
    is distinct from (progress.indicator_id, progress.region_id, progress.year, progress.measure)
