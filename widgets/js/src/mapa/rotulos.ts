// Pone los rótulos de los nodos donde no chocan. Corre cuando la escena se asienta, no en cada cuadro.
import { s } from "../lib/dom.ts";
import { ALTO_LINEA, colocar, type Lado, type PorRotular, type Rotulo } from "./etiquetas.ts";
import { dentroDeCaja, type Caja } from "./geometria.ts";
import { letrasDe } from "./guias.ts";
import type { Mapa } from "./mapa.ts";
import { resaltados } from "./pintar.ts";

const MUCHOS = 120, CUPO = 45;
export const LETRA = "13px 'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', system-ui, sans-serif";

let lienzo: CanvasRenderingContext2D | null | undefined;
const anchos = new Map<string, number>();
/** El ancho en px de un texto con la letra de los rótulos. */
export function medir(texto: string): number {
  lienzo ??= "OffscreenCanvas" in globalThis || navigator.userAgent.includes("jsdom") === false ? document.createElement("canvas").getContext("2d") : null;
  const sabido = anchos.get(texto);
  if (sabido !== undefined) return sabido;
  if (lienzo) lienzo.font = LETRA;
  const ancho = lienzo ? lienzo.measureText(texto).width + 2 : texto.length * 6.8;
  anchos.set(texto, ancho);
  return ancho;
}

export class Rotulos {
  /** Lo que dice cada rótulo a la vista. */
  puestos = new Map<string, Rotulo>();
  private reloj = 0;

  constructor(private m: Mapa) {
    // La letra llega después que la página: con ella cambian los anchos.
    document.fonts?.ready.then(() => { anchos.clear(); this.programar(); });
  }

  programar(): void {
    clearTimeout(this.reloj);
    this.reloj = window.setTimeout(() => this.poner(), 60);
  }

  /** Coloca los rótulos para la escala y el encuadre actuales. */
  poner(marco?: Caja): void {
    this.puestos = colocar(this.porRotular(!!marco), medir, marco ?? this.alaVista(), this.m.escena.guias.map((g) => letrasDe(g, this.m.escena.k, medir)));
    for (const [id, g] of this.m.escena.nodos) escribir(g.querySelector("text")!, this.m.nodo(id)!.r * this.m.escena.factor, this.puestos.get(id));
  }

  private alaVista(): Caja {
    const { k } = this.m.escena, v = this.m.camara.aLaVista;
    return { x0: v.x0 * k + 2, y0: v.y0 * k + 2, x1: v.x1 * k - 2, y1: v.y1 * k - 2 };
  }

  private porRotular(todos: boolean): PorRotular[] {
    const { m } = this, { k } = m.escena, vista = holgada(m.camara.aLaVista, 80 / k), elegidos = m.elegidos, cerca = resaltados(m);
    const items = [...m.red.nodos.values()].filter((n) => todos || dentroDeCaja(n, vista)).map((n): PorRotular => ({
      id: n.id, nombre: n.actor.nombre, x: n.x * k, y: n.y * k, r: n.r * m.escena.factor + 2, obligado: elegidos.has(n.id),
      peso: n.r * 3 + m.red.grado(n.id) + (cerca?.has(n.id) ? 1000 : 0) + (elegidos.has(n.id) ? 1e4 : 0),
    }));
    if (items.length <= MUCHOS) return items;
    return items.sort((a, b) => b.peso - a.peso || (a.id < b.id ? -1 : 1)).slice(0, Math.max(CUPO, cerca ? Math.min(cerca.size, 80) : 0));
  }
}

const holgada = (c: Caja, m: number): Caja => ({ x0: c.x0 - m, y0: c.y0 - m, x1: c.x1 + m, y1: c.y1 + m });
const ANCLAS: Record<Lado, string> = { abajo: "middle", arriba: "middle", derecha: "start", izquierda: "end" };

function escribir(texto: SVGTextElement, r: number, rotulo: Rotulo | undefined): void {
  const clave = rotulo ? `${rotulo.lado}|${r}|${rotulo.lineas.join("\n")}` : "";
  if (texto.getAttribute("data-clave") === clave) return;
  texto.setAttribute("data-clave", clave);
  if (!rotulo) return texto.replaceChildren();
  const hueco = r + 5, alto = rotulo.lineas.length * ALTO_LINEA;
  const x = rotulo.lado === "derecha" ? hueco : rotulo.lado === "izquierda" ? -hueco : 0;
  const y = (rotulo.lado === "abajo" ? hueco : rotulo.lado === "arriba" ? -hueco - alto : -alto / 2) + 11.5;
  texto.setAttribute("text-anchor", ANCLAS[rotulo.lado]);
  texto.replaceChildren(...rotulo.lineas.map((l, i) => s("tspan", { x, y: y + i * ALTO_LINEA }, l)));
}
