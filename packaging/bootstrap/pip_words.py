"""What went wrong when pip failed, in a sentence. Reads what pip said; leaves the rest to its own words."""

import platform

# The first that is found counts: when the network fails, pip also says that it found no version of the package.
_SIGNS = (
    (
        "The package index answered with a certificate that this computer does not trust. Behind a company's proxy, "
        "point PIP_CERT to its certificate and start again.",
        ("CERTIFICATE_VERIFY_FAILED", "SSLCertVerificationError", "Could not find a suitable TLS CA certificate"),
    ),
    (
        "The disk is full. Free about 1 GB and start again.",
        ("No space left on device", "Errno 28", "WinError 112"),
    ),
    (
        "The packages could not be fetched: the package index did not answer. Check this computer's connection to "
        "the internet and start again.",
        (
            "NewConnectionError", "name resolution", "Name or service not known", "ConnectTimeoutError", "ReadTimeout",
            "ProxyError", "Connection refused", "Connection reset", "Connection broken", "Max retries exceeded",
            "Network is unreachable", "ConnectionError", "RemoteDisconnected", "IncompleteRead", "getaddrinfo failed",
        ),
    ),
    (
        "A package is not the one that was tested: its hash differs from the lock file. Nothing of it was installed. "
        "Start again; if it happens again, the package index cannot be trusted.\n{last}",
        ("DO NOT MATCH THE HASHES",),
    ),
    (
        "pip found no build of a package for this computer ({system}). Plimsoll runs on Linux with glibc 2.34 or "
        "newer (Debian 12, Ubuntu 22.04), on macOS 13 or newer and on Windows 10 or newer, all 64-bit. If this is one "
        "of these, the package index that pip is told to use does not hold the package.\n{last}",
        ("No matching distribution found", "is not a supported wheel on this platform", "requires a different Python"),
    ),
)  # fmt: skip


def pip_trouble(said: str) -> str:
    """The sentence for what pip wrote to standard error. Empty when it is none of the known troubles."""
    last = next((line for line in reversed(said.splitlines()) if line.startswith("ERROR:")), "")
    for sentence, signs in _SIGNS:
        if any(sign in said for sign in signs):
            return sentence.format(system=_this_computer(), last=last)
    return ""


def _this_computer() -> str:
    libc = " ".join(part for part in platform.libc_ver() if part)
    parts = (f"Python {platform.python_version()}", platform.system(), platform.machine(), libc)
    return ", ".join(part for part in parts if part)
