"""Honours given in a sentence that names all who get them: 授予甲局、乙局“…”称号, 甲村、乙村荣获“…”称号, 获得“…”的有：甲局、乙局.

A sentence that names only the first of many (甲局等14个单位) is no list; one that counts just those it names is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.extraction.recognitions.award_counts import COUNTED_GOT, counted_back, labelled, names_places
from orchestration.gazette.extraction.recognitions.list_titles import is_honour, names_honour
from orchestration.gazette.extraction.recognitions.names_on_lines import has_shape, joined_names
from orchestration.gazette.extraction.recognitions.persons_listed import Span, ends_as_post, person_in
from orchestration.gazette.language.bodies import is_body
from orchestration.gazette.language.dates import han_number

# 张三、李四等2名同志: the count tells whether the names are all.
_COUNTED = re.compile(
    r"(?:等|这)?(?P<count>\d{1,3}|[两一二三四五六七八九十]{1,3})[个名位家户所项人][\u4e00-\u9fff]{0,8}$"
)
_QUOTED = r"[“《](?P<{0}>[^“”《》。\n]{{2,50}})[”》]"
_HONOUR = r"(?P<{0}>[^“”，。；：、\n]{{3,40}}?(?:奖|称号|奖章|奖状|勋章))"
_GIVEN = re.compile(
    rf"(?:授予|追授)(?P<names>[^“”。：\n]{{2,400}}?)"
    rf"(?:{_QUOTED.format('quoted')}(?!的|后|者|且)|(?<=院士|同志|教授|先生|女士){_HONOUR.format('honour')})"
)
# 授予甲公司、乙公司第三届市长质量奖: the honour begins with its year, its round or its place, behind a body's end.
_GIVEN_UNQUOTED = re.compile(
    r"(?:授予|追授)(?P<names>[^“”。：；\n]{2,400}?(?:公司|集团|厂|合作社|中心|局|医院|大学|学院|银行|学校|研究院|研究所|大队|支队))"
    r"(?P<honour>(?:(?:19|20)\d{2}年度?|第[一二三四五六七八九十\d]{1,3}[届批]|[\u4e00-\u9fff]{2,6}?[省市县区])[^“”，。；：、\n]{2,30}?"
    r"(?:奖|称号|奖章|奖状))(?=[，。；\n]|$)"
)
# …为2021年度市级“示范”企业, …为省级卫生乡镇.
_LEVEL = r"(?:(?:19|20)\d{2}年度?|第[一二三四五六七八九十\d]{1,3}[届批]|全?[国省市县区](?:家)?级?)*"
_AS_WHAT = r"(?:重点|龙头|示范|先进|文明|优秀|模范|卫生|绿色|园林|生态|平安|特色|星级|美丽|专精特新|高新技术)"
_RECOGNISED = (
    rf"{_AS_WHAT}[^“”，。；：、\n]{{0,12}}?"
    r"(?:企业|单位|基地|园区|村|社区|学校|机构|县|区|城市|乡镇|镇|街道|集体|个人|工厂|产品|项目)"
)
_NAMED = re.compile(
    rf"(?:认定|确认|命名|评定|追认|评选)(?P<names>[^“”。；：，\n]{{2,400}}?)为{_LEVEL}{_QUOTED.format('quoted')}"
    rf"|(?:认定|命名|评定)(?P<these>[^“”。；：\n]{{2,400}}?)为(?P<honour>{_LEVEL}{_RECOGNISED})(?=[，。；\n]|$)"
)
_GOT = re.compile(
    rf"(?:^|(?<=[。；，：\n]))[ 　]*(?:其中[，]?)?(?P<names>[^“”。；：\n，]{{2,600}}?)(?:分别)?"
    rf"(?:经过?[^。；：，\n]{{2,30}}[，])?(?:分别)?(?:荣获|获得|获评为?|被授予|被?评为|被命名为|被认定为|被确定为)(?:了)?"
    rf"(?:{_QUOTED.format('quoted')}(?:荣誉)?(?:称号|奖章|奖状|奖)?(?!的|后|者|且)"
    rf"|(?P<honour>第[一二三四五六七八九十\d]{{1,3}}[届批][^“”，。；：、\n]{{3,24}}|[^“”，。；：、\n]{{4,30}}?(?:称号|奖)|(?:[特一二三四]等|[金银铜]|优胜|优秀)奖"
    rf"|[^“”，。；：、\n]{{4,40}}?(?:重点|龙头|示范|先进|文明|优秀|模范)[^“”，。；：、\n]{{0,10}}?(?:企业|单位|基地|园区|村|社区|学校|机构|县|区|乡镇|集体|个人))"
    rf"(?=[，。；\n]|$))"
)
# 获得“…”称号的有：甲村、乙村, 入选的示范村包括：…; classes may stand before the names (助人为乐类：张三、李四；…).
_THESE = re.compile(
    r"(?:荣获|获得|获评|入选|上榜|获奖|被授予|被?评为|被命名为|被认定为)(?P<honour>[^。；：\n]{0,50}?)(?:的(?P<kind>[^，。；：\n“”]{0,14}?))?(?:有|是|为|包括|分别是|分别为)[：，]"
    r"(?P<names>[^。\n]{4,600})"
)
# 我市5人上榜“好人榜”。他们分别是：…
_THEY = re.compile(
    r"(?:“(?P<quoted>[^“”\n]{2,40})”[^“”\n]{0,60}|(?P<honour>第[一二三四五六七八九十\d]{1,3}[届批][^“”，。\n]{2,30})[^“”\n]{0,40})。?(?:他们|她们|它们)分别(?:是|为)：(?P<names>[^。\n]{4,600})"
)
_QUOTE = re.compile(r"“([^“”]{2,40})”")
_CLASS = re.compile(r"[^、，；：]{2,12}：")
_OWNER = re.compile(r"^[\u4e00-\u9fff（）、]{1,12}?[省市县区组]的")  # 某市的张三家庭、李四家庭
# Kinds that a rule speaks of (省级以上企业、机构获得…), not names.
_OF_RULE = re.compile(
    r"^(?:各|凡|对|首次|新(?:认定|增|设|建|注册|入库)|[国省市县区]家?级)|以上|^(?:企业|单位|机构|个人|集体|部门|平台|基地|学校)$"
)
_KINDS = re.compile(r"(?:村|社区|镇|乡|街道|学校|队|班组|站)$")
# A verb that gives an honour, and some word for one in its sentence.
_LISTS = r"(?=[^。\n]{0,30}(?:是|有|为|包括)：)"
_HONOURS = (
    r"(?=[^。\n]{0,600}?(?:[奖”]|称号|先进|文明|示范|重点|龙头|优秀|模范|美丽|第[一二三四五六七八九十\d]{1,3}批))"
)
_AS = rf"[^。\n]{{0,400}}?为(?:{_HONOURS}|(?=[^。\n]{{0,40}}?{_AS_WHAT}))"
_HINT = re.compile(
    "|".join(
        (
            f"入选(?:{_LISTS}|{_HONOURS})",
            *(verb + _LISTS for verb in ("上榜", "获奖")),
            *(verb + _HONOURS for verb in ("授予", "荣获", "获得", "获评", "评为")),
            *(verb + _AS for verb in ("命名", "认定", "确认", "确定", "追认", "评定", "评选")),
        )
    )
)
_SCHOOL = re.compile(r"[小中]学$|幼儿园$|[一二三四五六七八九十]中$")  # no person, whatever surname it begins with
_BRACKETED = re.compile(r"（[^（）]*）")  # 张三（某公司董事长）、…
_CHOSEN = re.compile(r"入选|上榜|荣获|获评|授予|评为|命名|认定")
_NAMED_LIST = re.compile(r"([^，。；：“”\n]{4,30})名单")
_BARE = 4  # characters of a kind alone (企业, 个人)
_FILLER = "□"
_JOINTS = re.compile("[、，；]")
_LEADING_CLAUSE = re.compile(r"^.{2,}的(?=[^的]{3,}$)")


def sentence_lists(text: str, title: str) -> Iterator[tuple[str, list[Span]]]:
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
        for pattern in (_GIVEN, _GIVEN_UNQUOTED, _NAMED, _GOT, _THESE):
            found += pattern.finditer(text, start, at)
        if text.find("、", start, at) > -1:
            found += COUNTED_GOT.finditer(text, start, at)
    if "们分别" in text:
        found += _THEY.finditer(text)
    taken = 0
    for match in sorted(found, key=lambda match: match.start()):
        if match.re is COUNTED_GOT:
            names = _counted(text, match, taken)
            if names:
                taken = match.end()
                yield _honour(match), names
            continue
        group = "these" if match.re is _NAMED and match["names"] is None else "names"
        if match.start(group) < taken:
            continue
        names = _all_of(match) if match.re in (_THESE, _THEY) else _names(match.start(group), match[group], title)
        if names and all(_has_shape(text[start:end]) for start, end in names):
            taken = names[-1][1]
            yield _honour(match), names


def counted_lists(text: str) -> Iterator[tuple[str, list[Span]]]:
    """(title, spans of the names) of every honour that a text names with its count before those who got it."""
    for title, spans in labelled(text):
        names = [_name_in(at, text[at:end]) for at, end in spans]
        if all(_has_shape(text[at:end]) for at, end in names):
            yield title, names


def _counted(text: str, match: re.Match[str], taken: int) -> list[Span]:
    """The names before their count that got an honour; none where one of them has not the shape of a name."""
    if not names_honour(match["honour"]) and "“" not in match["honour"]:
        return []
    start = max(text.rfind("。", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
    for names in counted_back(text, max(start, taken), match):
        if all(_has_shape(text[at:end]) or names_places(match["kind"], text[at:end]) for at, end in names):
            return names
    return []


def _honour(match: re.Match[str]) -> str:
    groups = match.groupdict()
    said = groups.get("quoted") or groups.get("honour") or groups.get("kind") or ""
    quote = _QUOTE.search(said)
    if quote is None and said and len(said) <= _BARE:  # 入选企业分别是：, of a list named before
        named = _NAMED_LIST.findall(match.string, max(0, match.start() - 200), match.start())
        said = named[-1] if named else said
    return (quote[1] if quote else said).removesuffix("称号")


def _all_of(match: re.Match[str]) -> list[Span]:
    """The names of a run that follows its honour, two or more, whose classes may be named between them."""
    start, words = match.start("names"), match["names"]
    said = match[0][: start - match.start()]
    if (
        not _honour(match)
        or not (is_honour(said) or _CHOSEN.search(said))
        or re.search(r"等(?=[，；、]|$|\d)|[以下]列|有关", words)
    ):
        return []
    words = _CLASS.sub(lambda label: _FILLER * (len(label[0]) - 1) + "；", words)
    words = _BRACKETED.sub(lambda bracket: _FILLER * len(bracket[0]), words)
    spans = joined_names(start, words)
    told = _one_each(start, words, spans)
    return told if len(told) > 1 else []


def _names(start: int, words: str, title: str) -> list[Span]:
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
    spans = _one_each(start, words, spans)
    if counted:
        return spans if han_number(counted["count"].replace("两", "二")) == len(spans) else []
    alone = len(spans) == 1 and words[spans[0][0] - start : spans[0][1] - start] in title
    return spans if len(spans) > 1 or alone else []


def _one_each(start: int, words: str, spans: list[Span]) -> list[Span]:
    """One span a name: of persons the name alone, also where two posts stand before it (经理、书记李四)."""
    told: list[Span] = []
    begun: int | None = None  # where the posts of the next person begin
    for at, end in spans:
        piece = words[at - start : end - start].rstrip(_FILLER)
        if not piece:
            continue
        if ends_as_post(piece) and person_in(piece) is None:
            begun = at if begun is None else begun
            continue
        told.append(_name_in(at, piece))
        begun = None
    return [*told, (begun, spans[-1][1])] if begun is not None else told


def _name_in(at: int, piece: str) -> Span:
    """The span of the name in a piece: a person's without what the person is, a body's without a clause before it."""
    end = at + len(piece)
    if is_body(piece):
        return at, end
    if not _SCHOOL.search(piece) and (person := person_in(piece)):
        return at + person[0], at + person[1]
    clause = _LEADING_CLAUSE.match(piece)
    if clause and has_shape(piece[clause.end() :]):
        return at + clause.end(), end
    return at, end


def _has_shape(name: str) -> bool:
    """Whether words are a person's or a body's name, or one of a kind that is honoured."""
    return (has_shape(name) or _KINDS.search(name) is not None) and not _OF_RULE.search(name)
