"""What Plimsoll did since yesterday, and while nobody was here: each a moment, a sign and a sentence."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.incidents import Event
from app.core.records import dataclass
from app.store.absence import Absence
from app.store.shops import Shop
from app.store.today import Done, IncidentDeed
from app.ui.shell.views import clear
from app.ui.theme import follow
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import all_of, number, say, tr, trn, when

_MOST = 9  # rows; what is older is in the ledger, and with its incident and shop
_WHEN = 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Did:
    """One row. `at` None: over the whole day. `counted`: by shop, shown as badges with numbers."""

    words: str
    icon: str
    at: datetime | None = None
    shop: int | None = None
    counted: tuple[tuple[int, int], ...] = ()


def did(done: Done, shops: Mapping[int, Shop], backup_at: datetime | None) -> list[Did]:
    """Moments first, the newest on top; then what was done all day."""
    moments = [*_incidents(done), *_alarms(done), *_compares(done, shops), *_backup(done, backup_at)]
    moments.sort(key=lambda one: one.at or done.since, reverse=True)
    whole = list(_whole(done, shops))
    return [*moments[: _MOST - len(whole)], *whole]


def _incidents(done: Done) -> Iterator[Did]:
    for deed in done.incidents:
        yield Did(words=_became(deed), icon="incident", at=deed.at)


def _became(deed: IncidentDeed) -> str:
    values = {"number": str(deed.incident), "title": deed.title}
    return {
        Event.OPENED: tr("Opened incident {number}: {title}", **values),
        Event.STOPPED: tr("Stopped selling {title}", **values),
        Event.RESUMED: tr("Put {title} back on sale", **values),
        Event.COVERED: tr("Saw that {title} is covered again, incident {number}", **values),
    }[deed.kind]


def _alarms(done: Done) -> Iterator[Did]:
    for alarm in done.alarms:
        told = tr("Told you: {what}", what=say(alarm.why))
        over = tr("Told you, and it is over: {what}", what=say(alarm.why))
        yield Did(words=over if alarm.over else told, icon="clock", at=alarm.at, shop=alarm.shop)


def _compares(done: Done, shops: Mapping[int, Shop]) -> Iterator[Did]:
    for report in done.compares:
        if report.shop_id in shops:
            said = tr(
                "Compared {shop}: {agree} of {all} agree",
                shop=shops[report.shop_id].name, agree=report.agreeing, all=report.listings,
            )  # fmt: skip
            yield Did(words=said, icon="check", at=report.ended_at, shop=report.shop_id)


def _backup(done: Done, backup_at: datetime | None) -> Iterator[Did]:
    if backup_at is not None and backup_at >= done.since:
        yield Did(words=tr("Made a backup on this computer"), icon="disk", at=backup_at)


def _whole(done: Done, shops: Mapping[int, Shop]) -> Iterator[Did]:
    if done.put_back:
        names = all_of(shops[shop].name for shop in done.put_back if shop in shops)
        n = sum(done.put_back.values())
        said = trn(
            "Put {n} number back that somebody had changed on {names}",
            "Put {n} numbers back that somebody had changed on {names}",
            n, names=names,
        )  # fmt: skip
        yield Did(words=said, icon="undo")
    if done.sent:
        sent = trn("Sent {n} stock update.", "Sent {n} stock updates.", done.sent)
        how = tr(
            "{prompt} confirmed within a minute, {late} later, {never} not taken",
            prompt=number(done.prompt), late=number(done.late), never=number(done.never),
        )  # fmt: skip
        yield Did(words=tr("{sent} {how}", sent=sent, how=how), icon="refresh")
    orders = sum(done.orders.values())
    if orders:
        said = trn("Wrote {n} order to the ledger", "Wrote {n} orders to the ledger", orders)
        yield Did(words=said, icon="ledger", counted=tuple(sorted(done.orders.items())))


class Sign(QLabel):
    """An icon. The sentence beside it says the same."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._theme = follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = self._theme.size("icon")
        return QSize(side, side)

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In the middle of the first line."""
        painter, side = QPainter(self), self._theme.size("icon")
        square = QRectF((self.width() - side) // 2, 1, side, side)
        self._theme.paint_icon(painter, self._icon, "text_secondary", square)
        painter.end()


class DidRow(QWidget):
    """A moment, a sign, and a sentence that wraps."""

    def __init__(self, row: Did, shops: Mapping[int, Shop], now: datetime) -> None:
        super().__init__()
        at = when(row.at, now, short=True) if row.at is not None else tr("24 h")
        shop = shops.get(row.shop or 0)
        self.setAccessibleName(tr("{when}: {what}", when=at, what=row.words))
        self._at = Label(at, "small", colour="text_secondary", tabular=True)
        self._sign: QWidget = Badge(shop.letter, shop.name) if shop is not None else Sign(row.icon)
        text = QVBoxLayout()
        text.setSpacing(4)
        text.addWidget(Paragraph(row.words))
        if row.counted:
            text.addLayout(_counted(row.counted, shops))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(10)
        line.addWidget(self._at, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(text, 1)
        self._theme = follow(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._at.setFixedWidth(max(self._theme.px(_WHEN), self._at.sizeHint().width()))
        self._at.setFixedHeight(self._theme.line("body"))
        self._sign.setFixedWidth(self._theme.size("badge"))


def _counted(counted: Sequence[tuple[int, int]], shops: Mapping[int, Shop]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    for number_, orders in counted:
        shop = shops.get(number_)
        if shop is not None:
            row.addWidget(Badge(shop.letter, shop.name))
            row.addWidget(Label(number(orders), "small", colour="text_secondary", tabular=True))
            row.addSpacing(4)
    row.addStretch(1)
    return row


class DeedsSection(QWidget):
    """What Plimsoll did. It lists nothing to press: the rows are history, and the page of each says more."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("What Plimsoll did"))
        self.title = SectionTitle(tr("What Plimsoll did"))
        self._shown: object = None
        self.rows: list[Did] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.title)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 4, 0, 0)
        self._list.setSpacing(0)
        self._column.addLayout(self._list)

    def show_done(self, done: Done, shops: Mapping[int, Shop], backup_at: datetime | None, now: datetime) -> None:
        """These."""
        rows = did(done, shops, backup_at)
        self.title.set_note(tr("since {when}", when=when(done.since, now)))
        key = (tuple(rows), now.astimezone().date())
        if key == self._shown:
            return
        self._shown, self.rows = key, rows
        clear(self._list)
        for row in rows:
            self._list.addWidget(DidRow(row, shops, now))
        if not rows:
            self._list.addSpacing(4)
            self._list.addWidget(Paragraph(tr("Nothing had to be done."), colour="text_tertiary"))


_LEFT = 5  # numbers that are named


def away_words(away: Absence, now: datetime) -> str:
    """What came between leaving and coming back, and what it did."""
    times = {"left": when(away.left_at, now), "back": when(away.back_at, now)}
    if not away.orders:
        said = [tr("{left} to {back}: nothing was sold.", **times)]
    else:
        pieces = trn("{n} piece", "{n} pieces", away.pieces)
        said = [
            trn(
                "{left} to {back}: {n} order was booked, {pieces} sold.",
                "{left} to {back}: {n} orders were booked, {pieces} sold.",
                away.orders, pieces=pieces, **times,
            )
        ]  # fmt: skip
        said.append(
            trn("{n} incident was opened.", "{n} incidents were opened.", away.incidents)
            if away.incidents
            else tr("Nothing is oversold.")
        )
    if away.messages:
        said.append(trn("The relay kept {n} message.", "The relay kept {n} messages.", away.messages))
    if away.compared_at is not None:
        said.append(tr("Last compare {time}.", time=when(away.compared_at, now)))
    return " ".join(said)


def left_words(away: Absence, shops: Mapping[int, Shop]) -> list[str]:
    """What no channel had confirmed when the seller left, named."""
    from app.ui.shell.leaving_words import left_open_words

    said = [
        trn(
            "{n} number was not confirmed when you left:",
            "{n} numbers were not confirmed when you left:",
            len(away.unconfirmed),
        )
    ]
    for one in away.unconfirmed[:_LEFT]:
        shop = shops.get(one.shop)
        said.append(left_open_words(one, shop.name if shop is not None else ""))
    more = len(away.unconfirmed) - _LEFT
    return [*said, trn("And {n} more.", "And {n} more.", more)] if more > 0 else said


class AwaySection(QWidget):
    """While you were away: shown until the seller has seen it. `seen` carries its number."""

    seen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.title = SectionTitle(tr("While you were away"))
        self.sentence = Paragraph("", colour="text_primary")
        self.close_it = Button(tr("Seen"), Variant.LINK)
        self.title.row.addWidget(self.close_it)
        self.left = Paragraph("", "small")
        self._number = 0
        self._counted = QVBoxLayout()
        self.close_it.clicked.connect(lambda _checked=False: self.seen.emit(self._number))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addLayout(self._counted)
        column.addWidget(self.left)
        self.hide()

    def show_away(self, away: Absence | None, shops: Mapping[int, Shop], now: datetime, *, sample: bool) -> None:
        """What came and what it did, once every shop was read again."""
        shown = away is not None and away.caught_up and not sample
        self.setVisible(shown)
        if away is None or not shown:
            return
        self._number = away.id
        said = away_words(away, now)
        clear(self._counted)
        counted = [(shop, orders) for shop, orders in away.by_shop if shop in shops]
        if len(counted) > 1:
            self._counted.addLayout(_counted(counted, shops))
        self.sentence.setText(said)
        left = left_words(away, shops) if away.unconfirmed else []
        self.left.setText("\n".join(left))
        self.left.setVisible(bool(left))
        self.setAccessibleName(" ".join([said, *left]))
