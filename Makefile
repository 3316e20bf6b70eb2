# The one interface for people and machines: make setup, app, test, soak, load, score, bench, bench-corpus, golden, lint, docs, pictures, gallery, lock, clean.
PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
# What installs: uv, itself from pip with its hash checked; where there is no uv for a machine, stock pip does it, more slowly.
INSTALL = if [ -x $(BIN)/uv ]; then $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r $(1); \
	else $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1); fi

.PHONY: setup app test soak load score bench bench-corpus golden lint docs pictures gallery lock wheel clean

setup: .venv/tested

# Once made, .venv is made again only where a lock has changed.
.venv/made: .ci/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Timeline needs Python 3.11 or newer, not " + sys.version.split()[0] + ". Say for example: make $@ PYTHON=python3.12")'
	@echo "Making .venv …"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .ci/uv.txt || echo "No uv for this machine; pip will do."
	@touch $@

.venv/installed: .venv/made requirements.txt
	@echo "Installing what the page needs …"
	@$(call INSTALL,requirements.txt)
	@touch $@

.venv/tested: .venv/installed tests/requirements.txt
	@echo "Installing what the tests need …"
	@$(call INSTALL,tests/requirements.txt)
	@touch $@

app: .venv/installed
	@$(BIN)/python -m timeline serve --port $(PORT)

# Several at a time, which share nothing.
test: .venv/tested
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

# Those that are killed, bombed and guessed run two at a time; those that measure time and memory run alone.
KILLED = tests/corpus tests/intake tests/page tests/store
soak: .venv/tested
	$(BIN)/python -m pytest -m soak --numprocesses 2 --dist worksteal $(KILLED)
	$(BIN)/python -m pytest -m soak $(KILLED:%=--ignore=%)

# ARGS="--sessions 20 --rounds 5" for another number of visitors.
load: .venv/tested
	@PYTHONPATH=. $(BIN)/python -m tests.measure.load $(ARGS)

# ARGS=--raise raises the floors, ARGS=--own leaves the corpora out.
score: .venv/tested
	@$(BIN)/python -m tests.measure.score $(ARGS)

# ARGS=--short leaves long texts and other programs out. HeidelTime goes into build/, where Java and Perl are found.
bench: .venv/tested
	@$(BIN)/python -m tests.measure.bench $(ARGS)

# ARGS="--articles 200 --rows 20000" for a small archive.
bench-corpus: .venv/tested
	@PYTHONPATH=. $(BIN)/python -m tests.measure.corpus $(ARGS)

golden: .venv/tested
	$(BIN)/python -m pytest tests/test_seeds.py --golden

lint: .venv/tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: .venv/installed
	PYTHONPATH=. $(BIN)/python docs/generate.py

gallery: .venv/tested
	@PYTHONPATH=. $(BIN)/python docs/gallery.py $(ARGS)

pictures: .venv/installed
	PYTHONPATH=. $(BIN)/python docs/pictures.py

wheel: .venv/tested
	$(BIN)/python -m build --wheel --no-isolation

# Versions move only here, and both locks move together.
LOCK = $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
	--custom-compile-command "make lock" --quiet
lock: .venv/made
	$(LOCK) -o requirements.txt
	$(LOCK) --extra test --extra pdf --extra postgres --extra dask -c requirements.txt -o tests/requirements.txt

clean:
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
