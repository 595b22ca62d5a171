"""Changes worded by what they are put on: 在原每人每月70元的基础上提高到88元."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.policy_changes.values import BASIS, UNIT, VERB

_RAISES = "提高|增加|上调|上浮|调增|调高"
_LOWERS = "降低|减少|下调|下浮|调减|调低"
_VALUE = rf"\d[\d.,]*{UNIT}"
_UPON = (
    r"在(?:(?:原来?|原有|现行|目前|现有|现在|上年|去年)(?:标准)?的?)?(?:标准)?"
    rf"(?P<basis>{BASIS})?(?P<old>{_VALUE})的?基础上，?"
)
_BY = rf"(?:统一|再|分别|各|均)?(?:{BASIS})?(?:{_RAISES}|{_LOWERS})了?{_VALUE}"
ON_TOP = (
    # 在每人每月600元的基础上提高到650元; 在600元的基础上提高50元，达到650元
    re.compile(
        rf"{_UPON}(?:{_BY}，(?:即|也就是)?(?:达到|(?:{_RAISES}|{_LOWERS}|调整)[到至为])|(?:统一|再)?{VERB}(?:到|至|为))"
        rf"(?:{BASIS})?(?P<new>{_VALUE})"
    ),
    # 提高至每人每月88元，即在原每人每月70元的基础上增加18元
    re.compile(rf"{VERB}(?:到|至|为)(?:{BASIS})?(?P<new>{_VALUE})，(?:即|也就是)?{_UPON}{_BY}"),
)
