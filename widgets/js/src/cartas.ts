// Las cartas de invitación: se eligen de una lista, se corrigen en la hoja y se bajan de a una o todas.
import { bajar } from "./lib/archivos.ts";
import { Aviso } from "./lib/aviso.ts";
import { conversar } from "./lib/conversacion.ts";
import { h, poner } from "./lib/dom.ts";
import { glifo } from "./lib/glifo.ts";
import { Pizarra } from "./lib/pizarra.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";
import { Hoja, type Carta } from "./cartas/hoja.ts";
import { Plantillas } from "./cartas/plantillas.ts";

class Cartas {
  private aviso = new Aviso();
  private lista = h("ul", { class: "lista" });
  private cuerpo = h("div", { class: "cuerpo" });
  private todas = h("p", { class: "mt-acciones" });
  private elegida = "";
  private conversacion;
  private hoja: Hoja;
  private plantillas: Plantillas;

  constructor(private pizarra: Pizarra, private modelo: Modelo, el: HTMLElement) {
    this.conversacion = conversar(modelo);
    this.hoja = new Hoja(pizarra, this.aviso, this.conversacion.pedir, modelo.get("formatos"));
    this.plantillas = new Plantillas(pizarra, modelo, this.aviso);
    el.classList.add("mt", "mt-cartas");
    const nota = "Una página por actor, dirigida a la institución. El nombre y el correo de las personas no se guardan aquí: escríbalos en el papel.";
    poner(el, h("p", { class: "ayuda" }, nota), this.aviso.nodo, this.cuerpo, this.todas, this.plantillas.nodo);
  }

  iniciar(): () => void {
    const pintar = (): void => this.pintar();
    const rasgos = ["change:cartas", "change:plantillas"];
    rasgos.forEach((r) => this.modelo.on(r, pintar));
    const dejar = this.pizarra.on("seleccion", () => this.seguirSeleccion());
    this.seguirSeleccion();
    this.pintar();
    return () => { dejar(); rasgos.forEach((r) => this.modelo.off(r, pintar)); this.conversacion.callar(); };
  }

  private get cartas(): Carta[] { return this.modelo.get("cartas") ?? []; }

  private seguirSeleccion(): void {
    const [uno] = this.pizarra.seleccion;
    if (uno && this.cartas.some((c) => c.actor === uno)) { this.elegida = uno; this.pintar(); }
  }

  private pintar(): void {
    const cartas = this.cartas;
    const actual = cartas.find((c) => c.actor === this.elegida) ?? cartas[0];
    this.plantillas.pintar();
    if (!actual) {
      poner(this.todas);
      return poner(this.cuerpo, h("div", { class: "mt-vacio" }, h("p", {}, "Todavía no hay a quién escribir. Agregue actores al mapa (tema 3): cada uno que falte en la Mesa tendrá aquí su carta.")));
    }
    this.elegida = actual.actor;
    const foco = this.lista.contains(document.activeElement);
    poner(this.lista, cartas.map((c) => this.renglon(c)));
    if (!this.lista.isConnected) poner(this.cuerpo, h("nav", { "aria-label": "Cartas" }, this.lista), this.hoja.nodo);
    if (foco) this.lista.querySelector<HTMLElement>("[aria-current]")?.focus();
    this.hoja.pintar(actual);
    poner(this.todas, this.accionesDeTodas(cartas.filter((c) => c.va)));
  }

  private renglon(c: Carta): HTMLElement {
    const actor = this.pizarra.mesa.actores[c.actor];
    const dice = c.falta.length ? `Le faltan ${c.falta.length === 1 ? "un dato" : `${c.falta.length} datos`}` : c.a_mano ? "Corregida a mano" : "Lista";
    return h("li", { class: c.falta.length ? "alerta" : null }, h("button", { class: "mt-boton", type: "button", "aria-current": c.actor === this.elegida ? "true" : null, "aria-pressed": String(c.actor === this.elegida), on: { click: () => { this.elegida = c.actor; this.pintar(); } } },
      glifo(actor?.sector ?? ""), h("span", {}, actor?.nombre ?? ""), h("small", {}, dice)));
  }

  /** Sobre quienes faltan y no han respondido: a quien declinó u observa no se le manda otra sin decidirlo. */
  private accionesDeTodas(cartas: Carta[]): HTMLElement[] {
    if (!cartas.length) return [];
    const incompletas = cartas.filter((c) => c.falta.length && !c.a_mano).map((c) => c.actor);
    const botones = (this.modelo.get("formatos") as string[]).map((f) => h("button", { class: "mt-boton", type: "button", on: { click: () => void this.llevarTodas(f, cartas) } }, cartas.length === 1 ? `Bajar la que falta en ${f}` : `Bajar las ${cartas.length} que faltan en ${f}`));
    if (incompletas.length && !this.pizarra.soloLectura) botones.unshift(h("button", { class: "mt-boton", type: "button", on: { click: () => void this.proponer(incompletas) } }, "Proponer borradores de lo que falta"));
    return botones;
  }

  private async proponer(actores: string[]): Promise<void> {
    const r = await this.conversacion.pedir("proponer", { actores });
    if (r.error) this.aviso.decir(r.error, "error");
    else this.aviso.deshacible("los borradores quedaron en las invitaciones. Léalos y corríjalos antes de enviar.", this.pizarra);
  }

  private async llevarTodas(formato: string, cartas: Carta[]): Promise<void> {
    const r = await this.conversacion.pedir("bajar_todas", { actores: cartas.map((c) => c.actor), formato });
    if (r.error) return this.aviso.decir(r.error, "error");
    bajar(r.datos);
    const faltan = cartas.filter((c) => c.falta.length).length;
    this.aviso.decir(`«${r.datos.nombre}» quedó en sus descargas.${faltan ? ` Revise: a ${faltan === 1 ? "una de ellas le" : `${faltan} de ellas les`} faltan datos, marcados entre corchetes.` : ""}`, "exito");
  }
}

export default {
  async render({ model, el }: Marco): Promise<() => void> {
    return new Cartas(await Pizarra.de(model), model, el).iniciar();
  },
};
