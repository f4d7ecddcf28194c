// Avisar cuando un actor nuevo se parece a uno que ya está: sólo avisa, nunca decide.
import { comparable } from "../lib/textos.ts";
import type { Actor } from "../lib/tipos.ts";

const CALLADAS = new Set(["de", "del", "la", "el", "los", "las", "y", "e", "en", "i", "ilustre"]);
const SINONIMOS: Record<string, string> = { municipalidad: "municipio", muni: "municipio", jjvv: "junta vecinos", gore: "gobierno regional", u: "universidad" };
const UMBRAL = 0.72;

/** Las palabras que distinguen a un nombre, sin tildes, artículos ni formas de decir lo mismo. */
export const palabras = (nombre: string): string[] =>
  comparable(nombre).replace(/[^\p{L}\p{N}\s]/gu, " ").split(/\s+/).filter((p) => p && !CALLADAS.has(p)).flatMap((p) => (SINONIMOS[p] ?? p).split(" "));

function pares(texto: string): Map<string, number> {
  const cuenta = new Map<string, number>();
  for (let i = 0; i < texto.length - 1; i++) {
    const par = texto.slice(i, i + 2);
    cuenta.set(par, (cuenta.get(par) ?? 0) + 1);
  }
  return cuenta;
}

/** De 0 a 1: cuánto comparten dos nombres (coeficiente de Dice sobre pares de letras). */
export function parecido(uno: string, otro: string): number {
  const [a, b] = [palabras(uno).sort().join(" "), palabras(otro).sort().join(" ")];
  if (!a || !b) return 0;
  if (a === b) return 1;
  const [pa, pb] = [pares(a), pares(b)];
  const comunes = [...pa].reduce((suma, [par, n]) => suma + Math.min(n, pb.get(par) ?? 0), 0);
  return (2 * comunes) / Math.max(1, a.length + b.length - 2);
}

/** El actor que más se parece a `nombre`, si alguno pasa el umbral. */
export function elMasParecido(nombre: string, actores: Iterable<Actor>): Actor | null {
  let mejor: Actor | null = null, cuanto = UMBRAL;
  for (const actor of actores) {
    const p = parecido(nombre, actor.nombre);
    if (p >= cuanto) [mejor, cuanto] = [actor, p];
  }
  return mejor;
}
