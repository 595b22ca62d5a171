"""Tiers of one parameter, each value with its own name: 由全护理每人每月640元、半护理每人每月320元提高到全护理…、半护理…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.extraction.policy_changes.values import BASIS, QUALIFIER, UNIT, VERB

_TIER = rf"(?![每不最约])[\u4e00-\u9fff]{{2,10}}?{QUALIFIER}{{0,2}}{BASIS}?{QUALIFIER}{{0,2}}\d[\d.,]*{UNIT}"
TIERS = re.compile(
    rf"(?:由|从)(?:目前的?|现行的?|原来?的?|现在的?|分别)*(?P<old>{_TIER}(?:[、，]{_TIER}){{1,6}})[，]?(?:分别|统一)?{VERB}(?:为|到|至)"
    rf"(?P<new>{_TIER}(?:[、，]{_TIER}){{1,6}})"
)
_ONE_TIER = re.compile(
    rf"(?P<name>(?![每不最约])[\u4e00-\u9fff]{{2,10}}?){QUALIFIER}{{0,2}}(?P<basis>{BASIS})?{QUALIFIER}{{0,2}}(?P<value>\d[\d.,]*{UNIT})"
)


def tiers_of(match: re.Match[str]) -> Iterator[tuple[str, str, str]]:
    """(name with its basis, old value, new value) of each tier, where both runs name the same ones in the same order."""
    olds, news = (list(_ONE_TIER.finditer(match[side])) for side in ("old", "new"))
    if [tier["name"] for tier in olds] == [tier["name"] for tier in news]:
        for tier, now in zip(olds, news, strict=True):
            yield tier["name"] + (tier["basis"] or now["basis"] or ""), tier["value"], now["value"]
