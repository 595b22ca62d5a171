"""What extraction did to a line, undone: small named steps, in order, each idempotent, each counted.

Steps work on one line and never look at its neighbours. ``repair`` runs them all; ``STEPS`` is the order and the
documentation. A step may change the line's length: positions are mapped by line (see joining), so that nothing is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from orchestration.gazette.text.name_columns import names_apart
from orchestration.gazette.text.torn_words import close_torn_words

MISSING_GLYPH = "□"  # the usual sign in Chinese texts for a character that could not be set

_CJK = "\u3400-\u9fff\U00020000-\U0003ffff〇○□"
_CLOSERS = "，。；：、！？）》〉”’」』】〕%‰"
_OPENERS = "（《〈“‘「『【〔"

# --- controls --------------------------------------------------------------------------------------------------------
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffc\ud800-\udfff]"
)


def drop_controls(line: str) -> str:
    """Control, zero-width and direction characters and lone surrogates carry no print."""
    return _CONTROLS.sub("", line)


# --- width -----------------------------------------------------------------------------------------------------------
_WIDTH: dict[int, str | int] = {
    code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：！？（）"
}
_WIDTH |= {ord("　"): "　", ord("\xa0"): " ", ord("\t"): "\t", ord("∶"): "：", ord("︰"): "：", ord("﹕"): "："}
_WIDTH |= dict.fromkeys((*range(8192, 8203), 8239, 8287), " ")
_WIDTH |= {
    ord("ꎬ"): "，",
    ord("ꎮ"): "。",
    ord("﹐"): "，",
    ord("﹔"): "；",
    ord("．"): ".",
    ord("﹪"): "%",
    ord("℅"): "%",
}
_WIDTH |= {ord("⼀"): "一"} | {ord("−"): "-", ord("‐"): "-", ord("‑"): "-", ord("﹣"): "-", ord("–"): "-"}
_WIDE = re.compile(f"[{re.escape(''.join(map(chr, _WIDTH)))}]")  # str.translate looks up every character: slow


def half_width(line: str) -> str:
    """Digits, Latin and signs of full width (２．５％) to half width; Chinese punctuation stays full."""
    return line.translate(_WIDTH) if _WIDE.search(line) else line


# --- written years ----------------------------------------------------------------------------------------------------
_ZEROS = str.maketrans("0O◯", "○○○")
_WRITTEN_YEAR = re.compile("(?:一九|二[〇○零0O◯])[〇○零0O◯一二三四五六七八九]{2}(?=年)")


def written_zeros(line: str) -> str:
    """The zero of a year written out (二○一0年, 二OO九年) is ○, whatever was typed for it."""
    if "年" not in line:
        return line
    return _WRITTEN_YEAR.sub(lambda match: match[0].translate(_ZEROS), line)


# --- title marks ------------------------------------------------------------------------------------------------------
_MARKS = str.maketrans("«»‹›﹝﹞〝〞", "《》〈〉〔〕“”")
_MARKED = re.compile("[«»‹›﹝﹞〝〞]")
_NUMBER_BRACKET = re.compile(
    r"(?<=[\u4e00-\u9fff])\s?[\[［【(（〔]\s?((?:19|20)\d\d)\s?[\]］】)）〕]\s?(第?\d{1,5}[号號])"
)


def title_marks(line: str) -> str:
    """«» and ‹› stand for 《》 and 〈〉; the year of a document number stands in 〔〕 (GB/T 9704-2012, 7.2.5)."""
    if _MARKED.search(line):
        line = line.translate(_MARKS)
    if "号" in line or "號" in line:
        line = _NUMBER_BRACKET.sub(r"〔\1〕\2", line)
    return line


# --- missing glyph ----------------------------------------------------------------------------------------------------
# A word that calls for another: no clause ends with it (比例调整至 ；).
_WANTING = re.compile(r"(?<=[调升降增减整高低长达变改占]至) (?=[、，；。,;])|(?<=[属位]于) (?=[、，；。,;])")
_LOST = re.compile(rf"(?<=[{_CJK}]) (?=、)")
_SPACED = re.compile(rf"[{_CJK}] [{_CJK}](?: |[{_CJK}] )")


def missing_glyph(line: str) -> str:
    """A single space before 、, or behind a word that calls for another, is where a glyph was lost.

    Typists put blanks before commas and full stops, and before every mark of a line that is spaced out.
    """
    if " " not in line or _SPACED.search(line):
        return line
    line = _WANTING.sub(MISSING_GLYPH, line)
    return _LOST.sub(MISSING_GLYPH, line) if len(_LOST.findall(line)) == 1 else line


# --- punctuation ------------------------------------------------------------------------------------------------------
_BEFORE_ASCII_MARK = re.compile(rf"(?<=[{_CJK}{_CLOSERS}])[ 　]+(?=[,.;:!?)])")
_COMMA = re.compile(r",(?!\d{3}(?!\d))|(?<!\d),")
_POINT = re.compile(
    rf"(?<=[{_CJK}）”》〉’%‰])\.(?![0-9A-Za-z]*[a-z])[ 　]*"  # after a Chinese word or mark, where no address goes on
    rf"|(?<=[0-9A-Za-z])\.(?= +[{_CJK}“《（])"  # after a figure, where the next sentence is spaced off
    rf"|(?<=[A-Za-z])\.(?=[{_CJK}“《（]|$)"
)
_POINT_LABEL = re.compile(r"^[ 　]*[（(]?\d{1,2}\.")
_COLON = re.compile(rf"(?<=[{_CJK}）”》%]):|:(?=[{_CJK}（“《])")
_CHINESE = re.compile(rf"[{_CJK}、，。；：“”（）%‰]")
_ASCII_MARK = re.compile('[ 　();!?,.:"]')
_REST = re.compile(r"[ 　]*[,;:!?)][^A-Za-z]*")
_REST_MARKS = str.maketrans(",();:!?", "，（）；：！？")
_SIMPLE = str.maketrans("();!?", "（）；！？")
_STRAIGHT = re.compile(r'"([^"\n]{1,80})"')


def chinese_punctuation(line: str) -> str:
    """ASCII , . ; : ( ) ! ? of a Chinese line as the marks they stand for; decimals, times and addresses stay.

    A point that ends a line after a digit (８．) stays: the number may go on in the next line. A line without Chinese
    that begins with a mark is the rest of a sentence: no line is printed so.
    """
    if not _ASCII_MARK.search(line):
        return line
    if not _CHINESE.search(line):
        return line.translate(_REST_MARKS) if _REST.fullmatch(line) else line
    if " " in line or "　" in line:
        line = _BEFORE_ASCII_MARK.sub("", line)
    if "(" in line or ")" in line or ";" in line or "!" in line or "?" in line:
        line = line.translate(_SIMPLE) if "://" not in line else line
    if "," in line:
        line = _COMMA.sub("，", line)
    if "." in line:
        label = match.end() if (match := _POINT_LABEL.match(line)) else 0
        line = line[:label] + _POINT.sub("。", line[label:])
    if ":" in line:
        line = _COLON.sub("：", line)
    if '"' in line:
        line = _STRAIGHT.sub(r"“\1”", line)
    return line


# --- figures ----------------------------------------------------------------------------------------------------------
_UNIT_AHEAD = (
    r"(?=\d+ ?(?:[%％‰万亿千百公平立个家人元吨亩倍度户套座处岁萬億個噸畝戶處歲]|$))"  # the unit may be on the next line
)
_SPACED_POINT = re.compile(rf"(?<=[{_CJK}])(\d{{1,6}})\. {_UNIT_AHEAD}")
_PARTED_POINT = re.compile(r"(?<=\d) +\. *(?=\d|$)|^\. +(?=\d)")  # no label has a blank before its point
# 增长5% - 6%, 1 — 2月; where a blank stands before alone, - is the sign of a negative figure of its own.
_SPACED_RANGE = re.compile(rf"(?<=[0-9%‰℃年月日])(?: *([-—~]) +| +([—~]))(?=\d[\d.]* *[%‰℃{_CJK}])")
_SPACED_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d) *([-/]) *(\d{1,2}) *\2 *(\d{1,2})(?!\d)")
_SPACED_TIME = re.compile(r"(?<![\d:])([012]?\d) *: *([0-5]\d)(?: *: *([0-5]\d))?(?!\d)")
_SPACED_MARK = re.compile(r" *\[ +(\d{1,3}) +\] *")  # of a note
_SPACED_UNIT = re.compile(
    r"(?<=\d) +(?=[℃°μµ㎡㎞㎏㎜㎝㎥]|(?:[kcm]m|[km]?g|m?l|[kMGT]?Wh?|[kKMGTPE]B|[PE]?[Ff]lops|[EP]FLOPS|dB)(?![A-Za-z]))"
)
_RAISED_POINT = re.compile(rf"(?<=[{_CJK}])( ?\d{{1,6}})[·•]{_UNIT_AHEAD}")


def spaced_figures(line: str) -> str:
    """A blank behind a decimal point (校舍17. 3万平方米), one before it (15 . 1亿元), or a raised point (1·8%); blanks
    around the sign of a range (5% - 6%), in a date or a time, before a unit that is no Chinese word (20 ℃).

    What stands before a point is no number itself.
    """
    if " " in line:
        line = _without_blanks(line)
    return _RAISED_POINT.sub(r"\1.", line) if "·" in line or "•" in line else line


def _without_blanks(line: str) -> str:
    if ". " in line:
        line = _SPACED_POINT.sub(r"\1.", line)
    if " ." in line or line.startswith(". "):
        line = _PARTED_POINT.sub(".", line)
    if "- " in line or "/ " in line:
        line = _SPACED_DATE.sub(r"\1\2\3\2\4", line)
    if "- " in line or "—" in line or "~" in line:
        line = _SPACED_RANGE.sub(r"\1\2", line)
    if " :" in line or ": " in line:
        line = _SPACED_TIME.sub(lambda time: ":".join(part for part in time.groups() if part), line)
    if "[ " in line:
        line = _SPACED_MARK.sub(r"[\1]", line)
    return _SPACED_UNIT.sub("", line)


# --- spaces -----------------------------------------------------------------------------------------------------------
_AROUND_MARKS = re.compile(rf"[ 　]+(?=[{_CLOSERS}{_OPENERS}])|(?<=[{_CLOSERS}{_OPENERS}])[ 　]+")
_AROUND_DASH = re.compile(r"(?<=[—―─]{2})[ 　]+|[ 　]+(?=[—―─]{2})")
_AROUND_LATIN = re.compile(rf"(?<=[{_CJK}])[ 　]+(?=[0-9A-Za-z+\-.])|(?<=[0-9A-Za-z+\-.])[ 　]+(?=[{_CJK}])")
# Words that open a heading with a character that is also a unit.
_HEADING_WORDS = (
    "人员|人才|人力|人民|家庭|日常|年度|项目|条件|条款|分级|分工|分类|分析|分组|处置|处理|成立|成员|成果|时间|时限|次生|次数|度汛|位置|户籍|名称|名录|名词"
    "|所需|所属|台账|张贴|片区|个人|个体|元件|号令|米袋子"
)
# A plan's decimal label; a figure with its unit (8.2 万人) is none.
_LABEL_SPACE = re.compile(
    rf"^(\d{{1,2}}(?:\.\d{{1,2}}){{0,4}})[ 　]+(?=[{_CJK}《“])(?=(?:{_HEADING_WORDS})"
    r"|(?!(?:[万萬亿億千百十个個家元人件亩畝吨噸倍户戶所座处處辆輛名位次年月日号號时時分秒度成套张張条條片块塊宗台项項岁歲米]|平方|公里|公[顷頃]|公斤|立方)))"
)
# A column of one character between others: whether a person is a man or a woman, from which dynasty a monument is.
_COLUMN = re.compile(rf"([{_CJK}]{{2,}})[ 　]+([男女唐宋元明清])[ 　]+([{_CJK}]{{2,}})")
_KEPT = "\ue000"  # stands in for a space that stays
_WORD_SPACE = re.compile(rf"([{_CJK}]+)[ 　]+(?=([{_CJK}]+))")


def inner_spaces(line: str) -> str:
    """Spaces put inside words to justify a line (发 展 动 力), around figures and beside punctuation go.

    A space between two words of two or more characters stays, as one space: it may divide the columns of a list.
    One is kept after a plan's decimal label too (1.1 编制目的), which would otherwise run into its heading.
    """
    line = line.strip(" 　\t\r\n")
    if not (" " in line or "　" in line or "\t" in line):
        return line
    line = line.replace("\t", " ")
    if (names := names_apart(line)) is not None:
        return names
    label = ""
    if match := _LABEL_SPACE.match(line):
        label, line = match[1] + " ", line[match.end() :]
    line = _AROUND_MARKS.sub("", line)
    line = _AROUND_LATIN.sub("", line)
    if "——" in line or "――" in line or "──" in line:
        line = _AROUND_DASH.sub("", line)
    line = _COLUMN.sub(_KEPT.join((r"\1", r"\2", r"\3")), line)
    return label + _WORD_SPACE.sub(_word_space, line).replace(_KEPT, " ")


def _word_space(match: re.Match[str]) -> str:
    before, after = match[1], match[2]
    return before if len(before) == 1 or len(after) == 1 else before + " "


STEPS: tuple[Callable[[str], str], ...] = (
    drop_controls,
    half_width,
    written_zeros,
    title_marks,
    missing_glyph,
    spaced_figures,
    chinese_punctuation,
    inner_spaces,
    close_torn_words,
    chinese_punctuation,
)
# Punctuation stands twice: spaces tell where a sentence ends after a figure, and their going shows marks to their
# neighbours.


# Every character that some step acts on: a line without one is as it should be.
_TOUCHED = re.compile(
    f'[{_CONTROLS.pattern[1:-1]}{re.escape("".join(map(chr, (*_WIDTH, *_MARKS, *_SIMPLE))))}号·• 　\t\r\n,.:"]|[〇○零一二三四五六七八九][0O◯]|[0O◯][〇○零一二三四五六七八九]'
)


def repair(line: str, counts: Counter[str] | None = None) -> str:
    """One line, repaired. ``counts`` collects how many lines each step changed."""
    if not _TOUCHED.search(line):
        return line
    for step in STEPS:
        repaired = step(line)
        if counts is not None and repaired != line:
            counts[step.__name__] += 1
        line = repaired
    return line
