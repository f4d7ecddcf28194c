"""Cómo viene cada objetivo y quién puede mover a quién para acercarlo."""

from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.frases import con_signo, contar
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.analisis.mactor.dicho import Asunto, Voz
from mesa_territorial.analisis.mactor.objetivos import Posiciones
from mesa_territorial.analisis.mactor.palancas import Palanca, palancas
from mesa_territorial.analisis.mactor.papeles import CASI, Camino
from mesa_territorial.textos import numero

MAXIMO = 8
_NADIE = ("no mueve a nadie", Tono.ALERTA, "Pregúntese si es de verdad un objetivo en juego.")
_SOLO_CONTRA = (
    "no tiene quien lo empuje",
    Tono.ALERTA,
    "Búsquele un dueño antes de llevarlo a la Mesa.",
)
_VIENEN = {
    (False, False, False): _NADIE,
    (True, False, False): (
        "avanza sin oposición",
        Tono.FORTALEZA,
        "Parta por aquí: da confianza temprana.",
    ),
    (False, True, True): _SOLO_CONTRA,
    (True, True, True): (
        "viene cuesta arriba",
        Tono.ALERTA,
        "No lo lleve a votación: trabaje antes a quien pesa.",
    ),
    (True, True, False): (
        "está en disputa, con más fuerza a favor",
        Tono.DATO,
        "Prepare a quien resiste antes de fijarle fecha.",
    ),
}
"""Por fuerza a favor, fuerza en contra y si la segunda es mayor."""


def leer_objetivos(voz: Voz, medido: Posiciones) -> Asunto:
    """Cada objetivo con su fuerza a favor y en contra, del más movido al menos."""
    orden = sorted(range(len(medido.movilizacion)), key=lambda o: (-medido.movilizacion[o], o))
    disputados = [o for o in orden if medido.a_favor[o] > CASI and medido.en_contra[o] < -CASI]
    veredicto = (
        f"{contar(len(disputados), 'Un objetivo está', 'objetivos están')} en disputa; el que más "
        f"mueve es {voz.objetivo(orden[0])}."
        if disputados
        else "Ningún objetivo está en disputa con lo anotado."
    )
    return Asunto(
        clave="objetivos",
        titulo="Cómo viene cada objetivo",
        veredicto=veredicto,
        tono=Tono.ALERTA if disputados else Tono.DATO,
        dichos=tuple(_objetivo(voz, medido, o) for o in orden),
        nota="Las cifras suman posición por fuerza (orden 3).",
    )


def _objetivo(voz: Voz, medido: Posiciones, objetivo: int) -> Dicho:
    favor, contra = medido.a_favor[objetivo], -medido.en_contra[objetivo]
    frase, tono, que_hacer = _como_viene(favor, contra)
    resisten = [a for a, fila in enumerate(voz.planteo.posiciones) if fila[objetivo] < 0]
    quienes = f" Resisten: {voz.actores(resisten)}." if resisten else ""
    return Dicho(
        texto=f"{voz.objetivo(objetivo)} {frase}.{quienes}",
        tono=tono,
        por_que=f"{numero(favor, 1)} a favor y {numero(contra, 1)} en contra.",
        que_hacer=que_hacer,
        ids=tuple(map(voz.id, resisten)),
    )


def _como_viene(favor: float, contra: float) -> tuple[str, Tono, str]:
    """Según haya fuerza a favor, en contra, y cuál sea mayor."""
    hay_favor, hay_contra = favor > CASI, contra > CASI
    gana_contra = contra > (favor + CASI if hay_favor else CASI)
    return _VIENEN[hay_favor, hay_contra, gana_contra]


def leer_palancas(voz: Voz) -> Asunto:
    """Por cada resistencia, quién puede moverla."""
    halladas = palancas(voz.resultado)
    sin_nadie = sum(p.por is None for p in halladas)
    return Asunto(
        clave="palancas",
        titulo="Quién puede mover a quién, y hacia qué",
        veredicto=_veredicto(len(halladas), sin_nadie),
        tono=Tono.ALERTA if sin_nadie else Tono.DATO,
        dichos=tuple(_palanca(voz, p) for p in halladas[:MAXIMO]),
        nota="Poder influir no es haber influido: es a quién conviene pedirle que converse.",
    )


def _veredicto(cuantas: int, sin_nadie: int) -> str:
    if not cuantas:
        return "Nadie resiste ningún objetivo: no hay a quién mover."
    hay = f"Hay {contar(cuantas, 'una resistencia', 'resistencias')}"
    if not sin_nadie:
        return f"{hay} y alguien que puede mover {'la' if cuantas == 1 else 'cada una'}.".replace(
            "mover la.", "moverla."
        )
    pocas = "a una no la" if sin_nadie == 1 else f"a {numero(sin_nadie)} no las"
    return f"{hay}; {pocas} mueve nadie del juego."


def _palanca(voz: Voz, palanca: Palanca) -> Dicho:
    posicion = con_signo(voz.planteo.posiciones[palanca.sobre][palanca.objetivo], 0)
    inicio = f"{voz.objetivo(palanca.objetivo)}: {voz.actor(palanca.sobre)} resiste ({posicion})"
    if palanca.por is None:
        return _sin_palanca(inicio, voz.id(palanca.sobre))
    por = palanca.por
    empuja = con_signo(voz.planteo.posiciones[por.quien][palanca.objetivo], 0)
    return Dicho(
        texto=f"{inicio}; quien mejor puede moverlo es {voz.actor(por.quien)} ({empuja}).",
        por_que=f"{_como_llega(voz, por)} Su saldo de influencia es {con_signo(palanca.saldo, 0)}.",
        que_hacer=_que_pedir(voz, por),
        ids=(voz.id(palanca.sobre), voz.id(por.quien)),
    )


def _sin_palanca(inicio: str, id_actor: str) -> Dicho:
    return Dicho(
        texto=f"{inicio} y nadie que lo empuje puede más sobre ese actor que él sobre ellos.",
        tono=Tono.ALERTA,
        por_que="Se buscó entre quienes están a favor y tienen saldo de influencia positivo.",
        que_hacer="Cambie la propuesta, o busque fuera del juego a alguien a quien escuche.",
        ids=(id_actor,),
    )


def _como_llega(voz: Voz, por: Camino) -> str:
    directo = f"Influye directamente en {numero(por.directo)}." if por.directo else ""
    if por.por is None:
        return directo or "Llega por varios terceros a la vez."
    tercero = f"Por medio de {voz.actor(por.por)} pasa {numero(por.transmite)}."
    return f"{directo} {tercero}".strip()


def _que_pedir(voz: Voz, por: Camino) -> str:
    if por.por is not None and por.transmite > por.directo:
        return f"Pídale que lo converse por medio de {voz.actor(por.por)}."
    return "Pídale que lo converse en persona, antes de la sesión."
