"""What surrounds a figure of land supply: whether a text is about it at all, of which year, planned or done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from orchestration.gazette.extraction.land.areas import NEAR_UNIT
from orchestration.gazette.extraction.land.home import Place, own_place
from orchestration.gazette.extraction.land.places import Places
from orchestration.gazette.extraction.land.uses import core, uses
from orchestration.gazette.language.characters import simplified
from orchestration.gazette.language.dates import parse_date
from orchestration.gazette.language.marked import MarkedText

Kind = Literal["planned", "actual"]

# Words that tell of land being supplied; without one of them near, an area is not land supply.
# Each begins with a character of its own, so that re can scan for them.
SUPPLY = re.compile(
    "|".join(
        (
            r"供地|用地[^。；\n]{0,12}供[应给]|土地[^。；\n]{0,8}供[应给]|宅地[^。；\n]{0,6}供[应给]|供[应给][^。；\n]{0,14}(?:用地|土地|宅地)",
            *(rf"{land}[^。；\n]{{0,6}}出让" for land in ("土地", "用地", "地块")),
            r"出让[^。；，\n]{0,6}(?:土地|用地|地块)|供应(?:总量|计划|面积|规模|量)|用地(?:供应|计划)",
            *(
                rf"{act}[^。；，\n]{{0,16}}用地"
                for act in ("推出", "拿出", "投放", "新供", "增供", "落实", "安排", "提供")
            ),
            r"新增(?!(?:城乡|城镇|国有)?建设用地)[^。；，\n]{0,16}用地",
            *(rf"{land}[^。；，\n]{{0,6}}(?:推出|落实|安排)" for land in ("土地", "用地")),
            "拟供|可供|已供|实供|计划供",
        )
    )
)
_PLAN_TITLE = re.compile(
    r"(?:(?:建设用地|住宅用地|住房用地|用地|土地|宅地)(?:供应|供给|出让)|供地|(?:建设|经营性)?用地(?:年度)?|土地利用年度供应|出让)[^，。；\n]{0,8}(?<!实行)(?:计划|方案)(?!单列)"
)
_DONE_TITLE = re.compile(r"总结|(?:执行|完成|实施|落实)情况|统计|(?<!政府)公报(?!》)|供应情况|供地情况")
# In a list of years one may have lost its 年 (2011年为30公顷，2012为35公顷).
YEAR = re.compile(
    r"(?<![0-9-])(?P<year>(?:19|20)\d\d)(?:年度?|(?=[上下]半年|年)|(?<![^，、；。：（\n ]\d{4})(?=为约?(?:[0-9]|$)))|(?P<word>今年|本年度?|当年|去年|上年度?|上一年度?|前年|过去一年|过去的一年)"
)
YEARS = re.compile(
    r"((?:19|20)\d\d)年?(?:[-—–~～至到]+)((?:19|20)\d\d)年|“?十[一二三四五]五”?(?:时期|期间|以来)|(?:未来|今后)[三五两十0-9]+年|从((?:19|20)\d\d)年[^，。]{0,4}[至到]"
)
# A report by its name tells of its own year; what it calls 去年 is that year.
_REPORT = re.compile(r"《(?P<year>(?:19|20)\d\d)年?度?[^《》\n]{0,24}(?:公报|统计[^《》\n]{0,6}|分析报告|监测报告)》")
_OWN_TITLE = re.compile(r"计划》?(?:的(?:通知|公告|通告|批复|函))?(?:（[^（）]*）)?$")
_SUBJECT = re.compile(
    r"(?P<whole>建设用地[及和与、])?(?P<use>住宅用地|住房用地|居住用地|国有建设用地|建设用地|经营性用地)(?:供应|出让)?(?:分?年度|[三两五]年|滚动)*(?:供应|出让)?计划"
)
# In running text 住宅用地计划安排270公顷 tells of a use; only the plan's name tells of the whole plan.
_SUBJECT_NAMED = re.compile(
    r"(?P<use>住宅用地|住房用地|居住用地|国有建设用地|建设用地|经营性用地)(?:年度)?(?:供应|出让)(?:年度)?计划(?!安排(?!意见|方案)|为|总|约|[0-9])"
)
_NAMED_PLAN = re.compile(r"《[^《》\n]{4,40}计划》")
_LAST_YEAR = re.compile(r"(?<![比较与同])去年(?!同期)")
_AHEAD_TITLE = re.compile(r"规划(?:纲要)?(?:（|》|的通知|$)|(?:实施|行动)方案|行动计划", re.M)
_BATCH = re.compile(
    r"(?:项目|地块|宗地)清单|拟供[^，。\n]{0,20}清单|第[一二三四五六]批[^，。\n]{0,12}(?:地块|用地|出让|供地)|集中(?:供地|出让)"
)
_TITLE_LENGTH = 60
_OPENING = 400
_SHORT = 6000
_LINES_ABOVE = 4  # the area's own line and those of a table's caption
_PLAN_YEAR = re.compile(
    r"(?<![0-9\-—–~～至到])((?:19|20)\d\d)\s?年度?[^。；，\n]{0,24}?(?:供应计划|供地计划|用地计划|出让计划|用地|供应|供地|土地)"
)
_HELD_AGAINST = re.compile(r"[比较与同于过及自从到至]$")
_SPELLED_YEAR = re.compile(r"((?:一九|二[〇○零O])[〇○零O一二三四五六七八九]{2})年")  # 二〇一九年度
_MONTH = re.compile(r"((?:19|20)\d\d)年\d{1,2}月")
_TITLE_YEAR = re.compile(r"((?:19|20)\d\d)\s?年")
_PERIOD_DONE = re.compile(
    r"上半年|前三季度|[一二三四]季度|[1-4]季度|[0-9]{1,2}(?:月|至|-)[0-9-至]*月|截至|截止|目前|累计|年底前已|以来"
)
_DONE = re.compile(
    r"实际|已[完供实落安推出经公]|实现(?!.*计划)|完成|累计|落实(?:了|用地)|(?:共|均|全部|超额)落实|(?<!计划)供应了|达到了|供出|成交|共供应|共供地|公布的数据"
)
_MEANT = re.compile(
    r"计划|拟|将|预计|安排|控制在|目标|力争|确保|规划(?![局厅委院]|[和与]?(?:自然|国土|建设))|不超过|以内|准备供应"
)
_NOT_MEANT = re.compile(
    r"(?:占|完成|超额|执行|按照?|根据|较|比)[^，。；]{0,14}计划|计划(?:执行|完成|落实|的[0-9]|指标的|任务的)|年度计划的"
)
_REALLY = re.compile(r"实际(?!情况|需求|需要|问题)|实施(?:了)?[^，。；]{0,8}计划$")
_PLANNED_SUM = re.compile(r"计划的?(?:供地|供应|用地)(?:数量|总量|规模|面积|量)达")  # 初步计划的供地数量达到了7万亩
_PLAN_BEHIND = re.compile(r"的?(?:计划|拟)(?:供应|供地)")  # 200公顷的计划供应量
_TAIL_DONE = re.compile(
    r"完成(?:了)?(?:全年|年度|供地|供应|当年|年|本年)?(?:供应|供地|用地)?(?:计划|任务|目标)(?:指标|任务|总量)?的?|完成率|超额|(?:同比[^，。]{2,12}，)?(?:计划)?执行率|落实率|占全年供地任务|占年度(?:计划|任务)"
)


@dataclass(frozen=True, slots=True)
class Context:
    """What a whole document says of its figures."""

    place: Place
    places: Places
    plan_year: int | None
    current_year: int | None  # what 今年 means
    default_kind: Kind
    is_plan: bool  # titled as a supply plan, or news of one: bare lists need no further evidence
    is_titled: bool  # the document itself is the plan: what it leaves unsaid is planned
    headline: tuple[str, ...]  # the uses whose supply a short text's title tells of: 保障房供地同比增八成
    is_batch: bool  # a list of plots on offer: their areas are no plan's figures
    titles: str  # simplified, one a line
    subject: str | None  # what the plan supplies where it is not all land: 住宅用地 in a plan of housing land


def speaks_of_supply(marked: MarkedText) -> bool:
    """Whether any area of the text can be land supply: title, opening, a heading, or words near the area say so.

    A cheap look before anything is built; it lets through all that the readers could accept.
    """
    text = marked.text
    first = NEAR_UNIT.search(text)
    if first is None:
        return False
    document = marked.document
    if SUPPLY.search(f"{document.title}\n{document.attached_title}") or _PLAN_TITLE.search(text, 0, _OPENING):
        return True
    if any(SUPPLY.search(section.heading) for section in document.sections):
        return True
    at = first.start()
    while at >= 0:
        start = at
        for _ in range(_LINES_ABOVE):
            start = max(0, text.rfind("\n", 0, start))
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if SUPPLY.search(text, start, end):
            return True
        following = NEAR_UNIT.search(text, end)
        at = following.start() if following else -1
    return False


def document_context(marked: MarkedText) -> Context:
    """Read the title and the first lines once."""
    document = marked.document
    first_line = marked.text[:_TITLE_LENGTH].split("\n")[0].split("|")[0].rstrip()
    if len(first_line) == _TITLE_LENGTH or "。" in first_line:
        first_line = ""
    own_titles = [simplified(title) for title in (document.title, document.attached_title) if title]
    titles = "\n".join(filter(None, (*own_titles, first_line)))
    named_plan = _NAMED_PLAN.search(marked.text, 0, _OPENING)
    place = own_place(marked, f"{titles}\n{named_plan[0] if named_plan else ''}")
    is_plan = _PLAN_TITLE.search(titles) is not None
    year = _plan_year(marked, titles, is_plan)
    current = document.signed_date.year if document.signed_date else _dated(marked) or document.doc_year
    if current is None and year is None and (told := _TITLE_YEAR.search(titles)):
        current = int(told[1])
    elif current is None or (year is not None and (is_plan or abs(current - year) > 1)):
        current = year if year is not None else current
    if current == year and _REPORT.search(marked.text) and "去年" in marked.text and "今年" not in marked.text:
        current = year + 1 if year else current
    if not (document.signed_date or _dated(marked) or document.doc_year or _TITLE_YEAR.search(titles)):
        report = _REPORT.search(marked.text)
        current = None if not report and _is_undated_last_year(marked.text) else current
    done = _DONE_TITLE.search(titles) is not None
    speaks_of_plan = is_plan or _PLAN_TITLE.search(marked.text[:3000]) is not None
    is_short = len(marked.text) < _SHORT
    looks_ahead = speaks_of_plan or _AHEAD_TITLE.search(titles) is not None
    default: Kind = "actual" if done or not looks_ahead else "planned"
    named = is_plan or (is_short and _PLAN_TITLE.search(marked.text[:_OPENING]) is not None)
    is_batch = not is_plan and _BATCH.search(f"{titles}\n{marked.text[:_OPENING]}") is not None
    is_titled = any(_OWN_TITLE.search(title) for title in own_titles)
    return Context(
        place=place,
        places=Places(place),
        plan_year=year,
        current_year=current,
        default_kind=default,
        is_plan=named,
        is_titled=is_titled,
        headline=tuple(core(use.name) for use in uses(titles, 0, len(titles)))
        if is_short and SUPPLY.search(titles)
        else (),
        is_batch=is_batch,
        titles=titles,
        subject=_subject(titles, marked.text[:_OPENING]),
    )


def _is_undated_last_year(text: str) -> bool:
    """Whether an undated text tells of 去年 before it names any year, and never of 今年: none need be the one it is
    written in."""
    last = None if "今年" in text or "本年" in text else _LAST_YEAR.search(text)
    if last is None:
        return False
    return next((mark.start() > last.start() for mark in YEAR.finditer(text) if mark["year"]), True)


def _subject(titles: str, opening: str) -> str | None:
    match = _SUBJECT.search(titles) or _SUBJECT_NAMED.search(opening)
    if match is None or match.groupdict().get("whole"):
        return None
    return match["use"] if match["use"] not in ("经营性用地", "国有建设用地", "建设用地") else None


def _plan_year(marked: MarkedText, titles: str, is_plan: bool) -> int | None:
    if is_plan or SUPPLY.search(titles):
        match = _PLAN_YEAR.search(titles) or _TITLE_YEAR.search(titles)
        if match:
            return int(match[1])
    if _DONE_TITLE.search(titles) and (told := _TITLE_YEAR.search(titles)):
        return int(told[1])
    if is_plan and (spelled := _SPELLED_YEAR.search(titles) or _SPELLED_YEAR.search(marked.text, 0, _OPENING)):
        return int("".join(str("〇一二三四五六七八九".find(digit)) for digit in re.sub("[○零O]", "〇", spelled[1])))
    match = next(
        (
            m
            for m in _PLAN_YEAR.finditer(marked.text)
            if marked.text[max(0, m.start() - 1) : m.start()] not in ("较", "比", "与", "同")
        ),
        None,
    )
    span = YEARS.search(marked.text)
    if span and (match is None or span.start() < match.start()):
        # “十三五”时期…。本年度计划供应…: the one year that is named is the one meant.
        return _sole_year(marked.text) if "本年度" in marked.text else None
    if match:
        return int(match[1])
    if report := _REPORT.search(marked.text):
        return int(report["year"])
    if (sole := _sole_year(marked.text)) is not None:
        return sole
    document = marked.document
    if document.signed_date:
        return document.signed_date.year
    return _dated(marked) or document.doc_year


def _sole_year(text: str) -> int | None:
    """The one year that a text names, unless something is held against it (低于2010年)."""
    marks = [mark for mark in YEAR.finditer(text) if mark["year"] and not text.startswith("以来", mark.end())]
    if len({mark["year"] for mark in marks}) != 1 or any(_HELD_AGAINST.search(text, 0, mark.start()) for mark in marks):
        return None
    return int(marks[0]["year"])


def _dated(marked: MarkedText) -> int | None:
    """The year of the date that a text opens with: a full date, else a month (2010年4月，…)."""
    dated = parse_date(marked.text[:_OPENING])
    month = None if dated else _MONTH.search(marked.text, 0, _OPENING)
    return dated.year if dated else int(month[1]) if month else None


def year_of(word: re.Match[str], current: int | None) -> int | None:
    """The year that a match of ``YEAR`` means."""
    if word["year"]:
        return int(word["year"])
    if current is None:
        return None
    if word["word"].startswith(("去年", "上", "过去")):
        return current - 1
    return current - 2 if word["word"] == "前年" else current


def kind_in(clause: str, tail: str) -> Kind | None:
    """Planned or actual as the words of a figure's own clause and what follows it say; None where they say neither."""
    if _PLAN_BEHIND.match(tail) or _PLANNED_SUM.search(clause):
        return "planned"
    if _REALLY.search(clause) or _TAIL_DONE.match(tail.lstrip("，,（(")):
        return "actual"
    plain = _NOT_MEANT.sub("", clause)
    meant = _MEANT.search(plain)
    if _DONE.search(clause):
        if re.search(r"拟|将|预计|力争|确保|准备", plain):
            return "planned"
        if (
            meant
            and "计划完成" in clause
            and not re.search(r"(?:供应|供地|用地)计划完成", clause)
            and not _PERIOD_DONE.search(clause)
        ):
            return "planned"
        return "actual"
    if meant:
        return "planned"
    if _PERIOD_DONE.search(clause):
        return "actual"
    return None


def heading_kind(heading: str) -> Kind | None:
    """What a section's heading says of all its figures: 2020年供地计划执行情况 is about what was done."""
    if re.search(r"(?:执行|完成|实施|落实|供应|供地)情况|实际供应|回顾", heading) and not re.search(
        r"保障|措施|监督|检查", heading
    ):
        return "actual"
    return "planned" if re.search(r"计划|安排|目标|指标", heading) else None
