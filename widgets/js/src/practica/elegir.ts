// Elegir de una lista: una alternativa, varias, o una categoría para cada elemento.
import { h, idUnico } from "../lib/dom.ts";
import { comentario } from "./comentario.ts";
import type { Armador, Control, Detalle, Item } from "./tipos.ts";

export const armarUnica: Armador = (item, previa, comentarios, cerrado) =>
  conAlternativas(item, "radio", typeof previa === "string" ? [previa] : [], comentarios, cerrado);

export const armarMultiple: Armador = (item, previa, comentarios, cerrado) =>
  conAlternativas(item, "checkbox", Array.isArray(previa) ? previa : [], comentarios, cerrado);

function conAlternativas(item: Item, clase: "radio" | "checkbox", marcadas: unknown[], comentarios: Detalle[], cerrado: boolean): Control {
  const nombre = idUnico("alternativa");
  const filas = item.opciones!.map((o) => {
    const nota = idUnico("comentario");
    const dicho = comentario(comentarios, o.id, nota);
    const campo = h("input", {
      type: clase, name: nombre, value: o.id, checked: marcadas.includes(o.id), disabled: cerrado, "aria-describedby": dicho && nota,
    });
    return { campo, nodo: h("div", { class: "alternativa" }, h("label", {}, campo, h("span", {}, o.texto)), dicho) };
  });
  const leyenda = clase === "radio" ? "Elija una alternativa" : "Marque todas las que correspondan";
  const elegidas = (): string[] => filas.filter((f) => f.campo.checked).map((f) => f.campo.value);
  return {
    nodo: h("fieldset", {}, h("legend", {}, leyenda), filas.map((f) => f.nodo)),
    leer: () => (clase === "radio" ? (elegidas()[0] ?? null) : elegidas()),
    comenta: true,
  };
}

export const armarClasificar: Armador = (item, previa, comentarios, cerrado) => {
  const filas = item.elementos!.map((e) => {
    const [campo, nota] = [idUnico("categoria"), idUnico("comentario")];
    const dicho = comentario(comentarios, e.id, nota);
    const puesta = String(previa?.[e.id] ?? "");
    const lista = h("select", { id: campo, disabled: cerrado, "aria-describedby": dicho && nota },
      h("option", { value: "" }, "Elija…"),
      item.categorias!.map((c) => h("option", { value: c.id, selected: c.id === puesta }, c.texto)));
    return { id: e.id, lista, nodo: h("div", { class: "clasificable" }, h("label", { for: campo }, e.texto), lista, dicho) };
  });
  return {
    nodo: h("fieldset", {}, h("legend", {}, "Elija dónde va cada uno"), filas.map((f) => f.nodo)),
    leer: () => Object.fromEntries(filas.filter((f) => f.lista.value).map((f) => [f.id, f.lista.value])),
    comenta: true,
  };
};
