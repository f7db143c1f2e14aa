"""Where a paper goes: a file that the seller names, or the system's own print dialog, drawn alike on both."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QPagedPaintDevice, QPageSize
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.text import N_
from app.errors import PlimsollError
from app.ui.papers.parts import Paper
from app.ui.papers.press import draw, printed
from app.ui.widgets.button import Button, ButtonSize
from app.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_KINDS = (("pdf", "PDF (*.pdf)"), ("html", "HTML (*.html)"), ("md", "Markdown (*.md)"))


def ask_printer(parent: QWidget, title: str, pages: int) -> "QPrinter | None":
    """The system's own print dialog; None for no. Tests replace this."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)  # the margins are drawn
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def print_out(parent: QWidget, title: str, pages: int, put: Callable[[QPagedPaintDevice], bool]) -> bool:
    """Let the seller choose a printer, and `put` all pages on it. False: it was called off.

    Raises `PlimsollError` where the printer takes nothing (`put` says False).
    """
    printer = ask_printer(parent, title, pages)
    if printer is None:
        return False
    if not put(printer):
        raise PlimsollError(N_("The printer takes nothing."), N_("See whether it is on, or write a PDF instead."))
    return True


def print_paper(parent: QWidget, paper: Paper) -> bool:
    """Print a paper. False: it was called off. Raises `PlimsollError`."""
    pages = printed(paper)
    return print_out(parent, paper.title, len(pages), lambda printer: draw(printer, pages))


def where_to(parent: QWidget, title: str, name: str) -> Path | None:
    """Ask where a paper is to be saved, and as what: its name ends so. None: nowhere."""
    path, chosen = QFileDialog.getSaveFileName(parent, title, f"{name}.pdf", ";;".join(words for _, words in _KINDS))
    if not path:
        return None
    target = Path(path)
    if target.suffix.lower().removeprefix(".") in {kind for kind, _ in _KINDS}:
        return target
    ending = next((kind for kind, words in _KINDS if words == chosen), "pdf")
    return target.with_name(f"{target.name}.{ending}")


class PrintButton(Button):
    """“Print…” beside where a paper is saved. `paper` makes it as it is now; None: there is nothing to print."""

    def __init__(
        self,
        paper: Callable[[], Paper | None],
        trouble: Callable[[PlimsollError], None],
        size: ButtonSize = ButtonSize.SMALL,
    ) -> None:
        super().__init__(tr("Print…"), size=size)
        self._paper, self._trouble = paper, trouble
        self.clicked.connect(lambda _checked=False: self._print())

    def _print(self) -> None:
        paper = self._paper()
        if paper is None:
            return
        try:
            print_paper(self.window(), paper)
        except PlimsollError as error:
            self._trouble(error)
