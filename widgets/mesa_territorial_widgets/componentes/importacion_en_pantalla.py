"""Cómo se ve una importación en la pantalla: sólo textos y números, listos para pintar."""

from collections.abc import Mapping
from typing import Any

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.intercambio import (
    FilaRevisada,
    Forma,
    Problema,
    Revision,
    letra_de_columna,
)
from mesa_territorial.intercambio.libro import texto_de
from mesa_territorial.textos import (
    CAMPOS_DE_ACTOR,
    CAMPOS_DE_RELACION,
    TIPOS_DE_RELACION,
    etiqueta_de,
    numero,
)
from mesa_territorial_widgets.componentes.importacion import (
    MISMA_DE_LA_FILA,
    MISMA_DE_LA_MESA,
    Importacion,
    sin_decidir,
)
from mesa_territorial_widgets.componentes.importacion_dicha import decir_balance

FILAS_DE_MUESTRA, LETRAS_DE_MUESTRA = 8, 60
COLUMNAS_DE_MUESTRA = 12
FORMAS_EN_PALABRAS: Mapping[Forma, tuple[str, str]] = {
    "actores": ("Una lista de actores", "Una fila por institución u organización."),
    "relaciones": ("Una lista de relaciones", "Una fila por vínculo, con columnas De y Hacia."),
    "matriz": ("Una matriz de actores", "Los mismos nombres en filas y columnas."),
    "netmap": ("Una transcripción de Net-Map", "Actores con la altura de su torre."),
}
_CAMPOS_DE_MATRIZ = {"de": "El nombre del actor de la fila", "hacia": "Un actor, por su título"}


def pintar_hoja(importacion: Importacion) -> dict[str, Any]:
    """Las hojas, las primeras filas de la elegida y qué parece traer."""
    hoja = importacion.hoja_elegida
    muestra = hoja.filas[: max(FILAS_DE_MUESTRA, importacion.encabezado + 3)]
    return {
        "archivo": importacion.libro.nombre,
        "hojas": [{"nombre": h.nombre, "filas": len(h.filas)} for h in importacion.libro.hojas],
        "hoja": importacion.hoja,
        "muestra": [[_corto(c) for c in fila[:COLUMNAS_DE_MUESTRA]] for fila in muestra],
        "columnas_ocultas": max(0, len(hoja.filas[0]) - COLUMNAS_DE_MUESTRA if hoja.filas else 0),
        "encabezado": importacion.encabezado,
        "forma": importacion.forma,
        "formas": [
            {"clave": clave, "nombre": nombre, "que": que}
            for clave, (nombre, que) in FORMAS_EN_PALABRAS.items()
        ],
        "avisos": list(hoja.avisos),
    }


def _corto(celda: Any) -> str:
    texto = texto_de(celda)
    return texto if len(texto) <= LETRAS_DE_MUESTRA else texto[: LETRAS_DE_MUESTRA - 1] + "…"


def campos_de(forma: Forma) -> dict[str, str]:
    """Con qué se puede emparejar una columna: de clave a nombre."""
    if forma == "matriz":
        return dict(_CAMPOS_DE_MATRIZ)
    return dict(CAMPOS_DE_RELACION if forma == "relaciones" else CAMPOS_DE_ACTOR)


def pintar_columnas(importacion: Importacion, mesa: Mesa) -> dict[str, Any]:
    """Cada columna con su título, ejemplos y el campo sugerido; y lo que se supone si falta."""
    hoja, supuestos = importacion.hoja_elegida, importacion.supuestos
    titulos = hoja.filas[importacion.encabezado]
    cuerpo = hoja.filas[importacion.encabezado + 1 :]
    return {
        "columnas": [
            {
                "indice": i,
                "letra": letra_de_columna(i),
                "titulo": _corto(titulo),
                "ejemplos": _ejemplos(cuerpo, i),
                "campo": importacion.columnas.get(i, ""),
            }
            for i, titulo in enumerate(titulos)
        ],
        "campos": [{"clave": c, "nombre": n} for c, n in campos_de(importacion.forma).items()],
        "supuestos": {"sector": supuestos.sector or "", "tipo": str(supuestos.tipo)},
        "momento": importacion.momento,
        "momentos": [{"clave": m.id, "nombre": m.nombre} for m in mesa.momentos_en_orden],
    }


def _ejemplos(cuerpo: Any, columna: int) -> list[str]:
    con_algo = (t for t in (_corto(fila[columna]) for fila in cuerpo[:200]) if t)
    return list(dict.fromkeys(con_algo))[:3]


def pintar_revision(
    importacion: Importacion, revision: Revision, *, ver: str, hasta: int
) -> dict[str, Any]:
    """Las filas de la clase que se mira (todas si ``ver`` es vacío), hasta ``hasta``."""
    elegidas = [f for f in revision.filas if not ver or f.clase == ver]
    cuentas = revision.cuentas
    return {
        "ver": ver,
        "filas": [_fila(f, importacion.forma) for f in elegidas[:hasta]],
        "hay": len(elegidas),
        "cuentas": {
            "nueva": cuentas.nuevas,
            "actualiza": cuentas.actualizan,
            "igual": cuentas.iguales,
            "error": cuentas.errores,
        },
        "parecidos": _parecidos(importacion, revision),
        "sin_decidir": sin_decidir(importacion, revision),
        "avisos": list(revision.avisos),
        "resumen": decir_balance(importacion, revision),
    }


def _fila(fila: FilaRevisada, forma: Forma) -> dict[str, Any]:
    return {
        "numero": fila.numero,
        "clase": fila.clase,
        "titulo": fila.titulo,
        "cambios": [
            {
                "campo": _nombre_de(c, forma),
                "antes": _decir(c, a, forma),
                "despues": _decir(c, d, forma),
            }
            for c, (a, d) in fila.cambios.items()
        ],
        "problemas": [_problema(p) for p in fila.problemas],
        "avisos": list(fila.avisos),
    }


def _nombre_de(campo: str, forma: Forma) -> str:
    nombres = CAMPOS_DE_RELACION if forma in ("relaciones", "matriz") else CAMPOS_DE_ACTOR
    return nombres.get(campo, campo)


def _decir(campo: str, valor: Any, forma: Forma) -> str:
    if valor is None or valor == "":
        return ""
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    if isinstance(valor, int | float):
        return numero(valor, 0 if float(valor).is_integer() else 1)
    if campo == "tipo" and forma in ("relaciones", "matriz"):
        return TIPOS_DE_RELACION.get(str(valor), str(valor))
    return _corto(etiqueta_de(campo, str(valor)))


def _problema(p: Problema) -> dict[str, Any]:
    return {
        "frase": p.frase,
        "fila": p.fila,
        "columna": p.columna or p.letra,
        "indice": p.indice,
        "valor": p.valor,
    }


def _parecidos(importacion: Importacion, revision: Revision) -> list[dict[str, Any]]:
    por_fila: dict[int, dict[str, Any]] = {}
    for p in revision.parecidos:
        propio = por_fila.setdefault(
            p.numero_fila,
            {
                "fila": p.numero_fila,
                "nombre": p.nombre_fila,
                "decision": importacion.decisiones.get(p.numero_fila, ""),
                "opciones": [],
            },
        )
        de_fila = p.fila_existente is not None
        clave = (
            f"{MISMA_DE_LA_FILA}{p.fila_existente}"
            if de_fila
            else f"{MISMA_DE_LA_MESA}{p.id_existente}"
        )
        donde = f"fila {p.fila_existente}" if de_fila else "ya está en la Mesa"
        propio["opciones"].append({"clave": clave, "nombre": p.nombre_existente, "donde": donde})
    return list(por_fila.values())
