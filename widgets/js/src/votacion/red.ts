// La red de la Mesa con la dispersión alrededor de cada actor: ancha si se discrepa del interés, alta si de la influencia.
import { h, poner, s } from "../lib/dom.ts";
import { colorDeSector, trazoDeSector } from "../lib/glifo.ts";
import { FICHAS } from "../lib/fichas.ts";
import type { Actor } from "../lib/tipos.ts";
import { rotular } from "../cuadricula/rotulos.ts";
import { acomodar } from "../mapa/disposiciones.ts";
import { encerrar, encuadrar, type Punto } from "../mapa/geometria.ts";
import { contorno, marcaDeDisputa } from "./elipse.ts";
import { decirCosa } from "./palabras.ts";
import type { Sala } from "./sala.ts";
import type { Cosa, Lectura } from "./tipos.ts";

const RADIO = 8, POR_NOTA = 26; // px que mide un punto de la escala alrededor de un actor

export class RedDeVotos {
  readonly nodo = h("div", { class: "mt-votacion-red" });
  private ancho = 640;
  private mira = new ResizeObserver(() => this.medir());

  constructor(private sala: Sala, private conFoco = true) { this.mira.observe(this.nodo); }

  soltar(): void { this.mira.disconnect(); }

  pintar(): void {
    const alto = Math.round(Math.min(620, Math.max(340, this.ancho * 0.72))), lugares = this.lugares(this.ancho, alto);
    const con = this.sala.cosas.map((c) => ({ cosa: c, lectura: this.sala.lectura(c.id), p: lugares.get(c.id)! }));
    poner(this.nodo, s("svg", { class: "mt-cuadricula-svg mt-votacion-svg", viewBox: `0 0 ${this.ancho} ${alto}`, height: alto, role: "group", "aria-label": "La red de la Mesa con la dispersión de las opiniones" },
      s("g", { "aria-hidden": "true" }, this.sala.relaciones.map((r) => enlace(r.tipo, lugares.get(r.de), lugares.get(r.hacia)))),
      s("g", { "aria-hidden": "true" }, con.map(({ cosa, lectura, p }) => lectura?.elipse && elipseEn(cosa, lectura, p))),
      this.nombres(con, alto),
      s("g", {}, con.map(({ cosa, lectura, p }) => this.actor(cosa, lectura, p)))));
  }

  private actor(cosa: Cosa, l: Lectura | undefined, p: Punto): SVGElement {
    const dicho = decirCosa(cosa, l, this.sala.escala);
    const g = s("g", { class: l ? "puesto" : "puesto fuera", role: "img", "aria-label": dicho, tabindex: this.conFoco && l ? 0 : null, transform: `translate(${p.x.toFixed(1)} ${p.y.toFixed(1)})` },
      s("title", {}, dicho), s("circle", { class: "halo", r: RADIO + 5 }), s("path", { class: "forma", d: trazoDeSector(cosa.sector, RADIO), fill: colorDeSector(cosa.sector) }));
    if (l?.disputa) g.append(marcaDeDisputa(l.disputa, -RADIO - 5, -RADIO - 5));
    return g;
  }

  private nombres(con: { cosa: Cosa; lectura?: Lectura | undefined; p: Punto }[], alto: number): SVGElement {
    const orden = [...con].sort((a, b) => (a.lectura?.disputa || 9) - (b.lectura?.disputa || 9) || Number(!a.lectura) - Number(!b.lectura));
    const rotulos = rotular(orden.map(({ cosa, p }) => ({ id: cosa.id, nombre: cosa.nombre, lugar: p })), RADIO + 2, { x: 0, y: 0, ancho: this.ancho, alto }, orden.filter((c) => c.lectura?.disputa).map(({ p }) => ({ x: p.x - 26, y: p.y - 26, ancho: 24, alto: 24 })));
    return s("g", { class: "nombres", "aria-hidden": "true" }, rotulos.map((r) => s("text", { x: r.x, y: r.y, "text-anchor": r.ancla }, r.texto)));
  }

  /** El lugar de cada actor en el mapa de la Mesa, encuadrado; a quien no lo tiene se le acomoda. */
  private lugares(ancho: number, alto: number): Map<string, Punto> {
    const actores = this.sala.cosas.map((c) => ({ id: c.id, x: c.x, y: c.y, fijado: false }) as Actor);
    const faltan = actores.some((a) => a.x === null || a.y === null);
    const nuevos = faltan ? acomodar(actores, this.sala.relaciones) : new Map<string, Punto>();
    const enMapa = actores.map((a) => ({ id: a.id, x: a.x ?? nuevos.get(a.id)?.x ?? 0, y: a.y ?? nuevos.get(a.id)?.y ?? 0 }));
    const caja = encerrar(enMapa, 10);
    const v = caja ? encuadrar(caja, ancho, alto) : { k: 1, x: ancho / 2, y: alto / 2 };
    return new Map(enMapa.map((p) => [p.id, { x: p.x * v.k + v.x, y: p.y * v.k + v.y }]));
  }

  private medir(): void {
    const ancho = Math.round(this.nodo.clientWidth);
    if (ancho > 0 && ancho !== this.ancho) { this.ancho = ancho; this.pintar(); }
  }
}

function enlace(tipo: keyof typeof FICHAS.relacion, a?: Punto, b?: Punto): SVGElement | null {
  return a && b ? s("line", { class: "enlace", x1: a.x, y1: a.y, x2: b.x, y2: b.y, "stroke-dasharray": FICHAS.relacion[tipo]?.trazo || null }) : null;
}

const elipseEn = (cosa: Cosa, l: Lectura, p: Punto): SVGElement =>
  s("path", { class: l.disputa ? "elipse disputada" : "elipse", fill: colorDeSector(cosa.sector), stroke: colorDeSector(cosa.sector), d: contorno(l.elipse!, (x, y) => ({ x: p.x + (x - l.elipse!.x) * POR_NOTA, y: p.y - (y - l.elipse!.y) * POR_NOTA })) });
