"""Dagster: one module per concept, each thin. What is done stands in gazette, warehouse and parse."""
