// El tablero de la convocatoria: una columna por estado del mapa; mover una tarjeta cambia al actor en todas partes.
import { Aviso, pedirCon } from "./lib/aviso.ts";
import { fechaCorta } from "./lib/campos.ts";
import { h, idNuevo, poner } from "./lib/dom.ts";
import { actorVisible, coincide } from "./lib/filtros.ts";
import { Pizarra } from "./lib/pizarra.ts";
import { cuantos } from "./lib/textos.ts";
import type { Actor, Marco, Modelo } from "./lib/tipos.ts";
import { abrirFormulario, formularioDeCambio, historia } from "./tablero_de_estados/historia.ts";
import { Mano } from "./tablero_de_estados/mano.ts";
import { tarjeta } from "./tablero_de_estados/tarjeta.ts";
import { SIN_TARJETA, cambiosDe, type Cambio, type Columna, type Tarjeta } from "./tablero_de_estados/tipos.ts";

/** Cuántas tarjetas se ven de una columna larga antes de pedir las demás. */
const A_LA_VISTA = 4;
const ANGOSTO = 760;
const SENTADOS = new Set(["integra", "asesora"]);
const MIRADAS = { todos: "Todos", faltan: "Los que faltan", atrasados: "Atrasados" } as const;
type Mirada = keyof typeof MIRADAS;

class TableroDeEstados {
  private aviso = new Aviso();
  private dicho = h("p", { class: "mt-oculto", role: "status" });
  private formulario = h("div", {});
  private cuerpo = h("div", {});
  private barra = h("div", { class: "barra" });
  private mano: Mano;
  private mirada: Mirada = "todos";
  private enLista = false;
  private completas = new Set<string>();
  private abiertas = new Set<string>();

  constructor(private pizarra: Pizarra, private modelo: Modelo, private el: HTMLElement) {
    this.mano = new Mano({
      el, columnas: () => this.columnas, nombreDe: (id) => this.actor(id)?.nombre ?? "", estadoDe: (id) => this.actor(id)?.estado ?? "",
      dejar: (id, estado) => void this.mudar(id, estado), decir: (frase) => { this.dicho.textContent = frase; }, pintar: () => this.pintar(),
    });
    el.classList.add("mt", "mt-estados");
    const ayuda = pizarra.soloLectura ? "Los estados son los mismos del mapa." : "Arrastre una tarjeta a otra columna o cambie su estado en la lista. Con el teclado: Espacio la toma, las flechas la llevan y Enter la deja. Los estados son los mismos del mapa.";
    poner(el, this.barra, h("p", { class: "ayuda" }, ayuda), this.aviso.nodo, this.formulario, this.dicho, this.cuerpo);
  }

  iniciar(): () => void {
    const pintar = (): void => this.pintar();
    const rasgos = ["change:tarjetas", "change:orden", "change:hoy"];
    rasgos.forEach((r) => this.modelo.on(r, pintar));
    const dejar = [this.pizarra.on("mesa", pintar), this.pizarra.on("seleccion", pintar), this.pizarra.on("filtro", pintar)];
    const ancho = new ResizeObserver(() => this.alAncho());
    ancho.observe(this.el);
    this.pintar();
    return () => { dejar.forEach((d) => d()); rasgos.forEach((r) => this.modelo.off(r, pintar)); ancho.disconnect(); };
  }

  private get columnas(): Columna[] { return this.modelo.get("columnas"); }
  private get hoy(): string { return this.modelo.get("hoy"); }
  private actor(id: string): Actor | undefined { return this.pizarra.mesa.actores[id]; }
  private dato(id: string): Tarjeta { return this.modelo.get("tarjetas")?.[id] ?? SIN_TARJETA; }

  private alAncho(): void {
    const angosto = this.el.clientWidth > 0 && this.el.clientWidth < ANGOSTO;
    if (angosto !== this.el.classList.contains("angosto")) { this.el.classList.toggle("angosto", angosto); this.pintar(); }
  }

  private aLaVista(): Actor[] {
    const orden = new Map((this.modelo.get("orden") as string[]).map((id, i) => [id, i]));
    const lugar = (a: Actor): number => (this.dato(a.id).atrasado ? -1000 : 0) + (orden.get(a.id) ?? 500);
    const { filtro } = this.pizarra;
    return Object.values(this.pizarra.mesa.actores)
      .filter((a) => actorVisible(filtro, a) && coincide(a, filtro.buscar) && this.pasa(a))
      .sort((a, b) => lugar(a) - lugar(b) || a.nombre.localeCompare(b.nombre, "es"));
  }

  private pasa(a: Actor): boolean {
    if (this.mirada === "atrasados") return this.dato(a.id).atrasado;
    return this.mirada === "todos" || !SENTADOS.has(a.estado);
  }

  private pintar(): void {
    const foco = (document.activeElement as HTMLElement | null)?.closest<HTMLElement>("[data-foco]")?.dataset["foco"];
    const tenia = foco && this.el.contains(document.activeElement);
    this.pintarBarra();
    const actores = this.aLaVista();
    const lista = this.enLista || this.el.classList.contains("angosto");
    if (!Object.keys(this.pizarra.mesa.actores).length) poner(this.cuerpo, h("div", { class: "mt-vacio" }, h("p", {}, "Todavía no hay actores a quienes convocar. Empiece por el mapa (tema 3): cada actor que agregue aparece aquí como «Por convocar».")));
    else poner(this.cuerpo, h("div", { class: lista ? "columnas en-lista" : "columnas" }, this.columnas.map((c, i) => this.columna(c, i, actores.filter((a) => a.estado === c.clave), lista))));
    if (tenia) this.el.querySelector<HTMLElement>(`[data-foco="${CSS.escape(foco)}"]`)?.focus();
  }

  private pintarBarra(): void {
    const atrasados = Object.keys(this.pizarra.mesa.actores).filter((id) => this.dato(id).atrasado).length;
    const ver = (m: Mirada): HTMLElement => h("button", { class: "mt-boton", type: "button", "aria-pressed": String(this.mirada === m), data: { foco: `m-${m}` }, on: { click: () => { this.mirada = m; this.pintar(); } } }, m === "atrasados" ? `${MIRADAS[m]} (${atrasados})` : MIRADAS[m]);
    const como = (texto: string, lista: boolean): HTMLElement => h("button", { class: "mt-boton", type: "button", "aria-pressed": String(this.enLista === lista), data: { foco: `v-${lista}` }, on: { click: () => { this.enLista = lista; this.pintar(); } } }, texto);
    poner(this.barra, h("div", { class: "grupo", role: "group", "aria-label": "A quiénes se ve" }, (Object.keys(MIRADAS) as Mirada[]).map(ver)),
      h("div", { class: "grupo vistas", role: "group", "aria-label": "Ver como" }, como("Columnas", false), como("Lista", true)),
      this.hoy && h("span", { class: "hoy" }, `Hoy es ${fechaCorta(this.hoy)}`));
  }

  private columna(c: Columna, lugar: number, suyos: Actor[], lista: boolean): HTMLElement {
    const todas = this.completas.has(c.clave) || suyos.length <= A_LA_VISTA + 1;
    const vistas = todas ? suyos : suyos.slice(0, A_LA_VISTA);
    const destino = this.mano.tomada?.columna === lugar;
    const mas = todas ? null : h("button", { class: "mt-boton texto", type: "button", data: { foco: `t-${c.clave}` }, on: { click: () => { this.completas.add(c.clave); this.pintar(); } } }, `Ver los ${suyos.length}`);
    return h("section", { class: ["columna", destino && "destino", !suyos.length && "vacia"].filter(Boolean).join(" "), data: { estado: c.clave }, "aria-label": `${c.nombre}: ${cuantos(suyos.length, "actor", "actores")}` },
      h("h4", {}, c.nombre, h("span", { class: "n" }, String(suyos.length))),
      suyos.length ? h("ul", {}, vistas.map((a) => this.una(a))) : lista ? null : h("p", { class: "nadie" }, "Nadie"), mas);
  }

  private una(a: Actor): HTMLElement {
    const estado = { elegida: this.pizarra.seleccion.includes(a.id), tomada: this.mano.tomada?.id === a.id, fija: this.pizarra.soloLectura };
    const nodo = tarjeta(a, this.dato(a.id), this.columnas, estado, {
      elegir: (id) => this.pizarra.elegir(this.pizarra.seleccion.includes(id) ? [] : [id]),
      mudar: (id, e) => void this.mudar(id, e),
      teclear: (id, s) => { if (!estado.fija) this.mano.teclear(id, s); },
      arrastrar: (id, s, boton) => { if (!estado.fija) this.mano.arrastrar(id, s, boton); },
    });
    const suya = historia(this.pizarra, a.id, this.dato(a.id).fuera, (c) => this.corregir(c));
    if (suya) {
      suya.open = this.abiertas.has(a.id);
      suya.addEventListener("toggle", () => void (suya.open ? this.abiertas.add(a.id) : this.abiertas.delete(a.id)));
      nodo.append(suya);
    }
    return nodo;
  }

  private async mudar(id: string, estado: string): Promise<void> {
    const antes = this.actor(id);
    if (!antes || antes.estado === estado) return;
    const cambio = idNuevo("c");
    if (!(await pedirCon(this.pizarra, this.aviso, "cambiar_estado", { actor: id, estado, fecha: this.hoy, id: cambio }))) return this.pintar();
    const nombre = this.columnas.find((c) => c.clave === estado)?.nombre ?? estado;
    this.aviso.decir(`${antes.nombre} pasó a «${nombre}» con fecha de hoy.`, "exito",
      h("button", { class: "mt-boton", type: "button", on: { click: () => void this.deshacer() } }, "Deshacer"),
      h("button", { class: "mt-boton", type: "button", on: { click: () => { const c = cambiosDe(this.pizarra.mesa)[cambio]; if (c) this.corregir(c); } } }, "Fue otro día o hay algo que anotar"));
  }

  private async deshacer(): Promise<void> {
    if (await pedirCon(this.pizarra, this.aviso, "deshacer", {})) this.aviso.limpiar();
  }

  private corregir(cambio: Cambio): void {
    this.aviso.limpiar();
    const volver = (): void => { poner(this.formulario); this.el.querySelector<HTMLElement>(`[data-foco="n-${CSS.escape(cambio.actor)}"]`)?.focus(); };
    abrirFormulario(this.formulario, formularioDeCambio(this.pizarra, this.aviso, cambio, this.hoy, volver));
  }
}

export default {
  async render({ model, el }: Marco): Promise<() => void> {
    return new TableroDeEstados(await Pizarra.de(model), model, el).iniciar();
  },
};
