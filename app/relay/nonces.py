"""Nonces of signed requests: each is taken once, as long as its moment would be believed."""

from app.relay.signing import SKEW_MS, Signed

KEPT_MAX = 200_000


class Nonces:
    """What was seen within the skew. Several relays before one store each keep their own."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], int] = {}

    def fresh(self, claim: Signed, now_ms: int) -> bool:
        """Is it the first time? From now on it is not."""
        key = (claim.device, claim.nonce)
        if key in self._seen:
            return False
        if len(self._seen) >= KEPT_MAX:
            self._seen = {one: at for one, at in self._seen.items() if now_ms - at <= 2 * SKEW_MS}
        self._seen[key] = now_ms
        return True
