"""Who decided an act and when, and under which heading date it is listed, as far as the document ties them to it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from orchestration.gazette.extraction.appointments.view import View
from orchestration.gazette.language.dates import han_number, parse_date

_NUMBER = r"第?[\d一二三四五六七八九十百零〇○]{1,6}次"
_DAY_WORD = r"(?:\d{1,4}年)?(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚|晚间|傍晚)?"
_MEETING = re.compile(
    rf"(?P<body>[\u4e00-\u9fff\d]{{2,40}}?)(?:于?{_DAY_WORD})?(?P<verb>召开|举行|召集|在[\u4e00-\u9fff]{{1,12}}(?:召开|举行))?了?"
    rf"(?P<number>{_NUMBER}(?:[\u4e00-\u9fff]{{0,6}}(?:会议|全会|全体会议)))"
)
_MEETING_BODY = re.compile(
    r"(?:(?:中共|中华|中国|全国|最高|[\u4e00-\u9fff]{0,10}?[省市县区州盟旗])?[\u4e00-\u9fff]{0,12}?(?:第?[一二三四五六七八九十\d]{1,4}届)?[\u4e00-\u9fff]{0,10}"
    r"(?:人大|人民代表大会|常委会|常务委员会|常务委|委员会|政府|常务|党组|国务院|董事会|[省市县区州]委|主席团|主任))$"
)
_HELD = re.compile(r"召开|举行|闭幕|通过|决定|表决|会上|任命|免去")
_BODY = (
    r"(?:中华人民共和国)?(?:国务院|全国人大常委会|[\u4e00-\u9fff]{1,24}?(?:人民政府|政府|常务委员会|常委会|人民代表大会|人大|管理委员会|管委会|委员会|国资委|[省市县区州盟旗]委|"
    r"党组|党委|党工委|法院|检察院|董事会|股东会|公司|大学|学院|[部局厅办]))"
)
_DECIDED = r"(?:研究|审议|表决|讨论|投票|会议|一致|依法|并|还|日前|同意|，|常务会议|党组会议|全体会议|经|于|表决通过|会议讨论)"
_BY = re.compile(
    rf"(?:^|[，。：、；]|经|由|按照|根据|依据)(?P<body>{_BODY}(?:{_NUMBER}[\u4e00-\u9fff]{{0,6}}会议|常务会议|全体会议|党组会议|党委会议|常委会议)?)(?:于|在)?"
    rf"(?:{_DAY_WORD})?{_DECIDED}{{0,6}}(?:决定|同意|通过|批准|任免|公布任免)"
)
_TITLE_BY = re.compile(rf"^(?P<body>{_BODY})(?:关于|任免|任命|免去|决定任免|人事任免|干部任免)")
_MONTH_DAY = re.compile(r"(?<!\d)(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)(?P<day>\d{1,2})日(?!电|讯|消息|报导|报道|下午电|至)")
_FULL_DATE = re.compile(r"(?<!\d)(?P<year>\d{4})(?:年|[-/.])(?P<month>\d{1,2})(?:月|[-/.])(?P<day>\d{1,2})(?!\d)")
_HAN_DATE = re.compile(r"[一二][〇○零ＯO一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日")
_ONLY_DATE = re.compile(r"(?:[（(]?)(?:[12]\d{3}|[一二][〇○零ＯO◯一二三四五六七八九]{3}) ?年 ?[\d一二三四五六七八九十]{1,2} ?月 ?[\d一二三四五六七八九十]{1,3} ?日[)）]?")
_NOTED = re.compile(r"通过|决定|任命|批准")
_SIGNATURE = re.compile(r"(?:政府|委员会|常委会|办公室|办公厅|[局厅部委院])$")


@dataclass(frozen=True, slots=True)
class Decision:
    decided_by: str | None = None
    date: dt.date | None = None


class Decisions:
    """Follows a document from top to bottom: what was said last of the deciding body goes on until something new is said."""

    def __init__(self, view: View, body_start: int) -> None:
        self._view = view
        self._meeting: Decision | None = None
        self._current = Decision()
        self._title: str | None = None
        self.listed: dt.date | None = None
        self._years = _stated_days(view.text)
        self._seen = 0

    def line(self, start: int, end: int, before: str) -> bool:
        """Takes note of a line; True where it is nothing but a heading date or a note of the decision under a title.

        ``before`` is the line above: under a signature a date is the day of signing, not the date of a list.
        """
        words = self._view.text[start:end].strip()
        if len(words) <= 24 and _ONLY_DATE.fullmatch(words.replace(" ", "")):
            if not _SIGNATURE.search(before.strip()):
                self.listed = parse_date(words.replace(" ", ""))
                self._current = Decision()
                self._meeting = None
            return True
        if words.startswith("（") and words.endswith("）") and len(words) < 120 and _NOTED.search(words):
            self._current = Decision(self._by(words[1:-1]) or self._named_meeting(words[1:-1]), self._date(words))
            return True
        if self._title is None and len(words) < 80 and (match := _TITLE_BY.match(words)):
            self._title = match["body"]
        return False

    def sentence(self, start: int, end: int) -> None:
        """Takes note of a sentence without an act: a meeting that is held may decide what follows."""
        words = self._view.text[start:end]
        if "次" in words and self._meeting is None and _HELD.search(words):
            named = self._named_meeting(words)
            if named:
                self._meeting = Decision(named, self._date(words))

    def act(self, sentence_start: int, verb_start: int) -> Decision:
        """The decision behind an act whose verb stands at ``verb_start``: said before it in its sentence, or carried on."""
        lead = self._view.text[sentence_start:verb_start]
        lead_to_verb = self._view.text[sentence_start : verb_start + 2]
        by = self._by(lead + "决定" if lead and not re.search(r"决定|通过|同意|批准|任免", lead) else lead)
        meeting = self._named_meeting(lead)
        if meeting and (by is None or meeting in by or by in meeting or "会议" not in by):
            by = meeting
        date = self._date(lead)
        if by or date:
            if meeting:
                self._meeting = Decision(meeting, date)
            elif by is None and self._meeting and "会议" in lead:
                by = self._meeting.decided_by
            self._current = Decision(by or self._current.decided_by, date)
        elif self._meeting and ("会议" in lead or "会上" in lead):
            self._current = self._meeting
        elif self._meeting and self._current.decided_by is None and lead_to_verb:
            self._current = self._meeting
        if self._current.decided_by is None and self._title:
            return Decision(self._title, self._current.date)
        return self._current

    def _by(self, words: str) -> str | None:
        found = None
        for match in _BY.finditer(words):
            found = match
        return _clean_body(found["body"]) if found else None

    def _named_meeting(self, words: str) -> str | None:
        for match in _MEETING.finditer(words):
            body = re.split(r"[，。；：]", match["body"])[-1]
            body = re.sub(rf"^.*{_DAY_WORD}", "", body)
            body = _clean_body(body)
            if _MEETING_BODY.search(body) and not re.search(r"提请|提交|召开$|全体$", body) and len(body) >= 3:
                return body + match["number"]
        return None

    def _date(self, words: str) -> dt.date | None:
        """The day of a decision: printed in full, or without a year where the document states that very day elsewhere."""
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
            return _date(int(found["year"]), month, day)
        years = {stated.year for stated in self._years if (stated.month, stated.day) == (month, day)}
        return _date(years.pop(), month, day) if len(years) == 1 else None


def _clean_body(body: str) -> str:
    return re.sub(r"^(?:经|由|在|据|了|并|还|于|根据|按照|日前|近日|昨日|昨天|上午|下午|现|已经|已|依照|依据)+", "", body)


def _stated_days(text: str) -> frozenset[dt.date]:
    """Every full day that the document prints."""
    days = (_date(int(m["year"]), int(m["month"]), int(m["day"])) for m in _FULL_DATE.finditer(text))
    return frozenset(day for day in days if day is not None)


def _date(year: int, month: int | None, day: int | None) -> dt.date | None:
    try:
        return dt.date(year, month or 0, day or 0)
    except ValueError:
        return None


__all__ = ["Decision", "Decisions", "han_number"]
