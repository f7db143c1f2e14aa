"""Which template a message is made of: those that come with Plimsoll, and the seller's own."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.letters import skeletons
from app.store import templates
from app.ui.bridge import Bridge
from app.ui.incidents.template_dialog import TemplateDialog
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.fields import ComboBox
from app.ui.words import tr

_LETTERS = 14  # of a template's name: a longer one is elided


class TemplatePick(QWidget):
    """`picked` comes when the seller chose another one, or changed the one that is chosen."""

    picked = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._language = "en"
        self.dialog: TemplateDialog | None = None
        self.box = ComboBox(tr("Template"))
        self.box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(_LETTERS)
        self.box.activated.connect(lambda _place: self.picked.emit())
        self.edit = Button(tr("Edit…"), size=ButtonSize.SMALL, name=tr("Edit or add templates"))
        self.edit.clicked.connect(lambda _checked=False: self.ask())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.box, 1)
        row.addWidget(self.edit)

    @property
    def name(self) -> str:
        """The one that is chosen."""
        return str(self.box.currentData() or "options")

    @property
    def words(self) -> str:
        """What stands in it."""
        found = self.found(self._language)
        return found.get(self.name, found["options"])

    def found(self, language: str) -> Mapping[str, str]:
        """All templates of a language; the seller's own stand before those of the same name that came along."""
        return skeletons(language) | templates.templates(self._bridge.db, language)

    def show_templates(self, language: str, chosen: str) -> None:
        """Those of a language, with one of them chosen."""
        self._language = language
        self.box.clear()
        for name in self.found(language):
            self.box.addItem(tr("Template: {name}", name=template_name(name)), name)
        self.box.setCurrentIndex(max(0, self.box.findData(chosen)))

    def ask(self) -> None:
        """Edit the one that is chosen, or add another."""
        came = skeletons(self._language)
        dialog = TemplateDialog(
            self.window(), self._bridge, self._language, self.name, self.found(self._language), came=frozenset(came)
        )
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._edited)
        dialog.open()

    def _edited(self, done: int) -> None:
        dialog, self.dialog = self.dialog, None
        if done and dialog is not None:
            self.show_templates(self._language, dialog.name)
            self.picked.emit()


def template_name(name: str) -> str:
    """What a template is called: those that come with Plimsoll have names in the seller's language."""
    return {"options": tr("Options"), "refund": tr("Refund only"), "amazon": tr("Amazon")}.get(name, name)
