# Each verb does one thing, the same on a laptop and in CI. `make` alone lists them.
MAKEFLAGS += --no-print-directory
PY = .venv/bin/python
IS_SOUND := $(shell $(PY) -c 'print("yes")' 2>/dev/null)
ENVIRONMENT = @python=$$(sh app/make/find-python) && "$$python" -m app.make.environment

.PHONY: verbs run web test check bench features soak apk ipa art lock clean again

verbs:
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

run: .venv/.runs ## build Firstbell and serve it (HOST, PORT, FIRSTBELL_HOME, FIRSTBELL_ENDPOINTS)
	@$(PY) -m app.make.run

web: .venv/.runs ## build the web app into build/web
	@$(PY) -m app.make.site

test: .venv/.develops ## all tests, also in Chromium and WebKit
	@$(PY) -m app.make.test

check: .venv/.develops ## format, lint, strict types, floors
	@$(PY) -m app.make.check

bench: .venv/.develops ## measure, each number beside its rival
	@$(PY) -m app.make.bench

features: .venv/.develops ## run the tests that show features and write docs/features.md
	@$(PY) -m app.make.test --features

soak: .venv/.develops ## the long tests: a thousand ends of power, and more
	@$(PY) -m app.make.test --soak

apk: .venv/.develops ## the Android app (needs the Flutter and Android tools)
	@$(PY) -m app.make.phone apk

ipa: .venv/.develops ## the iPhone app (needs a Mac with Xcode)
	@$(PY) -m app.make.phone ipa

art: .venv/.develops ## draw the icon's PNGs anew from its SVGs (needs Chromium)
	@$(PY) -m app.make.art

lock: .venv/.develops ## resolve the dependencies anew into the lock files
	@$(PY) -m app.make.lock

clean: ## remove what was built, not the environment
	rm -rf build assets/pictograms assets/fonts

.venv/.runs: requirements.lock $(if $(IS_SOUND),,again)
	$(ENVIRONMENT) requirements.lock $@

.venv/.develops: requirements-dev.lock $(if $(IS_SOUND),,again)
	$(ENVIRONMENT) requirements-dev.lock $@

again:
