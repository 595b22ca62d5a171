-- What reading, rules and models met and did not understand. The models add what only shows in the rows: a statement
-- that contradicts itself is kept out of the facts; land parts that come to more than their total without a check that
-- says so are named.
select
    warning_id,
    issue_id,
    document_id,
    stage,
    code,
    message,
    quote,
    page
from {{ ref('stg_notices') }}
union all
select
    'wa-' || statement_id as warning_id,
    issue_id,
    document_id,
    'extraction' as stage,
    'incoherent_statement' as code,
    'Rule ' || rule_id || ' read a ' || side || ' that contradicts itself (' || incoherence
    || '): it is left out; read it in the document.' as message,
    quote,
    page
from {{ ref('int_statements') }}
where incoherence is not null
union all
select
    'wa-' || md5(concat_ws('|', document_id, figure_kind, plan_year, breakdown)) as warning_id,
    issue_id,
    document_id,
    'extraction' as stage,
    'land_parts_exceed_total' as code,
    'The figures ' || breakdown || ' come to ' || round(parts_ha, 4) || ' ha, more than the total of '
    || round(total_ha, 4) || ' ha: look at both in the document before you sum.' as message,
    null as quote,
    null as page
from {{ ref('int_land_sums') }}
where is_above_total and not is_checked
