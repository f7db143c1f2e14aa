"""Edits a template of messages, or adds one. What is saved was rendered first, in the same sandbox as every message."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from app.core.changes import Changes
from app.core.text import N_
from app.errors import PlimsollError
from app.letters import FIELDS, tried
from app.store import templates
from app.store.database import transaction
from app.store.sqlite import Connection
from app.ui.bridge import Bridge
from app.ui.theme import follow
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import TextField
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import say, tr

_WIDTH, _HEIGHT, NAME_MAX = 640, 230, 40


def save_template(db: Connection, language: str, name: str, words: str, *, now: datetime) -> Changes:
    """Keep it, if it renders. Raises `TemplateRefused`."""
    if not name.strip():
        raise PlimsollError(N_("A template needs a name."), N_("Nothing was saved."))
    tried(words)
    with transaction(db):
        templates.save(db, language, name.strip(), words, now=now)
    return Changes(settings=True)


def drop_template(db: Connection, language: str, name: str) -> Changes:
    """The seller's own one is gone; what came with Plimsoll is as it came."""
    with transaction(db):
        templates.drop(db, language, name)
    return Changes(settings=True)


class TemplateDialog(Dialog):
    """`name` is what was saved. Another name makes another template; the same name changes it."""

    def __init__(
        self,
        parent: QWidget,
        bridge: Bridge,
        language: str,
        name: str,
        found: Mapping[str, str],
        *,
        came: frozenset[str],
    ) -> None:
        super().__init__(
            parent,
            question=tr("Edit the template, or save it under another name"),
            text=tr(
                "The four parts are marked [[happened]]…[[/]], [[apology]][[/]], [[options]]…[[/]] and [[next]]…[[/]]."
                " The apology stays empty: it is written each time."
            ),
            yes=tr("Save template"),
            no=tr("Change nothing"),
            width=_WIDTH,
        )
        self._bridge, self._language, self._came = bridge, language, came
        self.name = name
        self.named = TextField(tr("Name"))
        self.named.set_text(name)
        self.named.edit.setMaxLength(NAME_MAX)
        self.words = QPlainTextEdit(found.get(name, ""))
        self.words.setAccessibleName(tr("Words of the template"))
        self.words.setTabChangesFocus(True)
        self.wrong = Paragraph("", colour="danger")
        self.wrong.hide()
        self.fields = Paragraph(
            tr("Fields: {fields}", fields=", ".join(f"{{{{ {field} }}}}" for field in FIELDS)), "small",
            colour="text_secondary",
        )  # fmt: skip
        self.preview = Paragraph("", "small", colour="text_secondary")
        self.drop = Button(
            tr("As it came") if name in came else tr("Delete template"), Variant.QUIET, size=ButtonSize.SMALL
        )
        self.drop.setVisible(name in templates.templates(bridge.db, language))
        self.drop.clicked.connect(lambda _checked=False: self._drop())
        self._fill()
        self.words.textChanged.connect(self._judge)
        self._dressed = follow(self._dress_words)
        self._dress_words()
        self._judge()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Keep it, and close; what cannot be used stays open, and says why."""
        bridge, name = self._bridge, self.named.text().strip()
        if not name:
            self.named.set_error(tr("A template needs a name."))
            return
        try:
            bridge.changed.emit(
                save_template(bridge.db, self._language, name, self.words.toPlainText(), now=bridge.now)
            )
        except PlimsollError as error:
            self._say(error)
            return
        self.name = name
        super().accept()

    def _drop(self) -> None:
        self._bridge.perform(drop_template, self._bridge.db, self._language, self.name)
        super().accept()

    def _judge(self) -> None:
        """Render it as it stands, with sample values."""
        try:
            found = tried(self.words.toPlainText())
        except PlimsollError as error:
            self._say(error)
            return
        self.wrong.hide()
        words = " ".join(found.words.split())
        self.preview.setText(tr("It reads: {words}", words=words[:400]))
        self.preview.show()

    def _say(self, error: PlimsollError) -> None:
        self.preview.hide()
        self.wrong.setText(f"{say(error.title)} {say(error.advice)}")
        self.wrong.show()
        self.words.setAccessibleDescription(self.wrong.text())

    def _fill(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.drop)
        foot.addStretch(1)
        self.body.addWidget(self.named)
        self.body.addWidget(Label(tr("Words"), colour="text_secondary"))
        self.body.addWidget(self.words)
        for part in (self.wrong, self.preview, self.fields):
            self.body.addWidget(part)
        self.body.addLayout(foot)

    def _dress_words(self) -> None:
        self.words.setFont(self._theme.font("body"))
        self.words.setFixedHeight(self._theme.px(_HEIGHT))
