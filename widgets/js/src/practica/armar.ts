// Armar un trozo de mapa con formularios; el dibujo lo va siguiendo y la lista dice lo mismo.
import { h, idUnico, poner } from "../lib/dom.ts";
import { glifo } from "../lib/glifo.ts";
import { NIVELES, SECTORES, TIPOS_DE_RELACION, comparable } from "../lib/textos.ts";
import { dibujarBoceto } from "./dibujo.ts";
import type { Armador, Boceto, Item } from "./tipos.ts";

export const armarMapa: Armador = (item, previa, _, cerrado) => new Obra(item, previa, cerrado);

class Obra {
  readonly comenta = false;
  readonly nodo: HTMLElement;
  private mio: Boceto;
  private dibujo = h("div", { class: "lienzo" });
  private actores = h("ul", { class: "piezas" });
  private relaciones = h("ul", { class: "piezas" });
  private extremos: HTMLSelectElement[] = [];
  private voz = h("p", { class: "recado", role: "status" });

  constructor(private item: Item, previa: any, private cerrado: boolean) {
    this.mio = { actores: [...(previa?.actores ?? [])], relaciones: [...(previa?.relaciones ?? [])] };
    this.nodo = h("div", { class: "obra" }, this.dibujo, h("div", { class: "mesa-de-trabajo" },
      h("fieldset", {}, h("legend", {}, "Actores"), this.actores, item.agrega_actores && !cerrado ? this.pedirActor() : null),
      h("fieldset", {}, h("legend", {}, "Relaciones"), this.relaciones, cerrado ? null : this.pedirRelacion()), this.voz));
    this.pintar();
  }

  leer(): Boceto { return this.mio; }

  private get todo(): Boceto {
    const { base } = this.item;
    return { actores: [...base!.actores, ...this.mio.actores], relaciones: [...base!.relaciones, ...this.mio.relaciones] };
  }

  private pintar(): void {
    const n = this.item.base!;
    poner(this.dibujo, dibujarBoceto(this.todo, this.item.dibujo));
    poner(this.actores, this.todo.actores.map((a, i) => h("li", {}, glifo(a.sector), h("span", {},
      `${a.nombre} (${[SECTORES[a.sector], a.nivel && NIVELES[a.nivel]].filter(Boolean).join(", ").toLowerCase()})`),
      this.quitar(i - n.actores.length, a.nombre, (k) => this.quitarActor(k)))));
    poner(this.relaciones, this.todo.relaciones.map((r, i) => h("li", {}, h("span", {}, `${r.de} → ${r.hacia}: ${TIPOS_DE_RELACION[r.tipo]!.toLowerCase()}`),
      this.quitar(i - n.relaciones.length, `${r.de} → ${r.hacia}`, (k) => this.mio.relaciones.splice(k, 1)))));
    for (const lista of this.extremos) opciones(lista, Object.fromEntries(this.todo.actores.map((a) => [a.nombre, a.nombre])));
  }

  private quitar(lugar: number, nombre: string, sacar: (lugar: number) => unknown): HTMLElement | null {
    if (lugar < 0 || this.cerrado) return null;
    const alQuitar = (): void => { sacar(lugar); this.pintar(); this.decir(`Quitó ${nombre}.`); this.voz.focus(); };
    return h("button", { class: "mt-boton texto", type: "button", "aria-label": `Quitar ${nombre}`, on: { click: alQuitar } }, "Quitar");
  }

  private quitarActor(lugar: number): void {
    const { nombre } = this.mio.actores.splice(lugar, 1)[0]!;
    this.mio.relaciones = this.mio.relaciones.filter((r) => r.de !== nombre && r.hacia !== nombre);
  }

  private pedirActor(): HTMLElement {
    const nombre = h("input", { type: "text", maxlength: 200, autocomplete: "off" });
    const [sector, nivel] = [opciones(h("select"), SECTORES), opciones(h("select"), NIVELES)];
    const agregar = (): void => {
      const falta = !nombre.value.trim() ? "Escriba el nombre del actor." : !sector.value ? "Elija su sector." : this.repetido(nombre.value);
      if (falta) return this.decir(falta, !nombre.value.trim() || sector.value ? nombre : sector);
      this.mio.actores.push({ nombre: nombre.value.trim(), sector: sector.value as any, nivel: nivel.value || null });
      this.decir(`Agregó ${nombre.value.trim()}.`, nombre);
      for (const campo of [nombre, sector, nivel]) campo.value = "";
      this.pintar();
    };
    return pedido("Agregar actor", agregar, ["Nombre", nombre], ["Sector", sector], ["Nivel en que decide", nivel]);
  }

  private repetido(nombre: string): string {
    return this.todo.actores.some((a) => comparable(a.nombre) === comparable(nombre)) ? `Ya está «${nombre.trim()}».` : "";
  }

  private pedirRelacion(): HTMLElement {
    const [de, hacia, tipo] = [h("select"), h("select"), opciones(h("select"), TIPOS_DE_RELACION)];
    this.extremos = [de, hacia];
    const agregar = (): void => {
      const vacio = [de, hacia, tipo].find((c) => !c.value);
      if (vacio) return this.decir("Elija los dos actores y el tipo.", vacio);
      if (de.value === hacia.value) return this.decir("Una relación une a dos actores distintos.", hacia);
      this.mio.relaciones.push({ de: de.value, hacia: hacia.value, tipo: tipo.value as any });
      this.decir(`Unió ${de.value} con ${hacia.value}.`, de);
      for (const campo of [de, hacia, tipo]) campo.value = "";
      this.pintar();
    };
    return pedido("Agregar relación", agregar, ["De", de], ["Hacia", hacia], ["Tipo", tipo]);
  }

  private decir(frase: string, foco?: HTMLElement): void {
    this.voz.textContent = frase;
    this.voz.tabIndex = -1;
    foco?.focus();
  }
}

/** Deja en la lista las opciones dadas, sin perder la elegida si sigue estando. */
function opciones(lista: HTMLSelectElement, textos: Record<string, string>): HTMLSelectElement {
  const elegida = lista.value;
  poner(lista, h("option", { value: "" }, "Elija…"), Object.entries(textos).map(([valor, texto]) => h("option", { value: valor }, texto)));
  lista.value = elegida in textos ? elegida : "";
  return lista;
}

function pedido(verbo: string, agregar: () => void, ...campos: [string, HTMLInputElement | HTMLSelectElement][]): HTMLElement {
  const filas = campos.map(([nombre, campo]) => {
    campo.id = idUnico("pieza");
    return h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: campo.id }, nombre), campo);
  });
  const alTeclear = (ev: Event): void => { if ((ev as KeyboardEvent).key === "Enter") { ev.preventDefault(); agregar(); } };
  return h("div", { class: "pedido", on: { keydown: alTeclear } }, filas, h("button", { class: "mt-boton", type: "button", on: { click: agregar } }, verbo));
}
