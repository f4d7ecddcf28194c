// Con varios elegidos: lo que se les puede hacer en conjunto.
import { pedirCon, type Aviso } from "../lib/aviso.ts";
import { campoDeActor, leer } from "../lib/campos.ts";
import { h, idUnico } from "../lib/dom.ts";
import { control, escritoEn } from "../lib/editor.ts";
import { glifo } from "../lib/glifo.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { cuantos } from "../lib/textos.ts";
import { quitarActores } from "../tabla/actores.ts";

export function fichaDeVarios(pizarra: Pizarra, aviso: Aviso, ids: string[], unir: (de: string, hacia: string) => void): HTMLElement {
  const actores = ids.map((id) => pizarra.mesa.actores[id]!);
  const boton = (texto: string, hacer: () => void, clase = ""): HTMLElement => h("button", { class: `mt-boton ${clase}`, type: "button", disabled: pizarra.soloLectura, on: { click: hacer } }, texto);
  const fijar = (fijado: boolean): void => void pedirCon(pizarra, aviso, "fijar", { ids, fijado });
  return h("section", { class: "mt-varios" },
    h("div", { class: "titulo" }, h("h2", { tabindex: -1 }, cuantos(ids.length, "actor elegido", "actores elegidos")), h("button", { class: "mt-boton mt-cerrar", type: "button", "aria-label": "Soltar la selección", on: { click: () => pizarra.elegir([]) } }, "✕")),
    h("ul", { class: "mt-lista-de-actores" }, actores.map((a) => h("li", {}, h("button", { type: "button", class: "mt-boton texto", on: { click: () => pizarra.elegir([a.id]) } }, glifo(a.sector), a.nombre)))),
    h("h3", {}, "Cambiar en conjunto"), ["sector", "nivel", "estado"].map((clave) => enConjunto(pizarra, aviso, ids, clave)),
    h("p", { class: "mt-acciones" }, ids.length === 2 ? boton("Unir a estos dos", () => unir(ids[0]!, ids[1]!), "principal") : null, boton("Fijar en el mapa", () => fijar(true)), boton("Soltar en el mapa", () => fijar(false)), boton("Quitar de la Mesa", () => void quitarActores(pizarra, aviso, ids), "peligro")));
}

function enConjunto(pizarra: Pizarra, aviso: Aviso, ids: string[], clave: string): HTMLElement {
  const campo = campoDeActor(clave);
  const lista = control({ ...campo, obligatorio: true }, null, { id: idUnico(clave), disabled: pizarra.soloLectura });
  const poner = async (): Promise<void> => {
    const leido = leer({ ...campo, obligatorio: true }, escritoEn(lista));
    if ("error" in leido) return lista.focus();
    const hecho = await pedirCon(pizarra, aviso, "editar_actores", { ids, campos: { [clave]: leido.valor } });
    if (hecho) aviso.deshacible(`${campo.nombre.toLowerCase()} de ${cuantos(ids.length, "actor", "actores")} cambiado a ${(lista as HTMLSelectElement).selectedOptions[0]?.textContent ?? ""}.`, pizarra);
  };
  return h("div", { class: "mt-en-conjunto" }, h("label", { for: lista.id }, campo.nombre), lista, h("button", { class: "mt-boton", type: "button", "aria-label": `Poner ${campo.nombre.toLowerCase()} a todos`, disabled: pizarra.soloLectura, on: { click: () => void poner() } }, "Poner"));
}
