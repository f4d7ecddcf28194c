// Una matriz de filas por columnas que se llena como una planilla; en pantalla angosta, fila por fila.
import { Aviso, pedirCon } from "./lib/aviso.ts";
import { conversar } from "./lib/conversacion.ts";
import { h, poner } from "./lib/dom.ts";
import { Pizarra } from "./lib/pizarra.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";
import { Contenido, type Casilla, type Celda } from "./matriz/datos.ts";
import { Detalle, type Cambios } from "./matriz/detalle.ts";
import { Lista } from "./matriz/lista.ts";
import { Pegado } from "./matriz/pegar.ts";
import { Rejilla } from "./matriz/rejilla.ts";
import { leerValor } from "./matriz/valor.ts";
import { conActor } from "./tabla/actores.ts";

const ANGOSTA = 600;

class Matriz {
  private aviso = new Aviso();
  private c: Contenido;
  private rejilla: Rejilla;
  private lista: Lista;
  private detalle: Detalle;
  private pegado: Pegado;
  private conversacion: ReturnType<typeof conversar>;
  private marco = h("div", { class: "mt-matriz-marco" });
  private titulo = h("h3");
  private bajada = h("p", { class: "bajada" });
  private herramientas = h("div", { class: "mt-acciones" });
  private angosta = false;

  constructor(private pizarra: Pizarra, private modelo: Modelo, private el: HTMLElement) {
    this.c = new Contenido(modelo.get("vista"), modelo.get("ajustes"));
    this.conversacion = conversar(modelo);
    const cambios: Cambios = {
      escribir: (x, texto) => this.escribir(x, texto),
      dudar: (x) => void this.guardar([{ ...ids(x), dudosa: !this.c.dudosa(x) }]),
      explicar: (x, porque) => { if (porque !== this.c.porque(x)) void this.guardar([{ ...ids(x), porque }]); },
      soloLectura: () => this.quieta,
    };
    this.pegado = new Pegado(this.c, this.aviso, this.conversacion.pedir, (celdas, dicho) => this.guardar(celdas, dicho));
    this.rejilla = new Rejilla(this.c, { ...cambios, avisar: (frase) => this.aviso.decir(frase, "error"), pegar: (texto, lugar) => this.pegado.pegar(texto, lugar), alLlegar: (x) => this.detalle.pintar(x), elegir: (id, sumar) => this.elegir(id, sumar), elegida: (id) => pizarra.seleccion.includes(id) }, modelo.get("titulo"));
    this.lista = new Lista(this.c, cambios, {
      elegir: (id, sumar) => this.elegir(id, sumar), elegida: (id) => pizarra.seleccion.includes(id),
      sonActores: () => this.c.vista.filas.some((f) => pizarra.mesa.actores[f.id]),
    });
    this.detalle = new Detalle(this.c, cambios);
  }

  private get quieta(): boolean { return this.pizarra.soloLectura || !this.c.ajustes.orden; }

  iniciar(): () => void {
    this.el.classList.add("mt", "mt-matriz");
    this.el.append(this.titulo, this.bajada, this.herramientas, this.aviso.nodo, this.pegado.nodo, this.marco, this.detalle.nodo);
    const alCambiar = (): void => { this.c.vista = this.modelo.get("vista"); this.pintar(); };
    this.modelo.on("change:vista", alCambiar);
    const mirada = new ResizeObserver(() => { const angosta = this.el.clientWidth > 0 && this.el.clientWidth < ANGOSTA; if (angosta !== this.angosta) { this.angosta = angosta; this.pintar(); } });
    mirada.observe(this.el);
    const dejar = [this.pizarra.on("seleccion", () => { this.rejilla.pintarSeleccion(); if (this.angosta) this.lista.pintar(); }), this.pizarra.on("guardado", () => this.pintar())];
    this.pintar();
    return () => { dejar.forEach((d) => d()); this.modelo.off("change:vista", alCambiar); mirada.disconnect(); this.conversacion.callar(); };
  }

  private pintar(): void {
    const { filas, columnas } = this.c.vista, hay = filas.length > 0 && columnas.length > 0;
    this.titulo.textContent = this.modelo.get("titulo");
    this.bajada.textContent = this.modelo.get("bajada");
    this.herramientas.hidden = !hay || this.quieta || !this.c.ajustes.archivos;
    if (!this.herramientas.childElementCount) poner(this.herramientas, this.pegado.boton());
    this.marco.classList.toggle("con-rejilla", hay && !this.angosta);
    this.detalle.nodo.hidden = !hay || this.angosta;
    if (!hay) return poner(this.marco, h("p", { class: "mt-vacio" }, this.c.ajustes.vacio));
    const que = this.angosta ? this.lista : this.rejilla;
    que.pintar();
    if (this.marco.firstChild !== que.nodo) this.marco.replaceChildren(que.nodo);
    this.detalle.pintar(this.rejilla.casilla);
  }

  /** Elige en la pizarra al actor de la fila, si la fila es un actor. */
  private elegir(id: string, sumar: boolean): void {
    if (this.pizarra.mesa.actores[id]) this.pizarra.elegir(conActor(this.pizarra.seleccion, id, sumar));
  }

  /** Guarda lo escrito en una casilla; devuelve la frase de por qué no sirve, o vacío. */
  private escribir(x: Casilla, texto: string): string {
    const leido = leerValor(texto, this.c.ajustes);
    if ("error" in leido) { if (this.angosta) this.aviso.decir(`${x.columna.nombre}: ${leido.error}`, "error"); return leido.error; }
    if (leido.valor !== this.c.valor(x)) void this.guardar([{ ...ids(x), valor: leido.valor }]);
    return "";
  }

  /** Muestra el cambio al instante y lo pide; si no se pudo, la casilla vuelve a lo que era. */
  private async guardar(celdas: Celda[], dicho = ""): Promise<void> {
    this.c.anotar(celdas);
    this.pintar();
    const hecho = await pedirCon(this.pizarra, this.aviso, this.c.ajustes.orden, { celdas, ...this.c.ajustes.datos });
    this.c.soltar(celdas);
    this.pintar();
    if (hecho && dicho) this.aviso.deshacible(dicho, this.pizarra);
  }
}

const ids = (x: Casilla): Celda => ({ fila: x.fila.id, columna: x.columna.id });

export default {
  async render({ model, el }: Marco): Promise<() => void> {
    return new Matriz(await Pizarra.de(model), model, el).iniciar();
  },
};
