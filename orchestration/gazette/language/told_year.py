"""The year of a text that only tells, where it does not give its own: what the years that it names say, and what 今年 can mean beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.language.addresses import FORWARD
from orchestration.gazette.language.own_year import THIS_YEAR, year_printed, year_said
from orchestration.gazette.language.periods import BARE_YEAR, YEAR, plan_span

# Not the year that aims are set for (到2025年), that figures are held against (比2019年) or that things began in (2008年起),
# but the one in which something came to so much (提高到2020年的56%).
NAMED_YEAR = re.compile(
    r"(?<!\d)(?:(?<![到至~～–－—比较与同从由自-])|(?<=截至)|(?<=截止)|(?<=[到至])(?=20\d\d年的\d))((?:19|20)\d\d)"
    r"(?:年(?![底末]?之?前(?!三季度|[\d一二三四五六七八九十]{1,2}个?月)|开始|起(?!草)|以来|末?的[\d.]+倍)|-\d\d-\d\d)"
)
# News of a work report, given early in the year after the one it tells of.
_GIVEN = re.compile(r"(?:作|做)(?:了)?(?:《?政府)?工作报告|人民代表大会[^。\n]{0,20}(?:开幕|召开)|两会")
_REPORT = re.compile(rf"{_GIVEN.pattern}|报告(?:提出|指出|明确|显示)|人大[^，。\n]{{0,12}}会议")
_LOOKS_BACK = re.compile(
    r"了|已|截[至止]|累计|同比|相比|普查|上年|去年|今年|目前|[比较由从自](?:19|20)\d\d年|[到至](?:19|20)\d\d年的"
)
_STANDING = re.compile(r"(?m)^[ 　]*[一二三四五六七八九十]、[^。，\n]{0,16}(?:现状|基础|回顾|成就)")
_RUNS = re.compile("上半年|目前，|截[至止]目前")
_SINCE_END = re.compile(r"[较比]((?:19|20)\d\d)年[底末]的?[^，。；\d]{0,12}(?:增|提高|上升|下降|减)")
# News of the year's end, of the year that it names.
_LATE = re.compile(r"(?<!\d)1[12]月\d{1,2}日(?:讯|电|消息|[）)]|，)")
_LATE_WITHIN = 120
_STEP = re.compile(r"[到至]((?:19|20)\d\d)年[底末]?(?!的)")
_PAST_YEAR = re.compile("过去的?一年")
# “十二五”时期…主要预期目标是: aims of a plan are set when it begins.
_PLAN_AIMS = re.compile(
    r"(?P<plan>“十[一二三四五六七]五”)(?:时期|期间)，?[^。；\n]{0,30}(?:总体要求|目标|将|计划|力争)"
)
_PLAN_ISSUED = re.compile(
    r"(?:发布|印发|出台|公布|下发)了?[^。；\n《]{0,12}《[^》\n]{0,24}(?P<plan>“十[一二三四五六七]五”)[^》\n]{0,20}(?:规划|计划|方案)"
)
_NEWS_WITHIN = 400
# Some pages leave the years out (年工作回顾; 年，全市…): what they print besides is the day they were put up on.
_PLAN_SPOKEN_OF = re.compile(r"“?十[一二三四五六七]?五”?(?:计划|规划)?(?:时期|期间|以来)")
_PLAN_OVER = "五年(?:来|间)|答卷|翻番|全面完成|即将过去|即将走"
_YEAR_LOST = re.compile(
    r"(?:[\n。、](?:过去的)?年(?!度)(?:，|是|工作|上半年|[^，。；\n]{0,8}(?:回顾|计划|目标|任务|情况)))"
)
SETS_AIMS = frozenset(("意见", "方案", "规划", "计划", "要点", "通知", "决定"))
_TOLD_WITHIN = 3000
COMING_YEARS = re.compile("(?:今后|未来)[三四五345]年")
# 《2009年经济社会发展主要预期指标说明》指出，…今年
_PAPER_OF = re.compile(r"《((?:19|20)\d\d)年[^》\n]{2,40}(?:预期指标|计划|目标|安排|要点|任务)[^》\n]{0,12}》")
_AIMED_YEAR = re.compile(r"(?:力争|确保|争取|力争到|[到至])((?:19|20)\d\d)年(?!的)")
_TO_COME = re.compile("[底末]?(?:前|要|将|力争|确保|争取|突破|达到?|实现|超过?|翻)")
_SPAN_TOLD = re.compile(
    r"(?<!\d)(?:19|20)\d\d年?[-—－–~至到]{1,2}((?:19|20)\d\d)年，[^。；\n]{0,24}?(?:[由从][\d.]|累计(?:完成|实现|投入|建成))"
)
_MONTHS_OF_THIS = re.compile(r"今年(?:前?\d{1,2}个?月|[一二三四]季度|上半年)|1[-—~～–－至]\d{1,2}月")
# 预计2027年投产, 2026年5月1日起施行, 2014年建成: when something will be, or was.
_AHEAD_BEFORE = re.compile(
    r"(?:预计|展望|(?<!现)将[于在]?|计划[于在到]?|力争[于在到]?|有望[于在]?|拟[于在]?|争取[于在到]?|确保|预期|不晚于)[^，。；\d]{0,3}$"
)
_AHEAD_REACH = 8
_HAPPENS = re.compile(
    r"(?:[底末]|[上下]半年|\d{1,2}月(?:\d{1,2}日)?)?(?:前|之前|起|正式)?"
    r"(?:建成|竣工|投产|通车|投用|投运|完工|交付|施行|实施|执行|生效|成立|设立|启动|开工|开通|入选|获评|被评|荣获)"
)
# What happened in a year, where nothing is stated of it: 2021年，…到村里考察.
EVENT = re.compile(
    r"[^。；\n\d]{0,40}(?:总书记|考察|视察|来到|迎来|写信|来信|回信|召开|开幕|举行|印发|出台|调研|指出|强调|提出)"
)
# 2026年5月末, 2025年一季度: told while the year runs, or soon after.
_IS_IN_PART = r"(?:(?:1[—–~～至-])?(?:[1-9]|1[01])月(?!\d{1,2}日)|上半年|[一二三]季度|前三季度|前(?:\d{1,2}|[二三四五六七八九十])个月)"
_IS_RUNNING = (
    r"(?:，?[^，。；\n]{0,24}(?:将|要|力争|(?<!行动)计划|拟|预计|预期|目标|安排|会议|大会|继续)|是[^。；\n]{0,40}(?:之|[一二三四五])年|[^。；\n]{0,40}(?:办好|实事|安排)"
    r"|(?:上半年|[一二三]季度|前三季度|前\d{1,2}个月|1[-—至]\d{1,2}月)|[^。；\n]{0,60}去年)"
)
_IS_SET_ABOUT = r"，?[^，。；\n\d]{0,16}(?:将|要|全力|力争|计划|预期|目标|确保)"
_IS_STATED = (
    r"(?![^。；\n]{0,40}(?:将|计划|目标|预期|力争|拟|安排|截至|上半年|季度|月))[^。；\n]{0,40}"
    r"(?:增长|达到?|完成|实现|突破|支出|收入|投入|新增|建成|新建|总值)[^。；\n\d]{0,4}\d"
)
_SETTHIS_YEAR = re.compile("今年[^。；\n]{0,20}(?:目标|预期|将(?![军来])|力争)")
_TITLE_AHEAD = re.compile("计划|目标|预期|任务|将|方案|安排|实事|力争|拟|规划|要点|确保|提出")
_HEADLINE_DONE = re.compile(r"\d年[^，。\n]{0,20}(?:破|超|达|增长?|完成|实现)")
# 2024年，总值预计增长5.5%, told in January: the figures of that year are not out yet.
_IS_RECKONED = r"，?[^。；\n]{0,24}预计(?:增长|达|完成|实现|可)"
_NEW_YEAR = re.compile(r"新的一年|开年|新年|(?<!\d)1月\d{1,2}日(?:[）)]|电|讯|，)")
# Said of a year that is over: its whole, its end, or how it compares with the one before; not what has been reached so far
# (截至今天，2026年票房已突破100亿元).
_IS_OVER = (
    r"(?![^。\n]{0,40}(?:已经?(?!完)|截至今|启动|活动))(?:(?:全年|度(?!重点|计划)|[底末]|年[底末])，?"
    r"(?![^。\n\d]{0,60}(?:将|力争|计划|拟|预计|预期|目标|办好|实事|安排))[^。\n]{0,80}?(?<![\d年月])\d[\d.]*(?!年|月|日|\d|\.)"
    r"|，(?![^。\n\d]{0,60}(?:将|力争|计划|拟|预计|预期|目标|办好|实事|安排))[^。\n]{0,80}?"
    r"(?:突破|达到?|完成|实现|增长|下降|超过?|为)[^。；\n\d]{0,8}\d"
    r"|，?(?![^。\n\d]{0,60}(?:将|力争|计划|拟|预计|预期|目标|办好|实事|安排))[^。\n]{0,80}?(?<![\d年月])\d[\d.]*(?!年|月|日|\d|\.)"
    r"[^。\n]{0,40}(?:同比|比上年|比去年|较上年|较去年|增长|增加|下降|减少|增幅|提高|上升)"
    r"|，?(?![^。\n]{0,60}(?:将|力争|计划|拟|预计|预期|目标))[^。\n]{2,60}[比较](?:上年|去年)(?:实际|名义)?(?:增|下降|减|提高|上升))"
)


def year_told(title: str, text: str, sets_aims: bool) -> int | None:
    """The year of a text that only tells: the one it prints as its own, else the last it names, unless 今年 is a later one.

    A text that says 今年 and names another year tells of both: what was reached in the one named is of the year before.
    """
    said = year_said(text)
    if said is not None:
        return said
    if _YEAR_LOST.search(text) is not None:
        return None
    named = NAMED_YEAR.search(title) or BARE_YEAR.match(title)
    if COMING_YEARS.search(title) is not None:
        named = None  # 今后五年发展蓝图 2022年总值超3万亿元: the year that is aimed at
    titled = int(named[1]) if named is not None else None
    printed = year_printed(title, text, titled)
    if printed is not None:
        return printed
    if sets_aims:
        return titled  # the years that it names are those to come
    if titled is not None:
        return _year_of_last_named(title, text, titled, list(_told_years(text)), is_titled=True)
    if names_steps(text):
        return None
    stood = _year_after_standing(text)
    if stood is not None:
        return stood
    found = list(_told_years(text))
    paper = _PAPER_OF.search(text) if not found and "今年" in text else None
    if paper is not None:
        return int(paper[1])
    if COMING_YEARS.search(text) is not None and THIS_YEAR.search(text) is None:
        found = [year for year in found if _says(year, _IS_OVER, text)]
    since = _SINCE_END.search(text) if not found else None
    if since is not None:
        return int(since[1]) + 1  # 截至9月，存量3万户，较2023年末净增1万户
    issued = _PLAN_ISSUED.search(text, 0, _NEWS_WITHIN)
    if issued is not None and found and max(found) == (plan_span(issued["plan"]) or (0, 0))[1]:
        return None  # 省政府发布《“十三五”脱贫攻坚规划》。…2019年43万，2020年19万: any year of the plan
    aims = _PLAN_AIMS.search(text, 0, _TOLD_WITHIN)
    span = plan_span(aims["plan"]) if aims is not None else None
    if not found or (span is not None and max(found) == span[1] and COMING_YEARS.search(text) is not None):
        if span is None or (not found and THIS_YEAR.search(text) is not None):
            return None  # 今年上半年，…。“十二五”期间的目标是…: any year of the plan
        return span[0]  # “十一五”时期的目标…未来五年…2010年能耗比2005年下降20%
    return _year_of_last_named(title, text, max(found), found, is_titled=False)


def _year_after_standing(text: str) -> int | None:
    """The year after the last that a plan's first part looks back on (一、发展现状 2009年…；二、发展目标 2012年…)."""
    ahead = FORWARD.search(text)
    if ahead is None or _STANDING.search(text, 0, ahead.start()) is None:
        return None
    return max(_told_years(text[: ahead.start()]), default=-1) + 1 or None


def _year_of_last_named(title: str, text: str, year: int, found: list[int], is_titled: bool) -> int | None:
    """The year that a text is told in which names ``year`` last, or in its title; ``found``: all that it tells of."""
    if (
        is_titled
        and _TITLE_AHEAD.search(title) is None
        and (
            _says(year + 1, _IS_SET_ABOUT, text)
            or ("去年" in text and _SETTHIS_YEAR.search(text) and _HEADLINE_DONE.search(title))
            or (_GIVEN.search(text) is not None and _HEADLINE_DONE.search(title))
        )
    ):
        return year + 1  # 2021年GDP破7万亿元, a headline of January; 2022年，全省将…
    alone = len(set(found)) == 1
    past = _PAST_YEAR.search(text) if alone else None
    if past is not None and f"{year}年：" in text[past.end() :]:
        return year  # 过去一年，…。⏎2022年：…
    if past is not None and not _says(year, _IS_SET_ABOUT, text):
        return year + 1  # 1999年，…。在过去的一年: the one year that is named
    if THIS_YEAR.search(text) is None:
        if is_titled:
            return year
        over = _closes_plan(text, year) or (_GIVEN.search(text) is not None and _says(year, _IS_OVER, text))
        # 由2012年的57亿元增加到2021年的71亿元: told when that year is over
        return year + (over or re.search(f"[到至]{year}年的\\d", text) is not None)
    if alone and is_late(text, year):
        return year
    if (
        re.search(f"(?<!为)(?<!为了)(?<!对于)(?<!确保)(?<!力争)(?<!努力)(?:完成|实现|超过)了?{year}年", text)
        is not None
    ):
        return year + 1  # 超额完成了2008年的目标
    if re.search(f"{year}年[^，。；《\\n\\d]{{0,10}}政府工作报告(?!》?(?:确定|提出|明确|部署)的)", text) is not None:
        return year
    if re.search(f"(?:提出|明确|要求|部署)，{year}年", text) is not None:
        return year
    if (
        re.search(f"(?:公布|发布|印发|下发|出台|下达|明确(?!了?到)|敲定|确定)了?《?[^，。；\\n]{{0,8}}{year}年", text)
        is not None
    ):
        return year
    if _says(year, _IS_IN_PART, text):
        return year
    if re.search(f"[比较与和]{year - 1}年(?:相比|增|提高|下降|上升)", text) and "全年" in text and "去年，" in text:
        return year + 1  # 去年，总值…；全年…，与2014年相比: 2015 is over
    if _says(year, _IS_RUNNING, f"{title}\n{text}"):
        return year + (_says(year, _IS_RECKONED, text) and _NEW_YEAR.search(text) is not None)
    if is_titled and _MONTHS_OF_THIS.search(text) is not None:
        return year  # 2012年新开工率过六成. 到今年7月底…
    if _says(year, _IS_OVER, text):
        return year + 1
    if alone and _SETTHIS_YEAR.search(text) is not None and _says(year, _IS_STATED, text):
        return year + 1  # 2021年总值增长8.1%。…，这是今年的目标
    if alone and _says(year, "，?我[省市州县区旗镇乡]", text) and _RUNS.search(text) is not None:
        return year
    return year if is_titled or _says(year - 1, _IS_OVER, text) else None


def tells_of_report(text: str) -> bool:
    """Whether a text is news of a work report or of the assembly that hears it."""
    return _REPORT.search(text) is not None


def is_late(text: str, year: int) -> bool:
    """Whether news of a year's end names that year (12月3日讯，…对2014年实事办理工作考核验收。今年…)."""
    return _LATE.search(text, 0, _LATE_WITHIN) is not None and "去年" not in text and f"{year + 1}年" not in text


def names_steps(text: str) -> bool:
    """Whether an undated text names nothing but the ends of five-year plans, several of them, and nothing that looks back:
    the steps of a plan (2015年入园率达到90%…；2020年达到98%).
    """
    years = {int(match[1]) for match in YEAR.finditer(text)}
    return len(years) > 1 and all(year % 5 == 0 for year in years) and _LOOKS_BACK.search(text) is None


def looks_on(text: str, base: int) -> bool:
    """Whether a text of a year names none but later ones besides it, and has no word that looks back."""
    years = {int(match[1]) for match in YEAR.finditer(text)} - {base}
    return bool(years) and min(years) > base and _LOOKS_BACK.search(text) is None


def _told_years(text: str) -> Iterator[int]:
    """The years that a text names as those it tells of: not those to come, nor those in which something happened."""
    coming = COMING_YEARS.search(text) is not None
    aimed_at = set(_AIMED_YEAR.findall(text)) if coming else set()
    yield from _spans_told(text)
    for match in NAMED_YEAR.finditer(text, 0, _TOLD_WITHIN):
        start, end = match.span()
        if coming and (match[1] in aimed_at or _TO_COME.match(text, end) is not None):
            continue  # 今后五年…，2021年突破3000亿元
        ahead = _AHEAD_BEFORE.search(text, max(0, start - _AHEAD_REACH), start) or _HAPPENS.match(text, end)
        if ahead is None and EVENT.match(text, end) is None and not _goes_on_ahead(text, start, int(match[1])):
            yield int(match[1])


def _spans_told(text: str) -> Iterator[int]:
    """The last years of the spans that a text looks back on (2003年至2009年，总量由79亿元增加到206亿元)."""
    for span in _SPAN_TOLD.finditer(text, 0, _TOLD_WITHIN):
        yield int(span[1])


def _goes_on_ahead(text: str, start: int, year: int) -> bool:
    """Whether a year is the next step of aims (到2020年突破6300公里，2022年突破6900公里)."""
    steps = _STEP.findall(text, max(text.rfind("。", 0, start), text.rfind("\n", 0, start), 0), start)
    return bool(steps) and int(steps[-1]) < year


def _closes_plan(text: str, year: int) -> bool:
    """Whether a text looks back on a five-year plan that ends with the last year it names (“十五”期间…到2005年的…)."""
    span = plan_span(match[0]) if (match := _PLAN_SPOKEN_OF.search(text, 0, _TOLD_WITHIN)) is not None else None
    return span is not None and span[1] == year and re.search(_PLAN_OVER, text) is not None


def _says(year: int, what: str, text: str) -> bool:
    return re.search(f"(?<![\\d到至望]){year}年{what}", text) is not None
