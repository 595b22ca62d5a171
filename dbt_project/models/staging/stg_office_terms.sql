select
    term_id,
    person_id,
    agency_id,
    organization,
    post,
    start_date,
    end_date,
    first_cited,
    last_cited,
    status,
    start_appointment_id,
    end_appointment_id,
    reason
from {{ source('raw', 'office_terms') }}
