"""Partitions: one per issue, by its id. Which issues there are is known from the files alone."""

from __future__ import annotations

from collections.abc import Iterable

import dagster as dg

ISSUES = dg.DynamicPartitionsDefinition(name="issues")
RANGE_START, RANGE_END = "dagster/asset_partition_range_start", "dagster/asset_partition_range_end"


def register(instance: dg.DagsterInstance, issue_ids: Iterable[str]) -> list[str]:
    """Makes the instance's partitions those of the files; gives all of them in the instance's order."""
    wanted = list(issue_ids)
    known = instance.get_dynamic_partitions("issues")
    for gone in set(known) - set(wanted):
        instance.delete_dynamic_partition("issues", gone)
    if fresh := [issue_id for issue_id in wanted if issue_id not in set(known)]:
        instance.add_dynamic_partitions("issues", fresh)
    return list(instance.get_dynamic_partitions("issues"))


def range_tags(partitions: list[str], stale: Iterable[str]) -> dict[str, str]:
    """Run tags for the shortest range of partitions that holds every stale issue.

    Dagster writes a row per partition and asset of the range, so a run over one new issue of thousands stays short.
    """
    places = [partitions.index(issue_id) for issue_id in stale if issue_id in partitions]
    if not partitions:
        return {}
    first, last = (min(places), max(places)) if places else (len(partitions) - 1, len(partitions) - 1)
    return {RANGE_START: partitions[first], RANGE_END: partitions[last]}
