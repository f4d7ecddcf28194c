// Puntas de flecha por tipo de relación, muestras para la leyenda y marcas de «antes / después».
import { idUnico, s } from "../lib/dom.ts";
import { FICHAS } from "../lib/fichas.ts";
import type { TipoRelacion } from "../lib/tipos.ts";
import { zigzag } from "./curvas.ts";
import type { Arista } from "./red.ts";

const TIPOS = Object.keys(FICHAS.relacion) as TipoRelacion[];

/** Los marcadores de flecha; `escalar` los deja del mismo tamaño en pantalla. */
export function puntas(): { defs: SVGDefsElement; id: (tipo: TipoRelacion) => string; escalar: (k: number) => void } {
  const base = idUnico("punta");
  const marcadores = TIPOS.map((tipo) => s("marker", {
    id: `${base}-${tipo}`, viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 10, markerHeight: 10, markerUnits: "userSpaceOnUse", orient: "auto",
  }, s("path", { d: "M0,0.8L10,5L0,9.2L2.2,5Z", fill: FICHAS.relacion[tipo].color })));
  const escalar = (k: number): void => {
    for (const m of marcadores) for (const lado of ["markerWidth", "markerHeight"]) m.setAttribute(lado, String(10 / k));
  };
  return { defs: s("defs", {}, ...marcadores), id: (tipo) => `${base}-${tipo}`, escalar };
}

/** Una línea corta con el trazo del tipo, para leyendas y menús. */
export function muestraDeTrazo(tipo: TipoRelacion): SVGSVGElement {
  const { color, trazo } = FICHAS.relacion[tipo];
  const curva = { a: { x: 2, y: 7 }, c: { x: 18, y: 7 }, b: { x: 34, y: 7 } };
  const d = tipo === "conflicto" ? zigzag(curva, 5) : "M2,7H34";
  return s("svg", { width: 36, height: 14, viewBox: "0 0 36 14", "aria-hidden": "true", class: "muestra" },
    s("path", { d, fill: "none", stroke: color, "stroke-width": 2, "stroke-dasharray": trazo || null }));
}

/** Sobre la línea: «+» si es nueva, «−» si se perdió. No depende del color. */
export function ponerMarcaDeSuerte(marcas: Map<string, SVGGElement>, capa: SVGGElement, a: Arista): void {
  const vieja = marcas.get(a.id);
  if (!a.suerte || a.suerte === "sigue") {
    vieja?.remove();
    marcas.delete(a.id);
    return;
  }
  const g = vieja ?? s("g");
  g.setAttribute("class", `marca suerte-${a.suerte}`);
  g.replaceChildren(s("circle", { r: 6.5 }), s("path", { d: a.suerte === "nueva" ? "M-3.5,0H3.5M0,-3.5V3.5" : "M-3.5,0H3.5" }));
  if (!vieja) capa.append(g);
  marcas.set(a.id, g);
}
