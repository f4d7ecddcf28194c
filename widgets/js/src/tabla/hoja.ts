// Una hoja de la tabla: qué columnas tiene, qué filas se ven y qué orden se pide al cambiar algo.
import type { Campo } from "../lib/campos.ts";
import type { Valor } from "./orden.ts";
import type { Ficha, Plan } from "./pegado.ts";

export interface Fila { id: string }
export interface Columna<T extends Fila> {
  clave: string; nombre: string;
  /** Cómo se edita; sin campo, la columna se calcula y no se toca. */
  campo?: () => Campo;
  valor: (fila: T) => unknown;
  texto: (fila: T) => string;
  /** El valor con que se ordena, si no es su texto. */
  rango?: (fila: T) => Valor;
  /** El sector cuyo signo acompaña al texto. */
  sector?: (fila: T) => string;
  numerica?: boolean; ancho: number; principal?: boolean; fija?: boolean;
}

export interface Hoja<T extends Fila> {
  clave: "actores" | "relaciones";
  nombre: string;
  columnas: Columna<T>[];
  filas: () => T[];
  /** Cómo se nombra una fila para el lector de pantalla. */
  titulo: (fila: T) => string;
  elegida: (fila: T) => boolean;
  elegir: (fila: T, sumar: boolean) => void;
  guardar: (fila: T, clave: string, valor: unknown) => Promise<boolean>;
  quitar: (fila: T) => Promise<void>;
  /** La columna con que se reconoce una fila al pegar con encabezados. */
  llave: string;
  /** Por qué una fila nueva no se puede agregar; vacío si se puede. */
  reparoDeNueva: (ficha: Ficha) => string;
  pegar: (plan: Plan) => Promise<boolean>;
  /** El dato obligatorio que se puede poner igual a todas las filas nuevas que no lo traen. */
  completar?: Campo;
  /** Qué parte de la Mesa se está viendo, si no es toda: «en «Línea base»». */
  parte?: () => string;
  vacio: () => HTMLElement;
}
