// Unir a dos actores con el teclado: de quién, hacia quién, qué los une.
import { pedirCon, type Aviso } from "../lib/aviso.ts";
import { DIRIGIDA, INTENSIDAD, TIPO, leer, type Campo } from "../lib/campos.ts";
import { h, idNuevo, idUnico } from "../lib/dom.ts";
import { control, escritoEn, marcarError, type Control } from "../lib/editor.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { campoDeExtremo, momentoALaVista } from "../tabla/relaciones.ts";

interface Casilla { campo: Campo; ctrl: Control; frase: HTMLElement; nodo: HTMLElement }

export function casilla(campo: Campo, valor: unknown, conAyuda = true): Casilla {
  const ctrl = control(campo, valor, { id: idUnico(campo.clave), "aria-required": campo.obligatorio ? "true" : null });
  const frase = h("span", { class: "mt-error-de-campo", id: idUnico("error"), role: "alert", hidden: true });
  const ayuda = conAyuda && campo.ayuda && h("span", { class: "ayuda" }, campo.ayuda);
  return { campo, ctrl, frase, nodo: h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: ctrl.id }, campo.nombre), ctrl, frase, ayuda) };
}

/** Lee todas las casillas; marca las que no sirven, enfoca la primera y entonces da null. */
export function leerTodas(casillas: Casilla[]): Record<string, unknown> | null {
  const valores: Record<string, unknown> = {};
  let mala: Control | null = null;
  for (const c of casillas) {
    const leido = leer(c.campo, escritoEn(c.ctrl));
    marcarError(c.ctrl, c.frase, "error" in leido ? leido.error : "");
    if ("error" in leido) mala ??= c.ctrl;
    else valores[c.campo.clave] = leido.valor;
  }
  mala?.focus();
  return mala ? null : valores;
}

/** El formulario de unión; `alTerminar` se llama al guardar o al dejarlo. */
export function formularioDeUnion(pizarra: Pizarra, aviso: Aviso, desde: { de?: string; hacia?: string }, alTerminar: (hecho: boolean) => void): HTMLFormElement {
  const [de, hacia] = [casilla(campoDeExtremo(pizarra, "de"), desde.de ?? null), casilla({ ...campoDeExtremo(pizarra, "hacia") }, desde.hacia ?? null)];
  const resto = [casilla(TIPO, null), casilla(INTENSIDAD, 1), casilla(DIRIGIDA, false)];
  const enviar = async (s: Event): Promise<void> => {
    s.preventDefault();
    const valores = leerTodas([de, hacia, ...resto]);
    if (!valores) return;
    const datos = { id: idNuevo("r"), momento: momentoALaVista(pizarra), ...valores };
    if (await pedirCon(pizarra, aviso, "unir", datos, (error) => { marcarError(hacia.ctrl, hacia.frase, error); hacia.ctrl.focus(); })) alTerminar(true);
  };
  const momento = pizarra.mesa.momentos[momentoALaVista(pizarra)];
  const varios = Object.keys(pizarra.mesa.momentos).length > 1;
  return h("form", { class: "mt-union", novalidate: true, "aria-label": "Unir actores", on: { submit: (s: Event) => void enviar(s) } },
    de.nodo, hacia.nodo, resto.map((c) => c.nodo), varios && momento ? h("p", { class: "ayuda" }, `Queda anotada en «${momento.nombre}».`) : null,
    h("p", { class: "mt-acciones" }, h("button", { class: "mt-boton principal", type: "submit" }, "Unir actores"), h("button", { class: "mt-boton", type: "button", on: { click: () => alTerminar(false) } }, "Dejarlo")));
}
