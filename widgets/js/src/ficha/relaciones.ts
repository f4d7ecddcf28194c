// Las relaciones de un actor: se leen de un vistazo y se cambian ahí mismo.
import { pedirCon, type Aviso } from "../lib/aviso.ts";
import { DIRIGIDA, INTENSIDAD, TIPO } from "../lib/campos.ts";
import { h, poner } from "../lib/dom.ts";
import { glifo } from "../lib/glifo.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { TIPOS_DE_RELACION } from "../lib/textos.ts";
import type { Relacion } from "../lib/tipos.ts";
import { momentoALaVista } from "../tabla/relaciones.ts";
import { campoVivo } from "./campo.ts";
import { formularioDeUnion } from "./union.ts";
import { porLetras } from "../tabla/orden.ts";

/** Las relaciones del actor en el momento que se mira, por el nombre del otro. */
export function relacionesDe(pizarra: Pizarra, id: string): Relacion[] {
  const momento = momentoALaVista(pizarra);
  const nombre = (r: Relacion): string => pizarra.mesa.actores[r.de === id ? r.hacia : r.de]?.nombre ?? "";
  return Object.values(pizarra.mesa.relaciones).filter((r) => r.momento === momento && (r.de === id || r.hacia === id)).sort((a, b) => porLetras(nombre(a), nombre(b)));
}

export class RelacionesDe {
  readonly nodo = h("div", {});
  private abierta = "";

  constructor(private pizarra: Pizarra, private aviso: Aviso, private id: string) { this.pintar(); }

  pintar(): void {
    const lista = relacionesDe(this.pizarra, this.id);
    const unir = h("button", { class: "mt-boton", type: "button", disabled: this.pizarra.soloLectura, on: { click: () => this.abrirUnion() } }, "Unir con otro actor");
    poner(this.nodo, lista.length ? h("ul", { class: "mt-relaciones" }, lista.map((r) => this.una(r))) : h("p", { class: "ayuda" }, "Todavía no está unido a nadie."), unir);
  }

  private abrirUnion(): void {
    const formulario = formularioDeUnion(this.pizarra, this.aviso, { de: this.id }, () => { this.pintar(); this.nodo.querySelector<HTMLElement>(":scope > button")?.focus(); });
    this.nodo.lastElementChild!.replaceWith(formulario);
    formulario.querySelectorAll("select")[1]?.focus();
  }

  private una(r: Relacion): HTMLElement {
    const sale = r.de === this.id, otro = this.pizarra.mesa.actores[sale ? r.hacia : r.de];
    const sentido = !r.dirigida ? "↔" : sale ? "→" : "←";
    const dicho = !r.dirigida ? "en ambos sentidos con" : sale ? "hacia" : "desde";
    const detalle = h("details", { open: this.abierta === r.id, on: { toggle: () => { this.abierta = detalle.open ? r.id : this.abierta === r.id ? "" : this.abierta; } } },
      h("summary", {}, h("span", { class: "sentido", "aria-hidden": "true" }, sentido), h("span", { class: "mt-oculto" }, dicho), glifo(otro?.sector ?? ""), h("span", { class: "otro" }, otro?.nombre ?? ""),
        h("span", { class: `tipo ${r.tipo}` }, `${TIPOS_DE_RELACION[r.tipo]} · ${r.intensidad}`)),
      this.edicion(r, otro?.nombre ?? ""));
    return h("li", {}, detalle);
  }

  private edicion(r: Relacion, otro: string): HTMLElement {
    const guardar = (clave: string) => async (valor: unknown): Promise<string | null> => {
      let error = "";
      const hecho = await pedirCon(this.pizarra, this.aviso, "editar_relacion", { id: r.id, campos: { [clave]: valor } }, (frase) => { error = frase; });
      return hecho || error ? error : null;
    };
    const sentido = { ...DIRIGIDA, opciones: { no: "En ambos sentidos", si: `Sólo de ${this.pizarra.mesa.actores[r.de]?.nombre} hacia ${this.pizarra.mesa.actores[r.hacia]?.nombre}` } };
    const campos = [TIPO, INTENSIDAD, sentido].map((c) => campoVivo(c, r[c.clave as keyof Relacion], guardar(c.clave), this.pizarra.soloLectura).nodo);
    const quitar = async (): Promise<void> => {
      if (await pedirCon(this.pizarra, this.aviso, "quitar_relacion", { id: r.id })) this.aviso.deshacible(`se quitó la relación con ${otro}.`, this.pizarra);
    };
    const ir = h("button", { class: "mt-boton texto", type: "button", on: { click: () => this.pizarra.elegir([r.de === this.id ? r.hacia : r.de]) } }, "Ir a su ficha");
    return h("div", { class: "mt-relacion-edicion" }, campos, h("p", { class: "mt-acciones" }, ir, h("button", { class: "mt-boton peligro", type: "button", disabled: this.pizarra.soloLectura, on: { click: () => void quitar() } }, "Quitar")));
  }
}
