"""The domain: pure functions and frozen records. Knows no Dagster, no DuckDB, no network and no clock."""
