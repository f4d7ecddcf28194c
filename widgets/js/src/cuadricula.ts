// La cuadrícula de influencia e interés: se ubica arrastrando, con el teclado o escribiendo las notas.
import { Aviso, pedirCon } from "./lib/aviso.ts";
import { h, poner } from "./lib/dom.ts";
import { actorVisible, coincide } from "./lib/filtros.ts";
import { glifo } from "./lib/glifo.ts";
import { Pizarra } from "./lib/pizarra.ts";
import { SECTORES, cuantos } from "./lib/textos.ts";
import type { Actor, Marco, Modelo } from "./lib/tipos.ts";
import { Bandeja } from "./cuadricula/bandeja.ts";
import { CUADRANTES, REGLA, cuadranteDe } from "./cuadricula/cuadrantes.ts";
import { redondear, type Valores } from "./cuadricula/escala.ts";
import { Fantasmas, valoresDe } from "./cuadricula/fantasmas.ts";
import { decirValores } from "./cuadricula/puntos.ts";
import { Tablero } from "./cuadricula/tablero.ts";
import { Pendiente, conFlecha } from "./cuadricula/teclado.ts";
import { conActor } from "./tabla/actores.ts";
import { SIN_FILTRO, hayFiltro } from "./tabla/barra.ts";
import { porLetras } from "./tabla/orden.ts";

class Cuadricula {
  private aviso = new Aviso();
  private dicho = h("p", { class: "mt-oculto", role: "status" });
  private fantasmas = new Fantasmas();
  private pendiente = new Pendiente((id, v) => void this.ubicar(this.pizarra.mesa.actores[id]!, v));
  private conPrevios = casilla("Ver el lugar anterior de todos", () => this.pintar());
  private aMedios = casilla("Ajustar a medios puntos", () => undefined);
  private resumen = h("dl", { class: "mt-cuadrantes" });
  private leyenda = h("div", { class: "mt-leyenda", role: "group", "aria-label": "Sectores a la vista" });
  private cuenta = h("p", { class: "mt-cuenta", role: "status" });
  private tablero: Tablero;
  private bandeja: Bandeja;
  private lienzo: HTMLElement;

  constructor(private pizarra: Pizarra, private modelo: Modelo, private el: HTMLElement) {
    this.tablero = new Tablero({
      soltar: (id, v) => void this.ubicar(pizarra.mesa.actores[id]!, v), pulsar: (id, sumar) => pizarra.elegir(conActor(pizarra.seleccion, id, sumar)),
      tecla: (id, s) => this.alTeclear(id, s), salir: () => this.pendiente.confirmar(),
      paso: () => (this.aMedios.campo.checked ? 0.5 : 0.1), soloLectura: () => pizarra.soloLectura,
    });
    this.bandeja = new Bandeja({
      bajo: (s) => this.tablero.bajo(s), mostrar: (v) => this.tablero.mostrarMira(v), soloLectura: () => pizarra.soloLectura,
      ubicar: (actor, v) => this.ubicar(actor, v), elegir: (actor, sumar) => pizarra.elegir(conActor(pizarra.seleccion, actor.id, sumar)),
    });
    this.lienzo = h("div", { class: "mt-cuadricula-lienzo" }, this.tablero.nodo);
    this.armar();
  }

  private armar(): void {
    this.el.classList.add("mt", "mt-cuadricula");
    const sombra = this.modelo.get("rotulo_anteriores");
    if (sombra) this.conPrevios.nodo.lastChild!.textContent = sombra;
    const ayuda = "Con el teclado: Tab recorre los puntos; las flechas los mueven 0,1 y con Mayúscula 0,5; Esc devuelve; Suprimir los manda a la bandeja.";
    poner(this.el, h("div", { class: "mt-cuadricula-barra" }, this.leyenda, this.aMedios.nodo, this.conPrevios.nodo), this.cuenta, this.aviso.nodo, this.dicho,
      h("div", { class: "mt-cuadricula-cuerpo" }, this.lienzo, this.bandeja.nodo), h("p", { class: "ayuda" }, REGLA, " ", ayuda), this.resumen);
  }

  iniciar(): () => void {
    const mirada = new ResizeObserver(() => { this.tablero.medir(this.lienzo.clientWidth); this.pintar(); });
    mirada.observe(this.lienzo);
    const pintar = (): void => this.pintar();
    this.modelo.on("change:anteriores", pintar);
    this.tablero.medir(this.lienzo.clientWidth || 640);
    pintar();
    const dejar = [this.pizarra.on("mesa", pintar), this.pizarra.on("filtro", pintar), this.pizarra.on("seleccion", pintar), () => mirada.disconnect(), () => this.modelo.off("change:anteriores", pintar)];
    return () => dejar.forEach((d) => d());
  }

  private pintar(): void {
    const todos = Object.values(this.pizarra.mesa.actores);
    this.fantasmas.mirar(todos);
    const { filtro } = this.pizarra;
    const aLaVista = todos.filter((a) => actorVisible(filtro, a) && coincide(a, filtro.buscar));
    this.bandeja.pintar(aLaVista.filter((a) => !valoresDe(a)).sort((a, b) => porLetras(a.nombre, b.nombre)));
    this.tablero.pintar(aLaVista.filter(valoresDe).map((actor) => this.enTablero(actor)));
    this.pintarResumen(aLaVista);
    this.pintarLeyenda(todos);
    const quitar = h("button", { class: "mt-boton texto", type: "button", on: { click: () => this.pizarra.filtrar(SIN_FILTRO) } }, "Quitar el filtro");
    poner(this.cuenta, hayFiltro(filtro) ? [`Se ven ${aLaVista.length} de ${cuantos(todos.length, "actor", "actores")}.`, quitar] : null);
  }

  private enTablero(actor: Actor) {
    const elegido = this.pizarra.seleccion.includes(actor.id);
    const { actual } = this.pendiente;
    const valores = actual?.id === actor.id ? actual.valores : valoresDe(actor)!;
    const anterior = elegido || this.conPrevios.campo.checked ? this.fantasmas.de(actor.id, this.modelo.get("anteriores") ?? {}) : null;
    return { actor, valores, anterior, elegido };
  }

  private pintarResumen(actores: Actor[]): void {
    const ubicados = actores.map(valoresDe).filter((v): v is Valores => v !== null);
    poner(this.resumen, CUADRANTES.map((c) => {
      const n = ubicados.filter((v) => cuadranteDe(v.influencia, v.interes) === c).length;
      return h("div", { class: c.clave === "cerca" ? "destacado" : null }, h("dt", {}, c.nombre, h("span", { class: "n" }, cuantos(n, "actor", "actores"))), h("dd", {}, c.consejo));
    }));
  }

  /** Los sectores presentes; pulsar uno deja sólo ese, aquí y en el mapa. */
  private pintarLeyenda(actores: Actor[]): void {
    const presentes = new Set(actores.map((a) => a.sector as string));
    const puestos = this.pizarra.filtro.sectores;
    const alternar = (clave: string): void => this.pizarra.filtrar({ sectores: puestos.includes(clave) ? puestos.filter((p) => p !== clave) : [...puestos, clave] });
    const claves = Object.keys(SECTORES).filter((c) => presentes.has(c));
    const previo = claves.findIndex((c) => (document.activeElement as HTMLElement | null)?.dataset?.["sector"] === c && this.leyenda.contains(document.activeElement));
    poner(this.leyenda, claves.map((c) => h("button", { type: "button", class: "mt-boton", data: { sector: c }, "aria-pressed": puestos.includes(c), on: { click: () => alternar(c) } }, glifo(c), SECTORES[c])));
    if (previo >= 0) (this.leyenda.children[previo] as HTMLElement).focus();
  }

  private alTeclear(id: string, s: KeyboardEvent): void {
    const actor = this.pizarra.mesa.actores[id]!;
    const desde = this.pendiente.actual?.id === id ? this.pendiente.actual.valores : valoresDe(actor);
    if (!desde) return;
    if (s.key === "Enter" || s.key === " ") {
      s.preventDefault();
      this.pendiente.confirmar();
      return this.pizarra.elegir(conActor(this.pizarra.seleccion, id, s.key === " "));
    }
    if (s.key === "Escape" && this.pendiente.olvidar()) { s.stopPropagation(); return this.tablero.adelantar(id, null); }
    if (this.pizarra.soloLectura) return;
    if (s.key === "Delete" || s.key === "Backspace") { s.preventDefault(); this.pendiente.olvidar(); return void this.sacar(actor); }
    const hacia = conFlecha(desde, s.key, s.shiftKey);
    if (!hacia) return;
    s.preventDefault();
    this.pendiente.poner(id, hacia);
    this.tablero.adelantar(id, hacia);
  }

  /** Escribe el dato; promete la frase de error, o vacío si quedó. */
  private async ubicar(actor: Actor, v: Partial<Valores>): Promise<string> {
    const campos = Object.fromEntries(Object.entries(v).map(([k, n]) => [k, redondear(n!)]).filter(([k, n]) => actor[k as keyof Valores] !== n));
    let error = "";
    if (Object.keys(campos).length) await pedirCon(this.pizarra, this.aviso, "ubicar", { id: actor.id, ...campos }, (frase) => { error = frase; this.aviso.decir(frase, "error"); });
    this.pintar();
    const queda = valoresDe(this.pizarra.mesa.actores[actor.id]);
    if (queda && !error) this.dicho.textContent = `${actor.nombre}: ${decirValores(queda)}.`;
    return error;
  }

  private async sacar(actor: Actor): Promise<void> {
    const hecho = await pedirCon(this.pizarra, this.aviso, "ubicar", { id: actor.id, influencia: null, interes: null });
    if (hecho) this.aviso.deshacible(`${actor.nombre} volvió a la bandeja.`, this.pizarra);
  }
}

function casilla(texto: string, alCambiar: () => void): { nodo: HTMLElement; campo: HTMLInputElement } {
  const campo = h("input", { type: "checkbox", on: { change: alCambiar } });
  return { campo, nodo: h("label", { class: "mt-opcion" }, campo, texto) };
}

export default {
  async render({ model, el }: Marco): Promise<() => void> {
    return new Cuadricula(await Pizarra.de(model), model, el).iniciar();
  },
};
