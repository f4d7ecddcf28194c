// Votar en papel: imprimir, digitar y traer de vuelta, con los errores por fila.
import { bajar, leerBase64 } from "../lib/archivos.ts";
import { h, idUnico, poner } from "../lib/dom.ts";
import { cuantos } from "../lib/textos.ts";
import type { Hacer } from "./tipos.ts";

const TOPE = 5 * 1024 * 1024;

export function papel(hacer: Hacer): { nodo: HTMLElement; permitir(si: boolean): void } {
  const recado = h("div", { role: "status" }), id = idUnico("papeletas");
  const bajarDe = async (orden: string): Promise<void> => { const archivo = await hacer(orden, {}); if (archivo) bajar(archivo); };
  const traer = async (archivo: File): Promise<void> => {
    if (archivo.size > TOPE) return poner(recado, h("p", { class: "mt-aviso error" }, "El archivo pesa más de 5 MB: no parece la planilla de las papeletas."));
    const r: { guardadas: number; errores: string[] } | null = await hacer("importar_papeletas", { nombre: archivo.name, base64: await leerBase64(archivo) });
    if (!r) return;
    poner(recado, h("p", { class: "mt-aviso exito" }, `${cuantos(r.guardadas, "papeleta guardada", "papeletas guardadas")}. Traer la misma planilla otra vez no repite nada.`),
      r.errores.length > 0 && h("div", { class: "mt-aviso error" }, h("p", {}, h("strong", {}, `Por corregir (${r.errores.length}): `), "las papeletas con errores no se guardaron. Corrija la planilla y tráigala de nuevo."), h("ul", {}, r.errores.slice(0, 50).map((e) => h("li", {}, e)))));
  };
  const entrada = h("input", { type: "file", id, accept: ".xlsx,.ods,.csv", class: "mt-oculto", on: { change: () => { if (entrada.files?.[0]) void traer(entrada.files[0]); entrada.value = ""; } } });
  const elegir = h("span", { class: "mt-archivo" }, entrada, h("label", { for: id, class: "mt-boton" }, "Traer papeletas digitadas"));
  const aun = h("p", { class: "nota" }, "Las papeletas se traen con una ronda abierta o en conversación.");
  const boton = (texto: string, orden: string): HTMLElement => h("button", { class: "mt-boton", type: "button", on: { click: () => void bajarDe(orden) } }, texto);
  return {
    nodo: h("details", { class: "papel" }, h("summary", {}, "Votar en papel"), h("p", {}, "Imprima una hoja por persona, numérelas y digítelas en la planilla. Sirven para quien no tiene celular o si se cae el wifi."),
      h("p", { class: "acciones" }, boton("Bajar la papeleta para imprimir", "bajar_hoja"), boton("Bajar la planilla para digitar", "bajar_planilla"), elegir), aun, recado),
    permitir: (si) => { elegir.hidden = !si; aun.hidden = si; },
  };
}
