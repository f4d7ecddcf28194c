"""Un archivo oficial dañado se lee o se rechaza con una frase; nunca deja una traza."""

import random
from collections import Counter
from itertools import count

import pytest
from intercambio.mutador import danar
from intercambio.oficiales import recortes

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.intercambio.oficiales import Eleccion, importar_oficial, leer_oficial

CENSO = [["Código comuna", "Población censada"], [5101, 3], [5109, 4], [5102, 5]]
ARCHIVOS = (
    ("indicadores_2024.csv", recortes.INDICADORES.encode()),
    ("campamentos_2024.csv", recortes.CAMPAMENTOS.encode()),
    ("censo.xlsx", recortes.libro({"2": CENSO})),
    ("sae.xlsx", recortes.pobreza()),
    ("sinim.xls", recortes.sinim()),
    ("catastro_2024.geojson", recortes.geojson()),
)  # fmt: skip
MESA = Mesa(id="m", nombre="Los Aromos", territorio=Territorio(cut_comuna="05101"))


def _recorrer(nombre: str, contenido: bytes) -> str:
    """Lee, elige todo e importa: «leído» o «rechazado»; cualquier otra falla se levanta."""
    numeros = count()
    try:
        archivo = leer_oficial(nombre, contenido)
        elegidos = [
            Eleccion(clave=c.clave, nombre=c.nombre or "x", unidad="u", anio=2024, fuente="f")
            for c in archivo.candidatos
            if set(c.valores) & {"05101", "05109", "05102"}
        ]
        importar_oficial(
            MESA,
            archivo,
            elegidos,
            campamentos=bool(archivo.campamentos and archivo.anio_del_catastro),
            crear_id=lambda: f"x{next(numeros)}",
        )
    except ReglaRota as regla:
        assert str(regla).endswith("."), regla
        return "rechazado"
    return "leído"


@pytest.mark.parametrize(("nombre", "contenido"), ARCHIVOS, ids=[n for n, _ in ARCHIVOS])
def test_el_archivo_sano_se_importa(nombre, contenido):
    assert _recorrer(nombre, contenido) == "leído"


@pytest.mark.parametrize(("nombre", "contenido"), ARCHIVOS, ids=[n for n, _ in ARCHIVOS])
def test_cuarenta_danos_no_dejan_trazas(nombre, contenido):
    hubo = Counter(_recorrer(nombre, danar(contenido, random.Random(n))) for n in range(40))

    assert sum(hubo.values()) == 40
