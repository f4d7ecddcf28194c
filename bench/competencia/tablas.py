"""De lo medido a una tabla de medianas con su mínimo y su máximo, y las metas con su veredicto."""

from collections.abc import Callable, Iterable
from statistics import median, quantiles
from typing import Any

from competencia.contendores import CONTENDORES

Resultados = dict[str, dict[str, list[Any]]]
Cifras = list[float]
NADA = "—"


def _numero(valor: float) -> str:
    decimales = 0 if valor >= 100 else 1 if valor >= 10 else 2
    return f"{valor:.{decimales}f}".replace(".", ",")


def resumir(cifras: Cifras) -> str:
    """``mediana (mínimo–máximo)``."""
    if not cifras:
        return NADA
    if len(cifras) == 1:
        return _numero(cifras[0])
    return f"{_numero(median(cifras))} ({_numero(min(cifras))}–{_numero(max(cifras))})"


def percentil_95(cifras: Cifras) -> float:
    """El percentil 95; con menos de dos cifras, la mayor."""
    return (
        quantiles(cifras, n=20, method="inclusive")[-1]
        if len(cifras) > 1
        else max(cifras, default=float("nan"))
    )


class Lectura:
    """Las cifras de un contendor, listas para comparar."""

    def __init__(self, medido: dict[str, list[Any]]) -> None:
        self._medido = medido

    def rondas(self, parte: str) -> list[dict[str, Any]]:
        """Lo anotado en esa parte, ronda por ronda, sin las que no se pudieron."""
        return [r for r in self._medido.get(parte, []) if "no_se_pudo" not in r]

    def de(self, parte: str, campo: str, resumen: Callable[[Any], float] = float) -> Cifras:
        """Una cifra por ronda."""
        return [resumen(r[campo]) for r in self.rondas(parte) if r.get(campo) not in (None, [])]

    def completas(self, cuantas: int, campo: str) -> Cifras:
        """Una cifra por ronda en que llegaron todas."""
        rondas = self.rondas(f"llegadas_{cuantas}")
        return [r[campo] for r in rondas if r["listas"] == cuantas and campo in r]

    def llegadas(self, cuantas: int) -> str:
        """La pared hasta que todas son interactivas; si alguna falló, cuántas llegaron."""
        rondas = self.rondas(f"llegadas_{cuantas}")
        mal = [r for r in rondas if r["listas"] < cuantas]
        texto = resumir(self.completas(cuantas, "pared"))
        if not mal:
            return texto
        peor = min(r["listas"] for r in mal)
        return f"{texto} [{len(mal)} de {len(rondas)} rondas con fallas; peor {peor}/{cuantas}]"

    def sostenida(self, resumen: Callable[[Any], float]) -> str:
        """La demora de editar con cien sesiones vivas; si alguna edición no volvió, cuántas."""
        texto = resumir(self.de("sostenida", "latencias", resumen))
        rondas = self.rondas("sostenida")
        mal = sum(len(r["fallas"]) for r in rondas)
        bien = sum(len(r["latencias"]) for r in rondas)
        if mal and not bien:
            return f"no llegaron las cien [{min(r['listas'] for r in rondas)}]"
        return f"{texto} [{mal} de {mal + bien} no volvieron en 30 s]" if mal else texto

    def porques(self) -> Iterable[str]:
        """Lo que falló, con su porqué, una vez cada uno."""
        for parte, rondas in self._medido.items():
            for ronda in rondas:
                fallas = [ronda["no_se_pudo"]] if "no_se_pudo" in ronda else ronda.get("fallas", [])
                yield from (f"{parte}: {f}" for f in dict.fromkeys(fallas))


FILAS: tuple[tuple[str, Callable[[Lectura], str]], ...] = (
    ("Página fría (s)", lambda u: resumir(u.de("navegador", "fria"))),
    ("Página tibia (s)", lambda u: resumir(u.de("navegador", "tibias", median))),
    ("Edición, navegador (ms)", lambda u: resumir(u.de("navegador", "latencias", median))),
    ("Edición, CPU servidor (ms)", lambda u: resumir(u.de("navegador", "cpu"))),
    ("Edición, sin navegador (ms)", lambda u: resumir(u.de("edicion", "latencias", median))),
    ("10 llegadas (s)", lambda u: u.llegadas(10)),
    ("30 llegadas (s)", lambda u: u.llegadas(30)),
    ("60 llegadas (s)", lambda u: u.llegadas(60)),
    ("CPU por llegada, de 30 (s)", lambda u: resumir(u.completas(30, "cpu"))),
    ("PSS por sesión, de 30 (MiB)", lambda u: resumir(u.completas(30, "pss"))),
    ("100 sesiones, p50 (ms)", lambda u: u.sostenida(median)),
    ("100 sesiones, p95 (ms)", lambda u: u.sostenida(percentil_95)),
)


def imprimir(resultados: Resultados) -> None:
    """La tabla, lo que falló y las metas."""
    lecturas = {n: Lectura(m) for n, m in resultados.items()}
    print("\n| Mediana (mín–máx) | " + " | ".join(CONTENDORES[n].titulo for n in lecturas) + " |")
    print("|---|" + "---|" * len(lecturas))
    for titulo, leer in FILAS:
        celdas = [leer(u) for u in lecturas.values()]
        if any(c != NADA for c in celdas):
            print(f"| {titulo} | " + " | ".join(celdas) + " |")
    for nombre, lectura in lecturas.items():
        for porque in list(dict.fromkeys(lectura.porques()))[:6]:
            print(f"\nFalla de {CONTENDORES[nombre].titulo}: {porque}")
    if "kit" in lecturas:
        _imprimir_metas(lecturas)


def _imprimir_metas(lecturas: dict[str, Lectura]) -> None:
    vacia = Lectura({})
    kit = lecturas["kit"]
    streamlit, dash = lecturas.get("streamlit", vacia), lecturas.get("dash", vacia)
    print("\n| Meta | Medido | Veredicto |\n|---|---|---|")
    _fila_de_veinte(kit)
    _razon(
        "30 llegadas: pared ≤ 0,6 × Streamlit",
        kit.completas(30, "pared"),
        streamlit.completas(30, "pared"),
        0.6,
    )
    _razon(
        "CPU por llegada ≤ 0,7 × Streamlit",
        kit.completas(30, "cpu"),
        streamlit.completas(30, "cpu"),
        0.7,
    )
    _tope("PSS por sesión ≤ 25 MiB", kit.completas(30, "pss"), 25)
    tibia = ("navegador", "tibias", median)
    _razon("Página tibia ≤ 0,7 × Dash", kit.de(*tibia), dash.de(*tibia), 0.7)
    edicion = ("navegador", "latencias", median)
    _razon("Edición ≤ 0,5 × Dash", kit.de(*edicion), dash.de(*edicion), 0.5)
    _tope("CPU por edición ≤ 8 ms", kit.de("navegador", "cpu"), 8)
    sostenida = kit.de("sostenida", "latencias", percentil_95)
    sin_fallas = not any(r["fallas"] for r in kit.rondas("sostenida"))
    _tope("100 sesiones: p95 ≤ 300 ms", sostenida, 300 if sin_fallas else 0)


def _veredicto(nombre: str, medido: str, alcanzada: bool) -> None:
    print(f"| {nombre} | {medido} | {'alcanzada' if alcanzada else 'no alcanzada'} |")


def _tope(nombre: str, cifras: Cifras, tope: float) -> None:
    if cifras:
        _veredicto(nombre, _numero(median(cifras)), median(cifras) <= tope)


def _razon(nombre: str, propias: Cifras, ajenas: Cifras, tope: float) -> None:
    if propias and ajenas:
        razon = median(propias) / median(ajenas)
        _veredicto(nombre, f"{_numero(razon)} ×", razon <= tope)


def _fila_de_veinte(kit: Lectura) -> None:
    for tanda in kit.rondas("veinte"):
        total = len(tanda["listas"])
        bien = sum(n == 30 for n in tanda["listas"])
        _veredicto(f"30 de 30 en {total} corridas seguidas", f"{bien} de {total}", bien == total)
