-- Where a plan's parts (by use, by region) come to more than its total, the document's check or a warning says so.
select sums.*
from {{ ref('int_land_sums') }} as sums
where
    sums.is_above_total
    and not exists (
        select 1
        from {{ ref('fct_reconciliations') }} as done
        where done.document_id = sums.document_id and done.rule = 'land.' || sums.breakdown
    )
    and not exists (
        select 1
        from {{ ref('fct_warnings') }} as said
        where said.document_id = sums.document_id and said.code = 'land_parts_exceed_total'
    )
