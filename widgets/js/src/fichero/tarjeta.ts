// Una ficha de la colección: cerrada dice lo esencial; abierta, se edita campo por campo.
import { pedirCon, type Aviso } from "../lib/aviso.ts";
import { h, poner } from "../lib/dom.ts";
import { glifo } from "../lib/glifo.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { Campos, mostrarEn } from "./campos.ts";
import { sonDadas, tituloDe, type Esquema, type Ficha } from "./esquema.ts";

export interface Dicho { texto: string; tono: string }
const RESUMEN = 3;
const SIGNOS: Record<string, string> = { alerta: "!", fortaleza: "✓", dato: "·" };
const PALABRAS: Record<string, string> = { alerta: "Atención: ", fortaleza: "A favor: ", dato: "" };

export class Tarjeta {
  readonly nodo: HTMLDetailsElement;
  private cabeza = h("summary", {});
  private dichosNodo = h("ul", { class: "dichos" });
  private campos: Campos | null = null;
  private cuerpo = h("div", { class: "dentro" });

  constructor(private pizarra: Pizarra, private aviso: Aviso, private esquema: Esquema, private ficha: Ficha, private extra: { dichos: (id: string) => Dicho[]; textos: (id: string) => Record<string, string> }) {
    this.nodo = h("details", { class: "mt-tarjeta", data: { id: ficha.id } }, this.cabeza, this.cuerpo);
    this.nodo.addEventListener("toggle", () => { if (this.nodo.open) this.abrir(); });
    this.pintar(ficha);
  }

  pintar(ficha: Ficha): void {
    this.ficha = ficha;
    const actor = this.esquema.por_actor ? this.pizarra.mesa.actores[ficha.id] : undefined;
    poner(this.cabeza, h("span", { class: "titulo" }, actor && glifo(actor.sector), tituloDe(this.pizarra, this.esquema, ficha)), this.resumen(), senales(this.extra.dichos(ficha.id)));
    poner(this.dichosNodo, this.extra.dichos(ficha.id).map((d) => h("li", { class: `tono-${d.tono}` }, h("span", { class: "signo", "aria-hidden": "true" }, SIGNOS[d.tono] ?? "·"), h("span", { class: "mt-oculto" }, PALABRAS[d.tono] ?? ""), d.texto)));
    this.campos?.pintar(ficha.valores);
  }

  abrirYEnfocar(): void {
    this.nodo.open = true;
    this.abrir();
    this.campos?.enfocar();
  }

  private abrir(): void {
    if (this.campos) return;
    this.campos = new Campos(this.pizarra, this.esquema, (clave, valor) => this.guardar(clave, valor), () => this.extra.textos(this.ficha.id));
    this.campos.pintar(this.ficha.valores);
    const quitar = sonDadas(this.esquema) ? null : h("p", { class: "mt-acciones" },
      h("button", { class: "mt-boton peligro", type: "button", disabled: this.pizarra.soloLectura, on: { click: () => void this.quitar() } }, "Quitar"));
    poner(this.cuerpo, this.dichosNodo, this.campos.nodo, quitar);
  }

  private async guardar(clave: string, valor: unknown): Promise<string | null> {
    let error = "";
    const datos = { seccion: this.esquema.seccion, coleccion: this.esquema.coleccion, id: this.ficha.id, campos: { [clave]: valor } };
    const hecho = await pedirCon(this.pizarra, this.aviso, "poner_ficha", datos, (frase) => { error = frase; });
    return hecho || error ? error : null;
  }

  private async quitar(): Promise<void> {
    const titulo = tituloDe(this.pizarra, this.esquema, this.ficha);
    const { seccion, coleccion } = this.esquema;
    if (await pedirCon(this.pizarra, this.aviso, "quitar_ficha", { seccion, coleccion, id: this.ficha.id })) this.aviso.deshacible(`se quitó «${titulo}».`, this.pizarra);
  }

  private resumen(): HTMLElement | null {
    const { esquema, pizarra, ficha } = this;
    const textos = this.extra.textos(ficha.id);
    const dichos = esquema.campos.filter((c) => c.en_tabla && c.clave !== esquema.titulo && c.clase !== "largo")
      .map((c) => (c.calculado ? (textos[c.clave] ?? "") : mostrarEn(pizarra, c, ficha.valores[c.clave])) && [c, c.calculado ? textos[c.clave]! : mostrarEn(pizarra, c, ficha.valores[c.clave])] as const)
      .filter((x): x is readonly [typeof esquema.campos[number], string] => Boolean(x)).slice(0, RESUMEN);
    return dichos.length ? h("span", { class: "resumen" }, dichos.map(([c, texto]) => h("span", {}, h("span", { class: "de" }, `${c.corto || c.nombre}: `), texto))) : null;
  }
}

function senales(dichos: Dicho[]): HTMLElement | null {
  const alertas = dichos.filter((d) => d.tono === "alerta").length;
  return alertas ? h("span", { class: "senal tono-alerta" }, h("span", { class: "signo", "aria-hidden": "true" }, "!"), `${alertas} ${alertas === 1 ? "aviso" : "avisos"}`) : null;
}
