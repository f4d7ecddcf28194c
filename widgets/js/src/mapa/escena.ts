// El SVG del mapa: capas, nodos y líneas. Cada nodo va a escala inversa, así mide lo mismo con cualquier acercamiento.
import { s } from "../lib/dom.ts";
import { curvaEntre, trazo, zigzag } from "./curvas.ts";
import { alcanceDe, colorDe, figura } from "./formas.ts";
import type { Guia } from "./disposiciones.ts";
import { acotar } from "./geometria.ts";
import { ponerMarcaDeSuerte, puntas } from "./trazos.ts";
import { dibujarGuia } from "./guias.ts";
import { nombreDeNodo, presencia } from "./nombres.ts";
import { Vuelo } from "./vuelo.ts";
import type { Arista, Cambios, Nodo, Red } from "./red.ts";

const ABANICO = 20;

export class Escena {
  readonly svg: SVGSVGElement;
  readonly mundo = s("g", { class: "mundo" });
  readonly capas = { guias: s("g", { "aria-hidden": "true" }), aristas: s("g", { "aria-hidden": "true" }), nodos: s("g"), sobre: s("g", { "aria-hidden": "true" }) };
  readonly nodos = new Map<string, SVGGElement>();
  readonly aristas = new Map<string, SVGPathElement>();
  readonly marcas = new Map<string, SVGGElement>();
  readonly puntas = puntas();
  readonly vuelo: Vuelo;
  guias: Guia[] = [];
  k = 1;
  /** Las figuras se achican un poco al alejarse: así un mapa en el teléfono no es un montón. */
  get factor(): number { return factorDe(this.k); }

  constructor(private red: Red) {
    this.vuelo = new Vuelo(this, red);
    this.mundo.append(this.capas.guias, this.capas.aristas, this.capas.nodos, this.capas.sobre);
    this.svg = s("svg", { class: "mt-mapa-svg", role: "application", "aria-roledescription": "mapa" }, this.puntas.defs, this.mundo);
  }

  /** Lo que recibe el foco de un nodo. */
  boton(id: string): SVGGElement | undefined { return this.nodos.get(id)?.firstElementChild as SVGGElement | undefined; }

  /** Dibuja sólo lo que cambió. */
  dibujar(cambios: Cambios): void {
    for (const id of cambios.sinNodos) quitar(this.nodos, id);
    for (const id of cambios.sinAristas) { quitar(this.aristas, id); quitar(this.marcas, id); }
    for (const n of cambios.nodos) this.pintarNodo(n);
    for (const a of cambios.aristas) { this.pintarArista(a); this.trazar(a); }
  }

  private pintarNodo(n: Nodo): void {
    const g = this.nodos.get(n.id) ?? this.nuevoNodo(n);
    const cuerpo = g.firstElementChild as SVGElement, [toque, halo, forma] = cuerpo.children;
    g.setAttribute("class", `nodo ${presencia(n.actor.estado)}${n.actor.fijado ? " fijado" : ""}`);
    g.style.setProperty("--sector", colorDe(n.actor.sector));
    toque!.setAttribute("r", String(Math.max(n.r + 3, 15)));
    halo!.setAttribute("d", figura(n.actor.sector, n.r + 5));
    forma!.setAttribute("d", figura(n.actor.sector, n.r));
    g.querySelector("title")!.textContent = n.actor.nombre;
    ponerAlfiler(cuerpo, n);
    this.situar(n);
  }

  private nuevoNodo(n: Nodo): SVGGElement {
    // El rótulo queda fuera del botón: lo que se oye es el nombre entero, no su versión cortada.
    const cuerpo = s("g", { class: "cuerpo", role: "button", tabindex: -1 }, s("circle", { class: "toque" }), s("path", { class: "halo" }), s("path", { class: "forma" }));
    const g = s("g", { data: { id: n.id } }, cuerpo, s("text", { class: "rotulo", "aria-hidden": "true" }), s("title"));
    this.nodos.set(n.id, g);
    this.capas.nodos.append(g);
    return g;
  }

  /** El nombre accesible depende de sus relaciones: se pone al final, cuando ya se sabe cuántas son. */
  nombrar(elegidos: Set<string>): void {
    for (const id of this.nodos.keys()) {
      const n = this.red.nodos.get(id)!, g = this.boton(id)!;
      const nombre = nombreDeNodo(n.actor, this.red.grado(id), { fijado: n.actor.fijado });
      if (g.getAttribute("aria-label") !== nombre) g.setAttribute("aria-label", nombre);
      g.setAttribute("aria-pressed", String(elegidos.has(id)));
    }
  }

  private pintarArista(a: Arista): void {
    const p = this.aristas.get(a.id) ?? this.nuevaArista(a);
    p.setAttribute("class", `arista t-${a.relacion.tipo} i${a.relacion.intensidad}${a.suerte ? " suerte-" + a.suerte : ""}`);
    if (a.relacion.dirigida) p.setAttribute("marker-end", `url(#${this.puntas.id(a.relacion.tipo)})`);
    else p.removeAttribute("marker-end");
    ponerMarcaDeSuerte(this.marcas, this.capas.aristas, a);
  }

  private nuevaArista(a: Arista): SVGPathElement {
    const p = s("path", { data: { id: a.id } });
    this.aristas.set(a.id, p);
    this.capas.aristas.append(p);
    return p;
  }

  /** Pone un nodo en su lugar. */
  situar(n: Nodo): void {
    const g = this.vuelo.copia(n.id) ?? this.nodos.get(n.id);
    g?.setAttribute("transform", `translate(${n.x},${n.y}) scale(${1 / this.k})`);
    g?.firstElementChild!.setAttribute("transform", `scale(${this.factor})`);
  }

  /** Mueve un nodo con sus líneas, y nada más. */
  mover(n: Nodo): void {
    this.situar(n);
    for (const a of this.red.de(n.id)) this.trazar(a);
  }

  trazar(a: Arista): void {
    const { k } = this, punta = a.relacion.dirigida ? 3 : 1;
    const corte = (n: Nodo, aire: number) => (alcanceDe(n.actor.sector, n.r) * 0.92 * this.factor + aire) / k;
    a.curva = curvaEntre(a.de, a.hacia, corte(a.de, 1), corte(a.hacia, punta), (a.paso * ABANICO) / k);
    const d = a.relacion.tipo === "conflicto" ? zigzag(a.curva, (7 * this.factor) / k) : trazo(a.curva);
    this.aristas.get(a.id)?.setAttribute("d", d);
    const marca = this.marcas.get(a.id);
    if (marca) marca.setAttribute("transform", `translate(${(a.curva.a.x + 2 * a.curva.c.x + a.curva.b.x) / 4},${(a.curva.a.y + 2 * a.curva.c.y + a.curva.b.y) / 4}) scale(${1 / k})`);
  }

  /** Cambia el acercamiento: nodos, puntas y cortes se recalculan para medir lo mismo en pantalla. */
  escalar(k: number): void {
    if (Math.abs(k / this.k - 1) < 1e-6) return;
    this.k = k;
    this.puntas.escalar(k / Math.min(1, this.factor * 1.15));
    for (const n of this.red.nodos.values()) this.situar(n);
    for (const a of this.red.aristas.values()) this.trazar(a);
    this.capas.guias.style.setProperty("--k", String(k));
    this.mundo.style.setProperty("--f", String(Math.round(acotar(this.factor, 0.5, 1) * 10) / 10));
  }

  ponerGuias(guias: Guia[]): void {
    this.guias = guias;
    this.capas.guias.replaceChildren(...guias.map(dibujarGuia));
  }
}

export const factorDe = (k: number): number => acotar(Math.sqrt(k), 0.5, 1.3);

function ponerAlfiler(cuerpo: SVGElement, n: Nodo): void {
  cuerpo.querySelector(".alfiler")?.remove();
  if (!n.actor.fijado) return;
  const a = alcanceDe(n.actor.sector, n.r) * 0.72 + 2;
  cuerpo.append(s("g", { class: "alfiler", transform: `translate(${a},${-a})` }, s("circle", { r: 4.5 }), s("path", { d: "M0,4.5V9" })));
}

function quitar(mapa: Map<string, Element>, id: string): void {
  mapa.get(id)?.remove();
  mapa.delete(id);
}
