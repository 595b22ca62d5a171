-- Where a plan's parts (by use, by region) come to more than its total, fct_reconciliations must hold a row of that
-- document that says so. Parts that come to less are no case for this test: plans need not print all of them.
with totals as (
    select
        document_id,
        figure_kind,
        plan_year,
        max(area_ha) as total_ha
    from {{ ref('fct_land_supply') }}
    where breakdown = 'total'
    group by all
    having count(distinct area_ha) = 1
),

parts as (
    select
        document_id,
        figure_kind,
        plan_year,
        breakdown,
        sum(area_ha) as parts_ha,
        count(*) as part_count
    from {{ ref('fct_land_supply') }}
    where breakdown in ('by_use', 'by_region') and parent_land_use is null
    group by all
),

checked as (
    select distinct document_id
    from {{ ref('fct_reconciliations') }}
    where rule like 'land%'
)

select
    parts.*,
    totals.total_ha
from parts
inner join totals
    on
        parts.document_id = totals.document_id
        and parts.figure_kind = totals.figure_kind
        and parts.plan_year is not distinct from totals.plan_year
left join checked on parts.document_id = checked.document_id
where
    parts.parts_ha > totals.total_ha + 0.01 * parts.part_count
    and checked.document_id is null
