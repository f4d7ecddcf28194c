// Escribir un número: se acepta con coma o con punto.
import { h, idUnico } from "../lib/dom.ts";
import { comentario } from "./comentario.ts";
import type { Armador } from "./tipos.ts";

export const armarNumerica: Armador = (item, previa, comentarios, cerrado) => {
  const [id, ayuda, nota] = [idUnico("numero"), idUnico("ayuda"), idUnico("comentario")];
  const dicho = comentario(comentarios, item.id, nota);
  const campo = h("input", {
    id, type: "text", inputmode: "decimal", autocomplete: "off", maxlength: 40, value: previa ?? "", disabled: cerrado,
    "aria-describedby": dicho ? `${ayuda} ${nota}` : ayuda,
  });
  const decimales = item.decimales ? `Con ${item.decimales === 1 ? "un decimal" : `${item.decimales} decimales`}; sirve la coma o el punto.` : "Un número entero.";
  return {
    nodo: h("div", { class: "mt-campo numero" },
      h("label", { class: "nombre", for: id }, "Su respuesta"),
      h("span", { class: "linea" }, campo, item.unidad ? h("span", {}, item.unidad) : null),
      h("span", { class: "ayuda", id: ayuda }, decimales), dicho),
    leer: () => campo.value,
    comenta: true,
  };
};
