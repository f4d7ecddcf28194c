"""Las direcciones de la conducción y de la despedida."""

from typing import Any

from mesa_territorial.servidor.taller.acciones import (
    Anuncio,
    Asiento,
    Borrado,
    Cierre,
    Formacion,
    Reparto,
)
from mesa_territorial.servidor.taller.despedida import Copia, Despedida
from mesa_territorial.servidor.taller.novedades import Novedades
from mesa_territorial.servidor.taller.paginas import (
    CodigoEnGrande,
    EstadoDelTaller,
    Mirada,
    PaginaDeConduccion,
    Voto,
)

_CLAVE = r"([A-Za-z0-9_-]{1,64})"

RUTAS: list[tuple[str, Any]] = [
    (r"/taller", PaginaDeConduccion),
    (r"/taller/estado", EstadoDelTaller),
    (r"/taller/codigo", CodigoEnGrande),
    (rf"/taller/mirar/{_CLAVE}", Mirada),
    (rf"/taller/votar/{_CLAVE}", Voto),
    (r"/taller/anunciar", Anuncio),
    (r"/taller/formar", Formacion),
    (r"/taller/sentar", Asiento),
    (r"/taller/repartir", Reparto),
    (r"/taller/cerrar", Cierre),
    (r"/taller/borrar", Borrado),
    (r"/taller/novedades", Novedades),
    (r"/taller/despedida", Despedida),
    (rf"/taller/copia/{_CLAVE}\.(mesa|xlsx)", Copia),
]
