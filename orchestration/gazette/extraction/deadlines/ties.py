"""Whether a date is one by which, or from which on, something is to be done: not one told, of force, or of a state."""

from __future__ import annotations

import re
from dataclasses import dataclass

from orchestration.gazette.extraction.deadlines.tasks import clause_end, clause_start
from orchestration.gazette.language.date_marks import DateMark
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Document

# Sections and sentences that tell what was done; a date in them sets nothing.
_REVIEW = re.compile(
    r"回顾|执行情况|完成情况|工作总结|主要成[效绩就]|取得.{0,6}成[效绩就]|过去|上年|[五三]年来|工作情况|发展成就"
)
_TOLD = re.compile(
    r"已经?(?!经济|列|有|纳入的)|圆满|同比|五年来|[一二三四五六七八九十\d]年来|以来|过去|截至|截止(?!时间|日期|期限|时限)|据(?:统计|了解|悉)|(?<![\d一二三四五六七八九十])日前|近日|"
    r"(?:发布|公布|下发|印发|通过|批准|召开|举行|签署|成立|获批|揭牌|宣布|当选|任命)了"
)
_DONE = re.compile(
    r"已经?(?!经济|列|有|纳入的)|圆满|(?:完成|实现|建成|发布|公布|下发|印发|通过|召开|成立|获批|达到?|推出|出台|听取|审议|讨论|研究|作出|提出|举行|颁布|签订|进行|开展|取得)了|[\u4e00-\u9fff](?<![为除])了(?!解)|同比|比上年|较上年"
)
_AHEAD = re.compile(r"要|将|应|须|需|拟|确保|力争|争取|务必|必须|计划|原则上|限期|按期|按时")
_IN_FORCE = re.compile(r"[^，。；]{0,6}?(?:正式)?(?:施行|实施|执行|生效|起算|计算|有效|废止|失效|开始实行)")
_TAKES_EFFECT = re.compile(
    r"[，]?[^，。；\n]{2,30}(?:正式|全面)?(?:施行|生效)(?=[，。；\n]|$)"
)  # 2021年1月1日起，民法典正式施行
# 自7月1日起，提高…标准: from when a value holds, not by when anything is to be done.
_SETS_VALUE = re.compile(
    r"[，]?[^，。；]{0,20}?(?:提高|降低|上调|下调|调整|调增|调减|增加|减少|免征|减征|减按|由\d|从\d|标准[^，。；]{0,30}执行)"
)
_ENDS_FORCE = re.compile(
    r"(?:有效期|施行|实行期|计划期|规划期|适用期|评估期|统计期|报告期|计划年度|合同期|聘期|任期|试用期|期限?为|期限自)[^，。；]{0,16}$"
)
_DO = (
    r"(?:完成|开工|建成|启用|启动|投用|投入|投产|运营|出台|印发|报送|上报|实现|达到|上线|竣工|通车|验收|落实|整改|制定|编制|提交|公布|发布|开展|"
    r"组织|召开|举办|结束|截止|销号|办结|拆除|关闭|停止|取消|全面|基本|力争|前|形成|建立|推动|推进|进行|确保|实施)"
)
_DO_SOON = re.compile(rf"[份内]?[，]?[^，。；0-9]{{0,10}}?{_DO}")
# 年底逐项对账: an adverb makes it a clause; 年底对账 may be a name.
_YEAR_END = re.compile(rf"，|[将要须应由]|(?:逐[一项个]|统一|集中|一并|一次性|汇总|进行)|[^，。；]{{0,6}}?{_DO}")
_IN_PERIOD = re.compile(
    r"[份内]?[，]?[^，。；0-9]{0,8}?(?:完成|开工|建成|启用|启动|投用|投入|投产|出台|印发|报送|上报|实现|达到|上线|竣工|通[车航水电]|动工|交付|封顶|验收|办结|召开|举办|开展|组织|集中|形成|提交|答复|反馈|公布|发布|下达)"
)
# 完成时限：2018年12月31日, 截止日期为6月30日: the label says that it is a last day.
_LIMITS = re.compile(
    r"(?:(?:完成|办理|办结|整改|落实|报送|上报|提交|申报|截止|截至)的?(?:时限|时间|期限|日期)|时限|时间节点)(?:(?:统一|相应)?(?:调整|延长|推迟|顺延|延期|延后|延迟|变更|更改|修改|改|延)[为至到][：:]?|[：:]|为)$"
)
_SINCE_THEN = re.compile(
    r"(?:成立|始建|建|生|公布|发布|印发|签署|颁布|毕业|颁发|发表)于$|(?:发生|形成|产生|注册|登记|签订|出生|入职)[于在]$"
)
_STATES = re.compile(
    r"[^，。；]{0,12}?(?:为|达|是|有|共|累计|末?余额|增长|下降|比上年|较上年|常住|户籍|在册|登记失业率)"
)
_ATTRIBUTE = re.compile(r"[^，。；]{0,10}?(?:召开|举行|发布|通过|印发|公布|签署|下发|施行|实施|成立)的")
# 12月31日前注册的企业: whom a rule is for, not what is to be done.
_ELIGIBLE = re.compile(
    r"(?:已经?|新)?(?:注册|登记|成立|受理|取得|出生|参保|缴纳|购买|签订|建成|投产|备案|申报|入职|毕业|退休|发生|形成|产生|竣工|办理|发布|印发)[^，。；]{0,8}的"
)
# 对2015年10月31日以前实施…行为, 1990年以前参加工作: whom or what a rule means.
_MEANT = re.compile(
    r"[，。；：\n]?(?:（[一二三四五六七八九十\d]{1,3}）|第[一二三四五六七八九十百]{1,5}条[ 　]?)?(?:凡|对于?)"
)
_MEANT_BY = re.compile(
    r"[，]?(?:参加(?:革命)?工作|入伍|离休|出生|犯(?:有|数|[\u4e00-\u9fff]{0,6}罪)|《[^》\n]{1,40}》(?:公布|颁布|实施|施行))"
)
_BEFORE = ("以前", "之前", "以后", "之后")
_OF_NOUN = re.compile(r"[，]?[^，。；：\n]{2,60}?的(?:[\u4e00-\u9fff]{1,10})?$")
# 1月1日前，利害关系人申请保全措施的，…; 在1月1日未结案件中: when a rule holds, not what is to be done.
_SUPPOSES = re.compile(r"[，]?[^，。；：\n]{4,80}?的(?:情形|案件|行为|事项)?|[^，。；：\n]{2,20}(?:案件|情形|行为)中")
# 国务院公布, 市人大常委会第三次会议通过: how a document came about, told in the line under its title.
_ISSUED = re.compile(
    r"[^，。；\n]{0,40}?(?:公布|发布|批准|颁布|修订|修正|通过)(?=[，、。；）\n《的]|$)|[^，。；\n]{0,4}（此件"
    r"|[^，。；\n]{0,40}?(?:主持召开|会见)|电(?:题|（|$|\n)"
)
_COMPARED = re.compile(r"(?:(?<![对相])比|较|[与同]|[高低多少快慢]于)“?$")
_COMPARED_AFTER = re.compile(r"(?:相比|的?同期|期)")
_DOES = re.compile(_DO)
_COUNTED = re.compile(
    r"[，]?(?:(?!不[低少]于)[^，。；\n\d])*\d[\d.,]*(?![^，。；]{0,6}(?:以上|左右|以内))"
)  # so many there are
_FORESEEN = re.compile("预计|有望|预期")
_PLANS = re.compile("规划|计划|方案|要点|意见")
_OPENING = 100  # characters in which a text without a title says what it is
_LIST_REACH = 80  # characters behind a date in which its clause, and the next, say what is to be done
_RATE = re.compile(
    r"(?:[\u4e00-\u9fff]{0,6}?(?:提高|增加|减少|补贴|补助|发放|分别|不低于|不超过|约|各|给予)?)?\d[\d.,]*(?:万|亿)?(?:元|%|人|吨|亩)"
)
_PER_HEAD = re.compile(r"(?:每[人户名亩生个台辆位家]|人均|户均|[每按]|同比|较)$")
# 每月最低工资标准为1700元: how much something is. 由按季度调整为按月: what was done before.
_IS_SO_MUCH = re.compile(r"[^，。；]{0,16}?(?:为|是)\d[\d.,]*[万亿]?(?:元|%)|(?:调整|变更|改|变)[为成至到]")
_NAME_AFTER = re.compile(
    r"[一二三]?[题课评讲会][^，。；]|(?:度)?(?:计划|目标|任务|考核|报告|预算|方案|总结|报表|年报|数据|台账|统计)"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the judging of a date needs to know of its document."""

    document: Document
    year: int | None
    prescribes: bool


def ties_a_task(marked: MarkedText, mark: DateMark, start: int, end: int, reading: Reading) -> bool:
    text = marked.text
    if _quoted(text, mark.start, start):
        return False
    if mark.recurrence:
        return _recurs(marked, mark, start, end, reading)
    if mark.last_day is None or (mark.precision == "year" and mark.bound is None):
        return False
    if mark.is_computed:
        return True
    if is_past(mark, reading) or _tells(marked, mark, start, end) or _compares(text, mark, start):
        return False
    if _says_whom(text, mark, start, end) or _is_idle(text, mark, start, end, reading):
        return False
    after = text[mark.end : min(end, mark.end + 40)]
    if mark.precision != "year" and _LIMITS.search(text[max(start, mark.start - 16) : mark.start]):
        return True
    if mark.bound == "since":
        signed = reading.document.signed_date
        return (
            not (
                _IN_FORCE.match(after)
                or _TAKES_EFFECT.match(after)
                or _ELIGIBLE.match(after)
                or _SETS_VALUE.match(after)
            )
            and mark.precision == "day"
            and reading.prescribes
            and (signed is None or mark.last_day > signed)
        )
    if mark.bound in ("until", "at") and _ENDS_FORCE.search(text[start : mark.start]):
        return False
    if text[max(start, mark.start - 2) : mark.start] in ("截至", "截止"):
        return False
    if mark.precision == "year" and _whole_year(mark):
        return False
    if after.startswith("前后") or _SINCE_THEN.search(text[start : mark.start]):
        return False
    if mark.bound == "by":
        return not _ELIGIBLE.match(after)
    if mark.precision == "ten_days" and "初" in text[mark.start : mark.end]:
        return False  # 5月初 names no last day
    if mark.precision == "year" and not mark.is_year_printed and mark.bound == "at" and not _YEAR_END.match(after):
        return False  # 年底考核: a name
    if mark.bound == "until" and ends(mark) and after.startswith("的"):
        return False  # 增长到今年7月底的1.46亿户
    if mark.bound == "at" and ends(mark) and _is_news(reading) and not _looks_ahead(text, mark, start, end):
        return False  # 10月末，存量为341万亿元
    if mark.precision in ("month", "quarter", "half", "ten_days", "year"):
        if mark.bound in ("at", "until") and ends(mark):
            return (
                not _STATES.match(after)
                or _AHEAD.search(text, start, mark.start) is not None
                or _DO_SOON.match(after) is not None
            )
        return (
            reading.prescribes
            and _IN_PERIOD.match(after) is not None
            and _NAME_AFTER.match(after) is None
            and not _supposed(text, mark.start, start)
        )
    if not reading.prescribes or _ATTRIBUTE.match(after):
        return False
    return mark.bound in ("at", "until") or _AHEAD.match(after) is not None or _DO_SOON.match(after) is not None


def _compares(text: str, mark: DateMark, start: int) -> bool:
    """Whether a date is only what something is held against (比2015年底增加); 末期 is no last day."""
    if _COMPARED.search(text[max(start, mark.start - 4) : mark.start]):
        return True
    return _COMPARED_AFTER.match(text, mark.end) is not None


def _says_whom(text: str, mark: DateMark, start: int, end: int) -> bool:
    """Whether the clause of a date only says whom or what a rule means, or how its document came about."""
    first, last = clause_start(text, mark.start, start), clause_end(text, mark.end, end)
    if last == mark.end and text[last : last + 1] == "，":
        last = clause_end(text, last + 1, end)
    if _AHEAD.search(text, first, last):
        return False
    if mark.precision == "day" and _SUPPOSES.fullmatch(text, mark.end, last):
        return True
    if mark.precision == "day" and mark.bound is None and _ISSUED.match(text, mark.end, end):
        return True
    if mark.bound not in ("by", "since", "at"):
        return False
    if _MEANT_BY.match(text, mark.end, end) or _MEANT.match(text, max(0, first - 1), mark.start):
        return True
    named = _OF_NOUN.match(text, mark.end, last) if text.endswith(_BEFORE, mark.start, mark.end) else None
    return named is not None and _DOES.search(text, mark.end, last) is None


def _is_idle(text: str, mark: DateMark, start: int, end: int, reading: Reading) -> bool:
    """Whether, in a text of no known time, nothing is to be done by a printed year's end, or before a year: it tells."""
    if not mark.is_year_printed or not (mark.precision == "year" or ends(mark)) or mark.precision == "day":
        return False
    first, last = clause_start(text, mark.start, start), min(end, mark.end + _LIST_REACH)
    if _AHEAD.search(text, first, last) or _FORESEEN.search(text, first, last):
        return False
    if mark.bound == "by":
        bare = text[first : mark.start].strip("在于　 ") == "" and text.endswith(
            ("年以前", "年之前"), mark.start, mark.end
        )
        return bare and _DOES.search(text, mark.end, last) is None
    document = reading.document
    known = reading.prescribes or reading.year is not None or document.signed_date is not None
    if known or _PLANS.search(document.title) or _PLANS.search(text, 0, _OPENING):
        return False
    if mark.bound == "at":
        return True
    return _DOES.search(text, mark.end, last) is None and _COUNTED.match(text, mark.end, last) is not None


def _is_news(reading: Reading) -> bool:
    document = reading.document
    return not reading.prescribes and document.kind is None and not document.addressees


def _looks_ahead(text: str, mark: DateMark, start: int, end: int) -> bool:
    first, last = clause_start(text, mark.start, start), clause_end(text, mark.end, end)
    return _AHEAD.search(text, first, last) is not None or _FORESEEN.search(text, first, last) is not None


def _supposed(text: str, at: int, start: int) -> bool:
    """Whether the clause only supposes (如二季度进度依旧缓慢)."""
    return re.match(r"[，；：\n\s]*(?:如果?|若|凡|对)", text[clause_start(text, at, start) : at]) is not None


def ends(mark: DateMark) -> bool:
    return mark.first_day == mark.last_day


def _whole_year(mark: DateMark) -> bool:
    return mark.first_day != mark.last_day and mark.bound != "by"


def _quoted(text: str, at: int, start: int) -> bool:
    """Whether a date stands inside 《》 or “”: a name, not a date set."""
    head = text[start:at]
    return head.count("《") > head.count("》") or head.count("“") > head.count("”")


def is_past(mark: DateMark, reading: Reading) -> bool:
    """A day before the document's year, or before its signing unless it is set by 前 or as a month's or year's end."""
    last, signed = mark.last_day, reading.document.signed_date
    if last is None:
        return True
    if signed is None:
        return reading.year is not None and last.year < reading.year
    if last.year < min(signed.year, reading.year or signed.year):
        return True
    set_ahead = mark.bound == "by" or (mark.precision != "day" and last.month >= signed.month)
    return last < signed and (not set_ahead or (signed - last).days > 120)


def _tells(marked: MarkedText, mark: DateMark, start: int, end: int) -> bool:
    """Whether the sentence, or the section it stands in, tells what was rather than what is to be."""
    text = marked.text
    first = clause_start(text, mark.start, start)
    last = clause_end(text, mark.end, end)
    if last == mark.end and last < end:  # 到2021年底，收入达到了…
        last = clause_end(text, last + 1, end)
    if _TOLD.search(text, first, mark.start) and not _AHEAD.search(text, mark.end, last):
        return True
    if _DONE.search(text, mark.end, last) and not _AHEAD.search(text, first, last):
        return True
    section = marked.section_at(mark.start)
    in_review = any(_REVIEW.search(above.heading) for above in marked.ancestors(section))
    return in_review and not _AHEAD.search(text, first, last)


def _recurs(marked: MarkedText, mark: DateMark, start: int, end: int, reading: Reading) -> bool:
    """Whether 每年, 每月, 按季度 … repeats a duty, not a rate, a statistic or a name."""
    text = marked.text
    after = text[mark.end : min(end, mark.end + 24)]
    before = text[max(start, mark.start - 6) : mark.start]
    if not reading.prescribes or _PER_HEAD.search(before) or _RATE.match(after) or _NAME_AFTER.match(after):
        return False
    if _IS_SO_MUCH.match(after):
        return False
    if not re.match(
        r"(?!为|是|可|都|均|仍|的(?![\d第最上中下前后末底一二三四]))[，、]?(?:[\u4e00-\u9fff（《“]|\d+日)", after
    ):
        return False
    return not _tells(marked, mark, start, end)
