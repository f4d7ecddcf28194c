// El fondo de la cuadrícula: cuadrantes con nombre, ejes con sus polos escritos y una grilla tenue.
import { s } from "../lib/dom.ts";
import { CUADRANTES, UMBRAL } from "./cuadrantes.ts";
import { MAXIMO, MINIMO, type Escala } from "./escala.ts";
import type { Rectangulo } from "./rotulos.ts";

// La línea va apenas pasado el 3: quien está justo en 3 queda del lado bajo.
export const LINEA = UMBRAL + 0.05;
const NOTAS = Array.from({ length: MAXIMO - MINIMO + 1 }, (_, i) => i + MINIMO);

export function fondo(e: Escala): SVGElement {
  const m = e.marco, fin = m.ancho - m.derecha, piso = m.alto - m.abajo;
  // Antes de medirse el lienzo no tiene alto: un rectángulo negativo sería un error del navegador.
  const [mx, my] = [e.x(LINEA), Math.max(m.arriba, e.y(LINEA))];
  return s("g", { class: "fondo", "aria-hidden": "true" },
    s("rect", { class: "lienzo", x: m.izquierda, y: m.arriba, width: fin - m.izquierda, height: Math.max(0, piso - m.arriba) }),
    s("rect", { class: "destacado", x: mx, y: m.arriba, width: fin - mx, height: my - m.arriba }),
    NOTAS.map((n) => [
      s("line", { class: "grilla", x1: e.x(n), x2: e.x(n), y1: m.arriba, y2: piso }),
      s("line", { class: "grilla", x1: m.izquierda, x2: fin, y1: e.y(n), y2: e.y(n) }),
      s("text", { class: "nota", x: e.x(n), y: piso + 17, "text-anchor": "middle" }, n),
      s("text", { class: "nota", x: m.izquierda - 9, y: e.y(n) + 4, "text-anchor": "end" }, n),
    ]),
    s("line", { class: "corte", x1: mx, x2: mx, y1: m.arriba, y2: piso }),
    s("line", { class: "corte", x1: m.izquierda, x2: fin, y1: my, y2: my }),
    nombres(e),
    s("text", { class: "eje", x: (m.izquierda + fin) / 2, y: m.alto - 4, "text-anchor": "middle" }, "Interés: cuánto le importa →"),
    s("text", { class: "eje", transform: `translate(13 ${(m.arriba + piso) / 2}) rotate(-90)`, "text-anchor": "middle" }, "Influencia: cuánto puede →"));
}

function nombres(e: Escala): SVGElement[] {
  return zonasDeNombres(e).map((z, i) => {
    const c = CUADRANTES[i]!;
    return s("text", { class: "cuadrante", x: c.derecha ? z.x + z.ancho - 8 : z.x + 8, y: z.y + 17, "text-anchor": c.derecha ? "end" : "start" }, c.nombre);
  });
}

/** Las franjas donde van los nombres de los cuadrantes, para que nadie las tape. */
export function zonasDeNombres(e: Escala): Rectangulo[] {
  const m = e.marco, fin = m.ancho - m.derecha, piso = m.alto - m.abajo, ancho = Math.min(170, (fin - m.izquierda) / 2);
  return CUADRANTES.map((c) => ({ x: c.derecha ? fin - ancho : m.izquierda, y: c.arriba ? m.arriba : piso - 24, ancho, alto: 24 }));
}
