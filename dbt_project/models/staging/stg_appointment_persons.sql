select
    appointment_id,
    person_id,
    reason
from {{ source('raw', 'appointment_persons') }}
