"""The walls of app/ARCHITECTURE.md, as rules over source text. `test_walls.py` holds the program against them.

Each rule looks at all modules and yields one sentence for every place that breaks it.
"""

import ast
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

EVERYTHING = frozenset({"everything"})
# Part of the program -> the parts it may use, besides itself. `core.text` may be used by all.
USES: dict[str, frozenset[str]] = {
    "__init__": frozenset(),
    "core": frozenset(),
    "errors": frozenset(),
    "paths": frozenset(),
    "log": frozenset(),
    "credentials": frozenset({"errors"}),  # VaultError is one of the errors a person may see
    "vault": frozenset({"errors"}),
    "store": frozenset({"core", "errors"}),
    "channels": frozenset({"core", "errors"}),
    "relay": frozenset({"errors"}),
    "posting": frozenset({"core", "store", "errors"}),
    "outside": frozenset({"core", "store", "errors"}),
    "counting": frozenset({"posting", "core", "store", "errors"}),
    "deliveries": frozenset({"core", "store", "errors"}),
    "stalls": frozenset({"posting", "core", "store", "errors"}),
    "rules": frozenset({"core", "store", "errors"}),
    "hand_places": frozenset({"core", "store", "errors"}),
    "importing": frozenset({"posting", "store", "core", "errors"}),
    "relaying": frozenset({"store", "channels", "relay", "sync", "core", "errors", "credentials"}),
    "probing": frozenset({"store", "channels", "core", "errors"}),
    "notifying": frozenset({"store", "channels", "core", "errors", "credentials"}),
    "sheets": frozenset({"core", "errors"}),
    "letters": frozenset({"core", "errors", "paths"}),  # paths: the skeletons that come with the program
    "reports": frozenset({"core", "store", "errors"}),
    "sync": frozenset({"posting", "outside", "store", "channels", "relay", "core", "errors"}),
    "simulator": frozenset({"core", "errors"}),
    "rehearsal": frozenset({"store", "channels", "core", "simulator", "sync", "errors"}),
    "rehearsing": frozenset({"rehearsal", "store", "core", "errors"}),
    "sample": frozenset({"posting", "rules", "store", "channels", "core", "simulator", "errors", "paths"}),
    "ui": frozenset(
        {
            "posting",
            "outside",
            "counting",
            "deliveries",
            "stalls",
            "rules",
            "hand_places",
            "importing",
            "sheets",
            "letters",
            "reports",
            "store",
            "core",
            "errors",
            "paths",
        }
    ),  # paths: icons, fonts, tokens
    # The composition root: session is the part of it that knows no window.
    "session": frozenset(
        {
            "posting",
            "store",
            "channels",
            "relay",
            "relaying",
            "notifying",
            "leaving",
            "sync",
            "core",
            "errors",
            "credentials",
            "log",
        }
    ),
    "signing_in": frozenset({"channels", "core", "errors"}),
    "program": EVERYTHING,
    "offscreen": EVERYTHING,
    "self_check": EVERYTHING,
    "passphrase": frozenset({"errors"}),
    "strongbox": frozenset({"errors", "credentials", "passphrase"}),
    "presence": EVERYTHING,
    "recovery": EVERYTHING,
    "autostart": frozenset({"errors"}),
    "leaving": frozenset({"core", "store", "errors"}),
    "logind": frozenset({"core"}),
    "installation": frozenset(),
    "updates": frozenset({"core", "errors", "paths", "__init__"}),  # the version that runs
    "main": EVERYTHING,
    "__main__": EVERYTHING,
}
USES_MORE = {"app.relay.client": frozenset({"core"})}
# Lanes, the simulated shops' loopback server and customers, the keyring asked with a deadline, slow work for ui.
THREADS = frozenset({
    "app.sync", "app.simulator", "app.sample", "app.credentials", "app.strongbox", "app.vault",
    "app.ui.bridge",
    "app.channels.decoding",  # a lock
    "app.leaving", "app.logind",  # what the system grants is waited for beside the window
    "app.rehearsal.conductor",  # players, of whom one moves at a time
    "app.relay.sqlite_store",  # one that writes, one that reads
})  # fmt: skip
# The relay is a server: only there is a loop of coroutines, and only its top has a clock of its own.
SERVER = "app.relay"
SERVER_TOPS = ("app.relay.server", "app.relay.command")
# Library -> where it lives: parts, or single modules.
HOMES: dict[str, frozenset[str]] = {
    "sqlite3": frozenset({"app.store.sqlite", "app.relay.sqlite"}),  # the relay is a process of its own
    "pysqlite3": frozenset({"app.store.sqlite", "app.relay.sqlite"}),
    "sqlite_utils": frozenset({"app.store"}),
    "httpx": frozenset(
        {
            "app.channels",
            "app.simulator",
            "app.rehearsal.shops",
            "app.relay.client",
            "app.notifying",
            "app.updates",
        }
    ),
    "smtplib": frozenset({"app.notifying"}),
    "msgspec": frozenset({"app.channels"}),
    "keyring": frozenset({"app.credentials", "app.vault"}),
    "cryptography": frozenset({"app.credentials", "app.passphrase", "app.vault", "app.relay", "app.updates"}),
    "platformdirs": frozenset({"app.paths"}),
    "python_calamine": frozenset({"app.sheets"}),
    "openpyxl": frozenset({"app.sheets"}),
    "jinja2": frozenset({"app.letters"}),
    "starlette": frozenset({"app.relay"}),
    "uvicorn": frozenset({"app.relay"}),
    "asyncpg": frozenset({"app.relay"}),
    "asyncio": frozenset({"app.relay"}),  # the desktop has lanes and threads instead
    "PySide6": frozenset({"app.ui"}),
    "shiboken6": frozenset({"app.ui"}),
    "pyqtgraph": frozenset({"app.ui"}),
    "numpy": frozenset({"app.ui"}),
    "jeepney": frozenset({"app.logind"}),
    "segno": frozenset({"app.ui.count.barcode"}),
    "barcode": frozenset({"app.ui.count.barcode"}),
    "threading": THREADS,
    "concurrent": THREADS,
}
COMPOSITION = (
    "app.main", "app.__main__", "app.program", "app.offscreen", "app.presence", "app.recovery", "app.self_check",
    "app.session", "app.signing_in",
)  # fmt: skip
# What of the standard library has a clock, randomness, files, network, threads or the interpreter in it.
EFFECTS = frozenset({
    "asyncio", "builtins", "concurrent", "ctypes", "faulthandler", "fileinput", "ftplib", "gc", "getpass", "glob",
    "http", "imaplib", "importlib", "inspect", "io", "locale", "logging", "mmap", "multiprocessing", "os", "pathlib",
    "pickle", "platform", "poplib", "queue", "random", "sched", "secrets", "select", "selectors", "shelve", "shutil",
    "signal", "site", "smtplib", "socket", "socketserver", "sqlite3", "ssl", "subprocess", "sys", "sysconfig",
    "syslog", "tempfile", "threading", "time", "tkinter", "traceback", "urllib.request", "uuid", "warnings",
    "weakref", "webbrowser",
})  # fmt: skip
CORE_MAY_USE = frozenset(sys.stdlib_module_names) - EFFECTS
CLOCKS = frozenset({"now", "utcnow", "today", "currentDateTime", "currentDateTimeUtc", "currentDate", "currentTime"})
SWALLOWING_ALLOWED = (  # the tops of threads, and Qt's excepthook
    "app/sync/threads.py",
    "app/credentials.py",
    "app/rehearsal/conductor.py",
    "app/ui/bridge.py",
    "app/ui/application.py",
)
SQLITE_HOMES = ("app.store.sqlite", "app.relay.sqlite")  # of two processes
DYNAMIC_ALLOWED = SQLITE_HOMES  # takes one of two libraries
BANNED_WORDS = frozenset({"util", "utils", "helper", "helpers", "manager", "managers", "service", "services"})
FUNCTION_MAX_LINES = 70
FILE_MAX_LINES = 500

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file of the program. `path` as in "app/core/stock.py"."""

    path: str
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source, self.path)

    @property
    def package(self) -> bool:
        return self.path.endswith("/__init__.py")

    @property
    def name(self) -> str:
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") or "app"

    @property
    def part(self) -> str:
        return self.path.split("/")[1].removesuffix(".py")

    def at(self, node: ast.AST, words: str) -> str:
        return f"{self.path}:{getattr(node, 'lineno', 1)}: {words}"

    @cached_property
    def imports(self) -> list[tuple[ast.stmt, str]]:
        """Everything imported anywhere in it, in full: `from app.store import ledger` is app.store.ledger."""
        found: list[tuple[ast.stmt, str]] = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found += [(node, alias.name) for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                found += [(node, f"{self._base(node)}.{alias.name}") for alias in node.names]
        return found

    def _base(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        around = self.name.split(".")
        kept = around[: len(around) - node.level + (1 if self.package else 0)]
        return ".".join((*kept, *([node.module] if node.module else [])))


Modules = Sequence[Module]
Rule = Callable[[Modules], Iterator[str]]


def read(sources: Mapping[str, str]) -> list[Module]:
    """Modules from paths and their text."""
    return [Module(path, source) for path, source in sorted(sources.items())]


def lives_in(name: str, homes: frozenset[str] | tuple[str, ...]) -> bool:
    """Whether a module is one of these, or below one of them."""
    return any(name == home or name.startswith(f"{home}.") for home in homes)


def known_parts(modules: Modules) -> Iterator[str]:
    """Everything directly below app/ has its row in the table."""
    for module in modules:
        if module.part not in USES:
            yield module.at(module.tree, f"“{module.part}” is no part of the house: give it a row in ARCHITECTURE.md")


def walls(modules: Modules) -> Iterator[str]:
    """Parts use only the parts that the table allows."""
    for module in modules:
        allowed = USES.get(module.part, frozenset()) | USES_MORE.get(module.name, frozenset()) | {module.part}
        for node, target in module.imports:
            if allowed >= EVERYTHING or not lives_in(target, ("app",)) or lives_in(target, ("app.core.text",)):
                continue
            used = f"{target}.".split(".")[1]
            if used not in allowed and used not in ("", "__version__"):
                yield module.at(node, f"{module.part} may not use {used}")


def libraries(modules: Modules) -> Iterator[str]:
    """Each library is used where it lives."""
    for module in modules:
        for node, target in module.imports:
            top = target.split(".")[0]
            if top in HOMES:
                if not lives_in(module.name, (*HOMES[top], *COMPOSITION)):
                    yield module.at(node, f"{top} lives in {', '.join(sorted(HOMES[top]))}")
            elif top not in sys.stdlib_module_names and top != "app":
                yield module.at(node, f"{top} has no home in the house")


def one_sqlite(modules: Modules) -> Iterator[str]:
    """One SQLite library in the process: two drop each other's locks."""
    for module in modules:
        for node, target in module.imports:
            names = target.split(".")
            another = not lives_in(target, ("app",)) and {"sqlite3", "pysqlite3", "apsw", "QtSql"}.intersection(names)
            if another and module.name not in SQLITE_HOMES and not lives_in(target, SQLITE_HOMES):
                yield module.at(node, "SQLite comes from app.store.sqlite alone")


def pure_core(modules: Modules) -> Iterator[str]:
    """core is the standard library only, and of that nothing with a clock, randomness, files or network."""
    for module in modules:
        if module.part != "core":
            continue
        for node, target in module.imports:
            pieces = target.split(".")
            if pieces[0] != "app" and (pieces[0] not in CORE_MAY_USE or ".".join(pieces[:2]) in EFFECTS):
                yield module.at(node, f"core may not use {target}")
        for call in _calls(module):
            if isinstance(call.func, ast.Name) and call.func.id in ("open", "print", "input", "exec", "eval"):
                yield module.at(call, f"core may not call {call.func.id}()")


def one_clock(modules: Modules) -> Iterator[str]:
    """The clock is an argument everywhere below main."""
    for module in modules:
        if lives_in(module.name, (*COMPOSITION, *SERVER_TOPS)):
            continue
        for call in _calls(module):
            words = ast.unparse(call.func)
            owner, _, last = words.rpartition(".")
            told = last in CLOCKS and owner.split(".")[-1] in ("datetime", "date", "QDateTime", "QDate", "QTime")
            if told or words in ("time.time", "time.time_ns", "time.localtime", "time.gmtime"):
                yield module.at(call, f"{words}(): the clock is handed in by main")


def no_sleep(modules: Modules) -> Iterator[str]:
    """Waiting is the lanes' own, and can be woken."""
    for module in modules:
        for node, target in module.imports:
            if target == "time.sleep":
                yield module.at(node, "nothing sleeps")
        for call in _calls(module):
            if ast.unparse(call.func) == "asyncio.sleep" and lives_in(module.name, (SERVER,)):
                continue  # lets everything else go on, and is cancelled at the end
            if isinstance(call.func, ast.Attribute) and call.func.attr in (
                "sleep",
                "msleep",
                "usleep",
                "qSleep",
                "qWait",
            ):
                yield module.at(call, "nothing sleeps")


def no_dynamic_imports(modules: Modules) -> Iterator[str]:
    """An import that cannot be read cannot be held to a wall."""
    for module in modules:
        if lives_in(module.name, DYNAMIC_ALLOWED):
            continue
        for call in _calls(module):
            if ast.unparse(call.func).split(".")[-1] in ("import_module", "__import__"):
                yield module.at(call, "imports are written as imports")


def no_circles(modules: Modules) -> Iterator[str]:
    """No module needs itself, by whatever way round; imports inside functions count."""
    names = {module.name for module in modules}
    graph = {
        module.name: sorted({_module_of(target, names) for _, target in module.imports} - {""}) for module in modules
    }
    done: set[str] = set()
    for name in graph:
        yield from _circles(name, graph, [], done)


def _circles(name: str, graph: Mapping[str, list[str]], path: list[str], done: set[str]) -> Iterator[str]:
    if name in path:
        yield "a circle: " + " -> ".join((*path[path.index(name) :], name))
    elif name not in done:
        for target in graph[name]:
            yield from _circles(target, graph, [*path, name], done)
        done.add(name)


def _module_of(target: str, names: set[str]) -> str:
    while target and target not in names:
        target = target.rpartition(".")[0]
    return target


def short_functions(modules: Modules) -> Iterator[str]:
    """No function is longer than a screen and a bit."""
    for module in modules:
        for node in ast.walk(module.tree):
            if isinstance(node, Function) and (node.end_lineno or 0) - node.lineno >= FUNCTION_MAX_LINES:
                yield module.at(node, f"{node.name} is longer than {FUNCTION_MAX_LINES} lines")


def short_files(modules: Modules) -> Iterator[str]:
    """500 lines are the end."""
    for module in modules:
        if len(module.source.splitlines()) > FILE_MAX_LINES:
            yield module.at(module.tree, f"is longer than {FILE_MAX_LINES} lines")


def plain_names(modules: Modules) -> Iterator[str]:
    """No name that says nothing: of files, folders, classes or functions."""
    for module in modules:
        names: list[tuple[ast.AST, str]] = [(module.tree, module.name)]
        named = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        names += [(node, node.name) for node in ast.walk(module.tree) if isinstance(node, named)]
        for node, name in names:
            words = {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}
            if said := sorted(words & BANNED_WORDS):
                yield module.at(node, f"“{name}”: say what it is instead of “{said[0]}”")


def nothing_swallowed(modules: Modules) -> Iterator[str]:
    """Only a thread's top and Qt's excepthook catch everything. To clean up and raise again is no swallowing."""
    for module in modules:
        if module.path in SWALLOWING_ALLOWED:
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ExceptHandler) and _catches_all(node) and not _raises_again(node):
                yield module.at(node, "catches everything: name the exceptions that are foreseen")


def _catches_all(node: ast.ExceptHandler) -> bool:
    if node.type is None:
        return True
    types = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    return any(ast.unparse(one).split(".")[-1] in ("Exception", "BaseException") for one in types)


def _raises_again(node: ast.ExceptHandler) -> bool:
    only_base = node.type is not None and ast.unparse(node.type) == "BaseException"
    last = node.body[-1]
    return only_base and isinstance(last, ast.Raise) and last.exc is None


def _calls(module: Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.Call))


RULES: tuple[Rule, ...] = (
    known_parts,
    walls,
    libraries,
    one_sqlite,
    pure_core,
    one_clock,
    no_sleep,
    no_dynamic_imports,
    no_circles,
    short_functions,
    short_files,
    plain_names,
    nothing_swallowed,
)
