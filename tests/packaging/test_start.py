"""run.py as a person starts it, in a small project of its own: real pip, real processes, and no network."""

import base64
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bootstrap import commands

PACKAGING = Path(commands.__file__).resolve().parents[1]
SECOND_START_MAX_S = 2.0
TELLTALE = """\
import json, os, sys, tiny
print(json.dumps({"file": __file__, "cwd": os.getcwd(), "pid": os.getpid(), "prefix": sys.prefix,
                  "argv": sys.argv[1:], "environ": dict(os.environ), "tiny": tiny.__file__}), flush=True)
if "wait" in sys.argv:
    sys.stdin.read()
sys.exit(7 if "fail" in sys.argv else 0)
"""
WAITER = """\
import sys
sys.path.insert(0, {packaging!r})
from pathlib import Path
from bootstrap.commands import wait_for
sys.exit(wait_for(Path(sys.executable), "-c", "import signal; print('up', flush=True); signal.pause()"))
"""


class Project:
    """A project with one package to install, laid out as ours is."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(PACKAGING, root / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("app/__main__.py", "tests/simulation.py", "tests/bench.py"):
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text(TELLTALE, encoding="ascii")
        hashes = {name: _wheel(root / "wheels", name) for name in ("tiny", "checker")}
        self.lock("requirements.lock", tiny=hashes["tiny"])
        self.lock("requirements-test.lock", **hashes)

    def lock(self, name: str, **hashes: str) -> None:
        lines = [
            f"{package}==1.0{f' --hash=sha256:{digest}' if digest else ''}\n" for package, digest in hashes.items()
        ]
        (self.root / "packaging" / name).write_text("".join(lines), encoding="ascii")

    def start(self, *arguments: str, **more: str) -> "subprocess.Popen[str]":
        environ = {name: value for name, value in os.environ.items() if not name.endswith("DISPLAY")} | {
            "PATH": str(self.root),  # no package manager, so that nothing here can ever install a system package
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.root / "wheels"),
            "PIP_CONFIG_FILE": os.devnull,
            "SSL_CERT_FILE": str(self.root / "app" / "__main__.py"),  # that there is one is all that is asked
        }
        return subprocess.Popen(
            [sys.executable, str(self.root / "packaging" / "run.py"), *arguments],
            env=environ | more,
            cwd="/",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, **more: str) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        process = self.start(*arguments, **more)
        out, error = process.communicate(timeout=100)
        return process.returncode, out, error


def _wheel(folder: Path, name: str) -> str:
    """Write a wheel of nothing, and return its hash."""
    folder.mkdir(exist_ok=True)
    path, about = folder / f"{name}-1.0-py3-none-any.whl", f"{name}-1.0.dist-info"
    files = {
        f"{name}/__init__.py": "",
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{file},sha256={_record_hash(text)},{len(text)}" for file, text in files.items()]
    files[f"{about}/RECORD"] = "\n".join([*record, f"{about}/RECORD,,", ""])
    with zipfile.ZipFile(path, "w") as wheel:
        for file, text in files.items():
            wheel.writestr(zipfile.ZipInfo(file), text)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _record_hash(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project that two people set up in the same moment."""
    project = Project(tmp_path_factory.mktemp("project"))
    both = [project.start(), project.start()]
    said = [process.communicate(timeout=100) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    errors = "".join(error for _, error in said)
    assert errors.count("Setting up in") == 1
    assert errors.count("Another set-up is under way in this folder.") == 1
    return project


def test_it_becomes_plimsoll(project: Project) -> None:
    process = project.start("--", "a b", "--folder", "x")
    out, error = process.communicate(timeout=20)
    told: dict[str, Any] = json.loads(out)
    assert (process.returncode, error) == (0, "")
    assert told["file"] == str(project.root / "app" / "__main__.py")
    assert told["cwd"] == str(project.root)
    assert told["prefix"] == str(project.root / ".venv")
    assert told["argv"] == ["a b", "--folder", "x"]
    assert told["pid"] == process.pid


def test_exit_codes_and_signals_are_the_programs_own(project: Project) -> None:
    assert project.run("--", "fail")[0] == 7
    process = project.start("--", "wait")
    assert process.stdout
    assert json.loads(process.stdout.readline())["argv"] == ["wait"]
    process.terminate()
    process.communicate(timeout=20)
    assert process.returncode == -signal.SIGTERM


def test_the_second_start_is_fast_and_needs_no_network(project: Project) -> None:
    took = []
    for _ in range(3):
        began = time.perf_counter()
        assert project.run(PIP_FIND_LINKS="/nowhere")[0] == 0
        took.append(time.perf_counter() - began)
    assert min(took) < SECOND_START_MAX_S


def test_nothing_from_outside_gets_in(project: Project, tmp_path: Path) -> None:
    for name in ("app", "tiny"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").touch()
    poison = {"PYTHONPATH": str(tmp_path), "PYTHONSAFEPATH": "1", "VIRTUAL_ENV": "/nowhere", "PYTHONOPTIMIZE": "2"}
    code, out, error = project.run(**poison)
    told = json.loads(out)
    assert (code, error) == (0, "")
    assert told["file"] == str(project.root / "app" / "__main__.py")
    assert told["tiny"].startswith(str(project.root / ".venv"))
    assert not poison.keys() & told["environ"].keys()


def test_set_up_writes_in_its_own_folder_only(project: Project) -> None:
    assert sorted(path.name for path in project.root.iterdir()) == [".venv", "app", "packaging", "tests", "wheels"]
    assert not (project.root / ".venv" / "tmp").exists()


@pytest.mark.parametrize(
    ("digest", "words"), [("0" * 64, "A package is not the one that was tested"), ("", "Hashes are required")]
)
def test_a_package_that_is_not_known_to_be_the_tested_one_is_refused(project: Project, digest: str, words: str) -> None:
    lock_file = project.root / "packaging" / "requirements-test.lock"
    right = lock_file.read_text(encoding="ascii")
    project.lock("requirements-test.lock", checker=digest)
    code, out, error = project.run("bench")
    assert (code, out) == (1, "")
    assert words in error
    assert "Traceback" not in error
    assert project.run()[0] == 0  # the program itself is untouched
    lock_file.write_text(right, encoding="ascii")


def test_simulate_and_bench_get_their_words(project: Project) -> None:
    code, out, _ = project.run("simulate", "--yes", "1..40")
    told = json.loads(out)
    assert (code, told["argv"], told["environ"]["QT_QPA_PLATFORM"]) == (0, ["1..40"], "offscreen")
    assert told["file"].endswith("/tests/simulation.py")
    code, out, error = project.run("--yes", "bench", "book", "table")
    assert (code, error) == (0, "")
    assert json.loads(out)["argv"] == ["book", "table"]


# What `test` runs


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    ran = SimpleNamespace(words=[], codes={}, became=[])

    def wait_for(python: Path, *arguments: str) -> int:
        words = " ".join(arguments)
        ran.words.append(words)
        return next((code for part, code in ran.codes.items() if part in words), 0)

    def become(python: Path, *arguments: str) -> int:
        ran.became.append(arguments)
        return 5

    monkeypatch.setattr(commands, "wait_for", wait_for)
    monkeypatch.setattr(commands, "become", become)
    return ran


def test_all_checks_run_in_order(ran: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    assert commands.test(Path("python"), ()) == 0
    assert ran.words == [
        "-m ruff format --check app tests packaging",
        "-m ruff check app tests packaging",
        "-m mypy",
        "-m pytest -n auto --dist worksteal",
    ]
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


def test_the_first_failure_counts_and_the_rest_runs(ran: SimpleNamespace, capsys: pytest.CaptureFixture[str]) -> None:
    ran.codes = {"ruff check": 3, "pytest": 1}
    assert commands.test(Path("python"), ()) == 3
    assert len(ran.words) == 4
    assert "Failed: ruff check, pytest" in capsys.readouterr().out


def test_ctrl_c_stops_it_all(ran: SimpleNamespace) -> None:
    ran.codes = {"ruff check": 130}
    assert commands.test(Path("python"), ()) == 130
    assert len(ran.words) == 2


def test_arguments_are_for_pytest_alone(ran: SimpleNamespace) -> None:
    assert commands.test(Path("python"), ("-k", "walls")) == 5
    assert (ran.words, ran.became) == ([], [("-m", "pytest", "-k", "walls")])


def test_exit_codes_are_as_a_shell_shows_them() -> None:
    python = Path(sys.executable)
    assert commands.wait_for(python, "-c", "raise SystemExit(9)") == 9
    assert commands.wait_for(python, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)") == 137


def test_a_stop_is_handed_on_to_the_check_that_runs() -> None:
    waiter = subprocess.Popen(
        [sys.executable, "-c", WAITER.format(packaging=str(PACKAGING))], stdout=subprocess.PIPE, text=True
    )
    assert waiter.stdout
    assert waiter.stdout.readline() == "up\n"
    waiter.terminate()
    waiter.communicate(timeout=20)  # returns only when the child, which holds the pipe too, is gone
    assert waiter.returncode == 128 + signal.SIGTERM
