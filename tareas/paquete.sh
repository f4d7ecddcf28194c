#!/usr/bin/env bash
# Arma la rueda, la instala en un entorno limpio lejos del repositorio y comprueba que sirve una página.
set -euo pipefail
: "${BIN:=.venv/bin}"
aqui=$(pwd)
lejos=$(mktemp -d)
trap 'rm -rf "$lejos"' EXIT
"$BIN/uv" build --quiet --wheel --out-dir "$lejos/rueda" .
"$BIN/uv" venv --quiet --python "$BIN/python" "$lejos/entorno"
"$BIN/uv" pip install --quiet --python "$lejos/entorno/bin/python" --require-hashes -r requirements.lock
"$BIN/uv" pip install --quiet --python "$lejos/entorno/bin/python" --no-deps "$lejos"/rueda/*.whl
cd "$lejos"
MESAS_BD="$lejos/datos/mesas.sqlite" "$lejos/entorno/bin/mesa" diagnostico
"$lejos/entorno/bin/python" -c "
import mesa_territorial, mesa_territorial_widgets, pathlib
assert pathlib.Path(mesa_territorial.__file__).is_relative_to('$lejos'), 'se usó el repositorio'
"
cd "$aqui"
