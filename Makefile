# On a fresh machine `make report` and `make test` need nothing but Python 3.11 or newer.
# Without make (Windows): `py tools/bootstrap.py`, then `.venv\Scripts\marktscan report`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run dev report test fuzz extreme lint bench docs pictures goldens coverage locks

run: ; @$(PYTHON) tools/bootstrap.py
dev: ; @$(PYTHON) tools/bootstrap.py --dev

# exit code 1 of marktscan means: the reports are made, and there are findings to solve
report: run ; @$(BIN)/marktscan report || [ $$? -eq 1 ]
test: dev ; @$(BIN)/pytest -n auto --dist loadgroup
# so many seconds of damaged files, others every time
SECONDS ?= 600
fuzz: dev ; @$(BIN)/python -W error tests/fuzzing.py $(SECONDS) $$(date +%s)
# the largest reports a group could ever make: some minutes
extreme: dev ; @MARKTSCAN_EXTREME=1 $(BIN)/pytest -n auto --dist loadgroup tests/extreme
lint: dev ; @$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy
bench: dev ; @$(BIN)/python benchmarks/bench.py
docs: dev ; @$(BIN)/python -m tools.docs
pictures: dev ; @$(BIN)/python -m tools.pictures
# how every chapter looks, after a change of the layout that is meant
goldens: dev ; @PYTHONPATH=.:tests $(BIN)/python tests/reporting/golden.py
coverage: dev ; @$(BIN)/pytest -n auto --dist loadgroup --cov --cov-fail-under=95
# newer versions of everything, for every platform, with hashes: needs uv, and a look at what changed
LOCK := uv pip compile --quiet --universal --upgrade --generate-hashes --no-header --python-version 3.11
locks:
	@$(LOCK) pyproject.toml --group build -o locks/run.txt
	@$(LOCK) pyproject.toml --group build --group dev -c locks/run.txt -o locks/dev.txt
	@$(LOCK) --group bench -o locks/bench.txt
