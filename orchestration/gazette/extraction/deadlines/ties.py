"""Whether a date is one by which, or from which on, something is to be done: not one told, of force, or of a state."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.deadlines.reading import (
    AHEAD,
    DO,
    FORESEEN,
    NAME_AFTER,
    WORKS_FORESEEN,
    Reading,
    ends,
    is_news,
)
from orchestration.gazette.extraction.deadlines.recurring import recurs
from orchestration.gazette.extraction.deadlines.tasks import clause_end, clause_start
from orchestration.gazette.extraction.deadlines.telling import compares, is_idle, is_past, says_whom, tells, was_held
from orchestration.gazette.language.date_marks import DateMark
from orchestration.gazette.language.marked import MarkedText

_IN_FORCE = re.compile(r"[^，。；]{0,6}?(?:正式)?(?:施行|实施|执行|生效|起算|计算|有效|废止|失效|开始实行)")
_TAKES_EFFECT = re.compile(
    r"[，]?[^，。；\n]{2,30}(?:正式|全面)?(?:施行|生效)(?=[，。；\n]|$)"
)  # 2021年1月1日起，民法典正式施行
# 自7月1日起，提高…标准: from when a value holds, not by when anything is to be done.
_SETS_VALUE = re.compile(
    r"[，]?[^，。；]{0,20}?(?:提高|降低|上调|下调|调整|调增|调减|增加|减少|免征|减征|减按|由\d|从\d|标准[^，。；]{0,30}执行)"
    r"|[^。；\n]{0,60}(?:标准|比例|费率|基数|价格|养老金|补贴|补助|工资|税率|限额|额度)[^，。；\n]{0,16}(?:提高|降低|上调|下调|调整|增加|减少)"
)
_ENDS_FORCE = re.compile(
    r"(?:有效期|施行|实行期|计划期|规划期|过渡期|适用期|评估期|统计期|报告期|计划年度|合同期|聘期|任期|试用期|期限?为|期限自)[^，。；]{0,16}$"
)
_DO_SOON = re.compile(rf"[份内]?[，]?[^，。；0-9]{{0,10}}?{DO}")
# 年底逐项对账: an adverb makes it a clause; 年底对账 may be a name.
_YEAR_END = re.compile(rf"，|[将要须应由]|(?:逐[一项个]|统一|集中|一并|一次性|汇总|进行)|[^，。；]{{0,6}}?{DO}")
_IN_PERIOD = re.compile(
    r"[份内]?[，]?[^，。；0-9]{0,8}?(?:完成|开工|建成|启用|启动|投用|投入|投产|出台|印发|报送|上报|实现|达到|上线|竣工|完工|通[车航水电]|动工|交付|封顶|验收|办结|召开|举办|开展|组织|集中|形成|提交|答复|反馈|公布|发布|下达)"
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
# 3月底，全市共有企业500家: how many there are.
_THERE_ARE = re.compile(r"[，]?[^，。；\d]{0,10}?(?:共有|现有|实有|拥有)[^，。；\d]{0,10}\d")
_ATTRIBUTE = re.compile(r"[^，。；]{0,10}?(?:召开|举行|发布|通过|印发|公布|签署|下发|施行|实施|成立)的")
# 12月31日前注册的企业: whom a rule is for, not what is to be done.
_ELIGIBLE = re.compile(
    r"(?:已经?|新)?(?:注册|登记|成立|受理|取得|出生|参保|缴纳|购买|签订|建成|投产|备案|申报|入职|毕业|退休|发生|形成|产生|竣工|办理|发布|印发)[^，。；]{0,8}的"
)


_DOES_NOW = re.compile(DO)
_REACH = 90  # characters behind a date: its clause and the next


def ties_a_task(marked: MarkedText, mark: DateMark, start: int, end: int, reading: Reading) -> bool:
    text = marked.text
    if _quoted(text, mark.start, start):
        return False
    if mark.recurrence:
        return recurs(marked, mark, start, end, reading)
    if mark.last_day is None or (mark.precision == "year" and mark.bound is None):
        return False
    if mark.is_computed:
        return True
    foreseen = not reading.is_dated and _foresees(text, mark, start, end)
    if is_past(mark, reading, leeway=int(foreseen)) or tells(marked, mark, start, end) or compares(text, mark, start):
        return False
    if reading.document.kind == "公报" and not _looks_ahead(text, mark, start, end):
        return False  # 到2021年底，实现全覆盖: a bulletin tells
    if says_whom(text, mark, start, end) or is_idle(text, mark, start, end, reading):
        return False
    if was_held(text, mark, start, end, reading):
        return False
    after = text[mark.end : min(end, mark.end + _REACH)]
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
    if mark.bound == "at" and _THERE_ARE.match(after):
        return False
    if mark.bound == "by":
        return not _ELIGIBLE.match(after)
    if mark.precision == "ten_days" and "初" in text[mark.start : mark.end]:
        return False  # 5月初 names no last day
    if mark.precision == "year" and not mark.is_year_printed and mark.bound == "at" and not _YEAR_END.match(after):
        return False  # 年底考核: a name
    if mark.bound == "until" and ends(mark) and after.startswith("的"):
        return False  # 增长到今年7月底的1.46亿户
    if mark.bound == "at" and ends(mark) and is_news(reading) and not _looks_ahead(text, mark, start, end):
        # 10月末，存量为341万亿元; but 将…，某路段年底建成通车
        of_year = mark.precision == "year" and not mark.is_year_printed
        return of_year and AHEAD.search(text, start, mark.start) is not None and _DOES_NOW.match(after) is not None
    if mark.precision in ("month", "quarter", "half", "ten_days", "year"):
        if mark.bound in ("at", "until") and ends(mark):
            return (
                not _STATES.match(after)
                or AHEAD.search(text, start, mark.start) is not None
                or _DO_SOON.match(after) is not None
            )
        return (
            reading.prescribes
            and _IN_PERIOD.match(after) is not None
            and NAME_AFTER.match(after) is None
            and not _supposed(text, mark.start, start)
        )
    if not reading.prescribes or _ATTRIBUTE.match(after):
        return False
    return mark.bound in ("at", "until") or AHEAD.match(after) is not None or _DO_SOON.match(after) is not None


def _looks_ahead(text: str, mark: DateMark, start: int, end: int) -> bool:
    first, last = clause_start(text, mark.start, start), clause_end(text, mark.end, end)
    return AHEAD.search(text, first, last) is not None or FORESEEN.search(text, first, last) is not None


def _foresees(text: str, mark: DateMark, start: int, end: int) -> bool:
    return (
        WORKS_FORESEEN.search(text, clause_start(text, mark.start, start), clause_end(text, mark.end, end)) is not None
    )


def _supposed(text: str, at: int, start: int) -> bool:
    """Whether the clause only supposes (如二季度进度依旧缓慢)."""
    return re.match(r"[，；：\n\s]*(?:如果?|若|凡|对)", text[clause_start(text, at, start) : at]) is not None


def _whole_year(mark: DateMark) -> bool:
    return mark.first_day != mark.last_day and mark.bound != "by"


def _quoted(text: str, at: int, start: int) -> bool:
    """Whether a date stands inside 《》 or “”: a name, not a date set."""
    head = text[start:at]
    return head.count("《") > head.count("》") or head.count("“") > head.count("”")
