// Lo que una persona puede hacer con los actores del mapa, venga del ratón, del dedo o del teclado.
import { idNuevo } from "../lib/dom.ts";
import { cuantos, TIPOS_DE_RELACION } from "../lib/textos.ts";
import type { TipoRelacion } from "../lib/tipos.ts";
import { animar } from "./animar.ts";
import { DISPOSICIONES, ordenar, type Disposicion } from "./disposiciones.ts";
import type { Punto } from "./geometria.ts";
import type { Mapa } from "./mapa.ts";

/** Verdadero, y lo dice, si la Mesa se está viendo sin poder cambiarla. */
export function sinPermiso(m: Mapa): boolean {
  if (m.soloLectura) m.decir("Esta Mesa se está viendo en sólo lectura.");
  return m.soloLectura;
}

export const abrirFicha = (m: Mapa, id: string): void => m.emitir("mesa:ficha", { id });
export function agregar(m: Mapa): void {
  if (!sinPermiso(m)) m.emitir("mesa:ficha", { crear: true });
}

export function elegir(m: Mapa, ids: string[], sumar = false): void {
  const antes = m.pizarra.seleccion;
  // Con Shift, lo que ya estaba elegido sale.
  const nuevos = sumar && ids.length === 1 && antes.includes(ids[0]!) ? antes.filter((i) => i !== ids[0]) : sumar ? [...antes, ...ids] : ids;
  m.pizarra.elegir(nuevos);
  const vecinos = nuevos.length === 1 ? `, ${cuantos(m.red.vecinos(nuevos[0]!).size, "vecino", "vecinos")}` : "";
  m.decir(nuevos.length === 1 ? `Elegido: ${m.nombre(nuevos[0]!)}${vecinos}` : nuevos.length ? `${nuevos.length} actores elegidos` : "Nada elegido");
}

/** Fija lo elegido, o lo suelta si ya estaba todo fijo. */
export async function fijar(m: Mapa, ids: string[]): Promise<void> {
  if (!ids.length || sinPermiso(m)) return;
  const fijado = !ids.every((id) => m.actor(id)?.fijado);
  if (await m.pedir("fijar", { ids, fijado })) m.decir(`${fijado ? "Fijado" : "Suelto"}: ${ids.length === 1 ? m.nombre(ids[0]!) : cuantos(ids.length, "actor", "actores")}`);
}

export async function quitar(m: Mapa, ids: string[]): Promise<void> {
  if (!ids.length || sinPermiso(m)) return;
  const que = ids.length === 1 ? m.nombre(ids[0]!) : cuantos(ids.length, "actor", "actores");
  const sigue = m.foco && ids.includes(m.foco) ? [...m.red.vecinos(m.foco)].find((v) => !ids.includes(v)) : null;
  if (!(await m.pedir("quitar_actores", { ids }))) return;
  m.pizarra.elegir(m.pizarra.seleccion.filter((i) => !ids.includes(i)));
  if (sigue) m.enfocar(sigue);
  m.decir(`Quitó a ${que}.`);
  m.avisarDeshacible(`Quitó a ${que} y sus relaciones.`);
}

/** Los tipos que van en un solo sentido salvo que se diga otra cosa. */
const CON_SENTIDO = new Set<TipoRelacion>(["informacion", "financiamiento", "mandato"]);

export async function unir(m: Mapa, de: string, hacia: string, tipo: TipoRelacion): Promise<void> {
  const datos = { id: idNuevo("r"), de, hacia, tipo, intensidad: 1, dirigida: CON_SENTIDO.has(tipo), momento: m.momento };
  if (await m.pedir("unir", datos)) m.decir(`Unió ${m.nombre(de)} con ${m.nombre(hacia)}: ${TIPOS_DE_RELACION[tipo]!.toLowerCase()}.`);
}

/** Reordena lo libre con la disposición elegida, lo muestra moverse y lo guarda como un solo cambio. */
export async function reordenar(m: Mapa, cual: Disposicion): Promise<void> {
  if (sinPermiso(m)) return;
  const actores = [...m.red.nodos.values()].map((n) => ({ ...n.actor, x: n.x, y: n.y }));
  const { lugares, guias } = ordenar(cual, actores, [...m.red.aristas.values()].map((a) => a.relacion));
  m.escena.ponerGuias(guias);
  const fijos = actores.filter((a) => a.fijado).length;
  if (!lugares.size) return m.decir("Todos los actores están fijados: no hay nada que ordenar.");
  await deslizar(m, lugares);
  const nombre = DISPOSICIONES[cual].nombre.toLowerCase();
  m.decir(`Mapa ordenado ${nombre}.${fijos ? ` ${cuantos(fijos, "actor fijado no se movió", "actores fijados no se movieron")}.` : ""}`);
  await m.mover(lugares, { frase: `Ordenó el mapa ${nombre}` });
}

/** Lleva los nodos a sus lugares mientras la cámara sigue al conjunto. */
function deslizar(m: Mapa, lugares: Map<string, Punto>): Promise<void> {
  const desde = new Map([...lugares.keys()].map((id) => [id, { x: m.nodo(id)!.x, y: m.nodo(id)!.y }]));
  const poner = (t: number): void => {
    for (const [id, p] of lugares) {
      const n = m.nodo(id), d = desde.get(id)!;
      if (!n) continue;
      n.x = d.x + (p.x - d.x) * t;
      n.y = d.y + (p.y - d.y) * t;
      m.enVuelo.set(id, p);
      m.escena.situar(n);
    }
    for (const a of m.red.aristas.values()) m.escena.trazar(a);
  };
  return new Promise((listo) => animar(lugares.size > 400 ? 0 : 500, poner, () => {
    m.encuadrar(true);
    listo();
  }));
}
