// A qué celda lleva cada tecla, según el patrón de rejilla de WAI-ARIA.
export interface Lugar { fila: number; columna: number }
type Tecla = { key: string; ctrlKey?: boolean; metaKey?: boolean };

const PAGINA = 10;
const PASOS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-PAGINA, 0], PageDown: [PAGINA, 0],
};

const entre = (n: number, maximo: number): number => Math.max(0, Math.min(maximo, n));

/** El lugar al que se va, siempre dentro de la tabla; null si la tecla no mueve. */
export function destinoDe(tecla: Tecla, desde: Lugar, filas: number, columnas: number): Lugar | null {
  const hastaElBorde = tecla.ctrlKey || tecla.metaKey;
  if (tecla.key === "Home") return { fila: hastaElBorde ? 0 : desde.fila, columna: 0 };
  if (tecla.key === "End") return { fila: hastaElBorde ? filas - 1 : desde.fila, columna: columnas - 1 };
  const paso = PASOS[tecla.key];
  if (!paso) return null;
  return { fila: entre(desde.fila + paso[0], filas - 1), columna: entre(desde.columna + paso[1], columnas - 1) };
}

/** La celda editable que sigue (o la anterior), pasando de fila en fila; null si no queda ninguna. */
export function celdaQueSigue(desde: Lugar, sentido: 1 | -1, filas: number, editables: boolean[]): Lugar | null {
  const ancho = editables.length;
  for (let i = desde.fila * ancho + desde.columna + sentido; i >= 0 && i < ancho * filas; i += sentido)
    if (editables[i % ancho]) return { fila: Math.floor(i / ancho), columna: i % ancho };
  return null;
}
