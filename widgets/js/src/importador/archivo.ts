// Paso 1: elegir o soltar un archivo, o pegar lo copiado de una planilla. El tamaño se mira antes de leer.
import { leerBase64 } from "../lib/archivos.ts";
import { h, idUnico } from "../lib/dom.ts";
import type { Mesero } from "./estado.ts";

export const MAX_BYTES = 5 * 1024 * 1024;
const SIRVEN = /\.(xlsx|ods|csv|txt|tsv)$/i;

/** Por qué no se puede leer ese archivo; vacío si se puede. */
export function reparo(nombre: string, tamano: number): string {
  if (/\.xls$/i.test(nombre)) return `«${nombre}» está en el formato antiguo de Excel. Ábralo, elija «Guardar como» y guárdelo como .xlsx.`;
  if (!SIRVEN.test(nombre)) return `«${nombre}» no es una planilla. Elija un archivo .xlsx, .ods o .csv.`;
  if (tamano > MAX_BYTES) return `«${nombre}» pesa ${(tamano / 1024 / 1024).toFixed(1).replace(".", ",")} MB y el máximo es 5 MB. Deje sólo la lista de actores.`;
  return tamano ? "" : `«${nombre}» está vacío. Elija otro archivo.`;
}

export function pasoArchivo(m: Mesero, yaElegido: string, bajarPlantilla: () => void): HTMLElement[] {
  const recibir = async (archivo: File | undefined): Promise<void> => {
    if (!archivo) return;
    const queja = reparo(archivo.name, archivo.size);
    if (queja) return m.avisar(queja);
    try {
      await m.pedir("leer", { nombre: archivo.name, base64: await leerBase64(archivo) });
    } catch { m.avisar(`El navegador no pudo leer «${archivo.name}». Ciérrelo en Excel y vuelva a elegirlo.`); }
  };
  const elegir = h("input", { type: "file", id: idUnico("archivo"), accept: ".xlsx,.ods,.csv,.txt,.tsv,.xls", class: "mt-oculto", on: { change: () => { void recibir(elegir.files?.[0]); elegir.value = ""; } } });
  const zona = h("div", { class: "mt-soltar", on: { dragover: (s: Event) => { s.preventDefault(); zona.classList.add("encima"); }, dragleave: () => zona.classList.remove("encima"), drop: (s: Event) => { s.preventDefault(); zona.classList.remove("encima"); void recibir((s as DragEvent).dataTransfer?.files[0]); } } },
    h("p", { class: "grande" }, "Suelte aquí su planilla"), h("p", {}, "o"), elegir, h("label", { class: "mt-boton principal", for: elegir.id }, "Elegir archivo…"),
    h("p", { class: "ayuda" }, "Excel (.xlsx), LibreOffice (.ods) o .csv, hasta 5 MB. Nada se guarda hasta que usted confirme."));
  return [zona, h("div", { class: "mt-importador-otros" }, pegarTexto(m),
    h("p", {}, h("button", { class: "mt-boton", type: "button", on: { click: bajarPlantilla } }, "Bajar la planilla de ejemplo"), h("span", { class: "ayuda" }, " Trae las columnas listas y un ejemplo.")),
    yaElegido ? h("p", {}, h("button", { class: "mt-boton", type: "button", on: { click: () => void m.pedir("ir", { paso: "hoja" }) } }, `Seguir con «${yaElegido}»`)) : null)];
}

function pegarTexto(m: Mesero): HTMLElement {
  const id = idUnico("pegado");
  const area = h("textarea", { id, rows: 5, placeholder: "Institución\tSector\nSERVIU\tPúblico" });
  return h("details", {}, h("summary", { class: "mt-boton" }, "Pegar texto copiado de Excel"),
    h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: id }, "Copie las celdas en su planilla, con los títulos, y péguelas aquí"), area),
    h("button", { class: "mt-boton principal", type: "button", on: { click: () => void m.pedir("leer_texto", { texto: area.value }) } }, "Leer lo pegado"));
}
