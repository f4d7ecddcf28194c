// Comparar dos momentos de la red: qué relaciones son nuevas, cuáles se perdieron, cuáles siguen.
import { cuantos } from "../lib/textos.ts";
import type { Mesa, Relacion } from "../lib/tipos.ts";

export type Suerte = "nueva" | "perdida" | "sigue";
export interface Comparacion {
  /** Una relación por vínculo (la más reciente si está en ambos) y qué fue de ella. */
  relaciones: Relacion[];
  suerte: Map<string, Suerte>;
  nuevas: number; perdidas: number; siguen: number; cambian: number;
  /** Cuánto ganó o perdió cada actor, de mayor a menor cambio. */
  saldo: { id: string; cambio: number }[];
}

/** Lo que hace que dos relaciones sean la misma en dos momentos distintos. */
export function claveDe(r: Relacion): string {
  const extremos = r.dirigida || r.de < r.hacia ? [r.de, r.hacia] : [r.hacia, r.de];
  return [...extremos, r.tipo].join("\n");
}

export function comparar(mesa: Mesa, desde: string, hasta: string, ids?: Set<string>): Comparacion {
  const de = (momento: string) => new Map(Object.values(mesa.relaciones)
    .filter((r) => r.momento === momento && (!ids || (ids.has(r.de) && ids.has(r.hacia)))).map((r) => [claveDe(r), r]));
  const antes = de(desde), despues = de(hasta);
  const suerte = new Map<string, Suerte>(), relaciones: Relacion[] = [], saldo = new Map<string, number>();
  let cambian = 0;
  for (const [clave, r] of despues) {
    relaciones.push(r);
    suerte.set(r.id, antes.has(clave) ? "sigue" : "nueva");
    if (!antes.has(clave)) sumar(saldo, r, 1);
    else if (antes.get(clave)!.intensidad !== r.intensidad) cambian++;
  }
  for (const [clave, r] of antes) if (!despues.has(clave)) {
    relaciones.push(r);
    suerte.set(r.id, "perdida");
    sumar(saldo, r, -1);
  }
  return { relaciones, suerte, cambian, ...contar(suerte), saldo: ordenar(saldo) };
}

function sumar(saldo: Map<string, number>, r: Relacion, n: number): void {
  for (const id of [r.de, r.hacia]) saldo.set(id, (saldo.get(id) ?? 0) + n);
}

function contar(suerte: Map<string, Suerte>): { nuevas: number; perdidas: number; siguen: number } {
  const cuenta = { nueva: 0, perdida: 0, sigue: 0 };
  for (const s of suerte.values()) cuenta[s]++;
  return { nuevas: cuenta.nueva, perdidas: cuenta.perdida, siguen: cuenta.sigue };
}

const ordenar = (saldo: Map<string, number>) =>
  [...saldo].map(([id, cambio]) => ({ id, cambio })).filter((s) => s.cambio).sort((a, b) => Math.abs(b.cambio) - Math.abs(a.cambio) || (a.id < b.id ? -1 : 1));

/** La comparación en palabras: primero el total, después quién más cambió. */
export function enPalabras(c: Comparacion, mesa: Mesa, antes: string, despues: string): string[] {
  const total = `De «${antes}» a «${despues}»: ${cuantos(c.nuevas, "relación nueva", "relaciones nuevas")}, ` +
    `${cuantos(c.perdidas, "perdida", "perdidas")} y ${cuantos(c.siguen, "que sigue", "que siguen")}` +
    (c.cambian ? `, ${c.cambian} de ellas con otra intensidad.` : ".");
  const quienes = c.saldo.slice(0, 3).map(({ id, cambio }) =>
    `${mesa.actores[id]?.nombre ?? "Un actor"} ${cambio > 0 ? "ganó" : "perdió"} ${cuantos(Math.abs(cambio), "relación", "relaciones")}.`);
  return [total, ...quienes];
}
