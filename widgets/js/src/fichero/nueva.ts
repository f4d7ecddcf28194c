// Agregar una ficha: se piden los datos obligatorios y después se completa en su lugar.
import { pedirCon, type Aviso } from "../lib/aviso.ts";
import { leer } from "../lib/campos.ts";
import { h, idNuevo, idUnico } from "../lib/dom.ts";
import { control, escritoEn, marcarError, type Control } from "../lib/editor.ts";
import type { Campo } from "../lib/campos.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { campoParaEditar, type Esquema, type Valores } from "./esquema.ts";

interface Pregunta { campo: Campo; ctrl: Control; frase: HTMLElement; nodo: HTMLElement }

/** Guarda una ficha nueva; promete su id, o vacío si no se pudo. */
export async function agregar(pizarra: Pizarra, aviso: Aviso, esquema: Esquema, campos: Valores, alError?: (frase: string) => void): Promise<string> {
  const id = idNuevo(esquema.prefijo);
  const hecho = await pedirCon(pizarra, aviso, "poner_ficha", { seccion: esquema.seccion, coleccion: esquema.coleccion, id, campos }, alError);
  return hecho ? id : "";
}

/** El formulario de una ficha nueva; `alTerminar` recibe su id, o vacío si se dejó. */
export function formularioNuevo(pizarra: Pizarra, aviso: Aviso, esquema: Esquema, alTerminar: (id: string) => void): HTMLFormElement {
  const pedidos = esquema.campos.filter((c) => !c.calculado && (c.obligatorio || c.clave === esquema.titulo));
  const preguntas = pedidos.map((c) => preguntar({ ...campoParaEditar(c, pizarra), obligatorio: true }));
  let enCurso = false;
  const enviar = async (s: Event): Promise<void> => {
    s.preventDefault();
    const campos = leerTodas(preguntas);
    if (!campos || enCurso) return;
    enCurso = true;
    const primera = preguntas[0]!;
    const id = await agregar(pizarra, aviso, esquema, campos, (frase) => { marcarError(primera.ctrl, primera.frase, frase); primera.ctrl.focus(); });
    enCurso = false;
    if (id) alTerminar(id);
  };
  return h("form", { class: "mt-nueva-ficha", novalidate: true, "aria-label": esquema.agregar, on: { submit: (s: Event) => void enviar(s), keydown: (s: Event) => { if ((s as KeyboardEvent).key === "Escape") alTerminar(""); } } },
    preguntas.map((p) => p.nodo),
    h("p", { class: "mt-acciones" }, h("button", { class: "mt-boton principal", type: "submit" }, "Guardar"), h("button", { class: "mt-boton", type: "button", on: { click: () => alTerminar("") } }, "Dejarlo")));
}

function preguntar(campo: Campo): Pregunta {
  const ctrl = control(campo, null, { id: idUnico(campo.clave) });
  const frase = h("span", { class: "mt-error-de-campo", id: idUnico("error"), role: "alert", hidden: true });
  const nodo = h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: ctrl.id }, campo.nombre), ctrl, frase, campo.ayuda && h("span", { class: "ayuda" }, campo.ayuda));
  return { campo, ctrl, frase, nodo };
}

function leerTodas(preguntas: Pregunta[]): Valores | null {
  let primera: Control | null = null;
  const campos: Valores = {};
  for (const { campo, ctrl, frase } of preguntas) {
    const leido = leer(campo, escritoEn(ctrl));
    marcarError(ctrl, frase, "error" in leido ? leido.error : "");
    if ("error" in leido) primera ??= ctrl;
    else campos[campo.clave] = leido.valor;
  }
  primera?.focus();
  return primera ? null : campos;
}
