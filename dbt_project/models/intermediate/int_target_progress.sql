-- Both sides of an indicator in one year, in one measure and unit, and whether the target was met.
--
-- An outcome is an interval: 超过120 is [120, ∞). A target is met when all of the interval satisfies it, missed when
-- none of it does, else nobody can say (null). A bare or approximate target is met from its better side; which side
-- that is comes from the indicator, turned round for reductions (a larger reduction of energy use is the better one).
with pairs as (
    select
        target.indicator_id,
        target.region_id,
        target.statement_year as year,
        target.measure,
        target.comparable_unit as base_unit,
        target.statement_id as target_id,
        outcome.statement_id as outcome_id,
        {{ indicator_phrase('target.indicator') }} = {{ indicator_phrase('outcome.indicator') }} as is_same_phrase,
        target.comparable_value as target_value,
        target.comparable_value_upper as target_value_upper,
        target.comparator,
        outcome.comparable_value as outcome_value,
        target.is_ambiguous or outcome.is_ambiguous as is_ambiguous,
        if(outcome.comparator = '<=', '-infinity'::double, outcome.comparable_value) as low,
        case outcome.comparator
            when '>=' then 'infinity'::double
            when 'range' then coalesce(outcome.comparable_value_upper, outcome.comparable_value)
            else outcome.comparable_value
        end as high,
        case
            when target.measure != 'reduction_rate' then indicator.better
            when indicator.better = 'lower' then 'higher'
            when indicator.better = 'higher' then 'lower'
            else indicator.better
        end as better
    from {{ ref('int_indicator_years') }} as target
    inner join {{ ref('int_indicator_years') }} as outcome
        on
            target.indicator_id = outcome.indicator_id
            and target.region_id = outcome.region_id
            and target.statement_year = outcome.statement_year
            and target.measure = outcome.measure
            and target.comparable_unit = outcome.comparable_unit
            and target.side = 'target'
            and outcome.side = 'outcome'
    inner join {{ ref('indicators') }} as indicator on target.indicator_id = indicator.indicator_id
),

sides as (
    select
        *,
        -- what satisfies the target, as an interval; null where the target does not say which side is good
        case
            when comparator = '<=' then '-infinity'::double
            when comparator = '>=' then target_value
            when better = 'higher' then target_value
            when better = 'lower' then '-infinity'::double
            when comparator = 'range' then target_value
        end as good_from,
        case
            when comparator = '>=' then 'infinity'::double
            when comparator = '<=' then target_value
            when better = 'higher' then 'infinity'::double
            when better = 'lower' then coalesce(target_value_upper, target_value)
            when comparator = 'range' then target_value_upper
        end as good_to
    from pairs
    -- works and additions are compared under the same words only: 新建 and 累计建成 share an indicator, not a figure
    where is_same_phrase or measure in ('level', 'growth_rate', 'reduction_rate', 'share')
)

select
    indicator_id,
    region_id,
    year,
    measure,
    base_unit,
    target_id,
    outcome_id,
    is_same_phrase,
    target_value,
    target_value_upper,
    comparator,
    outcome_value,
    case
        when is_ambiguous or good_from is null or good_to is null then null
        when low >= good_from and high <= good_to then true
        when high < good_from or low > good_to
            -- 左右 leaves room on the worse side: nobody can say how much, but a twentieth is within it
            then if(comparator = '~' and abs(outcome_value - target_value) <= abs(target_value) * 0.05, null, false)
    end as met
from sides
