"""Honours given in a sentence that names all who get them: 授予甲局、乙局“…”称号, 甲村、乙村荣获“…”称号.

A sentence that names only the first of many (甲局等14个单位) is no list; one that counts just those it names is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.extraction.names_on_lines import joined_names
from orchestration.gazette.language.bodies import is_body
from orchestration.gazette.language.dates import han_number
from orchestration.gazette.language.people import is_name

# 张三、李四等2名同志: the count tells whether the names are all.
_COUNTED = re.compile(
    r"(?:等|这)?(?P<count>\d{1,3}|[两一二三四五六七八九十]{1,3})[个名位家户所项人][\u4e00-\u9fff]{0,8}$"
)
_QUOTED = r"[“《](?P<{0}>[^“”《》。\n]{{2,50}})[”》]"
_HONOUR = r"(?P<{0}>[^“”，。；：、\n]{{3,40}}?(?:奖|称号|奖章|奖状|勋章))"
_GIVEN = re.compile(
    rf"(?:授予|追授)(?P<names>[^“”。：\n]{{2,400}}?)"
    rf"(?:{_QUOTED.format('quoted')}(?:荣誉)?(?:称号|奖章|奖状|奖)|(?<=院士|同志|教授|先生|女士){_HONOUR.format('honour')})"
)
_NAMED = re.compile(
    rf"(?:认定|命名|评定|追认|评选)(?P<names>[^“”。；：，\n]{{2,400}}?)为(?:第[一二三四五六七八九十\d]{{1,3}}[届批])?{_QUOTED.format('quoted')}"
)
_GOT = re.compile(
    rf"(?:^|(?<=[。；，：\n]))[ 　]*(?:其中[，]?)?(?P<names>[^“”。；：\n，]{{2,600}}?)(?:分别)?"
    rf"(?:经过?[^。；：，\n]{{2,30}}[，])?(?:分别)?(?:荣获|获得|获评为?|被授予|被?评为|被命名为|被认定为|被确定为)(?:了)?"
    rf"(?:{_QUOTED.format('quoted')}(?:荣誉)?(?:称号|奖章|奖状|奖)?(?!的|后|者|且)"
    rf"|(?P<honour>第[一二三四五六七八九十\d]{{1,3}}[届批][^“”，。；：、\n]{{3,24}}|[^“”，。；：、\n]{{4,30}}?(?:称号|奖)|(?:[特一二三四]等|[金银铜]|优胜|优秀)奖"
    rf"|[^“”，。；：、\n]{{4,40}}?(?:重点|龙头|示范|先进|文明|优秀|模范)[^“”，。；：、\n]{{0,10}}?(?:企业|单位|基地|园区|村|社区|学校|机构|县|区|乡镇|集体|个人))"
    rf"(?=[，。；\n]|$))"
)
_MANNER = re.compile(r"(?:同志|院士|教授|先生|女士|研究员)$")
_OWNER = re.compile(r"^[\u4e00-\u9fff（）、]{1,12}?[省市县区组]的")  # 某市的张三家庭、李四家庭
# 罗江镇天池村村民张三: what they are, before the name.
_DESCRIBED = re.compile(
    r"(?:村民|居民|职工|员工|学生|教师|司机|民警|战士|群众|书记|主任|经理|工人|队员|队长|干部|医生|护士|社员|市民|农民工?|同学|老人|辅警|选手|模特|运动员|教练员?|志愿者|企业家)(?P<name>[\u4e00-\u9fff]{2,3})$"
)
_KINDS = re.compile(r"(?:家庭|村|社区|镇|乡|街道|学校|[小中大]学|队|班组|车间|项目|工程|科室|支部|岗|户|站)$")
# Kinds that a rule speaks of (省级以上企业、机构获得…), not names.
_OF_RULE = re.compile(
    r"^(?:各|凡|对|首次|新(?:认定|增|设|建|注册|入库)|[国省市县区]家?级)|以上|^(?:企业|单位|机构|个人|集体|部门|平台|基地|学校)$"
)
# A verb that gives an honour, and some word for one behind it in its sentence.
_HINT = re.compile(
    r"(?:授予|荣获|获得|获评|评为|(?:命名|认定|确定|追认|评定|评选)[^。\n]{0,400}?为)(?=[^。\n]{0,600}?(?:[奖”]|称号|先进|文明|示范|重点|龙头|优秀|模范))"
)
_BRACKETED = re.compile(r"（[^（）]*）")  # 张三（某公司董事长）、…
_FILLER = "□"
_JOINTS = re.compile("[、，；]")


def sentence_lists(text: str, title: str) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """(title, spans of the names) of every sentence that gives an honour to all whom it names.

    One name alone is a list only where the document's ``title`` names it too.
    """
    found: list[re.Match[str]] = []
    at = 0
    for hint in _HINT.finditer(text):
        if hint.start() < at:
            continue
        start = max(text.rfind("。", at, hint.start()), text.rfind("\n", at, hint.start()), at - 1) + 1
        stops = [stop for stop in (text.find("。", hint.end()), text.find("\n", hint.end())) if stop > -1]
        at = min(stops, default=len(text) - 1) + 1
        for pattern in (_GIVEN, _NAMED, _GOT):
            found += pattern.finditer(text, start, at)
    for match in sorted(found, key=lambda match: match.start()):
        names = _names(match.start("names"), match["names"], title)
        if names and all(_has_shape(text[start:end]) for start, end in names):
            groups = match.groupdict()
            yield (groups["quoted"] or groups.get("honour") or "").removesuffix("称号"), names


def _names(start: int, words: str, title: str) -> list[tuple[int, int]]:
    """The names of a run, if it is all of them and more than one, or one that the title names."""
    counted = _COUNTED.search(words)
    if counted:
        words = words[: counted.start()]
    elif re.search(r"等|[以下]列|有关|全[体部]", words):
        return []
    owner = _OWNER.match(words)
    lead = owner.end() if owner else 0
    words = _BRACKETED.sub(lambda bracket: _FILLER * len(bracket[0]), words)
    spans = joined_names(start + lead, words[lead:])
    if len(spans) != len(_JOINTS.findall(words)) + 1:
        return []
    spans = [_without_manner(start, words, span) for span in spans]
    if counted:
        return spans if han_number(counted["count"].replace("两", "二")) == len(spans) else []
    alone = len(spans) == 1 and words[spans[0][0] - start : spans[0][1] - start] in title
    return spans if len(spans) > 1 or alone else []


def _without_manner(start: int, words: str, span: tuple[int, int]) -> tuple[int, int]:
    """A name without 同志, 院士 behind it; then a person's also without the body before it."""
    at, end = span
    piece = words[at - start : end - start].rstrip(_FILLER)
    end = at + len(piece)
    described = _DESCRIBED.search(piece)
    if described and is_name(described["name"]):
        return at + described.start("name"), end
    bare = _MANNER.sub("", piece)
    if bare == piece:
        return at, end
    for length in (3, 2, 4):
        if is_name(bare[-length:]) and is_body(bare[:-length]):
            return at + len(bare) - length, at + len(bare)
    return at, at + len(bare)


def _has_shape(name: str) -> bool:
    """Whether words are a person's or a body's name, or one of a kind that is honoured."""
    return is_name(name) or ((is_body(name) or _KINDS.search(name) is not None) and not _OF_RULE.search(name))
