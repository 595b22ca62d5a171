"""Bodies as this language names and lists them: what is a name, where a list of names splits, which brackets belong to one.

The names stay as printed; who they are is the lexicon's business. Spans are offsets of the text given, end exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# How the names of public bodies, their units, public enterprises, associations and places end.
_END = (
    r"(?:[局委办厅部处科署院所站队馆台校社团会联协组室班行库园区县市州盟旗镇乡村]|中心|[团党]中央|民[革盟建进]中央|政府|公司|集团|街道|海关|单位|部门|机构|"
    r"专班|学校|大学|企业|高校|机关|法院|检察院|医院|支队|大队|开发区|管委会|指挥部|电厂|电网|口岸|税务|公安|园区|区县|县区|"
    r"市县|镇街|各地|属地|系统|铁塔|联通|移动|电信|邮政|人行|报业|军分区|武装部|妇工委|省直|市直|平台|运营商|保险|基地|电视台)"
)
# Kinds of places, of which 各县、特区、区人民政府 joins several.
_KIND = r"(?:自治|特|林|矿|新|开发|功能)?[省市区县州旗盟](?:（[^（）]{1,9}）)?"
_IS_BODY = re.compile(
    rf"(?:各?{_KIND}、(?:{_KIND}、)?)?(?:[\u4e00-\u9fffA-Za-z0-9“”·—-]|（[^（）]{{1,30}}）|〔[^〔〕]{{1,9}}〕){{0,44}}{_END}(?:（[^（）]{{1,30}}）)?$"
)
# 各市、县（市、区）人民政府 is one class: its 、 stands between kinds of places, not between names.
_SEPARATORS = frozenset("、，,；;。\n 　")
_DIVIDES = re.compile(
    "[（(〔“《）)〕”》、，,；;。\n 　市县区省]"
)  # brackets, separators, and what a further body begins with
_NEXT_BODY = re.compile(r"[市县区省][\u4e00-\u9fff]{2,12}?(?:局|委|办|中心)")
_PLACE_KIND = re.compile(rf"(?:^|[及和与由需对])(?:中央|各?{_KIND}(?:、{_KIND})?)$")
_NEXT_KIND = re.compile(r"(?:自治|特|林|矿|开发|功能)[区县州旗](?=、|人民政府|政府)|[省市区县州旗盟驻]")
_ENDS_BODY = re.compile(rf"{_END}(?:（[^（）]{{1,30}}）)?$")
# Persons and offices, and words that end like a body but are none.
_PERSON = re.compile(
    r"(?:负责人|责任人|负责同志|领导|同志|人员|市长|县长|区长|局长|主任|书记|厅长|部长|组长|队长|院长|校长|经理|专家|群众|村民|职工|"
    r"用户|业主|司机|当事人|申请人|纳税人|工作|社会|机会|全社会|会议|大会|培训班|项目部|全部|内部|外部|局部|(?<!^[\u4e00-\u9fff])(?<![省区市县州][\u4e00-\u9fff])城市|农村|乡村|社区居民)$"
)
_CLAUSE = re.compile(r"的|均[需由]|(?<!级)以[下上]|(?<!自)由|不再")  # words of a clause, in no body's name
_DEFINES = re.compile(r"（(?=(?:含|不含|包括|包含|以下|下称|简称|下同|除)|[^（）]{0,40}(?:下同|简称))[^（）]{1,80}）")
_JOIN = re.compile("以及|" + "".join(f"{join}(?!其(?!他)|社会资本)|" for join in "和与及") + "并会同|会同")
# A name after 和/与/及 that starts a body of its own rather than going on with the one before.
_STARTS_BODY = re.compile(
    r"(?:各|市|省|县|区|州|盟|旗|镇|乡|国家|中央|有关|相关|其他|其它|驻|当地|属地|所在地|本级|事发|人民银行|中国|团|国网|上述|全市|"
    r"辖区|地方|沿线|承[担办]|主管|行业|[\u4e00-\u9fff]{2,4}(?:市|区|县|省))"
)
_SHORT_BODY = re.compile(r"[\u4e00-\u9fff]{1,6}(?:局|委|办|厅|中心|委员会|办公室|公司|支队|银行|管委会|政府)$")
_BARE_CLASS = re.compile(
    r"(?:各)?(?:有关|相关|其他|其它|多个|\d{1,2}个?|[一二三四五六七八九十]{1,3}个?)?(?:职能|责任|主管|成员)?(?:部门|单位|机构|企业)(?:[和与及、]?(?:部门|单位|机构|企业))?"
)
_BARE_LEAD = re.compile(r"(?:有关|相关)?(?:部门|单位|机构)(?:以及|[和与及、])(?=各|市|县|区|省|乡|镇|街道)")
_QUALIFIED = re.compile(r"[市省县区州盟旗]|政府|成员单位|中央|国家|国务院|驻|各")
_ETC = re.compile(
    r"等(?<=[局委办厅部处科署院所站队馆台校社团会联协组室班行心府司区县市州团道关位门构学央）]等)(?!级|院校|教育)"
)


class BodyMark(NamedTuple):
    """One body named in a list: its span without definition brackets, and its name as it stands in the text."""

    start: int
    end: int
    name: str


@lru_cache(maxsize=16384)
def is_body(name: str) -> bool:
    """Whether words have the shape of a body's name or of a class of bodies; persons and offices have not."""
    return (
        1 < len(name) <= 48 and _IS_BODY.match(name) is not None and not (_PERSON.search(name) or _CLAUSE.search(name))
    )


@lru_cache(maxsize=16384)
def is_person(name: str) -> bool:
    """Whether words name a person's office rather than a body (主要负责人, 副市长)."""
    return _PERSON.search(name) is not None


def split_bodies(text: str, start: int, end: int) -> Iterator[BodyMark]:
    """The names of a list in order: split at 、，； and, between two bodies, at 和与及以及; 等 and its bare class dropped.

    Brackets that define a name (含…, 下同) are left off; brackets that are part of a name stay in it.
    """
    for piece_start, piece_end in _pieces(text, start, end):
        yield from _etc(text, piece_start, piece_end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans between the separators that stand outside brackets and quotes."""
    depth = 0
    at = start
    for mark in _DIVIDES.finditer(text, start, end):
        index, character = mark.start(), mark[0]
        if character in "（(〔“《":
            depth += 1
        elif character in "）)〕”》":
            depth = max(0, depth - 1)
        elif depth == 0 and (character in _SEPARATORS or _runs_on(text, index, end)):
            if character == "、" and _NEXT_KIND.match(text, index + 1) and _PLACE_KIND.search(text[at:index]):
                continue
            if index > at:
                yield at, index
            at = index + (character in _SEPARATORS)
    if end > at:
        yield at, end


def _runs_on(text: str, index: int, end: int) -> bool:
    """Whether a second body begins here without a separator (市教育局市财政局), as where spaces between them were lost."""
    return text[index] in "市县区省" and text[index - 1] == "局" and _NEXT_BODY.match(text, index, end) is not None


def _etc(text: str, start: int, end: int) -> Iterator[BodyMark]:
    """A piece with 等: the name before it, and the class after it where that could name further bodies."""
    etc = _ETC.search(text, start, end)
    if etc is None:
        yield from _joined(text, start, end)
        return
    yield from _joined(text, start, etc.start())
    joint = _JOIN.match(text, etc.end(), end)  # …供销合作总社等和各有关省级人民政府
    after = joint.end() if joint else etc.end()
    bare = _BARE_LEAD.match(text, after, end)  # …等单位及各乡镇政府: what comes after the bare class
    after = bare.end() if bare else after
    tail = text[after:end]
    if tail and _QUALIFIED.search(tail) and not _BARE_CLASS.fullmatch(tail):
        yield from _joined(text, after, end)


def _joined(text: str, start: int, end: int) -> Iterator[BodyMark]:
    """A piece split at 和与及以及 where a body ends before and another begins after."""
    at = start
    for join in _JOIN.finditer(text, start, end):
        left, right = text[at : join.start()], text[join.end() : end]
        if _inside_bracket(text, start, join.start()) or _BARE_CLASS.fullmatch(text[at:end]):
            continue
        if not _ENDS_BODY.search(left) or len(left) < 2 or _is_part_of_class(left, right):
            continue
        if (_STARTS_BODY.match(right) or _SHORT_BODY.match(_head(right))) and _ENDS_BODY.search(_head(right)):
            yield from _marked(text, at, join.start())
            at = join.end()
    if at == start or not _BARE_CLASS.fullmatch(text, at, end):  # 市教育局会同有关部门: a bare class says nothing more
        yield from _marked(text, at, end)


def _head(words: str) -> str:
    """The words up to the next joint, for judging whether a body begins here."""
    joint = _JOIN.search(words)
    while joint is not None and not _ENDS_BODY.search(words[: joint.start()]):
        joint = _JOIN.search(words, joint.end())
    return words[: joint.start()] if joint else words


def _is_part_of_class(left: str, right: str) -> bool:
    """市有关部门和单位: one class, not two bodies."""
    return left.endswith(("部门", "单位", "机构", "企业")) and _BARE_CLASS.fullmatch(right) is not None


def _inside_bracket(text: str, start: int, at: int) -> bool:
    head = text[start:at]
    return head.count("（") > head.count("）")


def _marked(text: str, start: int, end: int) -> Iterator[BodyMark]:
    words = text[start:end]
    # A bracket that defines the name stands at its end; what is printed after it (负责落实) is not part of the name.
    definition = _DEFINES.search(words)
    if definition:
        end = start + definition.start() if definition.end() == len(words) else end
        words = text[start:end]
        if definition.end() < len(words):
            words = words[: definition.start()] + words[definition.end() :]
    stripped = words.strip(" 　.。:：")
    if not stripped:
        return
    lead = words.index(stripped)
    trail = len(words) - lead - len(stripped)
    yield BodyMark(start + lead, end - trail, stripped)
