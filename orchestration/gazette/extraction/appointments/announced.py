"""Who takes up a post where a line announces it: A将于2月1日出任X; and whose post, where a company says so: X公司宣布A出任总经理."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.appointments.building import Builder
from orchestration.gazette.extraction.appointments.names import Person, persons, subjects
from orchestration.gazette.extraction.appointments.offices import Office
from orchestration.gazette.extraction.appointments.view import Token, View
from orchestration.gazette.language.characters import simplified
from orchestration.gazette.language.people import is_name
from orchestration.gazette.language.posts import title_start

_ANNOUNCED = re.compile("宣布|公布|决定|任命")
# What is to come: A将出任X, A将于2月1日出任X.
_WHEN = re.compile(
    r"即?将(?:(?:于|从|自)?(?:[\d〇○零一二三四五六七八九]{4}年)?(?:[\d一二三四五六七八九十]{1,3}月)?"
    r"(?:[\d一二三四五六七八九十]{1,3}日|同日|即日)?起?)(?:正式)?$"
)
_WHY = re.compile("(?:因|由于)(?:已经?|其|将|即将|拟)?$")
_WHEN_ENDS = frozenset("将月日起式")
_SAYS_OF_ITSELF = re.compile(
    r"(?:此外|其中|另外|同时)?(?:今[天日]|昨[天日]|[日近]日?前?|\d{1,2}日)?(?P<body>[\u4e00-\u9fff]{3,16}?)"
    r"(?:今[天日]|昨[天日]|日前|近日|\d{1,2}日|则|也|亦|还|正式|同时)*(?:宣布|公布)了?(?:最新|高层)?(?:人事(?:变动|任命|调整|任免|消息))?"
)
_LONGEST_OF_HAN = 3  # characters of a name; those of four are rare, and a body can look like one
_OF_COMPANY = re.compile("董事|监事|经理|总裁|总监|首席|行长|主席")
# Those above a company announce for it, those inside it are no body of their own.
_NOT_OF_ITSELF = re.compile(
    "[会部委办局厅署院府央]$|[人员者]$|^(?:该|本|我|此|两|母|子)?(?:公司|集团|银行|企业|双方)$|[经由在对于]"
)

# 目前还担任其他部门的职务。A任X，B任Y: what is held already.
_HOLDS = re.compile(
    r"(?:目前|现在?|仍然?|还|依然|依旧)[^，。；：]{0,6}(?:担任|兼任|任(?![命免]))[^，。；：]{0,16}(?:职务|一职|岗位|职位)$"
)


def before_link(builder: Builder, start: int, end: int) -> list[Person] | None:
    """The persons before a link word; of whom it is said that they will (X委员A将转任Y), only where the line announces it."""
    masked = builder.view.masked
    when = _WHEN.search(masked, start, end) if masked[end - 1] in _WHEN_ENDS else None
    if when is None and (why := _WHY.search(masked, start, end)) and is_name(masked[start : why.start()]):
        return None  # A因已调任X，请求辞去Y: why somebody leaves, not what is decided
    if when is None:
        # 拉巴同志任X: the word says that a name stands before it, whatever its surname
        named = subjects(builder.view, start, end)
        return named or (persons(builder.view, start, end, False) if masked.endswith("同志", start, end) else None)
    if _ANNOUNCED.search(masked, _list_start(masked, start), start) is None or when.start() == start:
        return None
    return persons(builder.view, start, when.start(), True)


def _list_start(masked: str, at: int) -> int:
    """Where the line at ``at`` begins, or the line that leads to it: 现公布下列任命：⏎A将出任X；⏎B将出任Y."""
    start = masked.rfind("\n", 0, at) + 1
    while start and masked[max(0, start - 2)] in "：；":
        start = masked.rfind("\n", 0, start - 1) + 1
    return start


def is_to_come(builder: Builder, start: int, end: int) -> bool:
    """A将于2月1日出任X: what is said to come is news where the line announces acts."""
    masked = builder.view.masked
    takes_over = masked.find("接替", start + 1, end)
    end = end if takes_over < 0 else takes_over  # A将于同日接替B出任X
    return _WHEN.search(masked, start, end) is not None and before_link(builder, start, end) is not None


def without_when(masked: str, start: int, end: int) -> int:
    """Where the words before what is to come end: A in A将于2月1日."""
    when = _WHEN.search(masked, start, end)
    return when.start() if when else end


def says_will(builder: Builder, token: Token) -> bool:
    """特区政府宣布，A将于2月1日接任X: what is to come is announced where the sentence says so."""
    masked = builder.view.masked
    if masked.find("将", token.start, token.end) < 0:
        return False
    return masked.find("宣布", builder.state.start, token.start) >= 0


def of_announcer(builder: Builder, start: int | None, end: int, found: list[Office] | None) -> None:
    """X公司宣布A出任总经理: a post of a company that names no body is of the company that announces it.

    The words of who announces begin at ``start``, else behind the last mark before ``end``.
    """
    view = builder.view
    if not found or found[0].organization or not _OF_COMPANY.search(simplified(found[0].post)):
        return
    if start is None:
        start = max(builder.state.start, *(view.masked.rfind(mark, 0, end) + 1 for mark in "，；：\n"))
    says = _SAYS_OF_ITSELF.fullmatch(view.masked, start, end)
    if says is None:
        return
    body = says["body"]
    is_person = len(body) <= _LONGEST_OF_HAN and is_name(body)
    if not is_person and _NOT_OF_ITSELF.search(body) is None and title_start(body) is None:
        builder.last_organization = view.printed(*says.span("body"))


def tells_what_is_held(view: View, start: int, end: int) -> bool:
    """Whether a sentence says that posts are held already (目前还担任其他部门的职务): A任X after it puts nobody into X."""
    return _HOLDS.search(view.masked, start, end) is not None
