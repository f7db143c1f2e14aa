"""Words on the screen: templates, plurals, translation, and values as a locale writes them."""

import ast
import string
import time
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator

from app.core.text import N_, NN_
from app.ui import words
from app.ui.words import ago, all_of, clock_time, day, duration, moment, money, number, say, signed, tr, trn, when
from tests.ui.pseudo import pseudo, spoken_pseudo

APP = Path(words.__file__).resolve().parents[1]
NOW = datetime(2026, 5, 14, 14, 32, tzinfo=UTC)  # a Thursday


@pytest.fixture(autouse=True)
def in_london(monkeypatch):
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()
    QLocale.setDefault(before)


GERMAN = {
    "{n} orders wait": ("{n} Bestellung wartet", "{n} Bestellungen warten"),
    "Stock of {sku}": ("Bestand von {sku}",),
    "Broken {slot}": ("Kaputt {falsch}",),
}


class German(QTranslator):
    """Knows a few sentences, with German plurals."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        forms = GERMAN.get(source, ("",))
        return forms[0] if n in (-1, 1) else forms[-1]


@pytest.fixture
def german(qapp):
    translator = German()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


# Sentences


def test_a_sentence_is_put_together_from_its_template(qapp):
    text = N_("{channel} shows {shown} {name}, should be {wanted}", channel="Etsy", shown=41, name="tiles", wanted=-3)
    assert say(text) == "Etsy shows 41 tiles, should be −3"


@pytest.mark.parametrize(("n", "said"), [(0, "0 orders wait"), (1, "1 order waits"), (2, "2 orders wait")])
def test_english_plurals_need_no_translation_file(qapp, n, said):
    assert trn("{n} order waits", "{n} orders wait", n) == said
    assert say(NN_("{n} order waits", "{n} orders wait", n)) == said


@pytest.mark.parametrize(("n", "said"), [(1, "1 Bestellung wartet"), (1846, "1,846 Bestellungen warten")])
def test_a_translation_brings_its_own_plurals(german, n, said):
    assert trn("{n} order waits", "{n} orders wait", n) == said


def test_a_translation_keeps_the_slots(german):
    assert tr("Stock of {sku}", sku="MUG & <b>") == "Bestand von MUG & <b>"


def test_a_sentence_nobody_translated_stays_english(german):
    assert tr("Floor of {name}", name="mug") == "Floor of mug"


def test_a_mistyped_slot_in_a_translation_falls_back_to_english(german):
    assert tr("Broken {slot}", slot=1) == "Broken 1"


def test_a_sentence_within_a_sentence_is_translated_too(german):
    assert say(N_("So: {inner}", inner=N_("Stock of {sku}", sku="A"))) == "So: Bestand von A"


def test_the_language_nobody_speaks_marks_what_it_saw(qapp):
    with spoken_pseudo(qapp):
        said = tr("Stock of {sku}", sku="A-1")
        assert said == pseudo("Stock of {sku}").format(sku="A-1")
        assert len(said) >= len("Stock of A-1") * 1.35
    assert tr("Stock of {sku}", sku="A-1") == "Stock of A-1"


def test_values_in_a_sentence_are_written_for_people(qapp):
    text = N_(
        "{at}, {on}, {took}, {share}, {gap}",
        at=NOW,
        on=date(2026, 5, 22),
        took=timedelta(seconds=372),
        share=5.03,
        gap=None,
    )
    assert say(text, now=NOW) == "14:32, Fri 22 May, 6 min 12 s, 5.03, –"


# Numbers


@pytest.mark.parametrize(("value", "shown"), [(0, "0"), (-3, "−3"), (1846, "1,846"), (-12000, "−12,000")])
def test_numbers_have_a_true_minus(value, shown):
    assert number(value) == shown


@pytest.mark.parametrize(("value", "shown"), [(3, "+3"), (0, "0"), (-2, "−2")])
def test_changes_have_a_sign(value, shown):
    assert signed(value) == shown


def test_another_locale_groups_its_own_way():
    QLocale.setDefault(QLocale("de_DE"))
    assert number(-1846) == "−1.846"
    assert words.decimal(5.03) == "5,03"
    assert money(2750, "EUR") == "27,50\u00a0€"


@pytest.mark.parametrize(("share", "digits", "shown"), [(0.122, 0, "12 %"), (0.0455, 1, "4.5 %"), (0.0, 1, "0.0 %")])
def test_a_space_stands_before_percent(qapp, share, digits, shown):
    assert words.percent(share, digits) == shown


@pytest.mark.parametrize(
    ("minor", "currency", "short", "shown"),
    [
        (2750, "GBP", False, "£27.50"),
        (2400, "GBP", True, "£24"),
        (2750, "GBP", True, "£27.50"),
        (-550, "GBP", False, "−£5.50"),
        (1999, "EUR", False, "€19.99"),
        (500, "JPY", False, "¥500"),
        (1500, "KWD", False, "KWD\u00a01.500"),
        (2000, "AUD", False, "AUD\u00a020.00"),
    ],
)
def test_money_is_written_from_minor_units(minor, currency, short, shown):
    assert money(minor, currency, short=short) == shown


def test_a_dollar_is_a_dollar_only_where_it_is_the_locales_own():
    QLocale.setDefault(QLocale("en_AU"))
    assert money(2000, "AUD") == "$20.00"


def test_names_stand_in_a_row():
    assert [all_of([]), all_of(["Tom"]), all_of(["Tom", "Hanna"])] == ["", "Tom", "Tom and Hanna"]


# Moments


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        (datetime(2026, 5, 14, 13, 11, tzinfo=UTC), "13:11"),
        (datetime(2026, 5, 13, 19, 44, tzinfo=UTC), "Wed 19:44"),
        (datetime(2026, 5, 9, 10, 12, tzinfo=UTC), "Sat 10:12"),
        (datetime(2026, 5, 7, 10, 12, tzinfo=UTC), "7 May"),
        (datetime(2026, 2, 3, 10, 12, tzinfo=UTC), "3 February"),
        (datetime(2025, 12, 31, 23, 59, tzinfo=UTC), "31 December 2025"),
        (datetime(2026, 5, 16, 12, 0, tzinfo=UTC), "Sat 12:00"),
        (datetime(2026, 5, 22, 12, 0, tzinfo=UTC), "22 May"),
    ],
)
def test_a_moment_is_as_short_as_it_stays_clear(qapp, at, shown):
    assert when(at, NOW) == shown


def test_a_moment_that_stands_alone_says_today(qapp):
    assert moment(datetime(2026, 5, 14, 13, 11, tzinfo=UTC), NOW) == "Today 13:11"
    assert moment(datetime(2026, 5, 13, 19, 44, tzinfo=UTC), NOW) == "Wed 19:44"


def test_today_is_a_matter_of_the_sellers_own_clock(qapp, monkeypatch):
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    at = datetime(2026, 5, 14, 23, 30, tzinfo=UTC)  # 11:30 on Friday there
    assert when(at, datetime(2026, 5, 15, 2, 0, tzinfo=UTC)) == "11:30"
    assert when(at, NOW) == "11:30"  # 14:32 UTC is 02:32 on that same Friday


def test_a_table_takes_the_short_month(qapp):
    assert when(datetime(2026, 2, 3, 10, 12, tzinfo=UTC), NOW, short=True) == "3 Feb"


def test_seconds_are_shown_where_they_matter():
    at = datetime(2026, 5, 14, 14, 31, 52, tzinfo=UTC)
    assert clock_time(at, seconds=True) == "14:31:52"
    QLocale.setDefault(QLocale("en_US"))
    assert clock_time(at, seconds=True).replace("\u202f", " ").upper() == "2:31:52 PM"


def test_days_are_named(qapp):
    assert day(date(2026, 5, 22), NOW) == "Fri 22 May"
    assert day(date(2026, 5, 14), NOW, long=True) == "Thursday 14 May"
    assert day(date(2027, 1, 2), NOW) == "Sat 2 Jan 2027"


@pytest.mark.parametrize(
    ("locale", "shown", "with_year"),
    [
        ("en_US", "February 3", "February 3, 2025"),
        ("de_DE", "3. Februar", "3. Februar 2025"),
        ("fr_FR", "3 février", "3 février 2025"),
        ("es_ES", "3 de febrero", "3 de febrero de 2025"),
        ("pt_BR", "3 de fevereiro", "3 de fevereiro de 2025"),
        ("da_DK", "3. februar", "3. februar 2025"),
        ("ja_JP", "2月3日", "2025年2月3日"),
        ("ko_KR", "2월 3일", "2025년 2월 3일"),
        ("hu_HU", "február 3.", "2025. február 3."),
        ("ru_RU", "3 февраля", "3 февраля 2025\u202fг."),
    ],
)
def test_a_date_loses_its_year_in_every_locale(locale, shown, with_year):
    QLocale.setDefault(QLocale(locale))
    assert words.calendar_date(date(2026, 2, 3), NOW.date()) == shown
    assert words.calendar_date(date(2025, 2, 3), NOW.date()) == with_year


@pytest.mark.parametrize(
    ("seconds", "shown", "coarse"),
    [
        (0.4, "0 s", "0 s"),
        (8, "8 s", "8 s"),
        (59.9, "59 s", "59 s"),
        (60, "1 min", "1 min"),
        (372, "6 min 12 s", "6 min"),
        (5760, "1 h 36 min", "1 h"),
        (7200, "2 h", "2 h"),
        (86399, "23 h 59 min", "23 h"),
        (86400, "1 day", "1 day"),
        (73 * 86400, "73 days", "73 days"),
    ],
)
def test_lengths_of_time(qapp, seconds, shown, coarse):
    assert duration(seconds) == shown
    assert duration(timedelta(seconds=seconds), coarse=True) == coarse


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(-5, "now"), (0, "now"), (372, "6 min 12 s ago"), (86400, "1 day ago"), (6307200, "73 days ago")],
)
def test_ages(qapp, seconds, shown):
    assert ago(NOW - timedelta(seconds=seconds), NOW) == shown


def test_a_sentence_without_a_clock_says_moments_in_full(qapp):
    assert tr("Sold {at}", at=NOW) == "Sold 14 May 2026, 14:32"
    assert say(N_("Due {on}", on=date(2026, 5, 22))) == "Due 22 May 2026"


# Every template in the program


@cache
def _calls() -> list[tuple[str, int, ast.Call]]:
    found = []
    for path in sorted(APP.rglob("*.py")):
        if path.name in {"text.py", "words.py"} and path.parent.name in {"core", "ui"}:
            continue  # they define these names
        found += [
            (str(path.relative_to(APP)), node.lineno, node)
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"N_", "NN_", "tr", "trn"}
        ]
    return found


def _templates(call: ast.Call) -> list[object]:
    return [getattr(arg, "value", None) for arg in call.args[: 2 if call.func.id in {"NN_", "trn"} else 1]]


def test_every_template_can_be_found_by_a_translators_tool():
    calls = _calls()
    assert calls, "no sentence was found at all"
    made_up = [(path, line) for path, line, call in calls if not all(isinstance(t, str) for t in _templates(call))]
    assert made_up == [], "a template is written out where it is marked, never put together"


def test_every_templates_slots_are_filled():
    wrong = []
    for path, line, call in _calls():
        given = {keyword.arg for keyword in call.keywords}
        if None in given:
            continue  # **values: only the run can tell
        counted = {"n"} if call.func.id in {"NN_", "trn"} else set()
        for template in _templates(call):
            if isinstance(template, str):
                slots = {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}
                if not slots <= given | counted or not given - counted - {"now"} <= slots | _slots_of(call):
                    wrong.append((path, line, template))
    assert wrong == []


def _slots_of(call: ast.Call) -> set[str]:
    names: set[str] = set()
    for template in _templates(call):
        if isinstance(template, str):
            names |= {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}
    return names


def test_no_counted_template_holds_what_qt_would_replace():
    wrong = [
        (path, line)
        for path, line, call in _calls()
        for t in _templates(call)
        if isinstance(t, str) and ("%n" in t or "%Ln" in t)
    ]
    assert wrong == [], "Qt puts the number in the place of %n"
