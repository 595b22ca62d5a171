"""Whole names of land uses where the lists of names know only a part: 中低密度住宅用地, 文娱和商服用地, 商品房及孵化楼用地.

What stands right before a known name must be the end of something else (a verb, a place, a year, a count); words that
are not are its first words, for land called 高密度住宅 is not all land called 住宅. What is joined to a known name and
ends in 用地 is its other half.
"""

from __future__ import annotations

import re
from functools import lru_cache

from orchestration.gazette.lexicon.regions import table

# Words that end before a name begins.
_STOP = re.compile(
    r"公顷|顷|亩|平方米|平方公里|㎡|年度?|月份?|季度|半年|期间?|时期|阶段|目前|今年|全年|年内|[0-9]|[一二三四五六七八九十两]成|分之[一二三]|"
    r"[宗幅]|(?<!配)套|个(?!人)|块|第[一二三四五]|[首两]批|批次|约|各|(?<!公)共(?!享|有|和)|总量|总(?!部)|规模|面积|数量|"
    r"[省县旗州盟]|(?<![城都])市(?!场|政|民|容)|(?<![社小])区(?![块间])|(?<!城)镇|(?<!城)乡(?!村|镇)|街道|本级|[全我本中]国|全域|新城|片区|区域|各地|地区|兵团|管委会|国土局|[东南西北中]部|城[东南西北]|老城|[近远]郊|我[省市县区]|"
    r"[的了为是在对向给将已还也又均仅只含但且而并把让该此这那即与]|使(?!用)|(?<![不])要|再(?!生)|由(?!贸)|从(?!业)|其中|其次|包括|包含|以及|或者|属于|"
    r"中(?!小|等|央|心|学|低|高|介|医|试|转|水)|以上|以下|以内|以外|之外|方面|之间|主要|尤其|特别|分别|依次|一律|全部|全都|部分|有(?!机|轨|色)|"
    r"供[应给地]|增供|计划|安排|拟|预计|力争|推出|推介|出让|转让|成交|完成|实现|新增|增加|加大|加快|扩大|提高|减少|压缩|缩减|控制|限制|停止|暂停|落实|准备|利用|使用权?|实际|建设|新建|续建|[新续加]供|兴建|修建|改建|划拨|实施|执行|达到|超过|占|"
    r"提供|投放|投入|挂牌|上市|入市|配置|配给|用于|作为|确保|保证|满足|支持|鼓励|引导|优先|需|可以|能够|可供|拿出|储备|收储|收回|整理|整备|盘活|腾挪|置换|审批|批准|报批|下达|分解|统筹|预留|预支|列入|纳入|列为|"
    r"涉及|剩余|销售|购得|竞得|拍得|取得|获得|获批|公布|发布|显示|发展|推进|推动|调整|优化|合理|适度|适当|适量|严格|大力|积极|继续|进一步|稳定|保持|保留|消化|明确|规定|标明|编制|上报|备案|汇总|统计|测算|项目为|转为|改为|变更|"
    r"确[定认]|[选划核认审设限指]定|解决|改善(?!型|性)|提升|挖[掘潜]|谋划|布[局置]|供给|出[租售]|承租|回[收购]|征[收用集]|开展|启[动用]|保供|超额|突破|同比|环比|[去上前当]年|[昨近今]?日|截[至止]|累计|合计|[总共]计|"
    r"绝大|多数|一半|余下|其余|另[有外]|此外|同时|首次|[到至达比较于以]|予以|适合|符合|面向|围绕|针对|依托|关于|根据|按照|加强|强化|细化|建立|健全|完善|形成|做[好到]|包[干含]|留给|留出|腾出|划出|辟出|专门|单独|集中(?![式型])|合并|统一|同步|"
    r"没有|不再|不得|不含|不包括|相关|有关|上述|对应|相应|同类|此类|严[控格]|管控|力[保推]|追加|(?<!配)建(?!材|筑|制)"
)
_PLACE_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_RUN = re.compile(r"[\u4e00-\u9fff]+$")
_JOINT = re.compile(r"(?:、|以及|和|与|及|等其[他它])")
_LAST_JOINT = re.compile(r"(?:、|以及|和|与|及)$")
_REACH = 16
_LONGEST, _LONGEST_JOINED = 6, 12
_NOT = "非"  # 非住宅用地: the one word of a single character that is never the end of something else
_BEHIND = re.compile(r"(?P<joint>、|和|与|及|以及)?(?P<words>[\u4e00-\u9fff]{1,8}?用地)")
_NO_NAME = re.compile(r"^[等共总占达的]|总用地$|^用地$|其[中他它余]|合计|[各全]|上述|以上|所需|实际|已")


def begin_of(text: str, low: int, start: int, longest: int = _LONGEST) -> int:
    """Where a use that the lists know from ``start`` on really begins; not before ``low``, nor with more than
    ``longest`` characters where nothing is joined.
    """
    begin = start
    while True:
        joint = _LAST_JOINT.search(text, max(low, begin - 2), begin)
        if begin < start and not joint:
            return begin
        upto = joint.start() if joint else begin
        run = _run(text, low, upto)
        cut = max((match.end() for match in _STOP.finditer(text, run, upto)), default=run)
        cut = _behind_places(text, cut, upto)
        size = upto - cut
        most = _LONGEST_JOINED if joint or _JOINT.search(text, cut, upto) else longest
        if not 1 < size <= most and not (size == 1 and text[cut] == _NOT and not joint):
            return begin
        begin = cut


def end_of(text: str, end: int, high: int, is_land: bool) -> int:
    """Where a use that the lists know up to ``end`` really ends; not behind ``high``."""
    match = _BEHIND.match(text, end, high)
    if match is None or (is_land and not match["joint"]):
        return end
    words = match["words"]
    if _STOP.search(words) or _NO_NAME.search(words):
        return end
    return match.end()


def _run(text: str, low: int, upto: int) -> int:
    """Where the unbroken words before an offset begin."""
    match = _RUN.search(text, max(low, upto - _REACH), upto)
    return match.start() if match else upto


def _behind_places(text: str, at: int, upto: int) -> int:
    """An offset behind the places named at it without their level: 济南中低密度住宅用地."""
    while at < upto:
        size = next((n for n in (4, 3, 2) if at + n <= upto and text[at : at + n] in _short_names()), 0)
        if size:
            at += size
            continue
        if (
            text[at] in "和与及、"
            and upto - at > 1
            and any(text[at + 1 : at + 1 + n] in _short_names() for n in (2, 3))
        ):
            at += 1
            continue
        return at
    return at


@lru_cache(maxsize=1)
def _short_names() -> frozenset[str]:
    return frozenset(
        name
        for item in table().values()
        for name in (item.short_name, item.name)
        if _PLACE_NAME.fullmatch(name) and item.is_current
    )
