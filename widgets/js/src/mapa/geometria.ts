// Puntos, cajas y polígonos: lo que el mapa necesita saber del plano. Todo son unidades del lienzo salvo que se diga.
export interface Punto { x: number; y: number }
export interface Caja { x0: number; y0: number; x1: number; y1: number }
/** Cómo se mira el plano: `px = x * k + dx`. */
export interface Vista { k: number; x: number; y: number }

/** Un decimal basta para un lugar en el mapa, y deja los historiales legibles. */
export const redondear = (v: number): number => Math.round(v * 10) / 10;
export const acotar = (v: number, minimo: number, maximo: number): number => Math.max(minimo, Math.min(maximo, v));
export const distancia = (a: Punto, b: Punto): number => Math.hypot(a.x - b.x, a.y - b.y);

/** La caja que encierra los puntos, con un margen; nula si no hay ninguno. */
export function encerrar(puntos: Iterable<Punto>, margen = 0): Caja | null {
  const caja: Caja = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const p of puntos) {
    caja.x0 = Math.min(caja.x0, p.x - margen);
    caja.y0 = Math.min(caja.y0, p.y - margen);
    caja.x1 = Math.max(caja.x1, p.x + margen);
    caja.y1 = Math.max(caja.y1, p.y + margen);
  }
  return caja.x0 === Infinity ? null : caja;
}

/** La vista que deja toda la caja dentro de un marco de `ancho` × `alto` px, con aire alrededor para los rótulos. */
export function encuadrar(caja: Caja, ancho: number, alto: number, aire: Punto = { x: 74, y: 44 }): Vista {
  const dx = Math.max(caja.x1 - caja.x0, 1), dy = Math.max(caja.y1 - caja.y0, 1);
  const util = { x: Math.max(ancho - 2 * Math.min(aire.x, ancho / 6), 40), y: Math.max(alto - 2 * Math.min(aire.y, alto / 6), 40) };
  const k = acotar(Math.min(util.x / dx, util.y / dy), 0.05, 1.5);
  return { k, x: ancho / 2 - (k * (caja.x0 + caja.x1)) / 2, y: alto / 2 - (k * (caja.y0 + caja.y1)) / 2 };
}

export const dentroDeCaja = (p: Punto, c: Caja): boolean => p.x >= c.x0 && p.x <= c.x1 && p.y >= c.y0 && p.y <= c.y1;
export const chocan = (a: Caja, b: Caja): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
export const cajaEntre = (a: Punto, b: Punto): Caja => ({ x0: Math.min(a.x, b.x), y0: Math.min(a.y, b.y), x1: Math.max(a.x, b.x), y1: Math.max(a.y, b.y) });

/** Si el punto está dentro del lazo (regla par-impar). */
export function dentroDelLazo(p: Punto, lazo: Punto[]): boolean {
  let dentro = false;
  for (let i = 0, j = lazo.length - 1; i < lazo.length; j = i++) {
    const a = lazo[i]!, b = lazo[j]!;
    if (a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) dentro = !dentro;
  }
  return dentro;
}
