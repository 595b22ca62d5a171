"""Which place a document speaks for."""

from __future__ import annotations

import re

_GOVERNMENT = re.compile(r"(?:中共)?([一-龥]{2,12}?(?:省|自治区|特别行政区|市|自治州|州|盟|地区|县|区|旗))(?:人民政府|委员会|委|人大|人民代表大会|政府)")
_SPOKEN = re.compile(r"(?:我(?:谨)?代表|受)([一-龥]{2,12}?(?:省|自治区|市|州|盟|县|区|旗))(?:人民)?政府")
_CONGRESS = re.compile(r"在([一-龥]{2,12}?(?:省|自治区|市|州|盟|县|区|旗))第?[一二三四五六七八九十\d]{1,4}届")
_PLACE = re.compile(r"[一-龥]{2,7}?(?:省|自治区|市|自治州|县|区|旗)")
_NOT_PLACES = re.compile(r"^(?:全|我|本|各|外|该|省|市|城|地|辖|园|社|新|老|山|景|库|高新|开发|全国|中心|主城|示范)?(?:省|市|县|区)$|^(?:各|全|我|本|外|该)")


def region_of(issuer: str | None, title: str, head: str, gazette_region: str | None = None) -> str | None:
    """The place's name as printed (淄博市), from the issuer, the title, the speaker's words, or the gazette's own file.

    Args:
        issuer: the issuer, None where unknown.
        title: the document's title.
        head: the first few hundred characters of the text.
        gazette_region: the region that the gazette's own description names.
    """
    for text in (issuer or "", title):
        if match := _GOVERNMENT.search(text):
            return match[1]
    for pattern in (_SPOKEN, _CONGRESS):
        if (match := pattern.search(head)) and not _NOT_PLACES.match(match[1]):
            return match[1]
    if gazette_region:
        return gazette_region
    for text in (title, head):
        for match in _PLACE.finditer(text):
            if not _NOT_PLACES.match(match[0]):
                return match[0]
    return None
