select
    term_id,
    person_id,
    agency_id,
    post,
    start_date,
    end_date,
    first_cited,
    last_cited,
    status,
    start_appointment_id,
    end_appointment_id,
    organization
from {{ ref('stg_office_terms') }}
