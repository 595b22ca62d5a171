-- Every way in which a body was named, by the id that the lexicon gave the name.
{% set sources = [
    ('stg_agencies', 'agency_id', 'name', 'mentions'),
    ('stg_appointments', 'agency_id', 'organization', '1'),
    ('stg_assignments', 'agency_id', 'agency_name', '1'),
    ('stg_documents', 'issuer_agency_id', 'issuer', '1'),
    ('stg_office_terms', 'agency_id', 'organization', '1'),
] -%}
with named as (
    {% for model, agency_id, name, mentions in sources -%}
    select
        {{ agency_id }} as agency_id,
        {{ name }} as name,
        {{ mentions }} as mentions
    from {{ ref(model) }}
    {% if not loop.last -%} union all {% endif -%}
    {% endfor %}
)

select
    agency_id,
    -- words in brackets behind a name are its other name, or explain it
    regexp_replace(name, '[（(][^（）()]*[）)]$', '') as name,
    cast(sum(mentions) as bigint) as mentions
from named
where agency_id is not null
group by all
