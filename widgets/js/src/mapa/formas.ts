// La forma de cada sector. Todas tienen la misma área para el mismo radio: el tamaño se compara por área.
import { FICHAS } from "../lib/fichas.ts";
import type { Sector } from "../lib/tipos.ts";

type Forma = (typeof FICHAS)["sector"][Sector]["forma"];

/** Lados del polígono, giro del primer vértice y radio del círculo que lo encierra si el área es la de un círculo de radio 1. */
const POLIGONOS: Record<Exclude<Forma, "circulo">, { lados: number; giro: number; alcance: number }> = {
  cuadrado: { lados: 4, giro: Math.PI / 4, alcance: Math.sqrt(Math.PI / 2) },
  rombo: { lados: 4, giro: 0, alcance: Math.sqrt(Math.PI / 2) },
  triangulo: { lados: 3, giro: -Math.PI / 2, alcance: Math.sqrt((4 * Math.PI) / (3 * Math.sqrt(3))) },
  hexagono: { lados: 6, giro: 0, alcance: Math.sqrt((2 * Math.PI) / (3 * Math.sqrt(3))) },
};

export const formaDe = (sector: Sector): Forma => FICHAS.sector[sector]?.forma ?? "circulo";
export const colorDe = (sector: Sector): string => FICHAS.sector[sector]?.color ?? FICHAS.color.tinta_2;

/** Hasta dónde llega la figura desde su centro: ahí se cortan las líneas. */
export function alcanceDe(sector: Sector, r: number): number {
  const forma = formaDe(sector);
  return forma === "circulo" ? r : r * POLIGONOS[forma].alcance;
}

/** El trazo de la figura centrada en el origen, con el área de un círculo de radio `r`. */
export function figura(sector: Sector, r: number): string {
  const forma = formaDe(sector);
  if (forma === "circulo") return `M${n(-r)},0a${n(r)},${n(r)} 0 1,0 ${n(2 * r)},0a${n(r)},${n(r)} 0 1,0 ${n(-2 * r)},0Z`;
  const { lados, giro, alcance } = POLIGONOS[forma];
  const puntas = Array.from({ length: lados }, (_, i) => giro + (i * 2 * Math.PI) / lados);
  return "M" + puntas.map((a) => `${n(Math.cos(a) * r * alcance)},${n(Math.sin(a) * r * alcance)}`).join("L") + "Z";
}

const n = (v: number): string => String(Math.round(v * 100) / 100);
