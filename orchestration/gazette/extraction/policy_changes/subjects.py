"""Subjects of policy changes: which parameter moves, with what its own clause leaves out carried over from before.

在职职工由…, 退休人员由… below 最高支付限额 are both limits; 第二阶梯由… after 居民用气第一阶梯价格 is a price; a joined head
(职工医保和居民医保个人自负比例分别由…) is as many subjects as it has values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from orchestration.gazette import lexicon
from orchestration.gazette.extraction.policy_changes.beside import class_of, parallel_tail, shared_front
from orchestration.gazette.extraction.policy_changes.carrying import (
    carried_over,
    clause_before,
    clauses,
    condition,
    from_heading,
    said_before,
)
from orchestration.gazette.extraction.policy_changes.parameters import (
    BACK,
    ENDS_AS_PARAMETER,
    FROM_THEN,
    LEADING,
    NAMES_ITSELF,
    PARAMETER,
)

_OF_WHICH = re.compile(r"其中$")
_RELATIVE = re.compile(
    r"(?:年均)?(?:增长速度|增速|增幅|增长率|比例|标准|限额|额度|期限|时限|年限|金额|最高限额|最低标准|上限|下限|价格|人数|数量|费率)$"
)
_BOUND = re.compile(r"(?:上限|下限|最高限额|最低标准)$")
_TRAILING = re.compile(r"(?:分别|均|各|也|已|再|统一|全部|暂时?|按照?|[为是])$")
# 某市今年1月份起将城镇低保标准, 最低工资标准也将: what is disposed of, or what will move.
_DISPOSES = re.compile(
    r"(?P<before>[^，。；]*?)(?:还|也|又|均|都|再次|同时)*(?:将(?![来军领士])|把)(?P<after>[^，。；]*?)(?:在|于)?"
)
# 高龄津贴标准为80至89周岁由…: of whom it is told behind 为.
_STATED = re.compile(r"(?P<parameter>[\u4e00-\u9fff]{3,20})(?:分别)?[为是](?P<whom>[^，。；]{2,24})")
_WHEN = re.compile(r"(?:[今明本]年|\d{4}年|从|自|\d{1,2}月).*$")
_SHORTEST = 2  # characters of a parameter
JOINT = re.compile(r"、|以及|[和与及]")
_TAIL = re.compile(
    r"(?<=.)(?:个人|最高|最低|报销|补助|补贴|标准|起付|支付|缴费|收费|价格|保障|年度|月|比例|基本|低保|供养|筹资|救助)"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A change's parameter: where its words begin in the text, and its words with what they leave out."""

    start: int
    words: str
    own: str  # the words of its own clause


def subject_of(text: str, start: int, at: int, previous: str | None, heading: str, floor: int = 0) -> Subject:
    """The parameter whose values begin at ``at`` in a sentence that begins at ``start``.

    ``previous`` is the subject of the change before in this sentence, which ends at ``floor``; ``heading`` the words of
    the heading above.
    """
    head_start = max(start, floor)
    for boundary in BACK.finditer(text, start, at):
        head_start = max(head_start, boundary.end())
    words = text[head_start:at]
    if words.rfind("（") > words.rfind("）"):
        head_start += words.rfind("（") + 1
        words = text[head_start:at]
    stripped = LEADING.sub("", words)
    head_start += len(words) - len(stripped)
    subject = _unquoted(FROM_THEN.sub("", _TRAILING.sub("", stripped)))
    owner = ""
    if (stated := _STATED.fullmatch(subject)) and ENDS_AS_PARAMETER.search(stated["parameter"]):
        whole = stated["whom"] + stated["parameter"]
        return Subject(head_start + stripped.find(subject), whole, whole)
    if disposed := _DISPOSES.fullmatch(subject):
        owner, subject = _disposed(disposed)
        head_start += stripped.find(owner + subject) if owner + subject in stripped else stripped.find(subject)
    if not subject:
        before = clause_before(text, start, head_start)
        if before.endswith("的") or not before:
            for_whom = next(reversed(list(clauses(text, start, head_start))), "")
            topic = said_before(text, start) if for_whom.endswith("的") else ""
            if topic:
                return Subject(text.rfind(for_whom, start, at), for_whom + topic, for_whom)
        if before:
            return Subject(text.rfind(before, start, at), before, before)
        return Subject(at, previous or from_heading(heading), "")
    if previous and _RELATIVE.fullmatch(subject):
        return Subject(head_start, _BOUND.sub("", previous) + subject, subject)
    says_for_whom = _TRAILING.sub("", stripped).endswith("的")
    is_part = _OF_WHICH.search(words[: len(words) - len(stripped)]) is not None
    if says_for_whom or not any(
        is_parameter.search(subject) for is_parameter in (PARAMETER, NAMES_ITSELF, ENDS_AS_PARAMETER)
    ):
        carried = carried_over(text, start, head_start, subject, previous, heading)
        if not carried and is_part and previous:  # 收费标准由…，其中非居民由…
            carried = subject + previous
        if carried:
            return Subject(head_start, carried, subject)
    if owner:
        return Subject(head_start, owner + subject, subject)
    return Subject(head_start, _front(text, start, max(start, floor), head_start, subject, previous) + subject, subject)


def _front(text: str, start: int, floor: int, at: int, subject: str, previous: str | None) -> str:
    """For whom or of what a subject is: its own condition, its class, what it shares with the change before, that one's condition."""
    own = condition(text, floor, at)
    if own:
        return own
    clause = next(reversed(list(clauses(text, floor, at))), "")
    return class_of(previous, clause, subject) or shared_front(previous, subject) or condition(text, start, at)


def _disposed(match: re.Match[str]) -> tuple[str, str]:
    """Owner and parameter of a clause that puts it behind 将 (某市今年1月起将低保标准), or 将 behind it (最低工资标准也将)."""
    before, after = match["before"], match["after"]
    if len(after) < _SHORTEST:
        return "", before
    when = _WHEN.search(before)
    owner = before[: when.start()] if when else ""
    return (owner if lexicon.region(owner) else ""), after


def _unquoted(words: str) -> str:
    """Words without the marks around them; “十四五”期间…目标 keeps its own."""
    bare = words.strip("“”的，")
    return bare if bare.count("“") == bare.count("”") else words.strip("的，")


def split_head(head: str, count: int) -> list[str]:
    """A joined head in as many as there are values: 职工医保和居民医保个人自负比例 → 职工医保个人自负比例, 居民医保个人自负比例."""
    parts = [part for part in JOINT.split(head) if part]
    if len(parts) != count:
        return [head] * count
    tail = _tail(parts[0], parts[-1])
    return [part + tail for part in parts[:-1]] + [parts[-1]] if tail else parts


def _tail(part: str, whole: str) -> str:
    """What a part of a joined head shares with the whole one at the end: 三级 of 二级医疗机构起付标准 → 医疗机构起付标准."""
    for length in range(min(4, len(part)), 0, -1):
        at = whole.find(part[-length:])
        if at > -1 and at + length < len(whole):
            return whole[at + length :]
    if tail := parallel_tail(part, whole):  # 机构 of 散居孤儿基本生活标准: 孤儿 too
        return tail
    found = _TAIL.search(whole)
    return whole[found.start() :] if found else ""
