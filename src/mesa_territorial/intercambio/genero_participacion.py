"""La parte de la estrategia de género que dice quién representa a quién y en qué condiciones."""

from mesa_territorial.dominio.genero import Genero
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.genero_catalogos import (
    CONDUCCIONES,
    CONTESTACIONES,
    CUIDADOS,
    LUGARES,
    PALABRA,
)
from mesa_territorial.intercambio.escritos import Bloque, Campos, Tabla, Titulo

_SIN_DATO = "—"


def bloques_de_representacion(mesa: Mesa) -> list[Bloque]:
    """La tabla de organizaciones con algo anotado; nada si no hay."""
    notas = mesa.genero.representaciones
    filas = [
        (
            actor.nombre,
            CONDUCCIONES.get(r.conduccion or "", "sin anotar"),
            CONDUCCIONES.get(r.voceria or "", "sin anotar"),
            r.representa_a or _SIN_DATO,
        )
        for actor in mesa.actores.values()
        if (r := notas.get(actor.id)) is not None
    ]
    if not filas:
        return []
    columnas = ("Organización", "Lideran", "Hablan por ella", "A quiénes representa")
    return [Titulo("Quién representa a quién"), Tabla(columnas, filas)]


def campos_de_condiciones(genero: Genero) -> Campos:
    """Horario, cuidados, lugar y reglas de palabra; lo vacío deja una raya para escribirlo."""
    acordado = CONTESTACIONES.get(genero.horario_acordado or "", "sin responder").lower()
    return Campos(
        (
            ("Día, hora y modalidad", genero.horario),
            ("Acordado con quienes cuidan", acordado),
            ("Cuidados", "; ".join(CUIDADOS[c] for c in genero.cuidados)),
            (
                "Lugar",
                "; ".join((genero.lugar, *(LUGARES[x] for x in genero.lugar_tiene))).strip("; "),
            ),
            ("Reglas de palabra", "; ".join(PALABRA[x] for x in genero.palabra)),
        )
    )
