with keys as (
    select distinct
        indicator_id,
        region_id,
        statement_year,
        measure,
        comparable_unit
    from {{ ref('int_indicator_years') }}
)

select
    keys.indicator_id,
    keys.region_id,
    cast(keys.statement_year as integer) as year,
    keys.measure,
    keys.comparable_unit as base_unit,
    target.statement_id as target_id,
    target.comparator as target_comparator,
    target.comparable_value as target_value,
    target.comparable_value_upper as target_value_upper,
    outcome.statement_id as outcome_id,
    outcome.comparator as outcome_comparator,
    outcome.comparable_value as outcome_value,
    previous.statement_id as previous_outcome_id,
    previous.comparable_value as previous_outcome_value,
    coalesce(target.is_ambiguous, false) or coalesce(outcome.is_ambiguous, false) as is_ambiguous,
    progress.met
from keys
{% for name, side, back in [('target', 'target', 0), ('outcome', 'outcome', 0), ('previous', 'outcome', 1)] -%}
left join {{ ref('int_indicator_years') }} as {{ name }}
    on
        keys.indicator_id = {{ name }}.indicator_id
        and keys.region_id = {{ name }}.region_id
        and keys.statement_year = {{ name }}.statement_year + {{ back }}
        and keys.measure = {{ name }}.measure
        and keys.comparable_unit = {{ name }}.comparable_unit
        and {{ name }}.side = '{{ side }}'
{% endfor -%}
left join {{ ref('int_target_progress') }} as progress
    on
        target.statement_id = progress.target_id
        and outcome.statement_id = progress.outcome_id
