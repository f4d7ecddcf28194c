// El código QR como SVG propio: cada fila llega como texto de unos y ceros.
import { s } from "../lib/dom.ts";

const BORDE = 4; // módulos en blanco que exige la norma alrededor

/** Un QR accesible: el lector de pantalla dice adónde lleva. */
export function codigoQr(filas: string[], direccion: string): SVGSVGElement {
  const lado = filas.length + 2 * BORDE;
  return s("svg", { class: "mt-votacion-qr", viewBox: `0 0 ${lado} ${lado}`, role: "img", "aria-label": `Código QR que abre ${direccion}`, "shape-rendering": "crispEdges" },
    s("rect", { width: lado, height: lado, fill: "#fff" }),
    s("path", { d: trazoDe(filas), fill: "#000" }));
}

/** El trazo de los módulos oscuros, juntando los seguidos de una fila. */
export const trazoDe = (filas: string[]): string =>
  filas.map((fila, y) => [...fila.matchAll(/1+/g)].map((m) => `M${m.index! + BORDE},${y + BORDE}h${m[0].length}v1h-${m[0].length}z`).join("")).join("");
