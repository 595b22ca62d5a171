"""免去王静市档案局局长职务: where a name ends that nothing divides from the post behind it.

Read only where one division alone makes sense: the post begins with a level (市…), a known place, a body that the text names
elsewhere, or else with what has the shape of a place's name.
"""

from __future__ import annotations

import re

from orchestration.gazette.extraction.appointments.building import Builder
from orchestration.gazette.extraction.appointments.names import persons
from orchestration.gazette.extraction.appointments.offices import Office, offices
from orchestration.gazette.extraction.appointments.rows import Act
from orchestration.gazette.language.characters import simplified
from orchestration.gazette.language.people import COMPOUND_SURNAMES, is_name
from orchestration.gazette.language.posts import MASK, title_start
from orchestration.gazette.lexicon.regions import split_prefix

# How the words of a post may begin, whatever its place.
LEVEL_START = re.compile(
    r"中[国共央华]|国[务家]|全国|最高|省|市|县|区|自治|原|第[一二三四五六七八九十\d]{1,4}(?:届|人民|中学|小学|医院)|驻|人民(?:法院|检察院|医院|政府)|开发区|高新[技区]"
    # parts that bodies of any kind have
    r"|办公[厅室]|图书馆|档案[馆室]|(?:教务|学生|科研|人事|财务|保卫|后勤|总务|基建|外事|审计)[处科部](?!理)|组织部|宣传部|统战部|纪委|团委|工会|机关党委|研究生院|信息中心"
)
_PLACE_END = re.compile(r"[省市县区州镇乡旗盟]$")
_CUT_WORDS = frozenset("中国 中央 中华 中共 中学 国家 国务 国有 国际 国网 人民 自治 市场".split())
# What the names of bodies begin with where they leave out their place: 教育局, 政协, 党委, 集团.
_BODY_WORDS = frozenset(
    "政协 人大 党委 党组 团委 工会 共青 公安 教育 财政 民政 司法 水利 水务 农业 农村 林业 交通 卫生 文化 文联 体育 审计 统计 环境 环保 自然 人力 "
    "人事 住房 城市 城管 应急 市场 商务 科技 科学 发展 民族 退役 医疗 医保 信访 广播 图书 档案 机关 组织 宣传 统战 集团 公司 学校 学院 医院".split()
)
_APART = re.compile(rf"(?P<name>[\u4e00-\u9fff·]{{2,12}}(?:{MASK}+ *| +))(?=[\u4e00-\u9fff]{{3}})")
_BLANK = re.compile(r" +(?=[\u4e00-\u9fff]{3})")
_RUN_ON = re.compile(r"职务(?=[\u4e00-\u9fff]{4})")
_BARE_LEVEL = re.compile(r"[省市县区州旗](?!长)")
# 免去A市财政局局长、市审计局局长的职务: the word may stand behind a further post of the clause.
HOLDS_POST = re.compile(r"[^，。；：\n]{1,120}?职[务位]")
# A place that no table knows: two or three characters and a level that belongs to no other word.
_PLACE_SHAPE = re.compile(
    r"(?P<place>[^局厅委院部处司会所站校社园公大中小省市县区镇乡旗]{2,3}?"
    r"(?:自治[县州旗区]|街道|[省县旗盟州镇乡](?![省市县区州镇乡](?!长)|[级域])|市(?![场政容民级县])|区(?![域块级县])))"
)
_UNDIVIDED = "name and post stand undivided, and more than one division could be meant: look the act up"


def undivided(builder: Builder, act: Act, start: int, end: int) -> bool:
    """Makes the rows of a name and a post with nothing between them; a notice where two divisions make sense."""
    masked = builder.view.masked
    if builder.list_act is None and not HOLDS_POST.match(masked, start):
        return False
    apart = _APART.match(masked, start, end)
    if apart:
        return _set_apart(builder, act, start, end, apart)
    divisions: list[int] = []
    shaped: list[int] = []
    bare: list[int] = []
    straddles = False
    at_place: list[int] = []  # those before the full name of a place: 张虎|深圳市, not 张虎深圳|市
    for size in _sizes(masked[start : start + 2]):
        name, rest = masked[start : start + size], masked[start + size : end]
        if not is_name(name) or _PLACE_END.search(name) or name[-1] + rest[:1] in _CUT_WORDS:
            continue
        if name[-1] + rest[:1] in _BODY_WORDS and rest[:2] not in _BODY_WORDS:
            continue  # 李丽|政协…, not 李丽政|协…
        found = offices(builder.view, start + size, end)
        if not found:
            continue
        if _is_place(builder, start, size, rest):
            continue
        if _straddles_place(name, rest):
            straddles = True
            continue
        place = split_prefix(rest[:12], None)
        shape = _PLACE_SHAPE.match(rest)
        if (place is not None and rest.startswith(place[0].name)) or (
            shape and _is_named(builder, start + size, shape.end())
        ):
            at_place.append(size)
        if not found[0].organization:  # 免去A副主任职务: the title alone, as much of it as there is
            bare = bare or [size]
        if (
            LEVEL_START.match(rest)
            or rest[:2] in _BODY_WORDS
            or place
            or _is_body_named(builder, start + size, found[0])
        ):
            divisions.append(size)
        if shape:
            shaped.append(size)
    level = _level_kept(builder, act)
    kept = [size for size in divisions if level and masked.startswith(level, start + size)]
    if len(kept) == 1:
        divisions = kept
    elif len(at_place) == 1 and not _is_short_place(masked[start + at_place[0] :], at_place[0] + 1 in divisions):
        divisions = at_place
    if len(divisions) > 1 or (straddles and not divisions):
        builder.unclear(start, end, "name_unclear", _UNDIVIDED)
        return True
    # A given name has two characters more often than one, a place's name two more often than three.
    divisions = divisions or shaped[-1:] or bare
    if not divisions:
        return False
    named = persons(builder.view, start, start + divisions[0], True)
    if named is None or not builder.join(act, named, builder.opening(start), start + divisions[0], end):
        return False
    if builder.state.item is not None:
        builder.state.item.is_undivided = True
    return True


def _set_apart(builder: Builder, act: Act, start: int, end: int, apart: re.Match[str]) -> bool:
    """A blank between name and post; where lines were run together, the next name begins behind the post: A X局局长B Y局局长."""
    view = builder.view
    waiting = persons(view, start, apart.end("name"), False)
    if waiting is None:
        return False
    following = None if builder.list_act is None else _next_apart(builder, apart.end(), end)
    cut = following.start() if following else end
    if builder.list_act is not None and (over := _RUN_ON.search(view.masked, apart.end(), cut)):
        cut = over.end()  # …局长职务⏎云州县人民政府
    if not builder.join(act, waiting, builder.opening(start), apart.end(), cut):
        return False
    if following is not None:
        builder.state.item = None
        _set_apart(builder, act, following.start(), end, following)
    return True


def _next_apart(builder: Builder, start: int, end: int) -> re.Match[str] | None:
    """The next name with a blank behind it that stands right behind a post."""
    masked = builder.view.masked
    for blank in _BLANK.finditer(masked, start, end):
        for size in (3, 2, 4):
            at = builder.view.unbracketed_end(start, blank.start()) - size
            if at <= start or not is_name(masked[at : at + size]):
                continue
            before = masked[start : builder.view.unbracketed_end(start, at)]
            if before.endswith("职务") or title_start(before) is not None:
                return _APART.match(masked, at, end)
    return None


def _level_kept(builder: Builder, act: Act) -> str | None:
    """The bare level with which the body of the item before begins (县环保局): a list keeps to one way of naming bodies."""
    item = builder.state.item
    if item is None or not item.is_undivided or item.act is not act or not item.last_organization:
        return None
    first = simplified(item.last_organization[0])
    return first if _BARE_LEVEL.match(first) else None


def _is_short_place(rest: str, is_name_too: bool) -> bool:
    """Whether a place of one character and its level may be a given name's end and a bare level: 周明|耀县…, 周明耀|县…."""
    return is_name_too and _BARE_LEVEL.match(rest, 1) is not None


def may_name_another(builder: Builder, start: int, end: int) -> bool:
    """Whether what follows an undivided item may be a further one: B科研处处长, but not 市审计局局长."""
    item, masked = builder.state.item, builder.view.masked
    if item is None or not item.is_undivided or LEVEL_START.match(masked, start, end):
        return False
    if split_prefix(masked[start : min(end, start + 12)], None) is not None or begins_with_place(builder, start, end):
        return False
    return any(is_name(masked[start : start + size]) for size in _sizes(masked[start : start + 2]))


def begins_with_place(builder: Builder, start: int, end: int) -> bool:
    """Whether the words have the shape of a place's name that no name of a person can begin, or that the text prints elsewhere."""
    shape = _PLACE_SHAPE.match(builder.view.masked, start, end)
    if shape is None:
        return False
    heads = (builder.view.masked[start : start + size] for size in (2, 3))
    return _is_named(builder, start, shape.end() - start) or not any(is_name(head) for head in heads)


def _sizes(head: str) -> tuple[int, ...]:
    """How long a name that begins so can be; a married name of four is not printed without its 同志 or 的."""
    return (3, 4) if head in COMPOUND_SURNAMES else (2, 3)


def _is_place(builder: Builder, start: int, size: int, rest: str) -> bool:
    """Whether a name and the bare level after it are a place that the text prints elsewhere: no name, 云州|市…."""
    return _BARE_LEVEL.match(rest) is not None and _is_named(builder, start, size + 1)


def _straddles_place(name: str, rest: str) -> bool:
    """Whether the end of a name and the bare level after it print a known place: 刘黄浦|区…, where 黄浦区 may be meant."""
    if not _BARE_LEVEL.match(rest):
        return False
    return any(split_prefix(name[at:] + rest[0], None) is not None for at in range(1, len(name) - 1))


def _is_body_named(builder: Builder, start: int, office: Office) -> bool:
    size = len(office.organization)
    return size >= len("某公司") and _is_named(builder, start, size)


def _is_named(builder: Builder, start: int, size: int) -> bool:
    """Whether the text prints the words at ``start`` elsewhere, where they can begin."""
    text = builder.view.text
    words = text[start : start + size]
    at = text.find(words)
    while at == start or (at > 0 and text[at - 1] not in "\n，、；：。的任为关经对由在与和及到将给 "):
        at = text.find(words, at + 1)
    return at >= 0
