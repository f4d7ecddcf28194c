// Las guías de una disposición: rótulos de grupo, bandas de nivel y anillos de influencia.
import { s } from "../lib/dom.ts";
import { ACHATADO, type Guia } from "./disposiciones.ts";
import type { Caja, Punto } from "./geometria.ts";

export function dibujarGuia(g: Guia, indice: number): SVGGElement {
  const { x, y, ancla } = lugarDelTexto(g), letras = s("text", { x, y, "text-anchor": ancla, dy: "0.35em" }, g.texto);
  const marco = g.tipo === "anillo"
    ? g.r > 1 && s("ellipse", { rx: g.r, ry: g.r * ACHATADO })
    : s("rect", { x: g.x0, y: g.y0, width: g.x1 - g.x0, height: g.y1 - g.y0, rx: g.tipo === "grupo" ? 10 : 0 });
  return s("g", { class: `guia ${g.tipo}${indice % 2 ? " par" : ""}` }, marco, letras);
}

function lugarDelTexto(g: Guia): Punto & { ancla: "start" | "middle" } {
  if (g.tipo === "grupo") return { x: g.x0 + 14, y: g.y0 + 20, ancla: "start" };
  if (g.tipo === "banda") return { x: g.x0 + 10, y: (g.y0 + g.y1) / 2, ancla: "start" };
  return { x: 0, y: -g.r * ACHATADO - (g.r > 1 ? 0 : 34), ancla: "middle" };
}

/** Lo que ocupan sus letras en px de pantalla: los rótulos de los actores lo respetan. */
export function letrasDe(g: Guia, k: number, medir: (texto: string) => number): Caja {
  const { x, y, ancla } = lugarDelTexto(g), ancho = medir(g.texto) * 1.25, x0 = x * k - (ancla === "middle" ? ancho / 2 : 0);
  return { x0, x1: x0 + ancho, y0: y * k - 10, y1: y * k + 10 };
}

/** Las esquinas de la guía, para que entre en el encuadre. */
export const esquinasDe = (g: Guia): Punto[] => (g.tipo === "anillo" ? [] : [{ x: g.x0, y: g.y0 }, { x: g.x1, y: g.y1 }]);
