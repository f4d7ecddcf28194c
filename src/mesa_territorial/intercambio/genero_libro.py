"""Las medidas de género y las cuentas de las sesiones en una planilla."""

from collections.abc import Iterator

from mesa_territorial.analisis.genero import CuentasDeSesion, contar_sesiones
from mesa_territorial.dominio.genero_sesion import CONTADOS, GRUPOS
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas import genero_catalogos as rotulos
from mesa_territorial.intercambio.genero_escrito import decir_responsable
from mesa_territorial.intercambio.libro import Celda
from mesa_territorial.intercambio.salida_xlsx import LibroDeSalida
from mesa_territorial.intercambio.tablas import texto_posible

MEDIDAS = {
    "nombre": "Medida",
    "etapa": "Etapa",
    "de": "Responsable",
    "fecha_medida": "Fecha",
    "estado_medida": "Estado",
    "longwe": "Nivel de Longwe",
    "nota": "Cómo se sabe",
}
_DE_SESION = {"nombre": "Sesión", "fecha_sesion": "Fecha"}
_INDICES = {
    "parte_mujeres": "Mujeres, % de asistentes",
    "voz_minutos": "Índice de voz, minutos",
    "voz_turnos": "Índice de voz, turnos",
}


def medidas_en_planilla(mesa: Mesa) -> bytes:
    """Un libro xlsx con las hojas Medidas y Sesiones; lo que no se contó queda vacío."""
    contadas = {
        f"{que}_{grupo}": f"{rotulos.CONTADOS[que]}: {rotulos.GRUPOS[grupo].lower()}"
        for que in CONTADOS
        for grupo in GRUPOS
    }
    sesiones = {**_DE_SESION, **contadas, **_INDICES, "nota": "Nota"}
    with LibroDeSalida() as libro:
        libro.agregar_tabla("Medidas", tuple(MEDIDAS), MEDIDAS, _filas_de_medidas(mesa))
        libro.agregar_tabla("Sesiones", tuple(sesiones), sesiones, _filas_de_sesiones(mesa))
    return libro.contenido


def _filas_de_medidas(mesa: Mesa) -> Iterator[list[Celda]]:
    for m in mesa.genero.medidas.values():
        yield [
            texto_posible(m.medida),
            rotulos.ETAPAS[m.etapa],
            texto_posible(decir_responsable(mesa, m)),
            m.fecha or None,
            rotulos.ESTADOS_DE_MEDIDA[m.estado],
            rotulos.LONGWE.get(m.longwe or ""),
            texto_posible(m.evidencia),
        ]


def _filas_de_sesiones(mesa: Mesa) -> Iterator[list[Celda]]:
    for c in contar_sesiones(mesa.genero):
        s = c.sesion
        contado = [getattr(s, f"{que}_{grupo}") for que in CONTADOS for grupo in GRUPOS]
        indices = [_parte(c), c.voz_minutos, c.voz_turnos]
        redondos = [None if x is None else round(x, 4) for x in indices]
        yield [texto_posible(s.nombre), s.fecha or None, *contado, *redondos, texto_posible(s.nota)]


def _parte(c: CuentasDeSesion) -> float | None:
    """El porcentaje de mujeres, o vacío si son menos de diez: la cuenta ya está al lado."""
    asistencia = c.asistencia
    if asistencia is None or asistencia.parte is None or not asistencia.se_muestra_en_porcentaje:
        return None
    return 100 * asistencia.parte
