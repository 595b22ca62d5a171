"""Policy changes: one parameter taken from an old value to a new one, both printed.

由50万元提高到55万元; 分别由30%、40%降低为20%、30% (two); 个人自负比例30%的…降低为个人自负比例25%; 由每50公斤112元提高至113元 (the basis goes
to the subject). Statistics that moved (城镇化率由…提高到…) are outcomes, not policy.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from orchestration.gazette.extraction.cases import is_case
from orchestration.gazette.extraction.policy_changes.subjects import (
    JOINT,
    PARAMETER,
    split_head,
    subject_of,
    without_lead,
)
from orchestration.gazette.extraction.policy_changes.tables import change_rows
from orchestration.gazette.extraction.policy_changes.tiers import TIERS, tiers_of
from orchestration.gazette.extraction.policy_changes.values import (
    BASIS,
    CALENDAR_DAY,
    NUMBER,
    QUALIFIER,
    UNIT,
    VERB,
    value,
)
from orchestration.gazette.language.date_marks import context_year
from orchestration.gazette.language.dates import DAY, MONTH, YEAR, full_day, han_number, year_number
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Document, Notice, PolicyChange

# Two characters that every such turn holds: the last of its verb and what leads to the new value.
_HINT = re.compile(
    r"[高髙调升加浮宽大长低少降缩减短简增整更改订正延迟前后涨标提惠扩展拓伸复（](?:(?<!（)[为到至成]|(?<=（)原)"
)
# …由90元提高到100元、二级由70元…: what goes on with 由 is the next change's head, not a further value.
_JOINED = (
    rf"(?:[、和与及]|以及)(?![一二三四五六]级?[^，。；、]{{0,8}}[由从]){QUALIFIER}?(?:{BASIS})?{NUMBER}(?:{UNIT})?"
)
_MORE = rf"(?P<{{0}}more>(?:,{NUMBER}(?:{UNIT})?|{_JOINED})(?:{_JOINED}){{0,4}})?"
# 由100元至500元 alone is a range; a bracket may say of what the old value was made up (（其中财政补助80元、个人缴费20元）).
_FROM_TO = re.compile(
    rf"(?P<each>分别|均|各)?(?:由|从){value('old')}{_MORE.replace('{0}', 'old')}(?:（其中[^（）。；]{{1,40}}）)?[，]?(?:分别|统一)?(?:再)?{VERB}"
    rf"(?:为|到|至|成)(?:了)?{value('new')}{_MORE.replace('{0}', 'new')}"
)
# 个人自负比例30%的…降低为个人自负比例25%
_ATTRIBUTE = re.compile(
    rf"(?P<head>[\u4e00-\u9fff]{{2,14}})(?P<old>\d[\d.]*(?:{UNIT}))的(?P<noun>[\u4e00-\u9fff（）]{{2,24}}?)(?:，)?{VERB}(?:为|到|至)"
    rf"(?P<again>[\u4e00-\u9fff]{{0,14}}?)(?P<new>\d[\d.]*(?:{UNIT}))"
)
# 将原规定的首付比例20%上调至30%
_BEFORE_VERB = re.compile(
    rf"(?:将|把)(?:原(?:规定|定|来)?的?|现行的?)?(?P<head>(?:(?![由从])[\u4e00-\u9fff（）]){{2,24}})(?P<old>\d[\d.]*(?:{UNIT})){VERB}(?:为|到|至)(?P<new>\d[\d.]*(?:{UNIT}))"
)
# 原50万元，现调整为55万元
_FORMERLY = re.compile(
    rf"(?:原来?|现行)(?:标准|规定)?(?:的|为|是)?(?:{BASIS})?(?P<old>\d[\d.,]*{UNIT})[，）]?(?:现|自[^，。；]{{2,16}}起)?{VERB}(?:为|到|至)(?:{BASIS})?(?P<new>\d[\d.,]*{UNIT})"
)

# 补贴范围由高校毕业生扩展至失业青年: whom or what a policy reaches, in words.
_REACHES = re.compile(
    r"(?<=范围|对象|条件|区域|资格|人群|病种)[，]?(?:由|从)(?:原来?的?|现行的?|目前的?|仅)?(?P<old>[^，。；：\n“”]{2,40}?)"
    r"(?:进一步|逐步|统一|全面|再)?(?:扩展|扩大|拓展|延伸|放宽|调整|变更|扩面|缩小|收窄|扩)(?:到|至|为)(?P<new>[^，。；：\n“”]{2,50})"
)

# 由每10分钟加收1公里租价调整为每6分钟加收1公里租价: what is counted by changes, not what is counted.
_EVERY = r"每(?:\d[\d.]*个?(?:分钟|小时|公里|千米|米|天|日|周|月|季度|年)|月|季度?|半?年|周|天|日)"
_COUNTED_BY = re.compile(
    rf"(?:由|从)(?:原来?的?|现行的?)?(?P<old>{_EVERY})(?P<tail>[^，。；：由\n]{{2,20}}?)(?:调整|变更|修改|改|延长|缩短)(?:为|到|至)(?P<new>{_EVERY})(?P=tail)"
)
_REACH_HINT = re.compile("[围象件域格群种]，?[由从]")

# 600元（原为500元）
_NEW_FIRST = re.compile(
    rf"(?P<basis>{BASIS})?(?P<new>\d[\d.,]*{UNIT})（原(?:标准|来)?(?:为|是)?(?:{BASIS})?(?P<old>\d[\d.,]*{UNIT})）"
)
_LED_TO_NEW = re.compile(rf"{VERB}(?:为|到|至)$")
# 第八条中的“二十个工作日”修改为“十个工作日”: the same words but for one value.
_AMENDED = re.compile(
    r"(?P<head>[^，。；：“”\n]{2,60})“(?P<old>[^“”\n]{1,40})”(?:字样)?(?:一律|统一|均)?(?:修改|更改|改|调整|变更|修正|修订)(?:为|成)“(?P<new>[^“”\n]{1,40})”"
)
_ONE_VALUE = re.compile(rf"(?P<before>[^\d]*?)(?P<value>{NUMBER}{UNIT})(?P<after>[^\d]*)")
_CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d年|[一二][〇○零九][〇○零一二三四五六七八九]{2}年")
_LEADS_TO_QUOTE = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、])?(?:将|把|对|删去|其中)?|(?:中|里)?(?:的|规定的)?$"
)

_STATISTIC = re.compile(
    r"结构|产业比|工业比|对象(?:数量?)?$|人数|比重|占比|比率|所占|寿命|人口|总值|产值|可支配收入|城镇化率|城市化率|失业率|贡献率|覆盖率|普及率|入园率|毛入学率|巩固率|增加值|总量|规模|户数|家数|排名|位次|密度|"
    r"拥有量|余额|里程|绿化|森林|优良|利润|装机|产量|产能|床位|恩格尔|率先|人均.{0,6}(?:收入|产值|面积|GDP)|数量|贫困发生率|达标率|合格率|满意度|死亡率|发病率|县域经济|预算收入|税收收入|财政收入|气温|浓度"
)
_PRICED = re.compile(
    r"标准|补[贴助]|资金池|发放规模|风险补偿|(?:报销|支付|自负|缴费)比例|(?:[费价]|价格|费用|工资|定额|保费|用[水电气热])$"
)  # policy, whatever else is in the name
_OF_MARKETS = re.compile(r"批发价|市场价|成交|收盘|均价|房价|地价|菜价|肉价|股价|油价|[期现]货")  # told, set by nobody
_ADJUSTS = re.compile(r"调整|修订|修改|变更|修正|补充完善")
_REPORTS = ("报告", "任免", "公报")
_PRESCRIBES = re.compile(r"通知|意见|决定|办法|公告|通告|规定|方案|批复|函|令|措施|细则|条例|政策|标准")

# What tells of results rather than sets anything.
_TOLD = re.compile(r"同比|[一二三四五六七八九十\d]年来|过去|累计|已经?(?!批|同意|研究)|以来|去年|上年")
_REVIEW = re.compile(r"回顾|执行情况|完成情况|工作总结|成[效绩就]|工作情况")
# 自2019年7月1日起, 从2020年1月起, 今年7月1日起
_FROM_DAY = re.compile(
    rf"(?:(?:自|从)|^|(?<=[，。；：\n]))(?:(?P<year>{YEAR})年|[今本]年)?(?P<month>{MONTH})月(?:(?P<day>{DAY})[日号])?(?:[\u4e00-\u9fff]{{0,4}}之?日)?(?:开始|起)"
)
_BEGINS = re.compile("开始|起")
_DAY_LENGTH, _FURTHER = 40, 8  # characters of a day named so, and more; of what may stand between two such words
_HOLDS = re.compile(r"[，]?(?:统一|开始|正式|全面)?(?:执行|实施|施行|生效|实行)")
_CHANGES_FROM = re.compile(
    r"[，]?(?:对|将|我市|全市|我省|全省|统一|适当|再次|开始)*[^，。；\n《]{0,8}?(?:提高|调整|降低|上调|下调|提标|放宽|延长)"
)
_NEW = re.compile(r"(?:以上|上述|新|调整后|提高后|本次|此次)[^，。；\n《》]{0,16}$")


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
    year = context_year(marked.document)
    if marked.document.tables and _sets_policy(marked.document):
        yield from _in_tables(marked, year)
    if not _HINT.search(text) or is_case(marked.document.title, text):
        return
    general: dt.date | None = None
    looked = False
    for sentence in marked.sentences_with(_HINT):
        section = marked.section_at(sentence.start)
        headings = [above.heading for above in marked.ancestors(section)]
        for change in _in_sentence(text, sentence.start, sentence.end, headings[0] if headings else ""):
            if not _is_policy(marked, change, sentence.start, headings, year):
                continue
            if not looked:
                general, looked = marked.document.effective_from or _general_start(text, year), True
            start, end = marked.clean(change.start, change.end)
            yield PolicyChange(
                start=start,
                end=end,
                rule_id=f"policy_changes.{change.rule}",
                subject=change.subject,
                old_value=change.old,
                new_value=change.new,
                unit=None if change.rule == "reach" else _unit(change.new) or _unit(change.old),
                effective_from=_own_start(text, sentence.start, sentence.end, change, year) or general,
            )


def _in_tables(marked: MarkedText, year: int | None) -> Iterator[PolicyChange]:
    effective: dt.date | None = None
    for at, row in enumerate(change_rows(marked)):
        if at == 0:
            effective = marked.document.effective_from or _general_start(marked.text, year)
        start, end = marked.clean(row.start, row.end)
        yield PolicyChange(
            start=start,
            end=end,
            rule_id="policy_changes.table",
            subject=row.subject,
            old_value=row.old,
            new_value=row.new,
            unit=row.unit,
            effective_from=effective,
        )


def _in_sentence(text: str, start: int, end: int, heading: str) -> Iterator[_Change]:
    matches = [(m.start(), m, "from_to") for m in _FROM_TO.finditer(text, start, end)]
    if "的" in text[start:end]:
        matches += [(m.start(), m, "attribute") for m in _ATTRIBUTE.finditer(text, start, end)]
    if "将" in text[start:end] or "把" in text[start:end]:
        matches += [(m.start(), m, "before_verb") for m in _BEFORE_VERB.finditer(text, start, end)]
    if "”" in text[start:end]:
        matches += [(m.start(), m, "amended") for m in _AMENDED.finditer(text, start, end)]
    if _REACH_HINT.search(text, start, end):
        matches += [(m.start(), m, "reach") for m in _REACHES.finditer(text, start, end)]
    if "由每" in text[start:end] or "从每" in text[start:end]:
        matches += [(m.start(), m, "counted_by") for m in _COUNTED_BY.finditer(text, start, end)]
    if "、" in text[start:end]:
        matches += [(m.start(), m, "tiers") for m in TIERS.finditer(text, start, end)]
    if "原" in text[start:end] or "现行" in text[start:end]:
        matches += [(m.start(), m, "formerly") for m in _FORMERLY.finditer(text, start, end)]
        matches += [(m.start(), m, "new_first") for m in _NEW_FIRST.finditer(text, start, end)]
    at = start
    previous: str | None = None
    for _, match, rule in sorted(matches, key=lambda found: (found[0], found[2] not in ("counted_by", "tiers"))):
        if match.start() < at:
            continue
        floor, at = at, match.end()
        if rule == "amended":
            if (amended := _amended(match)) is not None:
                yield amended
            continue
        if rule == "attribute":
            if _unit(match["old"]) != _unit(match["new"]):  # 超过100人的企业下调为8%
                continue
            head = without_lead(match["head"])
            subject = match["noun"] + head
            head_start = match.start() + len(match["head"]) - len(head)
            yield _Change(head_start, match.end(), subject, match["old"], match["new"], rule)
            previous = subject
            continue
        if rule == "before_verb":
            if _unit(match["old"]) == _unit(match["new"]) and PARAMETER.search(match["head"]):
                yield _Change(match.start("head"), match.end(), match["head"], match["old"], match["new"], rule)
                previous = match["head"]
            continue
        if rule == "counted_by":
            about = subject_of(text, start, match.start(), None, "", floor)
            if match["old"] != match["new"]:
                yield _Change(about.start, match.end(), about.own + match["tail"], match["old"], match["new"], rule)
            continue
        begins = match.start()
        if rule == "new_first" and (led := _LED_TO_NEW.search(text, start, begins)):
            begins = led.start()  # 标准提高至5000元（原为3000元）
        about = subject_of(text, start, begins, previous, heading, floor)
        if not about.words:
            continue
        if rule == "tiers":
            for name, value, now in tiers_of(match):
                yield _Change(about.start, match.end(), about.words + name, value, now, rule)
            continue
        if rule == "reach" and not about.own:
            continue
        olds, news, basis = _values(match, rule)
        if len(olds) == len(news) and len(olds) > 1:
            carried = about.words.removesuffix(about.own) if about.own else ""
            heads = split_head(about.words.removeprefix(carried), len(olds))
            for head, old, new in zip(heads, olds, news, strict=True):
                yield _Change(about.start, match.end(), carried + head + basis, old, new, "several")
        elif len(olds) == len(news):
            yield _Change(about.start, match.end(), about.words + basis, olds[0], news[0], rule)
        previous = about.words


def _amended(match: re.Match[str]) -> _Change | None:
    """A value that an amendment replaces in words that it quotes; None where more than the value differs."""
    old, new = _ONE_VALUE.fullmatch(match["old"]), _ONE_VALUE.fullmatch(match["new"])
    if old is None or new is None or old["after"] != new["after"] or _CALENDAR_YEAR.search(match["old"]):
        return None
    head = _LEADS_TO_QUOTE.sub("", match["head"])
    start = match.start() + match["head"].find(head)
    words = old["before"].strip("，、") if old["before"] == new["before"] else ""
    subject = re.sub(rf"{QUALIFIER}+$", "", words) or words
    if not head and not subject:
        return None
    return _Change(start, match.end(), head + subject, old["value"], new["value"], "amended")


def _values(match: re.Match[str], rule: str) -> tuple[list[str], list[str], str]:
    """Old values, new values, and the basis they share (每50公斤)."""
    if rule in ("formerly", "reach"):
        return [match["old"]], [match["new"]], ""
    if rule == "new_first":
        return [match["old"]], [match["new"]], match["basis"] or ""
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
    return [re.sub(rf"^(?:{QUALIFIER})*(?:{BASIS})?", "", piece) for piece in JOINT.split(words) if piece]


def _unit(value: str) -> str | None:
    match = None if re.match(CALENDAR_DAY, value) else re.search(rf"{NUMBER}({UNIT})", value)
    return match[1].replace("人民币", "") if match else None


def _with_unit(value: str, unit: str) -> str:
    return value if _unit(value) or not unit or re.match(CALENDAR_DAY, value) else value + unit


# --- what is policy --------------------------------------------------------------------------------------------------


def _is_policy(marked: MarkedText, change: _Change, start: int, headings: list[str], year: int | None) -> bool:
    """Whether the parameter is one that policy sets, by its words, else by the document that says it."""
    document, text = marked.document, marked.text
    if _OF_MARKETS.search(change.subject):
        return False
    is_parameter = PARAMETER.search(change.subject) is not None
    if not is_parameter and _tells(text, start, change.start, headings, year):
        return False
    if _sets_policy(document) and (_ADJUSTS.search(document.title) or any(map(_ADJUSTS.search, headings))):
        return True
    if change.rule != "reach" and _STATISTIC.search(change.subject) and not _PRICED.search(change.subject):
        return False
    if not _PRICED.search(change.subject) and re.search(
        r"由(?:上年|去年|\d{4}年(?!\d|底))", text[change.start : change.end]
    ):
        return False
    # 将专项资金由2000万元提高到3000万元: an act, if it is money or whom a policy reaches
    is_set = text[change.start - 1 : change.start] in ("将", "把") and (change.rule == "reach" or "元" in change.new)
    return is_parameter or is_set or _PRICED.search(change.subject) is not None or _sets_policy(document)


def _tells(text: str, start: int, at: int, headings: list[str], year: int | None) -> bool:
    """Whether a sentence tells what was reached: by its words, by a year gone by, or by the section it stands in."""
    before = text[start:at]
    if _TOLD.search(before) or any(map(_REVIEW.search, headings)):
        return True
    return year is not None and any(
        int(y) < year for y in re.findall(r"(?<![\d由从比较])((?:19|20)\d\d)年(?!\d|度?[版起])", before)
    )


def _sets_policy(document: Document) -> bool:
    kind = document.kind or ""
    if kind in _REPORTS or document.title.endswith("报告"):
        return False
    return bool(_PRESCRIBES.search(kind)) or document.doc_number is not None


# --- from when -------------------------------------------------------------------------------------------------------


def _own_start(text: str, start: int, end: int, change: _Change, year: int | None) -> dt.date | None:
    """The day from which the sentence itself says that a change holds: the last one before it, else one right after it."""
    days = [day for match in _FROM_DAY.finditer(text, start, change.start + 1) if (day := _day(match, year))]
    if days:
        return days[-1]
    after = _FROM_DAY.search(text, change.end, end)
    if after and not re.search(r"[；。由]", text[change.end : after.start()]) and _HOLDS.match(text, after.end(), end):
        return _day(after, year)
    following = _FROM_DAY.match(text, end)  # …调整为80%。从2019年3月起执行。
    return _day(following, year) if following and _HOLDS.match(text, following.end()) else None


def _general_start(text: str, year: int | None) -> dt.date | None:
    """The day that the document names for all its changes (自2019年7月1日起提高…标准); None where it names several."""
    days = {
        day
        for match in _days_named(text)
        if (
            _CHANGES_FROM.match(text, match.end())
            or (_NEW.search(text[max(0, match.start() - 24) : match.start()]) and _HOLDS.match(text, match.end()))
        )
        and (day := _day(match, year))
    }
    return days.pop() if len(days) == 1 else None


def _days_named(text: str) -> Iterator[re.Match[str]]:
    """What ``_FROM_DAY.finditer`` gives, in less time: each ends in one word."""
    last = 0
    for beginning in _BEGINS.finditer(text):
        match = _FROM_DAY.search(text, max(last, beginning.start() - _DAY_LENGTH), beginning.end() + _FURTHER)
        if match is not None:
            last = match.end()
            yield match


def _day(match: re.Match[str], year: int | None) -> dt.date | None:
    of_year = year_number(match["year"]) if match["year"] else year
    return full_day(of_year, han_number(match["month"]), han_number(match["day"]) if match["day"] else 1)
