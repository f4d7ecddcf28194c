"""Del acta: la Mesa que se constituye, su Comité, cómo decide, sus roles, reglas y calendario."""

from collections.abc import Iterator

from mesa_territorial.analisis.coalicion import tipo_de_la_mesa
from mesa_territorial.analisis.frases import contar
from mesa_territorial.analisis.instalacion import (
    IMPLICANCIAS,
    AsientoDeComite,
    Quorum,
    asientos_del_comite,
    quorum_de,
)
from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.dominio.instalacion_codigos import ReglaDeDecision, SinAcuerdo
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas import fecha_larga
from mesa_territorial.esquemas.genero_catalogos import PALABRA
from mesa_territorial.esquemas.instalacion_textos import (
    INSTANCIAS,
    MODALIDADES,
    REGLAS,
    ROLES,
    SIN_ACUERDO,
)
from mesa_territorial.intercambio.acta_de_la_sesion import NO_HAY, nombre_de
from mesa_territorial.intercambio.escritos import Bloque, Campos, Lista, Parrafo, Tabla
from mesa_territorial.intercambio.escritos.salida import territorio_de
from mesa_territorial.textos import NIVELES, SECTORES, numero

ENCARGO = (
    "Prepara las sesiones y sigue los compromisos entre una y otra. No decide por la Mesa, salvo "
    "que ella se lo encargue y conste en acta."
)


def identidad(mesa: Mesa) -> Iterator[Bloque]:
    """Nombre, territorio, tipo, objetivo y niveles, tomados de los otros temas."""
    tipo = tipo_de_la_mesa(mesa)
    yield Campos(
        (
            ("Nombre", mesa.nombre),
            ("Territorio", territorio_de(mesa)),
            ("Tipo de Mesa", tipo.nombre if tipo.decidido else ""),
            ("Objetivo", mesa.objetivo),
            ("Nivel en que se ancla el objetivo", _nivel(mesa.escala.nivel_objetivo)),
            ("Nivel de la Mesa", _nivel(mesa.escala.nivel_mesa)),
            ("Razón de esos niveles", mesa.escala.razon),
        )
    )


def _nivel(nivel: Nivel | None) -> str:
    return NIVELES[nivel] if nivel else ""


def comite(mesa: Mesa) -> Iterator[Bloque]:
    """Quiénes están en el Comité, por qué, y qué se le encarga."""
    estan = [a for a in asientos_del_comite(mesa) if a.esta]
    if not estan:
        yield Parrafo("Todavía no hay nadie en el Comité de Coordinación.")
    else:
        yield Tabla(
            ("Organización", "Sector", "Por qué está"),
            [_fila_de_comite(mesa, a) for a in estan],
            anchos=(4, 2, 6),
        )
    yield Campos((("Qué se le encarga", mesa.instalacion.encargo_al_comite.strip() or ENCARGO),))


def _fila_de_comite(mesa: Mesa, asiento: AsientoDeComite) -> tuple[str, ...]:
    actor = mesa.actores[asiento.actor]
    razones = " ".join(asiento.razones) or "Lo acordó la Mesa."
    return actor.nombre, SECTORES[actor.sector], razones


def decision(mesa: Mesa) -> Iterator[Bloque]:
    """La regla, lo que implica, la salida y el quórum."""
    i = mesa.instalacion
    implica = IMPLICANCIAS[i.regla].palabra if i.regla else ""
    usa = ReglaDeDecision.MAYORIA_CALIFICADA in (i.regla,) or i.sin_acuerdo is SinAcuerdo.CALIFICADA
    calificada = (("Mayoría calificada", f"{i.umbral} %" if i.umbral else ""),) if usa else ()
    yield Campos(
        (
            ("Regla de decisión", REGLAS[i.regla] if i.regla else ""),
            ("Qué implica", implica),
            *calificada,
            ("Si no hay acuerdo", SIN_ACUERDO[i.sin_acuerdo] if i.sin_acuerdo else ""),
            ("Quórum", _decir_quorum(quorum_de(mesa))),
            (
                "Lo que ninguna regla puede",
                "Un acuerdo de la Mesa no obliga a un servicio fuera de su competencia.",
            ),
        )
    )


def _decir_quorum(quorum: Quorum | None) -> str:
    if quorum is None:
        return ""
    pide = f"{numero(quorum.minimo)} de {numero(quorum.integrantes)} integrantes"
    if quorum.sectores_minimo:
        pide += f", de {contar(quorum.sectores_minimo, 'un sector', 'sectores')} o más"
    if quorum.asisten is None:
        return f"{pide}."
    cumple = "Se cumplió" if quorum.se_cumple else "No se cumplió"
    vinieron = contar(quorum.asisten, "asistió uno", "asistieron")
    return f"{pide}. {cumple}: {vinieron}, de {contar(quorum.sectores, 'un sector', 'sectores')}."


def roles(mesa: Mesa) -> Iterator[Bloque]:
    """Quién hace qué, con su subrogante."""
    todos = list(mesa.instalacion.roles.values())
    if not todos:
        yield Parrafo(NO_HAY)
        return
    yield Tabla(
        ("Rol", "Titular", "Subrogante", "Qué hace"),
        [
            (ROLES[r.rol], nombre_de(mesa, r.actor), nombre_de(mesa, r.subrogante), r.tarea)
            for r in todos
        ],
        anchos=(3, 4, 4, 4),
    )


def reglas(mesa: Mesa) -> Iterator[Bloque]:
    """Las reglas del juego y las de palabra que se acordaron en la estrategia de género."""
    propias = [r.texto for r in mesa.instalacion.reglas.values()]
    de_palabra = [PALABRA[p] for p in mesa.genero.palabra]
    if not propias and not de_palabra:
        yield Parrafo(NO_HAY)
        return
    yield Lista([*propias, *de_palabra], numerada=True)


def calendario(mesa: Mesa) -> Iterator[Bloque]:
    """Las sesiones previstas, por fecha; la primera después de ésta es la próxima."""
    todas = sorted(mesa.instalacion.sesiones.values(), key=lambda s: (not s.fecha, s.fecha, s.hora))
    proximas = [s for s in todas if s.fecha > mesa.instalacion.fecha]
    cuando = [fecha_larga(proximas[0].fecha), proximas[0].hora] if proximas else []
    yield Campos((("Próxima sesión", ", a las ".join(c for c in cuando if c)),))
    if not todas:
        return
    yield Tabla(
        ("Fecha", "Hora", "Quién sesiona", "Para qué", "Modalidad y lugar"),
        [
            (
                fecha_larga(s.fecha) if s.fecha else "Por fijar",
                s.hora,
                INSTANCIAS[s.instancia],
                s.asunto,
                " · ".join(t for t in (MODALIDADES.get(s.modalidad or "", ""), s.lugar) if t),
            )
            for s in todas
        ],
        anchos=(3, 1.4, 2.6, 4.5, 3),
    )
