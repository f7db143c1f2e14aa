"""Plimsoll's own fault, said calmly: what happened, what was not lost, and what to do about it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.core.text import N_
from app.errors import PlimsollError
from app.ui.bridge import Bridge
from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.text import Paragraph
from app.ui.words import tr

_EDGE, _ABOVE = 12, 8
REPORT = "plimsoll-report.txt"


class FaultBar(QWidget):
    """Stays until sending was restarted."""

    def __init__(self, bridge: Bridge, restart: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.sentence = Paragraph(fault_words(), colour="text_primary")
        self.restart = Button(tr("Restart sending"), size=ButtonSize.SMALL)
        self.save = Button(tr("Save report"), size=ButtonSize.SMALL)
        self.see = Button(tr("See report"), size=ButtonSize.SMALL)
        self.see.clicked.connect(lambda _checked=False: show_report(self.window(), bridge))
        self.restart.clicked.connect(restart)
        self.save.clicked.connect(self._save)
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, _ABOVE, _EDGE, _ABOVE)
        row.setSpacing(8)
        row.addWidget(StatusGlyph(Glyph.OVERSOLD, tr("Stopped")))
        row.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.see)
        row.addWidget(self.save)
        row.addWidget(self.restart)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.sentence.text())
        self._theme = follow(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and border."""
        painter, theme = QPainter(self), self._theme
        ground, line = theme.colour("danger_tint"), theme.colour("danger_line")
        paint.box(painter, QRectF(self.rect()), theme.radius("control"), fill=ground, border=line)
        painter.end()

    def ask_where(self) -> str:
        """Where the report goes; empty for nowhere. Tests replace this."""
        from PySide6.QtWidgets import QFileDialog  # the first paint waits for none of its names

        path, _ = QFileDialog.getSaveFileName(self, tr("Save report"), REPORT)
        return path

    def _save(self) -> None:
        path = self.ask_where()
        if path:
            self.save.setEnabled(False)
            report = self._bridge.lent.report
            self._bridge.background(lambda: write_report(report, Path(path)), self._saved, self._not_saved)

    def _saved(self, path: Path) -> None:
        self.save.setEnabled(True)
        words = tr("Plimsoll made a mistake and stopped sending. The report is in {path}", path=str(path))
        self.sentence.setText(words)
        self.setAccessibleName(words)

    def _not_saved(self, error: PlimsollError) -> None:
        self.save.setEnabled(True)
        self._bridge.trouble.emit(error)


def show_report(window: QWidget, bridge: Bridge) -> None:
    """The report, to read and to copy."""
    from app.ui.shell.report_sheet import ReportSheet

    ReportSheet(window, bridge).begin()


def fault_words() -> str:
    """What is said of our own fault."""
    return tr("Plimsoll made a mistake and stopped sending. Nothing in the ledger was lost.")


def write_report(report: Callable[[], str], path: Path) -> Path:
    """Make a report and put it on disk. Raises `PlimsollError` when it cannot be written there."""
    words = report()
    try:
        path.write_text(words, encoding="utf-8")
    except OSError as error:
        raise PlimsollError(
            N_("The report could not be written there."), N_("Choose another folder, and try again.")
        ) from error
    return path
