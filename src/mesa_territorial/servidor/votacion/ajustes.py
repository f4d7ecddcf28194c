"""Con qué se levanta el servidor de votos."""

from dataclasses import dataclass, field
from pathlib import Path

from mesa_territorial.almacen.urna import lugar_de_la_urna
from mesa_territorial.servidor.ajustes import base_por_defecto

PUERTO = 8870


@dataclass(frozen=True, kw_only=True)
class AjustesDeVotos:
    """Los ajustes de un servidor de votos.

    ``direccion`` es donde escucha; ``anfitrion``, el nombre o número con que lo ven los celulares
    (vacío: el mismo). ``certificado`` y ``llave`` son los archivos PEM del TLS, juntos o ninguno.
    ``fallas_por_minuto`` frena a quien adivina códigos (por dirección y en total).
    """

    urna: Path = field(default_factory=lambda: lugar_de_la_urna(base_por_defecto()))
    direccion: str = "127.0.0.1"
    puerto: int = PUERTO
    anfitrion: str = ""
    certificado: Path | None = None
    llave: Path | None = None
    fallas_por_minuto: tuple[int, int] = (10, 600)
    aparatos: int = 5_000

    @property
    def es_segura(self) -> bool:
        """Si atiende con TLS."""
        return self.certificado is not None

    def publica(self, puerto: int) -> str:
        """La dirección que va en el código QR, sin barra final."""
        esquema = "https" if self.es_segura else "http"
        anfitrion = self.anfitrion or self.direccion
        if ":" in anfitrion:
            anfitrion = f"[{anfitrion}]"
        return f"{esquema}://{anfitrion}:{puerto}"
