// La tabla de verdad: filas que se reusan, una sola parada de tabulador y movimiento con flechas.
import { h, poner } from "../lib/dom.ts";
import { celdaDeQuitar, celdaNueva, encabezado, llenar, sentidoDe, traerALaVista } from "./celdas.ts";
import { editarEn, type Paso } from "./edicion.ts";
import type { Columna, Fila, Hoja } from "./hoja.ts";
import { ordenar, siguienteOrden, type Orden } from "./orden.ts";
import { celdaQueSigue, destinoDe, type Lugar } from "./teclas.ts";

interface Renglon<T> { fila: T; nodo: HTMLTableRowElement; textos: string[] }
export interface Gestos<T extends Fila> {
  avisar: (frase: string) => void;
  alPegar: (texto: string, lugar: Lugar, rejilla: Rejilla<T>) => void;
  soloLectura: () => boolean;
}

export class Rejilla<T extends Fila> {
  readonly nodo: HTMLTableElement;
  orden: Orden | null = null;
  filas: T[] = [];
  columnas: Columna<T>[] = [];
  private renglones = new Map<string, Renglon<T>>();
  private foco = { id: "", columna: 0 };
  private editando: HTMLElement | null = null;
  private cabeza = h("thead");
  private cuerpo = h("tbody");
  private anchos = h("colgroup");

  constructor(readonly hoja: Hoja<T>, private gestos: Gestos<T>) {
    const titulo = h("caption", { class: "mt-oculto" }, `${hoja.nombre} de la Mesa. Flechas para moverse, Enter para editar, Espacio para elegir la fila.`);
    this.nodo = h("table", { class: "mt-rejilla", role: "grid", "aria-multiselectable": "true" }, titulo, this.anchos, this.cabeza, this.cuerpo);
    this.nodo.addEventListener("keydown", (s) => this.alTeclear(s));
    this.nodo.addEventListener("click", (s) => this.alPulsar(s));
    this.nodo.addEventListener("dblclick", (s) => { const c = this.celdaDe(s.target); if (c) this.editar(c); });
    this.nodo.addEventListener("paste", (s) => this.alPegar(s));
    this.nodo.addEventListener("focusin", (s) => { const c = this.celdaDe(s.target); if (c) this.marcarFoco(c); });
  }

  /** Pone la tabla al día: sólo toca las celdas cuyo texto cambió. */
  pintar(columnas: Columna<T>[]): void {
    // Mientras se edita una celda no se mueve ninguna fila: al terminar se pone todo al día.
    if (this.editando) return;
    if (columnas.map((c) => c.clave).join() !== this.columnas.map((c) => c.clave).join()) this.recolumnar(columnas);
    const por = this.columnas.find((c) => c.clave === this.orden?.clave);
    const rango = por?.rango ?? ((f: T) => por?.texto(f) ?? "");
    const filas = this.hoja.filas();
    this.filas = por ? ordenar(filas, rango, this.orden!.baja) : filas;
    for (const fila of this.filas) this.pintarFila(fila);
    this.acomodar();
    this.pintarSeleccion();
    this.nodo.setAttribute("aria-rowcount", String(this.filas.length + 1));
  }

  pintarSeleccion(): void {
    for (const { fila, nodo } of this.renglones.values()) {
      const si = String(this.hoja.elegida(fila));
      if (nodo.getAttribute("aria-selected") !== si) nodo.setAttribute("aria-selected", si);
    }
  }

  /** Trae a la vista, dentro de su marco, una fila que se eligió en otra parte. */
  mostrarDentro(id: string, marco: HTMLElement): void {
    const fila = this.renglones.get(id)?.nodo;
    if (fila) traerALaVista(fila, this.cabeza.offsetHeight, marco);
  }

  private recolumnar(columnas: Columna<T>[]): void {
    this.columnas = columnas;
    this.renglones.clear();
    this.cuerpo.replaceChildren();
    poner(this.anchos, columnas.map((c) => h("col", { style: `width:${c.ancho}px` })), h("col", { style: "width:92px" }));
    poner(this.cabeza, h("tr", {}, columnas.map((c) => encabezado(c, sentidoDe(this.orden, c.clave), () => this.reordenar(c.clave))), h("th", { scope: "col" }, h("span", { class: "mt-oculto" }, "Quitar"))));
    this.nodo.style.minWidth = `${columnas.reduce((suma, c) => suma + c.ancho, 92)}px`;
  }

  private reordenar(clave: string): void {
    this.orden = siguienteOrden(this.orden, clave);
    for (const th of this.cabeza.querySelectorAll<HTMLElement>("th[data-clave]"))
      th.setAttribute("aria-sort", sentidoDe(this.orden, th.dataset["clave"]!));
    this.pintar(this.columnas);
  }

  private pintarFila(fila: T): void {
    const antes = this.renglones.get(fila.id);
    const textos = this.columnas.map((c) => c.texto(fila) + (c.sector?.(fila) ?? ""));
    if (!antes) {
      const nodo = h("tr", { data: { id: fila.id } }, this.columnas.map((c, j) => celdaNueva(c, fila, j)), celdaDeQuitar(this.hoja.titulo(fila), () => void this.hoja.quitar(this.renglones.get(fila.id)?.fila ?? fila)));
      this.renglones.set(fila.id, { fila, nodo, textos });
      return;
    }
    antes.fila = fila;
    this.columnas.forEach((c, j) => {
      const celda = antes.nodo.cells[j]!;
      if (antes.textos[j] !== textos[j]) llenar(celda, c, fila);
    });
    antes.textos = textos;
  }

  /** Deja en el cuerpo sólo las filas a la vista y en su orden, sin perder el foco. */
  private acomodar(): void {
    const quedan = new Set(this.filas.map((f) => f.id));
    for (const [id, r] of this.renglones) if (!quedan.has(id)) { r.nodo.remove(); this.renglones.delete(id); }
    const nodos = this.filas.map((f) => this.renglones.get(f.id)!.nodo);
    const activo = this.nodo.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
    if (nodos.some((n, i) => this.cuerpo.children[i] !== n)) this.cuerpo.replaceChildren(...nodos);
    if (activo?.isConnected && document.activeElement !== activo) activo.focus();
    if (!this.renglones.has(this.foco.id)) this.foco = { id: this.filas[0]?.id ?? "", columna: this.foco.columna };
    this.ponerParada();
  }

  private celdaDe(objetivo: EventTarget | null): HTMLTableCellElement | null {
    const celda = (objetivo as Element).closest?.("tbody td, tbody th");
    return celda instanceof HTMLTableCellElement ? celda : null;
  }

  private lugarDe(celda: HTMLTableCellElement): Lugar {
    const id = celda.parentElement!.dataset["id"]!;
    return { fila: this.filas.findIndex((f) => f.id === id), columna: celda.cellIndex };
  }

  private objetivoDe(id: string, columna: number): HTMLElement | null {
    const celda = this.renglones.get(id)?.nodo.cells[Math.min(columna, this.columnas.length)];
    return celda ? (celda.querySelector<HTMLElement>(":scope > button") ?? celda) : null;
  }

  private marcarFoco(celda: HTMLTableCellElement): void {
    this.objetivoDe(this.foco.id, this.foco.columna)?.setAttribute("tabindex", "-1");
    this.foco = { id: celda.parentElement!.dataset["id"]!, columna: celda.cellIndex };
    this.ponerParada();
  }

  private ponerParada(): void { this.objetivoDe(this.foco.id, this.foco.columna)?.setAttribute("tabindex", "0"); }

  private alTeclear(s: KeyboardEvent): void {
    const celda = this.celdaDe(s.target);
    if (!celda || s.altKey) return;
    const destino = destinoDe(s, this.lugarDe(celda), this.filas.length, this.columnas.length + 1);
    if (destino) { s.preventDefault(); return this.ir(destino); }
    const enBoton = s.target instanceof HTMLButtonElement;
    if (enBoton) return;
    const fila = this.filas[this.lugarDe(celda).fila]!;
    if (s.key === " ") { s.preventDefault(); this.hoja.elegir(fila, s.shiftKey || s.ctrlKey); }
    else if (s.key === "Enter" || s.key === "F2") { s.preventDefault(); this.editar(celda); }
    else if (s.key === "Delete") this.editar(celda, "");
    else if (s.key.length === 1 && !s.ctrlKey && !s.metaKey) { s.preventDefault(); this.editar(celda, s.key); }
  }

  private ir(lugar: Lugar): void {
    const fila = this.filas[lugar.fila];
    if (fila) this.objetivoDe(fila.id, lugar.columna)?.focus();
  }

  private alPulsar(s: MouseEvent): void {
    const celda = this.celdaDe(s.target);
    if (!celda || this.editando === celda || (s.target as Element).closest("button")) return;
    celda.focus();
    this.hoja.elegir(this.filas[this.lugarDe(celda).fila]!, s.shiftKey || s.ctrlKey || s.metaKey);
  }

  private alPegar(s: ClipboardEvent): void {
    const celda = this.celdaDe(s.target), texto = s.clipboardData?.getData("text/plain") ?? "";
    if (this.editando || !celda || !texto || this.gestos.soloLectura()) return;
    s.preventDefault();
    this.gestos.alPegar(texto, this.lugarDe(celda), this);
  }

  editar(celda: HTMLTableCellElement, inicial?: string): void {
    const columna = this.columnas[celda.cellIndex], fila = this.filas[this.lugarDe(celda).fila];
    if (!columna?.campo || !fila || this.editando || this.gestos.soloLectura()) return;
    const campo = columna.campo();
    this.editando = celda;
    celda.classList.add("editando");
    editarEn(celda, {
      campo, valor: columna.valor(fila), nombre: `${campo.nombre} de ${this.hoja.titulo(fila)}`,
      inicial: campo.opciones || campo.clase === "sino" ? undefined : inicial, avisar: this.gestos.avisar,
      guardar: (valor) => void this.hoja.guardar(fila, campo.clave, valor).then(() => this.pintar(this.columnas)),
      cerrar: (paso) => this.terminar(celda, columna, fila.id, paso),
    });
  }

  private terminar(celda: HTMLTableCellElement, columna: Columna<T>, id: string, paso: Paso): void {
    const tieneFoco = celda.contains(document.activeElement);
    this.editando = null;
    celda.classList.remove("editando");
    const fila = this.renglones.get(id)?.fila;
    if (fila) llenar(celda, columna, fila);
    this.pintar(this.columnas);
    if (!tieneFoco || !celda.isConnected) return;
    celda.focus();
    const lugar = this.lugarDe(celda);
    if (paso === "abajo") this.ir({ ...lugar, fila: Math.min(lugar.fila + 1, this.filas.length - 1) });
    else if (paso !== "aqui") this.seguir(lugar, paso === "siguiente" ? 1 : -1);
  }

  /** Tab pasa a la celda editable que sigue, y la abre. */
  private seguir(lugar: Lugar, sentido: 1 | -1): void {
    const destino = celdaQueSigue(lugar, sentido, this.filas.length, this.columnas.map((c) => Boolean(c.campo)));
    if (destino) this.editar(this.objetivoDe(this.filas[destino.fila]!.id, destino.columna) as HTMLTableCellElement);
  }
}
