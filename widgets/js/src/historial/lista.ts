// La lista de sucesos, agrupada por día: lo puro aparte de la pantalla.
import { h } from "../lib/dom.ts";

export interface Suceso { numero: number; autor: string; cuando: string; hora: string; frase: string; tipo: string; deshecho: boolean }
export interface Dia { cuando: string; sucesos: Suceso[] }

/** Los sucesos, en el orden en que vienen, juntos por día. */
export function porDia(sucesos: Suceso[]): Dia[] {
  const dias: Dia[] = [];
  for (const suceso of sucesos) {
    if (dias.at(-1)?.cuando === suceso.cuando) dias.at(-1)!.sucesos.push(suceso);
    else dias.push({ cuando: suceso.cuando, sucesos: [suceso] });
  }
  return dias;
}

const MESES = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

/** «14-03-2026» → «14 de marzo de 2026»; si no es una fecha, tal cual. */
export function fechaLarga(cuando: string): string {
  const [, dia, mes, anio] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(cuando) ?? [];
  const nombre = MESES[Number(mes) - 1];
  return nombre ? `${Number(dia)} de ${nombre} de ${anio}` : cuando;
}

const HIZO: Record<string, string> = { deshacer: "Deshizo", rehacer: "Rehízo", crear: "Creación", importar: "Importación" };

export function renglon(s: Suceso, volver: (() => void) | null): HTMLElement {
  const marca = s.deshecho ? "Deshecho" : HIZO[s.tipo];
  return h("li", { class: s.deshecho ? "deshecho" : null },
    h("time", { class: "hora" }, s.hora),
    h("div", { class: "que" }, h("span", { class: "frase" }, s.frase), h("span", { class: "autor" }, s.autor), marca && h("span", { class: "marca" }, marca)),
    volver && h("button", { class: "mt-boton texto", type: "button", "aria-label": `Volver a este punto: ${s.frase}, ${s.hora}`, on: { click: volver } }, "Volver a este punto"));
}
