// Qué actores y relaciones quedan a la vista con un filtro.
import { comparable } from "./textos.ts";
import type { Actor, Filtro, Mesa, Relacion } from "./tipos.ts";

const pasa = (lista: string[], valor: string | null): boolean => !lista.length || (valor !== null && lista.includes(valor));

export const actorVisible = (f: Filtro, a: Actor): boolean =>
  pasa(f.sectores, a.sector) && pasa(f.niveles, a.nivel) && pasa(f.estados, a.estado);

/** Los actores que se ven y las relaciones entre ellos; el momento vacío es el último. */
export function visibles(mesa: Mesa, f: Filtro): { actores: Actor[]; relaciones: Relacion[] } {
  const actores = Object.values(mesa.actores).filter((a) => actorVisible(f, a));
  const ids = new Set(actores.map((a) => a.id));
  const momento = f.momento || ultimoMomento(mesa);
  const relaciones = Object.values(mesa.relaciones).filter(
    (r) => r.momento === momento && ids.has(r.de) && ids.has(r.hacia) && pasa(f.tipos, r.tipo),
  );
  return { actores, relaciones };
}

export const momentosEnOrden = (mesa: Mesa) => Object.values(mesa.momentos).sort((a, b) => a.orden - b.orden || a.nombre.localeCompare(b.nombre));
export const ultimoMomento = (mesa: Mesa): string => momentosEnOrden(mesa).at(-1)?.id ?? "";

/** Si el nombre contiene lo buscado, sin tildes ni mayúsculas. */
export const coincide = (a: Actor, buscar: string): boolean => !buscar || comparable(a.nombre).includes(comparable(buscar));
