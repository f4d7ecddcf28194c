"""La despedida: cada quien se lleva copia de sus Mesas y de la de su grupo."""

from collections.abc import Callable
from functools import partial
from urllib.parse import quote

from tornado.ioloop import IOLoop
from tornado.web import HTTPError, authenticated

from mesa_territorial.almacen import Almacen
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.servidor.taller.paginas import DelTaller

TIPOS = {
    "mesa": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Despedida(DelTaller):
    """``/taller/despedida``: las copias de quien visita."""

    @authenticated
    def get(self) -> None:
        """La lista de sus Mesas, con sus archivos."""
        suyas = self.almacen.a_nombre_de(self.persona.id).listar()
        self.mostrar(
            "taller_despedida.html.j2",
            mesas=[m for m in suyas if m.papel != "tutoria"],
            retorno=self.porteria.codigo_de_retorno(self.persona.id),
            abierto=self.porteria.esta_abierto,
        )


class Copia(DelTaller):
    """``/taller/copia/<clave>.mesa`` o ``.xlsx``: una Mesa a la que la persona llega."""

    @authenticated
    async def get(self, clave: str, formato: str) -> None:
        """El archivo; 404 si no existe o es ajena, que se dicen igual, y 429 si pide demasiadas."""
        self._exigir_calma()
        suyo = self.almacen.a_nombre_de(self.persona.id)
        try:
            # Armar una planilla toma décimas de segundo: que nadie más las espere.
            con_privado = self.get_query_argument("privado", "") == "si"
            mesa, contenido = await IOLoop.current().run_in_executor(
                None, partial(armar_copia, suyo, clave, formato, con_privado=con_privado)
            )
        except ReglaRota:
            raise HTTPError(404) from None
        nombre = quote(f"{_sin_signos(mesa.nombre)}.{formato}")
        self.set_header("Content-Type", TIPOS[formato])
        self.set_header("Content-Disposition", f"attachment; filename*=UTF-8''{nombre}")
        self.set_header("Cache-Control", "no-store")
        self.finish(contenido)

    def _exigir_calma(self) -> None:
        # Armar una planilla cuesta: el mismo freno que tiene cada persona al abrir páginas.
        ritmo, quien = self.settings["mesa_ritmo"], self.persona.id
        if ritmo.espera(quien):
            raise HTTPError(429)
        ritmo.fallar(quien)


def armar_copia(
    almacen: Almacen, clave: str, formato: str, *, con_privado: bool = False
) -> tuple[Mesa, bytes]:
    """La Mesa y su archivo; levanta ``ReglaRota`` si ``almacen`` no llega a ella.

    Sólo la copia «mesa» puede llevar lo privado del equipo, y únicamente si se pide.
    """
    from mesa_territorial import intercambio
    from mesa_territorial.intercambio.guardadas import llevar

    if formato == "mesa":
        return llevar(almacen, clave, con_privado=con_privado)
    mesa = almacen.leer(clave).mesa
    exportar: Callable[[Mesa], bytes] = intercambio.exportar_xlsx
    return mesa, exportar(mesa)


def _sin_signos(nombre: str) -> str:
    limpio = "".join(c if c.isalnum() or c in " -_" else " " for c in nombre)
    return "_".join(limpio.split())[:80] or "mesa"
