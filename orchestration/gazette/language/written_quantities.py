"""Quantities written in Chinese numerals (两场, 百分之七点五, 三成, 四千一百七十亿元).

Chinese numerals are parts of words everywhere; they are a quantity only behind a word that asks for one, or where they
are written out digit by digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.language.comparators import BEFORE, NO_COMPARATOR, SUFFIX, at_least_with_verb
from orchestration.gazette.language.numbers import ARABIC, CHINESE, CHINESE_DIGITS, arabic, chinese, pair, scale_of
from orchestration.gazette.language.quantity import Quantity, mark_of, rounded
from orchestration.gazette.language.units import unit_of

# Chinese numerals are parts of words everywhere; they are a quantity only behind a word that asks for one.
_WORD_UNITS = (
    "[亿万](?:元|美元|欧元|港元|日元)|元|美元|欧元|港元|日元|个(?![人性体])|家|所|项(?!目)|座|场|届(?![一二三四五六七八九十0-9])|处|条|艘|列|架|部|人次|人|户|套|公里|吨|亩|岁|天|件|成|倍|标准箱|标箱|千瓦时|千瓦|辆|台|平方米|"
    "立方米|公顷"
)
_WORDS_QUANTITY = re.compile(
    rf"(?P<cn>[{CHINESE}半][{CHINESE}半]{{0,10}}?(?:点[{CHINESE_DIGITS}]{{1,3}})?)(?P<more>[多余])?(?P<unit>(?:{_WORD_UNITS})(?![级余]))(?P<suffix>{SUFFIX})?"
)
# Written out digit by digit they are a figure wherever they stand: 四千一百七十亿元, 三十二公里, 一千二百人.
_WRITTEN_OUT = re.compile(
    r"(?=[万千百十]*[一二两三四五六七八九])(?:[一二两三四五六七八九千百十]+万)?[零一二两三四五六七八九千百十]+(?:点[〇零一二三四五六七八九]{1,3})?"
)
_STEPS = re.compile("[万千百十点]")
_GREAT = ("亿", "万")  # what a unit of money begins with
_OVER = re.compile("(?P<above>[^亿]+)亿零?(?P<below>[^亿万]+)")  # 五百零一亿九千, before 万元
_STEP_WORD = re.compile("(?:、[^，。；]{1,6})?(?:大关|台阶|关口|门槛|级|俱乐部)")
_MEASURES = frozenset("元 美元 欧元 港元 日元 公里 吨 亩 平方米 立方米 公顷 千瓦 千瓦时 人次 标准箱 标箱".split())
_PART_OF_WORD = frozenset("第每数几上成近好人")  # 第三十二公里, 数十亿元, 近百亿元, 上百亿元
_LEAST_COUNTED = 100  # 一千二百人; fewer things written out (二十四个) are as often a name
_ACTS_THAT_ASK = (
    "共 达 达到 新增 新建 建成 建设 举办 承办 组织 引进 培育 打造 创建 开通 设立 创成 获批 新设 组建 召开 改造 推出 改扩建 建好 落户 落地 "
    "完成 竣工 开工"
)
_LEVELS = "稳定在 保持在 控制在 维持在"  # before a level: 稳定在百万吨以上
_ASKING = tuple(sorted({*_ACTS_THAT_ASK.split(), *_LEVELS.split(), *BEFORE}, key=len, reverse=True))
_ASKING_ENDS = frozenset(word[-1] for word in _ASKING)
_PERCENT = re.compile(
    rf"(?P<of>[百千])分之(?P<pct>[{CHINESE}]{{1,4}}(?:点[{CHINESE}]{{1,3}})?|{ARABIC})(?P<suffix>{SUFFIX})?"
)
# 八成以上, 下降三成, 增长两倍; a bare 三成 says nothing of its own.
_TENTHS = re.compile("(?P<unit>[成倍])(?<=[一二两三四五六七八九].)(?![为立员就])(?P<suffix>以上|左右)?")
_MOVES = tuple("增长 上升 提高 提升 下降 降低 减少 精简 压减 压缩 缩短 节约 回落 增 降 减".split())
_PIECES = frozenset("个 家 所 座 场 处 条 艘 列 架 部".split())
_CLOSING = ("，", "。", "；", "、", "\n", "")
_ACTED = re.compile(rf"(?:新开工|新开通|打通|{'|'.join(_ACTS_THAT_ASK.split()[3:])})[^，。；：、！\n\d]{{2,14}}$")
_TOLD = frozenset("个 家 所 项 座 条 处 场 部".split())
_OPENING = ("，", "。", "；", "：", "\n", "")
_TOLD_OF = re.compile(
    r"[^，。；：、！\n\d]{2,18}(?:落户|入选|获批|获评|荣获|获得|开工|建成|投产|竣工|投用|通车|上榜|跻身|升格|被列入|被评为|被认定|成功创建|通过验收)"
)
_WEAK_ASKING = frozenset(("共", "达", "达到"))
_ACTS = tuple(_ACTS_THAT_ASK.split())
_ANY_DIGIT = re.compile(r"[0-9０-９]")
_NUMERALS = frozenset(CHINESE)
_BARE_GREAT = re.compile("亿(?<=[百千万]亿)(?=[，。；、])")
_TO_GREAT = re.compile(
    "(?<![批个家条座多])(?:突破|首破|再破|破|超过|过|超|近|达到|达)$"
)  # 产值突破百亿, not 一批超百亿


def written(text: str) -> Iterator[Quantity]:
    """The quantities of a text that are written in Chinese numerals, kind by kind."""
    yield from (mark for match in _WORDS_QUANTITY.finditer(text) if (mark := _from_words(text, match)) is not None)
    if "分之" in text:
        yield from (mark for match in _PERCENT.finditer(text) if (mark := _from_percent(text, match)) is not None)
    if "成" in text or "倍" in text:
        yield from (mark for match in _TENTHS.finditer(text) if (mark := _from_tenths(text, match)) is not None)
    for match in _BARE_GREAT.finditer(text):
        start = match.start() - 1
        if _TO_GREAT.search(text, max(0, start - 3), start) is not None:
            yield _from_great(text, start)


def _from_percent(text: str, match: re.Match[str]) -> Quantity | None:
    """百分之七点五以上."""
    digits, suffix = match["pct"], match["suffix"]
    number = arabic(digits) if _ANY_DIGIT.match(digits) else chinese(digits)
    if number is None:
        return None
    unit_end = match.end() - len(suffix or "")
    unit = unit_of("%" if match["of"] == "百" else "‰")
    return mark_of(text, match.start(), unit_end, match.end(), number, None, 1, None, unit, False, suffix, True)


def _from_tenths(text: str, match: re.Match[str]) -> Quantity | None:
    unit, suffix = match.groups()
    start, end = match.start() - 1, match.end()
    number = text[start]
    if text[start - 1 : start] in _NUMERALS or (suffix is None and not text.endswith(_MOVES, 0, start)):
        return None
    unit_end = end - len(suffix or "")
    return mark_of(
        text, start, unit_end, end, chinese(number) or 0.0, None, 1, None, unit_of(unit), False, suffix, True
    )


def _from_great(text: str, start: int) -> Quantity:
    """突破百亿: money by custom, but no unit is printed."""
    end = start + 2
    number = chinese(text[start]) or 0.0
    return mark_of(text, start, end, end, number, None, scale_of("亿"), "亿", None, False, None, True)


def _from_words(text: str, match: re.Match[str]) -> Quantity | None:
    """两场, 百亿元, 三五家: only behind a word that asks for a number."""
    begin = match.start()
    left = text[max(0, begin - 4) : begin]
    if (
        left[-1:] in _ASKING_ENDS
        and left.endswith(_ASKING)
        and not (left.endswith(tuple(_WEAK_ASKING)) and _is_written_out(match))
    ):
        if left.endswith(NO_COMPARATOR) and not left.endswith(_ACTS):
            return None  # 新签约亿元以上项目
        asking = next(word for word in _ASKING if left.endswith(word))
    elif _is_written_out(match) and text[begin - 1 : begin] not in _PART_OF_WORD:
        asking = "新建"
    elif match["unit"] in _TOLD and text[begin - 1 : begin] in _OPENING and _TOLD_OF.match(text, match.end()):
        asking = "新建"  # 两项专项落户我市: the predicate asks for a number
    elif match["unit"] in _PIECES and text[match.end() : match.end() + 1] in _CLOSING:
        if _ACTED.search(text, max(0, begin - 24), begin) is None:
            return None
        asking = "新建"  # 新建城市书房两座: the act asks for a number across its noun
    else:
        return None
    numeral, unit, suffix = match["cn"], match["unit"], match["suffix"]
    great = ""
    while numeral and numeral[-1] in "万亿":
        great, numeral = numeral[-1] + great, numeral[:-1]
    if unit.startswith(_GREAT):
        great, unit = great + unit[0], unit[1:]
    over = _OVER.fullmatch(numeral)
    if over is not None:
        return _from_two_parts(text, match, over, great, unit)
    near = pair(numeral) if numeral else None
    number = near[0] if near else (chinese(numeral) if numeral else 1.0)
    if number is None or great not in ("", "万", "亿", "万亿"):
        return None
    plain = asking not in BEFORE and not match["more"] and suffix is None
    if plain and at_least_with_verb(text, match.start("cn")):
        plain = False  # 至少建设一所
    if plain and (asking in _WEAK_ASKING or number < 2 or not numeral or numeral in ("百", "千", "十")):
        return None
    if unit == "成" and (great or number >= 10 or asking not in BEFORE):
        return None
    if asking == "过" and not great and numeral not in ("百", "千", "十", "半"):
        return None  # 过三个, 通过两家: the verb, not the comparator
    if not numeral and asking not in BEFORE:
        return None  # 亿元以上项目
    unit_end = match.end() - len(suffix or "")
    upper = near[1] if near else None
    start = match.start("cn")
    return mark_of(
        text, start, unit_end, match.end(), number, upper, scale_of(great or None), great, unit_of(unit),
        bool(match["more"]), suffix, True,
    )  # fmt: skip


def _from_two_parts(text: str, match: re.Match[str], over: re.Match[str], great: str, unit: str) -> Quantity | None:
    """五百零一亿九千万元 is 501.9 亿元."""
    above, below = chinese(over["above"]), chinese(over["below"])
    if above is None or below is None or great != "万":
        return None
    suffix = match["suffix"]
    unit_end = match.end() - len(suffix or "")
    value = rounded(above + below / scale_of("万"))
    return mark_of(
        text, match.start("cn"), unit_end, match.end(), value, None, scale_of("亿"), "亿", unit_of(unit),
        bool(match["more"]), suffix, True,
    )  # fmt: skip


def _is_written_out(match: re.Match[str]) -> bool:
    """Whether a numeral is a measure, or a large count, written out digit by digit."""
    numeral, unit = match["cn"], match["unit"]
    plain = numeral.rstrip("万亿")
    is_great = plain != numeral or unit.startswith(_GREAT)
    if is_great and _OVER.fullmatch(plain) is not None:
        return True
    if _WRITTEN_OUT.fullmatch(plain) is None or not (is_great or _STEPS.search(plain)):
        return False
    if _STEP_WORD.match(match.string, match.end()) is not None:
        return False  # 跨越千亿元、两千亿元大关
    return unit.lstrip("亿万") in _MEASURES or (chinese(numeral) or 0) >= _LEAST_COUNTED
