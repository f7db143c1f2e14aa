"""`book_order` books the difference, and only that."""

from dataclasses import replace

import pytest

from app.core.orders import Booked, LineBook, book_order, open_questions
from app.core.stock import EntryKind, StockEntry
from tests.life import line, order

PLAIN = LineBook(recipe={"MUG": 1})


def book(read, books):
    return book_order(read, books, prefix="1/1")


def apply(books: dict[str, LineBook], entries: list[StockEntry]) -> dict[str, LineBook]:
    """What the ledger would hold after these entries."""
    books = dict(books)
    for entry in entries:
        held = books[entry.line or ""]
        part = held.booked.get(entry.sku, Booked())
        out = -entry.on_hand if entry.kind in (EntryKind.SHIP, EntryKind.RESTOCK) else 0
        part = Booked(part.open + entry.committed, part.out + out, part.rows + 1)
        books[entry.line or ""] = replace(held, booked={**held.booked, entry.sku: part})
    return books


def told(entries: list[StockEntry]) -> list[tuple[str, int, int]]:
    return [(entry.kind.value, entry.on_hand, entry.committed) for entry in entries]


def run(*reads, books=None):
    """Book these readings one after the other, each twice; the entries of each."""
    books = books or {"a": PLAIN}
    said = []
    for read in reads:
        entries = book(read, books)
        books = apply(books, entries)
        assert book(read, books) == [], "a second reading books nothing"
        said.append(told(entries))
    return said


def test_a_sale_commits_and_a_shipment_ships():
    assert run(order("1", line(open=2)), order("1", line(open=0, shipped=2))) == [
        [("commit", 0, 2)],
        [("ship", -2, -2)],
    ]


def test_first_seen_when_already_sent():
    assert run(order("1", line(open=0, shipped=2))) == [[("commit", 0, 2), ("ship", -2, -2)]]


def test_part_shipment():
    assert run(order("1", line(open=3)), order("1", line(open=2, shipped=1))) == [
        [("commit", 0, 3)],
        [("ship", -1, -1)],
    ]


@pytest.mark.parametrize(("first", "second", "entries"), [(2, 5, [("commit", 0, 3)]), (5, 2, [("release", 0, -3)])])
def test_an_edited_quantity(first, second, entries):
    assert run(order("1", line(open=first)), order("1", line(open=second)))[1] == entries


def test_a_cancelled_order_is_released_and_never_touches_on_hand():
    assert run(order("1", line(open=2)), order("1", line(open=0), ended=True))[1] == [("release", 0, -2)]


def test_cancelled_where_the_channel_does_not_say_what_was_sent():
    reads = order("1", line(open=0, shipped=2)), order("1", line(open=2, shipped=None), ended=True)
    assert run(*reads)[1] == []


def test_an_order_that_comes_back_from_cancelled():
    sale = order("1", line(open=1))
    assert run(sale, order("1", line(open=0), ended=True), sale)[2] == [("commit", 0, 1)]


def test_a_line_that_vanished_is_released_and_what_was_sent_stays_sent():
    assert run(order("1", line(open=2, shipped=1)), order("1"))[1] == [("release", 0, -2)]


@pytest.mark.parametrize("said", [{"returned": 1}, {"may_return": 1}])
def test_nothing_that_was_sent_restocks_by_itself(said):
    """Put back on sale by its channel or not: it waits for the seller, who alone knows where it is."""
    returned = order("1", line(open=0, shipped=2, **said))
    books = apply({"a": PLAIN}, book(order("1", line(open=0, shipped=2)), {"a": PLAIN}))
    assert book(returned, books) == []
    assert [(question.kind, question.pieces) for question in open_questions(returned, books)] == [("returned", 1)]
    here = {"a": replace(books["a"], came_back=1)}
    assert told(book(returned, here)) == [("restock", 1, 0)]
    assert open_questions(returned, here) == []
    gone = {"a": replace(books["a"], kept_out=1)}
    assert book(returned, gone) == []
    assert open_questions(returned, gone) == []


def test_perhaps_refunded_pieces_that_stay_are_released_and_never_restocked():
    """Money back that names no piece, before anything was sent: one of the two stays here, and one goes."""
    perhaps = order("1", line(open=2, refunded=1))
    books = apply({"a": PLAIN}, book(order("1", line(open=2)), {"a": PLAIN}))
    assert book(perhaps, books) == []
    assert [(question.kind, question.pieces) for question in open_questions(perhaps, books)] == [("returned", 1)]
    stays = {"a": replace(books["a"], came_back=1)}
    assert told(book(perhaps, stays)) == [("release", 0, -1)]
    sent = order("1", line(open=0, shipped=2, refunded=1))
    after = apply(stays, book(perhaps, stays))
    assert told(book(sent, after)) == [("ship", -1, -1)], "the channel calls all of it sent; one was not in the parcel"
    assert open_questions(sent, after) == []


def test_sent_by_mistake():
    """Marked as sent and taken back: the pieces are on the shelf and promised again."""
    assert run(order("1", line(open=0, shipped=1)), order("1", line(open=1)))[1] == [
        ("commit", 0, 1),
        ("restock", 1, 0),
    ]


def test_refunded_before_sending():
    """Put back on sale: released. Not put back: still held until the seller says where it is."""
    sale = order("1", line(open=3))
    refunded = order("1", line(open=1, withheld=1))
    assert run(sale, refunded)[1] == [("release", 0, -1)]
    books = apply({"a": PLAIN}, book(sale, {"a": PLAIN}))
    asked = open_questions(refunded, books)
    assert [(question.kind, question.pieces) for question in asked] == [("withheld", 1)]
    answered = {"a": replace(books["a"], settled=1)}
    assert told(book(refunded, answered)) == [("release", 0, -2)]
    assert open_questions(refunded, answered) == []


def test_sent_before_the_ledger_began():
    """What had left before never books; a piece of it that comes back asks, and books only the seller's answer."""
    books = {"a": replace(PLAIN, before=2)}
    assert run(order("1", line(open=0, shipped=2)), books=books) == [[]]
    returned = order("1", line(open=0, shipped=2, returned=1))
    assert book(returned, books) == []
    assert [(question.kind, question.pieces) for question in open_questions(returned, books)] == [("returned", 1)]
    here = {"a": replace(books["a"], came_back=1)}
    assert told(book(returned, here)) == [("restock", 1, 0)]
    here = apply(here, book(returned, here))
    assert book(returned, here) == []
    assert open_questions(returned, here) == []
    assert open_questions(returned, {"a": replace(books["a"], kept_out=1)}) == []


def test_a_bundle_books_its_parts():
    books = {"a": LineBook(recipe={"CUP": 2, "SAUCER": 1})}
    entries = book(order("1", line("SET", open=3)), books)
    assert [(entry.sku, entry.committed) for entry in entries] == [("CUP", 6), ("SAUCER", 3)]


def test_a_part_taken_out_of_the_recipe_is_released():
    books = {"a": LineBook(recipe={"CUP": 1}, booked={"CUP": Booked(1, 0, 1), "SPOON": Booked(1, 0, 1)})}
    assert [(entry.sku, entry.committed) for entry in book(order("1", line("SET", open=1)), books)] == [("SPOON", -1)]


def test_an_unlinked_line_books_nothing():
    assert book(order("1", line(open=2)), {"a": LineBook()}) == []
    assert book(order("1", line(open=2)), {}) == []


def test_keys_are_never_reused():
    books, keys = {"a": PLAIN}, []
    for open_ in (1, 2, 1, 2, 0):
        entries = book(order("1", line(open=open_)), books)
        books = apply(books, entries)
        keys += [entry.key for entry in entries]
    assert len(keys) == len(set(keys)) == 5
