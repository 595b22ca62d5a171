-- Zones that facts name and the seed does not list get a row of their own, named after their host.
with met as (
    select region_id from {{ ref('stg_statements') }}
    union
    select region_id from {{ ref('stg_land_figures') }}
    union
    select region_id from {{ ref('stg_documents') }}
    union
    select split_part(agency_id, '/', 1) from {{ ref('int_agency_names') }}
),

zones as (
    select
        met.region_id,
        host.region_id as host_region_id,
        host.short_name || substring(met.region_id, 8) as name,
        substring(met.region_id, 8) as short_name
    from met
    inner join {{ ref('regions') }} as host on left(met.region_id, 6) = host.region_id
    where
        met.region_id like '______-%'
        and met.region_id not in (select r.region_id from {{ ref('regions') }} as r)
)

select
    region_id,
    name,
    short_name,
    {{ split_list('aliases') }} as aliases,
    gb2260_code,
    region_type,
    parent_region_id,
    host_region_id,
    valid_from,
    valid_to,
    source,
    true as is_seeded
from {{ ref('regions') }}
union all
select
    region_id,
    name,
    short_name,
    [] as aliases,
    null as gb2260_code,
    'functional_zone' as region_type,
    host_region_id as parent_region_id,
    host_region_id,
    null as valid_from,
    null as valid_to,
    'named in a document; label by the rule for zones' as source,
    false as is_seeded
from zones
