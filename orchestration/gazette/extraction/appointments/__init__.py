"""Appointments: one person, one post, one act, with the words that state it.

An act needs its own word (任命, 免去, 接受…辞去, 自然免除 …) in its clause or in the heading of its list; lives, attendants and
divisions of work have none. Where the grammar puts a name but none can be read, a notice is given and no row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette import lexicon
from orchestration.gazette.extraction.appointments import tabular
from orchestration.gazette.extraction.appointments.carrying import place_of_congress
from orchestration.gazette.extraction.appointments.clauses import Reader
from orchestration.gazette.extraction.appointments.deciders import can_fill
from orchestration.gazette.extraction.appointments.decisions import Decision, Decisions
from orchestration.gazette.extraction.appointments.repeats import without_repeats
from orchestration.gazette.extraction.appointments.rows import Row
from orchestration.gazette.extraction.appointments.view import View
from orchestration.gazette.language import acts
from orchestration.gazette.language.articles import is_set_in_articles
from orchestration.gazette.language.bodies import is_body
from orchestration.gazette.language.characters import simplified
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.posts import MASK
from orchestration.gazette.records import Appointment, Notice

_HOT = re.compile(
    r"任 *命|任职：|免 +去|免去|聘任|续聘|辞去|辞[职任]|免职|不再[担兼]|自然免除|相应[终免]|自动|委派|撤职|罢免|试用期|职务|代理|提名|卸任|选举|补选|委任|任免|解聘|聘请|推荐|增补|推[选举]|当选|选出|调任|挂职|拟[任提]|聘为|兹聘|选为|推举为|新任|出任|接任|决定[^。\n]{1,12}[为任]"
)
_ANNOUNCES = re.compile(r"选举|当选|任免|任职|免职|任命|职务|人事|不再担任|履新|换人|人选|如下|公布|决定|名单")
_READ_OUT = re.compile(r"(?:宣读|宣布|传达)[^。；：]{0,40}(?:决定|任免|任命)[^。；：]{0,6}。\s*$")
_NAME_ALONE = re.compile(r"\s*[\u4e00-\u9fff·]{2,8}，任[\u4e00-\u9fff]")
_PERSON_FIRST = re.compile(r"任(?<=[\u4e00-\u9fff）]任)[\u4e00-\u9fff]|代理|兼任|当选|接替|就任")
_TELLS_ACTS = re.compile(r"任免|人事调整|人事变动|职务任免")
# A round of such news: there who goes where is told of persons with their old titles.
_TELLS_MOVES = re.compile(
    r"[人更调](?:(?<=人)事(?:调整|变动|更迭)|(?:(?<=更)换|(?<=调)整)了?[^，。；]{0,8}(?:校长|书记|董事长|总经理|主官|一把手|领导班子))"
)
_ONE_ACT = re.compile(r"\s*[\u4e00-\u9fff]{2,4}(?:同志)?任[\u4e00-\u9fff（）、 ]{2,40}[；。，]?\s*$")
_WEB_TAIL = re.compile(
    r"^\s*(?:相关阅读|相关新闻|延伸阅读|推荐阅读|更多新闻|热门推荐|相关链接|相关报道|相关稿件|相关文章)"
)
_LIFE = re.compile(r"\s*(?:19|20)\d\d(?:年|[.-]\d)")
_FICTION = re.compile("小说(?:中|里|主人公|讲述)|剧中[，：]|片中[，：]|主人公|饰演")  # what is told there is no act
_LIFE_STEP = re.compile(
    r"(?:19|20)\d\d(?:年|\.)(?:\d{1,2}月?)?[^，。；]{0,14}?(?:任(?![命免])|毕业|入党|参加工作|学习|当选)"
)
_JOINED_DATE = re.compile(
    r"[。；] *(?P<date>[12一二][\d〇○零ＯO◯一二三四五六七八九]{3}年[^，。；：]{1,5}月[^，。；：]{1,3}日) *$"
)
# A conference or a committee whose meeting elects its own officers: 市政协六届一次会议选举A为主席.
_ELECTS_ITS_OWN = re.compile(
    r"[\u4e00-\u9fff]{0,8}政协(?=.{0,6}次(?:全体)?会议)|[\u4e00-\u9fff]{2,20}(?<!常务)委员会(?=第?.{1,3}次(?:全体)?会议)"
)
_ASSOCIATION_MEETS = re.compile(
    rf"(?:^|[，。；：\n日召开举行])(?P<body>[\u4e00-\u9fff]{{2,20}}(?:联合会|协会|学会|商会|总工会|妇联|残联|工商联|红十字会|侨联|科协|文联|基金会))"
    rf"{MASK}*(?:于[^，。；]{{2,12}})?(?:召开|举行)?(?:了)?第?[一二三四五六七八九十\d]{{1,4}}[次届][^，。；]{{0,12}}(?:大会|会议)"
)
_ELECTS_ITSELF = re.compile(
    r"(?:^|[，。；：\n])(?P<body>[\u4e00-\u9fff]{4,24}(?:[省市县区州]委会|协会|学会|联合会|商会))$"
)
_BOARD = re.compile(
    r"(?P<body>[\u4e00-\u9fff（）]{4,30}(?:公司|银行|集团))(?:第[一二三四五六七八九十\d]{1,3}届)?董事会"
)
_OF_COMPANY = re.compile("经理|总裁|总监|首席|行长|董事会秘书|总会计师|总工程师")
_BODY_HEADING = re.compile(
    r"\s*(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d{1,2}[.．、])?(?P<body>(?!各)[\u4e00-\u9fff]{3,24})：?\s*$"
)
_LONGEST_HEADING = 32
_SPREAD = re.compile(r"[\u4e00-\u9fff](?: {1,3}[\u4e00-\u9fff]){3,15}")
_SAYS = re.compile(r"任|免|召开|举行|选举|通过|决定|关于|会议|名单|来源|时间|编辑|记者|各")
_ENDS_SENTENCE = ("；", "。", "：", "，")
_MAX_IDLE_LINES = 2
_TOLD_RULES = frozenset(("person_first", "moved_to", "ceases_to_hold"))


def find(marked: MarkedText) -> Iterator[Appointment | Notice]:
    """Every act of a document in the order of the text, repeats merged; notices for acts that could not be read."""
    text = marked.text
    if not acts.CLUE.search(text) or is_set_in_articles(text):
        return
    view = View(marked)
    reader = _read(view)
    for row in without_repeats(reader.rows):
        yield _appointment(view, row)
    yield from reader.notices


def _read(view: View) -> Reader:
    """All acts of a text, line by line."""
    decisions = Decisions(view)
    is_headline = False

    def settle(rows: list[Row], sentence_start: int, act_start: int) -> None:
        is_told = bool(rows) and rows[0].act.rule in _TOLD_RULES
        decision = decisions.act(sentence_start, act_start, is_told, is_headline)
        for row in rows:
            row.is_headline = is_headline
            if not row.act.is_motion:
                said = decision if can_fill(decision.decided_by or "", row.organization, row.post) else Decision()
                row.decided_by, row.decision_date = said.decided_by, said.date
                if row.organization is None and row.act.remark == "聘任":
                    row.organization = _of_board(decision.decided_by, row.post)
                elif row.organization is None and row.act.remark == "选举":
                    row.organization = _own_officers(view, decision.decided_by, sentence_start, act_start)
                elif row.organization is None and decision.decided_by:
                    row.organization = place_of_congress(decision.decided_by, row.post)
            row.listed_date = decisions.listed

    reader = Reader(view, settle, decisions.observe)
    reader.builder.tells_moves = _TELLS_MOVES.search(view.text) is not None
    idle = 0
    columns: tabular.Columns | None = None
    before = ""
    introduced = False
    tells_acts = _TELLS_ACTS.search(view.text) is not None
    tells_fiction = _FICTION.search(view.text) is not None
    for number, (start, end) in enumerate(_lines(view.text)):
        words = view.text[start:end]
        if _WEB_TAIL.match(words):
            break
        if decisions.line(start, end, before):
            continue
        if tells_fiction and _FICTION.search(words):
            continue
        if _LIFE.match(words) and len(_LIFE_STEP.findall(words)) > 1:
            continue
        if words.endswith("：") and (moves := acts.LAYS_BEFORE.search(words)):
            reader.builder.lays_before = moves["word"]
        elif reader.builder.lays_before is not None and acts.DECIDES.search(words):
            reader.builder.lays_before = None
        letters = words.strip()
        is_spread = " " in letters and _SPREAD.fullmatch(letters) is not None  # 廉 政 公 署
        heading = _BODY_HEADING.match(words) if len(words) <= _LONGEST_HEADING and not is_spread else None
        if is_spread and is_body(letters.replace(" ", "")):
            reader.builder.under(view.printed(start, end))
        elif heading and is_body(heading["body"]) and not _SAYS.search(heading["body"]):
            reader.builder.under(view.printed(start + heading.start("body"), start + heading.end("body")))
        is_hot = _HOT.search(words) is not None or _is_moved(words, before) or _heads(words)
        is_first = number < 4 and len(words) < 60
        announced = (
            is_first or introduced or bool(_ANNOUNCES.search(words)) or (tells_acts and bool(_ONE_ACT.match(words)))
        )
        person_first = (announced or reader.builder.tells_moves) and _names_first(words)
        found = 0
        if "|" in words:
            columns = tabular.header(words) or columns
            found = tabular.row(reader.builder, columns, start, words) if columns else 0
            if found:
                settle(reader.rows[len(reader.rows) - found :], start, start)
                continue
        else:
            columns = None
        is_headline = is_first and not words.rstrip().endswith(_ENDS_SENTENCE)
        if is_hot or reader.is_in_list or person_first:
            found = reader.line(start, end, announced)
            if found and not words.rstrip().endswith(_ENDS_SENTENCE):
                for row in reader.rows[len(reader.rows) - found :]:
                    row.is_heading = True
        else:
            for low, high in view.sentences(start, end):
                decisions.observe(low, high)
        if reader.is_in_list and not is_hot:
            idle = 0 if found else idle + 1
            if idle > _MAX_IDLE_LINES:
                reader.end_list()
                idle = 0
        introduced = (
            (("宣" in words or "传达" in words) and _READ_OUT.search(words) is not None)
            or words.rstrip().endswith(("：", "—"))
            or (introduced and (found > 0 or "任" in words))
        )
        before = words
    return reader


def _of_board(decided_by: str | None, post: str) -> str | None:
    """X公司董事会聘任A为总经理: a board appoints the managers of its company."""
    board = _BOARD.match(simplified(decided_by or ""))
    return decided_by[: board.end("body")] if board and decided_by and _OF_COMPANY.search(simplified(post)) else None


def _own_officers(view: View, decided_by: str | None, start: int, act_start: int) -> str | None:
    """Whose meeting elects officers of no printed body: a conference, a committee, or an association."""
    own = _ELECTS_ITS_OWN.match(simplified(decided_by or ""))
    if own and decided_by:
        return decided_by[: own.end()]
    congress = _ASSOCIATION_MEETS.search(view.masked, start, act_start) or _ELECTS_ITSELF.search(
        view.masked, start, act_start
    )
    return view.printed(*congress.span("body")) if congress else None


def _names_first(words: str) -> bool:
    """Whether a line may tell acts with the person named before the verb: A，任X局局长; A任X局局长."""
    return _PERSON_FIRST.search(words) is not None or _NAME_ALONE.match(words) is not None


def _heads(words: str) -> bool:
    """Whether a line is a heading of acts and nothing else: 二、免职."""
    return len(words) <= len("（一）任职：") and words.rstrip("： ").endswith(("任职", "免职"))


def _is_moved(words: str, before: str) -> bool:
    """Whether a line says what the persons of the line before become (免去A的X职务。⏎任Y)."""
    return words.startswith("任") and before.rstrip(" ；。，").endswith("职务")


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Lines that hold something; a heading date that was joined to the line before it is a line of its own."""
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        if line.strip():
            joined = _JOINED_DATE.search(line) if line.rstrip(" ").endswith("日") else None
            cut = at + joined.start("date") if joined else end
            yield at, cut
            if cut < end:
                yield cut, end
        at = end + 1


def _appointment(view: View, row: Row) -> Appointment:
    document = view.marked.document
    start, end = view.clean(row.start, row.end)
    home = lexicon.region(document.region_name) if document.region_name else None
    attributes = row.attributes
    remarks = [words for words in attributes.remarks if words]
    return Appointment(
        start=start,
        end=end,
        rule_id=f"appointments.{row.act.rule}",
        person_name=row.person.name,
        action=row.act.action,
        organization=row.organization,
        organization_alias=row.organization_alias,
        agency_id=lexicon.agency(row.organization, home) if row.organization else None,
        post=row.post,
        post_alias=attributes.post_alias,
        decided_by=row.decided_by,
        decision_date=row.decision_date,
        listed_date=row.listed_date,
        probation_months=attributes.probation_months if row.act.action == "appoint" else None,
        secondment_months=attributes.secondment_months,
        is_concurrent=attributes.is_concurrent,
        is_automatic=row.is_automatic or row.act.is_automatic,
        is_former_organization=row.is_former,
        remark="；".join(dict.fromkeys(remarks)) or None,
    )
