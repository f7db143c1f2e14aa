"""Cells: no formulas out, the same text back in, and numbers that are never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import cells
from app.core.money import digits_of

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]))


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "＋1", "－1", "＠x"]
)
def test_what_a_program_takes_for_a_formula_is_guarded(text: str) -> None:
    assert cells.guarded(text) == f"'{text}"
    assert cells.unguarded(f"'{text}") == text


@pytest.mark.parametrize("text", ["", "Mug", "'quoted'", "a=b", "5 + 3", "Café"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert cells.guarded(text) == text
    assert cells.unguarded(text) == text


@given(
    st.one_of(
        TEXTS,
        st.builds(lambda a, b, c: a + b + c, st.sampled_from(["", "'", "''"]), st.sampled_from("=+-@\t\r "), TEXTS),
    )
)
def test_guarding_is_the_identity_on_the_way_back(text: str) -> None:
    guarded = cells.guarded(text)
    assert cells.unguarded(guarded) == text
    assert guarded.lstrip(" \u00a0")[:1] not in ("=", "+", "-", "@", "\t", "\r")


@pytest.mark.parametrize(
    ("text", "value"), [("5", 5), (" 12 ", 12), ("0", 0), ("5.0", 5), ("5,00", 5), ("1 200", 1200)]
)
def test_pieces(text: str, value: int) -> None:
    assert cells.pieces(text).value == value


@pytest.mark.parametrize("text", ["", "x", "-1", "1.5", "1.500", "1,500", "1e3", "1000001", "1'200", "=5"])
def test_what_are_no_pieces(text: str) -> None:
    found = cells.pieces(text)
    assert found.value is None
    assert found.wrong is not None


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("12.50", "GBP", 1250),
        ("12,5", "EUR", 1250),
        ("1.234,50", "EUR", 123450),
        ("1,234.50", "USD", 123450),
        ("1'234.50", "CHF", 123450),
        ("0.05", "GBP", 5),
        ("12", "GBP", 1200),
        ("12.00", "JPY", 12),
        ("1.234.567", "EUR", 123456700),
        ("1.250", "KWD", 1250),
    ],
)
def test_money(text: str, currency: str, minor: int) -> None:
    assert cells.minor_units(text, currency).value == minor


@pytest.mark.parametrize("text", ["1,234", "1.234", "£5", "5 GBP", "-5", "", "1.2.3,4", "1,234,50", "12.345"])
def test_amounts_that_could_be_two_things_are_not_guessed(text: str) -> None:
    assert cells.minor_units(text, "GBP").wrong is not None


def test_too_many_decimals() -> None:
    assert str(cells.minor_units("0.1234", "GBP").wrong) == "GBP has 2 decimal places at most"
    assert cells.minor_units("5.5", "JPY").wrong is not None


@given(st.integers(0, 10**9), st.sampled_from(["GBP", "JPY", "KWD"]))
def test_an_amount_that_was_written_is_read_again(minor: int, currency: str) -> None:
    digits = digits_of(currency)
    written = str(minor / 10**digits if digits else minor)  # as a sheet holds it
    assert cells.minor_units(written, currency).value == minor


@pytest.mark.parametrize("text", ["5.01235E+12", "5,01E+12", "5E12"])
def test_a_barcode_that_the_spreadsheet_rounded_is_not_taken(text: str) -> None:
    assert cells.text_of(text).wrong is not None


def test_texts_come_on_one_line() -> None:
    assert cells.text_of(" A\n  b\x00 ").value == "A b"
    assert cells.text_of("x" * 256).wrong is not None
