"""Una práctica sin navegador: con quién guarda, qué contesta y cómo se aprieta."""

from datetime import UTC, datetime, timedelta
from itertools import count

from mesa_territorial.formacion.ejercicios import cargar_banco
from mesa_territorial_widgets.componentes.practica import Practica

BANCO = cargar_banco("03_mapa_de_actores")
PRIMERO, SEGUNDO = BANCO.items[0], BANCO.items[1]


def reloj():
    minutos = count()
    return lambda: datetime(2026, 3, 14, 10, tzinfo=UTC) + timedelta(minutes=next(minutos))


class Pantalla:
    """Una práctica con su cuaderno de respuestas y el oído puesto en lo que contesta."""

    def __init__(self, respuestas=(), al_responder=None):
        self.guardadas, self.contestado = [], []
        numeros = count(1)
        self.practica = Practica(
            BANCO,
            respuestas,
            al_responder=al_responder or self.guardadas.append,
            reloj=reloj(),
            evento=lambda: f"e{next(numeros)}",
        )
        self.practica.send = lambda contenido, **_: self.contestado.append(contenido)

    def apretar(self, orden, **datos):
        pedido = {"pedido": 1, "orden": orden, "datos": datos}
        self.practica._al_mensaje(self.practica, pedido, [])
        return self.contestado[-1]

    @property
    def turno(self):
        return self.practica.vista["turno"]
