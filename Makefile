# Dos órdenes para quien llega: make servir y make probar. Lo demás es para quien desarrolla.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
export PYTHONWARNINGS ?= ignore::DeprecationWarning:pip
FUENTES_JS := $(shell find widgets/js -path widgets/js/node_modules -prune -o -type f -not -path '*/.pruebas/*' -not -name fichas.ts -print)

.PHONY: servir probar revisar paquete tema capturas medir formato limpiar

servir: $(VENV)/.listo  ## Instala lo que falta y abre el kit
	$(BIN)/mesa servir

probar: $(VENV)/.desarrollo $(VENV)/.navegador  ## Instala lo que falta y corre todas las comprobaciones
	BIN=$(BIN) bash tareas/probar.sh

revisar: $(VENV)/.desarrollo  ## El ciclo corto: estilo, tipos, flechas y pruebas sin navegador
	BIN=$(BIN) bash tareas/revisar.sh

paquete: $(VENV)/.desarrollo $(VENV)/.navegador  ## Rueda → entorno limpio lejos de aquí → diagnóstico → una página servida
	BIN=$(BIN) bash tareas/paquete.sh

tema: $(VENV)/.desarrollo  ## make tema NOMBRE=13_rendicion_de_cuentas TITULO="Rendición de cuentas"
	$(BIN)/python tareas/tema.py "$(NOMBRE)" "$(TITULO)"

capturas: $(VENV)/.desarrollo $(VENV)/.navegador  ## Vuelve a sacar las capturas del README
	$(BIN)/python tests/navegador/capturas.py

medir: $(VENV)/.desarrollo $(VENV)/.navegador  ## Corre las mediciones de bench/, una tras otra
	for f in bench/bench_*.py; do echo "== $$f"; $(BIN)/python $$f || exit 1; done

formato: $(VENV)/.desarrollo
	$(BIN)/ruff format . && $(BIN)/ruff check --fix .

limpiar:
	rm -rf $(VENV) dist widgets/js/node_modules widgets/mesa_territorial_widgets/estatico

$(UV):
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Se necesita Python 3.11 o posterior.")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tareas/uv.lock

$(VENV)/.listo: $(UV) requirements.lock pyproject.toml hatch_build.py $(FUENTES_JS)
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --editable .
	touch $@

$(VENV)/.desarrollo: $(VENV)/.listo requirements-desarrollo.lock
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements-desarrollo.lock
	touch $@

$(VENV)/.navegador: $(VENV)/.desarrollo tareas/navegador.sh
	BIN=$(BIN) bash tareas/navegador.sh
	touch $@
