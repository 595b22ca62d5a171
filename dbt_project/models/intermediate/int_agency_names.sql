-- Every way in which a body was named, by the id that the lexicon gave the name.
with named as (
    select agency_id, name, mentions from {{ ref('stg_agencies') }}
    union all
    select agency_id, organization, 1 from {{ ref('stg_appointments') }}
    union all
    select agency_id, agency_name, 1 from {{ ref('stg_assignments') }}
    union all
    select issuer_agency_id, issuer, 1 from {{ ref('stg_documents') }}
    union all
    select agency_id, organization, 1 from {{ ref('stg_office_terms') }}
)

select
    agency_id,
    -- words in brackets behind a name are its other name, or explain it
    regexp_replace(name, '[（(][^（）()]*[）)]$', '') as name,
    cast(sum(mentions) as bigint) as mentions
from named
where agency_id is not null
group by all
