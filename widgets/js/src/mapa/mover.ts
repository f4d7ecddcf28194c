// M y flechas: mover un actor sin ratón. Enter lo suelta ahí y lo fija; Esc lo devuelve.
import { sinPermiso } from "./acciones.ts";
import type { Punto } from "./geometria.ts";
import type { Mapa } from "./mapa.ts";
import { RUMBOS, type Rumbo } from "./vecindad.ts";

const PASO = 12, PASO_GRANDE = 60;
const enMarcha = new WeakMap<Mapa, { id: string; origen: Punto }>();

export const estaMoviendo = (m: Mapa): boolean => enMarcha.has(m);

export function empezarAMover(m: Mapa, id: string): void {
  const n = m.nodo(id);
  if (!n || sinPermiso(m)) return;
  enMarcha.set(m, { id, origen: { x: n.x, y: n.y } });
  m.escena.nodos.get(id)!.classList.add("moviendo");
  m.escena.boton(id)!.addEventListener("blur", () => { if (estaMoviendo(m)) cancelar(m); }, { once: true });
  m.decir(`Moviendo ${n.actor.nombre}. Flechas para mover, Mayúscula para pasos grandes, Enter para soltar, Escape para cancelar.`);
}

/** Atiende una tecla mientras se mueve; dice si era suya. */
export function alTeclaDeMover(m: Mapa, e: KeyboardEvent): boolean {
  const { id } = enMarcha.get(m)!;
  if (e.key === "Escape") cancelar(m);
  else if (e.key === "Enter" || e.key.toLowerCase() === "m") soltar(m);
  else if (e.key in RUMBOS) {
    const paso = (e.shiftKey ? PASO_GRANDE : PASO) / m.escena.k, rumbo = RUMBOS[e.key as Rumbo], n = m.nodo(id)!;
    poner(m, id, { x: n.x + rumbo.x * paso, y: n.y + rumbo.y * paso });
  }
  return e.key !== "Tab";
}

function poner(m: Mapa, id: string, p: Punto): void {
  m.enVuelo.set(id, p);
  Object.assign(m.nodo(id)!, p);
  m.escena.mover(m.nodo(id)!);
  m.camara.centrar(p, true);
}

function terminar(m: Mapa): { id: string; origen: Punto } {
  const marcha = enMarcha.get(m)!;
  enMarcha.delete(m);
  m.escena.nodos.get(marcha.id)?.classList.remove("moviendo");
  m.rotulos.programar();
  return marcha;
}

function soltar(m: Mapa): void {
  const { id } = terminar(m), n = m.nodo(id)!;
  void m.mover(new Map([[id, { x: n.x, y: n.y }]]), { fijar: true });
  m.decir(`${n.actor.nombre} quedó en su nuevo lugar, fijado.`);
}

function cancelar(m: Mapa): void {
  const { id, origen } = terminar(m);
  if (!m.nodo(id)) return;
  poner(m, id, origen);
  m.enVuelo.delete(id);
  m.decir("Volvió a su lugar.");
}
