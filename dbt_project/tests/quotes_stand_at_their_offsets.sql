-- Every quote of every fact table is the text at its offsets (code points, end exclusive).
{% set tables = [
    'fct_targets', 'fct_outcomes', 'fct_land_supply', 'fct_appointments', 'fct_assignments', 'fct_policy_changes',
    'fct_deadlines', 'fct_citations', 'fct_recognitions', 'fct_reconciliations',
] -%}
with facts as (
    {% for table in tables -%}
    select
        '{{ table }}' as fact_table,
        document_id,
        quote,
        char_start,
        char_end
    from {{ ref(table) }}
    {% if not loop.last -%} union all {% endif -%}
    {% endfor %}
)

select facts.*
from facts
left join {{ ref('dim_document') }} as document on facts.document_id = document.document_id
where
    facts.quote is not null
    and (
        facts.char_start < 0
        or facts.char_end <= facts.char_start
        or substring(document.text, facts.char_start + 1, facts.char_end - facts.char_start)
        is distinct from facts.quote
    )
