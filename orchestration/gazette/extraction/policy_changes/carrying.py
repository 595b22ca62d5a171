"""What a change's clause leaves out: its topic, its condition, what the clause, sentence or heading before says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.extraction.policy_changes.beside import (
    parallel_front,
    parallel_tail,
    shared_front,
)
from orchestration.gazette.extraction.policy_changes.parameters import (
    BACK,
    ENDS_AS_PARAMETER,
    FROM_THEN,
    LABEL,
    LEADING,
    PARAMETER,
)

_LEADS_ON = re.compile(r"(?:分别|具体)*(?:为|是|如下)$")  # 最低工资标准为：一类区由…
_MOVED = re.compile(
    r"(?:再次|统一|适当|相应|进一步|作)*(?:(?:提高|降低|增加|减少|上调|下调|延长|缩短|优惠)(?:了)?\d[^，。；]{0,8}|调整|提高|上调|下调|降低)$"
)
# 基准费率，在国家规定费率基础上下调20%，即由…: against what it is held.
_HELD_AGAINST = re.compile(r"[在比较][^，。；]{2,30}(?:基础上|相比|上)[^，。；]{0,4}(?:提高|上调|下调|降低|增加|减少)")
_NOTE = re.compile(r"（[^（）]{1,30}）$")
_ENDS_CONDITION = re.compile(
    r"(?:的|参保人|参保人员|人员|患者|企业|单位|职工|居民|家庭|对象|学生|项目|情形|病种|药品|(?:申请|办理|购买|使用)[^，。；]{2,16}(?:贷款|住房|商品房|业务))$"
)
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


def carried_over(text: str, start: int, at: int, subject: str, previous: str | None, heading: str) -> str:
    """The whole parameter of a clause that only says for whom or what: from the topic before, the change before, the heading."""
    topic = _topic(text, start, at)
    if topic:
        return subject + (parallel_tail(subject, topic).removeprefix("的") or topic)
    if previous and (tail := parallel_tail(subject, previous)):
        return shared_front(previous, subject) + subject + tail
    if previous and (front := parallel_front(subject, previous)):
        return front + subject
    topic = from_heading(heading) or said_before(text, start) or _leads_in(text, start, at) or _moves(text, start, at)
    return _overlapping(subject, topic) if topic else ""


def _moves(text: str, start: int, at: int) -> str:
    """The parameter that the first clause of the sentence says to move (调整缴费比例：单位由…)."""
    said = _MOVES_BEFORE.search(text, start, at)
    return LEADING.sub("", said["words"]) if said else ""


def _leads_in(text: str, start: int, at: int) -> str:
    """The parameter of the clause that ends in 如下： right before the first change (停车收费标准调整如下：小型车由…)."""
    led = _LED.search(text, max(0, start - 60), at)
    return LEADING.sub("", _SAYS_ITS.sub("", led["words"])) if led else ""


def said_before(text: str, start: int) -> str:
    """The parameter that the sentence before, in the same paragraph, says to move."""
    if text[start - 1 : start] != "。":
        return ""
    begin = max(text.rfind("\n", 0, start - 1), text.rfind("。", 0, start - 1)) + 1
    said = _SAID_BEFORE.search(text, begin, start) or _MOVES_BEFORE.search(text, begin, start)
    return LEADING.sub("", said["words"]) if said else ""


def _overlapping(words: str, more: str) -> str:
    """Two runs of words joined, what ends the one and begins the other said once (社会散居孤儿 + 孤儿保障标准)."""
    shared = next((n for n in range(min(len(words), len(more)), 1, -1) if words.endswith(more[:n])), 0)
    return words + more[shared:]


def _topic(text: str, start: int, at: int) -> str:
    """The nearest clause before that is nothing but a parameter (普通门诊最高支付限额，在职职工由…)."""
    for clause in reversed(list(clauses(text, start, at))):
        words = _LEADS_ON.sub("", LEADING.sub("", clause))
        if (
            ENDS_AS_PARAMETER.search(words)
            and len(words) <= 40
            and not re.search(r"\d|[的地]?(?:提高|调整|降低|按照?)", words)
        ):
            return words
    return ""


def clauses(text: str, start: int, at: int) -> Iterator[str]:
    begin = start
    for boundary in BACK.finditer(text, start, at):
        if boundary.start() > begin:
            yield text[begin : boundary.start()].strip(" 　")
        begin = boundary.end()


def from_heading(heading: str) -> str:
    """The parameter that a heading is about: 提高住院起付标准 → 住院起付标准."""
    words = _HEADS.sub("", heading.strip(" 　。："))
    return words if ENDS_AS_PARAMETER.search(words) and len(words) <= 30 and not re.search(r"[，、；\d]", words) else ""


def clause_before(text: str, start: int, at: int) -> str:
    """The clause before where the change's own has no words (…最高支付限额，由50万元提高到55万元)."""
    pieces = [FROM_THEN.sub("", piece) for piece in clauses(text, start, at) if piece.strip()]
    if len(pieces) > 1 and _HELD_AGAINST.match(pieces[-1]):
        pieces.pop()
    if not pieces or (re.search(r"\d", pieces[-1]) and not PARAMETER.search(pieces[-1])):
        return ""
    return _HEADS.sub("", _MOVED.sub("", LEADING.sub("", pieces[-1].strip())))  # 延长产假，由98天…


def condition(text: str, start: int, at: int) -> str:
    """For whom: the clause before the first change of a sentence (未办理…手续的参保人，), without its last 的."""
    pieces = [piece for piece in re.split(r"[。；：\n]", text[start:at]) if piece]
    if not pieces:
        return ""
    clauses = [clause for clause in pieces[-1].split("，") if clause]
    for clause in clauses:
        clause = LEADING.sub("", re.sub(rf"^[ 　]*{LABEL}", "", clause))
        clause = _NOTE.sub("", clause)
        if 3 <= len(clause) <= 30 and _ENDS_CONDITION.search(clause) and not re.search(r"\d", clause):
            return clause.removesuffix("的")
    return ""
