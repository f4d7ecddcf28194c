"""Lo que ve quien facilita, ya en palabras: lo mismo para la plantilla y para la pantalla viva."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from mesa_territorial.almacen.padron import Grupo, MesaDeAlguien
from mesa_territorial.textos import numero

MEGA = 1024 * 1024
_ROLES = {"participante": "", "facilitador": "Facilita", "tutor": "Acompaña"}


def armar_vista(
    estado: Mapping[str, Any],
    grupos: Sequence[Grupo],
    mesas: Sequence[MesaDeAlguien],
    *,
    ahora: datetime,
    titular: Callable[[str], str],
    conducen: Mapping[str, datetime],
) -> dict[str, Any]:
    """Las cifras, la tabla de personas y las mesas formadas, en textos listos.

    ``estado`` es el de la sala; ``titular`` da el título de la página de una dirección; ``ahora``
    lleva zona; ``conducen`` son quienes miran esto mismo, que no ocupan un núcleo.
    """
    fila = [e["id"] for e in estado["esperando"]]
    nombres = {g.id: g.nombre for g in grupos}
    personas = [
        {
            **_persona(p, fila, ahora, titular),
            **_conduciendo(p, conducen),
            "grupo": nombres.get(p["grupo"] or "", ""),
            "mesas": [
                {"clave": m.clave, "nombre": m.nombre}
                for m in mesas
                if m.persona == p["id"] and m.papel == "duenia"
            ],
        }
        for p in estado["personas"]
    ]
    return {
        "abierto": estado["abierto"],
        "cifras": _cifras(estado),
        "personas": personas,
        "grupos": [_grupo(g, estado["personas"]) for g in grupos],
    }


def _cifras(estado: Mapping[str, Any]) -> list[dict[str, str]]:
    gente = [p for p in estado["personas"] if p["rol"] == "participante"]
    adentro = sum(p["conectada"] for p in gente)
    cupo, memoria = estado["cupo"], estado["memoria"]
    return [
        {"que": "Adentro", "cuanto": f"{numero(adentro)} de {numero(len(gente))}"},
        {"que": "En la fila", "cuanto": numero(len(estado["esperando"]))},
        {
            "que": "Páginas abiertas",
            "cuanto": f"{numero(cupo['ocupados'])} de {numero(cupo['lugares'])} que caben",
        },
        {"que": "Memoria libre", "cuanto": en_megas(memoria["disponible"])},
        {"que": "Códigos errados", "cuanto": numero(estado["fallidos"])},
    ]


def _persona(
    p: Mapping[str, Any], fila: Sequence[str], ahora: datetime, titular: Callable[[str], str]
) -> dict[str, Any]:
    memoria = sum(pagina["memoria"] for pagina in p["paginas"])
    return {
        "id": p["id"],
        "nombre": p["nombre"],
        "rol": _ROLES.get(p["rol"], ""),
        "se_sienta": p["rol"] == "participante",
        "estado": _estado(p, fila),
        "donde": _donde(p["paginas"], titular),
        "vista": hace_cuanto(p["vista"], ahora),
        "memoria": en_megas(memoria) if memoria else "",
    }


def _conduciendo(p: Mapping[str, Any], conducen: Mapping[str, datetime]) -> dict[str, str]:
    if p["id"] not in conducen or p["conectada"]:
        return {}
    return {"estado": "Adentro", "donde": "Conducir", "vista": "ahora"}


def _estado(p: Mapping[str, Any], fila: Sequence[str]) -> str:
    if p["id"] in fila:
        return f"En la fila ({fila.index(p['id']) + 1}º)"
    if p["conectada"]:
        return "Adentro"
    if p["paginas"]:
        return "Sin señal"
    return "Fuera"


def _donde(paginas: Sequence[Mapping[str, Any]], titular: Callable[[str], str]) -> str:
    if not paginas:
        return ""
    ultima = max(paginas, key=lambda pagina: pagina["vista"])
    otras = len(paginas) - 1
    return titular(ultima["direccion"]) + (f" y {numero(otras)} más" if otras else "")


def _grupo(grupo: Grupo, personas: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    sentadas = [p for p in personas if p["grupo"] == grupo.id]
    return {
        "id": grupo.id,
        "nombre": grupo.nombre,
        "mesa": grupo.mesa,
        "personas": [p["nombre"] for p in sentadas],
        "adentro": sum(p["conectada"] for p in sentadas),
    }


def hace_cuanto(cuando: datetime | None, ahora: datetime) -> str:
    """«ahora», «hace 40 s», «hace 3 min» o «a las 14:05»; vacío si nunca.

    >>> hace_cuanto(None, datetime(2026, 1, 1))
    ''
    """
    if cuando is None:
        return ""
    segundos = (ahora - cuando).total_seconds()
    if segundos < 10:
        return "ahora"
    if segundos < 60:
        return f"hace {numero(segundos)} s"
    if segundos < 3600:
        return f"hace {numero(segundos // 60)} min"
    return f"a las {cuando.astimezone(ahora.tzinfo):%H:%M}"


def en_megas(tamano: float) -> str:
    """Un tamaño en bytes como se lee: «45 MB», «5,2 GB».

    >>> en_megas(45 * 1024 * 1024), en_megas(5.2 * 1024**3)
    ('45 MB', '5,2 GB')
    """
    megas = tamano / MEGA
    return f"{numero(megas)} MB" if megas < 1024 else f"{numero(megas / 1024, 1)} GB"
