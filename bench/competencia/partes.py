"""Las partes del banco: qué se le hace a un contendor en cada ronda y qué se anota."""

import contextlib
import time
from collections.abc import Iterator
from typing import Any

from competencia.contendores import Clientes, Contendor, Servido, servir

EDICIONES = 12
LLEGADAS = (10, 30, 60)
SOSTENIDAS = 100
CADA = 10.0
SEGUNDOS = 30.0
ASENTAR = 1.0
Anotacion = dict[str, Any]


@contextlib.contextmanager
def listo(contendor: Contendor) -> Iterator[tuple[Servido, Clientes]]:
    """El contendor en marcha y tibio: ya abrió y cerró una visita."""
    with servir(contendor) as servido, Clientes(servido) as clientes:
        primera = clientes.pedir("llegar", 90, cuantas=1, plazo=60)
        if not primera["listas"]:
            raise TimeoutError(f"la primera visita falló: {primera['fallas']}")
        clientes.pedir("editar", 120, veces=2)
        clientes.pedir("cerrar", 60)
        time.sleep(ASENTAR)
        yield servido, clientes


def medir_llegadas(contendor: Contendor, cuantas: int) -> Anotacion:
    """Llegan juntas: pared hasta la última, CPU por llegada, MiB por sesión y fallas."""
    with listo(contendor) as (servido, clientes):
        antes, memoria = servido.arbol.cpu(), servido.arbol.pss()
        plazo = contendor.plazo
        llegada = clientes.pedir("llegar", plazo + 60, cuantas=cuantas, plazo=plazo)
        cpu = servido.arbol.cpu() - antes
        listas = llegada["listas"]
        anotada = {
            "pared": llegada["pared"],
            "listas": listas,
            "cpu": cpu / cuantas,
            "fallas": llegada["fallas"],
        }
        if listas == cuantas:
            time.sleep(ASENTAR)
            anotada["pss"] = (servido.arbol.pss() - memoria) / listas
        return anotada


def medir_edicion(contendor: Contendor) -> Anotacion:
    """Una sesión sola, sin navegador, edita seguido: milisegundos y CPU por edición."""
    with listo(contendor) as (servido, clientes):
        clientes.pedir("llegar", 90, cuantas=1, plazo=60)
        antes = servido.arbol.cpu()
        ida = clientes.pedir("editar", 30 * EDICIONES, veces=EDICIONES)
        return {
            "latencias": ida["latencias"],
            "cpu": 1000 * (servido.arbol.cpu() - antes) / EDICIONES,
            "fallas": ida["fallas"],
        }


def medir_sostenida(contendor: Contendor, segundos: float) -> Anotacion:
    """Cien sesiones vivas, cada una edita cada diez segundos: milisegundos y fallas."""
    with listo(contendor) as (servido, clientes):
        memoria = servido.arbol.pss()
        plazo = contendor.plazo
        llegada = clientes.pedir(
            "llegar", 2 * plazo + 60, cuantas=SOSTENIDAS, plazo=plazo, cada=0.2
        )
        pss = (servido.arbol.pss() - memoria) / max(1, llegada["listas"])
        if llegada["listas"] < SOSTENIDAS:
            return {"latencias": [], "listas": llegada["listas"], "fallas": llegada["fallas"]}
        clientes.pedir("sostener", 2 * CADA + 90, cada=CADA, segundos=CADA)
        antes = servido.arbol.cpu()
        ida = clientes.pedir("sostener", segundos + 90, cada=CADA, segundos=segundos)
        gasto = servido.arbol.cpu() - antes
        return {
            "latencias": ida["latencias"],
            "listas": llegada["listas"],
            "fallas": ida["fallas"],
            "cpu": gasto / segundos,
            "pss": pss,
        }


def medir_veinte(contendor: Contendor, corridas: int, cuantas: int) -> Anotacion:
    """Treinta llegadas, corrida tras corrida sobre el mismo servidor."""
    anotadas = []
    with listo(contendor) as (_, clientes):
        for _ in range(corridas):
            plazo = contendor.plazo
            llegada = clientes.pedir("llegar", plazo + 60, cuantas=cuantas, plazo=plazo)
            anotadas.append(llegada)
            clientes.pedir("cerrar", 60)
            time.sleep(ASENTAR)
    return {
        "paredes": [a["pared"] for a in anotadas],
        "listas": [a["listas"] for a in anotadas],
        "fallas": [f for a in anotadas for f in a["fallas"]],
    }
