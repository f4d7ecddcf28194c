// La casilla elegida, con palabras: su pregunta, los valores con lo que significan, la duda y el porqué.
import { h, idUnico, poner } from "../lib/dom.ts";
import { preguntaDe, type Casilla, type Contenido } from "./datos.ts";
import { decirValor, mostrarValor, opcionesDe } from "./valor.ts";

export interface Cambios {
  escribir: (x: Casilla, texto: string) => string;
  dudar: (x: Casilla) => void;
  explicar: (x: Casilla, porque: string) => void;
  soloLectura: () => boolean;
}

export class Detalle {
  readonly nodo = h("div", { class: "mt-matriz-detalle", role: "group", "aria-label": "La casilla elegida" });
  private vista = "";

  constructor(private c: Contenido, private cambios: Cambios) {}

  pintar(x: Casilla | null): void {
    const vista = x ? JSON.stringify([x.fila.nombre, x.columna.nombre, this.c.valor(x), this.c.dudosa(x), this.c.porque(x), this.cambios.soloLectura()]) : "";
    // Rehacerlo mientras se escribe el porqué le quitaría el foco a la persona.
    if (vista === this.vista || this.nodo.contains(document.activeElement?.closest("textarea") ?? null)) return;
    const foco = (document.activeElement as HTMLElement | null)?.dataset?.["foco"];
    this.vista = vista;
    if (!x) return poner(this.nodo, h("p", { class: "ayuda" }, "Elija una casilla para ver su pregunta."));
    if (this.c.bloqueada(x)) return poner(this.nodo, h("p", { class: "ayuda" }, "Esta casilla no se responde."));
    poner(this.nodo, h("p", { class: "pregunta" }, preguntaDe(this.c.ajustes, x)),
      this.cambios.soloLectura() || !this.c.ajustes.orden ? h("p", {}, `Dice: ${decirValor(this.c.valor(x), this.c.ajustes)}${this.c.dudosa(x) ? " (dudosa)" : ""}. ${this.c.porque(x)}`) : this.controles(x));
    if (foco) this.nodo.querySelector<HTMLElement>(`[data-foco="${foco}"]`)?.focus();
  }

  private controles(x: Casilla): (HTMLElement | null)[] {
    const a = this.c.ajustes, opciones = opcionesDe(a), valor = this.c.valor(x);
    const boton = (v: number | null): HTMLElement => h("button", {
      type: "button", class: "mt-boton", "aria-pressed": String(v === valor), data: { foco: `v${v}` },
      on: { click: () => this.cambios.escribir(x, v === null ? "" : String(v).replace(".", ",")) },
    }, h("strong", {}, v === null ? "Vacía" : mostrarValor(v, a)), v !== null && a.leyenda[String(v)] ? ` ${a.leyenda[String(v)]}` : null);
    return [
      opciones ? h("div", { class: "valores", role: "group", "aria-label": "Valor" }, opciones.map(boton), boton(null)) : null,
      a.dudosas ? duda(this.c, this.cambios, x) : null,
    ];
  }
}

/** La casilla «dudosa» y su porqué. */
export function duda(c: Contenido, cambios: Cambios, x: Casilla): HTMLElement {
  const id = idUnico("porque");
  const area = h("textarea", { id, rows: 2, maxlength: 2000, value: c.porque(x), on: { change: () => cambios.explicar(x, area.value.trim()) } });
  const marca = h("input", { type: "checkbox", checked: c.dudosa(x), data: { foco: "duda" }, on: { change: () => cambios.dudar(x) } });
  return h("div", { class: "duda" }, h("label", { class: "mt-opcion" }, marca, "Dudosa: no hubo acuerdo o falta averiguar"),
    h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: id }, "En qué se apoya"), area));
}
