# What one does with this project, by name. `make PAPER="annual 2024" look` draws the pages of any paper.

PYTHON ?= python3
BIN := .venv/bin
PAPER ?= annual 2024

.PHONY: help set-up test test-quick test-thorough lint format coverage look pictures release

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*  ## /\1\t/p' Makefile

set-up: .venv  ## an environment with everything that work here needs
.venv: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet -e '.[dev]'
	@touch .venv

test: .venv  ## all tests that the machine has the tools for
	$(BIN)/pytest

test-quick: .venv  ## in about a minute: without what takes long or starts LibreOffice, veraPDF or Open XML SDK
	$(BIN)/pytest --quick

test-thorough: .venv  ## those as well that differ little from others, for the night before a release
	$(BIN)/pytest --thorough

lint: .venv  ## what is looked at before a commit
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv  ## one layout of the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

coverage: .venv  ## all tests, and the lines that they do not reach
	$(BIN)/pytest --cov

look: .venv  ## the pages of PAPER as pictures in build/look, Word beside PDF
	rm -rf build/look && mkdir -p build/look
	$(BIN)/egci-report $(PAPER) --out build/look
	cd build/look && for file in *.docx; do soffice --headless --convert-to pdf --outdir word "$$file" >/dev/null; done
	cd build/look && for file in *.pdf; do pdftoppm -r 60 -png "$$file" "pdf-$${file%.pdf}"; done
	cd build/look && for file in word/*.pdf; do pdftoppm -r 60 -png "$$file" "word-$$(basename "$${file%.pdf}")"; done
	@ls build/look/*.png

pictures: .venv  ## the README's pictures of pages, from the records and the example
	$(BIN)/egci-report annual 2024 -q --format pdf --out build/pictures
	pdftoppm -r 72 -png -singlefile build/pictures/annual-2024.pdf docs/pages/annual-2024-page-1
	rm -rf build/example && $(BIN)/egci-report init -q --example build/example
	cd build/example && ../../$(BIN)/egci-report annual 2024 -q && ../../$(BIN)/egci-report briefing -q
	pdftoppm -r 72 -png -singlefile -f 2 build/example/reports/annual-2024.pdf docs/pages/example-annual-page-2
	for page in 1 9; do pdftoppm -r 72 -png -singlefile -f $$page build/example/reports/briefing-6.pdf docs/pages/example-briefing-page-$$page; done

release: .venv  ## the wheel and the source distribution in dist/
	rm -rf dist && $(BIN)/pip wheel --quiet --no-deps --wheel-dir dist . && $(BIN)/python -m hatchling build --target sdist
