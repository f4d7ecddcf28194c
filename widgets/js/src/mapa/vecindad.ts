// Moverse por la red con las flechas: al vecino en esa dirección y, si no hay, al actor más cercano hacia allá.
import type { Punto } from "./geometria.ts";

export type Rumbo = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";
export const RUMBOS: Record<Rumbo, Punto> = {
  ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 }, ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 },
};
interface Lugar extends Punto { id: string }

/** El id de quien está hacia ese rumbo: primero entre los vecinos, después entre todos; nulo si no hay nadie. */
export function haciaElRumbo(desde: Lugar, rumbo: Rumbo, vecinos: Iterable<Lugar>, todos: Iterable<Lugar>): string | null {
  return mejor(desde, RUMBOS[rumbo], vecinos, 0.6) ?? mejor(desde, RUMBOS[rumbo], todos, 0.4);
}

/** `apertura` es el coseno del ángulo más abierto que todavía cuenta como «hacia allá». */
function mejor(desde: Lugar, rumbo: Punto, lugares: Iterable<Lugar>, apertura: number): string | null {
  let elegido: string | null = null, menor = Infinity;
  for (const l of lugares) {
    const dx = l.x - desde.x, dy = l.y - desde.y, largo = Math.hypot(dx, dy);
    if (l.id === desde.id || !largo) continue;
    const coseno = (dx * rumbo.x + dy * rumbo.y) / largo;
    const costo = largo * (2 - coseno);
    if (coseno >= apertura && costo < menor) [elegido, menor] = [l.id, costo];
  }
  return elegido;
}

/** El orden de lectura: de arriba abajo por franjas y de izquierda a derecha. */
export const enOrdenDeLectura = <L extends Lugar>(lugares: Iterable<L>): L[] =>
  [...lugares].sort((a, b) => Math.round(a.y / 60) - Math.round(b.y / 60) || a.x - b.x || (a.id < b.id ? -1 : 1));
