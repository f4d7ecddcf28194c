// El nombre entero sobre el nodo que se mira o tiene el foco, cuando su rótulo está cortado o no cabe.
import { s } from "../lib/dom.ts";
import { ALTO_LINEA, partir } from "./etiquetas.ts";
import type { Mapa } from "./mapa.ts";
import { medir } from "./rotulos.ts";

export class Cartel {
  private g = s("g", { class: "cartel" });

  constructor(private m: Mapa) {
    m.escena.capas.sobre.append(this.g);
  }

  mostrar(id: string | null): void {
    const n = id ? this.m.nodo(id) : undefined;
    this.g.replaceChildren();
    if (!n || this.m.rotulos.puestos.get(n.id)?.lineas.join(" ") === n.actor.nombre) return;
    const lineas = partir(n.actor.nombre, medir, 230, 4);
    const ancho = Math.max(...lineas.map(medir)) + 16, alto = lineas.length * ALTO_LINEA + 10, y = -n.r * this.m.escena.factor - 12 - alto;
    this.g.setAttribute("transform", `translate(${n.x},${n.y}) scale(${1 / this.m.escena.k})`);
    this.g.append(s("rect", { x: -ancho / 2, y, width: ancho, height: alto, rx: 4 }),
      s("text", { "text-anchor": "middle" }, ...lineas.map((l, i) => s("tspan", { x: 0, y: y + 16 + i * ALTO_LINEA }, l))));
  }
}
