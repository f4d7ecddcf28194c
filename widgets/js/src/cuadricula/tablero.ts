// El dibujo: fondo, fantasmas, puntos separados y nombres. No sabe de órdenes; cuenta los gestos a quien lo usa.
import { poner, s } from "../lib/dom.ts";
import { comoNumero } from "../lib/campos.ts";
import { trazoDeSector } from "../lib/glifo.ts";
import type { Actor } from "../lib/tipos.ts";
import { arrastrar } from "./arrastre.ts";
import { cuadranteDe } from "./cuadrantes.ts";
import { Escala, redondear, type Lugar, type Marco, type Valores } from "./escala.ts";
import { LINEA, fondo, zonasDeNombres } from "./fondo.ts";
import { Puntos, RADIO, type Dibujado } from "./puntos.ts";
import { rotular } from "./rotulos.ts";
import { separar, type Caja } from "./separar.ts";

export interface EnTablero { actor: Actor; valores: Valores; anterior: Valores | null; elegido: boolean }
export interface Gestos {
  soltar: (id: string, v: Valores) => void;
  pulsar: (id: string, sumar: boolean) => void;
  tecla: (id: string, s: KeyboardEvent) => void;
  salir: (id: string) => void;
  paso: () => number;
  soloLectura: () => boolean;
}

export class Tablero {
  readonly nodo = s("svg", { class: "mt-cuadricula-svg", role: "group", "aria-label": "Cuadrícula de influencia e interés" });
  escala = new Escala(marcoPara(640));
  arrastrando = "";
  private capas = { fondo: s("g"), guias: s("g", { class: "guias", "aria-hidden": "true" }), nombres: s("g", { class: "nombres", "aria-hidden": "true" }), encima: s("g", { class: "encima", "aria-hidden": "true" }) };
  private puntos: Puntos;
  private dibujados = new Map<string, Dibujado>();
  private mirado = "";

  constructor(private gestos: Gestos) {
    this.puntos = new Puntos({
      puntero: (id, e) => this.alPuntero(id, e), tecla: (id, e) => gestos.tecla(id, e),
      salir: (id) => { this.mirar(""); gestos.salir(id); }, entrar: (id) => this.mirar(id),
    }, gestos.soloLectura);
    this.nodo.append(this.capas.fondo, this.capas.guias, this.capas.nombres, this.puntos.nodo, this.capas.encima);
  }

  medir(ancho: number): void {
    const marco = marcoPara(ancho);
    this.escala = new Escala(marco);
    this.nodo.setAttribute("viewBox", `0 0 ${marco.ancho} ${marco.alto}`);
    this.nodo.setAttribute("height", String(marco.alto));
    poner(this.capas.fondo, fondo(this.escala));
  }

  pintar(todos: EnTablero[]): void {
    if (this.arrastrando) return;
    const lugares = separar(todos.map((t) => ({ id: t.actor.id, ...this.escala.lugar(t.valores), caja: this.cajaDe(t.valores) })), espacioPara(todos.length));
    this.dibujados = new Map(todos.map((t) => [t.actor.id, { ...t, lugar: lugares.get(t.actor.id)!, verdadero: this.escala.lugar(t.valores) }]));
    this.puntos.pintar([...this.dibujados.values()]);
    poner(this.capas.guias, todos.map((t) => this.guiasDe(t)));
    this.rotular(todos);
    this.mirar(this.mirado);
  }

  enfocar(id: string): void { this.puntos.enfocar(id); }

  /** Mueve el dibujo de un punto mientras se decide; `null` lo devuelve. */
  adelantar(id: string, valores: Valores | null): void {
    const d = this.dibujados.get(id);
    if (!d) return;
    this.puntos.mover(id, valores ? this.escala.lugar(valores) : d.lugar, valores ?? d.valores);
    this.mostrarMira(valores);
    if (!valores) this.mirar(this.mirado);
  }

  /** Las líneas que llevan a los ejes y los valores, mientras se arrastra. */
  mostrarMira(v: Valores | null): void {
    if (!v) return poner(this.capas.encima);
    const l = this.escala.lugar(v), m = this.escala.marco, derecha = l.x < m.ancho * 0.62;
    poner(this.capas.encima, s("line", { class: "mira", x1: l.x, x2: l.x, y1: l.y, y2: m.alto - m.abajo }), s("line", { class: "mira", x1: m.izquierda, x2: l.x, y1: l.y, y2: l.y }),
      cartel({ x: l.x + (derecha ? 16 : -16), y: Math.max(l.y - 16, 24) }, derecha, `Interés ${comoNumero(v.interes)} · influencia ${comoNumero(v.influencia)}`, cuadranteDe(v.influencia, v.interes).nombre));
  }

  /** Los valores bajo el puntero, redondeados; null fuera. */
  bajo(e: PointerEvent): Valores | null {
    const caja = this.nodo.getBoundingClientRect();
    const l = { x: e.clientX - caja.left, y: e.clientY - caja.top };
    return this.escala.contiene(l) ? this.ajustar(this.escala.valores(l)) : null;
  }

  private ajustar = (v: Valores): Valores => ({ influencia: redondear(v.influencia, this.gestos.paso()), interes: redondear(v.interes, this.gestos.paso()) });

  private cajaDe(v: Valores): Caja {
    const m = this.escala.marco, [cx, cy] = [this.escala.x(LINEA), this.escala.y(LINEA)], aire = RADIO + 2;
    return {
      izquierda: v.interes > LINEA ? cx + aire : m.izquierda + aire, derecha: v.interes > LINEA ? m.ancho - m.derecha - aire : cx - aire,
      arriba: v.influencia > LINEA ? m.arriba + aire : cy + aire, abajo: v.influencia > LINEA ? cy - aire : m.alto - m.abajo - aire,
    };
  }

  private guiasDe(t: EnTablero): SVGElement[] {
    const d = this.dibujados.get(t.actor.id)!, guias: SVGElement[] = [];
    const corrido = Math.hypot(d.lugar.x - d.verdadero.x, d.lugar.y - d.verdadero.y) > RADIO;
    if (corrido) guias.push(s("line", { class: "hilo", x1: d.verdadero.x, y1: d.verdadero.y, x2: d.lugar.x, y2: d.lugar.y }), s("circle", { class: "ancla", cx: d.verdadero.x, cy: d.verdadero.y, r: 2 }));
    if (t.anterior) {
      const l = this.escala.lugar(t.anterior);
      guias.push(s("line", { class: "viaje", x1: l.x, y1: l.y, x2: d.lugar.x, y2: d.lugar.y }), s("path", { class: "fantasma", d: trazoDeSector(t.actor.sector, RADIO), transform: `translate(${l.x} ${l.y})` }));
    }
    return guias;
  }

  private rotular(todos: EnTablero[]): void {
    const m = this.escala.marco;
    const borde = { x: m.izquierda, y: m.arriba, ancho: m.ancho - m.izquierda - m.derecha, alto: m.alto - m.arriba - m.abajo };
    const porPeso = [...todos].sort((a, b) => Number(b.elegido) - Number(a.elegido) || b.valores.influencia + b.valores.interes - a.valores.influencia - a.valores.interes);
    const rotulos = rotular(porPeso.map((t) => ({ id: t.actor.id, nombre: t.actor.nombre, lugar: this.dibujados.get(t.actor.id)!.lugar })), RADIO + 1, borde, zonasDeNombres(this.escala));
    poner(this.capas.nombres, rotulos.map((r) => s("text", { x: r.x, y: r.y, "text-anchor": r.ancla, class: this.dibujados.get(r.id)!.elegido ? "elegido" : null }, r.texto)));
  }

  /** Muestra entero el nombre del punto que se mira o se enfoca. */
  private mirar(id: string): void {
    this.mirado = id;
    const d = this.dibujados.get(id);
    if (this.arrastrando) return;
    if (!d) return poner(this.capas.encima);
    const derecha = d.lugar.x < this.escala.marco.ancho / 2;
    poner(this.capas.encima, cartel({ x: d.lugar.x + (derecha ? 16 : -16), y: Math.max(d.lugar.y - 14, 24) }, derecha, d.actor.nombre, `Interés ${comoNumero(d.valores.interes)} · influencia ${comoNumero(d.valores.influencia)}`));
  }

  private alPuntero(id: string, e: PointerEvent): void {
    const d = this.dibujados.get(id)!, nodo = e.currentTarget as SVGGElement;
    const solo = this.gestos.soloLectura();
    const hacia = (dx: number, dy: number): Valores => {
      const delta = this.escala.delta(dx, dy);
      return this.ajustar({ influencia: d.valores.influencia + delta.influencia, interes: d.valores.interes + delta.interes });
    };
    const terminar = (): void => { this.arrastrando = ""; nodo.classList.remove("en-viaje"); this.mostrarMira(null); };
    arrastrar(e, nodo, {
      mover: (dx, dy) => {
        if (solo) return;
        this.arrastrando = id;
        nodo.classList.add("en-viaje");
        this.adelantar(id, hacia(dx, dy));
      },
      soltar: (dx, dy) => { terminar(); if (!solo) this.gestos.soltar(id, hacia(dx, dy)); },
      cancelar: () => { terminar(); this.adelantar(id, null); },
      pulsar: (s2) => { nodo.focus(); this.gestos.pulsar(id, s2.shiftKey || s2.ctrlKey); },
    });
  }
}

function cartel(l: Lugar, aLaDerecha: boolean, ...lineas: string[]): SVGElement {
  const texto = (clase: string): SVGElement[] => lineas.map((linea, i) => s("text", { class: clase, x: l.x, y: l.y + i * 17, "text-anchor": aLaDerecha ? "start" : "end" }, linea));
  return s("g", { class: "cartel" }, texto("orilla"), texto(""));
}

export const marcoPara = (ancho: number): Marco => ({
  ancho: Math.max(280, ancho), alto: Math.round(ancho < 480 ? ancho * 1.15 : Math.min(600, ancho * 0.82)), izquierda: 42, derecha: 8, arriba: 8, abajo: 46,
});

const espacioPara = (cuantos: number): number => (cuantos > 150 ? 13 : cuantos > 70 ? 18 : 24);
