"""The rulebook's fingerprint: what must be the same for two parts to have been read alike."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_READS = ("dates", "events", "table", "article.py", "knowledge.py", "intake/metadata.py", "intake/publication.py", "intake/language.py")


@cache
def fingerprint() -> str:
    """A hash of the code and the tables that read articles, and of the versions of the model that parses."""
    from timeline.events.model import MODELS
    from timeline.knowledge import folder

    package = Path(__file__).parent.parent
    paths = [path for name in _READS for path in ([package / name] if name.endswith(".py") else (package / name).rglob("*.py"))]
    told = hashlib.sha256()
    for path in [*sorted(paths), *sorted(folder().glob("*.csv"))]:
        told.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    for name in ("spacy", *MODELS):
        try:
            told.update(f"{name} {version(name.replace('_', '-'))}".encode())
        except PackageNotFoundError:
            continue
    return told.hexdigest()[:16]
