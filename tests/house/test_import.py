"""What `import timeline` costs and what it brings along."""

import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

import timeline

ROOT = Path(__file__).parent.parent.parent
HEAVY = ("pandas", "numpy", "spacy", "plotly", "streamlit", "dateparser", "fontTools", "PIL")


def python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60).stdout


def test_importing_the_package_imports_nothing_heavy() -> None:
    assert python(f"import sys, timeline; print([name for name in {HEAVY} if name in sys.modules])").strip() == "[]"


@pytest.mark.parametrize("arguments", [["--help"], ["tag", "seeds/niger-coup/article.txt"], ["rules"]], ids=["help", "tag", "rules"])
def test_a_command_imports_only_what_it_uses(arguments: list[str]) -> None:
    code = f"""
import contextlib, io, sys
from timeline.cli import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main({arguments!r})
print([name for name in ("pandas", "spacy", "plotly", "streamlit") if name in sys.modules])
"""
    assert python(code).strip() == "[]"


def test_importing_the_package_takes_no_time_to_speak_of() -> None:
    """Within 0.15 s of a bare interpreter, by a clock that is set by how long a known import takes on this machine."""
    code = "import time; t = time.perf_counter(); import {}; print(time.perf_counter() - t)"
    ours = median(float(python(code.format("timeline"))) for _ in range(5))
    known = median(float(python(code.format("argparse, json, decimal, email.message"))) for _ in range(5))
    assert ours < max(0.15, 10 * known)


@pytest.mark.parametrize("name", timeline.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(timeline, name) is not None


def test_a_name_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(AttributeError, match="module 'timeline' has no 'trace'; it has: Article"):
        _ = timeline.trace
