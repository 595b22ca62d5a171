"""Sentences that open a turn of time: 今年，我们要…, 过去五年，…, 主要预期目标是…. What each of them means, turns.py says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.language.scanning import matches

_STARTS = re.compile(r"[\n。！：；]")
_MARKS = r"[ 　—一二三四五六七八九十、（）()■◆▲●]{0,6}"
_WHEN = r"(?:今年|20\d\d年|明年|“十.五”(?:时期|期间)|今后五年|未来五年)?"
_AIM_OPENING = rf"(?:综合各方面因素，)?(?:建议)?{_WHEN}[^，。；：\n]{{0,20}}?(?:预期目标|主要目标|目标任务|奋斗目标|发展目标|预期指标)，?(?:是|为|如下|：|——|\n|-)"
_FORTH_OPENING = (
    r"(?:今年|新的一年|20\d\d年|本年)度?(?:是[^。，]{0,40}(?:开局|起步|第一年|之年|关键)|，?(?:我们)?(?:要|将)"
    r"|，?[^。，；：\n\d]{0,16}(?<![主重需首])(?:要(?![素道闻点求])|将(?![军来])|预期(?=增|目标|为)|力争)"
    r"|[^，。；\n]{0,8}(?:工作安排|(?:重点|主要)工作(?!(?:及|和|与|取得的?)?(?:主要)?(?:成效|成绩|成就|情况|完成|进展|回顾|总结))|工作重点))"
    r"|(?:19|20)\d\d年?[-—–~至到]{1,2}(?:19|20)\d\d年，?[^。，；：\n\d]{0,12}(?:将(?![军来])|要(?![素道闻点求]))"
    r"|做好(?:今年|20\d\d年)|(?:重点)?(?:做好|抓好)[^。，]{0,10}(?:方面)?(?:重点)?工作[：。]"
    r"|(?:围绕|为了?(?:实现|完成|确保)|按照|对照|聚焦|锚定)(?:上述|以上|这些|全年|今年|20\d\d年)[^，。\n]{0,12}(?:目标|任务|要求)[^。\n]{0,4}，[^。\n]{0,16}(?:抓好|做好|完成|推进)[^。\n]{0,14}(?:工作|任务)[：。]"
    r"|(?:今年|新的一年)：|[到至](?:19|20)\d\d年[底末]?——|(?:今后|未来)[五5]年|展望未来|展望20\d\d年|“十.五”(?:时期|期间)，?(?:我们)?(?:要|将|是)"
)
_PLAN_OPENING = (
    r"[^。\n]{0,60}(?:编制|制定|起草)[^。，]{0,24}(?:五年规划|“十.五”规划)纲要"
    r"|《纲要[^》\n]{0,8}》[^。，]{0,6}(?:提出|明确|确定|设置|部署|细化)"
    r"|[^。，；\n]{0,20}“?十[一二三四五六七]五”?规[划画](?:纲要|建议)?(?:（?草案）?)?[^。；\n]{0,4}(?:提出|提及|明确|确定|设置)"
)
_BACK_OPENING = (
    r"过去(?:的)?[一五5]年|(?<=\n)[五5]年(?!规划|计划|时间|目标|期间|之内|内|[到至])[一-龥]{2,4}，|[一五5]年以?来|(?P<while>[二三四六七八九十]年来)|这[一五]年|刚刚过去的|[上去]年[，：]|[“\"]十.?五[”\"](?:时期|期间|以来)(?:的五年)?"
    r"(?:，(?![^。；\n\d]{0,24}(?:必须|力争|预期|(?<![即必势])将(?![军来])))|是)"  # “十二五”期间，能耗必须下降…: of what is to come
    r"|(?P<by>(?:19|20)\d\d)年(?:[，：]|是)|(?P<since>(?:19|20)\d\d)年以来"
)
# What stands behind other words of its sentence: 市长在报告中回顾了过去五年, 报告展示的五年成就.
_BACK_FAR_ON = (
    r"(?:[^，。；\n]{0,8}报告中?，)?[^，。；\n]{0,12}回顾了?(?:过去|这|20)"
    r"|(?:[^，。；\n]{0,24}，)?[^，。；\n]{0,24}[五5]年来?的?成[就绩]"
)
_SINCE_FOUNDED = r"[^，。；：\n\d]{2,12}(?:成立|组建)[一五]年以?来"  # 云江区成立一年以来
_OPENING = re.compile(
    rf"{_MARKS}(?:(?P<forth>{_AIM_OPENING}|{_FORTH_OPENING})|(?P<plan>{_PLAN_OPENING})|(?P<back>{_BACK_OPENING}|{_BACK_FAR_ON}|{_SINCE_FOUNDED}))"
)
# Most sentences open with none. Those that begin with their word are found in one run; the others come to one of two
# words, not far behind the sentence's beginning.
_NEAR_OPENING = re.compile(rf"{_STARTS.pattern}(?={_MARKS}(?:{_FORTH_OPENING}|{_BACK_OPENING}))")
# 从2015年起，用3年时间
_SPAN_OF = re.compile(
    r"[从用通经](?:(?<=从)(?P<from>20\d\d)年(?:起|开始)，用|(?<=用)|(?P<effort>过))(?:[三五35](?:[至到]|[-—~～])?)?(?P<span>[两二三四五十2-5]|10)年(?:左右)?"
    r"的?(?:时间|努力)(?(effort)，(?![^。；\n]{0,40}[了已]))"
)
# 报告指出，2024年，我市将…: what is said begins like a sentence.
_SAID_OPENING = re.compile(
    rf"，(?:(?<=[说称到]，)|(?<=认为，)|(?<=来看，)|(?<=回顾，)|(?<=指出，)|(?<=提出，)|(?<=表示，)|(?<=介绍，)|(?<=强调，)|(?<=透露，)|(?<=显示，))“?(?={_MARKS}(?:{_FORTH_OPENING}|{_BACK_OPENING}))"
)
_FAR_OPENING = re.compile("目标|成[就绩](?<=年成[就绩])|回顾|预期指标|纲要|五”?规[划画]|成立[一五]年|组建[一五]年")
_FAR_REACH = 120
# 预期目标是 wherever it stands, except where an aim was only met (完成目标).
_AIMS_BEGIN = re.compile(  # what any of them begins with
    "[任年总建到至选票评产以下指科支资目实提确明设](?=[务度体设12出决选生下列标目金事定确立])"
)
_AIMS = re.compile(
    r"任务(?:是|为)[：:，]?(?=计划)|(?:提出|确定|明确|设定|确立)了?(?!的)[^。；\n]{0,30}目标[。：](?=\n?(?:一是|一、|（一）|1[.、]|——|其中|[一-龥]{2,8}：\d))|(?:年度|总体|建设)任务(?:分别)?(?:[是为][：:，]|[：:])|[到至](?:19|20)\d\d年，?(?:将|要|力争|努力|基本){0,2}(?:实现|达到|完成|做到)[：:]|(?:选出|票决|评选出|产生)[^。；\n]{0,40}实事(?:项目|工程)?(?=[。，！\n])|(?:以下|下列)(?:工作)?(?:目标|任务)[：:]|指标(?:(?:预|拟|暂|初步?|确|设)?定)?(?:为|是)[：:]|(?:指标(?:体系)?|科目|支出|资金)安排(?:[是为：]|如下|，具体[是为：])|目标(?:任务)?(?:是|为|包括|[也已](?:经)?(?:定|敲定|明确|出炉|确定|公布)了?，其中|，?也?已(?:经)?(?:确定|设定|明确)?为|如下|(?P<list>[：:]|(?=（一）|一、|1[、.](?!\d)))|——)|实事(?:好事)?(?:项目|工程)?(?:名单|清单)?(?:正式|已经?|全部)*(?:确定|出炉|公布|敲定|揭晓|发布|亮相)(?=[。，！\n])|实事(?:项目|工程)?(?=[。！]\n[ 　]*(?:[●◆■▲]|1[.、]|一[、是]|（一）))|实事(?:好事)?(?:项目|工程)?(?:名单|清单)?(?:[是为有共]|包括：|如下|：|:|[。，]?分别[是为]|\d{1,3}[件项个][：:。])"
)
_AIM_WORDS = tuple(
    "提出 确定 明确 设定 确立 年度任务 总体任务 建设任务 到 至 实事 指标 以下 下列 选出 票决 评选 产生 科目 支出 资金".split()
)  # what is no 目标是: it says itself that aims follow
_AIM_KINDS = ("预期", "主要", "奋斗", "发展", "约束性", "增长", "总体", "具体", "远景", "战略", "规划", "阶段性")
# 市人大批准的2003年主要指标为：
_INDICATORS = ("指标为", "指标是")  # 指标预定为 says itself that they are set
_APPROVED = re.compile("(?:批准|通过|下达|确定|提出)的[^，。；\n]*$|(?:预期|调控|控制|目标|计划)性?$")
_COLONS = ("：", ":", "，")
# 总体实现市人大会议确定的预期目标：what follows was reached.
_MET_SET = re.compile(
    "(?:实现|完成|达到|达成)了?[^，。；：\n]{0,24}(?:确定|下达|提出|制定|设定|既定)的?[^，。；：\n]{0,6}$"
)
_MET_REACH = 40
_MET = re.compile("完成|实现|达到|达成|超")


def openings(text: str) -> Iterator[re.Match[str]]:
    """The openings of a text, kind by kind, each as its match: groups ``forth``, ``plan``, ``back``, ``span`` or ``list`` say of
    which kind it is.
    """
    starts = {0, *(mark.end() for mark in _NEAR_OPENING.finditer(text))}
    starts.update(mark.end() for mark in _SAID_OPENING.finditer(text))
    for far in _FAR_OPENING.finditer(text):
        begin = max(0, far.start() - _FAR_REACH)
        starts.update(mark.end() for mark in _STARTS.finditer(text, begin, far.start()))
    for start in sorted(starts):
        match = _OPENING.match(text, start)
        if match is not None:
            yield match
    if "时间" in text or "努力" in text:
        yield from _SPAN_OF.finditer(text)
    for aim in matches(_AIMS, _AIMS_BEGIN, text):
        if _MET_SET.search(text, max(0, aim.start() - _MET_REACH), aim.start()) is not None:
            continue
        if (
            aim[0].startswith(_INDICATORS)
            and _APPROVED.search(text, max(0, aim.start() - _MET_REACH), aim.start()) is None
        ):
            continue
        before = text[max(0, aim.start() - 5) : aim.start()]
        met = any(before.endswith(f"完成{kind}") for kind in _AIM_KINDS)
        listed = aim["list"] is not None and _MET.search(before) is None
        # 项目建设目标为：…, 目标是，…: whatever they are aims of
        opened = aim[0].startswith("目标") and text.startswith(_COLONS, aim.end()) and _MET.search(before) is None
        if aim[0].startswith(_AIM_WORDS) or listed or opened or (before.endswith(_AIM_KINDS) and not met):
            yield aim
