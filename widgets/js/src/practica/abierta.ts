// Escribir con palabras propias y mirarse con una rúbrica.
import { h, idUnico } from "../lib/dom.ts";
import { cuantos } from "../lib/textos.ts";
import type { Armador } from "./tipos.ts";

const NOMBRES = ["Inicial", "En desarrollo", "Logrado", "Destacado"];

export const armarAbierta: Armador = (item, previa, _, cerrado) => {
  const [id, ayuda] = [idUnico("texto"), idUnico("ayuda")];
  const cuenta = h("span", { class: "ayuda", id: ayuda });
  const campo = h("textarea", { id, rows: 8, maxlength: 8000, readonly: cerrado, "aria-describedby": ayuda, value: previa?.texto ?? "", on: { input: () => contar() } });
  const contar = (): void => {
    const n = campo.value.trim() ? campo.value.trim().split(/\s+/).length : 0;
    cuenta.textContent = `Al menos ${item.minimo_palabras} palabras; lleva ${cuantos(n, "palabra", "palabras")}.${cerrado ? "" : " Se guarda mientras escribe."}`;
  };
  contar();
  const criterios = item.criterios!.map((c) => ({ ...c, nombre: idUnico("criterio") }));
  const nodo = h("div", {}, h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: id }, "Su texto"), campo, cuenta),
    h("h3", {}, "Mírelo con la rúbrica"), h("p", {}, "Cuando lo tenga escrito, elija en cada criterio la frase que mejor lo describe. Nadie le pone nota."),
    criterios.map((c) => h("fieldset", { class: "criterio" }, h("legend", {}, c.texto), c.niveles.map((n, i) => h("div", { class: "alternativa" },
      h("label", {}, h("input", { type: "radio", name: c.nombre, value: String(i), checked: previa?.niveles?.[c.id] === i, disabled: cerrado }),
        h("span", {}, h("strong", {}, `${NOMBRES[i]}. `), n)))))));
  const elegido = (nombre: string): string | undefined => nodo.querySelector<HTMLInputElement>(`input[name="${nombre}"]:checked`)?.value;
  return {
    nodo,
    leer: () => ({ texto: campo.value, niveles: Object.fromEntries(criterios.filter((c) => elegido(c.nombre)).map((c) => [c.id, Number(elegido(c.nombre))])) }),
    comenta: false,
  };
};
