-- Statements with the year they speak of. A figure that stands at the end of several years (a level, a share) belongs
-- to the last of them; one that grew over several years belongs to no single year.
select
    statement.* exclude (region_id),
    coalesce(statement.region_id, document.region_id) as region_id,
    case
        when year(statement.period_start) = year(statement.period_end) then year(statement.period_end)
        when statement.measure in ('level', 'share') or statement.period_start is null
            then year(coalesce(statement.period_end, statement.deadline))
    end as statement_year,
    coalesce(statement.base_value, statement.value) as comparable_value,
    coalesce(statement.base_value_upper, statement.value_upper) as comparable_value_upper,
    coalesce(statement.base_unit, statement.unit, '') as comparable_unit,
    coalesce(document.signed_date, issue.published_month) as stated_on,
    case
        when isnan(statement.value) or isinf(statement.value) then 'its value is no number'
        when statement.comparator = 'range' and statement.value_upper is null then 'it is a range without an upper end'
        when statement.comparator != 'range' and statement.value_upper is not null
            then 'it has an upper end and is no range'
        when statement.value_upper < statement.value then 'its range ends below its beginning'
        when statement.period_end < statement.period_start then 'its period ends before it begins'
    end as incoherence
from {{ ref('stg_statements') }} as statement
left join {{ ref('stg_documents') }} as document on statement.document_id = document.document_id
left join {{ ref('stg_issues') }} as issue on statement.issue_id = issue.issue_id
