"""Lo que dice la cuenta, en frases: el orden, su firmeza y con qué peso se da vuelta."""

from collections.abc import Iterator
from math import floor

from mesa_territorial.analisis.criterios import PesoDeEmpate, Prueba
from mesa_territorial.analisis.criterios.suma import CASI, PUNTOS
from mesa_territorial.analisis.escala.niveles import EL, nombrar_niveles
from mesa_territorial.analisis.escala.puntajes import Cuenta, ventajas
from mesa_territorial.analisis.frases import con_mayuscula, contar, enumerar
from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.textos import numero

MAS_CERCANOS = 3


def decir_orden(cuenta: Cuenta) -> Iterator[str]:
    """Quién va primero, con cuánto, y en qué le saca ventaja al segundo."""
    primeros, segundo = cuenta.primeros, cuenta.segundo
    puntaje = numero(cuenta.orden.puntajes[primeros[0]], 2)
    if len(primeros) > 1:
        yield (
            f"Empatan con {puntaje} de 5: {nombrar_niveles(primeros)}. La cuenta no decide entre "
            "ellos: lo decide el equipo con una razón."
        )
        return
    yield f"{con_mayuscula(EL[primeros[0]])} obtiene {puntaje} de 5{_y_sigue(cuenta, segundo)}."
    if segundo is not None:
        yield from _decir_ventaja(cuenta, primeros[0], segundo)


def _y_sigue(cuenta: Cuenta, segundo: Nivel | None) -> str:
    if segundo is None:
        return ""
    return f"; le sigue {EL[segundo]}, con {numero(cuenta.orden.puntajes[segundo], 2)}"


def _decir_ventaja(cuenta: Cuenta, primero: Nivel, segundo: Nivel) -> Iterator[str]:
    hallados = ventajas(cuenta, primero, segundo)[:2]
    if hallados:
        partes = [f"{c.nombre.lower()} (+{numero(p, 2)})" for c, p in hallados]
        yield f"Le saca ventaja a {EL[segundo]} en {enumerar(partes)}."


def decir_firmeza(cuenta: Cuenta) -> Iterator[str]:
    """Que el primer lugar resiste mover cada peso diez puntos; nada si no resiste."""
    if not cuenta.que_lo_dan_vuelta:
        yield (
            f"Aunque cualquier peso suba o baje {numero(100 * PUNTOS)} puntos, el primer lugar no "
            f"cambia ({numero(len(cuenta.pruebas))} pruebas)."
        )


def decir_vueltas(cuenta: Cuenta, cuantas: int = MAS_CERCANOS) -> Iterator[str]:
    """Las pruebas de diez puntos en que cambia el primer lugar; desde ``cuantas``, se cuentan."""
    vueltas = cuenta.que_lo_dan_vuelta
    yield from (_decir_vuelta(cuenta, p) for p in vueltas[:cuantas])
    resto = len(vueltas) - cuantas
    if resto > 0:
        yield contar(resto, "Otra prueba también lo cambia.", "pruebas más también lo cambian.")


def _decir_vuelta(cuenta: Cuenta, prueba: Prueba) -> str:
    sube = "sube" if prueba.delta > 0 else "baja"
    ganan = [EL[Nivel(n)] for n in prueba.orden.empatadas]
    pasa = f"gana {ganan[0]}" if len(ganan) == 1 else f"empatan {enumerar(ganan, 7)}"
    nombre = cuenta.criterios[prueba.criterio].nombre.lower()
    return f"Si el peso de {nombre} {sube} {numero(100 * PUNTOS)} puntos, {pasa}."


def decir_empates(cuenta: Cuenta, cuantos: int = MAS_CERCANOS) -> Iterator[str]:
    """Los pesos de empate más cercanos a los de hoy; el primero es el más fácil de alcanzar.

    No se dicen los que están a menos de una centésima (ya es un empate) ni los imposibles de
    alcanzar sin dejar un solo criterio (peso 100).
    """
    utiles = [e for e in cuenta.empates if e.peso < 1 - CASI and abs(e.peso - e.actual) > CASI]
    for empate in utiles[:cuantos]:
        yield _decir_empate(cuenta, empate)


def _decir_empate(cuenta: Cuenta, empate: PesoDeEmpate) -> str:
    nombre = cuenta.criterios[empate.criterio].nombre.lower()
    rival, primero = EL[Nivel(empate.rival)], EL[cuenta.primeros[0]]
    hoy, tope = _por_ciento(empate.actual), _por_ciento(empate.peso)
    sobra = "más" if empate.peso > empate.actual else "menos"
    return (
        f"Si {nombre} pesara {tope} % (hoy {hoy} %), {rival} empataría con {primero}; con {sobra}, "
        f"gana {rival}."
    )


def _por_ciento(peso: float) -> str:
    # 6,25 se lee 6,3: el redondeo de Python lo bajaría al par.
    return numero(floor(1_000 * peso + 0.5 + CASI) / 10, 1)


def decir_incompletos(cuenta: Cuenta) -> Iterator[str]:
    """Qué niveles quedaron fuera de la cuenta y qué nota les falta."""
    for nivel, faltan in cuenta.incompletos.items():
        nombres = enumerar([f.lower() for f in faltan])
        yield f"{con_mayuscula(EL[nivel])} queda fuera de la cuenta: le falta la nota de {nombres}."
