"""Una Mesa con todo lo que los temas pueden guardar, hecha desde los esquemas."""

from typing import Any

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas import Campo, Esquema, esquemas
from mesa_territorial.ordenes import preparar


def campos_de(esquema: Esquema) -> list[Campo]:
    return [c for c in esquema.campos if not c.calculado]


def valor(campo: Campo, actor: str, texto: str = "Algo") -> Any:
    """Uno que sirve para el campo; si cita actores, ``actor``, y si se escribe, ``texto``."""
    primera = next(iter(campo.opciones), "")
    numero = next((x for x in (campo.maximo, campo.minimo) if x is not None), 1)
    largo = campo.largo or (4_000 if campo.clase == "largo" else 200)
    return {
        "texto": texto[:largo],
        "largo": f"{texto} más largo"[:largo],
        "numero": numero,
        "entero": int(numero),
        "opcion": primera,
        "opciones": [primera],
        "sino": True,
        "fecha": "2026-03-14",
        "hora": "10:30",
        "actor": actor,
        "actores": [actor],
    }[campo.clase]


def editables(esquema: Esquema, texto: str = "Algo") -> dict[str, Any]:
    """Un valor por campo. Cada uno cita a otro actor: una ficha puede prohibir que se repitan."""
    return {c.clave: valor(c, f"A{n:02}", texto) for n, c in enumerate(campos_de(esquema), start=2)}


def agregar(
    mesa: Mesa, esquema: Esquema, texto: str = "Algo", id_ficha: str = "f1"
) -> tuple[str, Mesa, str]:
    """La frase, la Mesa con una ficha completa y el id de la ficha."""
    id_ficha = "A01" if esquema.por_actor else next(iter(esquema.fijas), id_ficha)
    lugar = {"seccion": esquema.seccion, "coleccion": esquema.coleccion, "id": id_ficha}
    frase, transicion = preparar(
        "poner_ficha", mesa, {**lugar, "campos": editables(esquema, texto)}
    )
    return frase, transicion(mesa), id_ficha


def llenar(mesa: Mesa, texto: str) -> Mesa:
    """``mesa``, con los actores de Campanilla, y en cada sección una ficha hecha con ``texto``."""
    for esquema in esquemas().values():
        if esquema.coleccion and (esquema.vacio or esquema.fijas):
            mesa = agregar(mesa, esquema, texto)[1]
        elif not esquema.coleccion:
            datos = {"seccion": esquema.seccion, "campos": editables(esquema, texto)}
            mesa = preparar("editar_seccion", mesa, datos)[1](mesa)
    return mesa
