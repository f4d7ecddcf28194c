// Los puntos: uno por actor ubicado, con foco, nombre y valores que el lector de pantalla dice.
import { s, vestir } from "../lib/dom.ts";
import { comoNumero } from "../lib/campos.ts";
import { colorDeSector, trazoDeSector } from "../lib/glifo.ts";
import { SECTORES } from "../lib/textos.ts";
import type { Actor } from "../lib/tipos.ts";
import { cuadranteDe } from "./cuadrantes.ts";
import type { Lugar, Valores } from "./escala.ts";
import { porLetras } from "../tabla/orden.ts";

export interface Dibujado { actor: Actor; valores: Valores; lugar: Lugar; verdadero: Lugar; elegido: boolean }
export interface Oidos {
  puntero: (id: string, s: PointerEvent) => void;
  tecla: (id: string, s: KeyboardEvent) => void;
  salir: (id: string) => void;
  entrar: (id: string) => void;
}

export const RADIO = 9;

/** «interés 4, influencia 5, Gestionar de cerca». */
export const decirValores = (v: Valores): string =>
  `interés ${comoNumero(v.interes)}, influencia ${comoNumero(v.influencia)}, ${cuadranteDe(v.influencia, v.interes).nombre}`;

export class Puntos {
  readonly nodo = s("g", { class: "puntos" });
  private nodos = new Map<string, SVGGElement>();

  constructor(private oidos: Oidos, private soloLectura: () => boolean) {}

  /** Pone a todos en su lugar, en orden alfabético para que el tabulador no salte. */
  pintar(dibujados: Dibujado[]): void {
    const orden = [...dibujados].sort((a, b) => porLetras(a.actor.nombre, b.actor.nombre));
    const quedan = new Set(orden.map((d) => d.actor.id));
    for (const [id, g] of this.nodos) if (!quedan.has(id)) { g.remove(); this.nodos.delete(id); }
    orden.forEach((d, i) => {
      const g = this.nodos.get(d.actor.id) ?? this.nuevo(d.actor.id);
      this.vestir(g, d);
      if (this.nodo.children[i] !== g) this.nodo.insertBefore(g, this.nodo.children[i] ?? null);
    });
  }

  mover(id: string, lugar: Lugar, valores: Valores): void {
    const g = this.nodos.get(id);
    if (!g) return;
    g.setAttribute("transform", `translate(${lugar.x.toFixed(1)} ${lugar.y.toFixed(1)})`);
    this.decir(g, valores);
  }

  marcar(id: string, clase: string, si: boolean): void { this.nodos.get(id)?.classList.toggle(clase, si); }
  enfocar(id: string): void { this.nodos.get(id)?.focus(); }

  private nuevo(id: string): SVGGElement {
    const g = s("g", {
      class: "punto", tabindex: 0, role: "slider", "aria-valuemin": 1, "aria-valuemax": 5, "aria-roledescription": "actor en la cuadrícula",
      on: {
        // Dentro de un svg «touch-action» no basta: sin esto el dedo mueve la página y no el punto.
        touchstart: (e: Event) => { if (!this.soloLectura()) e.preventDefault(); },
        pointerdown: (e: Event) => this.oidos.puntero(id, e as PointerEvent), keydown: (e: Event) => this.oidos.tecla(id, e as KeyboardEvent),
        blur: () => this.oidos.salir(id), focus: () => this.oidos.entrar(id),
        pointerenter: () => this.oidos.entrar(id), pointerleave: () => this.oidos.entrar(""),
      },
    }, s("circle", { class: "blanco", r: 16 }), s("circle", { class: "halo", r: RADIO + 5 }), s("path", { class: "forma" }));
    this.nodos.set(id, g);
    return g;
  }

  private vestir(g: SVGGElement, d: Dibujado): void {
    const { actor } = d;
    vestir(g, {
      transform: `translate(${d.lugar.x.toFixed(1)} ${d.lugar.y.toFixed(1)})`, "aria-label": `${actor.nombre}, ${(SECTORES[actor.sector] ?? "").toLowerCase()}`,
      "aria-disabled": this.soloLectura() ? "true" : null,
    });
    g.classList.toggle("elegido", d.elegido);
    vestir(g.lastElementChild!, { d: trazoDeSector(actor.sector, RADIO), fill: colorDeSector(actor.sector) });
    this.decir(g, d.valores);
  }

  private decir(g: SVGGElement, v: Valores): void {
    g.setAttribute("aria-valuenow", String(v.influencia));
    g.setAttribute("aria-valuetext", decirValores(v));
  }
}
