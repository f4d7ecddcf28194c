"""El nombre de cada pregunta de Kobo: a quién se evalúa y en qué."""

import hashlib
import re

PREGUNTAS = ("influencia", "interes", "legitimidad", "urgencia")
_SIMPLE = re.compile(r"[A-Za-z0-9_]{1,40}")


def codigo_de(id_actor: str) -> str:
    """El id si sirve como nombre de pregunta; si no, una huella corta que empieza con «h__»."""
    if _SIMPLE.fullmatch(id_actor) and not id_actor.startswith("h__"):
        return id_actor
    return "h__" + hashlib.sha256(id_actor.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def pregunta_de(campo: str, id_actor: str) -> str:
    """El nombre de la pregunta: «influencia__a01»."""
    return f"{campo}__{codigo_de(id_actor)}"
