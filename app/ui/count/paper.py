"""A count on paper and as a file: printed sheets, lists out and in with a preview, and labels with barcodes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, Qt, Signal
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from app import counting
from app.core import count_paper
from app.core.count_paper import Keyed
from app.core.text import N_, Text
from app.errors import PlimsollError
from app.sheets.reading import Rows, SheetError, read
from app.sheets.writing import write
from app.store import codes, counts
from app.ui.bridge import Bridge
from app.ui.count.drawing import Brush, Label, LabelSheet, draw_labels, draw_sheet
from app.ui.count.taking import Taking
from app.ui.papers.printing import print_out
from app.ui.sheet_choice import choose_sheet
from app.ui.widgets.cells import CellDelegate, NumberDelegate, SkuDelegate
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import ComboBox
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.words import say, tr, trn

_DPI, _INCH = 300, 25.4
_WIDTH, _HEIGHT = 620, 280

Draw = Callable[[Brush, int], None]  # a page, by its number from 0


def write_pdf(path: Path, title: str, pages: int, draw: Draw) -> None:
    """Write a PDF of A4 pages, each drawn by `draw` with its number from 0. Raises `SheetError` if it cannot be."""
    writer = QPdfWriter(str(path))
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()))
    if not _paint(writer, pages, draw):
        raise SheetError(N_("{file} cannot be written.", file=path.name), N_("Close it, or choose another folder."))


def _paint(device: QPagedPaintDevice, pages: int, draw: Draw) -> bool:
    """Draw all pages. False where the device takes nothing."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    for page in range(pages):
        if page:
            device.newPage()
        draw(Brush(painter, device.logicalDpiX() / _INCH), page)
    return painter.end()


def print_pages(parent: QWidget, title: str, pages: int, draw: Draw) -> bool:
    """Print pages as they would be written. False: it was called off. Raises `PlimsollError` if it cannot be."""
    return print_out(parent, title, pages, lambda printer: _paint(printer, pages, draw))


class Paper(QObject):
    """`counted` after numbers of a list were taken."""

    counted = Signal()

    def __init__(self, bridge: Bridge, page: QWidget) -> None:
        super().__init__(page)
        self._bridge, self._page = bridge, page

    # --- sheets ------------------------------------------------------------------------------------------------------

    def sheets(self, taking: Taking | None) -> None:
        """Ask where to, and write the sheets of a count. They are blind."""
        path = self._ask_path(tr("Counting sheets"), "counting-sheets.pdf", tr("PDF (*.pdf)")) if taking else None
        if taking is not None and path is not None:
            self._write(path, lambda: self.write_sheets(taking, path), lambda: self.print_sheets(taking))

    def write_sheets(self, taking: Taking, path: Path) -> int:
        """Write them; how many there are."""
        pages, draw = self._sheets(taking)
        write_pdf(path, taking.session.name, pages, draw)
        return pages

    def print_sheets(self, taking: Taking) -> None:
        """Print them."""
        self._print(taking.session.name, *self._sheets(taking))

    def _sheets(self, taking: Taking) -> tuple[int, Draw]:
        session = taking.session
        pages = count_paper.pages(line for line in counts.paper_lines(taking.db, session.id) if not line.closed)

        def draw(brush: Brush, page: int) -> None:
            draw_sheet(brush, session.id, session.name, page + 1, len(pages), pages[page])

        return len(pages), draw

    def _print(self, title: str, pages: int, draw: Draw) -> None:
        try:
            print_pages(self._page, title, pages, draw)
        except PlimsollError as error:
            self._bridge.trouble.emit(error)

    # --- lists -------------------------------------------------------------------------------------------------------

    def list_out(self, taking: Taking | None) -> None:
        """Ask where to, and write the list to be filled in."""
        kinds = tr("Text, CSV UTF-8 (*.csv);;Excel workbook (*.xlsx)")
        path = self._ask_path(tr("Counting list"), "counting-list.csv", kinds) if taking else None
        if taking is not None and path is not None:
            self._write(path, lambda: self.write_list(taking, path))

    def write_list(self, taking: Taking, path: Path) -> int:
        """Write it; how many lines there are."""
        number = taking.session.id
        lines = counts.paper_lines(taking.db, number)
        rows = count_paper.rows_out(taking.session.name, lines, counts.newest(taking.db, number))
        write(path, rows)
        return len(rows) - 1

    def list_in(self, taking: Taking | None) -> None:
        """Ask which list, and show what it would count."""
        if taking is None:
            return
        path = choose_sheet(self._page, tr("Counting list"))
        if path is not None:
            self._bridge.background(lambda: read(path), lambda rows: self.preview(taking, rows))

    def preview(self, taking: Taking, rows: Rows) -> None:
        """Show what a list would count, and take it on one press."""
        found = count_paper.read_back(rows, counts.paper_lines(taking.db, taking.session.id))
        if isinstance(found, Text):
            self._bridge.trouble.emit(SheetError(found, N_("Correct the list and choose it again.")))
            return
        dialog = ListDialog(self._page, found)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._take(taking, rows))
        dialog.open()

    def _take(self, taking: Taking, rows: Rows) -> None:
        # Read once more: what was scanned while the preview stood there is later than the list, too.
        found = count_paper.read_back(rows, counts.paper_lines(taking.db, taking.session.id))
        assert not isinstance(found, Text)
        counting.take_list(taking.db, taking.session.id, found, now=self._bridge.now)
        taking.read()
        self.counted.emit()

    # --- labels ------------------------------------------------------------------------------------------------------

    def labels(self) -> None:
        """Ask on which sheet, and write labels for every product without a barcode."""
        found = [Label(title=one.title, sku=one.sku, code=one.sku) for one in codes.without_barcode(self._bridge.db)]
        dialog = LabelDialog(self._page, len(found))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._labels(found, dialog.sheet()))
        dialog.open()

    def _labels(self, found: list[Label], sheet: LabelSheet) -> None:
        path = self._ask_path(tr("Barcode labels"), "labels.pdf", tr("PDF (*.pdf)"))
        if path is not None and found:
            printing = lambda: self._print(tr("Barcode labels"), *label_pages(sheet, found))  # noqa: E731
            self._write(path, lambda: write_labels(path, sheet, found), printing)

    # --- inside ------------------------------------------------------------------------------------------------------

    def _ask_path(self, title: str, name: str, kinds: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(self._page, title, name, kinds)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_name(path.name + Path(name).suffix)

    def _write(self, path: Path, work: Callable[[], int], printing: Callable[[], None] | None = None) -> None:
        """Write, say where, and offer to print the same."""
        try:
            work()
        except SheetError as error:
            self._bridge.trouble.emit(error)
            return
        dialog = Dialog(
            self._page, question=tr("{file} is written", file=path.name),
            text=tr("It lies in {folder}", folder=str(path.parent)),
            yes=tr("Print it…") if printing else tr("Close"), no=tr("Go on counting"),
        )  # fmt: skip
        if printing is not None:
            dialog.accepted.connect(printing)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def write_labels(path: Path, sheet: LabelSheet, labels: list[Label]) -> int:
    """Write labels on sheets of this kind; how many sheets."""
    pages, draw = label_pages(sheet, labels)
    write_pdf(path, tr("Barcode labels"), pages, draw)
    return pages


def label_pages(sheet: LabelSheet, labels: list[Label]) -> tuple[int, Draw]:
    """How many sheets, and what is on each."""

    def draw(brush: Brush, page: int) -> None:
        draw_labels(brush, sheet, labels[page * sheet.per_page : (page + 1) * sheet.per_page])

    return -(-len(labels) // sheet.per_page), draw


class LabelDialog(Dialog):
    """On which sheet of labels?"""

    def __init__(self, parent: QWidget, products: int) -> None:
        super().__init__(
            parent,
            question=trn("Label {n} product without a barcode?", "Label {n} products without a barcode?", products)
            if products
            else tr("Every product has a barcode"),
            text=tr("Each label carries the SKU as Code 128, or as a QR code where the bars would be too thin.")
            if products
            else tr("There is nothing to label. Labels are written for products that no scanner knows."),
            yes=tr("Write the labels"),
            no=tr("Not now"),
        )
        self._sheets = ComboBox(tr("Sheet of labels"))
        for sheet in LabelSheet:
            columns, rows, width, height, *_ = sheet.value
            words = tr("{name}: {columns} by {rows}, each {width} × {height} mm", name=sheet.name, columns=columns,
                       rows=rows, width=f"{width:g}", height=f"{height:g}")  # fmt: skip
            self._sheets.addItem(words, sheet)
        self.body.addWidget(self._sheets)
        self._sheets.setVisible(products > 0)
        self.yes.setEnabled(products > 0)

    def sheet(self) -> LabelSheet:
        """The one that was chosen."""
        return list(LabelSheet)[self._sheets.currentIndex()]


class ListDialog(Dialog):
    """What a filled-in list would count."""

    def __init__(self, parent: QWidget, rows: list[Keyed]) -> None:
        taken = sum(row.taken for row in rows)
        left = len(rows) - taken
        text = trn("{n} row is left out, with its reason.", "{n} rows are left out, with their reasons.", left)
        super().__init__(
            parent,
            question=trn("Count {n} row of this list?", "Count {n} rows of this list?", taken),
            text=text if left else tr("Rows without a number say nothing: blank is not zero."),
            yes=tr("Count them"),
            no=tr("Count nothing"),
            width=_WIDTH,
        )
        fields: list[Field[Keyed]] = [
            Field(head=tr("Row"), words=lambda row: row.row, column=Column(56, NumberDelegate)),
            Field(head=tr("SKU"), words=lambda row: row.sku, column=Column(130, SkuDelegate)),
            Field(head=tr("Place"), words=lambda row: row.place, column=Column(130, CellDelegate)),
            Field(head=tr("Counted"), words=lambda row: row.pieces, column=Column(76, NumberDelegate)),
            Field(head="", words=_outcome, column=Column(180, CellDelegate, stretch=True)),
        ]
        model: Sheet[Keyed] = Sheet(fields, key=lambda row: row.row, said=_said)
        self.table: SheetTable[Keyed] = SheetTable(tr("Rows of the list"), model, fields, wide=False)
        self.table.setFixedHeight(self._theme.px(_HEIGHT))
        self.table.show_rows(sorted(rows, key=lambda row: (row.taken, row.row)))
        self.body.addWidget(self.table)
        self.yes.setEnabled(taken > 0)


def _outcome(row: Keyed) -> str:
    if row.wrong is not None:
        return say(row.wrong)
    return tr("It was counted since: that stays.") if row.stays else tr("is counted")


def _said(row: Keyed) -> str:
    return tr("Row {row}, {sku}: {outcome}", row=row.row, sku=row.sku, outcome=_outcome(row))
