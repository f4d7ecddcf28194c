"""El estante: las Mesas de la persona, como las necesita la pantalla «Mi Mesa»."""

from typing import Any

from mesa_territorial.almacen import Resumen
from mesa_territorial.almacen.papelera import GRACIA
from mesa_territorial.casos import cargar_caso, comuna
from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.dominio.mesa import LARGO_NOMBRE, Mesa
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.intercambio.guardadas import llevar, traer
from mesa_territorial_widgets.componentes.exportador import nombre_de_copia
from mesa_territorial_widgets.contexto.contexto import Contexto, crear_id

CASO = "mesa_campanilla"


class EstanteDeMesas:
    """Cumple el protocolo ``componentes.mi_mesa.Estante`` sobre un contexto."""

    def __init__(self, contexto: Contexto) -> None:
        self._contexto = contexto
        self._almacen = contexto.almacen

    def fichas(self, *, papelera: bool = False) -> list[dict[str, Any]]:
        """Una ficha por Mesa, de la más reciente a la más antigua."""
        abierta = self._contexto.clave
        resumenes = sorted(
            self._contexto.mesas(papelera=papelera), key=lambda r: r.cambiada, reverse=True
        )
        return [_ficha(r, abierta) for r in resumenes]

    def crear(self, *, nombre: str, lugar: str, cut: str, nivel: str) -> str:
        """Crea la Mesa y la deja abierta; devuelve su clave."""
        exigir(nivel in set(Nivel), f"No se conoce el nivel «{nivel}». Elija uno de la lista.")
        territorio = Territorio(cut_comuna=comuna(cut).cut, lugar=lugar, nivel=Nivel(nivel))
        mesa = Mesa(id=crear_id("m"), nombre=nombre.strip(), territorio=territorio)
        self._contexto.crear(mesa)
        return mesa.id

    def duplicar(self, clave: str) -> None:
        """Guarda una copia de la Mesa, con su propio historial."""
        nombre = _con_apellido(self._almacen.leer(clave).mesa.nombre, "(copia)")
        self._almacen.duplicar(
            clave, nueva_clave=crear_id("m"), nombre=nombre, autor=self._contexto.firma
        )

    def borrar(self, clave: str) -> None:
        """Manda la Mesa a la papelera."""
        self._almacen.borrar(clave, autor=self._contexto.firma)

    def recuperar(self, clave: str) -> None:
        """Saca la Mesa de la papelera."""
        self._almacen.recuperar(clave, autor=self._contexto.firma)

    def renombrar(self, clave: str, nombre: str) -> None:
        """Le cambia el nombre a la Mesa; levanta ``ReglaRota`` si queda vacío."""
        frase = f"Cambió el nombre de la Mesa a «{nombre.strip()}»"
        self._almacen.cambiar(
            clave, frase, lambda m: m.con(nombre=nombre.strip()), autor=self._contexto.firma
        )

    def exportar(self, clave: str, *, con_privado: bool = False) -> tuple[str, bytes]:
        """El archivo ``.mesa`` con la Mesa y su historial, y su nombre."""
        mesa, contenido = llevar(self._almacen, clave, con_privado=con_privado)
        return nombre_de_copia(mesa.nombre, con_privado=con_privado), contenido

    def importar(self, contenido: bytes) -> str:
        """Trae una Mesa de un archivo ``.mesa``; devuelve su nombre."""
        autor = self._contexto.firma
        mesa = traer(self._almacen, contenido, autor=autor, crear_clave=lambda: crear_id("m"))
        return mesa.nombre

    def copiar_caso(self) -> None:
        """Agrega una copia del caso Campanilla, para ensayar sin miedo."""
        caso = cargar_caso(CASO)
        self._contexto.crear(
            caso.con(id=crear_id("m"), nombre=_con_apellido(caso.nombre, "(ensayo)"))
        )

    def nombrar_autor(self, nombre: str) -> None:
        """Cambia cómo firma la persona en el historial."""
        self._contexto.nombrar_autor(nombre)


def _con_apellido(nombre: str, apellido: str) -> str:
    return f"{nombre[: LARGO_NOMBRE - len(apellido) - 1]} {apellido}"


def _ficha(r: Resumen, abierta: str | None) -> dict[str, Any]:
    vence = f"{(r.borrada + GRACIA).astimezone():%d-%m-%Y}" if r.borrada else ""
    return {
        "clave": r.clave,
        "nombre": r.nombre,
        "comuna": _nombre_de_comuna(r.cut_comuna),
        "lugar": r.lugar,
        "actores": r.actores,
        "relaciones": r.relaciones,
        "cambiada": f"{r.cambiada.astimezone():%d-%m-%Y %H:%M}",
        "abierta": r.clave == abierta,
        "ilustrativa": r.ilustrativa,
        "papel": r.papel,
        "vence": vence,
    }


def _nombre_de_comuna(cut: str) -> str:
    try:
        return comuna(cut).nombre
    except ReglaRota:
        return cut
