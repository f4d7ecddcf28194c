// Paso 3: qué es cada columna. Viene sugerido; se corrige con una lista.
import { h } from "../lib/dom.ts";
import { SECTORES, TIPOS_DE_RELACION } from "../lib/textos.ts";
import type { Columna, Estado, Mesero, Opcion } from "./estado.ts";

export function pasoColumnas(e: Estado, m: Mesero): HTMLElement[] {
  const quedan = e.columnas.filter((c) => !c.campo && (c.titulo || c.ejemplos.length)).length;
  return [
    h("p", {}, "Diga qué trae cada columna. Las que reconocimos ya vienen puestas", quedan ? `; ${quedan === 1 ? "una quedó" : `${quedan} quedaron`} sin importar.` : "."),
    h("table", { class: "mt-columnas-tabla" }, h("thead", {}, h("tr", {}, ["Su columna", "Por ejemplo", "Se importa como"].map((t) => h("th", { scope: "col" }, t)))),
      h("tbody", {}, e.columnas.map((c) => fila(c, e, m)))),
    supuestos(e, m),
  ];
}

function fila(c: Columna, e: Estado, m: Mesero): HTMLElement {
  const titulo = c.titulo || `Columna ${c.letra}`;
  const lista = selector(e.campos, c.campo, "No importar", `Se importa «${titulo}» como`, `c${c.indice}`, (campo) => void m.pedir("emparejar", { columna: c.indice, campo }));
  return h("tr", { class: c.campo ? null : "sin-campo" }, h("th", { scope: "row" }, h("span", { class: "letra", "aria-hidden": "true" }, c.letra), titulo), h("td", { class: "ejemplos" }, c.ejemplos.join(" · ") || "(vacía)"), h("td", {}, lista));
}

function selector(opciones: Opcion[], puesta: string, vacia: string, nombre: string, foco: string, alElegir: (clave: string) => void): HTMLSelectElement {
  const lista = h("select", { "aria-label": nombre, data: { foco }, on: { change: () => alElegir(lista.value) } }, vacia && h("option", { value: "" }, vacia), opciones.map((o) => h("option", { value: o.clave }, o.nombre)));
  lista.value = puesta;
  return lista;
}

const comoOpciones = (tabla: Record<string, string>): Opcion[] => Object.entries(tabla).map(([clave, nombre]) => ({ clave, nombre }));

/** Lo que se pone cuando la planilla no lo dice. */
function supuestos(e: Estado, m: Mesero): HTMLElement {
  const deRelaciones = e.forma === "relaciones" || e.forma === "matriz";
  const campo = (nombre: string, lista: HTMLElement): HTMLElement => h("label", { class: "mt-filtro" }, h("span", { class: "nombre" }, nombre), lista);
  const sector = campo("Sector de los actores nuevos que no lo digan", selector(comoOpciones(SECTORES), e.supuestos.sector, "Avisarme fila por fila", "Sector si no lo dice", "sup-sector", (valor) => void m.pedir("suponer", { sector: valor })));
  const tipo = campo("Tipo de las relaciones que no lo digan", selector(comoOpciones(TIPOS_DE_RELACION), e.supuestos.tipo, "", "Tipo si no lo dice", "sup-tipo", (valor) => void m.pedir("suponer", { tipo: valor })));
  const momento = campo("Momento de las relaciones", selector(e.momentos, e.momento, "", "Momento de las relaciones", "sup-momento", (valor) => void m.pedir("suponer", { momento: valor })));
  return h("fieldset", { class: "mt-grupo" }, h("legend", {}, "Si la planilla no lo dice"), h("div", { class: "mt-supuestos" }, sector, deRelaciones ? tipo : null, deRelaciones && e.momentos.length > 1 ? momento : null));
}
