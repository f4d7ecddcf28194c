"""Una sala por archivo de pruebas y páginas de celular que anotan lo que no debe pasar."""

from collections.abc import Iterator
from typing import Any

import pytest
from votacion.sala import Sala


@pytest.fixture(scope="module")
def sala(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sala]:
    una = Sala(tmp_path_factory.mktemp("sala"))
    yield una
    una.cerrar()


@pytest.fixture
def celular(navegador: Any) -> Iterator[Any]:
    """Una página angosta y con dedo, como la de un teléfono."""
    contexto = navegador.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, locale="es-CL"
    )
    hoja = contexto.new_page()
    hoja.set_default_timeout(6_000)
    hoja.ajenas, hoja.fallas = [], []
    hoja.on("request", lambda r: "127.0.0.1" in r.url or hoja.ajenas.append(r.url))
    hoja.on("pageerror", lambda e: hoja.fallas.append(str(e)))
    hoja.on("console", lambda m: _es_falla(m) and hoja.fallas.append(m.text))
    yield hoja
    contexto.close()
    assert hoja.ajenas == []
    assert hoja.fallas == []


def _es_falla(mensaje: Any) -> bool:
    # Que un pedido no llegue es justo lo que algunas pruebas provocan.
    return mensaje.type == "error" and "Failed to load resource" not in mensaje.text
