"""Policy changes: one parameter taken from an old value to a new one, both printed.

由50万元提高到55万元; 分别由30%、40%降低为20%、30% (two); 个人自负比例30%的…降低为个人自负比例25%; 由每50公斤112元提高至113元 (the basis goes
to the subject). Statistics that moved (城镇化率由…提高到…) are outcomes, not policy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Document, Notice, PolicyChange

_VERB = (
    r"(?:统一|逐步|相应|适当|再次|平均|均|全部|一律)?(?:提高|上调|提升|增加|上浮|增至|放宽|扩大|延长|降低|下调|下浮|减少|下降|压缩|压减|缩短|精简|缩减|降|升|增|减|"
    r"调整|调高|调低|调增|调减|变更|修改|修订|修正|更改|改|延)"
)
_HINT = re.compile(rf"{_VERB}(?:为|到|至|成)|增至|减至|降至")
_NUMBER = r"(?:\d[\d.,]*|[一二三四五六七八九十两半百千万零]{1,4}(?=个?[工月年日天次周季小分元万亿倍级成岁]|%|分之))"
_UNIT = r"(?:个?百分点|%|‰|个工作日|个?月|[万亿千百]{0,2}(?:元|人|户|吨|亩|件|套|个|项|次|倍|岁|人次)(?:/(?:[年月日天人户亩吨件次台套座辆度]|人次|学期|学年|小时|公里|公斤|平方米|立方米|平米|千瓦时|[kK][wW][hH]|㎡|m[²³])){0,2}|工作日|小时|分钟|公里|公斤|平方米|立方米|周岁|学分|[年日天周度级档成座只台辆平米分℃])"
_BASIS = r"(?:每[\d.]*(?:个|名|位)?[\u4e00-\u9fffa-zA-Z]{1,4}(?:每[\d.]*(?:个)?[\u4e00-\u9fff]{1,3})?)"
_QUALIFIER = r"(?:不低于|不高于|不少于|不超过|最低|最高|至少|至多|原来?的?|现行的?|目前的?|原定的?|上年的?|去年的?|的|约|人均|标准)"
_DAY = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日"
_VALUE = rf"{_QUALIFIER}{{0,2}}(?P<{{0}}basis>{_BASIS})?(?P<{{0}}first>(?:{_DAY}|{_NUMBER}(?:{_UNIT})?(?:[-~—–至]{_NUMBER})?(?:{_UNIT})?)(?:（[^（）]{{1,12}}）)?(?:以上|以下|以内|左右)?)"


def _value(name: str) -> str:
    return _VALUE.replace("{0}", name)


_MORE = rf"(?P<{{0}}more>(?:[、和与及,]|以及){_QUALIFIER}?(?:{_BASIS})?{_NUMBER}(?:{_UNIT})?(?:(?:[、和与及]|以及){_QUALIFIER}?(?:{_BASIS})?{_NUMBER}(?:{_UNIT})?){{0,4}})?"
_FROM_TO = re.compile(
    rf"(?P<each>分别|均|各)?(?:由|从){_value('old')}{_MORE.replace('{0}', 'old')}[，]?(?:分别|统一)?(?:再)?{_VERB}?"
    rf"(?:为|到|至|成)(?:了)?{_value('new')}{_MORE.replace('{0}', 'new')}"
)
# 个人自负比例30%的…降低为个人自负比例25%
_ATTRIBUTE = re.compile(
    rf"(?P<head>[\u4e00-\u9fff]{{2,14}})(?P<old>\d[\d.]*(?:{_UNIT}))的(?P<noun>[\u4e00-\u9fff（）]{{2,24}}?)(?:，)?{_VERB}(?:为|到|至)"
    rf"(?P<again>[\u4e00-\u9fff]{{0,14}}?)(?P<new>\d[\d.]*(?:{_UNIT}))"
)
# 原50万元，现调整为55万元
_FORMERLY = re.compile(
    rf"(?:原来?|现行)(?:标准|规定)?(?:的|为|是)?(?:{_BASIS})?(?P<old>\d[\d.,]*{_UNIT})[，）]?(?:现|自[^，。；]{{2,16}}起)?{_VERB}(?:为|到|至)(?:{_BASIS})?(?P<new>\d[\d.,]*{_UNIT})"
)

_PARAMETER = re.compile(
    r"标准|限额|(?:报销|支付|自负|自付|补助|补贴|缴费|缴存|分担|配套|扣除|贴息|补偿|出资|提取|计提|首付|负担|分成|抵扣)比例|费率|税率|利率|补贴|补助|补偿|奖励|奖补|资助|津贴|起付|支付|报销|自负|自付|缴费|收费|价格|电价|水价|气价|热价|票价|运价|收购价|单价|工资|低保|"
    r"保费|养老金|抚恤|定额|额度|限价|上限|下限|门槛|年限|期限|时限|有效期|承诺|办理|审批|工作日|年龄|名额|权重|分值|系数|供养|救助金|罚款|押金|保证金|租金|学费|"
    r"容积率|退休金|公积金|贷款.{0,4}额|免赔|保额|费用|基数|频次|周期|截止|假期|产假|天数|保障水平|筹资|扣除|免征|起征"
)
_STATISTIC = re.compile(
    r"结构|比重|占比|比率|所占|寿命|人口|总值|产值|可支配收入|城镇化率|城市化率|失业率|贡献率|覆盖率|普及率|入园率|毛入学率|巩固率|增加值|总量|规模|户数|家数|排名|位次|密度|"
    r"拥有量|余额|里程|绿化|森林|优良|利润|装机|产量|产能|床位|恩格尔|率先|人均.{0,6}(?:收入|产值|面积|GDP)|数量|贫困发生率|达标率|合格率|满意度|死亡率|发病率|县域经济|预算收入|税收收入|财政收入|气温|浓度"
)
_PRICED = re.compile(
    r"标准|补[贴助]|(?:报销|支付|自负|缴费)比例|(?:[费价]|价格|费用|工资|定额|保费)$"
)  # policy, whatever else is in the name
_ADJUSTS = re.compile(r"调整|修订|修改|变更|修正|补充完善")
_REPORTS = ("报告", "任免", "公报")
_PRESCRIBES = re.compile(r"通知|意见|决定|办法|公告|通告|规定|方案|批复|函|令|措施|细则|条例|政策|标准")
_BACK = re.compile(r"[，。；：\n！？]|（\d{1,2}）|(?<=\n)\d{1,2}[.、]")
_LEADING = re.compile(
    r"^(?:并|同时|其中|将|把|对|使|自|从|即|另外|此外|今年|全市|全省|全县|全区|我市|我省|我县|我区|统一|进一步|适当|继续|逐步|再次|[一二三四五六]是|"
    r"(?:19|20)\d\d年度?(?:起)?|[^，。；]{0,12}日起|落实[^，。；]{2,16}政策)+"
)
_RELATIVE = re.compile(
    r"(?:年均)?(?:增长速度|增速|增幅|增长率|比例|标准|限额|额度|期限|时限|年限|金额|最高限额|最低标准|上限|下限|价格|人数|数量|费率)$"
)
_MOVED = re.compile(r"(?:提高|降低|增加|减少|上调|下调|延长|缩短)(?:了)?\d[^，。；]{0,8}$")
_TRAILING = re.compile(r"(?:分别|均|各|也|已|再|统一|全部)$")
_ENDS_CONDITION = re.compile(
    r"(?:的|参保人|参保人员|人员|患者|企业|单位|职工|居民|家庭|对象|学生|项目|情形|病种|药品)$"
)
_JOINT = re.compile(r"、|以及|[和与及]")


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    subject: str
    old: str
    new: str
    rule: str


def find(marked: MarkedText) -> Iterator[PolicyChange | Notice]:
    """Every parameter with its old and new value; the quote runs from the subject's words to the new value."""
    text = marked.text
    if not _HINT.search(text):
        return
    for sentence in marked.sentences:
        if not _HINT.search(text, sentence.start, sentence.end):
            continue
        previous: str | None = None
        for change in _in_sentence(text, sentence.start, sentence.end, previous):
            if not _is_policy(marked, change, sentence.start, sentence.end):
                continue
            start, end = marked.clean(change.start, change.end)
            yield PolicyChange(
                start=start,
                end=end,
                rule_id=f"policy_changes.{change.rule}",
                subject=change.subject,
                old_value=change.old,
                new_value=change.new,
                unit=_unit(change.new) or _unit(change.old),
                effective_from=marked.document.effective_from,
            )


def _in_sentence(text: str, start: int, end: int, previous: str | None) -> Iterator[_Change]:
    matches = [(m.start(), m, "from_to") for m in _FROM_TO.finditer(text, start, end)]
    if "的" in text[start:end]:
        matches += [(m.start(), m, "attribute") for m in _ATTRIBUTE.finditer(text, start, end)]
    if "原" in text[start:end] or "现行" in text[start:end]:
        matches += [(m.start(), m, "formerly") for m in _FORMERLY.finditer(text, start, end)]
    at = start
    for _, match, rule in sorted(matches, key=lambda found: found[0]):
        if match.start() < at:
            continue
        at = match.end()
        if rule == "attribute":
            subject = match["noun"] + _LEADING.sub("", match["head"])
            head_start = match.start() + len(match["head"]) - len(_LEADING.sub("", match["head"]))
            yield _Change(head_start, match.end(), subject, match["old"], match["new"], rule)
            previous = subject
            continue
        head_start, carried, subject = _head(text, start, match, previous)
        if not subject:
            continue
        olds, news, basis = _values(match, rule)
        if len(olds) == len(news) and len(olds) > 1:
            for head, old, new in zip(_split_head(subject, len(olds)), olds, news, strict=True):
                yield _Change(head_start, match.end(), carried + head + basis, old, new, "several")
        elif len(olds) == len(news):
            yield _Change(head_start, match.end(), carried + subject + basis, olds[0], news[0], rule)
        previous = carried + subject


def _values(match: re.Match[str], rule: str) -> tuple[list[str], list[str], str]:
    """Old values, new values, and the basis they share (每50公斤)."""
    if rule == "formerly":
        return [match["old"]], [match["new"]], ""
    olds = [match["oldfirst"], *_more(match["oldmore"])]
    news = [match["newfirst"], *_more(match["newmore"])]
    unit = _unit(news[-1]) or _unit(olds[-1]) or ""
    return (
        [_with_unit(v, unit) for v in olds],
        [_with_unit(v, unit) for v in news],
        match["oldbasis"] or match["newbasis"] or "",
    )


def _more(words: str | None) -> list[str]:
    if not words:
        return []
    return [re.sub(rf"^(?:{_QUALIFIER})*(?:{_BASIS})?", "", piece) for piece in _JOINT.split(words) if piece]


def _unit(value: str) -> str | None:
    match = None if re.match(_DAY, value) else re.search(rf"{_NUMBER}({_UNIT})", value)
    return match[1] if match else None


def _with_unit(value: str, unit: str) -> str:
    return value if _unit(value) or not unit or re.match(_DAY, value) else value + unit


# --- subjects --------------------------------------------------------------------------------------------------------


def _head(text: str, start: int, match: re.Match[str], previous: str | None) -> tuple[int, str, str]:
    """Where the subject's words begin, what is carried over from before, and the words of its own clause."""
    head_start = start
    for boundary in _BACK.finditer(text, start, match.start()):
        head_start = boundary.end()
    words = text[head_start : match.start()]
    if words.rfind("（") > words.rfind("）"):
        head_start += words.rfind("（") + 1
        words = text[head_start : match.start()]
    stripped = _LEADING.sub("", words)
    head_start += len(words) - len(stripped)
    subject = _TRAILING.sub("", stripped).strip("“”的，")
    if not subject:
        before = _clause_before(text, start, head_start)
        if before:
            return text.rfind(before, start, match.start()), "", before
        return match.start(), "", previous or ""
    if previous and _RELATIVE.fullmatch(subject):
        return head_start, previous, subject
    return head_start, _shared_front(previous, subject) or _condition(text, start, head_start), subject


def _clause_before(text: str, start: int, at: int) -> str:
    """The clause before where the change's own has no words (…最高支付限额，由50万元提高到55万元)."""
    pieces = [piece for piece in re.split(r"[，。；：\n]", text[start:at]) if piece.strip()]
    if not pieces or (re.search(r"\d", pieces[-1]) and not _PARAMETER.search(pieces[-1])):
        return ""
    return _MOVED.sub("", _LEADING.sub("", pieces[-1].strip()))


def _shared_front(previous: str | None, subject: str) -> str:
    """What two parallel subjects share and the second leaves out: 居民医保门诊统筹…, 门诊慢性病… → 居民医保."""
    if not previous or len(subject) < 4:
        return ""
    at = previous.find(subject[:2])
    return previous[:at] if 2 <= at <= 10 else ""


def _condition(text: str, start: int, at: int) -> str:
    """For whom: the clause before the first change of a sentence (未办理…手续的参保人，), without its last 的."""
    pieces = [piece for piece in re.split(r"[。；：\n]", text[start:at]) if piece]
    if not pieces:
        return ""
    clauses = [clause for clause in pieces[-1].split("，") if clause]
    for clause in clauses:
        clause = _LEADING.sub("", re.sub(r"^（?\d{1,2}[）.、]", "", clause))
        if 3 <= len(clause) <= 30 and _ENDS_CONDITION.search(clause) and not re.search(r"\d", clause):
            return clause.removesuffix("的")
    return ""


def _split_head(head: str, count: int) -> list[str]:
    """A joined head in as many as there are values: 职工医保和居民医保个人自负比例 → 职工医保个人自负比例, 居民医保个人自负比例."""
    parts = [part for part in _JOINT.split(head) if part]
    if len(parts) != count:
        return [head] * count
    last = parts[-1]
    for length in range(min(4, len(parts[0])), 0, -1):
        at = last.find(parts[0][-length:])
        if at > -1 and at + length < len(last):
            return [part + last[at + length :] for part in parts[:-1]] + [last]
    tail_at = next(
        (
            m.start()
            for m in re.finditer(
                r"(?<=.)(?:个人|最高|最低|报销|补助|补贴|标准|起付|支付|缴费|收费|价格|保障|年度|月|比例|基本)", last
            )
        ),
        None,
    )
    if tail_at:
        return [part + last[tail_at:] for part in parts[:-1]] + [last]
    return parts


# --- what is policy --------------------------------------------------------------------------------------------------


def _is_policy(marked: MarkedText, change: _Change, start: int, end: int) -> bool:
    """Whether the parameter is one that policy sets, by its words, else by the document that says it."""
    document, text = marked.document, marked.text
    adjusts = _adjusts(marked, change.start)
    if adjusts:
        return True
    if _STATISTIC.search(change.subject) and not _PRICED.search(change.subject):
        return False
    if re.search(r"由(?:上年|去年|\d{4}年)", text[change.start : change.end]):
        return False
    if _PARAMETER.search(change.subject):
        return True
    return _sets_policy(document) and not re.search(r"同比|五年来|过去|累计|已经|以来", text[start : change.start])


def _adjusts(marked: MarkedText, at: int) -> bool:
    section = marked.section_at(at)
    if any(_ADJUSTS.search(above.heading) for above in marked.ancestors(section)):
        return _sets_policy(marked.document)
    return bool(_ADJUSTS.search(marked.document.title)) and _sets_policy(marked.document)


def _sets_policy(document: Document) -> bool:
    kind = document.kind or ""
    if kind in _REPORTS or document.title.endswith("报告"):
        return False
    return bool(_PRESCRIBES.search(kind)) or document.doc_number is not None
