-- A spell has the ends that its status says, and those ends are acts about its person.
select term.*
from {{ ref('fct_office_terms') }} as term
left join {{ ref('fct_appointments') }} as started on term.start_appointment_id = started.appointment_id
left join {{ ref('fct_appointments') }} as ended on term.end_appointment_id = ended.appointment_id
where
    (term.status = 'open' and (term.end_appointment_id is not null or term.end_date is not null))
    or (term.status = 'ended' and term.end_appointment_id is null)
    or (term.status = 'start_unknown' and (term.start_appointment_id is not null or term.start_date is not null))
    or term.end_date < term.start_date
    or started.action = 'remove'
    or ended.action = 'appoint'
    or started.person_id is distinct from coalesce(term.person_id, started.person_id)
