// El dibujo de encabezados y celdas de la rejilla.
import { h, poner } from "../lib/dom.ts";
import { glifo } from "../lib/glifo.ts";
import type { Columna, Fila } from "./hoja.ts";
import type { Orden } from "./orden.ts";

/** El valor de aria-sort de una columna. */
export const sentidoDe = (orden: Orden | null, clave: string): string => (orden?.clave !== clave ? "none" : orden.baja ? "descending" : "ascending");

export function encabezado<T extends Fila>(c: Columna<T>, sentido: string, alPulsar: () => void): HTMLElement {
  const boton = h("button", { type: "button", class: "mt-rejilla-orden", on: { click: alPulsar } }, c.nombre, h("span", { class: "flecha", "aria-hidden": "true" }));
  return h("th", { scope: "col", "aria-sort": sentido, class: c.numerica ? "numero" : null, data: { clave: c.clave } }, boton);
}

export function celdaNueva<T extends Fila>(c: Columna<T>, fila: T, j: number): HTMLElement {
  const deTitulo = c.fija && j === 0;
  const clase = [c.numerica ? "numero" : "", c.campo ? "" : "calculada"].filter(Boolean).join(" ");
  const celda = h(deTitulo ? "th" : "td", { tabindex: -1, class: clase || null, scope: deTitulo ? "row" : null, "aria-readonly": c.campo ? null : "true" });
  llenar(celda, c, fila);
  return celda;
}

/** Pone el texto de la celda; la vacía dice «sin dato» al lector de pantalla. */
export function llenar<T extends Fila>(celda: HTMLElement, c: Columna<T>, fila: T): void {
  poner(celda, c.sector ? glifo(c.sector(fila)) : null, c.texto(fila) || h("span", { class: "mt-oculto" }, "sin dato"));
}

export const celdaDeQuitar = (titulo: string, quitar: () => void): HTMLElement =>
  h("td", { class: "acciones" }, h("button", { type: "button", tabindex: -1, class: "mt-boton texto", "aria-label": `Quitar ${titulo}`, on: { click: quitar } }, "Quitar"));

/** Corre el marco lo justo para que la fila se vea entera; la página no se mueve. */
export function traerALaVista(fila: HTMLElement, altoCabeza: number, marco: HTMLElement): void {
  const arriba = fila.offsetTop - altoCabeza, abajo = fila.offsetTop + fila.offsetHeight;
  if (arriba < marco.scrollTop) marco.scrollTop = arriba;
  else if (abajo > marco.scrollTop + marco.clientHeight) marco.scrollTop = abajo - marco.clientHeight;
}
