// En pantalla angosta: una fila a la vez, con una línea por columna y su lista de valores.
import { h, idUnico, poner } from "../lib/dom.ts";
import { glifo } from "../lib/glifo.ts";
import { cuantos } from "../lib/textos.ts";
import { preguntaDe, type Casilla, type Contenido } from "./datos.ts";
import { duda, type Cambios } from "./detalle.ts";
import { cifra, decirValor, mostrarValor, opcionesDe, tonoDe } from "./valor.ts";

export class Lista {
  readonly nodo = h("div", { class: "mt-matriz-lista" });
  private actual = "";
  private forma = "";

  constructor(private c: Contenido, private cambios: Cambios, private eleccion: { elegir: (fila: string, sumar: boolean) => void; elegida: (fila: string) => boolean; sonActores: () => boolean }) {}

  pintar(): void {
    const { filas } = this.c.vista;
    if (!filas.some((f) => f.id === this.actual)) this.actual = filas[0]?.id ?? "";
    const forma = JSON.stringify([this.actual, this.c.vista, this.cambios.soloLectura(), filas.map((f) => this.eleccion.elegida(f.id))]);
    if (forma === this.forma || this.nodo.contains(document.activeElement?.closest("textarea, input:not([type=checkbox])") ?? null)) return;
    this.forma = forma;
    const foco = (document.activeElement as HTMLElement | null)?.dataset?.["foco"];
    const abiertos = new Set([...this.nodo.querySelectorAll<HTMLElement>("details[open]")].map((d) => d.dataset["de"]));
    const i = filas.findIndex((f) => f.id === this.actual), fila = filas[i];
    if (!fila) return poner(this.nodo);
    poner(this.nodo, this.elegirFila(i), h("ul", {}, this.c.vista.columnas.map((columna) => ({ fila, columna })).filter((x) => !this.c.bloqueada(x)).map((x) => this.linea(x, abiertos.has(x.columna.id)))), this.resumen(fila.id));
    if (foco) this.nodo.querySelector<HTMLElement>(`[data-foco="${foco}"]`)?.focus();
  }

  private elegirFila(i: number): HTMLElement {
    const { filas } = this.c.vista, id = idUnico("fila");
    const ir = (a: number): void => { this.actual = filas[a]!.id; this.pintar(); };
    const lista = h("select", { id, data: { foco: "fila" }, on: { change: () => ir(lista.selectedIndex) } }, filas.map((f) => h("option", { value: f.id }, f.nombre)));
    lista.selectedIndex = i;
    const paso = (a: number, texto: string): HTMLElement => h("button", { type: "button", class: "mt-boton", data: { foco: texto }, disabled: !filas[a], on: { click: () => ir(a) } }, texto);
    const faltan = this.c.vista.columnas.filter((columna) => { const x = { fila: filas[i]!, columna }; return !this.c.bloqueada(x) && this.c.valor(x) === null; }).length;
    return h("div", { class: "cabeza" }, h("label", { class: "nombre", for: id }, `Fila ${i + 1} de ${filas.length}`), lista,
      h("div", { class: "mt-acciones" }, paso(i - 1, "Anterior"), paso(i + 1, "Siguiente"), this.botonDeElegir(filas[i]!.id)),
      h("p", { class: "ayuda", role: "status" }, faltan ? `${cuantos(faltan, "casilla vacía", "casillas vacías")}.` : "Fila completa."));
  }

  /** Lo que en la planilla hace tocar el nombre de la fila; aquí siempre suma, porque no hay tecla Mayúsculas. */
  private botonDeElegir(id: string): HTMLElement | null {
    if (!this.eleccion.sonActores()) return null;
    const elegida = this.eleccion.elegida(id);
    return h("button", { type: "button", class: "mt-boton", "aria-pressed": String(elegida), data: { foco: "elegir" }, on: { click: () => this.eleccion.elegir(id, true) } }, elegida ? "Elegido" : "Elegir");
  }

  private linea(x: Casilla, abierto: boolean): HTMLElement {
    const id = idUnico("casilla"), { nivel, signo } = tonoDe(this.c.valor(x), this.c.ajustes), dudosa = this.c.dudosa(x);
    const quieta = this.cambios.soloLectura() || !this.c.ajustes.orden;
    const detalle = h("details", { data: { de: x.columna.id } }, h("summary", {}, dudosa ? "Dudosa · por qué" : "Duda y porqué"), duda(this.c, this.cambios, x));
    detalle.open = abierto;
    return h("li", { class: `${signo} n${nivel}` },
      h("label", { for: quieta ? null : id }, x.columna.sector ? glifo(x.columna.sector, 14) : null, x.columna.nombre, h("span", { class: "mt-oculto" }, `. ${preguntaDe(this.c.ajustes, x)}`)),
      quieta ? h("strong", {}, decirValor(this.c.valor(x), this.c.ajustes) + (dudosa ? " (dudosa)" : "")) : this.control(x, id),
      this.c.ajustes.dudosas && !quieta ? detalle : null);
  }

  private control(x: Casilla, id: string): HTMLElement {
    const a = this.c.ajustes, opciones = opcionesDe(a), valor = this.c.valor(x), foco = `c${x.columna.id}`;
    if (!opciones) {
      const campo = h("input", { id, type: "text", inputmode: "decimal", value: valor === null ? "" : cifra(valor), data: { foco }, on: { change: () => this.cambios.escribir(x, campo.value) } });
      return campo;
    }
    // Un valor fuera de la lista (un promedio de 3,3) también se ve: si no, parecería vacía.
    const todas = valor === null || opciones.includes(valor) ? opciones : [...opciones, valor].sort((p, q) => p - q);
    const lista = h("select", { id, data: { foco }, on: { change: () => this.cambios.escribir(x, lista.value) } }, h("option", { value: "" }, "(vacía)"),
      todas.map((v) => h("option", { value: String(v).replace(".", ",") }, mostrarValor(v, a) + (a.leyenda[String(v)] ? ` · ${a.leyenda[String(v)]}` : ""))));
    lista.value = valor === null ? "" : String(valor).replace(".", ",");
    return lista;
  }

  private resumen(id: string): HTMLElement | null {
    const { resumen_filas } = this.c.vista;
    return resumen_filas.length ? h("dl", { class: "resumen" }, resumen_filas.map((r) => h("div", {}, h("dt", {}, r.titulo), h("dd", {}, r.textos[id] ?? "—")))) : null;
  }
}
