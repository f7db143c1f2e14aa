"""What both stores keep to: numbers, quotas, gaps, keys, addresses. The same tests on SQLite and PostgreSQL."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from app.relay.envelope import Envelope, Place, key_id, new_key, seal, unseal
from app.relay.signing import Signed
from app.relay.store import DAY_MS, KEEP_MS, Ahead, Arrival, Endpoint, Fate, Limits, Store, StoreDown, TooMany
from app.relay.wire import Gap, Kept
from tests.relay.conftest import MakeStore

NOW = 1_790_000_000_000
HALF_DAY = DAY_MS // 2


def letter(words: bytes = b"an order") -> Envelope:
    return Envelope(method="POST", path="", query="", headers=((b"a", b"b"),), body=words)


def run(make_store: MakeStore, test: Callable[[Store], Awaitable[None]], **options: object) -> None:
    async def whole() -> None:
        store = make_store(**options)
        await store.open()
        try:
            await test(store)
        finally:
            await store.close()

    asyncio.run(whole())


class Box:
    """A mailbox with endpoints, and its private key."""

    def __init__(self, store: Store, number: int, private: bytes, public: bytes) -> None:
        self.store, self.number, self.private, self.public = store, number, private, public

    async def endpoint(self, name: str = "e1", token: bytes = b"", **more: object) -> Endpoint:
        one = Endpoint(id=name, mailbox=self.number, key=self.public, **more)  # type: ignore[arg-type]
        await self.store.put_endpoint(one, token or f"{self.number}{name}".encode())
        return one

    async def send(self, endpoint: Endpoint, *words: bytes, at_ms: int = NOW, gap: bool = False) -> list[Fate]:
        return await self.store.append(
            [Arrival(endpoint=endpoint, envelope=letter(one), at_ms=at_ms, gap=gap) for one in words]
        )

    async def pull(self, after: int = 0, limit: int = 100) -> tuple[Kept | Gap, ...]:
        return (await self.store.pull(self.number, after, limit, now_ms=NOW)).records

    def words(self, one: Kept | Gap, private: bytes | None = None) -> bytes:
        assert isinstance(one, Kept)
        return unseal(
            one.sealed, Place(endpoint=one.endpoint, seq=one.seq, at_ms=one.at_ms), private or self.private
        ).body


async def box_of(store: Store, device: str = "d1") -> Box:
    private, public = new_key()
    digest = f"code {device}".encode()
    await store.put_code(digest, until_ms=NOW + 1, now_ms=NOW)
    number = await store.pair(digest, key=public, device=device, public=b"\x01" * 32, now_ms=NOW)
    assert number is not None
    return Box(store, number, private, public)


def test_what_came_is_handed_over_in_order_and_deleted_when_it_is_acked(make_store: MakeStore) -> None:
    async def test(store: Store) -> None:
        box = await box_of(store)
        one = await box.endpoint()
        assert await box.send(one, b"a", b"b") == [Fate.KEPT] * 2
        assert await box.send(one, b"c") == [Fate.KEPT]
        records = await box.pull()
        assert [(record.seq, box.words(record)) for record in records] == [(1, b"a"), (2, b"b"), (3, b"c")]
        assert [record.seq for record in await box.pull(1, 1)] == [2]
        assert await store.ack(box.number, 2) == 2
        assert await store.ack(box.number, 2) == 0
        assert await store.ack(box.number, 1) == 0
        assert [record.seq for record in await box.pull()] == [3]
        assert await store.ack(box.number, 1 << 62) == 1  # no further than what was given
        assert await box.send(one, b"d") == [Fate.KEPT]
        pulled = await store.pull(box.number, 3, 100, now_ms=NOW)
        assert (pulled.first, pulled.newest, [record.seq for record in pulled.records]) == (4, 4, [4])
        found = await store.mailbox_of("d1")
        assert found is not None
        assert (found[0].waiting, found[0].acked, found[0].oldest_ms) == (1, 3, NOW)
        assert found[0].size == len(pulled.records[0].sealed)  # type: ignore[union-attr]

    run(make_store, test)


def test_an_empty_mailbox_says_which_number_comes_next(make_store: MakeStore) -> None:
    async def test(store: Store) -> None:
        box = await box_of(store)
        pulled = await store.pull(box.number, 0, 100, now_ms=NOW)
        assert (pulled.records, pulled.first, pulled.newest, pulled.at_ms) == ((), 1, 0, NOW)

    run(make_store, test)


def test_an_answer_is_no_longer_than_it_may_be(make_store: MakeStore) -> None:
    async def test(store: Store) -> None:
        box = await box_of(store)
        one = await box.endpoint()
        for _ in range(10):
            await box.send(one, b"x" * 1_000_000)
        sizes = []
        after = 0
        while records := await box.pull(after):
            sizes.append(len(records))
            after = records[-1].seq
        assert sizes == [8, 2]

    run(make_store, test)


def test_everything_is_there_again_after_a_restart_and_numbers_go_on(make_store: MakeStore) -> None:
    async def first(store: Store) -> None:
        box = await box_of(store)
        await box.send(await box.endpoint(), b"a", b"b")
        await store.ack(box.number, 2)

    async def second(store: Store) -> None:
        found = await store.mailbox_of("d1")
        assert found is not None
        one = (await store.endpoints(found[0].id))[0]
        await store.append([Arrival(endpoint=one, envelope=letter(), at_ms=NOW)])
        assert [record.seq for record in (await store.pull(found[0].id, 0, 9, now_ms=NOW)).records] == [3]

    run(make_store, first)
    run(make_store, second)


def test_mailboxes_are_blind_to_each_other(make_store: MakeStore) -> None:
    async def test(store: Store) -> None:
        ada, bob = await box_of(store, "ada"), await box_of(store, "bob")
        of_ada, of_bob = await ada.endpoint("shop", b"ta"), await bob.endpoint("shop", b"tb")  # the same name
        await store.append([
            Arrival(endpoint=of_ada, envelope=letter(b"for ada"), at_ms=NOW),
            Arrival(endpoint=of_bob, envelope=letter(b"for bob"), at_ms=NOW),
        ])  # fmt: skip
        assert [(one.seq, ada.words(one)) for one in await ada.pull()] == [(1, b"for ada")]
        assert [(one.seq, bob.words(one)) for one in await bob.pull()] == [(1, b"for bob")]
        found = await store.endpoint(b"ta")
        assert found is not None
        assert found.mailbox == ada.number
        await store.drop_endpoint(bob.number, "shop")
        assert await ada.send(of_ada, b"x") == [Fate.KEPT]
        assert await bob.send(of_bob, b"x") == [Fate.GONE]
        await store.purge(bob.number)
        assert len(await ada.pull()) == 2
        assert await store.mailbox_of("bob") is None
        assert await store.endpoint(b"tb") is None

    run(make_store, test)


def test_numbers_of_a_purged_mailbox_are_never_used_again(make_store: MakeStore) -> None:
    async def test(store: Store) -> None:
        ada = await box_of(store, "ada")
        await store.purge(ada.number)
        assert (await box_of(store, "bob")).number > ada.number

    run(make_store, test)


def test_a_full_mailbox_takes_nothing_and_marks_a_gap_only_where_the_sender_never_comes_again(
    make_store: MakeStore,
) -> None:
    async def test(store: Store) -> None:
        box = await box_of(store)
        patient, woo = await box.endpoint("patient"), await box.endpoint("woo", never_retries=True)
        assert await box.send(patient, b"a", b"b", b"c") == [Fate.KEPT, Fate.KEPT, Fate.FULL]
        assert await box.send(woo, b"d") == [Fate.FULL]
        assert await box.send(woo, b"e", b"f") == [Fate.FULL] * 2  # one gap stands for all
        records = await box.pull()
        assert [one.seq for one in records] == [1, 2, 3]
        assert records[2] == Gap(seq=3, at_ms=NOW, endpoints=("woo",), why="full")
        assert await box.send(woo, b"g") == [Fate.FULL]  # the desktop may have looked already: a gap of its own
        assert [one.seq for one in await box.pull(3)] == [4]
        await store.ack(box.number, 4)
        assert await box.send(woo, b"h") == [Fate.KEPT]
        assert (await store.stats()).waiting == 1

    run(make_store, test, limits=Limits(messages=2))


def test_a_full_mailbox_by_size_takes_nothing(make_store: MakeStore) -> None:
    async def test(store: Store) -> None:
        box = await box_of(store)
        one = await box.endpoint()
        assert await box.send(one, b"x" * 900, b"y" * 900, b"z") == [Fate.KEPT, Fate.KEPT, Fate.FULL]
        await store.ack(box.number, 1)
        assert await box.send(one, b"z") == [Fate.KEPT]

    run(make_store, test, limits=Limits(size=1500))


def test_over_a_rate_only_the_gap_is_kept(make_store: MakeStore) -> None:
    async def test(store: Store) -> None:
        box = await box_of(store)
        patient, woo = await box.endpoint("patient"), await box.endpoint("woo", never_retries=True)
        assert await box.send(woo, b"a", gap=True) == [Fate.FULL]
        assert await box.send(patient, b"a", gap=True) == [Fate.FULL]
        assert await box.pull() == (Gap(seq=1, at_ms=NOW, endpoints=("woo",), why="full"),)

    run(make_store, test)


def test_what_nobody_fetches_for_thirty_days_becomes_one_gap(make_store: MakeStore) -> None:
    async def test(store: Store) -> None:
        box = await box_of(store)
        one, two, woo = [await box.endpoint(name, never_retries=name == "woo") for name in ("one", "two", "woo")]
        await box.send(one, b"a", b"b", at_ms=NOW)
        await box.send(woo, b"c", at_ms=NOW, gap=True)
        await box.send(two, b"d", at_ms=NOW)
        await box.send(one, b"e", at_ms=NOW + 3 * DAY_MS)
        assert await store.expire(now_ms=NOW + KEEP_MS - HALF_DAY) == 0
        later = NOW + KEEP_MS + 2 * DAY_MS
        assert await store.expire(now_ms=later) == 3
        assert await store.expire(now_ms=later) == 0
        pulled = await store.pull(box.number, 0, 100, now_ms=later)
        assert pulled.first == 4
        assert pulled.records[0] == Gap(seq=4, at_ms=later, endpoints=("one", "two", "woo"), why="expired")
        assert [record.seq for record in pulled.records] == [4, 5]
        assert box.words(pulled.records[1]) == b"e"
        assert (await store.stats()).waiting == 1
        assert await store.expire(now_ms=later + 30 * DAY_MS) == 1
        gap = (await box.pull())[-1]
        assert isinstance(gap, Gap)
        assert (gap.seq, gap.endpoints) == (5, ("one", "two", "woo"))  # nothing that is owed is forgotten
        stats = await store.stats()
        assert (stats.waiting, stats.size, stats.oldest_ms) == (0, 0, None)

    run(make_store, test)


def test_what_waits_from_one_endpoint_is_deleted_and_its_numbers_stay(make_store: MakeStore) -> None:
    async def test(store: Store) -> None:
        box = await box_of(store)
        one, two = await box.endpoint("one"), await box.endpoint("two")
        await box.send(one, b"a")
        await box.send(two, b"b")
        await box.send(one, b"c")
        await store.redact(box.number, "one")
        await box.send(one, b"d")
        first, second, third, fourth = await box.pull()
        assert first == Gap(seq=1, at_ms=NOW, endpoints=("one",), why="lost")
        assert third == Gap(seq=3, at_ms=NOW, endpoints=("one",), why="lost")
        assert (box.words(second), box.words(fourth)) == (b"b", b"d")
        stats = await store.stats()
        assert (stats.waiting, stats.size) == (2, len(second.sealed) + len(fourth.sealed))  # type: ignore[union-attr]
        await store.ack(box.number, 4)
        assert (await store.stats()).size == 0

    run(make_store, test)


def test_a_new_key_seals_what_comes_and_what_is_there_keeps_the_old_one(make_store: MakeStore) -> None:
    async def test(store: Store) -> None:
        box = await box_of(store)
        one = await box.endpoint()
        await box.send(one, b"before")
        private, public = new_key()
        await store.put_key(box.number, public)
        await box.send(one, b"after")  # `one` still says the old key, as a relay's memory may
        first, second = await box.pull()
        assert isinstance(first, Kept)
        assert isinstance(second, Kept)
        assert (first.key, second.key) == (key_id(box.public), key_id(public))
        assert (box.words(first), box.words(second, private)) == (b"before", b"after")

    run(make_store, test)


def test_two_addresses_of_an_endpoint_hold_and_one_alone_when_asked(make_store: MakeStore) -> None:
    async def test(store: Store) -> None:
        box = await box_of(store)
        one = await box.endpoint("e1", b"t1")
        await box.endpoint("e1", b"t2")
        assert await store.endpoint(b"t1") == await store.endpoint(b"t2") == one
        await box.endpoint("e1", b"t3")
        assert await store.endpoint(b"t1") is None
        assert await store.endpoint(b"t2") == one
        await store.put_endpoint(replace(one, scheme="shopify", secret="lent"), None, alone=True)
        assert await store.endpoint(b"t2") is None
        found = await store.endpoint(b"t3")
        assert found is not None
        assert (found.scheme, found.secret) == ("shopify", "lent")
        assert await store.endpoints(box.number) == [found]

    run(make_store, test)


def test_a_mailbox_has_no_endless_endpoints(make_store: MakeStore) -> None:
    async def test(store: Store) -> None:
        box = await box_of(store)
        one = await box.endpoint("a")
        await box.endpoint("b")
        with pytest.raises(TooMany):
            await box.endpoint("c")
        assert await store.endpoint(f"{box.number}c".encode()) is None
        await store.put_endpoint(replace(one, scheme="etsy"), None)
        assert len(await store.endpoints(box.number)) == 2

    run(make_store, test, limits=Limits(endpoints=2))


def test_a_code_pairs_once_and_in_time(make_store: MakeStore) -> None:
    async def test(store: Store) -> None:
        async def pair(digest: bytes, device: str, now_ms: int) -> int | None:
            return await store.pair(digest, key=new_key()[1], device=device, public=b"p", now_ms=now_ms)

        await store.put_code(b"code", until_ms=NOW, now_ms=NOW)
        assert await pair(b"other", "d1", NOW) is None
        assert await pair(b"code", "d1", NOW) is not None
        assert await pair(b"code", "d2", NOW) is None
        await store.put_code(b"late", until_ms=NOW, now_ms=NOW)
        assert await pair(b"late", "d2", NOW + 1) is None
        await store.put_code(b"again", until_ms=NOW, now_ms=NOW)
        assert await pair(b"again", "d1", NOW) is None  # a desktop has one mailbox
        assert (await store.stats()).mailboxes == 1

    run(make_store, test)


def test_a_nonce_is_taken_once(make_store: MakeStore) -> None:
    async def test(store: Store) -> None:
        claim = Signed("device", NOW, "0123456789abcdef")
        assert await store.first_seen(claim, now_ms=NOW)
        assert not await store.first_seen(claim, now_ms=NOW + 1)
        assert await store.first_seen(replace_device(claim), now_ms=NOW)

    run(make_store, test)


def replace_device(claim: Signed) -> Signed:
    return Signed("another", claim.at_ms, claim.nonce)


def test_many_at_once_get_numbers_without_a_hole(make_store: MakeStore) -> None:
    async def test(store: Store) -> None:
        box, other = await box_of(store, "d1"), await box_of(store, "d2")
        one, two = await box.endpoint(), await other.endpoint()
        batches = [
            [Arrival(endpoint=e, envelope=letter(b"%d" % n), at_ms=NOW) for e in ((one, two) if n % 2 else (two, one))]
            for n in range(40)
        ]
        acks = [store.ack(box.number, 0), store.ack(other.number, 0)]
        await asyncio.gather(*(store.append(batch) for batch in batches), *acks)
        for mine in (box, other):
            records = await mine.pull()
            assert [record.seq for record in records] == list(range(1, 41))
            assert {mine.words(record) for record in records} == {b"%d" % n for n in range(40)}

    run(make_store, test)


def test_what_was_sealed_ahead_is_kept_as_it_is_only_in_its_place_and_for_its_key(make_store: MakeStore) -> None:
    async def test(store: Store) -> None:
        box = await box_of(store)
        one = await box.endpoint()
        assert store.newest(box.number) is None
        await box.send(one, b"first")
        assert store.newest(box.number) == 1

        def ahead(seq: int, key: bytes = box.public, at_ms: int = NOW) -> Arrival:
            place = Place(endpoint="e1", seq=seq, at_ms=at_ms)
            guess = Ahead(place, key, seal(letter(b"ahead"), place, box.public))
            return Arrival(endpoint=one, envelope=letter(b"anew"), at_ms=NOW, ahead=guess)

        assert (
            await store.append([ahead(2), ahead(4), ahead(4), ahead(5, b"k" * 32), ahead(6, at_ms=NOW + 1)])
            == [Fate.KEPT] * 5
        )
        assert [box.words(record) for record in await box.pull()] == [
            b"first", b"ahead", b"anew", b"ahead", b"anew", b"anew",
        ]  # fmt: skip
        await store.drop_endpoint(box.number, "e1")
        assert await box.send(one, b"x") == [Fate.GONE]
        assert store.newest(box.number) is None, "nothing is sealed ahead for a mailbox that takes nothing now"

    run(make_store, test)


def test_a_newer_store_is_not_touched(make_store: MakeStore, where: str) -> None:
    async def newer(store: Store) -> None:
        if where.startswith("postgresql:"):
            async with store._connection() as db:  # type: ignore[attr-defined]
                await db.execute("update version set number = 99")
        else:
            await store._writing(lambda db: db.execute("pragma user_version = 99"))  # type: ignore[attr-defined]

    async def nothing(store: Store) -> None:
        raise AssertionError("it opened")

    run(make_store, newer)
    with pytest.raises(StoreDown):
        run(make_store, nothing)
