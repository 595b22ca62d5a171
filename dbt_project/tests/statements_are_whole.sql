-- A range has both ends in order and nothing else has an upper end; a period does not end before it begins.
with statements as (
    {% for table, key in [('fct_targets', 'target_id'), ('fct_outcomes', 'outcome_id')] -%}
    select
        {{ key }} as statement_id,
        comparator,
        value,
        value_upper,
        period_start,
        period_end
    from {{ ref(table) }}
    {% if not loop.last -%} union all {% endif -%}
    {% endfor %}
)

select *
from statements
where
    (comparator = 'range') != (value_upper is not null)
    or value_upper < value
    or period_end < period_start
    or isnan(value)
    or isinf(value)
