// Lo que la matriz recibe de Python (componentes/matriz.py) y lo que manda al escribir.
export interface Rotulo { id: string; nombre: string; corto: string; ayuda: string; sector: string }
export interface Resumen { titulo: string; textos: Record<string, string> }
export interface VistaDeMatriz {
  filas: Rotulo[]; columnas: Rotulo[];
  valores: Record<string, Record<string, number | null>>;
  /** Casillas dudosas con su porqué, que puede ir vacío. */
  marcas: Record<string, Record<string, string>>;
  /** El porqué de una casilla que no es dudosa. */
  notas: Record<string, Record<string, string>>;
  resumen_filas: Resumen[]; resumen_columnas: Resumen[];
}
export interface Ajustes {
  orden: string; datos: Record<string, unknown>;
  minimo: number; maximo: number; paso: number; con_signo: boolean;
  diagonal: boolean; dudosas: boolean; pregunta: string; leyenda: Record<string, string>;
  filas_de: string; columnas_de: string; vacio: string; archivos: boolean;
}
export interface Celda { fila: string; columna: string; valor?: number | null; dudosa?: boolean; porque?: string }
export interface Casilla { fila: Rotulo; columna: Rotulo }

/** La matriz que se ve: lo guardado y, encima, lo que se acaba de escribir y aún no confirma Python. */
export class Contenido {
  vista: VistaDeMatriz;
  ajustes: Ajustes;
  private pendientes = new Map<string, Celda>();

  constructor(vista: VistaDeMatriz, ajustes: Ajustes) { this.vista = vista; this.ajustes = ajustes; }

  bloqueada({ fila, columna }: Casilla): boolean { return this.ajustes.diagonal && fila.id === columna.id; }
  valor({ fila, columna }: Casilla): number | null {
    const pendiente = this.pendientes.get(llave(fila.id, columna.id));
    if (pendiente && "valor" in pendiente) return pendiente.valor ?? null;
    return this.vista.valores[fila.id]?.[columna.id] ?? null;
  }
  dudosa({ fila, columna }: Casilla): boolean {
    const pendiente = this.pendientes.get(llave(fila.id, columna.id));
    return pendiente?.dudosa ?? this.vista.marcas[fila.id]?.[columna.id] !== undefined;
  }
  porque({ fila, columna }: Casilla): string {
    return this.vista.marcas[fila.id]?.[columna.id] ?? this.vista.notas[fila.id]?.[columna.id] ?? "";
  }
  anotar(celdas: Celda[]): void { for (const c of celdas) this.pendientes.set(llave(c.fila, c.columna), { ...this.pendientes.get(llave(c.fila, c.columna)), ...c }); }
  soltar(celdas: Celda[]): void { for (const c of celdas) this.pendientes.delete(llave(c.fila, c.columna)); }
}

const llave = (fila: string, columna: string): string => `${fila} ${columna}`;

/** La pregunta de una casilla: «¿Cuánto puede influir FOSIS sobre SERVIU?». */
export const preguntaDe = (a: Ajustes, { fila, columna }: Casilla): string =>
  (a.pregunta || "{fila}, {columna}").replace(/\{(fila|columna)\}/g, (_, quien) => (quien === "fila" ? fila : columna).nombre);
