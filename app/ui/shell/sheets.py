"""Sheets that only tell, such as what Plimsoll is made of. They never block."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app import __version__
from app.core.text import Text
from app.paths import resource
from app.ui.shell.sidebar import Mark
from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import say, tr

_EDGE, _WIDTH, _HEIGHT = 21, 520, 560

# What comes with the program, and under which licence. Names are not translated.
MADE_OF = (
    ("Plimsoll", "MIT"),
    ("Python", "PSF-2.0"),
    ("Qt, PySide6", "LGPL-3.0"),
    ("Inter", "OFL-1.1"),
    ("JetBrains Mono", "OFL-1.1"),
    ("pyqtgraph", "MIT"),
    ("NumPy", "BSD-3-Clause"),
    ("httpx", "BSD-3-Clause"),
    ("msgspec", "BSD-3-Clause"),
    ("sqlite-utils", "Apache-2.0"),
    ("SQLite, pysqlite3", "Public domain, Zlib"),
    ("keyring", "MIT"),
    ("cryptography", "Apache-2.0 or BSD-3-Clause"),
    ("platformdirs", "MIT"),
    ("python-calamine, openpyxl", "MIT"),
)


class Sheet(QDialog):
    """A title, something to read in `body`, and one button. Esc and Enter close it."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._theme = follow(self._dress)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE - 2, _EDGE, _EDGE - 1)
        column.setSpacing(12)
        column.addWidget(Paragraph(title, "lead", colour="text_primary", weight=600))
        inner = QWidget()
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, 12, 0)
        self.body.setSpacing(0)
        self.area = QScrollArea()
        self.area.setAccessibleName(title)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inner)
        inner.setAutoFillBackground(False)
        column.addWidget(self.area, 1)
        self.close_button = Button(tr("Close"), Variant.PRIMARY)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.close)
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        column.addLayout(self.foot)
        self._dress()

    def begin(self) -> None:
        """Show it; the keyboard starts where the arrows scroll."""
        self.body.addStretch(1)
        self.open()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet and its border."""
        painter, theme = QPainter(self), self._theme
        ground, line = theme.colour("bg_surface"), theme.colour("line_strong")
        paint.box(painter, QRectF(self.rect()), theme.radius("sheet"), fill=ground, border=line)
        painter.end()

    def _dress(self) -> None:
        parent = self.parentWidget()
        room = parent.window().height() - 80 if parent is not None else _HEIGHT
        self.setFixedSize(self._theme.px(_WIDTH), min(self._theme.px(_HEIGHT), max(320, room)))
        self.update()


def about_sheet(parent: QWidget, notices: Iterable[Text] = ()) -> Sheet:
    """Version, whose work this stands on, and what channels want to be said of themselves (`notices`)."""
    sheet = Sheet(parent, tr("About Plimsoll"))
    head = QHBoxLayout()
    head.setSpacing(12)
    head.addWidget(Mark(40))
    words = tr("Version {version}. One stock for every place you sell.", version=__version__)
    head.addWidget(Paragraph(words, colour="text_primary"), 1, Qt.AlignmentFlag.AlignVCenter)
    sheet.body.addLayout(head)
    sheet.body.addSpacing(20)
    for notice in notices:
        sheet.body.addWidget(Paragraph(say(notice), "small"))
        sheet.body.addSpacing(20)
    sheet.body.addWidget(SectionTitle(tr("Made of"), tr("each under its own licence")))
    grid = QGridLayout()
    grid.setVerticalSpacing(4)
    grid.setContentsMargins(0, 8, 0, 20)
    for row, (name, licence) in enumerate(MADE_OF):
        grid.addWidget(Label(name), row, 0)
        grid.addWidget(Label(licence, "small", colour="text_secondary"), row, 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, 170)
    sheet.body.addLayout(grid)
    sheet.body.addWidget(SectionTitle(tr("Licence of the fonts")))
    sheet.body.addSpacing(8)
    sheet.body.addWidget(Paragraph(resource("fonts/OFL.txt").read_text(encoding="utf-8"), "small"))
    return sheet
