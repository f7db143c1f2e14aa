"""What a relay keeps and hands over: sealed, bound to its place, and signed for."""

import contextlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.relay import envelope, signing, wire
from app.relay.envelope import Envelope, NotOurs, Place, key_id, packed, seal, unpacked, unseal
from app.relay.wire import Gap, Kept, Malformed, Pulled
from tests.relay.fuzz_envelope import EnvelopeFuzz

PLACE = Place(endpoint="e1", seq=7, at_ms=1_700_000_000_000)
ORDER = Envelope(
    method="POST",
    path="/orders",
    query="a=1&a=2",
    headers=((b"X-Shopify-Hmac-Sha256", b"abc="), (b"x-two", b"1"), (b"X-Two", b"\xff")),
    body=b'{"id": 1, "email": "ada@example.test"}\n\xff\x00',
)


def test_a_record_opens_with_its_own_key_only():
    private, public = envelope.new_key()
    sealed = seal(ORDER, PLACE, public)
    assert b"ada@example" not in sealed
    assert unseal(sealed, PLACE, private) == ORDER
    with pytest.raises(NotOurs):
        unseal(sealed, PLACE, envelope.new_key()[0])


@pytest.mark.parametrize("change", [{"endpoint": "e2"}, {"seq": 8}, {"at_ms": 1_700_000_000_001}])
def test_a_record_cannot_be_moved_renumbered_or_dated_anew(change):
    private, public = envelope.new_key()
    sealed = seal(ORDER, PLACE, public)
    moved = Place(**{"endpoint": PLACE.endpoint, "seq": PLACE.seq, "at_ms": PLACE.at_ms} | change)
    with pytest.raises(NotOurs):
        unseal(sealed, moved, private)


@given(st.integers(min_value=0), st.integers(min_value=0, max_value=7))
def test_one_flipped_bit_opens_nothing(at, bit):
    private, public = envelope.new_key()
    sealed = bytearray(seal(ORDER, PLACE, public))
    sealed[at % len(sealed)] ^= 1 << bit
    with pytest.raises(NotOurs):
        unseal(bytes(sealed), PLACE, private)


pairs = st.tuples(st.binary(max_size=40), st.binary(max_size=40))


@given(st.text(max_size=9), st.text(max_size=30), st.text(max_size=30), st.lists(pairs, max_size=5), st.binary())
def test_bytes_come_back_as_they_were(method, path, query, headers, body):
    one = Envelope(method=method, path=path, query=query, headers=tuple(headers), body=body)
    assert unpacked(packed(one)) == one


@given(st.binary())
def test_anything_else_is_no_record_and_no_crash(record):
    with contextlib.suppress(NotOurs):
        assert isinstance(unpacked(record), Envelope)


@pytest.mark.parametrize("head", [b"[" * 100_000, b'{"v":' * 100_000, b'{"v": 1, "headers": -1e999}'])
def test_a_head_without_end_is_no_record(head):
    with pytest.raises(NotOurs):
        unpacked(head + b"\nbody")


def test_random_records_answers_and_seals():
    seed = random.getrandbits(32)
    print(f"seed {seed}")
    fuzz = EnvelopeFuzz(seed)
    fuzz.play(400)  # 100,000 by command: python -m tests.relay.fuzz_envelope
    assert set(fuzz.ends) == {"record", "not ours", "does not open", "pull", "malformed"}


def test_headers_are_found_however_they_are_spelled():
    assert ORDER.header("x-shopify-hmac-sha256") == "abc="
    assert ORDER.header("X-TWO") == "1"
    assert ORDER.header("none") == ""


def test_a_key_has_a_short_name():
    _, public = envelope.new_key()
    assert len(key_id(public)) == 16
    assert key_id(public) != key_id(envelope.new_key()[1])


# ------------------------------------------------------------------------------------------------ signatures


def signed(target="/v1/pull?after=0", body=b"", at_ms=1000):
    private, public = signing.new_key()
    device = signing.device_id(public)
    return public, signing.sign(private, device, "GET", target, body, at_ms=at_ms), device


def test_a_signed_request_holds_and_nothing_in_it_can_be_changed():
    public, headers, device = signed(body=b"x")
    claim = signing.claimed(headers)
    assert claim.device == device
    assert claim.at_ms == 1000
    assert signing.holds(public, claim, headers, "GET", "/v1/pull?after=0", b"x")
    assert not signing.holds(public, claim, headers, "POST", "/v1/pull?after=0", b"x")
    assert not signing.holds(public, claim, headers, "GET", "/v1/pull?after=1", b"x")
    assert not signing.holds(public, claim, headers, "GET", "/v1/pull?after=0", b"y")
    assert not signing.holds(signing.new_key()[1], claim, headers, "GET", "/v1/pull?after=0", b"x")
    later = signing.Signed(claim.device, 2000, claim.nonce)
    assert not signing.holds(public, later, headers, "GET", "/v1/pull?after=0", b"x")


@pytest.mark.parametrize(
    "change",
    [
        {signing.TIME: "x"},
        {signing.TIME: "-1"},
        {signing.NONCE: "short"},
        {signing.DEVICE: ""},
        {signing.TIME: "9" * 16},
    ],
)
def test_what_is_no_signature_claims_nothing(change):
    _, headers, _ = signed()
    assert signing.claimed(headers | change) is None
    assert signing.claimed({}) is None


@given(st.text(max_size=100))
def test_a_signature_that_is_none_is_refused_without_a_crash(text):
    public, headers, _ = signed()
    claim = signing.claimed(headers)
    assert not signing.holds(public, claim, headers | {signing.SIGNATURE: text}, "GET", "/v1/pull?after=0")


def test_two_requests_never_share_a_nonce():
    assert signed()[1][signing.NONCE] != signed()[1][signing.NONCE]


# ------------------------------------------------------------------------------------------------ the wire


def test_a_pull_comes_back_as_it_was():
    pulled = Pulled(
        records=(
            Kept(seq=4, endpoint="e1", at_ms=5, key="k", sealed=b"\x00\xff"),
            Gap(seq=5, at_ms=6, endpoints=("e1", "e2"), why="full"),
        ),
        first=4,
        newest=5,
        at_ms=9,
    )
    assert wire.pulled_of(wire.pulled_json(pulled)) == pulled


@pytest.mark.parametrize(
    "told",
    [
        None,
        [],
        {},
        {"records": [{}], "first": 1, "newest": 1, "at": 1},
        {"records": 3, "first": 1, "newest": 1, "at": 1},
    ],
)
def test_what_is_no_answer_of_a_relay_is_refused(told):
    with pytest.raises(Malformed):
        wire.pulled_of(told)


def test_numbers_with_a_hole_are_refused():
    records = [{"seq": seq, "at": 1, "gap": ["e"], "why": "full"} for seq in (1, 3)]
    with pytest.raises(Malformed, match="hole"):
        wire.pulled_of({"records": records, "first": 1, "newest": 3, "at": 1})
