"""The chart as a page uses it: loaded late, moved by mouse and keys, dressed anew at once, and said in words."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.stock import EntryKind
from app.store.history import Move
from app.store.settings import Dated
from app.ui.charts.picture import Picture, Stop, picture
from app.ui.charts.stock_chart import StockChart
from app.ui.charts.words import chart_words
from app.ui.theme import Scheme, Theme

END = datetime(2026, 5, 14, 12, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[3]


def mug(*values: int, floor: int | None = 4) -> Picture:
    """One row every two days, the last of them now."""
    moves = [
        Move(seq, END - timedelta(days=2 * (len(values) - seq)), EntryKind.SHIP, -1, -1, value, 0, "", False)
        for seq, value in enumerate(values, start=1)
    ]
    floors = [Dated(END - timedelta(days=90), floor)]
    return picture(moves, floors, [Dated(floors[0].at, 12)], start=END - timedelta(days=60), end=END)


@pytest.fixture
def chart(theme: Theme, qtbot: QtBot) -> StockChart:
    made = StockChart(theme)
    qtbot.addWidget(made)
    made.resize(364, 232)
    return made


def show(chart: StockChart, shown: Picture, sentence: str = "Mug, 60 days") -> None:
    chart.load()
    chart.show_picture(shown, chart_words(shown), sentence)
    chart.show()


def stops(chart: StockChart) -> list[Stop | None]:
    seen: list[Stop | None] = []
    chart.stopped.connect(seen.append)
    return seen


def colours(chart: StockChart) -> set[str]:
    image: QImage = chart.grab().toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def painted(chart: StockChart, colour: QColor) -> bool:
    """Is there a pixel of this colour, or one that a thin slanted stroke of it mixes with the ground?"""
    wanted = (colour.red(), colour.green(), colour.blue())
    mixed = (QColor(name) for name in colours(chart))
    near = ((seen.red(), seen.green(), seen.blue()) for seen in mixed)
    return any(sum(abs(a - b) for a, b in zip(seen, wanted, strict=True)) < 60 for seen in near)


def test_nothing_imports_pyqtgraph_before_a_chart_is_painted() -> None:
    code = (
        "import sys; import app.ui.inventory.page, app.ui.charts.stock_chart;"
        "sys.exit(any(name.split('.')[0] in ('pyqtgraph', 'numpy') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_it_loads_once_it_was_painted(chart: StockChart, qtbot: QtBot) -> None:
    shown = mug(9, 5)
    chart.show_picture(shown, chart_words(shown), "Mug")
    assert chart.plot is None
    chart.show()
    qtbot.waitUntil(lambda: chart.plot is not None)
    assert chart.plot is not None
    assert chart.plot.frame_ is not None


def test_arrows_move_the_cursor_from_row_to_row(chart: StockChart) -> None:
    show(chart, mug(9, 8, 7))
    seen = stops(chart)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(chart, key)
    assert [stop.seq for stop in seen if stop] == [3, 2, 1]  # and there it stays
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert [stop.seq for stop in seen if stop] == [3, 2, 1, 3, 1]


def test_keys_with_nothing_to_move_to_are_left_to_others(chart: StockChart) -> None:
    show(chart, picture([], [], [], start=END - timedelta(days=60), end=END))
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.stop is None


def test_the_mouse_finds_the_nearest_row_and_takes_it_away_again(chart: StockChart, qtbot: QtBot) -> None:
    show(chart, mug(9, 8, 7))
    seen = stops(chart)
    plot = chart.plot
    assert plot is not None
    assert plot.frame_ is not None
    x = round(plot.frame_.x((END - timedelta(days=2)).timestamp())) + plot.x()
    QTest.mouseMove(chart, QPoint(x + 2, 60))
    qtbot.waitUntil(lambda: bool(seen))
    assert chart.stop is not None
    assert chart.stop.seq == 2
    chart.clearFocus()
    QTest.mouseMove(chart, QPoint(-50, -50))
    chart.leaveEvent(None)  # type: ignore[arg-type]
    assert chart.stop is None
    assert seen[-1] is None


def test_a_row_chosen_in_the_list_moves_it_silently(chart: StockChart) -> None:
    show(chart, mug(9, 8, 7))
    seen = stops(chart)
    chart.stand_at(2)
    assert chart.stop is not None
    assert chart.stop.seq == 2
    chart.stand_at(99)
    assert chart.stop is None
    assert seen == []


def test_the_cursor_stays_on_its_row_when_something_is_booked(chart: StockChart) -> None:
    show(chart, mug(9, 8, 7))
    chart.stand_at(2)
    shown = mug(9, 8, 7, 6)
    chart.show_picture(shown, chart_words(shown), "Mug")
    assert chart.stop is not None
    assert chart.stop.seq == 2


def test_it_says_itself_and_the_row_under_the_cursor(chart: StockChart) -> None:
    show(chart, mug(9, 8, 7), "Mug, 60 days: between 9 and 7")
    assert chart.accessibleName() == "Stock chart"
    assert chart.accessibleDescription() == "Mug, 60 days: between 9 and 7"
    chart.say_stop("Wed 12:00: Sale 7. −1, 8 available.")
    assert chart.accessibleDescription() == chart.toolTip() == "Wed 12:00: Sale 7. −1, 8 available."


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_it_speaks_the_chart_language(chart: StockChart, theme: Theme, scheme: Scheme) -> None:
    theme.set_scheme(scheme)
    show(chart, mug(9, 6, 2, 3, 8, -3))
    for name in ("available_line", "available_fill", "floor_line", "grid", "under_floor_hatch", "event_oversell"):
        assert painted(chart, theme.colour(name)), name


def test_a_change_of_theme_dresses_it_at_once(chart: StockChart, theme: Theme) -> None:
    show(chart, mug(9, 6, 2, 8))
    light = theme.colour("available_fill").name()
    assert light in colours(chart)
    theme.set_scheme(Scheme.DARK)
    seen = colours(chart)
    assert light not in seen
    assert theme.colour("available_fill").name() in seen
    assert theme.colour("bg_surface").name() in seen


def test_good_news_is_not_coloured(chart: StockChart, theme: Theme) -> None:
    show(chart, mug(9, 8, 7))
    for name in ("under_floor_hatch", "below_zero_hatch", "event_oversell"):
        assert not painted(chart, theme.colour(name)), name


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("width", [120, 364, 900])
def test_it_fits_any_room(chart: StockChart, theme: Theme, scale: float, width: int) -> None:
    theme.set_text_scale(scale)
    chart.resize(width, round(232 * scale))
    show(chart, mug(12_345, 11_000, 9000, floor=10_000))
    chart.grab()
    plot = chart.plot
    assert plot is not None
    assert plot.frame_ is not None
    assert plot.frame_.left < plot.frame_.right <= width


def test_a_long_history_is_drawn_quickly_enough_to_be_looked_at(chart: StockChart) -> None:
    moves = [
        Move(seq, END - timedelta(minutes=20_000 - seq), EntryKind.ADJUST, -1, 0, 20_000 - seq, 0, "broken", False)
        for seq in range(20_000)
    ]
    shown = picture(moves, [Dated(END - timedelta(days=90), 4000)], [], start=END - timedelta(days=60), end=END)
    show(chart, shown)
    assert chart.plot is not None
    x, _ = chart.plot.drawn_points()
    assert 0 < len(x) < 4 * 364


def test_what_no_floor_was_set_for_has_no_floor_line(chart: StockChart, theme: Theme) -> None:
    show(chart, mug(9, 8, 7, floor=4))
    with_floor = colours(chart)
    shown = mug(9, 8, 7, floor=None)
    chart.show_picture(shown, chart_words(shown), "Mug")
    assert theme.colour("floor_line").name() in with_floor
    assert not shown.floor
    assert theme.colour("floor_line").name() not in colours(chart)


def test_lines_are_as_thick_on_a_fine_screen(chart: StockChart, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two pixels of the design are four of a screen that has twice as many."""
    show(chart, mug(28, 12))
    plot = chart.plot
    assert plot is not None
    assert plot._available.opts["pen"].widthF() == 2
    monkeypatch.setattr(type(plot), "devicePixelRatioF", lambda _plot: 2.0)
    QCoreApplication.sendEvent(plot, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert plot._available.opts["pen"].widthF() == 4
    assert plot._floor.opts["pen"].widthF() == 3
