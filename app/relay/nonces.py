"""Nonces of signed requests: each is taken once, as long as its moment would be believed."""

from app.relay.signing import SKEW_MS, Signed

KEPT_MS = 2 * SKEW_MS  # a moment may lie ahead by the skew, and is believed until it is behind by it
SWEEP_AT = 50_000


class Nonces:
    """What one relay has seen. It forgets with its process: a relay believes no moment from before its own start."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], int] = {}
        self._sweep_at = SWEEP_AT

    def first_seen(self, claim: Signed, now_ms: int) -> bool:
        """Is it the first time? From now on it is not."""
        key = (claim.device, claim.nonce)
        if key in self._seen:
            return False
        if len(self._seen) >= self._sweep_at:
            self._seen = {one: at for one, at in self._seen.items() if now_ms - at <= KEPT_MS}
            self._sweep_at = max(SWEEP_AT, 2 * len(self._seen))
        self._seen[key] = now_ms
        return True
