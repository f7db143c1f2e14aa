"""What is shown when Plimsoll cannot open: what happened, what to do, and where the files are; or our own mistake."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from app.errors import PlimsollError
from app.ui.report_text import ReportText
from app.ui.widgets.dialog import Dialog
from app.ui.words import say, tr

_WIDE, _REPORT = 560, 220


def show_start_error(error: PlimsollError, folder: Path) -> None:
    """Say it in a window and, for whoever started it from a console, there too. Blocks until it was read."""
    title, advice = say(error.title), say(error.advice)
    print(f"{title} {advice}", file=sys.stderr)  # noqa: T201
    dialog = Dialog(None, question=title, text=advice, yes=tr("Close Plimsoll"), no=tr("Open the folder"))
    if not dialog.ask():
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def show_start_bug(report: str, folder: Path) -> None:
    """A mistake of ours before there was a window: said calmly, with its report to copy. Blocks until it was read."""
    dialog = Dialog(
        None,
        question=tr("Plimsoll made a mistake and could not start."),
        text=tr(
            "Nothing in the ledger was lost. Start it once more. If it happens again, copy the report into a message to"
            " whoever helps you: no sign-in keys and no names of customers are in it."
        ),
        yes=tr("Close Plimsoll"),
        no=tr("Open the folder"),
        width=_WIDE,
    )
    text = ReportText(report)
    text.setFixedHeight(_REPORT)
    dialog.body.addWidget(text)
    dialog.body.addWidget(text.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
    if not dialog.ask():
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
