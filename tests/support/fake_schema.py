"""The published tables of the contract as DDL, for tests that need a warehouse without running the pipeline."""

from __future__ import annotations

PROVENANCE = (
    "issue_id varchar, document_id varchar, section_id varchar, quote varchar, "
    "char_start bigint, char_end bigint, page integer, rule_id varchar, reading_confidence double"
)
STATEMENT = (
    "indicator varchar, indicator_id varchar, measure varchar, comparator varchar, hedge varchar, binding varchar, "
    "value double, value_upper double, unit varchar, base_value double, base_value_upper double, base_unit varchar, "
    "period_start date, period_end date, deadline date, region_id varchar"
)

TABLES: dict[str, str] = {
    "dim_gazette": "gazette_id varchar, name varchar, publisher varchar, region_id varchar, source_url varchar",
    "dim_issue": (
        "issue_id varchar, gazette_id varchar, title varchar, year integer, number integer, published_month date, "
        "page_count integer, char_count bigint, document_count bigint, media_type varchar, source_file varchar, "
        "source_sha256 varchar, source_url varchar, reader varchar, parser_version varchar, read_at timestamptz, "
        "status varchar"
    ),
    "dim_document": (
        "document_id varchar, issue_id varchar, sequence integer, kind varchar, title varchar, doc_number varchar, "
        "doc_prefix varchar, doc_year integer, doc_serial integer, issuer varchar, issuer_agency_id varchar, "
        "addressees varchar[], signed_date date, effective_from date, effective_to date, registration_number varchar, "
        "attached_title varchar, attachments varchar[], page_first integer, page_last integer, text varchar"
    ),
    "dim_section": (
        "section_id varchar, document_id varchar, parent_section_id varchar, depth integer, label varchar, "
        "path varchar, heading varchar, text varchar, char_start bigint, char_end bigint, "
        "page_first integer, page_last integer"
    ),
    "dim_agency": (
        "agency_id varchar, name varchar, short_name varchar, aliases varchar[], level varchar, region_id varchar, "
        "agency_type varchar"
    ),
    "dim_person": "person_id varchar, name varchar, disambiguation varchar",
    "dim_region": (
        "region_id varchar, name varchar, short_name varchar, gb2260_code varchar, region_type varchar, "
        "parent_region_id varchar, host_region_id varchar, valid_from date, valid_to date"
    ),
    "dim_land_use": ("land_use_id varchar, scheme varchar, code varchar, name varchar, parent_land_use_id varchar"),
    "dim_indicator": (
        "indicator_id varchar, name varchar, aliases varchar[], theme varchar, usual_unit varchar, better varchar"
    ),
    "dim_date": "date_day date, year integer, month integer, day integer",
    # More than the contract names, as it allows, under names that the pages use themselves.
    "fct_targets": f"target_id varchar, {PROVENANCE}, {STATEMENT}, year integer, theme varchar",
    "fct_outcomes": f"outcome_id varchar, {PROVENANCE}, {STATEMENT}",
    "fct_target_progress": (
        "indicator_id varchar, region_id varchar, year integer, target_id varchar, outcome_id varchar, "
        "target_value double, comparator varchar, outcome_value double, base_unit varchar, met boolean"
    ),
    "bridge_target_agency": "target_id varchar, agency_id varchar, agency_name varchar, role varchar",
    "fct_land_supply": (
        f"land_supply_id varchar, {PROVENANCE}, figure_kind varchar, plan_year integer, region_id varchar, "
        "breakdown varchar, land_use_id varchar, land_use varchar, parent_land_use varchar, area_ha double, "
        "share_pct double, area double, unit varchar"
    ),
    "fct_appointments": (
        f"appointment_id varchar, {PROVENANCE}, person_id varchar, person_name varchar, action varchar, "
        "organization varchar, organization_alias varchar, agency_id varchar, post varchar, post_alias varchar, "
        "decided_by varchar, decision_date date, listed_date date, probation_months integer, "
        "secondment_months integer, is_concurrent boolean, is_automatic boolean, is_former_organization boolean, "
        "remark varchar"
    ),
    "fct_office_terms": (
        "term_id varchar, person_id varchar, agency_id varchar, post varchar, start_date date, end_date date, "
        "first_cited date, last_cited date, status varchar, start_appointment_id varchar, end_appointment_id varchar"
    ),
    "fct_assignments": (
        f"assignment_id varchar, {PROVENANCE}, agency_id varchar, agency_name varchar, role varchar, "
        "scope_path varchar, task varchar"
    ),
    "fct_policy_changes": (
        f"change_id varchar, {PROVENANCE}, subject varchar, old_value varchar, new_value varchar, unit varchar, "
        "effective_from date"
    ),
    "fct_deadlines": (
        f"deadline_id varchar, {PROVENANCE}, task varchar, due_date date, recurrence varchar, is_computed boolean"
    ),
    "fct_citations": (
        f"citation_id varchar, {PROVENANCE}, cited_number varchar, cited_title varchar, cited_document_id varchar"
    ),
    "fct_recognitions": (
        f"recognition_id varchar, {PROVENANCE}, list_title varchar, name varchar, ordinal integer, year integer"
    ),
    "fct_reconciliations": (
        f"reconciliation_id varchar, {PROVENANCE}, rule varchar, stated double, computed double, difference double, "
        "tolerance double, status varchar"
    ),
    "fct_warnings": (
        "warning_id varchar, issue_id varchar, document_id varchar, stage varchar, code varchar, message varchar, "
        "quote varchar, page integer"
    ),
}
