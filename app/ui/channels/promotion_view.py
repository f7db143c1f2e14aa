"""Before your next sale: send and compare everything, see to who may change stock, and sign what was found."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.core.changes import Changes
from app.core.text import N_
from app.errors import PlimsollError, StoreError
from app.store import promotion, shops
from app.store.promotion import Check
from app.ui.bridge import Bridge
from app.ui.channels import promotion_acts as acts
from app.ui.channels.figure_rows import emptied
from app.ui.channels.promotion_parts import Differences, PastRow, ShopRow
from app.ui.channels.promotion_words import (
    Point,
    points,
    reason_not_to_sign,
    report,
    share_done,
    time_words,
    verdict,
)
from app.ui.shell.views import FormColumn, Soon, View, announce, ask_then
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import TextField
from app.ui.widgets.progress import ProgressLine
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import moment, tr

_WIDTH, _TICK_MS, _PAST = 860, 1000, 5
_READ_MS = 500


class PromotionView(View):
    """One check at a time. It goes on in the background, and is found again as far as it came."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(tr("Before your next sale"), _sentence())
        self._bridge = bridge
        self._check: Check | None = None
        self._rows: dict[int, ShopRow] = {}
        self._boxes: dict[tuple[int, str], CheckBox] = {}
        self.past: list[PastRow] = []
        self.begin = Button(tr("Send and compare everything"), Variant.PRIMARY, icon="refresh")
        self.sign = Button(tr("Sign this check"), Variant.PRIMARY)
        self.stop = Button(tr("Stop this check…"), Variant.QUIET)
        self.progress = ProgressLine(shown_after_ms=0)
        self.time, self.intro = Label("", colour="text_secondary", tabular=True), Paragraph()
        self.differences = Differences()
        self.note = TextField(tr("A note to keep with it"))
        self.save, self.copy = Button(tr("Save as text…"), size=ButtonSize.SMALL), self._copy_button()
        self._shops, self._ticks, self._past = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._soon = Soon(lambda _changes: self.read(), self, after_ms=_READ_MS)
        self._ticker = QTimer(self)
        self._ticker.setInterval(_TICK_MS)
        self._ticker.timeout.connect(self._tick)
        for button in (self.stop, self.begin, self.sign):
            self.header.add_action(button)
        self._lay_out()
        self._connect()

    @property
    def boxes(self) -> dict[tuple[int, str], CheckBox]:
        """The list to tick, by shop and point."""
        return self._boxes

    def start(self) -> None:
        """Show the check that is under way, or the way to begin one."""
        self.read()
        first = self.begin if self._check is None else self.stop
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> None:
        """Read how far it is, and go on where a step is over."""
        db = self._bridge.db
        check = promotion.open_check(db)
        if check is not None and any(one.may_go_on for one in check.shops):
            self._bridge.perform(acts.go_on, db, now=self._bridge.now)
            check = promotion.open_check(db)
        self._check = check
        self._show(check)

    def on_changed(self, changes: Changes) -> None:
        """Something was confirmed or read."""
        if changes:
            self._soon.add(changes)

    def rest(self) -> None:
        """Nobody looks."""
        self._soon.stop()

    def text(self, check: Check) -> str:
        """A check as text."""
        db, now = self._bridge.db, self._bridge.now
        rows = promotion.differences(db, check, now=now)
        return report(check, self._points(), rows, promotion.compared_listings(db, check), now)

    def ask_where(self) -> str:
        """Where the text goes; empty for nowhere. Tests replace this."""
        path, _ = QFileDialog.getSaveFileName(self, tr("Save this check"), tr("check.txt"))
        return path

    def save_text(self, check: Check) -> None:
        """Keep a check as a text file."""
        path = self.ask_where()
        if path:
            words = self.text(check)
            self._bridge.background(lambda: write_text(Path(path), words), self._saved, self._not_saved)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the time run."""
        self._ticker.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at the time."""
        self._ticker.stop()
        super().hideEvent(event)

    # What is shown

    def _show(self, check: Check | None) -> None:
        self.begin.setVisible(check is None)
        for part in (self.sign, self.stop):
            part.setVisible(check is not None)
        self._under_way.setVisible(check is not None)
        self.intro.setVisible(check is None)
        if check is None:
            self.header.say(tr("Before your next sale"), _sentence())
            self.progress.end()
            self._show_past()
            return
        emptied(self._past)
        self._show_shops(check)
        self._show_differences(check)
        self._show_ticks(check)
        reason = reason_not_to_sign(check, self._points())
        self.header.say(tr("Before your next sale"), reason or tr("Everything is seen to: it can be signed."))
        self.sign.setEnabled(not reason)
        self._tell_time()

    def _show_shops(self, check: Check) -> None:
        if list(self._rows) != [one.shop.id for one in check.shops]:
            column, self._rows = emptied(self._shops), {}
            for one in check.shops:
                row = ShopRow(one)
                row.left_out.connect(self._leave_out)
                self._rows[one.shop.id] = row
                column.addWidget(row)
                row.show()  # a layout would do it a moment later
        for one in check.shops:
            self._rows[one.shop.id].show_check(one)
        done, total = share_done(check)
        if check.compared:
            self.progress.end()
        else:
            if not self.progress.running:
                self.progress.begin()
            self.progress.set_progress(done, total)

    def _show_differences(self, check: Check) -> None:
        db, now = self._bridge.db, self._bridge.now
        if not check.compared:
            self.differences.show_rows([], tr("Listed once every channel was read back."))
            return
        rows = promotion.differences(db, check, now=now)
        self.differences.show_rows(rows, verdict(promotion.compared_listings(db, check), len(rows)))

    def _show_ticks(self, check: Check) -> None:
        wanted = self._points()
        if list(self._boxes) != [(point.shop, point.key) for point in wanted]:
            column, self._boxes = emptied(self._ticks), {}
            for point in wanted:
                box = CheckBox(point.words)
                box.clicked.connect(lambda on, point=point: self._tick_point(point, on=on))
                self._boxes[point.shop, point.key] = box
                column.addWidget(box)
                box.show()
        for key, box in self._boxes.items():
            box.setChecked(key in check.ticks)

    def _show_past(self) -> None:
        column, now = emptied(self._past), self._bridge.now
        found = promotion.checks(self._bridge.db, limit=_PAST)
        if found:
            column.addWidget(SectionTitle(tr("Earlier checks")))
        self.past = [PastRow(check, moment(check.began_at, now), now) for check in found]
        for row in self.past:
            row.save.clicked.connect(lambda _checked=False, check=row.check: self.save_text(check))
            column.addWidget(row)
            row.show()

    def _tell_time(self) -> None:
        if self._check is not None:
            self.time.setText(time_words(self._check, self._bridge.now))

    def _tick(self) -> None:
        self._tell_time()
        if self._check is not None and not self._check.compared:
            self.read()

    # What the seller does

    def _begin(self) -> None:
        bridge = self._bridge
        if bridge.perform(acts.begin, bridge.db, sends_here=bridge.lent.sends_here(), now=bridge.now) is not None:
            announce(self, tr("Everything is sent, then read back."))
            self.start()

    def _leave_out(self, shop: int) -> None:
        bridge, check = self._bridge, self._check
        if check is not None:
            bridge.perform(acts.leave_out, bridge.db, check.id, shop, now=bridge.now)
            self.read()

    def _tick_point(self, point: Point, *, on: bool) -> None:
        bridge, check = self._bridge, self._check
        if check is not None:
            bridge.perform(acts.tick, bridge.db, check.id, point.shop, point.key, on=on, now=bridge.now)
            self.read()

    def _sign(self) -> None:
        bridge, check = self._bridge, self._check
        if check is None or not self.sign.isEnabled():
            return
        if bridge.perform(acts.sign, bridge.db, check.id, note=self.note.text(), now=bridge.now) is not None:
            self.note.set_text("")
            announce(self, tr("The check is signed and kept."))
            self.start()

    def _stop(self) -> None:
        ask_then(
            self,
            self._give_up,
            question=tr("Stop this check?"),
            text=tr("What was sent stays sent. The check is kept without a signature."),
            yes=tr("Stop it"),
            no=tr("Go on"),
        )

    def _give_up(self) -> None:
        bridge, check = self._bridge, self._check
        if check is not None and bridge.perform(acts.give_up, bridge.db, check.id, now=bridge.now) is not None:
            self.start()

    def _copy(self) -> None:
        if self._check is not None:
            QGuiApplication.clipboard().setText(self.text(self._check))
            announce(self, tr("Copied"))

    def _save(self) -> None:
        if self._check is not None:
            self.save_text(self._check)

    def _saved(self, path: Path) -> None:
        announce(self, tr("Saved in {path}", path=str(path)))

    def _not_saved(self, error: PlimsollError) -> None:
        self._bridge.trouble.emit(error)

    def _points(self) -> Sequence[Point]:
        return points(shops.shops(self._bridge.db))

    def _copy_button(self) -> Button:
        return Button(tr("Copy"), size=ButtonSize.SMALL, icon="copy")

    def _lay_out(self) -> None:
        self._under_way = QWidget()
        part = QVBoxLayout(self._under_way)
        part.setContentsMargins(0, 0, 0, 0)
        part.setSpacing(0)
        self._ticks.setSpacing(8)
        sections: list[tuple[str, QVBoxLayout | QWidget]] = [
            (tr("Send and read back"), self._shops),
            (tr("What differs"), self.differences),
            (tr("Who may change stock"), self._ticks),
        ]
        part.addWidget(self.time)
        part.addSpacing(16)
        for title, inner in sections:
            part.addWidget(SectionTitle(title))
            part.addSpacing(4)
            part.addLayout(inner) if isinstance(inner, QVBoxLayout) else part.addWidget(inner)
            part.addSpacing(20)
        part.addWidget(self.note)
        part.addSpacing(12)
        line = QHBoxLayout()
        line.addWidget(self.save)
        line.addWidget(self.copy)
        line.addStretch(1)
        part.addLayout(line)
        self.intro.setText(
            tr(
                "Plimsoll sends every number that should have changed, reads all of them back, and lists what differs."
                " What somebody else typed is not overwritten: it waits for you. Then you tick who may change stock,"
                " and sign what was found. You may close the window meanwhile."
            )
        )
        form = FormColumn(width=_WIDTH)
        for inner in (self.intro, self._under_way):
            form.items.addWidget(inner)
        form.items.addLayout(self._past)
        form.items.addStretch(1)
        self.column.addWidget(self.progress)
        self.column.addWidget(form, 1)

    def _connect(self) -> None:
        self.begin.clicked.connect(lambda _checked=False: self._begin())
        self.sign.clicked.connect(lambda _checked=False: self._sign())
        self.stop.clicked.connect(lambda _checked=False: self._stop())
        self.save.clicked.connect(lambda _checked=False: self._save())
        self.copy.clicked.connect(lambda _checked=False: self._copy())


def _sentence() -> str:
    return tr("About 5 minutes alone, and 15 with the list of who may change stock.")


def write_text(path: Path, words: str) -> Path:
    """Write it, UTF-8. Raises `StoreError` when the file cannot be written."""
    try:
        path.write_text(words, encoding="utf-8")
    except OSError as error:
        raise StoreError(
            N_("The file could not be written: {path}", path=str(path)), N_("Choose another folder.")
        ) from error
    return path
