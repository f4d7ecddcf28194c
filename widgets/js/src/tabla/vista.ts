// Una pestaña de la tabla: su barra, su rejilla o sus tarjetas, y la fila nueva al pie.
import type { Aviso } from "../lib/aviso.ts";
import { h, poner } from "../lib/dom.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { numero } from "../lib/textos.ts";
import { EleccionDeColumnas, SIN_FILTRO, hayFiltro } from "./barra.ts";
import type { Fila, Hoja } from "./hoja.ts";
import { PegarEnMesa } from "./pegar_en_mesa.ts";
import { Rejilla, type Gestos } from "./rejilla.ts";
import { Tarjetas } from "./tarjetas.ts";

export class Vista<T extends Fila> {
  readonly nodo: HTMLElement;
  readonly columnas: EleccionDeColumnas;
  private rejilla: Rejilla<T>;
  private tarjetas: Tarjetas<T>;
  private pegado: PegarEnMesa<T>;
  private marco = h("div", { class: "mt-tabla-marco" });
  private cuenta = h("p", { class: "mt-cuenta", role: "status" });
  private pie = h("div", {});
  private angosta: boolean | null = null;

  constructor(private hoja: Hoja<T>, private pizarra: Pizarra, aviso: Aviso, private total: () => number) {
    const gestos: Gestos<T> = {
      avisar: (frase) => aviso.decir(frase, "error"), soloLectura: () => pizarra.soloLectura,
      alPegar: (texto, lugar, rejilla) => this.pegado.pegar(texto, rejilla.filas, rejilla.columnas, lugar),
    };
    this.rejilla = new Rejilla(hoja, gestos);
    this.tarjetas = new Tarjetas(hoja, gestos);
    this.pegado = new PegarEnMesa(hoja, pizarra, aviso);
    this.columnas = new EleccionDeColumnas(hoja.clave, hoja.columnas, () => this.pintar());
    this.nodo = h("div", {}, this.cuenta, this.pegado.nodo, this.marco, this.pie);
  }

  /** Deja al pie el formulario de fila nueva. */
  conPie(formulario: HTMLElement): this { poner(this.pie, formulario); return this; }
  pegarNuevas(texto: string): void { this.pegado.pegar(texto, [], this.hoja.columnas.filter((c) => this.columnas.esta(c.clave)), null); }

  alAncho(ancho: number): void {
    const angosta = ancho > 0 && ancho < 560;
    if (angosta === this.angosta) return;
    this.angosta = angosta;
    this.pintar();
  }

  pintar(): void {
    const columnas = this.hoja.columnas.filter((c) => this.columnas.esta(c.clave));
    const filas = this.hoja.filas().length;
    this.contar(filas);
    this.pie.hidden = this.pizarra.soloLectura;
    const tabla = this.angosta ? this.tarjetas : this.rejilla;
    tabla.pintar(columnas);
    const que = filas ? tabla.nodo : h("div", { class: "mt-vacio" }, this.hoja.vacio());
    this.marco.classList.toggle("con-tabla", filas > 0 && !this.angosta);
    if (this.marco.firstChild !== que) this.marco.replaceChildren(que);
  }

  pintarSeleccion(): void {
    (this.angosta ? this.tarjetas : this.rejilla).pintarSeleccion();
    const [unica, otra] = this.hoja.filas().filter((f) => this.hoja.elegida(f));
    if (unica && !otra && !this.angosta && !this.nodo.contains(document.activeElement)) this.rejilla.mostrarDentro(unica.id, this.marco);
  }

  private contar(aLaVista: number): void {
    const total = this.total(), parte = this.hoja.parte?.() ?? "";
    const quitar = h("button", { class: "mt-boton texto", type: "button", on: { click: () => this.pizarra.filtrar(SIN_FILTRO) } }, "Quitar el filtro");
    const filtrado = hayFiltro(this.pizarra.filtro);
    poner(this.cuenta, filtrado ? `Se ven ${numero(aLaVista)} de ${numero(total)}${parte}.` : parte ? `${numero(total)}${parte}.` : `${numero(total)} en total.`, filtrado ? quitar : null);
  }
}
