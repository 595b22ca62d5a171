"""The forms in which a sentence takes a parameter from an old value to a new one, both printed.

由50万元提高到55万元; 分别由30%、40%降低为20%、30% (two); 个人自负比例30%的…降低为个人自负比例25%; 由每50公斤112元提高至113元 (the basis goes
to the subject); 600元（原为500元）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from orchestration.gazette.extraction.policy_changes.bases import ON_TOP
from orchestration.gazette.extraction.policy_changes.parameters import PARAMETER, without_lead
from orchestration.gazette.extraction.policy_changes.subjects import JOINT, split_head, subject_of
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

# …由90元提高到100元、二级由70元…: what goes on with 由 is the next change's head, not a further value.
_JOINED = (
    rf"(?:[、和与及]|以及)(?![一二三四五六]级?[^，。；、]{{0,8}}[由从]){QUALIFIER}?(?:{BASIS})?{NUMBER}(?:{UNIT})?"
)
_MORE = rf"(?P<{{0}}more>(?:,{NUMBER}(?:{UNIT})?|{_JOINED})(?:{_JOINED}){{0,8}})?"
# 由100元至500元 alone is a range; a bracket may say of what the old value was made up (（其中财政补助80元、个人缴费20元）).
_FROM_TO = re.compile(
    rf"(?P<each>分别|均|各)?(?:由|从)“?{value('old')}{_MORE.replace('{0}', 'old')}”?(?:（其中[^（）。；]{{1,40}}）)?[，]?(?:分别|统一)?(?:再)?{VERB}"
    rf"(?:为|到|至|成)(?:了)?“?{value('new')}{_MORE.replace('{0}', 'new')}"
)
# 个人自负比例30%的…降低为个人自负比例25%
_ATTRIBUTE = re.compile(
    rf"(?P<head>[\u4e00-\u9fff]{{2,14}})(?P<old>\d[\d.]*(?:{UNIT}))的(?P<noun>(?!基础)[\u4e00-\u9fff（）]{{2,24}}?)(?:，)?{VERB}(?:为|到|至)"
    rf"(?P<again>[\u4e00-\u9fff]{{0,14}}?)(?P<new>\d[\d.]*(?:{UNIT}))"
)
_VALUE_OF = re.compile(rf"\d[\d.]*(?:{UNIT})的")  # in each of them
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
# By the year before, by the month after: what each is counted by differs, so that the two cannot be held side by side.
_BY_YEAR, _BY_MONTH = re.compile(r"年人均|每年"), re.compile(r"月人均|每月")
_LED_TO_NEW = re.compile(rf"{VERB}(?:为|到|至)$")
# 第八条中的“二十个工作日”修改为“十个工作日”: the same words but for one value.
_AMENDED = re.compile(
    r"(?P<head>[^，。；：“”\n]{2,60})“(?P<old>[^“”\n]{1,40})”(?:字样)?(?:一律|统一|均)?(?:修改|更改|改|调整|变更|修正|修订)(?:为|成)“(?P<new>[^“”\n]{1,40})”"
)
_ONE_VALUE = re.compile(rf"(?P<before>[^\d]*?)(?P<value>{NUMBER}{UNIT})(?P<after>[^\d]*)")
_WITH_UNIT = re.compile(rf"{NUMBER}({UNIT})")
_CALENDAR_DAY = re.compile(CALENDAR_DAY)
_CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d年|[一二][〇○零九][〇○零一二三四五六七八九]{2}年")
_LEADS_TO_QUOTE = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、])?(?:将|把|对|删去|其中)?|(?:中|里)?(?:的|规定的)?$"
)


@dataclass(frozen=True, slots=True)
class Change:
    """One change as its sentence words it; ``rule`` names the form. Offsets are those of the matching form."""

    start: int
    end: int
    subject: str
    old: str
    new: str
    rule: str


def changes_in(text: str, start: int, end: int, heading: str) -> Iterator[Change]:
    """The changes that the sentence between two offsets words; ``heading``: the one above it, which may name the subject."""
    matches = [(m.start(), m, "from_to") for m in _FROM_TO.finditer(text, start, end) if _is_alike(m)]
    if "基础" in text[start:end]:
        matches += [(m.start(), m, "on_top") for form in ON_TOP for m in form.finditer(text, start, end)]
    if _VALUE_OF.search(text, start, end):
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
            else:
                at = floor  # a list in quotation marks is read by another form
            continue
        if rule == "attribute":
            if unit_of(match["old"]) != unit_of(match["new"]):  # 超过100人的企业下调为8%
                continue
            head = without_lead(match["head"])
            subject = match["noun"] + head
            head_start = match.start() + len(match["head"]) - len(head)
            yield Change(head_start, match.end(), subject, match["old"], match["new"], rule)
            previous = subject
            continue
        if rule == "before_verb":
            if unit_of(match["old"]) == unit_of(match["new"]) and PARAMETER.search(match["head"]):
                yield Change(match.start("head"), match.end(), match["head"], match["old"], match["new"], rule)
                previous = match["head"]
            continue
        if rule == "counted_by":
            about = subject_of(text, start, match.start(), None, "", floor)
            if match["old"] != match["new"]:
                yield Change(about.start, match.end(), about.own + match["tail"], match["old"], match["new"], rule)
            continue
        begins = match.start()
        if rule == "new_first" and (led := _LED_TO_NEW.search(text, start, begins)):
            begins = led.start()  # 标准提高至5000元（原为3000元）
        about = subject_of(text, start, begins, previous, heading, floor)
        if not about.words:
            continue
        if rule == "tiers":
            for name, value, now in tiers_of(match):
                yield Change(about.start, match.end(), about.words + name, value, now, rule)
            continue
        if rule == "reach" and not about.own:
            continue
        olds, news, basis = _values(match, rule)
        if len(olds) == len(news) and len(olds) > 1:
            carried = about.words.removesuffix(about.own) if about.own else ""
            heads = split_head(about.words.removeprefix(carried), len(olds))
            for head, old, new in zip(heads, olds, news, strict=True):
                yield Change(about.start, match.end(), carried + head + basis, old, new, "several")
        elif len(olds) == len(news):
            yield Change(about.start, match.end(), about.words + basis, olds[0], news[0], rule)
        previous = about.words


def _is_alike(match: re.Match[str]) -> bool:
    """Whether old and new value are counted by the same: not from so much a year to so much a month."""
    old, _, new = match[0].partition(match["oldfirst"])
    return not ((_BY_YEAR.search(old) and _BY_MONTH.search(new)) or (_BY_MONTH.search(old) and _BY_YEAR.search(new)))


def _amended(match: re.Match[str]) -> Change | None:
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
    return Change(start, match.end(), head + subject, old["value"], new["value"], "amended")


def _values(match: re.Match[str], rule: str) -> tuple[list[str], list[str], str]:
    """Old values, new values, and the basis they share (每50公斤)."""
    if rule == "on_top":
        return [match["old"]], [match["new"]], match["basis"] or ""
    if rule in ("formerly", "reach"):
        return [match["old"]], [match["new"]], ""
    if rule == "new_first":
        return [match["old"]], [match["new"]], match["basis"] or ""
    olds = [match["oldfirst"], *_more(match["oldmore"])]
    news = [match["newfirst"], *_more(match["newmore"])]
    unit = unit_of(news[-1]) or unit_of(olds[-1]) or ""
    return (
        [_withunit_of(v, unit) for v in olds],
        [_withunit_of(v, unit) for v in news],
        match["oldbasis"] or match["newbasis"] or "",
    )


def _more(words: str | None) -> list[str]:
    if not words:
        return []
    return [re.sub(rf"^(?:{QUALIFIER})*(?:{BASIS})?", "", piece) for piece in JOINT.split(words) if piece]


def unit_of(value: str) -> str | None:
    """The unit of a printed value; None for a day of the calendar and for words."""
    match = None if _CALENDAR_DAY.match(value) else _WITH_UNIT.search(value)
    return match[1].replace("人民币", "") if match else None


def _withunit_of(value: str, unit: str) -> str:
    return value if unit_of(value) or not unit or _CALENDAR_DAY.match(value) else value + unit
