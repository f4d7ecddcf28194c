// Una casilla: su texto, su tono y lo que oye quien usa lector de pantalla.
import { h, poner } from "../lib/dom.ts";
import { glifo } from "../lib/glifo.ts";
import type { Casilla, Contenido, Rotulo } from "./datos.ts";
import { decirValor, mostrarValor, tonoDe } from "./valor.ts";

/** Todo lo que se ve de una casilla, para saber si cambió. */
export function huella(c: Contenido, x: Casilla): string {
  return c.bloqueada(x) ? "—" : `${c.valor(x)}${c.dudosa(x) ? "?" : ""}${x.fila.corto}${x.columna.corto}`;
}

export function llenar(nodo: HTMLElement, c: Contenido, x: Casilla): void {
  if (c.bloqueada(x)) {
    nodo.className = "bloqueada";
    nodo.setAttribute("aria-disabled", "true");
    nodo.setAttribute("aria-label", `${x.fila.nombre} consigo: no se responde`);
    return poner(nodo, "—");
  }
  const valor = c.valor(x), dudosa = c.dudosa(x);
  const { nivel, signo } = tonoDe(valor, c.ajustes);
  nodo.className = `${signo} n${nivel}${dudosa ? " dudosa" : ""}`;
  nodo.setAttribute("aria-label", `${x.fila.corto}, ${x.columna.corto}: ${decirValor(valor, c.ajustes)}${dudosa ? ", dudosa" : ""}`);
  poner(nodo, mostrarValor(valor, c.ajustes), dudosa ? h("sup", { "aria-hidden": "true" }, "?") : null);
}

export function titulo(r: Rotulo, ancho: "fila" | "col"): HTMLElement {
  return h("th", { scope: ancho === "fila" ? "row" : "col", title: r.nombre === r.corto ? r.ayuda : `${r.nombre}. ${r.ayuda}`.trim() },
    h("span", { class: "rotulo" }, r.sector ? glifo(r.sector, 14) : null, r.corto));
}
