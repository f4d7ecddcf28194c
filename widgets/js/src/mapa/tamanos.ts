// El tamaño de los actores: el ÁREA es proporcional a la medida, para que el ojo compare bien.
import { acotar } from "./geometria.ts";

export const RADIO_IGUAL = 11;
export const RADIO_MAYOR = 24;
const RADIO_MENOR = 5;

/** El radio en px de un valor, si el mayor de la red es `mayor`. Los ceros se ven, chicos. */
export function radio(valor: number | undefined, mayor: number): number {
  if (!(mayor > 0)) return RADIO_IGUAL;
  return acotar(RADIO_MAYOR * Math.sqrt(Math.max(valor ?? 0, 0) / mayor), RADIO_MENOR, RADIO_MAYOR);
}

/** El mayor valor entre quienes se ven. */
export const mayorDe = (valores: Record<string, number> | undefined): number =>
  Math.max(0, ...Object.values(valores ?? {}).filter((v) => Number.isFinite(v)));

/** Tres valores redondos para la leyenda: el mayor, la mitad y un décimo, sin repetirse. */
export function muestras(mayor: number): number[] {
  if (!(mayor > 0)) return [];
  const redondos = [mayor / 10, mayor / 2, mayor].map((v) => redondo(v));
  return [...new Set(redondos)].filter((v) => v > 0);
}

function redondo(v: number): number {
  if (v >= 1 && v < 10) return Math.round(v);
  const orden = 10 ** (Math.floor(Math.log10(v)) - 1);
  return Number((Math.round(v / orden) * orden).toPrecision(2));
}
