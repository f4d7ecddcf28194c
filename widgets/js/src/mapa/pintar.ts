// Quién va resaltado y quién atenuado: lo elegido y sus vecinos, o lo que calza con la búsqueda.
import { coincide } from "../lib/filtros.ts";
import type { Mapa } from "./mapa.ts";

/** Los que se resaltan; nulo si no hay nada elegido ni buscado. */
export function resaltados(m: Mapa): Set<string> | null {
  const { buscar } = m.pizarra.filtro, elegidos = m.elegidos;
  if (elegidos.size) {
    const cerca = new Set(elegidos);
    for (const id of elegidos) for (const v of m.red.vecinos(id)) cerca.add(v);
    return cerca;
  }
  return buscar ? new Set(hallados(m)) : null;
}

/** Los ids que calzan con el buscador, en orden alfabético. */
export function hallados(m: Mapa): string[] {
  const { buscar } = m.pizarra.filtro;
  if (!buscar) return [];
  return [...m.red.nodos.values()].filter((n) => coincide(n.actor, buscar)).sort((a, b) => a.actor.nombre.localeCompare(b.actor.nombre)).map((n) => n.id);
}

export function pintar(m: Mapa): void {
  const elegidos = m.elegidos, cerca = resaltados(m), hallado = new Set(hallados(m));
  for (const [id, g] of m.escena.nodos) {
    g.classList.toggle("elegido", elegidos.has(id));
    g.classList.toggle("hallado", hallado.has(id));
    g.classList.toggle("atenuado", cerca !== null && !cerca.has(id));
    g.classList.toggle("origen", m.uniendo?.de === id);
  }
  for (const [id, p] of m.escena.aristas) {
    const a = m.red.aristas.get(id)!, viva = elegidos.has(a.de.id) || elegidos.has(a.hacia.id);
    p.classList.toggle("viva", viva);
    p.classList.toggle("atenuada", cerca !== null && !viva);
    m.escena.marcas.get(id)?.classList.toggle("atenuada", cerca !== null && !viva);
  }
  m.escena.nombrar(elegidos);
}
