// La hoja: la carta de un actor, que se corrige ahí mismo antes de bajarla.
import { pedirCon, type Aviso } from "../lib/aviso.ts";
import { bajar } from "../lib/archivos.ts";
import type { Pedir } from "../lib/conversacion.ts";
import { h, idUnico, poner } from "../lib/dom.ts";
import type { Pizarra } from "../lib/pizarra.ts";

export interface Carta { actor: string; texto: string; falta: string[]; a_mano: boolean; larga: boolean; va: boolean }
const LARGO = 3000;

export class Hoja {
  readonly nodo = h("section", { class: "hoja" });
  private texto = h("textarea", { rows: 18, maxlength: LARGO, id: idUnico("carta") });
  private titulo = h("h3", {});
  private estado = h("div", {});
  private acciones = h("p", { class: "mt-acciones" });
  private carta: Carta | null = null;

  constructor(private pizarra: Pizarra, private aviso: Aviso, private pedir: Pedir, private formatos: string[]) {
    this.texto.addEventListener("change", () => void this.guardar());
    this.texto.disabled = pizarra.soloLectura;
    poner(this.nodo, this.titulo, this.estado, h("label", { class: "mt-campo", for: this.texto.id }, h("span", { class: "nombre" }, "Texto de la carta"),
      h("span", { class: "ayuda" }, "La fecha, el destinatario y la firma se agregan solos. Deje una línea en blanco entre párrafos.")), this.texto, this.acciones);
  }

  pintar(carta: Carta): void {
    const otra = this.carta?.actor !== carta.actor;
    this.carta = carta;
    this.titulo.textContent = this.pizarra.mesa.actores[carta.actor]?.nombre ?? "";
    // Lo que se está escribiendo no se pisa: se compara al salir del campo.
    if (otra || document.activeElement !== this.texto) this.texto.value = carta.texto;
    poner(this.estado, this.avisos(carta));
    poner(this.acciones, this.formatos.map((f) => this.boton(`Bajar en ${f}`, () => void this.llevar(f))),
      carta.a_mano && !this.pizarra.soloLectura ? this.boton("Volver a la plantilla", () => void this.escribir("")) : null);
  }

  private avisos(c: Carta): (HTMLElement | null)[] {
    const sinContenido = c.falta.length > 0 && !c.a_mano && !this.pizarra.soloLectura;
    return [
      c.falta.length ? h("div", { class: "mt-aviso" }, h("strong", {}, "A esta carta le falta: "), c.falta.join("; "), ".",
        sinContenido ? h("p", { class: "mt-acciones" }, this.boton("Proponer un borrador", () => void this.proponer())) : null) : null,
      c.a_mano ? h("p", { class: "ayuda" }, "Corregida a mano: si cambian los datos, este texto no cambia.") : null,
      c.larga ? h("p", { class: "mt-aviso" }, "Es larga: puede pasar de una página.") : null,
    ];
  }

  private boton(texto: string, hacer: () => void): HTMLButtonElement {
    return h("button", { class: "mt-boton", type: "button", on: { click: hacer } }, texto);
  }

  private async guardar(): Promise<void> {
    if (this.carta && this.texto.value.trim() !== this.carta.texto.trim()) await this.escribir(this.texto.value);
  }

  private async escribir(texto: string): Promise<void> {
    await pedirCon(this.pizarra, this.aviso, "escribir_carta", { actor: this.carta!.actor, texto });
  }

  private async proponer(): Promise<void> {
    const r = await this.pedir("proponer", { actores: [this.carta!.actor] });
    if (r.error) this.aviso.decir(r.error, "error");
    else this.aviso.deshacible("el borrador quedó en la invitación. Corríjalo: nadie conoce a este actor como su equipo.", this.pizarra);
  }

  private async llevar(formato: string): Promise<void> {
    await this.guardar();
    const r = await this.pedir("bajar", { actor: this.carta!.actor, formato });
    if (r.error) return this.aviso.decir(r.error, "error");
    bajar(r.datos);
    this.aviso.decir(`«${r.datos.nombre}» quedó en sus descargas.`, "exito");
  }
}
