"""The words of the task that a date is tied to: its clause, the next one where the date stands alone, or the one before."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BREAK = re.compile(
    r"[，；：\n。！？]|:(?!\d\d)|（\d{1,2}）(?=[\u4e00-\u9fff\d])|(?<=\n)[\d.]{1,6}[、.](?=[\u4e00-\u9fff])"
)
_TASK_LENGTH = 60
_MARKS = "，。；：） "
LIMIT = re.compile(
    r"(?:完成|办理|整改|落实|工作|办结|推进)?(?:时限|时间|期限|节点|进度|时间节点)(?:(?:调整|延长|推迟|顺延|延期|延后|变更|更改|修改|改)[为至到])?[：:]$"
)
_TRIVIAL = re.compile(
    r"^(?:并|要|应|须|将|原则上|力争|争取|确保|务必|全部|基本|全面|以?前|于|在|到|至|自|从|之)*(?:完成|落实|到位|实现|结束|执行|实施)?(?:到位)?$"
)
_OTHER_DATE = re.compile(
    r"(?:^|[和、及与])(?:[\d年]{0,6}|[今明]年)?(?:1?\d|[一二三四五六七八九十]{1,2})月(?:[\d一二三四五六七八九十]{1,3}日|[底末份]|[上中下]旬)?之?前?[和、及与，]?"
)
# 每月9日、19日、28日前; 每季度末（分别在6月、9月和12月底）: further days of what comes round.
_MORE_DAYS = re.compile(
    r"^(?:份|（(?:周|星期)[一二三四五六日天]）(?:之?前)?|（(?:即|分别|也就是|[\d一二三四五六七八九十]{1,2}月)[^（）]{0,30}）|(?:[、和及]\d{1,2}[日号])+(?:之?前)?)"
)
# 年底前，围绕…任务，组织评估: how or after what, said before the task itself.
_CIRCUMSTANCE = re.compile(
    r"[，]?(?:(?:围绕|根据|按照?|依据|结合|对照|参照|针对|通过|依托|本着)[^，。；：]{2,40}|[^，。；：]{2,40}(?:基础上|前提下|情况下|同时|之后|后|的))$"
)
_LABEL = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[一二三四五六七八九十\d]{1,3}）|\d{1,2}(?:[、．]|\.(?!\d)))[ 　]*(?=.)"
)
_ANSWERS = re.compile("单位|部门|牵头|负责|配合")
_ROLE = re.compile(r"[\u4e00-\u9fff]{0,6}(?:单位|部门|科室|领导|责任人)[：:∶]$")
_MOST_LABELS = 4
_CLOSED = re.compile("[）〕】\n]")
_LONGEST_BRACKET = 300  # characters
_CLOCK = re.compile(r"^(?:上午|下午|晚上?)?\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分|整)?)(?:前(?!后))?")
_LEADS = re.compile(
    r"(?:并|要|应当|应|必须|须|需|将|拟|争取|力争|确保|务必|原则上|最迟|不晚|不迟|做到|(?<!规)定|截至|至|到|于|在|自|从)+$"
)


@dataclass(frozen=True, slots=True)
class Task:
    """A task's words and the span of the clauses that say it with its date."""

    start: int
    end: int
    words: str


def clause_start(text: str, at: int, start: int) -> int:
    """Where the clause around ``at`` begins, not before ``start``: after punctuation, or after an item's label."""
    found = start
    for match in _BREAK.finditer(text, start, at + 1):  # one more, for what must follow a label
        if match.end() <= at:
            found = match.end()
    return found


def clause_end(text: str, at: int, end: int) -> int:
    """Where the clause around ``at`` ends, not after ``end``."""
    match = _BREAK.search(text, at, end)
    return match.start() if match else end


def task_at(text: str, date_start: int, date_end: int, start: int, end: int) -> Task:
    """The task of a date at [date_start, date_end), looked for inside [start, end)."""
    first, last = clause_start(text, date_start, start), clause_end(text, date_end, end)
    before, after = text[first:date_start], _inside(_MORE_DAYS.sub("", text[date_end:last]))
    words = _joined(before, after)
    following, till = _what_follows(text, after, last, end)
    if following is not None:
        words, last = _joined(before, after + following if after.strip(_MARKS) else following), till
    elif limit := LIMIT.search(text[max(0, first - 16) : first]):
        first, words = _before_limit(text, first, len(limit[0]))
    elif _TRIVIAL.match(words) and (opening := _opening_of_duty(text, first)) > -1:
        first, words = _before_bracket(text, opening)
    elif _TRIVIAL.match(words) and first > start:
        earlier = clause_start(text, first - 1, start)
        words = text[earlier : first - 1] + words
        first = earlier
    if " | " in words:
        words = max(words.split("|"), key=len)  # a row of a table: its longest cell says the task
    if words.count("（") > words.count("）"):
        words = words[: words.rindex("（")]
    words = _LABEL.sub("", words.strip("，。；：、（） \n　")).removesuffix("为")[:_TASK_LENGTH]
    first, last = _trimmed(text, first, last)
    return Task(first, last, words or text[first:last])


def _inside(words: str) -> str:
    """Words up to where a bracket that opens before them closes."""
    depth = 0
    for index, character in enumerate(words):
        depth += (character in "（〔【") - (character in "）〕】")
        if depth < 0:
            return words[:index]
    return words


def _what_follows(text: str, after: str, last: int, end: int) -> tuple[str | None, int]:
    """The clauses after a date's own that say its task, where it stands alone or only with how or after what; their end."""
    words, at = None, last
    if not after.strip(_MARKS) and at < end and text[at] in "，：":
        following = clause_end(text, at + 1, end)
        words = after = text[at + 1 : following]
        at = following
    if at < end and text[at] == "，" and _CIRCUMSTANCE.fullmatch(after.strip()):
        following = clause_end(text, at + 1, end)
        words = (words or "") + text[at:following]
        at = following
    return words, at


def _before_limit(text: str, first: int, length: int) -> tuple[int, str]:
    """For （…；完成时限：6月底）: where the clause before the bracket begins, and its words; for 材料提交的时间：6月底 its own."""
    own = clause_start(text, first - length, max(0, first - 200))
    if label := _ROLE.search(text, max(0, own - 12), own):
        return _before_bracket(text, label.start())
    if len(said := text[own : first - length].strip(" 　").removesuffix("截止").removesuffix("的")) > 1:
        return own, said
    opening = text.rfind("（", max(0, first - 200), first)
    return _before_bracket(text, opening if opening > -1 else first - length)


def _opening_of_duty(text: str, at: int) -> int:
    """Where the bracket opens that names who answers and, at ``at``, by when (责任单位：…，6月底完成); -1 outside one."""
    opening = max(text.rfind(mark, max(0, at - _LONGEST_BRACKET), at) for mark in "（〔【")
    inside = text[opening:at]
    return opening if opening > -1 and _ANSWERS.search(inside) and not _CLOSED.search(inside) else -1


def _before_bracket(text: str, till: int) -> tuple[int, str]:
    """Where the clause before a bracket begins, and its words."""
    begin = till
    for _ in range(_MOST_LABELS):
        till -= len(text[:till][-2:]) - len(text[:till][-2:].rstrip("。；， 　\n"))
        begin = clause_start(text, till, max(0, till - 200))
        label = _ROLE.search(text, max(0, begin - 12), begin)
        if label is None:
            break
        till = label.start()  # 牵头单位：甲局；配合单位：乙局，完成时间：…: the task stands before them all
    return begin, text[begin:till]


def _joined(before: str, after: str) -> str:
    """The words before and after a date, without those that only lead to it and without other dates beside it."""
    head = before.strip("（ 　\n")
    lead = _LEADS.search(head)
    return _OTHER_DATE.sub("", (head[: lead.start()] if lead else head) + _CLOCK.sub("", after))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " 　\n，；。（":
        start += 1
    while end > start and text[end - 1] in " 　\n，；。":
        end -= 1
    return start, end
