"""Cómo se pregunta lo contado en una sesión: sólo números, por grupo."""

from mesa_territorial.esquemas.esquema import Campo, Clase, Esquema
from mesa_territorial.esquemas.genero_catalogos import CONTADOS, GRUPOS

_AYUDAS = {
    "asistentes": "Sólo números. Lo que no se contó se deja vacío: vacío no es cero.",
    "minutos": "El cronómetro de palabra los suma solo; también se pueden escribir.",
    "turnos": "Cada vez que alguien toma la palabra es un turno.",
    "compromisos": "De los acuerdos de esa sesión, cuántos quedaron a cargo de cada grupo. "
    "Los compartidos van en la tercera casilla.",
    "liderazgos": "Vocerías, moderación, coordinación de grupos. Los compartidos, en la tercera.",
}


def _campos_contados() -> tuple[Campo, ...]:
    return tuple(_contado(que, grupo) for que in CONTADOS for grupo in GRUPOS)


def _contado(que: str, grupo: str) -> Campo:
    titulo = CONTADOS[que]
    clase: Clase = "numero" if que == "minutos" else "entero"
    return Campo(
        clave=f"{que}_{grupo}",
        nombre=f"{titulo}: {GRUPOS[grupo].lower()}",
        corto=f"{titulo.split()[0]} {GRUPOS[grupo][0] if grupo != 'otra' else 'O/ND'}",
        clase=clase,
        minimo=0,
        maximo=100_000,
        decimales=1 if que == "minutos" else 0,
        grupo=titulo,
        ayuda=_AYUDAS[que] if grupo == "mujeres" else "",
        en_tabla=que in ("asistentes", "minutos", "turnos") and grupo != "otra",
    )


SESIONES = Esquema(
    seccion="genero",
    coleccion="sesiones",
    uno="una sesión",
    varios="Registro de sesiones",
    titulo="nombre",
    agregar="Agregar sesión",
    prefijo="se",
    vacio=(
        "Todavía no hay sesiones registradas. Agregue la próxima y lleve abierto el cronómetro de "
        "palabra: al cerrar tendrá presencia y voz, sin el nombre de nadie."
    ),
    campos=(
        Campo(clave="nombre", nombre="Sesión", obligatorio=True, largo=120),
        Campo(clave="fecha", nombre="Fecha", clase="fecha"),
        *_campos_contados(),
        Campo(
            clave="nota", nombre="Nota", clase="largo", largo=2_000, en_tabla=False,
            ayuda="Qué pasó con la palabra. No escriba nombres de personas.",
        ),
    ),
)  # fmt: skip
