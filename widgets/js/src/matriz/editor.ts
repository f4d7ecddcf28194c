// Editar una casilla en su lugar. Si se empezó escribiendo, las flechas confirman y se mueven, como en una planilla.
import { h, idUnico } from "../lib/dom.ts";
import { marcarError } from "../lib/editor.ts";

export type Paso = "aqui" | "abajo" | "arriba" | "derecha" | "izquierda";
export interface Edicion {
  inicial: string; moviendose: boolean; nombre: string;
  /** Devuelve la frase de por qué no sirve, o vacío si quedó. */
  escribir: (texto: string) => string;
  cerrar: (paso: Paso, conFoco: boolean) => void;
  /** Lo escrito no sirvió y la persona se fue a otro lado: se conserva lo anterior. */
  avisar: (frase: string) => void;
}

const FLECHAS: Record<string, Paso> = { ArrowDown: "abajo", ArrowUp: "arriba", ArrowRight: "derecha", ArrowLeft: "izquierda" };

export function abrirEditor(celda: HTMLElement, e: Edicion): void {
  const campo = h("input", { type: "text", inputmode: "decimal", autocomplete: "off", maxlength: 6, value: e.inicial, "aria-label": e.nombre });
  const frase = h("span", { class: "mt-error-de-campo", id: idUnico("error"), role: "alert", hidden: true });
  let cerrada = false;
  const cerrar = (paso: Paso, conFoco: boolean): void => { if (!cerrada) { cerrada = true; e.cerrar(paso, conFoco); } };
  const confirmar = (paso: Paso, alIrse = false): void => {
    if (cerrada) return;
    const error = campo.value === e.inicial && !e.moviendose ? "" : e.escribir(campo.value);
    if (error && !alIrse) return marcarError(campo, frase, error);
    if (error) e.avisar(`${error} Quedó como estaba.`);
    cerrar(paso, !alIrse);
  };
  campo.addEventListener("keydown", (s) => {
    s.stopPropagation();
    const paso = pasoDe(s, e.moviendose);
    if (s.key === "Escape") { s.preventDefault(); cerrar("aqui", true); }
    else if (paso) { s.preventDefault(); confirmar(paso); }
  });
  campo.addEventListener("blur", () => confirmar("aqui", true));
  celda.replaceChildren(campo, frase);
  celda.classList.add("editando");
  campo.focus();
  if (!e.moviendose) campo.select();
}

function pasoDe(s: KeyboardEvent, moviendose: boolean): Paso | null {
  if (s.key === "Enter") return s.shiftKey ? "arriba" : "abajo";
  if (s.key === "Tab") return s.shiftKey ? "izquierda" : "derecha";
  return moviendose ? FLECHAS[s.key] ?? null : null;
}
