"""El historial de la Mesa abierta, conectado a su pantalla."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from mesa_territorial_widgets.componentes.historial import Historial
from mesa_territorial_widgets.contexto.contexto import Contexto


def historial_de(contexto: Contexto) -> Historial:
    """El historial filtrable de la Mesa abierta; «volver» deja un cambio que también se deshace."""

    def buscar(**filtro: Any) -> list[dict[str, Any]]:
        return [_fila(s) for s in contexto.historial(**_como_almacen(filtro))]

    historial = Historial(buscar=buscar, volver=contexto.guardado.volver_a)
    contexto.guardado.avisar_cambios(historial.refrescar)
    return historial


def _como_almacen(filtro: dict[str, Any]) -> dict[str, Any]:
    limpio = {k: v for k, v in filtro.items() if v not in (None, "")}
    for campo, dias in (("desde", 0), ("hasta", 1)):
        if campo in limpio:
            limpio[campo] = _medianoche(str(limpio[campo])) + timedelta(days=dias)
    return limpio


def _medianoche(dia: str) -> datetime:
    return datetime.combine(date.fromisoformat(dia), time()).astimezone(UTC)


def _fila(suceso: Any) -> dict[str, Any]:
    cuando = suceso.cuando.astimezone()
    return {
        "numero": suceso.numero,
        "autor": suceso.autor,
        "cuando": f"{cuando:%d-%m-%Y}",
        "hora": f"{cuando:%H:%M}",
        "frase": suceso.frase,
        "tipo": suceso.tipo,
        "deshecho": suceso.deshecho,
    }
