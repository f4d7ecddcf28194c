// El panel de filtros: sector, nivel, estado, tipo de relación y momento.
import { h } from "../lib/dom.ts";
import { ESTADOS, NIVELES, SECTORES, TIPOS_DE_RELACION } from "../lib/textos.ts";
import type { Filtro } from "../lib/tipos.ts";
import { abrir } from "./flotante.ts";
import type { Mapa } from "./mapa.ts";

type Lista = "sectores" | "niveles" | "estados" | "tipos";
const LISTAS: Record<Lista, { titulo: string; nombres: Record<string, string>; usados: (m: Mapa) => Set<string | null> }> = {
  sectores: { titulo: "Sector", nombres: SECTORES, usados: (m) => de(m, "sector") },
  niveles: { titulo: "Nivel", nombres: NIVELES, usados: (m) => de(m, "nivel") },
  estados: { titulo: "Convocatoria", nombres: ESTADOS, usados: (m) => de(m, "estado") },
  tipos: { titulo: "Tipo de relación", nombres: TIPOS_DE_RELACION, usados: (m) => new Set(Object.values(m.pizarra.mesa.relaciones).map((r) => r.tipo)) },
};
const de = (m: Mapa, campo: "sector" | "nivel" | "estado"): Set<string | null> => new Set(Object.values(m.pizarra.mesa.actores).map((a) => a[campo]));

export const cuantosFiltros = (m: Mapa): number =>
  (Object.keys(LISTAS) as Lista[]).filter((l) => m.pizarra.filtro[l].length).length + Number(!!m.pizarra.filtro.momento);

/** Agrega o saca un valor de una lista del filtro; la lista completa se guarda vacía: quiere decir «todo». */
export function alternar(m: Mapa, lista: Lista, valor: string): void {
  const antes = m.pizarra.filtro[lista], posibles = [...LISTAS[lista].usados(m)].filter((v) => v !== null);
  const ahora = antes.includes(valor) ? antes.filter((v) => v !== valor) : [...antes, valor];
  m.pizarra.filtrar({ [lista]: ahora.length === posibles.length ? [] : ahora } as Partial<Filtro>);
}

export function limpiar(m: Mapa): void {
  m.pizarra.filtrar({ sectores: [], niveles: [], estados: [], tipos: [], momento: "" });
}

export function abrirFiltros(m: Mapa, boton: HTMLElement): void {
  const cajas = h("div", { class: "filtros" });
  const dibujar = (): void => cajas.replaceChildren(...(Object.keys(LISTAS) as Lista[]).map((l) => grupo(m, l)), momento(m));
  dibujar();
  const quitar = h("button", { type: "button", class: "mt-boton", on: { click: () => { limpiar(m); dibujar(); } } }, "Ver todo");
  abrir(m, { titulo: "Ver sólo", boton, clase: "panel-filtros", contenido: [cajas, quitar] });
}

function grupo(m: Mapa, lista: Lista): HTMLElement {
  const { titulo, nombres, usados } = LISTAS[lista], hay = usados(m), puestos = m.pizarra.filtro[lista];
  const casillas = Object.entries(nombres).filter(([v]) => hay.has(v)).map(([valor, nombre]) =>
    h("label", { class: "casilla" }, h("input", { type: "checkbox", checked: puestos.includes(valor), on: { change: () => alternar(m, lista, valor) } }), h("span", {}, nombre)));
  return h("fieldset", {}, h("legend", {}, titulo), ...casillas);
}

function momento(m: Mapa): HTMLElement {
  const elegir = h("select", { on: { change: () => m.pizarra.filtrar({ momento: elegir.value }) } },
    ...m.momentos.map((x) => h("option", { value: x.id, selected: x.id === m.momento }, x.nombre)));
  return h("label", { class: "mt-campo" }, h("span", { class: "nombre" }, "Momento"), elegir);
}
