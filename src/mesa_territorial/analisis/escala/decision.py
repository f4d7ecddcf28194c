"""La decisión de escala: tres respuestas con sus razones y lo que las cambiaría.

No hay un solo nivel correcto. Se aconseja dónde se ancla el objetivo (donde se decide), en qué
nivel conviene la Mesa (el más cercano a las familias que todavía alcanza) y qué niveles deben
estar en el Comité de Coordinación. La decisión la anota el equipo.

La regla de la Mesa es la subsidiariedad como anidamiento: el nivel más bajo que tiene capacidad
(G. R. Marshall, 2008, «Nesting, subsidiarity, and community-based environmental governance beyond
the local level», International Journal of the Commons 2(1), 75–97). El corte de 4 es de este kit.
"""

from dataclasses import dataclass

from mesa_territorial.analisis.escala.comite import aconsejar_comite
from mesa_territorial.analisis.escala.compuerta import Compuerta, revisar_compuerta
from mesa_territorial.analisis.escala.frases_de_puntajes import (
    decir_empates,
    decir_firmeza,
    decir_incompletos,
    decir_orden,
    decir_vueltas,
)
from mesa_territorial.analisis.escala.lente import centrales, nivel_de_decision
from mesa_territorial.analisis.escala.nivel_de_mesa import aconsejar_mesa
from mesa_territorial.analisis.escala.niveles import en_el, nombrar_niveles, ordenar_niveles
from mesa_territorial.analisis.escala.puntajes import Cuenta, contar_escala, que_falta_para_contar
from mesa_territorial.analisis.escala.respuesta import Respuesta
from mesa_territorial.analisis.escala.votacion import decir_de_donde_salen
from mesa_territorial.analisis.frases import enumerar
from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.dominio.mesa import Mesa


@dataclass(frozen=True, slots=True, kw_only=True)
class Consejo:
    """La compuerta, la cuenta (si se puede) y las tres respuestas.

    ``falta`` dice qué impide contar; vacía si ya se puede. ``provisorio`` avisa que la compuerta
    está cerrada: las respuestas se leen, pero no se firman.
    """

    compuerta: Compuerta
    cuenta: Cuenta | None
    falta: str
    objetivo: Respuesta
    mesa: Respuesta
    comite: Respuesta

    @property
    def provisorio(self) -> bool:
        """Si falta alguien sin quien el objetivo no avanza."""
        return self.compuerta.esta_cerrada


def aconsejar(mesa: Mesa) -> Consejo:
    """Lo que se aconseja con lo anotado hasta ahora."""
    cuenta = contar_escala(mesa.escala)
    objetivo = _aconsejar_objetivo(mesa, cuenta)
    de_la_mesa = aconsejar_mesa(mesa, cuenta)
    return Consejo(
        compuerta=revisar_compuerta(mesa),
        cuenta=cuenta,
        falta=que_falta_para_contar(mesa.escala),
        objetivo=objetivo,
        mesa=de_la_mesa,
        comite=aconsejar_comite(mesa, objetivo.niveles, de_la_mesa.niveles),
    )


def niveles_del_comite(mesa: Mesa) -> tuple[Nivel, ...]:
    """Los niveles que el equipo decidió para el Comité o, si no los anotó, los aconsejados."""
    return ordenar_niveles(mesa.escala.niveles_comite) or aconsejar(mesa).comite.niveles


def _aconsejar_objetivo(mesa: Mesa, cuenta: Cuenta | None) -> Respuesta:
    """Donde se decide: el mayor puntaje, cotejado con la competencia de los problemas centrales."""
    donde = _donde_se_decide(mesa)
    if cuenta is None:
        return Respuesta(niveles=(), razones=_decir_donde(donde), cambiaria=())
    razones = (
        *decir_orden(cuenta),
        *decir_firmeza(cuenta),
        *_cotejar(cuenta, donde),
        *decir_incompletos(cuenta),
        *decir_de_donde_salen(mesa.escala),
    )
    cambiaria = (*decir_vueltas(cuenta), *decir_empates(cuenta))
    return Respuesta(niveles=cuenta.primeros, razones=razones, cambiaria=cambiaria)


def _donde_se_decide(mesa: Mesa) -> dict[Nivel, list[str]]:
    """Por nivel, los problemas centrales que se resuelven ahí."""
    donde: dict[Nivel, list[str]] = {}
    for problema in centrales(mesa):
        nivel = nivel_de_decision(mesa, problema)
        if nivel is not None:
            donde.setdefault(nivel, []).append(f"«{problema.nombre}»")
    return donde


def _decir_donde(donde: dict[Nivel, list[str]]) -> tuple[str, ...]:
    frases = []
    for nivel in ordenar_niveles(donde):
        verbo = "se decide" if len(donde[nivel]) == 1 else "se deciden"
        frases.append(f"{enumerar(donde[nivel])} {verbo} {en_el(nivel)}.")
    return tuple(frases)


def _cotejar(cuenta: Cuenta, donde: dict[Nivel, list[str]]) -> tuple[str, ...]:
    """Lo que dicen los problemas centrales, y si contradice a los puntajes."""
    dichas = _decir_donde(donde)
    if not donde or set(cuenta.primeros) & set(donde):
        return dichas
    aviso = (
        f"Los puntajes apuntan a {nombrar_niveles(cuenta.primeros)} y los problemas centrales se "
        f"deciden {en_el(ordenar_niveles(donde)[-1])}: revise las notas de competencia o quién "
        "decide."
    )
    return (*dichas, aviso)
