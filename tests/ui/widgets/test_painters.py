"""The drawn things: status shapes, load gauge, badge, key, clock, sparkline, meter."""

from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from app.core.stock import Status
from app.ui.theme import Scheme
from app.ui.widgets.badge import paint_badge
from app.ui.widgets.clock_bar import ContactTime, paint_clock_bar
from app.ui.widgets.gauge import Load, LoadGauge, paint_gauge
from app.ui.widgets.glyphs import COLOURS, GLYPH_OF, Glyph, paint_glyph
from app.ui.widgets.key_hint import paint_key_hint
from app.ui.widgets.progress import paint_meter
from app.ui.widgets.sparkline import height_share, paint_sparkline
from tests.ui.widgets.drawing import at, colours, grabbed, inked, painted, square

NOW = datetime(2026, 5, 14, 14, 32, tzinfo=UTC)
TRACK = QRectF(0, 4, 76, 8)


# Status


def glyph_image(theme, glyph, side=24, colour="text_primary"):
    return painted(theme, side, side, lambda p: paint_glyph(p, glyph, square(side), theme, colour=theme.colour(colour)))


@pytest.mark.parametrize(("one", "other"), list(combinations([g for g in Glyph if g is not Glyph.OPEN], 2)))
def test_every_shape_differs_without_its_colour(theme, one, other):
    first, second = glyph_image(theme, one), glyph_image(theme, other)
    apart = inked(first, theme) ^ inked(second, theme)
    assert len(apart) > 24, "more than a few pixels of 576"


def test_open_and_reorder_are_one_ring_in_two_colours(theme):
    assert glyph_image(theme, Glyph.OPEN) == glyph_image(theme, Glyph.REORDER)
    assert COLOURS[Glyph.OPEN] != COLOURS[Glyph.REORDER]


@pytest.mark.parametrize("glyph", list(Glyph))
def test_shapes_stay_in_their_square(theme, glyph):
    image = painted(theme, 32, 32, lambda p: paint_glyph(p, glyph, QRectF(4, 4, 24, 24), theme))
    assert inked(image, theme)
    assert all(3 <= x <= 28 and 3 <= y <= 28 for x, y in inked(image, theme))


def test_at_the_floor_is_the_plimsoll_mark(theme):
    image = glyph_image(theme, Glyph.AT_FLOOR)
    ink = theme.colour("text_primary").name()
    assert at(image, 12, 12) == at(image, 3, 12) == at(image, 21, 12) == ink, "the line goes through and sticks out"
    assert at(image, 12, 8) == theme.colour("bg_surface").name(), "the disc is open"


def test_a_bang_is_cut_out_of_its_shape(theme):
    for glyph in (Glyph.OVERSOLD, Glyph.LOOK):
        image = painted(
            theme, 24, 24, lambda p, g=glyph: paint_glyph(p, g, square(24), theme, ground=theme.colour("danger_tint"))
        )
        assert theme.colour("danger_tint").name() in colours(image)


def test_every_status_has_a_shape():
    assert set(GLYPH_OF) == set(Status)
    assert GLYPH_OF[Status.OVERSOLD] is Glyph.OVERSOLD
    assert len(set(GLYPH_OF.values())) == len(Status)


# Load gauge


def gauge(theme, load, ratio=1.0):
    return painted(theme, 76, 16, lambda p: paint_gauge(p, load, TRACK, theme), ratio)


def test_the_scale_reaches_to_two_point_four_reorder_points_or_what_there_is():
    assert Load(10, 4, 12).full == pytest.approx(28.8)
    assert Load(47, 4, 12).full == 47
    assert Load(0, 0, None).full == 1.0
    assert Load(-3, 4, 12).share(-3) == 0.0


def test_a_good_load_is_accent_up_to_what_is_available(theme):
    image = gauge(theme, Load(14, 4, 12))  # 14 of 28.8 is 37 of 76 pixels
    accent, track = theme.colour("accent").name(), theme.colour("bg_track").name()
    assert [at(image, x, 8) for x in (4, 25, 35)] == [accent] * 3
    assert [at(image, x, 8) for x in (38, 60, 74)] == [track] * 3


def test_the_floor_is_the_strongest_line_and_has_air_on_both_sides(theme):
    image = gauge(theme, Load(14, 4, 12))  # the floor lies at 10.6 pixels
    ink, ground = theme.colour("text_primary").name(), theme.colour("bg_surface").name()
    assert [at(image, x, 8) for x in (10, 11)] == [ink, ink], "1.5 px are 2 on this screen"
    assert [at(image, x, 8) for x in (9, 12)] == [ground, ground]
    assert at(image, 10, 1) == at(image, 10, 14) == ink, "it sticks out 3 px above and below"
    assert at(image, 10, 0) == at(image, 10, 15) == ground


def test_the_floor_is_three_device_pixels_on_a_dense_screen(theme):
    image = gauge(theme, Load(14, 4, 12), ratio=2.0)
    ink = theme.colour("text_primary").name()
    assert sum(at(image, x, 3) == ink for x in range(image.width())) == 3


def test_the_reorder_tick_lies_inside_the_bar(theme):
    on_track = gauge(theme, Load(7, 4, 12))  # reorder at 31.7 pixels, beyond the bar
    assert at(on_track, 31, 8) == theme.colour("text_tertiary").name()
    assert at(on_track, 31, 2) == theme.colour("bg_surface").name(), "it does not stick out"
    on_bar = gauge(theme, Load(20, 4, 12))
    assert at(on_bar, 31, 8) == theme.colour("bg_surface").name()
    assert at(on_bar, 30, 8) == at(on_bar, 32, 8) == theme.colour("accent").name()


def test_under_the_floor_is_amber(theme):
    image = gauge(theme, Load(2, 4, 12))
    assert theme.colour("warn_mark").name() in colours(image)
    assert theme.colour("accent").name() not in colours(image)


def test_at_the_floor_is_not_yet_amber(theme):
    assert theme.colour("warn_mark").name() not in colours(gauge(theme, Load(4, 4, 12)))


def test_oversold_is_hatched_red_from_zero_to_the_floor(theme):
    image = gauge(theme, Load(-3, 4, 12))
    red = {
        (x, y)
        for x in range(76)
        for y in range(16)
        if image.pixelColor(x, y).red() > 150 > image.pixelColor(x, y).green()
    }
    assert red
    assert max(x for x, _ in red) <= 9
    column = [at(image, 4, y) for y in range(4, 12)]
    assert len(set(column)) > 1, "strokes, not a bar"


def test_oversold_with_a_floor_of_nothing_still_shows(theme):
    image = gauge(theme, Load(-1, 0, 12))
    assert any(image.pixelColor(x, 8).red() > 150 > image.pixelColor(x, 8).green() for x in range(3, 9))


def test_without_a_floor_the_track_is_dashed_and_empty(theme):
    image = gauge(theme, Load(14, None, 12))
    edge = [at(image, x, 4) for x in range(4, 72)]
    line, ground = theme.colour("line_control").name(), theme.colour("bg_surface").name()
    assert {line, ground} <= set(edge)
    assert all(at(image, x, 8) == ground for x in range(4, 72))


def test_one_piece_of_very_many_is_still_seen(theme):
    accent = theme.colour("accent").name()
    assert accent in colours(gauge(theme, Load(1, 0, 5000)))
    assert accent in colours(gauge(theme, Load(3, 2, 5000)))
    assert accent not in colours(gauge(theme, Load(0, 0, 5000)))


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_gap_shows_whatever_lies_under_the_gauge(theme, scheme):
    theme.set_scheme(scheme)

    def draw(painter):
        painter.fillRect(0, 0, 76, 16, theme.colour("bg_selected"))
        paint_gauge(painter, Load(14, 4, 12), TRACK, theme)

    image = painted(theme, 76, 16, draw)
    assert at(image, 9, 8) == at(image, 12, 8) == theme.colour("bg_selected").name()


def test_a_gauge_grows_with_the_text(theme, qtbot):
    widget = LoadGauge(Load(14, 4, 12), "14 available, floor 4")
    qtbot.addWidget(widget)
    theme.set_text_scale(1.5)
    assert (widget.sizeHint().width(), widget.sizeHint().height()) == (114, 20)
    widget.resize(widget.sizeHint())
    assert inked(grabbed(widget), theme, "bg_window")


# Badge and key


def test_a_badge_is_neutral_and_a_paused_one_is_dashed(theme):
    plain = painted(theme, 18, 18, lambda p: paint_badge(p, "E", square(18), theme))
    paused = painted(theme, 18, 18, lambda p: paint_badge(p, "E", square(18), theme, paused=True))
    assert at(plain, 3, 3) == theme.colour("badge_bg").name()
    assert at(paused, 3, 3) == theme.colour("bg_surface").name()
    assert theme.colour("accent").name() not in colours(plain) | colours(paused)
    edge = {at(paused, x, 0) for x in range(4, 14)}
    assert {theme.colour("line_strong").name(), theme.colour("bg_surface").name()} <= edge


@pytest.mark.parametrize("letters", ["W", "E1", "W2", "M9"])
def test_letters_stay_inside_their_badge(theme, letters):
    image = painted(theme, 18, 18, lambda p: paint_badge(p, letters, square(18), theme))
    border = {at(image, x, y) for x in (0, 17) for y in range(4, 14)}
    assert border == {theme.colour("badge_line").name()}


def test_a_key_is_boxed(theme):
    image = painted(theme, 40, 16, lambda p: paint_key_hint(p, "Ctrl Z", QRectF(0, 0, 40, 16), theme))
    assert at(image, 20, 0) == at(image, 20, 15) == theme.colour("line_strong").name()
    assert len(inked(image, theme)) > 120


# Contact clock


def clock(theme, gone_min, *, stopped=False):
    found = NOW - timedelta(minutes=gone_min)
    time = ContactTime(
        found_at=found, write_by_at=found + timedelta(hours=2), now=NOW, stopped_at=NOW if stopped else None
    )
    return time, painted(theme, 120, 12, lambda p: paint_clock_bar(p, time, QRectF(0, 3, 120, 6), theme))


@pytest.mark.parametrize(
    ("gone_min", "stopped", "colour", "pressing"),
    [
        (24, False, "accent", False),
        (60, False, "accent", False),
        (61, False, "danger", True),
        (132, False, "danger", True),
        (64, True, "text_tertiary", False),
    ],
)
def test_the_clock_says_how_pressing_it_is(theme, gone_min, stopped, colour, pressing):
    time, image = clock(theme, gone_min, stopped=stopped)
    assert time.pressing is pressing
    assert at(image, 10, 6) == theme.colour(colour).name()


def test_the_needle_stands_at_now_and_sticks_out(theme):
    time, image = clock(theme, 30)
    ink = theme.colour("text_primary").name()
    assert time.share == 0.25
    assert at(image, 29, 1) == at(image, 30, 10) == ink
    late = clock(theme, 500)[1]
    assert at(late, 119, 6) == ink, "never beyond its end"
    assert ink not in colours(clock(theme, 64, stopped=True)[1]), "a clock that stands has none"


# Sparkline


@pytest.mark.parametrize(("lag_s", "share"), [(0.1, 0), (1, 0), (1200, 1), (9999, 1), (60, 0.577)])
def test_lag_is_drawn_on_a_logarithmic_scale_and_clipped(lag_s, share):
    assert height_share(lag_s) == pytest.approx(share, abs=0.001)


def sparkline(theme, lags):
    return painted(theme, 112, 24, lambda p: paint_sparkline(p, lags, QRectF(0, 0, 112, 24), theme))


def test_no_line_is_drawn_across_missing_data(theme):
    image = sparkline(theme, [1200, 1200, None, None, 1200, 1200])  # 22 pixels from one to the next
    inks = [theme.colour("accent").name() in {at(image, x, y) for y in range(6)} for x in range(8, 104)]
    assert inks[0]
    assert not any(inks[24:64])
    assert inks[90]


def test_only_what_is_over_a_minute_has_an_amber_dot(theme):
    amber = theme.colour("warn_mark").name()
    assert amber not in colours(sparkline(theme, [8, 60, 8]))
    assert amber in colours(sparkline(theme, [8, 61, 8]))


def test_a_single_reading_is_a_dot(theme):
    lone = sparkline(theme, [None, 5, None])
    assert theme.colour("accent").name() in colours(lone) or len(inked(lone, theme)) > len(
        inked(sparkline(theme, []), theme)
    )


def test_nothing_known_is_only_the_limit(theme):
    rows = {y for _, y in inked(sparkline(theme, []), theme)}
    assert len(rows) == 1


# Meter


def test_a_meter_shows_its_share(theme):
    image = painted(theme, 100, 8, lambda p: paint_meter(p, 0.34, QRectF(0, 0, 100, 8), theme))
    assert at(image, 32, 4) == theme.colour("accent").name()
    assert at(image, 36, 4) == theme.colour("bg_track").name()
    empty = painted(theme, 100, 8, lambda p: paint_meter(p, 0, QRectF(0, 0, 100, 8), theme))
    assert theme.colour("accent").name() not in colours(empty)
    over = painted(theme, 100, 8, lambda p: paint_meter(p, 1.7, QRectF(0, 0, 90, 8), theme))
    assert at(over, 95, 4) == theme.colour("bg_surface").name()
