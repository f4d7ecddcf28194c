"""Hasta qué nivel GRES alcanza lo anotado, por qué, y qué evidencia falta para el siguiente.

Definiciones: Oficina de Evaluación Independiente del PNUD. La regla para pasar de nivel es de este
kit: contar presencia alcanza, a lo más, para «dirigido»; cada nivel que sigue pide todas sus
evidencias, cada una con su prueba escrita. GRES califica resultados; lo que un proyecto se propone
lo clasifica GEN, y uno no se deduce del otro.
"""

from dataclasses import dataclass

from mesa_territorial.analisis.genero.cuentas import decir_cuenta, sumar
from mesa_territorial.analisis.genero.preguntas import DE_RESULTADO
from mesa_territorial.dominio.genero import Genero
from mesa_territorial.dominio.genero_codigos import Contestacion, Gen, Gres
from mesa_territorial.esquemas.genero_catalogos import GRES, GRES_DICE

_DANO = "gres_dano"
_CUMPLIDA = "una medida cumplida que diga cómo se sabe"
_CONTADA = "la asistencia de mujeres y hombres de al menos una sesión"


@dataclass(frozen=True, slots=True, kw_only=True)
class TechoGres:
    """``nivel`` es lo más que se puede decir hoy (``None``: nada anotado todavía).

    ``porque`` son las razones; ``faltan``, lo que pide el nivel ``siguiente``.
    """

    nivel: Gres | None
    porque: tuple[str, ...]
    siguiente: Gres | None
    faltan: tuple[str, ...]

    @property
    def frase(self) -> str:
        """El veredicto en una frase, siempre con su «a lo más»."""
        if self.nivel is None:
            return "Todavía no hay nada anotado: no se puede calificar ningún resultado."
        if self.nivel is Gres.NEGATIVO:
            return "Hay un daño anotado: el resultado es «negativo» mientras no se repare."
        if self.nivel is Gres.CIEGO:
            return "Con lo que hay alcanza, a lo más, para «ciego»: ningún resultado anotado."
        nombre = GRES[self.nivel].lower()
        return f"Con lo que hay alcanza, a lo más, para «{nombre}»: {GRES_DICE[self.nivel]}."


def techo_gres(genero: Genero) -> TechoGres:
    """El nivel más alto que lo anotado permite, con sus razones."""
    if _hubo_dano(genero):
        prueba = genero.respuestas[_DANO].evidencia or "sin detalle"
        return _techo(Gres.NEGATIVO, (f"Se anotó un daño: {prueba}.",), ("reparar el daño",))
    if not _hay_algo(genero):
        return TechoGres(nivel=None, porque=(), siguiente=Gres.DIRIGIDO, faltan=(_CONTADA,))
    if sumar(genero.sesiones.values(), "asistentes") is None:
        porque = "Hay intenciones anotadas, y GRES no califica intenciones sino resultados."
        return _techo(Gres.CIEGO, (porque,), (_CONTADA,))
    return _desde_dirigido(genero)


def _desde_dirigido(genero: Genero) -> TechoGres:
    asistencia = decir_cuenta(sumar(genero.sesiones.values(), "asistentes"))
    contado = f"Se contó quién asiste: {asistencia} fueron mujeres. Eso es presencia."
    faltan = _faltan_para(genero, Gres.RESPONSIVO)
    if not any(m.acredita for m in genero.medidas.values()):
        faltan = (*faltan, _CUMPLIDA)
    if faltan:
        return _techo(Gres.DIRIGIDO, (contado, *_sin_prueba(genero)), faltan)
    respondio = "Hay necesidades resueltas y beneficios repartidos, con su prueba."
    faltan = _faltan_para(genero, Gres.TRANSFORMADOR)
    if faltan:
        return _techo(Gres.RESPONSIVO, (contado, respondio, *_sin_prueba(genero)), faltan)
    cambio = "Hay normas, decisiones y causas de fondo que cambiaron, con su prueba."
    return _techo(Gres.TRANSFORMADOR, (contado, respondio, cambio), ())


def _techo(nivel: Gres, porque: tuple[str, ...], faltan: tuple[str, ...]) -> TechoGres:
    niveles = list(Gres)
    resto = niveles[niveles.index(nivel) + 1 :]
    siguiente = resto[0] if resto and nivel is not Gres.NEGATIVO else None
    return TechoGres(nivel=nivel, porque=porque, siguiente=siguiente, faltan=faltan)


def _hubo_dano(genero: Genero) -> bool:
    dano = genero.respuestas.get(_DANO)
    return dano is not None and dano.respuesta in (Contestacion.SI, Contestacion.EN_PARTE)


def _hay_algo(genero: Genero) -> bool:
    return any((genero.medidas, genero.sesiones, genero.representaciones, genero.respuestas))


def _faltan_para(genero: Genero, nivel: Gres) -> tuple[str, ...]:
    return tuple(
        p.falta
        for p in DE_RESULTADO
        if p.nivel is nivel and not ((r := genero.respuestas.get(p.id)) is not None and r.acredita)
    )


def _sin_prueba(genero: Genero) -> tuple[str, ...]:
    """Los «sí» que no cuentan por falta de prueba escrita."""
    mudos = [
        r
        for p in DE_RESULTADO
        if (r := genero.respuestas.get(p.id)) is not None
        and r.respuesta is Contestacion.SI
        and not r.acredita
    ]
    if not mudos:
        return ()
    return ("Un «sí» sin prueba escrita no acredita: diga cómo se sabe.",)


def contrastar_gen(genero: Genero) -> str:
    """Qué dice el marcador GEN declarado frente al resultado; vacío si no se declaró."""
    if genero.gen is None:
        return ""
    codigo, techo = genero.gen.upper(), techo_gres(genero)
    if genero.gen in (Gen.GEN2, Gen.GEN3) and techo.nivel in (None, Gres.CIEGO, Gres.NEGATIVO):
        return (
            f"El proyecto se declaró {codigo}, que es una promesa; todavía no hay un resultado "
            "anotado que la respalde."
        )
    return (
        f"{codigo} dice lo que el proyecto se propuso; el nivel GRES dice lo que se puede mostrar. "
        "Ninguno reemplaza al otro."
    )
