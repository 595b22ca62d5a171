"""Lists under a heading that says that those below were elected or appointed: 选举结果：⏎主任：A⏎副主任：B、C; …（下表）⏎X局局长 A."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.appointments.building import Builder
from orchestration.gazette.extraction.appointments.carrying import carried
from orchestration.gazette.extraction.appointments.names import Person, person, persons, side_by_side
from orchestration.gazette.extraction.appointments.offices import offices
from orchestration.gazette.extraction.appointments.rows import Act, Item
from orchestration.gazette.extraction.appointments.view import Token
from orchestration.gazette.language.posts import MASK

# The rule of acts whose heading promises posts and names, and nothing else.
RULE = "group"
_RESULTS = re.compile(
    r"(?:[^。；：，]{0,30}(?:选举|换届选举)结果|[^。；：，]{0,30}当选(?:人员?|者)?名单)(?:公布|公告|通报|宣布)?(?:如下|是)?"
)
# 云州市第三届人民代表大会第一次会议选出：
_ELECTS = re.compile(
    r"[^。；：，]{4,40}(?:会议|大会)(?:依法)?(?:选出|选举产生)了?(?:下列|以下|如下)?(?:人员|领导人员)?"
)
_NAMED_BELOW = re.compile(r"(?:具体)?(?:人员|组成)?名单(?:公布|公告)?(?:如下|为)?|他们(?:分别)?是|分别[是为]")
_BELOW = re.compile(r"任命了?[^。；：\n]{2,40}（(?:见|如)?(?:下表|附表|名单如下|名单见后|名单附后)）")
_NAMES_THEM = re.compile(r"[^。；：，]{2,24}(?:官员|名单|成员|班子|人选|一览表?)(?:如下|名单)?")
_CONGRESS = re.compile(
    r"(?P<congress>[\u4e00-\u9fff]{2,14}[镇乡](?:第?[一二三四五六七八九十\d]{1,4}届)?(?:人民代表大会|人大))第?[一二三四五六七八九十\d]{1,3}次"
)
# Whom a township's congress elects: its own chair, and the heads of the place.
_OF_CONGRESS = re.compile("副?(?:主席|镇长|乡长)$")
# Who may sign a list below it: 县长 A.
_SIGNS = re.compile("[省市县区州镇乡盟旗]长|总理|主席|院长|检察长")
_LINKS = ("是", "为", "有")


def act_of_heading(words: str, awaited: bool) -> Act | None:
    """The act that a line alone lends to the lines below it: 选举结果如下, or the caption of a list promised before."""
    if not awaited and "选" not in words:
        return None
    is_open = words.rstrip().endswith("：")
    words = words.strip().rstrip("：").replace(" ", "")
    if _RESULTS.fullmatch(words) or (is_open and _ELECTS.fullmatch(words)):
        return Act("appoint", RULE, "选举")
    return Act("appoint", RULE) if awaited and _NAMES_THEM.fullmatch(words) else None


def congress_of(words: str) -> str | None:
    """The congress whose results a heading gives (白沙镇第三届人民代表大会第一次会议选举结果)."""
    congress = _CONGRESS.match(words.strip())
    return congress["congress"] if congress else None


def promises(words: str) -> bool:
    """Whether a sentence says that those appointed are listed below: 任命了X主要官员（下表）."""
    return "任命" in words and _BELOW.search(words) is not None


def labelled(builder: Builder, token: Token) -> bool:
    """市教育局局长：A under a heading (任命名单), …，副主席是：A、B: the post before the colon, its holders behind it."""
    state, listed = builder.state, builder.list_act
    act = listed or state.act
    if act is None or act.action != "appoint" or token.after != "：" or token.before == "、":
        return False
    end = token.end - builder.view.masked.endswith(_LINKS, token.start, token.end)
    is_told = listed is None and end < token.end  # 选举A为主席，副主席是：B
    if token.before not in ("", "；") and not is_told:
        return False
    found = offices(builder.view, token.start, end)
    if (
        found
        and act.rule == RULE
        and not found[0].organization
        and builder.congress
        and _OF_CONGRESS.match(found[0].post)
    ):
        builder.last_organization, builder.congress = builder.congress, None
    organization = _body(builder, found[0].organization, is_told or act.rule == RULE) if found else None
    if not found or not organization:
        return False
    if not found[0].organization:
        organization = carried(found[0], organization, False)
    state.group, state.group_post = organization, found[0].post
    builder.last_organization, state.label_start = organization, token.start
    if act.rule == RULE or is_told:
        state.group_remark = act.remark
    return True


def named_below(builder: Builder, token: Token) -> bool:
    """任命A等3人为X，名单如下：A、B、C: all of them, to the post said before."""
    state, item = builder.state, builder.state.item
    if token.after != "：" or item is None or not item.rows or item.act.action != "appoint":
        return False
    if _NAMED_BELOW.fullmatch(builder.view.masked, token.start, token.end) is None:
        return False
    row = item.rows[-1]
    state.group, state.group_post, state.group_remark = row.organization or "", row.post, item.act.remark
    return True


def named_first(builder: Builder, token: Token) -> bool:
    """A：X局局长 under a heading (任命人员名单); the next name may stand right behind the post where lines were joined."""
    state, view, act = builder.state, builder.view, builder.list_act
    if act is None or token.before != "：" or not state.pending or state.pending[-1].end < token.start - 2:
        return False
    following = person(view, token.start, token.end, True) if token.after == "：" else None
    end = following.start if following is not None and following.title_start is not None else token.end
    if not builder.join(act, state.pending, builder.opening(token.start), token.start, end):
        return False
    state.pending = [following] if following is not None and end < token.end else []
    return True


def _body(builder: Builder, printed: str, may_carry: bool) -> str | None:
    """The body of a labelled post; a list of results and a running sentence may leave it out."""
    if printed or not may_carry:
        return printed or None
    item = builder.state.item
    return (item.last_organization if item else None) or builder.last_organization or builder.heading


def titled_line(builder: Builder, start: int, end: int) -> int:
    """A line that is a post and those who hold it: X局局长 A（女）, X局局长A. Returns how many rows it gave.

    Under 任命： only where no item before names its person first: then such a line may be a signature.
    """
    act, view = builder.list_act, builder.view
    if act is None or (act.rule != RULE and not builder.names_last):
        return 0
    while start < end and view.masked[start] in MASK + " ":
        start += 1
    start, end = view.trim(start, end, "；。")
    if any(mark in view.text[start:end] for mark in "，。；：、"):
        return 0
    space = view.text.find(" ", start, end)
    named: list[Person] | None
    if space > 0 and (found := offices(view, start, space)):
        while view.text[space] == " ":
            space += 1
        named = persons(view, space, end, True) or side_by_side(view, space, end)
    else:
        named = persons(view, start, end, True)
        title = named[0].title_start if named and len(named) == 1 else None
        found = offices(view, title, named[0].start) if named and title is not None else None
    if not named or not found or not found[0].organization or (act.rule != RULE and _SIGNS.search(found[0].post)):
        return 0
    count = len(builder.rows)
    builder.add(Item(act, named, start), found)
    return len(builder.rows) - count
