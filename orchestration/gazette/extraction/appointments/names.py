"""Persons where an act's grammar puts them: 任命[A（女）、B同志]为…, 免去[X局局长C]的职务."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.appointments.view import View
from orchestration.gazette.language.people import can_be_name, ending_names, is_name
from orchestration.gazette.language.posts import MASK, is_post, title_start
from orchestration.gazette.record_class import record

_TAIL = re.compile(
    rf"(?:(?:等(?:\d{{1,3}}|[一二三四五六七八九十两]{{1,3}}|多|数)?(?:名|位|人)?(?:同志|人员|代表|官员|干部|领导|人)?|(?:\d{{1,3}}|[一二三四五六七八九十两]{{1,3}})(?:名|位)(?:同志|人员|代表)?|(?:\d{{1,3}}|[两三四五六七八九十]{{1,3}})人)|(?:(?<=[\u4e00-\u9fff]{{2}})两)?同志|先生|女士|同学|(?<=[\u4e00-\u9fff]{{2}})(?:学士|硕士|博士|教授|院士|法官|医生|太平绅士))(?P<masks>{MASK}*)$"
)
# It ends in one of its own characters: other words are not searched.
_TAIL_ENDS = frozenset("0123456789") | frozenset(re.findall(r"[\u4e00-\u9fff]", _TAIL.pattern))
_LEAD = re.compile(
    rf"^(?:{MASK}+|\d{{1,3}}[.．]|[①-⑳]|由|给予|对|[选抽]?调|[选改下]?派|决定|关于|将|免|其中|[例比]如|如|同意|接受|分别是|以及|另有)+(?=.{{2}})"
)
_LONGEST = 120  # characters of a name with its titles and brackets
_ADVERBS = tuple(
    "今天 昨天 今日 昨日 日前 近日 正式 同时 依法 一并 分别 相继 先后 继续 主动 随后 当场 再次 全票 宣誓".split()
)
# Adverbs of one character between who acts and the verb; a given name may end in one, but seldom does.
_SHORT_ADVERBS = frozenset("则也亦仍即还又已遂均都")
_OF_SEVERAL = frozenset("均都")
_BEFORE_ADVERB = re.compile(r"[\u4e00-\u9fff]{2}")
_JOIN = re.compile(r"以及|和|及|与|暨")
_ROLE = re.compile(r"(?:官员|同志|干部|委员|代表|教授|院士|学者|人士|专家|候选人|人选|成员|议员)$")
# What bodies, or verbs, end in, but hardly a name before its title: 白沙镇党委书记, 党校校长, 文联主席, 王刚任副部长.
_BODY_ENDS = frozenset("任省市县区州镇乡村旗盟校委联办团组社所站馆队部处科室厅局院")
_BODY_BEFORE = re.compile(r"[部局委办厅院处室司镇乡]$|公司$|集团$|中心$|政府$")
_FEWEST_BESIDE = 2
_IN_BRACKET = re.compile(r"女|[\u4e00-\u9fff]{1,6}族|非中共|无党派|党员")


@record(frozen=True, slots=True)
class Person:
    """One person as printed: span of the name, what a bracket says, and the title printed before it."""

    start: int
    end: int
    name: str
    remark: str | None = None
    title_start: int | None = None  # where the words of a title before the name begin (X局局长C)

    @property
    def title_end(self) -> int:
        return self.start


def persons(view: View, start: int, end: int, strict: bool) -> list[Person] | None:
    """Every person of a list without 、 (A和B); None where any part of it cannot be a name."""
    if end - start > _LONGEST:
        return None
    one = person(view, start, end, strict)
    if one is not None:
        return [one]
    for join in _JOIN.finditer(view.masked, start, end):
        left = person(view, start, join.start(), True)
        right = persons(view, join.end(), end, True) if left else None
        if left and right:
            return [left, *right]
    return None


def subjects(view: View, start: int, end: int) -> list[Person] | None:
    """Persons right before a verb of theirs, where an adverb may stand between: A则转任X, A、B均不再担任X."""
    adverb = view.masked[end - 1]
    if adverb not in _SHORT_ADVERBS:
        return persons(view, start, end, True)
    named = subjects(view, start, end - 1) if end - 1 > start else None
    if named is None or (adverb in _OF_SEVERAL and len(named) == 1 and view.masked[start - 1 : start] != "、"):
        return persons(view, start, end, True)
    last = view.masked[named[-1].start : named[-1].end]
    with_adverb = view.masked.count(last + adverb)
    if with_adverb > 1 and view.masked.count(last) == with_adverb and is_name(last + adverb):
        return persons(view, start, end, True)  # printed so wherever the text names the person
    return named


def person(view: View, start: int, end: int, strict: bool) -> Person | None:
    """The one person of [start, end). ``strict`` asks for a surname of the table; else the grammar has spoken already."""
    start, end = view.trim(start, end)
    lead = _LEAD.match(view.masked[start:end])
    alternatives = [start]
    if lead is not None:
        # 由立明 can be a name, 由王立明 hardly one of two surnames.
        alternatives.insert(1 if end - start == 3 else 0, start + lead.end())
    owned = view.masked.rfind("的", start, end)
    if owned > start and strict:
        alternatives.append(owned + 1)
    for low in alternatives:
        found = _person(view, low, end, strict)
        if found is not None:
            return found
    return None


def _person(view: View, start: int, end: int, strict: bool) -> Person | None:
    high, remarks = _without_brackets(view, start, end)
    if view.masked.endswith(_ADVERBS, start, high) and _BEFORE_ADVERB.match(view.masked, max(0, high - 4), high - 2):
        high -= 2  # A、B两名同志分别
    tail = _TAIL.search(view.masked, start, high) if view.masked[high - 1] in _TAIL_ENDS else None
    if tail is not None:
        high, more = _without_brackets(view, start, tail.start())
        remarks = more + remarks
    if view.masked.endswith(_ADVERBS, start, high) and _BEFORE_ADVERB.match(view.masked, max(0, high - 4), high - 2):
        high -= 2
    word = view.masked[start:high]
    bare = word.replace(" ", "") if len(word) <= 8 else word
    remark = "；".join(remarks) or None
    if (is_name(bare) or (not strict and can_be_name(bare))) and not is_post(bare):
        return Person(start, high, view.printed(start, high), remark)
    if MASK in bare or " " in bare:
        return None
    title = title_start(word)
    is_body = title is not None and (word[title - 1] in _BODY_ENDS or word[0] == "原")  # 党校校长, 原云大校长
    if title is not None and is_name(word[:title]) and not is_body:  # 郑某副区长
        return Person(start, start + title, view.printed(start, start + title), remark)
    found = [start + begin for begin in ending_names(word) if begin and _ends_with_title(view, start, start + begin)]
    if (
        not found and tail is not None and tail[0].startswith("同志")
    ):  # 县委组织部王静同志: a body stands before the name
        bodies = [start + begin for begin in ending_names(word) if begin and _BODY_BEFORE.search(word[:begin])]
        if len(bodies) == 1:
            return Person(bodies[0], high, view.printed(bodies[0], high), remark)
    if len(found) != 1 or is_post(view.masked[found[0] : high]):
        return None
    return Person(found[0], high, view.printed(found[0], high), remark, start)


def _ends_with_title(view: View, start: int, end: int) -> bool:
    words = view.masked[start : view.unbracketed_end(start, end)]
    return title_start(words) is not None or _ROLE.search(words) is not None


def _without_brackets(view: View, start: int, end: int) -> tuple[int, list[str]]:
    """The end without the brackets behind a name, and what they say of the person (女，回族)."""
    high = view.unbracketed_end(start, end)
    said = [view.printed(low, up) for low, up in view.brackets(high, end)]
    return high, [words for words in said if _IN_BRACKET.search(words)]


def side_by_side(view: View, start: int, end: int) -> list[Person] | None:
    """Names that spaces set apart (丁一  王 静  李大明), those of two characters spread to the width of three."""
    pieces = [(match.start(), match.end()) for match in re.finditer(r"[^ ]+", view.masked[start:end])]
    spans: list[tuple[int, int]] = []
    for low, high in pieces:
        core = len(view.masked[start + low : start + high].rstrip(MASK))
        if core == 1 and spans and spans[-1][1] - spans[-1][0] == 1:
            spans[-1] = (spans[-1][0], high)
        else:
            spans.append((low, high))
    if len(spans) < _FEWEST_BESIDE:
        return None
    named = [person(view, start + low, start + high, True) for low, high in spans]
    found = [one for one in named if one is not None and one.title_start is None]
    return found if len(found) == len(spans) else None
