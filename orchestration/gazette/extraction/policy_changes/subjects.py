"""Subjects of policy changes: which parameter moves, with what its own clause leaves out carried over from before.

在职职工由…, 退休人员由… below 最高支付限额 are both limits; 第二阶梯由… after 居民用气第一阶梯价格 is a price; a joined head
(职工医保和居民医保个人自负比例分别由…) is as many subjects as it has values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

PARAMETER = re.compile(
    r"标准|限额|(?:报销|支付|自负|自付|补助|补贴|缴费|缴存|分担|配套|扣除|贴息|补偿|出资|提取|计提|首付|负担|分成|抵扣)比例|费率|税率|利率|补贴|补助|补偿|奖励|奖补|资助|津贴|起付|支付|报销|自负|自付|缴费|收费|价格|电价|水价|气价|热价|票价|运价|收购价|单价|加价|起步价|工资|低保|"
    r"保费|养老金|抚恤|定额|额度|限价|上限|下限|门槛|年限|期限|时限|有效期|承诺|办理|审批|工作日|年龄|名额|权重|分值|系数|供养|生活费|救助金|罚款|押金|保证金|租金|学费|"
    r"容积率|退休金|公积金|贷款.{0,4}额|免赔|保额|费用|基数|频次|周期|截止|假期|产假|天数|保障水平|筹资|扣除|免征|起征"
)
_ENDS_AS_PARAMETER = re.compile(
    r"(?:标准|限额|比例|费率|税率|利率|补贴|补助|补助金|补偿|奖励|津贴|起付线|封顶线|价格|[电水气热票运单费]价|收购价|工资|养老金|抚恤金|救助金|定额|额度|限价|上限|下限|门槛|年限|期限|时限|"
    r"年龄|名额|保证金|租金|学费|收费|保费|费用|基数|周期|天数|水平)(?:（[^（）]{1,20}）)?$"
)
_NAMES_ITSELF = re.compile(r"[率价额量费数度期限间金]$")
# 一、 (一) 1. ① 第三条 before the words of a paragraph or an item.
_LABEL = (
    r"(?:第[一二三四五六七八九十百\d]{1,4}条[ 　]?|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|"
    r"\d{1,2}(?:[、．]|\.(?!\d))|\d{1,2}[）)]|[①-⑳])[ 　]?"
)
_BACK = re.compile(rf"(?:^|(?<=[\n。；：]))[ 　]*{_LABEL}|[，。；：\n！？]|（\d{{1,2}}）")
_LEADING = re.compile(
    r"^(?:[、和]|规定的|并|同时|其中|如(?![东皋意])|要求|将|把|对|使|自(?!来|筹|负|付|缴|行|愿|有)|从(?!业)|即|另外|此外|今年|全市|全省|全县|全区|全国|(?:原则)?(?:同意|批准|核准)|[本该我你][市省县区州盟旗厅局委]|统一|进一步|适当|继续|逐步|再次|[一二三四五六]是|"
    r"(?:19|20)\d\d年度?(?:起)?|[^，。；]{0,12}日起|落实[^，。；]{2,16}政策)+"
)
_LEADS_ON = re.compile(r"(?:分别|具体)*(?:为|是|如下)$")  # 最低工资标准为：一类区由…
_OF_WHICH = re.compile(r"其中$")
_RELATIVE = re.compile(
    r"(?:年均)?(?:增长速度|增速|增幅|增长率|比例|标准|限额|额度|期限|时限|年限|金额|最高限额|最低标准|上限|下限|价格|人数|数量|费率)$"
)
_BOUND = re.compile(r"(?:上限|下限|最高限额|最低标准)$")
_MOVED = re.compile(
    r"(?:再次|统一|适当|相应|进一步|作)*(?:(?:提高|降低|增加|减少|上调|下调|延长|缩短|优惠)(?:了)?\d[^，。；]{0,8}|调整|提高|上调|下调|降低)$"
)
_TRAILING = re.compile(r"(?:分别|均|各|也|已|再|统一|全部|按照?|[为是])$")
# 车用天然气价格自9月1日起，由…: from when a value holds, behind what it is of.
_FROM_THEN = re.compile(r"(?<=[\u4e00-\u9fff）])(?:自|从|于)?(?:\d{4}年|[今明本]年)?\d{1,2}月(?:\d{1,2}[日号])?起?$")
_ENDS_CONDITION = re.compile(
    r"(?:的|参保人|参保人员|人员|患者|企业|单位|职工|居民|家庭|对象|学生|项目|情形|病种|药品)$"
)
JOINT = re.compile(r"、|以及|[和与及]")
_TAIL = re.compile(
    r"(?<=.)(?:个人|最高|最低|报销|补助|补贴|标准|起付|支付|缴费|收费|价格|保障|年度|月|比例|基本|低保|供养|筹资|救助)"
)
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
        "成人|成年|未成年|儿童",
        "集中|分散|散居|机构",
        "门诊|住院",
        "本科|专科|高中|初中|小学|中职|博士|硕士",
    )
)
_ORDINAL = re.compile("[一二三四五六七八九十]|[1-9]|[A-E]")
# 居民生活污水处理费每吨上调0.55元。城区由…, 其他镇由…: the sentence before says what moves.
_SAID_BEFORE = re.compile(
    r"(?P<words>[\u4e00-\u9fff]{2,20}?(?:[费价金]|价格|标准|限额|额度|比例|工资|时限|期限|年限))(?:每[\u4e00-\u9fff\d]{1,4}|人均|户均)?"
    r"(?:将|拟|统一|适当|再次|分别|均)*(?:上调|下调|调整|提高|降低|增加|减少|延长|缩短)[^。\n]{0,40}。?$"
)
# 具体收费如下：小型汽车由…
_LED = re.compile(
    r"(?:(?<=[，。：\n])|^)(?P<words>[\u4e00-\u9fff]{2,20}?(?:收费|[费价金]|价格|标准|限额|额度|比例|工资|时限|期限|年限))"
    r"(?:具体)?(?:调整|变更|公布|变化)?(?:方案|情况)?如下：[^。\n：]{0,20}\n?[^。\n：]*$"
)
_SAYS_ITS = re.compile(r"^(?:现将|将|具体的?|调整后的?|新的?)+")
# 提高失业保险金标准。缴费1至4年的，由…: what moves may stand behind its verb.
_MOVES_BEFORE = re.compile(
    r"(?:上调|下调|调整|提高|降低)(?:了)?(?P<words>[\u4e00-\u9fff]{2,20}?(?:[费价金]|价格|标准|限额|额度|比例|工资|时限|期限|年限))(?=[，。：])"
)
_HEADS = re.compile(
    r"^(?:关于)?(?:(?:适当|进一步|逐步|统一)?(?:提高|调整|降低|上调|下调|规范|完善|放宽|延长|缩短)(?:和|并)?)+(?:了)?"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A change's parameter: where its words begin in the text, and its words with what they leave out."""

    start: int
    words: str
    own: str  # the words of its own clause


def subject_of(text: str, start: int, at: int, previous: str | None, heading: str, floor: int = 0) -> Subject:
    """The parameter whose values begin at ``at`` in a sentence that begins at ``start``.

    ``previous`` is the subject of the change before in this sentence, which ends at ``floor``; ``heading`` the words of
    the heading above.
    """
    head_start = max(start, floor)
    for boundary in _BACK.finditer(text, start, at):
        head_start = max(head_start, boundary.end())
    words = text[head_start:at]
    if words.rfind("（") > words.rfind("）"):
        head_start += words.rfind("（") + 1
        words = text[head_start:at]
    stripped = _LEADING.sub("", words)
    head_start += len(words) - len(stripped)
    subject = _unquoted(_FROM_THEN.sub("", _TRAILING.sub("", stripped)))
    if not subject:
        before = _clause_before(text, start, head_start)
        if before.endswith("的") or not before:
            for_whom = next(reversed(list(_clauses(text, start, head_start))), "")
            topic = _said_before(text, start) if for_whom.endswith("的") else ""
            if topic:
                return Subject(text.rfind(for_whom, start, at), for_whom + topic, for_whom)
        if before:
            return Subject(text.rfind(before, start, at), before, before)
        return Subject(at, previous or _from_heading(heading), "")
    if previous and _RELATIVE.fullmatch(subject):
        return Subject(head_start, _BOUND.sub("", previous) + subject, subject)
    says_for_whom = _TRAILING.sub("", stripped).endswith("的")
    is_part = _OF_WHICH.search(words[: len(words) - len(stripped)]) is not None
    if says_for_whom or not any(
        is_parameter.search(subject) for is_parameter in (PARAMETER, _NAMES_ITSELF, _ENDS_AS_PARAMETER)
    ):
        carried = _carried(text, start, head_start, subject, previous, heading)
        if not carried and is_part and previous:  # 收费标准由…，其中非居民由…
            carried = subject + previous
        if carried:
            return Subject(head_start, carried, subject)
    front = _shared_front(previous, subject) or _condition(text, start, head_start)
    return Subject(head_start, front + subject, subject)


def _unquoted(words: str) -> str:
    """Words without the marks around them; “十四五”期间…目标 keeps its own."""
    bare = words.strip("“”的，")
    return bare if bare.count("“") == bare.count("”") else words.strip("的，")


def without_lead(words: str) -> str:
    """Words without those that only lead to the parameter (将, 全市, 自…日起)."""
    return _LEADING.sub("", words)


def split_head(head: str, count: int) -> list[str]:
    """A joined head in as many as there are values: 职工医保和居民医保个人自负比例 → 职工医保个人自负比例, 居民医保个人自负比例."""
    parts = [part for part in JOINT.split(head) if part]
    if len(parts) != count:
        return [head] * count
    tail = _tail(parts[0], parts[-1])
    return [part + tail for part in parts[:-1]] + [parts[-1]] if tail else parts


def _tail(part: str, whole: str) -> str:
    """What a part of a joined head shares with the whole one at the end: 三级 of 二级医疗机构起付标准 → 医疗机构起付标准."""
    for length in range(min(4, len(part)), 0, -1):
        at = whole.find(part[-length:])
        if at > -1 and at + length < len(whole):
            return whole[at + length :]
    found = _TAIL.search(whole)
    return whole[found.start() :] if found else ""


# --- what a clause leaves out ----------------------------------------------------------------------------------------


def _carried(text: str, start: int, at: int, subject: str, previous: str | None, heading: str) -> str:
    """The whole parameter of a clause that only says for whom or what: from the topic before, the change before, the heading."""
    topic = _topic(text, start, at)
    if topic:
        return subject + topic
    if previous and (tail := _parallel_tail(subject, previous)):
        return _shared_front(previous, subject) + subject + tail
    if previous and (front := _parallel_front(subject, previous)):
        return front + subject
    topic = _from_heading(heading) or _said_before(text, start) or _leads_in(text, start, at) or _moves(text, start, at)
    return _overlapping(subject, topic) if topic else ""


def _moves(text: str, start: int, at: int) -> str:
    """The parameter that the first clause of the sentence says to move (调整缴费比例：单位由…)."""
    said = _MOVES_BEFORE.search(text, start, at)
    return _LEADING.sub("", said["words"]) if said else ""


def _leads_in(text: str, start: int, at: int) -> str:
    """The parameter of the clause that ends in 如下： right before the first change (停车收费标准调整如下：小型车由…)."""
    led = _LED.search(text, max(0, start - 60), at)
    return _LEADING.sub("", _SAYS_ITS.sub("", led["words"])) if led else ""


def _said_before(text: str, start: int) -> str:
    """The parameter that the sentence before, in the same paragraph, says to move."""
    if text[start - 1 : start] != "。":
        return ""
    begin = max(text.rfind("\n", 0, start - 1), text.rfind("。", 0, start - 1)) + 1
    said = _SAID_BEFORE.search(text, begin, start) or _MOVES_BEFORE.search(text, begin, start)
    return _LEADING.sub("", said["words"]) if said else ""


def _overlapping(words: str, more: str) -> str:
    """Two runs of words joined, what ends the one and begins the other said once (社会散居孤儿 + 孤儿保障标准)."""
    shared = next((n for n in range(min(len(words), len(more)), 1, -1) if words.endswith(more[:n])), 0)
    return words + more[shared:]


def _topic(text: str, start: int, at: int) -> str:
    """The nearest clause before that is nothing but a parameter (普通门诊最高支付限额，在职职工由…)."""
    for clause in reversed(list(_clauses(text, start, at))):
        words = _LEADS_ON.sub("", _LEADING.sub("", clause))
        if (
            _ENDS_AS_PARAMETER.search(words)
            and len(words) <= 40
            and not re.search(r"\d|[的地]?(?:提高|调整|降低|按照?)", words)
        ):
            return words
    return ""


def _clauses(text: str, start: int, at: int) -> Iterator[str]:
    begin = start
    for boundary in _BACK.finditer(text, start, at):
        if boundary.start() > begin:
            yield text[begin : boundary.start()].strip(" 　")
        begin = boundary.end()


def _parallel_tail(subject: str, previous: str) -> str:
    """The end of the subject before, where both name things of one kind (第一阶梯价格, 第二阶梯 → 价格)."""
    for length in (4, 3, 2):
        at = previous.find(subject[-length:]) if len(subject) > length else -1
        tail = previous[at + length :]
        if at > -1 and (PARAMETER.search(tail) or _NAMES_ITSELF.search(tail)):
            return tail
    for words in _PARALLEL:
        here, there = words.search(subject), words.search(previous)
        if here and there and here[0] != there[0] and here.end() == len(subject):
            tail = previous[there.end() :]
            return tail if PARAMETER.search(tail) else ""
    return ""


def _parallel_front(subject: str, previous: str) -> str:
    """The beginning of the subject before, where both end in things of one kind (护理补贴一级, 二级 → 护理补贴)."""
    same = previous[-len(subject) :]
    if len(same) == len(subject) > 2 and _ORDINAL.sub("", same) == _ORDINAL.sub("", subject) != subject:
        return previous[: -len(subject)]  # 最低工资标准一类区域, 二类区域
    for words in _PARALLEL:
        here, there = words.fullmatch(subject), words.search(previous)
        if here and there and there.end() == len(previous) and PARAMETER.search(previous[: there.start()]):
            return previous[: there.start()]
    return ""


def _from_heading(heading: str) -> str:
    """The parameter that a heading is about: 提高住院起付标准 → 住院起付标准."""
    words = _HEADS.sub("", heading.strip(" 　。："))
    return (
        words if _ENDS_AS_PARAMETER.search(words) and len(words) <= 30 and not re.search(r"[，、；\d]", words) else ""
    )


def _clause_before(text: str, start: int, at: int) -> str:
    """The clause before where the change's own has no words (…最高支付限额，由50万元提高到55万元)."""
    pieces = [_FROM_THEN.sub("", piece) for piece in _clauses(text, start, at) if piece.strip()]
    if not pieces or (re.search(r"\d", pieces[-1]) and not PARAMETER.search(pieces[-1])):
        return ""
    return _HEADS.sub("", _MOVED.sub("", _LEADING.sub("", pieces[-1].strip())))  # 延长产假，由98天…


def _shared_front(previous: str | None, subject: str) -> str:
    """What two parallel subjects share and the second leaves out: 居民医保门诊统筹…, 门诊慢性病… → 居民医保."""
    if not previous or len(subject) < 4:
        return ""
    at = previous.find(subject[:2])
    if at == -1 and re.match(r"第[一二三四五六]", subject):
        ordinal = re.search(r"第[一二三四五六]", previous)
        at = ordinal.start() if ordinal else -1
    return previous[:at] if 2 <= at <= 10 else ""


def _condition(text: str, start: int, at: int) -> str:
    """For whom: the clause before the first change of a sentence (未办理…手续的参保人，), without its last 的."""
    pieces = [piece for piece in re.split(r"[。；：\n]", text[start:at]) if piece]
    if not pieces:
        return ""
    clauses = [clause for clause in pieces[-1].split("，") if clause]
    for clause in clauses:
        clause = _LEADING.sub("", re.sub(rf"^[ 　]*{_LABEL}", "", clause))
        if 3 <= len(clause) <= 30 and _ENDS_CONDITION.search(clause) and not re.search(r"\d", clause):
            return clause.removesuffix("的")
    return ""
