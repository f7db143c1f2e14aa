"""What is inside: a bill of materials (CycloneDX) from the lock, and a page of everybody's licences."""

import html
import json
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from making.places import BUILD, DIST, PACKAGING, ROOT, VERSION, Failed, say

LOCK = PACKAGING / "requirements.lock"
LICENCES = BUILD / "bill" / "third-party-licences.html"
BILL = DIST / f"plimsoll-{VERSION}.cdx.json"
LICENCE_FILE = re.compile(r"(^|/)(licen[cs]e|copying|notice|authors|lgpl|gpl)[^/]*$", re.IGNORECASE)
FROZEN_BY = "pyinstaller"  # its start code is in the program, under a licence that lets any program use it
# Metadata that says nothing, or only where to look: what their own licence files say.
KNOWN = {"pyside6-essentials": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only", "pysqlite3": "Zlib"}
QT = (
    "Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They lie beside the program as "
    "libraries of their own, and you may put other builds of them there. Their source is at https://download.qt.io."
)


@dataclass(frozen=True, slots=True)
class Pin:
    """One package of the lock."""

    name: str
    version: str
    hashes: tuple[str, ...]
    marker: str = ""


def pins(text: str) -> list[Pin]:
    """The packages of a lock file."""
    found = []
    for line in text.replace("\\\n", " ").splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        requirement, *hashes = line.split("--hash=sha256:")
        named, _, marker = requirement.partition(";")
        name, _, version = named.strip().partition("==")
        found.append(Pin(name, version.strip(), tuple(one.strip() for one in hashes), marker.strip()))
    return found


def document(packages: list[Pin], licences: dict[str, str]) -> dict[str, object]:
    """The bill, CycloneDX 1.5. The serial number follows from its contents: the same lock gives the same bill."""
    components = [_component(pin, licences.get(pin.name, "")) for pin in packages]
    program = {"type": "application", "bom-ref": "plimsoll", "name": "plimsoll", "version": VERSION}
    said = json.dumps([program, components], sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, said)}",
        "version": 1,
        "metadata": {"component": {**program, "licenses": [{"license": {"id": "MIT"}}]}},
        "components": components,
        "dependencies": [{"ref": "plimsoll", "dependsOn": [str(one["bom-ref"]) for one in components]}],
    }


def _component(pin: Pin, licence: str) -> dict[str, object]:
    purl = f"pkg:pypi/{pin.name}@{pin.version}"
    found: dict[str, object] = {
        "type": "library",
        "bom-ref": purl,
        "name": pin.name,
        "version": pin.version,
        "purl": purl,
        # One hash for each build that may be fetched; which of them is inside depends on the system.
        "externalReferences": [
            {
                "type": "distribution",
                "url": f"https://pypi.org/project/{pin.name}/{pin.version}/",
                "hashes": [{"alg": "SHA-256", "content": one} for one in pin.hashes],
            }
        ],
    }
    if licence:
        found["licenses"] = [{"license": {"name": licence}}]
    if pin.marker:
        found["properties"] = [{"name": "plimsoll:only-where", "value": pin.marker}]
    return found


def write_bill() -> None:
    """Write the bill into `dist`."""
    packages = pins(LOCK.read_text(encoding="utf-8"))
    licences = {pin.name: licence_of(pin.name) for pin in packages}
    BILL.parent.mkdir(exist_ok=True)
    BILL.write_text(json.dumps(document(packages, licences), indent=1) + "\n", encoding="utf-8")
    say(f"{len(packages)} packages are in {BILL}.")


def licence_of(name: str) -> str:
    """The licence of an installed package in few words; empty where it is not installed here."""
    if name in KNOWN:
        return KNOWN[name]
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    said = about.get("License-Expression") or about.get("License") or ""
    classed = [line.rsplit(" :: ", 1)[-1] for line in about.get_all("Classifier") or () if line.startswith("License")]
    return said if 0 < len(said) < 60 and "\n" not in said else ", ".join(classed)


def write_licences() -> None:
    """Write the page of licences. Raises `Failed` for a package that says nothing about its own."""
    here = [pin for pin in pins(LOCK.read_text(encoding="utf-8")) if licence_of(pin.name) or _installed(pin.name)]
    silent = [pin.name for pin in here if not licence_of(pin.name)]
    if silent:
        raise Failed(f"These say nothing about their licence: {', '.join(silent)}")
    LICENCES.parent.mkdir(parents=True, exist_ok=True)
    LICENCES.write_text(page([*here, *_freezer()]), encoding="utf-8")


def _freezer() -> list[Pin]:
    return [Pin(FROZEN_BY, metadata.version(FROZEN_BY), ())] if _installed(FROZEN_BY) else []


def _installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def page(packages: list[Pin]) -> str:
    """The page of licences: each package, its licence, and the texts that it brings."""
    parts = [f"<h2>{html.escape(pin.name)} {html.escape(pin.version)}</h2>{_section(pin)}" for pin in packages]
    fonts = html.escape((ROOT / "resources" / "fonts" / "OFL.txt").read_text(encoding="utf-8"))
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Plimsoll: licences of others</title>'
        "<style>body{font:15px/1.5 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}"
        "pre{white-space:pre-wrap;font-size:12px}</style>"
        f"<h1>What Plimsoll {VERSION} is built with</h1><p>{html.escape(QT)}</p>{''.join(parts)}"
        f"<h2>Inter and JetBrains Mono</h2><p>OFL-1.1</p><pre>{fonts}</pre></html>\n"
    )


def _section(pin: Pin) -> str:
    texts = "".join(f"<pre>{html.escape(text)}</pre>" for text in _texts(pin.name))
    return f"<p>{html.escape(licence_of(pin.name))}</p>{texts}"


def _texts(name: str) -> Iterator[str]:
    """The licence files that a package was installed with, each once."""
    seen: set[str] = set()
    for file in metadata.files(name) or ():
        path = Path(str(file.locate()))
        if ".dist-info" in str(file) and LICENCE_FILE.search(str(file)) and path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace").strip()
            if text not in seen:
                seen.add(text)
                yield text
