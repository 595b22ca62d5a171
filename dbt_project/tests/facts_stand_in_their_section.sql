-- A fact that names a section begins inside it, in the same document of the same issue.
{% set tables = [
    'fct_targets', 'fct_outcomes', 'fct_land_supply', 'fct_appointments', 'fct_assignments', 'fct_policy_changes',
    'fct_deadlines', 'fct_citations', 'fct_recognitions',
] -%}
with facts as (
    {% for table in tables -%}
    select
        '{{ table }}' as fact_table,
        issue_id,
        document_id,
        section_id,
        char_start
    from {{ ref(table) }}
    {% if not loop.last -%} union all {% endif -%}
    {% endfor %}
)

select facts.*
from facts
left join {{ ref('dim_section') }} as section on facts.section_id = section.section_id
left join {{ ref('dim_document') }} as document on facts.document_id = document.document_id
where
    document.issue_id is distinct from facts.issue_id
    or (
        facts.section_id is not null
        and (
            section.document_id is distinct from facts.document_id
            or facts.char_start < section.char_start
            or facts.char_start >= section.char_end
        )
    )
