// Cómo se dicen las cifras de una votación.
import { numero } from "../lib/textos.ts";
import { cuantos } from "../lib/textos.ts";
import type { Cosa, Escala, Lectura, Notas } from "./tipos.ts";

/** «interés 4,1; influencia 4,9». */
export const decirNotas = (notas: Notas, e: Escala): string =>
  notas.map((n, i) => `${(e.dimensiones[i] ?? "").toLowerCase()} ${numero(n, e.decimales)}`).join("; ");

/** Todo lo que se ve de una cosa, en una frase para el lector de pantalla. */
export function decirCosa(cosa: Cosa, l: Lectura | undefined, e: Escala): string {
  if (!l) return cosa.nombre;
  if (l.oculta) return `${cosa.nombre}: ${cuantos(l.votos, "voto", "votos")}, resultado oculto.`;
  const consenso = Math.min(...l.medidas.map((m) => m.consenso));
  const disputa = l.disputa ? ` Es la número ${l.disputa} entre las más disputadas.` : "";
  return `${cosa.nombre}: ${decirNotas(l.medidas.map((m) => m.media), e)}; consenso ${numero(consenso, 2)}; ${cuantos(l.votos, "voto", "votos")}.${disputa}`;
}

/** El menor consenso entre las dimensiones. */
export const consensoDe = (l: Lectura): number => Math.min(...l.medidas.map((m) => m.consenso));
