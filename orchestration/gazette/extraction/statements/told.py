"""Figures with words behind them that are no counted noun: 财政支出八成以上投向民生, 其中56项为全国首创, 97%门诊量."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.behind import Behind, opens_predicate, predicate, read_behind
from orchestration.gazette.extraction.statements.context import Context, Finding
from orchestration.gazette.extraction.statements.heads import head_before
from orchestration.gazette.extraction.statements.trimming import trim_tail
from orchestration.gazette.extraction.statements.words import MOVES
from orchestration.gazette.language.quantities import Quantity

_COUNTS = ("count", "people", "households")
_LONGEST = 46
_RATES = ("率", "占比", "比重", "比例", "指数", "速", "幅")
_NO_OBJECT = re.compile(r"[^，。；、]{0,6}(?:目标|任务|水平|区间|底线|预期|要求|标准|大关|台阶)")
_OBJECT_LENGTH = 10
_GRANTS = ("补贴", "补助", "津贴", "奖励", "奖金", "红包")
_SPENT = ("用于", "投向", "支持", "为")
_SPENDS = re.compile(
    r"(?P<act>投入|投资|安排|筹措|落实|统筹|整合|争取|下达|拨付|支出)(?:[^，。；、]{0,6}资金)?(?:近|约|超|超过)?$"
)
# 拨付2106万元产业扶持资金: what the money is stands behind it.
_FUNDS = re.compile(r"[一-龥]{1,14}?(?:资金|经费|贷款|补助金|救助金|奖金|补偿款|债券|基金)")
_GIVEN_OUT = re.compile(
    r"(?:拨付|发放|投放|兑现|下达|争取到?|筹集|募集|落实|安排|投入|发行|统筹|整合|支出|减免|支付|追缴|清收|归集)了?(?:近|约|超|超过)?$"
)
# 59项测评点中有22项达到…, 65个项目有20个完工.
_AMONG = re.compile(r"(?<=..)(?:[当之]?中(?:已?有)?|(?<=[目业村县镇区厂站程线])有)$")


def told_behind(
    context: Context, group: list[Quantity], left: int, at: int, right: int, following: Quantity | None
) -> list[Finding] | None:
    """Findings of figures whose head stands before them, with what the clause goes on to say of them."""
    text = context.text
    if not opens_predicate(text, at, right):
        return head_before(context, group, left)
    behind = read_behind(context, at, right, following)
    said = predicate(context, behind) if behind.end > behind.noun else ""
    quantity = group[0]
    own = _own_head(context, left, quantity)
    spent = quantity.dimension == "money"
    if not said or (spent and not said.startswith(_SPENT)):
        return head_before(context, group, left)
    if own and (not spent or _SPENDS.search(text, left, quantity.start) is not None):
        return _appended(head_before(context, group, left), said, behind)
    source = context.last
    noun = source.held if source is not None and source.rule != "predicate" else ""
    if quantity.dimension in _COUNTS and (source is None or source.quantity.unit != quantity.unit):
        noun = ""
    if spent and own:
        return head_before(context, group, left)
    if spent:
        noun = ""
    elif quantity.dimension not in _COUNTS:
        return _appended(head_before(context, group, left), said, behind)
    start = context.quote_start(left, quantity)
    spends = _SPENDS.search(text, left, quantity.start) if spent else None
    # 全省计划投资30亿元用于交通建设: what it is for says nothing without the act
    head = (spends["act"] if spends is not None else noun) + said
    rule = "carried" if noun else "predicate"
    return [Finding(q, head, start, behind.end, rule=rule, carry=noun or head) for q in group]


def object_behind(
    context: Context, group: list[Quantity], left: int, at: int, right: int, following: Quantity | None
) -> list[Finding] | None:
    """The same where a noun stands behind a share that has a head: 医疗机构97%门诊量, 贡献七成出口增量, 每月300元补贴."""
    first, text = group[0], context.text
    funds = _FUNDS.match(text, at, right) if first.dimension == "money" else None
    if funds is not None and _GIVEN_OUT.search(text, left, first.start) is not None:
        start = context.quote_start(left, first)
        return [Finding(q, context.clean(*funds.span()), start, funds.end(), rule="noun_behind") for q in group]
    found = head_before(context, group, left)
    if (following is not None and following.start == right) or _NO_OBJECT.match(text, at, right):
        return found
    words = context.clean(at, right)
    if first.dimension == "money":
        fits = words.endswith(_GRANTS)
    else:
        fits = first.dimension == "ratio" and len(words) <= _OBJECT_LENGTH
    if not fits or "、" in words or not words:
        return found
    return _appended(found, words, Behind(at, right, right))


def _own_head(context: Context, left: int, quantity: Quantity) -> bool:
    end = trim_tail(context.text, left, quantity.start).end
    return context.lead(left, end) < end


def _appended(found: list[Finding] | None, said: str, behind: Behind) -> list[Finding] | None:
    """Findings with the words behind their figure; a rate, or what moves, is whole without them."""
    for finding in found or ():
        head = _AMONG.sub("", finding.head)
        if head.endswith(_RATES) or MOVES & set(finding.words) or len(head + said) > _LONGEST:
            continue
        finding.carry = _AMONG.sub("", finding.held)
        finding.head, finding.end = head + said, max(finding.end, behind.end)
    return found
