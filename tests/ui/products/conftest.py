"""A small inventory for the tests of this folder, and the import and export over it."""

import pytest
from PySide6.QtWidgets import QWidget

from app.ui.products.sheets import ProductSheets
from tests.ui.shell.world import worlds


@pytest.fixture
def world(tmp_path):
    with worlds(tmp_path) as make:
        yield make()


@pytest.fixture
def sheets(world, theme, qtbot):
    window = QWidget()
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()
    return ProductSheets(world.bridge, window)
