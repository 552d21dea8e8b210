"""The rooms of the house: who may import whom, and which rooms never touch a disk, a socket or a clock."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "sherd"
STAGES = ("record", "identify", "compare", "attribute", "trace", "claims", "publish")
PURE = ("model", "text", "journal", *STAGES)
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
LAYERS, FORBIDDEN = CONTRACTS

EDGE = {
    "os",
    "shutil",
    "tempfile",
    "glob",
    "fileinput",
    "mmap",
    "fcntl",
    "signal",
    "multiprocessing",
    "threading",
}
EDGE |= {
    "asyncio",
    "http",
    "ftplib",
    "smtplib",
    "socketserver",
    "select",
    "ctypes",
    "time",
    "random",
    "locale",
}
EDGE |= {"urllib.request", "importlib.resources", "zoneinfo"} | set(FORBIDDEN["forbidden_modules"])
CALLS = {"open", "input", "print", "exec", "eval", "breakpoint", "__import__", "hash"}
METHODS = {
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "iterdir",
    "rglob",
    "mkdir",
    "unlink",
    "rmdir",
}
METHODS |= {"touch", "is_file", "is_dir", "now", "utcnow", "today"}
PATHS = {"Path", "PosixPath", "WindowsPath"}


def breaches(source: str) -> Iterator[str]:
    """What a pure module must not do, as ``line: what``."""
    for node in ast.walk(ast.parse(source)):
        for what in _breach(node):
            yield f"{getattr(node, 'lineno', 0)}: {what}"


def _breach(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Import(names=names):
            yield from (f"imports {name.name}" for name in names if _is_edge(name.name))
            yield from ("imports pathlib whole" for name in names if name.name == "pathlib")
        case ast.ImportFrom(module=str(module), level=0, names=names):
            if _is_edge(module):
                yield f"imports {module}"
            yield from (f"imports {name.name}" for name in names if _is_edge(f"{module}.{name.name}"))
            if module == "pathlib":
                yield from (f"imports {name.name}" for name in names if name.name in PATHS)
            if module == "io":
                yield from ("imports io.open" for name in names if name.name in {"open", "FileIO"})
        case ast.Call(func=ast.Name(id=name)) if name in CALLS:
            yield f"calls {name}()"
        case ast.Call(func=ast.Attribute(value=ast.Name(id="io"), attr="open" | "FileIO")):
            yield "calls io.open()"
        case ast.Call(func=ast.Attribute(attr=name)) if name in METHODS:
            yield f"calls .{name}()"


def _is_edge(module: str) -> bool:
    parts = module.split(".")
    return any(".".join(parts[:n]) in EDGE for n in range(1, len(parts) + 1))


def modules(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (SRC / room).rglob("*.py"))


@pytest.mark.parametrize("path", modules(*PURE), ids=lambda path: str(path.relative_to(SRC)))
def test_a_pure_room_opens_no_file_no_socket_and_reads_no_clock(path: Path) -> None:
    assert list(breaches(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "open('x')",
        "import os",
        "import os.path as p",
        "from os import path",
        "from pathlib import Path",
        "import pathlib",
        "import io\nio.open('x')",
        "import sqlalchemy.engine",
        "from sqlalchemy import text",
        "import socket",
        "from urllib.request import urlopen",
        "from urllib import request",
        "import openpyxl",
        "def f():\n    import click",
        "folder.read_bytes()",
        "datetime.now()",
        "date.today()",
        "hash('x')",
    ],
)
def test_the_walk_through_a_pure_room_sees_what_is_forbidden(source: str) -> None:
    assert list(breaches(source))


@pytest.mark.parametrize(
    "source",
    [
        "from pathlib import PurePosixPath",
        "import io\nio.BytesIO(b'')",
        "from urllib.parse import quote",
        "import csv",
    ],
)
def test_the_walk_through_a_pure_room_lets_pass_what_touches_nothing(source: str) -> None:
    assert list(breaches(source)) == []


def test_only_data_reads_the_shipped_tables() -> None:
    readers = [
        path for path in modules(*PURE, "data") if "importlib.resources" in path.read_text(encoding="utf-8")
    ]
    assert readers == [SRC / "data" / "__init__.py"]


def test_every_pure_room_is_under_the_contract_that_forbids_edges() -> None:
    rooms = {f"sherd.{room}" for room in (*PURE, "data") if (SRC / room / "__init__.py").exists()}
    assert set(FORBIDDEN["source_modules"]) == rooms


def test_every_room_has_its_place_in_the_layers() -> None:
    placed = {name.strip(" ()") for layer in LAYERS["layers"] for name in layer.split("|")}
    rooms = {path.stem for path in SRC.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rooms - {"__init__", "__main__"} <= placed


def test_every_room_is_described_on_the_architecture_page() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    described = set(re.findall(r"^\| `([a-z]+)` \| \S", page, re.MULTILINE))
    rooms = {path.stem for path in SRC.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert described == rooms - {"__init__", "__main__"}


def test_the_layers_are_those_of_the_architecture_page() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for layer in LAYERS["layers"]:
        words = " | ".join(name.strip(" ()") for name in layer.split("|"))
        assert words in page, f"docs/architecture.md does not show the layer {words!r}"


def test_import_sherd_brings_in_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import sherd; print(sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['sherd']"


@pytest.mark.parametrize("path", modules("."), ids=lambda path: str(path.relative_to(SRC)))
def test_a_module_opens_with_words_that_an_investigator_understands(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_a_module_can_be_read_at_one_sitting() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules(".")}
    long = {str(path.relative_to(SRC)): length for path, length in lengths.items() if length > 350}
    assert len(long) <= len(lengths) / 10, f"more than one module in ten holds more than one thing: {long}"
    assert max(lengths.values()) <= 500, long


@pytest.mark.parametrize("path", modules("."), ids=lambda path: str(path.relative_to(SRC)))
def test_nothing_is_named_after_nothing(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    names = [path.stem, *(node.name for node in ast.walk(tree) if isinstance(node, kinds))]
    empty = {"manager", "helper", "helpers", "util", "utils", "handle", "misc", "process_data"}
    assert [name for name in names if name.lower() in empty or name.endswith(("Manager", "Helper"))] == []
