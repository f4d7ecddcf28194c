// El modo «Unir»: se escoge un actor, después otro, y se elige qué los une. Sirve igual con clic y con Enter.
import { sinPermiso } from "./acciones.ts";
import type { Mapa } from "./mapa.ts";
import { menuDeUnion } from "./menus.ts";

export function empezarUnion(m: Mapa, de?: string): void {
  if (sinPermiso(m)) return;
  m.uniendo = { de };
  m.decir(de ? `Unir ${m.nombre(de)}: elija con quién.` : "Unir: elija el primer actor.");
  cambiar(m);
}

export function terminarUnion(m: Mapa): void {
  m.uniendo = null;
  cambiar(m);
}

/** Escoge un actor para unir; con el segundo, pregunta por el tipo. */
export function escoger(m: Mapa, id: string, donde?: [number, number]): void {
  const de = m.uniendo?.de;
  if (!de) return empezarUnion(m, id);
  if (de === id) return m.decir("Elija otro actor: una relación une a dos distintos.");
  terminarUnion(m);
  menuDeUnion(m, de, id, donde ?? centroDe(m, id));
}

export function centroDe(m: Mapa, id: string): [number, number] {
  const caja = m.escena.nodos.get(id)!.getBoundingClientRect();
  return [caja.left + caja.width / 2, caja.top + caja.height / 2];
}

function cambiar(m: Mapa): void {
  m.marco.classList.toggle("uniendo", !!m.uniendo);
  m.pintar();
  m.avisar("modo");
}
