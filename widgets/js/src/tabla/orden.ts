// Ordenar filas por una columna sin perder a nadie; lo que no se sabe queda siempre al final.
export type Valor = string | number | boolean | null;
export interface Orden { clave: string; baja: boolean }

const letras = new Intl.Collator("es", { numeric: true, sensitivity: "base" });
/** El orden alfabético del castellano; un solo comparador, porque armarlo cuesta. */
export const porLetras = letras.compare;

function comparar(a: Valor, b: Valor): number {
  if (typeof a === "string" || typeof b === "string") return letras.compare(String(a), String(b));
  return Number(a) - Number(b);
}

const esVacio = (v: Valor): boolean => v === null || v === "";

/** Las filas en orden; entre iguales se conserva el orden en que venían. */
export function ordenar<T>(filas: readonly T[], valor: (fila: T) => Valor, baja = false): T[] {
  const pares = filas.map((fila) => ({ fila, valor: valor(fila) }));
  pares.sort((a, b) => {
    if (esVacio(a.valor) || esVacio(b.valor)) return Number(esVacio(a.valor)) - Number(esVacio(b.valor));
    return baja ? comparar(b.valor, a.valor) : comparar(a.valor, b.valor);
  });
  return pares.map((p) => p.fila);
}

/** El orden que sigue al pulsar un encabezado: sube, baja, sube… */
export const siguienteOrden = (actual: Orden | null, clave: string): Orden =>
  ({ clave, baja: actual?.clave === clave ? !actual.baja : false });
