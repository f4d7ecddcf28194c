"""Reserva y probidad: quién ha declarado, qué resguardo hay y qué conviene preguntar.

La Ley 20.880 regula el conflicto de intereses de autoridades y funcionarios; pedir una declaración
a cada actor de la Mesa es propuesta de este kit. Nada de aquí acusa: sólo dice qué falta preguntar.
"""

from collections.abc import Iterator

from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.frases import contar
from mesa_territorial.analisis.instalacion.sala import integrantes
from mesa_territorial.analisis.lectura import Tono, nombrar
from mesa_territorial.dominio.actores import TipoRelacion
from mesa_territorial.dominio.instalacion_codigos import Interes, RolDeMesa
from mesa_territorial.dominio.mesa import Mesa

_NOMBRABLES = 8
_QUE_DIRIGEN = (RolDeMesa.PRESIDE, RolDeMesa.MODERA)


def leer_probidad(mesa: Mesa) -> tuple[Dicho, ...]:
    """Lo que falta declarar, lo declarado sin resguardo y lo que el mapa invita a preguntar."""
    if not integrantes(mesa):
        return ()
    return (*_sin_declarar(mesa), *_sin_resguardo(mesa), *_que_dirigen(mesa), *_del_mapa(mesa))


def sin_declarar(mesa: Mesa) -> tuple[str, ...]:
    """Los integrantes que no han declarado sus intereses."""
    dichas = mesa.instalacion.declaraciones
    return tuple(
        a.id for a in integrantes(mesa) if a.id not in dichas or dichas[a.id].interes is None
    )


def sin_resguardo(mesa: Mesa) -> tuple[str, ...]:
    """Los actores que declaran un conflicto, seguro o posible, y no tienen resguardo acordado."""
    return tuple(
        d.id
        for d in mesa.instalacion.declaraciones.values()
        if d.pide_resguardo and d.resguardo is None
    )


def _sin_declarar(mesa: Mesa) -> Iterator[Dicho]:
    faltan, todos = sin_declarar(mesa), len(integrantes(mesa))
    if not faltan:
        yield Dicho(
            texto=f"Declararon {contar(todos, 'el único integrante', 'integrantes')}: todos.",
            tono=Tono.FORTALEZA,
        )
        return
    yield Dicho(
        texto=f"Falta la declaración de {contar(len(faltan), 'un integrante', 'integrantes')}.",
        tono=Tono.ALERTA,
        por_que="No haber declarado no es lo mismo que no tener conflicto.",
        que_hacer="Pídala por escrito antes de la sesión; «ninguno» también se escribe.",
        ids=faltan if len(faltan) <= _NOMBRABLES else (),
    )


def _sin_resguardo(mesa: Mesa) -> Iterator[Dicho]:
    faltan = sin_resguardo(mesa)
    if faltan:
        yield Dicho(
            texto=f"Declaran un conflicto y no hay resguardo acordado: {nombrar(mesa, faltan)}.",
            tono=Tono.ALERTA,
            que_hacer="Acuerden uno: informar, abstenerse, no participar del punto o no recibir.",
            ids=faltan,
        )


def _que_dirigen(mesa: Mesa) -> Iterator[Dicho]:
    tienen = {i for i, d in mesa.instalacion.declaraciones.items() if d.interes is Interes.TIENE}
    dirigen = (r.actor for rol in _QUE_DIRIGEN for r in mesa.instalacion.con_rol(rol))
    ids = tuple(dict.fromkeys(i for i in dirigen if i in tienen))
    if ids:
        yield Dicho(
            texto=f"{nombrar(mesa, ids)} dirige la sesión y declara un conflicto de intereses.",
            tono=Tono.ALERTA,
            que_hacer="Que en ese punto dirija su subrogante, y que conste.",
            ids=ids,
        )


def _del_mapa(mesa: Mesa) -> Iterator[Dicho]:
    """Quien recibe financiamiento de otro integrante y no ha declarado nada al respecto."""
    dentro = {a.id for a in integrantes(mesa)}
    dichas = mesa.instalacion.declaraciones
    recibe = (
        r.hacia
        for r in mesa.relaciones.values()
        if r.tipo is TipoRelacion.FINANCIAMIENTO and {r.de, r.hacia} <= dentro
    )
    ids = tuple(i for i in dict.fromkeys(recibe) if i not in dichas or not dichas[i].pide_resguardo)
    if ids:
        yield Dicho(
            texto=f"En el mapa reciben financiamiento de otro integrante: {nombrar(mesa, ids)}.",
            tono=Tono.DATO,
            por_que="No es una falta: es la razón de ser de muchas Mesas. Por eso se declara.",
            que_hacer="Pregunte si de lo que la Mesa decida pueden recibir recursos.",
            ids=ids,
        )
