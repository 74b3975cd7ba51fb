# Two words are enough: `make run` and `make test`. All that a machine needs beforehand is python3 (3.11 or newer) and make.
PYTHON ?= python3

.PHONY: help trust trust-quick trust-replay run test check bench lock build seed token generate words clean
.DEFAULT_GOAL := help

help:
	@echo "make run        start Carillon with its demo, and everything it needs, until Ctrl-C"
	@echo "make test       run all tests: Python, web, browser"
	@echo "make trust      prove that no post is lost or doubled, with crashes of everything (40 minutes; make trust-quick: 8 minutes)"
	@echo "make trust-replay SEED=123   try the same again"
	@echo "make check      lint, types, floors, migrations, API client, translations"
	@echo "make bench      measure: speed against a bare loop, lateness, memory (ONLY=burst,steady for some)"
	@echo "make build      install and build, without starting"
	@echo "make seed       fill a running demo that is empty"
	@echo "make token EMAIL=planner@demain-morgen.example   print an API token of the demo"
	@echo "make generate   write the web app's client anew from the API"
	@echo "make words      collect the server's texts for translation into locale/"
	@echo "make lock       write the exact versions in requirements/ anew from pyproject.toml"
	@echo "make clean      remove what was installed and built; the data stay"

run test check lock build seed generate words clean:
	@exec $(PYTHON) -m bootstrap $@

bench:
	@exec $(PYTHON) -m bootstrap bench $(ONLY)

token:
	@exec $(PYTHON) -m bootstrap token $(EMAIL)

trust trust-quick trust-replay:
	@exec $(PYTHON) -m bootstrap $@ $(if $(SEED),--seed $(SEED)) $(TRUST)
