"""Words of official texts that a blank tears where an old line end was typed as one (城乡居 民人均, 5个百 分点).

So does the end of a line in a text whose lines have no measure. A blank between two words of a sentence may divide a heading from its text or a name from a post, so that only blanks
inside a word of this list are closed, and only in lines that hold a sentence.
"""

from __future__ import annotations

import re

from orchestration.gazette.language.characters import simplified

_WORDS = frozenset(
    "百分点 居民 固定资产 资产 投资 产值 产业 企业 工业 农业 农村 农民 城镇 城乡 城市 乡镇 村民 完成 实现 增长 增加 提高 提升 下降 减少"
    " 达到 建成 建设 新建 改造 推进 推动 加快 加强 开展 组织 实施 落实 发展 经济 社会 收入 支出 财政 税收 预算 生产 总值 增加值 人均"
    " 可支配 消费 零售 总额 进出口 外资 合同 项目 工程 规模 同比 全年 全市 全县 全省 全区 服务 网络 就业 失业 登记 保障 保险 养老 医疗"
    " 卫生 教育 学校 住房 基础 设施 公共 环境 生态 污染 治理 排放 能耗 水平 质量 标准 制度 改革 创新 科技 技术 人才 培训 覆盖 示范 重点"
    " 重大 招商 引资 到位 资金 市场 贸易 旅游 交通 公路 水利 群众 贫困 脱贫 任务 目标 计划 规划 工作 会议 政府 部门 单位 亿元 万元 公顷"
    " 平方米 平方公里 水库 河道 面积 总产值 劳动力 畜牧业 医院 道路 管网 处理".split()
)
_LONGEST = max(map(len, _WORDS))
_SENTENCE = re.compile(r"[，。；]")
_BLANK = re.compile(r"(?<=[一-龥]{2}) (?=[一-龥]{2})")


def close_torn_words(line: str) -> str:
    """The line without the blanks that stand inside words."""
    if " " not in line or not _SENTENCE.search(line):
        return line
    return _BLANK.sub(lambda blank: "" if _tears_word(line, blank.start()) else " ", line)


def _tears_word(line: str, at: int) -> bool:
    return tears_word(line[max(0, at - _LONGEST + 1) : at], line[at + 1 : at + _LONGEST])


def breaks_in_word(line: str, following: str) -> bool:
    """Whether a line that holds a sentence breaks off inside a word that the next line ends (病险水|库除险加固)."""
    return _SENTENCE.search(line) is not None and tears_word(line[-_LONGEST + 1 :], following[: _LONGEST - 1])


def tears_word(before: str, after: str) -> bool:
    """Whether a word of the list begins at the end of some words and ends at the beginning of others."""
    before, after = simplified(before), simplified(after)
    return any(
        before[-left:] + after[:right] in _WORDS
        for left in range(1, len(before) + 1)
        for right in range(1, min(len(after), _LONGEST - left) + 1)
    )
