// Una red pequeña para mirar, con su gemela en palabras.
import { h, s } from "../lib/dom.ts";
import { colorDeSector, trazoDeSector } from "../lib/glifo.ts";
import type { Boceto, Dibujo, Punto } from "./tipos.ts";

const ANCHO = 100, ALTO = 66;
const LARGO_DE_RENGLON = 15, ANCHO_DE_LETRA = 1.9;
const enY = (y: number): number => 6 + (y / 100) * (ALTO - 19);

/** El dibujo que acompaña a una pregunta, con la lista de sus relaciones para quien no lo ve. */
export function figura(d: Dibujo): HTMLElement {
  const nombres = new Map(d.puntos.map((p) => [p.id, p.nombre]));
  return h("figure", { class: "red" }, trazar(d, true),
    h("details", {}, h("summary", {}, "Las relaciones, en palabras"),
      h("p", {}, d.descripcion), h("ul", {}, d.enlaces.map(([a, b]) => h("li", {}, `${nombres.get(a)} – ${nombres.get(b)}`)))));
}

/** El dibujo solo; si nadie lo cuenta en otra parte, lleva su descripción. */
export function trazar(d: Dibujo, conNombre: boolean): SVGSVGElement {
  const lugar = new Map(d.puntos.map((p) => [p.id, p]));
  const atributos = conNombre ? { role: "img", "aria-label": d.descripcion } : { "aria-hidden": "true" };
  return s("svg", { viewBox: `0 0 ${ANCHO} ${ALTO}`, class: "dibujo", ...atributos },
    d.enlaces.map(([a, b]) => linea(lugar.get(a), lugar.get(b))), d.puntos.map(marca));
}

function linea(a?: Punto, b?: Punto): SVGElement | null {
  return a && b ? s("line", { x1: a.x, y1: enY(a.y), x2: b.x, y2: enY(b.y) }) : null;
}

function marca(p: Punto): SVGElement {
  const corto = p.nombre.length < 3;
  const forma = s("path", { d: trazoDeSector(p.sector, corto ? 3.4 : 2.2), fill: colorDeSector(p.sector) });
  const texto = corto ? s("text", { class: "dentro", y: 1.1 }, p.nombre) : s("text", {}, renglones(p.nombre).map((r, i) => s("tspan", { x: corrido(p), y: 6 + i * 3.6 }, r)));
  return s("g", { transform: `translate(${p.x} ${enY(p.y)})` }, forma, texto);
}

// Junto a los bordes el nombre se corre hacia adentro para no cortarse.
const corrido = (p: Punto): number => Math.max(0, ancho(p) / 2 - p.x) - Math.max(0, p.x + ancho(p) / 2 - ANCHO);
const ancho = (p: Punto): number => Math.max(...renglones(p.nombre).map((r) => r.length)) * ANCHO_DE_LETRA + 2;

/** El nombre en dos renglones a lo más, cortado entre palabras. */
export function renglones(nombre: string): string[] {
  const filas = [""];
  for (const palabra of nombre.split(/\s+/)) {
    const junta = `${filas.at(-1)} ${palabra}`.trim();
    if (junta.length <= LARGO_DE_RENGLON || !filas.at(-1)) filas[filas.length - 1] = junta;
    else filas.push(palabra);
  }
  return filas.length > 2 ? [filas[0]!, `${filas[1]!}…`] : filas;
}

/** El dibujo de un boceto: en los lugares del ítem los que los tienen; los demás, en una elipse. */
export function dibujarBoceto(boceto: Boceto, fijo: Dibujo | null): SVGSVGElement {
  const puestos = new Map(fijo?.puntos.map((p) => [p.nombre, p]));
  const total = boceto.actores.length;
  const puntos = boceto.actores.map((a, i) => {
    const giro = (i / total) * 2 * Math.PI - Math.PI / 2;
    const p = puestos.get(a.nombre);
    return { id: a.nombre, nombre: a.nombre, sector: a.sector, x: p?.x ?? 50 + 38 * Math.cos(giro), y: p?.y ?? 50 + 48 * Math.sin(giro) };
  });
  return trazar({ descripcion: "", puntos, enlaces: boceto.relaciones.map((r) => [r.de, r.hacia]) }, false);
}
