"""El juego de actores en Word y en PDF: privado del equipo, y así lo dice cada hoja."""

from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.mactor import Resultado, plantear, resolver
from mesa_territorial.analisis.mactor.dicho import Asunto
from mesa_territorial.analisis.mactor.lectura import leer_juego
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.intercambio.escritos import (
    Aviso,
    Bloque,
    Escrito,
    Lista,
    Parrafo,
    Titulo,
    escribir_docx,
    escribir_pdf,
    escrito_de_mesa,
)

PRIVADO = "Privado del equipo"
AVISO = (
    "Son juicios del equipo sobre instituciones, algunos equivocados y escritos para pensar. No se "
    "envían ni se proyectan sin su acuerdo."
)
_FALTA = "Elija al menos dos actores en «Quiénes entran»: todavía no hay juego que llevar."


def resultado_del_juego(mesa: Mesa) -> Resultado:
    """Todo MACTOR del juego de la Mesa; levanta ``ReglaRota`` si entran menos de dos actores."""
    planteo = plantear(mesa)
    exigir(planteo.se_puede_calcular, _FALTA)
    return resolver(planteo)


def escribir_juego(mesa: Mesa, formato: str, *, fecha: str) -> bytes:
    """El informe en «docx» o «pdf»; ``fecha`` es AAAA-MM-DD.

    Levanta ``ReglaRota`` si hay menos de dos actores en el juego o no se conoce el formato.
    """
    exigir(formato in ("docx", "pdf"), f"No se conoce el formato «{formato}».")
    escrito = escrito_del_juego(mesa, fecha=fecha)
    return escribir_docx(escrito) if formato == "docx" else escribir_pdf(escrito)


def escrito_del_juego(mesa: Mesa, *, fecha: str) -> Escrito:
    """Lo que dice el juego, asunto por asunto, como documento reservado."""
    resultado = resultado_del_juego(mesa)
    resguardo = f" {mesa.juego.resguardo}" if mesa.juego.resguardo else ""
    bloques: list[Bloque] = [
        Aviso(f"{AVISO}{resguardo}", tono="alerta", titulo=PRIVADO),
        Parrafo(_quienes(mesa, resultado)),
    ]
    for asunto in leer_juego(mesa, resultado):
        bloques += _de_asunto(asunto)
    return escrito_de_mesa(mesa, "Juego de actores", bloques, fecha=fecha, reservado=PRIVADO)


def _quienes(mesa: Mesa, r: Resultado) -> str:
    nombres = ", ".join(mesa.actores[i].nombre for i in r.planteo.ids)
    objetivos = "; ".join(o.nombre for o in mesa.juego.objetivos.values()) or "ninguno todavía"
    return f"Entran al juego: {nombres}. Objetivos: {objetivos}."


def _de_asunto(asunto: Asunto) -> list[Bloque]:
    bloques: list[Bloque] = [Titulo(asunto.titulo), Parrafo(asunto.veredicto)]
    if asunto.dichos:
        bloques.append(Lista([_en_una(d) for d in asunto.dichos]))
    return [*bloques, Parrafo(asunto.nota, suave=True)] if asunto.nota else bloques


def _en_una(dicho: Dicho) -> str:
    return " ".join(parte for parte in (dicho.texto, dicho.por_que, dicho.que_hacer) if parte)
