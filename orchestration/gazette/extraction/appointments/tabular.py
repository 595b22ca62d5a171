"""Acts in tables: one row a person, columns of names, of posts taken up and of posts left."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.appointments.building import Builder
from orchestration.gazette.extraction.appointments.names import Person, persons
from orchestration.gazette.extraction.appointments.offices import attributes_of, offices
from orchestration.gazette.extraction.appointments.rows import Act, State

_NAME = re.compile(r"^(?:姓名|人员|同志|被任免人)$")
_ENTERED = re.compile(r"^(?:任命?(?:的)?职务|新任(?:的)?职务|任职|任命|担任职务|聘任职务)$")
_HELD_NOW = re.compile(r"^现任(?:的)?职务$")  # taken up where the post left stands beside it, else a standing post
_PROPOSED = re.compile(r"^拟(?:任|聘|提)(?:的)?(?:职务|岗位|职位)?$")
_LEFT = re.compile(r"^(?:免去?(?:的)?职务|免职|免去|原任职务|不再担任(?:的)?职务)$")
_BOTH = re.compile(r"^(?P<proposed>拟)?任免(?:职务|情况|意见|事项)?$")  # 任X局局长，免去Y局局长职务
_ENTERS = re.compile("(?:拟)?(?:任命为|任命|聘任为|聘任|提名为|任|聘)")
_LEAVES = re.compile("(?:拟)?(?:免去其?|免|不再担任)")
_POST = re.compile(r"^(?:职务|职位|岗位|单位及职务|单位职务)$")
_REMARK = re.compile(r"^(?:备注|说明|试用期)$")
_ATTRIBUTE = re.compile(r"试用|挂职|兼")

_KINDS = frozenset(("enter", "leave", "post", "propose", "both", "both_proposed"))
Columns = dict[int, str]


def cells(line: str) -> list[tuple[int, int]]:
    """The spans of a table row's cells; one cell where the line is no row."""
    found, at = [], 0
    for part in line.split("|"):
        found.append((at, at + len(part)))
        at += len(part) + 1
    return found


def header(line: str) -> Columns | None:
    """What the columns hold, where a line is the head of a table of persons and posts."""
    columns: Columns = {}
    for index, (start, end) in enumerate(cells(line)):
        words = line[start:end].replace(" ", "")
        for kind, pattern in (
            ("name", _NAME),
            ("enter", _ENTERED),
            ("now", _HELD_NOW),
            ("propose", _PROPOSED),
            ("leave", _LEFT),
            ("both", _BOTH),
            ("post", _POST),
            ("remark", _REMARK),
        ):
            if match := pattern.match(words):
                columns[index] = "both_proposed" if match.groupdict().get("proposed") else kind
    if "leave" in columns.values():
        columns = {index: "enter" if kind == "now" else kind for index, kind in columns.items()}
    kinds = set(columns.values())
    return columns if "name" in kinds and kinds & _KINDS else None


def row(builder: Builder, columns: Columns, start: int, line: str) -> int:
    """The acts of one table row; a plain 职务 column follows the heading above the table. Returns how many."""
    view = builder.view
    count = len(builder.rows)
    spans = {kind: cells(line)[index] for index, kind in columns.items() if index < len(cells(line))}
    if "name" not in spans:
        return 0
    named = persons(view, *view.trim(start + spans["name"][0], start + spans["name"][1]), False)
    if not named:
        return 0
    acts: dict[str, Act | None] = {
        "enter": Act("appoint", "table"),
        "propose": Act("appoint", "table", "拟任", is_motion=True),
        "leave": Act("remove", "table"),
        "post": builder.list_act,
    }
    for kind, act in acts.items():
        if kind not in spans or act is None:
            continue
        _posts(builder, act, named, start + spans[kind][0], start + spans[kind][1])
    for kind in ("both", "both_proposed"):
        if kind in spans:
            _both(builder, named, start + spans[kind][0], start + spans[kind][1], kind == "both_proposed")
    if "remark" in spans:
        words = view.printed(start + spans["remark"][0], start + spans["remark"][1]).strip()
        for one in builder.rows[count:] if _ATTRIBUTE.search(words) else []:
            one.attributes = one.attributes.with_(attributes_of(words))
    return len(builder.rows) - count


def _posts(builder: Builder, act: Act, named: list[Person], start: int, end: int) -> None:
    builder.state = State(start, subject=named)
    first = True
    for token in builder.view.tokens(start, end):
        if first:
            first = not builder.join(act, named, named[0].start, token.start, token.end)
        elif builder.state.item is not None:
            builder.add(builder.state.item, offices(builder.view, token.start, token.end) or [])


def _both(builder: Builder, named: list[Person], start: int, end: int, is_motion: bool) -> None:
    """A cell that says by its own verbs which posts are taken up and which are left."""
    view = builder.view
    builder.state = State(start, subject=named)
    for token in view.tokens(start, end):
        enters = _ENTERS.match(view.masked, token.start, token.end)
        verb = enters or _LEAVES.match(view.masked, token.start, token.end)
        if verb is not None:
            words = ("拟任" if enters else "拟免") if is_motion else None
            act = Act("appoint" if enters else "remove", "table", words, is_motion)
            if not builder.join(act, named, named[0].start, verb.end(), token.end):
                builder.state.item = None
        elif builder.state.item is not None:
            builder.add(builder.state.item, offices(view, token.start, token.end) or [])
