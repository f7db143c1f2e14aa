"""One theme for all tests of the windows, put back to light, 100 % and British English after each."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication

from app.ui.theme import Contrast, Scheme, Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    found = qapp.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly)
    theme = found if found is not None else Theme(qapp)
    theme.set_scheme(Scheme.LIGHT)
    yield theme
    # What the test closed is deleted now: no event loop runs between tests that would do it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.set_scheme(Scheme.LIGHT)
    theme.set_contrast(Contrast.SYSTEM)
    theme.set_text_scale(1.0)
    QLocale.setDefault(before)
