"""The same act told twice in one document is one row, at its fullest statement."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace

from orchestration.gazette.extraction.appointments.rows import Row
from orchestration.gazette.language.characters import simplified
from orchestration.gazette.records import Action

_IN_PASSING = "newly_appointed"
_ACTING = frozenset(("代理", "代"))


def without_repeats(rows: list[Row]) -> list[Row]:
    """Rows in order, repeats merged into the fuller one: a decided act before a motion, a longer body before a shorter."""
    kept: list[Row] = []
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    elsewhere = {(row.person.name, row.act.action) for row in rows if row.act.rule != _IN_PASSING}
    told_with = Counter((row.person.start, row.act.action) for row in rows)
    for row in rows:
        if row.act.rule == _IN_PASSING and (row.person.name, row.act.action) in elsewhere:
            continue  # 新任命的王静: the act itself is told in full
        told = places[row.person.name, row.act.action]
        index = next((place for place in told if _is_same(kept[place], row)), None)
        if index is None:
            told.append(len(kept))
            kept.append(row)
        else:
            first = kept[index]
            is_fuller = _weight(row, told_with) > _weight(first, told_with)
            kept[index] = _merged(row, first) if is_fuller else _merged(first, row)
    return kept


def _is_same(first: Row, second: Row) -> bool:
    """Whether two rows of one name and direction tell of one post."""
    one, other = _plain_post(first), _plain_post(second)
    is_in_short = first.is_headline or second.is_headline or first.is_heading or second.is_heading
    if one != other and not (is_in_short and one.removeprefix("代") == other.removeprefix("代")):
        return False  # 代市长 and 市长 are two posts; a headline may leave 代 out
    if (first.is_headline and not first.organization) or (second.is_headline and not second.organization):
        return True  # a headline leaves the body out: 任命郑某为副市长
    one, other = (_plain_body(row.organization) for row in (first, second))
    if one == other:
        return True
    if first.person.start == second.person.start:
        return False  # two posts of one clause: 集团董事长、集团甲公司董事长
    if not one or not other:
        return True  # told again with the body left out: 关于副市长A代理市长的决定
    short, full = sorted((one, other), key=len)
    return _is_short_for(short, full, first.is_headline or second.is_headline)


_CONFERENCE = re.compile(
    r"(?:中国)?(?:人民政治协商会议|政协)(?P<place>.{0,16}?)(?:第[一二三四五六七八九十\d]{1,4}届)?(?P<rest>.{0,16}?)委员会$"
)


def _plain_body(name: str | None) -> str:
    """A body's name in one of its ways: 政协云州市第十届委员会 is 云州市政协, 人民政府 is 政府."""
    plain = simplified(name or "").replace("人民政府", "政府")
    conference = _CONFERENCE.match(plain)
    return f"{conference['place']}{conference['rest']}政协" if conference else plain


def _plain_post(row: Row) -> str:
    """A post's title in one of its ways: 代理市长, 代理云州市市长 and 市长（代理） are 代市长."""
    plain = simplified(row.post).removeprefix("代理").removeprefix("代")
    is_acting = len(plain) < len(row.post) or not _ACTING.isdisjoint(row.attributes.remarks)
    return "代" + plain if is_acting else plain


_ENDS = (
    ("委", "委员会"),
    ("办", "办公室"),
    ("大", "大学"),
    ("省", "政府"),
    ("市", "政府"),
    ("县", "政府"),
    ("区", "政府"),
    ("州", "政府"),
)


def _is_short_for(short: str, full: str, is_headline: bool) -> bool:
    """Whether a body's name abbreviates another: its characters occur there in order, and both end alike (工信部, 工业和信息化部)."""
    if not short:
        return False
    at = 0
    for character in short:
        at = full.find(character, at) + 1
        if at == 0:
            return False
    ends_alike = short[-1] == full[-1] or any(short.endswith(end) and full.endswith(ends) for end, ends in _ENDS)
    return ends_alike or is_headline


def _merged(best: Row, other: Row) -> Row:
    said = other.attributes if best.act.is_motion else replace(other.attributes, remarks=())
    attributes = best.attributes.with_(said)
    if other.act.reason and not best.act.reason:
        attributes = replace(attributes, remarks=(*attributes.remarks, other.act.reason))
    return replace(
        best,
        attributes=attributes,
        decided_by=_fuller(best.decided_by, other.decided_by),
        decision_date=best.decision_date or other.decision_date,
        listed_date=best.listed_date or other.listed_date,
        organization=best.organization or other.organization,
        organization_alias=best.organization_alias or other.organization_alias,
    )


def _fuller(first: str | None, second: str | None) -> str | None:
    """The first, or the second where that is the same name with more in front (市…会议, 中山市…会议)."""
    return second if second and (not first or second.endswith(first)) else first


def _weight(row: Row, told_with: Counter[tuple[int, Action]]) -> tuple[bool, bool, bool, bool, bool, bool, int, int]:
    """A decided act before a motion, a clause before a headline, a decision before the request it grants, a verb of appointing or removing before 被选为, 任 and 被免职, a sentence before a line alone, then who is told with more posts (``told_with``), and the longer name of the body."""
    return (
        not row.act.is_motion,
        not row.is_headline,
        not row.act.is_asked,
        row.decided_by is not None,
        row.act.rule not in ("person_first", "succeeds", "dismissal", "named_act"),
        not row.is_heading,
        told_with[row.person.start, row.act.action],
        len(row.organization or ""),
    )
