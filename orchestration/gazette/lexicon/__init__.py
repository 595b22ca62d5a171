"""Names to ids: places, bodies, indicators and land uses, as the seeds of the dbt project register them.

Matching is exact, then by a normal form that the rules of each module state; there is no likeness and no guess: a name
that is not registered, or that two rows could mean, gives None.
"""

from orchestration.gazette.lexicon.agencies import AgencyDetails, agency, agency_details
from orchestration.gazette.lexicon.indicators import indicator
from orchestration.gazette.lexicon.land_uses import land_use
from orchestration.gazette.lexicon.regions import region, regions_in

__all__ = ["AgencyDetails", "agency", "agency_details", "indicator", "land_use", "region", "regions_in"]
