// Las guías de una disposición: rótulos de grupo, bandas de nivel y anillos de influencia.
import { s } from "../lib/dom.ts";
import { ACHATADO, type Guia } from "./disposiciones.ts";

export function dibujarGuia(g: Guia, indice: number): SVGGElement {
  if (g.tipo === "rotulo") return s("g", { class: "guia" }, letrero(g.x, g.y, g.texto, "middle"));
  if (g.tipo === "banda")
    return s("g", { class: `guia banda${indice % 2 ? " par" : ""}` },
      s("rect", { x: g.x0, y: g.y0, width: g.x1 - g.x0, height: g.y1 - g.y0 }), letrero(g.x0 + 10, (g.y0 + g.y1) / 2, g.texto, "start"));
  return s("g", { class: "guia anillo" }, g.r > 1 ? s("ellipse", { rx: g.r, ry: g.r * ACHATADO }) : null, letrero(0, -g.r * ACHATADO - (g.r > 1 ? 0 : 34), g.texto, "middle"));
}

const letrero = (x: number, y: number, texto: string, ancla: string): SVGTextElement => s("text", { x, y, "text-anchor": ancla, dy: "0.35em" }, texto);
