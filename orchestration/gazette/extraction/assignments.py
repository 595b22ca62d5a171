"""Assignments: who answers for which items, as the brackets after them say.

（责任单位：…）, （牵头单位：…；配合单位：…）, （…牵头，…配合，…负责落实）, （…按职责分工负责）, 〔以上工作由…负责落实〕; also with ∶ and on a line of
its own. A bracket governs what was printed since the one before under the same heading; one after a heading governs what follows.
In a table with a column of answering bodies each row is its own scope.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import dropwhile

from orchestration.gazette import lexicon
from orchestration.gazette.extraction.duty_tables import duty_tables_of
from orchestration.gazette.extraction.roles import ROLE_LABEL, by_verbs, role_labels, under, under_labels
from orchestration.gazette.extraction.scopes import Scope, Scopes
from orchestration.gazette.language.bodies import BodyMark, is_body, split_bodies
from orchestration.gazette.language.dates import han_number
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.record_class import record
from orchestration.gazette.records import Assignment, Notice, Role

_HINT = re.compile(
    "|".join(
        (
            "责任单位",
            "责任部门",
            "责任主体",
            "责任科室",
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
    )
)
_ITEM_NUMBER = re.compile(r"^\d{1,3}[.、．]\s?")
_OPEN = re.compile(r"[（〔【\[(](?=[^）〕】\])\s]{3})")
_CLOSE = {"（": "）)", "〔": "〕", "【": "】", "[": "]", "(": "）)"}  # a page may print one bracket wide, the other not
_BRACKET_OR_END = re.compile(r"[（(）)〔〕【】\[\]\n]")
_LONGEST = 800  # characters in a bracket; longer ones are text, not names
_FEWEST_BESIDE = 3  # brackets that assign, in a document that does so throughout
_FEWEST_ALONE = 3  # names in a bracket without a verb that is the only one
_EXPLAINED = re.compile(r"(?:部门|单位|成员|机构|企业|地区|区县|县区|等)$")  # whose names a bracket tells
_FEWEST_BARE = 2  # names in a bracket without a verb right behind a word
_DEEPEST = 4  # brackets inside one another

_KEY = re.compile(r"牵头|负责|责任|配合|参与|参加|落实|协助|协同|协办|承办|主办|支持|实施|分工|组织|指导|督")
# 以上工作 is the whole heading, 以上两项 the last two items.
_ABOVE = re.compile(
    r"(?:以上|上述)(?:(?P<count>\d{1,2}|[两二三四五六七八九十]{1,3})(?:大?项|条|个方面|点|款)|各项|所有|有关)?"
    r"(?:工作|任务|事项|措施|内容)?[，]?(?:均|都)?由?"
)
_ANSWERS = re.compile(
    r"(?:各|市|省|县|区|州|盟|旗|国家|中央|国务院|有关|人民银行|团|国网|[\u4e00-\u9fff]{2,14}(?:部|委|局|办|厅|署|会|公司|政府|银行|办公室|处|院|队|中心|海关|支行)$)"
)
# (市教育局、市财政局，2019年10月底前): by when, after the names.
_DUE_AFTER = re.compile(
    r"[，；。](?:(?:完成|办理|整改)?(?:时限|时间|期限)[：:])?(?:于|力争|确保)?(?:(?:\d{4}|[今本明])年)?(?:\d{1,2}月(?:\d{1,2}日)?|年)?(?:底|末)?(?:之?前|完成|底|末|持续推进|长期坚持|长期|全年|常态化推进)"
    r"(?:基本)?(?:完成|落实|取得实效)?$"
)
_LINE = re.compile(
    r"[\n。][ 　]*【?(?=(?:(?:责任|分管|牵头|联系)(?:[市县区])?(?:领导|人)[：:∶][^：:∶\n]{2,16}[ 　；，。])?"  # 责任领导：张三　责任单位：…
    r"(?:牵头|主要责任|第一责任|责任|配合|主办|协办|主责|参与|落实|负责|承办)(?:责任)?(?:单位|部门|科室)(?:[：:∶]|】))([^\n]{2,400})"
)


@record(frozen=True, slots=True)
class _Bracket:
    start: int  # of the opening bracket, in the matching form
    end: int  # after the closing one
    named: tuple[tuple[BodyMark, Role], ...]
    above: int | None  # 0 for 以上工作, 2 for 以上两项, else None
    rule: str


def find(marked: MarkedText) -> Iterator[Assignment | Notice]:
    """Every body that a bracket makes answerable, with its role and the items it answers for."""
    text = marked.text
    if _HINT.search(text) is None and "）\n" not in text and not text.endswith("）"):
        return
    home = lexicon.region(marked.document.region_name) if marked.document.region_name else None
    brackets = _apart(sorted((*_brackets(text), *_lines(text)), key=lambda bracket: bracket.start))
    # One bracket of names alone may be anything, but not beside others, nor with a time, nor several behind a sentence.
    bare = [bracket for bracket in brackets if bracket.rule == "bare"]
    several = any(len(bracket.named) >= _FEWEST_ALONE and text[bracket.start - 1] == "。" for bracket in bare)
    if len(bare) == 1 and not several and len(brackets) - 1 < _FEWEST_BESIDE:
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
        scope = scopes.of(index, bracket.above)
        yield from _facts(marked, bracket.named, bracket.rule, scope, home)
    in_brackets = [(bracket.start, bracket.end) for bracket in brackets]
    for row in duty_tables_of(marked):
        named = [
            (body, role)
            for body, role in row.bodies
            if not any(start <= body.start < end for start, end in in_brackets)
        ]
        section = marked.section_at(row.start)
        task = _ITEM_NUMBER.sub("", text[slice(*row.task)].strip())[:40] if row.task else None
        yield from _facts(
            marked, named, "table", Scope(row.start, row.end, section.path if section else None, task), home
        )


def _facts(
    marked: MarkedText, named: Iterable[tuple[BodyMark, Role]], rule: str, scope: Scope, home: str | None
) -> Iterator[Assignment]:
    scope_start, scope_end = marked.clean(scope.start, scope.end)
    seen: set[tuple[str, Role]] = set()
    for body, role in named:
        if (body.name, role) in seen:
            continue
        seen.add((body.name, role))
        start, end = marked.clean(body.start, body.end)
        name = marked.printed(body.start, body.end) if body.end - body.start == len(body.name) else body.name
        yield Assignment(
            start=start,
            end=end,
            rule_id=f"assignments.{rule}",
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
        assigns = _KEY.search(text, start + 1, end) or ROLE_LABEL.match(text, start + 1, end)
        bracket = (assigns and (_labelled(text, start, end) or _clauses(text, start, end))) or _bare(text, start, end)
        if bracket is not None:
            at = end
            yield bracket


def _closing(text: str, start: int) -> int | None:
    """The offset after the bracket that closes the one at ``start``; None where it does not close soon in its line."""
    openings, closings = "（(" if text[start] in "（(" else text[start], _CLOSE[text[start]]
    if text.find(closings[0], start, start + _LONGEST) == -1 and text.find(closings[-1], start, start + _LONGEST) == -1:
        return None
    depth = 0
    for mark in _BRACKET_OR_END.finditer(text, start, start + _LONGEST):
        character = mark[0]
        if character in openings:
            depth += 1
            if depth > _DEEPEST:
                return None
        elif character in closings:
            depth -= 1
            if depth == 0:
                return mark.end()
        elif character == "\n":
            return None
    return None


def _labelled(text: str, start: int, end: int) -> _Bracket | None:
    """（责任单位：…；配合单位：…）; labels for other things (完成时限：) end a list and are passed over."""
    labels = list(dropwhile(lambda label: label["other"], role_labels(text, start + 1, end - 1)))
    if not labels:
        return None
    first = labels[0].start()
    if first > start + 1 and text[first - 1] not in "，；。、：":
        return None
    return _Bracket(start, end, tuple(under(text, labels, end - 1)), None, "labelled")


def _clauses(text: str, start: int, end: int) -> _Bracket | None:
    """（A牵头，B、C配合，D负责落实）: each clause ends in its verb; names without one join the clause after them."""
    inner_start, inner_end = start + 1, end - 1
    above = _ABOVE.match(text, inner_start, inner_end)
    if above:
        inner_start = above.end()
    named = tuple(by_verbs(text, inner_start, inner_end, None))
    return _Bracket(start, end, named, _count(above), "clauses") if named else None


def _count(above: re.Match[str] | None) -> int | None:
    """How many items 以上… reaches back over: 0 for all of the heading, None without it."""
    if above is None:
        return None
    words = (above["count"] or "").replace("两", "二")
    return (han_number(words) or 0) if words else 0


def _bare(text: str, start: int, end: int) -> _Bracket | None:
    """（市教育局、市财政局）at the end of a paragraph, after its last sentence: the bodies answer for it."""
    closes = text[end : end + 2].lstrip(" 　。；")[:1] in ("", "\n")
    if not closes or text[start - 1 : start] in ("", "\n", " "):
        return None
    due = _DUE_AFTER.search(text, start + 1, end - 1)
    named = list(split_bodies(text, start + 1, due.start() if due else end - 1))
    if text[start - 1] not in "。；，" and (
        len(named) < _FEWEST_BARE or _EXPLAINED.search(text[max(0, start - 4) : start])
    ):
        return None  # right behind a word one name alone explains it: 主管部门（市教育局）
    if not named or not all(is_body(body.name) and _ANSWERS.match(body.name) for body in named):
        return None
    rule = "bare_with_time" if due else "bare"
    return _Bracket(start, end, tuple((body, "responsible") for body in named), None, rule)


def _lines(text: str) -> Iterator[_Bracket]:
    """责任单位：… on a line of its own, without brackets."""
    if not any(hint in text for hint in ("单位：", "部门：", "科室：", "单位∶", "单位】", "部门】")):
        return
    for match in _LINE.finditer("\n" + text):  # a set first: re then scans for it
        start, end = match.start(1) - 1, match.end(1) - 1
        named = tuple(under_labels(text, start, end))
        if named:
            yield _Bracket(start, end, named, None, "labelled_line")
