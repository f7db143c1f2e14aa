"""An inventory, and a Channels page over it in a window that has the keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.store.sqlite import Connection
from app.ui.channels.page import ChannelsPage
from app.ui.theme import Theme
from tests.life import fresh
from tests.ui.channels.world import Program, page_over

Opener = Callable[..., ChannelsPage]


@pytest.fixture
def db(tmp_path: Path) -> Connection:
    return fresh(tmp_path)


@pytest.fixture
def program(db: Connection) -> Program:
    return Program(db)


@pytest.fixture
def opened(db: Connection, program: Program, theme: Theme, qtbot) -> Iterator[Opener]:  # type: ignore[no-untyped-def]
    """Open the page as the window does: shown, active, the keyboard on its list."""
    made: list[ChannelsPage] = []

    def opening(*, size: tuple[int, int] = (1260, 844), **more: object) -> ChannelsPage:
        page = page_over(db, theme, program, **more)  # type: ignore[arg-type]
        made.append(page)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.shown()
        return page

    yield opening
    for page in made:
        page.bridge.close()
