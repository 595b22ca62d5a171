-- What gazette.yml does not state comes from the issues: the name from their titles (…公报 2021年第4期), the place from
-- the documents, most of which speak for it.
with issues as (
    select
        gazette_id,
        mode(regexp_extract(title, '^(.*公报) ?[0-9]{4}年第[0-9]+期', 1)) as name,
        mode(publisher) as publisher
    from {{ ref('stg_issues') }}
    group by gazette_id
),

spoken_for as (
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
    coalesce(gazette.name, nullif(issues.name, '')) as name,
    coalesce(gazette.publisher, issues.publisher) as publisher,
    coalesce(region.region_id, spoken_for.region_id) as region_id,
    gazette.source_url
from {{ ref('stg_gazettes') }} as gazette
left join issues on gazette.gazette_id = issues.gazette_id
left join spoken_for on gazette.gazette_id = spoken_for.gazette_id
left join {{ ref('int_regions') }} as region on gazette.region_code = region.region_id
