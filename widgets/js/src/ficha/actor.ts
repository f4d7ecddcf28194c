// La ficha de un actor, por secciones; cada campo se guarda solo.
import { pedirCon, type Aviso } from "../lib/aviso.ts";
import { campoDeActor } from "../lib/campos.ts";
import { h, poner } from "../lib/dom.ts";
import { glifo } from "../lib/glifo.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { NIVELES, SECTORES } from "../lib/textos.ts";
import type { Actor } from "../lib/tipos.ts";
import { quitarActores } from "../tabla/actores.ts";
import { campoVivo, type CampoVivo } from "./campo.ts";
import { medidasDe, type Medida } from "./medidas.ts";
import { RECUERDE } from "./nuevo.ts";
import { RelacionesDe, relacionesDe } from "./relaciones.ts";

const SECCIONES: [string, string[]][] = [
  ["Quién es", ["nombre", "sector", "tipo", "nivel"]],
  ["Convocatoria", ["estado", "comite"]],
  ["Peso e interés", ["influencia", "interes", "posicion", "legitimidad", "urgencia", "torre"]],
  ["Capitales", ["capital_politico", "capital_economico", "capital_cultural", "capital_social"]],
  ["Nota", ["nota"]],
];
const PROCEDENCIAS: Record<string, string> = { equipo: "Anotado por el equipo", importado: "Importado de un archivo", fuente: "Fuente pública", ilustrativo: "Valor de ejercicio" };
// Lo que estaba abierto sigue abierto al pasar de un actor a otro.
const abiertas = new Set(["Quién es", "Convocatoria", "Peso e interés", "Relaciones"]);

export class FichaDeActor {
  readonly nodo = h("article", { class: "mt-ficha-actor" });
  private campos = new Map<string, CampoVivo>();
  private relaciones: RelacionesDe;
  private cabeza = h("header", {});
  private cuentaRelaciones = h("span", { class: "n" });
  private medidas = h("div", {});
  private visto: unknown = null;

  constructor(private pizarra: Pizarra, private aviso: Aviso, readonly id: string, private explicaciones: () => Medida[], private cerrar: () => void) {
    this.relaciones = new RelacionesDe(pizarra, aviso, id);
    this.armar(pizarra.mesa.actores[id]!);
    this.pintar();
  }

  private armar(actor: Actor): void {
    poner(this.nodo, this.cabeza, SECCIONES.map(([titulo, claves]) => this.seccion(titulo, claves.map((c) => this.campo(actor, c)))),
      this.seccion("Relaciones", [this.relaciones.nodo], this.cuentaRelaciones), this.seccion("Medidas en la red", [this.medidas]), this.procedencia(actor),
      h("p", { class: "ayuda" }, RECUERDE));
  }

  private seccion(titulo: string, dentro: HTMLElement[], extra?: HTMLElement): HTMLElement {
    const nodo = h("details", { class: "mt-seccion", open: abiertas.has(titulo), on: { toggle: () => { if (nodo.open) abiertas.add(titulo); else abiertas.delete(titulo); } } },
      h("summary", {}, titulo, extra ?? null), h("div", { class: `dentro ${titulo === "Peso e interés" || titulo === "Capitales" ? "de-a-dos" : ""}` }, dentro));
    return nodo;
  }

  private campo(actor: Actor, clave: string): HTMLElement {
    const guardar = async (valor: unknown): Promise<string | null> => {
      let error = "";
      const hecho = await pedirCon(this.pizarra, this.aviso, "editar_actor", { id: this.id, campos: { [clave]: valor } }, (frase) => { error = frase; });
      return hecho || error ? error : null;
    };
    const vivo = campoVivo(campoDeActor(clave), actor[clave as keyof Actor], guardar, this.pizarra.soloLectura);
    this.campos.set(clave, vivo);
    return vivo.nodo;
  }

  /** Pone al día lo que cambió, sin tocar lo que se está escribiendo. */
  pintar(): void {
    const actor = this.pizarra.mesa.actores[this.id];
    if (!actor) return;
    for (const [clave, campo] of this.campos) campo.poner(actor[clave as keyof Actor]);
    poner(this.medidas, medidasDe(this.pizarra, this.id, this.explicaciones()));
    this.pintarCabeza(actor);
    const suyas = relacionesDe(this.pizarra, this.id);
    this.cuentaRelaciones.textContent = ` (${suyas.length})`;
    const huella = JSON.stringify(suyas) + suyas.map((r) => this.pizarra.mesa.actores[r.de === this.id ? r.hacia : r.de]?.nombre).join("|");
    if (huella !== this.visto && !this.relaciones.nodo.contains(this.escribiendo())) this.relaciones.pintar();
    this.visto = huella;
  }

  private escribiendo(): Element | null {
    const activo = document.activeElement;
    return activo?.closest("form.mt-union") ? activo : null;
  }

  private pintarCabeza(actor: Actor): void {
    const { pizarra } = this;
    const lugar = [SECTORES[actor.sector], actor.nivel ? NIVELES[actor.nivel] : "", actor.fijado ? "Fijado en el mapa" : ""].filter(Boolean).join(" · ");
    const accion = (texto: string, hacer: () => void, clase = ""): HTMLElement =>
      h("button", { class: `mt-boton ${clase}`, type: "button", disabled: pizarra.soloLectura, on: { click: hacer } }, texto);
    const teniaFoco = this.cabeza.contains(document.activeElement) ? document.activeElement!.textContent : null;
    poner(this.cabeza, h("div", { class: "titulo" }, h("h2", { tabindex: -1 }, glifo(actor.sector, 22), actor.nombre), h("button", { class: "mt-boton mt-cerrar", type: "button", "aria-label": "Cerrar la ficha", on: { click: this.cerrar } }, "✕")),
      h("p", { class: "ayuda" }, lugar),
      h("p", { class: "mt-acciones" },
        accion(actor.fijado ? "Soltar en el mapa" : "Fijar en el mapa", () => void pedirCon(pizarra, this.aviso, "fijar", { ids: [this.id], fijado: !actor.fijado })),
        accion("Quitar de la Mesa", () => void quitarActores(pizarra, this.aviso, [this.id]), "peligro")));
    if (teniaFoco !== null) this.cabeza.querySelector<HTMLElement>(".mt-acciones button")?.focus();
  }

  private procedencia(actor: Actor): HTMLElement {
    return this.seccion("Procedencia", [h("p", {}, PROCEDENCIAS[actor.procedencia] ?? "", actor.procedencia === "ilustrativo" ? h("span", { class: "mt-ilustrativo" }, " (no es un dato real)") : null),
      actor.fuente ? h("p", { class: "ayuda" }, actor.fuente) : h("span", {})]);
  }
}
