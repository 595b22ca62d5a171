-- The cited document, where it is in the warehouse: by its number, else by its exact title or the title of its plan, if
-- one document alone bears it.
with numbers as (
    select
        {{ document_number('doc_number') }} as number,
        min(document_id) as document_id
    from {{ ref('stg_documents') }}
    where doc_number is not null
    group by number
),

titles as (
    select
        {{ document_title('named.title') }} as title,
        min(named.document_id) as document_id
    from (
        select
            document_id,
            unnest([title, attached_title]) as title
        from {{ ref('stg_documents') }}
    ) as named
    where named.title is not null and named.title != ''
    group by all
    having count(distinct named.document_id) = 1
)

select
    citation.*,
    nullif(coalesce(numbers.document_id, titles.document_id), citation.document_id) as cited_document_id
from {{ ref('stg_citations') }} as citation
left join numbers on {{ document_number('citation.cited_number') }} = numbers.number
left join titles on {{ document_title('citation.cited_title') }} = titles.title
