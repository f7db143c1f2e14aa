"""Where everything is kept: the data folder, backups, the check of the levels, the sign-in keys, the sample shop."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.core.changes import Changes
from app.errors import PlimsollError
from app.store import settings
from app.ui.bridge import Bridge
from app.ui.settings import writes
from app.ui.settings.backups import Backups
from app.ui.settings.passphrase import Keys
from app.ui.settings.rows import NumberField, SettingRow
from app.ui.settings.sections import Section
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.dialog import Dialog
from app.ui.words import clock_time, say, tr, trn

LETTERS_USUAL, LETTERS_MOST = 60, 3650


class Job(SettingRow):
    """Something slow with a button: while it runs the button is grey and the row says so; then it says how it went."""

    def __init__(self, name: str, sentence: str, action: str, running: str, start: Callable[[], None]) -> None:
        self.button = Button(action, size=ButtonSize.SMALL)
        super().__init__(name, sentence, self.button)
        self._running = running
        self.button.setAccessibleDescription(sentence)
        self.button.clicked.connect(lambda _checked=False: start())

    def begin(self) -> None:
        """It runs."""
        self.button.setEnabled(False)
        self.say(self._running)

    def end(self, sentence: str) -> None:
        """It is over."""
        self.button.setEnabled(True)
        self.button.setAccessibleDescription(sentence)
        self.say(sentence)


class Keeping(Section):
    """The seller's data on this computer. `undoable` says what was changed and how to take it back."""

    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(tr("Your data"))
        self._bridge = bridge
        self.folder = Button(tr("Open the folder"), size=ButtonSize.SMALL)
        self.folder.clicked.connect(lambda _checked=False: open_folder(bridge.folder))
        self.back_up = Job(
            tr("Backup"),
            tr(
                "A checked copy of your inventory. Plimsoll makes one each hour in which something is booked, and one"
                " each day. Older ones are thinned out: a day of them by the hour, two weeks by the day, two months by"
                " the week."
            ),
            tr("Back up now"),
            tr("Making a backup and reading it back."),
            self.start_backup,
        )
        self.recompute = Job(
            tr("Levels"),
            tr("Adds up the ledger again and corrects every level that is not its sum. The ledger itself stays."),
            tr("Recompute from the ledger"),
            tr("Adding up the ledger."),
            self.start_recompute,
        )
        self.secrets = Keys(bridge)
        if bridge.folder:
            self.column.addWidget(SettingRow(tr("Data folder"), bridge.folder, self.folder))
        self.letters = NumberField(
            tr("Days that messages to customers are kept"),
            least=1,
            most=LETTERS_MOST,
            wrong=tr("Type days from 1 to {most}.", most=LETTERS_MOST),
            on_number=self._keep_letters,
            usual=LETTERS_USUAL,
        )
        self.letters.show_number(settings.get(bridge.db, settings.LETTERS_KEPT))
        kept = SettingRow(
            tr("Messages to customers"),
            tr("How many days their words are kept after the incident was closed. That they were sent stays."),
            self.letters,
        )
        self.column.addWidget(self.back_up)
        self.backups: Backups | None = None
        if bridge.lent.computer is not None and not bridge.sample:
            self.backups = Backups(bridge, bridge.lent.computer)
            self.column.addWidget(self.backups)
        for row in (self.recompute, kept, self.secrets):
            self.column.addWidget(row)
        self.show_secrets()

    def _keep_letters(self, days: int | None) -> bool:
        bridge, before = self._bridge, settings.get(self._bridge.db, settings.LETTERS_KEPT)

        def keep(length: int | None) -> bool:
            return bridge.perform(writes.keep_letters, bridge.db, length, now=bridge.now) is not None

        if not keep(days):
            return False
        said = trn("Messages are kept {n} day", "Messages are kept {n} days", days or LETTERS_USUAL)

        def back() -> None:
            keep(before)
            self.letters.show_number(before)

        self.undoable.emit(said, back)
        return True

    def show_secrets(self) -> None:
        """Where the key is, as far as that is known by now."""
        self.secrets.read()

    def start_backup(self) -> None:
        """Make a backup now."""
        if self.back_up.button.isEnabled():
            self.back_up.begin()
            self._bridge.background(self._bridge.lent.back_up, self._backed_up, self._failed(self.back_up))

    def start_recompute(self) -> None:
        """Add up the ledger now."""
        if self.recompute.button.isEnabled():
            self.recompute.begin()
            self._bridge.background(self._bridge.lent.recompute, self._recomputed, self._failed(self.recompute))

    def _backed_up(self, path: object) -> None:
        at = clock_time(self._bridge.now)
        self.back_up.end(tr("Backup made and checked at {time}: {path}", time=at, path=str(path)))

    def _recomputed(self, wrong: int) -> None:
        right = tr("Every level is the sum of its ledger rows.")
        put_right = trn(
            "{n} level was wrong. It is the sum of its ledger rows again.",
            "{n} levels were wrong. They are the sums of their ledger rows again.",
            wrong,
        )
        self.recompute.end(put_right if wrong else right)
        if wrong:
            self._bridge.changed.emit(Changes(catalog=True))  # nobody knows which: every list reads again

    def _failed(self, job: Job) -> Callable[[PlimsollError], None]:
        return lambda error: job.end(tr("{title} {advice}", title=say(error.title), advice=say(error.advice)))


class SampleShop(Section):
    """Only in the sample shop: leave it, or throw it away."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(tr("Sample shop"))
        self._bridge = bridge
        self.leave = Button(tr("Leave"), size=ButtonSize.SMALL)
        self.leave.clicked.connect(lambda _checked=False: bridge.lent.leave_sample())
        self.throw = Button(tr("Throw it away"), Variant.DANGER, size=ButtonSize.SMALL)
        self.throw.clicked.connect(lambda _checked=False: self._ask())
        stays = tr("It stays on this computer as you leave it.")
        goes = tr("Deletes its products, orders and ledger. Your own inventory is not touched.")
        self.column.addWidget(SettingRow(tr("Leave the sample shop"), stays, self.leave))
        self.column.addWidget(SettingRow(tr("Throw the sample shop away"), goes, self.throw))

    def _ask(self) -> None:
        dialog = Dialog(
            self.window(),
            question=tr("Throw the sample shop away?"),
            text=tr("Its products, orders and ledger are deleted. Your own inventory is not touched."),
            yes=tr("Throw it away"),
            no=tr("Keep it"),
            danger=True,
            safe_first=True,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._bridge.lent.throw_sample_away)
        dialog.open()


def open_folder(folder: str) -> None:
    """Show a folder in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
