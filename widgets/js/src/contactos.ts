// Los contactos institucionales: aparte de la Mesa, apagados hasta que alguien los activa, y borrables de verdad.
import { fechaCorta } from "./lib/campos.ts";
import { conversar, type Pedir } from "./lib/conversacion.ts";
import { h, idUnico, poner } from "./lib/dom.ts";
import { glifo } from "./lib/glifo.ts";
import { Pizarra } from "./lib/pizarra.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";

interface Contacto { id: string; actor_id: string; cargo: string; correo: string; finalidad: string; base: string; caduca: string }
const FINALIDAD = "Convocar a la Mesa y coordinar sus sesiones";
const BASES = ["La institución lo entregó para esto", "La institución lo publica en su sitio", "Quien ocupa el cargo lo autorizó"];

class Contactos {
  private recado = h("p", { class: "mt-recado", role: "status" });
  private cuerpo = h("div", {});

  constructor(private pizarra: Pizarra, private modelo: Modelo, private pedir: Pedir, el: HTMLElement) {
    el.classList.add("mt", "mt-contactos");
    poner(el, h("p", { class: "ayuda" }, "El cargo y el correo de la institución con que se llega a cada actor. No van en la Mesa, ni en sus archivos, ni en las cartas, ni en el historial. Se borran solos al llegar la fecha, o cuando usted quiera."), this.recado, this.cuerpo);
  }

  iniciar(): () => void {
    const pintar = (): void => this.pintar();
    const rasgos = ["change:fichas", "change:activados"];
    rasgos.forEach((r) => this.modelo.on(r, pintar));
    const dejar = this.pizarra.on("mesa", () => { if (!this.cuerpo.contains(document.activeElement)) this.pintar(); });
    this.pintar();
    return () => { dejar(); rasgos.forEach((r) => this.modelo.off(r, pintar)); };
  }

  private pintar(): void {
    const fijo = this.pizarra.soloLectura;
    if (!this.modelo.get("activados")) {
      return poner(this.cuerpo, h("p", {}, "Están apagados. Actívelos sólo si los necesita y sabe para qué los guarda."),
        h("button", { class: "mt-boton", type: "button", disabled: fijo, on: { click: () => void this.hacer("activar", { activados: true }, "Contactos activados.") } }, "Activar los contactos de esta Mesa"));
    }
    const fichas: Contacto[] = this.modelo.get("fichas") ?? [];
    poner(this.cuerpo,
      fichas.length ? h("ul", { class: "lista" }, fichas.map((c) => this.renglon(c))) : h("p", { class: "mt-vacio" }, "Todavía no hay contactos."),
      fijo ? null : this.formulario(),
      h("p", { class: "mt-acciones" }, h("button", { class: "mt-boton texto", type: "button", disabled: fijo, on: { click: () => void this.hacer("activar", { activados: false }, "Contactos apagados: siguen guardados hasta su fecha.") } }, "Apagar los contactos")));
  }

  private renglon(c: Contacto): HTMLElement {
    const actor = this.pizarra.mesa.actores[c.actor_id];
    return h("li", {}, h("p", { class: "de" }, actor && glifo(actor.sector), h("strong", {}, actor?.nombre ?? "Un actor que ya no está")),
      h("p", {}, `${c.cargo}: ${c.correo}`), h("p", { class: "ayuda" }, `${c.finalidad}. ${c.base}. Se borra el ${fechaCorta(c.caduca)}.`),
      h("button", { class: "mt-boton peligro", type: "button", disabled: this.pizarra.soloLectura, "aria-label": `Borrar para siempre a ${c.cargo} de ${actor?.nombre ?? "ese actor"}`, on: { click: () => void this.hacer("borrar", { id_contacto: c.id }, "Contacto borrado para siempre.") } }, "Borrar"));
  }

  private formulario(): HTMLFormElement {
    const actores = Object.values(this.pizarra.mesa.actores).sort((a, b) => a.nombre.localeCompare(b.nombre, "es"));
    const lista = idUnico("bases");
    const campos = {
      actor_id: h("select", {}, h("option", { value: "" }, "Elija…"), actores.map((a) => h("option", { value: a.id }, a.nombre))),
      cargo: h("input", { type: "text", maxlength: 120, autocomplete: "off", placeholder: "Dirección de desarrollo comunitario" }),
      correo: h("input", { type: "text", inputmode: "email", maxlength: 120, autocomplete: "off", placeholder: "cargo@institucion.cl" }),
      finalidad: h("input", { type: "text", maxlength: 200, value: FINALIDAD }),
      base: h("input", { type: "text", maxlength: 200, list: lista, autocomplete: "off" }),
      caduca: h("input", { type: "date", value: this.modelo.get("caduca") }),
    };
    const rotulos: Record<keyof typeof campos, string> = { actor_id: "Actor", cargo: "Cargo, no nombre", correo: "Correo de la institución", finalidad: "Para qué se guarda", base: "Qué permite guardarlo", caduca: "Hasta cuándo" };
    const enviar = (s: Event): void => {
      s.preventDefault();
      const ficha = Object.fromEntries(Object.entries(campos).map(([clave, c]) => [clave, c.value]));
      void this.hacer("guardar", { ficha }, "Contacto guardado.");
    };
    return h("form", { class: "rejilla", novalidate: true, "aria-label": "Agregar un contacto", on: { submit: enviar } },
      (Object.keys(campos) as (keyof typeof campos)[]).map((c) => h("label", { class: "mt-campo" }, h("span", { class: "nombre" }, rotulos[c]), campos[c])),
      h("datalist", { id: lista }, BASES.map((b) => h("option", { value: b }))),
      h("p", { class: "mt-acciones" }, h("button", { class: "mt-boton principal", type: "submit" }, "Guardar el contacto")));
  }

  private async hacer(orden: string, datos: unknown, bien: string): Promise<void> {
    const r = await this.pedir(orden, datos);
    this.recado.textContent = r.error ?? bien;
    this.recado.classList.toggle("error", Boolean(r.error));
  }
}

export default {
  async render({ model, el }: Marco): Promise<() => void> {
    const { pedir, callar } = conversar(model);
    const dejar = new Contactos(await Pizarra.de(model), model, pedir, el).iniciar();
    return () => { dejar(); callar(); };
  },
};
