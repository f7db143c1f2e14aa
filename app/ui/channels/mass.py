"""Asking before an import or a bulk edit changes so much of a shop at once: the whole list, and two answers."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.store.breaker import Change, Mass
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate, SkuDelegate
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import tr, trn

_WIDTH = 620
_LIST_HEIGHT = 260


class MassDialog(Dialog):
    """`yes` does it all the same; the keyboard starts on the safe answer."""

    def __init__(self, parent: QWidget | None, found: Sequence[Mass], *, yes: str) -> None:
        super().__init__(
            parent,
            question=tr("Change so much at once?"),
            text=tr("Nothing is written yet. A wrong file or a wrong shop can do this too: look at the list first."),
            yes=yes,
            no=tr("Change nothing"),
            safe_first=True,
            width=_WIDTH,
        )
        self.tables: list[SheetTable[Change]] = []
        for mass in found:
            self._add(mass)

    def _add(self, mass: Mass) -> None:
        fields = _fields()
        table: SheetTable[Change] = SheetTable(
            tr("Numbers that would fall at {shop}", shop=mass.shop),
            Sheet(fields, key=lambda change: change.sku, said=_said),
            fields,
            wide=False,
        )
        table.show_rows(mass.changes)
        table.setFixedHeight(_LIST_HEIGHT)
        self.body.addWidget(Paragraph(_words(mass), colour="text_primary"))
        self.body.addWidget(table)
        self.tables.append(table)


def _words(mass: Mass) -> str:
    said = trn(
        "{n} number at {shop} would fall.", "{n} numbers at {shop} would fall.", len(mass.changes), shop=mass.shop
    )
    zeros = trn("{n} of them to 0.", "{n} of them to 0.", mass.zeros)
    return f"{said} {zeros}" if mass.zeros else said


def _fields() -> list[Field[Change]]:
    return [
        Field(head=tr("SKU"), words=lambda one: one.sku, column=Column(132, SkuDelegate)),
        Field(head=tr("Product"), words=lambda one: one.title, column=Column(200, CellDelegate, stretch=True)),
        Field(head=tr("Shows now"), words=lambda one: one.before, column=Column(88, NumberDelegate)),
        Field(
            head=tr("At most"),
            words=lambda one: one.after,
            look=lambda _one: Look(strong=True),
            column=Column(88, NumberDelegate),
        ),
    ]


def _said(one: Change) -> str:
    return tr(
        "{title}, {sku}. Shows {before}, at most {after} afterwards.",
        title=one.title,
        sku=one.sku,
        before=one.before,
        after=one.after,
    )
