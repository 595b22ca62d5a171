"""Whether a text is about public affairs at all: a manual, a novel, a leaflet has figures and states nothing."""

from __future__ import annotations

import re
from itertools import islice

from orchestration.gazette.records import Document

# Governments, what belongs to them, and what they count.
_PUBLIC = re.compile(
    r"政府|国务院|[省市县区州旗镇]委|人大|党委|党中央|全[国省市县区州旗镇乡村]|[我本][国省市县区州旗镇乡]|各[省市县区州乡镇]|部门|委员会|"
    r"规划|财政|经济|生产总值|GDP|常住人口|居民|农民|投资|就业|土地|用地|公顷|住房|城镇|农村|工业|产业|扶贫|脱贫|乡村|项目|工程|民生|企业|造林|森林|保障房|党员|党组织|学校|医院|公路|铁路|绿化|[万亩]亩|万户|游客|生态|粮食|人口|职工|"
    r"[省市县区]长|[\u4e00-\u9fff]{2}(?:省|自治区|市|县)(?![场民])|国家[\u4e00-\u9fff]{2,6}局|[\u4e00-\u9fff]{2,6}厅"
)

_CHARACTERS_A_WORD = 300  # fewer such words than that are of another matter


def is_public(document: Document, text: str) -> bool:
    """Whether a text speaks of what governments answer for, by what it is or by its words."""
    known = document.kind or document.region_name or document.doc_number or document.issuer
    if known:
        return True
    needed = len(text) // _CHARACTERS_A_WORD  # of a few lines, none
    return sum(1 for _ in islice(_PUBLIC.finditer(text), needed)) == needed
