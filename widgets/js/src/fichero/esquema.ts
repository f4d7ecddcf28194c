// El esquema de una sección, tal como lo manda Python (mesa_territorial.esquemas), y lo que se lee de la Mesa con él.
import type { Campo } from "../lib/campos.ts";
import type { Pizarra } from "../lib/pizarra.ts";

export interface CampoDeEsquema extends Campo { grupo: string; en_tabla: boolean; calculado: boolean }
export interface Esquema {
  seccion: string; coleccion: string; campos: CampoDeEsquema[]; uno: string; varios: string; titulo: string;
  vacio: string; agregar: string; prefijo: string; por_actor: boolean; fijas: Record<string, string>; clave: string;
}
export type Valores = Record<string, unknown>;
export interface Ficha { id: string; valores: Valores }

/** Si las fichas las pone el esquema (una por actor o una lista fija): no se agregan ni se quitan. */
export const sonDadas = (esquema: Esquema): boolean => esquema.por_actor || Object.keys(esquema.fijas).length > 0;

const seccionDe = (pizarra: Pizarra, esquema: Esquema): Valores => (pizarra.mesa as unknown as Record<string, Valores>)[esquema.seccion] ?? {};

/** Los datos sueltos de la sección. */
export const deLaSeccion = (pizarra: Pizarra, esquema: Esquema): Valores => seccionDe(pizarra, esquema);

/** Las fichas de la colección, en el orden pedido; en un esquema por actor hay una por actor aunque esté vacía. */
export function fichasDe(pizarra: Pizarra, esquema: Esquema, orden: string[]): Ficha[] {
  const coleccion = (seccionDe(pizarra, esquema)[esquema.coleccion] ?? {}) as Record<string, Valores>;
  const fijas = Object.keys(esquema.fijas);
  if (fijas.length) return fijas.map((id) => ({ id, valores: coleccion[id] ?? {} }));
  if (!esquema.por_actor) {
    const puesto = new Map(orden.map((id, i) => [id, i]));
    const ids = Object.keys(coleccion).sort((a, b) => (puesto.get(a) ?? Infinity) - (puesto.get(b) ?? Infinity) || 0);
    return ids.map((id) => ({ id, valores: coleccion[id]! }));
  }
  const ids = orden.length ? orden.filter((id) => pizarra.mesa.actores[id]) : Object.keys(pizarra.mesa.actores);
  return ids.map((id) => ({ id, valores: coleccion[id] ?? {} }));
}

/** El campo listo para editar: los que citan actores se vuelven una lista de los del mapa. */
export function campoParaEditar(campo: CampoDeEsquema, pizarra: Pizarra): Campo {
  const limpio: Campo = { ...campo, clave: campo.clave === "dirigida" ? "dirigida_" : campo.clave };
  if (campo.clase !== "actor" && campo.clase !== "actores") return limpio;
  const actores = Object.values(pizarra.mesa.actores).sort((a, b) => a.nombre.localeCompare(b.nombre, "es"));
  const opciones = Object.fromEntries(actores.map((a) => [a.id, a.nombre]));
  return { ...limpio, clase: campo.clase === "actor" ? "opcion" : "opciones", opciones, siNoEsta: "elija un actor del mapa" };
}

/** Lo que identifica a la ficha para quien lee. */
export function tituloDe(pizarra: Pizarra, esquema: Esquema, ficha: Ficha): string {
  if (esquema.por_actor) return pizarra.mesa.actores[ficha.id]?.nombre ?? "";
  if (esquema.fijas[ficha.id]) return esquema.fijas[ficha.id]!;
  const campo = esquema.campos.find((c) => c.clave === esquema.titulo);
  const valor = ficha.valores[esquema.titulo];
  if (!campo || !valor) return esquema.uno.charAt(0).toUpperCase() + esquema.uno.slice(1);
  return campo.clase === "actor" ? (pizarra.mesa.actores[String(valor)]?.nombre ?? "") : (campo.opciones?.[String(valor)] ?? String(valor));
}
