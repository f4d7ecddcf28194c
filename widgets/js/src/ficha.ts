// La ficha: lo que dice el mapa, un actor, varios, o un formulario para agregar y unir.
import { Aviso } from "./lib/aviso.ts";
import { h, poner } from "./lib/dom.ts";
import { Pizarra } from "./lib/pizarra.ts";
import { atender } from "./lib/recados.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";
import { FichaDeActor } from "./ficha/actor.ts";
import { lecturas } from "./ficha/lecturas.ts";
import { formularioDeActor } from "./ficha/nuevo.ts";
import { formularioDeUnion } from "./ficha/union.ts";
import { fichaDeVarios } from "./ficha/varios.ts";

interface Pedido { crear?: boolean; id?: string; unir?: { de?: string; hacia?: string } }

class Ficha {
  private aviso = new Aviso();
  private cuerpo = h("div", { class: "mt-ficha-cuerpo" });
  private actor: FichaDeActor | null = null;
  /** Hay un formulario abierto: la selección no lo cierra sin querer. */
  private formulario = false;
  private volverA: HTMLElement | null = null;

  constructor(private pizarra: Pizarra, private modelo: Modelo, private el: HTMLElement) {
    el.classList.add("mt", "mt-ficha");
    poner(el, this.aviso.nodo, this.cuerpo);
  }

  iniciar(): () => void {
    const pintar = (): void => this.pintar();
    const dejarDeAtender = atender<Pedido>("mesa:ficha", (s) => this.alPedir(s));
    this.modelo.on("change:medidas", pintar);
    this.el.addEventListener("keydown", (s) => { if (s.key === "Escape") this.cerrar(); });
    pintar();
    const dejar = [this.pizarra.on("mesa", pintar), this.pizarra.on("seleccion", () => { this.formulario = false; pintar(); }), this.pizarra.on("lecturas", pintar), this.pizarra.on("metricas", pintar)];
    return () => { dejar.forEach((d) => d()); dejarDeAtender(); this.modelo.off("change:medidas", pintar); };
  }

  private pintar(): void {
    if (this.formulario) return;
    const ids = this.pizarra.seleccion.filter((id) => this.pizarra.mesa.actores[id]);
    this.comoHoja(ids.length > 0);
    const { actor } = this;
    if (ids.length === 1 && actor && actor.id === ids[0] && actor.nodo.isConnected) return actor.pintar();
    this.actor = null;
    if (ids.length === 1) return this.ponerActor(ids[0]!);
    // Mientras se elige en una lista, no se rehace lo que se está usando.
    if (ids.length > 1 && this.cuerpo.contains(document.activeElement) && this.cuerpo.dataset["ids"] === ids.join()) return;
    this.cuerpo.dataset["ids"] = ids.join();
    const arriba = this.cuerpo.scrollTop;
    poner(this.cuerpo, ids.length ? fichaDeVarios(this.pizarra, this.aviso, ids, (de, hacia) => this.unir({ de, hacia })) : lecturas(this.pizarra, () => this.crear()));
    this.cuerpo.scrollTop = arriba;
  }

  private ponerActor(id: string): void {
    this.cuerpo.dataset["ids"] = id;
    this.actor = new FichaDeActor(this.pizarra, this.aviso, id, () => this.modelo.get("medidas") ?? [], () => this.cerrar());
    poner(this.cuerpo, this.actor.nodo);
  }

  private alPedir(s: CustomEvent<Pedido>): void {
    // Puede haber otra ficha en la página (otro momento del tema): responde la que se ve.
    if (!(this.el.checkVisibility?.() ?? true)) return;
    s.preventDefault();
    this.volverA = document.activeElement as HTMLElement | null;
    if (s.detail.crear) this.crear();
    else if (s.detail.unir) this.unir(s.detail.unir);
    else if (s.detail.id) this.abrir(s.detail.id);
  }

  private abrir(id: string): void {
    this.formulario = false;
    this.pizarra.elegir([id]);
    this.pintar();
    this.cuerpo.querySelector<HTMLElement>("h2")?.focus();
  }

  private crear(): void {
    this.ponerFormulario("Actor nuevo", formularioDeActor(this.pizarra, this.aviso, (id) => (id ? this.abrir(id) : this.cerrar())));
  }

  private unir(desde: { de?: string; hacia?: string }): void {
    this.ponerFormulario("Unir actores", formularioDeUnion(this.pizarra, this.aviso, desde, () => this.cerrar()));
  }

  private ponerFormulario(titulo: string, formulario: HTMLFormElement): void {
    this.formulario = true;
    this.actor = null;
    this.comoHoja(true);
    poner(this.cuerpo, h("div", { class: "titulo" }, h("h2", {}, titulo), h("button", { class: "mt-boton mt-cerrar", type: "button", "aria-label": "Cerrar", on: { click: () => this.cerrar() } }, "✕")), formulario);
    const vacio = [...formulario.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")].find((c) => !c.value);
    (vacio ?? formulario.querySelector<HTMLElement>("select"))?.focus();
  }

  /** Cierra el formulario, o suelta la selección; el foco vuelve a donde estaba. */
  private cerrar(): void {
    if (this.formulario) this.formulario = false;
    else this.pizarra.elegir([]);
    this.pintar();
    if (this.volverA?.isConnected) this.volverA.focus();
    this.volverA = null;
  }

  /** En pantallas angostas, lo elegido sube como hoja inferior; lo que dice el mapa se queda en su sitio. */
  private comoHoja(si: boolean): void { this.el.classList.toggle("hoja", si); }
}

export default {
  async render({ model, el }: Marco): Promise<() => void> {
    return new Ficha(await Pizarra.de(model), model, el).iniciar();
  },
};
