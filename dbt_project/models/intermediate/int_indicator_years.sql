-- The last word on each indicator: of all documents that state it for a year, the one signed last; of that one, the
-- first mention. Where that document gives several figures, nobody can say which is meant: is_ambiguous.
with stated as (
    select *
    from {{ ref('int_statements') }}
    where incoherence is null and indicator_id is not null and region_id is not null and statement_year is not null
),

latest as (
    select *
    from stated
    qualify
        document_id = first_value(document_id) over (
            partition by side, indicator_id, region_id, statement_year, measure, comparable_unit
            order by stated_on desc nulls last, document_id asc
        )
),

counted as (
    select
        *,
        count(distinct row(comparator, comparable_value, comparable_value_upper)) over side_of_year > 1 as is_ambiguous,
        row_number() over (side_of_year order by char_start, statement_id) as mention
    from latest
    window side_of_year as (partition by side, indicator_id, region_id, statement_year, measure, comparable_unit)
)

select * exclude (mention)
from counted
where mention = 1
