// La Mesa que se constituye: el objetivo que se acuerda y quién se sienta en el Comité de Coordinación.
import { Aviso, pedirCon } from "./lib/aviso.ts";
import { h, idUnico, poner } from "./lib/dom.ts";
import { glifo } from "./lib/glifo.ts";
import { Pizarra } from "./lib/pizarra.ts";
import { SECTORES, comparable, cuantos } from "./lib/textos.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";

interface Asiento { id: string; esta: boolean; senas: string[]; situacion: string; razones: string[] }
const LARGO = 4000;

class Constitucion {
  private aviso = new Aviso();
  private datos = h("dl", {});
  private objetivo = h("textarea", { id: idUnico("objetivo"), rows: 3, maxlength: LARGO, on: { change: () => void this.acordar() } });
  private lista = h("ul", {});
  private cuenta = h("p", { class: "nota", role: "status" });
  private otro = h("select", { id: idUnico("otro") });
  private sumar = h("button", { class: "mt-boton", type: "button", on: { click: () => void this.sentarOtro() } }, "Sentar en el Comité");

  constructor(private pizarra: Pizarra, private modelo: Modelo, el: HTMLElement) {
    const fijo = pizarra.soloLectura;
    this.objetivo.disabled = this.otro.disabled = this.sumar.disabled = fijo;
    el.classList.add("mt", "mt-constitucion");
    poner(el, h("h3", {}, "La Mesa que se constituye"), this.aviso.nodo, this.datos,
      h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: this.objetivo.id }, "Objetivo de la Mesa"), this.objetivo,
        h("p", { class: "ayuda" }, "Es el mismo de toda la Mesa: si lo cambia aquí, cambia en todas partes.")),
      h("h3", {}, "Comité de Coordinación"), this.cuenta, this.lista,
      h("div", { class: "linea" }, h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: this.otro.id }, "Otro actor del mapa"), this.otro), this.sumar));
  }

  iniciar(): () => void {
    const pintar = (): void => this.pintar();
    const rasgos = ["change:datos", "change:asientos"];
    rasgos.forEach((r) => this.modelo.on(r, pintar));
    const dejar = this.pizarra.on("mesa", pintar);
    pintar();
    return () => { dejar(); rasgos.forEach((r) => this.modelo.off(r, pintar)); };
  }

  private pintar(): void {
    poner(this.datos, (this.modelo.get("datos") as string[][]).map(([rotulo, valor, de]) => h("div", {}, h("dt", {}, rotulo), h("dd", {}, valor, h("span", { class: "ayuda" }, de)))));
    // Lo que se está escribiendo no se pisa.
    if (document.activeElement !== this.objetivo) this.objetivo.value = this.pizarra.mesa.objetivo ?? "";
    const asientos = (this.modelo.get("asientos") as Asiento[]).filter((a) => this.pizarra.mesa.actores[a.id]);
    const estan = asientos.filter((a) => a.esta).length;
    this.cuenta.textContent = asientos.length ? `${cuantos(estan, "asiento ocupado", "asientos ocupados")}. Cada uno con su razón: si no convence, quítelo.`
      : "Todavía no hay nadie ni se puede proponer. Anote en el tema 2 los problemas y quién tiene la competencia, o siente a alguien aquí abajo.";
    this.ponerAsientos(asientos);
    this.ponerOtros(new Set(asientos.map((a) => a.id)));
  }

  private ponerAsientos(asientos: Asiento[]): void {
    const enfocado = (document.activeElement as HTMLElement | null)?.closest<HTMLElement>(".mt-constitucion li")?.dataset.id;
    poner(this.lista, asientos.map((a) => this.fila(a)));
    if (enfocado) this.lista.querySelector<HTMLElement>(`li[data-id="${CSS.escape(enfocado)}"] .sentar`)?.focus();
  }

  private fila(a: Asiento): HTMLElement {
    const actor = this.pizarra.mesa.actores[a.id]!;
    const boton = h("button", { class: `mt-boton sentar ${a.esta ? "" : "principal"}`, type: "button", disabled: this.pizarra.soloLectura, "aria-label": `${a.esta ? "Quitar del Comité" : "Sentar en el Comité"}: ${actor.nombre}`, on: { click: () => void this.sentar(a.id, !a.esta, boton) } }, a.esta ? "Quitar" : "Sentar");
    return h("li", { class: a.esta ? "esta" : "", data: { id: a.id } },
      h("div", { class: "quien" }, h("button", { class: "mt-boton texto", type: "button", on: { click: () => this.pizarra.elegir([a.id]) } }, glifo(actor.sector), actor.nombre),
        h("span", { class: "ayuda" }, `${SECTORES[actor.sector]}. ${a.esta ? "Está en el Comité." : "No está en el Comité."}`), a.senas.map((s) => h("span", { class: "sena" }, s))),
      boton,
      h("div", { class: "razones" }, a.razones.map((r) => h("p", {}, r)), a.situacion && h("p", { class: "alerta" }, h("strong", {}, "Atención: "), a.situacion)));
  }

  private ponerOtros(puestos: Set<string>): void {
    const antes = this.otro.value;
    const otros = Object.values(this.pizarra.mesa.actores).filter((a) => !puestos.has(a.id)).sort((a, b) => comparable(a.nombre).localeCompare(comparable(b.nombre)));
    poner(this.otro, h("option", { value: "" }, "Elija un actor"), otros.map((a) => h("option", { value: a.id }, a.nombre)));
    this.otro.value = otros.some((a) => a.id === antes) ? antes : "";
  }

  private async sentar(id: string, comite: boolean, boton: HTMLButtonElement): Promise<boolean> {
    boton.disabled = true;
    const nombre = this.pizarra.mesa.actores[id]?.nombre ?? "";
    const hecho = await pedirCon(this.pizarra, this.aviso, "editar_actores", { ids: [id], campos: { comite } });
    boton.disabled = this.pizarra.soloLectura;
    if (hecho) this.aviso.deshacible(comite ? `${nombre} está en el Comité.` : `${nombre} ya no está en el Comité.`, this.pizarra);
    return hecho;
  }

  private async sentarOtro(): Promise<void> {
    if (!this.otro.value) return this.aviso.decir("Elija primero a un actor de la lista.", "error");
    await this.sentar(this.otro.value, true, this.sumar);
  }

  private async acordar(): Promise<void> {
    if (this.objetivo.value.trim() === (this.pizarra.mesa.objetivo ?? "")) return;
    if (await pedirCon(this.pizarra, this.aviso, "acordar_objetivo", { objetivo: this.objetivo.value })) this.aviso.deshacible("el objetivo quedó acordado.", this.pizarra);
  }
}

export default {
  async render({ model, el }: Marco): Promise<() => void> {
    return new Constitucion(await Pizarra.de(model), model, el).iniciar();
  },
};
