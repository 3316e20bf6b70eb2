"""What the source may not hold, read from its syntax trees."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
MODULES = sorted([*(ROOT / "timeline").rglob("*.py"), ROOT / "timeline_app.py"])
NO_CLOCK = ("article.py", "errors.py", "knowledge.py", "dates", "events", "table", "drawing", "intake")
MAY_KNOW_THE_TIME = {"timeline/intake/url.py"}  # it must end in time
CLOCKS = {"now", "today", "utcnow", "time", "localtime", "gmtime", "perf_counter", "monotonic"}
CLOCK_OWNERS = {"dt", "datetime", "date", "time"}
LOCALES = {"strftime", "strptime", "setlocale", "month_name", "month_abbr", "day_name", "day_abbr"}
DANGERS = {"eval", "exec", "st.html", "st.components.v1.html", "yaml.load", "os.system", "os.popen", "pickle.load", "pickle.loads"}


def named(module: Path) -> str:
    return str(module.relative_to(ROOT))


def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def calls(module: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call in a module with the name that is called, as it is written."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_every_module_opens_with_one_sentence(module: Path) -> None:
    said = ast.get_docstring(tree(module))
    assert said, "a module begins with a docstring"
    assert len(said.split("\n\n")[0]) < 400


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_no_module_holds_a_danger(module: Path) -> None:
    found = {name for name, _ in calls(module) if name in DANGERS}
    imported = {alias.name for node in ast.walk(tree(module)) if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree(module)) if isinstance(node, ast.ImportFrom)}
    found |= imported & {"pickle", "shelve", "marshal"}
    for name, call in calls(module):
        told = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
        found |= {f"{name}({key}=…)" for key in ("unsafe_allow_html",) if key in told}
        found |= {f"{name}({key}={value})" for key, value in told.items() if (key, value) in (("shell", "True"), ("verify", "False"))}
    assert not found


@pytest.mark.parametrize(
    "module",
    [
        module
        for module in MODULES
        if module.parent != ROOT and module.relative_to(ROOT / "timeline").parts[0] in NO_CLOCK and named(module) not in MAY_KNOW_THE_TIME
    ],
    ids=named,
)
def test_reading_drawing_and_saving_ask_no_clock(module: Path) -> None:
    asked = set()
    for name, _ in calls(module):
        owner, _, method = name.rpartition(".")
        if method in CLOCKS and owner.split(".")[-1] in CLOCK_OWNERS and name not in ("dt.time", "datetime.time"):
            asked.add(name)
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            asked.add("from time import …")
    assert not asked


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_no_module_takes_its_words_from_the_locale(module: Path) -> None:
    assert not {node.attr for node in ast.walk(tree(module)) if isinstance(node, ast.Attribute)} & LOCALES


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_modules_import_from_modules_not_from_the_package_as_a_whole(module: Path) -> None:
    """Its names are loaded by hand, past the contract of the layers and past mypy."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0
            if node.module == "timeline":
                assert all((ROOT / "timeline" / f"{alias.name}.py").exists() for alias in node.names)
        if isinstance(node, ast.Import):
            assert "timeline" not in {alias.name for alias in node.names}


@pytest.mark.parametrize("words", ["utils", "helpers", "core", "base", "manager", "misc"])
def test_no_file_is_a_drawer_for_leftovers(words: str) -> None:
    assert not [module for module in MODULES if module.stem == words or module.parent.name == words]
