"""The sections of Settings, each a widget of its own: how it looks, what is held back, how often shops are asked."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.channel import ChannelInfo
from app.core.stock import PIECES_MAX
from app.store.shops import Shop
from app.ui.language import AS_SYSTEM, LANGUAGES
from app.ui.settings.rows import NumberField, RadioRow, SettingRow
from app.ui.settings.writes import POLL_LEAST_S, POLL_MOST_S
from app.ui.shell.look import Look, contrasts
from app.ui.theme import Scheme
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.table import Density
from app.ui.words import percent, tr

USUAL_POLL_S = 60


class Section(QWidget):
    """A title and rows under it."""

    def __init__(self, title: str, note: str = "") -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(SectionTitle(title, note))
        self.setAccessibleName(title)


class Appearance(Section):
    """Theme, text size, row height: at once, in every window."""

    def __init__(self, look: Look) -> None:
        super().__init__(tr("Appearance"))
        self._look = look
        self.scheme = RadioRow(
            tr("Theme"),
            {Scheme.SYSTEM: tr("As the system"), Scheme.LIGHT: tr("Light"), Scheme.DARK: tr("Dark")},
            look.scheme,
            look.set_scheme,
        )
        self.contrast = RadioRow(tr("Contrast"), contrasts(), look.contrast, look.set_contrast)
        scales = {scale: percent(scale) for scale in look.text_scales}
        self.scale = RadioRow(tr("Text size"), scales, look.text_scale, look.set_text_scale)
        self.rows = RadioRow(
            tr("Row height"),
            {
                Density.COMPACT: tr("Compact"),
                Density.NORMAL: tr("Normal"),
                Density.COMFORTABLE: tr("Comfortable"),
            },
            look.density,
            look.set_density,
        )
        languages = {AS_SYSTEM: tr("As the system"), **LANGUAGES}
        self.language = RadioRow(tr("Language"), languages, look.language, look.set_language)
        for name, sentence, control in (
            (tr("Theme"), "", self.scheme),
            (tr("Contrast"), tr("High contrast draws stronger lines and text."), self.contrast),
            (tr("Text size"), tr("Rows and buttons grow with it."), self.scale),
            (tr("Row height"), tr("In every table."), self.rows),
            (tr("Language"), tr("From the next start of Plimsoll."), self.language),
        ):
            self.column.addWidget(SettingRow(name, sentence, control))
        look.changed.connect(self._follow)

    def _follow(self) -> None:
        """A menu may have chosen."""
        self.scheme.choose(self._look.scheme)
        self.contrast.choose(self._look.contrast)
        self.scale.choose(self._look.text_scale)
        self.rows.choose(self._look.density)


class HeldBack(Section):
    """What no channel gets to see."""

    def __init__(self, on_number: Callable[[int | None], bool], on_shops: Callable[[], None]) -> None:
        super().__init__(tr("Held back"))
        self.field = NumberField(
            tr("Held back everywhere"),
            least=0,
            most=PIECES_MAX,
            wrong=tr("Must be 0 or more"),
            on_number=on_number,
        )
        sentence = tr(
            "So many pieces of every product are hidden from every channel. A number set for a product stands instead"
            " of this one, and one set for a channel is added, unless you say otherwise there."
        )
        self.column.addWidget(SettingRow(tr("Held back everywhere"), sentence, self.field))
        self.by_channel = Button(tr("Channel by channel"), size=ButtonSize.SMALL)
        self.by_channel.clicked.connect(lambda _on=False: on_shops())
        sentence = tr("What each channel holds back, the most that it shows, and when it shows nothing any more.")
        self.column.addWidget(SettingRow(tr("Rules of a whole channel"), sentence, self.by_channel))


class Polling(Section):
    """How often each shop is asked for orders."""

    def __init__(self, channels: Sequence[ChannelInfo], on_seconds: Callable[[int, int | None], bool]) -> None:
        super().__init__(tr("Orders"), tr("how often Plimsoll asks for new ones, in seconds"))
        self._channels = {info.key: info for info in channels}
        self._on_seconds = on_seconds
        self._shops: list[tuple[int, str, int]] = []
        self.fields: dict[int, NumberField] = {}
        self._rows: list[SettingRow] = []

    def show_shops(self, shops: Sequence[Shop], chosen: dict[int, int | None]) -> None:
        """These shops, and what was chosen for each."""
        found = [(shop.id, shop.name, self._usual(shop)) for shop in shops]
        if found != self._shops:
            self._shops = found
            self._build(shops)
        for shop in shops:
            self.fields[shop.id].show_number(chosen[shop.id])
        self.setVisible(bool(shops))

    def _build(self, shops: Sequence[Shop]) -> None:
        for row in self._rows:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.fields = {shop.id: self._field(shop) for shop in shops}
        self._rows = [self._row(shop) for shop in shops]
        for row in self._rows:
            self.column.addWidget(row)

    def _row(self, shop: Shop) -> SettingRow:
        usual = self._usual(shop)
        sentence = tr("Usually every {seconds} s. Empty means as usual.", seconds=usual)
        return SettingRow(shop.name, sentence, self.fields[shop.id], Badge(shop.letter, shop.name))

    def _field(self, shop: Shop) -> NumberField:
        return NumberField(
            tr("Seconds between order polls, {shop}", shop=shop.name),
            least=POLL_LEAST_S,
            most=POLL_MOST_S,
            wrong=tr("From {least} to {most}", least=POLL_LEAST_S, most=POLL_MOST_S),
            on_number=lambda seconds: self._on_seconds(shop.id, seconds),
            usual=self._usual(shop),
        )

    def _usual(self, shop: Shop) -> int:
        info = self._channels.get(shop.channel)
        if info is None:
            return USUAL_POLL_S
        return info.live_poll_s if shop.sends and info.live_poll_s else info.poll_s
