"""Posts given up: 接受A、B辞去X职务的请求, A申请辞去X; passed where it is accepted, else only asked for."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.appointments.building import Builder
from orchestration.gazette.extraction.appointments.leaving import REASON
from orchestration.gazette.extraction.appointments.names import persons, subjects
from orchestration.gazette.extraction.appointments.rows import Act, Item
from orchestration.gazette.extraction.appointments.view import Token
from orchestration.gazette.language import acts

_ASKING = re.compile(r"(?:分别|均|已|决定|提出的?|请求|申请|要求|自愿|主动|书面|提交|向[^，。；]{2,30}?|本人|其)+$")
_OF_SUBJECT = re.compile("(?:其|本人|他|她|提出|请求|申请|要求|自愿|主动|的|并|一并|同时|也|还)*")
_ASKED = re.compile("提出|请求|申请|要求")
_REQUEST = re.compile("请求|申请")
_SHORT_NAME = 6  # characters, with a rare surname and 同志
_SEAT = re.compile(r"(?<=人民代表大会)代表$|(?<=人大)代表$")
_SEAT_ALONE = re.compile(r"[^，。；：]{0,24}(?:人民代表大会|人大)代表(?:职务)?(?:的?(?:请求|申请))?$")


def resign(builder: Builder, token: Token, verb: int, after: int) -> None:
    """接受A、B辞去X职务的请求: passed where it is accepted, else a motion where it is only asked for."""
    state, view = builder.state, builder.view
    start = token.start
    accepts = list(acts.ACCEPT.finditer(view.masked, start, verb))
    if accepts:
        state.is_accepted, start = True, accepts[-1].end()
        state.pending, state.pending_start = [], accepts[-1].start()
    lead = view.masked[start:verb]
    asked = _ASKING.search(lead)
    named_end = start + (asked.start() if asked else len(lead))
    reason = REASON.search(view.masked[start:named_end] + "辞去")
    if reason and reason.start() > 0:
        named_end = start + reason.start()
    named = subjects(view, start, named_end) if named_end > start else None
    if named is None and accepts and named_end - start <= _SHORT_NAME:
        named = persons(view, start, named_end, False)  # 接受A请求辞去: only a name can stand there
    if named is None and _OF_SUBJECT.fullmatch(lead):
        named = [] if state.pending else state.subject
    if named is None or not (named or state.pending):
        return
    asks = _ASKED.search(asked[0] if asked else "") or _REQUEST.search(view.masked, after, token.end)
    is_asked = asks is not None or (lead.endswith("一并") and _asked_before(builder))
    is_motion = is_asked and not state.is_accepted and acts.PASSED.search(view.text) is None
    if not accepts and not state.pending and not state.is_accepted:
        state.pending_start = None  # what another act opened
    is_motion = is_motion or (state.is_accepted and _is_draft(builder, token.end))
    if not state.is_accepted and builder.tells_a_life(token.start):
        return
    said = reason["reason"] if reason else state.reason
    word = view.text[verb:after]
    remark = f"提出{word}" if is_motion else word
    act = Act("remove", "resignation", remark, is_motion, reason=said, is_asked=is_asked and not state.is_accepted)
    everyone, opening = state.pending + named, builder.opening(start)
    seat = _SEAT.search(view.masked, after, token.end)
    if (
        seat is not None and token.after == "、"
    ):  # 辞去X届人大代表、常务委员会主任职务: a seat is no office, but names the body
        state.item = Item(act, everyone, opening, last_organization=view.printed(after, seat.start()))
        state.subject = everyone
    elif not builder.join(act, everyone, opening, after, token.end) and _SEAT_ALONE.match(
        view.masked, after, token.end
    ):
        state.subject = everyone  # 辞去X人大代表，其Y职务相应终止
    state.act = None


def _asked_before(builder: Builder) -> bool:
    """A申请辞去X，同时一并辞去Y: both are asked for."""
    row = builder.rows[-1] if builder.rows else None
    return row is not None and row.start >= builder.state.start and row.act.rule == "resignation" and row.act.is_asked


def _is_draft(builder: Builder, end: int) -> bool:
    """审议了《关于接受A辞去X职务请求的决定（草案）》: laid before the meeting, not passed by it."""
    view, start = builder.view, builder.state.start
    if not view.text.startswith("草案", end + 1) and "（草案）" not in view.text[max(start, end - 6) : end]:
        return False
    return re.search(r"通过|表决", view.text[start:end]) is None


def accepting(builder: Builder, start: int, end: int, accept: int) -> None:
    """接受A、B辞去…: the names that stand before 辞去 in later tokens. ``accept`` is where 接受 ends."""
    state = builder.state
    state.is_accepted, state.act, state.item = True, None, None
    state.pending, state.pending_start = [], start
    named = persons(builder.view, accept, end, True)
    if named is None and (reason := REASON.search(builder.view.masked[accept:end])):
        state.reason = reason["reason"]
        named = persons(builder.view, accept, accept + reason.start(), True)
    state.pending = named or []
