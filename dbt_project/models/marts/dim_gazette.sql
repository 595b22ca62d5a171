-- A gazette's place: the code of its gazette.yml, else the place for which most of its documents speak.
with spoken_for as (
    select
        issue.gazette_id,
        mode(document.region_id) as region_id
    from {{ ref('stg_documents') }} as document
    inner join {{ ref('stg_issues') }} as issue on document.issue_id = issue.issue_id
    where document.region_id is not null
    group by issue.gazette_id
)

select
    gazette.gazette_id,
    gazette.name,
    gazette.publisher,
    coalesce(region.region_id, spoken_for.region_id) as region_id,
    gazette.source_url
from {{ ref('stg_gazettes') }} as gazette
left join spoken_for on gazette.gazette_id = spoken_for.gazette_id
left join {{ ref('int_regions') }} as region on gazette.region_code = region.region_id
