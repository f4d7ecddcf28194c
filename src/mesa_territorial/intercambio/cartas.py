"""Las cartas de invitación: una página por actor, en Word o PDF, de a una o todas en un zip.

La carta va a la institución. El nombre y el correo de las personas no están en la Mesa, y por eso
tampoco aquí: se escriben a mano en el papel.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil

from mesa_territorial.analisis.frases import enumerar
from mesa_territorial.dominio.actores import Sector, nombre_comparable
from mesa_territorial.dominio.convocatoria import Invitacion
from mesa_territorial.dominio.genero_codigos import Cuidado
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.esquemas.genero_catalogos import CUIDADOS
from mesa_territorial.intercambio.atado import atar
from mesa_territorial.intercambio.cartas_plantillas import (
    desconocidos_en,
    faltan_en,
    llenar,
    plantilla_del_kit,
)
from mesa_territorial.intercambio.escritos import (
    Bloque,
    Escrito,
    Firma,
    Firmas,
    Papel,
    Parrafo,
    Portada,
    escribir_docx,
    escribir_pdf,
    escrito_de_mesa,
    fecha_larga,
    negrita,
)
from mesa_territorial.intercambio.escritos.salida import territorio_de

# Medido sobre el PDF en tamaño carta, con fecha, destinatario y firma; una prueba lo comprueba.
LETRAS_POR_RENGLON, RENGLONES_DE_UNA_HOJA, ENTRE_PARRAFOS = 90, 28, 0.45
FORMATOS: Mapping[str, tuple[str, Callable[[Escrito], bytes]]] = {
    "Word": ("docx", escribir_docx),
    "PDF": ("pdf", escribir_pdf),
}


@dataclass(frozen=True, slots=True)
class Carta:
    """Una carta lista para mirar: su texto, lo que le falta y si alguien la corrigió a mano."""

    actor: str
    texto: str
    falta: tuple[str, ...]
    a_mano: bool

    @property
    def es_larga(self) -> bool:
        """Si no cabe en una página, contando los renglones que ocuparía."""
        return sum(map(_renglones, self.texto.split("\n\n"))) > RENGLONES_DE_UNA_HOJA


def _renglones(parrafo: str) -> float:
    lineas = parrafo.splitlines() or [""]
    return sum(max(1, ceil(len(x) / LETRAS_POR_RENGLON)) for x in lineas) + ENTRE_PARRAFOS


def plantilla_de(mesa: Mesa, sector: str) -> str:
    """La plantilla de ese sector: la que cambió el equipo o, si no, la del kit."""
    propia = mesa.convocatoria.plantillas.get(sector)
    return propia.texto if propia and propia.texto.strip() else plantilla_del_kit(Sector(sector))


def carta_de(mesa: Mesa, id_actor: str) -> Carta:
    """La carta al actor: la corregida a mano o la de la plantilla de su sector, con sus datos."""
    actor = mesa.actor(id_actor)
    invitacion = mesa.convocatoria.invitaciones.get(id_actor) or Invitacion(id=id_actor)
    if invitacion.carta.strip():
        falta = tuple(
            f"un dato que no se llena: {{{h}}}" for h in desconocidos_en(invitacion.carta)
        )
        return Carta(id_actor, invitacion.carta.strip(), falta, a_mano=True)
    plantilla, valores = plantilla_de(mesa, actor.sector), _valores(mesa, invitacion)
    falta = (*faltan_en(plantilla, valores), *_erratas(plantilla))
    return Carta(id_actor, llenar(plantilla, valores), falta, a_mano=False)


def _erratas(texto: str) -> tuple[str, ...]:
    return tuple(f"un dato que no se llena: {{{hueco}}}" for hueco in desconocidos_en(texto))


def _valores(mesa: Mesa, invitacion: Invitacion) -> dict[str, str]:
    c = mesa.convocatoria
    return {
        "actor": mesa.actor(invitacion.id).nombre,
        "mesa": mesa.nombre,
        "territorio": territorio_de(mesa),
        "convoca": _nombre(mesa, c.convoca),
        "objetivo": mesa.objetivo.strip(),
        "por_que": invitacion.por_que.strip(),
        "ofrece": invitacion.ofrece.strip(),
        "pide": invitacion.pide.strip(),
        "sesion": sesion_en_palabras(mesa),
        "responder": fecha_larga(c.responder_hasta) if c.responder_hasta else "",
        "cuidados": _cuidados(mesa),
        "presenta": _nombre(mesa, invitacion.presenta),
    }


def _cuidados(mesa: Mesa) -> str:
    """Lo que la estrategia de género (tema 6) ofrece para que pueda venir quien cuida."""
    g = mesa.genero
    ofrece = [CUIDADOS[c].lower() for c in g.cuidados if c is not Cuidado.NADA]
    partes = [f"Horario: {g.horario.strip().rstrip('.')}."] if g.horario.strip() else []
    partes += [f"Para quien cuida: {enumerar(ofrece)}."] if ofrece else []
    return " ".join(partes)


def _nombre(mesa: Mesa, id_actor: str | None) -> str:
    return mesa.actor(id_actor).nombre if id_actor else ""


def sesion_en_palabras(mesa: Mesa) -> str:
    """«el 3 de diciembre de 2026, a las 10:30, en Sede social»; vacío si no hay fecha."""
    c = mesa.convocatoria
    if not c.sesion_fecha:
        return ""
    partes = [f"el {fecha_larga(c.sesion_fecha)}"]
    partes += [f"a las {c.sesion_hora}"] if c.sesion_hora else []
    partes += [f"en {c.sesion_lugar.strip()}"] if c.sesion_lugar.strip() else []
    return ", ".join(partes)


def escribir_carta(mesa: Mesa, id_actor: str, hoy: date) -> Escrito:
    """La carta como escrito de una página; la fecha es la de la invitación o, si no hay, hoy."""
    actor, carta = mesa.actor(id_actor), carta_de(mesa, id_actor)
    invitacion = mesa.convocatoria.invitaciones.get(id_actor)
    fecha = (invitacion.fecha if invitacion else "") or hoy.isoformat()
    return escrito_de_mesa(
        mesa,
        f"Invitación a {actor.nombre}",
        tuple(_bloques(mesa, actor.nombre, carta.texto, fecha)),
        fecha=fecha,
        portada=Portada.NINGUNA,
        papel=Papel.CARTA,
    )


def _bloques(mesa: Mesa, nombre: str, texto: str, fecha: str) -> Iterator[Bloque]:
    c = mesa.convocatoria
    yield Parrafo(fecha_larga(fecha))
    yield Parrafo(("Señoras y señores\n", negrita(nombre), "\nPresente"))
    yield Parrafo((negrita("Materia: "), f"Invitación a la Mesa «{mesa.nombre}»"))
    for parrafo in texto.split("\n\n"):
        yield Parrafo(parrafo)
    yield Parrafo("Se despide atentamente,")
    yield Firmas((Firma(cargo=c.cargo, en_nombre_de=_nombre(mesa, c.convoca)),))


def archivo_de_carta(mesa: Mesa, id_actor: str, hoy: date, formato: str) -> tuple[str, bytes]:
    """El nombre y el contenido de la carta en «Word» o «PDF»."""
    exigir(formato in FORMATOS, f"Las cartas no se hacen en «{formato}»: elija Word o PDF.")
    extension, escribir = FORMATOS[formato]
    nombre = _nombre_de_archivo(f"Invitacion {mesa.actor(id_actor).nombre}")
    return f"{nombre}.{extension}", escribir(escribir_carta(mesa, id_actor, hoy))


def cartas_en_zip(mesa: Mesa, ids: Iterable[str], hoy: date, formato: str) -> tuple[str, bytes]:
    """Todas las cartas en un zip, cada una con el nombre de su actor; sin repetir nombres."""
    partes: dict[str, bytes] = {}
    for id_actor in ids:
        nombre, contenido = archivo_de_carta(mesa, id_actor, hoy, formato)
        if nombre in partes:
            nombre = f"{len(partes) + 1}_{nombre}"
        partes[nombre] = contenido
    exigir(bool(partes), "No hay cartas que bajar: escriba primero una invitación.")
    return f"Cartas_{_nombre_de_archivo(mesa.nombre)}_{formato}.zip", atar(partes)


def _nombre_de_archivo(crudo: str) -> str:
    """Sin tildes ni signos: así ningún sistema de archivos lo rechaza ni lo confunde."""
    limpio = "".join(c if c.isalnum() else " " for c in nombre_comparable(crudo))
    return "_".join(p.capitalize() for p in limpio.split())[:80] or "Carta"
