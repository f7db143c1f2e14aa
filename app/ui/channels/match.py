"""The matching page: what is proposed for every listing of a shop, what the seller decides, and the press that does it.

What is proposed and decided lives in `matching`; here it is shown, asked and carried out in slices.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.changes import Changes
from app.core.packs import pack_of
from app.importing import Matched, take_matching_back
from app.store import catalog, health
from app.ui.bridge import Bridge
from app.ui.channels.facts import facts_by_number
from app.ui.channels.match_keys import bind
from app.ui.channels.match_parts import PartsDialog
from app.ui.channels.match_rows import Row, fields, filters, group_words, rows_of, said, ticked, unlisted_rows
from app.ui.channels.match_ways import WaysStrip, ways
from app.ui.channels.match_work import jobs
from app.ui.channels.matching import UNLISTED, Choice, Line, Matching, Summary
from app.ui.channels.slices import Slices
from app.ui.channels.states import ShopFacts
from app.ui.inventory.toggle_strip import ToggleStrip
from app.ui.shell.views import EDGE, Soon, Strip, View, announce, in_order
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.filters import FilterToggles
from app.ui.widgets.key_hint import keys_of
from app.ui.widgets.progress import ProgressLine
from app.ui.widgets.search import SearchField
from app.ui.widgets.sheet import Sheet, SheetTable
from app.ui.widgets.text import Paragraph
from app.ui.words import say, tr, trn

READ_AGAIN_MS = 1000  # while a shop's listings come in, page by page


class MatchView(View):
    """Matching one shop's listings. `start_wanted` is the next step; `undoable` as on the page."""

    start_wanted = Signal(int)
    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(tr("Match listings"))
        self._bridge = bridge
        self._facts: ShopFacts | None = None
        self._shop = 0
        self._titles: dict[str, str] = {}
        self._again = Soon(lambda _changes: self.read(), self, after_ms=READ_AGAIN_MS)
        self._slices = Slices(self)
        self._search_for = ""
        self._applied, self._before = Summary(), Matched(links=(), ignored=(), added=())
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
        self.accept = _small(tr("Accept"), Qt.Key.Key_Enter)
        self.accept_group = _small(tr("Accept all"), Qt.Key.Key_A)
        self.choose_button = _small(tr("Choose a product…"), Qt.Key.Key_C)
        self.add = _small(tr("Add as new"), Qt.Key.Key_N)
        self.leave = _small(tr("Leave alone"), Qt.Key.Key_Delete)
        self.clear_button = _small(tr("Take the decision back"), Qt.Key.Key_Backspace)
        self.strip = WaysStrip()
        self._ways = Strip(self.strip)
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
        self.notice.setText(tr("J and K move, 1 to 3 answer, U takes the last decision back."))
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
        products = catalog.known(self._bridge.db)
        self._titles.clear()
        self._titles.update((product.sku, product.title) for product in products)
        rows = health.match_rows(self._bridge.db, self._shop)
        self.matching = Matching.of(rows, products, self.matching)
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
        best = first.sku or " ".join(first.title.split()[:2])
        dialog = PartsDialog(
            self,
            self._bridge,
            question=question,
            text=tr("Nothing is written yet: it only stands in the list until you press the button above."),
            words=lines[0].options[0].sku if lines[0].options else best,
            pack=pack_of(first.title, first.sku),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(lambda parts: self._chose(lines, parts))
        dialog.open()

    def take(self) -> None:
        """Enter: accept what is proposed and go on to the next listing, or ask where nothing is."""
        row = self.table.current()
        if row is None:
            return
        if row.line.group == UNLISTED:
            self._look_for(row)
        elif row.line.open and row.line.can_tick and len(self._selected()) == 1:
            self.matching.tick(row.line, on=True)
            self._changed()
            self.table.select_row(self.table.currentIndex().row() + 1)
        elif any(line.open and line.can_tick for line in self._selected()):
            self.matching.tick_all([line for line in self._selected() if line.open and line.can_tick], on=True)
            self._changed()
        else:
            self.choose()

    def take_group(self) -> None:
        """Accept every proposal with the same reason as this one, among those that are shown."""
        group = self._group()
        number = self.matching.accept(group, [row.line for row in self._model.rows if row.follower is None])
        self._changed()
        if number:
            words = trn("{n} accepted: {group}.", "{n} accepted: {group}.", number, group=group_words(group))
            self.notice.setText(words)
            announce(self, words)

    def add_new(self) -> None:
        """Add a product for each of these, whatever is proposed."""
        self.matching.add(self._selected())
        self._changed()

    def leave_alone(self) -> None:
        """Do nothing with these, now or later."""
        self.matching.ignore(self._selected())
        self._changed()

    def clear(self) -> None:
        """Take the decisions about these back."""
        self.matching.clear(self._selected())
        self._changed()

    def undo(self) -> None:
        """Take the last decision back. What was written is taken back by the window's own Undo."""
        self.notice.setText(tr("The last decision is taken back.") if self.matching.undo() else "")
        self._changed()

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
        self._applied, self._before = self.matching.summary(), work.before()
        self.table.setEnabled(False)
        self.press.setEnabled(False)
        self.progress.begin()
        self._slices.run(jobs(self._bridge, self._shop, work))

    def _chose(self, lines: list[Line], parts: dict[str, int]) -> None:
        (sku, number), *more = parts.items()
        if number == 1 and not more:
            self.matching.link(lines, sku)
        else:
            self.matching.sell(lines, parts)
        self._show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self, rows: list[int], on: bool) -> None:  # noqa: FBT001 - a signal's own argument
        shown = [self._model.rows[row] for row in rows]
        self.matching.tick_all([row.line for row in shown if ticked(row) is not None], on=on)
        self._changed()

    def _look_for(self, row: Row) -> None:
        """Show the listings that may be this product."""
        words = " ".join(row.listing.title.split()[:2])
        self.filters.clear()
        self.search.setText(words)
        self._searched(words)

    # Carrying it out

    def _give_up(self) -> None:
        self._slices.stop()
        self.progress.end()
        self.table.setEnabled(True)

    def _stepped(self, done: int, total: int) -> None:
        self.progress.set_progress(done, total)
        self.notice.setText(tr("Step {done} of {total} is written.", done=done, total=total))

    def _ended(self, whole: bool) -> None:  # noqa: FBT001 - a signal's own argument
        self.progress.end()
        self.table.setEnabled(True)
        self.read()
        if whole:
            self.notice.setText(_done_words(self._applied))
            self.undoable.emit(self.notice.text(), self._undo(self._before))
        else:
            self.notice.setText(tr("It stopped before the end. What was written stays; press again for the rest."))
        announce(self, self.notice.text())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undo(self, before: Matched) -> Callable[[], Changes | None]:
        bridge = self._bridge
        return lambda: bridge.perform(take_matching_back, bridge.db, before, now=bridge.now)

    # Showing

    def _show(self) -> None:
        on, unlisted = self.filters.on(), self.matching.unlisted()
        counts = {**self.matching.counts(), UNLISTED: len(unlisted)}
        self.filters.set_counts(len(self.matching.lines), counts)
        for key, number in counts.items():
            self.filters.toggle(key).setVisible(bool(number) or key in on)
        rows = [] if on == {UNLISTED} else rows_of(self.matching.in_groups(on, self._search_for))
        if UNLISTED in on:
            rows += unlisted_rows(unlisted, self._search_for)
        self.table.show_rows(rows)
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
        lines, row = self._selected(), self.table.current()
        group = self._group()
        self.accept.setEnabled(any(line.can_tick and line.open for line in lines))
        left = sum(one.group == group and one.open and one.can_tick for one in self.matching.lines)
        self.accept_group.setText(tr("Accept all: {group}", group=group_words(group)) if left else tr("Accept all"))
        self.accept_group.setEnabled(left > 0)
        self.choose_button.setEnabled(bool(lines))
        self.add.setEnabled(any(line.can_add and line.choice is not Choice.ADD for line in lines))
        self.leave.setEnabled(bool(lines))
        self.clear_button.setEnabled(any(line.choice is not Choice.NONE for line in lines))
        found = ways(self.matching, lines[0]) if len(lines) == 1 and row is not None else []
        self.strip.show_ways(found, tr("It may be:") if found else "")
        self._ways.setVisible(bool(found))  # without it the notice begins at the edge

    def _group(self) -> str:
        row = self.table.current()
        return row.line.group if row is not None else ""

    def _selected(self) -> list[Line]:
        lines: dict[int, Line] = {row.line.listing.id: row.line for row in self.table.selected()}
        return [line for line in lines.values() if line.group != UNLISTED]

    def _can_start(self) -> bool:
        return self._facts is not None and bool(self._facts.links.linked) and bool(self._facts.links.unnumbered)

    def _searched(self, words: str) -> None:
        self._search_for = words
        self._show()

    # Making it

    def _lay_out(self) -> None:
        top, below, last = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.setContentsMargins(EDGE - 4, 10, EDGE, 0)
        top.setSpacing(12)
        top.addWidget(ToggleStrip(self.filters), 1)
        top.addWidget(self.search)
        below.setContentsMargins(EDGE - 4, 8, EDGE, 0)
        below.setSpacing(8)
        row, inner = QWidget(), QHBoxLayout()
        buttons = (self.accept, self.accept_group, self.choose_button, self.add, self.leave, self.clear_button)
        row.setLayout(inner)
        inner.setContentsMargins(4, 0, 4, 0)
        inner.setSpacing(8)
        for button in buttons:
            inner.addWidget(button)
        inner.addStretch(1)
        below.addWidget(Strip(row), 1)
        self.notice.setContentsMargins(4, 0, 0, 0)  # under the buttons, which leave room for their focus ring
        last.setContentsMargins(EDGE - 4, 0, EDGE, 4)
        last.setSpacing(12)
        last.addStrut(self._ways.sizeHint().height())  # the list stays where it is while the answers come and go
        last.addWidget(self._ways, 1)  # SKUs can be long: they scroll, and the window stays as wide as it is
        last.addWidget(self.notice, 1, Qt.AlignmentFlag.AlignVCenter)
        last.addWidget(self.undecided, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addWidget(self.progress)
        for part in (top, below, last):
            self.column.addLayout(part)
        self.column.addWidget(self.table, 1)
        in_order(self.back, self.press, self.filters, self.search, *buttons, *self.strip.buttons, self.table)

    def _connect(self) -> None:
        self.press.clicked.connect(lambda _checked=False: self.apply())
        for button, do in (
            (self.accept, self.take),
            (self.accept_group, self.take_group),
            (self.choose_button, self.choose),
            (self.add, self.add_new),
            (self.leave, self.leave_alone),
            (self.clear_button, self.clear),
        ):
            button.clicked.connect(lambda _checked=False, do=do: do())
        self.strip.chosen.connect(self._changed)
        self.filters.changed.connect(lambda _on: self._show())
        self.search.asked.connect(self._searched)
        self.search.left.connect(self.table.setFocus)
        self.table.chosen.connect(self._settle_buttons)
        self.table.ticked_rows.connect(self._tick)
        self.table.opened.connect(lambda _index: self.take())
        self.table.left.connect(self.left)
        self._slices.stepped.connect(self._stepped)
        self._slices.ended.connect(self._ended)
        bind(self)


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
