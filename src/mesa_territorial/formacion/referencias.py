"""Las referencias de un capítulo a otro: ``guia/03_mapa_de_actores#quien-falta``."""

import re
from dataclasses import dataclass

from mesa_territorial import contenido
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.formacion.temas import listar_temas

SUELTOS = ("votacion", "taller", "glosario", "fuentes")
"""Los textos de la guía que no son temas."""
_FORMA = re.compile(r"guia/(?P<clave>[a-z0-9_]+)(?:\.md)?(?:#(?P<ancla>[a-z0-9-]+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Referencia:
    """A qué texto de la guía lleva y, si se dice, a qué sección."""

    clave: str
    ancla: str = ""

    @property
    def tiene_pagina(self) -> bool:
        """Si se puede abrir en pantalla: es un tema que ya está escrito."""
        return any(t.clave == self.clave and not t.esta_en_preparacion for t in listar_temas())


def es_referencia(url: str) -> bool:
    """Si la dirección de un enlace lleva a otro texto de la guía."""
    return url.startswith("guia/")


def leer_referencia(url: str) -> Referencia:
    """A dónde lleva; levanta ``ReglaRota`` si ese texto no existe."""
    hallada = _FORMA.fullmatch(url)
    clave = hallada["clave"] if hallada else ""
    if not hallada or not contenido.ruta("guia", f"{clave}.md").is_file():
        raise ReglaRota(f"La guía lleva a un texto que no existe: «{url}». Corrija el enlace.")
    return Referencia(clave=clave, ancla=hallada["ancla"] or "")
