#!/usr/bin/env sh
# Writes the lock files anew from pyproject.toml: exact versions with hashes, for Python 3.11 and every newer one.
set -eu
cd "$(dirname "$0")/.."
options="--universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command tools/lock.sh --upgrade"
# shellcheck disable=SC2086
uv pip compile $options pyproject.toml --group build -o requirements.lock
# shellcheck disable=SC2086
uv pip compile $options pyproject.toml --group dev --constraint requirements.lock -o requirements-dev.lock
# shellcheck disable=SC2086
uv pip compile $options pyproject.toml --group build --extra postgres --constraint requirements.lock -o requirements-postgres.lock
