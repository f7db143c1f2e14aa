"""Purchase orders from the reorder list: one draft a supplier, to save, to copy, and to mark as ordered."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.deliveries import Ordered
from app.errors import PlimsollError
from app.sheets import writing
from app.store.reorder import ToOrder
from app.store.suppliers import Supplier
from app.ui.papers.paper import Paper, write_paper
from app.ui.papers.printing import PrintButton
from app.ui.planning.expect_dialog import who_field
from app.ui.planning.order_paper import Draft, Wanted, order_paper, order_rows, order_text, summary
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Label
from app.ui.words import day, tr

_WIDTH, _LIST_HEIGHT = 600, 168


def drafts(rows: Sequence[tuple[ToOrder, int]], known: Sequence[Supplier], now: datetime) -> list[Draft]:
    """One draft for each supplier, by name; what comes from nobody known is last."""
    terms = {one.id: one.terms for one in known}
    found: dict[str, Draft] = {}
    for row, pieces in rows:
        line = Wanted(
            product=row.product, sku=row.sku, title=row.title, pieces=pieces, cost_minor=row.cost_minor,
            currency=row.currency,
        )  # fmt: skip
        promised = terms[row.supplier].days if row.supplier in terms else None
        due = None if promised is None else now.astimezone().date() + timedelta(days=round(promised))
        before = found.get(row.supplier_name, Draft(supplier=row.supplier_name, lines=(), due=due))
        found[row.supplier_name] = replace(before, lines=(*before.lines, line))
    return sorted(found.values(), key=lambda one: (not one.supplier, one.supplier.casefold()))


class OrderDialog(Dialog):
    """`ordered` is what the seller says was ordered, once it was accepted."""

    def __init__(
        self, parent: QWidget | None, found: Sequence[Draft], names: Sequence[str], *, seller: str, now: datetime,
        trouble: Callable[[PlimsollError], None],
    ) -> None:  # fmt: skip
        super().__init__(
            parent,
            question=tr("Order these?"),
            text=tr("Plimsoll sends nothing to suppliers: save or copy the order, and send it. "
                    "Marked as ordered, it counts as on its way."),
            yes=tr("Mark as ordered"),
            no=tr("Not yet"),
            width=_WIDTH,
        )  # fmt: skip
        self._now, self._seller, self._trouble = now, seller, trouble
        self._drafts = list(found)
        self.ordered: list[Ordered] = []
        fields = self._fields()
        self._model: Sheet[Draft] = Sheet(fields, key=lambda one: one.supplier, said=_said)
        self.table: SheetTable[Draft] = SheetTable(tr("Orders"), self._model, fields, wide=False)
        self.table.setSelectionMode(SheetTable.SelectionMode.SingleSelection)
        self.table.setFixedHeight(self._theme.px(_LIST_HEIGHT))
        self.table.show_rows(self._drafts)
        self.who = who_field(names)
        self.who.setVisible(any(not one.supplier for one in found))
        self.said = Label("", "small", colour="text_secondary")
        self.pdf = Button(tr("Save as PDF…"), size=ButtonSize.SMALL)
        self.print = PrintButton(self._paper, trouble)
        self.csv = Button(tr("Save all as CSV…"), size=ButtonSize.SMALL)
        self.copy = Button(tr("Copy"), size=ButtonSize.SMALL, icon="copy")
        self.pdf.clicked.connect(lambda _checked=False: self.save_pdf())
        self.csv.clicked.connect(lambda _checked=False: self.save_csv())
        self.copy.clicked.connect(lambda _checked=False: self.copy_one())
        self._arrange()

    def drafts(self) -> list[Draft]:
        """The drafts; what came from nobody known comes from whom the seller typed."""
        typed = self.who.text().strip()
        return [one if one.supplier else replace(one, supplier=typed) for one in self._drafts]

    def draft(self) -> Draft:
        """The one that is chosen."""
        return self.drafts()[max(0, self.table.currentIndex().row())]

    def copy_one(self) -> None:
        """As lines of text."""
        QGuiApplication.clipboard().setText(order_text(self.draft()))
        self.said.setText(tr("Copied"))

    def save_pdf(self) -> None:
        """As a paper."""
        draft, paper = self.draft(), self._paper()
        kinds = ";;".join((tr("PDF (*.pdf)"), tr("Web page (*.html)"), tr("Markdown (*.md)")))
        name = f"order-{draft.supplier or 'draft'}-{self._now.astimezone().date().isoformat()}.pdf"
        path, _ = QFileDialog.getSaveFileName(self, tr("Save order"), name.replace("/", "-"), kinds)
        self._write(path, ".pdf", lambda target: write_paper(paper, target))

    def _paper(self) -> Paper:
        return order_paper(self.draft(), seller=self._seller, today=self._now.astimezone().date())

    def save_csv(self) -> None:
        """All of them, as rows."""
        name = f"orders-{self._now.astimezone().date().isoformat()}.csv"
        path, _ = QFileDialog.getSaveFileName(self, tr("Save orders"), name, tr("Text, comma separated (*.csv)"))
        self._write(path, ".csv", lambda target: writing.write(target, order_rows(self.drafts())))

    def accept(self) -> None:
        """Close only when it is known who delivers."""
        self.who.set_error("")
        found = self.drafts()
        if any(not one.supplier for one in found):
            self.who.set_error(tr("Type who delivers what has no supplier yet. A new name is added."))
            self.who.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.adjustSize()
            return
        self.ordered = [
            Ordered(supplier=one.supplier, product=line.product, pieces=line.pieces)
            for one in found
            for line in one.lines
        ]
        super().accept()

    def _write(self, path: str, ending: str, work: Callable[[Path], None]) -> None:
        if not path:
            return
        target = Path(path)
        target = target if target.suffix else target.with_name(target.name + ending)
        try:
            work(target)
        except PlimsollError as error:
            self._trouble(error)
            return
        self.said.setText(tr("Saved as {file}", file=target.name))

    def _arrange(self) -> None:
        presses = QHBoxLayout()
        presses.setSpacing(8)
        for button in (self.pdf, self.print, self.csv, self.copy):
            presses.addWidget(button)
        presses.addWidget(self.said)
        presses.addStretch(1)
        self.body.addWidget(self.table)
        self.body.addLayout(presses)
        self.body.addWidget(self.who)

    def _fields(self) -> list[Field[Draft]]:
        def due(one: Draft) -> str:
            return day(one.due, self._now) if one.due else tr("No date promised")

        quiet = Look(colour="text_secondary")
        return [
            Field(
                head=tr("Comes from"), words=lambda one: one.supplier or tr("Nobody named"),
                column=Column(180, CellDelegate, stretch=True),
            ),
            Field(head=tr("Products"), words=lambda one: len(one.lines), column=Column(84, NumberDelegate)),
            Field(head=tr("Pieces"), words=lambda one: one.pieces, column=Column(76, NumberDelegate)),
            Field(head=tr("Cost"), words=lambda one: one.cost() or None, column=Column(84, NumberDelegate)),
            Field(head=tr("Due"), words=due, look=lambda _one: quiet, column=Column(130, CellDelegate)),
        ]  # fmt: skip


def _said(one: Draft) -> str:
    return tr("{supplier}: {summary}", supplier=one.supplier or tr("Nobody named"), summary=summary(one))
