// Un campo de la ficha: se guarda solo al confirmarlo; si no sirve, lo dice a su lado y no pierde lo escrito.
import { leer, type Campo } from "../lib/campos.ts";
import { h, idUnico } from "../lib/dom.ts";
import { control, escritoEn, marcarError } from "../lib/editor.ts";

/** Guarda un valor; promete la frase de error, vacío si quedó, o null si otra persona lo cambió y hay que decidir. */
export type Guardar = (valor: unknown) => Promise<string | null>;
export interface CampoVivo { nodo: HTMLElement; poner: (valor: unknown) => void }

export function campoVivo(campo: Campo, valor: unknown, guardar: Guardar, soloLectura: boolean): CampoVivo {
  let actual = valor;
  const ctrl = control(campo, valor, { id: idUnico(campo.clave), disabled: soloLectura });
  const frase = h("span", { class: "mt-error-de-campo", id: idUnico("error"), role: "alert", hidden: true });
  const listo = h("span", { class: "mt-listo", "aria-hidden": "true" });
  const reponer = (): void => {
    const nuevo = control(campo, actual);
    if (ctrl instanceof HTMLInputElement && ctrl.type === "checkbox") ctrl.checked = Boolean(actual);
    else ctrl.value = nuevo.value;
    marcarError(ctrl, frase, "");
  };
  const confirmar = async (): Promise<void> => {
    const leido = leer(campo, escritoEn(ctrl));
    if ("error" in leido) return marcarError(ctrl, frase, leido.error);
    marcarError(ctrl, frase, "");
    if (leido.valor === actual) return;
    const error = await guardar(leido.valor);
    // Mientras se decide, se muestra la versión de la otra persona; la propia espera en el aviso.
    if (error === null) return reponer();
    marcarError(ctrl, frase, error);
    if (!error) { actual = leido.valor; avisarListo(listo); }
  };
  ctrl.addEventListener("change", () => void confirmar());
  ctrl.addEventListener("keydown", (s) => {
    const tecla = s as KeyboardEvent;
    if (tecla.key === "Escape" && escritoEn(ctrl) !== escritoEn(control(campo, actual))) { tecla.stopPropagation(); reponer(); }
  });
  const poner = (nuevo: unknown): void => {
    if (nuevo === actual) return;
    actual = nuevo;
    if (document.activeElement !== ctrl || ctrl instanceof HTMLSelectElement) reponer();
  };
  return { nodo: marco(campo, ctrl, frase, listo), poner };
}

function marco(campo: Campo, ctrl: HTMLElement, frase: HTMLElement, listo: HTMLElement): HTMLElement {
  const enLinea = campo.clase === "sino";
  const nombre = h("label", { for: ctrl.id, class: "nombre" }, campo.nombre, listo);
  const ayuda = campo.ayuda && h("span", { class: "ayuda" }, campo.ayuda);
  return h("div", { class: `mt-campo${enLinea ? " en-linea" : ""}` }, enLinea ? [ctrl, nombre] : [nombre, ctrl], frase, ayuda);
}

function avisarListo(nodo: HTMLElement): void {
  nodo.textContent = " ✓ guardado";
  setTimeout(() => { nodo.textContent = ""; }, 2500);
}
