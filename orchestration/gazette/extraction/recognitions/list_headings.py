"""What stands above the names of a list: whom it names, and the headings of the groups inside it."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.recognitions.names_on_lines import has_shape, joined_names
from orchestration.gazette.extraction.recognitions.persons_listed import persons_on
from orchestration.gazette.extraction.recognitions.printed_lines import ORDINAL, Line, without_ordinal
from orchestration.gazette.language.bodies import is_body

COUNT = r"[（(]\s?(?:共|计|合计)?\s?\d{1,5}\s?[家个名项人处户所座件种支位组篇部批]?[^（）()]{0,6}[）)]"
# 一、先进单位14个（排名不分先后）: a sub-heading with its count.
_COUNTED = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[）)、])?[^。；，：、（）\d]{2,20}[（(]?共?\d{1,4}[个名家项户人件][）)]?(?:[（(][^（）()]{1,16}[）)])?[：:]?"
)
_ENDS_AS_HEADING = re.compile(rf"(?:{COUNT}|[：:])$")
_FIRM_WITH_BRACKET = re.compile(r"(?:公司|厂|合作社)[（(]")
_HAN_LABEL = re.compile(r"[（(]?[一二三四五六七八九十百]{1,5}[）)、]\s?")
# 全国五一劳动奖章, 见义勇为模范, 农村组: an honour or a class, alone on its line.
_HONOUR_OR_CLASS = re.compile(
    r"[“\u4e00-\u9fff]{0,20}?(?:奖状|奖章|奖牌|奖杯|[金银铜]杯|先锋号|红旗手|称号|模范|标兵|能手|好人|[特一二三四]等奖|[金银铜]奖|(?:优秀|优胜|鼓励|提名|组织|入围|贡献|质量)奖|"
    r"(?:先进|优秀|文明|示范|十佳|最美|模范)(?:集体|个人|单位|工作者|企业|教师|村镇|乡镇|村|社区|家庭|学校|校园|医生|护士|党员|项目|作品|人物))”?(?:（[^（）]{1,12}）)?"
    r"|[\u4e00-\u9fff]{1,8}类|(?:小学|中学|高中|初中|大学|青年|少年|成人|幼儿|专业|业余|机关|企业|农村|社区|学校|区县|县区|部门|单位|团体|个人|男子|女子|教师|学生)[\u4e00-\u9fff]{0,2}组"
)
# What each of them ends in: cheap to look at, and most lines are names.
_HONOUR_ENDS = frozenset("组”）") | frozenset(re.findall(r"([\u4e00-\u9fff])(?=[|)])", _HONOUR_OR_CLASS.pattern))
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,8}[省市县区州盟旗]")
_MUTED = re.compile(r"撤销|取消|不合格|注销|淘汰|除名|退出|摘牌|未通过")
_LONGEST_GROUP = 24
_SEEN = 40  # lines of a list that tell how it is laid out
_TOLD = 6  # lines that tell whom a list names
# What a heading says of whom its list names; the last such word decides.
_KINDS = re.compile(
    r"(?P<persons>个人|人员|工作者|人物|模范(?=$|[名（(和及、\d])|标兵(?=$|[名（(和及、\d])|教师(?!之家)|医生|护士|工匠|劳模|人才|先锋(?!集体|岗|号)|能手|奖章|传承人|企业家|乡贤|红旗手|好人|农民工|职工|青年|学生|民警|干警|战士|河长|(?<!文明)市民|"
    r"[人者员](?=$|名单|名录|[（(\d]))|(?P<bodies>集体|单位|企业|机构|学校|医院|社区|村|基地|项目|品牌|产品|团队|家庭|园区|乡镇|街道|公司|合作社|景区|工程|成果|作品|奖状|先锋号|工厂)"
)
_BOTH_KINDS = re.compile(
    r"(?:集体|单位|企业|家庭|机构)[和与及、暨]?(?:及|和)?[\u4e00-\u9fff]{0,12}?(?:个人|工作者|人物)"
)


def names_persons(heading: str) -> bool | None:
    """Whether the list under a heading names persons (先进个人), bodies or works (先进集体: False); None where it does not tell."""
    if _BOTH_KINDS.search(heading):
        return None
    kinds = list(_KINDS.finditer(heading))
    return kinds[-1]["persons"] is not None if kinds else None


def persons_stand_below(lines: list[Line], at: int) -> bool | None:
    """Whether the lines from ``at`` on name persons, as half of the first of them show (bodies may head
    groups of persons); None where too few stand there."""
    told: list[bool] = []
    for line in lines[at : at + _TOLD]:
        words = without_ordinal(line)
        if _ENDS_AS_HEADING.search(words) and told:
            break
        if not _ENDS_AS_HEADING.search(words) and not _HONOUR_OR_CLASS.fullmatch(words):
            told.append(any(start < end for start, end in persons_on(0, words.rpartition("：")[2])))
    return told.count(True) * 2 >= len(told) if len(told) > 1 else None


def labels_head_groups(lines: list[Line], at: int) -> bool:
    """Whether 一、 and （一） head groups here (names without them stand between) rather than number the names."""
    here = [bool(_HAN_LABEL.match(line.words)) for line in lines[at : at + _SEEN]]
    return any(here) and not all(here[: max(2, here.count(True))])


def is_muted(heading: str) -> bool:
    """Whether the names under a group's heading lose the honour (二、撤销的企业)."""
    return _MUTED.search(heading) is not None


def heads_group(lines: list[Line], at: int, *, labels: bool, persons: bool | None) -> bool:
    """Whether a line heads a group of the list that it stands in: by its form, or by what it and the next line name."""
    words = lines[at].words
    if _ENDS_AS_HEADING.search(words) and not _FIRM_WITH_BRACKET.search(words):
        return True
    if _COUNTED.fullmatch(words):
        return True
    if labels and _HAN_LABEL.match(words):
        inside = joined_names(0, without_ordinal(lines[at]))
        bare = without_ordinal(lines[at])
        return len(inside) < 2 or not all(has_shape(bare[start:end]) for start, end in inside)
    if ORDINAL.match(words) or len(words) > _LONGEST_GROUP or at + 1 >= len(lines):
        return False
    if words[-1:] in _HONOUR_ENDS and _HONOUR_OR_CLASS.fullmatch(words):
        return True
    following = without_ordinal(lines[at + 1])
    if _PLACE.fullmatch(words) and _HONOUR_OR_CLASS.fullmatch(following):
        return True
    if persons:
        is_group = not persons_on(0, words) and not any(mark in words for mark in "。，；")
        return is_group and (is_body(words) or bool(persons_on(0, following)))
    return _is_place_of_group(lines, at)


def _is_place_of_group(lines: list[Line], at: int) -> bool:
    """Whether a place stands alone above names of another kind, in a list that is not one of places."""
    words = lines[at].words
    if not _PLACE.fullmatch(words) or _PLACE.fullmatch(lines[at + 1].words) or not has_shape(lines[at + 1].words):
        return False
    if lines[at + 1].words.startswith(words):
        return True
    around = lines[max(0, at - _SEEN) : at + _SEEN]
    return sum(_PLACE.fullmatch(line.words) is not None for line in around) * 3 <= len(around)
