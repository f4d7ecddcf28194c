// Las fichas de una sección de la Mesa: se agregan, se editan campo por campo, se buscan y se leen como tabla.
import { Aviso } from "./lib/aviso.ts";
import { h, poner } from "./lib/dom.ts";
import { Pizarra } from "./lib/pizarra.ts";
import { comparable, cuantos } from "./lib/textos.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";
import { fichasDe, sonDadas, tituloDe, type Esquema, type Ficha } from "./fichero/esquema.ts";
import { agregar, formularioNuevo } from "./fichero/nueva.ts";
import { TablaDeFichas } from "./fichero/tabla.ts";
import { Tarjeta, type Dicho } from "./fichero/tarjeta.ts";

interface Sugerencia { rotulo: string; campos: Record<string, unknown>; dice?: string }
/** Desde cuántas fichas conviene un buscador. */
const MUCHAS = 8;

class Fichero {
  private aviso = new Aviso();
  private esquema: Esquema;
  private tarjetas = new Map<string, Tarjeta>();
  private lista = h("div", { class: "lista" });
  private nueva = h("div", { class: "nueva" });
  private cuenta = h("span", { class: "n" });
  private buscar = h("input", { type: "search", autocomplete: "off", on: { input: () => this.pintar() } });
  private puestas = new Set<string>();
  private tabla: TablaDeFichas;
  private enTabla = false;
  private botones = { fichas: this.vista("Fichas", false), tabla: this.vista("Tabla", true) };
  private sugerencias = h("div", { class: "sugerencias" });
  private agregarBoton: HTMLButtonElement;
  private filtro: HTMLElement;

  constructor(private pizarra: Pizarra, private modelo: Modelo, private el: HTMLElement) {
    this.esquema = modelo.get("esquema");
    this.tabla = new TablaDeFichas(pizarra, this.esquema, (id) => this.textos(id), (id) => this.irA(id));
    this.agregarBoton = h("button", { class: "mt-boton principal", type: "button", disabled: pizarra.soloLectura, on: { click: () => this.preguntar() } }, this.esquema.agregar);
    this.filtro = h("label", { class: "mt-filtro" }, h("span", { class: "nombre" }, "Buscar"), this.buscar);
    el.classList.add("mt", "mt-fichero");
    poner(el, h("header", {}, h("h3", {}, this.esquema.varios, " ", this.cuenta), this.filtro, h("div", { class: "vistas", role: "group", "aria-label": "Ver como" }, this.botones.fichas, this.botones.tabla),
      sonDadas(this.esquema) ? null : this.agregarBoton), h("p", { class: "nota" }), this.aviso.nodo, this.nueva, this.lista, this.sugerencias);
  }

  iniciar(): () => void {
    const pintar = (): void => this.pintar();
    const rasgos = ["change:dichos", "change:orden", "change:calculados", "change:sugerencias", "change:nota"];
    rasgos.forEach((r) => this.modelo.on(r, pintar));
    const dejar = this.pizarra.on("mesa", pintar);
    pintar();
    return () => { dejar(); rasgos.forEach((r) => this.modelo.off(r, pintar)); };
  }

  private textos(id: string): Record<string, string> { return this.modelo.get("calculados")?.[id] ?? {}; }
  private dichos(id: string): Dicho[] { return this.modelo.get("dichos")?.[id] ?? []; }

  private vista(texto: string, tabla: boolean): HTMLButtonElement {
    return h("button", { class: "mt-boton", type: "button", "aria-pressed": String(!tabla), on: { click: () => this.ver(tabla) } }, texto);
  }

  private ver(tabla: boolean): void {
    this.enTabla = tabla;
    this.botones.fichas.setAttribute("aria-pressed", String(!tabla));
    this.botones.tabla.setAttribute("aria-pressed", String(tabla));
    this.pintar();
  }

  private pintar(): void {
    const todas = fichasDe(this.pizarra, this.esquema, this.modelo.get("orden") ?? []);
    const busco = comparable(this.buscar.value);
    const fichas = todas.filter((f) => !busco || comparable(tituloDe(this.pizarra, this.esquema, f)).includes(busco));
    this.cuenta.textContent = todas.length ? `(${todas.length})` : "";
    this.filtro.hidden = todas.length < MUCHAS;
    for (const b of Object.values(this.botones)) b.hidden = !todas.length;
    this.el.querySelector(".nota")!.textContent = this.modelo.get("nota") || "";
    if (!todas.length) poner(this.lista, this.nueva.childElementCount ? null : h("div", { class: "mt-vacio" }, h("p", {}, this.esquema.vacio)));
    else if (!fichas.length) poner(this.lista, h("p", { class: "mt-cuenta" }, `Ninguna de ${cuantos(todas.length, "ficha", "fichas")} calza con lo que busca.`));
    else if (this.enTabla) { this.tabla.pintar(fichas); poner(this.lista, this.tabla.nodo); }
    else this.ponerTarjetas(fichas);
    this.pintarSugerencias();
  }

  /** Las tarjetas que siguen se dejan donde están: lo que se escribe no se interrumpe. */
  private ponerTarjetas(fichas: Ficha[]): void {
    const nodos = fichas.map((f) => this.tarjeta(f).nodo);
    const vivas = new Set(fichas.map((f) => f.id));
    for (const id of this.tarjetas.keys()) if (!vivas.has(id) && !this.buscar.value) this.tarjetas.delete(id);
    const puestos = [...this.lista.children];
    if (puestos.length !== nodos.length || puestos.some((n, i) => n !== nodos[i])) this.reordenar(nodos);
  }

  private reordenar(nodos: HTMLElement[]): void {
    for (const n of [...this.lista.children]) if (!nodos.includes(n as HTMLElement)) n.remove();
    nodos.forEach((n, i) => { if (this.lista.children[i] !== n) this.lista.insertBefore(n, this.lista.children[i] ?? null); });
  }

  private tarjeta(ficha: Ficha): Tarjeta {
    const hay = this.tarjetas.get(ficha.id);
    if (hay) { hay.pintar(ficha); return hay; }
    const una = new Tarjeta(this.pizarra, this.aviso, this.esquema, ficha, { dichos: (id) => this.dichos(id), textos: (id) => this.textos(id) });
    this.tarjetas.set(ficha.id, una);
    return una;
  }

  private preguntar(): void {
    if (this.nueva.childElementCount) return this.nueva.querySelector<HTMLElement>("input, select, textarea")?.focus();
    const terminar = (id: string): void => { poner(this.nueva); this.pintar(); if (id) this.irA(id); else this.agregarBoton.focus(); };
    const formulario = formularioNuevo(this.pizarra, this.aviso, this.esquema, terminar);
    poner(this.nueva, formulario);
    this.pintar();
    formulario.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }

  private irA(id: string): void {
    this.buscar.value = "";
    this.ver(false);
    const tarjeta = this.tarjetas.get(id);
    tarjeta?.abrirYEnfocar();
    tarjeta?.nodo.scrollIntoView({ block: "nearest" });
  }

  private pintarSugerencias(): void {
    const todas: Sugerencia[] = this.pizarra.soloLectura ? [] : (this.modelo.get("sugerencias") ?? []);
    if (!todas.length) return poner(this.sugerencias);
    const abierta = this.sugerencias.querySelector("details")?.open ?? false;
    const poner1 = async (s: Sugerencia): Promise<void> => {
      // Con un doble clic, el segundo llega antes de que la sugerencia se haya ido.
      if (this.puestas.has(s.rotulo)) return;
      this.puestas.add(s.rotulo);
      setTimeout(() => this.puestas.delete(s.rotulo), 1000);
      const id = await agregar(this.pizarra, this.aviso, this.esquema, s.campos);
      if (id) this.aviso.deshacible(`se agregó «${s.rotulo}».`, this.pizarra);
    };
    poner(this.sugerencias, h("details", { open: abierta }, h("summary", {}, `Sugerencias para partir (${todas.length})`),
      h("ul", {}, todas.map((s) => h("li", {}, h("button", { class: "mt-boton", type: "button", on: { click: () => void poner1(s) } }, `Agregar: ${s.rotulo}`), s.dice && h("span", { class: "ayuda" }, s.dice))))));
  }
}

export default {
  async render({ model, el }: Marco): Promise<() => void> {
    return new Fichero(await Pizarra.de(model), model, el).iniciar();
  },
};
