// Paso 2: qué hoja, en qué fila están los títulos y qué trae.
import { h, idUnico } from "../lib/dom.ts";
import { numero } from "../lib/textos.ts";
import type { Estado, Mesero } from "./estado.ts";

export function pasoHoja(e: Estado, m: Mesero): (HTMLElement | null)[] {
  return [
    e.hojas.length > 1 ? grupo("Qué hoja", e.hojas.map((hoja, i) => opcion("hoja", i === e.hoja, hoja.nombre, `${numero(hoja.filas)} filas`, `h${i}`, () => void m.pedir("elegir_hoja", { hoja: i })))) : null,
    e.avisos.length ? h("div", { class: "mt-aviso" }, e.avisos.map((a) => h("p", {}, a))) : null,
    h("fieldset", { class: "mt-grupo" }, h("legend", {}, "En qué fila están los títulos"), muestra(e, m)),
    grupo("Qué trae", e.formas.map((f) => opcion("forma", f.clave === e.forma, f.nombre, f.que, `f${f.clave}`, () => void m.pedir("elegir_forma", { forma: f.clave })))),
  ];
}

const grupo = (titulo: string, opciones: HTMLElement[]): HTMLElement => h("fieldset", { class: "mt-grupo" }, h("legend", {}, titulo), h("div", { class: "mt-opciones" }, opciones));

function opcion(nombre: string, puesta: boolean, titulo: string, detalle: string, foco: string, alElegir: () => void): HTMLElement {
  return h("label", { class: "mt-eleccion" }, h("input", { type: "radio", name: `importar-${nombre}`, checked: puesta, data: { foco }, on: { change: alElegir } }), h("span", {}, h("strong", {}, titulo), h("small", {}, detalle)));
}

function muestra(e: Estado, m: Mesero): HTMLElement {
  const base = idUnico("fila");
  const filas = e.muestra.map((celdas, i) => h("tr", { class: i === e.encabezado ? "encabezado" : i < e.encabezado ? "antes" : null },
    h("th", { scope: "row" }, h("label", { for: `${base}-${i}` }, h("input", { type: "radio", id: `${base}-${i}`, name: base, checked: i === e.encabezado, data: { foco: `e${i}` }, "aria-label": `Los títulos están en la fila ${i + 1}: ${celdas.filter(Boolean).slice(0, 4).join(", ") || "vacía"}`, on: { change: () => void m.pedir("elegir_encabezado", { fila: i }) } }), h("span", { "aria-hidden": "true" }, i + 1))),
    celdas.map((c) => h("td", {}, c))));
  const ocultas = e.columnas_ocultas ? h("p", { class: "ayuda" }, `y ${e.columnas_ocultas} columnas más a la derecha.`) : null;
  return h("div", { class: "mt-muestra", tabindex: 0, role: "region", "aria-label": "Primeras filas de la hoja" }, h("table", {}, h("tbody", {}, filas)), ocultas);
}
