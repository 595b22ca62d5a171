"""The lines in which a list of names is printed, also where a page ran several of them together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

COUNTED = r"\d{1,4}[个名家项户人件处](?:企业|单位|组织|集体|个人|项目|同志|村|社区)?"
ORDINAL = re.compile(
    r"(?:（?\d{1,4}[）.、．]|(?P<bare>\d{1,4})(?=[\u4e00-\u9fff“《 ])(?!年|月)|[①-⑳]|[（(]?[一二三四五六七八九十百]{1,5}[）)、])\s?"
)
_COUNT_IN_BRACKET = re.compile(rf"（共?{COUNTED}")  # in each of the next two and _NAMES_BESIDE
# A heading with its count inside a line: 一、先进单位（8个）：…, 一、质量奖（3家企业）（1）….
_AWARD_INLINE = re.compile(
    rf"[一二三四五六七八九十]{{1,3}}、[^。；，：、（）\n]{{2,30}}（共?{COUNTED}）(?=：|（1）|1[.．、]|[\u4e00-\u9fff])"
)
# …甲局先进个人（2名）：…, run together.
_KIND_INLINE = re.compile(rf"(?:先进|优秀|模范|示范|文明)(?:集体|单位|个人|工作者|企业|家庭)（共?{COUNTED}）(?=：)")
# 一等奖：甲镇二等奖：乙镇.
_GRADE_INLINE = re.compile(
    r"(?<=[\u4e00-\u9fff）])(?:[特一二三四]等奖|(?:优秀|优胜|鼓励|提名|组织|入围)奖|(?:优秀|良好|合格|先进)(?:等[次级]|单位|集体|个人))[：:]"
)
# …、赵磊（石潭高中）初中：孙丽（江城二中）, whose lines a page ran together.
_LABEL_INLINE = re.compile(r"(?<=[）；])[\u4e00-\u9fff]{2,10}：")
_NAMES_BESIDE = re.compile(
    rf"(?:[（(]?[一二三四五六七八九十]{{1,3}}[）)、])?[^。；，：、（）\d]{{2,30}}（共?{COUNTED}）(?=[\u4e00-\u9fff“])"
)
# …公布如下：一、优秀单位 甲市政府、乙集团。二、良好单位 丙区政府。: headings that a space sets off from their names.
_SPACED_INLINE = re.compile(
    r"(?:(?<=[。：；])|(?<=[。：；] ))[一二三四五六七八九十]{1,3}、[^。；，：、（）\n\d 　]{2,20}[ 　](?P<names>[^。；：\n ]{2,400})[。；]?"
)
_LIST_FOLLOWS = re.compile(r"名单(?:公布|通报|公示)?如下[：:](?=.)")
_NUMBER = re.compile(r"(?=[（\d])(?:（(?P<bracket>\d{1,3})）|(?<![\d.．、第])(?P<point>\d{1,3})[.．、](?!\d))")
_SECOND = re.compile(r"（2）|2[.、．]")  # what a run of counted names holds
# What some cut needs: a count or a bracket, two labels, a list that follows.
_MAY_BREAK = re.compile(r"（共?\d|：[^：]*：|如下|（2）|2[.、．]")
_LONGEST_ITEM = 60  # characters between two numbers of names


class Line(NamedTuple):
    """One printed line: its span in the text and its words."""

    start: int
    end: int
    words: str

    def part(self, start: int, end: int) -> Line:
        """The part of the line between two offsets of its words, without the spaces around it."""
        words = self.words[start:end]
        lead = start + len(words) - len(words.lstrip(" 　"))
        stripped = words.strip(" 　")
        return Line(self.start + lead, self.start + lead + len(stripped), stripped)


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold something, without the spaces around them."""
    lines = []
    at = 0
    for words in text.split("\n"):
        stripped = words.strip(" 　\t")
        if stripped:
            start = at + words.index(stripped)
            lines.append(Line(start, start + len(stripped), stripped))
        at += len(words) + 1
    return lines


def lines_broken_at_names(text: str) -> list[Line]:
    """The lines of a text, those that a page ran together as the lines they were."""
    lines: list[Line] = []
    for line in lines_of(text):
        if _MAY_BREAK.search(line.words):
            lines += _broken_at_names(line)
        else:
            lines.append(line)
    return lines


def _broken_at_names(line: Line) -> Iterator[Line]:
    """A line, or its parts where headings with a count, grades or counted names stand in it that were lines of their own."""
    cuts = {0}
    if _COUNT_IN_BRACKET.search(line.words):
        cuts.update(match.start() for match in _AWARD_INLINE.finditer(line.words))
        cuts.update(
            match.start()
            for match in _KIND_INLINE.finditer(line.words, 1)
            if line.words[match.start() - 1] not in "、“"
        )
        if beside := _NAMES_BESIDE.match(line.words):
            cuts.add(beside.end())
    if line.words.count("：") > 1:
        cuts.update(match.start() for match in _GRADE_INLINE.finditer(line.words))
        cuts.update(match.start() for match in _LABEL_INLINE.finditer(line.words))
    if "如下" in line.words and "一、" in line.words and " " in line.words:
        for spaced in _SPACED_INLINE.finditer(line.words):
            cuts.update(spaced.span())
    if "如下" in line.words:
        cuts.update(match.end() for match in _LIST_FOLLOWS.finditer(line.words))
    if _SECOND.search(line.words):
        cuts.update(_counted(line.words))
    if len(cuts) == 1:
        yield line
        return
    ordered = sorted(cuts)
    for start, end in zip(ordered, [*ordered[1:], len(line.words)], strict=True):
        yield line.part(start, end)


def without_ordinal(line: Line) -> str:
    """The words of a line without the number before them."""
    ordinal = ORDINAL.match(line.words)
    return line.words[ordinal.end() :] if ordinal else line.words


def _counted(words: str) -> list[int]:
    """Where names are counted in one line, from 1 on without a gap: （1）甲公司（2）乙公司, 1.甲公司；2.乙公司."""
    cuts: list[int] = []
    run: list[re.Match[str]] = []
    for number in _NUMBER.finditer(words):
        value = int(number["bracket"] or number["point"])
        follows = run and value == len(run) + 1 and number.lastgroup == run[0].lastgroup
        if follows and _is_item(words[run[-1].end() : number.start()]):
            run.append(number)
            continue
        cuts += _cuts_of(run)
        run = [number] if value == 1 else []
    return cuts + _cuts_of(run)


def _cuts_of(run: list[re.Match[str]]) -> list[int]:
    return [number.start() for number in run] if len(run) > 1 else []


def _is_item(words: str) -> bool:
    return len(words) <= _LONGEST_ITEM and "。" not in words
