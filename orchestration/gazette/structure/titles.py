"""What a title, a document number, an issuer and a signature look like.

Types and elements follow GB/T 9704-2012 (Layout key for official document of Party and government organs) and the
fifteen types of 党政机关公文处理工作条例; the rest are names that gazettes print plans, lists and rules under.
"""

from __future__ import annotations

import re

KINDS = [
    "任免",
    "通知",
    "意见",
    "决定",
    "公告",
    "通告",
    "批复",
    "函",
    "报告",
    "方案",
    "规划",
    "计划",
    "预案",
    "办法",
    "规定",
    "细则",
    "条例",
    "令",
    "通报",
    "纪要",
    "议案",
    "命令",
    "公报",
    "决议",
    "名单",
    "要点",
    "清单",
    "指南",
    "规则",
    "章程",
    "标准",
    "目录",
    "措施",
    "解读",
    "说明",
    "公示",
    "启事",
    "安排",
    "分工",
    "总结",
    "建议",
    "倡议书",
    "责任书",
]
TYPE_END = re.compile(rf"(?:{'|'.join(KINDS)})(?:（[^（）]{{1,20}}）)?$")
NUMBER = re.compile(r"〔((?:19|20)\d\d)〕第?(\d{1,5})号")
PREFIX = re.compile(r"[一-龥A-Z（）()]{1,14}$")
REGISTRATION = re.compile(
    r"(?:[一-龥]{2,6}[：:])?([A-Z]{2,6}[A-Z0-9]{0,4}-(?:19|20)\d\d-\d{3,8}|[A-Z]{2,6}\d{2}-(?:19|20)\d\d-\d{3,8})$"
)
DATE = re.compile(
    r"[（(]?((?:[〇○零一二三四五六七八九]{4}|(?:19|20)\d\d)年(?:[一二三四五六七八九十]{1,2}|\d{1,2})月(?:[一二三四五六七八九十]{1,3}|\d{1,2})日)[）)]?(?:印发)?$"
)
_BODY_END = (
    "人民政府办公厅|人民政府办公室|人民政府|委员会办公厅|委员会办公室|政府办公厅|政府办公室|委员会|办公厅|办公室|指挥部|领导小组|国务院|人民法院|人民检察院|常务委员会|党组"
    "|[一-龥]{1,14}(?:局|厅|部|院|署|中心|分行|银行|总队|支队|公司)"
)
BODY = re.compile(rf"(?:中共|中国共产党)?[一-龥（）]{{1,26}}?(?:{_BODY_END})(?:（[^（）]{{2,20}}）)?")
BODIES = re.compile(rf"{BODY.pattern}(?:[ 、]{BODY.pattern})*")
# An order has no title but its own name, and a number without a year (GB/T 9704-2012, 8.2).
ORDER = re.compile(rf"(?P<issuer>{BODY.pattern})令（?第(?P<serial>\d{{1,4}}|[一二三四五六七八九十百]{{1,5}})号）?")
# A body that has a place or a rank in its name, so that a torn piece of a name (府办公室) is none.
PLACED = re.compile(
    r"^(?:中共|中国共产党|国务院|全国|中华人民共和国|最高人民|国家|财政部|教育部)|[省市县区州盟旗]|自治"
)
_TITLE = re.compile(r"^(?P<issuers>(?:(?:中共|中国共产党)?[一-龥（）、 ]{2,60}?)?)关于[^。；]{2,150}$")


def is_title(text: str) -> bool:
    """Whether a text reads as the whole title of an official document: […]关于…的通知, or a name that ends in its
    type.
    """
    if not TYPE_END.search(text) or "。" in text or "；" in text:
        return False
    if _TITLE.match(text):
        return True
    return 4 <= len(text) <= 70 and "，" not in text and "：" not in text


def kind_of(title: str) -> str | None:
    """The type a title ends in; 任免 where it is about appointments and removals."""
    if re.search(r"任免|任职|免职", title) or re.search(r"任命.{0,8}(?:名单|通知|决定)$", title):
        return "任免"
    bare = re.sub(r"（[^（）]{1,20}）$", "", title)
    for kind in KINDS:
        if bare.endswith(kind):
            return kind
    return None


def issuer_of(title: str) -> str | None:
    """The issuer a title begins with (淄博市人民政府关于…); None where it begins with 关于 or names nobody."""
    head, found, _ = title.partition("关于")
    head = head.strip()
    if found and head and BODY.fullmatch(head.split("、")[0].split(" ")[0]) and PLACED.search(head):
        return head
    match = re.match(
        r"((?:中共)?[一-龥]{2,20}?(?:人民政府(?:办公厅|办公室)?|委员会|常务委员会))(?=[一-龥]{0,12}任免|令)", title
    )
    return match[1] if match else None
