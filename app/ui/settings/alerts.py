"""Settings > Alerts: which are on, when and where the seller hears of them, a test, and why one did or did not come."""

from collections.abc import Callable
from datetime import datetime, time
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.core.alerting import OFF, ON, Pace
from app.store import alert_outlets, alert_rules
from app.store.alert_outlets import MAIL, WEBHOOK, Outlet
from app.ui.alerts import writes
from app.ui.alerts.asking import ask_log, ask_rules
from app.ui.alerts.outlet_dialogs import MailDialog, WebhookDialog
from app.ui.bridge import Bridge
from app.ui.settings.rows import RadioRow, SettingRow
from app.ui.settings.sections import Section
from app.ui.theme import follow
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.text import Label
from app.ui.words import moment, say, tr

AT_ONCE, DAILY = "at_once", "daily"
_TIME = 62
_MORNING, _EVENING = time(7), time(22)
_SUMMARY = time(8)


def time_of(typed: str) -> time | None:
    """A time of day as it was typed, "22:00", "7.30" or "7"; None for what is none."""
    hours, _, minutes = typed.strip().replace(".", ":").partition(":")
    if not hours.isascii() or not hours.isdigit() or not (minutes or "0").isascii() or not (minutes or "0").isdigit():
        return None
    hour, minute = int(hours), int(minutes or "0")
    return time(hour, minute) if hour < 24 and minute < 60 else None


class TimeField(LineEdit):
    """A time of day. `decided` is emitted when another one was typed."""

    decided = Signal()

    def __init__(self, name: str, usual: time) -> None:
        super().__init__(name, measure="small", tabular=True)
        self._shown = usual
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editingFinished.connect(self._finish)
        self.textEdited.connect(lambda _typed: self.set_invalid(invalid=False))
        follow(self._measure)
        self._measure()
        self.show_time(usual)

    def show_time(self, at: time) -> None:
        """This one holds."""
        self._shown = at
        if not self.hasFocus():
            self.setText(f"{at:%H:%M}")

    def time(self) -> time:
        """The one that holds."""
        return self._shown

    def _finish(self) -> None:
        typed = time_of(self.text())
        self.set_invalid(invalid=typed is None)
        if typed is not None:
            before, self._shown = self._shown, typed
            self.setText(f"{typed:%H:%M}")
            if typed != before:
                self.decided.emit()

    def _measure(self) -> None:
        self.setFixedWidth(self._theme.px(_TIME))


class AlertsSection(Section):
    """`undoable` says what was changed and how to take it back."""

    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(tr("Alerts"))
        self._bridge = bridge
        self.dialog: QDialog | None = None
        self.rules = Button(tr("Which are on…"), size=ButtonSize.SMALL, name=tr("Which alerts are on"))
        self.log = Button(tr("Why, or why not…"), size=ButtonSize.SMALL, name=tr("Why did it warn, or why not?"))
        self.test = Button(tr("Send me a test"), size=ButtonSize.SMALL)
        self.pace = RadioRow(
            tr("When you hear of them"), {AT_ONCE: tr("At once"), DAILY: tr("Once a day at")}, AT_ONCE, self._paced
        )
        self.daily = TimeField(tr("Time of the daily summary"), _SUMMARY)
        self.quiet = CheckBox(tr("From"), name=tr("Quiet hours"))
        self.begin = TimeField(tr("Quiet from"), _EVENING)
        self.end = TimeField(tr("Quiet until"), _MORNING)
        self.holds = CheckBox(tr("Hold those too"), name=tr("Quiet hours hold an oversell and the two hours too"))
        self.screen_row = RadioRow(tr("On this screen"), {ON: tr("Show"), OFF: tr("Do not show")}, ON, self._screen)
        self.outlets = {kind: Button(tr("Set up…"), size=ButtonSize.SMALL) for kind in (WEBHOOK, MAIL)}
        self.drops = {kind: Button(tr("Remove"), size=ButtonSize.SMALL) for kind in (WEBHOOK, MAIL)}
        self.outlet_rows: dict[str, SettingRow] = {}
        self.test_row: SettingRow | None = None
        self._arrange()
        self._connect()
        self.read()

    def read(self) -> None:
        """What holds now."""
        db = self._bridge.db
        pace = alert_rules.pace(db)
        self.pace.choose(DAILY if pace.digest else AT_ONCE)
        self.daily.show_time(pace.digest or self.daily.time())
        self.daily.setEnabled(pace.digest is not None)
        self.quiet.setChecked(pace.quiet is not None)
        begin, end = pace.quiet or (self.begin.time(), self.end.time())
        self.begin.show_time(begin)
        self.end.show_time(end)
        for part in (self.begin, self.end, self.holds):
            part.setEnabled(pace.quiet is not None)
        self.holds.setChecked(pace.holds_pressing)
        self.screen_row.choose(ON if alert_rules.on_desktop(db) else OFF)
        found = alert_outlets.outlets(db)
        for kind, row in self.outlet_rows.items():
            self._tell(kind, row, found.get(kind))
        if isinstance(self.dialog, QDialog) and hasattr(self.dialog, "renew"):
            self.dialog.renew()

    # What the seller does

    def open_log(self) -> None:
        """Why did it warn, or why not?"""
        self._opened(ask_log(self.window(), self._bridge, self.undoable.emit))

    def open_rules(self) -> None:
        """Which alerts are on?"""
        self._opened(ask_rules(self.window(), self._bridge, self.undoable.emit))

    def _opened(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._closed)

    def _closed(self, _result: int) -> None:
        self.dialog = None
        self.read()

    def _paced(self, answer: str) -> None:
        self._put(digest=self.daily.time() if answer == DAILY else None, digest_set=True)

    def _put(self, *, digest: time | None = None, digest_set: bool = False) -> None:
        before = alert_rules.pace(self._bridge.db)
        daily = digest if digest_set else self.daily.time() if before.digest else None
        quiet = (self.begin.time(), self.end.time()) if self.quiet.isChecked() else None
        after = Pace(quiet=quiet, digest=daily, holds_pressing=self.holds.isChecked() and quiet is not None)
        if after != before and self._write_pace(after):
            self.undoable.emit(tr("When alerts are told was changed"), lambda: self._write_pace(before))
        self.read()

    def _write_pace(self, pace: Pace) -> bool:
        bridge = self._bridge
        return bridge.perform(writes.put_pace, bridge.db, pace, now=bridge.now) is not None

    def _screen(self, answer: str) -> None:
        bridge = self._bridge
        bridge.perform(writes.put_switch, bridge.db, alert_rules.DESKTOP, answer, now=bridge.now)

    def _test(self) -> None:
        bridge = self._bridge
        places = [outlet.shown for outlet in alert_outlets.outlets(bridge.db).values()]
        if bridge.perform(writes.send_test, bridge.db, now=bridge.now) is not None and self.test_row is not None:
            where = [tr("this screen")] if alert_rules.on_desktop(bridge.db) else []
            ways = ", ".join([*where, *places])
            self.test_row.say(
                tr("A test is on its way to: {ways}.", ways=ways) if ways else tr("There is no place to send it to.")
            )

    def _set_up(self, kind: str) -> None:
        lent = self._bridge.lent.notices
        if lent is None:
            return
        if kind == WEBHOOK:
            self._opened(WebhookDialog(self.window(), self._bridge, lent.set_webhook))
        else:
            self._opened(MailDialog(self.window(), self._bridge, lent.set_mail))
        if self.dialog is not None:
            self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.dialog.open()

    def _drop(self, kind: str) -> None:
        lent = self._bridge.lent.notices
        if lent is not None:
            self._bridge.background(partial(lent.drop, kind), lambda _done: self.read())

    # What stands there

    def _tell(self, kind: str, row: SettingRow, outlet: Outlet | None) -> None:
        row.say(outlet_words(kind, outlet, self._bridge.now))
        self.outlets[kind].setVisible(outlet is None)
        self.drops[kind].setVisible(outlet is not None)

    def _arrange(self) -> None:
        seldom = tr("An oversell, and a customer who waits for your message, always come at once.")
        held = tr("What is due then comes when they end. An oversell and the two hours to write are not held.")
        shown = tr("As a message of this computer where it has such, else as a quiet bar.")
        kept = tr("Every check of an alert, with its numbers: fired, suppressed and why, or not met.")
        rows: list[tuple[str, str, QWidget]] = [
            (tr("Alerts"), tr("Everywhere, and channel by channel. A product’s own are in Inventory."), self.rules),
            (tr("When you hear of them"), seldom, _beside(self.pace, self.daily)),
            (tr("Quiet hours"), held, self._quiet_row()),
            (tr("On this screen"), shown, self.screen_row),
            (tr("Why did it warn, or why not?"), kept, self.log),
        ]
        for name, sentence, control in rows:
            self.column.addWidget(SettingRow(name, sentence, control))
        if self._bridge.lent.notices is not None and not self._bridge.sample:
            for kind, name in ((WEBHOOK, tr("Your own webhook")), (MAIL, tr("Your own mail server"))):
                self.outlet_rows[kind] = SettingRow(name, "", _beside(self.outlets[kind], self.drops[kind]))
                self.column.addWidget(self.outlet_rows[kind])
        self.test_row = SettingRow(tr("Test"), tr("By every way that an alert takes."), self.test)
        self.column.addWidget(self.test_row)

    def _quiet_row(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(_beside(self.quiet, self.begin, Label(tr("until")), self.end))
        column.addWidget(self.holds, 0, Qt.AlignmentFlag.AlignRight)
        return holder

    def _connect(self) -> None:
        self.rules.clicked.connect(lambda _on=False: self.open_rules())
        self.log.clicked.connect(lambda _on=False: self.open_log())
        self.test.clicked.connect(lambda _on=False: self._test())
        self.quiet.clicked.connect(lambda _on=False: self._put())
        self.holds.clicked.connect(lambda _on=False: self._put())
        for field in (self.daily, self.begin, self.end):
            field.decided.connect(self._put)
        for kind, button in self.outlets.items():
            button.clicked.connect(lambda _on=False, kind=kind: self._set_up(kind))
        for kind, button in self.drops.items():
            button.clicked.connect(lambda _on=False, kind=kind: self._drop(kind))


def outlet_words(kind: str, outlet: Outlet | None, now: datetime) -> str:
    """Where alerts go, and whether the last one arrived."""
    if outlet is None:
        none: dict[str, Callable[[], str]] = {
            WEBHOOK: lambda: tr("Not set up. Alerts can also be posted to an address of yours, over https."),
            MAIL: lambda: tr("Not set up. Alerts can also be sent by your own mail server, encrypted."),
        }
        return none[kind]()
    if outlet.trouble is not None and outlet.trouble_at is not None:
        at = moment(outlet.trouble_at, now)
        return tr("{place}. {when}: {words}", place=outlet.shown, when=at, words=say(outlet.trouble))
    if outlet.worked_at is not None:
        return tr("{place}. Last sent: {when}.", place=outlet.shown, when=moment(outlet.worked_at, now))
    return tr("{place}. Nothing was sent there yet.", place=outlet.shown)


def _beside(*parts: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
    return holder
