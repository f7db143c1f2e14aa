"""What the packages say of themselves: versions from one place, a bill that names everything, and what Debian needs."""

import json
import plistlib
import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree

from making import bill, debian, tree, version_file
from making.places import VERSION

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


def test_the_version_stands_in_one_place():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "app.__version__"}
    files = [path for path in PACKAGING.rglob("*") if path.is_file() and path.suffix not in (".lock", ".in", ".pyc")]
    said = [path.name for path in files if re.search(rf"(?<![\d.]){re.escape(VERSION)}(?![\d.])", _text(path))]
    assert said == ["plimsoll.nsi"], "only the example of its command line"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def test_the_bill_names_every_package_of_the_lock_once_and_with_its_hashes():
    packages = bill.pins(bill.LOCK.read_text(encoding="utf-8"))
    found = bill.document(packages, {pin.name: "MIT" for pin in packages})
    components = found["components"]
    assert len(components) == len(packages) > 30
    for one in components:
        assert re.fullmatch(r"pkg:pypi/[a-z0-9.-]+@[0-9.]+(post\d+)?", one["purl"]), one["purl"]
        assert all(len(each["content"]) == 64 for each in one["externalReferences"][0]["hashes"])
        assert one["externalReferences"][0]["hashes"]
    assert found["dependencies"][0]["dependsOn"] == [one["bom-ref"] for one in components]
    assert json.dumps(found) == json.dumps(bill.document(packages, {pin.name: "MIT" for pin in packages}))


def test_the_page_of_licences_quotes_what_packages_bring():
    page = bill.page([bill.Pin("httpx", "0.28.1", ())])
    assert "Redistribution and use in source and binary forms" in page
    assert "SIL OPEN FONT LICENSE" in page.upper()
    assert "Lesser General Public License" in page


def test_debian_gets_what_set_up_from_source_would_ask_for():
    found = dict(line.split(": ", 1) for line in debian.control(1000).splitlines() if re.match(r"[A-Z][\w-]*: ", line))
    needs = found["Depends"].split(", ")
    assert {"libegl1", "libxcb-cursor0", "ca-certificates", "libc6 (>= 2.36)"} <= set(needs)
    assert found["Version"] == VERSION
    assert not any(line.strip() == "" for line in debian.control(1000).splitlines()), "an empty line ends a paragraph"


def test_what_the_desktop_is_told_is_well_formed(tmp_path: Path):
    entry = _text(PACKAGING / "linux" / "plimsoll.desktop")
    assert "Version=1.4" in entry.splitlines()
    assert ElementTree.fromstring(tree._filled("plimsoll.metainfo.xml")).findtext("id") == tree.COMPONENT
    assert "@VERSION@" not in tree._filled("plimsoll.1")
    assert plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())


def test_windows_gets_its_version_in_four_numbers():
    assert "filevers=(2, 11, 0, 0)" in version_file.text("2.11")
    compile(version_file.text(VERSION), "version", "eval")


def test_the_frozen_program_is_one_folder():
    spec = _text(PACKAGING / "plimsoll.spec")
    assert "exclude_binaries=True" in spec, "one file starts in twice the time, and unpacks itself each time"
    assert "strip=True" not in spec, "OpenBLAS does not survive it"
    assert {"pysqlite3", "pysqlite3.dbapi2"} <= set(re.findall(r'"([\w.]+)"', spec))
