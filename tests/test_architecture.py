"""The walls of the house, held by reading the code and not by running it."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "plugins" / "rapport"

# docs/architecture.md shows the same table. A new room takes its place here first.
FLOORS = {
    "model": 0,
    "errors": 0,
    "doors": 0,
    "arrivals": 1,
    "settings": 2,
    "store": 2,
    "translation": 2,
    "people": 2,
    "conversation": 2,
    "importers": 2,
    "reports": 2,
    "sources": 3,
    "audit": 3,
    "pictures": 3,
    "building": 4,
    "cli": 5,
}
# The door of the whole house: Pelican calls it, and everybody may ask it for the version.
FRONT_DOOR = ("__init__", "__main__")

MODULES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {name_of(path): path for path in MODULES}


def room_of(name: str) -> str:
    """`rapport.audit.facts.links` is in the room `audit`."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(tree: ast.AST) -> Iterator[tuple[str, str | None, int]]:
    """(module, name or None, line) for every import, lazy ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, None, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((module, alias.name, node.lineno) for alias in node.names)


def inner_imports() -> Iterator[tuple[Path, str, str | None, int]]:
    """Every import of one of our modules: (file, module, name or None, line)."""
    for path, tree in MODULES.items():
        for module, name, line in imports(tree):
            if module == "rapport" and name is not None and f"rapport.{name}" in NAMES:
                yield path, f"rapport.{name}", None, line
            elif module == "rapport" or module.startswith("rapport."):
                yield path, module, name, line


def test_every_room_has_a_floor() -> None:
    rooms = {room_of(name) for name in NAMES} - set(FRONT_DOOR)
    assert rooms - set(FLOORS) == set(), "a room without a floor"
    assert set(FLOORS) - rooms == set(), "a floor without its room"


def test_imports_are_absolute() -> None:
    relative = [
        f"{short(path)}:{line}"
        for path, tree in MODULES.items()
        for module, _, line in imports(tree)
        if module.startswith(".")
    ]
    assert not relative, "\n".join(["", *relative])


def test_imports_only_go_down() -> None:
    upward = []
    for path, module, _, line in inner_imports():
        here, there = room_of(name_of(path)), room_of(module)
        if here in FRONT_DOOR or there in (here, "__init__"):
            continue
        if FLOORS[there] >= FLOORS[here]:
            upward.append(f"{short(path)}:{line} ({here}) imports {module} ({there})")
    assert not upward, "\n".join(["", *upward])


def test_other_rooms_are_entered_through_their_doors() -> None:
    inside = []
    for path, module, name, line in inner_imports():
        here, there = room_of(name_of(path)), room_of(module)
        if there in (here, "__init__"):
            continue
        if module.count(".") > 1 or f"{module}.{name}" in NAMES:
            inside.append(f"{short(path)}:{line} reaches into {module} for {name}")
    assert not inside, "\n".join(["", *inside])


def doors() -> list[Path]:
    return sorted(PACKAGE.glob("*/__init__.py"))


@pytest.mark.parametrize("door", doors(), ids=lambda path: path.parent.name)
def test_a_door_says_what_the_room_does_and_lists_what_it_gives(door: Path) -> None:
    tree = MODULES[door]
    assert len((ast.get_docstring(tree) or "").split()) > 10, "say what the room does"
    listed = [
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    ]
    assert listed, f"{short(door)} has no __all__"
    assert sorted(listed[0]) == sorted(set(listed[0])), "listed twice"


def test_what_is_taken_through_a_door_is_listed_there() -> None:
    listed = {
        name_of(door): next(
            (
                ast.literal_eval(node.value)
                for node in MODULES[door].body
                if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
            ),
            [],
        )
        for door in doors()
    }
    unlisted = [
        f"{short(path)}:{line} takes {name} from {module}"
        for path, module, name, line in inner_imports()
        if module in listed
        and room_of(name_of(path)) != room_of(module)
        and name is not None
        and name not in listed[module]
    ]
    assert not unlisted, "\n".join(["", *unlisted])


def test_no_module_imports_itself_in_the_end() -> None:
    graph: dict[str, set[str]] = {name: set() for name in NAMES}
    for path, module, name, _ in inner_imports():
        target = f"{module}.{name}" if f"{module}.{name}" in NAMES else module
        # The package's own door holds the version and loads the rest only when Pelican asks.
        if target in NAMES and target != "rapport" and name_of(path) != "rapport":
            graph[name_of(path)].add(target)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as fault:
        pytest.fail(" imports ".join(fault.args[1]))


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("pelican", {"building"}),
        ("click", {"cli"}),
        ("jinja2", {"building", "reports", "translation"}),
        ("babel", {"translation"}),
    ],
)
def test_only_one_room_knows(library: str, rooms: set[str]) -> None:
    strangers = [
        f"{short(path)}:{line}"
        for path, tree in MODULES.items()
        for module, _, line in imports(tree)
        if module.split(".")[0] == library and room_of(name_of(path)) not in rooms
    ]
    assert not strangers, "\n".join(["", *strangers])


def test_only_the_command_line_prints_reads_arguments_and_exits() -> None:
    banned = {"print", "input", "exit", "quit", "breakpoint", "SystemExit"}
    loose = []
    for path, tree in MODULES.items():
        if room_of(name_of(path)) in {"cli", "__main__"}:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in banned:
                loose.append(f"{short(path)}:{node.lineno} {node.id}")
            if isinstance(node, ast.Attribute) and ast.unparse(node) in {
                *("sys.argv", "sys.exit", "sys.stdout", "sys.stderr", "sys.stdin", "os._exit")
            }:
                loose.append(f"{short(path)}:{node.lineno} {ast.unparse(node)}")
    assert not loose, "\n".join(["", *loose])


def functions() -> Iterator[tuple[str, int]]:
    """Every function with its length in lines, the docstring left out."""
    for path, tree in MODULES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if ast.get_docstring(node) is not None:
                    length -= (node.body[0].end_lineno or 0) - node.body[0].lineno + 1
                yield f"{short(path)}:{node.lineno} {node.name}", length


def test_functions_are_short() -> None:
    lengths = dict(functions())
    assert {name: n for name, n in lengths.items() if n > 80} == {}
    assert median(lengths.values()) <= 10
    assert quantiles(lengths.values(), n=10)[8] <= 35


def test_files_are_short() -> None:
    counts = {short(path): path.read_text("utf-8").count("\n") for path in MODULES}
    assert {name: n for name, n in counts.items() if n > 400} == {}


def test_an_exemption_from_a_check_names_the_check_and_the_reason() -> None:
    unexplained = [
        f"{short(path)}:{number}: {line.strip()}"
        for path in MODULES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"#\s*(noqa|type:\s*ignore)", line)
        and not re.search(r"#\s*(noqa:\s*[A-Z]+\d+|type:\s*ignore\[[\w-]+\])", line)
    ]
    assert not unexplained, "\n".join(["", *unexplained])


def tracked() -> list[Path]:
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    names = [name for name in done.stdout.split("\0") if name]
    if not names:
        pytest.skip("not a git checkout: nothing says which files are the project's")
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def test_no_file_speaks_of_the_machine_it_was_written_on() -> None:
    home = re.compile(r"(?<![\w.:/~*-])/(?:home|root|Users|w" + r"ork)/[\w.]")
    beside = re.compile(r"\.\./sha" + r"red\b|\bDES" + r"IGN\.md")
    found = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", "ignore")
        for number, line in enumerate(text.splitlines(), 1):
            if home.search(line) or beside.search(line):
                found.append(f"{short(path)}:{number}: {line.strip()[:80]}")
    assert not found, "\n".join(["", *found])


def test_nothing_is_left_to_do() -> None:
    marks = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX)\b")
    found = [
        f"{short(path)}:{number}"
        for path in MODULES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if marks.search(line)
    ]
    assert not found, "\n".join(["", *found])
