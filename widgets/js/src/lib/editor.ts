// El control con que se edita un campo: un select para las opciones, un área para las notas, un texto para lo demás.
import { codigoDe, comoNumero, largoDe, type Campo } from "./campos.ts";
import { h } from "./dom.ts";

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Un control con el valor puesto; se lee con `escritoEn`. */
export function control(campo: Campo, valor: unknown, atributos: Record<string, unknown> = {}): Control {
  if (campo.clase === "opcion") return seleccion(campo, valor, atributos);
  if (campo.clase === "sino") return h("input", { type: "checkbox", checked: Boolean(valor), ...atributos });
  if (campo.clase === "largo") return h("textarea", { rows: 4, maxlength: largoDe(campo), value: valor ?? "", ...atributos });
  if (campo.clase === "fecha" || campo.clase === "hora") return h("input", { type: campo.clase === "fecha" ? "date" : "time", value: valor ?? "", ...atributos });
  const deNumero = campo.clase === "numero" || campo.clase === "entero";
  const texto = typeof valor === "number" ? comoNumero(valor) : (valor ?? "");
  return h("input", {
    type: "text", inputmode: deNumero ? "decimal" : null, autocomplete: "off", maxlength: deNumero ? 24 : largoDe(campo), value: texto, ...atributos,
  });
}

function seleccion(campo: Campo, valor: unknown, atributos: Record<string, unknown>): HTMLSelectElement {
  const codigo = codigoDe(campo, valor);
  const vacia = campo.obligatorio && codigo ? null : h("option", { value: "" }, campo.obligatorio ? "Elija…" : "(no se sabe)");
  const lista = h("select", atributos, vacia, Object.entries(campo.opciones!).map(([c, etiqueta]) => h("option", { value: c }, etiqueta)));
  lista.value = codigo;
  return lista;
}

/** Lo escrito en el control, como texto para `leer`. */
export const escritoEn = (c: Control): string =>
  c instanceof HTMLInputElement && c.type === "checkbox" ? (c.checked ? "sí" : "no") : c.value;

/** Pone o quita la frase de error de un control, unida a él para el lector de pantalla. */
export function marcarError(c: Element, frase: HTMLElement, error: string): void {
  frase.textContent = error;
  frase.hidden = !error;
  if (error) {
    c.setAttribute("aria-invalid", "true");
    c.setAttribute("aria-describedby", frase.id);
  } else {
    c.removeAttribute("aria-invalid");
    c.removeAttribute("aria-describedby");
  }
}
