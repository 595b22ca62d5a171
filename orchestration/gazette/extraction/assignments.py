"""Assignments: who answers for which items, as the brackets after them say.

（责任单位：…）, （牵头单位：…；配合单位：…）, （…牵头，…配合，…负责落实）, （…按职责分工负责）, 〔以上工作由…负责落实〕; also with ∶ and on a line of
its own. A bracket governs what was printed since the one before under the same heading; one after a heading governs what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from orchestration.gazette import lexicon
from orchestration.gazette.extraction.scopes import Scope, Scopes
from orchestration.gazette.language.bodies import BodyMark, is_body, is_person, split_bodies
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Assignment, Notice, Role

_HINTS = (
    "责任单位",
    "责任部门",
    "责任主体",
    "牵头",
    "负责",
    "配合",
    "落实单位",
    "主办",
    "承办",
    "责任分工",
    "实施单位",
    "参与单位",
)
_OPEN = re.compile(r"[（〔【\[(](?=[^）〕】\])\s]{3})")
_CLOSE = {"（": "）", "〔": "〕", "【": "】", "[": "]", "(": ")"}
_LONGEST = 800  # characters in a bracket; longer ones are text, not names
_DEEPEST = 4  # brackets inside one another

_LABEL = re.compile(
    r"(?P<lead>(?:牵头|主责|主办|总牵头|主要责任|主管)(?:责任)?(?:单位|部门|处室)|牵头|主办|主责)[：:∶]"
    r"|(?P<support>(?:配合|协办|协作|参与|参加|协同|支持|会同|协助)(?:责任)?(?:单位|部门|处室)|配合|协办|协同|参与)[：:∶]"
    r"|(?P<responsible>(?:责任|负责|承办|落实|实施|执行|承担|落实责任|具体责任|共同责任|组织)(?:单位|部门|主体|处室)|责任分工|分工|责任|负责|承办|落实)[：:∶]"
    r"|(?P<other>[\u4e00-\u9fff]{2,8})[：:∶]"
)
_KEY = re.compile(r"牵头|负责|责任|配合|参与|参加|落实|协助|协同|协办|承办|主办|支持|实施|分工|组织|指导|督")
_SUPPORT = r"(?:积极|密切|共同|做好|分别|协同)?(?:配合|参与|参加|协助|协同|协办|协作|支持)(?:落实|实施|推进)?"
_VERB = re.compile(
    rf"(?:(?P<lead>(?:共同|联合|总|统筹)?(?:牵头|主办|主责)(?:负责|落实|组织实施|实施|推进|组织|办理)?)"
    rf"|(?P<support>{_SUPPORT})"
    r"|(?P<responsible>(?:(?:按照?|根据|依据?|依照)(?:各自|部门|其)?的?(?:职责|职能|任务|工作)?(?:分工|职责)?)?"
    r"(?:各自|分别|共同|具体|组织|各负其责|抓好|做好|统筹|联合)?(?:负责|承办|落实|组织实施|实施|推进|指导|督导|监督|统筹|协调|督促)"
    r"(?:组织)?(?:落实|实施|推进|办理|组织实施|指导|协调)?(?:本级|工作)?"
    r"|负责(?!人|的|制)[^的，。；]{1,10}))$"
)
_ABOVE = re.compile(r"(?:以上|上述)(?:各项|所有|有关)?(?:工作|任务|事项|措施|内容)?[，]?由?")
_ANSWERS = re.compile(
    r"(?:各|市|省|县|区|州|盟|旗|国家|中央|国务院|有关|人民银行|团|国网|[\u4e00-\u9fff]{2,14}(?:部|委|局|办|厅|署|会|公司|政府|银行|办公室)$)"
)
_NO_NAME = re.compile(r"\d|完成|推进|持续|年底|长期|以下|以上|[均需不应须按]|根据|配合|负责|落实|牵头|的")
_BY = re.compile(r"^(?:由|均由|以上由|会同|并由)")
_LINE = re.compile(
    r"(?:^|\n)[ 　]*(?=(?:牵头|责任|配合|主办|协办|主责|参与|落实|负责|承办)(?:责任)?(?:单位|部门)[：:∶])([^\n]{2,400})"
)


@dataclass(frozen=True, slots=True)
class _Bracket:
    start: int  # of the opening bracket, in the matching form
    end: int  # after the closing one
    named: tuple[tuple[BodyMark, Role], ...]
    covers_heading: bool  # 以上工作
    rule: str


def find(marked: MarkedText) -> Iterator[Assignment | Notice]:
    """Every body that a bracket makes answerable, with its role and the items it answers for."""
    text = marked.text
    if not any(hint in text for hint in _HINTS) and "）\n" not in text and not text.endswith("）"):
        return
    home = lexicon.region(marked.document.region_name) if marked.document.region_name else None
    brackets = _apart(sorted((*_brackets(text), *_lines(text)), key=lambda bracket: bracket.start))
    if sum(bracket.rule == "bare" for bracket in brackets) < 2:  # one alone may be anything
        brackets = [bracket for bracket in brackets if bracket.rule != "bare"]
    scopes = Scopes(marked, tuple((bracket.start, bracket.end) for bracket in brackets))
    for index, bracket in enumerate(brackets):
        if not bracket.named:
            yield Notice(
                stage="extraction",
                code="assignment_without_body",
                message="A bracket assigns a task, but no body's name could be read in it; read it by hand.",
                quote=marked.document.text[slice(*marked.clean(bracket.start, bracket.end))],
                document_id=marked.document.document_id,
            )
            continue
        yield from _facts(marked, bracket, scopes.of(index, bracket.covers_heading), home)


def _facts(marked: MarkedText, bracket: _Bracket, scope: Scope, home: str | None) -> Iterator[Assignment]:
    scope_start, scope_end = marked.clean(scope.start, scope.end)
    seen: set[tuple[str, Role]] = set()
    for body, role in bracket.named:
        if (body.name, role) in seen:
            continue
        seen.add((body.name, role))
        start, end = marked.clean(body.start, body.end)
        name = marked.printed(body.start, body.end) if end - start == len(body.name) else body.name
        yield Assignment(
            start=start,
            end=end,
            rule_id=f"assignments.{bracket.rule}",
            agency_id=lexicon.agency(body.name, home),
            agency_name=name,
            role=role,
            scope_path=scope.path,
            task=scope.task,
            scope_start=scope_start,
            scope_end=scope_end,
        )


def _apart(brackets: list[_Bracket]) -> list[_Bracket]:
    """Without those that begin inside the one before."""
    kept: list[_Bracket] = []
    for bracket in brackets:
        if not kept or bracket.start >= kept[-1].end:
            kept.append(bracket)
    return kept


# --- brackets --------------------------------------------------------------------------------------------------------


def _brackets(text: str) -> Iterator[_Bracket]:
    """Brackets that assign, outermost first; what stands inside one is not looked at again."""
    at = 0
    for match in _OPEN.finditer(text):
        start = match.start()
        if start < at:
            continue
        end = _closing(text, start)
        if end is None:
            continue
        assigns = _KEY.search(text, start + 1, end) or _LABEL.match(text, start + 1, end)
        bracket = (_labelled(text, start, end) or _clauses(text, start, end)) if assigns else _bare(text, start, end)
        if bracket is not None:
            at = end
            yield bracket


def _closing(text: str, start: int) -> int | None:
    """The offset after the bracket that closes the one at ``start``; None where it does not close soon in its line."""
    opening, closing = text[start], _CLOSE[text[start]]
    if text.find(closing, start, start + _LONGEST) == -1:
        return None
    depth = 0
    for index in range(start, min(len(text), start + _LONGEST)):
        character = text[index]
        if character == opening:
            depth += 1
            if depth > _DEEPEST:
                return None
        elif character == closing:
            depth -= 1
            if depth == 0:
                return index + 1
        elif character == "\n":
            return None
    return None


def _labelled(text: str, start: int, end: int) -> _Bracket | None:
    """（责任单位：…；配合单位：…）; labels for other things (完成时限：) end a list and are passed over."""
    labels = [label for label in _LABEL.finditer(text, start + 1, end - 1) if not label["other"]]
    if not labels:
        return None
    first = labels[0].start()
    if first > start + 1 and text[first - 1] not in "，；。、：":
        return None
    return _Bracket(start, end, tuple(_under_labels(text, first, end - 1)), False, "labelled")


def _under_labels(text: str, start: int, end: int) -> Iterator[tuple[BodyMark, Role]]:
    labels = list(_LABEL.finditer(text, start, end))
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        if label["other"]:
            continue
        role: Role = "lead" if label["lead"] else "support" if label["support"] else "responsible"
        until = following.start() if following else end
        clauses = list(_by_verbs(text, label.end(), until, role))
        yield from (clauses if clauses else _names(text, label.end(), until, role, strict=False))


def _names(text: str, start: int, end: int, role: Role, *, strict: bool) -> Iterator[tuple[BodyMark, Role]]:
    for body in split_bodies(text, start, end):
        if is_person(body.name) or (strict and not is_body(body.name)) or len(body.name) > 60 or len(body.name) < 2:
            continue
        if not strict and not is_body(body.name) and (len(body.name) > 24 or _NO_NAME.search(body.name)):
            continue
        yield body, role


def _clauses(text: str, start: int, end: int) -> _Bracket | None:
    """（A牵头，B、C配合，D负责落实）: each clause ends in its verb; names without one join the clause after them."""
    inner_start, inner_end = start + 1, end - 1
    above = _ABOVE.match(text, inner_start, inner_end)
    if above:
        inner_start = above.end()
    named = tuple(_by_verbs(text, inner_start, inner_end, None))
    return _Bracket(start, end, named, above is not None, "clauses") if named else None


def _by_verbs(text: str, start: int, end: int, labelled: Role | None) -> Iterator[tuple[BodyMark, Role]]:
    """Names by the verb that closes their clause; nothing where the first name before a verb is no body's.

    A clause without a verb joins the one after it; under a label it has the label's role, if any clause has a verb at all.
    """
    found: list[tuple[BodyMark, Role]] = []
    by_verb = False
    waiting = start
    for clause_start, clause_end in _clause_spans(text, start, end):
        verb = _VERB.search(text[clause_start:clause_end])
        if verb is None:
            if labelled:
                found += _names(text, clause_start, clause_end, labelled, strict=True)
                waiting = clause_end + 1
            elif text[clause_end : clause_end + 1] in "；;。":
                waiting = clause_end + 1
            continue
        role: Role = "lead" if verb["lead"] else "support" if verb["support"] else "responsible"
        names_end = clause_start + verb.start()
        by = _BY.match(text[waiting:names_end])
        names = [
            body for body in split_bodies(text, waiting + (by.end() if by else 0), names_end) if body.end <= names_end
        ]
        bodies = [body for body in names if is_body(body.name)]
        names = [
            body for body in names if is_body(body.name) or not (is_person(body.name) or _NO_NAME.search(body.name))
        ]
        waiting = clause_end + 1
        if not found and not labelled and len(bodies) < max(1, len(names)):
            return
        by_verb = by_verb or bool(bodies)
        found += [(body, role) for body in bodies]
    if by_verb:
        yield from found


def _bare(text: str, start: int, end: int) -> _Bracket | None:
    """（市教育局、市财政局）at the end of a paragraph, after its last sentence: the bodies answer for it."""
    if text[start - 1 : start] not in ("。", "；", "，") or text[end : end + 1].strip():
        return None
    named = list(split_bodies(text, start + 1, end - 1))
    if not named or not all(is_body(body.name) and _ANSWERS.match(body.name) for body in named):
        return None
    return _Bracket(start, end, tuple((body, "responsible") for body in named), False, "bare")


def _clause_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans between ， ； 。 outside inner brackets."""
    depth = 0
    at = start
    for index in range(start, end):
        character = text[index]
        if character in "（(〔":
            depth += 1
        elif character in "）)〕":
            depth -= 1
        elif depth == 0 and character in "，,；;。":
            yield at, index
            at = index + 1
    if end > at:
        yield at, end


def _lines(text: str) -> Iterator[_Bracket]:
    """责任单位：… on a line of its own, without brackets."""
    if "单位：" not in text and "部门：" not in text and "单位∶" not in text:
        return
    for match in _LINE.finditer(text):
        named = tuple(_under_labels(text, match.start(1), match.end(1)))
        if named:
            yield _Bracket(match.start(1), match.end(1), named, False, "labelled_line")
