"""Reading and writing numbers in a WooCommerce shop.

A write is read, `inventory_delta`, compare: WooCommerce has no compare-and-set, and an absolute number sent shortly
after a checkout wipes the sale out. A delta leaves a sale that we have not heard of where it is. An answer that is not
what the delta makes is read again at once; every other write is looked at again a moment later by whoever wrote it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.channels.http import Answer
from app.channels.woocommerce.api import PAGE, WooApi, error_of, refusal
from app.channels.woocommerce.wire import WireBatch, WireRow, WireStock, whole
from app.core.channel import Reading, StockWrite, WriteOutcome, WriteResult
from app.core.text import NN_
from app.errors import ChannelError, ChannelRefused, ChannelUnavailable

_FIELDS = "id,manage_stock,stock_quantity,status"
_GONE = ("woocommerce_rest_product_invalid_id", "woocommerce_rest_product_variation_invalid_id")
UNMANAGED = "stock management is off for this listing"
SHARED = "its product keeps the number for this variation"
EMPTY = "stock management is on for this listing, but its number is empty"
IGNORED = "the shop did not take the number, although it said yes"

# Answers of whatever stands before WooCommerce: the write did not get there.
_TURNED_AWAY = (403, 404, 405, 406, 429)

Found = Mapping[str, WireStock]


def read_stock(api: WooApi, refs: Sequence[str]) -> list[Reading]:
    """What these listings show. One that is missing is gone; one that keeps no number of its own has none."""
    found = find(api, "read stock", refs)
    return [_reading(ref, found.get(ref)) for ref in refs]


def _reading(ref: str, row: WireStock | None) -> Reading:
    if row is None:
        return Reading(ref=ref, quantity=None, gone=True)
    return Reading(ref=ref, quantity=row.quantity, active=row.status == "publish")


def find(api: WooApi, verb: str, refs: Iterable[str]) -> Found:
    """Products and variations by our names for them; what the shop does not have is left out."""
    wanted = dict.fromkeys(refs)
    found: dict[str, WireStock] = {}
    products = [ref for ref in wanted if "/" not in ref]
    if products:
        rows = _included(api, verb, "/wc/v3/products", products).decode(list[WireStock])
        found.update({str(row.id): row for row in rows})
    variations = [ref for ref in wanted if "/" in ref]
    if variations:
        found.update(_find_variations(api, verb, variations))
    return {ref: found[ref] for ref in wanted if ref in found}


def _find_variations(api: WooApi, verb: str, refs: Sequence[str]) -> Found:
    parents = dict.fromkeys(ref.partition("/")[0] for ref in refs)
    by_id = {ref.partition("/")[2]: ref for ref in refs}
    if len(parents) > 1:
        answer = _included(api, verb, "/wc/v3/variations", list(by_id))
        if answer.status != 404:
            return {by_id[str(row.id)]: row for row in answer.decode(list[WireStock]) if str(row.id) in by_id}
    # One product's variations; or a shop before WooCommerce 10.3, which lists them by product only.
    found: dict[str, WireStock] = {}
    for parent in parents:
        ids = [number for number, ref in by_id.items() if ref.startswith(f"{parent}/")]
        answer = _included(api, verb, f"/wc/v3/products/{parent}/variations", ids)
        if answer.status != 404:
            found.update({f"{parent}/{row.id}": row for row in answer.decode(list[WireStock])})
        elif not _is_gone(answer):
            # The shop does not answer properly: that must never look like listings that are gone.
            raise refusal(answer) or answer.not_understood("no such product?")
    return found


def _is_gone(answer: Answer) -> bool:
    error = error_of(answer)
    return error is not None and error.code in _GONE


def _included(api: WooApi, verb: str, route: str, ids: Sequence[str]) -> Answer:
    assert len(ids) <= PAGE, "what a page leaves out would look gone"
    params = [("include", ",".join(ids)), ("per_page", str(PAGE)), ("_fields", _FIELDS)]
    accept = (404,) if "variations" in route else ()
    return api.get(verb, listings(len(ids)), route, params, accept=accept)


def listings(count: int) -> str:
    """“3 listings”, for the call log."""
    return str(NN_("{n} listing", "{n} listings", count))


@dataclass(frozen=True, slots=True)
class _Move:
    """A write that is to be sent: from where, and how far."""

    write: StockWrite
    before: int
    delta: int


def write_stock(api: WooApi, writes: Sequence[StockWrite]) -> list[WriteResult]:
    """Write numbers of one batch; one result for each write, in their order.

    Raises `ChannelUnavailable` with `sent` False only when certainly nothing was written.
    """
    assert len({write.ref.rpartition("/")[0] for write in writes}) <= 1, "the writes of one call are of one batch"
    found = _find_safely(api, writes)
    results: dict[str, WriteResult] = {}
    moves: list[_Move] = []
    for write in writes:
        plan = _plan(write, found.get(write.ref))
        if isinstance(plan, _Move):
            moves.append(plan)
        else:
            results[write.ref] = plan
    if moves:
        results.update(_send(api, moves))
    return [results[write.ref] for write in writes]


def _find_safely(api: WooApi, writes: Sequence[StockWrite]) -> Found:
    try:
        return find(api, "read before writing", [write.ref for write in writes])
    except ChannelUnavailable as error:
        error.sent = False  # whatever became of the reading, nothing was written
        raise


def _plan(write: StockWrite, row: WireStock | None) -> _Move | WriteResult:
    if row is None:
        return WriteResult(ref=write.ref, outcome=WriteOutcome.GONE)
    before = row.quantity
    if before is None:
        return WriteResult(ref=write.ref, outcome=WriteOutcome.REFUSED, words=_why_not(row))
    if write.repeated:
        # The first sending may have moved the number: a second delta could move it twice.
        return WriteResult(ref=write.ref, outcome=WriteOutcome.STALE, seen=before)
    wanted = write.quantity - write.believed
    delta = max(wanted, -max(before, 0))  # never below zero because of us
    if delta == 0:
        return _done(write, delta, before)
    return _Move(write, before, delta)


def _why_not(row: WireStock | WireRow) -> str:
    """Why a number cannot be written here."""
    if row.manage_stock == "parent":
        return SHARED
    return EMPTY if row.manage_stock is True else UNMANAGED


def _done(write: StockWrite, delta: int, seen: int | None) -> WriteResult:
    moved_to = write.believed + delta
    explained = None if moved_to == write.quantity else moved_to
    return WriteResult(ref=write.ref, outcome=WriteOutcome.DONE, seen=seen, explained=explained)


def _send(api: WooApi, moves: Sequence[_Move]) -> dict[str, WriteResult]:
    parent, _, variation = moves[0].write.ref.partition("/")
    route = f"/wc/v3/products/{parent}/variations/batch" if variation else "/wc/v3/products/batch"
    rows = [{"id": _number(move.write.ref), "inventory_delta": move.delta} for move in moves]
    try:
        answer = api.call("set stock", listings(len(rows)), "POST", route, body={"update": rows})
        answered = {row.id: row for row in answer.decode(WireBatch).update}
    except ChannelUnavailable as error:
        if not error.sent or error.status in _TURNED_AWAY:
            error.sent = False
            raise
        return {move.write.ref: _all(move, WriteOutcome.UNKNOWN, error) for move in moves}
    except ChannelRefused as error:
        return {move.write.ref: _all(move, WriteOutcome.REFUSED, error) for move in moves}
    results = {move.write.ref: _judge(move, answered.get(_number(move.write.ref))) for move in moves}
    return _read_back(api, moves, results)


def _number(ref: str) -> int:
    return int(ref.rpartition("/")[2])


def _all(move: _Move, outcome: WriteOutcome, error: ChannelError) -> WriteResult:
    return WriteResult(ref=move.write.ref, outcome=outcome, words=error.words or str(error.title))


def _judge(move: _Move, row: WireRow | None) -> WriteResult:
    """What the shop's answer to one row says."""
    ref = move.write.ref
    if row is None:
        return WriteResult(ref=ref, outcome=WriteOutcome.UNKNOWN, words="the shop did not say what became of it")
    if row.error is not None:
        return _row_error(ref, row.error)
    if row.manage_stock is not True:
        return WriteResult(ref=ref, outcome=WriteOutcome.REFUSED, words=_why_not(row))
    return _done(move.write, move.delta, whole(row.stock_quantity))


def _row_error(ref: str, error: Mapping[str, object]) -> WriteResult:
    if error.get("code") in _GONE:
        return WriteResult(ref=ref, outcome=WriteOutcome.GONE)
    words = str(error.get("message") or error.get("code") or "refused")
    return WriteResult(ref=ref, outcome=WriteOutcome.REFUSED, words=words)


def _read_back(api: WooApi, moves: Sequence[_Move], results: dict[str, WriteResult]) -> dict[str, WriteResult]:
    """What the listings show now, where the answer was not the number that the delta makes."""
    written = {move.write.ref: move for move in moves if _odd(move, results[move.write.ref])}
    if not written:
        return results
    try:
        found = find(api, "read after writing", written)
    except ChannelError:
        return results  # they were written: the answers themselves say what the numbers were
    return {**results, **{ref: _confirm(move, results[ref], found.get(ref)) for ref, move in written.items()}}


def _odd(move: _Move, result: WriteResult) -> bool:
    return result.outcome is WriteOutcome.DONE and result.seen != move.before + move.delta


def _confirm(move: _Move, result: WriteResult, row: WireStock | None) -> WriteResult:
    ref = move.write.ref
    if row is None:
        return WriteResult(ref=ref, outcome=WriteOutcome.GONE)
    seen = row.quantity
    if seen is None:
        return WriteResult(ref=ref, outcome=WriteOutcome.REFUSED, words=_why_not(row))
    # Up and unmoved may be a sale of as many pieces in between. Down and unmoved is a shop that does not listen.
    if move.delta < 0 and seen >= move.before and result.seen == move.before:
        return WriteResult(ref=ref, outcome=WriteOutcome.REFUSED, seen=seen, words=IGNORED)
    return _done(move.write, move.delta, seen)
