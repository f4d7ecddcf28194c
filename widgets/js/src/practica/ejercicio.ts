// Un ejercicio en pantalla: enunciado, datos, respuesta, pistas y resultado.
import { h, idUnico } from "../lib/dom.ts";
import { armarAbierta } from "./abierta.ts";
import { armarMapa } from "./armar.ts";
import { figura } from "./dibujo.ts";
import { armarClasificar, armarMultiple, armarUnica } from "./elegir.ts";
import { armarNumerica } from "./numero.ts";
import { armarOrdenar } from "./ordenar.ts";
import { resultado } from "./resultado.ts";
import type { Armador, Control, Tabla, Turno } from "./tipos.ts";
import { armarUbicar } from "./ubicar.ts";

const ARMADORES: Record<string, Armador> = {
  unica: armarUnica, multiple: armarMultiple, numerica: armarNumerica, ordenar: armarOrdenar,
  clasificar: armarClasificar, ubicar: armarUbicar, armar: armarMapa, abierta: armarAbierta,
};

export interface AlPracticar { responder(): void; pista(): void; rendirse(): void; seguir(): void; repetir(): void; cerrar(): void }

/** El ejercicio y su control; `previa` es lo que la persona llevaba puesto. */
export function pintarEjercicio(turno: Turno, lugar: string, previa: unknown, hacer: AlPracticar): { nodo: HTMLElement; control: Control } {
  const { item } = turno;
  const control = ARMADORES[item.tipo]!(item, previa, turno.correccion?.detalles ?? [], turno.terminado);
  const titulo = idUnico("ejercicio");
  const alEnviar = (e: Event): void => { e.preventDefault(); hacer.responder(); };
  const nodo = h("section", { class: "ejercicio", "aria-labelledby": titulo },
    h("p", { class: "cuenta" }, lugar), h("h2", { id: titulo, tabindex: "-1", "data-foco": true }, item.titulo),
    h("p", { class: "enunciado" }, item.enunciado), item.nota ? h("p", { class: "mt-ilustrativo" }, item.nota) : null,
    item.tabla ? tabla(item.tabla) : null, item.dibujo && item.tipo !== "armar" ? figura(item.dibujo) : null,
    h("form", { novalidate: true, on: { submit: alEnviar } }, control.nodo, pistas(turno),
      h("div", { class: "recado-de-envio", role: "alert" }), resultado(turno, control.comenta), acciones(turno, hacer)));
  return { nodo, control };
}

function tabla(t: Tabla): HTMLElement {
  const cabeza = h("tr", {}, t.columnas.map((c) => h("th", { scope: "col" }, c)));
  const filas = t.filas.map((f) => h("tr", {}, f.map((celda, i) => (i ? h("td", {}, celda) : h("th", { scope: "row" }, celda)))));
  return h("div", { class: "datos", tabindex: "0", role: "region", "aria-label": t.titulo },
    h("table", {}, h("caption", {}, t.titulo), h("thead", {}, cabeza), h("tbody", {}, filas)));
}

function pistas(turno: Turno): HTMLElement | null {
  if (!turno.pistas.length) return null;
  return h("div", { class: "pistas" }, turno.pistas.map((p, i) => h("p", { class: "pista", tabindex: "-1" }, h("strong", {}, `Pista ${i + 1}. `), p)));
}

function acciones(turno: Turno, hacer: AlPracticar): HTMLElement {
  const boton = (clase: string, texto: string, alApretar: () => void): HTMLElement =>
    h("button", { class: `mt-boton ${clase}`, type: "button", on: { click: alApretar } }, texto);
  const cerrar = boton("texto", "Ver cómo voy", hacer.cerrar);
  if (turno.terminado)
    return h("div", { class: "acciones" }, boton("principal", "Seguir →", hacer.seguir), boton("", turno.item.tipo === "abierta" ? "Mejorar mi texto" : "Practicar este otra vez", hacer.repetir), cerrar);
  const cuantas = turno.quedan_pistas;
  return h("div", { class: "acciones" },
    h("button", { class: "mt-boton principal", type: "submit" }, "Responder"),
    cuantas > 0 ? boton("", turno.pistas.length ? "Otra pista" : "Pedir una pista", hacer.pista) : null,
    turno.ofrece_solucion ? boton("", "Ver la solución", hacer.rendirse) : boton("texto", "Me rindo: ver la solución", hacer.rendirse),
    boton("texto", "Dejarlo para después →", hacer.seguir), cerrar);
}
