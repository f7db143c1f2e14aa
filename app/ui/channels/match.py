"""The matching page: what is proposed for every listing of a shop, what the seller decides, and the press that does it.

What is proposed and decided lives in `matching`; here it is shown, asked and carried out in slices.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from app.core.changes import Changes
from app.store import health
from app.ui.bridge import Bridge
from app.ui.channels import acts
from app.ui.channels.facts import facts_by_number
from app.ui.channels.frame import EDGE, Soon, Strip, View, announce, in_order
from app.ui.channels.match_rows import Row, fields, filters, rows_of, said, ticked
from app.ui.channels.matching import Line, Matching, Summary, Work
from app.ui.channels.pick import PickDialog
from app.ui.channels.sheet import Sheet, SheetTable
from app.ui.channels.slices import Job, Slices
from app.ui.channels.states import ShopFacts
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.filters import FilterToggles
from app.ui.widgets.key_hint import keys_of
from app.ui.widgets.progress import ProgressLine
from app.ui.widgets.search import SearchField
from app.ui.widgets.text import Paragraph
from app.ui.words import say, tr, trn

SLICE = 40  # listings in one transaction: so many hold the write lock for some tens of milliseconds
READ_AGAIN_MS = 1000  # while a shop's listings come in, page by page


class MatchView(View):
    """Matching one shop's listings. `start_wanted` is the next step."""

    start_wanted = Signal(int)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(tr("Match listings"))
        self._bridge = bridge
        self._facts: ShopFacts | None = None
        self._shop = 0
        self._titles: dict[str, str] = {}
        self._again = Soon(lambda _changes: self.read(), self, after_ms=READ_AGAIN_MS)
        self._slices = Slices(self)
        self._search_for = ""
        self._applied = Summary()
        self.matching = Matching()
        self.filters = FilterToggles(filters(), name=tr("Show listings"))
        self.search = SearchField(tr("Search listings"), placeholder=tr("SKU or name"), measure="small", hint="/")
        self.notice = Paragraph()
        self.undecided = Paragraph(colour="text_tertiary")
        self.progress = ProgressLine()
        columns = fields(self._titles)
        self._model: Sheet[Row] = Sheet(
            columns, key=lambda row: row.listing.id, said=lambda row: said(row, self._titles), ticked=ticked
        )
        self.table = SheetTable(tr("Listings and what happens to them"), self._model, columns)
        self.choose_button = _small(tr("Choose a product…"), Qt.Key.Key_Enter)
        self.add = _small(tr("Tick"), Qt.Key.Key_Space)
        self.leave = _small(tr("Leave alone"), Qt.Key.Key_Delete)
        self.clear_button = Button(tr("Take the decision back"), size=ButtonSize.SMALL)
        self.press = Button(tr("Nothing to link"), Variant.PRIMARY)
        self.header.add_action(self.press)
        self._lay_out()
        self._connect()

    def start(self, shop: int) -> None:
        """Match this shop's listings."""
        self._shop, self.matching = shop, Matching()
        self._search_for = ""
        self.filters.clear()
        self.search.clear()
        self.notice.setText("")
        self.read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> None:
        """Read the listings anew; what was decided stays decided."""
        if self._slices.running:
            return
        facts = facts_by_number(self._bridge, self._shop)
        if facts is None:
            self.left.emit()
            return
        self._facts = facts
        self._titles.clear()
        self._titles.update(health.product_titles(self._bridge.db))
        rows = health.match_rows(self._bridge.db, self._shop)
        self.matching = Matching.of(rows, self._titles, self.matching)
        self._show()

    def on_changed(self, changes: Changes) -> None:
        """Listings came, or were linked."""
        if self._shop in changes.shops or changes.catalog:
            self._again.add(changes)

    def closing(self) -> None:
        """What is under way ends with the slice it is in: what was done stays done."""
        super().closing()
        self._give_up()

    # What the seller does

    def choose(self) -> None:
        """Ask which product the selected listings are."""
        lines = self._selected()
        if not lines:
            return
        first = lines[0].listing
        title = first.title or first.sku
        question = tr("Which product is {title}?", title=title)
        if len(lines) > 1:
            question = trn("Which product is this listing?", "Which product are these {n} listings?", len(lines))
        dialog = PickDialog(
            self,
            self._bridge,
            question=question,
            text=tr("Nothing is written yet: it only stands in the list until you press the button above."),
            yes=tr("Choose it"),
            words=first.sku,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.picked.connect(lambda sku: self._chose(lines, sku))
        dialog.open()

    def rest(self) -> None:
        """Nobody looks. What is under way goes on behind another page, but not without a window."""
        self._again.stop()
        if not self.window().isVisible():
            self._give_up()

    def apply(self) -> None:
        """Do what was decided."""
        work = self.matching.work()
        if self._slices.running:
            return
        if not work.all:
            if self._can_start():
                self.start_wanted.emit(self._shop)
            return
        self._applied = self.matching.summary()
        self.table.setEnabled(False)
        self.press.setEnabled(False)
        self.progress.begin()
        self._slices.run(self._jobs(work))

    def _chose(self, lines: list[Line], sku: str) -> None:
        self.matching.link(lines, sku)
        self._show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self, rows: list[int], on: bool) -> None:  # noqa: FBT001 - a signal's own argument
        for row in rows:
            shown = self._model.rows[row]
            if ticked(shown) is not None:
                self.matching.tick(shown.line, on=on)
        self._changed()

    def _tick_new(self) -> None:
        for line in self._selected():
            if line.can_tick:
                self.matching.tick(line, on=True)
        self._changed()

    def _leave(self) -> None:
        self.matching.ignore(self._selected())
        self._changed()

    def _clear(self) -> None:
        self.matching.clear(self._selected())
        self._changed()

    # Carrying it out

    def _give_up(self) -> None:
        self._slices.stop()
        self.progress.end()
        self.table.setEnabled(True)

    def _jobs(self, work: Work) -> Iterator[Job]:
        db, shop, perform = self._bridge.db, self._shop, self._bridge.perform
        for at in range(0, len(work.products), SLICE):
            some = work.products[at : at + SLICE]
            yield lambda some=some: perform(acts.add_products, db, some, now=self._bridge.now)  # type: ignore[misc]
        for at in range(0, len(work.links), SLICE):
            links = work.links[at : at + SLICE]
            yield lambda links=links: perform(acts.link, db, links, now=self._bridge.now)  # type: ignore[misc]
        if work.ignored:
            yield lambda: perform(acts.ignore, db, shop, work.ignored)

    def _stepped(self, done: int, total: int) -> None:
        self.progress.set_progress(done, total)
        self.notice.setText(tr("Step {done} of {total} is written.", done=done, total=total))

    def _ended(self, whole: bool) -> None:  # noqa: FBT001 - a signal's own argument
        self.progress.end()
        self.table.setEnabled(True)
        self.read()
        if whole:
            self.notice.setText(_done_words(self._applied))
        else:
            self.notice.setText(tr("It stopped before the end. What was written stays; press again for the rest."))
        announce(self, self.notice.text())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing

    def _show(self) -> None:
        counts = self.matching.counts()
        self.filters.set_counts(len(self.matching.lines), counts)
        self.table.show_rows(rows_of(self.matching.in_groups(self.filters.on(), self._search_for)))
        self._changed()

    def _changed(self) -> None:
        """A decision was made: the cells and the button say so."""
        self._model.redraw()
        summary, facts = self.matching.summary(), self._facts
        name = facts.shop.name if facts else ""
        sentence = trn(
            "{shop}: {n} listing. Nothing is created or written before you say so.",
            "{shop}: {n} listings. Nothing is created or written before you say so.",
            len(self.matching.lines),
            shop=name,
        )
        self.header.say(tr("Match listings"), sentence)
        self._settle_press(summary)
        self._settle_buttons()

    def _settle_press(self, summary: Summary) -> None:
        undecided = trn("{n} is undecided.", "{n} are undecided.", summary.undecided) if summary.undecided else ""
        if self.matching.work().all:
            self.press.setText(say(summary.press()))
            self.press.setEnabled(True)
        elif self._can_start():
            self.press.setText(tr("Starting stock…"))
            self.press.setEnabled(True)
        else:
            self.press.setText(tr("Nothing to link"))
            self.press.setEnabled(False)
        self.undecided.setText(undecided)
        self.undecided.setVisible(bool(undecided))

    def _settle_buttons(self) -> None:
        lines = self._selected()
        self.choose_button.setEnabled(bool(lines))
        self.add.setEnabled(any(line.can_tick and line.choice.value == "none" for line in lines))
        self.leave.setEnabled(bool(lines))
        self.clear_button.setEnabled(any(line.choice.value != "none" for line in lines))

    def _selected(self) -> list[Line]:
        lines: dict[int, Line] = {row.line.listing.id: row.line for row in self.table.selected()}
        return list(lines.values())

    def _can_start(self) -> bool:
        return self._facts is not None and bool(self._facts.links.linked) and bool(self._facts.links.unnumbered)

    def _searched(self, words: str) -> None:
        self._search_for = words
        self._show()

    # Making it

    def _lay_out(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        top.setContentsMargins(EDGE, 10, EDGE, 0)
        top.setSpacing(12)
        top.addWidget(Strip(self.filters), 1)
        top.addWidget(self.search)
        below.setContentsMargins(EDGE, 8, EDGE, 10)
        below.setSpacing(8)
        for button in (self.choose_button, self.add, self.leave, self.clear_button):
            below.addWidget(button)
        below.addSpacing(8)
        below.addWidget(self.notice, 1, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self.undecided, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addWidget(self.progress)
        self.column.addLayout(top)
        self.column.addLayout(below)
        self.column.addWidget(self.table, 1)
        in_order(self.back, self.press, self.filters, self.search, self.choose_button, self.table)

    def _connect(self) -> None:
        self.press.clicked.connect(lambda _checked=False: self.apply())
        self.choose_button.clicked.connect(lambda _checked=False: self.choose())
        self.add.clicked.connect(lambda _checked=False: self._tick_new())
        self.leave.clicked.connect(lambda _checked=False: self._leave())
        self.clear_button.clicked.connect(lambda _checked=False: self._clear())
        self.filters.changed.connect(lambda _on: self._show())
        self.search.asked.connect(self._searched)
        self.search.left.connect(self.table.setFocus)
        self.table.chosen.connect(self._settle_buttons)
        self.table.ticked_rows.connect(self._tick)
        self.table.opened.connect(lambda _index: self.choose())
        self.table.left.connect(self.left)
        self._slices.stepped.connect(self._stepped)
        self._slices.ended.connect(self._ended)
        for keys, do in ((QKeySequence("Ctrl+Return"), self.apply), (QKeySequence("/"), self.search.setFocus)):
            shortcut = QShortcut(keys, self.table, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(do)
        remove = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self._leave)


def _small(label: str, key: Qt.Key) -> Button:
    return Button(label, size=ButtonSize.SMALL, hint=keys_of(QKeySequence(key)))


def _done_words(done: Summary) -> str:
    parts = []
    if done.link:
        parts.append(trn("{n} listing linked.", "{n} listings linked.", done.link))
    if done.add:
        parts.append(trn("{n} product added.", "{n} products added.", done.add))
    if done.unlink:
        parts.append(trn("{n} link taken away.", "{n} links taken away.", done.unlink))
    if done.ignore:
        parts.append(trn("{n} listing left alone.", "{n} listings left alone.", done.ignore))
    return " ".join(parts)
