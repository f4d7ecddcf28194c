// Un actor nuevo: bastan el nombre y el sector; si se parece a otro, se avisa antes de agregarlo.
import { pedirCon, type Aviso } from "../lib/aviso.ts";
import { campoDeActor } from "../lib/campos.ts";
import { h, idNuevo, poner } from "../lib/dom.ts";
import { marcarError } from "../lib/editor.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { elMasParecido } from "./parecidos.ts";
import { casilla, leerTodas } from "./union.ts";

const OPCIONALES = ["tipo", "influencia", "interes", "nota"];

export const RECUERDE = "Un actor es una institución u organización, nunca una persona.";

/** `alTerminar` recibe el id del actor agregado o elegido, o vacío si se dejó. */
export function formularioDeActor(pizarra: Pizarra, aviso: Aviso, alTerminar: (id: string) => void): HTMLFormElement {
  const [nombre, sector, nivel] = ["nombre", "sector", "nivel"].map((c) => casilla(campoDeActor(c), null)) as [ReturnType<typeof casilla>, ReturnType<typeof casilla>, ReturnType<typeof casilla>];
  const estado = casilla(campoDeActor("estado"), "por_convocar");
  const resto = OPCIONALES.map((c) => casilla(campoDeActor(c), null));
  const parecido = h("div", { "aria-live": "polite" });
  nombre.ctrl.addEventListener("input", () => avisarParecido(parecido, pizarra, nombre.ctrl.value, alTerminar));
  const enviar = async (s: Event): Promise<void> => {
    s.preventDefault();
    const valores = leerTodas([nombre, sector, nivel, estado, ...resto]);
    if (!valores) return;
    const id = idNuevo("a");
    const fallo = (error: string): void => { marcarError(nombre.ctrl, nombre.frase, error); nombre.ctrl.focus(); };
    if (await pedirCon(pizarra, aviso, "agregar_actor", { id, ...valores }, fallo)) alTerminar(id);
  };
  return h("form", { class: "mt-nuevo", novalidate: true, "aria-label": "Actor nuevo", on: { submit: (s: Event) => void enviar(s) } },
    nombre.nodo, parecido, h("p", { class: "ayuda" }, RECUERDE), sector.nodo, nivel.nodo, estado.nodo,
    h("details", {}, h("summary", {}, "Más datos, si los sabe"), resto.map((c) => c.nodo)),
    h("p", { class: "mt-acciones" }, h("button", { class: "mt-boton principal", type: "submit" }, "Agregar actor"), h("button", { class: "mt-boton", type: "button", on: { click: () => alTerminar("") } }, "Dejarlo")));
}

function avisarParecido(lugar: HTMLElement, pizarra: Pizarra, nombre: string, abrir: (id: string) => void): void {
  const otro = nombre.trim().length > 3 ? elMasParecido(nombre, Object.values(pizarra.mesa.actores)) : null;
  if (lugar.dataset["id"] === (otro?.id ?? "")) return;
  lugar.dataset["id"] = otro?.id ?? "";
  poner(lugar, otro && h("div", { class: "mt-aviso" }, h("span", {}, "Se parece a ", h("strong", {}, otro.nombre), ", que ya está en la Mesa. Si es la misma institución, no la agregue de nuevo. "),
    h("button", { class: "mt-boton", type: "button", on: { click: () => abrir(otro.id) } }, "Abrir su ficha")));
}
