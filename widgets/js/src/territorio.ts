// El territorio de la Mesa: dónde trabaja, a qué nivel y con qué otras comunas. Cada cambio se guarda solo.
import { Aviso, pedirCon } from "./lib/aviso.ts";
import { buscadorDeComuna } from "./lib/comuna.ts";
import { conversar, type Pedir } from "./lib/conversacion.ts";
import { h, idUnico, poner } from "./lib/dom.ts";
import { montar } from "./lib/hijos.ts";
import { Pizarra } from "./lib/pizarra.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";

interface Otra { cut: string; nombre: string; motivo: string }
interface Dicho { comuna: string; cut: string; provincia: string; region: string; en_mapa: boolean; falta?: string; lugar: string; nivel: string; otras: Otra[] }

class Territorio {
  private aviso = new Aviso();
  private titulo = h("p", { class: "donde" });
  private codigo = h("p", { class: "codigo" });
  private lugar = h("input", { id: idUnico("lugar"), autocomplete: "off", maxlength: 200 });
  private nivel = h("select", { id: idUnico("nivel") });
  private otras = h("ul", { class: "otras" });
  private intercomunal: HTMLElement;

  constructor(private pizarra: Pizarra, private modelo: Modelo, private hablar: Pedir, el: HTMLElement) {
    el.classList.add("mt", "mt-territorio");
    const niveles: { clave: string; nombre: string }[] = modelo.get("niveles");
    this.nivel.append(...niveles.map((n) => h("option", { value: n.clave }, n.nombre)));
    this.lugar.addEventListener("change", () => void this.ubicar({ lugar: this.lugar.value }));
    this.nivel.addEventListener("change", () => void this.ubicar({ nivel: this.nivel.value }));
    const cambiar = buscadorDeComuna(hablar, { titulo: "Cambiar de comuna", obligatorio: false, alElegir: (c) => { cambiar.limpiar(); void this.ubicar({ cut: c.cut }); } });
    const sumar = buscadorDeComuna(hablar, { titulo: "Sumar otra comuna", obligatorio: false, alElegir: (c) => { sumar.limpiar(); void this.pedir("sumar_comuna", { cut: c.cut }); } });
    this.intercomunal = h("section", { "aria-label": "Otras comunas de la Mesa" }, h("h4", {}, "Otras comunas de la Mesa"), this.otras, sumar.caja);
    const campos = h("div", { class: "campos" },
      h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: this.lugar.id }, "Lugar"), h("span", { class: "ayuda" }, "Como lo llama su gente."), this.lugar),
      h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: this.nivel.id }, "Nivel a que se mira"), h("span", { class: "ayuda" }, "Puede cambiar cuando decidan la escala."), this.nivel),
      cambiar.caja);
    el.append(h("h3", {}, "Dónde trabaja esta Mesa"), this.titulo, this.codigo, this.aviso.nodo);
    if (!pizarra.soloLectura) el.append(campos);
    el.append(this.intercomunal);
    if (pizarra.soloLectura) sumar.caja.remove();
  }

  iniciar(): () => void {
    const pintar = (): void => this.pintar();
    this.modelo.on("change:dicho", pintar);
    pintar();
    return () => this.modelo.off("change:dicho", pintar);
  }

  private get dicho(): Dicho { return this.modelo.get("dicho"); }

  private pintar(): void {
    const d = this.dicho;
    this.titulo.textContent = [d.lugar, `comuna de ${d.comuna}`, d.region].filter(Boolean).join(" · ");
    this.codigo.textContent = d.falta ?? `CUT ${d.cut} · provincia de ${d.provincia}${d.en_mapa ? "" : " · no sale en los mapas del kit"}`;
    if (document.activeElement !== this.lugar) this.lugar.value = d.lugar;
    this.nivel.value = d.nivel;
    this.intercomunal.hidden = d.nivel !== "intercomunal" && !d.otras.length;
    poner(this.otras, d.otras.length ? d.otras.map((o) => this.otra(o)) : h("li", {}, "Todavía no hay otras comunas. Una Mesa intercomunal dice cuáles son y por qué entra cada una."));
  }

  private otra(o: Otra): HTMLElement {
    const id = idUnico("motivo");
    const motivo = h("input", { id, value: o.motivo, maxlength: 4000, autocomplete: "off", disabled: this.pizarra.soloLectura, on: { change: () => void this.motivar(o.cut, motivo.value) } });
    return h("li", {}, h("span", { class: "nombre" }, `${o.nombre} · ${o.cut}`),
      this.pizarra.soloLectura ? null : h("button", { class: "mt-boton", type: "button", on: { click: () => void this.pedir("quitar_comuna", { cut: o.cut }) } }, "Quitar", h("span", { class: "mt-oculto" }, ` ${o.nombre}`)),
      h("label", { for: id }, "Por qué entra", motivo));
  }

  private async motivar(cut: string, motivo: string): Promise<void> {
    await pedirCon(this.pizarra, this.aviso, "poner_ficha", { seccion: "ficha_territorial", coleccion: "comunas", id: cut, campos: { motivo } });
  }

  private ubicar(campos: Record<string, string>): Promise<void> { return this.pedir("ubicar", { campos }); }

  private async pedir(orden: string, datos: Record<string, unknown>): Promise<void> {
    this.aviso.limpiar();
    const r = await this.hablar(orden, datos);
    if (r.conflicto) this.aviso.conflicto(r.conflicto, () => void this.pedir(orden, { ...datos, insistir: true }));
    else if (r.error) this.aviso.decir(r.error, "error");
    this.pintar();
  }
}

export default {
  async render({ model, el }: Marco): Promise<() => void> {
    const { pedir, callar } = conversar(model);
    const pizarra = await Pizarra.de(model);
    const soltar = new Territorio(pizarra, model, pedir, el).iniciar();
    const quitar = pizarra.soloLectura && !model.get("dicho").descrito ? () => {} : await montar(model, model.get("lugar"), el);
    return () => { quitar(); soltar(); callar(); };
  },
};
