"""De un archivo oficial a sus indicadores posibles y sus campamentos, sin tocar la Mesa."""

from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.intercambio.oficiales.apertura import abrir_oficial
from mesa_territorial.intercambio.oficiales.archivo import ArchivoOficial
from mesa_territorial.intercambio.oficiales.catastro import es_catastro, leer_catastro
from mesa_territorial.intercambio.oficiales.columnas import leer_columnas
from mesa_territorial.intercambio.oficiales.conocidas import anio_de
from mesa_territorial.intercambio.oficiales.tabla import TablaComunal, buscar_tabla

_SIN_CUT = (
    "«{}» no trae una columna con el código de comuna (CUT). Se cruza por código y nunca por "
    "nombre, porque varias comunas tienen dos grafías: baje la versión que lo incluye."
)


def leer_oficial(nombre: str, contenido: bytes) -> ArchivoOficial:
    """Lo que el archivo puede aportar a una ficha territorial.

    Levanta ``ReglaRota`` si no se puede leer, si no trae códigos de comuna o si no hay en él
    ningún indicador ni campamento.
    """
    libro, avisos = abrir_oficial(nombre, contenido)
    tablas = [t for t in map(buscar_tabla, libro.hojas) if t is not None]
    exigir(bool(tablas), _SIN_CUT.format(nombre))
    catastros = [t for t in tablas if es_catastro(t)]
    parejas = [t for t in tablas if t not in catastros and t.una_fila_por_comuna]
    largas = [t for t in tablas if t not in catastros and t not in parejas]
    dichos = (*avisos, *map(_repite, largas))
    candidatos = tuple(c for t in parejas for c in leer_columnas(t, nombre))
    campamentos = tuple(c for t in catastros for c in leer_catastro(t))
    hay = bool(candidatos or campamentos)
    exigir(hay, " ".join((f"«{nombre}» no trae números por comuna.", *dichos)))
    return ArchivoOficial(
        nombre=nombre,
        candidatos=candidatos,
        campamentos=campamentos,
        anio_del_catastro=anio_de(nombre, *(t.arriba for t in catastros)) if catastros else None,
        avisos=dichos,
    )


def _repite(tabla: TablaComunal) -> str:
    return (
        f"La hoja «{tabla.hoja}» tiene varias filas por comuna (por edad o por año) y no se leyó: "
        "use la que trae una fila por comuna."
    )
