"""La aplicación de inicio: la ruta de los temas, el avance y lo que sigue."""

from typing import Any

from mesa_territorial.formacion.avance import medir_avance
from mesa_territorial.formacion.ejercicios import cargar_banco, listar_bancos
from mesa_territorial.formacion.temas import Tema, listar_temas
from mesa_territorial_widgets.componentes.ruta import Ruta
from mesa_territorial_widgets.contexto import Contexto


def inicio(contexto: Contexto) -> Ruta:
    """La portada del kit para la persona de ``contexto``."""
    mesa = _su_mesa(contexto) | ({"compartido": True} if contexto.es_compartido else {})
    return Ruta(temas=[_ficha(t, contexto) for t in listar_temas()], mesa=mesa)


def _ficha(tema: Tema, contexto: Contexto) -> dict[str, Any]:
    hechos, ejercicios = _avance(tema, contexto)
    return {
        "clave": tema.clave,
        "numero": tema.numero,
        "titulo": tema.titulo,
        "gana": tema.gana,
        "en_preparacion": tema.esta_en_preparacion,
        "hechos": hechos,
        "ejercicios": ejercicios,
        "minutos": tema.minutos_lectura + tema.minutos_explorar + tema.minutos_practica,
    }


def _avance(tema: Tema, contexto: Contexto) -> tuple[int, int]:
    if tema.clave not in listar_bancos():
        return 0, 0
    banco = cargar_banco(tema.clave)
    avance = medir_avance(banco, contexto.respuestas(tema.nombre))
    return avance.terminados, len(banco.items)


def _su_mesa(contexto: Contexto) -> dict[str, Any]:
    clave = contexto.clave
    for resumen in contexto.mesas():
        if resumen.clave == clave:
            return {
                "clave": resumen.clave,
                "nombre": resumen.nombre,
                "actores": resumen.actores,
                "relaciones": resumen.relaciones,
                "papel": resumen.papel,
                "cambiada": f"{resumen.cambiada.astimezone():%d-%m-%Y a las %H:%M}",
            }
    return {}
