"""One count at work: the line one counts with, the product, what was done last, and the shelves at the right."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.core.count_entry import Scanned, Typed, What
from app.core.count_paper import read_sheet_code
from app.core.counting import Kind
from app.counting import Heard, Sort
from app.errors import PlimsollError
from app.store import counts
from app.store.listings import picture_of
from app.ui.count.anywhere import ScanAnywhere
from app.ui.count.current import Current
from app.ui.count.last_scans import LastScans
from app.ui.count.narrow import Snug, Tight
from app.ui.count.notice import Notice
from app.ui.count.review import Review
from app.ui.count.scan_field import ScanField
from app.ui.count.shelf_list import ShelfList
from app.ui.count.shelf_pick import ShelfPick
from app.ui.count.taking import Taking
from app.ui.count.tones import Tone, Tones
from app.ui.onboarding.start_card import Icon
from app.ui.pictures import Pictures
from app.ui.shell.header import SIDE
from app.ui.shell.views import Scrolling, announce
from app.ui.widgets.text import ElidedLabel, Label, Paragraph
from app.ui.words import number, tr

_LAST = 8
_TONES = {Sort.ACCEPTED: Tone.ACCEPTED, Sort.ELSEWHERE: Tone.ELSEWHERE, Sort.UNKNOWN: Tone.UNKNOWN}


class SessionView(QWidget):
    """`changed` after every act, `close_wanted` for F4, `seek` with words that mean no single product."""

    changed = Signal()
    close_wanted = Signal()
    seek = Signal(str)
    name = Signal(int, str)
    review_wanted = Signal(str)
    trouble = Signal(object)  # PlimsollError
    sheet_scanned = Signal(int, int)  # the count and the page of a printed sheet

    def __init__(self, field: ScanField, tones: Tones, pictures: Pictures) -> None:
        super().__init__()
        self.taking: Taking | None = None
        self._tones, self._times, self._pictures = tones, 1, pictures
        self.field = field
        self.current, self.last, self.shelf = Current(), LastScans(), ShelfList()
        self.pick = ShelfPick()
        self.notice = Notice()
        self.review = Review()
        self.review.hide()
        self.said = Paragraph()
        self._lay_out()
        self._connect()

    def begin(self, taking: Taking) -> None:
        """Count this."""
        self.taking, self._times = taking, 1
        self.redraw()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def redraw(self) -> None:
        """Show everything as it is now."""
        taking = self.taking
        if taking is None:
            return
        self.current.show_line(taking.line, place=taking.place)
        self._show_picture(taking)
        self.shelf.show_shelf(taking.shelf, taking.of_shelf(taking.shelf), taking.now)
        self.shelf.setVisible(taking.counting)
        self.pick.show_shelves(taking)
        self.last.show_rows(counts.last_events(taking.db, taking.session.id, limit=_LAST), taking.lines)
        self.notice.show_again(taking.again(), taking.now)

    def _show_picture(self, taking: Taking) -> None:
        where = picture_of(taking.db, taking.line.product) if taking.line is not None else ""
        self._pictures.show(self.current.picture, where)

    # --- the line ------------------------------------------------------------------------------------------------

    def _scanned(self, scanned: Scanned) -> None:
        sheet = read_sheet_code(scanned.code)
        if sheet is not None:
            self.sheet_scanned.emit(*sheet)
            return
        times, self._times = self._times, 1
        self._act(lambda taking: self._heard(taking.scan(Scanned(scanned.code, scanned.times * times))))

    def _typed(self, typed: Typed) -> None:
        times, self._times = self._times, 1
        match typed.what:
            case What.NEXT:
                self._next()
            case What.SET:
                self._put(Kind.SET, typed.pieces)
            case What.ADD:
                self._put(Kind.ADD, typed.pieces)
            case What.TIMES if typed.words:
                self._scanned(Scanned(typed.words, typed.pieces))
            case What.TIMES:
                self._times = typed.pieces
                self._say(tr("The next scan counts {times} times.", times=number(typed.pieces)))
            case What.FIND:
                self._times = times
                self._find(typed.words)

    def _put(self, kind: Kind, pieces: int) -> None:
        def act(taking: Taking) -> None:
            heard = taking.put(kind, pieces)
            if heard is None:
                self._say(tr("Scan or name a product first."))
                self._tones.play(Tone.UNKNOWN)
            else:
                self._heard(heard)

        self._act(act)

    def _find(self, words: str) -> None:
        taking = self.taking
        product = taking.find(words) if taking else None
        if taking is None or product is None:
            self.seek.emit(words)
            return
        self.count_now(product)

    def count_now(self, product: int) -> None:
        """This product is counted from now on. One that nobody asked for is taken in with "zero so far"."""

        def act(taking: Taking) -> None:
            taking.count_now(product)
            if taking.line is None:
                self._heard_new(taking, product)
            self.redraw()

        self._act(act)

    def _heard_new(self, taking: Taking, product: int) -> None:
        taking.take_in(product)
        self._tones.play(Tone.ELSEWHERE)
        self._say(tr("Nobody asked for it: it is listed apart, and you decide in the review."))

    def _next(self) -> None:
        def act(taking: Taking) -> None:
            if not taking.next():
                self._say(tr("Every product of this shelf is counted. F4 closes it."))
            self.redraw()

        self._act(act)

    def _undo(self) -> None:
        def act(taking: Taking) -> None:
            self._say(tr("Taken back.") if taking.undo() else tr("There is nothing to take back."))
            self.redraw()
            self.changed.emit()

        self._act(act)

    def _heard(self, heard: Heard) -> None:
        """Draw first, sound last: what is heard is on disk and on the screen."""
        self.redraw()
        self.changed.emit()
        if heard.sort is Sort.UNKNOWN:
            self._say(tr("{code} is not in your shop. It is kept below.", code=heard.code))
        elif heard.line is not None:
            self._say_line(heard)
        self._tones.play(_TONES[heard.sort])

    def _say_line(self, heard: Heard) -> None:
        line = heard.line
        assert line is not None
        said = tr("{title}: {counted}", title=line.title, counted=number(line.counted or 0))
        if heard.sort is Sort.ELSEWHERE:
            said = tr("{said}. It belongs to another shelf, or nobody asked for it.", said=said)
        self._say(said)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        announce(self.field, sentence)

    def _act(self, act: Callable[[Taking], None]) -> None:
        if self.taking is None:
            return
        try:
            act(self.taking)
        except PlimsollError as error:
            self._tones.play(Tone.UNKNOWN)
            self.trouble.emit(error)

    # --- inside --------------------------------------------------------------------------------------------------

    def _wanted(self, what: str) -> None:
        match what:
            case "more" | "fewer":
                self._put(Kind.ADD, 1 if what == "more" else -1)
            case "zero":
                self._put(Kind.SET, 0)
            case "damaged":
                self._put(Kind.DAMAGED, 1)
            case "undo":
                self._undo()
            case "next":
                self._next()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undo_row(self, seq: int) -> None:
        def act(taking: Taking) -> None:
            taking.undo_row(seq)
            self.redraw()
            self.changed.emit()

        self._act(act)

    def show_review(self) -> None:
        """The review is seen as far as there is room."""
        QTimer.singleShot(0, self, lambda: self._beside.ensureWidgetVisible(self.review))

    def _pick_shelf(self, name: str) -> None:
        taking = self.taking
        if taking is None:
            return
        if name in taking.closed:
            self.review_wanted.emit(name)
            return
        taking.shelf, taking.now, taking.place = name, None, ""
        self.redraw()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.field.scanned.connect(self._scanned)
        self.field.typed.connect(self._typed)
        self.field.more.connect(lambda by: self._put(Kind.ADD, by))
        self.field.back.connect(self._undo)
        self.field.twice.connect(lambda: self._say(tr("The same scan came twice at once: counted once.")))
        self.current.wanted.connect(self._wanted)
        self.last.undo.connect(self._undo_row)
        self.last.name.connect(self.name)
        self.shelf.chosen.connect(self.count_now)
        self.shelf.close_wanted.connect(self.close_wanted)
        self.pick.chosen.connect(self._pick_shelf)
        self.notice.count_now.connect(self.count_now)
        ScanAnywhere(self, self.field)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Label(tr("Scan, or type a SKU or name")))
        head.addStretch(1)
        head.addWidget(Icon("hidden", tr("Blind count"), colour="text_secondary", size=14))
        head.addWidget(
            ElidedLabel(tr("Blind count: the ledger’s number stays hidden"), "small", colour="text_secondary")
        )
        left, right, whole = QWidget(), Tight(), QSplitter()
        column = QVBoxLayout(left)
        column.setContentsMargins(SIDE, 16, SIDE, 16)
        column.setSpacing(10)
        column.addLayout(head)
        for part in (self.field, self.said, Snug(self.current, self.notice)):
            column.addWidget(part)
        column.addWidget(self.last, 1)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(SIDE, 16, SIDE, 16)
        beside.setSpacing(16)
        beside.addWidget(self.shelf, 3)
        beside.addWidget(self.review, 4)
        beside.addWidget(self.pick, 1)
        whole.setObjectName("count")
        whole.setChildrenCollapsible(False)
        whole.addWidget(left)
        self._beside = Scrolling(right)
        whole.addWidget(self._beside)
        whole.setStretchFactor(0, 4)
        whole.setStretchFactor(1, 3)
        whole.setSizes([790, 580])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(whole)
