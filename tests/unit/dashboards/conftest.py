"""Every page run in the process by Streamlit's AppTest, on warehouses made for the purpose."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[3]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tests.support.fake_warehouse import publish  # noqa: E402

APP = str(ROOT / "dashboards" / "app.py")
Open = Callable[..., AppTest]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a published warehouse."""
    return publish(tmp_path_factory.mktemp("filled")).parent


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose published warehouse has all tables and no row."""
    return publish(tmp_path_factory.mktemp("empty"), empty=True).parent


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens a page (its file's name) on a data folder with query parameters, and runs it."""

    def run(page: str, data: Path, **query: str) -> AppTest:
        monkeypatch.setenv("GONGBAO_DATA", str(data))
        app = AppTest.from_file(APP, default_timeout=60)
        if page != "overview":
            app.run()
            app.switch_page(f"views/{page}.py")
        for name, value in query.items():
            app.query_params[name] = value
        return app.run()

    return run
