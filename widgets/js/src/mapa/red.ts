// La red que se dibuja: actores y relaciones visibles, con su lugar, tamaño y vecinos.
import type { Actor, Relacion } from "../lib/tipos.ts";
import { repartir, type Curva } from "./curvas.ts";
import type { Punto } from "./geometria.ts";
import type { Suerte } from "./momentos.ts";

export interface Nodo extends Punto { id: string; actor: Actor; r: number }
export interface Arista { id: string; relacion: Relacion; de: Nodo; hacia: Nodo; paso: number; suerte?: Suerte; curva?: Curva }
/** Qué cambió al cargar: sólo eso se vuelve a dibujar. */
export interface Cambios { nodos: Nodo[]; aristas: Arista[]; sinNodos: string[]; sinAristas: string[] }
export interface Carga {
  actores: Actor[]; relaciones: Relacion[]; suerte?: Map<string, Suerte>; radio: (id: string) => number;
  /** El lugar que no sale del documento: lo recién movido o lo que aún no se guarda. */
  lugar: (id: string) => Punto | undefined;
}

export class Red {
  nodos = new Map<string, Nodo>();
  aristas = new Map<string, Arista>();
  private incidentes = new Map<string, Arista[]>();

  /** Pone al día la red y dice qué cambió. */
  cargar(carga: Carga): Cambios {
    const cambios: Cambios = { nodos: [], aristas: [], sinNodos: [], sinAristas: [] };
    this.cargarNodos(carga, cambios);
    this.cargarAristas(carga, cambios);
    return cambios;
  }

  private cargarNodos({ actores, radio, lugar }: Carga, cambios: Cambios): void {
    const quedan = new Set(actores.map((a) => a.id));
    for (const id of this.nodos.keys()) if (!quedan.has(id)) { this.nodos.delete(id); cambios.sinNodos.push(id); }
    for (const actor of actores) {
      const antes = this.nodos.get(actor.id), r = radio(actor.id), p = lugar(actor.id);
      const x = p?.x ?? actor.x ?? 0, y = p?.y ?? actor.y ?? 0;
      if (antes && antes.actor === actor && antes.r === r && antes.x === x && antes.y === y) continue;
      const nodo = Object.assign(antes ?? { id: actor.id }, { actor, r, x, y }) as Nodo;
      this.nodos.set(actor.id, nodo);
      cambios.nodos.push(nodo);
    }
  }

  private cargarAristas({ relaciones, suerte }: Carga, cambios: Cambios): void {
    const pasos = repartir(relaciones), tocados = new Set(cambios.nodos.map((n) => n.id));
    const antes = this.aristas;
    this.aristas = new Map();
    this.incidentes = new Map();
    for (const r of relaciones) {
      const de = this.nodos.get(r.de), hacia = this.nodos.get(r.hacia);
      if (!de || !hacia) continue;
      const vieja = antes.get(r.id), paso = pasos.get(r.id)!, s = suerte?.get(r.id);
      const igual = vieja && vieja.relacion === r && vieja.paso === paso && vieja.suerte === s && vieja.de === de && vieja.hacia === hacia;
      const arista = igual ? vieja : { id: r.id, relacion: r, de, hacia, paso, suerte: s };
      this.aristas.set(r.id, arista);
      this.anotar(arista);
      if (!igual || tocados.has(r.de) || tocados.has(r.hacia)) cambios.aristas.push(arista);
    }
    for (const id of antes.keys()) if (!this.aristas.has(id)) cambios.sinAristas.push(id);
  }

  private anotar(a: Arista): void {
    for (const id of [a.de.id, a.hacia.id]) {
      const lista = this.incidentes.get(id);
      if (lista) lista.push(a);
      else this.incidentes.set(id, [a]);
    }
  }

  /** Las relaciones del actor que se ven. */
  de(id: string): Arista[] { return this.incidentes.get(id) ?? []; }
  grado(id: string): number { return this.de(id).length; }
  vecinos(id: string): Set<string> { return new Set(this.de(id).map((a) => (a.de.id === id ? a.hacia.id : a.de.id))); }
}
