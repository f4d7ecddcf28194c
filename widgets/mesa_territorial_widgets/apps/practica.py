"""Los ejercicios de un tema, con las respuestas de la persona guardadas al instante."""

from dataclasses import asdict

from mesa_territorial.formacion.ejercicios import cargar_banco
from mesa_territorial.formacion.respuestas import RespuestaDada
from mesa_territorial.formacion.temas import Tema
from mesa_territorial_widgets.componentes.practica import Practica
from mesa_territorial_widgets.contexto import Contexto


def practica_de(tema: Tema, contexto: Contexto) -> Practica:
    """La práctica del tema, donde la persona la dejó; levanta ``ReglaRota`` si no tiene banco."""

    def guardar(dada: RespuestaDada) -> None:
        contexto.anotar(tema.nombre, asdict(dada))

    banco = cargar_banco(tema.clave)
    return Practica(banco, contexto.respuestas(tema.nombre), al_responder=guardar)
