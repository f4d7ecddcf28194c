// La fila nueva al pie: para un actor bastan nombre y sector; para una relación, sus extremos y su tipo.
import { pedirCon, type Aviso } from "../lib/aviso.ts";
import { DIRIGIDA, INTENSIDAD, TIPO, campoDeActor, leer, type Campo } from "../lib/campos.ts";
import { h, idNuevo, idUnico } from "../lib/dom.ts";
import { control, escritoEn, marcarError, type Control } from "../lib/editor.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { campoDeExtremo, momentoALaVista } from "./relaciones.ts";

interface Casilla { campo: Campo; ctrl: Control; frase: HTMLElement; nodo: HTMLElement }

function casilla(campo: Campo, valor: unknown = null): Casilla {
  const ctrl = control(campo, valor, { id: idUnico("nueva") });
  const frase = h("span", { class: "mt-error-de-campo", id: idUnico("error"), hidden: true });
  const nodo = h("div", { class: "mt-casilla" }, h("label", { for: ctrl.id }, campo.corto ?? campo.nombre), ctrl, frase);
  return { campo, ctrl, frase, nodo };
}

/** Los valores del formulario; null si alguno no sirve (queda dicho junto a su campo). */
function valoresDe(casillas: Casilla[]): Record<string, unknown> | null {
  const leidos = casillas.map((c) => ({ c, leido: leer(c.campo, escritoEn(c.ctrl)) }));
  for (const { c, leido } of leidos) marcarError(c.ctrl, c.frase, "error" in leido ? leido.error : "");
  const malo = leidos.find(({ leido }) => "error" in leido);
  malo?.c.ctrl.focus();
  if (malo) return null;
  return Object.fromEntries(leidos.map(({ c, leido }) => [c.campo.clave, (leido as { valor: unknown }).valor]));
}

function formulario(titulo: string, boton: string, casillas: Casilla[], guardar: (valores: Record<string, unknown>) => Promise<boolean>): HTMLFormElement {
  const alEnviar = async (s: Event): Promise<void> => {
    s.preventDefault();
    const valores = valoresDe(casillas);
    if (!valores || !(await guardar(valores))) return;
    const primera = casillas[0]!.ctrl;
    primera.value = "";
    primera.focus();
  };
  return h("form", { class: "mt-fila-nueva", "aria-label": titulo, novalidate: true, on: { submit: (s: Event) => void alEnviar(s) } },
    casillas.map((c) => c.nodo), h("button", { class: "mt-boton principal", type: "submit" }, boton));
}

/** El formulario de actor nuevo. `alPegar` recibe un bloque pegado en el nombre. */
export function filaDeActor(pizarra: Pizarra, aviso: Aviso, alPegar: (texto: string) => void): HTMLFormElement {
  const casillas = [casilla({ ...campoDeActor("nombre"), nombre: "Actor nuevo" }), casilla(campoDeActor("sector")), casilla(campoDeActor("nivel")), casilla(campoDeActor("estado"), "por_convocar")];
  const nombre = casillas[0]!;
  nombre.ctrl.addEventListener("paste", (s) => {
    const texto = (s as ClipboardEvent).clipboardData?.getData("text/plain") ?? "";
    if (!/[\t\n]/.test(texto.trim())) return;
    s.preventDefault();
    alPegar(texto);
  });
  return formulario("Agregar un actor", "Agregar", casillas, async (valores) => {
    const id = idNuevo("a");
    const hecho = await pedirCon(pizarra, aviso, "agregar_actor", { id, ...valores }, (error) => marcarError(nombre.ctrl, nombre.frase, error));
    if (hecho) pizarra.elegir([id]);
    return hecho;
  });
}

export function filaDeRelacion(pizarra: Pizarra, aviso: Aviso): HTMLFormElement {
  const casillas = [casilla(campoDeExtremo(pizarra, "de")), casilla(campoDeExtremo(pizarra, "hacia")), casilla(TIPO), casilla(INTENSIDAD, 1), casilla(DIRIGIDA, false)];
  return formulario("Agregar una relación", "Unir", casillas, (valores) =>
    pedirCon(pizarra, aviso, "unir", { id: idNuevo("r"), momento: momentoALaVista(pizarra), ...valores }, (error) => marcarError(casillas[1]!.ctrl, casillas[1]!.frase, error)));
}
