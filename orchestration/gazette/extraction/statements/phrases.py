"""The phrase beside a figure: its predicate taken off behind, its introduction taken off in front, joined heads split."""

from __future__ import annotations

import re
from dataclasses import dataclass

from orchestration.gazette.extraction.statements.layout import HIDDEN, REMARK
from orchestration.gazette.extraction.statements.words import (
    ACTS,
    ADVERBS,
    BUILDS,
    INDICATOR_ENDS,
    KEEPS,
    LEAD,
    LEAD_LENGTHS,
    NOUN_ENDS,
    PLACES,
    PUSHES,
    TAIL,
    TAIL_LENGTHS,
)

_COMPARISON = re.compile(
    r"(?:(?<![占同环对可])[比较](?![重例率值大高强快多好])|高于|低于|快于|高出|低出|好于|优于|多于|少于)[^，。；、]{1,12}$"
)
_STEPS = re.compile(r"(?:连续?|再|先后)?(?:跨|跨越|迈上|跨上|站上|上|突破)[^，。；]{0,14}(?:台阶|大关|关口)[、，]?$")
_TIMES_OF = re.compile(r"(?:是|为|相当于|达到?)(?:上年|去年|全国|全省|\x01+|(?:19|20)\d\d年)[^，。；]{0,6}的$")
_YEARS_RUNNING = re.compile(r"(?:已)?连续(?:\d{1,2}|[一二三四五六七八九十]{1,3})年$")
_UP_TO = re.compile(
    r"(?:提高|提升|增加|增长|下降|降低|减少|上升|扩大)(?:到|至)(?:(?:19|20)\d\d年|\x01+末?|今年|目前)的$"
)
_FROM = re.compile(r"(?:(?<!自)由|从(?![事业众]))[^，。；、]{0,14}$")
_TIME_LEAD = re.compile(
    r"(?:[一二三四五六七八九]|\d{1,2})年(?:来|间)?(?=累计|共|投入)|\d{1,2}[.．](?!\d)|(?:到|至|截至|截止|预计到|力争到)?(?:(?:19|20)\d\d年(?:年?[底末初]|上半年|下半年|[一二三四]季度|前三季度|\d{1,2}[-—至]\d{1,2}月|\d{1,2}月(?:底|末)?)?|\x01{5}(?:时期|期间|以来|末|规划)|"
    r"今后[一二三四五\d]年|未来[一二三四五\d]年|过去[一二三四五\d]年|(?:上|下)半年|[一二三四]季度|前三季度|\d{1,2}月(?:底|末)?(?:前)?|(?:年|月)?底前?|十[一二三四五]五(?:时期|期间|末))"
    r"(?:，|时|，|前)?"
)
_TIME_INSIDE = re.compile(r"(?:19|20)\d\d年(?:度|底|末)?(?!产)|今年|去年|年内|全年|当年")
_BRACKETED = re.compile(rf"{HIDDEN}+")


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A phrase without its predicate: where the head ends, and the words taken off, nearest to the figure first."""

    end: int
    words: tuple[str, ...]


def trim_tail(text: str, start: int, end: int) -> Trimmed:
    """Take predicates, adverbs and comparisons off the end of ``text[start:end]``; offsets are those of ``text``."""
    words: list[str] = []
    while end > start:
        if text[end - 1] == REMARK:
            end -= 1
            continue
        piece = text[max(start, end - 6) : end]
        if piece.endswith(NOUN_ENDS) and not piece.endswith(("均达标", "拥有", "现有", "共有", "共计", "合计", "总计")):
            break
        for length in TAIL_LENGTHS:
            word = text[end - length : end]
            if length <= end - start and word in TAIL:
                break
        else:
            match = _COMPARISON.search(text, max(start, end - 24), end)
            if match is None and text[end - 1] == "年":
                match = _YEARS_RUNNING.search(text, max(start, end - 10), end)
            if match is None and text[end - 1] == "的":
                match = _TIMES_OF.search(text, max(start, end - 18), end)
            if match is None:
                match = _UP_TO.search(text, max(start, end - 18), end)
            if match is None:
                match = _STEPS.search(text, max(start, end - 24), end)
            if match is None:
                match = _FROM.search(text, max(start, end - 18), end)
            if match is None:
                break
            words.append(match[0])
            end = match.start()
            continue
        words.append(word)
        end -= len(word)
    return Trimmed(end, tuple(words))


def trim_lead(text: str, start: int, end: int, places: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Where the head begins: times, places, hedges and links taken off, and the acts that make works.

    Returns the offset and the words taken off.
    """
    words: list[str] = []
    while start < end:
        if text[start] == REMARK:
            start += 1
            continue
        match = _TIME_LEAD.match(text, start, end)
        if match is not None and match.end() < end:
            words.append(match[0])
            start = match.end()
            continue
        place = next((name for name in places if text.startswith(name, start) and start + len(name) < end), None)
        if place is not None and text[start + len(place)] not in _OF_PLACE:
            words.append(place)
            start += len(place)
            continue
        if any(text[start : start + length] in _KEPT_NEW for length in (3, 4)):
            break
        for length in LEAD_LENGTHS:
            word = text[start : start + length]
            if length < end - start and (word in LEAD or word in BUILDS or word in PUSHES):
                break
        else:
            break
        if word in PLACES and text[start + len(word)] in _OF_PLACE:
            break
        if word in _GUARDED and not _may_leave(word, text, start, end):
            break
        if word in ACTS and text[start + len(word)] in _ENDS_NOUN:
            break
        words.append(word)
        start += len(word)
    return start, tuple(words)


_KEPT_NEW = frozenset(word for word in KEEPS if word.startswith("新") and len(word) > 2)
_ENDS_NOUN = "区率期者局费兵"  # 建成区, 开工率, 建设者: the act is part of a noun
_OF_PLACE = "级属直管本"
_GUARDED = frozenset("新 各 并 高标准 高质量 高水平 高效 为 对 在 从 于 首批 有效 科学 合理 精准".split())


def _may_leave(word: str, text: str, start: int, end: int) -> bool:
    """Some words are left out only before an act: 新建设…, 高标准打造…; 新型, 高标准农田, 在校学生 begin a noun."""
    at = start + len(word)
    if word == "各":
        return text[at : at + 1] not in "类级种项地部单方界族"
    if word == "并":
        return text[at : at + 1] not in "购网轨联列行排发入表"
    if word in ("为", "对", "在", "从", "于", "首批"):
        return False
    return any(text[at : at + length] in ACTS for length in (2, 3, 4) if at + length <= end)


def ends_in_act(text: str, start: int, end: int) -> str | None:
    """The act that ``text[start:end]`` ends in (新建, 培育打造), adverbs passed over; None where it ends in a noun."""
    while end > start:
        for length in LEAD_LENGTHS:
            if length > end - start:
                continue
            word = text[end - length : end]
            if word in ACTS or word in PUSHES:
                return word
        for length in TAIL_LENGTHS:
            word = text[end - length : end]
            if length <= end - start and word in ADVERBS:
                end -= length
                break
        else:
            return None
    return None


def plain(words: str) -> str:
    """A head as it is published: brackets gone, times inside gone, loose marks off both ends."""
    return words.strip("、，：；—-·| 　的").rstrip("之等了")


_JOINT = re.compile(
    r"[、，]|以及|(?<![参总饱共平缓温柔])和(?!谐|平|美|睦|解)|(?<![参普涉触危以顾遍])及(?!时|其|格|早|第)|(?<![参赠])与(?!会)"
)


_SECTORS = re.compile(r"(?:一二三产业?|一、二、三产业?|三次产业)(?!结构|比)")


def split_joined(head: str, only_marks: bool = False) -> list[str]:
    """The heads a joined head stands for: 城镇居民和农村居民人均可支配收入 -> both incomes; itself where it is one."""
    if head.startswith("城乡") and "和" not in head and "、" not in head:
        return [f"城镇{head[2:]}", f"农村{head[2:]}"]
    sectors = _SECTORS.match(head)
    if sectors is not None:
        return [name + head[sectors.end() :] for name in ("第一产业", "第二产业", "第三产业")]
    parts = [part for part in (head.split("、") if only_marks else _JOINT.split(head)) if part]
    if len(parts) < 2:
        return [_one(head)] if "存贷款" not in head else _deposits(head)
    last = parts[-1]
    if parts[0].endswith("存") and last.startswith("贷款"):
        return [parts[0] + last[1:], parts[0][:-1] + last]
    parts = [_completed(part, last) for part in parts[:-1]] + [last]
    first = parts[0]
    return [first, *(_with_prefix(part, first) for part in parts[1:])]


def _one(head: str) -> str:
    return head


def _deposits(head: str) -> list[str]:
    return [head.replace("存贷款", "存款"), head.replace("存贷款", "贷款")]


def _completed(part: str, last: str) -> str:
    """A part that lost what the last part ends in gets it back: 原煤、原油产量; 城镇、农村居民收入; 存、贷款余额."""
    if is_indicator(part):
        return part
    for length in (4, 3, 2):
        shared = part[-length:]
        at = last.find(shared)
        if len(part) >= length and at >= 0 and at + length < len(last):
            return part + last[at + length :]
    end = next((last[at:] for at in range(1, len(last)) if last[at:] in _SHARED_ENDS), None)
    if end is not None:
        return part + end
    if len(part) in (2, 3) and len(last) >= len(part) + 2 and not is_standing(part):
        return part + last[len(part) :]  # 刑事、治安案件
    return part


_SHARED_ENDS = frozenset(
    "人均可支配收入 居民人均可支配收入 居民收入 产量 总产量 增加值 产值 总产值 收入 余额 产业规模 产业产值 产业营收 产业增加值 贷款余额 存款余额 比重 占比 覆盖率 合格率 参保率 入园率 普及率 巩固率 治愈率 就业率 失业率 "
    "利用率 达标率 达到率 数量 人数 户数 起数 面积 总量 总额 规模 投资 建设 改造 项目 用地 浓度 排放量 里程 增速 增幅 使用率 处理率 回收率 综合利用率 满意率 解决率 办结率 优良率 "
    "优良比例 平均浓度 标准 保障标准 客流量 吞吐量 销售额 交易额 零售额 发电量 用电量 装机 装机容量 产能 播种面积 种植面积 存栏 出栏 出栏量 存栏量 播种 价格 收购价 费用 支出 税收 利润 利润总额 "
    "营业收入 资产总额 总收入 人均纯收入 占地区生产总值比重 占GDP比重 参保人数 床位 学位 岗位 企业 保费收入 死亡人数 出口 进口 进出口 业务量 业务收入 案件 管网".split()
)


def _with_prefix(part: str, first: str) -> str:
    """死亡人数 behind 生产安全事故起数 is that of 生产安全事故; 花费 behind 入境游客数量 that of 入境游客."""
    if len(part) > 5 or is_standing(part):
        return part
    for end in ("起数", "数量", "人数", "件数", "户数", "总数", "人次", "数"):
        if first.endswith(end) and len(first) > len(end) + 1:
            if part.endswith(("人数", "数", "损失", "面积", "金额")) or len(part) <= 2:
                return first[: -len(end)] + part
    if part in ("支出", "收入") and first.endswith(("收入", "支出")):
        return first[:-2] + part
    return part


_STANDING = frozenset(
    ("出口", "进口", "投资", "消费", "财政收入", "税收", "工业投资", "城镇居民", "存款", "贷款", "二产", "三产")
)


def is_standing(part: str) -> bool:
    return part in _STANDING


def is_indicator(head: str) -> bool:
    """Whether a phrase ends in a word that indicators end in (率, 额, 收入, 投资 …)."""
    return head.endswith(INDICATOR_ENDS)


def without_times(head: str) -> str:
    """A head without the years inside it (商业银行2021年贷款)."""
    return _TIME_INSIDE.sub("", head)
