// Lo mismo que la tabla, como tarjetas, donde no cabe una tabla: cada dato se toca para cambiarlo.
import { h } from "../lib/dom.ts";
import { glifo } from "../lib/glifo.ts";
import { editarEn } from "./edicion.ts";
import type { Columna, Fila, Hoja } from "./hoja.ts";
import type { Gestos } from "./rejilla.ts";

const DE_A = 60;

export class Tarjetas<T extends Fila> {
  readonly nodo = h("ul", { class: "mt-tarjetas" });
  private hasta = DE_A;
  private editando = false;

  constructor(private hoja: Hoja<T>, private gestos: Pick<Gestos<T>, "avisar" | "soloLectura">) {}

  pintar(columnas: Columna<T>[]): void {
    if (this.editando) return;
    const filas = this.hoja.filas();
    const [titulo, ...resto] = columnas as [Columna<T>, ...Columna<T>[]];
    this.nodo.replaceChildren(...filas.slice(0, this.hasta).map((f) => this.tarjeta(f, titulo, resto)));
    if (filas.length > this.hasta) this.nodo.append(h("li", {}, this.botonDeMas(columnas, filas.length)));
  }

  pintarSeleccion(): void {
    const porId = new Map(this.hoja.filas().map((f) => [f.id, f]));
    for (const boton of this.nodo.querySelectorAll<HTMLElement>(".mt-tarjeta-nombre")) {
      const fila = porId.get(boton.dataset["id"]!);
      boton.setAttribute("aria-pressed", String(Boolean(fila && this.hoja.elegida(fila))));
    }
  }

  private botonDeMas(columnas: Columna<T>[], total: number): HTMLElement {
    const mas = (): void => { this.hasta += DE_A; this.pintar(columnas); };
    return h("button", { class: "mt-boton", type: "button", on: { click: mas } }, `Mostrar más (van ${this.hasta} de ${total})`);
  }

  private tarjeta(fila: T, titulo: Columna<T>, resto: Columna<T>[]): HTMLElement {
    const elegir = (s: Event): void => this.hoja.elegir(fila, (s as MouseEvent).shiftKey);
    const nombre = h("button", { class: "mt-tarjeta-nombre", type: "button", "aria-pressed": this.hoja.elegida(fila), data: { id: fila.id }, on: { click: elegir } },
      titulo.sector ? glifo(titulo.sector(fila), 20) : null, this.hoja.titulo(fila));
    const quitar = h("button", { class: "mt-boton texto", type: "button", "aria-label": `Quitar ${this.hoja.titulo(fila)}`, on: { click: () => void this.hoja.quitar(fila) } }, "Quitar");
    return h("li", { class: "mt-tarjeta" }, h("div", { class: "mt-tarjeta-cabeza" }, nombre, quitar),
      h("dl", {}, [...resto, titulo].map((c) => this.dato(fila, c))));
  }

  private dato(fila: T, columna: Columna<T>): HTMLElement {
    const celda = h("dd", {});
    this.mostrarDato(celda, fila, columna);
    return h("div", {}, h("dt", {}, columna.nombre), celda);
  }

  private mostrarDato(celda: HTMLElement, fila: T, columna: Columna<T>): void {
    const texto = columna.texto(fila) || "Sin dato";
    if (!columna.campo || this.gestos.soloLectura()) return celda.replaceChildren(texto);
    const boton = h("button", { type: "button", class: "mt-dato", "aria-label": `${columna.nombre}: ${texto}. Cambiar`, on: { click: () => this.editar(celda, fila, columna) } }, texto);
    celda.replaceChildren(boton);
  }

  private editar(celda: HTMLElement, fila: T, columna: Columna<T>): void {
    const campo = columna.campo!();
    this.editando = true;
    editarEn(celda, {
      campo, valor: columna.valor(fila), nombre: `${campo.nombre} de ${this.hoja.titulo(fila)}`, avisar: this.gestos.avisar,
      guardar: (valor) => void this.hoja.guardar(fila, campo.clave, valor),
      cerrar: () => {
        const tenia = celda.contains(document.activeElement);
        this.editando = false;
        this.mostrarDato(celda, fila, columna);
        if (tenia) celda.querySelector("button")?.focus({ preventScroll: true });
      },
    });
  }
}
