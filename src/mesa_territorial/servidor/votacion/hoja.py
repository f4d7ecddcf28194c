"""La hoja que recibe el celular: HTML con su estilo y su guion dentro, en una sola respuesta.

Una sola respuesta, porque con doscientos teléfonos en una wifi cada viaje cuenta. La política de
seguridad permite exactamente ese estilo y ese guion, por su huella.
"""

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from mesa_territorial.dominio.votacion import TipoConsulta, Votacion
from mesa_territorial.dominio.votacion_votos import Voto
from mesa_territorial.fichas import color
from mesa_territorial.servidor.votacion.cartelera import Anuncio
from mesa_territorial.servidor.votacion.preguntas import MOMENTOS, PREGUNTAS
from mesa_territorial.textos import SECTORES

AQUI = Path(__file__).parent
GUIONES = ("base", "cola", "ronda", "preguntas", "enteras", "tablero", "inicio")
_COLOR = re.compile(r"\$([a-z_0-9]+)")


@dataclass(frozen=True)
class Paso:
    """Por dónde va quien responde sin JavaScript: qué pregunta y qué pasó con la anterior."""

    pregunta: int = 1
    guardada: bool = False
    aviso: str = ""


class Hoja:
    """Arma las páginas; el estilo y el guion se leen una vez."""

    def __init__(self) -> None:
        self.estilo = _leer_estilo()
        self.guion = _leer_guion()
        self.politica = _politica(self.estilo, self.guion)
        self._plantillas = Environment(
            loader=FileSystemLoader(AQUI / "plantilla"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def entrada(self, titulo: str, texto: str) -> str:
        """La página donde se escribe el código; sirve también para decir un error."""
        return self._escribir("entrada", titulo=titulo, texto=texto)

    def pagina(self, anuncio: Anuncio, votos: tuple[Voto, ...], orden: int, paso: Paso) -> str:
        """La página de una votación, con lo que ese aparato lleva votado."""
        votacion = anuncio.votacion
        numero = min(max(paso.pregunta, 1), len(votacion.opciones))
        propios = {v.opcion: v for v in votos}
        return self._escribir(
            "celular",
            votacion=votacion,
            momento=MOMENTOS[anuncio.estado],
            abierta=votacion.recibe_votos,
            numero=numero,
            opcion=votacion.opciones[numero - 1],
            propios=propios,
            sector=votos[0].sector if votos else None,
            aviso=paso.aviso,
            guardada=paso.guardada,
            preguntas=PREGUNTAS[votacion.tipo],
            sectores=[(s.value, SECTORES[s]) for s in votacion.sectores],
            datos=Markup(_a_json(_datos(anuncio, votos, orden))),
            guion=Markup(self.guion),
        )

    def _escribir(self, nombre: str, **campos: Any) -> str:
        plantilla = self._plantillas.get_template(f"{nombre}.html.j2")
        return plantilla.render(estilo=Markup(self.estilo), **campos)


def _datos(anuncio: Anuncio, votos: tuple[Voto, ...], orden: int) -> dict[str, Any]:
    votacion = anuncio.votacion
    return {
        "clave": anuncio.clave,
        "codigo": votacion.codigo,
        "tipo": votacion.tipo,
        "sectores": [[s.value, SECTORES[s]] for s in votacion.sectores],
        "opciones": [[o.id, o.nombre, o.ayuda] for o in votacion.opciones],
        "preguntas": PREGUNTAS[votacion.tipo],
        "puntos": votacion.puntos,
        "momentos": MOMENTOS,
        "anuncio": {
            "ronda": anuncio.ronda,
            "estado": anuncio.estado,
            "resultado": anuncio.resultado,
        },
        "orden": orden,
        "sector": next((v.sector for v in votos if v.sector), ""),
        "mios": {v.opcion: _valores(votacion, v) for v in votos},
    }


def _valores(votacion: Votacion, voto: Voto) -> list[float | None]:
    if votacion.tipo is TipoConsulta.ACTORES:
        return [voto.influencia, voto.interes]
    return [voto.valor]


def _a_json(datos: dict[str, Any]) -> str:
    crudo = json.dumps(datos, ensure_ascii=False, separators=(",", ":"))
    # Nada de lo que escribe una persona puede cerrar el bloque ni cortar la línea.
    return crudo.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _leer_estilo() -> str:
    crudo = (AQUI / "celular" / "celular.css").read_text(encoding="utf-8")
    con_color = _COLOR.sub(lambda m: color(m[1]), crudo)
    sin_comentarios = re.sub(r"/\*.*?\*/", "", con_color, flags=re.S)
    return "".join(linea.strip() for linea in sin_comentarios.splitlines())


def _leer_guion() -> str:
    """Los guiones en uno, sin comentarios de línea completa ni sangría."""
    partes = [(AQUI / "celular" / f"{g}.js").read_text(encoding="utf-8") for g in GUIONES]
    lineas = (linea.strip() for parte in partes for linea in parte.splitlines())
    cuerpo = "\n".join(x for x in lineas if x and not x.startswith("//"))
    return f'(function(){{"use strict";\n{cuerpo}\n}})();'


def _politica(estilo: str, guion: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_huella(guion)}'",
            f"style-src '{_huella(estilo)}'",
            "img-src data:",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def _huella(texto: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(texto.encode()).digest()).decode()
