"""Who decided an act and when, and under which heading date it is listed, as far as the document ties them to it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property

from orchestration.gazette.extraction.appointments import deciders
from orchestration.gazette.extraction.appointments.view import View
from orchestration.gazette.language.dates import parse_date

_DAY = r"(?:(?:[\d〇○零一二三四五六七八九]{1,4}年)?(?:[\d一二三四五六七八九十]{1,3}月)?[\d一二三四五六七八九十]{1,3}日(?:上午|下午|晚上?|晚间|傍晚)?)"
_NUMBER = r"第?[\d一二三四五六七八九十百零〇○]{1,6}次"
_KIND = r"(?:[\u4e00-\u9fff]{0,6}?(?:常务会议|党组会议|全体会议|会议|全会))"
# 市十届人大常委会第三十六次会议; with the verb between: 市人大常委会召开第十次会议.
_MEETING = re.compile(
    rf"(?P<body>(?:[\u4e00-\u9fff]{{0,12}}?第?[一二三四五六七八九十\d]{{1,4}}届)?[\u4e00-\u9fff]{{1,24}}?"
    rf"(?:常务委员会|常委会|常务委|人民代表大会|人大|政协|政治协商会议|委员会|人民政府|政府|国务院|董事会|监事会|党组|[省市县区州盟旗]委))"
    rf"(?P<held>{_DAY}?(?:在[\u4e00-\u9fff]{{2,8}}?)?(?:召开|举行|召集)了?|{_DAY})?(?P<number>(?:第?[一二三四五六七八九十\d]{{1,4}}届)?{_NUMBER}{_KIND})"
)
_NO_MEETING = re.compile(r"^(?:提请|提交|召开|举行|将|交付|关于|向|在)|(?:召开|举行|闭幕|提请|提交|审议)")
_HELD = re.compile(r"召开|举行|闭幕(?!后)|结束|通过|决定|表决|任命|免去|选举|选出")
_TOPIC = re.compile("关于(?:召开|举行)")  # 关于召开市人大三次会议的决定: what is decided
_TOLD = re.compile(r"闭幕后|召开前|召开以来|期间|去年|前年")

_BODY = (
    r"(?:中共中央|党中央|中央(?!军|政府)|[\u4e00-\u9fff]{0,12}?[省市县区州盟旗]委|(?:中共|中国共产党|中国)?(?:国务院|[\u4e00-\u9fff]{1,24}?(?:人民政府|政府|常务委员会|常委会|人民代表大会|人大|管理委员会|管委会|委员会|国资委|"
    r"[省市县区州盟旗]委|党组|党委|党工委|法院|检察院|董事会|监事会|股东大?会|职工代表大会|公司|大学|学院|[部局厅办])))"
)
_CONGRESS_MEETING = rf"(?:第?[一二三四五六七八九十\d]{{1,4}}届)?[\u4e00-\u9fff]{{0,16}}?(?:{_NUMBER})?{_KIND}"
_STEPS = r"(?:研究|审议|表决|投票|讨论|一致|依法|日前|近日|会议|并|还|经|于|，|同意|了)"
_BY = re.compile(
    rf"(?:^|[，。：、；）]|(?<=[电讯] )|(?<=经)|(?<=由)|(?<=根据)|{_DAY}，?经?)(?:经|由|根据|按照)?(?P<body>{_BODY}(?:{_CONGRESS_MEETING})?)"
    rf"(?:的|于|在)?{_DAY}?{_STEPS}{{0,6}}(?:决定|同意|通过|批准|表决|选举|推选|推举)"
)
_BY_ANNOUNCED = re.compile(
    rf"(?P<body>(?:国务院(?=(?:日前|近日|[今昨][天日])?(?:任免|任命|免去|宣布，|(?:集中)?[发公]布[^，。；]{{0,20}}任免)))|(?<=根据){_BODY}(?=的决定)"
    rf"|(?:(?<=^)|(?<=[，。：；]))(?:国务院|中央政府|中央人民政府)(?=根据[^。；]{{2,60}}(?:提名|建议|提请)))"
)
_TITLE_BY = re.compile(rf"^(?P<body>{_BODY})(?:关于|任免|任命|免去|决定任免|人事任免|干部任免|{_DAY}任免)")
_NO_BODY = re.compile(
    r"^(?:会议|根据|按照|依照|依据|关于|审议|干部|领导班子|全体|本次|此次|建议|提请|经审|组成|部分)|同志|职务|召开|举行|提请"
)
_EXCESS = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,10}(?:报道|报导|消息|获悉)[，：]?|本报讯|[\u4e00-\u9fff]{2,8}的(?=第?[一二三四五六七八九十\d])|经|由|(?:[\u4e00-\u9fff]{0,8}(?:主席|长)[\u4e00-\u9fff]{2,4})?(?:根据|按照|依照|依据)|在|据|了|并|还|于|日前|近日|昨日|昨天|当天|报(?=[省市县区])|[年月日]|[\u4e00-\u9fff]{0,20}的|[\u4e00-\u9fff]{0,20}(?:主持|召开|举行|宣读|宣布|传达)+|上午|下午|现|已经|已|[\u4e00-\u9fff]{0,10}通过了?|[\u4e00-\u9fff]{2,10}经(?=[\u4e00-\u9fff]{1,6}届)|中国大陆|大陆|中国(?=国务院)|大会)+"
)
_WHOLE_MEETING = re.compile(r"[^，。；：]{3,30}?第[^次，。]{1,4}次[^次，。]{0,4}会议(?=(?:召开|举行)了?第)")
_TOLD_BY = re.compile(r"^\s*(?:另|此外|又)?据[^，。]{2,24}(?:报道|报导|消息|讯)")
_INTRODUCES = tuple(
    word + mark for word in ("决定", "同意", "通过", "任免", "如下", "结果") for mark in ("", "，", "：")
)
_INTRODUCES_END = frozenset(word[-1] for word in _INTRODUCES)  # most sentences end otherwise
_ADJUSTS = re.compile(r"决定[，：]?对[^，。；]{2,40}调整")
_OTHER_MEETING = re.compile(r"召开的[^，。；]{0,20}(?:会议?|大会)上")  # one that is not named in full
_ELECTS = re.compile("选(?:举产生|出)(?!的)")  # who was elected is told next, person first
_OTHER_MONTH = re.compile(r"^\s*(?:\d{4}年|今年|去年|同年)?\d{1,2}月[，份]")  # a round of news goes on to another act
_MEETS = re.compile(r"会议|会上|全会|(?<!代表)大会")
_DECIDING = ("任命", "免去", "决定", "接受", "聘任", "选举", "补选", "推举", "推选", "续聘", "解聘")

_MONTH_DAY = re.compile(
    r"(?<![\d年])(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?!）?(?:电|讯|消息|报导|报道|下午电|至|起|刊))"
)
_FULL_DATE = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?:年|[-/.])(?P<month>\d{1,2})(?:月|[-/.])(?P<day>\d\d(?=\d\d：)|\d{1,2}(?!\d))"
)
_HAN_DATE = re.compile(
    r"[一二][〇○零ＯO◯一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_ONLY_DATE = re.compile(
    r"（?(?:[12]\d{3}|[一二][〇○零ＯO◯一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日）?"
)
_NOTED = re.compile(r"通过|决定|任命|批准")
_SIGNATURE = re.compile(r"(?:政府|委员会|常委会|办公室|办公厅|[局厅部委院司])$")


@dataclass(frozen=True, slots=True)
class Decision:
    """The deciding body as printed, and the day of the decision; None where not stated."""

    decided_by: str | None = None
    date: dt.date | None = None


class Decisions:
    """Follows a document from top to bottom: what was said last of the deciding body goes on until something new is said."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._meeting: Decision | None = None
        self._current = Decision()
        self._day: tuple[int, int] | None = None  # on which the current decision was made, its year printed or not
        self._title: str | None = None
        self.listed: dt.date | None = None

    @cached_property
    def _days(self) -> frozenset[dt.date]:
        """Every full day that the document prints."""
        found = (_day(int(m["year"]), int(m["month"]), int(m["day"])) for m in _FULL_DATE.finditer(self._view.text))
        return frozenset(day for day in found if day is not None)

    def line(self, start: int, end: int, before: str) -> bool:
        """Takes note of a line; True where it is nothing but a heading date or a note of the decision under a title.

        ``before`` is the line above: under a signature a date is the day of signing, not the date of a list.
        """
        start, end = self._view.trim(start, end)
        words = self._view.text[start:end].replace(" ", "")
        if len(words) <= 20 and _ONLY_DATE.fullmatch(words):
            if not _SIGNATURE.search(before.strip()):
                self.listed = parse_date(words)
                self._forget()
            return True
        if words.startswith("（") and words.endswith("）") and len(words) < 120 and _NOTED.search(words):
            by = self._by(start + 1, end - 1, "决定") or self._named_meeting(start + 1, end - 1)
            self._current = Decision(by, self._date(start, end))
            return True
        if self._title is None and len(words) < 80 and (match := _TITLE_BY.match(self._view.text[start:end])):
            self._title = self._body(start + match.start("body"), start + match.end("body"))
        return False

    def observe(self, start: int, end: int) -> None:
        """Takes note of a sentence without an act: a meeting that is held may decide what follows."""
        words = self._view.text[start:end]
        if "次" in words and "会" in words and _HELD.search(words) and not _TOLD.search(words):
            named = self._named_meeting(start, end)
            if named and (self._meeting is None or _TOLD_BY.search(words) or self._elects_beside(named, words)):
                self._meeting = Decision(named, self._date(start, end))
                self._take(self._meeting if _introduces(words) else Decision(), start, end)
            elif named and self._meeting and _is_fuller(named, self._meeting.decided_by or named):
                self._meeting = Decision(named, self._date(start, end) or self._meeting.date)
                if _introduces(words):
                    self._take(self._meeting, start, end)
        elif (words[-1:] in _INTRODUCES_END and words.endswith(_INTRODUCES)) or (
            "调整" in words and _ADJUSTS.search(words)
        ):
            by = self._by(start, end, "")
            if by:
                self._take(Decision(by, self._date(start, end)), start, end)
        elif body := self._announced(words, start, self._current.decided_by is None):
            self._take(Decision(body), start, end)
        elif deciders.is_assembly(words):
            self._forget()

    def _elects_beside(self, named: str, words: str) -> bool:
        """Whether another meeting than the one told of is said to elect: 同日，市政协六届一次会议选举产生新一届班子."""
        other = self._meeting.decided_by if self._meeting else None
        is_same = other is None or _is_fuller(other, named) or _is_fuller(named, other)
        return not is_same and _ELECTS.search(words) is not None

    def act(self, start: int, act_start: int, is_told: bool, is_headline: bool) -> Decision:
        """The decision behind an act: said in its sentence before it (``start`` to ``act_start``), or carried on.

        ``is_told`` is an act whose person comes first (王静任…): only what its own sentence or list says holds for it.
        """
        lead = self._view.text[start:act_start]
        is_assembly = deciders.is_assembly(lead)
        said, is_meeting = self._said(start, act_start, is_assembly)
        if not said.decided_by and not said.date:
            return self._carried(lead, is_told, is_assembly)
        if said.date is None and said.decided_by == self._current.decided_by:
            return self._current
        if said.decided_by is None and not is_told and self._day in (None, _day_of(lead)):
            said = Decision(self._current.decided_by, said.date)
        if _TOLD.search(lead) or is_headline:
            return said
        if is_meeting:
            self._meeting = said
        self._take(said, start, act_start)
        return said

    def _said(self, start: int, act_start: int, is_assembly: bool) -> tuple[Decision, bool]:
        """What the sentence of an act says of its decision, and whether it names a meeting."""
        meeting = self._named_meeting(start, act_start)
        by = self._by(start, act_start, self._view.text[act_start : act_start + 2])
        date = self._date(start, act_start)
        if meeting and (by is None or "会议" not in by or by in meeting or meeting in by):
            by = meeting
        if self._meeting is not None:
            is_meant = by is None and not is_assembly and _MEETS.search(self._view.text, start, act_start) is not None
            if is_meant or (by and _is_fuller(self._meeting.decided_by or "", by)):
                by, date = self._meeting.decided_by, date or self._meeting.date
        return Decision(by, date), meeting is not None

    def _carried(self, lead: str, is_told: bool, is_assembly: bool) -> Decision:
        """What goes on to an act whose sentence says nothing of its decision; another meeting, day or month ends it."""
        if _OTHER_MEETING.search(lead):
            return Decision()
        day = _day_of(lead)
        if is_assembly or (day and self._day and day != self._day) or _OTHER_MONTH.search(lead):
            self._forget()
        if is_told:
            return self._current
        if self._current.decided_by is None and self._meeting is not None:
            return self._meeting
        if self._current.decided_by is None and self._title:
            return Decision(self._title, self._current.date)
        return self._current

    def _by(self, start: int, end: int, verb: str) -> str | None:
        """The last body before an act that decides: 经市政府研究决定, 国务院…决定, 市人大常委会 right before the verb."""
        words = self._view.text[start:end]
        if not words:
            return None
        words += "决定" if verb in _DECIDING else ""
        if read := deciders.read_out(words):
            return self._view.printed(start + read[0], start + read[1])
        found = None
        for match in _BY.finditer(words):
            low, high = match.span("body")
            if _TOPIC.search(words, low, high):
                continue
            body = self._body(start + deciders.with_joined(words, low), min(start + high, end))
            if body and not _NO_BODY.search(body):
                found = body
        return found or self._announced(self._view.text[start:end], start, True)

    def _announced(self, words: str, start: int, may_state: bool) -> str | None:
        """A body whose decision the words at ``start`` announce; with ``may_state`` also one that is said to announce or to
        ground it.
        """
        if read := deciders.read_out(words):
            return self._view.printed(start + read[0], start + read[1])
        if not may_state or ("国务院" not in words and "根据" not in words and "中央" not in words):
            return None
        announced = _BY_ANNOUNCED.search(words)
        body = self._body(start + announced.start("body"), start + announced.end("body")) if announced else ""
        return body if body and not _NO_BODY.search(body) else None

    def _take(self, decision: Decision, start: int, end: int) -> None:
        """What a sentence says of the decision goes on."""
        self._current, self._day = decision, _day_of(self._view.text[start:end])

    def _forget(self) -> None:
        """Another meeting or another day: nothing that was said before goes on."""
        self._current, self._meeting, self._day = Decision(), None, None

    def _body(self, start: int, end: int) -> str:
        whole = _WHOLE_MEETING.match(self._view.text, start, end)
        end = whole.end() if whole else end  # 第十次会议举行第二次全体会议: the one meeting
        excess = _EXCESS.match(self._view.text[start:end])
        return self._view.printed(start + excess.end() if excess else start, end)

    def _named_meeting(self, start: int, end: int) -> str | None:
        if self._view.text.find("次", start, end) < 0:
            return None
        for match in _MEETING.finditer(self._view.text, start, end):
            if _TOPIC.search(self._view.text, match.start(), match.end("body")):
                continue
            body = self._body(*match.span("body"))
            if len(body) >= 3 and not _NO_MEETING.search(body):
                return body + self._view.printed(*match.span("number"))
        return None

    def _date(self, start: int, end: int) -> dt.date | None:
        """The day of a decision: printed in full, or without a year where the document prints that very day in full."""
        words = self._view.text[start:end]
        han = _HAN_DATE.search(words)
        if han:
            return parse_date(han[0])
        found = None
        for match in _MONTH_DAY.finditer(words):
            found = match
        if found is None:
            return None
        month, day = int(found["month"]), int(found["day"])
        if found["year"]:
            return _day(int(found["year"]), month, day)
        years = {stated.year for stated in self._days if (stated.month, stated.day) == (month, day)}
        return _day(years.pop(), month, day) if len(years) == 1 else None


def _introduces(words: str) -> bool:
    """Whether a sentence leads to acts, whatever their form: 经…会议研究，决定：, 大会选举产生了新一届班子."""
    return words.endswith(_INTRODUCES) or _ELECTS.search(words) is not None


def _day_of(words: str) -> tuple[int, int] | None:
    """The last day that words print, as month and day."""
    days = _MONTH_DAY.findall(words)
    return (int(days[-1][1]), int(days[-1][2])) if days else None


def _is_fuller(name: str, other: str) -> bool:
    """Whether a meeting's name prints another in full (云州市第十三届人大常委会第3次会议, 市人大常委会第3次会议)."""
    number, of_other = (re.search(r"第?[^第]+次[^次]*$", one) for one in (name, other))
    if number is None or of_other is None:
        return name.endswith(other)
    if number[0] != of_other[0]:
        return False
    at = 0
    for character in other:
        at = name.find(character, at) + 1
        if at == 0:
            return False
    return True


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
