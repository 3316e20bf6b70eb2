"""One store of each kind for the contract: SQLite in a folder, PostgreSQL on a server that is started for the tests alone."""

import datetime as dt
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from timeline.store.document import Document, Source
from timeline.store.limits import UNLIMITED, Limits
from timeline.store.opening import open_store
from timeline.store.store import Store

NOW = dt.datetime(2026, 3, 1, 12, 0, tzinfo=dt.UTC)
UNPRIVILEGED = 65534  # nobody: PostgreSQL does not run as root, and root may write where nobody else may


class Server:
    """A cluster of PostgreSQL in a folder of its own, reached by a socket in that folder and by no network."""

    def __init__(self, programs: Path) -> None:
        self.programs = programs
        self.made: set[str] = set()
        self.folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # a short path, as a socket must have
        self.user = {"user": UNPRIVILEGED, "group": UNPRIVILEGED, "extra_groups": []} if os.getuid() == 0 else {}
        if self.user:
            os.chown(self.folder, UNPRIVILEGED, UNPRIVILEGED)
        self._run("initdb", "-D", self.data, "-U", "timeline", "--auth=trust", "--encoding=UTF8", "--no-locale")
        self.start()

    @property
    def data(self) -> str:
        return str(self.folder / "data")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), *arguments]
        done = subprocess.run(
            command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, **self.user
        )
        assert done.returncode == 0, f"{program}: {done.stdout[-2000:]!r}"

    def start(self) -> None:
        options = f"-c listen_addresses= -c unix_socket_directories={self.folder} -c fsync=on -c shared_buffers=16MB -c log_statement=all"
        self._run("pg_ctl", "-D", self.data, "-w", "-t", "60", "-l", str(self.log), "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        self._run("pg_ctl", "-D", self.data, "-w", "-t", "60", "-m", mode, "stop")

    @property
    def log(self) -> Path:
        return self.folder / "log"

    def address(self, database: str) -> str:
        return f"postgresql://timeline@/{database}?unix_sock={self.folder}/.s.PGSQL.5432"

    def database(self, name: str = "tried") -> str:
        """The address of a database without tables, which costs a second to make and nothing to empty."""
        if name not in self.made:
            self._run("createdb", "-h", str(self.folder), "-U", "timeline", name)
            self.made.add(name)
        engine = sa.create_engine(sa.make_url(self.address(name)).set(drivername="postgresql+pg8000"), poolclass=sa.NullPool)
        with engine.begin() as connection:
            connection.exec_driver_sql("DROP SCHEMA public CASCADE")
            connection.exec_driver_sql("CREATE SCHEMA public")
        return self.address(name)

    def remove(self) -> None:
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)


def programs() -> Path | None:
    """Where PostgreSQL's own programs are: on the path, or where Debian puts them."""
    found = shutil.which("initdb")
    places = [Path(found).resolve().parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return places[-1] if places and (places[-1] / "initdb").exists() else None


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    where = programs()
    if where is None:
        assert not os.environ.get("CI"), "PostgreSQL is not installed, and on CI it must be: apt-get install postgresql"
        pytest.skip("PostgreSQL IS NOT INSTALLED: the store was not tried on it. Say: apt-get install postgresql")
    started = Server(where)
    yield started
    started.remove()


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new store can be, once on each kind of database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/kept/timelines.sqlite"
    return str(request.getfixturevalue("server").database())


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    opened = open_store(address, now=NOW)
    yield opened
    opened.close()


def later(**passed: float) -> dt.datetime:
    return NOW + dt.timedelta(**passed)


def doc(title: str = "Coups", text: str = "On 26 July 2023 soldiers seized power.", **more: object) -> Document:
    return Document(title, (Source(text, title=title),), **more)  # type: ignore[arg-type]


def limited(address: str, **limits: object) -> Store:
    return open_store(address, now=NOW, limits=Limits(**({"timelines": None, "size": None} | limits)))  # type: ignore[arg-type]


def program(code: str, *arguments: str, **more: object) -> "subprocess.Popen[str]":
    """Another program that runs some code from the folder of the repository."""
    root = Path(__file__).parent.parent.parent
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **more,  # type: ignore[call-overload]
    )


__all__ = ["NOW", "UNLIMITED", "doc", "later", "limited", "program"]
