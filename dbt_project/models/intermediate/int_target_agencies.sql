-- Who answers for a target: every body of a bracket that governs the words in which the target stands. One row a body,
-- in the strongest role it is named in.
select
    target.statement_id as target_id,
    assignment.agency_id,
    any_value(assignment.agency_name order by assignment.char_start) as agency_name,
    arg_min(
        assignment.role,
        case assignment.role when 'lead' then 1 when 'responsible' then 2 else 3 end
    ) as role,
    coalesce(assignment.agency_id, assignment.agency_name) as agency_key
from {{ ref('int_statements') }} as target
inner join {{ ref('stg_assignments') }} as assignment
    on
        target.document_id = assignment.document_id
        and target.char_start >= assignment.scope_start
        and target.char_end <= assignment.scope_end
where target.side = 'target' and target.incoherence is null
group by target.statement_id, assignment.agency_id, agency_key
