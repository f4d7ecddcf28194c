"""Recorrer la página sólo con el teclado, exigiendo que el foco siempre se vea."""

import re
from typing import Any

from playwright.sync_api import Page, expect

# Quién tiene el foco, cómo se llama y si alguien que mira puede verlo: hay anillo y nada lo tapa.
_FOCO = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const rotulo = e.labels?.[0], cara = e.matches(".mt-oculto") && rotulo ? rotulo : e;
  const con_anillo = (n) => {
    const s = getComputedStyle(n);
    return (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== "none";
  };
  const halo = e.querySelector?.(".halo");
  const anillo = con_anillo(cara) || (halo && parseFloat(getComputedStyle(halo).strokeWidth) >= 2);
  const c = cara.getBoundingClientRect();
  const puntos = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]];
  const a_la_vista = puntos.some(([x, y]) => {
    const n = document.elementFromPoint(c.left + c.width * x, c.top + c.height * y);
    return n && (cara.contains(n) || n.contains(cara) || n.closest("label") === rotulo
      // El mapa vacío lleva su invitación encima; su anillo se ve alrededor.
      || (cara.tagName === "svg" && cara.parentElement.contains(n)));
  });
  const nombre = e.getAttribute("aria-label") || rotulo?.textContent || e.textContent || e.tagName;
  window.__n ??= 0;
  return { nombre: nombre.trim().slice(0, 80), etiqueta: e.tagName, papel: e.getAttribute("role"),
    clave: e.dataset.__n ??= String(++window.__n),
    visible: c.width > 0 && c.height > 0 && a_la_vista,
    anillo: Boolean(anillo), caja: [c.left, c.top, c.width, c.height].map(Math.round) };
}"""
# El destino de un salto (no se llega con Tab) puede no llevar anillo.
_SIN_ANILLO = {"MAIN", "SECTION"}


class Teclado:
    """Las teclas de una persona que no usa ratón."""

    def __init__(self, pagina: Page) -> None:
        self.pagina = pagina

    def pulsar(self, *teclas: str) -> None:
        for tecla in teclas:
            self.pagina.keyboard.press(tecla)

    def escribir(self, texto: str) -> None:
        self.pagina.keyboard.type(texto)

    def foco(self) -> dict[str, Any] | None:
        visto: dict[str, Any] | None = self.pagina.evaluate(_FOCO)
        return visto

    def tabular(self, tecla: str = "Tab") -> dict[str, Any] | None:
        """Un Tab; lo que recibe el foco se ve y tiene anillo."""
        self.pagina.keyboard.press(tecla)
        visto = self.foco()
        for _ in range(8):
            if visto is None or visto["visible"]:
                break
            self.pagina.wait_for_timeout(100)  # el mapa se desliza hasta quien tiene el foco
            visto = self.foco()
        if visto is not None:
            assert visto["visible"], f"El foco no se ve: {visto}"
            assert visto["anillo"] or visto["etiqueta"] in _SIN_ANILLO, f"Sin anillo: {visto}"
        return visto

    def ir_a(self, nombre: str, *, tecla: str = "Tab", tope: int = 150) -> dict[str, Any]:
        """Tabula hasta que el foco esté en algo llamado así (expresión regular)."""
        pasados: list[str] = []
        for _ in range(tope):
            visto = self.tabular(tecla)
            if visto and re.search(nombre, visto["nombre"]):
                return visto
            pasados.append(visto["nombre"] if visto else "(la página)")
        raise AssertionError(f"Con {tope} {tecla} no se llega a «{nombre}»; se pasó por {pasados}")

    def apretar(self, nombre: str, *, tecla: str = "Tab") -> None:
        """Llega al control con Tab y lo pulsa con Enter."""
        self.ir_a(nombre, tecla=tecla)
        self.pulsar("Enter")

    def dar_la_vuelta(self, tope: int = 200) -> list[str]:
        """Tabula hasta volver al primer control; levanta si queda atrapado."""
        primero = self.tabular()
        while primero is None:
            primero = self.tabular()
        vistos = [primero["nombre"]]
        claves = {primero["clave"]}
        for _ in range(tope):
            visto = self.tabular()
            if visto is None:
                continue
            if visto["clave"] == primero["clave"]:
                return vistos
            assert visto["clave"] not in claves, f"El foco queda atrapado en {visto}"
            claves.add(visto["clave"])
            vistos.append(visto["nombre"])
        raise AssertionError(f"En {tope} Tab no se dio la vuelta: {vistos[-6:]}")

    def buscar_actor(self, nombre: str) -> None:
        """Desde el mapa: «/», el nombre, Enter; y Tab hasta el actor hallado."""
        self.pulsar("/")
        expect(self.pagina.get_by_role("searchbox", name="Buscar actor en el mapa")).to_be_focused()
        self.pulsar("Control+A")
        self.escribir(nombre)
        self.pagina.wait_for_timeout(250)
        self.pulsar("Enter")
        self.ir_a(f"^{nombre}")
