"""The words before a figure of land supply: clauses with the uses and places they name, and what rules a figure out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from orchestration.gazette.extraction.land import areas as la
from orchestration.gazette.extraction.land.context import Context, Kind
from orchestration.gazette.extraction.land.places import Part
from orchestration.gazette.extraction.land.uses import Use, uses
from orchestration.gazette.record_class import record

# What an area measures when it is not land supplied.
_OTHER_THINGS = re.compile(
    r"建筑(?:总)?(?:面积|规模|体量)|需求(?:总|量|共|达|约|为|$)|审批(?!.*供)|总建面|建面|楼面|计容|可建|住房面积|地下空间|耕地|林地|草地|园地|湿地|农田|绿化|造林|"
    r"森林|保有量|红线|储备(?!库?用地供)|收储|征收|征地|征用|报批|批回|新批|批准(?!.*供)|复垦|整治|整理|流拍|流标|违法|违规|"
    r"占地(?!.*供)|规划总?面积|建设用地(?:计划)?指标|争取(?!.*供)|闲置|盘活(?!.*供)|处置|清理|在建(?!成|设)|批而未供|低效|减量|腾退|拆除|开工|竣工|单宗|大城市|验收|立项|下限|上限|剩余|尚余|结余|缺口|不低于|不少于|至少|年均|平均|"
    r"(?:前|上述|以上|这)[两三四五六七八]类|^[两三四五六七八]类(?:用地|住房|土地)*(?:合计|共计|总计|共|总)|(?<!新增)建设用地(?:总)?规模|均值|均量|人均|户均|每公顷|小于|大于|不足|不得|林业|审核|灌溉|灌区|收回|挂钩|占补|播种|种植|流转|受灾|水面|面积最|库存|未销售|未售|[未已]开?动工|存量(?:住[宅房]|商品)[^，。；供]*(?:项目|地块)|推[出地]量|均(?:超过?|突破|高于|大于|逾)|待开发|去化|棕地|填海|万元|亿元"
)
# The same told right behind the area: 47万平方米总楼面面积, 12公顷私人土地已收回.
_OTHER_BEHIND = re.compile(
    r"以下|以上的|左右的(?![^，。；]{1,10}(?:供地|用地))|的?(?:项目|地块)(?![^，。；]{0,4}用地)|的?(?:住房|住宅(?!用地)|[大中小]?户型|棕地|增量|缺口|私人土地|总?(?:建筑|楼面))|"
    r"[^，。；（]{0,12}(?:棕地|楼面面积|收回|闲置|流拍|耕地|违法)"
)
_MEASURE = re.compile(
    r"(?:共|总共|合计|累计)?(?:涉及)?(?:土地|用地)?(?:总?面积|总?规模)?(?:约|为|达|共|计)*|(?:共|合计)?涉及.*"
)
# 从审批用地用途来看，…: what the figures of a whole sentence are of.
_OTHER_TOPIC = re.compile(
    r"从?(?:审批|报批|批准|征收|征地|收储|储备|违法|闲置|整治|复垦)[^，。；]{0,12}(?:看|来说|而言|方面|中)，"
)
_CHANGE = re.compile(
    r"(?:增加|减少|增长|下降|缩减|调增|调减|多供|少供|高出|超出|多出|净增|同比增|同比减|多|少|增|减|超)(?:了|约|近|供地|供应)*$|"
    r"(?:增加|减少|调增|调减)[^，。；]{0,12}(?<![为到至])$"
)
# 快速路提升工程183公顷: one work, listed beside the uses.
_ROADWORKS = re.compile(r"(?:路|铁|轨道|轨道交通|桥|隧道|管网|河道)[^，。；地]{0,8}(?:工程|项目)(?:约|为|共|占)?$")
_STOCK_BY = re.compile(
    r"到(?:20\d\d年|规划期末|期末|末期)|截[至止][^。；]{0,24}存量"
)  # 到2035年，居住用地面积达到78平方公里
_CHANGE_WITHIN = 16
_BUILT = re.compile(
    r"^[、和与及并]?(?:已经?|全年|今年|计划|年内|新增)?(?:(?:新建|建成)(?!.*(?:用地|土地))|建设(?!用地|项目|工程))"
)
_PLOT = re.compile(r"地块(?:的|，)?(?:土地)?面积|宗地面积|(?:旧厂|旧村|旧城)改造地块|该宗|该地块|起始价|挂牌")
# 2022-15号地块位于经开区，土地面积45亩: one plot on offer, whatever stands between.
_ONE_PLOT = re.compile(
    r"[出转]让(?:了)?(?:1|一)[宗幅块]|号(?:地块|宗地)|(?<![0-9宗个幅块])地块，(?:总|土地|用地|占地)?面积|地块(?:位于|坐落|四至)|宗地(?:位于|坐落|编号|四至)"
)
# By how it is supplied: neither a use nor a place.
_MODE = re.compile(
    r"(?:有偿|划拨|协议|出让|招拍挂)(?:使用)?方式(?:供应|供地|出让)?(?:国有建设)?(?:土地|用地)?$|"
    r"(?:划拨|协议)(?:供应|出让|供地)?(?:土地|用地)?(?:[0-9]+宗)?$"
)
_MODE_PART = re.compile(
    r"(?:其中|，|、|；)[^，。；]{0,6}(?:出让|划拨|协议|招拍挂|挂牌|拍卖)(?:供应)?(?:国有)?(?:建设用地|土地|用地|供地)?[0-9]*宗?[^，。；]{0,6}，?总?面积$|"
    r"划拨(?:土地|用地|供地)[0-9]*宗?"
)
_MODE_TOTAL = re.compile(
    r"^[，、]?(?:其中)?(?:以?招拍挂|协议|挂牌|拍卖)?(?:出让|划拨|租赁)(?:国有)?(?:建设用地|土地|用地(?!.*用地)|供地|供应|方式(?!供应.+用地)|面积)"
)
COMPARED = re.compile(
    r"(?:相比|比|较|与|(?:^|(?<=，))和|超过|高于|低于|同|多于|少于|不及|远超)于?[^，。；]{0,6}"
    r"(?:(?:19|20)\d\d年|去年|上年|上一年|前年)[^，。；]{0,26}$|(?:去年|上年)?同期（?$"
)
_TOLD_OF_LAST = re.compile(r"[，、]?约?(?:占|同比|比上年|较上年|较去年|环比|增长|下降|减少|增加|与[去上]年)[^，。；]*")
_DIVIDES = re.compile("[（），；：]")
_CLOSING = re.compile(r"(?:以内|以上|左右|）|（[^（）]*）)")
_WORD = re.compile(r"[\u4e00-\u9fff]{3}")
_SUPPLIED = re.compile(r"供[应给地]|出让|推出")
LABEL = re.compile(r"\s*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）.、]|[①-⑨])\s*")  # of an item of a list
INSIDE = re.compile(r"其中|包括|包含|（含?|内含|含")
PASSED_PART = re.compile(rf"{INSIDE.pattern}|涉及")


@record(frozen=True, slots=True)
class Found:
    """One area with all that was read for it; offsets in the matching text."""

    start: int
    end: int
    area: la.Area
    year: int | None
    kind: Kind
    place: str | None  # None: the document's own
    use: str | None  # None: all land
    share: float | None
    rule: str


@dataclass(slots=True)
class Frame:
    """What has been said so far and still holds."""

    year: int | None
    kind: Kind | None = None
    has_total: bool = False  # whether the document has told of all land supplied before
    is_last_year: bool = False  # whether ``year`` was told as 去年
    use: str | None = None  # a use named before the figure's own clause (住宅用地方面，…), for the rest of the sentence
    passed: bool = False  # whether the figure before was no land supplied: what 其中 tells of it is none either
    passed_parts: bool = False  # whether 其中 has begun a list of such parts
    inside: bool = False  # whether 其中 has put the next figures inside the last place
    outer: tuple[int | None, Kind | None, bool] | None = (
        None  # year and kind before an open bracket: they hold behind it
    )
    figures: list[Found] = field(default_factory=list)  # of this sentence
    previous: list[Found] = field(default_factory=list)  # of the sentence before, same paragraph

    def bracket(self, words: str) -> None:
        """Sets year and kind aside where the words between two figures open a bracket, and back where they close it:
        甲市30公顷（2018年实际28公顷），乙市20公顷."""
        if self.outer and "）" in words.partition("（")[0]:
            self.year, self.kind, self.is_last_year = self.outer
            self.outer = None
        if words.rfind("（") > words.rfind("）"):
            self.outer = (self.year, self.kind, self.is_last_year)


@record(frozen=True, slots=True)
class Lead:
    """The words between the last figure and this one (or this group of figures, joined by 分别)."""

    at: int
    group: tuple[la.Area, ...]
    clauses: tuple[tuple[int, int], ...]  # the last one touches the figure
    words: str
    own_start: int
    own: str  # the figure's own clause; with the one before where only a bracket stands between
    compared: bool  # 比去年的…, 与去年同期（…）: the figure is only held against another
    uses: tuple[tuple[Use, ...], ...]  # by clause
    parts: tuple[tuple[Part, ...], ...]  # by clause

    @property
    def first(self) -> la.Area:
        return self.group[0]

    @property
    def last(self) -> la.Area:
        return self.group[-1]


def lead_of(text: str, at: int, group: tuple[la.Area, ...], context: Context) -> Lead:
    """The lead of a group of areas whose words begin at the earliest at ``at``."""
    first = group[0]
    at = _after_last(text, at, first.start)
    clauses = tuple(_clauses(text, at, first.start))
    own_start, own_end = clauses[-1]
    if len(clauses) > 1 and text[own_start - 1] == "（" and not _WORD.search(text, own_start, own_end):
        # Only the figure stands in the bracket: what it is of stands before (近五年均值（6.29万公顷）).
        own_start = clauses[-2][0]
        clauses = (*clauses[:-2], (own_start, own_end))
    return Lead(
        at=at,
        group=group,
        clauses=clauses,
        words=text[clauses[0][0] : clauses[-1][1]],
        own_start=own_start,
        own=text[own_start:own_end],
        compared=COMPARED.search(text[at : first.start]) is not None,
        uses=tuple(tuple(uses(text, start, end)) for start, end in clauses),
        parts=tuple(tuple(context.places.find(text, start, end)) for start, end in clauses),
    )


def is_other(text: str, at: int, first: la.Area, last: la.Area, frame: Frame) -> bool:
    """Whether the words around areas make them no land supplied: floors, fields, stocks, changes, plots, modes."""
    at = _after_last(text, at, first.start)
    start, end = _clauses(text, at, first.start)[-1]
    if start > at and text[start - 1] == "（" and not _WORD.search(text, start, end):
        start = max(text.rfind(mark, at, start - 1) for mark in "，；：") + 1 or at
    own = text[max(at, start) : end]
    if _MEASURE.fullmatch(own) and start > at:
        # 共发现违法用地9462件，涉及土地面积3180.7公顷; 批准征收42批次，总面积1.2万亩: what it is of stands before.
        own = text[max(at, max(text.rfind(mark, at, start - 1) for mark in "，；：") + 1) : end]
    opening = _sentence_start(text, at)
    if _OTHER_TOPIC.search(text, opening, first.start):
        return "供应" not in own and "供地" not in own
    if (
        _ROADWORKS.search(own)
        or _OTHER_THINGS.search(own)
        or _CHANGE.search(own)
        or _PLOT.search(own)
        or _MODE.search(own)
        or _BUILT.match(own)
    ):
        return True
    if _STOCK_BY.search(text, opening, first.start) and not _SUPPLIED.search(text, opening, first.start):
        return True
    if _ONE_PLOT.search(text, at, first.start):
        return True
    if frame.figures and _MODE_PART.search(text, at, first.start):
        return True
    if frame.has_total and _MODE_TOTAL.match(own):
        return True
    if (frame.passed_parts or (frame.passed and PASSED_PART.search(text, at, first.start))) and not _SUPPLIED.search(
        text, at, first.start
    ):
        return True
    return _OTHER_BEHIND.match(text, last.end) is not None or _is_floor(text, last)


def is_change(text: str, at: int) -> bool:
    """Whether an area is a difference: 比去年增加60公顷."""
    return _CHANGE.search(text[max(0, at - _CHANGE_WITHIN) : at]) is not None


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence begins; where it goes on with 其中, where the one before begins."""
    start = max(text.rfind(mark, 0, at) for mark in "。\n") + 1
    if start and text.startswith("其中", start):
        start = max(text.rfind(mark, 0, start - 1) for mark in "。\n") + 1
    return start


def _is_floor(text: str, area: la.Area) -> bool:
    """Whether the text calls the same square metres floor area elsewhere."""
    if not la.is_square_metres(area):
        return False
    printed = re.escape(text[area.start : area.end])
    return re.search(rf"(?:建筑总?(?:面积|规模)|建面)[^。；，\n]{{0,8}}{printed}", text) is not None


def _after_last(text: str, at: int, end: int) -> int:
    """Where the figure's own words begin: behind the brackets, the share and the growth told of the figure before."""
    while True:
        closing = _CLOSING.match(text, at, end)
        if closing:
            at = closing.end()
            continue
        told = _TOLD_OF_LAST.match(text, at, end)
        if told is None or told.end() >= end or (re.search(r"用地|其中", told[0]) and not la.SHARE.search(told[0])):
            return at
        at = told.end()


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans between commas, colons and semicolons outside brackets; at least one, the last one touching ``end``."""
    spans: list[tuple[int, int]] = []
    depth = 0
    at = start
    for mark in _DIVIDES.finditer(text, start, end):
        offset, character = mark.start(), mark[0]
        if character == "（":
            depth += 1
        elif character == "）":
            depth = max(0, depth - 1)
        elif depth == 0:
            if offset > at:
                spans.append((at, offset))
            at = offset + 1
    if depth:
        # An open bracket holds the figure: what stands in it is its clause.
        opened = text.rfind("（", at, end)
        if opened > at:
            spans.append((at, opened))
        at = max(text.rfind(mark, opened, end) for mark in "，；：（") + 1
    spans.append((at, end))
    return spans
