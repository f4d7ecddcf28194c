// Lo que no es tablero (acuerdo, puntos, orden, pesos): una regla por opción con la media, la mitad central y los extremos de la escala.
import { h, poner, s } from "../lib/dom.ts";
import { numero } from "../lib/textos.ts";
import { decirCosa } from "./palabras.ts";
import type { Sala } from "./sala.ts";
import type { Cosa, Lectura } from "./tipos.ts";

export class Barras {
  readonly nodo = h("div", { class: "mt-votacion-barras" });
  constructor(private sala: Sala) {}
  soltar(): void { /* no escucha nada */ }

  pintar(): void {
    const { sala } = this, orden = new Map(sala.resumen.orden.map((o, i) => [o.id, i]));
    const filas = sala.cosas.filter((c) => sala.lectura(c.id)).sort((a, b) => (orden.get(a.id) ?? 99) - (orden.get(b.id) ?? 99));
    poner(this.nodo, h("ul", {}, filas.map((c) => this.fila(c, sala.lectura(c.id)!))));
  }

  private fila(c: Cosa, l: Lectura): HTMLElement {
    const texto = this.sala.resumen.orden.find((o) => o.id === c.id)?.texto;
    return h("li", {}, h("p", { class: "que" }, l.disputa > 0 && h("span", { class: "marca" }, `★ ${l.disputa}.ª más disputada`), c.nombre),
      l.oculta ? h("p", { class: "oculto" }, l.oculta) : [this.regla(c, l), texto && h("p", { class: "nota" }, texto)]);
  }

  private regla(c: Cosa, l: Lectura): SVGElement {
    const e = this.sala.escala, m = l.medidas[0]!, x = (v: number): number => 3 + ((v - e.minimo) / (e.maximo - e.minimo)) * 94;
    return s("svg", { class: "regla", role: "img", "aria-label": `${decirCosa(c, l, e)} La mitad central va de ${numero(m.cuartiles[0], 1)} a ${numero(m.cuartiles[1], 1)}.`, width: "100%", height: 46 },
      s("line", { class: "grilla", x1: "3%", x2: "97%", y1: 16, y2: 16 }),
      s("rect", { class: l.disputa ? "mitad disputada" : "mitad", x: `${x(m.cuartiles[0])}%`, y: 8, width: `${Math.max(0.6, x(m.cuartiles[1]) - x(m.cuartiles[0]))}%`, height: 16, rx: 3 }),
      s("circle", { class: "media", cx: `${x(m.media)}%`, cy: 16, r: 7 }),
      s("text", { x: `${x(m.media)}%`, y: 42, "text-anchor": "middle", class: "cifra" }, numero(m.media, e.decimales)),
      s("text", { x: "3%", y: 42, class: "nota" }, numero(e.minimo)), s("text", { x: "97%", y: 42, "text-anchor": "end", class: "nota" }, numero(e.maximo)));
  }
}
