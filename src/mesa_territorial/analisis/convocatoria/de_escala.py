"""La compuerta de la convocatoria: quién decide y no está convocado (desde la lente de escala)."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from mesa_territorial.analisis.convocatoria.balance import esta_invitado
from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.escala.lente import Llave, Papel, mirar_escala
from mesa_territorial.analisis.frases import enumerar
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import ESTADOS

_TIENE = {
    Papel.COMPETENCIA: "tiene la competencia",
    Papel.RECURSO: "tiene el recurso",
    Papel.PAGO: "paga",
}
_SIN_PROBLEMAS = Dicho(
    texto="Todavía no se ha anotado quién decide cada problema.",
    tono=Tono.ALERTA,
    que_hacer="Anote los problemas y su competencia en el tema 2 antes de enviar cartas.",
)
_TODOS_ESTAN = Dicho(
    texto="Quienes deciden los problemas anotados ya están en la Mesa.", tono=Tono.FORTALEZA
)


def leer_compuerta(mesa: Mesa) -> Iterator[Dicho]:
    """Por cada ausente con una llave, si está convocado y qué hacer; primero, lo más grave."""
    lente = mirar_escala(mesa)
    if not lente.llaves:
        yield _SIN_PROBLEMAS
        return
    ausentes = sorted(lente.ausentes, key=_duenio)
    dichos = [_decir(mesa, tuple(suyas)) for _, suyas in groupby(ausentes, key=_duenio)]
    yield from sorted(dichos, key=lambda d: (d.tono is not Tono.ALERTA, not d.por_que))
    if not dichos:
        yield _TODOS_ESTAN


def _duenio(llave: Llave) -> tuple[str, str]:
    return llave.actor, llave.nombre


def _decir(mesa: Mesa, llaves: Sequence[Llave]) -> Dicho:
    central = "De eso depende el objetivo de la Mesa." if any(x.central for x in llaves) else ""
    if not llaves[0].actor:
        return _fuera_del_mapa(llaves, central)
    actor = mesa.actor(llaves[0].actor)
    convocado = esta_invitado(mesa, actor)
    va = f"va en «{ESTADOS[actor.estado].lower()}»" if convocado else "no está convocado"
    return Dicho(
        texto=f"{actor.nombre} {que_tiene(llaves)}, y {va}.",
        tono=Tono.DATO if convocado else Tono.ALERTA,
        por_que=central,
        que_hacer="" if convocado else "Escríbale una invitación antes de enviar las demás.",
        ids=(actor.id,),
    )


def _fuera_del_mapa(llaves: Sequence[Llave], central: str) -> Dicho:
    nombre = llaves[0].nombre or "Alguien que no se ha nombrado"
    return Dicho(
        texto=f"{nombre} {que_tiene(llaves)} y no está en el mapa.",
        tono=Tono.ALERTA,
        por_que=central,
        que_hacer="Agréguelo al mapa y escríbale una invitación.",
    )


def que_tiene(llaves: Sequence[Llave]) -> str:
    """Lo que alguien tiene de cada problema: «tiene el recurso en «Agua» y «Luz»»."""
    partes = []
    for papel in Papel:
        suyos = [f"«{x.titulo}»" for x in llaves if x.papel is papel]
        if suyos:
            partes.append(f"{_TIENE[papel]} en {enumerar(suyos)}")
    return "; ".join(partes)
