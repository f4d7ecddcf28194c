// Las plantillas: el texto de la carta para cada sector, con sus huecos.
import { pedirCon, type Aviso } from "../lib/aviso.ts";
import { h, idUnico, poner } from "../lib/dom.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import type { Modelo } from "../lib/tipos.ts";

interface Plantilla { sector: string; nombre: string; texto: string; propia: boolean }

export class Plantillas {
  readonly nodo: HTMLDetailsElement;
  private sector = h("select", { id: idUnico("sector") });
  private texto = h("textarea", { rows: 14, maxlength: 3000, id: idUnico("plantilla") });
  private acciones = h("p", { class: "mt-acciones" });

  constructor(private pizarra: Pizarra, private modelo: Modelo, private aviso: Aviso) {
    const huecos: { clave: string; dice: string }[] = modelo.get("huecos");
    this.sector.addEventListener("change", () => this.pintar(true));
    this.texto.addEventListener("change", () => void this.escribir(this.texto.value));
    this.texto.disabled = pizarra.soloLectura;
    this.nodo = h("details", { class: "plantillas" }, h("summary", {}, "Plantillas por sector"),
      h("label", { class: "mt-campo", for: this.sector.id }, h("span", { class: "nombre" }, "Sector"), this.sector),
      h("label", { class: "mt-campo", for: this.texto.id }, h("span", { class: "nombre" }, "Texto de la plantilla"),
        h("span", { class: "ayuda" }, "Lo que cambie aquí cambia todas las cartas de ese sector que no se hayan corregido a mano.")), this.texto, this.acciones,
      h("details", {}, h("summary", {}, "Qué se llena solo"), h("ul", { class: "huecos" }, huecos.map((x) => h("li", {}, h("code", {}, `{${x.clave}}`), ` ${x.dice}`)))));
    this.pintar(true);
  }

  pintar(otra = false): void {
    const todas: Plantilla[] = this.modelo.get("plantillas") ?? [];
    if (this.sector.childElementCount !== todas.length) poner(this.sector, todas.map((p) => h("option", { value: p.sector }, p.nombre)));
    const una = todas.find((p) => p.sector === this.sector.value) ?? todas[0];
    if (!una) return;
    if (otra || document.activeElement !== this.texto) this.texto.value = una.texto;
    poner(this.acciones, una.propia && !this.pizarra.soloLectura ? h("button", { class: "mt-boton", type: "button", on: { click: () => void this.escribir("") } }, "Volver a la del kit") : null);
  }

  private async escribir(texto: string): Promise<void> {
    if (await pedirCon(this.pizarra, this.aviso, "escribir_plantilla", { sector: this.sector.value, texto })) this.pintar();
  }
}
