"""The dashboards: they know the published tables, and nothing else of the house."""
