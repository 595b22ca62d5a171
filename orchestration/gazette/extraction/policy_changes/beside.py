"""What of two changes beside each other only the first says: 第一阶梯价格由…，第二阶梯由…."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.policy_changes.parameters import NAMES_ITSELF, PARAMETER

# Of two changes beside each other each names one of these, and only the first the parameter.
_PARALLEL = tuple(
    re.compile(words)
    for words in (
        "城市|城镇|农村|乡村",
        "在职|退休",
        "职工|居民",
        "个人|单位|财政|集体|企业",
        "[一二三四五]级|社区|乡镇|县级|市级|省级",
        "[一二三四五六]档",
        "[一二三四五六甲乙丙]类(?:地区|区域|区)?",
        "首套|二套|三套",
        "[\u4e00-\u9fff]{0,6}(?:医院|卫生院|服务中心|卫生室|医疗机构|诊所)",
        "个人|单人|单方|双方|夫妻|家庭",
        "小型车|中型车|大型车|摩托车|[小中大]型",
        "市区|城区|县城|郊区|市本级|各县(?:（市(?:、区)?）|市|区)?|其[他余](?:县|区|镇|地区)",
        "成人|成年|未成年|儿童",
        "集中|分散|散居|机构",
        "门诊|住院",
        "本科|专科|高中|初中|小学|中职|博士|硕士",
    )
)
# Whose a parameter is, said before its name: each change of a class has the class's.
_CLASS = re.compile(r"(?:[一二三四五六甲乙丙]类(?:地区|区域|区)|[一二三四五六]档|第[一二三四五六]阶梯)(?=[^，。；]{2})")
_IN_ALL = re.compile(
    r"总(?=(?:费率|比例|标准|额度|限额)$)"
)  # of a sum its parts are told: 失业保险总费率…，其中：单位费率…
_SHARED_END = 3  # characters: two names that end alike are of one parameter
_ORDINAL = re.compile("[一二三四五六七八九十]|[1-9]|[A-E]")


def parallel_tail(subject: str, previous: str) -> str:
    """The end of the subject before, where both name things of one kind (第一阶梯价格, 第二阶梯 → 价格)."""
    for length in (4, 3, 2):
        at = previous.find(subject[-length:]) if len(subject) > length else -1
        tail = previous[at + length :]
        if at > -1 and (PARAMETER.search(tail) or NAMES_ITSELF.search(tail)):
            return tail
    for words in _PARALLEL:
        here, there = words.search(subject), words.search(previous)
        if here and there and here[0] != there[0] and here.end() == len(subject):
            tail = previous[there.end() :]
            return tail if PARAMETER.search(tail) else ""
    return ""


def parallel_front(subject: str, previous: str) -> str:
    """The beginning of the subject before, where both end in things of one kind (护理补贴一级, 二级 → 护理补贴)."""
    same = previous[-len(subject) :]
    if len(same) == len(subject) > 2 and _ORDINAL.sub("", same) == _ORDINAL.sub("", subject) != subject:
        return previous[: -len(subject)]  # 最低工资标准一类区域, 二类区域
    for words in _PARALLEL:
        here, there = words.fullmatch(subject), words.search(previous)
        if here and there and there.end() == len(previous) and PARAMETER.search(previous[: there.start()]):
            return previous[: there.start()]
    return ""


def class_of(previous: str | None, clause: str, subject: str) -> str:
    """The class whose parameter a subject is (一类地区, 第一阶梯): said in the clause before, or by the change before of one name."""
    if _CLASS.search(subject):
        return ""
    said = _CLASS.match(clause)
    if said is None and previous is not None and previous[-_SHARED_END:] == subject[-_SHARED_END:]:
        said = _CLASS.match(previous)
    return said[0] if said is not None else ""


def shared_front(previous: str | None, subject: str) -> str:
    """What two parallel subjects share and the second leaves out: 居民医保门诊统筹…, 门诊慢性病… → 居民医保."""
    if not previous or len(subject) < 4:
        return ""
    at = -1 if subject[0].isdigit() else previous.find(subject[:2])  # 90—99岁 after 80—90岁 shares no front
    if at == -1 and re.match(r"第[一二三四五六]", subject):
        ordinal = re.search(r"第[一二三四五六]", previous)
        at = ordinal.start() if ordinal else -1
    if 2 <= at <= 10:
        return previous[:at]
    whole = _IN_ALL.search(previous)
    if whole is not None and subject.endswith(previous[whole.end() :]):
        return previous[: whole.start()]
    for words in _PARALLEL:
        here, there = words.match(subject), words.search(previous)
        if here and there and here[0] != there[0] and previous[there.end() :] == subject[here.end() :]:
            return previous[: there.start()]
    return ""
