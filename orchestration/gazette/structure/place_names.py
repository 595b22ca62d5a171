"""Places that a text names: what for, and whether they can be its own."""

from __future__ import annotations

import re

from orchestration.gazette.lexicon.place_words import name_ending
from orchestration.gazette.lexicon.regions import levels_of, lies_in

END = "(?:省|自治区|特别行政区|市|自治州|州(?![市区县])|盟|地区|县|区|旗)"
PLACE = re.compile(rf"[一-龥]{{1,9}}?{END}")
_BASIS = re.compile(r"(?:根据|依据|按照|依照|贯彻|落实|执行)[^。；\n]*$")
# A place that is left out, that something lies in, where somebody served, or where news was sent from.
_LEFT_OUT = re.compile(r"(?:不含|不包括|不包含|不计|除了?|其中)$")
_LIES_IN = re.compile(r"(?:位于|隶属于?|毗邻|占|地处|坐落于?|地址[：:]?|住址[：:]?|住所[：:]?)[一-龥]{0,9}$")
_ADDRESS = re.compile(r"[一-龥]{1,8}(?:路|街|大道|巷)[东西南北中段]?\d{1,4}号")
_SERVED = re.compile(r"(?:任(?!命|免)过?|原|兼|履新|[获当]选为?)(?:中共)?[一-龥]{0,6}$")
_CHIEF = re.compile(r"(?:人民政府|市委|县委|区委|省委|委)?副?(?:[省市县区州旗]长|书记|主席)|委常委(?!会)")
_DATELINE = re.compile(r"\d{1,2}月\d{1,2}日[电讯]")
_CAREER = re.compile(r"历任|曾任|先后(?:担)?任|此前(?:担)?任|担任过|出生|籍贯|人，(?:本科|大专|研究生)|参加工作|入党")
_SENTENCE = re.compile(r"[^。；\n]*[。；\n]?")


def is_served(text: str, start: int, end: int) -> bool:
    """Whether a place is named for somebody's post in it: 任海南省副省长, 海南省副省长李光."""
    return _SERVED.search(text, max(0, start - 12), start) is not None or _CHIEF.match(text, end) is not None


def is_aside(text: str, start: int, end: int) -> bool:
    """Whether a place is named for something else than what the text speaks of: an exception, an address, a dateline."""
    before, lead = text[max(0, start - 12) : start], text[max(0, start - 4) : start]
    return bool(
        _LEFT_OUT.search(lead) or _LIES_IN.search(before) or _ADDRESS.match(text, end) or _DATELINE.match(text, end)
    )


def is_cited(text: str, start: int) -> bool:
    """Whether a name stands in the title of a document that this one goes back to: 根据《山东省…通知》."""
    mark = max(text.rfind("《", 0, start), text.rfind("》", 0, start))
    return mark >= 0 and text[mark] == "《" and _BASIS.search(text, max(0, mark - 60), mark) is not None


def without_careers(text: str) -> str:
    """A text without the sentences that tell somebody's career: their places are where he served."""
    return "".join(match[0] for match in _SENTENCE.finditer(text) if not _CAREER.search(match[0]))


# --- whose words they are: 我市, 全县, 省委 ---------------------------------------------------------------------------------
_OWN_LEVEL = re.compile(
    r"[全我本](?P<level>[省市县区州旗盟])|(?<![一-龥])(?P<bare>[省市县区州])"
    r"(?=人大|人民|政府|委|政协|第?[一二三四五六七八九十]{1,3}届|第[一二三四五六七八九十]{1,3}次|属|直)"
)


def own_levels(text: str) -> dict[str, int]:
    """How often a text speaks of its own place by its level alone: {市: 3} for 我市, 全市, 市政府."""
    told: dict[str, int] = {}
    for match in _OWN_LEVEL.finditer(text):
        level = match["level"] or match["bare"]
        told[level] = told.get(level, 0) + 1
    return told


def fits(name: str, levels: dict[str, int], times: int = 1) -> bool:
    """Whether a place named some times may be the one that a text calls by these levels: no county where it says 我市."""
    told = sum(levels.values())
    own = levels_of(name)
    return told < times or not told or not own or any(level in own for level in levels)


def mentions(text: str) -> list[tuple[str, int, int]]:
    """The registered places that a text names in full, (name, start, end); of 安徽省宣城市 the inner one alone."""
    found: list[tuple[str, int, int]] = []
    for match in PLACE.finditer(text):
        if (name := name_ending(text, match.end())) is None:
            continue
        start = match.end() - len(name)
        if found and found[-1][2] == start and lies_in(name, found[-1][0]):
            start = found.pop()[1]
        found.append((name, start, match.end()))
    return found
