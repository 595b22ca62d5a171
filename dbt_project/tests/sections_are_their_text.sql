-- A section's text is the document's text at its offsets, and a section lies inside its parent.
select section.section_id
from {{ ref('dim_section') }} as section
inner join {{ ref('dim_document') }} as document on section.document_id = document.document_id
left join {{ ref('dim_section') }} as parent on section.parent_section_id = parent.section_id
where
    substring(document.text, section.char_start + 1, section.char_end - section.char_start)
    is distinct from section.text
    or (
        parent.section_id is not null
        and (
            parent.document_id != section.document_id
            or section.char_start < parent.char_start
            or section.char_end > parent.char_end
        )
    )
