// Lo que el servidor dejó escrito en la página: qué núcleo, qué archivos y cómo se llama cada paso.
import { enRaiz } from "../lib/raiz.ts";
export interface DatosDePagina {
  nucleo: string;
  xsrf: string;
  huellas: Record<string, string>;
  tiempos: string[];
}

let leidos: DatosDePagina | undefined;

/** Los datos de la página; el núcleo llega después, cuando el servidor lo consigue. */
export function datosDePagina(): DatosDePagina {
  leidos ??= JSON.parse(document.getElementById("mesa-datos")?.textContent ?? "{}") as DatosDePagina;
  return leidos;
}

/** El id del núcleo, si ya llegó su anuncio. */
export const nucleoAnunciado = (): string => document.getElementById("mesa-nucleo")?.getAttribute("data-nucleo") ?? "";

/** La dirección de un archivo compilado, con su huella: el navegador lo guarda para siempre. */
export function direccion(archivo: string): string {
  const huella = datosDePagina().huellas[archivo];
  return enRaiz(`/mesa/estatico/${archivo}${huella ? `?v=${huella}` : ""}`);
}
