#!/usr/bin/env bash
# Todo: estilo, tipos, flechas, pantalla, pruebas completas, cuadernos y navegador.
set -euo pipefail
: "${BIN:=.venv/bin}"
# Las pruebas no tocan las Mesas de quien las corre.
XDG_DATA_HOME=$(mktemp -d)
export XDG_DATA_HOME MESAS_BD="$XDG_DATA_HOME/mesas.sqlite"
trap 'rm -rf "$XDG_DATA_HOME"' EXIT
paso() { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; }
if ! command -v npm >/dev/null; then
  "$BIN/uv" pip install --quiet --python "$BIN/python" --require-hashes -r tareas/node.lock
  PATH="$PATH:$(pwd)/$BIN"
fi
paso "Estilo, tipos y flechas"
"$BIN/ruff" format --check .
"$BIN/ruff" check .
"$BIN/mypy"
"$BIN/lint-imports"
paso "Pantalla: tipos y pruebas"
(cd widgets/js && npm run --silent tipos && npm test --silent)
paso "Cuadernos de ejercicios, con sus salidas"
"$BIN/pytest" -q -n 2 --dist loadscope --nbval --nbval-cell-timeout=120 --nbval-kernel-name=python3 exercises/
paso "Cuadernos de los temas"
"$BIN/pytest" -q -n 2 --dist loadscope --nbval-lax --nbval-cell-timeout=120 --nbval-kernel-name=python3 notebooks/
paso "Paquete en un entorno limpio"
bash tareas/paquete.sh
paso "Pruebas sin navegador"
"$BIN/pytest" -q -n 2 --dist loadscope -m "not navegador"
paso "Pruebas en el navegador"
salida="$XDG_DATA_HOME/navegador.txt"
if ! "$BIN/pytest" -q -n 2 --dist loadscope -m navegador tests | tee "$salida"; then
  # Un navegador en una máquina ocupada puede atrasarse: lo que falló se repite solo, una vez, y se dice.
  mapfile -t falladas < <(sed -nE 's/^(FAILED|ERROR) ([^ ]+).*/\2/p' "$salida" | sort -u)
  paso "Segunda y última oportunidad: ${falladas[*]}"
  "$BIN/pytest" -q "${falladas[@]:?sin lista de lo que falló}"
fi
paso "Listo"
