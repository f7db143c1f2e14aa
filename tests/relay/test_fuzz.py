"""Whatever is sent, the relay neither crashes nor answers what its desktop did not sign."""

import random
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.relay import signing
from app.relay.envelope import Envelope
from app.relay.senders import SCHEMES, answer_to, forged
from app.relay.store import Endpoint
from tests.relay.fuzz import play
from tests.relay.relays import Relays

REQUESTS = 1000  # 100,000 by command: python -m tests.relay.fuzz
HEADERS = (
    b"x-shopify-hmac-sha256",
    b"x-wc-webhook-signature",
    b"webhook-id",
    b"webhook-timestamp",
    b"webhook-signature",
    b"x-square-hmacsha256-signature",
)
header = st.tuples(st.sampled_from(HEADERS), st.binary(max_size=60))
endpoints = st.builds(
    Endpoint, id=st.just("e"), mailbox=st.just(1), key=st.just(b""), scheme=st.sampled_from(SCHEMES),
    secret=st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1), base=st.just("https://x"),
)  # fmt: skip


def test_random_requests_at_a_running_relay(relays: Relays, tmp_path: Path) -> None:
    seed = random.getrandbits(32)
    print(f"seed {seed}")
    fuzz = play(relays, str(tmp_path / "store"), requests=REQUESTS, seed=seed)
    assert fuzz.answers[200] > REQUESTS / 10
    assert fuzz.answers[401] > REQUESTS / 10


@given(endpoints, st.lists(header, max_size=5), st.binary(max_size=99), st.text(st.characters(max_codepoint=255)))
def test_what_is_not_signed_is_a_forgery_where_a_secret_was_lent(
    endpoint: Endpoint, headers: list[tuple[bytes, bytes]], body: bytes, query: str
) -> None:
    one = Envelope(method="POST", path="", query=query, headers=tuple(headers), body=body)
    assert forged(endpoint, one, "/in/x") == (endpoint.scheme not in ("ebay", "meta"))


@given(endpoints, st.sampled_from(("GET", "HEAD", "OPTIONS", "X")), st.text(st.characters(max_codepoint=255)))
def test_any_question_has_an_answer(endpoint: Endpoint, method: str, query: str) -> None:
    for asked in (query, f"challenge_code={query}", f"hub.mode=subscribe&hub.verify_token={query}"):
        said = answer_to(endpoint, method, "/in/x", asked)
        assert said is not None
        assert said[0] in (200, 403, 405)


names = st.sampled_from((signing.DEVICE, signing.TIME, signing.NONCE, signing.SIGNATURE))


@given(st.dictionaries(names, st.text(st.characters(max_codepoint=255), max_size=90)))
def test_made_up_headers_are_no_signature(headers: dict[str, str]) -> None:
    claim = signing.claimed(headers)
    assert claim is None or not signing.holds(signing.new_key()[1], claim, headers, "GET", "/v1/pull")
