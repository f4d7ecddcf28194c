// El tablero de influencia e interés con lo que dijo el grupo: dónde quedó cada actor y hacia dónde se abren las opiniones.
import { h, idUnico, poner, s } from "../lib/dom.ts";
import { colorDeSector, trazoDeSector } from "../lib/glifo.ts";
import { Escala as EscalaDePantalla, type Lugar, type Marco } from "../cuadricula/escala.ts";
import { fondo, zonasDeNombres } from "../cuadricula/fondo.ts";
import { rotular, type Rectangulo } from "../cuadricula/rotulos.ts";
import { marcoPara } from "../cuadricula/tablero.ts";
import { contorno, dibujables, marcaDeDisputa } from "./elipse.ts";
import type { Elipse, Notas } from "./tipos.ts";

export interface Puesto {
  id: string; nombre: string; sector: string; notas: Notas; elipse?: Elipse | null; disputa?: number; desde?: Notas; dicho: string;
}
export interface Opciones { etiqueta: string; elipses: boolean; conFoco: boolean; radio?: number; altoMaximo?: () => number }

export class TableroDeVotos {
  readonly nodo = h("div", { class: "mt-votacion-tablero" });
  private ancho = 640;
  private puestos: Puesto[] = [];
  private mira = new ResizeObserver(() => this.medir());

  constructor(private opciones: Opciones) { this.mira.observe(this.nodo); }

  soltar(): void { this.mira.disconnect(); }
  mostrar(elipses: boolean): void { this.opciones.elipses = elipses; this.pintar(this.puestos); }

  pintar(puestos: Puesto[]): void {
    this.puestos = puestos;
    const e = new EscalaDePantalla(this.marco()), m = e.marco, corte = idUnico("corte");
    const conElipse = dibujables(puestos);
    const enFoco = this.nodo.querySelector(":focus")?.getAttribute("data-id");
    poner(this.nodo, s("svg", { class: "mt-cuadricula-svg mt-votacion-svg", viewBox: `0 0 ${m.ancho} ${m.alto}`, height: m.alto, role: "group", "aria-label": this.opciones.etiqueta },
      s("defs", {}, s("clipPath", { id: corte }, s("rect", { x: m.izquierda, y: m.arriba, width: m.ancho - m.izquierda - m.derecha, height: m.alto - m.arriba - m.abajo })), punta(corte)),
      fondo(e),
      s("g", { "clip-path": `url(#${corte})`, "aria-hidden": "true" }, this.opciones.elipses && puestos.map((p) => p.elipse && conElipse.has(p) && s("path", { class: p.disputa ? "elipse disputada" : "elipse", d: contorno(p.elipse, (x, y) => ({ x: e.x(x), y: e.y(y) })), fill: colorDeSector(p.sector), stroke: colorDeSector(p.sector) }))),
      s("g", { "aria-hidden": "true" }, puestos.map((p) => p.desde && this.flecha(p, e, corte))),
      this.nombres(puestos, e),
      s("g", { class: "puntos" }, puestos.map((p) => this.punto(p, lugarDe(p.notas, e))))));
    if (enFoco) this.nodo.querySelector<SVGElement>(`[data-id="${CSS.escape(enFoco)}"]`)?.focus();
  }

  private marco(): Marco {
    const alto = this.opciones.altoMaximo?.(), marco = marcoPara(this.ancho);
    return alto ? { ...marco, alto: Math.round(Math.min(alto, this.ancho * 0.82)) } : marco;
  }

  private punto(p: Puesto, l: Lugar): SVGElement {
    const radio = this.opciones.radio ?? 9;
    const g = s("g", { class: "puesto", role: "img", "aria-label": p.dicho, tabindex: this.opciones.conFoco ? 0 : null, data: { id: p.id }, transform: `translate(${l.x.toFixed(1)} ${l.y.toFixed(1)})` },
      s("title", {}, p.dicho), s("circle", { class: "halo", r: radio + 5 }), s("path", { class: "forma", d: trazoDeSector(p.sector, radio), fill: colorDeSector(p.sector) }));
    if (p.disputa) g.append(marcaDeDisputa(p.disputa, -radio - 4, -radio - 4, radio + 1));
    return g;
  }

  private flecha(p: Puesto, e: EscalaDePantalla, base: string): SVGElement {
    const a = lugarDe(p.desde!, e), b = lugarDe(p.notas, e), largo = Math.hypot(b.x - a.x, b.y - a.y) || 1, corta = Math.min(11, largo * 0.6);
    return s("g", {}, s("path", { class: "fantasma", d: trazoDeSector(p.sector, 6), transform: `translate(${a.x} ${a.y})` }),
      largo > 4 && s("line", { class: "paso", x1: a.x, y1: a.y, x2: b.x - ((b.x - a.x) / largo) * corta, y2: b.y - ((b.y - a.y) / largo) * corta, "marker-end": `url(#${base}-punta)` }));
  }

  private nombres(puestos: Puesto[], e: EscalaDePantalla): SVGElement {
    const m = e.marco, borde = { x: m.izquierda, y: m.arriba, ancho: m.ancho - m.izquierda - m.derecha, alto: m.alto - m.arriba - m.abajo };
    const orden = [...puestos].sort((a, b) => (a.disputa || 9) - (b.disputa || 9) || b.notas[0]! + b.notas[1]! - a.notas[0]! - a.notas[1]!);
    const radio = (this.opciones.radio ?? 9) + 2;
    return s("g", { class: "nombres", "aria-hidden": "true" }, rotular(orden.map((p) => ({ id: p.id, nombre: p.nombre, lugar: lugarDe(p.notas, e) })), radio, borde, [...zonasDeNombres(e), ...estrellas(orden, e, radio)])
      .map((r) => s("text", { x: r.x, y: r.y, "text-anchor": r.ancla }, r.texto)));
  }

  private medir(): void {
    const ancho = Math.round(this.nodo.clientWidth);
    if (ancho > 0 && ancho !== this.ancho) { this.ancho = ancho; this.pintar(this.puestos); }
  }
}

const lugarDe = (n: Notas, e: EscalaDePantalla): Lugar => ({ x: e.x(n[0]!), y: e.y(n[1]!) });
/** Lo que tapan las estrellas: ahí no va ningún nombre. */
const estrellas = (puestos: Puesto[], e: EscalaDePantalla, radio: number): Rectangulo[] =>
  puestos.filter((p) => p.disputa).map((p) => ({ x: e.x(p.notas[0]!) - 2 * radio - 4, y: e.y(p.notas[1]!) - 2 * radio - 4, ancho: 2 * radio, alto: 2 * radio }));
const punta = (base: string): SVGElement =>
  s("marker", { id: `${base}-punta`, viewBox: "0 0 10 10", refX: 8, refY: 5, markerWidth: 9, markerHeight: 9, markerUnits: "userSpaceOnUse", orient: "auto" }, s("path", { class: "punta", d: "M0,1L10,5L0,9Z" }));
