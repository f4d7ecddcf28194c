// Editar una celda en su lugar: Enter confirma y baja, Tab confirma y pasa, Esc restaura.
import { leer, type Campo } from "../lib/campos.ts";
import { h, idUnico } from "../lib/dom.ts";
import { control, escritoEn, marcarError } from "../lib/editor.ts";

export type Paso = "aqui" | "abajo" | "siguiente" | "anterior";
export interface Edicion {
  campo: Campo; valor: unknown; nombre: string;
  /** Lo primero que se tecleó, si se empezó a escribir sobre la celda. */
  inicial?: string;
  guardar: (valor: unknown) => void;
  /** Siempre se llama, una vez, al terminar; deja la celda como estaba o con lo nuevo. */
  cerrar: (paso: Paso) => void;
  /** Lo escrito no sirvió y la persona se fue a otro lado: se conserva el valor anterior. */
  avisar: (frase: string) => void;
}

const PASOS: Record<string, Paso> = { Enter: "abajo", Tab: "siguiente" };

export function editarEn(celda: HTMLElement, e: Edicion): void {
  const ctrl = control(e.campo, e.inicial ?? e.valor, { "aria-label": e.nombre, class: "mt-tabla-editor" });
  const frase = h("span", { class: "mt-error-de-campo", id: idUnico("error"), role: "alert", hidden: true });
  let cerrada = false;
  const cerrar = (paso: Paso): void => { if (!cerrada) { cerrada = true; e.cerrar(paso); } };
  const confirmar = (paso: Paso, alIrse = false): void => {
    if (cerrada) return;
    const leido = leer(e.campo, escritoEn(ctrl));
    if ("error" in leido && alIrse) { e.avisar(`${leido.error} Quedó como estaba.`); return cerrar("aqui"); }
    if ("error" in leido) return marcarError(ctrl, frase, leido.error);
    if (leido.valor !== e.valor) e.guardar(leido.valor);
    cerrar(paso);
  };
  ctrl.addEventListener("keydown", (suceso) => alTeclear(suceso as KeyboardEvent, e.campo, confirmar, cerrar));
  ctrl.addEventListener("blur", () => confirmar("aqui", true));
  if (ctrl instanceof HTMLSelectElement) ctrl.addEventListener("change", () => confirmar("aqui"));
  celda.replaceChildren(ctrl, frase);
  abrir(ctrl, e.inicial);
}

function alTeclear(s: KeyboardEvent, campo: Campo, confirmar: (p: Paso) => void, cerrar: (p: Paso) => void): void {
  s.stopPropagation();
  if (s.key === "Escape") { s.preventDefault(); cerrar("aqui"); return; }
  const saltoDeLinea = s.key === "Enter" && campo.clase === "largo" && s.shiftKey;
  const paso = PASOS[s.key];
  if (!paso || saltoDeLinea) return;
  s.preventDefault();
  confirmar(paso === "siguiente" && s.shiftKey ? "anterior" : paso);
}

function abrir(ctrl: HTMLElement, inicial?: string): void {
  ctrl.focus();
  if (ctrl instanceof HTMLSelectElement) {
    // Abrir la lista ahorra un clic; algunos navegadores no lo permiten y no importa.
    try { ctrl.showPicker?.(); } catch { /* queda cerrada */ }
  } else if (ctrl instanceof HTMLInputElement && ctrl.type === "text" && inicial === undefined) ctrl.select();
}
