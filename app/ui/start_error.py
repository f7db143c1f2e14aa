"""What is shown when Plimsoll cannot open: what happened, what to do, and where the files are."""

import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.errors import PlimsollError
from app.ui.widgets.dialog import Dialog
from app.ui.words import say, tr


def show_start_error(error: PlimsollError, folder: Path) -> None:
    """Say it in a window and, for whoever started it from a console, there too. Blocks until it was read."""
    title, advice = say(error.title), say(error.advice)
    print(f"{title} {advice}", file=sys.stderr)  # noqa: T201
    dialog = Dialog(None, question=title, text=advice, yes=tr("Close Plimsoll"), no=tr("Open the folder"))
    if not dialog.ask():
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
