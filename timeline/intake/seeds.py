"""The seeds: articles written for this project, which the page shows in its gallery and the tests read."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from timeline.article import Article
from timeline.intake.source import from_file

# A wheel carries the seeds in the package; a checkout has them beside it.
_FOLDERS = (Path(__file__).parent.parent / "seeds", Path(__file__).parent.parent.parent / "seeds")


@dataclass(frozen=True, slots=True)
class Seed:
    """One article of the gallery; `folder` holds article.txt, article.toml and timeline.csv."""

    slug: str
    title: str
    summary: str
    style: str
    folder: Path

    @property
    def article(self) -> Article:
        """The article itself, read from its folder."""
        return from_file(self.folder / "article.txt")


@cache
def seeds() -> tuple[Seed, ...]:
    """All seeds, by name; none where the folder is missing."""
    folder = next((folder for folder in _FOLDERS if folder.is_dir()), None)
    if folder is None:
        return ()
    return tuple(_seed(path.parent) for path in sorted(folder.glob("*/article.toml")))


def _seed(folder: Path) -> Seed:
    told = tomllib.loads((folder / "article.toml").read_text(encoding="utf-8"))
    return Seed(folder.name, told["title"], told.get("summary", ""), told.get("style", ""), folder)
