"""What is installed is exactly known, and what is shipped is whole."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LOCKS = [
    ROOT / "requirements.txt",
    ROOT / "tests" / "requirements.txt",
    ROOT / ".ci" / "uv.txt",
    ROOT / "tests" / "measure" / "heideltime.txt",
]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pins(lock: Path) -> dict[str, set[str]]:
    """The versions that a lock gives to each package."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: str(lock.relative_to(ROOT)))
def test_every_package_of_a_lock_has_one_version_and_hashes_and_no_address(lock: Path) -> None:
    blocks = re.sub(r"\\\n\s*", "", lock.read_text(encoding="utf-8")).splitlines()
    wanted = [line for line in blocks if line and not line.lstrip().startswith("#")]
    assert wanted
    for line in wanted:
        assert re.match(r"[a-z0-9-]+==\S+ ", line), line[:80]
        assert "--hash=sha256:" in line, line[:80]
        assert "://" not in line and "--" not in re.sub(r"--hash=sha256:[0-9a-f]{64}", "", line), line[:80]


def test_the_project_asks_for_exact_versions_and_the_locks_have_them() -> None:
    asked = [(line, LOCKS[0]) for line in PROJECT["dependencies"]]
    asked += [(line, LOCKS[1]) for lines in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()) for line in lines]
    for line, lock in asked:
        name, _, version = line.split(" ;")[0].partition("==")
        assert version, f"{line} is no exact version"
        assert version in pins(lock)[name], f"{line} is not what {lock.name} has; run: make lock"


def test_the_tests_run_with_what_the_page_runs_with() -> None:
    tested = pins(LOCKS[1])
    assert {name: tested[name] for name in pins(LOCKS[0])} == pins(LOCKS[0])


@pytest.mark.soak
def test_a_wheel_builds_and_carries_data_seeds_and_the_command(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, timeout=300)
    (wheel,) = tmp_path.glob("*.whl")
    folder = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
        packed.extractall(folder)
    for path in [*(ROOT / "data").glob("*.csv"), *(ROOT / "seeds").rglob("*.*")]:
        assert f"timeline/{path.relative_to(ROOT)}" in names
    entry = next(name for name in names if name.endswith("entry_points.txt"))
    assert "timeline = timeline.cli:main" in (folder / entry).read_text(encoding="utf-8")
    code = (
        "import timeline, timeline.intake.seeds as s, timeline.knowledge as k; "
        "print(timeline.__file__, len(s.seeds()) > 4, len(k.leaders()) > 0, len(timeline.extract(s.seeds()[0].article.text)) > 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.stdout.split() == [str(folder / "timeline" / "__init__.py"), "True", "True", "True"], done.stderr


def test_the_sentence_that_says_how_to_get_a_pdf_names_the_pinned_version() -> None:
    pinned = [
        line
        for line in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]["pdf"]
        if "kaleido" in line
    ]
    for path in ("timeline/drawing/printing.py", "docs/exports.md", "README.md"):
        assert f"pip install {pinned[0]}" in (ROOT / path).read_text("utf-8"), path
