// El estado que manda Python; la pantalla sólo lo pinta.
export type Paso = "archivo" | "hoja" | "columnas" | "revision" | "confirmar" | "listo";
export interface Columna { indice: number; letra: string; titulo: string; ejemplos: string[]; campo: string }
export interface Opcion { clave: string; nombre: string }
export interface Problema { frase: string; fila: number; columna: string; indice: number | null; valor: string }
export interface FilaRevisada {
  numero: number; clase: "nueva" | "actualiza" | "igual" | "error"; titulo: string;
  cambios: { campo: string; antes: string; despues: string }[]; problemas: Problema[]; avisos: string[];
}
export interface Parecido { fila: number; nombre: string; decision: string; opciones: (Opcion & { donde: string })[] }
export interface Estado {
  paso: Paso; archivo: string; frase: string; resumen: string;
  hojas: { nombre: string; filas: number }[]; hoja: number; muestra: string[][]; columnas_ocultas: number; encabezado: number;
  forma: string; formas: (Opcion & { que: string })[]; avisos: string[];
  columnas: Columna[]; campos: Opcion[]; supuestos: { sector: string; tipo: string }; momento: string; momentos: Opcion[];
  ver: string; filas: FilaRevisada[]; hay: number; cuentas: Record<string, number>; parecidos: Parecido[]; sin_decidir: number[];
}

export const PASOS: [Paso, string][] = [
  ["archivo", "Archivo"], ["hoja", "Hoja y encabezado"], ["columnas", "Columnas"], ["revision", "Revisión"], ["confirmar", "Confirmar"],
];

/** Lo que cada paso puede pedir; promete si resultó. `pintando`: la pantalla se está rehaciendo, nadie salió de un campo. */
export interface Mesero { pintando: boolean; pedir: (orden: string, datos?: Record<string, unknown>) => Promise<boolean>; avisar: (frase: string) => void }
