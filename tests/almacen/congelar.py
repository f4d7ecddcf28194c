"""Congela la base de la versión publicada, para que las siguientes prueben que la suben.

    python tests/almacen/congelar.py

Se corre una sola vez por versión, al publicarla, y el archivo no se vuelve a escribir.
"""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from mesa_territorial import __version__
from mesa_territorial.almacen import Almacen, Contacto, Respuesta
from mesa_territorial.dominio.actores import Actor, Nivel, Relacion, Sector, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa, Momento
from mesa_territorial.dominio.territorio import Territorio

CONGELADAS = Path(__file__).parent / "congeladas"
INICIO = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def archivo(version: str) -> Path:
    """La base congelada de esa versión."""
    return CONGELADAS / f"v{version.replace('.', '_')}.sqlite"


def llenar(almacen: Almacen) -> None:
    """Una historia corta con un poco de todo."""
    almacen.crear(_mesa("aromos"), autor="ana")
    almacen.cambiar(
        "aromos",
        "subió SERVIU",
        lambda m: m.con_cambio_de_actor("serviu", influencia=4),
        autor="ana",
    )
    almacen.cambiar(
        "aromos", "anotó", lambda m: m.con_cambio_de_actor("muni", nota="llamar"), autor="beto"
    )
    almacen.deshacer("aromos", autor="beto")
    almacen.crear(_mesa("botada"), autor="ana")
    almacen.borrar("botada", autor="ana")
    almacen.activar_contactos("aromos")
    almacen.agregar_contacto(_contacto())
    almacen.anotar_respuesta(_respuesta())
    almacen.guardar_preferencia("ana", "mapa", {"color": "oscuro"})


def _con(actor: str, **campos: object) -> Callable[[Mesa], Mesa]:
    return lambda mesa: mesa.con_cambio_de_actor(actor, **campos)


def _mesa(clave: str) -> Mesa:
    serviu = Actor(
        id="serviu", nombre="SERVIU", sector=Sector.PUBLICO, nivel=Nivel.REGION, influencia=3, x=1.5
    )
    muni = Actor(id="muni", nombre="Municipalidad «Ñ»", sector=Sector.PUBLICO)
    vinculo = Relacion(id="r1", de="serviu", hacia="muni", tipo=TipoRelacion.CONFLICTO)
    return Mesa(
        id=clave,
        nombre="Los Aromos",
        territorio=Territorio(cut_comuna="05101", lugar="Cerro"),
        ilustrativa=True,
        actores={"serviu": serviu, "muni": muni},
        relaciones={"r1": vinculo},
        momentos={"actual": Momento(id="actual", nombre="Hoy")},
    )


def _contacto() -> Contacto:
    return Contacto(
        id="c1",
        mesa="aromos",
        actor_id="serviu",
        cargo="Encargatura",
        correo="campamentos@serviu.example.cl",
        finalidad="Convocar",
        base="Dato público del cargo",
        caduca=date(2099, 1, 1),
    )


def _respuesta() -> Respuesta:
    return Respuesta(
        evento="e-1",
        persona="ana",
        tema="mapa_de_actores",
        item="sector",
        version_contenido="a1b2",
        dada=["publico"],
        correcta=True,
        puntaje=1.0,
        intento=1,
        pistas=0,
        rendida=False,
        cuando=INICIO,
    )


def main() -> int:
    """Escribe la base de esta versión, si todavía no existe."""
    destino = archivo(__version__)
    if destino.exists():
        sys.stdout.write(f"{destino.name} ya está congelada: no se toca.\n")
        return 1
    horas = iter(INICIO + timedelta(minutes=n) for n in range(1000))
    trabajo = destino.with_suffix(".tmp")
    with Almacen.abrir(trabajo, reloj=lambda: next(horas)) as almacen:
        llenar(almacen)
        almacen.respaldar(destino)
    trabajo.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
