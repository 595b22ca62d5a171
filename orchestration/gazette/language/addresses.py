"""Reports spoken to an assembly (各位代表): the year that they are for, after the one that they look back on."""

from __future__ import annotations

import re

from orchestration.gazette.language.periods import plan_span

_YEAR_TO_BE_CLOSED = re.compile(
    r"预计到?(?:全年|年末|年底)|一年来"
)  # spoken in December, before the figures of the year
DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:年\d{1,2}月\d{1,2}日|-\d\d?-\d\d?(?!\d)|/\d\d?/\d\d?(?!\d)|\.\d\d?\.\d\d?(?![\d.]))"
)
_ADDRESS = re.compile("各位代表|(?:我|现在)[^。\n]{0,24}(?:向大会(?:作|报告)|报告工作)|请予审议")
_REPORT_GIVEN = re.compile("[作做]了?《?政府工作报告")
YEAR_BEGINS = re.compile(
    r"(?:19|20)\d\d年，?将?是[^。；\n]{0,40}(?:之|的[^。；\n]{0,8}[一第五])年"
)  # 2012年，是…的重要一年
_MONTH = re.compile(r"\d{1,2}")
_DECEMBER = 12
_TERM = re.compile("[五四三六]年来|过去的?[五四三]年|这五年|[一本]届政府任期|十.五”?(?:时期|期间|以来)")
_ADDRESS_WITHIN = 600  # characters from the beginning in which the speaker addresses the assembly
_DATED_WITHIN = 200  # characters in which a report prints under its title when it was given
_REVIEWED_PLAN = re.compile(r"“?十.五”?(?:时期|期间)[^。，；\n]{0,20}回顾")
_DRAFT_PLAN = re.compile(r"(?:第十?.个五年|“十.五”)规划纲要[^。，；\n]{0,4}草案")
FORWARD = re.compile(r"\n[ 　]*[一二三四五]、[^。，\n]{0,40}(?:目标|任务|安排|部署|总体要求|重点工作|思路|打算|建议)")
_BEGUN_PLAN = re.compile(
    r"在[^。；\n\d]{0,30}(?:\d{1,3}周年、)?(?P<plan>“十[一二三四五六七]五”)(?:规划)?的?(?:开局|起步)之年[^。；\n\d]{0,40}召开"
)
_REVIEW_REACH = 4000
_REVIEW_YEAR = re.compile(r"(?<![\d到至—－–比较-])((?:19|20)\d\d)年|[到至]((?:19|20)\d\d)年的\d")


def given(year: int, month: int, text: str) -> int:
    """The year that a report of a day is for: given when the year ends, with the plan of the next, it is that one."""
    if month < _DECEMBER - 1:
        return year
    planned = re.search(f"{year + 1}年[^，。；\\n]{{0,6}}(?:工作|主要|目标|经济|全市|全县|全区|我们)", text) is not None
    closes = month == _DECEMBER and (f"{year + 1}年" in text or _YEAR_TO_BE_CLOSED.search(text) is not None)
    return year + 1 if closes or planned else year


def is_address(text: str) -> bool:
    """Whether a text is spoken to an assembly: it bears the year after the one that it looks back on."""
    return _ADDRESS.search(text, 0, _ADDRESS_WITHIN) is not None


def tells_of_last_year(text: str) -> bool:
    """Whether an address, or news that reads one (2012年，是…的重要一年), looks back on the year before its own alone, as far
    as its words go: not on a term of five.
    """
    told = is_address(text) or (
        _REPORT_GIVEN.search(text, 0, _ADDRESS_WITHIN) is not None
        and YEAR_BEGINS.search(text, 0, _ADDRESS_WITHIN) is not None
    )
    return told and _TERM.search(text) is None


def year_of_address(text: str) -> int | None:
    """The year of a work report that prints none: after the plan or the last year that it looks back on.

    A report is given early in the year after the one it reviews, with the plan that then begins.
    """
    if not is_address(text):
        return None
    if (dated := DAY.search(text, 0, _DATED_WITHIN)) is not None:
        month = _MONTH.search(dated[0], 4)
        return given(int(dated[1]), int(month[0]) if month is not None else 1, text)
    reviewed = _REVIEWED_PLAN.search(text)
    if reviewed is not None and (span := plan_span(reviewed[0])) is not None:
        return span[1] + 1
    draft = _DRAFT_PLAN.search(text, 0, _ADDRESS_WITHIN)
    if draft is not None and (span := plan_span(draft[0])) is not None:
        return span[0]
    begun = _BEGUN_PLAN.search(text, 0, _ADDRESS_WITHIN)
    if begun is not None and (span := plan_span(begun["plan"])) is not None:
        return span[0]  # 在“十四五”规划开局之年召开的大会
    ahead = FORWARD.search(text)
    end = min(ahead.start() if ahead is not None else len(text), _REVIEW_REACH)
    found = [int(match[1] or match[2]) for match in _REVIEW_YEAR.finditer(text, 0, end)]
    return max(found) + 1 if found else None
