// De dónde sale el módulo de cada componente: los chicos vienen con la página; los grandes, cuando se ven.
import entrega from "../entrega.ts";
import fichero from "../fichero.ts";
import formulario from "../formulario.ts";
import historial from "../historial.ts";
import invitacion from "../invitacion.ts";
import lamina from "../lamina.ts";
import lectura from "../lectura.ts";
import medidas from "../medidas.ts";
import pizarra from "../pizarra.ts";
import razones from "../razones.ts";
import recorrido from "../recorrido.ts";
import ruta from "../ruta.ts";
import tablero from "../tablero.ts";
import tiempo from "../tiempo.ts";
import { direccion } from "./datos.ts";

/** Lo que exporta un módulo, según el contrato de anywidget; `vestir` da vida a lo que llegó escrito. */
export interface Componente {
  initialize?(contexto: { model: any }): unknown;
  render?(contexto: { model: any; el: HTMLElement }): unknown;
  vestir?(parte: HTMLElement): unknown;
}
type Exportado = Componente | (() => Componente | Promise<Componente>);

// Entre todos pesan menos que una letra, y cada archivo aparte es otra vuelta al servidor.
const PROPIOS: Record<string, Componente> = {
  entrega, fichero, formulario, historial, invitacion, lamina, lectura, medidas, pizarra, razones, recorrido, ruta, tablero, tiempo,
};

/** Trae el módulo de un componente; sólo de los archivos propios. */
export async function importar(modulo: string): Promise<Componente> {
  if (!/^\w+$/.test(modulo)) throw new Error(`Componente sin nombre válido: ${modulo}`);
  if (Object.hasOwn(PROPIOS, modulo)) return PROPIOS[modulo]!;
  const { default: exportado } = (await import(direccion(`${modulo}.js`))) as { default: Exportado };
  return typeof exportado === "function" ? exportado() : exportado;
}
