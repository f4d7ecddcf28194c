// Qué está guardado: la última noticia de la Mesa propia y la del ejemplo, que no se guarda.
import type { DetalleDeGuardado } from "./sucesos.ts";

let propio: DetalleDeGuardado | undefined;
let ejemplo: DetalleDeGuardado | undefined;

/** Anota una noticia; un ejemplo se reconoce porque nunca llega a tener versión ni hora. */
export function anotar(noticia: DetalleDeGuardado): void {
  if (noticia.version || noticia.hora) propio = noticia;
  else ejemplo = noticia;
}

/** La Mesa propia, si ya se abrió. */
export const guardadoPropio = (): DetalleDeGuardado | undefined => propio;

const FUENTES: Record<string, () => DetalleDeGuardado | undefined> = {
  leer: () => undefined, explorar: () => ejemplo, practicar: () => ejemplo ?? propio, aplicar: () => propio,
};

/** La noticia que vale en ese tiempo: en «aplicar», la propia; al explorar y practicar, la del ejemplo. */
export const guardadoDe = (tiempo: string): DetalleDeGuardado | undefined => FUENTES[tiempo]?.();
