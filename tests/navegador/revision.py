"""Lo que se exige a toda página y en todo estado: accesible, en castellano y sin desbordes."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

RAIZ = Path(__file__).resolve().parents[2]
_AXE = RAIZ / "widgets" / "js" / "node_modules" / "axe-core" / "axe.min.js"
_PAUTAS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Palabras inglesas que delatan un texto que nadie tradujo. Ninguna existe en castellano.
INGLESAS = (
    "the|and|with|this|that|your|you|are|not|from|loading|please|click|submit|cancel|close|"
    "open|save|saved|delete|remove|undo|redo|search|settings|choose|file|upload|download|next|"
    "previous|back|error executing|show|hide|select|untitled|kernel|widget|notebook|warning|"
    "failed|success|help|home|yes|none|undefined|null|nan|object|true|false|traceback|exception"
)
_INGLES = re.compile(rf"\b({INGLESAS})\b", re.IGNORECASE)
# Nombres propios y extensiones que sí aparecen.
_PERMITIDAS = re.compile(
    r"\bKoboToolbox\b|\bExcel\b|\bNet-Map\b|\bFile:\b"
    # Títulos de fuentes, que se citan en su idioma.
    r"|Technological Forecasting and Social Change"
    r"|Actors.{1,4} moves and strategies: the MACTOR method. An air transport case study"
)
_TEXTOS_DE_LA_PAGINA = """() => {
  const visto = [document.title, document.body.innerText];
  const rasgos = ["aria-label", "title", "placeholder", "alt", "aria-description",
    "aria-roledescription", "aria-valuetext"];
  for (const nodo of document.querySelectorAll(rasgos.map((a) => `[${a}]`).join(",")))
    for (const a of rasgos) if (nodo.hasAttribute(a)) visto.push(nodo.getAttribute(a));
  for (const nodo of document.querySelectorAll("svg title, option")) visto.push(nodo.textContent);
  return visto.filter(Boolean);
}"""
# La barra de arriba sigue a quien baja, y lo lejano no se dibuja hasta que se acerca: mientras se
# revisa se suelta lo uno y se dibuja lo otro, para medir cada blanco donde de verdad queda. Que el
# foco nunca quede tapado lo exige ``teclado``.
_REVISAR = """async (pautas) => {
  const quieta = new CSSStyleSheet(), antes = document.adoptedStyleSheets;
  quieta.replaceSync(`#mesa-barra { position: static !important; }
    * { content-visibility: visible !important; }`);
  document.adoptedStyleSheets = [...antes, quieta];
  const sobre = {type: "tag", values: pautas};
  const apurado = {resultTypes: ["violations"], iframes: false, preload: false};
  try { return await axe.run(document, {runOnly: sobre, ...apurado}); }
  finally { document.adoptedStyleSheets = antes; }
}"""
_DESBORDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@cache
def _axe() -> str:
    return _AXE.read_text(encoding="utf-8")


def faltas_de_accesibilidad(pagina: Page) -> list[str]:
    """Las faltas a WCAG 2.2 AA que halla axe, con el nodo y el remedio."""
    pagina.evaluate(_axe())
    hallado: dict[str, Any] = pagina.evaluate(_REVISAR, _PAUTAS)
    return [
        f"{falta['id']}: {nodo['target']} — {nodo['failureSummary']}"
        for falta in hallado["violations"]
        for nodo in falta["nodes"]
    ]


def palabras_inglesas(pagina: Page) -> list[str]:
    """Las palabras inglesas a la vista o al oído (títulos, nombres accesibles, ayudas)."""
    textos: list[str] = pagina.evaluate(_TEXTOS_DE_LA_PAGINA)
    return sorted({m[0] for t in textos for m in _INGLES.finditer(_PERMITIDAS.sub("", t))})


def desborde(pagina: Page) -> int:
    """Cuántos px se sale la página a lo ancho."""
    sobra: int = pagina.evaluate(_DESBORDE)
    return max(0, sobra)


def exigir_todo(pagina: Page) -> None:
    """Accesible, en castellano y sin desborde; lo que falle se dice."""
    faltas = faltas_de_accesibilidad(pagina)
    assert not faltas, "\n".join(faltas)
    inglesas = palabras_inglesas(pagina)
    assert not inglesas, f"En inglés: {inglesas}"
    sobra = desborde(pagina)
    assert not sobra, f"La página se sale {sobra} px"
