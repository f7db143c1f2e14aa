"""A title with a tag in it stays what it is."""

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QToolTip

from app.ui.widgets.text import ElidedLabel
from app.ui.widgets.tips import plain


@pytest.mark.parametrize("words", ["Mug", "Mug & jug", "<b>Mug</b>", "a < b\n<img src='x'>", "Mug<br>\n\nnew & old"])
def test_a_tooltip_shows_every_letter(words: str) -> None:
    tip = plain(words)
    document = QTextDocument()
    document.setHtml(tip) if tip.startswith("<") else document.setPlainText(tip)
    assert document.toPlainText() == words


def test_a_title_that_does_not_fit_is_said_as_it_is(qtbot, theme) -> None:
    label = ElidedLabel("<b>Mug</b> with a title that is far too long for its place")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.toolTip() == plain(label.text())
    assert "&lt;b&gt;" in label.toolTip()
    QToolTip.hideText()
