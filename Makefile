# Everything that is done with this checkout. `make` alone lists it. Every target may be run again: what is done is not redone.
SWIFT ?= swift
PYTHON ?= python3
ARTICLE ?= Docs/examples/talks.txt
# What is known of the article besides its text.
ABOUT ?= $(if $(filter Docs/examples/talks.txt,$(ARTICLE)),--outlet RegioNews --published 2025-12-16 \
	--title "После Берлина: что стороны говорят о мирном плане")
SECONDS ?= 60
# Annotated articles, where they lie beside the checkout.
SHARED ?= ../shared

WHEELS := .build/wheels
LETOPIS := .build/release/letopis
PACKS := Share/models/manifest.json

.PHONY: help setup models build demo test bench evaluate format lint fuzz pictures clean
.DEFAULT_GOAL := help

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile | expand -t 18

setup: ## Install the system packages that are missing
	@.ci/setup

models: $(PACKS) ## Fetch the published models and make the packs in Share/models

$(PACKS): Training/requirements.txt Training/fetch $(wildcard Training/*.py) | setup
	@Training/fetch $(WHEELS)
	@$(PYTHON) Training/models.py $(WHEELS) Share/models
	@touch $@

# Swift's library is linked in: the program starts faster, and runs where no Swift is installed. (The toolchain's own linker, since others warn of that library.)
build: setup ## Build the program, optimised: .build/release/letopis
	@$(SWIFT) build -c release --product letopis --static-swift-stdlib -Xswiftc -use-ld=lld

demo: models build ## Read one article: make demo ARTICLE=FILE
	@$(LETOPIS) read $(ABOUT) "$(ARTICLE)"

test: models ## Build everything and run all tests
	@$(SWIFT) build --build-tests
	@$(SWIFT) test --skip-build

bench: models build ## Compare speed and memory with natasha, both on one core
	@Benchmarks/bench $(LETOPIS) $(SHARED)

evaluate: models build ## Score the reading of the annotated articles
	@Evaluation/evaluate $(LETOPIS) $(SHARED)

format: ## Lay out the sources
	@$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

lint: ## Say what `make format` would change
	@$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

fuzz: models build ## Feed damaged bytes and articles: SECONDS of each (60)
	@Fuzz/run $(SECONDS)
	@$(PYTHON) Evaluation/fuzz $(LETOPIS) Docs/examples $(SHARED)/gold/ru-dev --seconds $(SECONDS)

pictures: models build ## Draw the pictures of Docs/pictures anew
	@PATH="$(CURDIR)/.build/release:$$PATH" Docs/pictures/draw --lines 47 Docs/pictures/read.svg \
		"letopis read --outlet RegioNews --published 2025-12-16 Docs/examples/talks.txt"
	@PATH="$(CURDIR)/.build/release:$$PATH" Docs/pictures/draw Docs/pictures/analyse.svg \
		"echo 'Посол сообщил изданию, что разговор в Женеве был полезным.' | letopis analyse"

clean: ## Remove what was built; the packs and the fetched models stay
	@$(SWIFT) package clean
	@rm -rf .build/evaluation .build/bench
