// Buscar un actor: resalta mientras se escribe; Enter lo elige, lo centra y pasa al siguiente.
import { h } from "../lib/dom.ts";
import { cuantos } from "../lib/textos.ts";
import { elegir } from "./acciones.ts";
import type { Mapa } from "./mapa.ts";
import { hallados } from "./pintar.ts";

export function buscador(m: Mapa): HTMLElement {
  let turno = -1, reloj = 0;
  const campo = h("input", { type: "search", placeholder: "Buscar actor", "aria-label": "Buscar actor en el mapa", autocomplete: "off", maxlength: 200, on: { input: alEscribir, keydown: alTeclear as EventListener } });
  const cuenta = h("span", { class: "cuenta", "aria-hidden": "true" });

  function alEscribir(): void {
    turno = -1;
    clearTimeout(reloj);
    reloj = window.setTimeout(() => {
      if (m.elegidos.size) m.pizarra.elegir([]);
      m.pizarra.filtrar({ buscar: campo.value.trim() });
      const n = hallados(m).length;
      if (campo.value.trim()) m.decir(n ? `${cuantos(n, "actor coincide", "actores coinciden")}. Enter para ir.` : "Ningún actor se llama así.");
    }, 120);
  }
  function alTeclear(e: KeyboardEvent): void {
    if (e.key === "Escape" && campo.value) { campo.value = ""; alEscribir(); }
    const ids = e.key === "Enter" ? hallados(m) : [];
    if (!ids.length) return;
    const id = ids[(turno = (turno + 1) % ids.length)]!;
    elegir(m, [id]);
    m.enfocable(id);
    m.camara.centrar(m.nodo(id)!);
  }
  m.on("seleccion", () => {
    const { buscar } = m.pizarra.filtro;
    if (document.activeElement !== campo && campo.value.trim() !== buscar) campo.value = buscar;
    const n = hallados(m).length;
    cuenta.textContent = buscar ? (n ? String(n) : "nadie") : "";
  });
  return h("div", { class: "buscador" }, campo, cuenta);
}
