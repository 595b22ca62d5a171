"""The verb of an act: which word of a stretch it is, and whether it decides or only moves that something be done."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.appointments.building import Builder
from orchestration.gazette.extraction.appointments.rows import Act
from orchestration.gazette.extraction.appointments.view import Token
from orchestration.gazette.language import acts
from orchestration.gazette.language.people import is_name
from orchestration.gazette.language.posts import title_start
from orchestration.gazette.records import Action

_NO_OBJECT = re.compile("的$|^(?:根据|按照|依照|依据)")
_LAYS = re.compile("提请[^，。；：]{0,20}：")
_LAID_BEFORE = re.compile("[^，。；：\n]*的议案")
_NOT_AN_ACT = ("新", "获", "受", "予以", "颁发", "拟任免", "未")


def first(words: str) -> re.Match[str] | None:
    """The first word of a token that is an act's verb, not part of another word."""
    if acts.OF_VERBS.search(words) is None:
        return None
    for verb in acts.VERB.finditer(words):
        before, after = words[: verb.start()], words[verb.end() :]
        if before.endswith(_NOT_AN_ACT) or after.startswith(("任命", "免去", "聘任")):
            continue
        if verb["appoint"] and (after.startswith("的") or (not after and _NO_OBJECT.search(before))):
            continue  # 根据市长（的）提名, 关于A为X的提名
        if verb["quit"] and not acts.ACCEPT.search(before):
            continue
        is_told = "职" in after or "的" in after or title_start(after) is not None or is_name(after)
        if verb["remove"] and verb[0] not in ("免去", words) and not is_told:
            continue
        return verb
    return None


def _suggested(builder: Builder) -> str | None:
    """建议A任X，免去其Y职务: the word by which the sentence suggests what goes before; None where it decides."""
    act = builder.rows[-1].act if builder.rows and builder.rows[-1].start >= builder.state.start else None
    return act.remark if act is not None and act.is_motion and act.rule == "person_first" else None


def _lays_before(builder: Builder, token: Token) -> str | None:
    """主任会议提请：任命A为X；免去B的Y职务: the word by which the sentence lays its acts before somebody."""
    masked, start = builder.view.masked, builder.state.start
    at = masked.rfind("提请", start, token.start)
    if at < 0 or _LAYS.match(masked, at, token.start) is None:
        return None
    decided = acts.CARRIED.search(masked, at, token.start) or acts.ON_MOTION.search(masked, start, token.start)
    return None if decided or masked.find("决定", at, token.start) >= 0 else "提请"


def act_of(builder: Builder, action: Action, word: str, token: Token, lead: str) -> Act:
    """The act of a verb: 提请任命, 提名 and 任命…的议案 only move it, 根据市长的提请，决定任命 decides it."""
    whole = builder.view.masked[max(builder.state.start, token.start - 60) : token.start] + lead
    motion = acts.MOTION.search(lead)
    is_motion = word == "提名" or (motion is not None and acts.ON_MOTION.search(whole) is None)
    is_motion = is_motion or (
        _LAID_BEFORE.match(builder.view.masked, token.start) is not None and acts.CARRIED.search(whole) is None
    )
    is_motion = is_motion or builder.lays_before is not None
    lays = _lays_before(builder, token)
    is_motion = is_motion or lays is not None
    suggested = _suggested(builder) if not is_motion and action == "remove" else None
    if suggested is not None:
        return Act(action, f"{action}_clause", suggested + word, is_motion=True)
    remark = word if word in acts.SPECIAL else None
    if is_motion and motion:
        remark = motion[0] + word
    elif builder.lays_before is not None or lays is not None:
        remark = (builder.lays_before or lays or "") + word
    return Act(action, f"{action}_clause", remark, is_motion)
