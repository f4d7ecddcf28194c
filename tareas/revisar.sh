#!/usr/bin/env bash
# El ciclo corto: estilo, tipos, flechas y pruebas sin navegador.
set -euo pipefail
"$BIN/ruff" format --check .
"$BIN/ruff" check .
"$BIN/mypy"
"$BIN/lint-imports"
"$BIN/pytest" -q -n 2 --dist loadscope -m "not navegador and not completa" "$@"
