-- Parts of a land supply plan beside its total, and whether the document's own check of them was made.
with figures as (
    select
        *,
        breakdown = 'total' as is_total,
        breakdown in ('by_use', 'by_region') and parent_land_use is null as is_part
    from {{ ref('stg_land_figures') }}
),

totals as (
    select
        document_id,
        figure_kind,
        plan_year,
        max(area_ha) as total_ha
    from figures
    where is_total
    group by all
    having count(distinct area_ha) = 1
),

parts as (
    select
        issue_id,
        document_id,
        figure_kind,
        plan_year,
        breakdown,
        sum(area_ha) as parts_ha,
        count(*) as part_count
    from figures
    where is_part
    group by all
),

checks as (
    select distinct
        document_id,
        rule
    from {{ ref('stg_reconciliations') }}
    where status in ('holds', 'broken')
)

select
    parts.*,
    totals.total_ha,
    -- each part may be rounded up by half a unit of its last printed digit, at most half a hectare
    parts.parts_ha > totals.total_ha + 0.5 * parts.part_count as is_above_total,
    checks.document_id is not null as is_checked
from parts
inner join totals
    on
        parts.document_id = totals.document_id
        and parts.figure_kind = totals.figure_kind
        and parts.plan_year is not distinct from totals.plan_year
left join checks on parts.document_id = checks.document_id and checks.rule = 'land.' || parts.breakdown
