// La misma colección como tabla: se ordena por columna y cada fila lleva a su ficha.
import { h, poner } from "../lib/dom.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { mostrarEn } from "./campos.ts";
import { tituloDe, type CampoDeEsquema, type Esquema, type Ficha } from "./esquema.ts";

type Textos = (id: string) => Record<string, string>;
interface Columna { nombre: string; numerica: boolean; texto: (f: Ficha) => string; valor: (f: Ficha) => string | number }

export class TablaDeFichas {
  readonly nodo = h("div", { class: "mt-tabla-de-fichas", tabindex: 0, role: "region" });
  /** Sin columna, el orden en que llegan. */
  private orden: { columna: number; sentido: 1 | -1 } | null = null;
  private columnas: Columna[];

  constructor(pizarra: Pizarra, private esquema: Esquema, textos: Textos, private abrir: (id: string) => void) {
    this.nodo.setAttribute("aria-label", `${esquema.varios}, como tabla`);
    const titulo = (f: Ficha): string => tituloDe(pizarra, esquema, f);
    const deTitulo = esquema.por_actor ? "Actor" : (esquema.campos.find((c) => c.clave === esquema.titulo)?.nombre ?? "Ficha");
    this.columnas = [
      { nombre: deTitulo, numerica: false, texto: titulo, valor: titulo },
      ...esquema.campos.filter((c) => c.en_tabla && c.clave !== esquema.titulo).map((c) => columnaDe(pizarra, c, textos)),
    ];
  }

  pintar(fichas: Ficha[]): void {
    poner(this.nodo, h("table", {}, h("caption", { class: "mt-oculto" }, this.esquema.varios),
      h("thead", {}, h("tr", {}, this.columnas.map((c, i) => this.cabeza(c, i, fichas)))),
      h("tbody", {}, this.ordenar(fichas).map((f) => this.fila(f)))));
  }

  private fila(f: Ficha): HTMLElement {
    const [titulo, ...resto] = this.columnas;
    return h("tr", {},
      h("th", { scope: "row" }, h("button", { class: "mt-boton texto", type: "button", on: { click: () => this.abrir(f.id) } }, titulo!.texto(f))),
      resto.map((c) => h("td", { class: c.numerica ? "cifra" : null }, c.texto(f) || h("span", { class: "mt-oculto" }, "sin dato"))));
  }

  private cabeza(c: Columna, i: number, fichas: Ficha[]): HTMLElement {
    const sentido = this.orden?.columna === i ? this.orden.sentido : 0;
    const ordenar = (): void => {
      this.orden = { columna: i, sentido: sentido === 1 ? -1 : 1 };
      this.pintar(fichas);
      this.nodo.querySelectorAll<HTMLElement>("thead button")[i]?.focus();
    };
    return h("th", { scope: "col", "aria-sort": sentido ? (sentido > 0 ? "ascending" : "descending") : null },
      h("button", { type: "button", on: { click: ordenar } }, c.nombre, h("span", { "aria-hidden": "true" }, sentido ? (sentido > 0 ? " ▲" : " ▼") : "")));
  }

  private ordenar(fichas: Ficha[]): Ficha[] {
    const { orden } = this;
    if (!orden) return fichas;
    const { valor } = this.columnas[orden.columna]!;
    return [...fichas].sort((a, b) => orden.sentido * comparar(valor(a), valor(b)));
  }
}

function columnaDe(pizarra: Pizarra, campo: CampoDeEsquema, textos: Textos): Columna {
  const texto = (f: Ficha): string => (campo.calculado ? (textos(f.id)[campo.clave] ?? "") : mostrarEn(pizarra, campo, f.valores[campo.clave]));
  const valor = (f: Ficha): string | number => {
    const crudo = f.valores[campo.clave];
    return typeof crudo === "number" || campo.clase === "fecha" ? ((crudo as string | number | null) ?? "") : texto(f);
  };
  return { nombre: campo.corto || campo.nombre, numerica: campo.clase === "numero" || campo.clase === "entero", texto, valor };
}

const comparar = (a: string | number, b: string | number): number =>
  typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "es", { numeric: true });
