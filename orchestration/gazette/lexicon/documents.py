"""A document's own place and issuer, from the names it prints to the ids of the registers."""

from __future__ import annotations

import re
from dataclasses import replace

from orchestration.gazette.lexicon.agencies import agency
from orchestration.gazette.lexicon.regions import region, table
from orchestration.gazette.records import Document, Source

_ISSUERS = re.compile(r"[\s、，]+")


def identified(document: Document, source: Source) -> Document:
    """The document with ``region_id`` and ``issuer_agency_id`` filled where its region and issuer are known.

    A document that prints no place speaks for the gazette's own (``region_code`` of gazette.yml). Of joint issuers the
    first is taken.
    """
    code = str(source.gazette.get("region_code") or source.gazette.get("region_id") or "")
    own = code if code in table() else None
    home = (region(document.region_name, own) if document.region_name else None) or own
    issuer = next((part for part in _ISSUERS.split(document.issuer or "") if part), None)
    return replace(document, region_id=home, issuer_agency_id=agency(issuer, home) if issuer else None)
