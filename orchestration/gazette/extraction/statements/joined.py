"""Joined heads split the plain way: 城乡居民收入, 原煤、原油产量, 起数和死亡人数."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.words import CARRIES, GENERIC, INDICATOR_ENDS, SHARED_ENDS
from orchestration.gazette.lexicon.regions import is_place

_JOINT = re.compile(
    r"[、，]|(?<=”)(?=“)|以及|(?<![参总饱共平缓温柔])和(?![谐平美睦解])|(?<![参普涉触危以顾遍])及(?![时其格早第]|以[上下内])|(?<![参赠])与(?!会)"
)
_SECTORS = re.compile(r"(?:一二三产业?|一、二、三产业?|三次产业)(?!结构|比)")
_NUMBERED_SECTORS = re.compile("第?[一二](?:[、和及]第?[二三]){1,2}产业(?!结构|比(?!重))")
_BOTH = re.compile(
    "城乡(?=(?:常住|全体)?居民[^，。；]*(?:收入|支出|消费|低保|保障|存款|恩格尔|$)|低保|最低生活|登记|人均|住户)"
)  # not 城乡供水一体化率, 城乡社区
_BETWEEN = ("比", "比值", "倍差", "差距", "之差")  # 城乡居民收入比: one figure between the two
_STANDING = frozenset(
    (
        "出口",
        "进口",
        "投资",
        "消费",
        "财政收入",
        "税收",
        "工业投资",
        "城镇居民",
        "存款",
        "贷款",
        "二产",
        "三产",
        "女性",
        "男性",
    )
)
_COUNTED = ("起数", "数量", "人数", "件数", "户数", "总数", "人次", "数")
_IN_ONE = re.compile("牛羊|油气|粮油|文体")  # two nouns of one character each
# Words that stand for each other: what follows the second belongs to both (城市、县城建成区面积).
_PARALLEL = frozenset(
    "城镇 农村 牧区 农牧区 城市 县城 乡镇 乡村 市区 县域 国内 国际 入境 境内 境外 省级 市级 县级 公办 民办 省内 省外 区内 区外 线上 线下 小学 初中 高中 中学 "
    "非洲 拉美 东盟 欧盟 美国 日本 韩国 欧洲 中东 中亚 俄罗斯 东部 中部 西部 东北 港澳 台湾 香港 澳门 男性 女性 新房 二手房 地表水 地下水 中职 高职 "
    "本科 专科 白酒 啤酒 蔬菜 水果 茶叶 粮食 油料 棉花 糖料 肉类 禽蛋 牛奶 水产 "
    "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 "
    "甘肃 青海 宁夏 新疆".split()
)
_QUARTER = re.compile("[东西南北中]部")
_CATEGORY_ENDS = "品型业区类性级水电费户"  # 食品、药品抽检合格率: alike to the end of what each has of its own
_SPEEDS = ("增速", "增幅", "涨幅", "降幅")
_SPEED_END = re.compile("(?<=..)(?:增速|增幅)$")
# What one branch has several of, each printed with a measure alone: 农业总产值、增加值.
_OF_BRANCH = frozenset("增加值 总产值 产值 产量 总产量 单产 利润 利润总额 利税 主营业务收入 营业收入".split())
_BRANCH = re.compile("(?<=.[业品食菜果])(?:增加值|总产值|产值|产量|总产量|播种面积|种植面积|主营业务收入|营业收入)$")
_EMITTED = ("排放总量", "排放量", "减排量")
_OXYGEN = "需氧量"  # a substance that ends like an indicator: 化学需氧量、氨氮排放量
_TRADE = "产业"  # 汽车、电子信息产业: of what follows the name's own length no more than this is shared
_CLOSERS = "”》）"
_NAMED = re.compile("“[^“”]+”")
# What opens the first of joined heads and holds for all: 对东盟、欧盟出口; 规上纺织业、食品业增加值; 改造老旧供热、燃气管网.
_SHARED_FRONT = re.compile(
    rf"对(?!外)|规上|规模以上|限上|限额以上|(?:{'|'.join(sorted(CARRIES - {'接待'}, key=len, reverse=True))})(?:老旧)?|老旧"
)


def split_joined(head: str, only_marks: bool = False) -> list[str]:
    """The heads a joined head stands for: 城镇居民和农村居民人均可支配收入 -> both incomes; itself where it is one.

    ``only_marks`` splits at 、 alone, for lists whose items hold a 和 of their own.
    """
    if head.startswith("城、乡"):
        head = f"城乡{head[3:]}"
    if head.endswith(_BETWEEN) and not head.endswith("占比"):
        return [head]
    both = _BOTH.search(head) if head[2:4] == "城乡" and "和" not in head and "、" not in head else None
    if both is not None and is_place(head[: both.start()] + "市"):
        return [f"{head[:2]}{part}{head[4:]}" for part in ("城镇", "农村")]  # 苏州城乡居民人均可支配收入
    if _BOTH.match(head) and "和" not in head and "、" not in head:
        return [f"城镇{head[2:]}", f"农村{head[2:]}"]
    if head.endswith("收支"):
        return [f"{head[:-2]}收入", f"{head[:-2]}支出"]
    if (numbered := _NUMBERED_SECTORS.match(head)) is not None:
        rest = head[numbered.end() :]
        return [f"第{number}产业{rest}" for number in numbered[0] if number in "一二三"]
    sectors = _SECTORS.match(head)
    if sectors is not None:
        return [name + head[sectors.end() :] for name in ("第一产业", "第二产业", "第三产业")]
    parts = [part for part in (head.split("、") if only_marks else _JOINT.split(head)) if part]
    if not head.endswith(_SPEEDS):  # 地区生产总值增速、财政收入增速: the last has lost its own to the predicate
        parts = [_SPEED_END.sub("", part) for part in parts]
    if len(parts) < 2:
        if "存贷款" in head:
            return [head.replace("存贷款", "存款"), head.replace("存贷款", "贷款")]
        both = _IN_ONE.search(head)
        if both is not None:
            before, after = head[: both.start()], head[both.end() :]
            return [before + noun + after for noun in both[0]]
        return [head]
    last = parts[-1]
    if parts[0].endswith("存") and last.startswith("贷款"):
        return [parts[0] + last[1:], parts[0][:-1] + last]
    if len(parts) == 2 and parts[0].endswith("存款") and last.startswith("贷款"):
        return [parts[0] + last[2:], parts[0][:-2] + last]
    emitted = next((end for end in _EMITTED if last.endswith(end)), "")
    if emitted:
        parts = [part + emitted if part.endswith(_OXYGEN) or not is_indicator(part) else part for part in parts]
    elif not any(is_indicator(part) for part in parts[:-1]):  # else the heads stand each on its own
        front = _SHARED_FRONT.match(parts[0])
        opening = front[0] if front is not None and front.end() < len(parts[0]) else ""
        own = [parts[0][len(opening) :], *parts[1:]]
        parts = [opening + _completed(part, last, not opening) for part in own[:-1]] + [opening + last]
    else:
        parts = [
            _completed(part, after) if after.endswith("率") and not is_indicator(part) else part
            for part, after in zip(parts, [*parts[1:], ""], strict=True)
        ]
    first = parts[0]
    return [first, *(_with_prefix(part, first) for part in parts[1:])]


def are_indicators(head: str) -> bool:
    """Whether every part of a joined head, as printed, ends like an indicator."""
    return all(is_indicator(part) or part.endswith(_SPEEDS) for part in _JOINT.split(head))


def is_indicator(head: str) -> bool:
    """Whether a phrase ends in a word that indicators end in (率, 额, 收入, 投资 …)."""
    return head.endswith(INDICATOR_ENDS)


def _completed(part: str, last: str, alike: bool = True) -> str:
    """A part that lost what the last part ends in gets it back: 原煤、原油产量; 城镇、农村居民收入; 刑事、治安案件.

    ``alike``: a short part may stand for as many characters of the last.
    """
    if _NAMED.fullmatch(part) is not None and (named := _NAMED.match(last)) is not None:
        return part + last[named.end() :]  # “保交楼”“保交房”交付率
    if len(part) == 1 and part in "东西南北中" and _QUARTER.match(last) is not None:
        return part + last[1:]  # 东、中部地区
    if part in _PARALLEL:
        other = next((last[:length] for length in (2, 3) if last[:length] in _PARALLEL), None)
        if other is not None and len(other) < len(last):
            return part + last[len(other) :]
    for length in (4, 3, 2):
        at = last.find(part[-length:])
        if len(part) >= length and at >= 0 and at + length < len(last):
            return part + last[at + length :].lstrip(_CLOSERS)
    at = last.find(part[-1]) if part[-1] in _CATEGORY_ENDS else -1
    if (
        0 < at < len(last) - 2
        and len(part) <= 4
        and abs(at + 1 - len(part)) <= 2
        and is_indicator(last)
        and part not in _STANDING
    ):
        return part + last[at if last.startswith("水质", at) else at + 1 :]
    end = next((last[at:] for at in range(1, len(last)) if last[at:] in SHARED_ENDS), None)
    if end is not None and (part.endswith(end[-2:]) or part.endswith(_SPEEDS)):
        return part  # 新增高新技术企业、科技型中小企业; 居民消费价格涨幅、城镇登记失业率: lost nothing
    if end is not None:
        return part + (end.removeprefix("产业") if part.endswith("业") else end)  # 高技术制造业、绿色优势产业增加值
    if alike and len(part) in (2, 3) and len(last) >= len(part) + 2 and part not in _STANDING:
        return part + (_TRADE if last.endswith(_TRADE) else last[len(part) :])
    return part


def _with_prefix(part: str, first: str) -> str:
    """死亡人数 behind 生产安全事故起数 is that of 生产安全事故; 花费 behind 入境游客数量 that of 入境游客."""
    if part in _STANDING or part == first:
        return part
    if part in _OF_BRANCH:
        measured = _BRANCH.search(first)
        return part if measured is None else first[: measured.start()] + part
    if part in ("登记失业率", "调查失业率") and first.startswith("城镇"):
        return "城镇" + part
    if part.startswith("绿") and "建成区" in first:
        return first[: first.index("建成区") + 3] + part  # 城市建成区绿化覆盖率、绿地率
    if part.endswith("率") and (part in GENERIC or (len(part) <= 3 and first.endswith("率"))):
        end = next((end for at in range(1, len(first)) if (end := first[at:]) in SHARED_ENDS or end in GENERIC), None)
        return first[: -len(end)] + part if end is not None and end.endswith("率") else part
    if len(part) > 5 and not part.endswith("损失"):
        return part
    short = len(part) <= 2 or part.endswith(("人数", "数", "损失", "面积", "金额"))
    for end in _COUNTED:
        if short and first.endswith(end) and len(first) > len(end) + 1:
            own = (
                part.endswith(end) and len(part) > len(end) and end != "数"
            )  # 刑事案件、命案起数: not its measure alone
            return part if own else first[: -len(end)] + part
    if part in ("支出", "收入") and first.endswith(("收入", "支出")):
        return first[:-2] + part
    return part
