-- The verdict of a check is the domain's; a contradiction in it is worth a look, not worth holding back a publication.
{{ config(severity="warn") }}

-- A check that holds differs by no more than its tolerance, a broken one by more.
select *
from {{ ref('fct_reconciliations') }}
where
    (status = 'holds' and (stated is null or computed is null or abs(stated - computed) > tolerance + 1e-9))
    or (status = 'broken' and (stated is null or computed is null or abs(stated - computed) <= tolerance - 1e-9))
    or (difference is not null and abs(abs(difference) - abs(stated - computed)) > 1e-6)
