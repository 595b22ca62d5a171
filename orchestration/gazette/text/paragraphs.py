"""Whether a line ends its paragraph.

It follows from three things, in this order: what the reader knows (``Line.opens_block``, table rows), what the language
says (a comma never ends a paragraph, a closing mark never begins one, a numbered heading begins one), and the
measure: a line clearly shorter than the lines around it is the last of its paragraph. Text typed one paragraph a line
has no measure; there every line is a paragraph.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from orchestration.gazette.text.measure import Measure, are_points, is_terminal, listed, measures
from orchestration.gazette.text.stream import Piece
from orchestration.gazette.text.torn_words import breaks_in_word

_HAN = "[一二三四五六七八九十]{1,3}"
_STRONG_LABEL = re.compile(
    rf"^(?:[●■◆▲★▪►] ?[一-龥]|附件?注?：|注：|抄送：|(?:发[布佈]|發[布佈])[时時][间間]：|[来來]源：|[编編][辑輯]：|{_HAN}、|（{_HAN}）"
    r"|第[一二三四五六七八九十百]{1,4}[章节编条](?:[ 　]|(?![一-龥]{0,6}[，、款项]))"
    r"|\d{1,2}(?:\.\d{1,2}){1,4} [一-龥《“]|\d{1,2} [一-龥]|0[1-9](?![元人户戶吨噸亩畝年月日万萬亿億]|[个個]百)[一-龥]"
    r"|[特一二三四]等奖(?:（[^（）]{1,8}）)?：|[一-龥]{2,3}，[男女]，)"  # the names of a list
)
_LEADS_TO_LIST = ("名单如下：", "公布如下：", "公示如下：")
# 配合单位：…, below 牵头单位：… or a sentence; inside a bracket it begins nothing.
_DUTY_LABEL = re.compile(
    r"(?:[牵牽]头|[牵牽]頭|责任|責任|配合|主办|主辦|[协協]办|协辦|協辦|[参參][与與]|落实|落實)(?:责任|責任)?(?:单位|單位|部门|部門|领导|領導)[：:]|完成[时時][限间間][：:]"
)
_LABEL_BLANK = re.compile(r"\d{1,2} [一-龥]")
_NUMBERED = re.compile(r"\d{1,2}(?=[一-龥])")
_WEAK_LABEL = re.compile(r"^(?:\d{1,2}[.、．](?!\d)|（\d{1,2}）|[①-⑳])")
_FIRST_ITEM = re.compile(r"^(?:1[.、．](?!\d)|（1）|①)")
_GOES_ON = (*"，、“‘《〈（〔—-", *(f"{digit}." for digit in range(10)))  # at a line's end
_CONTINUES = tuple("，。；：、！？”’》〉）〕%‰")  # at a line's beginning
_SENTENCE = re.compile(r"[，：；]")
_CLOSED = tuple("。！？；：…”’》）〕")  # at a line's end
# A body's name alone in its line above a date is a signature, above 关于 a title.
_BODY_LINE = re.compile(r"[一-龥（）]{2,30}(?:政府|办公室|办公厅|委员会|局|厅|部|院|署|会议|法院|检察院)")
_HEADS_DATE = re.compile(
    r"[一-龥0-9（）《》]{6,60}"
)  # words without a mark above a line that is only a date: a title or a body
_DATE_ONLY = re.compile(
    r"[（(]?[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[）)]?"
)
_HAN_DATE = re.compile(
    r"[（(]?[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日[）)]?"
)  # only ever set alone
# 来源：… 发布时间：12-10 18:49: a line of a web page under the title, which no sentence goes on from.
_BYLINE = re.compile(r"(?:来源|來源|作者|编辑|編輯|时间|時間|日期|浏览)[：:].{0,60}\d{1,2}[：:]\d{2}(?:[：:]\d{2})?$")
# …发文日期：2019-01-08, 2019-01-08 10:20: what a web page prints a day at the end of, goes on in no line.
_DAY_AT_END = re.compile(r"(?<!\d)(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?: +\d{1,2}[：:]\d{2}(?:[：:]\d{2})?)?$")
_ADDRESS = "://"  # a line of a web page that prints where it was taken from
_BODY_TAIL = re.compile(r"(?:政府|办公室|办公厅|委员会|局|厅|部|院|署)$")
# 一、|二、三产业: a number that a mark follows and no words have been said of yet.
_COUNTING = re.compile(r"(?:^|[^一-龥])[一二三四五六七八九十]{1,2}、$")
# ——2026年1月27日在云江市第十届人|民代表大会第一次会议上: where a report was given, not yet said.
_GIVEN = re.compile(r"[—－-]{1,3}\d{4}年\d{1,2}月\d{1,2}日[^。]{0,4}在(?![^。]*会(?:议)?上$)")
_GIVEN_AT = re.compile(r"[—－-]{1,3}\d{4}年\d{1,2}月\d{1,2}日[^，。]{0,4}在[^，。]{4,60}会(?:议)?上")
_GIVEN_WHERE = re.compile(r"上$|第[一二三四五六七八九十]{1,3}次")
# 、张永|一、李光: a name of a list that its line cuts, not a label.
_LISTING = re.compile(r"、[一-龥]{1,4}$")
# A heading that happens to fill its line says by its last word that it is whole.
_WHOLE_HEADING = re.compile(
    rf"(?:{_HAN}、|（{_HAN}）)[^，。；：]{{6,40}}(?:回顾|任务|安排|要求|目标|部署|打算|措施|举措|成就|成效|重点|思路|建议|草案|（草案）|情况|意见)"
)
# 《…条例》|第五条的规定, 《…的通知》|（云政发〔2017〕30号）, 云政发〔2017〕|30号
_BEHIND_TITLE = re.compile(
    r"第[一二三四五六七八九十百]{1,5}[条章款](?:的?规定|第|的|和|、)|（[一-龥]{1,14}[〔\[（﹝][12]\d{3}"
)
_YEAR_OF_NUMBER = re.compile(r"[一-龥][〔\[﹝]\d{4}[〕\]﹞]$")
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d")  # 2017|年1-5月，…
_BEHIND_YEAR = re.compile(r"年(?:[\d一二三四底末初上前全，—-]|[^，。；\n]{4,}[，。；])")
_SERIAL = re.compile(r"第?\d{1,5} ?号")
# How the first paragraph of news begins, below a headline that happens to fill its line.
_NEWS = re.compile(
    r"(?:本[报報网網台][^，。]{0,8}[讯訊]|新[华華]社|中新[社网網]|央[视視][网網]消息|[记記]者(?:\d|日前|近日|昨|今|[从從]|[获獲])|日前，|近日，|昨[日天]，)"
)
# What a text begins with below its title.
_OPENS_TEXT = re.compile(
    r"(?:19|20)\d\d年[，、]|今年|去年|过去|各位|为(?:了|切实|深入|进一步|全面)|根据|按照|现将|近日|\d{1,2}月\d"
)
_GREETING = re.compile(r"各位(?:代表|委员|同志)[！：，]|同志们[！：，]")
# 起付标准由2|00元提高到: digits with their unit, behind a line that ends in a digit.
_REST_OF_FIGURE = re.compile(r"\d{1,4}(?:\.\d+)?(?:[元%‰万萬亿億吨噸亩畝户戶]|[个個]百分[点點]|平方|立方|公里)")
# 已经第8|次会议通过: what a figure at a line's end counts.
_FIGURE_CUT = re.compile(r"[一-龥〔][\d.]{1,7}$")  # no day of a byline, no telephone
_REST_WITH_UNIT = re.compile(
    r"\d{1,3}[次年月日元%号號届屆项項条條人户戶万萬亿億个個家期批]|次|%|元(?!旦)|[万萬亿億]元|[号號]|年(?!度)|月|日(?!常)"
)
_FIGURE_AND_MARK = re.compile(r"\d[\d.]*(?:[元%人户戶吨噸亩畝]|[万萬亿億]元|[个個]百分[点點])[，。；、]")
_LABELLED_LIST = re.compile(r"[一-龥（）]{2,16}：[^，；：]+")
_OPENS_SENTENCE = re.compile(r"希望|特此|请|各|以上|上述|望|联系|本|为|现|对")
_TITLE_TAIL = re.compile(
    r"(?:通知|通报|决定|意见|公告|通告|批复|方案|办法|报告|公示|名单|名录|令|函|规定|细则|要点|计划|规划|政府|委员会|[局办委厅部院会])(?:（[^（）]*）)?$"
)
# 各县（市、区）人民政府，市政府各部门：, whom a notice is sent to.
_ADDRESSES = re.compile(r"各[^。；：“”]{2,60}(?:政府|部门|单位|机构|委员会|公司|企业|院校|[局委办厅部])：")
_COMMON = 3  # lines as long as the longest that show that they were set
_TORN = 12.0  # ems; a line shorter than that is a cell or a label, even if it ends in a digit
_LONG = 15.0  # ems; a line of a text without a measure that is shorter than that was not broken off
_AFTER_BODY_LINE = re.compile(r"关于|[（(]?[\d〇○零一二三四五六七八九十]{4}年")
_INDENT = 2.2  # ems; the first line of a paragraph is printed two ems in, and extraction drops them
_OPEN_LINES = 12  # lines after which an unclosed quote or bracket no longer says that the paragraph goes on
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("〔", "〕"), ("【", "】"))
_PAIRED = re.compile(f"[{''.join(opener + closer for opener, closer in _PAIRS)}]")


def paragraph_ends(pieces: list[Piece]) -> list[bool]:
    """For each line, whether its paragraph ends with it."""
    near = measures(pieces)
    longest = max((piece.width for piece in pieces if piece.cells is None), default=0.0)
    is_common = sum(piece.width >= longest - _INDENT for piece in pieces) >= _COMMON
    names = listed(pieces, near)
    points = are_points(pieces)
    ends: list[bool] = []
    first = 0  # where the paragraph at hand begins
    balance = dict.fromkeys((opener for opener, _ in _PAIRS), 0)
    prose = labelled = False  # whether it is a sentence, which can only end with a mark; whether it began with a label
    for i, piece in enumerate(pieces):
        if i == first:
            labelled = bool(_STRONG_LABEL.match(piece.text) or _DUTY_LABEL.match(piece.text))
        for opener, closer in _PAIRS if _PAIRED.search(piece.text) else ():
            if opener in piece.text or closer in piece.text:
                balance[opener] = max(0, balance[opener] + piece.text.count(opener) - piece.text.count(closer))
        prose = prose or "。" in piece.text or bool(i > first and not labelled and _SENTENCE.search(pieces[i - 1].text))
        is_open = any(balance.values()) and i - first < _OPEN_LINES
        is_longest = not points and piece.width >= max(_LONG, longest - _INDENT)
        indented = bool(pieces[first].opens_block)
        state = _State(near[i], names[i], i == first, is_open, prose, is_longest, is_common, indented)
        end = i + 1 == len(pieces) or _ends(piece, pieces[i + 1], state, pieces[max(0, i - 1)], pieces[i + 2 : i + 3])
        ends.append(end)
        if end:
            first, prose = i + 1, False
            balance = dict.fromkeys(balance, 0)
    return ends


class _State(NamedTuple):
    """What is known of a line beside its words."""

    measure: Measure | None
    listed: bool  # one of a list of names
    opening: bool  # its paragraph began with it
    is_open: bool  # inside a quote or bracket
    prose: bool  # in a sentence or after one
    is_longest: bool  # as long as any line of the text
    is_common: bool  # and several lines are
    indented: bool  # the first line of its paragraph is set in


def _counts_on(line: Piece, following: Piece) -> bool:
    """Whether two lines begin with numbers that follow each other: 14完成…, 15新开工…."""
    here, there = _NUMBERED.match(line.text), _NUMBERED.match(following.text)
    return here is not None and there is not None and int(here[0]) + 1 == int(there[0])


def _ends(line: Piece, following: Piece, state: _State, before: Piece, after: list[Piece]) -> bool:
    """Whether a paragraph ends with a line that another one follows."""
    if line.cells is not None or following.cells is not None:
        return True
    is_day = line.text[-1:].isdigit() and (_BYLINE.search(line.text) or _DAY_AT_END.search(line.text))
    if is_day or _ADDRESS in line.text or _ADDRESS in following.text:
        return True
    if following.opens_block is not None:
        return following.opens_block
    if _YEAR_ALONE.fullmatch(line.text) and _BEHIND_YEAR.match(following.text):
        return False
    if state.opening and _ADDRESSES.fullmatch(line.text):
        return True
    if before is line and not line.text.endswith(_GOES_ON) and _opens_below_title(line, following):
        return True
    if _GIVEN_AT.fullmatch(line.text):
        return True
    if _ADDRESSES.fullmatch(following.text) and not line.text.endswith(_GOES_ON) and not _lists_on(line, state):
        return True
    if line.text.endswith(_LEADS_TO_LIST) and not following.text.startswith(_CONTINUES):
        return True
    if _COUNTING.search(line.text) or _is_given(line, following) or _tears_number(line, following, state):
        return False
    labelled = bool(_STRONG_LABEL.match(following.text) or _GREETING.match(following.text)) or _counts_on(
        line, following
    )
    if not labelled and _DUTY_LABEL.match(following.text):
        labelled = line.text.endswith("。") or (state.opening and _DUTY_LABEL.match(line.text) is not None)
    if labelled and following.text[1:2] == "、" and _LISTING.search(line.text) and _reaches(line, state):
        labelled = False
    goes_on = (line.text.endswith(_GOES_ON) and not labelled) or following.text.startswith(_CONTINUES)
    goes_on = goes_on or (line.text.endswith("》") and _BEHIND_TITLE.match(following.text) is not None)
    goes_on = goes_on or (_YEAR_OF_NUMBER.search(line.text) is not None and _SERIAL.match(following.text) is not None)
    measure = state.measure
    if measure is None and not labelled and breaks_in_word(line.text, following.text):
        return False
    if measure is None:  # one paragraph a line, but for sentences that break off beside a figure
        torn = line.text[-1:].isdigit() or (not line.text.endswith(_CLOSED) and _is_figure(following.text))
        if after and _DATE_ONLY.fullmatch(after[0].text) and _BODY_LINE.fullmatch(following.text):
            return True  # a signature above its date
        closes = state.is_open and _closes_more(following.text)
        return (
            not (goes_on or closes) and not (state.prose and torn) and not _breaks_off(line, following, state, before)
        )
    if state.is_open:
        return False
    if measure.is_exact and not goes_on and not measure.is_full(line):
        begun = state.prose or (state.opening and state.indented) or _SENTENCE.search(line.text) is not None
        cut = begun and not line.text.endswith(_CLOSED) and not labelled
        if not (cut and measure.of(line) >= measure.size - _INDENT):
            return True
    if _stands_alone(line, following, before, after):
        return True
    if goes_on:
        return False
    if state.indented and measure.is_exact and measure.of(line) >= measure.size and not line.text.endswith(_CLOSED):
        return False  # its paragraph is set off, the line below is not, and no character more would go into this one
    dated = bool(_DATE_ONLY.fullmatch(following.text))
    if state.listed or (dated and not state.prose):
        return True
    closed = line.text.endswith(_CLOSED)
    if state.prose and not closed and not labelled and not dated:
        return False
    if not _is_full(line, measure, state.opening):
        return True
    if state.opening and _WHOLE_HEADING.fullmatch(line.text) and _SENTENCE.search(following.text):
        return True
    if labelled:  # a heading opens here; only 第…条 and figures may stand in the middle of a sentence
        figure = following.text[:1].isdigit()
        if figure and closed and state.indented and _LABEL_BLANK.match(following.text):
            return False  # …闭幕。|6 部作品: a paragraph would be set in
        figure = figure and (state.prose or _SENTENCE.search(line.text) is not None)
        return closed or not (following.text.startswith("第") or figure)
    if not closed and _FIRST_ITEM.match(following.text):  # a heading without a mark, then the first of its items
        return bool(_STRONG_LABEL.match(line.text) or _WEAK_LABEL.match(line.text))
    return closed and bool(_WEAK_LABEL.match(following.text))


def _opens_below_title(line: Piece, following: Piece) -> bool:
    """Whether the second line of a text begins it below its title."""
    if _NEWS.match(following.text):
        return True
    titled = _TITLE_TAIL.search(line.text) is not None and _SENTENCE.search(line.text) is None
    return titled and _OPENS_TEXT.match(following.text) is not None


def _lists_on(line: Piece, state: _State) -> bool:
    """Whether a line as long as its measure breaks off in a list (各县人民政府，开发区管委会，市政府|各部门：)."""
    breaks = "，" in line.text and not line.text.endswith(_CLOSED)
    return breaks and state.measure is not None and state.measure.is_full(line)


def _breaks_off(line: Piece, following: Piece, state: _State, before: Piece) -> bool:
    """Whether a line of a text too short to have a measure ends in the middle of a sentence: none of its lines is longer."""
    if _LABELLED_LIST.fullmatch(line.text) and _OPENS_SENTENCE.match(following.text):
        return False  # 市属企业：甲集团、乙集团|希望受表彰的单位再接再厉。
    if before is not line and _leaves_rest(line, following):
        return True
    if not state.is_longest or (line.text.endswith(_CLOSED) and not (state.indented and line.text[-1] in "：；")):
        return False
    if _STRONG_LABEL.match(following.text) and not (following.text[1:2] == "、" and _LISTING.search(line.text)):
        return False
    if state.is_open:
        return any(closer in following.text for _, closer in _PAIRS)
    marks = _SENTENCE.search(line.text) or _LISTING.search(line.text)
    return state.indented or state.prose or state.is_common or marks is not None


def _leaves_rest(line: Piece, following: Piece) -> bool:
    """Whether a line breaks off where the one below, no longer than it, brings the end of its sentence or its figure.

    本办法自4月1日起施行，有效期|至明年3月31日。 Headings stand above longer paragraphs, titles above more than one line.
    """
    if line.text.endswith(_CLOSED) or _STRONG_LABEL.match(following.text) or _WEAK_LABEL.match(following.text):
        return False
    if _WHOLE_HEADING.fullmatch(line.text):
        return False
    if line.width >= _TORN and _FIGURE_CUT.search(line.text) and _REST_WITH_UNIT.match(following.text):
        return True
    if line.width < _LONG:
        return False
    if _FIGURE_AND_MARK.match(following.text):
        return True
    if _LABELLED_LIST.fullmatch(line.text) or _OPENS_SENTENCE.match(following.text):
        return False
    ends = following.text.endswith("。") and following.width <= line.width
    return (
        ends and not _TITLE_TAIL.search(line.text) and (" " not in line.text or _SENTENCE.search(line.text) is not None)
    )


def _closes_more(text: str) -> bool:
    """Whether a line closes a bracket or a quote that was opened before it."""
    return any(
        text.count(closer, 0, at + 1) > text.count(opener, 0, at)
        for opener, closer in _PAIRS
        for at, character in enumerate(text)
        if character == closer
    )


def _is_given(line: Piece, following: Piece) -> bool:
    """Whether the line under a report's title breaks off before it has said where the report was given."""
    if _GIVEN.match(line.text) is None:
        return False
    return not line.text.endswith(("会", "会议")) or _GIVEN_WHERE.match(following.text) is not None


def _reaches(line: Piece, state: _State) -> bool:
    return state.is_longest if state.measure is None else _is_full(line, state.measure, state.opening)


def _tears_number(line: Piece, following: Piece, state: _State) -> bool:
    """Whether a number is divided between two lines of a sentence (全年1|0 大类项目), so that no label begins the second."""
    return (
        line.text[-1:].isdigit()
        and not line.text.isdigit()  # the number of an item
        and following.text[:1].isdigit()
        and (
            state.prose
            or _SENTENCE.search(line.text) is not None
            or (line.width >= _TORN and _REST_OF_FIGURE.match(following.text) is not None)
        )
        and (state.measure is None or _is_full(line, state.measure, state.opening))
    )


def _is_figure(text: str) -> bool:
    """Whether a line begins with a figure (317亿元, .3万), not with the label of an item."""
    if text[:1] == ".":
        return text[1:2].isdigit()
    return text[:1].isdigit() and _WEAK_LABEL.match(text) is None and _STRONG_LABEL.match(text) is None


def _is_full(line: Piece, measure: Measure, opening: bool) -> bool:
    """Whether a line reaches its measure, so that its paragraph may go on."""
    size = measure.of(line)
    if not measure.is_exact and size > measure.size + 3.5:
        return not is_terminal(line.text)  # it spans the columns and has a measure of its own, unknown
    lost_indent = _INDENT if opening and not measure.is_exact else 0.0
    return size >= measure.size - measure.slack - lost_indent


def _stands_alone(line: Piece, following: Piece, before: Piece, after: list[Piece]) -> bool:
    """Whether a signature, a date or a title stands in one of the two lines, which are lines of their own."""
    if after and _AFTER_BODY_LINE.match(after[0].text) and _BODY_LINE.fullmatch(following.text):
        return True
    if after and _DATE_ONLY.fullmatch(after[0].text) and _HEADS_DATE.fullmatch(following.text):
        return True
    if _HAN_DATE.fullmatch(line.text) or _HAN_DATE.fullmatch(following.text):
        return True
    return bool(
        _DATE_ONLY.fullmatch(line.text) and _BODY_TAIL.search(before.text) and not following.text.startswith(_CONTINUES)
    )
