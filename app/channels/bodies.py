"""Reading what a webhook's body names, leniently: it is a hint, and what it names is fetched."""

import hashlib
import json
from typing import Any


def json_object(body: bytes) -> dict[str, Any]:
    """The body as a JSON object; empty for anything else."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def number_in(body: dict[str, Any], name: str) -> str:
    """A whole number above zero of the body, as text; empty where there is none."""
    value = body.get(name)
    fine = isinstance(value, int) and not isinstance(value, bool) and 0 < value < 1 << 63
    return str(value) if fine else ""


def digest(body: bytes) -> str:
    """What tells one body from another."""
    return hashlib.sha256(body).hexdigest()
