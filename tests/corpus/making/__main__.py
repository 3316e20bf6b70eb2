"""Writes a made archive: see the package."""

import argparse
from pathlib import Path

from tests.corpus.making import __doc__ as told
from tests.corpus.making import write

parser = argparse.ArgumentParser(
    prog="python -m tests.corpus.making", description=told, formatter_class=argparse.RawDescriptionHelpFormatter
)
parser.add_argument("number", type=int, help="how many articles")
parser.add_argument("-o", "--out", type=Path, required=True, metavar="FOLDER")
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--words", default="300-900", help="fewest and most words of an article, such as 300-900")
parser.add_argument("--files", type=int, default=1)
parser.add_argument("--gz", action="store_true", help="pack the articles")
parser.add_argument("--years", type=float, default=10, help="over how many years; fewer articles than five a day make it shorter")
given = parser.parse_args()
fewest, most = map(int, given.words.split("-"))
write(given.number, given.out, given.seed, words=(fewest, most), files=given.files, gz=given.gz, years=given.years)
