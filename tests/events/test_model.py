"""The door to spaCy: what it leaves out comes back when asked for, and its arithmetic changes no answer."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from timeline.events.model import MODELS, docs_of, pipeline

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def told(doc: Any) -> list[tuple[object, ...]]:
    """All that the program asks of a sentence."""
    return [(t.tag_, t.pos_, t.lemma_, str(t.morph), t.dep_, t.head.i, t.ent_type_, t.ent_iob_) for t in doc]


def test_the_command_line_of_spacy_is_left_out_until_somebody_wants_it():
    code = (
        "import sys; from timeline.events.model import pipeline; assert pipeline().pipe_names; assert 'spacy.cli' not in sys.modules\n"
        "import spacy; assert spacy.info(silent=True)['spacy_version'] == spacy.__version__; assert 'spacy.cli' in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_numpy_and_the_routines_of_spacy_find_the_same_grammar():
    if not pipeline().has_pipe("parser"):
        pytest.skip("no English model is installed")
    name = next(name for name in MODELS if pipeline().meta["name"] in name)
    paragraphs = [line for path in sorted(SEEDS.glob("*/article.txt")) for line in path.read_text("utf-8").splitlines() if line.strip()]
    for ours, theirs in zip(docs_of(paragraphs), import_module(name).load().pipe(paragraphs), strict=True):
        assert told(ours) == told(theirs)


def test_the_tag_map_says_what_the_ruler_says_of_words_that_its_patterns_name():
    if not pipeline().has_pipe("parser"):
        pytest.skip("no English model is installed")
    texts = [
        "There was nothin' left, and it ain't over.",
        "I'm gonna let's see if you've got ta go, y'all.",
        "Who did it? They have had to be there, but not that one.",
        "These days nobody is to blame,  and  he's not been told.",
    ]
    name = next(name for name in MODELS if pipeline().meta["name"] in name)
    for _ in range(2):  # the second time from memory
        for ours, theirs in zip(docs_of(texts), import_module(name).load().pipe(texts), strict=True):
            assert told(ours) == told(theirs)
