#!/usr/bin/env sh
# make_venv.sh PYTHON FOLDER: makes a virtual environment, and says clearly what is missing where it cannot.
set -eu
python=$1 folder=$2

if ! command -v "$python" >/dev/null 2>&1; then
    echo "Pobratim needs Python 3.11 or newer; '$python' is not there. On Debian and Ubuntu: apt install python3 python3-venv" >&2
    exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Pobratim needs Python 3.11 or newer; this is $("$python" -V). Name another one: make PYTHON=python3.12 …" >&2
    exit 1
fi
if "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    exec "$python" -m venv "$folder"
fi
if "$python" -m virtualenv --version >/dev/null 2>&1; then
    exec "$python" -m virtualenv --quiet "$folder"
fi
if command -v virtualenv >/dev/null 2>&1; then
    exec virtualenv --quiet --python "$python" "$folder"
fi
echo "Python's venv module is missing, and so is virtualenv. On Debian and Ubuntu: apt install python3-venv" >&2
exit 1
