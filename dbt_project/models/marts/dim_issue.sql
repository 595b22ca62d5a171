with warned as (
    select
        issue_id,
        count(*) as warning_count
    from {{ ref('int_warnings') }}
    group by issue_id
)

select
    issue.issue_id,
    issue.gazette_id,
    issue.title,
    issue.year,
    issue.number,
    issue.published_month,
    issue.page_count,
    issue.char_count,
    issue.document_count,
    issue.media_type,
    issue.source_file,
    issue.source_sha256,
    issue.source_url,
    issue.reader,
    issue.parser_version,
    issue.read_at,
    if(warned.warning_count > 0, 'read_with_warnings', 'read') as status,
    issue.publisher,
    issue.licence,
    issue.retrieved,
    cast(coalesce(warned.warning_count, 0) as integer) as warning_count,
    issue.repairs
from {{ ref('stg_issues') }} as issue
left join warned on issue.issue_id = warned.issue_id
