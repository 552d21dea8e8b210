"""Loops are compiled with those that they call, and anew when any of them changes."""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from sherd.text import compiled as compiling
from sherd.text.compiled import compiled, has_compiler

FAR = "FACTOR = 3\ndef times(n):\n    return n * FACTOR\n"
NEAR = "from {package}.far import times\ndef total(n):\n    return times(n) + 1\n"


def family(package: str, far: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The nearer of two modules of one package, which calls the farther."""
    (folder / package).mkdir()
    for name, source in (("__init__", ""), ("far", far), ("near", NEAR.format(package=package))):
        (folder / package / f"{name}.py").write_text(source)
    monkeypatch.syspath_prepend(folder)
    return import_module(f"{package}.near")


@pytest.mark.parametrize("change", [("3", "4"), ("*", "+"), ("n * FACTOR", "n * FACTOR * 2")])
def test_loops_are_compiled_anew_when_a_number_or_function_of_a_neighbour_changes(
    change: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    near = family(f"loops_{abs(hash(change))}", FAR, tmp_path, monkeypatch)
    far = sys.modules[near.times.__module__]
    before = compiling._mark(near)
    exec(FAR, vars(far))
    near.times = far.times
    assert compiling._mark(near) == before
    exec(FAR.replace(*change), vars(far))
    near.times = far.times
    assert compiling._mark(near) != before


@pytest.mark.skipif(not has_compiler(), reason="Numba is not installed")
def test_a_compiled_loop_calls_the_compiled_loops_of_its_neighbours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    near = family("loops_to_compile", FAR, tmp_path, monkeypatch)
    assert compiled(near, "total")(2) == 7
    called = compiling._namespace(near, compiling._mark(near))["times"]
    assert called is not near.times
    assert called.py_func.__code__ is near.times.__code__
    assert len(called.signatures) == 1


@pytest.mark.skipif(not has_compiler(), reason="Numba is not installed")
def test_loops_that_become_part_of_their_callers_give_the_same_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    near = family("loops_inlined", FAR, tmp_path, monkeypatch)
    apart = compiling._mark(near)
    vars(sys.modules[near.times.__module__])["INLINED"] = True
    assert compiling._mark(near) != apart
    assert compiled(near, "total")(2) == 7
    called = compiling._namespace(near, compiling._mark(near))["times"]
    assert called.targetoptions["forceinline"]
    assert not compiled(near, "total").targetoptions["forceinline"]
