#!/usr/bin/env bash
# El ciclo corto: estilo, tipos, flechas y pruebas sin navegador.
set -euo pipefail
: "${BIN:=.venv/bin}"
# Las pruebas no tocan las Mesas de quien las corre.
XDG_DATA_HOME=$(mktemp -d)
export XDG_DATA_HOME MESAS_BD="$XDG_DATA_HOME/mesas.sqlite"
trap 'rm -rf "$XDG_DATA_HOME"' EXIT
"$BIN/ruff" format --check .
"$BIN/ruff" check .
"$BIN/mypy"
"$BIN/lint-imports"
"$BIN/pytest" -q -n 2 --dist loadscope -m "not navegador and not completa" "$@"
"$BIN/python" tareas/tema.py --que-falta
