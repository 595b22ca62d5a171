"""Lines of a text and which of them are running headers, footers and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from orchestration.gazette.reading import running
from orchestration.gazette.reading.listed_tables import INDEX
from orchestration.gazette.reading.running import Running

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x85\u2028\u2029]")
_BLANK = " \t\u3000\xa0\u200b\ufeff"
_MAY_RUN = re.compile(r"[0-9０-９]|第.{1,4}[期号號]|[公政][报報]")
_NAMES = re.compile("[期号號报報]")
_WORDS = re.compile("[一-龥][一-龥]{2}")  # 第12页共48页 has not so many characters in a row
_GOES_ON = ",，、;；"  # after these a sentence goes on: the name of a column in between is a running head
_ENDS = "。！？；：…”’》）〕.!?;:)"  # a sentence may end with these
_INSIDE = "，。；："  # no heading has one
_HEADING_LINES = 3
_MARKS = "，。；：、,;:"  # a line with one of these inside is of a sentence
_TOP = 4  # lines in which the issue's own title stands
_MIN_BARE_RUN = 3  # a bare 12 on a line is a page number only in a run of consecutive ones this long
_MOST_HEADS = 10  # of a table, a line each
_LEAST_PAGE = 60  # characters
_MIN_BARE_DISTANCE = 5  # and with at least so many lines between two of them: cells of a table stand closer


@dataclass(slots=True)
class Raw:
    """One line that is not blank."""

    text: str
    number: int
    after_feed: bool  # a form feed stands before it
    spaced: bool  # it starts with one space and no more
    after_blank: bool = False  # a blank line stands before it
    running: Running | None = None
    is_head: bool = False  # a running head without a number: the name of a column

    @property
    def dropped(self) -> bool:
        return self.running is not None or self.is_head


def lines_of(text: str) -> Iterator[Raw]:
    """The lines that are not blank, with their numbers; ``\\f`` and a leading space are kept as marks."""
    feed = blank = False
    for number, whole in enumerate(_LINE_END.split(text), 1):
        for position, part in enumerate(whole.split("\f")):
            feed = feed or position > 0
            if part.strip(_BLANK):
                spaced = part[0] == " " and part[1] not in " \t"
                yield Raw(part.rstrip(" \t"), number, feed, spaced, blank)
                feed = blank = False
            elif "\f" not in whole:
                blank = True


def set_off(lines: list[Raw]) -> set[int]:
    """The numbers of lines that blank lines set off as beginnings of paragraphs.

    Blank lines part paragraphs where most stand behind a line that can end one; else they are the space between all
    lines. Those at a page break say nothing: a page may end between two sentences of a paragraph.
    """
    kept = [line for line in lines if not line.dropped]
    broken = {id(line) for before, line in pairwise(lines) if before.dropped and not line.dropped}
    parted = [
        (before, line)
        for before, line in pairwise(kept)
        if line.after_blank and not line.after_feed and id(line) not in broken
    ]
    ended = [line.number for before, line in parted if _is_ended(before.text)]
    places = {id(line): at for at, line in enumerate(kept)}
    headed = [line.number for _, line in parted if _ends_heading(kept, places[id(line)])]
    found = {*ended, *headed}
    return found if len(found) * 4 >= len(parted) * 3 and len(parted) * 5 < len(kept) * 4 else set()


def _ends_heading(kept: list[Raw], after: int) -> bool:
    """Whether the lines above a blank one are a heading: few, blank above too, without a mark in any of them."""
    for at in range(after - 1, max(-1, after - 1 - _HEADING_LINES), -1):
        if any(mark in kept[at].text for mark in _INSIDE):
            return False
        if at == 0 or kept[at].after_blank:
            return not _is_ended(kept[after - 1].text)
    return False


def mark_running(lines: list[Raw]) -> None:
    """Finds running lines by form; those of a weak form (a bare number) only where they count up together."""
    found: dict[str, list[int]] = {"masthead": [], "issue": [], "decorated": [], "bare": []}
    marks: dict[int, Running] = {}
    for index, line in enumerate(lines):
        if len(line.text) <= running.MAX_RUNNING_CHARS + 8 and _may_run(line.text):
            mark = running.running_line(running.fold(line.text))
            if mark is not None:
                marks[index] = mark
                found[mark.form].append(index)
    mastheads = [index for index in found["masthead"] if marks[index].number]
    if mastheads or len(found["masthead"]) >= 2:  # one without a number, alone, is the issue's own title
        for index in found["masthead"]:
            lines[index].running = marks[index]
    for index in found["masthead"]:
        if (index > _TOP or running.says_page(lines[0].text)) and _opens_page(index, lines, marks):
            lines[index].running = marks[index]
    for index in found["decorated"]:
        if _cuts(index, lines) or running.says_page(lines[index].text):
            lines[index].running = marks[index]
    for form, least in (("issue", 2), ("decorated", 2), ("bare", _MIN_BARE_RUN)):
        for index in _counting_up(found[form], marks, least, lines):
            lines[index].running = marks[index]


def _opens_page(index: int, lines: list[Raw], marks: dict[int, Running]) -> bool:
    """Whether a gazette's name, printed but once, stands behind a page number or a form feed: no title then."""
    before = marks.get(index - 1)
    return lines[index].after_feed or (before is not None and before.form == "decorated")


def _cuts(index: int, lines: list[Raw]) -> bool:
    """Whether a decorated number, even a single one, stands in the middle of a sentence, or ends the text."""
    if index == 0:
        return False
    return index + 1 == len(lines) or lines[index - 1].text[-1] not in _ENDS


def _may_run(line: str) -> bool:
    """Whether a line can be a running one: it has a number and, where it has words, names an issue or a gazette."""
    return _MAY_RUN.search(line) is not None and (_NAMES.search(line) is not None or _WORDS.search(line) is None)


def _counting_up(indexes: list[int], marks: dict[int, Running], least: int, lines: list[Raw]) -> list[int]:
    """The longest run of numbers that go up by one with some distance between; empty if others abound."""
    distance = _MIN_BARE_DISTANCE if least == _MIN_BARE_RUN else 1
    last: dict[int, int] = {}  # value -> the line of it that ends the longest chain
    before: dict[int, int] = {}  # line -> the line with the number before
    length: dict[int, int] = {}
    for index in indexes:
        value = int(marks[index].number or 0)
        previous = last.get(value - 1)
        linked = previous is not None and index - previous >= distance
        length[index] = 1
        if linked and previous is not None:
            before[index] = previous
            length[index] += length[previous]
        if value not in last or length[index] >= length[last[value]]:
            last[value] = index
    best: list[int] = []
    if indexes:
        best = [max(indexes, key=lambda index: length[index])]
        while best[-1] in before:
            best.append(before[best[-1]])
        best.reverse()
    if len(best) < least or len(best) * 5 < len(indexes) * 4:
        edge = [i for i in indexes if i in (0, len(lines) - 1) or lines[i].after_feed]
        return edge if len(edge) >= least else []
    return best if least < _MIN_BARE_RUN or _are_pages(best, lines) else []


def _are_pages(marked: list[int], lines: list[Raw]) -> bool:
    """Whether so much stands between bare numbers as pages hold: the rows of a table with one cell a line hold less, and
    the first of them stands below its headings (序号, 任务, …, 1).
    """
    above = lines[max(0, marked[0] - _MOST_HEADS) : marked[0]]
    if lines[marked[0]].text.strip(_BLANK) == "1" and any(INDEX.fullmatch(line.text.strip(_BLANK)) for line in above):
        return False
    sizes = sorted(sum(len(line.text) for line in lines[first + 1 : last]) for first, last in pairwise(marked))
    return sizes[len(sizes) // 2] >= _LEAST_PAGE


def mark_heads(lines: list[Raw], edges: set[int]) -> None:
    """Marks running heads without a number at the top or foot of pages: names of columns, short lines that repeat only
    there, and there in the middle of a sentence the gazette's own name or the text's own title, even once.

    ``edges``: ids of the first and last lines of pages.
    """
    seen: Counter[str] = Counter()
    at_top: dict[str, list[Raw]] = {}
    cutting: set[str] = set()
    spaced = sum(line.spaced for line in lines)
    titles = {running.fold(line.text) for line in lines[:_TOP]}
    for index, line in enumerate(lines):
        if line.running or len(line.text) > 30 or index == 0:
            continue
        word = running.fold(line.text)
        if running.NO_HEAD.search(line.text) and (word not in titles or any(mark in word for mark in _MARKS)):
            continue
        beside = lines[index - 1].running is not None or (index + 1 < len(lines) and _opens_with(lines, index))
        fresh = id(line) in edges or beside or (line.spaced and 3 <= spaced <= len(lines) // 4)
        if not (running.may_be_head(word) or word in titles) or (index < _TOP and not fresh):
            continue
        seen[word] += 1
        inside = lines[index - 1].text[-1] in _GOES_ON and running.is_column_head(word)
        if fresh or inside:
            at_top.setdefault(word, []).append(line)
            if _breaks_off_before(lines, index):
                cutting.add(word)
    for word, there in at_top.items():
        if there == lines[-1:]:
            continue  # the text's last words, which no page repeats
        known = running.is_column_head(word) or running.is_government_gazette(word)
        only = seen[word] == len(there)
        own = word in titles or running.is_gazette(word) or len(there) >= 2
        if known or (only and (len(there) >= 3 or (own and word in cutting))):
            for line in there:
                line.is_head = True


def _breaks_off_before(lines: list[Raw], index: int) -> bool:
    """Whether the text above a line, running lines left out, breaks off in the middle of a sentence."""
    above = [line.text for line in lines[max(0, index - 4) : index] if not line.running][-2:]
    if not above or _is_ended(above[-1]):
        return False
    torn = above if len(above) == 2 and not _is_ended(above[0]) else above[-1:]
    return any(mark in text for text in torn for mark in _MARKS)


def _is_ended(text: str) -> bool:
    """Whether a sentence may end with a line; a point behind a digit may be one of decimals (减少59.)."""
    return text[-1] in _ENDS and not (text[-1] in ".．" and text[-2:-1].isdigit())


def _opens_with(lines: list[Raw], index: int) -> bool:
    """A line just before a numbered running line that opens its page, or closes it: 市政府文件, then 16 …公报."""
    following = lines[index + 1]
    if following.running is None or following.running.number is None:
        return False
    word = running.fold(lines[index].text)
    return running.is_column_head(word) or running.is_gazette(word)
