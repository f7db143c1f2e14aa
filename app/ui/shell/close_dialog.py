"""The question that closing the window may ask."""

from PySide6.QtWidgets import QWidget

from app.ui.widgets.dialog import Dialog
from app.ui.words import tr


def close_dialog(window: QWidget, *, tray: bool) -> Dialog:
    """Quit, or keep running? Esc keeps it running: closing by mistake must not stop the shops from being told."""
    in_tray = tr(
        "In the tray it goes on booking sales and telling your channels. When it ends, nobody answers a sale until you"
        " are back. You are asked this once: Settings can change it."
    )
    small = tr(
        "As a small window it goes on booking sales and telling your channels. When it ends, nobody answers a sale"
        " until you are back."
    )
    return Dialog(
        window,
        question=tr("Quit Plimsoll?"),
        text=in_tray if tray else small,
        yes=tr("Quit Plimsoll"),
        no=tr("Keep it running"),
        safe_first=True,
    )
