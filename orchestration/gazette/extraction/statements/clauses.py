"""Predicates without a figure before 、: …里程全国第四、突破1万公里; …制度全面实施、开户60万人."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.context import Context
from orchestration.gazette.extraction.statements.joined import is_indicator
from orchestration.gazette.extraction.statements.owners import subject_of
from orchestration.gazette.extraction.statements.trimming import trim_tail
from orchestration.gazette.extraction.statements.words import BARE, BUILDS, GENERIC, KEEPS

_RANK = re.compile(
    r"(?:规模|总量|数量|增速)?(?:(?:稳|跃|均|双双)?居|位[居列]|名列|排名?|跃升至?|升至)?(?:全国|全球|世界|全省|全市|[东中西]部|同类城市|[东西南北华中]{2,3}地区)"
    r"(?:第[一二三四五六七八九十\d]{1,3}位?|首位|首个|前列|前茅|最[高多大快])、$"
)
_COMPARED = re.compile(r"(?:增速|增幅)?(?:高于|快于|低于|好于|优于)[^，。；、]{2,14}、$")
# A clause that ends in its verb: 全面实施, 正式启用; or in verbs with one-character objects: 强链补链延链.
_DONE = re.compile(
    r"(?:全面|正式|全部|顺利|成功|持续|深入|稳步|有序|圆满|不断|明显|显著|加快|率先|基本|提前)"
    r"(?:实施|启用|运行|完成|落地|投用|投产|推进|推开|铺开|深化|提升|改善|增强|优化|见效|建成|开通|开工|运营|覆盖|建立|发展|好转|推行|达产)$"
    r"|(?:[强补延拓扩提增减优稳促降][链线量质效容能面绿产销本速点圈]){2,3}$"
)


def without_rank(text: str, start: int, end: int) -> int:
    """Where a head ends that a rank or a comparison parts from its figure (里程全国第四、突破1万公里)."""
    if end - start < 4 or text[end - 1] != "、":
        return end
    for pattern in (_RANK, _COMPARED):
        match = pattern.search(text, max(start, end - 24), end)
        if match is not None and match.start() - start >= 2:
            return trim_tail(text, start, match.start()).end
    return end


def last_clause(context: Context, start: int, end: int, head: str) -> tuple[int, str]:
    """A head whose words before 、 are a clause of their own keeps what follows, with its subject where it needs one."""
    text = context.text
    at = text.rfind("、", start, end)
    if at < 0 or "、" not in head or end - at <= 2:
        return start, head
    begin = context.lead(at + 1, end)
    own = context.clean(begin, end)
    rank = without_rank(text, start, at + 1)
    finished = rank <= at - 1 or _DONE.search(text, start, at) is not None
    bare = (
        own in GENERIC
        or own in BARE
        or own in BUILDS
        or own.startswith("占")
        or (own[:2] in GENERIC and own[2:3] == "占")
    )
    if not finished and not (bare and own not in BUILDS):
        return start, head
    if finished and not bare and own not in KEEPS and is_indicator(own):
        return begin, own  # 花卉产量全国第一、鲜切花占比
    if not finished and is_indicator(context.clean(start, at)):
        return start, head
    owner = (
        subject_of(context, start, at) if finished else context.clean(context.lead(start, at), at).rpartition("、")[2]
    )
    if not owner:
        return (begin, own) if finished and not bare else (start, head)
    return start, owner + own
