"""Who decides what: the order of truth, what was settled by which rule, and the papers."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.core.stock import EntryKind
from app.core.truth import ORDER, Conflict, Met, Rank, rule
from app.outside import post_theirs
from app.posting import post_adjustment, post_order
from app.store import access, edits, looks, shops, truth
from app.store.database import transaction
from app.ui.papers import printing
from app.ui.papers.digest import summary, week_of, weekly_digest
from app.ui.papers.paper import Paper, Part, Table, as_html, as_markdown, write_paper
from app.ui.papers.press import printed
from app.ui.papers.statement import master_statement
from tests.life import NOW, add_listing, add_product, add_shop, later, line, order
from tests.ui.channels.world import nameless
from tests.ui.pseudo import spoken_pseudo, untranslated
from tests.ui.shell.checks import cut


@pytest.fixture
def woo(db):
    shop = add_shop(db, name="WooCommerce")
    with transaction(db):
        shops.set_mode(db, shop.id, "live", now=NOW - timedelta(days=20))
    return shop


@pytest.fixture
def settled(db, woo):
    """A count that corrected the ledger, an order that promised too much, and edits decided in three ways."""
    for sku in ("MUG", "CUP", "JUG", "POT"):
        add_product(db, sku, 5)
    numbers = {sku: add_listing(db, woo, sku, shows=5) for sku in ("MUG", "CUP", "JUG", "POT")}
    post_adjustment(db, "MUG", EntryKind.COUNT, 3, reason="counted", batch="c", now=later(1))
    post_order(db, woo, order("77", line("MUG", 4), at=2, placed=2), now=later(2))
    with transaction(db):
        for minutes, sku in ((3, "CUP"), (4, "JUG"), (5, "POT")):
            looks.outside_edit(db, numbers[sku], expected=5, seen=8, should=5, at=later(minutes))
        edits.decide(db, [numbers["CUP"]], "ours", decider="seller", now=later(6))
    post_theirs(db, [numbers["JUG"]], batch="t", now=later(7))


def test_the_order_is_fixed_and_every_rank_has_its_words():
    assert list(ORDER) == [Rank.COUNT, Rank.LEDGER, Rank.ORDERS, Rank.CHANNELS]


def test_every_conflict_has_the_rule_that_settled_it(db, settled):
    found = truth.conflicts(db, since=NOW - timedelta(days=1))
    assert [(one.met, one.sku, one.settled, str(rule(one))) for one in found] == [
        (Met.EDIT, "POT", False, "Waits for you: nothing was overwritten"),
        (Met.EDIT, "JUG", True, "You decided: it became a row of the ledger"),
        (Met.EDIT, "CUP", True, "2 before 4: our number was sent again"),
        (Met.ORDER, "MUG", True, "3: an order is a fact, and an incident was opened"),
        (Met.COUNT, "MUG", True, "1 before 2: what was counted is there"),
    ]
    assert [(one.one, one.other) for one in found][-1] == (5, 3)


def test_the_first_count_of_a_product_contradicts_nothing(db, woo):
    add_product(db, "NEW", 5)
    assert truth.conflicts(db, since=NOW - timedelta(days=1)) == []


@pytest.mark.parametrize("outcome", ["ours", "theirs", "replaced", "agrees", "gone", "settled", ""])
def test_no_outcome_is_without_a_rule(outcome):
    one = Conflict(at=NOW, met=Met.EDIT, sku="A", title="A", shop="S", one=1, other=2, outcome=outcome)
    assert str(rule(one))


# ------------------------------------------------------------------------------------------------ the page


@pytest.fixture
def view(opened, settled, program):
    program.now = later(10)
    page = opened()
    next(one for one in page.commands() if one.key == "authority").run()
    return page._views["authority"]


def test_the_page_says_all_of_it(view, qtbot):
    assert view.order[0].text() == "A physical count that has just been confirmed"
    assert len(view.rows) == 5
    assert view.window().focusWidget() is view.table
    assert view.digest.text() == "Somebody else changed 3 numbers, of 3 products. 1 waits for you."
    view.week.setCurrentIndex(1)
    view.week.activated.emit(1)
    assert view.digest.text() == "Nobody but Plimsoll changed a number."
    assert nameless(view) == []
    assert cut(view) == []
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(view, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("typed", "kind", "written"),
    [
        ("it.pdf", "PDF (*.pdf)", "it.pdf"),
        ("it", "HTML (*.html)", "it.html"),
        ("it.md", "Markdown (*.md)", "it.md"),
        ("v1.2", "Markdown (*.md)", "v1.2.md"),
    ],
)
def test_the_statement_is_saved_as_what_was_chosen(view, tmp_path, monkeypatch, typed, kind, written):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / typed), kind))
    view.statement.click()
    assert (tmp_path / written).stat().st_size > 200


def test_the_statement_and_the_digest_can_be_printed(view, monkeypatch):
    asked = []
    monkeypatch.setattr(printing, "ask_printer", lambda _parent, title, pages: asked.append((title, pages)))
    view.print_statement.click()
    view.print_digest.click()
    assert asked == [
        (view._statement().title, len(printed(view._statement()))),
        (view._week().title, len(printed(view._week()))),
    ]


def test_where_nothing_can_be_written_it_says_so_calmly(view, tmp_path, monkeypatch, qtbot):
    there = str(tmp_path / "no such folder" / "it.md")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (there, ""))
    with qtbot.waitSignal(view._bridge.trouble) as told:
        view.save_digest.click()
    assert str(told.args[0].title) == "it.md could not be written: No such file or directory"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    view.save_digest.click()  # the seller thought better of it


def test_everything_is_translated(opened, settled, qapp, program):
    program.now = later(10)
    with spoken_pseudo(qapp):
        page = opened()
        page.who_decides()
        found = untranslated(
            page._views["authority"], ignoring={"Mug", "Cup", "Jug", "Pot", "MUG", "CUP", "JUG", "POT"}
        )
    assert [words for words in found if not words.startswith(("11 May", "4 May", "27 April"))] == [], "but for dates"


# ------------------------------------------------------------------------------------------------ the papers


def test_the_statement_names_the_channels_and_who_may_change_what(db, settled, woo):
    with transaction(db):
        access.note(db, woo.id, "Bundle Helper", needed=False, now=NOW)
        access.checked(db, woo.id, 1, now=NOW)
    words = as_markdown(master_statement(db, later(10)))
    for line_ in (
        "1. A physical count that has just been confirmed",
        "4. Channel quantities: never the truth, only a difference to explain",
        "| WooCommerce | Orders in, quantities out | The seller is asked | Checked 14 May 2026 |",
        "| WooCommerce | Plimsoll | The master: writes stock |",
        "| WooCommerce | Bundle Helper | May write, and need not |",
        "Counted 3, the ledger said 5",
    ):
        assert line_ in words
    assert "Pot" not in words, "what waits is not settled"


def test_the_digest_counts_by_channel(db, settled):
    week = week_of(later(10))
    assert week.begin <= NOW < week.end
    assert (week.end - week.begin).days in (6, 7)
    paper = weekly_digest(db, week)
    assert paper.parts[0].table.rows == (("WooCommerce", "3", "9", "0", "0", "1", "1", "1"),)
    assert len(paper.parts[1].table.rows) == 3
    assert summary([]) == "Nobody but Plimsoll changed a number."


NASTY = Paper(
    title="A <b>title</b>",
    note="5 * 3 | 2 [x](javascript:1)",
    parts=(
        Part(
            title="T",
            table=Table(
                ("A", "B"),
                (
                    ("a|b", "<script>alert(1)</script>"),
                    ("_c_", "`d`\n# e"),
                ),
            ),
        ),
    ),
)


def test_what_products_are_called_is_never_taken_for_marks():
    html, markdown = as_html(NASTY), as_markdown(NASTY)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "http" not in html, "it needs nothing else"
    assert "| a\\|b | \\<script\\>alert(1)\\</script\\> |" in markdown
    assert "| \\_c\\_ | \\`d\\` \\# e |" in markdown


def test_a_pdf_is_a_pdf(tmp_path, qapp):
    write_paper(NASTY, tmp_path / "it.pdf")
    assert (tmp_path / "it.pdf").read_bytes().startswith(b"%PDF-")
