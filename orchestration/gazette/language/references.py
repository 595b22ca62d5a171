"""How this language names other documents: 《titles》, with 〈〉 or 《》 nested in them, and document numbers (文号)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.record_class import record

_LONGEST_TITLE = 160
_MOST_BREAKS = 2  # lines' ends inside a title
_REST_OF_TITLE = re.compile(r"[^《》。；：！？\n]{1,60}(?:\n[^《》。；：！？\n]{1,60})?》")

_YEAR_BRACKET = r"[〔\[［【(（﹝](?P<year>(?:19|20)\d{2})年?[〕\]］】)）﹞]"
_LONGEST_PREFIX = 15  # characters
# The year in its brackets is rare and looked for first; the prefix is what stands right before it.
_YEAR_AND_SERIAL = re.compile(rf"{_YEAR_BRACKET} ?第? ?(?P<serial>\d{{1,5}}) ?号")
# (〔1993〕价费字164号): older numbers put the year before the office's sign.
_YEAR_FIRST = re.compile(rf"{_YEAR_BRACKET}(?P<prefix>[\u4e00-\u9fff]{{1,8}}字)第?(?P<serial>\d{{1,5}})号")
_SIGN_AND_SERIAL = re.compile(r"字第?\d")
_PREFIX = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,3}“[^“”\n]{1,8}”[\u4e00-\u9fff]{1,2}\Z|[\u4e00-\u9fff]{1,14}\Z"
)
# 财政部、税务总局公告2019年第39号, 国家发展改革委令2020年第31号: the year stands bare, behind all who issue it.
_BY_YEAR = re.compile(
    r"(?P<prefix>(?:[\u4e00-\u9fff]{2,14}[部局署委会院厅行][ 、]){0,4}[\u4e00-\u9fff]{2,14}(?:公告|令))"
    r"[（(]?(?P<year>(?:19|20)\d{2})年第(?P<serial>\d{1,4})号"
)
_YEAR_OF_SERIAL = re.compile(r"[告令][（(]?\d{4}年第")
_ORDERED = re.compile(r"令[（(]?第\d")
_ORDER = re.compile(
    r"(?:(?:中华人民共和国)?(?:主席|国务院|国家?|[\u4e00-\u9fff]{1,12}?(?:政府|部|委员会|总局|署))令)[（(]?第(?P<serial>\d{1,4})号"
)
# Words that lead to a number and are not part of its prefix (按照国办发〔2020〕50号).
_LEADS_IN = re.compile(
    r".*号(?:文件?[和及与]?|[和及与])|.*(?:按照?|依照|根据|依据|遵照|参照|执行|贯彻|落实|印发|转发|下发|废止|以及|通知|意见|办法|规定|决定|方案|批复|复函|函告|抄送|文件|文号|原文|中的|关于|会议|省级|市级)"
    r"|^.*(?<=.)的|^文件?(?=[和及与])|^(?:以|和|及|与|或|按|经|见|即|如|由|对|将|据|原|依)(?=[\u4e00-\u9fff]{2,})"
)

# How the titles of official documents end; works of art, newspapers and books end otherwise.
_KIND = (
    r"(?:通知|通告|公告|通报|公报|意见|决定|决议|命令|令|批复|请示|报告|议案|函|纪要|条例|办法|规定|规则|细则|规程|规范|准则|守则|章程|"
    r"(?<![方书手做看想说兵刑枪戏笔技乘])法|法典|宪法|解释|方案|预案|规划|规划修编|修编|计划|要点|纲要|清单|目录|名录|标准|导则|指南|指引|公约|条约|议定书|协定|宣言|"
    r"制度|措施|政策|建议|安排|分工|任务书|白皮书|修正案|草案|机制|基准|定额|分类|条款|举措|要求|细则|大纲|体系|十条|[\d一二三四五六七八九十百]{1,4}条|概要|指导|布局|图谱|"
    r"责任制|实施|通则|基本条件|汇报|提案|报告书|手册|须知|汇编|倡议|声明|公示|合约)"
)
# Plans are also named by the year that they look to: 中国教育现代化2035.
_ENDS_AS_DOCUMENT = re.compile(
    rf"(?:{_KIND}|(?:^|国)刑法|[\u4e00-\u9fff]{{4}}20[2-5]\d)(?:（[^（）]{{1,30}}）|\([^()]{{1,30}}\)){{0,2}}〉?$"
)
_LONGEST_END = 10  # characters of such an end without a bracket
_CLOSES = frozenset("）)〉")
_BARE = re.compile(
    rf"(?:本|该|新|原|总体|实施|若干|暂行|试行|指导|工作|管理|行动|专项|建设|发展|整治|应急)?{_KIND}(?:（?(?:草案|试行|修订|征求意见稿|讨论稿)）?)?(?:文本|文件)?"
)


@record(frozen=True, slots=True)
class TitleMark:
    """A title with its outermost brackets: text[start:end] is 《…》; ``title`` is what stands inside."""

    start: int
    end: int
    title: str

    @property
    def is_document(self) -> bool:
        """Whether the title ends as those of official documents do (…通知, …条例（试行）)."""
        words = self.title
        ends_in_bracket = not _CLOSES.isdisjoint(words[-2:])
        return _ENDS_AS_DOCUMENT.search(words, 0 if ends_in_bracket else max(0, len(words) - _LONGEST_END)) is not None

    @property
    def is_bare(self) -> bool:
        """A short form that cannot stand alone: 《条例》, 《实施方案》, 《纲要（草案）》."""
        return _BARE.fullmatch(self.title) is not None


@record(frozen=True, slots=True)
class NumberMark:
    """A document number in its place: 淄政办字〔2021〕18号, 国务院令第711号."""

    start: int
    end: int
    number: str  # with 〔〕 whatever brackets are printed
    prefix: str
    year: int | None
    serial: int


def title_marks(text: str, start: int = 0, end: int | None = None) -> Iterator[TitleMark]:
    """Outermost 《…》 in order; one that does not close within a title's length, over two or three lines at most, is none."""
    limit = len(text) if end is None else end
    at = text.find("《", start, limit)
    while at != -1:
        close = _closing(text, at, limit)
        if close is None:
            at = text.find("《", at + 1, limit)
            continue
        yield TitleMark(at, close, text[at + 1 : close - 1])
        at = text.find("《", close, limit)


def _closing(text: str, start: int, limit: int) -> int | None:
    depth = 0
    for index in range(start, min(limit, start + _LONGEST_TITLE)):
        character = text[index]
        if character == "《":
            depth += 1
        elif character == "》":
            depth -= 1
            if depth == 0:
                return index + 1
        elif character == "\n" and not _runs_on(text, start, index, limit):
            return None
    return None


def _runs_on(text: str, start: int, at: int, limit: int) -> bool:
    """Whether a title goes on behind a line's end: what follows closes it soon, without the marks of a sentence."""
    rest = _REST_OF_TITLE.match(text, at + 1, min(limit, start + _LONGEST_TITLE))
    return rest is not None and text.count("\n", start, rest.end()) <= _MOST_BREAKS


def number_marks(text: str, start: int = 0, end: int | None = None) -> Iterator[NumberMark]:
    """Document numbers in order, without the words that lead to them."""
    limit = len(text) if end is None else end
    found: list[NumberMark] = []
    floor = start
    for match in _YEAR_AND_SERIAL.finditer(text, start, limit):
        before = _PREFIX.search(text, max(floor, match.start() - _LONGEST_PREFIX), match.start())
        if before is not None:
            floor = match.end()
            if (mark := _number(before[0], match)) is not None:
                found.append(mark)
    if _SIGN_AND_SERIAL.search(text, start, limit):
        found += [
            NumberMark(
                match.start(),
                match.end(),
                f"〔{match['year']}〕{match['prefix']}{int(match['serial'])}号",
                match["prefix"],
                int(match["year"]),
                int(match["serial"]),
            )
            for match in _YEAR_FIRST.finditer(text, start, limit)
        ]
        found.sort(key=lambda mark: mark.start)
    if text.find("年第", start, limit) >= 0 and _YEAR_OF_SERIAL.search(text, start, limit):
        found += [mark for match in _BY_YEAR.finditer(text, start, limit) if (mark := _by_year(match)) is not None]
        found.sort(key=lambda mark: mark.start)
    if _ORDERED.search(text, start, limit):
        for match in _ORDER.finditer(text, start, limit):
            words = _without_lead(match[0])
            if words[:1] in "年月日" and text[match.end() - len(words) - 1].isdigit():
                words = words[1:]  # 3月9日某市人民政府令第87号: the day's sign is the date's
            number = words.replace("（", "").replace("(", "")
            prefix = number.split("第")[0]
            found.append(NumberMark(match.end() - len(words), match.end(), number, prefix, None, int(match["serial"])))
        found.sort(key=lambda mark: mark.start)
    yield from found


def _without_lead(words: str) -> str:
    """A number without the words that lead to it; empty where nothing but such words is there."""
    lead = _LEADS_IN.match(words)
    while lead is not None and lead.end() < len(words):
        words = words[lead.end() :]
        lead = _LEADS_IN.match(words)
    return "" if lead is not None else words


# 宗地编号〔2021〕12号, 云土挂（2021）3号地块: a plot, a contract or a case has a number too.
_NUMBERED_THING = re.compile(r"(?:编号|宗地|地块|合同|案|证)$")
_THING_NUMBERED = re.compile(r"宗地|地块|案件|[民刑行执][初终再字]|判决|裁定")


def _by_year(match: re.Match[str]) -> NumberMark | None:
    prefix = _without_lead(match["prefix"])
    if len(prefix) <= len("公告"):
        return None
    year, serial = int(match["year"]), int(match["serial"])
    start = match.start() + len(match["prefix"]) - len(prefix)
    number = f"{prefix.replace(' ', '')}{year}年第{serial}号"
    return NumberMark(start, match.end(), number, prefix, year, serial)


def _number(words: str, match: re.Match[str]) -> NumberMark | None:
    prefix = _without_lead(words)
    if not prefix or _NUMBERED_THING.search(prefix) or _THING_NUMBERED.match(match.string, match.end()):
        return None
    start = match.start() - len(prefix)
    year, serial = int(match["year"]), int(match["serial"])
    serial_mark = "第" if prefix.endswith("令") and "第" in match[0] else ""  # …令〔2018〕第2号
    return NumberMark(start, match.end(), f"{prefix}〔{year}〕{serial_mark}{serial}号", prefix, year, serial)
