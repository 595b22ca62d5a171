-- A spell has the ends that its status says and no others; those ends are acts about its person, in their direction.
select term.*
from {{ ref('fct_office_terms') }} as term
left join {{ ref('fct_appointments') }} as started on term.start_appointment_id = started.appointment_id
left join {{ ref('fct_appointments') }} as ended on term.end_appointment_id = ended.appointment_id
where
    (term.status = 'open' and (term.end_appointment_id is not null or term.end_date is not null))
    or (term.status = 'ended' and term.end_appointment_id is null)
    or (term.status = 'start_unknown' and (term.start_appointment_id is not null or term.start_date is not null))
    or started.action = 'remove'
    or ended.action = 'appoint'
    or started.person_id != term.person_id
    or ended.person_id != term.person_id
    or term.end_date < term.start_date
