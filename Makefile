# Every target works without an activated environment. `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin
# Those of knowledge/; of another folder, its own questions.yaml.
QUESTIONS ?= $(if $(KNOWLEDGE_DIR),,tests/data/questions.jsonl)

.PHONY: help run test lint setup ask chat check check-deep schema impact evaluate evaluate-noise evaluate-ways bench faults load renewals pictures lock

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1 — /'

.venv/.run: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

.venv/.dev: .venv/.run requirements-dev.txt
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

setup: .venv/.dev ## make .venv with everything that running and testing need

run: .venv/.run ## run the bot: the web page, and Telegram with TELEGRAM_BOT_TOKEN
	@exec $(BIN)/python -m bot serve

ask: .venv/.run ## ask one question: make ask Q="어디서 하나요?" [NOW=2020-09-25T14:22]
	@$(BIN)/python -m bot ask $${NOW:+--now "$$NOW"} $${Q:+-- "$$Q"}

chat: .venv/.run ## talk to the bot in this terminal
	@$(BIN)/python -m bot chat

check: .venv/.run ## check the knowledge folder
	@$(BIN)/python -m bot check

check-deep: .venv/.run ## check the knowledge folder, and ask the questions of its questions.yaml
	@$(BIN)/python -m bot check --deep

schema: .venv/.run ## write knowledge/schema, by which editors complete and explain the knowledge
	@$(BIN)/python -m bot schema

impact: .venv/.run ## show which answers change by what was edited: make impact [FROM=main]
	@$(BIN)/python -m bot impact $(if $(FROM),--from $(FROM))

evaluate: .venv/.run ## score the answers to the question table
	@$(BIN)/python -m bot evaluate $(QUESTIONS)

bench: .venv/.dev ## measure how fast the answers are, beside a plain comparison of strings
	@$(BIN)/python -m tools.bench

evaluate-noise: .venv/.run ## score noisy forms of the table's Korean questions
	@$(BIN)/python -m tools.noise $(or $(QUESTIONS),tests/data/questions.jsonl)

evaluate-ways: .venv/.run ## score plain questions in many words, of every seminar at hand
	@$(BIN)/python -m tools.ways

faults: .venv/.dev ## let everything fail that can, and write docs/faults.md (six minutes)
	@$(BIN)/python -m tools.faults

.venv-load/.made: requirements-load.txt
	$(PYTHON) -m venv .venv-load
	.venv-load/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements-load.txt
	touch $@

load: .venv/.dev .venv-load/.made ## measure the whole way beside other bots, and write docs/performance.md (ten minutes)
	@$(BIN)/python -m tools.load

test: .venv/.dev ## run all tests
	@scripts/ensure-chromium
	$(BIN)/python -m pytest -n auto

lint: .venv/.dev ## ruff check, ruff format --check, mypy strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

renewals: .venv/.run ## save a file fifty times: time until it answers, pauses, memory
	@$(BIN)/python -m tools.renewals

pictures: .venv/.dev ## draw the pictures of README.md and docs/ anew
	@scripts/ensure-chromium
	@$(BIN)/python -m tools.pictures

lock: .venv/.dev ## lock the dependencies of pyproject.toml anew
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --extra dev pyproject.toml -o requirements-dev.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --extra load pyproject.toml -o requirements-load.txt
