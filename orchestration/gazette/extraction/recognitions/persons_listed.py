"""The persons that a line of a list names: alone, side by side, beside or run together with what they are.

张三 李四, 张三（市教育局）、李四（市财政局）, 张三 市教育局局长, 市教育局 张三 市财政局 李四, 李敏云山县商务局局长 (whose
spaces were lost), 市教育局局长张三.
"""

from __future__ import annotations

import re
from itertools import pairwise

from orchestration.gazette.language.bodies import is_body
from orchestration.gazette.language.people import COMPOUND_SURNAMES, is_name
from orchestration.gazette.lexicon.regions import is_place

# How the words end that say what a person is, where the name comes behind them (红星村村民张三).
_SAYS_WHAT = re.compile(
    r"(?:村民|居民|职工|员工|学生|司机|民警|辅警|警察|战士|军人|群众|书记|主任|经理|总裁|[院校所站队会部镇乡村县区市厂局科处班组团社馆店园董事]长|护士长?|工人|队员|干部|医生|"
    r"医师|社员|市民|农民工?|同学|老人|老党员|选手|模特|运动员|教练员?|志愿者|企业家|负责人|代表人|带头人|传承人|法人|创始人|经营者|教师|老师|教授|讲师|研究员|"
    r"工程师|设计师|技师|技术员|科员|委员|主席|店主|业主|个体户|驾驶员|快递员|理货员|营业员|调解员|演员|记者|编辑|律师|[车钳焊电]工|环卫工|保安|院士|同志)$"
)
_MANNER = re.compile(r"(?:同志|院士|教授|先生|女士|研究员)$")
# How the words end that say what a person is, behind the name.
_ENDS_AS_POST = re.compile(
    r"(?:主任|书记|主席|经理|总监|总裁|[局科处院校所站队会部镇乡村县区市厂董事组班店行园社馆]长|科员|教师|老师|教授|讲师|医师|医生|护士长?|[程设技]\w?师|干部|民警|辅警|委员|"
    r"居民|村民|职工|员工|工人|农民|学生|战士|司机|驾驶员|社员|队员|志愿者|负责人|创始人|带头人|经营者|调解员|研究员|技术员|主任科员|博士|[村镇乡]人)$"
)
_ENDS_AS_UNIT = re.compile(r"[股科室组班站所校院局]$|中[心学]$|小学$")
# A place, or an organ of the place itself (市公安局…), behind a name.
_PLACE_FIRST = re.compile(
    r"[市县区省州](?=[\u4e00-\u9fff]{1,10}?(?:局|委|办|厅|政府|法院|检察院|医院|中学|小学|支队|大队|中心|公司))|[\u4e00-\u9fff]{2,4}?[省市县区州盟旗镇乡]"
)
_USUAL_PLACE = re.compile(
    r"[\u4e00-\u9fff]{2}[市县区州盟旗镇乡]"
)  # most places are named by two characters and their kind
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,12}?[省市县区州盟旗]")
_BEGINS_BODY = re.compile(r"[省市县区州盟旗]|[\u4e00-\u9fff]{2,3}[省市县区州盟旗镇乡]")
_GENDER = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,3})[男女](?!装|子|篮|足|排|士|生|声)")
_NO_PERSON = re.compile(r"(?:项目|家庭|工程|作品|产品|品牌|商标|单位|[省市县城村镇乡]人)$")
_TOKEN = re.compile(r"(?P<head>[^ 　、，；（）—]+)(?:（[^（）]*）)?")
_LONGEST_PLAIN = 4  # characters that a name reaches only with a compound surname
_SHORTEST_GLUED = 5  # characters of a name and what the person is, run together

Span = tuple[int, int]


def persons_on(start: int, words: str) -> list[Span]:
    """The spans of the persons on a line whose words begin at ``start``; an empty span for one whose name cannot be told.

    Nothing where the line names no person.
    """
    tokens = _tokens(words)
    plain = [(0, len(head)) if _is_person(head.replace(" ", "")) else None for _, head in tokens]
    found = plain if any(plain) else [person_in(head) for _, head in tokens]
    named = [(start + at + span[0], start + at + span[1]) for (at, _), span in zip(tokens, found, strict=True) if span]
    if not named:
        return [(start, start)] if len(tokens) == 1 and _is_glued(tokens[0][1]) else []
    if len(named) == len(tokens) or _alternate([head for _, head in tokens], found):
        return named
    if (
        any(plain) and len(named) * 2 > len(tokens) > 2 and not any(mark in words for mark in " 　，")
    ):  # joined by 、, some of them not clear
        return [
            (start + at + s[0], start + at + s[1]) if s else (start + at, start + at)
            for (at, _), s in zip(tokens, found, strict=True)
        ]
    return named[:1]  # what follows says what the one person is


def person_in(words: str) -> Span | None:
    """Where the name stands in words that name one person, with or without what the person is."""
    if _is_person(words):
        return 0, len(words)
    bare = _MANNER.sub("", words)
    if bare != words and is_name(bare):
        return 0, len(bare)
    if gendered := _GENDER.match(words):
        return (0, gendered.end("name")) if is_name(gendered["name"]) else None
    if len(words) < _SHORTEST_GLUED:
        return None
    behind = _behind(bare)
    before = _before(words)
    if behind and before:
        return None
    return behind or before


def named_between(start: int, words: str) -> list[Span]:
    """The person that a piece names: it is a name, or one between two bodies whose spaces were lost (市民政局柳絮市财政局)."""
    if _is_person(words):
        return [(start, start + len(words))]
    between = [
        (start + at, start + at + length)
        for at in range(3, len(words) - 4)
        for length in (2, 3)
        if _BEGINS_BODY.match(words, at + length)
        and is_name(words[at : at + length])
        and is_body(words[:at])
        and is_body(words[at + length :])
    ]
    return between if len(between) == 1 else []


def ends_as_post(words: str) -> bool:
    """Whether words end in what a person is (某厂经理)."""
    return _ENDS_AS_POST.search(words) is not None


def _is_person(words: str) -> bool:
    return is_name(words) and not is_body(words) and _NO_PERSON.search(words) is None


def _tokens(words: str) -> list[tuple[int, str]]:
    """(offset, words) of the pieces of a line without their brackets; a name set wide (张 三) is one."""
    pieces = [(match.start("head"), match["head"]) for match in _TOKEN.finditer(words)]
    tokens: list[tuple[int, str]] = []
    for at, head in pieces:
        if tokens and len(head) == 1 and len(tokens[-1][1]) == 1:
            first = tokens.pop()
            tokens.append((first[0], words[first[0] : at + 1]))
        else:
            tokens.append((at, head))
    return [(at, head) for at, head in tokens]


def _alternate(heads: list[str], found: list[Span | None]) -> bool:
    """Whether names and bodies take turns: 市教育局 张三 市财政局 李四."""
    is_named = [span is not None for span in found]
    turns = all(first != second for first, second in pairwise(is_named))
    others = [head for head, span in zip(heads, found, strict=True) if span is None]
    return is_named.count(True) > 1 and turns and all(is_body(head) or _ENDS_AS_POST.search(head) for head in others)


def _is_glued(words: str) -> bool:
    """Whether words are a person run together with what they are, though where the name ends is not clear."""
    return (
        len(words) > _SHORTEST_GLUED
        and (
            _ENDS_AS_POST.search(words) is not None or (_ENDS_AS_UNIT.search(words) is not None and not is_body(words))
        )
        and any(is_name(words[:length]) for length in (2, 3))
        and not is_place(words[:2])
        and not is_place(words[:3])
    )


def _before(words: str) -> Span | None:
    """The name before what the person is: 李敏云山县商务局局长, told by the place that begins behind it."""
    if not (_ENDS_AS_POST.search(words) or _ENDS_AS_UNIT.search(words)):
        return None
    shortest = 3 if words[:2] in COMPOUND_SURNAMES else 2
    is_unit = not _ENDS_AS_POST.search(words) and is_body(words)
    lengths = [
        n
        for n in range(shortest, 5)
        if is_name(words[:n])
        and (n < _LONGEST_PLAIN or shortest == _LONGEST_PLAIN - 1)
        and _PLACE_FIRST.match(words, n)
        and not (words[n] in "省市县区州" and (is_unit or is_place(words[: n + 1])))
    ]
    placed = [n for n in lengths if (place := _PLACE.match(words, n)) and is_place(place[0])]
    usual = [n for n in lengths if _USUAL_PLACE.match(words, n)] if len(lengths) > 1 else []
    told = placed or usual or lengths
    return (0, told[0]) if len(told) == 1 else None


def _behind(words: str) -> Span | None:
    """The name behind what the person is (市教育局局长张三) or where (市教育局张三)."""
    if _ENDS_AS_POST.search(words):
        return None
    tails = [length for length in (3, 2, 4) if is_name(words[-length:]) and not _ENDS_AS_UNIT.search(words[-length:])]
    stated = next((length for length in tails if _SAYS_WHAT.search(words[:-length])), None)
    if stated is None and not is_body(words):
        stated = next((length for length in tails if is_body(words[:-length])), None)
    return None if stated is None else (len(words) - stated, len(words))
