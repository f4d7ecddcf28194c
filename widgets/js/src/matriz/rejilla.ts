// La matriz como planilla: una sola parada de tabulador, flechas, escribir y Enter.
import { h, poner } from "../lib/dom.ts";
import { destinoDe, type Lugar } from "../tabla/teclas.ts";
import { huella, llenar, titulo } from "./celda.ts";
import type { Casilla, Contenido } from "./datos.ts";
import { abrirEditor, type Paso } from "./editor.ts";
import { mostrarValor } from "./valor.ts";

export interface Gestos {
  escribir: (x: Casilla, texto: string) => string;
  dudar: (x: Casilla) => void;
  avisar: (frase: string) => void;
  pegar: (texto: string, lugar: Lugar) => void;
  alLlegar: (x: Casilla) => void;
  elegir: (fila: string, sumar: boolean) => void;
  elegida: (fila: string) => boolean;
  soloLectura: () => boolean;
}

const TITULOS_ACOSTADOS = 8;
const PASOS: Record<Paso, [number, number]> = { abajo: [1, 0], arriba: [-1, 0], derecha: [0, 1], izquierda: [0, -1], aqui: [0, 0] };

export class Rejilla {
  readonly nodo = h("table", { class: "mt-matriz-rejilla", role: "grid" });
  private celdas: HTMLElement[][] = [];
  private huellas: string[][] = [];
  private forma = "";
  private lugar: Lugar = { fila: 0, columna: 0 };
  private editando = false;

  constructor(private c: Contenido, private gestos: Gestos, private nombre: string) {
    this.nodo.addEventListener("keydown", (s) => this.alTeclear(s));
    this.nodo.addEventListener("focusin", (s) => this.alLlegar(s.target));
    this.nodo.addEventListener("mousedown", (s) => { const l = this.lugarDe(s.target); if (l && !this.editando) { s.preventDefault(); this.ir(l); } });
    this.nodo.addEventListener("dblclick", (s) => { if (this.lugarDe(s.target)) this.editar(); });
    this.nodo.addEventListener("click", (s) => { const de = (s.target as Element).closest?.("tbody th")?.parentElement?.dataset["id"]; if (de) gestos.elegir(de, s.shiftKey || s.ctrlKey || s.metaKey); });
    this.nodo.addEventListener("paste", (s) => this.alPegar(s));
    this.nodo.addEventListener("copy", (s) => this.alCopiar(s));
  }

  pintar(): void {
    const { filas, columnas, resumen_filas, resumen_columnas } = this.c.vista;
    const forma = JSON.stringify([filas, columnas, resumen_filas.map((r) => r.titulo), resumen_columnas.map((r) => r.titulo)]);
    if (forma !== this.forma) { this.forma = forma; this.armar(); }
    filas.forEach((fila, i) => columnas.forEach((columna, j) => this.pintarCelda(i, j, { fila, columna })));
    this.pintarResumenes();
    this.pintarSeleccion();
  }

  /** Marca las filas de los actores elegidos en cualquier parte. */
  pintarSeleccion(): void {
    for (const tr of this.nodo.querySelectorAll<HTMLElement>("tbody tr")) tr.setAttribute("aria-selected", String(this.gestos.elegida(tr.dataset["id"]!)));
  }

  /** Va a la casilla y le da el foco. */
  ir(lugar: Lugar): void { this.celdas[lugar.fila]?.[lugar.columna]?.focus(); }
  get casilla(): Casilla | null { return this.en(this.lugar); }
  get tieneFoco(): boolean { return this.nodo.contains(document.activeElement); }
  irAqui(): void { this.ir(this.lugar); }

  private en({ fila, columna }: Lugar): Casilla | null {
    const [f, col] = [this.c.vista.filas[fila], this.c.vista.columnas[columna]];
    return f && col ? { fila: f, columna: col } : null;
  }

  private armar(): void {
    const { filas, columnas, resumen_filas, resumen_columnas } = this.c.vista;
    const conFoco = this.tieneFoco;
    this.nodo.classList.toggle("parados", columnas.length > TITULOS_ACOSTADOS);
    this.huellas = filas.map(() => columnas.map(() => ""));
    this.celdas = filas.map(() => columnas.map(() => h("td", { tabindex: -1 })));
    poner(this.nodo, h("caption", { class: "mt-oculto" }, `${this.nombre}. Flechas para moverse, escriba un número y Enter; Suprimir vacía la casilla; Espacio elige al de la fila.`),
      h("thead", {}, h("tr", {}, h("td", { class: "esquina" }), columnas.map((r) => titulo(r, "col")), resumen_filas.map((r) => h("th", { scope: "col", class: "de-resumen" }, h("span", { class: "rotulo" }, r.titulo))))),
      h("tbody", {}, filas.map((r, i) => h("tr", { data: { id: r.id } }, titulo(r, "fila"), this.celdas[i], resumen_filas.map((s) => h("td", { class: "de-resumen", data: { resumen: s.titulo, de: r.id } }))))),
      resumen_columnas.length ? h("tfoot", {}, resumen_columnas.map((s) => h("tr", {}, h("th", { scope: "row" }, s.titulo), columnas.map((r) => h("td", { class: "de-resumen", data: { resumen: s.titulo, de: r.id } })), resumen_filas.map(() => h("td", { class: "de-resumen" }))))) : null);
    this.lugar = { fila: Math.min(this.lugar.fila, Math.max(0, filas.length - 1)), columna: Math.min(this.lugar.columna, Math.max(0, columnas.length - 1)) };
    this.celdas[this.lugar.fila]?.[this.lugar.columna]?.setAttribute("tabindex", "0");
    if (conFoco) this.irAqui();
  }

  private pintarCelda(i: number, j: number, x: Casilla): void {
    const nueva = huella(this.c, x);
    if (this.huellas[i]![j] === nueva) return;
    this.huellas[i]![j] = nueva;
    if (!(this.editando && i === this.lugar.fila && j === this.lugar.columna)) llenar(this.celdas[i]![j]!, this.c, x);
  }

  private pintarResumenes(): void {
    const todos = [...this.c.vista.resumen_filas, ...this.c.vista.resumen_columnas];
    for (const td of this.nodo.querySelectorAll<HTMLElement>("td[data-resumen]"))
      td.textContent = todos.find((r) => r.titulo === td.dataset["resumen"])?.textos[td.dataset["de"]!] ?? "";
  }

  private lugarDe(objetivo: EventTarget | null): Lugar | null {
    const celda = (objetivo as Element).closest?.("td") as HTMLElement | null;
    const fila = this.celdas.findIndex((f) => celda && f.includes(celda));
    return fila < 0 ? null : { fila, columna: this.celdas[fila]!.indexOf(celda!) };
  }

  private alLlegar(objetivo: EventTarget | null): void {
    const lugar = this.lugarDe(objetivo);
    if (!lugar) return;
    this.celdas[this.lugar.fila]?.[this.lugar.columna]?.setAttribute("tabindex", "-1");
    this.lugar = lugar;
    this.celdas[lugar.fila]![lugar.columna]!.setAttribute("tabindex", "0");
    this.gestos.alLlegar(this.en(lugar)!);
  }

  private alTeclear(s: KeyboardEvent): void {
    if (this.editando || s.altKey) return;
    const destino = destinoDe(s, this.lugar, this.celdas.length, this.celdas[0]?.length ?? 0);
    if (destino) { s.preventDefault(); return this.ir(destino); }
    const x = this.casilla;
    if (x && s.key === " ") { s.preventDefault(); return this.gestos.elegir(x.fila.id, s.shiftKey || s.ctrlKey); }
    if (!x || this.c.bloqueada(x) || this.gestos.soloLectura()) return;
    if (s.key === "Enter" || s.key === "F2") { s.preventDefault(); this.editar(); }
    else if (s.key === "Delete" || s.key === "Backspace") { s.preventDefault(); this.gestos.escribir(x, ""); }
    else if (s.key === "?" && this.c.ajustes.dudosas) { s.preventDefault(); this.gestos.dudar(x); }
    else if (/^[\d+\-−.,]$/.test(s.key) && !s.ctrlKey && !s.metaKey) { s.preventDefault(); this.editar(s.key); }
  }

  private editar(inicial?: string): void {
    const x = this.casilla, celda = this.celdas[this.lugar.fila]?.[this.lugar.columna];
    if (!x || !celda || this.editando || this.c.bloqueada(x) || this.gestos.soloLectura()) return;
    this.editando = true;
    const antes = this.c.valor(x);
    abrirEditor(celda, {
      inicial: inicial ?? (antes === null ? "" : mostrarValor(antes, this.c.ajustes)), moviendose: inicial !== undefined,
      nombre: celda.getAttribute("aria-label") ?? "", escribir: (texto) => this.gestos.escribir(x, texto), avisar: (frase) => this.gestos.avisar(`${x.fila.corto} × ${x.columna.corto}: ${frase}`),
      cerrar: (paso, conFoco) => this.terminar(celda, x, paso, conFoco),
    });
  }

  private terminar(celda: HTMLElement, x: Casilla, paso: Paso, conFoco: boolean): void {
    this.editando = false;
    llenar(celda, this.c, x);
    if (!conFoco) return;
    celda.focus();
    this.ir(this.siguiente(PASOS[paso]));
  }

  /** La casilla hacia ese lado que se puede responder; al final de la fila sigue en la otra. */
  private siguiente([df, dc]: [number, number]): Lugar {
    const alto = this.celdas.length, ancho = this.celdas[0]?.length ?? 0;
    let { fila, columna } = this.lugar;
    for (let i = 0; i < alto * ancho; i++) {
      fila += df; columna += dc;
      if (columna >= ancho) { columna = 0; fila += 1; }
      if (columna < 0) { columna = ancho - 1; fila -= 1; }
      const x = this.en({ fila, columna });
      if (!x) return this.lugar;
      if (!this.c.bloqueada(x)) return { fila, columna };
      if (!df && !dc) return this.lugar;
    }
    return this.lugar;
  }

  private alPegar(s: ClipboardEvent): void {
    const texto = s.clipboardData?.getData("text/plain") ?? "";
    if (this.editando || !texto || this.gestos.soloLectura()) return;
    s.preventDefault();
    this.gestos.pegar(texto, this.lugar);
  }

  private alCopiar(s: ClipboardEvent): void {
    const x = this.casilla;
    if (this.editando || !x || this.c.bloqueada(x)) return;
    const valor = this.c.valor(x);
    s.clipboardData?.setData("text/plain", valor === null ? "" : String(valor).replace(".", ","));
    s.preventDefault();
  }
}
