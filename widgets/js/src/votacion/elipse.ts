// De la elipse en puntos de la escala al contorno en la pantalla, y las marcas de lo más disputado.
import { s } from "../lib/dom.ts";
import type { Lugar } from "../cuadricula/escala.ts";
import type { Elipse } from "./tipos.ts";

const PASOS = 48;
const MINIMO = 0.06; // semieje menor que se dibuja aunque todos coincidan, en puntos de la escala
const MUCHAS = 14;

/** Qué elipses se dibujan: con muchas encima se vuelven una mancha y quedan sólo las de lo disputado. */
export function dibujables<T extends { elipse?: unknown; disputa?: number }>(todas: T[]): Set<T> {
  const con = todas.filter((t) => t.elipse);
  return new Set(con.length > MUCHAS ? con.filter((t) => t.disputa) : con);
}

/** El contorno cerrado de la elipse; `lugar` lleva un punto de la escala a la pantalla (puede estirar distinto cada eje). */
export function contorno(e: Elipse, lugar: (x: number, y: number) => Lugar): string {
  const giro = (e.angulo * Math.PI) / 180, a = Math.max(e.mayor, MINIMO), b = Math.max(e.menor, MINIMO);
  const puntos = Array.from({ length: PASOS }, (_, i) => {
    const t = (i * 2 * Math.PI) / PASOS, u = a * Math.cos(t), v = b * Math.sin(t);
    const p = lugar(e.x + u * Math.cos(giro) - v * Math.sin(giro), e.y + u * Math.sin(giro) + v * Math.cos(giro));
    return `${p.x.toFixed(1)},${p.y.toFixed(1)}`;
  });
  return `M${puntos.join("L")}Z`;
}

/** La marca de lo más disputado: una estrella de ocho puntas con su lugar escrito. Se reconoce sin color. */
export function marcaDeDisputa(lugar: number, x: number, y: number, radio = 11): SVGGElement {
  const puntas = Array.from({ length: 16 }, (_, i) => {
    const r = i % 2 ? radio * 0.78 : radio * 1.15, t = (i * Math.PI) / 8;
    return `${(r * Math.cos(t)).toFixed(1)},${(r * Math.sin(t)).toFixed(1)}`;
  });
  return s("g", { class: "disputa", transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, "aria-hidden": "true" },
    s("path", { d: `M${puntas.join("L")}Z` }), s("text", { "text-anchor": "middle", y: radio * 0.38 }, lugar));
}
