"""Records into raw.* tables, publishing, and read-only access. Knows DuckDB and the records of the domain, no more."""
