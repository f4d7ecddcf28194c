"""Lo que la convocatoria dice, puesto en la forma que muestran los componentes."""

from collections.abc import Iterable, Iterator
from datetime import date

from mesa_territorial.analisis.convocatoria import (
    Balance,
    Dicho,
    Red,
    armar_red,
    hacer_balance,
    lideradas_de,
    seguir,
)
from mesa_territorial.analisis.convocatoria.de_balance import leer_balance
from mesa_territorial.analisis.convocatoria.de_caminos import (
    leer_caminos,
    leer_orden,
    revisar_eleccion,
)
from mesa_territorial.analisis.convocatoria.de_escala import leer_compuerta, que_tiene
from mesa_territorial.analisis.convocatoria.de_seguimiento import (
    decir_dias,
    leer_seguimiento,
    leer_uno,
)
from mesa_territorial.analisis.convocatoria.plan import a_quien_convocar
from mesa_territorial.analisis.escala.lente import Lente, mirar_escala
from mesa_territorial.analisis.frases import con_mayuscula
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.analisis.prioridad import Priorizado, actores_priorizados
from mesa_territorial.dominio.convocatoria import Gestion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import ESTADOS
from mesa_territorial_widgets.componentes.fichero import Dicho as DichoDeFicha
from mesa_territorial_widgets.componentes.razones import Bloque, Frase


def de_invitaciones(mesa: Mesa, ids: Iterable[str], hoy: date) -> dict[str, list[DichoDeFicha]]:
    """Lo que conviene saber de cada actor al escribir su invitación, por id."""
    red, lente, seguidos = armar_red(mesa), mirar_escala(mesa), seguir(mesa, hoy)
    puestos = {p.id: p for p in actores_priorizados(mesa)}
    return {
        i: [
            _a_ficha(d)
            for d in (
                *_situacion(mesa, puestos[i], lente),
                *leer_caminos(mesa, red, i),
                *_eleccion(mesa, red, i),
                *leer_uno(seguidos[i]),
            )
        ]
        for i in ids
    }


def _situacion(mesa: Mesa, puesto: Priorizado, lente: Lente) -> Iterator[Dicho]:
    estado = ESTADOS[mesa.actor(puesto.id).estado]
    yield Dicho(texto=f"{estado}. {puesto.frase.rstrip('.')}.")
    llaves = lente.de_actor(puesto.id)
    if llaves:
        yield Dicho(texto=f"{con_mayuscula(que_tiene(llaves))}.")


def _eleccion(mesa: Mesa, red: Red, id_actor: str) -> Iterator[Dicho]:
    invitacion = mesa.convocatoria.invitaciones.get(id_actor)
    if invitacion:
        yield from revisar_eleccion(mesa, red, invitacion)


def _a_ficha(dicho: Dicho) -> DichoDeFicha:
    texto = " ".join(t for t in (dicho.texto, dicho.por_que, dicho.que_hacer) if t)
    return {"texto": texto, "tono": str(dicho.tono)}


def lo_que_sigue_primero(gestion: Gestion) -> tuple[bool, bool, str, str]:
    """El orden de las gestiones: las por hacer por fecha, las sin fecha y después las hechas."""
    return gestion.hecha, not gestion.fecha, gestion.fecha, gestion.hora


def de_gestion(gestion: Gestion, hoy: date) -> list[DichoDeFicha]:
    """Si una gestión está atrasada o nadie la tiene a su cargo; lo hecho sólo se dice."""
    if gestion.hecha:
        return [{"texto": "Hecha.", "tono": "fortaleza"}]
    dichos: list[DichoDeFicha] = []
    if gestion.fecha and gestion.fecha < hoy.isoformat():
        dias = (hoy - date.fromisoformat(gestion.fecha)).days
        dichos.append({"texto": f"Venció hace {decir_dias(dias)}.", "tono": "alerta"})
    if not gestion.tiene_responsable:
        dichos.append({"texto": "No tiene responsable.", "tono": "alerta"})
    if not gestion.fecha:
        dichos.append({"texto": "Sin fecha no va al calendario.", "tono": "dato"})
    return dichos


def bloques(mesa: Mesa, hoy: date) -> list[Bloque]:
    """Los cuatro asuntos de la convocatoria; sin actores no hay nada que decir."""
    if not mesa.actores:
        return []
    red, faltan = armar_red(mesa), [p.id for p in a_quien_convocar(mesa)]
    balance = hacer_balance(mesa, lideradas_de(mesa))
    asuntos = (
        ("Quién decide y no está convocado", leer_compuerta(mesa)),
        ("En qué va", leer_seguimiento(mesa, seguir(mesa, hoy))),
        ("Por qué camino", leer_orden(mesa, red, faltan)),
        ("Cómo quedaría la Mesa", leer_balance(mesa, balance)),
    )
    armados = (_bloque(titulo, tuple(dichos)) for titulo, dichos in asuntos)
    return [b for b in armados if b.frases]


def _bloque(titulo: str, dichos: Iterable[Dicho]) -> Bloque:
    return Bloque(titulo=titulo, frases=tuple(_a_frase(d) for d in dichos))


def _a_frase(d: Dicho) -> Frase:
    return Frase(
        texto=d.texto, tono=d.tono.value, por_que=d.por_que, que_hacer=d.que_hacer, ids=d.ids
    )


def titulo_de_balance(mesa: Mesa, balance: Balance) -> str:
    """El hallazgo que encabeza el gráfico: la primera alerta o, si no hay, la cuenta."""
    dichos = list(leer_balance(mesa, balance))
    alertas = [d for d in dichos if d.tono is Tono.ALERTA]
    return (alertas or dichos)[0].texto
