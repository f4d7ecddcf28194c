// El valor anterior de cada actor: el que da Python o, si no, el que tenía antes de su último cambio aquí.
import type { Actor } from "../lib/tipos.ts";
import type { Valores } from "./escala.ts";

export const valoresDe = (a: Actor | undefined): Valores | null =>
  a && a.influencia !== null && a.interes !== null ? { influencia: a.influencia, interes: a.interes } : null;

const iguales = (a: Valores | null, b: Valores | null): boolean => a?.influencia === b?.influencia && a?.interes === b?.interes;

export class Fantasmas {
  private previos = new Map<string, Valores>();
  private vistos = new Map<string, Valores>();

  /** Toma nota de dónde están todos; lo que cambió de lugar deja su fantasma. Volver al lugar anterior lo borra. */
  mirar(actores: Iterable<Actor>): void {
    for (const actor of actores) {
      const ahora = valoresDe(actor), antes = this.vistos.get(actor.id) ?? null;
      if (!ahora || iguales(ahora, antes)) continue;
      if (antes && iguales(ahora, this.previos.get(actor.id) ?? null)) this.previos.delete(actor.id);
      else if (antes) this.previos.set(actor.id, antes);
      this.vistos.set(actor.id, ahora);
    }
  }

  de(id: string, dados: Record<string, [number, number]>): Valores | null {
    const dado = dados[id];
    return dado ? { influencia: dado[0], interes: dado[1] } : (this.previos.get(id) ?? null);
  }
}
