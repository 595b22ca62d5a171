"""The noun behind the figure: 新建40片运动场地, 3家企业入选…, 新增1家国家级平台、17家省级平台."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.context import Context, Finding, kept_act
from orchestration.gazette.extraction.statements.trimming import trim_lead, with_chain
from orchestration.gazette.extraction.statements.words import BUILDS, KEEPS, LEAD, PUSHES
from orchestration.gazette.language.quantities import Quantity

# A verb behind a counted noun: the noun ends before it.
_NOUN_STOP = re.compile(
    r"完成|实现|达到|突破|入选|获批|获评|获得|荣获|升级|建成|投产|投用|开工|竣工|通车|全部|已|均|基本|成功|顺利|正式|稳定|陆续|相继|上榜|落户|"
    r"签约|被|纳入|通过|列入|成为|启动|启用|用于|提前|按期|正在|实施|提供|进行|开展|给予|在(?![建线校编岗职])|率先|增收|累计|年内|全年|跻身|晋升|"
    r"蝉联|首次|进入|发生(?!产)|运营|运行|受益|惠及|下降|增长|同比|(?<!规模)(?<!级)(?<!限额)以上|左右"
)
_NOUN_AFTER_STOP = ("率", "点", "量", "额")  # 完成率, 试点: the stop was part of a noun
_CLOSING = ("，", "。", "；", "：", "！", "\n", "|", "")
_WHOLE_LENGTH = 20  # a counted noun with its verb up to here stands as one phrase (老旧小区改造完工)
_STOP = re.compile(r"[，。；：！\n、]|(?<![A-Za-z0-9.])\d(?![GADK])")
_LESSER = re.compile(
    r"在(?:全国|全省|全市)(?:率先|首批)?|全部|稳步|顺利|成功|正式|基本|率先|全面(?=[\u4e00-\u9fff]{2})|均|已经?"
)
_SUMMED = re.compile(r"(?:、[^，。；：、]{2,20}){1,9}$")
_NEW_CLAUSE = re.compile("完成|实现|建成|新建|改造|新增|解决|启动|实施|培育|引进|打造|创建|整治|治理")
_LISTED = re.compile(r"[等、和及与]")
_FOR_WHOM = re.compile(r"[为对在将把向](?:全[市省县区州]|我[市省县区]|[本各]\w)?")
_RATE_OF = re.compile(r"(?<![、和与及])(?:率|占比|比例|比重|浓度|水平|指数|余额|收入|增加值)[^、，。；]{0,8}$")
# 188个园区整合为120个: the first is the old number.
_MERGED = re.compile(r"(?:优化)?(?:整合|合并|压减|精简|减少|撤并|归并)(?:优化)?[为至到成]$")
_PAPERS = ("政策措施", "政策举措", "措施", "举措", "意见", "政策")
# 3个万亿级和7个千亿级产业集群: what the first left out stands behind the last.
_GRADE_ENDING = re.compile(
    r"(?:[、和与及](?:\d+[余多]?[个家所处座项])?[^，。；、和与及]{0,6}级)+([^，。；、和与及\d]{2,14})"
)


def noun_behind(
    context: Context,
    group: list[Quantity],
    left: int,
    at: int,
    right: int,
    act: str | None,
    following: Quantity | None,
) -> list[Finding] | None:
    """Findings of figures that count the noun at ``at``; None where none is there.

    ``left`` begins what stands before the first figure, ``right`` ends what may be the noun, ``act`` is the verb right
    before the figure.
    """
    first, text = group[0], context.text
    segment, _ = context.layout.segment(first.start)
    residue = ""
    if act is None and left > segment and context.act_segment == segment and left >= first.start:
        act = context.act  # 新增1家…、17家…
    elif act is None and left < first.start:
        act, residue = _opening_act(context, left, first.start)
    context.act, context.act_segment = act, segment
    if (act is None or act in PUSHES) and _sums_names(text, left, group):
        return []
    if act is None and _is_ratio(following) and _RATE_OF.search(text, at, right) is not None:
        return []  # 22条排水沟整治率达100%: the count only says of what
    merged = _MERGED.search(text, at, right) if following is not None else None
    end = noun_end(text, at, merged.start() if merged else right, subject=act is None)
    noun = context.clean(at, noun_end(text, at, right, subject=True))
    kept = with_chain(text, left, first.start, act) if act in KEEPS else None
    head, end = _indicator(context, at, end, noun, residue, act, kept)
    if len(head) < 2:
        return None
    # 落实30条政策措施: the number is part of what a paper is called.
    named = merged is not None or (act in PUSHES and group[-1].unit == "条" and head.endswith(_PAPERS))
    start = context.quote_start(left, first)
    return [
        Finding(q, head, start, max(end, q.end), act=act, rule="noun_behind", carry=noun or head, silent=named)
        for q in group
    ]


def _indicator(
    context: Context, at: int, end: int, noun: str, residue: str, act: str | None, kept: str | None
) -> tuple[str, int]:
    """The indicator that a counted noun makes, with what it would mislead without, and where its words end."""
    text = context.text
    head = context.clean(at, end)
    if act is None:
        match = _STOP.search(text, end)
        stop = match.start() if match is not None else len(text)
        followed = context.layout.text[stop : stop + 1].isdigit()  # 320个市重大项目完成投资850亿元
        whole = noun if followed else _LESSER.sub("", context.clean(at, stop))
        if not followed and (len(whole) <= _WHOLE_LENGTH or (len(noun) <= 3 and len(whole) <= 30)):
            head, end = whole, stop
        else:
            head = noun
    if "、" in head and head.rfind("的") > head.rfind("、"):
        head = head.rpartition("的")[2]  # 开放共享、规范运营的城市书房
    if head.endswith("级") and len(head) <= 6:
        ending = _GRADE_ENDING.match(text, end)
        head += ending[1] if ending is not None else ""
    head = residue + head
    return (kept + head if act and kept and not head.startswith(act) else head), end


def noun_end(text: str, at: int, right: int, subject: bool) -> int:
    """Where the noun behind a figure ends: at a verb, or before the 和 of a list. ``subject``: no act stands before it."""
    end = right
    if text[right : right + 1] not in _CLOSING:
        cut = text.rfind("、", at, right)
        if text[right - 1] == "等":
            # 8座中型水库和松桃陆家坝、青山冲等5座: the names belong to the next figure.
            listed = min(
                (i for i in (text.find("和", at + 1, right), text.find("、", at + 1, right)) if i >= 0), default=cut
            )
            cut = listed
        if cut > at:
            end = right = cut  # 3条地铁新线、新增里程30公里
    if subject or text[right : right + 1] not in _CLOSING:
        for stop in _NOUN_STOP.finditer(text, at + 1, right):
            if text[stop.end() : stop.end() + 1] not in _NOUN_AFTER_STOP:
                end = stop.start()
                break
    while end > at and text[end - 1] in "、和与及并，以":
        end -= 1
    return end


def _opening_act(context: Context, left: int, end: int) -> tuple[str | None, str]:
    """The act a clause opens with, where a noun stands between it and the figure, and that noun: 改造提升…等27座公园."""
    text = context.text
    if text[end - 1] == "的":
        return None, ""  # 新排查出的1304户危房: a clause about the noun
    begin, words = trim_lead(text, left, end, context.places)
    act = next((word for word in reversed(words) if word in BUILDS or word in PUSHES), None)
    kept = kept_act(text[begin : begin + 4])
    if kept is not None:
        act, begin = kept, begin + len(kept)
    residue = context.clean(begin, end) if text[end - 1] != "等" else ""
    if not residue or residue in LEAD or len(residue) > (8 if act is not None else 16):
        return act, ""
    if _FOR_WHOM.fullmatch(residue) or _LISTED.search(residue):
        return act, ""
    return act, residue


def _sums_names(text: str, left: int, group: list[Quantity]) -> bool:
    """Whether a count only sums names just listed (淄川、博山、周村3个区); 等 leaves room for more than were named."""
    match = _SUMMED.search(text, left, group[0].start)
    if match is None or group[0].dimension == "ratio":
        return False
    if _NEW_CLAUSE.match(match[0], match[0].rfind("、") + 1) is not None:
        return False  # …安置房建设、完成…村287户安置
    return not match[0].endswith("等") or match[0].count("、") + 1 == group[0].value


def _is_ratio(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.dimension in ("ratio", "points")
