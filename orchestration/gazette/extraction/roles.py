"""Roles: which bodies a stretch of text makes answerable, by labels (牵头单位：…；配合单位：…) or by verbs (…牵头，…配合)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.language.bodies import BodyMark, is_body, is_person, split_bodies
from orchestration.gazette.records import Role

_SAYS = r"(?:[：:∶]|】[：:∶]?)"  # 牵头单位：…, 【牵头单位】…
ROLE_LABEL = re.compile(
    rf"(?P<lead>(?:牵头|主责|主办|总牵头|主要责任|第一责任|首要责任|主管)(?:责任)?(?:单位|部门|处室)|牵头|主办|主责){_SAYS}"
    rf"|(?P<support>(?:(?:主要|其他)?配合|协办|协作|参与|参加|协同|支持|会同|协助)(?:责任)?(?:单位|部门|处室)|配合|协办|协同|参与){_SAYS}"
    rf"|(?P<responsible>(?:(?:其他|直接|相关)?责任|负责|承办|落实|实施|执行|承担|落实责任|具体责任|共同责任|主体责任|组织)(?:单位|部门|主体|处室|科室|股室)|责任分工|分工|责任|负责|承办|落实){_SAYS}"
    rf"|(?P<other>[\u4e00-\u9fff]{{2,8}}){_SAYS}"
)
_LONGEST_LABEL = 8  # characters before its mark
_LONGEST_MARK = len("】：")
_LABEL_MARK = re.compile("[：:∶】]")
_SUPPORT = r"(?:积极|密切|共同|做好|分别|协同)?(?:配合|参与|参加|协助|协同|协办|协作|支持)(?:落实|实施|推进)?"
_VERB = re.compile(
    rf"(?:(?P<lead>(?:按照?(?:各自)?(?:职责|职能)?(?:分工)?)?(?:共同|联合|分别|各自|总|统筹|负责)?(?:牵头|主办|主责)(?:负责|落实|组织实施|实施|推进|组织|办理|督导|指导|协调|抓总|统筹)?(?:落实|推进|实施)?)"
    rf"|(?P<support>{_SUPPORT})"
    r"|(?P<responsible>(?:(?:按照?|根据|依据?|依照)(?:各自|部门|其)?的?(?:职责|职能|任务|工作)?(?:分工|职责)?)?"
    r"(?:各自|分别|共同|具体|组织|各负其责|抓好|做好|统筹|联合)?(?:负总责|抓好?落实|负责|承办|落实|组织实施|实施|推进|指导|督导|监督|统筹|协调|督促)"
    r"(?:组织)?(?:落实|实施|推进|办理|组织实施|指导|协调)?(?:本级|工作)?"
    r"|负责(?!人|的|制)[^的，。；]{1,10}))$"
)
_OWN_ROLE = re.compile(r"（(?:(?P<lead>牵头|主办|主责)|配合|协办)(?:单位|部门)?）$")
_NO_NAME = re.compile(
    r"\d|完成|推进|持续|年底|长期|以下|以上|[均需不应须按]|根据|配合|负责|落实|牵头|的|[上下]同$|不再|排名"
)
_SAYS_MORE = re.compile(r"涉及|均为|不再")  # 具体任务均涉及有关县区政府，不再做分工: said after the list
# 甲、乙、丙经济开发区管委会: the last says what all are.
_SHARED_TAIL = re.compile(
    r"[\u4e00-\u9fff]{2,4}?(?P<tail>(?:经济技术|经济|高新技术产业|高新)?(?:开发区|产业园区?|保税区|高新区)管(?:理)?委(?:员)?会|[区县](?:人民)?政府)"
)
_BARE_PLACE = re.compile(r"[\u4e00-\u9fff]{2,3}")
_CLAUSE_MARK = re.compile("[（(〔）)〕，,；;。]|(?<=牵头|负责|配合|落实|参与|协助)、")  # 甲局牵头、乙局配合
_BY = re.compile(r"^(?:由|均由|以上由|会同|并由)")
# What such a verb ends in, where the clause holds no 负责: most clauses are names, and are not searched for one.
_VERB_ENDS = frozenset("头办责实施进织理导调总筹合与加助同作持督促级\n")


def role_labels(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The labels between two offsets, those for other things too; each ends in a mark."""
    found: list[re.Match[str]] = []
    at = start
    for mark in _LABEL_MARK.finditer(text, start, end):  # few: what stands before them need not be searched
        label = ROLE_LABEL.search(text, max(at, mark.start() - _LONGEST_LABEL), min(end, mark.start() + _LONGEST_MARK))
        if label is not None:
            found.append(label)
            at = label.end()
    return found


def under_labels(text: str, start: int, end: int) -> Iterator[tuple[BodyMark, Role]]:
    """Names by the label before them; labels for other things (完成时限：) end a list and are passed over."""
    return under(text, role_labels(text, start, end), end)


def under(text: str, labels: list[re.Match[str]], end: int) -> Iterator[tuple[BodyMark, Role]]:
    """The names under labels that were found already; the last one's end at ``end``."""
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        if label["other"]:
            continue
        role: Role = "lead" if label["lead"] else "support" if label["support"] else "responsible"
        until = following.start() if following else end
        clauses = list(by_verbs(text, label.end(), until, role))
        for body, given in clauses or names_in(text, label.end(), until, role, strict=False):
            yield _with_own_role(body, given)


def _with_own_role(body: BodyMark, role: Role) -> tuple[BodyMark, Role]:
    """市水利局（牵头） among the answerable: the lead."""
    own = _OWN_ROLE.search(body.name)
    if own is None:
        return body, role
    name = body.name[: own.start()]
    return BodyMark(body.start, body.start + len(name), name), "lead" if own["lead"] else "support"


def names_in(text: str, start: int, end: int, role: Role, *, strict: bool) -> Iterator[tuple[BodyMark, Role]]:
    """The names of a list, all with one role; ``strict`` for those only that have a body's shape."""
    for body in _in_full(list(split_bodies(text, start, end))):
        if _SAYS_MORE.search(body.name):
            continue
        if is_person(body.name) or (strict and not is_body(body.name)) or len(body.name) > 60 or len(body.name) < 2:
            continue
        if not strict and not is_body(body.name) and (len(body.name) > 24 or _NO_NAME.search(body.name)):
            continue
        yield body, role


def _in_full(bodies: list[BodyMark]) -> list[BodyMark]:
    """The names of a list, bare places with the tail that the body right behind them says for all."""
    full: list[BodyMark] = []
    tail = ""
    for body in reversed(bodies):
        if tail and _BARE_PLACE.fullmatch(body.name) and not is_body(body.name):
            full.append(BodyMark(body.start, body.end, body.name + tail))
            continue
        shared = _SHARED_TAIL.fullmatch(body.name) if body.name.endswith(("会", "府")) else None
        tail = shared["tail"] if shared else ""
        full.append(body)
    return full[::-1]


def by_verbs(text: str, start: int, end: int, labelled: Role | None) -> Iterator[tuple[BodyMark, Role]]:
    """Names by the verb that closes their clause; nothing where the first name before a verb is no body's.

    A clause without a verb joins the one after it; under a label it has the label's role, if any clause has a verb at all.
    """
    clauses = [(*span, _verb_of(text, *span)) for span in _clause_spans(text, start, end)]
    if all(verb is None for _, _, verb in clauses):
        return
    found: list[tuple[BodyMark, Role]] = []
    by_verb = False
    waiting = start
    for clause_start, clause_end, verb in clauses:
        if verb is None:
            if labelled:
                found += names_in(text, clause_start, clause_end, labelled, strict=True)
                waiting = clause_end + 1
            elif text[clause_end : clause_end + 1] in "；;。":
                waiting = clause_end + 1
            continue
        role: Role = "lead" if verb["lead"] else "support" if verb["support"] else "responsible"
        names_end = clause_start + verb.start()
        by = _BY.match(text[waiting:names_end])
        names = _in_full(
            [body for body in split_bodies(text, waiting + (by.end() if by else 0), names_end) if body.end <= names_end]
        )
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


def _verb_of(text: str, start: int, end: int) -> re.Match[str] | None:
    """The verb that a clause ends in."""
    if text[end - 1] not in _VERB_ENDS and text.find("负责", start, end) < 0:
        return None
    return _VERB.search(text[start:end])


def _clause_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans between ， ； 。 outside inner brackets."""
    depth = 0
    at = start
    for mark in _CLAUSE_MARK.finditer(text, start, end):
        index, character = mark.start(), mark[0]
        if character in "（(〔":
            depth += 1
        elif character in "）)〕":
            depth -= 1
        elif depth == 0:
            yield at, index
            at = index + 1
    if end > at:
        yield at, end
