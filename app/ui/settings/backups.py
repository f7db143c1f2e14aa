"""Where backups go beside the first folder, and the way back from one."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import PlimsollError
from app.ui.bridge import Bridge
from app.ui.computer import ComputerLent
from app.ui.settings.rows import SettingRow
from app.ui.widgets.button import Button, ButtonSize
from app.ui.words import say, tr


class Backups(QWidget):
    """Two rows: the second folder, and putting a backup back."""

    def __init__(self, bridge: Bridge, lent: ComputerLent) -> None:
        super().__init__()
        self.setAccessibleName(tr("Backups"))
        self._bridge, self._lent = bridge, lent
        self.choose = Button(tr("Choose a folder…"), size=ButtonSize.SMALL)
        self.choose.clicked.connect(lambda _on=False: self._choose())
        self.forget = Button(tr("Use none"), size=ButtonSize.SMALL)
        self.forget.clicked.connect(lambda _on=False: self._set(None))
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.forget)
        row.addWidget(self.choose)
        self.second = SettingRow(tr("Second backup folder"), "", both)
        self.restore = Button(tr("Look at backups…"), size=ButtonSize.SMALL)
        self.restore.clicked.connect(lambda _on=False: self._ask())
        back = tr("Shows what is in a backup first. Your inventory of now is kept beside it.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.second)
        column.addWidget(SettingRow(tr("Put a backup back"), back, self.restore))
        self.read()

    def read(self) -> None:
        """Where the second folder is."""
        folder = self._lent.second_folder()
        none = tr("Each backup is copied there too, and read back: another disk, a stick, or a folder in the cloud.")
        self.second.say(none if folder is None else str(folder))
        self.forget.setVisible(folder is not None)

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Second backup folder"), self._bridge.folder)
        if name:
            self._set(Path(name))

    def _set(self, folder: Path | None) -> None:
        try:
            self._lent.set_second_folder(folder)
        except PlimsollError as error:
            self.second.say(tr("{title} {advice}", title=say(error.title), advice=say(error.advice)))
            return
        self.read()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        from app.ui.settings.restore import RestoreDialog

        dialog = RestoreDialog(self.window(), self._bridge, self._lent.backups(), self._lent.restore)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
