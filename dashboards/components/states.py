"""What a page says when there is nothing to show: why, and what to do about it."""

from __future__ import annotations

from collections.abc import Sized
from typing import NoReturn

import streamlit as st

from dashboards.components import data


def stop_without_warehouse() -> NoReturn:
    """No version was published yet."""
    st.title("还没有发布的数据")
    st.info(f"没有找到 `{data.link()}`。", icon=":material/database_off:")
    st.markdown("把公报放进 `raw/<公报>/<期次>.txt|pdf|html`，然后在项目目录运行：")
    st.code("make run", language="bash")
    st.markdown("已经建好环境的，运行：")
    st.code("gongbao run", language="bash")
    st.caption("数据放在别处时，用环境变量 GONGBAO_DATA 指明，再重新打开本页。")
    st.stop()


def stop_unreadable(reason: str) -> NoReturn:
    """The published file cannot be opened."""
    st.title("已发布的数据打不开")
    st.error(f"`{data.link()}`：{reason}", icon=":material/error:")
    st.markdown("重新运行会发布一个完整的新版本；旧版本在 `data/published/` 中，可把链接指回去。")
    st.code("gongbao run", language="bash")
    st.stop()


def require(*tables: str) -> None:
    """Stop with a reason where this version lacks a table that the page shows."""
    missing = [table for table in tables if not data.has(table)]
    if missing:
        st.info(
            f"这个版本的仓库没有表 {'、'.join(missing)}。重新运行 `gongbao run` 会建好它。", icon=":material/table:"
        )
        st.stop()


def nothing(what: str, filtered: bool) -> None:
    """An empty table or chart: either nothing was read, or the filters match nothing."""
    if filtered:
        st.info(f"没有符合筛选条件的{what}。减少条件，或清空筛选。", icon=":material/filter_alt_off:")
    else:
        st.info(f"已读的公报中没有{what}。可在「核对与警告」中查看是否有读不懂的地方。", icon=":material/inbox:")


def present(values: Sized, what: str, filtered: bool) -> bool:
    """Whether there is something to show; says so where there is not."""
    if len(values) == 0:
        nothing(what, filtered)
        return False
    return True
