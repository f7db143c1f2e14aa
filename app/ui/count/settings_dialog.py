"""How the seller counts: how far apart is near enough, and how the scanner types, learned from a few scans."""

from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.count_entry import Scanner, learned
from app.core.counting import Tolerance
from app.store import count_settings
from app.ui.bridge import Bridge
from app.ui.count.barcode import CODE, Barcode
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import LineEdit, TextField
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Paragraph
from app.ui.words import tr, trn

_WIDTH, _SAMPLES = 560, 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScanSamples(LineEdit):
    """A line that keeps what a scanner sends whole: with what it puts around a code, and ended by Enter or Tab."""

    def __init__(self) -> None:
        super().__init__(tr("Scan the code here, three times"))
        self.samples: list[str] = []
        self.gaps: list[int] = []
        self._raw, self._last = "", 0
        self._clock = QElapsedTimer()
        self._clock.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Collect; an empty line lets Enter and Tab through to the dialog."""
        at = event.timestamp() or self._clock.elapsed()
        if event.key() in (*_ENTER, Qt.Key.Key_Tab) and self._raw:
            self.samples.append(self._raw)
            self._raw = ""
            self.clear()
            self.editingFinished.emit()
            return
        if event.text() and event.key() not in (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backspace, Qt.Key.Key_Escape):
            if self._raw:
                self.gaps.append(int(at - self._last))
            self._raw, self._last = self._raw + event.text(), int(at)
            self.setText("".join(letter for letter in self._raw if letter.isprintable()))
            return
        super().keyPressEvent(event)

    def event(self, event) -> bool:  # type: ignore[no-untyped-def]  # QEvent
        """Tab ends a scan where one was begun; otherwise it goes on to the next field."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab and self._raw:
            if event.type() is QKeyEvent.Type.KeyPress:
                self.keyPressEvent(event)
            return True
        return super().event(event)


class CountSettings(Dialog):
    """What holds for counts that begin from now on, and for the scanner at once. `decided` carries both."""

    decided = Signal(object, object)  # Tolerance, Scanner

    def __init__(self, parent: QWidget, bridge: Bridge) -> None:
        super().__init__(
            parent,
            question=tr("How you count"),
            text=tr("The tolerance holds for counts that begin from now on, the scanner’s settings at once."),
            yes=tr("Keep it so"),
            no=tr("Change nothing"),
            width=_WIDTH,
        )
        self._bridge = bridge
        self.scanner = count_settings.scanner(bridge.db)
        tolerance = count_settings.tolerance(bridge.db)
        self.pieces = self._field(tr("Pieces apart"), f"{tolerance.pieces}")
        self.percent = self._field(tr("or per cent of the ledger’s number"), f"{tolerance.percent:g}")
        self.guard = self._field(tr("The same code counts once within, ms"), f"{self.scanner.guard_ms}")
        self.gap = self._field(tr("Slower than this is typing, ms"), f"{self.scanner.gap_ms}")
        self.samples = ScanSamples()
        self.samples.editingFinished.connect(self._learn)
        self.said = Paragraph(_around(self.scanner))
        self._lay_out()

    def accept(self) -> None:
        """Keep it, if all of it can be."""
        pieces, guard = _whole(self.pieces, 0, 999), _whole(self.guard, 0, count_settings.GUARD_MOST_MS)
        gap, percent = _whole(self.gap, 5, count_settings.GAP_MOST_MS), _share(self.percent)
        if pieces is None or guard is None or gap is None or percent is None:
            return
        tolerance = Tolerance(pieces=pieces, percent=percent)
        self.decided.emit(tolerance, replace(self.scanner, guard_ms=guard, gap_ms=gap))
        super().accept()

    def _learn(self) -> None:
        taken = self.samples.samples
        left = _SAMPLES - len(taken)
        if left > 0:
            self.said.setText(trn("Once more.", "{n} times more.", left))
            return
        found = learned(taken[-_SAMPLES:], CODE)
        self.samples.samples = []
        if found is None:
            self.said.setText(tr("These three do not agree with the code shown. Scan it three times again."))
            return
        self.scanner = found
        slowest = max(self.samples.gaps, default=0)
        if slowest * 2 > int(self.gap.text() or 0):
            self.gap.set_text(str(min(count_settings.GAP_MOST_MS, slowest * 2)))
        self.said.setText(_around(found))

    def _field(self, name: str, text: str) -> TextField:
        field = TextField(name, tabular=True)
        field.set_text(text)
        return field

    def _lay_out(self) -> None:
        rows = ((self.pieces, self.percent), (self.guard, self.gap))
        titles = (
            SectionTitle(tr("Counted again when further apart than"), tr("the greater of the two; any at 2 or fewer")),
            SectionTitle(tr("Scanner")),
        )
        for title, fields in zip(titles, rows, strict=True):
            row = QHBoxLayout()
            row.setSpacing(12)
            for field in fields:
                row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            self.body.addWidget(title)
            self.body.addLayout(row)
        self.body.addWidget(
            Paragraph(tr("Does it put something before or after each code? Scan this one three times."))
        )
        self.body.addWidget(Barcode())
        self.body.addWidget(self.samples)
        self.body.addWidget(self.said)


def _whole(field: TextField, least: int, most: int) -> int | None:
    text = field.text().strip()
    value = int(text) if text.isdecimal() and len(text) < 6 else -1
    field.set_error(
        "" if least <= value <= most else tr("Type a number from {least} to {most}.", least=least, most=most)
    )
    return value if least <= value <= most else None


def _share(field: TextField) -> float | None:
    text = field.text().strip().replace(",", ".").removesuffix("%").strip()
    good = text.replace(".", "", 1).isdecimal() and len(text) < 6 and float(text) <= 50
    field.set_error("" if good else tr("Type a number from {least} to {most}.", least=0, most=50))
    return float(text) if good else None


def _around(scanner: Scanner) -> str:
    if not scanner.prefix and not scanner.suffix:
        return tr("Nothing stands before or after a code.")
    return tr("Before a code: “{prefix}”, after it: “{suffix}”. Both are left out.",
              prefix=_shown(scanner.prefix), suffix=_shown(scanner.suffix))  # fmt: skip


def _shown(text: str) -> str:
    return "".join(letter if letter.isprintable() else f"[{ord(letter)}]" for letter in text)
