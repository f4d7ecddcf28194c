// Buscar, filtrar y elegir columnas. El filtro es el de la pizarra: el mapa y la cuadrícula muestran lo mismo.
import { h, idUnico, poner } from "../lib/dom.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { ESTADOS, NIVELES, SECTORES } from "../lib/textos.ts";
import type { Filtro } from "../lib/tipos.ts";

type Lista = "sectores" | "niveles" | "estados";
const LISTAS: [Lista, string, Record<string, string>][] = [["sectores", "Sector", SECTORES], ["niveles", "Nivel", NIVELES], ["estados", "Convocatoria", ESTADOS]];
const ESPERA = 150;

export const hayFiltro = (f: Filtro): boolean => Boolean(f.buscar || f.sectores.length || f.niveles.length || f.estados.length || f.tipos.length);
export const SIN_FILTRO: Partial<Filtro> = { sectores: [], niveles: [], estados: [], tipos: [], buscar: "" };

/** El buscador compartido; espera un respiro al teclear para no repintar en cada letra. */
export function buscador(pizarra: Pizarra): { nodo: HTMLElement; poner: () => void } {
  let espera: ReturnType<typeof setTimeout> | undefined;
  const alTeclear = (): void => {
    clearTimeout(espera);
    espera = setTimeout(() => pizarra.filtrar({ buscar: campo.value.trim() }), ESPERA);
  };
  const campo = h("input", { type: "search", id: idUnico("buscar"), placeholder: "Nombre del actor", autocomplete: "off", on: { input: alTeclear } });
  const nodo = h("label", { class: "mt-filtro" }, h("span", { class: "nombre" }, "Buscar"), campo);
  return { nodo, poner: () => { if (document.activeElement !== campo) campo.value = pizarra.filtro.buscar; } };
}

/** Los filtros por sector, nivel y convocatoria. */
export function filtros(pizarra: Pizarra): { nodo: HTMLElement; poner: () => void } {
  const selectores = LISTAS.map(([clave, nombre, opciones]) => selectorDe(pizarra, clave, nombre, opciones));
  return { nodo: h("div", { class: "mt-filtros" }, selectores.map((s) => s.nodo)), poner: () => selectores.forEach((s) => s.poner()) };
}

function selectorDe(pizarra: Pizarra, clave: Lista, nombre: string, opciones: Record<string, string>): { nodo: HTMLElement; poner: () => void } {
  const varios = h("option", { value: "*", hidden: true }, "Varios");
  const alCambiar = (): void => pizarra.filtrar({ [clave]: lista.value ? [lista.value] : [] });
  const lista = h("select", { on: { change: alCambiar } }, h("option", { value: "" }, "Todos"), varios, Object.entries(opciones).map(([c, e]) => h("option", { value: c }, e)));
  const alDia = (): void => {
    const puestos = pizarra.filtro[clave];
    varios.hidden = puestos.length < 2;
    lista.value = puestos.length > 1 ? "*" : (puestos[0] ?? "");
  };
  return { nodo: h("label", { class: "mt-filtro" }, h("span", { class: "nombre" }, nombre), lista), poner: alDia };
}

/** Qué columnas se ven; se recuerda en este navegador. */
export class EleccionDeColumnas {
  readonly nodo = h("details", { class: "mt-columnas" });
  private elegidas: Set<string>;

  constructor(private clave: string, columnas: { clave: string; nombre: string; principal?: boolean; fija?: boolean }[], private alCambiar: () => void) {
    this.elegidas = new Set(this.recordadas() ?? columnas.filter((c) => c.principal).map((c) => c.clave));
    poner(this.nodo, h("summary", { class: "mt-boton" }, "Columnas"), h("fieldset", {}, h("legend", {}, "Qué columnas se ven"), columnas.map((c) => this.casilla(c))));
  }

  esta(clave: string): boolean { return this.elegidas.has(clave); }

  private casilla(c: { clave: string; nombre: string; fija?: boolean }): HTMLElement {
    const alMarcar = (s: Event): void => {
      if ((s.target as HTMLInputElement).checked) this.elegidas.add(c.clave);
      else this.elegidas.delete(c.clave);
      this.recordar();
      this.alCambiar();
    };
    return h("label", {}, h("input", { type: "checkbox", checked: this.esta(c.clave), disabled: c.fija, on: { change: alMarcar } }), c.nombre);
  }

  // El almacenamiento puede estar cerrado (modo privado): entonces valen las columnas de fábrica.
  private recordadas(): string[] | null {
    try { return JSON.parse(localStorage.getItem(`mesa:columnas:${this.clave}`) ?? "null"); } catch { return null; }
  }
  private recordar(): void {
    try { localStorage.setItem(`mesa:columnas:${this.clave}`, JSON.stringify([...this.elegidas])); } catch { /* no se recuerda */ }
  }
}
