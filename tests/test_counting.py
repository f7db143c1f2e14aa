"""A count from its first scan to the ledger: blind, while the shop goes on selling."""

import dataclasses
from datetime import timedelta

import pytest

from app import counting
from app.core.count_entry import Scanner
from app.core.count_kinds import CountKind
from app.core.counting import Kind, Tolerance, Verdict
from app.core.stock import EntryKind
from app.counting import Sort
from app.errors import PlimsollError
from app.posting import post_adjustment, post_order
from app.store import catalog, codes, count_lists, count_settings, counts, ledger, places
from app.store.catalog import Product
from app.store.database import transaction
from app.store.sqlite import IntegrityError
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later, level, line, order, share

SHELF = "Shelf B"


@pytest.fixture
def db(tmp_path):
    opened = fresh(tmp_path)
    yield opened
    opened.close()


def stocked(db, sku, on_hand, place="Shelf B, bay 2", barcode=None):
    with transaction(db):
        number = catalog.add_product(db, Product(sku=sku, title=sku.title(), barcode=barcode, place=place), now=NOW)
    if on_hand is not None:
        post_adjustment(db, sku, EntryKind.RECEIVE, on_hand, reason="delivery", batch=f"d/{sku}", now=NOW)
    return number


def begun(db, *products, tolerance=Tolerance()):  # noqa: B008 - frozen
    number, refused = counting.begin(
        db, name="Weekly top 20", kind="top20", products=products, tolerance=tolerance, now=NOW
    )
    assert refused == []
    return number


def scans(db, number, code, times, at=0.0):
    for scan in range(times):
        heard = counting.scan(db, number, code, shelf=SHELF, now=later(at + scan / 100))
    return heard


def closed(db, number, shelf=SHELF, at=60.0, **how):
    return counting.close(db, number, shelf, now=later(at), **how)


def posted(db, number, shelf=SHELF, batch="count/1", at=70.0):
    return counting.post_shelf(db, number, shelf, batch=batch, now=later(at))


def test_scans_are_counted_and_posted_as_a_difference(db):
    mug = stocked(db, "MUG", 10)
    number = begun(db, mug)
    heard = scans(db, number, "MUG", 9)
    assert (heard.sort, heard.line.counted) == (Sort.ACCEPTED, 9)
    assert closed(db, number) == []
    (row,) = counting.review(db, number, SHELF)
    assert (row.verdict, row.difference, row.waits) == (Verdict.SMALL, -1, False)
    posted(db, number)
    assert level(db, "MUG") == (9, 0)
    assert ledger.history(db, "MUG")[0].kind is EntryKind.COUNT
    assert [shelf.posted_at for shelf in counts.shelves(db, number)] == [later(70)]


def test_a_sale_between_count_and_posting_stays_right(db):
    shop = add_shop(db)
    mug = stocked(db, "MUG", 10)
    add_listing(db, shop, "MUG", shows=10)
    number = begun(db, mug)
    scans(db, number, "MUG", 9)  # one is missing
    post_order(db, shop, order("1", line("MUG", 0, shipped=3), at=30), now=later(30))
    assert closed(db, number) == []
    posted(db, number)
    assert level(db, "MUG") == (6, 0), "ten, three sold, one lost"


def test_a_sale_while_a_line_is_scanned_asks_for_it_again(db):
    shop = add_shop(db)
    mug = stocked(db, "MUG", 10)
    add_listing(db, shop, "MUG", shows=10)
    number = begun(db, mug)
    scans(db, number, "MUG", 5)
    post_order(db, shop, order("1", line("MUG", 0, shipped=1), at=1), now=later(1))
    scans(db, number, "MUG", 4, at=2)
    (again,) = closed(db, number)
    assert (again.sku, again.round, again.counted) == ("MUG", 2, None)
    scans(db, number, "MUG", 9, at=61)
    assert closed(db, number, at=65) == []
    posted(db, number)
    assert level(db, "MUG") == (9, 0)


def test_too_far_apart_is_counted_again_blind_and_then_needs_a_reason(db):
    mug = stocked(db, "MUG", 10)
    number = begun(db, mug)
    counting.put(db, number, mug, Kind.SET, 5, shelf=SHELF, now=later(1))
    (again,) = closed(db, number)
    assert again.counted is None, "the first number is hidden too"
    with pytest.raises(PlimsollError, match="still being counted"):
        counting.review(db, number, SHELF)
    counting.put(db, number, mug, Kind.SET, 6, shelf=SHELF, now=later(61))
    assert closed(db, number, at=62) == []
    (row,) = counting.review(db, number, SHELF)
    assert (row.verdict, row.waits) == (Verdict.REASON, True)
    posted(db, number)
    assert level(db, "MUG") == (10, 0), "it waits, and nothing was posted"
    counting.say_why(db, number, mug, "broken")
    posted(db, number, batch="count/2")
    assert level(db, "MUG") == (6, 0)
    assert ledger.history(db, "MUG")[0].reason == "broken"


def test_what_is_fine_is_posted_and_what_waits_is_left(db):
    mug, tile = stocked(db, "MUG", 10), stocked(db, "TILE", 8)
    number = begun(db, mug, tile)
    scans(db, number, "MUG", 10)
    assert closed(db, number) == [], "a product that nobody looked at is not counted again"
    rows = {row.facts.sku: (row.verdict, row.waits) for row in counting.review(db, number, SHELF)}
    assert rows == {"MUG": (Verdict.AGREES, False), "TILE": (None, True)}
    outlook = counting.outlook(db, number, SHELF)
    assert (outlook.posted, outlook.waiting) == (1, 1)
    posted(db, number)
    assert counts.shelves(db, number)[0].posted_at is None
    assert level(db, "TILE") == (8, 0), "blank is not zero"


def test_posting_is_one_undo_and_waits_again(db):
    mug = stocked(db, "MUG", 10)
    number = begun(db, mug)
    scans(db, number, "MUG", 9)
    closed(db, number)
    posted(db, number)
    counting.undo_posting(db, "count/1", now=later(80))
    assert level(db, "MUG") == (10, 0)
    assert not counting.undo_posting(db, "count/1", now=later(81)).skus
    posted(db, number, batch="count/2", at=90)
    assert level(db, "MUG") == (9, 0)


def test_a_posting_repeated_changes_nothing(db):
    mug = stocked(db, "MUG", 10)
    number = begun(db, mug)
    scans(db, number, "MUG", 9)
    closed(db, number)
    posted(db, number)
    assert not posted(db, number, batch="count/9", at=75).skus
    assert level(db, "MUG") == (9, 0)


def test_a_product_is_in_one_open_count_only(db):
    mug, tile = stocked(db, "MUG", 10), stocked(db, "TILE", 8)
    number = begun(db, mug)
    other, refused = counting.begin(
        db, name="Full", kind="full", products=[mug, tile], tolerance=Tolerance(), now=later(1)
    )
    assert refused == ["MUG"]
    assert [one.sku for one in counts.lines(db, other)] == ["TILE"]
    with pytest.raises(PlimsollError, match="is being counted in “Weekly top 20”"):
        counting.scan(db, other, "MUG", shelf=SHELF, now=later(2))
    with pytest.raises(IntegrityError):
        db.execute("insert into count_line (session_id, product_id, shelf) values (?, ?, '')", (other, mug))
    counting.finish(db, number, now=later(3))
    assert counting.scan(db, other, "MUG", shelf=SHELF, now=later(4)).sort is Sort.ELSEWHERE


def test_a_product_nobody_asked_for_is_taken_and_decided_in_the_review(db):
    mug, vase = stocked(db, "MUG", 10), stocked(db, "VASE", 4)
    number = begun(db, mug)
    heard = scans(db, number, "VASE", 4)
    assert (heard.sort, heard.line.asked) == (Sort.ELSEWHERE, False)
    scans(db, number, "MUG", 10, at=1)
    closed(db, number)
    waiting = {row.facts.sku: row.waits for row in counting.review(db, number, SHELF)}
    assert waiting == {"MUG": False, "VASE": True}
    counting.decide_found(db, number, [vase], kept=True)
    posted(db, number)
    assert counts.shelves(db, number)[0].posted_at is not None


def test_unknown_codes_are_parked_matched_and_learned(db):
    mug = stocked(db, "MUG", 10)
    number = begun(db, mug)
    for at in (1, 2):
        assert counting.scan(db, number, "5060912349999", shelf=SHELF, now=later(at)).sort is Sort.UNKNOWN
    parked = counts.unknown_codes(db, number)
    assert [one.code for one in parked] == ["5060912349999"] * 2
    heard = counting.name_code(db, number, parked[0].seq, mug, now=later(3))
    assert heard.line.counted == 1
    assert counting.scan(db, number, "05060912349999", shelf=SHELF, now=later(4)).line.counted == 2, "learned"
    with pytest.raises(PlimsollError, match="matched already"):
        counting.name_code(db, number, parked[0].seq, mug, now=later(5))


def test_a_pack_counts_its_pieces_and_a_bundle_its_parts(db):
    mug = stocked(db, "MUG", 20)
    spoon = stocked(db, "SPOON", 20)
    add_product(db, "SET", MUG=2, SPOON=1)
    number = begun(db, mug, spoon)
    counting.learn_code(db, "5060912340984", mug, pieces=6, now=NOW)
    assert counting.scan(db, number, "5060912340984", shelf=SHELF, now=later(1)).line.counted == 6
    counting.scan(db, number, "SET", times=2, shelf=SHELF, now=later(2))
    counted = {one.sku: one.counted for one in counts.lines(db, number)}
    assert counted == {"MUG": 10, "SPOON": 2}


def test_one_barcode_in_any_spelling(db):
    mug = stocked(db, "MUG", 10, barcode="036000291452")
    for spelling in ("036000291452", "0036000291452", "00036000291452"):
        assert codes.resolve(db, spelling).product == mug
    assert codes.resolve(db, "036000291453") is None
    assert codes.resolve(db, "") is None


def test_a_line_stays_open_until_all_its_places_are_counted(db):
    mug = stocked(db, "MUG", 10)
    counting.put_places(db, mug, ["Shelf B, bay 2", "Shelf C, bay 1"])
    number = begun(db, mug)
    counting.scan(db, number, "MUG", times=6, shelf=SHELF, place="Shelf B, bay 2", now=later(1))
    (one,) = counts.lines(db, number)
    assert (one.done, one.misses) == (False, ("Shelf C, bay 1",))
    closed(db, number)
    (row,) = counting.review(db, number, SHELF)
    assert (row.verdict, row.waits) == (Verdict.MISSING, True)


def test_packed_parcels_elsewhere_are_asked_for_and_no_more_than_promised(db):
    shop = add_shop(db)
    mug = stocked(db, "MUG", 10)
    add_listing(db, shop, "MUG", shows=10)
    share(db, "MUG")
    post_order(db, shop, order("1", line("MUG", 3)), now=later(1))
    number = begun(db, mug)
    counting.put(db, number, mug, Kind.SET, 7, shelf=SHELF, now=later(2))
    closed(db, number, anyway=True)
    with pytest.raises(PlimsollError, match="3 are promised"):
        counting.say_packed(db, number, mug, 4)
    counting.say_packed(db, number, mug, 3)
    assert counting.review(db, number, SHELF)[0].verdict is Verdict.AGREES


def test_damaged_pieces_leave_the_stock_with_their_own_row(db):
    mug = stocked(db, "MUG", 10)
    number = begun(db, mug)
    counting.put(db, number, mug, Kind.SET, 8, shelf=SHELF, now=later(1))
    counting.put(db, number, mug, Kind.DAMAGED, 2, shelf=SHELF, now=later(2))
    closed(db, number)
    posted(db, number)
    assert level(db, "MUG") == (8, 0)
    assert [row.reason for row in ledger.history(db, "MUG")[:2]] == ["broken", "counted"]


def test_a_never_counted_product_posts_as_opening_stock(db):
    mug = stocked(db, "MUG", None)
    number = begun(db, mug)
    counting.put(db, number, mug, Kind.SET, 40, shelf=SHELF, now=later(1))
    assert closed(db, number) == []
    assert counting.review(db, number, SHELF)[0].verdict is Verdict.OPENING
    posted(db, number)
    assert level(db, "MUG") == (40, 0)
    assert ledger.levels(db, ["MUG"])["MUG"].started


def test_undo_takes_back_the_newest_and_any_row(db):
    mug = stocked(db, "MUG", 10)
    number = begun(db, mug)
    scans(db, number, "MUG", 3)
    assert counting.undo(db, number, now=later(1)).counted == 2
    assert counting.undo(db, number, now=later(2)).counted == 1
    first = counts.last_events(db, number)[-1]
    counting.undo_row(db, number, first.seq, now=later(3))
    counting.undo_row(db, number, first.seq, now=later(4))
    assert counts.line(db, number, mug).counted is None
    assert counting.undo(db, number, now=later(5)) is None


def test_a_closed_shelf_is_not_counted_on(db):
    mug = stocked(db, "MUG", 10)
    number = begun(db, mug)
    scans(db, number, "MUG", 10)
    closed(db, number)
    with pytest.raises(PlimsollError, match="Shelf B is closed"):
        counting.scan(db, number, "MUG", shelf=SHELF, now=later(61))
    assert counting.undo(db, number, now=later(62)) is None


def test_rows_are_never_changed(db):
    mug = stocked(db, "MUG", 10)
    number = begun(db, mug)
    scans(db, number, "MUG", 1)
    for statement in ("update count_event set pieces = 9", "delete from count_event"):
        with pytest.raises(IntegrityError, match="append-only"):
            db.execute(statement)


def test_two_ledgers_that_differ_in_on_hand_only_look_the_same_until_the_shelf_closes(tmp_path):
    seen = []
    for on_hand in (9, 41):
        (tmp_path / str(on_hand)).mkdir()
        db = fresh(tmp_path / str(on_hand))
        mug = stocked(db, "MUG", on_hand)
        number = begun(db, mug)
        heard = scans(db, number, "MUG", 7)
        seen.append((
            dataclasses.astuple(heard), counts.lines(db, number), counts.shelves(db, number),
            counts.last_events(db, number), counts.session(db, number), counts.unknown_codes(db, number),
        ))  # fmt: skip
        db.close()
    assert seen[0] == seen[1]


def test_the_places_of_a_product_follow_its_first_one(db):
    mug = stocked(db, "MUG", 10)
    assert places.of_product(db, mug) == ["Shelf B, bay 2"]
    with transaction(db):
        places.add(db, mug, "Shelf C")
    assert places.of_product(db, mug) == ["Shelf B, bay 2", "Shelf C"]
    counting.put_places(db, mug, ["Shelf C", "", "Shelf C"])
    assert places.of_product(db, mug) == ["Shelf C"]
    assert catalog.product(db, "MUG").place == "Shelf C"
    assert places.all_places(db) == ["Shelf C"]


def test_out_and_in_again_while_a_line_is_scanned_is_a_move_too(db):
    mug = stocked(db, "MUG", 10)
    number = begun(db, mug)
    scans(db, number, "MUG", 5)
    post_adjustment(db, "MUG", EntryKind.ADJUST, -2, reason="broken", batch="b", now=later(1))
    post_adjustment(db, "MUG", EntryKind.ADJUST, 2, reason="found", batch="f", now=later(2))
    scans(db, number, "MUG", 5, at=3)
    (again,) = closed(db, number)
    assert (again.moved, again.counted) == (True, None)


def test_what_another_product_does_moves_nothing(db):
    mug = stocked(db, "MUG", 10)
    stocked(db, "TILE", 10)
    number = begun(db, mug)
    scans(db, number, "MUG", 5)
    post_adjustment(db, "TILE", EntryKind.ADJUST, -2, reason="broken", batch="b", now=later(1))
    scans(db, number, "MUG", 5, at=3)
    assert closed(db, number) == []


def test_a_line_of_two_shelves_is_blind_until_both_are_counted_and_then_closes(db):
    mug = stocked(db, "MUG", 10)
    counting.put_places(db, mug, ["Shelf B, bay 2", "Shelf C, bay 1"])
    number = begun(db, mug)
    counting.scan(db, number, "MUG", times=6, shelf=SHELF, now=later(1))
    closed(db, number)
    (row,) = counting.review(db, number, SHELF)
    assert (row.facts.on_hand, row.facts.rounds[1].on_hand, row.difference) == (0, 0, 0), "still blind"
    heard = counting.scan(db, number, "MUG", times=4, shelf="Shelf C", now=later(2))
    assert (heard.sort, heard.line.done) == (Sort.ACCEPTED, True)
    assert counting.review(db, number, SHELF)[0].waits, "counted, and not closed yet"
    assert closed(db, number) == []
    assert counting.review(db, number, SHELF)[0].verdict is Verdict.AGREES


def test_what_lies_on_a_foreign_shelf_counts_there_and_its_own_place_stays_open(db):
    mug = stocked(db, "MUG", 10)
    number = begun(db, mug)
    heard = counting.scan(db, number, "MUG", times=2, shelf="Shelf Z", now=later(1))
    assert (heard.sort, heard.line.done, heard.line.misses) == (Sort.ELSEWHERE, False, ("Shelf B, bay 2",))
    assert counting.scan(db, number, "MUG", times=8, shelf=SHELF, now=later(2)).line.done
    assert closed(db, number) == []
    assert counting.review(db, number, SHELF)[0].verdict is Verdict.AGREES


def test_a_product_of_a_closed_shelf_is_counted_again_from_the_review(db):
    mug, tile = stocked(db, "MUG", 10), stocked(db, "TILE", 8)
    number = begun(db, mug, tile)
    counting.put(db, number, mug, Kind.SET, 4, shelf=SHELF, now=later(1))
    closed(db, number, anyway=True)
    counting.recount(db, number, mug)
    row = next(row for row in counting.review(db, number, SHELF) if row.facts.sku == "MUG")
    assert (row.facts.on_hand, row.waits) == (0, True), "blind again"
    counting.put(db, number, mug, Kind.SET, 10, shelf=SHELF, now=later(61))
    counting.recount(db, number, tile)
    assert counting.put(db, number, tile, Kind.SET, 8, shelf=SHELF, now=later(62)).line.round == 1
    assert closed(db, number) == []
    assert {row.verdict for row in counting.review(db, number, SHELF)} == {Verdict.AGREES}
    posted(db, number)
    with pytest.raises(PlimsollError, match="posted already"):
        counting.recount(db, number, mug)


def test_parcels_elsewhere_are_asked_for_before_a_second_count_is(db):
    shop = add_shop(db)
    mug = stocked(db, "MUG", 10)
    add_listing(db, shop, "MUG", shows=10)
    share(db, "MUG")
    post_order(db, shop, order("1", line("MUG", 3)), now=later(1))
    number = begun(db, mug)
    counting.say_parcels(db, number, elsewhere=True)
    counting.put(db, number, mug, Kind.SET, 7, shelf=SHELF, now=later(2))
    assert closed(db, number) == [], "three may be in parcels"
    (row,) = counting.review(db, number, SHELF)
    assert (row.asks_packed, row.waits) == (True, True)
    counting.say_packed(db, number, mug, 3)
    (row,) = counting.review(db, number, SHELF)
    assert (row.asks_packed, row.verdict, row.waits) == (False, Verdict.AGREES, False)


def test_how_the_seller_counts_is_kept(db):
    assert count_settings.tolerance(db) == Tolerance()
    assert count_settings.scanner(db) == Scanner()
    assert count_settings.sounds(db)
    with transaction(db):
        count_settings.put_tolerance(db, Tolerance(pieces=1, percent=2.5), now=NOW)
        count_settings.put_scanner(db, Scanner(prefix="]C1", suffix="\t", guard_ms=80), now=NOW)
        count_settings.put_sounds(db, on=False, now=NOW)
    assert count_settings.tolerance(db) == Tolerance(pieces=1, percent=2.5)
    assert count_settings.scanner(db) == Scanner(prefix="]C1", suffix="\t", guard_ms=80)
    assert not count_settings.sounds(db)


def test_the_due_list_asks_for_what_was_not_counted_long_enough(db):
    mug, tile = stocked(db, "MUG", 10), stocked(db, "TILE", 8)
    number = begun(db, mug)
    scans(db, number, "MUG", 10)
    closed(db, number)
    posted(db, number)
    assert count_lists.products(db, CountKind.DUE, now=later(100)) == [tile]
    assert set(count_lists.products(db, CountKind.DUE, now=NOW + timedelta(days=366))) == {mug, tile}
