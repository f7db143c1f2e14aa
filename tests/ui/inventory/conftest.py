"""A pottery, and the Inventory page over it in a window that has the keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.store.sqlite import Connection
from app.ui.theme import Theme
from tests.life import fresh
from tests.ui.inventory.world import Pottery, Window, bridge_over

Opener = Callable[..., Window]


@pytest.fixture
def db(tmp_path: Path) -> Connection:
    return fresh(tmp_path)


@pytest.fixture
def pottery(db: Connection) -> Pottery:
    return Pottery(db)


@pytest.fixture
def opener(db: Connection, theme: Theme, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Opener]:
    made: list[Window] = []

    def opening(clock: Callable[..., object], size: tuple[int, int] = (1440, 844)) -> Window:
        window = Window(bridge_over(db, clock), theme)  # type: ignore[arg-type]
        made.append(window)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.page.shown()
        return window

    yield opening
    for window in made:
        window.bridge.close()


@pytest.fixture
def window(pottery: Pottery, opener: Opener) -> Window:
    return opener(lambda: pottery.now)
