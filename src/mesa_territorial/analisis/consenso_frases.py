"""El consenso en palabras: qué se puede decir de una ronda sin leer una sola fórmula."""

from collections.abc import Mapping

from mesa_territorial.analisis.consenso import MINIMO_DE_VOTOS, media
from mesa_territorial.analisis.consenso_conteo import Conteo
from mesa_territorial.analisis.consenso_cuantiles import metodo_de
from mesa_territorial.analisis.consenso_orden import Concordancia
from mesa_territorial.analisis.consenso_ronda import LecturaDeCosa
from mesa_territorial.analisis.frases import contar, enumerar
from mesa_territorial.textos import numero

# Cortes del kit, redondos y dichos en la guía: los autores no fijan ninguno.
_CONSENSO = ((0.8, "alto"), (0.6, "medio"), (0.0, "bajo"))
# R. C. Schmidt (1997), «Managing Delphi surveys using nonparametric statistical techniques»,
# Decision Sciences 28(3), 763–774: 0,1 muy débil; 0,3 débil; 0,5 moderado; 0,7 fuerte; 0,9 muy
# fuerte. Se dice el escalón alcanzado.
_CONCORDANCIA = (
    (0.9, "muy fuerte"),
    (0.7, "fuerte"),
    (0.5, "moderada"),
    (0.3, "débil"),
    (0.0, "muy débil"),
)


def nivel_de_consenso(valor: float) -> str:
    """«alto» (0,8 o más), «medio» (0,6 o más) o «bajo»; cortes del kit, no de los autores."""
    return next(palabra for corte, palabra in _CONSENSO if valor >= corte)


def nivel_de_concordancia(w: float) -> str:
    """La fuerza de una W de Kendall según Schmidt (1997)."""
    return next(palabra for corte, palabra in _CONCORDANCIA if w >= corte)


def faltan_votos(votos: int, minimo: int = MINIMO_DE_VOTOS) -> str:
    """Por qué todavía no se muestra nada: «Se muestra desde 5 votos; van 3.»"""
    van = "va 1" if votos == 1 else f"van {numero(votos)}" if votos else "todavía no hay ninguno"
    return f"Se muestra desde {minimo} votos, para que nadie adivine el de otra persona; {van}."


def consenso_de(lectura: LecturaDeCosa) -> float:
    """El menor consenso entre las dimensiones de una cosa que no está oculta."""
    return min(a.consenso for a in lectura.acuerdos)


def decir_metodo(metodo: str) -> str:
    """Con qué método se midió el recorrido intercuartil, en palabras."""
    return f"Recorrido intercuartil por el método {metodo_de(metodo).nombre}."


def leer_conteo(conteo: Conteo, nombres: Mapping[str, str]) -> tuple[str, ...]:
    """Las frases que resumen una ronda; la primera es la que se dice en voz alta."""
    vistas = [x for x in conteo.lecturas.values() if not x.esta_oculta]
    if not vistas:
        return (faltan_votos(conteo.votantes, conteo.regla.minimo_de_votos),)
    frases = [_general(vistas, conteo), _disputa(conteo, nombres), _coincidencia(vistas, nombres)]
    return tuple(f for f in frases if f)


def _general(vistas: list[LecturaDeCosa], conteo: Conteo) -> str:
    promedio = media([consenso_de(x) for x in vistas])
    quienes = contar(conteo.votantes, "una persona", "personas")
    nivel = nivel_de_consenso(promedio)
    if len(conteo.cosas) == 1:
        return f"Consenso {nivel} ({numero(promedio, 2)} de 1) entre {quienes}."
    return f"Consenso {nivel} en promedio ({numero(promedio, 2)} de 1) entre {quienes}."


def _disputa(conteo: Conteo, nombres: Mapping[str, str]) -> str:
    disputadas = [nombres.get(c, c) for c in conteo.mas_disputadas]
    if not disputadas:
        return "En nada de lo votado se abren las opiniones más de lo que se acepta como consenso."
    return f"Donde más se abren las opiniones: {enumerar(disputadas)}. Converse esto primero."


def _coincidencia(vistas: list[LecturaDeCosa], nombres: Mapping[str, str]) -> str:
    if len(vistas) < 2:
        return ""
    mejor = max(vistas, key=lambda x: (round(consenso_de(x), 9), x.cosa))
    nombre = nombres.get(mejor.cosa, mejor.cosa)
    return f"Donde más se coincide: {nombre} ({numero(consenso_de(mejor), 2)} de 1)."


def decir_concordancia(medida: Concordancia | None, que: str) -> str:
    """Qué tan parecido ordenan los votantes, según ``que`` («influencia», «interés»…)."""
    if medida is None:
        return f"En {que} no se puede comparar el orden: todos empataron todo."
    fuerza = nivel_de_concordancia(medida.w)
    return (
        f"Orden por {que}: coincidencia {fuerza} (W de Kendall {numero(medida.w, 2)}; "
        f"{numero(medida.jueces)} personas calificaron todo)."
    )
