"""What leads in a head: times, places, hedges, links and the acts that make works; and the acts that a phrase ends in."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.layout import HIDDEN, REMARK
from orchestration.gazette.extraction.statements.trimming import YEAR, longest
from orchestration.gazette.extraction.statements.words import (
    ACTS,
    ADVERBS,
    BUILDS,
    KEEPS,
    LEAD,
    LEAD_LENGTHS,
    PLACES,
    PUSHES,
    STAGES,
    lengths_by_end,
    lengths_by_first,
)

_PART = r"年?[底末初]|上半年|下半年|第?[一二三四]季度|前三季度|\d{1,2}[-—~～至]\d{1,2}月|\d{1,2}月(?:底|末)?"
_TIME_LEAD = re.compile(
    rf"(?:自从?|从)?(?:{YEAR}(?:\d{{1,2}}月份?)?|今年|去年|年初|开年|[一二三四]季度|进入[一-龥\d]{{1,6}}?)(?:以来|起|开始)|近(?:[一二三四五六七八九十两]|\d{{1,2}})年[来间]?|[到至]?“[八九十][一二三四五六七]?五”(?:时期|期间|以来|期?末)|"
    r"(?:到|至|截至|截止)?[今明本]年\d{1,2}月(?:份|底|末)?前?|(?:\d{1,2}月)?当月|前(?:[一二三四五六七八九十]|\d{1,2})个?月|"
    r"(?:20)?[XxＸ×]{2,4}年[，、]?|(?:[一二三四五六七八九]|\d{1,2})年(?:内|[来间]|(?=累计|共|投入|完成|建成))|\d{1,2}[.．](?!\d)"
    r"|[用经通](?:过)?(?:[一二三四五六七八九十两\d]{1,3}(?:[-—~～至到][三四五六七八九十\d]{1,2})?)年(?:左右)?的?(?:时间|努力)，?"
    r"|(?:到|至|截至|截止|预计到|力争到)?"
    rf"(?:(?:19|20)\d\d年?[-—~～至到]{{1,2}}{YEAR}|{YEAR}度?(?:{_PART})?|\x01{{4,5}}(?:时期|期间|以来|期?末|规划)|(?:今后|未来|过去)[一二三四五\d]年|(?:上|下)半年|第?[一二三四]季度|前三季度"
    r"|(?:\d{1,2}[-—~～至到])?\d{1,2}月(?:份|底|末)?前?|(?:[今明本]年)?[年月]?底前?|[今明本]年末|十[一二三四五]五(?:时期|期间|末))(?:，|时|前)?"
)
_TIME_FIRST = "“自用经通从近进开当XxＸ×第一二三四五六七八九十到至截预力今明本未过上下前年月底" + HIDDEN
_ADVERB_LENGTHS = lengths_by_end(ADVERBS)
_KEPT_NEW = frozenset(word for word in KEEPS if word.startswith("新") and len(word) > 2)
_ENDS_NOUN = "区率期者局费兵"  # 建成区, 开工率, 建设者: the act is part of a noun
_OF_PLACE = "级属直管本性"  # 自治区级, 市属: the place is part of a kind
_NOT_PLACE_ALONE = _OF_PLACE + "、和与及"  # 海曙区、江北区…: one of several
_ONLY_BEFORE_ACT = frozenset(
    "新 高标准 高质量 高水平 高效 有效 科学 合理 精准 基本 集中 统筹 优先 协同 提前 争取 稳定".split()
)
_NEVER = frozenset(("为", "对", "在", "从", "于", "首批"))
_SPENDING = frozenset(("安排", "落实", "争取", "下达", "拨付", "筹措", "筹集"))
_BARE_WORKS = ("项目开", "项目复", "项目完", "项目竣", "项目投", "的项目", "的工程")
_MONEY = ("资金", "专项", "财政", "预算", "省级财政", "市级财政", "各级财政")
# A word that also begins a noun, and what it then stands before: 各类, 并购, 和美, 集中采购, 境内上市公司.
_BEGINS_NOUN = {
    word: tuple(nouns.split())
    for word, nouns in {
        "有": "效 机 色 线 線 害 组 組 限 关 關 序 条 條 偿 望 奖 形 所 毒 氧 声 轨 源 资 氟 意 利 感 价 责 罪 编 证 力 益 无 助 待 余",
        "各": "类 级 种 项 地 部 单 方 界 族",
        "并": "购 网 轨 联 列 行 排 发 入 表",
        "和": "美 谐 平",
        "与": "会",
        "共": "建 享 同 青 产",
        "再": "生 造 贷 融 就 担",
        "使": "用 命",
        "要": "素 道 闻 点 求",
        "年度": "计划投资 投资",
        "年": "产 均 轻 货 度 投资 接待 发电 供 处理 加工 营 蓄 旅客 货物 吞吐 生产能力 交易 销售",
        "均": "衡",
        "都": "市",
        "好": "房评人氧莱",
        "来": "自 源 华 访 料 " + " ".join("京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼黔滇蓉"),
        "将": "来 军",
        "已": "建在建 建成区",
        "其": "他 它",
        "通过": "率",
        "保证": "金",
        "计划": "单 生 投资 总投资",
        "突出": "问",
        "达": "标 产",
        "建设": "用 兵",
        "实现": "值",
        "还": "迁 建 款 贷 林 草 湿 田",
        "其他": "营利 非营利 服务业 收入 支出 贷款 用地 税 工业 行业 产业 水果 区 县 镇 用品 服务 作物 各税",
        "各级": "各类",
        "市域": "内 外",
        "县域": "内 外 经济",
        "需": "求 要",
        "应": "急 届 征 用 税 收 付 对 聘 援 缴 参 保 有 答 变 检 享 建 助",
        "须": "发 眉",
        "同期": "声 比",
        "上年": "结转 结余 末 底 度 同",
        "拥有": "量 率 户",
        "现": "代 价 金 场 役 行 状 实 有 存 货 券 钞 房",
        "境内": "上市 外 金融 企业 贷款 存款",
        "集中": "采购 供 连片 安置 养育 居住 隔离",
        "基本": "养老 医疗 公共 生活 农田 药物 殖 建",
    }.items()
}
_REACHED_BY = re.compile(r"[^，。；、]{2,16}(?:标准|要求|水平|等级)[^，。；、]{0,4}的")  # 达到国家标准的卫生院占比
_JOINS = ("、", "和", "及", "与", "或", "以及", "或者", "并", "")
# Acts that name what is done to a thing; two in a row are one predicate (新建、改造公路, 制定、修改和废止规章).
_SECOND_ACTS = tuple(
    "续建 扩建 改建 改造 提升 优化 更新 修复 修缮 维修 修改 修订 废止 升级 改善 治理 整治 迁建 培育 盘活 维护".split()
)
_FIRST_ACTS = frozenset(
    "新建 改建 扩建 续建 新改建 改扩建 新改扩建 新建改扩建 新建和改造 建设 制定 新建扩建 新建改建 引进 清理 补充".split()
)
MAKING = ACTS | PUSHES
_ACT_LENGTHS = lengths_by_end(MAKING)
_LEAVING = LEAD | BUILDS | PUSHES
_LEAVING_LENGTHS = lengths_by_first(_LEAVING)
_LONGEST_STAGE = max(map(len, STAGES))
_JOINED_ACTS = re.compile("、|和|及|与|以及")
_CHAINED = ACTS | frozenset(_SECOND_ACTS) | frozenset(_JOINS) - {""}


def trim_lead(text: str, start: int, end: int, places: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Where the head begins: times, places, hedges and links taken off, and the acts that make works.

    Returns the offset and the words taken off.
    """
    words: list[str] = []
    while start < end:
        glossed = text[start] == HIDDEN and bool(words) and words[-1].endswith("年")  # 今年（2017年）
        if text[start] == REMARK or glossed:
            start += 1
            continue
        word = leading(text, start, end, places)
        if word is None:
            break
        words.append(word)
        start += len(word)
    return start, tuple(words)


def leading(text: str, start: int, end: int, places: tuple[str, ...]) -> str | None:
    first = text[start]
    if first in _TIME_FIRST or first.isdecimal():
        match = _TIME_LEAD.match(text, start, end)
        if match is not None and match.end() < end:
            return match[0]
    for place in places:
        if (
            text.startswith(place, start)
            and start + len(place) < end
            and text[start + len(place)] not in _NOT_PLACE_ALONE
        ):
            return place
    if first == "新" and any(text[start : start + length] in _KEPT_NEW for length in (3, 4)):
        return None
    if end - start <= _LONGEST_STAGE and text[start:end] in STAGES:
        return None  # 确保竣工投产20个: one act, not 竣工 before 投产
    for length in _LEAVING_LENGTHS.get(first, ()):
        word = text[start : start + length]
        if length < end - start and word in _LEAVING:
            may = _may_leave(word, text, start + length, end) and not _opens_chain(word, text, start + length)
            return word if may else None
    return None


def _opens_chain(word: str, text: str, at: int) -> bool:
    """Whether an act goes on with another before its object: both hold for the figure, so neither is left out."""
    if word not in _FIRST_ACTS:
        return False
    return any(text.startswith(join, at) and text.startswith(_SECOND_ACTS, at + len(join)) for join in _JOINS)


def _may_leave(word: str, text: str, at: int, end: int) -> bool:
    """Whether a word may be left out before what begins at ``at``: 新建设…, but 新型; 高标准打造…, but 高标准农田."""
    if text[at] == "率":
        return False  # 落实率, 完成率
    if text.startswith(_BEGINS_NOUN.get(word, ()), at):
        return False
    if word in PLACES:
        return text[at] not in _NOT_PLACE_ALONE or text.startswith("本年", at)
    if word == "达到":
        return _REACHED_BY.match(text, at, end) is None
    if word in _NEVER:
        return False
    if word in _SPENDING:
        return not text.startswith(_MONEY, at)  # 安排资金: the noun alone says nothing
    if word in ACTS and text.startswith(_BARE_WORKS, at):
        return False  # 新建项目, 续建工程: what is done tells them apart
    if word in _ONLY_BEFORE_ACT:
        rest = (text[at : at + length] for length in (2, 3, 4) if at + length <= end)
        return any(piece in ACTS or piece in LEAD for piece in rest)
    return word not in ACTS or text[at] not in _ENDS_NOUN


def only_acts(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is acts and what joins them, nothing else (清理退出、盘活)."""
    while start < end:
        step = next((n for n in LEAD_LENGTHS if n <= end - start and text[start : start + n] in _CHAINED), 0)
        if not step:
            return False
        start += step
    return True


def acts_before(text: str, start: int, end: int) -> list[str]:
    """The acts that are left out right before a head, each for itself (新建和改造); empty where other words stand there."""
    acts = _JOINED_ACTS.split(text[start:end])
    return acts if all(act in _CHAINED for act in acts) else []


def with_chain(text: str, start: int, end: int, act: str) -> str:
    """The act that ``text[start:end]`` ends in, with the act before it where both hold (新建和改造提升, 引进和培育)."""
    at = end - len(act)
    if act.startswith(_SECOND_ACTS) and text.endswith(act, start, end):
        for join in _JOINS:
            stop = at - len(join)
            first = next((w for w in _FIRST_ACTS if text.endswith(w + join, start, at)), None) if stop > start else None
            if first is not None:
                return first + join + act
    return act


def ends_in_act(text: str, start: int, end: int) -> str | None:
    """The act that ``text[start:end]`` ends in (新建, 培育打造), adverbs passed over; None where it ends in a noun."""
    while end > start:
        for length in _ACT_LENGTHS.get(text[end - 1], ()):
            word = text[end - length : end]
            if length <= end - start and word in MAKING:
                return word
        adverb = longest(text, start, end, ADVERBS, _ADVERB_LENGTHS)
        if adverb is None:
            return None
        end -= len(adverb)
    return None
