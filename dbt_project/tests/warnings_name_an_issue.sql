-- A warning belongs to an issue that was read, or to a file that is in quarantine.
select warning.*
from {{ ref('fct_warnings') }} as warning
where
    warning.issue_id not in (select issue_id from {{ ref('dim_issue') }})
    and warning.issue_id not in (select issue_id from {{ ref('stg_quarantine') }})
